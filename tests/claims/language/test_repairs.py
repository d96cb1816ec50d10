"""Every repair of a parse earns its place: its example needs it, its order is needed, and no other order is."""

import random
from collections.abc import Sequence

import pytest
from spacy.tokens import Doc

from claims.language.clauses.repairs import repair_tree
from claims.language.clauses.repairs.repair import After, Repair
from claims.language.clauses.repairs.table import REPAIRS
from claims.language.parsing import parse
from claims.language.splitting import split_article

#: Text, who says it, and whether it is worth a check.
Claim = tuple[str, str | None, bool]

#: What the example of each repair says.
CLAIMS: dict[str, list[Claim]] = {
    "verb before a measure as noun": [
        ("The ferry is old.", None, False),
        ("The ferry's top speed in calm water climbs to 40 knots.", None, True),
    ],
    "acronym as verb": [
        ("The price was estimated by the Kaldor institute SIPRI at $4.7bn in 2019.", None, True),
        ("The price has now risen to 7.2 billion.", None, True),
    ],
    "closing report as joined": [
        ("The Falke drone has completed its third test flight.", "the Board of Arms Industries (BAI)", True),
    ],
    "speaker behind content as apposition": [
        ("Two divers died.", "the coast guard", True),
        ("The coast guard sent three boats.", None, True),
    ],
    "share of things": [
        ("The brigade lost 40 tanks.", None, True),
        ("Half of the 40 tanks were T-72s.", None, True),
    ],
    "inverted condition": [
        ("Had the valve closed two seconds later, we would be heroes.", "Lind", True),
    ],
    "further content as adverbial": [
        ("The rocket flew on 3 May.", "Lind", True),
        ("The second stage reached orbit.", "Lind", True),
        ("The booster burned.", "Lind", True),
    ],
    "deed after birth": [
        ("Lind was born in 1971 in Kaldor.", None, True),
        ("Lind graduated from the naval academy.", None, True),
        ("Lind served as a consul in Orla.", None, True),
    ],
    "main verb as noun": [("The Harbour airs in Velden on Monday.", None, True)],
    "verb between nouns as noun": [("Ghana ships coal to Japan.", None, True)],
    "relative verb as noun": [
        ("The yard builds the quietest submarines in the region.", None, True),
        ("Even the Germans envy the quietest submarines in the region.", None, True),
    ],
    "past as attribute": [("Velden Steel exported warships in 1911.", None, True)],
    "past after a relative clause as attribute": [
        ("The convention outlawed chemical weapons.", None, True),
        ("The convention entered into force in 1997.", None, True),
    ],
    "only verb as participle": [("The tenants paid for the new roof.", None, True)],
    "main verb after an apposition as participle": [
        ("The Lower Mill is the old mill.", None, True),
        ("The Lower Mill burned in 1911.", None, True),
    ],
    "second infinitive on the finite verb": [
        (
            "The new law allows its members to pool resources, share bases, and potentially pay higher wages.",
            None,
            True,
        ),
    ],
    "present as infinitive": [
        ("The armies are in touch.", None, False),
        ("The armies already share 40 bases.", None, True),
    ],
    "present as base form": [("Farmers in Velden turn out about 900 tons of flour a day.", None, True)],
    "past as participle": [
        ("Customs officers later opened the crates.", None, True),
        ("Customs officers read the letters.", None, True),
    ],
    "round as verb": [
        ("The mine employs 900 people.", None, True),
        ("The mine runs round the clock.", None, False),
    ],
    "name as adjective": [
        ("Pelagic is owner of 40 ships.", None, True),
        ("Pelagic was sold in 2019.", None, True),
    ],
    "subject as compound": [("The gun fires 6 rounds a minute to 24 km.", None, True)],
    "subject as apposition": [
        ("The fleet was at Orla.", None, True),
        ("A Kaldor submarine sank two tankers.", None, True),
        ("A Kaldor submarine had left port in May.", None, True),
    ],
    "subject as place": [("At the Kremlin Vladimir Putin received 40 mayors.", None, True)],
    "subject as second complement": [
        (
            "The report describes a country where prices are fluid and influence is concentrated in three cities.",
            None,
            True,
        ),
    ],
    "time as subject": [("Omaria will buy 12 ships.", "Omaria", True)],
    "rank as object": [
        ("Finland paid in 2017.", None, True),
        ("Finland is the first borrower to do so.", None, True),
    ],
    "name beside its source": [("The debt grew to 60% of output.", "the agency Fitch", True)],
    "speaker as apposition": [("Kaldor cut 300 jobs.", "the mayor", True)],
    "content as relative clause": [("The drone Falke made its first landing in 2021.", "the ministry", True)],
    "second report inside the content": [
        ("40 houses had burned.", "The mayor", True),
        ("The mayor denied that anyone had died.", None, True),
    ],
    "adjunct of a report inside the content": [
        ("Reuters cited two officials.", None, True),
        ("Kaldor would buy 40 tanks.", "Reuters", True),
    ],
    "day of a report inside the content": [
        ("Arvo Lind said that exports had grown by 5%.", None, True),
        ("Exports had grown by 5%.", "Arvo Lind", True),
    ],
    "content on citing": [
        ("The newspaper cited Arvo Lind.", None, True),
        ("The refinery had closed.", "The newspaper", True),
    ],
    "content on mentioning": [("The dam cost 40 million euros.", None, True)],
    "time clause as report": [
        ("The port burned.", None, True),
        ("Berg warned of a fire.", None, True),
    ],
    "indirect question": [("It was unclear whether the jet had been tested in 2019.", "he", True)],
    "second passive on the agent": [
        ("The ferry was designed by Velden Marine.", None, True),
        ("The ferry was built by a Kaldor yard.", None, True),
        ("The ferry was sold in 2018.", None, True),
    ],
    "value on the last item": [
        ("A contract for 12 ferries was signed in May.", None, True),
        ("A contract for 12 ferries and three tugs was valued at 300 million euros.", None, True),
        ("A contract for three tugs was signed in May.", None, True),
    ],
    "apposition on the person": [
        ("Arvo Lind of the Velden Institute wrote it.", None, True),
        ("The Velden Institute is a think tank in Kaldor.", None, True),
    ],
    "second passive as adverbial": [
        ("The ship was built in Velden in 1962.", None, True),
        ("The ship was bought by Kaldor in 1965.", None, True),
        ("The ship was scrapped in 1988.", None, True),
    ],
    "superlative of which": [
        ("Guests must cross five halls.", None, True),
        ("The narrowest of five halls measures 58 cm.", None, True),
    ],
    "counted noun on the verb": [
        ("Arvo Lind added 16 points.", None, True),
        ("Arvo Lind added 11 rebounds for the team.", None, True),
    ],
    "time inside an apposition": [
        ("She discovered the Orla Step in 1968.", None, True),
        ("The Orla Step is an underwater cliff 900 metres high.", None, True),
        ("She measured it in 1983.", None, True),
    ],
    "told of all on the last item": [
        ("40 officers were quartered in the fort.", None, True),
        ("300 men were quartered in the fort.", None, True),
    ],
    "noun on the first clause": [
        ("The mine closed in May.", None, True),
        ("The owners may sell trucks, sheds and – by 2026 – ships.", None, True),
    ],
    "result on the main clause": [
        ("The dam failed.", None, True),
        ("Heavy rain filled the lake.", None, True),
        ("Heavy rain flooded 40 villages.", None, True),
    ],
    "relative clause on the source": [
        ("The port earned $40 million.", "the Orla Institute", True),
        ("$40 million is 24 per cent more than in 2020.", "the Orla Institute", True),
    ],
    "relative clause as adverbial": [
        ("Velden lost 40 drones in the war.", None, True),
        ("Most of 40 drones were shot down in May.", None, True),
    ],
    "second predicate as complement": [
        ("The truck has a range of 900 km.", None, True),
        ("The truck can carry a load of 12 tons.", None, True),
    ],
    "unit beside its figure": [
        ("The motor is cheap.", None, False),
        ("The motor's peak pull in water climbs to 2100 N.", None, True),
    ],
    "items with adjuncts of their own": [
        ("The navy lost 40 light boats in May.", None, True),
        ("The navy lost 30 light boats in June.", None, True),
    ],
    "list as two objects": [
        ("The yard sold 100 ships.", None, True),
        ("The yard sold two machine guns.", None, True),
        ("The yard sold three drones.", None, True),
        ("The yard sold 20 submarines.", None, True),
    ],
    "list as apposition": [
        ("So far 900 cases have been reported in Velden.", None, True),
        ("300 recoveries have been reported in Velden.", None, True),
        ("12 deaths have been reported in Velden.", None, True),
    ],
    "second measure on the first": [
        ("The airship has a crew of three.", None, True),
        ("The airship has a length of 90 metres.", None, True),
    ],
    "small clause as object": [
        ("The tractor uses light steel.", None, False),
        ("The tractor's bare weight is only 5.5 tons.", None, True),
    ],
    "title": [("Halvard had sold 12 ships.", "Halvard", True)],
    "content on quoting": [("12 ships had left Velden.", "an engineer of the yard", True)],
    "second deed inside content": [
        ("Arvo Lind said that the results were weak.", None, True),
        ("The results were weak.", "Arvo Lind", True),
        ("Arvo Lind raised his target to 210 crowns.", None, True),
    ],
    "distance of place": [
        ("Nine men were flown to a hospital in Dornau.", None, True),
        ("Dornau is some 240 kilometres away.", None, True),
    ],
    "measure of each": [
        ("The probe weighs two tonnes.", None, True),
        ("The probe is powered by two solar wings.", None, True),
        ("Two solar wings are each 14 metres long.", None, True),
    ],
    "features of one form": [
        ("The airship is a rigid craft.", None, False),
        ("The airship has a length of 90 meters.", None, True),
        ("The airship has a launch weight of 11 tons.", None, True),
        ("The airship has a range of 2,000 kilometers.", None, True),
    ],
    "name of journal": [
        ("The lake has shrunk by 12 percent.", "a study published in the journal Orbit Letters", True),
    ],
    "verb of source as agent": [
        ("The company paid 12 million euros to a firm in Cyprus.", "a letter seen by Reuters", True),
    ],
    "name of head on body": [
        ("Kari Moe is the head of the Norwegian Fishery Association.", None, True),
        ("The quota of 300,000 tonnes is too high.", "Kari Moe", True),
    ],
    "day of payment": [
        ("Norden will pay a dividend of 12 crowns per share.", None, True),
        ("A dividend of 12 crowns per share is payable on 30 September.", None, True),
    ],
}

#: What the sentence says for which one repair must stand behind another: (the later, the earlier).
CLAIMS_IN_ORDER: dict[tuple[str, str], list[Claim]] = {
    ("present as infinitive", "second infinitive on the finite verb"): [
        (
            "Joint commands allow them to share ports, share research costs, and potentially field a larger fleet.",
            None,
            False,
        ),
    ],
    ("unit beside its figure", "verb before a measure as noun"): [
        ("The motor is small.", None, False),
        ("The motor's peak thrust in vacuum climbs to 1200 N.", None, True),
    ],
    ("second measure on the first", "list as apposition"): [
        ("The new helicopter has a crew of three.", None, True),
        ("The new helicopter has a weight of 46 tons.", None, True),
        ("The new helicopter has 12 rotor blades.", None, True),
    ],
}

PAIRS = [(later, earlier) for later in REPAIRS for earlier in later.after]
#: Each with what it says.
SENTENCES = [(repair.example, CLAIMS[repair.name]) for repair in REPAIRS] + [
    (earlier.example, CLAIMS_IN_ORDER[later.name, earlier.name]) for later, earlier in PAIRS
]
#: Without a verb, or with nothing in it: what a repair could leave without a root.
FRAGMENTS = ["Our president Anna Berg.", "My colleague Arvo Lind, who sold 40 ships in 2019.", "So?", "12 kg", "–"]


def claims_of(sentence: str) -> list[Claim]:
    claims = split_article(sentence).claims
    # A sentence that is shown whole, because it was misread, is none that a repair gave.
    cut = [claim for claim in claims if "whole_sentence" not in claim.lint]
    return [(claim.text, claim.attributed_to, claim.check_worthy) for claim in cut]


def tree_of(doc: Doc) -> list[tuple[int, str, str, str]]:
    return [(token.head.i, token.dep_, token.tag_, token.pos_) for token in doc]


def split_with(monkeypatch: pytest.MonkeyPatch, repairs: Sequence[Repair]) -> None:
    """From here on, the splitter makes these repairs, in this order."""
    monkeypatch.setattr("claims.language.clauses.extraction.repair_tree", lambda doc: repair_tree(doc, repairs))


def shuffled(seed: int) -> list[Repair]:
    """Return the repairs in an order that keeps every pair, and else is left to chance."""
    source = random.Random(seed)
    waiting, ordered = list(REPAIRS), []
    while waiting:
        names = {repair.name for repair in waiting}
        ready = [repair for repair in waiting if not any(earlier.name in names for earlier in repair.after)]
        ordered.append(source.choice(ready))
        waiting.remove(ordered[-1])
    return ordered


def last_first() -> list[Repair]:
    """Return the repairs in the order that keeps every pair and is furthest from the table's."""
    waiting, ordered = list(REPAIRS), []
    while waiting:
        names = {repair.name for repair in waiting}
        ordered.append([repair for repair in waiting if not any(each.name in names for each in repair.after)][-1])
        waiting.remove(ordered[-1])
    return ordered


def test_every_repair_has_a_name_of_its_own_and_its_claims_here():
    assert sorted(CLAIMS) == sorted(repair.name for repair in REPAIRS)
    assert sorted(CLAIMS_IN_ORDER) == sorted((later.name, earlier.name) for later, earlier in PAIRS)


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: repair.name)
def test_the_example_of_a_repair_gives_its_claims_only_with_it(repair: Repair, monkeypatch: pytest.MonkeyPatch):
    assert claims_of(repair.example) == CLAIMS[repair.name]
    split_with(monkeypatch, [other for other in REPAIRS if other is not repair])
    assert claims_of(repair.example) != CLAIMS[repair.name]


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: repair.name)
def test_a_repair_says_whether_it_changed_the_tree(repair: Repair):
    (doc,) = parse([repair.example])
    made = []
    for each in REPAIRS:
        before = tree_of(doc)
        made += repair_tree(doc, [each])
        assert (each.name in made) == (tree_of(doc) != before)
    assert repair.name in made


@pytest.mark.parametrize(("later", "earlier"), PAIRS, ids=lambda entry: entry.name)
def test_a_repair_that_must_come_later_fails_right_before_the_earlier_one(
    later: Repair, earlier: After, monkeypatch: pytest.MonkeyPatch
):
    expected = CLAIMS_IN_ORDER[later.name, earlier.name]
    assert claims_of(earlier.example) == expected
    swapped = [repair for repair in REPAIRS if repair is not later]
    swapped.insert([repair.name for repair in swapped].index(earlier.name), later)
    split_with(monkeypatch, swapped)
    assert claims_of(earlier.example) != expected


@pytest.mark.parametrize("order", [last_first(), *map(shuffled, range(3))], ids=["last first", "0", "1", "2"])
def test_no_order_matters_beyond_the_pairs(order: list[Repair], monkeypatch: pytest.MonkeyPatch):
    assert sorted(repair.name for repair in order) == sorted(repair.name for repair in REPAIRS)
    split_with(monkeypatch, order)
    assert [claims_of(sentence) for sentence, _ in SENTENCES] == [claims for _, claims in SENTENCES]


@pytest.mark.parametrize("sentence", [*(sentence for sentence, _ in SENTENCES), *FRAGMENTS])
def test_a_repaired_sentence_is_one_tree(sentence: str):
    (doc,) = parse([sentence])
    repair_tree(doc)
    roots = [token for token in doc if token.head == token]
    assert [root.dep_ for root in roots] == ["ROOT"]
    assert {token.i for token in roots[0].subtree} == set(range(len(doc)))
