"""People: who can judge, whom a change concerns, and what they were told."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser, User
from django.db.models import Exists, OuterRef, Q, QuerySet

from claims.models import Claim
from claims.policies import Role
from reviews.models import Comment, Delivery, Judgement, Notice, SavedView, Verdict

_STAFF = Q(groups__name__in=[Role.ANALYST, Role.EDITOR]) | Q(is_superuser=True)


def judges() -> QuerySet[User]:
    """The people who can judge claims, by name."""
    return User.objects.filter(_STAFF, is_active=True).distinct().order_by("username")


def can_judge(person: AbstractBaseUser) -> bool:
    """Whether this person is among those who can judge claims."""
    return judges().filter(pk=person.pk).exists()


def editors() -> QuerySet[User]:
    """The people who sign off."""
    return User.objects.filter(Q(groups__name=Role.EDITOR), is_active=True).distinct()


def people_named(usernames: Iterable[str]) -> QuerySet[User]:
    """Those of the people who work here that have one of these user names."""
    return judges().filter(username__in=list(usernames))


def concerned_by(claim: Claim) -> QuerySet[User]:
    """Whom a change under the claim's verdict concerns: whoever judged it, and the editors."""
    judged = Judgement.objects.filter(review__claim=claim, analyst=OuterRef("pk"), withdrawn_at=None)
    return User.objects.filter(Q(Exists(judged)) | Q(groups__name=Role.EDITOR), is_active=True).distinct()


def consumers_of(verdict: Verdict) -> QuerySet[User]:
    """The programs that fetched this verdict."""
    held = Delivery.objects.filter(first_verdict__lte=verdict.pk, last_verdict__gte=verdict.pk)
    return User.objects.filter(Exists(held.filter(consumer=OuterRef("pk")))).order_by("username")


def notices(person: AbstractBaseUser) -> QuerySet[Notice]:
    """What a person was told in the inbox, newest first."""
    return Notice.objects.filter(recipient=person, shown=True).select_related("claim").order_by("-pk")


def unread_count(person: AbstractBaseUser) -> int:
    """How many notices wait in a person's inbox, counted up to 100."""
    return Notice.objects.filter(recipient=person, shown=True, read_at=None)[:100].count()


def people_to_mail() -> QuerySet[User]:
    """Everybody who has an address and something unread that was not mailed."""
    waiting = Notice.objects.filter(recipient=OuterRef("pk"), mailed_at=None, read_at=None)
    return User.objects.filter(Exists(waiting), is_active=True).exclude(email="").order_by("pk")


def unmailed(person: AbstractBaseUser) -> QuerySet[Notice]:
    """What a person has neither read nor been mailed, oldest first."""
    return Notice.objects.filter(recipient=person, mailed_at=None, read_at=None).select_related("claim").order_by("pk")


def comments(claim: Claim) -> QuerySet[Comment]:
    """What was said about a claim, oldest first."""
    return Comment.objects.filter(claim=claim).select_related("author").order_by("pk")


def saved_views(person: AbstractBaseUser) -> QuerySet[SavedView]:
    """The ways to look at the desk that a person keeps, by name."""
    return SavedView.objects.filter(owner=person).order_by("name")
