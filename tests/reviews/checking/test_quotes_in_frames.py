"""Quotes that stand in a denial, a correction or a rumour now, or are said of something else: never quiet."""

import pytest

from reviews.checking import ENDANGERING, LOW, QUIET, Change, compare_quote, quote_comparison
from tests.reviews.checking.quotes_in_frames import DOUBTED, GRAVE, LOW_AT_MOST, FramedQuote, framed_quotes

RIGHT = {
    GRAVE: ENDANGERING | {Change.UNCERTAIN},
    DOUBTED: ENDANGERING | {Change.UNCERTAIN, Change.HEDGE},
    LOW_AT_MOST: QUIET | LOW,
}
CASES = framed_quotes()


def change(case: FramedQuote) -> Change:
    return compare_quote(case.quote, case.after, prefix=case.prefix, suffix=case.suffix).change


def test_every_frame_is_answered_as_what_it_is():
    assert len(CASES) >= 80
    wrong = [(case, change(case)) for case in CASES if change(case) not in RIGHT[case.right]]
    assert wrong == []


@pytest.mark.parametrize(
    ("rule", "nothing", "right"),
    [("framing_change", None, GRAVE), ("surroundings_change", "", DOUBTED)],
)
def test_control_without_the_rule_the_same_quotes_look_well(monkeypatch, rule, nothing, right):
    monkeypatch.setattr(quote_comparison, rule, lambda *_args, **_kwargs: nothing)
    missed = [case for case in CASES if case.right == right and change(case) not in RIGHT[right]]
    assert len(missed) >= 7


def test_a_denial_that_stood_there_from_the_beginning_is_no_change():
    before, after = "The mayor denied that ", ". He was calm."
    quote = "the tunnel cost the city 95 million euros"
    text = f"Much was said on Monday. {before}{quote}{after}"
    assert compare_quote(quote, text, prefix=before, suffix=after).change is Change.IDENTICAL


def test_a_denial_that_went_is_a_change():
    quote = "the tunnel cost the city 95 million euros"
    found = compare_quote(
        quote, f"On Monday the mayor confirmed that {quote}. He was calm.",
        prefix="On Monday the mayor denied that ", suffix=". He was calm.",
    )  # fmt: skip
    assert (found.change, found.explanation) == (
        Change.NEGATION_CHANGED,
        "The source no longer denies or corrects this: “denied that” is gone.",
    )
