"""The sentence of a source that fits a claim best, and why it was found."""

import random
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.similarity.passages import EvidenceQuery, best_passages, highlight
from tests.claims.anchoring.prose import REPORTS, county_report
from tests.growth import python_calls

PAGE = " ".join(REPORTS)


def best(claim: str, *texts: str):
    return best_passages(EvidenceQuery(claim), texts or (PAGE,))[0]


def sentence_for(claim: str) -> str:
    found = best(claim)
    return PAGE[found.start : found.end]


def test_the_same_quantity_in_another_unit_outweighs_shared_words():
    assert sentence_for("The lake holds 1,350 million cubic metres of water when it is full.").startswith(
        "The Orlava dam is 96 metres high"
    )


def test_the_reasons_tell_quantity_name_and_words_apart():
    found = best("The Tern probe weighs 3.17 tonnes.")
    assert found.reasons[0] == "same quantity: 3,170 kg"
    assert best("The Tern probe carries 16 kbit per second.", REPORTS[20]).reasons == ("names Tern", "words: probe")


def test_a_text_without_any_of_the_words_has_no_passage():
    assert best_passages(EvidenceQuery("Bananas ripen quickly."), [PAGE, ""]) == [None, None]


def test_the_words_of_the_claim_are_marked_in_whatever_form_they_stand():
    assert highlight(EvidenceQuery("a chamber of steel"), "Two steel chambers.", "<", ">") == "Two <steel> <chambers>."


def test_long_sources_are_read_with_a_few_calls_for_each_of_their_words():
    texts = [" ".join(county_report(60_000, random.Random(seed))) for seed in range(6)]
    query = EvidenceQuery("In 1987 the municipality of Rauma spent 13.4 million kroner on 12 kilometres of road.")
    best_passages(query, texts[:1])  # what is loaded at the first question is asked for once
    words = sum(len(re.findall(r"\w+", text)) for text in texts)
    assert python_calls(lambda: best_passages(query, texts)) < 5 * words


@settings(max_examples=100)
@given(st.text(max_size=60), st.lists(st.text(max_size=120), max_size=4))
def test_any_claim_and_texts_get_passages_that_lie_in_their_texts(claim, texts):
    for text, found in zip(texts, best_passages(EvidenceQuery(claim), texts), strict=True):
        assert found is None or 0 <= found.start < found.end <= len(text)
