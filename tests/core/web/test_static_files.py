"""Scripts import one another under the hashed names that pages load them by."""

import re
from pathlib import Path
from shutil import rmtree

import pytest
from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile

from core.web import static_files
from core.web.static_files import HashedStaticFiles, are_collected, remember_collected

SCRIPTS = ("web/shortcuts.js", "claims/select-quote.js", "reviews/article.js")
IMPORTED = re.compile(r'from "\.\./([^"]+)"')


def collected(folder: Path, storage: type[HashedStaticFiles]) -> HashedStaticFiles:
    """The scripts after they got their hashed names."""
    kept = storage(location=folder)
    for name in SCRIPTS:
        kept.save(name, ContentFile(Path(finders.find(name)).read_bytes()))
    assert all(not isinstance(done, Exception) for _, _, done in kept.post_process({n: (kept, n) for n in SCRIPTS}))
    return kept


def imported_by_the_article(kept: HashedStaticFiles) -> list[str]:
    return IMPORTED.findall(Path(kept.path(kept.stored_name("reviews/article.js"))).read_text(encoding="utf-8"))


def test_a_module_is_imported_under_the_name_that_pages_load_it_by(tmp_path):
    kept = collected(tmp_path, HashedStaticFiles)
    names = [kept.stored_name(name) for name in ("claims/select-quote.js", "web/shortcuts.js")]
    assert imported_by_the_article(kept) == names
    assert set(names) & set(SCRIPTS) == set()


def test_without_that_pattern_a_second_copy_of_the_module_would_be_loaded(tmp_path):
    class Unaware(HashedStaticFiles):
        patterns = HashedStaticFiles.patterns[:-1]

    assert imported_by_the_article(collected(tmp_path, Unaware)) == ["claims/select-quote.js", "web/shortcuts.js"]


@pytest.fixture
def own_files(settings, tmp_path):
    """A folder of static files, and nothing collected yet."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    settings.STATICFILES_DIRS = [tmp_path / "own"]
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "page.css").write_text("p { margin: 0 }")
    return tmp_path / "own"


def test_static_files_are_collected_once(own_files):
    before = are_collected()
    remember_collected()
    assert (before, are_collected()) == (False, True)


@pytest.mark.parametrize("change", ["changed", "added", "taken out", "renamed"])
def test_static_files_are_collected_again_when_one_of_them_is(own_files, change):
    remember_collected()
    page = own_files / "page.css"
    match change:
        case "changed":
            page.write_text("p { margin: 1 }")  # as long as before
        case "added":
            (own_files / "more.css").touch()
        case "taken out":
            page.unlink()
        case "renamed":
            page.rename(own_files / "other.css")
    assert not are_collected()


def test_static_files_are_collected_again_when_the_folder_was_emptied(own_files, settings):
    remember_collected()
    rmtree(settings.STATIC_ROOT)
    assert not are_collected()


def test_static_files_are_collected_again_by_another_version_of_what_compresses_them(own_files, monkeypatch):
    remember_collected()
    monkeypatch.setattr(static_files, "version", lambda package: "999")
    assert not are_collected()
