"""How a row of the desk says when something is due, and how old it is."""

from datetime import date, datetime

from django import template
from django.utils import timezone

from claims.models import Claim
from reviews.workflow import AWAITING_JUDGEMENT

register = template.Library()

#: Units of an age, the longest first, in days.
_UNITS = ((365, "year"), (30, "month"), (7, "week"), (1, "day"))


@register.filter
def is_overdue(claim: Claim, today: date) -> bool:
    """Whether the day by which a claim was to be judged has gone, and it still waits for that."""
    return claim.due_on is not None and claim.due_on < today and claim.status in (None, *AWAITING_JUDGEMENT)


@register.filter
def days_over(due_on: date, today: date) -> str:
    """Return for how long something has been overdue, in words."""
    return _count((today - due_on).days, "day")


@register.filter
def age(since: datetime) -> str:
    """Return how long ago something was, in the longest unit that fits."""
    days = (timezone.now() - since).days
    return next((f"{_count(days // length, unit)} ago" for length, unit in _UNITS if days >= length), "today")


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
