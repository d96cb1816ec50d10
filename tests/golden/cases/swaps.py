"""Each word of the lexicon in a place where a word decides, for every domain that has such a place."""

from collections.abc import Iterator

from tests.golden.cases import lexicon
from tests.golden.records import Case


def of_quantities() -> Iterator[str]:
    """Words before and behind numbers."""
    yield from (f"The load {_spaced(verb)} from 5 to 7 kN in May." for verb in lexicon.CHANGES)
    yield from (f"The {label} 12 was lost." for label in lexicon.LABELS)
    yield from (f"They sold the {family} 9 in May." for family in lexicon.FAMILIES)
    yield from (f"We counted 40 old {noun} there." for noun in lexicon.COUNTED)
    yield from (f"The 40 {verb} boats here." for verb in lexicon.COUNT_BREAKERS)


def of_articles() -> Iterator[Case]:
    """Verbs of speech, words of judgement, superlatives and words that say how sure somebody is."""
    yield from ((f"Mira Castel {verb} that the mine was sold in 2019.", "") for verb in lexicon.SPEAKING)
    yield from ((f"The Orvin dam is {word}.", "") for word in lexicon.JUDGEMENTS)
    yield from ((f"It is the {_spaced(word)} port in Norway.", "") for word in lexicon.SUPERLATIVES)
    yield from ((f"The mine {_spaced(word)} employs 300 people.", "") for word in lexicon.DOUBTS)


def of_checks() -> Iterator[Case]:
    """One word of the claim is another in the evidence, once without a figure and once beside one."""
    for number, (one, other) in enumerate(lexicon.SWAPS):
        claim = f"Records of the harbour say {one} where the mayor read it."
        yield claim, claim.replace(f" {one} ", f" {other} ")
        if number % 2:
            yield f"The {one} list had 90 names.", f"In the {other} list there were 90 names."
    for word in lexicon.DOUBTS:
        yield (
            "The council approved the permit for the port.",
            f"The council {_spaced(word)} approved the permit for the port.",
        )


def of_quotes() -> Iterator[Case]:
    """One word of the quote is another now, or one has come."""
    quote = "Records of the harbour say {} where the mayor read it."
    yield from ((quote.format(one), "", "", quote.format(other)) for one, other in lexicon.SWAPS)
    plain = "The council approved the permit for the port."
    yield from ((plain, "", "", plain.replace("approved", f"{_spaced(word)} approved")) for word in lexicon.DOUBTS)


def _spaced(word: str) -> str:
    return word.replace("-", " ")
