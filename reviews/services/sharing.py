"""How the work is shared: who judges what until when, comments, and the views that people keep."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from claims.models import Claim
from core.accounts.policies import NotAllowed, check_is_staff
from core.audit.log import record
from core.translation.messages import Message
from core.translation.rendering import in_source_words
from reviews import policies, queries
from reviews.models import Assignment, Comment, NoticeKind, SavedView
from reviews.services.notifying import tell
from reviews.services.rounds import SomeoneElseWasFirst

MENTION = re.compile(r"(?<![\w@])@([\w.+-]*\w)")
KEPT_VIEWS = 30
#: Characters that the name of a view may have, and the column holds.
LONGEST_NAME = 60
#: How the history tells for whom a claim is, until when, and how urgent it is.
SHARED_OUT = gettext_noop("Assignment changed from “%(before)s” to “%(after)s”.")
ASSIGNED_AS = gettext_noop("%(whose)s, %(until)s, %(urgency)s")
FOR_PERSON, FOR_NOBODY = gettext_noop("assigned to %(person)s"), gettext_noop("unassigned")
UNTIL, WITHOUT_DATE = gettext_noop("due %(day)s"), gettext_noop("no due date")


class NothingSaid(Exception):
    """A comment, or a name for a view, without words; the message says what to write."""


class Unset(Enum):
    """Told apart from None, which takes away what was there."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET


@dataclass(frozen=True)
class AssignmentChange:
    """What an assignment is to become; a field that is left UNSET stays as it is."""

    assignee: User | None | Unset = UNSET
    due_on: date | None | Unset = UNSET
    priority: int | Unset = UNSET

    def fields(self) -> dict[str, object]:
        """Return the fields to set, by name."""
        return {name: value for name, value in vars(self).items() if value is not UNSET}


def assign(
    *, by: User, claim: Claim, change: AssignmentChange, at: datetime, seen_version: int | None = None
) -> Assignment:
    """Say who judges a claim, until when, and how urgent it is. The new assignee is told.

    `seen_version` is the version that was on the screen, 0 where there was none. Raises NotAllowed, and
    SomeoneElseWasFirst where somebody changed it since; nothing is changed then.
    """
    check_is_staff(by)
    assignee = None if change.assignee is UNSET else change.assignee
    if assignee is not None and not queries.can_judge(assignee):
        refusal = _("%(person)s is neither an analyst nor an editor and cannot judge claims.")
        raise NotAllowed(refusal % {"person": assignee.username})
    with transaction.atomic():
        Claim.objects.select_for_update().get(pk=claim.pk)
        now = Assignment.objects.filter(claim=claim).first() or Assignment(claim=claim, version=0)
        if seen_version not in (None, now.version):
            raise SomeoneElseWasFirst(_("Someone else has changed this assignment. Reload the page to see it."))
        before = now.assignee_id
        was = _assignment_message(now)
        for name, value in change.fields().items():
            setattr(now, name, value)
        now.version, now.changed_by, now.changed_at = now.version + 1, by, at
        now.save()
        if was != _assignment_message(now):
            record(by=by, what=claim, did=Message(SHARED_OUT, before=was, after=_assignment_message(now)), at=at)
        if assignee is not None and assignee.pk not in (before, by.pk):
            _tell_assignee(now, by=by, at=at)
    return now


def comment(*, by: User, claim: Claim, text: str, at: datetime) -> Comment:
    """Say something about a claim to the others. Whoever is named with @ is told. Raises NothingSaid."""
    check_is_staff(by)
    text = text.strip()
    if not text:
        raise NothingSaid(_("Write a comment."))
    with transaction.atomic():
        said = Comment.objects.create(claim=claim, author=by, text=text, at=at)
        named = [person for person in queries.people_named(names_in(text)) if person != by]
        said.mentions.set(named)
        round_now = queries.open_round(claim)
        is_hidden = round_now is not None and policies.is_blind(round_now)
        tell(
            recipients=named,
            kind=NoticeKind.MENTIONED,
            key=f"comment {said.pk}",
            facts={"by": by.username, "claim": claim.text[:120], "words": "" if is_hidden else text[:300]},
            claim=claim,
            at=at,
        )
    return said


def names_in(text: str) -> set[str]:
    """Return the user names that a comment mentions, whether somebody has them or not."""
    return set(MENTION.findall(text))


def keep_view(*, by: User, name: str, query: str, at: datetime) -> SavedView:
    """Keep a way to look at the desk under a name; the same name again replaces it. Raises NothingSaid."""
    name = " ".join(name.split())
    if not name:
        raise NothingSaid(_("Enter a name for the view."))
    if len(name) > LONGEST_NAME:
        raise NothingSaid(_("Use at most %(most)s characters for the name of a view.") % {"most": LONGEST_NAME})
    if len(query) > (SavedView._meta.get_field("query").max_length or 0):
        raise NothingSaid(_("The search is too long to save. Use fewer words."))
    if SavedView.objects.filter(owner=by).exclude(name=name).count() >= KEPT_VIEWS:
        refusal = _("You already have %(count)s saved views. Delete one of them first.")
        raise NothingSaid(refusal % {"count": KEPT_VIEWS})
    view, _is_new = SavedView.objects.update_or_create(owner=by, name=name, defaults={"query": query, "created_at": at})
    return view


def forget_views(*, by: User, ids: Iterable[int]) -> int:
    """Forget views that this person keeps. Return how many there were."""
    count, _by_model = SavedView.objects.filter(owner=by, pk__in=list(ids)).delete()
    return count


def _assignment_message(assignment: Assignment) -> Message:
    """Return how the history tells it."""
    whose = Message(FOR_PERSON, person=assignment.assignee.username) if assignment.assignee else Message(FOR_NOBODY)
    until = Message(UNTIL, day=assignment.due_on) if assignment.due_on else Message(WITHOUT_DATE)
    urgency = in_source_words(Assignment.Priority(assignment.priority).label)
    return Message(ASSIGNED_AS, whose=whose, until=until, urgency=urgency)


def _tell_assignee(assignment: Assignment, *, by: User, at: datetime) -> None:
    tell(
        recipients=[assignment.assignee] if assignment.assignee else [],
        kind=NoticeKind.ASSIGNED,
        key=f"claim {assignment.claim_id} v{assignment.version}",
        facts={
            "by": by.username,
            "claim": assignment.claim.text[:200],
            "due_on": assignment.due_on.isoformat() if assignment.due_on else None,
        },
        claim=assignment.claim,
        at=at,
    )
