"""Parts and wholes that do not come out: shares of a count, lists and their totals, so many at so much each."""

import re
from collections.abc import Iterator
from decimal import Decimal

from claims.language.findings.delexicalising import WORDS, DelexicalisedSentence, Mistake, PatternMatch, figure_slot
from claims.language.findings.intervals import Interval, interval_of, two_digits
from claims.language.quantities import Quantity, currency_of

_PART, _WHOLE, _SHARE = figure_slot("part"), figure_slot("whole"), figure_slot("share")
_OF = rf"{_PART}(?: {WORDS}{{0,20}}?)? (?:out )?of {_WHOLE}"
_NOT_OF_IT = r"(?! (?:of|more|less|fewer|higher|lower|above|below|from|percentage)\b)"
_SHARES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_OF}{WORDS}{{0,40}}?(?:, or |, that is,? |, i\.e\.,? | ?\(|, (?:equal to |making up )?){_SHARE}{_NOT_OF_IT}",
        rf"\bof {_WHOLE}{WORDS}{{0,30}}, {_PART}{WORDS}{{0,40}}?(?:, or | ?\(){_SHARE}{_NOT_OF_IT}",
        rf"{_SHARE}{WORDS}{{0,40}}?(?:, or | ?\(|, that is,? ){_PART} (?:out )?of {_WHOLE}",
    )
)
_REMAINDER = re.compile(
    rf"{figure_slot('one')}(?! (?:of|more|less|fewer|higher|lower)\b {WORDS}*\bthan).*?\b(?:remaining|other|rest,|remainder,) {figure_slot('rest')}",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rf"{figure_slot('total')}[\w' -]{{0,50}}(?::|,? consisting of|,? made up of|,? namely)[\w' -]{{0,20}}?"
    rf"(?P<parts>⟦\d+⟧(?:[\w' -]{{0,40}}, ⟦\d+⟧)*[\w' -]{{0,40}},? and (?:[\w]+ )?⟦\d+⟧)(?P<after>[\w' -]*)",
    re.IGNORECASE,
)
_TOTALLED = re.compile(
    rf"(?P<parts>⟦\d+⟧(?:[\w' -]{{0,40}}, (?:\w+ ){{0,3}}?⟦\d+⟧)*[\w' -]{{0,40}},? and (?:\w+ ){{0,3}}?⟦\d+⟧)[\w' -]{{0,40}}"
    rf"(?:(?:,| -| –|:)(?: for| making| or| which is)?(?: a)? (?:total of|altogether|in total|in all|together) {figure_slot('total')}"
    rf"|(?:,| -| –)(?: or| for)? {figure_slot('total2')}[\w' -]{{0,20}} (?:in total|altogether|in all|together|overall)\b)",
    re.IGNORECASE,
)
_OPEN_LIST = re.compile(
    r"\b(?:including|among them|such as|for example|of which|of them|at least|more than|over|respectively|per|each|up to)\b",
    re.IGNORECASE,
)
_COUNT, _UNIT, _SUM = figure_slot("count"), figure_slot("unit"), figure_slot("sum")
_EACH = r"(?:each|apiece|(?:per|a|for every) (?!year|month|day|week|hour|minute|second|annum)[a-z-]+)"
_TOTAL_WORDS = r"(?:in total|altogether|in all|together|overall)"
_AT = r"(?:at|for|costing|costs?|worth|priced at|weighs?|weighing|carry|carries|carrying|holds?|holding|of)"
_PRODUCTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_COUNT}[\w' -]{{0,50}}? {_AT} (?:[\w']+ ){{0,3}}?{_UNIT} {_EACH}{WORDS}{{0,30}}?[,(:–-] ?(?:[\w']+ ){{0,3}}?"
        rf"(?:total (?:of |cost of |price of )?|{_TOTAL_WORDS},? )(?:\w+ )?{_SUM}",
        rf"{_COUNT}[\w' -]{{0,50}}? {_AT} (?:[\w']+ ){{0,3}}?{_UNIT} {_EACH}{WORDS}{{0,30}}?[,(:–-] ?(?:or |for |making )?"
        rf"{_SUM} {_TOTAL_WORDS}",
        rf"{_COUNT}[\w' -]{{0,40}}? (?:worth|costs?|for|at) {_SUM}(?:, or | ?\(){_UNIT} {_EACH}",
        rf"{_SUM}(?: \w+){{0,2}} for {_COUNT}[\w' -]{{0,40}}?(?:, or | ?\(|, |, at |, which is ){_UNIT} {_EACH}",
    )
)
#: A price of many often holds more than the things themselves: only a wide gap is a mistake.
_EXTRAS = Decimal("0.1")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ALL = Interval(Decimal(1), Decimal(1))


def part_whole_errors(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """Check every share, list and product that a sentence gives together with its whole."""
    yield from _shares(sentence)
    yield from _remainders(sentence)
    yield from _totals(sentence)
    yield from _products(sentence)


def _shares(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """ "92 of the 735 jets, or 20 percent"."""
    seen: set[str] = set()
    for pattern in _SHARES:
        for found in sentence.matches(pattern):
            part, whole, share = (found.quantity(name) for name in ("part", "whole", "share"))
            fits = share.dimension == "fraction" and part.dimension == whole.dimension and part.dimension != "fraction"
            if not fits or part.dimension == "time" or not _same_unit(part, whole) or found.match["share"] in seen:
                continue
            seen.add(found.match["share"])
            some, every, said = (found.interval(name) for name in ("part", "whole", "share"))
            real = some.ratio(every) if some and every else None
            if real is not None and said is not None and real.low <= 1 and not real.meets(said):
                percent = two_digits(real.middle * 100)
                yield part, share, f"{part.surface} of {whole.surface} is about {percent} percent, not {share.surface}."


def _remainders(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """ "60 percent went to China and the remaining 30 percent to India"."""
    shares = [quantity for quantity in sentence.figures if quantity.dimension == "fraction"]
    for found in sentence.matches(_REMAINDER):
        first, rest = found.quantity("one"), found.quantity("rest")
        one, other = found.interval("one"), found.interval("rest")
        if shares != [first, rest] or one is None or other is None or one.plus(other).meets(_ALL):
            continue
        total = two_digits(one.plus(other).middle * 100)
        yield first, rest, f"{first.surface} and the remaining {rest.surface} make {total} percent, not 100."


def _totals(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """ "300 tanks: 120 from Italy, 90 from Spain and 50 from Malta"."""
    if _OPEN_LIST.search(sentence.text):
        return
    for pattern in (_LISTED, _TOTALLED):
        for found in sentence.matches(pattern):
            name = "total" if found.match["total"] else "total2"
            total = found.quantity(name)
            parts = [sentence.figures[int(at)] for at in re.findall(r"⟦(\d+)⟧", found.match["parts"])]
            if pattern is _LISTED and (total.counted is None or total.dimension != "count"):
                continue
            words = _wrong_total(total, parts)
            if words:
                yield total, parts[0], words


def _wrong_total(total: Quantity, parts: list[Quantity]) -> str | None:
    kinds = {part.counted for part in parts} - {None, total.counted}
    foreign = kinds and total.dimension == "count" and total.counted is not None and len(kinds) != len(parts)
    values = [value for part in parts if (value := interval_of(part)) is not None]
    whole = interval_of(total)
    if foreign or whole is None or len(values) < len(parts) or not all(_same_unit(part, total) for part in parts):
        return None
    together = values[0]
    for value in values[1:]:
        together = together.plus(value)
    if together.meets(whole) or total.dimension in ("fraction", "time"):
        return None
    printed = " + ".join(part.surface for part in parts)
    return f"{printed} is {_in_print(together.middle, total)}, not {total.surface}."


def _products(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """ "10 jets at $30 million each, $200 million in total"."""
    for pattern in _PRODUCTS:
        for found in sentence.matches(pattern):
            words = _wrong_product(found)
            if words:
                yield found.quantity("count"), found.quantity("sum"), words
                return


def _wrong_product(found: PatternMatch) -> str | None:
    count, unit, total = (found.quantity(name) for name in ("count", "unit", "sum"))
    many, one, said = (found.interval(name) for name in ("count", "unit", "sum"))
    if count.dimension != "count" or not _same_unit(unit, total) or many is None or one is None or said is None:
        return None
    if unit.dimension == "fraction" or one.low <= 0:
        return None
    low, high = many.low * one.low * (1 - _EXTRAS), many.high * one.high * (1 + _EXTRAS)
    if Interval(low, high).meets(said):
        return None
    product = many.middle * one.middle
    return f"{count.surface} times {unit.surface} is {_in_print(product, total)}, not {total.surface}."


def _same_unit(one: Quantity, other: Quantity) -> bool:
    return one.dimension == other.dimension and currency_of(one.unit) == currency_of(other.unit)


def _in_print(value: Decimal, like: Quantity) -> str:
    """A value in SI base units as a printed figure would put it: 3 * 10^8 like "$200 million" is "$300 million"."""
    number = _NUMBER.search(like.surface)
    middle = interval_of(like)
    printed = Decimal(number.group().replace(",", "")) if number else Decimal(0)
    if number is None or middle is None or printed == 0:
        return f"{value.normalize():,f}"
    written = (value / (middle.middle / printed)).quantize(Decimal("0.01")).normalize()
    return like.surface.replace(number.group(), f"{written:,f}", 1)
