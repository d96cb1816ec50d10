"""How a row of the desk says when something is due, and how old it is."""

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from reviews.queries.annotated import AnnotatedClaim
from reviews.workflow import AWAITING_JUDGEMENT

register = template.Library()

#: Units of an age, the longest first, in days, with how an age in it reads.
_UNITS = (
    (365, ngettext_lazy("%(count)d year ago", "%(count)d years ago", "count")),
    (30, ngettext_lazy("%(count)d month ago", "%(count)d months ago", "count")),
    (7, ngettext_lazy("%(count)d week ago", "%(count)d weeks ago", "count")),
    (1, ngettext_lazy("%(count)d day ago", "%(count)d days ago", "count")),
)


@register.filter
def is_overdue(claim: AnnotatedClaim, today: date) -> bool:
    """Whether the day by which a claim was to be judged has gone, and it still waits for that."""
    return claim.due_on is not None and claim.due_on < today and claim.status in (None, *AWAITING_JUDGEMENT)


@register.filter
def overdue_by(due_on: date, today: date) -> str:
    """Return for how long something has been overdue, in words."""
    days = (today - due_on).days
    return ngettext("%(count)d day overdue", "%(count)d days overdue", days) % {"count": days}


@register.filter
def age(since: datetime) -> str:
    """Return how long ago something was, in the longest unit that fits."""
    days = (timezone.now() - since).days
    return next((words % {"count": days // length} for length, words in _UNITS if days >= length), _("today"))
