"""In what two claims that are alike differ: their numbers, their dates, or a denial."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from claims.language.dates import DateSpan, read_dates
from claims.language.quantities import Quantity, overlap, read_quantities
from claims.similarity.words import denies, key_of, plain, words_of
from core.translation.messages import Sentence
from core.translation.messages import gettext_noop as _


class How(StrEnum):
    """How a claim relates to another one that is like it."""

    SAME = "same"
    OTHER_NUMBERS = "other_numbers"
    OTHER_DATES = "other_dates"
    DENIED = "denied"
    ALIKE = "alike"


_SAID = {
    How.SAME: _("The same statement"),
    How.OTHER_NUMBERS: _("The same but for the numbers"),
    How.OTHER_DATES: _("The same but for the dates"),
    How.DENIED: _("The same, but one of the two denies it"),
    How.ALIKE: _("Alike"),
}
ALL, WITH_DIFFERENCES = _("%(how)s."), _("%(how)s: %(differences)s.")
DIFFERENCE, NOTHING = _("%(here)s here, %(there)s there"), _("none")
DENIAL = _("one of the two has a denial")


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two claims relate, and in words what differs: pairs of (in the first, in the second), as printed.

    Where one of the two says nothing of the kind, its side is empty. ALIKE claims may differ in figures as well.
    """

    how: How
    numbers: tuple[str, str] | None = None
    dates: tuple[str, str] | None = None
    is_denied: bool = False

    @property
    def explanation(self) -> Sentence:
        """How the two relate, with the figures that differ, in a sentence."""
        none = Sentence(NOTHING)
        pairs = [pair for pair in (self.numbers, self.dates) if pair]
        apart = [Sentence(DIFFERENCE, here=here or none, there=there or none) for here, there in pairs]
        if self.is_denied and self.how is How.ALIKE:
            apart.append(Sentence(DENIAL))
        how = Sentence(_SAID[self.how])
        return Sentence(WITH_DIFFERENCES, how=how, differences=apart) if apart else Sentence(ALL, how=how)


def compare(first: str, second: str) -> Comparison:
    """Return whether two claims make the same statement, or one that differs in a figure or a denial.

    They do where both have the same words in the same order, inflection and figures aside: names that look alike are
    two names, and the order tells who does what to whom. Two figures are the same when both can be true of one thing:
    5.5 tons and 5,500 kg are, 4150 N and 4,150 kN are not. Two claims that say one thing in other words are ALIKE.
    """
    one, other = _Read(first), _Read(second)
    numbers = _apart(one, other, one.numbers, other.numbers, overlap)
    dates = _apart(one, other, one.dates, other.dates, _share_days)
    is_denied = denies(one.text) != denies(other.text)
    return Comparison(_how(one, other, numbers, dates, is_denied), numbers, dates, is_denied)


class _Read:
    """A claim taken apart: dates, numbers that are not part of a date, and the words around them."""

    def __init__(self, text: str) -> None:
        self.text = plain(text)
        self.dates = read_dates(self.text)
        self.numbers = [
            each for each in read_quantities(self.text) if not any(_meet(each, span) for span in self.dates)
        ]
        words = words_of(_without(self.text, [*self.dates, *self.numbers]))
        self.words = list(dict.fromkeys(map(key_of, words)))


def _how(one: _Read, other: _Read, numbers: object, dates: object, is_denied: bool) -> How:
    if not one.words or one.words != other.words:
        return How.ALIKE
    if is_denied:
        return How.DENIED
    if numbers:
        return How.OTHER_NUMBERS
    return How.OTHER_DATES if dates else How.SAME


def _apart(first: _Read, second: _Read, ones: list, others: list, agree: Callable) -> tuple[str, str] | None:
    """Return the figures of either that none of the other's agrees with; None where each has its like."""
    left = [each for each in ones if not any(agree(each, other) for other in others)]
    right = [each for each in others if not any(agree(one, each) for one in ones)]
    if not left and not right:
        return None
    return _printed(first.text, left), _printed(second.text, right)


def _printed(text: str, figures: list[Quantity | DateSpan]) -> str:
    return ", ".join(dict.fromkeys(text[each.start : each.end] for each in figures))


def _share_days(one: DateSpan, other: DateSpan) -> bool:
    """Return whether one of two dates lies in the other; without known days, whether they are printed alike."""
    if None in (one.first, one.last, other.first, other.last):
        return one.surface.lower() == other.surface.lower()
    return (one.first <= other.first and other.last <= one.last) or (
        other.first <= one.first and one.last <= other.last
    )


def _meet(one: Quantity, other: DateSpan) -> bool:
    return one.start < other.end and other.start < one.end


def _without(text: str, spans: list[Quantity | DateSpan]) -> str:
    kept, last = [], 0
    for span in sorted(spans, key=lambda each: each.start):
        kept.append(text[last : span.start])
        last = max(last, span.end)
    return " ".join([*kept, text[last:]])
