"""What each role may do, asked of the rules that the program itself asks, and who has which role."""

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace

from django.contrib.auth.models import AbstractBaseUser, Group, User
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from claims.policies import NotAllowed, Role, may_work, roles_of
from config.access import may_enter
from config.api.permissions import ByRole
from config.labels import ROLES
from reviews.workflow import TRANSITIONS, Status
from sources.sentences import Sentence
from sources.services import record
from sources.translating import in_source_words

#: How each role reads on the page, and for whom it is.
FOR_WHOM = {
    Role.ANALYST: _("Analysts work at the desk: they cite, judge and comment."),
    Role.EDITOR: _("Editors do what analysts do, decide where judges differ, and sign off what is published."),
    Role.CONSUMER: _("Consumers are programs, or people with one, that read through the API."),
}
#: Why nobody was put into a role, or taken out of it.
HAS_IT = {
    Role.ANALYST: gettext_noop("%(person)s is an analyst already; nothing was changed."),
    Role.EDITOR: gettext_noop("%(person)s is an editor already; nothing was changed."),
    Role.CONSUMER: gettext_noop("%(person)s is a consumer already; nothing was changed."),
}
HAS_IT_NOT = {
    Role.ANALYST: gettext_noop("%(person)s is not an analyst; nothing was changed."),
    Role.EDITOR: gettext_noop("%(person)s is not an editor; nothing was changed."),
    Role.CONSUMER: gettext_noop("%(person)s is not a consumer; nothing was changed."),
}
#: How the history tells of it.
PUT_INTO, TAKEN_OUT = gettext_noop("Put into the role “%(role)s”."), gettext_noop("Taken out of the role “%(role)s”.")


class RoleRefused(Exception):
    """Nobody was put into a role or taken out of it; the message says why and what to do."""


@dataclass(frozen=True)
class Right:
    """One thing that can be done here, and the rule that says whether a person may."""

    action: str
    may: Callable[[AbstractBaseUser], bool]


def _may_call(method: str) -> Callable[[AbstractBaseUser], bool]:
    def may(person: AbstractBaseUser) -> bool:
        try:
            return ByRole().has_permission(SimpleNamespace(user=person, method=method), view=None)
        except NotAllowed:
            return False

    return may


def _may_move(start: Status, end: Status) -> Callable[[AbstractBaseUser], bool]:
    return lambda person: bool(TRANSITIONS[start][end] & roles_of(person))


def _is_superuser(person: AbstractBaseUser) -> bool:
    return person.is_superuser


RIGHTS = (
    Right(_("Sign in, change one's own password, and make keys for one's own programs."), lambda person: True),
    Right(_("Read articles, claims, sources and verdicts through the API."), _may_call("GET")),
    Right(_("Hand in articles and sources, and ask for re-checks, through the API."), _may_call("POST")),
    Right(
        _("Work at the desk: hand in articles, word and dismiss claims, cite, comment, share out the work."), may_work
    ),
    Right(_("Judge a claim."), _may_move(Status.QUEUED, Status.IN_REVIEW)),
    Right(_("Decide where two judgements differ."), _may_move(Status.ADJUDICATION, Status.IN_APPROVAL)),
    Right(_("Sign off a verdict, which publishes it."), _may_move(Status.IN_APPROVAL, Status.PUBLISHED)),
    Right(_("Send a judged claim back with a comment."), _may_move(Status.IN_APPROVAL, Status.IN_REVIEW)),
    Right(_("End a round without a verdict."), _may_move(Status.IN_REVIEW, Status.ABANDONED)),
    Right(_("Use the editors' pages: grade sources, read histories, run given-up work again."), may_enter),
    Right(_("Make accounts, give roles, and manage everybody's keys for programs."), _is_superuser),
)


@dataclass(frozen=True)
class Row:
    """One right with whether it is given: to each role, in the order of Role, and then to a superuser."""

    action: str
    given: tuple[bool, ...]


def rights() -> list[Row]:
    """Return what each role may do, by asking each rule about somebody who has that role alone."""
    asked = [*(_somebody(role) for role in Role), User(username="superuser", is_superuser=True)]
    return [Row(right.action, tuple(right.may(person) for person in asked)) for right in RIGHTS]


def _somebody(role: Role) -> User:
    person = User(username=str(role))
    person.plumbline_roles = {role}  # where `roles_of` keeps what it read, so that nobody is stored to be asked about
    return person


def people_in(role: Role) -> QuerySet[User]:
    """Return the people who have a role and can sign in, by name."""
    return User.objects.filter(groups__name=role, is_active=True).order_by("username")


def give_role(*, by: AbstractBaseUser, username: str, role: Role) -> User:
    """Put a person into a role. Raises RoleRefused."""
    with transaction.atomic():
        person = _held(by, username)
        if person.groups.filter(name=role).exists():
            raise RoleRefused(gettext(HAS_IT[role]) % {"person": person.username})
        person.groups.add(Group.objects.get_or_create(name=role)[0])
        return _settled(person, by=by, did=Sentence(PUT_INTO, role=in_source_words(ROLES[role])))


def take_role(*, by: AbstractBaseUser, username: str, role: Role) -> User:
    """Take a person out of a role. Raises RoleRefused."""
    with transaction.atomic():
        person = _held(by, username)
        if not person.groups.filter(name=role).exists():
            raise RoleRefused(gettext(HAS_IT_NOT[role]) % {"person": person.username})
        person.groups.remove(Group.objects.get(name=role))
        return _settled(person, by=by, did=Sentence(TAKEN_OUT, role=in_source_words(ROLES[role])))


def let_staff_flag_follow(person: User) -> User:
    """Bring Django's own staff flag in line with the roles, and return the person as stored."""
    stored = User.objects.get(pk=person.pk)
    stored.is_staff = may_enter(stored)
    stored.save(update_fields=["is_staff"])
    return stored


def _held(by: AbstractBaseUser, username: str) -> User:
    if not by.is_superuser:
        raise RoleRefused(gettext("Only superusers give roles and take them away. Ask one of them."))
    person = User.objects.select_for_update().filter(username=username).first()
    if person is None:
        refusal = gettext("Nobody has the user name “%(username)s”. Choose one from the list of users.")
        raise RoleRefused(refusal % {"username": username})
    return person


def _settled(person: User, *, by: AbstractBaseUser, did: str) -> User:
    record(by=by, what=person, did=did)
    return let_staff_flag_follow(person)
