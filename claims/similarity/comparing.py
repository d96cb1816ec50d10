"""In what two claims that are alike differ: their numbers, their dates, or a denial."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from claims.language.dates import DateSpan, read_dates
from claims.language.quantities import Quantity, overlap, read_quantities
from claims.similarity.words import has_negation, index_terms, stem_term, without_links
from core.translation.messages import Message
from core.translation.messages import gettext_noop as _

_Figure = TypeVar("_Figure", Quantity, DateSpan)
#: What is printed in the first claim and in the second; None where they do not differ.
_Difference = tuple[str, str] | None


class ClaimRelation(StrEnum):
    """How a claim relates to another one that is like it."""

    SAME = "same"
    OTHER_NUMBERS = "other_numbers"
    OTHER_DATES = "other_dates"
    DENIED = "denied"
    ALIKE = "alike"


_SAID = {
    ClaimRelation.SAME: _("Same statement"),
    ClaimRelation.OTHER_NUMBERS: _("Same except for the numbers"),
    ClaimRelation.OTHER_DATES: _("Same except for the dates"),
    ClaimRelation.DENIED: _("Same, but one of them denies it"),
    ClaimRelation.ALIKE: _("Similar"),
}
ALL, WITH_DIFFERENCES = _("%(how)s."), _("%(how)s: %(differences)s.")
DIFFERENCE, NOTHING = _("%(here)s here, %(there)s there"), _("none")
DENIAL = _("only one has a negation")


@dataclass(frozen=True, slots=True)
class ClaimComparison:
    """How two claims relate, and in words what differs: pairs of (in the first, in the second), as printed.

    Where one of the two says nothing of the kind, its side is empty. ALIKE claims may differ in figures as well.
    """

    how: ClaimRelation
    numbers: _Difference = None
    dates: _Difference = None
    is_denied: bool = False

    @property
    def explanation(self) -> Message:
        """How the two relate, with the figures that differ, in a sentence."""
        none = Message(NOTHING)
        pairs = [pair for pair in (self.numbers, self.dates) if pair]
        apart = [Message(DIFFERENCE, here=here or none, there=there or none) for here, there in pairs]
        if self.is_denied and self.how is ClaimRelation.ALIKE:
            apart.append(Message(DENIAL))
        how = Message(_SAID[self.how])
        return Message(WITH_DIFFERENCES, how=how, differences=apart) if apart else Message(ALL, how=how)


def compare(first: str, second: str) -> ClaimComparison:
    """Return whether two claims make the same statement, or one that differs in a figure or a denial.

    They do where both have the same words in the same order, inflection and figures aside: names that look alike are
    two names, and the order tells who does what to whom. Two figures are the same when both can be true of one thing:
    5.5 tons and 5,500 kg are, 4150 N and 4,150 kN are not. Two claims that say one thing in other words are ALIKE.
    """
    one, other = _Read(first), _Read(second)
    numbers = _apart(one, other, one.numbers, other.numbers, overlap)
    dates = _apart(one, other, one.dates, other.dates, _share_days)
    is_denied = has_negation(one.text) != has_negation(other.text)
    return ClaimComparison(_how(one, other, numbers, dates, is_denied), numbers, dates, is_denied)


class _Read:
    """A claim taken apart: dates, numbers that are not part of a date, and the words around them."""

    def __init__(self, text: str) -> None:
        self.text = without_links(text)
        self.dates = read_dates(self.text)
        self.numbers = [
            each for each in read_quantities(self.text) if not any(_meet(each, span) for span in self.dates)
        ]
        words = index_terms(_without(self.text, [*self.dates, *self.numbers]))
        self.words = list(dict.fromkeys(map(stem_term, words)))


def _how(one: _Read, other: _Read, numbers: _Difference, dates: _Difference, is_denied: bool) -> ClaimRelation:
    if not one.words or one.words != other.words:
        return ClaimRelation.ALIKE
    if is_denied:
        return ClaimRelation.DENIED
    if numbers:
        return ClaimRelation.OTHER_NUMBERS
    return ClaimRelation.OTHER_DATES if dates else ClaimRelation.SAME


def _apart(
    first: _Read, second: _Read, ones: list[_Figure], others: list[_Figure], agree: Callable[[_Figure, _Figure], bool]
) -> _Difference:
    """Return the figures of either that none of the other's agrees with; None where each has its like."""
    left = [each for each in ones if not any(agree(each, other) for other in others)]
    right = [each for each in others if not any(agree(one, each) for one in ones)]
    if not left and not right:
        return None
    return _printed(first.text, left), _printed(second.text, right)


def _printed(text: str, figures: Sequence[Quantity | DateSpan]) -> str:
    return ", ".join(dict.fromkeys(text[each.start : each.end] for each in figures))


def _share_days(one: DateSpan, other: DateSpan) -> bool:
    """Return whether one of two dates lies in the other; without known days, whether they are printed alike."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return one.surface.lower() == other.surface.lower()
    return (one.first <= other.first and other.last <= one.last) or (
        other.first <= one.first and one.last <= other.last
    )


def _meet(one: Quantity, other: DateSpan) -> bool:
    return one.start < other.end and other.start < one.end


def _without(text: str, spans: Sequence[Quantity | DateSpan]) -> str:
    kept, last = [], 0
    for span in sorted(spans, key=lambda each: each.start):
        kept.append(text[last : span.start])
        last = max(last, span.end)
    return " ".join([*kept, text[last:]])
