"""Reading the quantities of a text, from left to right."""

from collections import deque

from ..dates import read_dates
from .assembly import Reading, read_at
from .lists import share_units
from .numerals import CANDIDATE
from .quantity import Quantity


def read_quantities(text: str) -> list[Quantity]:
    """This function will find every quantity of a text, in order and without overlap.

    Dates, years, designations ("RD-180"), clock times and scores are none. Never raises for any string; the time
    grows with the length of the text.
    """
    dates = deque((span.start, span.end) for span in read_dates(text) if not span.relative)
    found: list[Quantity] = []
    position = 0
    while candidate := CANDIDATE.search(text, position):
        start = candidate.start()
        while dates and dates[0][1] <= start:
            dates.popleft()
        if dates and dates[0][0] <= start:
            position = dates[0][1]
            continue
        limit = dates[0][0] if dates else len(text)
        reading: Reading = read_at(text, start, limit)
        found.extend(reading.quantities)
        position = max(reading.end, start + 1)
    return share_units(text, found)
