"""Parts that exclude each other and leave nothing over: men and women, at home and abroad, for and against."""

import re
from collections.abc import Iterator

from claims.language.findings.delexicalising import WORDS, DelexicalisedSentence, Mistake, figure_slot
from claims.language.findings.intervals import two_digits
from claims.language.findings.printing import in_print, same_unit

#: Two ways to be of which every member has one. Add a pair where nobody can be both or neither.
PAIRS = (
    ("women", "men"),
    ("girls", "boys"),
    ("females", "males"),
    ("at home", "abroad"),
    ("at home", "overseas"),
    ("in town", "in the countryside"),
)
_OPPOSITES = frozenset(frozenset(pair) for pair in PAIRS)
_EITHER = "|".join(sorted({word for pair in PAIRS for word in pair}, key=len, reverse=True))
_MAKE = r"(?:make up|made up|account for|accounted for|form|formed|constitute|constituted|represent|represented)"
_SHARES = re.compile(
    rf"\b(?P<one>{_EITHER}) {_MAKE} {figure_slot('first')} of {WORDS}{{1,40}}?,? and (?P<other>{_EITHER})(?: {_MAKE})? {figure_slot('second')}"
    r"(?! (?:of|from|more|less)\b)",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    rf"{figure_slot('whole')} [a-z]+{WORDS}{{0,30}}(?: ⦃\d+⦄)?[,:]? {figure_slot('first')}(?: of (?:them|these|which|whom))? (?P<one>{_EITHER})"
    rf",? and {figure_slot('second')}(?: of (?:them|these|which|whom))? (?P<other>{_EITHER})\b",
    re.IGNORECASE,
)
_VOTERS = r"(?:members|deputies|senators|councillors|lawmakers|delegates|legislators|mps|jurors|judges|directors)"
#: All votes of a division: "226 votes in favour, 110 against and 24 abstentions".
_DIVISION = re.compile(
    rf"(?:{figure_slot('ayes')} (?:votes )?(?:in favou?r|for)(?: (?:and|with))?,? {figure_slot('noes')}(?: votes)? against"
    rf"|{figure_slot('ayes2')} (?:votes )?to {figure_slot('noes2')}),?(?: (?:and|with))? {figure_slot('idle')} "
    rf"(?:[a-z]+ )?(?:abstentions?|abstaining|abstained){WORDS}{{0,40}}?[.;,] (?P<rest>.*)",
    re.IGNORECASE,
)
#: That everybody voted: nobody is left over.
_ALL_VOTED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{figure_slot('all')} (?:{_VOTERS}) (?:had |all )?(?:voted|cast (?:a vote|their votes|votes|a ballot)|took part in the vote|voted or abstained)",
        rf"{figure_slot('all')} (?:{_VOTERS}) (?:were|was) (?:present|there|in the chamber),? and (?:every one|each one|all|everyone|everybody|each)"
        rf"(?: of them)? (?:voted|took part|either voted)",
    )
)
_EVERY = re.compile(r"\b(?:all|every one of|each of)(?: of)?(?: (?:the|its))?$", re.IGNORECASE)


def exclusive_part_errors(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """Check parts that must make up their whole, in one sentence."""
    for found in sentence.matches(_SHARES):
        first, second = found.quantity("first"), found.quantity("second")
        one, other = found.interval("first"), found.interval("second")
        if {found.word("one"), found.word("other")} not in _OPPOSITES or one is None or other is None:
            continue
        together = one.plus(other)
        if first.dimension == second.dimension == "fraction" and not together.low <= 1 <= together.high:
            made = two_digits(together.middle * 100)
            yield first, second, f"{first.surface} and {second.surface} make {made} percent, not 100."
    for found in sentence.matches(_COUNTS):
        whole, first, second = (found.quantity(name) for name in ("whole", "first", "second"))
        all_of, one, other = (found.interval(name) for name in ("whole", "first", "second"))
        if {found.word("one"), found.word("other")} not in _OPPOSITES or all_of is None or one is None or other is None:
            continue
        fits = same_unit(whole, first) and same_unit(whole, second) and whole.dimension not in ("fraction", "time")
        if fits and not one.plus(other).meets(all_of):
            total = in_print(one.plus(other).middle, whole)
            yield whole, first, f"{first.surface} + {second.surface} is {total}, not {whole.surface}."


def division_errors(passage: DelexicalisedSentence) -> Iterator[Mistake]:
    """Check the votes of a division against the number of those who are all said to have voted."""
    for division in passage.matches(_DIVISION):
        kind = "" if division.match["ayes"] else "2"
        names = (f"ayes{kind}", f"noes{kind}", "idle")
        votes = [division.interval(name) for name in names]
        for pattern in _ALL_VOTED:
            for voters in passage.matches(pattern):
                everybody, all_of = voters.quantity("all"), voters.interval("all")
                led_by = passage.text[: everybody.start].rstrip()
                ayes, noes, idle = votes
                if not _EVERY.search(led_by) or all_of is None or ayes is None or noes is None or idle is None:
                    continue
                together = ayes.plus(noes).plus(idle)
                if not together.meets(all_of):
                    printed = " + ".join(division.quantity(name).surface for name in names)
                    yield (
                        division.quantity(names[0]),
                        everybody,
                        f"{printed} is {together.middle.normalize():,f}, not {everybody.surface}.",
                    )
