"""A sentence with its figures and dates taken out, so that a pattern can say how they stand to each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.language.closed_classes import APPROXIMATORS
from claims.language.dates import DateSpan, read_dates
from claims.language.findings.intervals import Interval, interval_of
from claims.language.quantities import Quantity, read_quantities

_BRACKETS = re.compile("[⟦⟧⦃⦄]")
_FILLERS = re.compile(
    rf"(?:\b(?:{'|'.join(APPROXIMATORS)}|just|only|exactly|another|an|a|the|its|their|all|these|those|"
    r"more than|less than|over|at least|at most|up to|estimated)\s+)+(?=⟦)",
    re.IGNORECASE,
)
_TO = re.compile(r"\s+to\s+", re.IGNORECASE)
_LEADING = re.compile(r"\b(from|by)\s+(?:\w+\s+)?$", re.IGNORECASE)
_BARE = re.compile(r"^[\d.,]+(?: (?:thousand|million|billion|trillion))?$")
_NUMBER = re.compile(r"^[^A-Za-z%]*?[\d.,]*\d\s?")
#: Words between two figures; other figures, dates and the ends of clauses are none.
WORDS = r"[^⟦⟧⦃⦄.;:()]"
#: The same with dates among them.
WORDS_AND_DATES = r"[^⟦⟧.;:()]"

#: A wrong sum: the two figures that it sets against each other, and the sentence that says so.
Mistake = tuple[Quantity, Quantity, str]


def figure_slot(name: str) -> str:
    """Return the pattern of one figure under a name."""
    return rf"⟦(?P<{name}>\d+)⟧"


def date_slot(name: str) -> str:
    """Return the pattern of one date under a name."""
    return rf"⦃(?P<{name}>\d+)⦄"


@dataclass(frozen=True)
class DelexicalisedSentence:
    """A sentence; ``pattern`` has "⟦2⟧" for its third figure and "⦃0⦄" for its first date, and no "about" before them."""

    text: str
    pattern: str
    figures: list[Quantity]
    dates: list[DateSpan]

    def matches(self, pattern: re.Pattern[str]) -> Iterator["PatternMatch"]:
        """Return every place where the sentence is put like the pattern."""
        return (PatternMatch(self, match) for match in pattern.finditer(self.pattern))


@dataclass(frozen=True)
class PatternMatch:
    """One place of a sentence that is put like a pattern."""

    sentence: DelexicalisedSentence
    match: re.Match[str]

    def quantity(self, name: str) -> Quantity:
        """Return the figure that the pattern calls by this name."""
        return self.sentence.figures[int(self.match[name])]

    def interval(self, name: str) -> Interval | None:
        """Return the values that the figure of this name may mean."""
        return interval_of(self.quantity(name))

    def date(self, name: str) -> DateSpan:
        """Return the date that the pattern calls by this name."""
        return self.sentence.dates[int(self.match[name])]

    def word(self, name: str) -> str:
        """Return the words of a named part in lower case, "" where the part is missing."""
        return (self.match[name] or "").lower()


def delexicalise(sentence: str) -> DelexicalisedSentence:
    """Take figures and dates out of a sentence; a range behind "from" becomes its two ends."""
    plain = _BRACKETS.sub(" ", re.sub(r"\s", " ", sentence))
    dates = read_dates(plain)
    figures: list[Quantity] = []
    pieces: list[tuple[int, int, str]] = []
    for quantity in read_quantities(plain, dates=dates):
        if quantity.dimension == "ordinal":
            continue
        ends = _ends(quantity, plain)
        pieces.append((quantity.start, quantity.end, " to ".join(f"⟦{len(figures) + at}⟧" for at in range(len(ends)))))
        figures += ends
    taken = [(start, end) for start, end, _ in pieces]
    for at, span in enumerate(dates):
        if not any(start < span.end and span.start < end for start, end in taken):
            pieces.append((span.start, span.end, f"⦃{at}⦄"))
    return DelexicalisedSentence(plain, _put_in(plain, pieces), figures, dates)


def _put_in(plain: str, pieces: list[tuple[int, int, str]]) -> str:
    at, parts = 0, []
    for start, end, placeholder in sorted(pieces):
        parts += [plain[at:start], placeholder]
        at = end
    return _FILLERS.sub("", "".join([*parts, plain[at:]]))


def _ends(quantity: Quantity, plain: str) -> list[Quantity]:
    """ "from 2 to 5 tons" is a way from one value to another, as is "by 2 percent to 5 percent"; "by 2 to 5 tons" is a range."""
    parts = _TO.split(quantity.surface)
    leading = _LEADING.search(plain[: quantity.start])
    if len(parts) != 2 or leading is None or (leading[1].lower() == "by" and _BARE.match(parts[0])):
        return [quantity]
    last = read_quantities(parts[1])
    first = read_quantities(parts[0])
    return [_like(first[0], last[0]), last[0]] if len(first) == len(last) == 1 else [quantity]


def _like(first: Quantity, last: Quantity) -> Quantity:
    """Return the "2" of "from 2 to 5 million tons" in the unit that is only said of the other."""
    if first.dimension == last.dimension or first.dimension != "count" or not _BARE.match(first.surface):
        return first
    said = read_quantities(f"{first.surface} {_NUMBER.sub('', last.surface)}")
    return said[0] if len(said) == 1 and said[0].dimension == last.dimension else first
