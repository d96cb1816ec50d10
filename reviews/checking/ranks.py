"""Places in an order: "above the 40th largest", "peaked higher than 35": the better place has the smaller number."""

import re
from dataclasses import replace

from reviews.checking.figures import Figure

_WINDOW = 48
_ARTICLE = r"(?:\s+(?:the|number|no\.|place|position|spot))*\s*#?\s*$"
_BETTER = re.compile(rf"\b(?:above|over|before|higher than|better than|ahead of){_ARTICLE}", re.I)
_WORSE = re.compile(rf"\b(?:below|under|after|behind|lower than|worse than|poorer than){_ARTICLE}", re.I)
_RANKING = re.compile(r"\b(?:rank|peak|chart|plac|position|debut)(?:s|ed|es|ing|e)?\b[^.;]{0,24}$", re.I)
_OF_AN_ORDER = re.compile(r"[^.;]{0,24}?\b(?:[a-z]{3,}est|best|worst|most|least|place|position|spot|rank)\b", re.I)


def as_rank(figure: Figure, text: str) -> Figure:
    """Read a number that gives a place as one, with the bound that "above" or "behind" makes of it.

    Other figures come back unchanged; so does an ordinal that counts in time ("before the third week").
    """
    ranking = bool(_RANKING.search(text, max(0, figure.start - _WINDOW), figure.start))
    ordered = ranking or bool(_OF_AN_ORDER.match(text, figure.end, figure.end + _WINDOW))
    if figure.kind == "ordinal" and ordered:
        return replace(figure, comparator=_bound(figure, text))
    if figure.kind == "count" and ranking and not figure.counted and figure.comparator in ("<", ">"):
        return replace(figure, kind="ordinal", comparator=_bound(figure, text))
    return figure


def _bound(figure: Figure, text: str) -> str:
    first = max(0, figure.start - _WINDOW)
    if _BETTER.search(text, first, figure.start):
        return "<"
    return ">" if _WORSE.search(text, first, figure.start) else figure.comparator
