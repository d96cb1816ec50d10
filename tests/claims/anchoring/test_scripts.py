"""Quotes of ten scripts, on pages of more characters than any one alphabet has."""

import unicodedata

import pytest

from claims.anchoring import context_around, find_quote, normalise
from claims.anchoring.scripts import runs_on, with_western_digits
from tests.claims.anchoring.scripts_of_the_world import DIRECTORY, REPORTS_BY_SCRIPT

SCRIPTS = list(REPORTS_BY_SCRIPT)


def page(script: str, cited: str) -> str:
    before, _, after = REPORTS_BY_SCRIPT[script]
    return f"{DIRECTORY}\n{before} {cited} {after}\n{DIRECTORY}"


def passage_found(script: str, text: str) -> str | None:
    """What stands now where the cited sentence of this script stood; None where it was not found."""
    cited = REPORTS_BY_SCRIPT[script][1]
    original = page(script, cited)
    start = original.index(cited)
    prefix, suffix = context_around(original, start, start + len(cited))
    found = find_quote(cited, text, prefix=prefix, suffix=suffix, start_hint=start)
    return text[found.start : found.end] if found.outcome == "found" else None


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize(
    "edit",
    [
        lambda cited: cited,
        lambda cited: cited.replace("340", "370"),
        lambda cited: cited.replace("85", "").replace("340", "3400"),
        lambda cited: unicodedata.normalize("NFD", cited),
        lambda cited: cited.replace("340", "\u200b340\u00ad"),
        lambda cited: cited[:4] + "§" + cited[5:],
    ],
    ids=["untouched", "other number", "number gone", "decomposed", "invisible characters", "one letter"],
)
def test_an_edited_sentence_is_found_in_its_place(script, edit):
    now = edit(REPORTS_BY_SCRIPT[script][1])
    assert passage_found(script, page(script, now)) == now


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_sentence_that_was_taken_out_is_not_found(script):
    assert passage_found(script, page(script, "")) is None


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_sentence_that_moved_to_the_other_end_of_the_page_is_found_there(script):
    before, cited, after = REPORTS_BY_SCRIPT[script]
    assert passage_found(script, f"{before} {after}\n{DIRECTORY}\n{cited}") == cited


def test_a_long_quote_of_very_many_characters_is_found_and_measured():
    quote = "".join(chr(0x4E00 + n) for n in range(600))
    text = f"{DIRECTORY}\n{quote[:300]}改{quote[301:]}\n{DIRECTORY}"
    found = find_quote(quote, text)
    assert (found.outcome, text[found.start : found.end]) == ("found", f"{quote[:300]}改{quote[301:]}")


def test_part_of_a_sentence_without_spaces_is_a_copy():
    text = "报告说新渡轮可以载340名乘客和85辆汽车穿过海峡，比旧船多。"
    found = find_quote("新渡轮可以载340名乘客", text)
    assert [anchor.exact for anchor in found.candidates] == [True]


@pytest.mark.parametrize(
    ("edge", "following", "expected"),
    [
        ("载", "客", False),
        ("载", "3", False),
        ("0", "名", False),
        ("0", "万", True),
        ("三", "百", True),
        ("0", "5", True),
        ("a", "b", True),
        ("क", "ि", True),
        ("م", "د", True),
        ("น", "้", False),
    ],
)
def test_a_word_runs_on_where_its_script_marks_the_end_of_words(edge, following, expected):
    assert runs_on(edge, following) is expected


def test_digits_of_every_script_are_read_as_ours_one_for_one():
    assert with_western_digits("٣٤٠٫٥ ३४० ３４０ ៣៤០ 340 ²") == "340.5 340 340 340 340 ²"


def test_normal_forms_and_reading_aids_of_other_scripts_are_typography():
    texts = ["١٬٢٣٤", "1,234"], ["مُحَمَّد", "محمـــد"], ["שָׁלוֹם", "שלום"], ["مليون کتاب", "مليون كتاب"]
    assert [normalise(one).text == normalise(other).text for one, other in texts] == [True] * 4


def test_letters_that_tell_words_apart_are_no_typography():
    texts = ["случай", "случаи"], ["दिन", "दान"], ["がん", "かん"], ["ما", "لا"]
    assert [normalise(one).text == normalise(other).text for one, other in texts] == [False] * 4
