"""The page about roles: what it says each may do is what the program lets them do, and superusers change who is in."""

from html import unescape
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from config import history
from config.rights import RIGHTS, rights
from core.accounts.policies import NotAllowed, Role
from core.api.permissions import ByRole
from reviews import services as review_services
from reviews.workflow import Status
from tests import factories
from tests.clients import program_of

pytestmark = pytest.mark.django_db

PEOPLE = (*Role, "superuser")
#: What a published table would read if every rule stood as it was decided; a changed rule must be changed here too.
GIVEN = [
    "yes yes yes yes",
    "yes yes yes yes",
    "yes yes yes yes",
    "yes yes no yes",
    "yes yes no yes",
    "yes yes no yes",
    "no yes no yes",
    "no yes no yes",
    "no yes no yes",
    "no yes no yes",
    "no yes no yes",
    "no no no yes",
]


@pytest.fixture
def superuser(db) -> User:
    return User.objects.create_superuser("sue", password="correct horse")


def somebody(role: str) -> User:
    if role == "superuser":
        return User.objects.create_superuser("somebody", password="correct horse")
    return factories.person("somebody", Role(role))


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def names_of(person: User) -> list[str]:
    return sorted(person.groups.values_list("name", flat=True))


def is_allowed(deed: object) -> bool:
    try:
        deed()
    except NotAllowed:
        return False
    return True


class Tries:
    """For each right of the page, in its order, whether the program really lets a person do it."""

    def __init__(self, at: object) -> None:
        self.at = at
        self.ada, self.edith = factories.person("ada", Role.ANALYST), factories.person("edith", Role.EDITOR)

    def account(self, person: User) -> bool:
        return signed_in(person).get(reverse("account")).status_code == 200

    def read_api(self, person: User) -> bool:
        return program_of(person).get("/api/v1/verdicts/").status_code == 200

    def webhooks(self, person: User) -> bool:
        given = {"url": "https://cms.example.org/hooks"}
        return program_of(person).post("/api/v1/webhooks/", given, format="json").status_code == 201

    def write_api(self, person: User) -> bool:
        form = {"text": factories.ENGINE_ARTICLE}
        return program_of(person).post("/api/v1/articles/", form, format="json").status_code == 201

    def desk(self, person: User) -> bool:
        return signed_in(person).get(reverse("desk")).status_code == 200

    def judge(self, person: User) -> bool:
        claim = factories.claim(by=self.ada, at=self.at)
        cited = factories.citation(by=self.ada, claim=claim, at=self.at)
        return is_allowed(lambda: factories.judge(claim, by=person, at=self.at, cited=[cited]))

    def decide(self, person: User) -> bool:
        review = self._round(Status.ADJUDICATION)
        cited = list(review.claim.citations.all())
        return is_allowed(lambda: factories.judge(review.claim, by=person, at=self.at, cited=cited))

    def sign_off(self, person: User) -> bool:
        review = self._round(Status.IN_APPROVAL)
        return is_allowed(lambda: review_services.sign_off(by=person, review=review, at=self.at))

    def send_back(self, person: User) -> bool:
        review = self._round(Status.IN_APPROVAL)
        return is_allowed(lambda: review_services.return_review(by=person, review=review, note="Cite it.", at=self.at))

    def abandon(self, person: User) -> bool:
        review = self._round(Status.IN_REVIEW)
        return is_allowed(
            lambda: review_services.abandon_review(by=person, review=review, note="Not ours.", at=self.at)
        )

    def editors_pages(self, person: User) -> bool:
        return signed_in(person).get(reverse("admin:index")).status_code == 200

    def people(self, person: User) -> bool:
        return signed_in(person).get(reverse("admin:auth_user_add")).status_code == 200

    def _round(self, status: Status):
        return factories.review_at(status, analyst=self.ada, editor=self.edith, at=self.at)


TRIES = ("account", "read_api", "webhooks", "write_api", "desk", "judge", "decide", "sign_off", "send_back", "abandon")
TRIES += ("editors_pages", "people")


@pytest.mark.parametrize("role", PEOPLE)
@pytest.mark.parametrize("number", range(len(RIGHTS)))
def test_each_answer_of_the_page_is_what_the_program_does(number, role, at):
    said = rights()[number].given[PEOPLE.index(role)]
    assert getattr(Tries(at), TRIES[number])(somebody(role)) == said


def test_a_rule_that_changes_changes_the_page(monkeypatch):
    before = rights()[1].given
    monkeypatch.setattr(ByRole, "lets", staticmethod(lambda person, method: False))
    assert (before, rights()[1].given) == ((True,) * 4, (False,) * 4)


def test_the_page_reads_as_the_rules_were_decided():
    shown = [" ".join("yes" if may else "no" for may in row.given) for row in rights()]
    assert (shown, len(TRIES)) == (GIVEN, len(RIGHTS))


def test_asking_what_a_role_may_do_stores_nobody(django_assert_num_queries):
    with django_assert_num_queries(0):
        rights()


def test_editors_see_who_is_in_a_role_and_change_nothing(client, editor, analyst):
    client.force_login(editor)
    page = client.get(reverse("admin:roles"))
    named = {each.role: [person.username for person in each.named] for each in page.context["members"]}
    assert named == {Role.ANALYST: ["ada"], Role.EDITOR: ["edith"], Role.CONSUMER: []}
    refused = client.post(reverse("admin:roles"), {"username": "ada", "role": "editor"}, follow=True)
    assert "Only superusers can assign and remove roles." in refused.content.decode()
    assert names_of(analyst) == ["analyst"]


def test_a_superuser_puts_a_person_into_a_role_and_the_history_says_so(client, superuser, analyst):
    client.force_login(superuser)
    client.post(reverse("admin:roles"), {"username": "ada", "role": "editor"})
    person = User.objects.get(pk=analyst.pk)
    assert (names_of(person), person.is_staff) == (["analyst", "editor"], True)
    newest = history.events_of(person)[0]
    assert (newest.by, newest.did) == ("sue", "Given the role “editor”.")


def test_a_superuser_takes_a_person_out_of_a_role(client, superuser, editor):
    client.force_login(superuser)
    client.post(reverse("admin:roles"), {"username": "edith", "role": "editor", "take": ""})
    person = User.objects.get(pk=editor.pk)
    assert (names_of(person), person.is_staff) == ([], False)
    assert signed_in(person).get(reverse("admin:index")).status_code == 302


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"username": "nobody", "role": "editor"}, "There is no user named “nobody”."),
        ({"username": "ada", "role": "king"}, "There is no such role."),
        ({"username": "ada", "role": "analyst"}, "ada is already an analyst. Nothing was changed."),
        ({"username": "ada", "role": "consumer", "take": ""}, "ada is not a consumer. Nothing was changed."),
        ({"username": "a\0da", "role": ""}, "There is no such role."),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(client, superuser, analyst, form, sentence):
    client.force_login(superuser)
    shown = client.post(reverse("admin:roles"), form, follow=True).content.decode()
    assert (sentence in shown, names_of(analyst)) == (True, ["analyst"])


def test_a_person_page_that_changes_says_from_what_to_what(client, superuser, analyst):
    client.force_login(superuser)
    address = reverse("admin:auth_user_change", args=[analyst.pk])
    seen = client.get(address).context["adminform"].form["seen_version"].value()
    form = {"username": "ada", "email": "ada@example.org", "is_active": "on", "seen_version": seen}
    client.post(address, form)
    newest = history.events_of(User.objects.get(pk=analyst.pk))[0]
    assert (
        newest.did
        == "Email address changed from nothing to “ada@example.org”. Roles changed from “analyst” to nothing."
    )


def test_keys_and_passwords_leave_their_traces_with_the_person_and_no_secret(client, superuser, analyst):
    client.force_login(superuser)
    client.post(reverse("admin:knox_authtoken_add"), {"user": analyst.pk})
    phrase = "another long phrase"
    password = reverse("admin:auth_user_password_change", args=[analyst.pk])
    client.post(password, {"usable_password": "true", "password1": phrase, "password2": phrase})
    told = [unescape(event.did) for event in history.events_of(analyst)]
    assert told[:2] == ["Set a new password.", "Created an API key for this person."]


def test_a_stranger_has_no_right_by_the_rule_of_the_api():
    nobody = SimpleNamespace(user=SimpleNamespace(is_authenticated=False), method="GET")
    assert not ByRole().has_permission(nobody, view=None)
