"""Finding a quote again: where it stands, when it is uncertain, when it is gone."""

import re
from collections import Counter

import edlib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.anchoring import context_around, find_quote, normalise
from tests.claims.anchoring.generated import Case, cases
from tests.claims.anchoring.pages import page_cases

BEFORE = "The shipyard opened its books to the press on Monday morning."
AFTER = "Its chairman declined to answer any question about the next order."
QUOTE = "The yard delivered 14 ferries worth 310 million kroner in 2023."


def page(passage: str) -> str:
    return f"{BEFORE} {passage} {AFTER}"


def find(passage_or_page: str, quote: str = QUOTE):
    return find_quote(quote, passage_or_page, prefix=f"{BEFORE} ", suffix=f" {AFTER}")


def passage_found(text: str) -> str:
    anchoring = find(text)
    assert anchoring.outcome == "found"
    return text[anchoring.start : anchoring.end]


def test_an_unchanged_quote_is_found_where_it_stands():
    assert passage_found(page(QUOTE)) == QUOTE


def test_context_is_cut_at_the_ends_of_the_text():
    assert context_around("abcdef", 2, 4, width=1) == ("b", "e")
    assert context_around("abcdef", 0, 6) == ("", "")


def test_typography_does_not_hide_a_quote():
    typeset = QUOTE.replace(" ", "\u00a0", 2).replace("ferries worth", "fer-\nries  worth")
    assert passage_found(page(typeset)) == typeset


def test_a_passage_with_another_number_is_found_as_the_passage_it_is():
    changed = QUOTE.replace("14", "12")
    assert passage_found(page(changed)) == changed


def test_a_passage_that_grew_is_found_with_its_addition():
    longer = QUOTE[:-1] + ", two of them for the island lines that the region had put out to tender."
    assert passage_found(page(longer)) == longer


def test_a_quote_inside_a_longer_number_is_not_a_copy():
    quote = "50 cases were counted in the district last week"
    text = "150 cases were counted in the district last week"
    assert [anchor.exact for anchor in find_quote(quote, text).candidates] == [False]


def test_a_quote_that_was_cut_inside_a_word_is_still_a_copy():
    text = "Overall 150 cases were counted."
    prefix, suffix = context_around(text, 9, 17)
    anchoring = find_quote(text[9:17], text, prefix=prefix, suffix=suffix)
    assert (anchoring.outcome, anchoring.start, anchoring.end) == ("found", 9, 17)


def test_a_removed_quote_is_gone():
    assert find(f"{BEFORE} {AFTER}").outcome == "gone"


def test_a_removed_quote_is_not_attached_to_a_look_alike():
    look_alike = "The rival yard delivered 11 ferries worth 240 million kroner in 2023."
    anchoring = find(f"{look_alike} {'Nothing else was said about it. ' * 4}{BEFORE} {AFTER}")
    assert (anchoring.outcome, anchoring.start) == ("gone", None)


def test_the_edited_original_wins_over_an_untouched_copy_elsewhere():
    edited = QUOTE.replace("14 ferries", "12 ferries")
    text = f"{page(edited)} {'Other matters followed in the afternoon. ' * 5}{QUOTE}"
    assert passage_found(text) == edited


def test_the_same_passage_printed_twice_with_its_surroundings_is_found_at_the_first_place():
    text = f"{page(QUOTE)} {page(QUOTE)}"
    assert find(text).start == len(BEFORE) + 1


def test_copies_without_their_old_surroundings_are_uncertain():
    text = f"Something new was written here. {QUOTE} And more of it there. {QUOTE} The end of the page."
    anchoring = find(text)
    assert (anchoring.outcome, len(anchoring.candidates)) == ("uncertain", 2)


def test_an_empty_text_holds_no_quote():
    assert find_quote("anything", "  ").outcome == "gone"


def closest_match_wins(quote: str, text: str) -> str:
    """What annotation tools do: the smallest edit distance anywhere, whatever stands around it."""
    first, last = edlib.align(quote, text, mode="HW", task="locations")["locations"][0]
    return text[first : last + 1]


def test_control_the_closest_match_alone_would_take_the_look_alike():
    edited = "Our own yard handed over 12 ferries, worth 240 million kroner in all, in 2023."
    text = f"{page(edited)} {'Other matters followed in the afternoon. ' * 5}{QUOTE.replace('2023', '2022')}"
    assert closest_match_wins(QUOTE, text) == QUOTE.replace("2023", "2022")
    assert passage_found(text) == edited


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Counter]:
    by_kind: dict[str, Counter] = {}
    for case in cases(per_kind=30, seed=20):
        by_kind.setdefault(case.kind, Counter())[verdict(case)] += 1
    return by_kind


def verdict(case: Case) -> str:
    anchoring = find_quote(case.quote, case.after, prefix=case.prefix, suffix=case.suffix)
    if anchoring.outcome == "uncertain":
        return "uncertain"
    if anchoring.outcome == "gone":
        return "right" if case.passage is None else "missed"
    return "right" if case.passage and overlaps_well(case, anchoring.start, anchoring.end) else "wrong"


def overlaps_well(case: Case, start: int, end: int) -> bool:
    """The found span and a place where the passage is printed share four fifths of either."""
    for place in re.finditer(re.escape(case.passage), case.after):
        shared = min(end, place.end()) - max(start, place.start())
        if shared >= 0.8 * len(case.passage) and shared >= 0.8 * (end - start):
            return True
    return False


def test_no_edit_of_the_generated_set_is_anchored_in_a_wrong_place(verdicts):
    assert {kind: count["wrong"] for kind, count in verdicts.items() if count["wrong"]} == {}


def test_nearly_every_edit_of_the_generated_set_is_decided_rightly(verdicts):
    total = sum(verdicts.values(), Counter())
    assert total["right"] / total.total() >= 0.95


@pytest.fixture(scope="module")
def page_verdicts() -> dict[str, Counter]:
    by_kind: dict[str, Counter] = {}
    for case in page_cases(per_kind=60, seed=404):
        by_kind.setdefault(case.kind, Counter())[verdict(case)] += 1
    return by_kind


def test_on_pages_full_of_look_alikes_hardly_any_quote_is_anchored_in_a_wrong_place(page_verdicts):
    total = sum(page_verdicts.values(), Counter())
    shares = {what: total[what] / total.total() for what in ("right", "uncertain", "wrong")}
    assert (shares["right"] >= 0.92, shares["uncertain"] <= 0.08, shares["wrong"] <= 0.005) == (True, True, True), (
        shares
    )


def test_no_quote_that_was_deleted_is_anchored_to_its_sibling(page_verdicts):
    deleted = {kind: count["wrong"] for kind, count in page_verdicts.items() if "deleted" in kind}
    assert deleted == dict.fromkeys(deleted, 0)


def test_control_the_closest_match_alone_would_anchor_most_deleted_quotes_to_a_sibling():
    deleted = [case for case in page_cases(per_kind=5, seed=405) if "deleted" in case.kind]
    near = [edlib.align(case.quote, case.after, mode="HW")["editDistance"] / len(case.quote) for case in deleted]
    assert sum(share <= 0.4 for share in near) >= 0.8 * len(deleted)


@settings(max_examples=150)
@given(
    quote=st.text(), text=st.text(), prefix=st.text(max_size=64), suffix=st.text(max_size=64), hint=st.integers(0, 99)
)
@example(quote="\u00ad", text="a", prefix="", suffix="", hint=0)
def test_offsets_are_valid_for_any_texts(quote, text, prefix, suffix, hint):
    anchoring = find_quote(quote, text, prefix=prefix, suffix=suffix, start_hint=hint)
    if anchoring.outcome == "found":
        assert 0 <= anchoring.start < anchoring.end <= len(text)
    else:
        assert (anchoring.start, anchoring.end) == (None, None)
    assert all(0 <= a.start < a.end <= len(text) for a in anchoring.candidates)


@settings(max_examples=100)
@given(st.lists(st.sampled_from(BEFORE.split() + AFTER.split()), min_size=8, max_size=60), st.data())
def test_a_quote_taken_from_a_text_is_found_in_that_text(words, data):
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        return
    prefix, suffix = context_around(text, start, end)
    anchoring = find_quote(text[start:end], text, prefix=prefix, suffix=suffix, start_hint=start)
    assert anchoring.outcome == "found"
    assert normalise(text[anchoring.start : anchoring.end]).text == normalise(text[start:end]).text.strip()
