"""From terms to quantities: single values, ranges, tolerances, feet and inches, ordinals."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from ..units import as_decimal, convert, dimension_of, read_suffix, unit_named
from .comparators import comparator_after, comparator_before, over_is_during
from .context import settle
from .exclusions import (
    follows_name,
    glued_after,
    glued_before,
    is_clock,
    is_label,
    is_lettered_label,
    is_rank,
    is_score,
    is_telephone,
    is_year,
    run_end,
)  # fmt: skip
from .meaning import bounds, printed_interval
from .number_words import read_ordinal
from .numerals import rescaled
from .quantity import Quantity
from .terms import Term, has_currency_before, read_term, read_term_ahead


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read at one place: its quantities (none for a name) and where to read on."""

    quantities: tuple[Quantity, ...]
    end: int


_JOIN = re.compile(
    r"[ \u00a0]?(?P<dash>[-–—‒−‑~])[ \u00a0]?(?=[0-9$€£¥−-])|-?[ \u00a0\n]+(?P<to>to|through|till)[ \u00a0\n]+|-(?P<to2>to)-|[ \u00a0](?P<or>or)[ \u00a0]|[ \u00a0](?P<and>and)[ \u00a0]",
    re.I,
)
_BETWEEN = re.compile(r"\bbetween\s+(?:about |around |roughly |some )?$", re.I)
_FROM = re.compile(r"\b(?:from|of)\s+(?:about |around |roughly |some |just |nearly |almost )?$", re.I)
_CHANGE = re.compile(
    r"\b(?:r[oi]se[sn]?|rising|increas(?:e[sd]?|ing)|gr[eo]w(?:s|n|ing|th)?|f[ae]ll(?:s|en|ing)?|cut(?:s|ting)?|chang(?:e[sd]?|ing)|w[e]nt|go(?:es|ing|ne)?|up|down|rais(?:e[sd]?|ing)|dropp?(?:s|ed|ing)?"
    r"|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|expand(?:s|ed|ing)?|reduc(?:e[sd]?|ing|tion)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[sd]?|ing)|plung(?:e[sd]?|ing)|soar(?:s|ed|ing)?|shr[aiu]nk(?:s|ing)?"
    r"|improv(?:e[sd]?|ing)|lower(?:s|ed|ing)?|upgrad(?:e[sd]?|ing)|doubl(?:e[sd]?|ing)|slow(?:s|ed|ing)?|slid|slump(?:s|ed|ing)?|swell(?:s|ed|ing)?|boost(?:s|ed|ing)?|revis(?:e[sd]?|ing)|mov(?:e[sd]?|ing)|extend(?:s|ed|ing)?)\b[^.;]{0,70}$",
    re.I,
)
_TOLERANCE = re.compile(r"[ \u00a0]?(?:±|\+/[-−]|\+-|\(±)[ \u00a0]?(?=[0-9.])")
_PLUS_MINUS_BEFORE = re.compile(r"(?:±|\+/[-−]|plus or minus)[ \u00a0]?$")
_PRIMES = re.compile(r"['′’][ \u00a0]?([0-9]{1,2}(?:\.[0-9]{1,2})?)(?:[\"″”]|['′’]{2}|(?![0-9'′’\"]))")
_PIECES = {
    "foot": "inch", "pound": "ounce", "stone": "pound", "hour": "minute", "minute": "second", "day": "hour", "year": "month", "week": "day",
}  # fmt: skip
_PIECE_LINK = re.compile(r"\.?,?[ \u00a0]?(?:and[ \u00a0])?(?=[0-9a-z])")
_ONE_IDIOM = re.compile(
    r" (?:of|another|day|morning|evening|afternoon|night|hand|side|thing|party|time|by|that|who|which|or|and|is|was|has|can|would|could|should|may|might|must|to|in|on|at|for|with|as)\b|['’,.;:!?)]|-|$",
    re.I,
)
_ONE_BEFORE = re.compile(
    r"\b(?:no|this|that|the|each|every|any|which|some|another|only|last|first|next|as|number|a|his|her|its|their|my|your|new|old|big|small|good)[ -]$",
    re.I,
)
_HALF_FOLLOWS = re.compile(
    r"[ -](?:of|the|an?|its|their|his|her|our|all|that|as)\b|[ -](?:hour|day|mile|year|century|dozen|million|a)", re.I
)
_HALF_PRECEDES = re.compile(
    r"\b(?:by|in|about|nearly|almost|roughly|over|under|than|only|least|approximately|to)[ -]$", re.I
)
_PART_FOLLOWS = re.compile(r" (?:of|the|an?|less|more|higher|lower|larger|smaller|as|its|their)\b|[,.;:)]|$", re.I)
_SECOND_IDIOM = re.compile(r" (?:of all|thoughts?|later|ago|earlier|only|guess)\b|[,.;:!?)]|['’]", re.I)
_FIRST_BEFORE = re.compile(r"\b(?:at|from the|per|for a|a split|split)[ ]$", re.I)
_RANK_BEFORE = re.compile(
    r"\b(?:the|ranked|ranks|placed|finished|came|comes|in|his|her|its|their|our|my|['’]s)[ ]$", re.I
)


def read_at(text: str, start: int, limit: int) -> Reading:
    """This function will read what stands at ``start``; a range may not reach past ``limit``, where a date begins."""
    ordinal = read_ordinal(text, start)
    if ordinal:
        return _ordinal(text, start, *ordinal)
    if text[start] in ".0123456789" and _is_name(text, start):
        return Reading((), run_end(text, start))
    first = read_term(text, start)
    if first is None:
        return Reading((), _skipped(text, start))
    for read in (_tolerance, _feet_and_inches, _pieces, _range):
        reading = read(text, first, limit)
        if reading is not None:
            return reading
    return _single(text, first)


def _skipped(text: str, start: int) -> int:
    return max(run_end(text, start), start + 1)


def _is_name(text: str, start: int) -> bool:
    if has_currency_before(text, start):
        return False
    return glued_before(text, start) or is_telephone(text, start)


def _ordinal(text: str, start: int, rank: int, end: int) -> Reading:
    if text[start].isdigit():
        if glued_before(text, start):
            return Reading((), end)
    elif not _ranks(text, start, end):
        return Reading((), end)
    return Reading((_rank(text, start, end, rank),), end)


def _rank(text: str, start: int, end: int, rank: int) -> Quantity:
    value = Decimal(rank)
    return Quantity(
        text[start:end], start, end, value, value, None, "ordinal", "=", value, value, None, (), value, value
    )


def _ranks(text: str, start: int, end: int) -> bool:
    if _FIRST_BEFORE.search(text, max(0, start - 12), start):
        return False
    if _SECOND_IDIOM.match(text, end) or end == len(text):
        return bool(_RANK_BEFORE.search(text, max(0, start - 12), start))
    return True


def _tolerance(text: str, first: Term, limit: int) -> Reading | None:
    sign = _TOLERANCE.match(text, first.end)
    spread = read_term_ahead(text, sign.end()) if sign else None
    if spread is None or spread.numeral.words:
        return None
    start, end = first.start, spread.end
    if text[end : end + 1] == ")":
        start -= text[start - 1 : start] == "("
        end += start < first.start or "(" in sign.group()
    readings = first.readings or spread.readings
    width = spread.value
    if first.readings and spread.readings and spread.readings[0] == "percent" != first.readings[0]:
        width = abs(first.value) * spread.value / 100
    elif first.readings and spread.readings and first.readings[0] != spread.readings[0]:
        return None
    trailing = read_suffix(text, end) if readings is None and end > spread.end else None
    if trailing:
        readings, end = trailing.readings, trailing.end
    interval = (first.value - width, first.value + width)
    return Reading((_build(text, start, end, (first.value, first.value), interval, readings, first, "="),), end)


def _feet_and_inches(text: str, first: Term, limit: int) -> Reading | None:
    found = _PRIMES.match(text, first.numeral.end) if first.bare and first.numeral.step == 1 else None
    if not found or Decimal(found[1]) >= 12 or first.numeral.value > 12:
        return None
    inches = Decimal(found[1])
    value = first.numeral.value * 12 + inches
    step = Decimal(1).scaleb(inches.as_tuple().exponent)
    return Reading((_measured(text, first.start, found.end(), value, step, ("inch",), first),), found.end())


def _pieces(text: str, first: Term, limit: int) -> Reading | None:
    smaller = _PIECES.get(first.readings[0]) if first.readings else None
    total, last, readings = first.value, first, first.readings
    while smaller:
        link = _PIECE_LINK.match(text, last.end)
        following = read_term_ahead(text, link.end()) if link and link.group() and link.end() < len(text) else None
        if following is None or not following.readings or following.readings[0] != smaller:
            break
        ratio = unit_named(readings[0]).factor / unit_named(smaller).factor
        total = as_decimal(Fraction(total) * ratio) + following.value
        last, readings, smaller = following, (smaller,), _PIECES.get(smaller)
    if last is first:
        return None
    return Reading((_measured(text, first.start, last.end, total, last.step, readings, first),), last.end)


def _range(text: str, first: Term, limit: int) -> Reading | None:
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
    first, second = _shared(first, second)
    if first.readings and second.readings and first.readings[0] != second.readings[0]:
        return None
    before = text[max(0, first.start - 110) : first.start]
    if join["dash"] and first.bare and _is_no_range(text, first, second):
        return Reading((), run_end(text, second.end) if text[second.end : second.end + 1].isalnum() else second.end)
    if first.value >= second.value or (_FROM.search(before) and _CHANGE.search(before)):
        return _two(text, first, second) if join["to"] or join["to2"] else None
    return Reading((_between(text, first, second),), second.end)


def _joins(text: str, first: Term, second: Term, join: re.Match[str]) -> bool:
    if join["and"]:
        return bool(_BETWEEN.search(text, max(0, first.start - 20), first.start))
    if join["or"]:
        return first.numeral.words and second.numeral.words and second.value == first.value + 1
    if join["dash"] and (first.counted or first.numeral.words):
        return False
    return not (first.bare and first.counted and not second.bare)


def _is_no_range(text: str, first: Term, second: Term) -> bool:
    if glued_after(text, second.end) or first.numeral.step != 1 and second.bare and first.value >= second.value:
        return True
    whole = first.numeral.step == 1 and second.numeral.step == 1
    if second.bare and second.counted is None:
        return whole and is_score(text, first.start, int(first.value), int(second.value))
    return first.value >= second.value


def _shared(first: Term, second: Term) -> tuple[Term, Term]:
    unscaled = second.numeral.value / second.numeral.scale
    if (
        first.numeral.scale == 1 < second.numeral.scale
        and first.numeral.value < max(unscaled, 1000)
        and not first.suffixed | (first.counted is not None)
        or first.prefixed
        and first.numeral.scale == 1 < second.numeral.scale
        and first.numeral.value < unscaled
    ):
        first = replace(first, numeral=rescaled(first.numeral, second.numeral.scale))
    if first.bare and not second.bare:
        first = replace(first, readings=second.readings, hundredth=second.hundredth)
    elif second.bare and first.readings and not second.counted:
        second = replace(second, readings=first.readings, hundredth=first.hundredth)
    if first.bare and second.bare and not first.counted:
        first = replace(first, counted=second.counted)
    return first, second


def _two(text: str, first: Term, second: Term) -> Reading:
    pair = (_single(text, first), _single(text, second))
    return Reading(tuple(quantity for reading in pair for quantity in reading.quantities), second.end)


def _between(text: str, first: Term, second: Term) -> Quantity:
    values = (first.value, second.value)
    sign = comparator_before(text, first.start) or comparator_after(text, second.end)
    return _build(text, first.start, second.end, values, values, first.readings or second.readings, second, sign or "=")


def _single(text: str, term: Term) -> Reading:
    if term.bare and term.numeral.step == 1 and term.counted != "time" and is_rank(text, term.numeral.start):
        return Reading((_rank(text, term.numeral.start, term.numeral.end, int(term.numeral.value)),), term.numeral.end)
    if not _stands(text, term):
        return Reading((), run_end(text, term.start) if text[term.start].isdigit() else term.end)
    if term.numeral.upper is not None:
        values = (term.numeral.value, term.numeral.upper)
        sign = comparator_before(text, term.start) or "="
        quantity = _build(text, term.start, term.end, values, values, term.readings, term, sign)
        return Reading((quantity,), term.end)
    return Reading((_measured(text, term.start, term.end, term.value, term.step, term.readings, term),), term.end)


def _stands(text: str, term: Term) -> bool:
    numeral = term.numeral
    if numeral.words:
        return not _is_idiom(text, term)
    if is_clock(text, numeral.end) or (not term.prefixed and is_lettered_label(text, term.start, term.end)):
        return False
    if not term.bare:
        return True
    if not term.suffixed and glued_after(text, numeral.end):
        return False
    if numeral.scale != 1 or term.suffixed:
        return True
    plural = term.counted is not None
    if is_label(text, numeral.start, numeral.end) or is_year(text, numeral.start, numeral.end, counts=plural):
        return False
    return plural or not follows_name(text, term.start)


def _is_idiom(text: str, term: Term) -> bool:
    printed = text[term.numeral.start : term.numeral.end].lower()
    if printed == "one" and term.bare:
        return bool(_ONE_IDIOM.match(text, term.end) or _ONE_BEFORE.search(text, max(0, term.start - 10), term.start))
    if printed == "half" and term.bare:
        follows, precedes = (
            _HALF_FOLLOWS.match(text, term.end),
            _HALF_PRECEDES.search(text, max(0, term.start - 16), term.start),
        )
        return not (follows or precedes)
    if term.numeral.part and term.bare and printed.split()[0] in ("a", "an"):
        return not _PART_FOLLOWS.match(text, term.end)
    return is_label(text, term.numeral.start, term.numeral.end) if term.bare else False


def _measured(
    text: str, start: int, end: int, value: Decimal, step: Decimal, readings: tuple[str, ...] | None, term: Term
) -> Quantity:
    if _PLUS_MINUS_BEFORE.search(text, max(0, start - 14), start):
        return _build(text, start, end, (value, value), (-abs(value), abs(value)), readings, term, "=")
    exact = readings is None and term.numeral.exact
    interval = printed_interval(value, step, exact=exact)
    sign = comparator_before(text, start) or comparator_after(text, end) or "="
    return _build(text, start, end, (value, value), interval, readings, term, sign)


def _build(
    text: str,
    start: int,
    end: int,
    values: tuple[Decimal, Decimal],
    interval: tuple[Decimal, Decimal],
    readings: tuple[str, ...] | None,
    term: Term,
    sign: str,
) -> Quantity:
    readings = settle(readings, text, start, end, scaled=term.numeral.scale > 1) if readings else ()
    unit = readings[0] if readings else None
    dimension = "fraction" if unit is None and term.numeral.part else dimension_of(unit)
    if dimension == "time" and sign == ">" and over_is_during(text, start, end):
        sign = "="
    low, high = bounds(*interval, values, sign)
    return Quantity(
        surface=text[start:end], start=start, end=end,
        low=None if low is None else convert(low, unit), high=None if high is None else convert(high, unit),
        unit=unit, dimension=dimension, comparator="~" if sign == "nearly" else sign,
        value_low=values[0], value_high=values[1], counted=term.counted if unit is None else None,
        readings=readings, bound_low=low, bound_high=high,
    )  # fmt: skip
