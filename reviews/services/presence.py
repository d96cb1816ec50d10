"""Who has a claim open right now: in the cache alone, since nothing depends on it that a minute doesn't bring back."""

import logging
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.core.cache import cache
from redis.exceptions import RedisError

from claims.models import Claim

#: Seconds for which somebody counts as there after the panel was last heard of; it asks again every 30.
STAYS = 75

logger = logging.getLogger(__name__)


def sit_down_at(claim: Claim, *, person: User) -> None:
    """Note that this person has the claim open. Where the cache is away, nobody sees it."""
    try:
        cache.set(_seat(claim, person), True, STAYS)
    except RedisError as error:
        logger.warning("Who has which claim open is not known: %s", error)


def others_at(claim: Claim, *, person: User, among: Iterable[User]) -> list[str]:
    """The user names of those who have the claim open too, among these people. A seat each: two never overwrite another."""
    seats = {_seat(claim, other): other.username for other in among if other.pk != person.pk}
    try:
        taken = cache.get_many(seats)
    except RedisError:
        return []
    return sorted(seats[seat] for seat in taken)


def _seat(claim: Claim, person: User) -> str:
    return f"open:{claim.pk}:{person.pk}"
