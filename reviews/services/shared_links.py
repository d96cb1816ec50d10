"""Read-only links: made for somebody, shown once, opened until they end or are revoked."""

from datetime import datetime, timedelta
from secrets import token_urlsafe

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from claims.models import Article, Claim
from claims.services.refusals import NothingToDo
from core.accounts.policies import NotAllowed, Role, check_is_staff, roles_of
from core.audit.log import record
from core.translation.messages import Message
from reviews import queries
from reviews.models import SharedLink
from reviews.models.shared_links import LONGEST_PURPOSE

#: How many days a link may last at most.
LONGEST_DAYS = 90
#: How many links to one article or claim may be open at a time.
MOST_LINKS = 20
#: A link that is read for an hour has its last opening written down this often.
NOTED_EVERY = timedelta(minutes=1)
CREATED = gettext_noop("Created a read-only link for “%(purpose)s”, which expires on %(day)s.")
REVOKED = gettext_noop("Revoked the read-only link for “%(purpose)s”.")


class LinkRefused(Exception):
    """A link that is not made; the message says what to do."""


def create_link(*, by: User, to: Article | Claim, purpose: str, days: int, at: datetime) -> tuple[SharedLink, str]:
    """Make a link to an article or a claim that is open for some days. Return its row and its token, which is kept nowhere.

    Raises NotAllowed, and LinkRefused for a link without a purpose, one that would last too long, and one too many.
    """
    check_is_staff(by)
    purpose = " ".join(purpose.split())
    if not purpose or len(purpose) > LONGEST_PURPOSE:
        raise LinkRefused(_("Say in at most 120 characters for whom the link is."))
    if not 1 <= days <= LONGEST_DAYS:
        raise LinkRefused(_("A link lasts from 1 to %(most)s days.") % {"most": LONGEST_DAYS})
    token = token_urlsafe(32)
    with transaction.atomic():
        type(to).objects.select_for_update(no_key=True).get(pk=to.pk)  # two at once count one after the other
        if queries.living_links(to, at=at).count() >= MOST_LINKS:
            raise LinkRefused(_("There are %(count)s links already. Revoke one of them first.") % {"count": MOST_LINKS})
        link = SharedLink.objects.create(
            article=to if isinstance(to, Article) else None,
            claim=to if isinstance(to, Claim) else None,
            token_hash=SharedLink.hash_of(token),
            purpose=purpose,
            created_by=by,
            created_at=at,
            expires_at=at + timedelta(days=days),
        )
        record(by=by, what=to, did=Message(CREATED, purpose=purpose, day=link.expires_at.date()), at=at)
    return link, token


def revoke_link(*, by: User, link: SharedLink, at: datetime) -> None:
    """End a link at once. Raises NotAllowed for other people's, unless an editor asks, and NothingToDo for one that is over."""
    check_is_staff(by)
    if link.created_by_id != by.pk and Role.EDITOR not in roles_of(by):
        raise NotAllowed(_("Only the person who created this link, or an editor, can revoke it."))
    with transaction.atomic():
        if not SharedLink.objects.living(at).filter(pk=link.pk).update(revoked_at=at):
            raise NothingToDo(_("This link has been revoked already, or has expired."))
        record(by=by, what=link.opens, did=Message(REVOKED, purpose=link.purpose), at=at)


def note_opening(link: SharedLink, *, at: datetime) -> None:
    """Write down that a link was opened, at most once in NOTED_EVERY."""
    if link.opened_at is None or at - link.opened_at >= NOTED_EVERY:
        SharedLink.objects.filter(pk=link.pk).update(opened_at=at)
