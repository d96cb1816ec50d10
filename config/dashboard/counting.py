"""Counts for a page that must open whatever there is: up to a number beyond which nobody acts differently."""

from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

#: A longer queue than this is told as "so many or more".
MOST = 10_000


def count(rows: QuerySet) -> int:
    """Return how many rows there are, MOST + 1 at most."""
    return rows.order_by()[: MOST + 1].count()


def figure(found: int) -> str:
    """Return a figure of `count` as it is shown."""
    return _("%(most)s or more") % {"most": f"{MOST:,}"} if found > MOST else f"{found:,}"


def list_of(model: str, **conditions: object) -> str:
    """Return the address of an admin list, narrowed to what these conditions say."""
    return f"{reverse(f'admin:{model}_changelist')}?{urlencode(conditions)}"
