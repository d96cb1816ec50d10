"""What each role may do, asked of the rules that the program itself asks."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.accounts.access import may_enter
from core.accounts.policies import ROLES_READ, NotAllowed, Role, may_work, roles_of
from core.api.permissions import ByRole
from reviews.workflow import TRANSITIONS, Status

#: How each role reads on the page, and for whom it is.
FOR_WHOM = {
    Role.ANALYST: _("Analysts work at the desk: they cite sources, judge claims and comment."),
    Role.EDITOR: _("Editors do everything analysts do, decide when judges disagree, and sign off what is published."),
    Role.CONSUMER: _("Consumers are programs, or the people who run them, that read through the API."),
}


@dataclass(frozen=True)
class Right:
    """One thing that can be done here, and the rule that says whether a person may."""

    action: str | Promise
    may: Callable[[User], bool]


def _may_call(method: str) -> Callable[[User], bool]:
    def may(person: User) -> bool:
        try:
            return ByRole.lets(person, method)
        except NotAllowed:
            return False

    return may


def _may_move(start: Status, end: Status) -> Callable[[User], bool]:
    return lambda person: bool(TRANSITIONS[start][end] & roles_of(person))


def _is_superuser(person: User) -> bool:
    return person.is_superuser


RIGHTS = (
    Right(_("Sign in, change your own password, and create your own API keys."), lambda person: True),
    Right(_("Read articles, claims, sources and verdicts through the API."), _may_call("GET")),
    Right(_("Have your own programs told by webhooks what becomes of verdicts."), _may_call("GET")),
    Right(_("Submit articles and sources, and request re-checks, through the API."), _may_call("POST")),
    Right(
        _("Work at the desk: submit articles, reword and dismiss claims, cite sources, comment, and assign work."),
        may_work,
    ),
    Right(_("Judge a claim."), _may_move(Status.QUEUED, Status.IN_REVIEW)),
    Right(_("Decide between two differing judgements."), _may_move(Status.ADJUDICATION, Status.IN_APPROVAL)),
    Right(_("Sign off and publish a verdict."), _may_move(Status.IN_APPROVAL, Status.PUBLISHED)),
    Right(_("Send a judgement back with a comment."), _may_move(Status.IN_APPROVAL, Status.IN_REVIEW)),
    Right(_("Close a review without a verdict."), _may_move(Status.IN_REVIEW, Status.ABANDONED)),
    Right(_("Use the editors' pages: grade sources, read histories, and retry failed work."), may_enter),
    Right(_("Create accounts, assign roles, and manage everyone's API keys."), _is_superuser),
)


@dataclass(frozen=True)
class RightsRow:
    """One right with whether it is given: to each role, in the order of Role, and then to a superuser."""

    action: str | Promise
    given: tuple[bool, ...]


def rights() -> list[RightsRow]:
    """Return what each role may do, by asking each rule about somebody who has that role alone."""
    asked = [*(_somebody(role) for role in Role), User(username="superuser", is_superuser=True)]
    return [RightsRow(right.action, tuple(right.may(person) for person in asked)) for right in RIGHTS]


def _somebody(role: Role) -> User:
    person = User(username=str(role))
    # Where `roles_of` keeps what it read, so that nobody is stored to be asked about.
    setattr(person, ROLES_READ, {role})
    return person
