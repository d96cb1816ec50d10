"""Keys for programs: made for a purpose, with scopes and an end, seen in use, and taken back."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from knox.models import AuthToken

from core.accounts import api_keys
from core.accounts.api_keys import Scope
from core.accounts.models import ApiKey
from core.accounts.policies import NotAllowed
from tests import factories
from tests.clients import stranger

pytestmark = pytest.mark.django_db


def program_with(key: str):
    program = stranger()
    program.credentials(HTTP_AUTHORIZATION=f"Token {key}")
    return program


def key_of(person, *scopes: Scope) -> str:
    return api_keys.create_key(person, purpose="a test", scopes=scopes)[1]


def test_a_key_is_made_for_a_purpose_on_the_account_page(client, analyst):
    client.post("/sign-in/", {"username": "ada", "password": "correct horse"})
    page = client.post(reverse("create_key"), {"purpose": "wiki bot", "scopes": ["read"], "days": "30"})
    key, row = page.context["new_key"], ApiKey.objects.get()
    lasts = row.token.expiry - timezone.now()
    assert (row.purpose, row.scopes, row.created_by, timedelta(days=29) < lasts <= timedelta(days=30)) == (
        "wiki bot",
        ["read"],
        analyst,
        True,
    )
    before = client.get("/account/").content.decode()
    assert program_with(key).get("/api/v1/verdicts/").status_code == 200
    after = client.get("/account/").content.decode()
    assert ["wiki bot" in before, "never used" in before, "last used" in after] == [True] * 3
    assert client.post(reverse("create_key"), {"days": "9999"}).status_code == 422


def test_a_key_does_what_it_was_made_for_and_no_more(analyst, editor, at):
    review = factories.review_at("IN_APPROVAL", analyst=analyst, editor=editor, at=at)
    path = f"/api/v1/reviews/{review.pk}/"
    tag = program_with(key_of(editor, Scope.READ)).get(path).headers["ETag"]
    comment, sign_off = f"/api/v1/claims/{review.claim_id}/comments/", f"{path}sign-off/"
    answers = {}
    for scopes in ((Scope.READ,), (Scope.READ, Scope.WRITE), (Scope.READ, Scope.SIGN_OFF)):
        program = program_with(key_of(editor, *scopes))
        said = program.post(comment, {"text": "Hello."}, format="json")
        answers[scopes[-1]] = (said.status_code, program.post(sign_off, HTTP_IF_MATCH=tag).status_code)
    assert answers == {Scope.READ: (403, 403), Scope.WRITE: (201, 403), Scope.SIGN_OFF: (403, 201)}
    writes_only = program_with(key_of(editor, Scope.WRITE)).get(path)
    assert (writes_only.status_code, "lacks the scope “read”" in writes_only.json()["detail"]) == (403, True)


def test_a_token_by_password_has_the_scopes_and_the_end_that_were_asked_for(consumer):
    asked = {"username": "carl", "password": "correct horse", "purpose": "feed", "scopes": ["read"], "days": 7}
    given = stranger().post("/api/v1/token/", asked, format="json")
    assert given.status_code == 201, given.content
    row = ApiKey.objects.get()
    assert (row.purpose, row.scopes, row.token.expiry - timezone.now() < timedelta(days=7)) == ("feed", ["read"], True)
    refused = stranger().post("/api/v1/token/", {**asked, "scopes": ["everything"], "days": 7.5}, format="json")
    assert sorted(each["pointer"] for each in refused.json()["errors"]) == ["#/days", "#/scopes/0"]


def test_an_expired_key_opens_nothing(consumer):
    row, key = api_keys.create_key(consumer, purpose="feed")
    AuthToken.objects.filter(pk=row.pk).update(expiry=timezone.now())
    assert program_with(key).get("/api/v1/verdicts/").status_code == 401


class TestPassword:
    """A new password offers to end the keys that were made under the old one."""

    @pytest.fixture
    def key(self, client, analyst) -> str:
        client.post("/sign-in/", {"username": "ada", "password": "correct horse"})
        return key_of(analyst, *Scope)

    def changed(self, client, **choice: str) -> str:
        phrase = {"new_password1": "another long phrase", "new_password2": "another long phrase"}
        return client.post(reverse("change_password"), {**phrase, **choice}, follow=True).content.decode()

    def test_it_says_that_they_go_on(self, client, key):
        assert "You have 1 API key." in client.get(reverse("change_password")).content.decode()
        assert "1 API key keeps working." in self.changed(client)
        assert program_with(key).get("/api/v1/verdicts/").status_code == 200

    def test_it_ends_them_where_that_is_asked_for(self, client, key):
        assert "1 API key has been revoked." in self.changed(client, revoke_keys="on")
        assert program_with(key).get("/api/v1/verdicts/").status_code == 401

    def test_it_offers_nothing_to_whoever_has_none(self, client, analyst):
        client.post("/sign-in/", {"username": "ada", "password": "correct horse"})
        assert "API key" not in client.get(reverse("change_password")).content.decode()


class TestEditors:
    """Editors make keys for programs and take keys back; nobody's rights grow by that."""

    def test_they_make_and_end_the_key_of_a_program(self, client, editor, consumer):
        client.force_login(editor)
        form = {"user": consumer.pk, "purpose": "feed", "scopes": ["read"], "days": "90"}
        shown = client.post(reverse("admin:knox_authtoken_add"), form, follow=True).content.decode()
        row = ApiKey.objects.get()
        assert (row.token.token_key in shown, row.token.user, row.purpose, row.created_by) == (
            True,
            consumer,
            "feed",
            editor,
        )
        client.post(reverse("admin:knox_authtoken_delete", args=[row.pk]), {"post": "yes"})
        assert AuthToken.objects.count() == 0

    def test_they_make_none_for_somebody_with_other_rights(self, client, editor, analyst):
        boss = factories.person("boss", is_superuser=True)
        client.force_login(editor)
        for person in (analyst, boss):
            client.post(reverse("admin:knox_authtoken_add"), {"user": person.pk, "purpose": "x", "days": "90"})
            with pytest.raises(NotAllowed):
                api_keys.create_key(person, purpose="x", by=editor)
        assert AuthToken.objects.count() == 0

    def test_they_end_no_key_of_a_superuser(self, client, editor):
        row, _key = api_keys.create_key(factories.person("boss", is_superuser=True), purpose="x")
        client.force_login(editor)
        address = reverse("admin:knox_authtoken_delete", args=[row.pk])
        assert client.post(address, {"post": "yes"}).status_code == 403
        bulk = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
        client.post(reverse("admin:knox_authtoken_changelist"), bulk)
        assert AuthToken.objects.count() == 1
