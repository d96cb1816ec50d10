"""What stands at one place of a text: an ordinal, a value, a tolerance, feet and inches, a range, or a name."""

import re
from decimal import Decimal
from fractions import Fraction

from claims.language.quantities.building import TermReading, build_quantity, measured_quantity, ordinal_quantity
from claims.language.quantities.exclusions import (
    glued_before,
    has_leading_zero,
    is_identifier,
    is_telephone,
    run_end,
    telephone_end,
)
from claims.language.quantities.fixed_phrases import in_fixed_phrase
from claims.language.quantities.meaning import last_place
from claims.language.quantities.number_words import read_ordinal
from claims.language.quantities.numerals import Numeral, power_behind
from claims.language.quantities.products import read_product
from claims.language.quantities.ranges import read_range
from claims.language.quantities.shares import read_share
from claims.language.quantities.singles import read_single
from claims.language.quantities.terms import Term, has_currency_before, read_term, read_term_ahead, shares_a_unit
from claims.language.units import as_decimal, read_suffix, unit_named

_TOLERANCE = re.compile(r"[ \u00a0]?(?:±|\+/[-−]|\+-|\(±)[ \u00a0]?(?=[0-9.])")
_PRIMES = re.compile(r"['′’][ \u00a0]?([0-9]{1,2}(?:\.[0-9]{1,2})?)(?:[\"″”]|['′’]{2}|(?![0-9'′’\"]))")
_FOOT_AND = re.compile(r"-([0-9]{1,2})(?![0-9-])")
# 54°30′N, 54° 30′ 15″: the minutes and seconds of an angle.
_DEGREES = re.compile(
    r"(?P<degrees>[0-9]{1,3})[°º][ \u00a0]?(?P<minutes>[0-9]{1,2}(?:\.[0-9]{1,4})?)['′’](?:[ \u00a0]?(?P<seconds>[0-9]{1,2}(?:\.[0-9]{1,4})?)(?:[\"″”]|['′’]{2}))?(?:[ \u00a0]?[NSEW]\b)?"
)
_RESTS = {
    "foot": ("inch", re.compile(r"[0-9]|1[01]"), 12),
    "stone": ("pound", re.compile(r"[0-9]|1[0-3]"), 14),
    "meter": ("centimeter", re.compile(r"[1-9][0-9]"), 100),
}
_HEIGHT_ENDS = re.compile(r"\.?$|[.,;:!?)](?![0-9])| (?:tall|high|long|wide|deep|in height|in length)\b")
_PIECES = {
    "foot": "inch", "pound": "ounce", "stone": "pound", "hour": "minute", "minute": "second", "day": "hour", "year": "month", "week": "day",
}  # fmt: skip
_PIECE_LINK = re.compile(r"\.?,?[ \u00a0]?(?:and[ \u00a0])?(?=[0-9a-z])")
_AND_PART = r"[ \u00a0\n]and[ \u00a0\n](?:a|one)[ \u00a0\n](half|quarter|third)\b(?![ -](?:dozen|hundred|thousand|million|billion|an?|hour|day|mile|of the|of its|of their)\b|-)"
_WHOLE_AND_PART = re.compile(rf"(?P<one>an?)[ \u00a0\n](?P<unit>[a-z]+)(?={_AND_PART})", re.I)
_AND_A_PART = re.compile(_AND_PART, re.I)
_PART_OF_ONE = {"half": 2, "quarter": 4, "third": 3}
_SECOND_IDIOM = re.compile(r" (?:of all|thoughts?|later|ago|earlier|only|guess)\b|[,.;:!?)]|['’]", re.I)
_RANK_IDIOM = re.compile(r"-(?:order|class|hand|rate)\b", re.I)
_FIRST_BEFORE = re.compile(r"\b(?:at|from the|per|for a|a split|split)[ ]$", re.I)
_RANK_BEFORE = re.compile(
    r"\b(?:the|ranked|ranks|placed|finished|came|comes|in|his|her|its|their|our|my|['’]s)[ ]$", re.I
)


def read_at(text: str, start: int, floor: int, limit: int) -> TermReading:
    """Read what stands at ``start``, between the quantity that ends at ``floor`` and the date at ``limit``."""
    ordinal = read_ordinal(text, start)
    if ordinal:
        return _ordinal(text, start, *ordinal)
    if text[start] in ".0123456789" and _is_name(text, start, floor):
        return TermReading((), telephone_end(text, start) or run_end(text, start))
    angle = _DEGREES.match(text, start)
    if angle is not None:
        return _angle(text, angle)
    product = read_product(text, start) if text[start].isdigit() else None
    if product is not None:
        return product
    first = _whole_and_part(text, start) or read_term(text, start, floor)
    if first is None:
        return TermReading((), _skipped(text, start))
    for read in (_tolerance, _feet_and_inches, _pieces, _rest_of_height, _and_a_part, read_share):
        reading = read(text, first)
        if reading is not None:
            return reading
    return read_range(text, first, limit) or read_single(text, first)


def _whole_and_part(text: str, start: int) -> Term | None:
    """Read the "a year" of "a year and a half", whose article is a one there."""
    whole = _WHOLE_AND_PART.match(text, start) if text[start] in "aA" else None
    unit = read_suffix(text, whole.end("one")) if whole else None
    if whole is None or unit is None or unit.end != whole.end("unit"):
        return None
    numeral = Numeral(start, whole.end("one"), Decimal(1), Decimal(1), words=True)
    return Term(start, unit.end, numeral, False, unit.readings, True)


def _and_a_part(text: str, first: Term) -> TermReading | None:
    """Read what "and a half" adds to the unit before it."""
    part = _AND_A_PART.match(text, first.end) if first.readings and first.step == 1 else None
    if part is None:
        return None
    below = _PART_OF_ONE[part[1].lower()]
    value, step = first.value + Decimal(1) / below, Decimal(1) / below
    return TermReading(
        (measured_quantity(text, first.start, part.end(), value, step, first.readings, first),), part.end()
    )


def _skipped(text: str, start: int) -> int:
    return max(run_end(text, start), start + 1)


def _is_name(text: str, start: int, floor: int) -> bool:
    if has_currency_before(text, start, floor):
        return False
    if glued_before(text, start):
        return not shares_a_unit(text, start)
    if telephone_end(text, start) or is_telephone(text, start):
        return True
    return has_leading_zero(text, start) or is_identifier(text, start)


def _ordinal(text: str, start: int, number: int, end: int) -> TermReading:
    if in_fixed_phrase(text, start, end):
        return TermReading((), end)
    if text[start].isdigit():
        if glued_before(text, start):
            return TermReading((), end)
    elif not _ranks(text, start, end):
        return TermReading((), end)
    return TermReading((ordinal_quantity(text, start, end, number),), end)


def _ranks(text: str, start: int, end: int) -> bool:
    if _FIRST_BEFORE.search(text, max(0, start - 12), start):
        return False
    if _RANK_IDIOM.match(text, end):
        return False
    if _SECOND_IDIOM.match(text, end) or end == len(text):
        return bool(_RANK_BEFORE.search(text, max(0, start - 12), start))
    return True


def _tolerance(text: str, first: Term) -> TermReading | None:
    sign = _TOLERANCE.match(text, first.end)
    if sign is None:
        return None
    spread = read_term_ahead(text, sign.end())
    if spread is None or spread.numeral.words:
        return None
    if first.readings and spread.readings and spread.readings[0] not in ("percent", first.readings[0]):
        return None
    start, end = _in_brackets(text, first, spread, opened="(" in sign.group())
    value, width = _shared_factor(first, spread)
    readings = first.readings or spread.readings
    if first.readings and first.readings[0] != "percent" and spread.readings and spread.readings[0] == "percent":
        width = abs(first.value) * spread.value / 100
    if end > spread.end:
        power, end = power_behind(text, end)
        value, width = value * power, width * power
        trailing = read_suffix(text, end) if readings is None else None
        readings, end = (trailing.readings, trailing.end) if trailing else (readings, end)
    interval = (value - width, value + width)
    return TermReading((build_quantity(text, start, end, (value, value), interval, readings, first, "="),), end)


def _in_brackets(text: str, first: Term, spread: Term, *, opened: bool) -> tuple[int, int]:
    """Return the span of a tolerance with the brackets around it, or around its second half."""
    start, end = first.start, spread.end
    if text[end : end + 1] != ")":
        return start, end
    around = start > 0 and text[start - 1] == "("
    return start - around, end + (around or opened)


def _shared_factor(first: Term, spread: Term) -> tuple[Decimal, Decimal]:
    """Return value and width; what scales both is printed once, behind the second: 3.2 ± 0.4 million."""
    alone = first.numeral.scale == first.numeral.power == 1
    return first.value * (spread.numeral.scale * spread.numeral.power if alone else 1), spread.value


def _angle(text: str, found: re.Match[str]) -> TermReading:
    """Read degrees, minutes and seconds as one angle in the smallest of them that is printed."""
    minutes = Decimal(found["minutes"])
    value, step, unit = int(found["degrees"]) * 60 + minutes, last_place(minutes), "arcminute"
    if found["seconds"]:
        seconds = Decimal(found["seconds"])
        value, step, unit = value * 60 + seconds, last_place(seconds), "arcsecond"
    numeral = Numeral(found.start(), found.end(), value, step)
    term = Term(found.start(), found.end(), numeral, False, (unit,), True)
    return TermReading((measured_quantity(text, found.start(), found.end(), value, step, (unit,), term),), found.end())


def _rest_of_height(text: str, first: Term) -> TermReading | None:
    """Read the inches of "six foot three" and the centimetres of "1 m 80", whose unit is left out."""
    if (
        first.step != 1
        or not first.readings
        or first.readings[0] not in _RESTS
        or text[first.end : first.end + 1] != " "
    ):
        return None
    smaller, pattern, ratio = _RESTS[first.readings[0]]
    rest = read_term_ahead(text, first.end + 1)
    if rest is None or not rest.bare or rest.counted or rest.end == first.end + 1:
        return None
    if rest.numeral.words != first.numeral.words and first.readings[0] == "meter":
        return None
    printed = str(rest.value)
    if not pattern.fullmatch(printed) or rest.numeral.part or not _HEIGHT_ENDS.match(text, rest.end):
        return None
    value = first.value * ratio + rest.value
    return TermReading((measured_quantity(text, first.start, rest.end, value, rest.step, (smaller,), first),), rest.end)


def _feet_and_inches(text: str, first: Term) -> TermReading | None:
    if first.numeral.step != 1:
        return None
    if first.bare:
        found = _PRIMES.match(text, first.numeral.end)
    else:
        found = _FOOT_AND.match(text, first.end) if text.endswith("-foot", first.start, first.end) else None
    if not found or Decimal(found[1]) >= 12 or first.numeral.value > 12:
        return None
    inches = Decimal(found[1])
    value = first.numeral.value * 12 + inches
    step = last_place(inches)
    return TermReading((measured_quantity(text, first.start, found.end(), value, step, ("inch",), first),), found.end())


def _pieces(text: str, first: Term) -> TermReading | None:
    if not first.readings:
        return None
    smaller = _PIECES.get(first.readings[0])
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
    return TermReading((measured_quantity(text, first.start, last.end, total, last.step, readings, first),), last.end)
