"""Reading the quantities of a text, from left to right."""

from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from claims.language.dates import DateSpan, read_dates
from claims.language.figures_abroad import figures_rewritten
from claims.language.normal_form import NormalForm, normal_form
from claims.language.quantities.assembly import read_at
from claims.language.quantities.lists import share_units
from claims.language.quantities.numerals import CANDIDATE
from claims.language.quantities.quantity import Quantity


def read_quantities(text: str, *, dates: Iterable[DateSpan] | None = None) -> list[Quantity]:
    """Find every quantity of a text, in order and without overlap.

    ``dates`` are those of the text, where they were read already. Dates, years, designations ("RD-180"), clock times
    and scores are none. Never raises for any string; the time grows with the length of the text.
    """
    normal = normal_form(text)
    if normal is not None:
        return [_as_printed(found, text, normal) for found in read_quantities(normal.text)]
    rewritten = figures_rewritten(text)
    if rewritten is not None:
        return [
            _as_printed(found, text, rewritten) for found in _of_english(rewritten.text, read_dates(rewritten.text))
        ]
    return _of_english(text, dates)


def _of_english(text: str, dates: Iterable[DateSpan] | None) -> list[Quantity]:
    if CANDIDATE.search(text) is None:
        return []
    spans = read_dates(text) if dates is None else dates
    settled = tuple((span.start, span.end) for span in spans if not span.relative)
    return list(_read_again(text, settled) if len(text) <= _SENTENCE else _read(text, settled))


#: Characters: the claim, its marks and its arithmetic are read from one sentence, and a check reads both sides twice.
_SENTENCE = 600


@lru_cache(maxsize=1024)
def _read_again(text: str, settled: tuple[tuple[int, int], ...]) -> tuple[Quantity, ...]:
    return tuple(_read(text, settled))


def _read(text: str, places_of_dates: Iterable[tuple[int, int]]) -> list[Quantity]:
    settled = deque(places_of_dates)
    found: list[Quantity] = []
    candidate = CANDIDATE.search(text)
    while candidate:
        start = candidate.start()
        while settled and settled[0][1] <= start:
            settled.popleft()
        if settled and settled[0][0] <= start:
            candidate = CANDIDATE.search(text, settled[0][1])
            continue
        limit = settled[0][0] if settled else len(text)
        reading = read_at(text, start, found[-1].end if found else 0, limit)
        found.extend(reading.quantities)
        candidate = CANDIDATE.search(text, max(reading.end, start + 1))
    return share_units(text, found)


def _as_printed(quantity: Quantity, text: str, normal: NormalForm) -> Quantity:
    start, end = normal.span(quantity.start, quantity.end)
    return replace(quantity, surface=text[start:end], start=start, end=end)
