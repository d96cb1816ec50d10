"""Ranges: 5-7 kN, between 5 and 7 kN, $5 to $7 million, and what only looks like one."""

import re
from dataclasses import replace

from claims.language.quantities.building import TermReading, build_quantity
from claims.language.quantities.comparators import comparator_after, comparator_before
from claims.language.quantities.exclusions import glued_after, is_label, is_score, run_end
from claims.language.quantities.numerals import rescaled
from claims.language.quantities.quantity import Quantity
from claims.language.quantities.singles import read_single
from claims.language.quantities.terms import Term, priced, read_term_ahead

_JOIN = re.compile(
    r"[ \u00a0]?(?P<dash>[-–—‒−‑~…]|\.\.\.)[ \u00a0]?(?=[0-9$€£¥−+-])|-?[ \u00a0\n]+(?P<to>to|through|till)[ \u00a0\n]+|-(?P<to2>to)-|[ \u00a0](?P<or>or)[ \u00a0]|[ \u00a0](?P<and>and)[ \u00a0]",
    re.I,
)
_BETWEEN = re.compile(r"\bbetween\s+(?:about |around |roughly |some )?(?:\+|plus )?$", re.I)
_PLUS_BEFORE = re.compile(r"(?:\+|plus )$", re.I)
_FROM = re.compile(r"\b(?:from|of)\s+(?:about |around |roughly |some |just |nearly |almost )?$", re.I)
_CHANGE = re.compile(
    r"\b(?:r[oi]se[sn]?|rising|increas(?:e[sd]?|ing)|gr[eo]w(?:s|n|ing|th)?|f[ae]ll(?:s|en|ing)?|cut(?:s|ting)?|chang(?:e[sd]?|ing)|w[e]nt|go(?:es|ing|ne)?|up|down|rais(?:e[sd]?|ing)|dropp?(?:s|ed|ing)?"
    r"|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|expand(?:s|ed|ing)?|reduc(?:e[sd]?|ing|tion)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[sd]?|ing)|plung(?:e[sd]?|ing)|soar(?:s|ed|ing)?|shr[aiu]nk(?:s|ing)?"
    r"|improv(?:e[sd]?|ing)|lower(?:s|ed|ing)?|upgrad(?:e[sd]?|ing)|doubl(?:e[sd]?|ing)|slow(?:s|ed|ing)?|slid|slump(?:s|ed|ing)?|swell(?:s|ed|ing)?|boost(?:s|ed|ing)?|revis(?:e[sd]?|ing)|mov(?:e[sd]?|ing)|extend(?:s|ed|ing)?)\b[^.;]{0,70}$",
    re.I,
)

#: Right before what was gained or lost: "Brent added $2.10 to $71.35".
_STEP = re.compile(
    r"\b(?:add(?:s|ed|ing)?|gain(?:s|ed|ing)?|los(?:e|es|t|ing)|shed(?:s|ding)?|advanc(?:e[sd]?|ing)|eas(?:e[sd]?|ing)|slip(?:s|ped|ping)?"
    r"|edg(?:e[sd]?|ing)|tumbl(?:e[sd]?|ing)|r[oi]se[sn]?|f[ae]ll(?:s|en)?|cut|climb(?:s|ed)?|jump(?:s|ed)?|dropp?(?:s|ed)?|slid|slumped|surged"
    r"|declined|decreased|increased|grew|gr[eo]ws?|lowered|raised|up|down)"
    r"(?: (?:up|down|higher|lower|back|by|another|a further|some|about|around|nearly|almost|just|over))*\s+$",
    re.I,
)
_FALLING = re.compile(
    r"\b(?:f[ae]ll(?:s|en|ing)?|cut(?:s|ting)?|dropp?(?:s|ed|ing)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|reduc(?:e[sd]?|ing|tion)|plung(?:e[sd]?|ing)"
    r"|shr[aiu]nk(?:s|ing)?|lower(?:s|ed|ing)?|slid|slump(?:s|ed|ing)?|sank|tumbl(?:e[sd]?|ing)|narrow(?:s|ed|ing)?|halv(?:e[sd]?|ing)|down)\b[^.;]{0,70}$",
    re.I,
)
#: How many times as much one of two figures in one scale may be: "from 44.6 to 31 billion", but not "from 900 to 1 million".
MOST_TIMES = 100
#: "lost $5 to $40 on each share" is a range: no level is one of each.
_EACH = re.compile(
    r"\s*(?:(?:on|for|per) each|each|apiece|per (?:share|head|person|unit)|a (?:share|head|piece))\b", re.I
)
#: A level is many times what it moved by; a range rarely ends so far from where it begins.
_LEVEL_OVER_STEP = 4


def read_range(text: str, first: Term, limit: int) -> TermReading | None:
    """Read the range that ``first`` begins and that ends before ``limit``, or nothing.

    A result ("3–1") reads as no quantity at all, a change ("rose from 5 to 7 percent") as two.
    """
    join = _JOIN.match(text, first.end)
    if not join or first.numeral.upper is not None or first.numeral.part:
        return None
    second = read_term_ahead(text, join.end()) if join.end() < len(text) else None
    if (
        second is None
        or second.end > limit
        or second.numeral.upper is not None
        or not _joins(text, first, second, join)
    ):
        return None
    if join["dash"] and _is_label_range(text, first, second):
        return TermReading((), second.end)
    if join["to"] and _is_step(text, first, second):
        return _two(text, first, second)
    before = text[max(0, first.start - 110) : first.start]
    first, second = _shared(
        text, first, second, fell=bool(join["to"] and _FROM.search(before) and _FALLING.search(before))
    )
    if first.readings and second.readings and first.readings[0] != second.readings[0]:
        return None
    if join["dash"] and not first.suffixed and not second.bare and first.value > second.value:
        return TermReading((_between(text, first, second),), second.end)
    if join["dash"] and first.bare and _is_no_range(text, first, second):
        return TermReading((), run_end(text, second.end) if text[second.end : second.end + 1].isalnum() else second.end)
    if join["and"] and second.negative and first.value > second.value:
        return TermReading((_between(text, first, second),), second.end)
    if first.value >= second.value or (_FROM.search(before) and _CHANGE.search(before)):
        return _two(text, first, second) if join["to"] or join["to2"] else None
    return TermReading((_between(text, first, second),), second.end)


def _joins(text: str, first: Term, second: Term, join: re.Match[str]) -> bool:
    if join["and"]:
        return bool(_BETWEEN.search(text, max(0, first.start - 20), first.start))
    if join["or"]:
        one_more = first.value + first.numeral.scale
        return first.numeral.words and second.numeral.words and second.value == one_more
    if join["dash"] and (first.counted or first.numeral.words):
        return False
    if join["to"] and _is_move(first, second):
        return False
    return not (first.bare and first.counted and not second.bare)


def _is_move(first: Term, second: Term) -> bool:
    """Tell "fell 1.3% to 92.5" from a range, which prints its unit last or with both."""
    return not first.bare and not first.prefixed and second.bare


def _is_step(text: str, first: Term, second: Term) -> bool:
    """Tell "added $2 to $71", a step and the level that it led to, from a range."""
    stepped = _STEP.search(text, max(0, first.start - 40), first.start) is not None
    stepped = stepped and not _EACH.match(text, second.end)
    return stepped and not first.bare and not second.bare and second.value >= _LEVEL_OVER_STEP * first.value


def _is_no_range(text: str, first: Term, second: Term) -> bool:
    if glued_after(text, second.end) or first.numeral.step != 1 and second.bare and first.value >= second.value:
        return True
    whole = first.numeral.step == 1 and second.numeral.step == 1
    if second.bare and second.counted is None:
        return whole and is_score(text, first.start, second.end, int(first.value), int(second.value))
    return first.value >= second.value


def _is_label_range(text: str, first: Term, second: Term) -> bool:
    """Tell "Figs. 4–6" from the five to ten ships that a text counts."""
    bare = first.bare and second.bare and not second.counted
    return bare and is_label(text, first.numeral.start, first.numeral.end)


def _shared(text: str, first: Term, second: Term, *, fell: bool) -> tuple[Term, Term]:
    if _lacks_scale(first, second, fell=fell):
        first = replace(first, numeral=rescaled(first.numeral, second.numeral.scale))
    elif _lacks_power(first, second):
        first = replace(first, numeral=rescaled(first.numeral, second.numeral.power))
    if first.bare and not second.bare:
        first = replace(first, readings=second.readings, parts=second.parts)
    elif second.bare and first.readings and not second.counted:
        second = priced(text, replace(second, readings=first.readings, parts=first.parts))
    if first.readings and second.readings and second.readings[0].startswith(first.readings[0] + " / "):
        first = replace(first, readings=second.readings, parts=second.parts)
    if first.bare and second.bare and not first.counted:
        first = replace(first, counted=second.counted)
    return first, second


def _lacks_scale(first: Term, second: Term, *, fell: bool) -> bool:
    """Tell "5 to 7 million" and "$5-7 million" from "900 to 1 million" and "5 kg to 2 million".

    What fell "from 44.6 to 31 billion" was more before, and of the same scale if it was at most a hundred times as much.
    """
    if not first.numeral.scale == 1 < second.numeral.scale or first.counted:
        return False
    may_share = first.prefixed or not first.suffixed
    mantissa = second.numeral.value / second.numeral.scale
    return may_share and first.numeral.value < mantissa * (MOST_TIMES if fell else 1)


def _lacks_power(first: Term, second: Term) -> bool:
    """Tell "3–4 × 10^4" from "100 to 10^4", whose power stands alone."""
    power = second.numeral.power
    mantissa = second.numeral.value / power
    return first.numeral.power == 1 != power and not first.suffixed and first.numeral.value < mantissa


def _two(text: str, first: Term, second: Term) -> TermReading:
    pair = (read_single(text, first), read_single(text, second))
    return TermReading(tuple(quantity for reading in pair for quantity in reading.quantities), second.end)


def _between(text: str, first: Term, second: Term) -> Quantity:
    values = (min(first.value, second.value), max(first.value, second.value))
    plus = _PLUS_BEFORE.search(text, max(0, first.start - 5), first.start)
    start = plus.start() if plus else first.start
    sign = comparator_before(text, start) or comparator_after(text, second.end)
    return build_quantity(
        text, start, second.end, values, values, first.readings or second.readings, second, sign or "="
    )
