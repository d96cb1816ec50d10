"""So many at so much each, set against the sum that a text gives for all of them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from claims.language.findings.delexicalising import WORDS, DelexicalisedSentence, Mistake, PatternMatch, figure_slot
from claims.language.findings.intervals import Interval
from claims.language.findings.naming import without_plural
from claims.language.findings.printing import in_print, same_unit

_COUNT, _UNIT, _SUM = figure_slot("count"), figure_slot("unit"), figure_slot("sum")
_EACH = r"(?:for each(?: \w+)?|each|apiece|a piece|(?:per|a|for every) (?!year|month|day|week|hour|minute|second|annum)[a-z-]+)"
_TOTAL_WORDS = r"(?:in total|altogether|in all|together|overall)"
_AT = r"(?:at|for|costing|costs?|worth|priced at|weighs?|weighing|carry|carries|carrying|holds?|holding|of)"
_EARNING = r"(?:earning|making|taking|raising|bringing in|fetching|paying|costing|spending|yielding|grossing)"
_EARNED = r"(?:brought in|raised|earned|cost|fetched|made|yielded|grossed|took in|came to|bring in|earn|raise|yield)"
_PRODUCTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_COUNT}[\w' -]{{0,50}}? {_AT} (?:[\w']+ ){{0,3}}?{_UNIT} {_EACH}{WORDS}{{0,30}}?[,(:–-] ?(?:[\w']+ ){{0,3}}?"
        rf"(?:total (?:of |cost of |price of )?|{_TOTAL_WORDS},? )(?:\w+ )?{_SUM}",
        rf"{_COUNT}[\w' -]{{0,50}}? {_AT} (?:[\w']+ ){{0,3}}?{_UNIT} {_EACH}{WORDS}{{0,30}}?[,(:–-] ?(?:or |for |making )?"
        rf"{_SUM} {_TOTAL_WORDS}",
        rf"{_COUNT}[\w' -]{{0,40}}? {_AT} {_UNIT} {_EACH}, {_EARNING} {_SUM}",
        rf"{_COUNT}[\w' -]{{0,40}}? (?:worth|costs?|for|at) {_SUM}(?:, or | ?\(|, |, (?:paying|at|which is|that is) ){_UNIT} {_EACH}",
        rf"{_SUM}(?: \w+){{0,2}} for {_COUNT}[\w' -]{{0,40}}?(?:, or | ?\(|, |, at |, which is |, paying ){_UNIT} {_EACH}",
    )
)
#: "Tickets cost 15 euros each; the 400 tickets sold brought in 6,000 euros".
_SOLD = re.compile(
    rf"\b(?P<thing>[a-z]+) (?:cost|costs|sell for|sold for|went for|are|were|at) {_UNIT} {_EACH}[;:,.] {WORDS}{{0,20}}?{_COUNT} (?P<things>[a-z]+)"
    rf"(?: (?:sold|bought|ordered|built))? {_EARNED} {_SUM}",
    re.IGNORECASE,
)
#: A price of many often holds more than the things themselves: only a wide gap is a mistake.
_EXTRAS = Decimal("0.1")


def product_errors(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """ "10 jets at $30 million each, $200 million in total"."""
    for pattern in (*_PRODUCTS, _SOLD):
        for found in sentence.matches(pattern):
            if pattern is _SOLD and without_plural(found.word("thing")) != without_plural(found.word("things")):
                continue
            words = _wrong_product(found)
            if words:
                yield found.quantity("count"), found.quantity("sum"), words
                return


def _wrong_product(found: PatternMatch) -> str | None:
    count, unit, total = (found.quantity(name) for name in ("count", "unit", "sum"))
    many, one, said = (found.interval(name) for name in ("count", "unit", "sum"))
    if count.dimension != "count" or not same_unit(unit, total) or many is None or one is None or said is None:
        return None
    if unit.dimension == "fraction" or one.low <= 0:
        return None
    low, high = many.low * one.low * (1 - _EXTRAS), many.high * one.high * (1 + _EXTRAS)
    if Interval(low, high).meets(said):
        return None
    product = many.middle * one.middle
    return f"{count.surface} times {unit.surface} is {in_print(product, total)}, not {total.surface}."
