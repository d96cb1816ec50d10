"""A model's claim is taken only if its own sentence prints what it says."""

from datetime import date

import pytest

from claims.language_model import checks
from claims.language_model.answer_schema import Proposal
from claims.language_model.checks import Grounding, RejectionReason, rejection_of
from claims.language_model.chunking import numbered_sentences
from claims.language_model.proposal_claims import parse_proposals

ARTICLE = """The Kestrel 4 drone weighs 18 kg. It flew more than 900 km in March 2021, and in 2023 it did not fly at all.
Maker Ardent Systems may deliver six of them to Norway, minister Kari Holm said. Its battery holds 4.2 kWh."""
WEIGHT, FLIGHT, DELIVERY, BATTERY = numbered_sentences(ARTICLE)
GROUNDING = Grounding((WEIGHT, FLIGHT, DELIVERY, BATTERY), date(2024, 5, 6))
NOT_AT_ALL = "in 2023 it did not fly at all"


def rejection(sentence, quote: str, text: str, speaker: str | None = None) -> RejectionReason | None:
    return rejection_of(Proposal(sentence.number, quote, text, speaker), sentence, GROUNDING)


@pytest.mark.parametrize(
    ("sentence", "quote", "text", "speaker"),
    [
        (WEIGHT, "The Kestrel 4 drone weighs 18 kg", "The Kestrel 4 drone weighs 18 kg.", None),
        (FLIGHT, "It flew more than 900 km in March 2021", "The Kestrel 4 flew more than 900 km in March 2021.", None),
        (FLIGHT, NOT_AT_ALL, "In 2023 the Kestrel 4 didn't fly at all.", None),
        (
            DELIVERY,
            "may deliver six of them to Norway",
            "Ardent Systems may deliver six drones to Norway.",
            "Kari Holm",
        ),
        (BATTERY, "battery holds 4.2 kWh", "The battery of the Kestrel 4 drone holds 4.2 kWh.", None),
    ],
    ids=["as printed", "name for pronoun", "short for not", "speaker apart", "turned round"],
)
def test_a_claim_that_says_what_its_sentence_says_holds(sentence, quote, text, speaker):
    assert rejection(sentence, quote, text, speaker) is None


@pytest.mark.parametrize(
    ("sentence", "quote", "text", "speaker", "expected"),
    [
        (
            WEIGHT,
            "The Kestrel 4 drone weighs 81 kg",
            "The Kestrel 4 drone weighs 18 kg.",
            None,
            RejectionReason.QUOTE_NOT_THERE,
        ),
        (WEIGHT, "battery holds 4.2 kWh", "Its battery holds 4.2 kWh.", None, RejectionReason.QUOTE_NOT_THERE),
        (WEIGHT, ".", "The Kestrel 4 drone weighs 18 kg.", None, RejectionReason.QUOTE_NOT_THERE),
        (WEIGHT, "weighs 18 kg", "The Kestrel 4 drone weighs 19 kg.", None, RejectionReason.INVENTED_NUMBER),
        (WEIGHT, "weighs 18 kg", "In 2023 the Kestrel 4 drone weighs 18 kg.", None, RejectionReason.INVENTED_NUMBER),
        (
            WEIGHT,
            "weighs 18 kg",
            "In March 2021 the Kestrel 4 drone weighs 18 kg.",
            None,
            RejectionReason.INVENTED_NUMBER,
        ),
        (BATTERY, "holds 4.2 kWh", "The Kestrel 5 battery holds 4.2 kWh.", None, RejectionReason.INVENTED_NUMBER),
        (WEIGHT, "weighs 18 kg", "The Kestrel 4 drone weighs 18 tonnes.", None, RejectionReason.OTHER_QUANTITY),
        (FLIGHT, "flew more than 900 km", "The Kestrel 4 flew 900 km.", None, RejectionReason.OTHER_QUANTITY),
        (
            DELIVERY,
            "may deliver six of them",
            "Ardent Systems may deliver seven drones.",
            None,
            RejectionReason.OTHER_QUANTITY,
        ),
        (FLIGHT, NOT_AT_ALL, "The Kestrel 4 did not fly at all in March 2023.", None, RejectionReason.OTHER_DATE),
        (FLIGHT, NOT_AT_ALL, "In 2023 the Kestrel 4 did fly.", None, RejectionReason.NEGATION_CHANGED),
        (WEIGHT, "weighs 18 kg", "The Kestrel 4 drone never weighs 18 kg.", None, RejectionReason.NEGATION_CHANGED),
        (
            FLIGHT,
            NOT_AT_ALL,
            "In 2023 the Kestrel 4 did not fail to fly at all.",
            None,
            RejectionReason.NEGATION_CHANGED,
        ),
        (
            DELIVERY,
            "may deliver six of them",
            "Ardent Systems deliver six drones.",
            None,
            RejectionReason.HEDGE_CHANGED,
        ),
        (WEIGHT, "weighs 18 kg", "The Kestrel 4 drone weighs only 18 kg.", None, RejectionReason.HEDGE_CHANGED),
        (WEIGHT, "weighs 18 kg", "The Norway-Kestrel 4 drone weighs 18 kg.", None, RejectionReason.INVENTED_NAME),
        (WEIGHT, "weighs 18 kg", "The Kestrel 4 drone possibly weighs 18 kg.", None, RejectionReason.HEDGE_CHANGED),
        (WEIGHT, "weighs 18 kg", "The Norwegian Kestrel 4 drone weighs 18 kg.", None, RejectionReason.INVENTED_NAME),
        (WEIGHT, "weighs 18 kg", "The Kestrel 4 drone verifiably weighs 18 kg.", None, RejectionReason.OTHER_WORDS),
        (WEIGHT, "weighs 18 kg", "The battery holds the drone.", None, RejectionReason.OTHER_WORDS),
        (
            DELIVERY,
            "may deliver six",
            "Ardent Systems may deliver six.",
            "Prime Minister",
            RejectionReason.UNKNOWN_SPEAKER,
        ),
        (DELIVERY, "may deliver six", "Ardent Systems may deliver six.", "Kari Hol", RejectionReason.UNKNOWN_SPEAKER),
        (WEIGHT, "weighs 18 kg", "The Kestrel 4 weighs\x00 18 kg.", None, RejectionReason.UNPRINTABLE),
        (WEIGHT, "weighs 18 kg", "The Kestrel 4 weighs \ud800 18 kg.", None, RejectionReason.UNPRINTABLE),
        (WEIGHT, "weighs 18 kg", "The \u202eKestrel 4 weighs 18 kg.", None, RejectionReason.UNPRINTABLE),
        (WEIGHT, "weighs 18 kg", "…", None, RejectionReason.SAYS_NOTHING),
    ],
)
def test_a_claim_that_says_anything_else_does_not_hold(sentence, quote, text, speaker, expected):
    assert rejection(sentence, quote, text, speaker) is expected


@pytest.mark.parametrize(
    ("text", "let_through"),
    [
        (
            "The Kestrel 4 drone weighs 19 kg.",
            (RejectionReason.INVENTED_NUMBER, RejectionReason.OTHER_QUANTITY, RejectionReason.OTHER_WORDS),
        ),
        ("The Kestrel 4 drone weighs 18 tonnes.", (RejectionReason.OTHER_QUANTITY, RejectionReason.OTHER_WORDS)),
        ("The Kestrel 4 drone never weighs 18 kg.", (RejectionReason.NEGATION_CHANGED, RejectionReason.OTHER_WORDS)),
        ("The Norwegian Kestrel 4 drone weighs 18 kg.", (RejectionReason.INVENTED_NAME, RejectionReason.OTHER_WORDS)),
    ],
)
def test_without_its_checks_each_of_these_would_be_taken(monkeypatch, text, let_through):
    assert rejection(WEIGHT, "weighs 18 kg", text) in let_through
    monkeypatch.setattr(checks, "_CHECKS", tuple(check for check in checks._CHECKS if check[0] not in let_through))
    assert rejection(WEIGHT, "weighs 18 kg", text) is None


def test_no_digit_of_a_claim_can_be_changed_unseen():
    text = "The Kestrel 4 flew more than 900 km in March 2021."
    changed = [
        text[:at] + other + text[at + 1 :]
        for at, digit in enumerate(text)
        for other in "0123456789"
        if digit.isdigit() and other != digit
    ]
    unseen = [each for each in changed if rejection(FLIGHT, "It flew more than 900 km in March 2021", each) is None]
    assert (len(changed), unseen) == (72, [])


@pytest.mark.parametrize(
    ("text", "borrows"),
    [
        ("The battery of the Kestrel 4 drone holds 4.2 kWh.", False),
        ("Its battery holds 4.2 kWh and may fly to Norway.", True),
        ("Its battery holds 4.2 kWh, delivering them.", True),
    ],
)
def test_a_name_may_come_from_another_sentence_and_what_happens_may_not(text, borrows):
    proposal = Proposal(BATTERY.number, "battery holds 4.2 kWh", text, None)
    assert checks.borrows_more_than_a_name(parse_proposals([(BATTERY, proposal)])[0]) is borrows
