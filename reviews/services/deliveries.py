"""Who fetched which verdicts, so that it can be said whom a reversal concerns."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from reviews.models import Delivery


def record_delivery(*, to: AbstractBaseUser, first: int, last: int, at: datetime) -> None:
    """Write down that a program fetched the verdicts with the numbers from `first` to `last`; asked again, renewed."""
    Delivery.objects.bulk_create(
        [Delivery(consumer=to, first_verdict=first, last_verdict=last, at=at)],
        update_conflicts=True,
        unique_fields=["consumer", "first_verdict", "last_verdict"],
        update_fields=["at"],
    )
