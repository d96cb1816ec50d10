"""The model's claims take the place of the rules' claims sentence by sentence, and only whole."""

import pytest

from claims.language.splitting import split_article
from claims.language_model import checks, splitting
from claims.language_model.answer_schema import Proposal
from claims.language_model.checks import RejectionReason
from claims.language_model.chunking import chunks_of, numbered_sentences
from claims.language_model.failures import ModelFailed
from claims.language_model.splitting import LONGEST_ARTICLE, ModelSplit, chunks_to_ask_about, with_answers
from tests.claims.language_model.articles import ARTICLE, FIRST, GOOD, ORDER, ROTOR, STILL, WEIGHT

BY_RULES = split_article(ARTICLE)


def proposals(*claims: dict) -> list[Proposal]:
    """The claims as a model would propose them, each for the sentence that holds its quote."""
    return [
        Proposal(
            claim.get("sentence")
            or next(sentence.number for sentence in numbered_sentences(ARTICLE) if claim["quote"] in sentence.text),
            claim["quote"],
            claim["text"],
            claim.get("attributed_to"),
        )
        for claim in claims
    ]


def split(*claims: dict) -> ModelSplit:
    return with_answers(ARTICLE, BY_RULES, chunks_to_ask_about(ARTICLE), [proposals(*claims)])


def told(claims) -> list[tuple[str, str, str | None]]:
    return [(claim.text, ARTICLE[claim.start : claim.end], claim.attributed_to) for claim in claims]


def rules_about(*words: str) -> list[tuple[str, str, str | None]]:
    """What the rules tell of the sentences that hold these words."""
    return [
        claim
        for claim, extracted in zip(told(BY_RULES.claims), BY_RULES.claims, strict=True)
        if any(word in ARTICLE[extracted.sentence_start : extracted.sentence_end] for word in words)
    ]


def as_told(*claims: dict) -> list[tuple[str, str, str | None]]:
    return [(claim["text"], claim["quote"], claim.get("attributed_to")) for claim in claims]


def test_claims_that_hold_are_taken_with_spans_and_values_of_our_own():
    found = split(*GOOD)
    assert (found.offered, found.taken, found.rejections) == (5, 5, {})
    assert told(found.article.claims) == as_told(*GOOD)
    weight, _, still, *_ = found.article.claims
    assert [(quantity.surface, quantity.unit) for quantity in weight.quantities] == [("61 tonnes", "tonne")]
    assert (weight.kind, weight.check_worthy, still.check_worthy) == ("quantity", True, True)
    assert (found.article.marks, found.article.title) == (BY_RULES.marks, BY_RULES.title)


def test_sentences_without_an_answer_keep_the_claims_of_the_rules():
    found = split(WEIGHT)
    assert told(found.article.claims) == as_told(WEIGHT) + rules_about("rotor", "Nordvik", "Bergen")


def test_no_answer_at_all_is_what_the_rules_say():
    assert split().article == BY_RULES


@pytest.mark.parametrize(
    ("claim", "rejection"),
    [
        ({**STILL, "quote": "does not turn below 4 m/s", "sentence": 2}, RejectionReason.QUOTE_NOT_THERE),
        (
            {**STILL, "text": "The Halden V3 turbine's rotor does not turn below 30 m/s."},
            RejectionReason.INVENTED_NUMBER,
        ),
        ({**STILL, "text": "The Halden V3 turbine's rotor does turn below 3 m/s."}, RejectionReason.NEGATION_CHANGED),
    ],
)
def test_one_claim_that_fails_leaves_its_whole_sentence_to_the_rules(claim, rejection):
    found = split(WEIGHT, ROTOR, claim)
    assert (found.offered, found.taken, found.rejections) == (3, 1, {rejection: 1})
    assert told(found.article.claims) == as_told(WEIGHT) + rules_about("rotor", "Nordvik", "Bergen")


def test_with_the_checks_off_an_invented_number_gets_through(monkeypatch):
    invented = {**WEIGHT, "text": "The Halden V3 turbine weighs 6100 tonnes."}
    assert "6100" not in " ".join(claim.text for claim in split(invented).article.claims)
    monkeypatch.setattr(checks, "_CHECKS", ())
    monkeypatch.setattr(splitting, "_loses_a_number", lambda *_: False)
    assert "6100" in " ".join(claim.text for claim in split(invented).article.claims)


def test_a_sentence_of_which_a_number_is_left_out_is_left_to_the_rules():
    found = split(STILL)
    assert (found.taken, found.rejections) == (0, {RejectionReason.NUMBER_LOST: 1})
    assert found.article == BY_RULES


def test_a_report_that_loses_its_speaker_is_left_to_the_rules():
    unattributed = {"quote": "it had ordered 24 turbines", "text": "It had ordered 24 turbines."}
    found = split(unattributed)
    assert (found.taken, found.rejections) == (0, {RejectionReason.SPEAKER_LOST: 1})
    assert found.article == BY_RULES


def test_sentences_that_were_not_asked_about_are_nobodys():
    found = split({**WEIGHT, "sentence": 99}, FIRST)
    assert (found.offered, found.taken, found.rejections) == (2, 1, {RejectionReason.UNKNOWN_SENTENCE: 1})


def test_the_same_claim_twice_is_one_claim():
    found = split(
        ORDER, {**ORDER, "text": "Nordvik had  ordered 24 turbines"}, {**ORDER, "attributed_to": "Operator Nordvik"}
    )
    assert [claim for claim in told(found.article.claims) if "24" in claim[0]] == as_told(ORDER)


def test_too_many_claims_of_one_sentence_are_left_to_the_rules():
    words = ("The turbine", "The Halden turbine", "The V3", "The Halden", "Halden", "The V3 turbine", "Turbine", "V3")
    many = [{**WEIGHT, "text": f"{name} weighs {unit}."} for name in words for unit in ("61 tonnes", "the 61 tonnes")]
    assert split(*many).rejections == {RejectionReason.TOO_MANY: 16}


def test_a_sentence_printed_twice_is_asked_about_once_and_found_at_both_places():
    line = "The mast of the ship is 40 m tall."
    text = f"{line}\n\nNobody has measured the hull yet.\n\n{line}"
    quote = line.removesuffix(".")
    found = with_answers(text, split_article(text), chunks_to_ask_about(text), [[Proposal(1, quote, line, None)]])
    (mast,) = [claim for claim in found.article.claims if "mast" in claim.text]
    again = text.rindex(quote)
    assert mast.places == ((0, len(quote)), (again, again + len(quote)))
    assert sum("mast" in sentence.text for sentence in numbered_sentences(text)) == 1


def test_curly_quotes_and_line_breaks_are_found_where_they_are_printed():
    text = "The firm\u2019s  new\nplant makes 90 engines a year."
    found = with_answers(
        text,
        split_article(text),
        chunks_to_ask_about(text),
        [
            [
                Proposal(
                    1,
                    "The firm's new plant makes 90 engines a year",
                    "The firm's new plant makes 90 engines a year.",
                    None,
                )
            ]
        ],
    )
    (claim,) = found.article.claims
    assert (found.taken, text[claim.start : claim.end]) == (1, text.removesuffix("."))


def test_contradictions_are_found_among_the_claims_that_were_taken():
    text = "The bridge is 340 m long. Later it says that the bridge is 430 m long."
    answers = [
        Proposal(1, "The bridge is 340 m long", "The bridge is 340 m long.", None),
        Proposal(2, "the bridge is 430 m long", "The bridge is 430 m long.", None),
    ]
    found = with_answers(text, split_article(text), chunks_to_ask_about(text), [answers])
    pairs = [
        {found.article.claims[each.first].text, found.article.claims[each.second].text}
        for each in found.article.findings
    ]
    assert pairs == [{"The bridge is 340 m long.", "The bridge is 430 m long."}]


def test_chunks_hold_every_sentence_once_in_order_and_the_ones_before_for_context():
    text = "\n\n".join(
        f"Ship {number} of the line carries {number} guns and a crew of many hands." for number in range(1, 120)
    )
    chunks = chunks_of(numbered_sentences(text))
    numbers = [sentence.number for chunk in chunks for sentence in chunk.sentences]
    assert (numbers, len(chunks) > 3) == (list(range(1, 120)), True)
    assert [chunk.before[-1].number for chunk in chunks[1:]] == [chunk.sentences[-1].number for chunk in chunks[:-1]]


def test_an_article_too_long_to_be_answered_in_time_is_not_asked_about():
    with pytest.raises(ModelFailed, match="too long for the language model"):
        chunks_to_ask_about("The mast is tall. " * (LONGEST_ARTICLE // 18 + 1))
