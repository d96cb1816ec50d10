"""Claims with evidence: the same figure, one that was copied wrongly, another one, and evidence that asserts something else."""

from collections.abc import Iterable, Iterator

from tests.golden.cases import swaps
from tests.golden.cases.dealing import Dealer
from tests.golden.cases.statements import FACTS, FIGURES, PAIRS, STANCES, WORDS
from tests.golden.records import Case

_FACTS_FOR_EACH_FIGURE = 2
_NAMES = frozenset(["Castel", "Dahl", "Kenya", "Mira", "Tarvik", "Vintra"])


def cases() -> Iterable[Case]:
    """Return pairs of a claim and its evidence."""
    return list(dict.fromkeys([*_figures(), *_stances(), *_other_owners(), *_words(), *swaps.of_checks(), *PAIRS]))


def _figures() -> Iterator[Case]:
    """Every pair of figures, in two of the facts that have such a figure, and in another wording of them."""
    for kind, pairs in FIGURES.items():
        dealer = Dealer(51, fact=[str(number) for number in range(len(FACTS[kind]))], context=_CONTEXTS)
        for claimed, found in pairs:
            for _ in range(_FACTS_FOR_EACH_FIGURE):
                plain, reworded = FACTS[kind][int(dealer.one("fact"))]
                claim = _sentence(plain, claimed)
                yield claim, _sentence(dealer.dice.choice((plain, reworded)), found)
            yield claim, dealer.one("context").format(_sentence(reworded, found))


_CONTEXTS = (
    "{} Nobody disputed it.", "The report was late. {}", "{} In 2011 it had been 12.", "{} That is 3 more than in Quarra.", "In all, 40 pages were printed. {} The rest is lost.",
    "{} The mayor, Ruth Calloway, agreed on 4 May 2020.", "It costs $40. {}", "{} Another 15 were moved to Hallgate, and two remained.",
)  # fmt: skip


def _stances() -> Iterator[Case]:
    """Each fact in evidence that denies, doubts, plans, asks or retracts it, or tells of another time."""
    dealer = Dealer(52, stance=STANCES)
    for kind, facts in FACTS.items():
        same = next(claimed for claimed, found in FIGURES[kind] if claimed == found)
        for plain, reworded in facts:
            for _ in range(4):
                stance = dealer.one("stance")
                claim, evidence = _sentence(plain, same), _sentence(reworded, same)
                yield claim, _taken(stance, evidence)
    for stance in STANCES:
        yield "The Orvin dam was built by Tarn Shipyards.", _taken(stance, "The Orvin dam was built by Tarn Shipyards.")


def _other_owners() -> Iterator[Case]:
    """The same figure of something else, in another place or at another time, and two figures of which one fits."""
    dealer = Dealer(53, fact=[f"{kind} {number}" for kind, facts in FACTS.items() for number in range(len(facts))])
    for _ in range(60):
        kind, number = dealer.one("fact").split()
        plain, reworded = FACTS[kind][int(number)]
        claimed = next(claimed for claimed, found in FIGURES[kind] if claimed == found)
        other, _ = FACTS[kind][(int(number) + 1) % len(FACTS[kind])]
        different = next(found for claimed, found in reversed(FIGURES[kind]) if claimed != found)
        claim = _sentence(plain, claimed)
        yield claim, _sentence(other, claimed)
        yield claim, f"{_sentence(reworded, different)} {_sentence(other, claimed)}"
        yield claim, f"{_sentence(other, different)} {_sentence(reworded, claimed)}"
        yield f"In 2019, {claim[0].lower()}{claim[1:]}", f"In 2018, {claim[0].lower()}{claim[1:]}"
        yield claim.replace("The ", "The new ", 1), claim.replace("The ", "The old ", 1)


def _words() -> Iterator[Case]:
    """Claims without figures: the same in other words, the opposite, and something else."""
    for claim, *evidences in WORDS:
        for evidence in evidences:
            yield claim, evidence
            yield evidence, claim


def _taken(stance: str, sentence: str) -> str:
    """Put a statement under a stance; a clause inside of it begins small unless it begins with a name."""
    opening = sentence.split()[0]
    clause = sentence if opening in _NAMES else sentence[0].lower() + sentence[1:]
    taken = stance.format(sentence.rstrip("."), clause.rstrip("."))
    return taken[0].upper() + taken[1:]


def _sentence(template: str, figure: str) -> str:
    text = template.format(figure)
    return text[0].upper() + text[1:]
