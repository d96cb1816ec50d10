"""The translations: complete, with the same values and tags as the English sentences, and compiled as they are written."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
import unfold
from babel.messages.catalog import Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.conf import settings

from core.translation.earlier_wordings import TODAY

APPS = ("config", "reviews", "claims", "sources", "core")
CATALOGUES = sorted(path for app in APPS for path in (settings.BASE_DIR / app).glob("locale/*/LC_MESSAGES/django.po"))
#: What a library says in English only: words that do not stand in our code.
LIBRARY = Path(unfold.__file__).parent
LIBRARY_WORDS = sorted(path for folder in settings.LOCALE_PATHS for path in folder.glob("*/LC_MESSAGES/django.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|<[^>]*>")


def messages(path: Path) -> list[Message]:
    with path.open("rb") as file:
        return [message for message in read_po(file, locale=path.parent.parent.name) if message.id]


def forms(of: str | Sequence[str]) -> tuple[str, ...]:
    return (of,) if isinstance(of, str) else tuple(of)


def entries(catalogue: Iterable[Message]) -> dict[tuple, tuple[str, ...]]:
    """What each message of a catalogue is translated to."""
    return {(forms(each.id), context_of(each)): forms(each.string) for each in catalogue if each.id}


def context_of(message: Message) -> str | None:
    return message.context.decode() if isinstance(message.context, bytes) else message.context  # read_mo leaves bytes


def test_every_app_has_a_catalogue_of_every_language():
    languages = {"zh_Hans"}
    assert [path.relative_to(settings.BASE_DIR).as_posix() for path in CATALOGUES] == sorted(
        f"{app}/locale/{language}/LC_MESSAGES/django.po" for app in APPS for language in languages
    )


def name_of(path: Path) -> str:
    return " ".join(path.relative_to(settings.BASE_DIR).parts[:-2])


@pytest.mark.parametrize("path", CATALOGUES + LIBRARY_WORDS, ids=name_of)
class TestCatalogue:
    def test_every_message_is_translated(self, path):
        assert [each.id for each in messages(path) if each.fuzzy or not all(forms(each.string))] == []

    def test_a_translation_has_the_values_and_tags_of_its_sentence(self, path):
        assert [each.id for each in messages(path) if not has_the_same_values(each)] == []

    def test_what_is_compiled_is_what_is_written(self, path):
        with path.with_suffix(".mo").open("rb") as file:
            assert entries(read_mo(file)) == entries(messages(path))


@pytest.mark.parametrize("path", CATALOGUES, ids=name_of)
def test_the_catalogue_has_just_the_words_of_the_program(path, tmp_path):
    """What `make messages` would add or take away; it needs the gettext tools."""
    if not shutil.which("xgettext"):
        reason = "The gettext tools are not installed, so nobody looked whether the catalogues are complete."
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    app = path.parts[-5]
    copy = tmp_path / app
    shutil.copytree(settings.BASE_DIR / app, copy, ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "-l", path.parts[-3], "--no-location"],
        cwd=copy,
        env={name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
        check=True,
        capture_output=True,
    )
    fresh = copy / path.relative_to(settings.BASE_DIR / app)
    assert set(entries(messages(path))) == set(entries(messages(fresh)))


@pytest.mark.parametrize("path", LIBRARY_WORDS, ids=name_of)
def test_the_words_of_a_library_stand_before_none_of_ours(path):
    """They would be shown in their place: what LOCALE_PATHS name comes first."""
    ours = {message for catalogue in CATALOGUES for message in entries(messages(catalogue))}
    assert set(entries(messages(path))) & ours == set()


@pytest.mark.parametrize("path", LIBRARY_WORDS, ids=name_of)
def test_the_words_of_a_library_are_those_that_it_asks_for(path):
    """What stands there no more, an update of the library has taken away."""
    written = "".join(file.read_text() for kind in ("py", "html") for file in LIBRARY.rglob(f"*.{kind}"))
    asked = re.sub(r"\{\{ (\w+) \}\}", r"%(\1)s", re.sub(r"""(["'])\s*\n\s*["']""", "", written))
    assert [each.id for each in messages(path) if forms(each.id)[0].strip() not in asked] == []


def test_what_was_stored_before_it_was_reworded_is_worded_today_with_the_same_values():
    ours = {sentence for path in CATALOGUES for message in messages(path) for sentence in forms(message.id)}
    assert {today for earlier, today in TODAY.items() if today not in ours or earlier in ours} == set()
    assert [earlier for earlier, today in TODAY.items() if not has_the_same_values(Message(earlier, today))] == []


def has_the_same_values(message: Message) -> bool:
    """Whether a translation has each value and tag of its English sentence as often; a plural has those of either form."""
    expected = Counter(PLACEHOLDER.findall(forms(message.id)[-1]))
    return all(Counter(PLACEHOLDER.findall(form)) == expected for form in forms(message.string))


@pytest.mark.parametrize(
    ("sentence", "translation", "same"),
    [
        ("%(n)s of %(all)s", "共 %(all)s，已 %(n)s", True),
        ("%(n)s of %(all)s", "已 %(n)s", False),
        ('Use <a href="%(desk)s">the desk</a>.', '请用<a href="%(desk)s">工作台</a>。', True),
        ("Use <b>the desk</b>.", "请用工作台。", False),
    ],
)
def test_a_lost_value_or_tag_is_noticed(sentence, translation, same):
    assert has_the_same_values(Message(sentence, translation)) is same
