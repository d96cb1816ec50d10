"""Who has a claim open right now: in the cache alone, since nothing depends on it that a minute doesn't bring back."""

import logging
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.core.cache import cache
from redis.exceptions import RedisError

from claims.models import Claim

#: Seconds for which somebody counts as there after the panel was last heard of; it asks again every 30.
VIEWING_SECONDS = 75

logger = logging.getLogger(__name__)


def mark_viewing(claim: Claim, *, person: User) -> None:
    """Note that this person has the claim open. Where the cache is away, nobody sees it."""
    try:
        cache.set(_key(claim, person), True, VIEWING_SECONDS)
    except RedisError as error:
        logger.warning("Who has which claim open is not known: %s", error)


def others_viewing(claim: Claim, *, person: User, among: Iterable[User]) -> list[str]:
    """The user names of those who have the claim open too, among these people. A key each: two never overwrite another."""
    names = {_key(claim, other): other.username for other in among if other.pk != person.pk}
    try:
        viewing = cache.get_many(names)
    except RedisError:
        return []
    return sorted(names[key] for key in viewing)


def _key(claim: Claim, person: User) -> str:
    return f"open:{claim.pk}:{person.pk}"
