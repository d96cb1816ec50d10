"""Which claims of a new split are claims that are there already, and which of them a person's work stands for."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from claims.language.results import ExtractedClaim

#: Two spans that share this much of what both cover are one span with a word more or less at its edge.
_SAME_SPAN = 0.8
#: Two wordings that share this many of their words say nearly the same, where their numerals are the same too.
_SAME_WORDS = 0.8
#: Claims are looked for near one another, so that a long text takes time in proportion to its length.
_BLOCK = 500
_WORD = re.compile(r"\w+")
#: A sign and a decimal point are part of their number; in "2012-13" there is no sign.
_NUMERAL = re.compile(r"(?:(?<!\w)[-−+])?\d(?:[\d.,]*\d)?")
_TELLING = re.compile(rf"{_NUMERAL.pattern}|\w+|[%€$£¥]")


#: The claims of a new split by their index in it.
NewClaims = dict[int, ExtractedClaim]


@dataclass(frozen=True)
class EarlierClaim:
    """A claim that is there already. A person's work makes it `protected`, or it was made `by_hand`; or the splitter `withdrew` it."""

    pk: int
    text: str
    start: int
    end: int
    places: tuple[tuple[int, int], ...]
    protected: bool = False
    by_hand: bool = False
    withdrawn: bool = False


@dataclass
class ClaimMatching:
    """What becomes of each claim, by its index in the new split and by its number among the earlier ones.

    `same` are claims that are there already, `kept_out` those in whose place a person's claim stands, `added` the rest;
    `gone` are earlier claims that are not protected and that were not read again.
    """

    same: dict[int, int] = field(default_factory=dict)
    kept_out: dict[int, int] = field(default_factory=dict)
    added: list[int] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)


def match_claims(earlier: list[EarlierClaim], new: list[ExtractedClaim]) -> ClaimMatching:
    """Match a new split with the claims that are there; no earlier claim stands for two new wordings.

    The same words on the same span are the same claim, and so are the same words nearly there. A claim that is
    protected keeps out the one new claim that says nearly the same, or says something else on its very span.
    """
    found = ClaimMatching()
    fresh = _once_each(new)
    taken = _take_exact(earlier, fresh, found)
    near = _Near([claim for claim in earlier if claim.pk not in taken])
    taken |= _take_same_words(near, fresh, found)
    replaced = _take_reworded(near, fresh, found, taken)
    found.added = [index for index in fresh if index not in found.same and index not in found.kept_out]
    found.gone = [
        claim.pk
        for claim in earlier
        if not (claim.protected or claim.withdrawn) and (claim.pk not in taken or claim.pk in replaced)
    ]
    return found


class _Near:
    """Earlier claims by where they stand."""

    def __init__(self, claims: list[EarlierClaim]) -> None:
        self._blocks: dict[int, list[EarlierClaim]] = defaultdict(list)
        for claim in claims:
            for block in {
                block for start, end in claim.places or ((claim.start, claim.end),) for block in _blocks(start, end)
            }:
                self._blocks[block].append(claim)

    def to(self, new: ExtractedClaim) -> Iterator[EarlierClaim]:
        """Every claim near the span of a new one, once."""
        found = {claim.pk: claim for block in _blocks(new.start, new.end) for claim in self._blocks.get(block, ())}
        yield from found.values()


def _blocks(start: int, end: int) -> range:
    return range(start // _BLOCK, end // _BLOCK + 1)


def _take_exact(earlier: list[EarlierClaim], new: NewClaims, found: ClaimMatching) -> set[int]:
    there = {(claim.start, claim.end, claim.text): claim.pk for claim in earlier}
    for index, claim in new.items():
        pk = there.get((claim.start, claim.end, claim.text))
        if pk is not None:
            found.same[index] = pk
    return set(found.same.values())


def _take_same_words(near: _Near, new: NewClaims, found: ClaimMatching) -> set[int]:
    """The same words over some of the same characters; a person's claim is left as it is, the splitter's moves."""
    taken: set[int] = set()
    for index, claim in new.items():
        if index in found.same:
            continue
        alike = [
            each
            for each in near.to(claim)
            if _plain(each.text) == _plain(claim.text) and _meet(each.places, claim.places)
        ]
        protected = next((each for each in alike if each.protected), None)
        if protected:
            found.kept_out[index] = protected.pk
            taken.add(protected.pk)
            continue
        exact = [each for each in alike if each.text == claim.text and each.pk not in taken]
        if exact:
            moved = min(exact, key=lambda each: each.withdrawn)
            found.same[index] = moved.pk
            taken.add(moved.pk)
    return taken


def _take_reworded(near: _Near, new: NewClaims, found: ClaimMatching, taken: set[int]) -> set[int]:
    """Pair what is left, the most alike first. Return the earlier claims of nobody's that another wording replaces."""
    pairs = [
        (_likeness(claim.text, each.text), each.protected, index, each)
        for index, claim in new.items()
        if index not in found.same and index not in found.kept_out
        for each in near.to(claim)
        if each.pk not in taken and not each.withdrawn and _stands_for(each, claim)
    ]
    replaced: set[int] = set()
    paired: set[int] = set()
    for _, protected, index, each in sorted(pairs, key=lambda pair: (-pair[0], not pair[1], pair[2], pair[3].pk)):
        if index in paired or each.pk in taken:
            continue
        paired.add(index)
        taken.add(each.pk)
        if protected:
            found.kept_out[index] = each.pk
        else:
            replaced.add(each.pk)
    return replaced


def _stands_for(earlier: EarlierClaim, new: ExtractedClaim) -> bool:
    """Return whether an earlier claim is the new one reworded.

    A claim by hand has only its own words to go by: others may have been read on its span all the time.
    """
    if not earlier.by_hand and _shared(earlier, new) >= _SAME_SPAN:
        return True
    alike = _likeness(earlier.text, new.text) >= _SAME_WORDS and _numerals(earlier.text) == _numerals(new.text)
    return alike and _meet(earlier.places, new.places)


def _shared(earlier: EarlierClaim, new: ExtractedClaim) -> float:
    common = min(earlier.end, new.end) - max(earlier.start, new.start)
    return max(common, 0) / (max(earlier.end, new.end) - min(earlier.start, new.start))


def _meet(some: tuple[tuple[int, int], ...], others: tuple[tuple[int, int], ...]) -> bool:
    return any(start < other_end and other_start < end for start, end in some for other_start, other_end in others)


def _likeness(one: str, other: str) -> float:
    """Return the share of their words that two wordings have in common (Jaccard 1901)."""
    words, others = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    return len(words & others) / len(words | others) if words | others else 1.0


def _numerals(text: str) -> set[str]:
    return set(_NUMERAL.findall(text))


def _plain(text: str) -> str:
    """Casing, spacing and punctuation aside."""
    return " ".join(_TELLING.findall(text.casefold()))


def _once_each(new: list[ExtractedClaim]) -> NewClaims:
    """Keep the first of several claims with the same words on the same span, which two people may have said."""
    first: dict[tuple[int, int, str], int] = {}
    for index, claim in enumerate(new):
        first.setdefault((claim.start, claim.end, claim.text), index)
    return {index: new[index] for index in first.values()}
