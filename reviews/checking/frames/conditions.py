"""Under which condition a figure holds: at sea level or in vacuum, empty or loaded, for the quarter or for the year."""

import re
from dataclasses import dataclass
from functools import cache

from reviews.checking.frames.verdicts import UNKNOWN, Entailment, FrameVerdict

#: Each line: conditions of which a figure has one at a time, and the words for each.
_CONDITIONS = """
sea level, ground level | vacuum, vacuo
empty, unloaded, unladen | loaded, laden, fully loaded, full load
surfaced, on the surface | submerged, under water, underwater
gross | net
real terms | nominal, nominal terms
first quarter | second quarter | third quarter | fourth quarter | first half | second half | full year, whole year
in peacetime | in wartime, in war
before tax | after tax
by day | by night, at night
maximum | minimum, at least
"""
_PARTS = re.compile(r"[;,:]|\b(?:and|but|while|whereas|against)\b")
_PER_PART = 200
_BESIDE = 30
#: Groups, by their line, under which a thing has figures so far apart that one without its condition misleads.
_BOUND = 9
_BINDING = frozenset({1, 2, _BOUND})
#: Compared elsewhere, with all that bounds a figure.
_NOT_BINDING = ("at least",)
_ENDS = re.compile(r"\s*(?:[.,;)]|$)")


@dataclass(frozen=True, slots=True)
class _Condition:
    group: int
    value: int
    start: int
    end: int
    words: str


def compare_conditions(claim: str, at: tuple[int, int], evidence: str, found_at: tuple[int, int]) -> FrameVerdict:
    """Return what is missing where the evidence gives its figure under another condition than the claim; spans in characters.

    A figure's condition is the one nearest to it, with fewer commas and conjunctions in between before fewer letters.
    """
    claimed = _nearest_of_each_group(claim, at)
    given = _nearest_of_each_group(evidence, found_at)
    for group in sorted((given.keys() - claimed.keys()) & _BINDING):
        # "A maximum of 82" excludes 100, under whatever condition.
        if group == _BOUND and _figures(claim, at) != _figures(evidence, found_at):
            continue
        if given[group].words.lower() not in _NOT_BINDING and _is_beside(evidence, found_at, given[group]):
            figure = evidence[slice(*found_at)]
            return FrameVerdict(
                Entailment.MISSING,
                f"The evidence gives {figure} for “{given[group].words}”; the claim gives no such condition.",
            )
    for group, asserted in sorted(claimed.items()):
        found = given.get(group)
        if found is not None and asserted.value != found.value:
            figure = evidence[slice(*found_at)]
            return FrameVerdict(
                Entailment.MISSING,
                f"The evidence gives {figure} for “{found.words}”, the claim for “{asserted.words}”.",
            )
    return UNKNOWN


def _nearest_of_each_group(text: str, at: tuple[int, int]) -> dict[int, _Condition]:
    nearest: dict[int, _Condition] = {}
    for condition in sorted(_conditions(text), key=lambda each: _distance(text, at, each)):
        nearest.setdefault(condition.group, condition)
    return nearest


def _figures(text: str, at: tuple[int, int]) -> list[str]:
    return re.findall(r"\d+", text[slice(*at)])


def _is_beside(text: str, at: tuple[int, int], condition: _Condition) -> bool:
    """Return whether a condition belongs to the figure, as also in the afterthought "40 degrees, minimum"."""
    if _distance(text, at, condition) <= _BESIDE:
        return True
    between = text[at[1] : condition.start].strip(" ,(")
    return condition.start >= at[1] and " " not in between and _ENDS.match(text, condition.end) is not None


def _distance(text: str, at: tuple[int, int], condition: _Condition) -> int:
    start, end = (condition.end, at[0]) if condition.end <= at[0] else (at[1], condition.start)
    return max(0, end - start) + _PER_PART * len(_PARTS.findall(text, start, max(start, end)))


def _conditions(text: str) -> list[_Condition]:
    return [
        _Condition(group, value, match.start(), match.end(), match[0])
        for group, value, pattern in _patterns()
        for match in pattern.finditer(text)
    ]


@cache
def _patterns() -> list[tuple[int, int, re.Pattern[str]]]:
    return [
        (group, value, re.compile(rf"\b(?:{'|'.join(map(re.escape, words.strip().split(', ')))})\b", re.I))
        for group, line in enumerate(_CONDITIONS.strip().splitlines())
        for value, words in enumerate(line.split("|"))
    ]
