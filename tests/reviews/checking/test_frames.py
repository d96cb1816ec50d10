"""Who did what to whom, and whether it is a fact: what the evidence has to assert before it supports a claim."""

import json
from pathlib import Path

import pytest

from reviews.checking import CheckResult, check_claim, check_claims
from reviews.checking.frames.factuality import stance_of
from reviews.checking.frames.reading import read_trees
from reviews.checking.frames.stance import Factuality

PAIRS = [json.loads(line) for line in (Path(__file__).parent / "data" / "frame_pairs.jsonl").read_text().splitlines()]
"""Pairs of our own, by the kind of difference, with the outcome that a careful reader gives."""

STANCES = [
    ("It is not true that the reactor leaked.", "leaked", False, "asserted"),
    ("The report that the fleet has 40 ships is untrue.", "has", False, "asserted"),
    ("The rumour that the fleet has 40 ships has been debunked.", "has", False, "asserted"),
    ("Bloggers wrongly claim that the fleet has 40 ships.", "has", False, "asserted"),
    ("The rocket failed to reach orbit.", "reach", False, "asserted"),
    ("No passengers were hurt.", "hurt", False, "asserted"),
    ("The operator denied that the reactor leaked.", "leaked", True, "denied"),
    ("Nobody disputes that the airline has 70 aircraft.", "has", True, "asserted"),
    ("The navy confirmed that the fleet has 40 ships.", "has", True, "asserted"),
    ("There is no evidence that the fleet has 40 ships.", "has", True, "open"),
    ("It is unclear whether the drone crossed the border.", "crossed", True, "open"),
    ("Did the drone cross the border?", "cross", True, "asked"),
    ("Karvia is in talks to buy 16 trainers.", "buy", True, "planned"),
    ("The factory was due to open in May.", "open", True, "planned"),
    ("The company postponed the launch of the satellite.", "launch", True, "planned"),
    ("The Air Force wants 187 fighters.", "fighters", True, "planned"),
    ("The yard could employ 900 welders.", "employ", True, "possible"),
    ("The firm would dismiss 300 workers if the strike went on.", "dismiss", True, "conditional"),
    ("The talks almost failed.", "failed", True, "almost"),
    ("The missile is alleged to have a range of 300 km.", "have", True, "alleged"),
    ("The city managed to buy 50 trams.", "buy", True, "asserted"),
    ("The trams are to be handed to the city.", "handed", True, "planned"),
    ("The job of the crew is to watch the dam.", "watch", True, "planned"),
    ("Not one of the bans has been lifted.", "lifted", False, "asserted"),
    ("Not a single ban was lifted.", "lifted", False, "asserted"),
    ("One of the bans was lifted.", "lifted", True, "asserted"),
]


@pytest.mark.parametrize(("text", "word", "is_affirmed", "factuality"), STANCES)
def test_a_text_stands_to_what_it_mentions(text, word, is_affirmed, factuality):
    tree = read_trees([text])[text]
    stance = stance_of(tree, next(each for each in tree.words if each.text == word))
    assert (stance.is_affirmed, stance.factuality) == (is_affirmed, Factuality(factuality))


def _outcomes(*kinds: str) -> list[tuple[dict, CheckResult]]:
    pairs = [pair for pair in PAIRS if pair["kind"] in kinds]
    return list(zip(pairs, check_claims((pair["claim"], pair["evidence"]) for pair in pairs), strict=True))


def test_few_of_the_pairs_that_must_not_be_supported_are():
    pairs = [(pair, check) for pair, check in _outcomes(*{p["kind"] for p in PAIRS}) if pair["verdict"] != "supports"]
    false = [pair for pair, check in pairs if check.outcome == "supports"]
    assert len(false) <= MOST_FALSE_SUPPORTS * len(pairs), false


MOST_FALSE_SUPPORTS = 0.04


@pytest.mark.parametrize("kind", ["denied", "quantity"])
def test_what_is_no_fact_or_not_of_all_is_not_supported(kind):
    false = [pair for pair, check in _outcomes(kind) if pair["verdict"] != "supports" and check.outcome == "supports"]
    assert false == []


@pytest.mark.parametrize(
    ("claim", "evidence", "explanation"),
    [
        (
            "Karvia bought 16 trainers.",
            "Karvia intends to buy 16 trainers.",
            "The evidence speaks of a plan, a wish or an expectation, not of a fact: see “intends”.",
        ),
        (
            "The rocket reached orbit in 2019.",
            "The rocket failed to reach orbit in 2019.",
            "The evidence denies what the claim says: see “reach”.",
        ),
        (
            "Velland sold jets to Norden.",
            "Norden sold jets to Velland.",
            "The evidence says it the other way round: “Velland” and “Norden” have each other's part in it.",
        ),
        (
            "Mount Aren is the highest peak of Karvia.",
            "Mount Aren is one of the highest peaks of Karvia.",
            "The evidence says only that it is one of the highest.",
        ),
        (
            "The plane can carry up to 20 tonnes.",
            "The plane can carry 5 tonnes.",
            "The evidence says 5 tonnes; whether it can be up to 20 tonnes it does not say.",
        ),
        (
            "Only the tug reached the harbour.",
            "The tug reached the harbour in the evening.",
            "The evidence does not say “Only”.",
        ),
        (
            "Most settlers of the valley grew barley.",
            "Settlers of the valley grew barley.",
            "The evidence does not say it of “Most”.",
        ),
        (
            "The bridge was closed before the flood reached the town.",
            "The bridge was closed, and the flood reached the town.",
            "The evidence does not say what came “before” what.",
        ),
        (
            "The motor delivers 640 kN at sea level.",
            "In vacuum the motor delivers 640 kN; at sea level 520 kN.",
            "The evidence gives 640 kN for “vacuum”, the claim for “sea level”.",
        ),
        (
            "The wagon weighs 14 tonnes empty.",
            "The wagon weighs 14 tonnes loaded.",
            "The evidence gives 14 tonnes for “loaded”, the claim for “empty”.",
        ),
        (
            "The zoo has 9 tigers.",
            "The zoo has 9 zebras and 40 tigers.",
            "The evidence says 9 of the zebras, not of the tigers.",
        ),
        (
            "The regiment lost 15 guns.",
            "The regiment lost 40 wagons and captured 15 guns.",
            "In the evidence 15 belongs to something else: see “captured”.",
        ),
        (
            "Mersova is the most populous district of Karvia.",
            "Mersova is the 3rd most populous district of Karvia.",
            "The evidence gives another rank: see “third populous”.",
        ),
    ],
)
def test_the_sentence_says_what_is_missing_or_excluded(claim, evidence, explanation):
    assert check_claim(claim, evidence).explanation == explanation


def test_a_designation_is_one_with_and_without_its_hyphen_and_kind():
    claim = "The RD180 rocket engine's maximum vacuum thrust reaches 4150 N"
    assert check_claim(claim, "The maximum vacuum thrust of the RD-180 is 4.05 MN") == CheckResult(
        "contradicts",
        "si_prefix_slip",
        "The evidence says 4.05 MN, about 1,000 times the claim's 4150 N: did the claim mean kN?",
    )
    assert (
        check_claim("The TK200 tractor weighs 9 tonnes.", "The weight of the TK\u2011200 is 9 tonnes.").outcome
        == "supports"
    )


@pytest.mark.parametrize(
    ("one", "other"), [("Arrow 3", "Arrow 2"), ("Unit 4", "Unit 3"), ("Julius II", "Julius III"), ("Su-35", "Su-35S")]
)
def test_a_numbered_name_is_not_its_neighbour(one, other):
    check = check_claim(f"{one} was tested over 400 km.", f"{other} was tested over 400 km.")
    assert check.outcome == "not_enough"


def test_a_list_with_respectively_gives_each_item_its_own_figure():
    evidence = "The Orla, the Svea and the Tarn carry 250, 300 and 410 passengers respectively."
    outcomes = {
        name: [
            n
            for n in (250, 300, 410)
            if check_claim(f"The {name} carries {n} passengers.", evidence).outcome == "supports"
        ]
        for name in ("Orla", "Svea", "Tarn")
    }
    assert outcomes == {"Orla": [250], "Svea": [300], "Tarn": [410]}


def test_checking_together_is_checking_one_by_one():
    pairs = [(pair["claim"], pair["evidence"]) for pair in PAIRS[::9]]
    assert list(check_claims(pairs)) == [check_claim(*pair) for pair in pairs]
