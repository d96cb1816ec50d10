"""Who fetched which verdicts, so that it can be said whom a reversal concerns."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import User

from reviews.models import Delivery


def record_delivery(*, to: User, ranges: Iterable[tuple[int, int]], at: datetime) -> None:
    """Write down that a program fetched the verdicts with these numbers, each range from first to last.

    Ranges that are known are renewed. All of one answer is one statement, however many verdicts it has.
    """
    Delivery.objects.bulk_create(
        [Delivery(consumer=to, first_verdict=first, last_verdict=last, at=at) for first, last in ranges],
        update_conflicts=True,
        unique_fields=["consumer", "first_verdict", "last_verdict"],
        update_fields=["at"],
    )
