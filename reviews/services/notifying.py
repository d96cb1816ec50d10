"""Notices: written with the fact that caused them, so that nobody is told what did not happen, or told twice."""

import logging
from collections.abc import Iterable
from datetime import datetime
from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import override

from claims.models import Claim
from reviews import notice_texts, queries
from reviews.models import Notice, NoticeChoice, NoticeKind

logger = logging.getLogger(__name__)


def tell(
    *,
    recipients: Iterable[User],
    kind: str,
    key: str,
    facts: dict,
    at: datetime,
    claim: Claim | None = None,
) -> int:
    """Tell each of these people one thing, in the ways they chose. Return how many were told.

    `facts` are those that a notice of this kind is put together from. `key` names the occasion: whoever was told of it
    already is not told again.
    """
    with override(settings.LANGUAGE_CODE):
        text = notice_texts.as_text(kind, facts)
    numbers = {person.pk for person in recipients}
    choices = {choice.person_id: choice for choice in NoticeChoice.objects.filter(kind=kind, person__in=numbers)}
    notices = []
    for pk in sorted(numbers):
        choice = choices.get(pk) or NoticeChoice()
        if choice.in_app or choice.by_mail:
            mailed_at = None if choice.by_mail else at  # as if it had been sent: nobody waits for it
            notices.append(
                Notice(
                    recipient_id=pk,
                    kind=kind,
                    key=key,
                    claim=claim,
                    text=text,
                    facts=facts,
                    shown=choice.in_app,
                    mailed_at=mailed_at,
                    at=at,
                )
            )
    return len(Notice.objects.bulk_create(notices, ignore_conflicts=True))


def mark_notices_read(*, by: User, at: datetime, ids: Iterable[int] | None = None) -> int:
    """Mark these notices of a person as read, or all of theirs. Return how many were unread."""
    unread = queries.notices(by).filter(read_at=None)
    return (unread if ids is None else unread.filter(pk__in=list(ids))).update(read_at=at)


def choose_notices(*, by: User, in_app: Iterable[str], by_mail: Iterable[str]) -> None:
    """Set which kinds of notice a person wants in the inbox, and which in the e-mail digest."""
    in_app, by_mail = set(in_app), set(by_mail)
    with transaction.atomic():
        for kind in NoticeKind.values:
            NoticeChoice.objects.update_or_create(
                person=by, kind=kind, defaults={"in_app": kind in in_app, "by_mail": kind in by_mail}
            )


def send_digests(*, at: datetime, address_of_site: str) -> int:
    """Mail to each person, in one letter, what they have not read and were not mailed yet. Return how many letters went.

    A letter that could not be sent is sent with the next digest.
    """
    return sum(_send_digest(recipient, at=at, site=address_of_site) for recipient in queries.people_to_mail())


def _send_digest(recipient: User, *, at: datetime, site: str) -> bool:
    with transaction.atomic():
        # A second sender at the same time finds these rows held, and skips them.
        notices = list(queries.unmailed(recipient).select_for_update(skip_locked=True, of=["self"]))
        if not notices:
            return False
        lines = [f"{notice.text}\n{site}{notice.path}" for notice in notices]
        count = "1 new notification" if len(notices) == 1 else f"{len(notices)} new notifications"
        letter = EmailMessage(subject=f"Plumbline: {count}", body="\n\n".join(lines), to=[recipient.email])
        if not _is_sent(letter, recipient):
            return False
        Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mailed_at=at)
    return True


def _is_sent(letter: EmailMessage, recipient: User) -> bool:
    """Send one letter; an address or a server that refuses it holds up nobody else's."""
    try:
        return bool(letter.send())
    except (OSError, SMTPException, ValueError) as error:
        logger.warning("The digest for %s was not sent and waits for the next one: %s", recipient.username, error)
        return False
