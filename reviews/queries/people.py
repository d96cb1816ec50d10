"""People: who can judge, whom a change concerns, and what they were told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, QuerySet

from claims.models import Claim
from core.accounts.policies import Role
from reviews.models import Assignment, Comment, Delivery, Judgement, Notice, NoticeChoice, Review, SavedView, Verdict

_STAFF = Q(groups__name__in=[Role.ANALYST, Role.EDITOR]) | Q(is_superuser=True)


def judges() -> QuerySet[User]:
    """Return the people who can judge claims, by name."""
    return User.objects.filter(_STAFF, is_active=True).distinct().order_by("username")


def can_judge(person: User) -> bool:
    """Return whether this person is among those who can judge claims."""
    return judges().filter(pk=person.pk).exists()


def editors() -> QuerySet[User]:
    """Return the people who sign off."""
    return User.objects.filter(Q(groups__name=Role.EDITOR), is_active=True).distinct()


def people_named(usernames: Iterable[str]) -> QuerySet[User]:
    """Return those of the people who work here that have one of these user names."""
    return judges().filter(username__in=list(usernames))


def concerned_by(claim: Claim) -> QuerySet[User]:
    """Whom a change under the claim's verdict concerns: whoever judged it, and the editors."""
    judged = Judgement.objects.filter(review__claim=claim, analyst=OuterRef("pk"), withdrawn_at=None)
    return User.objects.filter(Q(Exists(judged)) | Q(groups__name=Role.EDITOR), is_active=True).distinct()


def consumers_of(verdict: Verdict) -> QuerySet[User]:
    """Return the programs that fetched this verdict."""
    held = Delivery.objects.filter(first_verdict__lte=verdict.pk, last_verdict__gte=verdict.pk)
    return User.objects.filter(Exists(held.filter(consumer=OuterRef("pk")))).order_by("username")


def notices(person: User) -> QuerySet[Notice]:
    """Return what a person was told in the inbox, newest first."""
    return Notice.objects.filter(recipient=person, shown=True).select_related("claim").order_by("-pk")


@dataclass(frozen=True)
class Place:
    """Where a page of an inbox starts: after this notice, among the unread ones or among those that were read."""

    is_read: bool
    after: int


def inbox(person: User, *, place: Place | None = None, limit: int) -> list[Notice]:
    """The next notices of an inbox from a place on, `limit` at most: the unread ones first, newest first in each part."""
    unread, read = notices(person).filter(read_at=None), notices(person).filter(read_at__isnull=False)
    if place and place.is_read:
        return list(read.filter(pk__lt=place.after)[:limit])
    shown = list((unread.filter(pk__lt=place.after) if place else unread)[:limit])
    return shown + list(read[: limit - len(shown)]) if len(shown) < limit else shown


def unread_count(person: User) -> int:
    """Return how many notices wait in a person's inbox, counted up to 100."""
    return Notice.objects.filter(recipient=person, shown=True, read_at=None)[:100].count()


def _unmailed() -> QuerySet[Notice]:
    """Return what was neither read nor mailed, of the kinds that its reader wants by mail now."""
    unwanted = NoticeChoice.objects.filter(person=OuterRef("recipient"), kind=OuterRef("kind"), by_mail=False)
    return Notice.objects.filter(~Exists(unwanted), mailed_at=None, read_at=None)


def people_to_mail() -> QuerySet[User]:
    """Everybody at work here who has an address and something unread that was not mailed."""
    return judges().filter(Exists(_unmailed().filter(recipient=OuterRef("pk")))).exclude(email="")


def people_not_mailed(*, since: datetime) -> QuerySet[User]:
    """Return the people to whom something should have been mailed since then, and was not."""
    waiting = _unmailed().filter(recipient=OuterRef("pk"), at__lte=since)
    return people_to_mail().filter(Exists(waiting)).order_by("pk")


def unmailed(person: User) -> QuerySet[Notice]:
    """Return what a person has neither read nor been mailed, oldest first."""
    return _unmailed().filter(recipient=person).select_related("claim").order_by("pk")


def notice_choices(person: User) -> dict[str, NoticeChoice]:
    """Return what a person chose for each kind of notice; kinds without a choice are missing."""
    return {choice.kind: choice for choice in NoticeChoice.objects.filter(person=person)}


def comments(claim: Claim) -> QuerySet[Comment]:
    """Return what was said about a claim, oldest first."""
    return Comment.objects.filter(claim=claim).select_related("author").order_by("pk")


def comments_for(claim: Claim, person: User, *, blind_in: Review | None) -> QuerySet[Comment]:
    """What this person may read about a claim; in a round that they judge blind, nothing that others said since it opened."""
    said = comments(claim)
    return said.filter(Q(author=person) | Q(at__lt=blind_in.opened_at)) if blind_in else said


def assignment(claim: Claim) -> Assignment | None:
    """Return who is to judge a claim until when, or None where nobody said."""
    return Assignment.objects.select_related("assignee").filter(claim=claim).first()


def saved_views(person: User) -> QuerySet[SavedView]:
    """Return the ways to look at the desk that a person keeps, by name."""
    return SavedView.objects.filter(owner=person).order_by("name")
