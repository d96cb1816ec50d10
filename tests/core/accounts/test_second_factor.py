"""The second factor: nobody who has one gets in without it, by any door, and its codes cannot be tried."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.accounts import second_factor
from core.accounts.policies import Role
from core.accounts.second_factor import SET_UP_FIRST, TOO_MANY_CODES, WRONG_CODE
from tests import factories
from tests.clients import program_of, stranger

pytestmark = pytest.mark.django_db

RIGHT = {"username": "edith", "password": "correct horse"}
CODE = "/sign-in/code/"


@pytest.fixture
def telephone(editor) -> str:
    """The secret in the editor's telephone."""
    secret = generate_totp_secret()
    TOTP.activate(editor, secret)
    return secret


def shown(secret: str, *, later: int = 0) -> str:
    """The code that the telephone shows, or will show some moments of half a minute later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


def wrong(secret: str) -> str:
    good = {shown(secret, later=moment) for moment in range(-2, 4)}
    return next(
        code for code in ("000000", "111111", "222222", "333333", "444444", "555555", "666666") if code not in good
    )


def who(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def with_password(**headers: str) -> Client:
    client = Client(**headers)
    client.post("/sign-in/?next=/admin/", RIGHT)
    return client


def test_the_password_alone_signs_nobody_in_who_has_a_second_factor(client, editor, telephone):
    answer = client.post("/sign-in/", {**RIGHT, "next": "/admin/"})
    assert (answer.url, who(client)) == (CODE, None)
    assert client.get("/admin/").status_code == 302
    assert client.get("/").status_code == 302
    assert client.get("/account/").status_code == 302


def test_with_the_code_the_person_lands_where_they_wanted_to_go(client, editor, telephone):
    client.post("/sign-in/", {**RIGHT, "next": "/admin/"})
    answer = client.post(CODE, {"code": shown(telephone)})
    assert (answer.url, who(client)) == ("/admin/", str(editor.pk))
    assert client.get("/admin/").status_code == 200


def test_without_a_second_factor_the_password_signs_in(client, editor):
    assert client.post("/sign-in/", RIGHT).url == "/"
    assert who(client) == str(editor.pk)


def test_a_wrong_code_gets_a_sentence(client, editor, telephone):
    client.post("/sign-in/", RIGHT)
    answer = client.post(CODE, {"code": wrong(telephone)})
    assert (answer.status_code, answer.context["form"].errors["code"], who(client)) == (200, [WRONG_CODE], None)


def test_a_code_that_was_used_is_worth_nothing_even_with_an_empty_cache(editor, telephone):
    code = shown(telephone)
    first, second = with_password(), with_password()
    first.post(CODE, {"code": code})
    cache.clear()
    second.post(CODE, {"code": code})
    assert (who(first), who(second)) == (str(editor.pk), None)


def test_a_recovery_code_works_once(editor, telephone):
    code = RecoveryCodes.activate(editor).get_unused_codes()[0]
    first, second = with_password(), with_password()
    first.post(CODE, {"code": code})
    second.post(CODE, {"code": code})
    assert (who(first), who(second)) == (str(editor.pk), None)
    assert len(RecoveryCodes.activate(editor).get_unused_codes()) == 9


def test_codes_cannot_be_tried_not_even_from_a_hundred_addresses(editor, telephone):
    answers = [
        with_password(REMOTE_ADDR=f"198.51.100.{number}").post(CODE, {"code": wrong(telephone)}).status_code
        for number in range(12)
    ]
    assert answers == [200] * 9 + [429] * 3
    client = with_password(REMOTE_ADDR="203.0.113.5")
    refused = client.post(CODE, {"code": shown(telephone)})
    assert (refused.status_code, refused.context["form"].errors["code"], who(client)) == (429, [TOO_MANY_CODES], None)


def test_without_the_count_the_right_code_is_found_by_trying(editor, telephone, settings):
    settings.AXES_ENABLED = False
    client = with_password()
    for _ in range(12):
        client.post(CODE, {"code": wrong(telephone)})
    client.post(CODE, {"code": shown(telephone)})
    assert who(client) == str(editor.pk)


def test_a_new_sign_in_with_the_password_does_not_start_the_count_of_codes_anew(editor, telephone):
    for _ in range(10):
        with_password().post(CODE, {"code": wrong(telephone)})
    assert with_password().post(CODE, {"code": shown(telephone)}).status_code == 429


def test_a_quarter_of_an_hour_later_codes_count_again(editor, telephone):
    for _ in range(10):
        with_password().post(CODE, {"code": wrong(telephone)})
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))
    client = with_password()
    client.post(CODE, {"code": shown(telephone)})
    assert who(client) == str(editor.pk)


@pytest.mark.django_db(transaction=True)
def test_guesses_that_come_at_once_are_counted_one_after_the_other(editor, telephone):
    clients = [with_password() for _ in range(24)]
    guess = wrong(telephone)

    def attempt(client: Client) -> int:
        try:
            return client.post(CODE, {"code": guess}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = sorted(pool.map(attempt, clients))
    assert answers == [200] * 9 + [429] * 15


def test_wrong_codes_are_not_kept(editor, telephone):
    guess = wrong(telephone)
    with_password().post(CODE, {"code": guess})
    kept = AccessAttempt.objects.get(username="codes of edith")
    assert guess not in f"{kept.post_data}{kept.get_data}"


def test_the_code_page_is_nothing_without_a_password_before_it(client, editor, telephone):
    assert client.get(CODE).url == "/sign-in/"
    assert client.post(CODE, {"code": shown(telephone)}).url == "/sign-in/"


def test_a_key_for_programs_needs_the_code_too(editor, telephone):
    ask = stranger()
    without = ask.post("/api/v1/token/", RIGHT, format="json")
    bad = ask.post("/api/v1/token/", {**RIGHT, "code": wrong(telephone)}, format="json")
    good = ask.post("/api/v1/token/", {**RIGHT, "code": shown(telephone)}, format="json")
    assert [answer.status_code for answer in (without, bad, good)] == [401, 401, 201]
    said = "This account uses two-factor authentication. Also send its current code as `code`."
    assert without.json()["detail"] == said


def test_codes_tried_for_a_key_count_with_those_of_the_pages(editor, telephone):
    for _ in range(10):
        with_password().post(CODE, {"code": wrong(telephone)})
    refused = stranger().post("/api/v1/token/", {**RIGHT, "code": shown(telephone)}, format="json")
    assert (refused.status_code, refused.json()["detail"]) == (429, TOO_MANY_CODES)


# --------------------------------------------------------------------------------------------------------------------
# Setting it up


def set_up(client: Client) -> str:
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": shown(secret)})
    return secret


@pytest.mark.parametrize("role", [Role.ANALYST, Role.EDITOR, Role.CONSUMER, None])
def test_everybody_may_switch_it_on_sees_the_recovery_codes_once_and_signs_in_with_it(client, role):
    person = factories.person("edith", role)
    client.post("/sign-in/", RIGHT)
    secret = set_up(client)
    codes = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    again = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    all_codes = RecoveryCodes.activate(person).get_unused_codes()
    assert ([code in codes for code in all_codes], [code in again for code in all_codes]) == ([True] * 10, [False] * 10)
    client.post("/sign-out/")
    client.post("/sign-in/", RIGHT)
    client.post(CODE, {"code": shown(secret, later=1)})
    assert who(client) == str(person.pk)


def test_the_picture_for_the_telephone_comes_from_no_other_place(client, editor):
    client.post("/sign-in/", RIGHT)
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    assert 'src="data:image/svg+xml;base64,' in page
    assert "http" not in page.replace("http-equiv", "")


def test_a_wrong_first_code_switches_nothing_on(client, editor):
    client.post("/sign-in/", RIGHT)
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": wrong(secret)})
    assert Authenticator.objects.count() == 0


def test_switching_it_off_asks_for_the_password_again_some_minutes_later(client, editor, telephone, monkeypatch):
    client.post("/sign-in/", RIGHT)
    client.post(CODE, {"code": shown(telephone)})
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + 400)
    asked = client.post(reverse("mfa_deactivate_totp"))
    assert (asked.url.split("?")[0], second_factor.is_on(editor)) == (reverse("account_reauthenticate"), True)
    assert client.post(asked.url, {"password": "wrong"}).status_code == 200
    assert second_factor.is_on(editor)
    client.post(asked.url, {"password": "correct horse"})
    assert not second_factor.is_on(editor)


def test_the_old_password_cannot_be_tried_by_whoever_finds_an_open_browser(client, editor):
    client.force_login(editor)
    asked = client.get(reverse("change_password")).url
    tries = [client.post(asked, {"password": f"guess {number}"}).status_code for number in range(11)]
    assert tries == [200] * 9 + [429] * 2


def test_a_password_is_changed_after_it_was_confirmed(client, editor):
    client.post("/sign-in/", RIGHT)
    phrase = "a much longer phrase"
    client.post(reverse("change_password"), {"new_password1": phrase, "new_password2": phrase})
    assert User.objects.get(pk=editor.pk).check_password(phrase)
    assert client.get("/account/").status_code == 200


# --------------------------------------------------------------------------------------------------------------------
# Where it is required


@pytest.mark.parametrize("superuser", [False, True])
def test_an_editor_without_one_is_led_to_set_it_up_before_anything_else(client, settings, superuser):
    settings.PLUMBLINE_REQUIRE_MFA = True
    factories.person("edith", None if superuser else Role.EDITOR, is_superuser=superuser)
    client.post("/sign-in/", RIGHT)
    doors = ["/", "/admin/", "/articles/new/", "/admin/auth/user/"]
    assert {client.get(door).url for door in doors} == {reverse("mfa_activate_totp")}
    assert client.get("/api/v1/verdicts/").json()["detail"] == SET_UP_FIRST
    assert client.post("/articles/new/", {"text": factories.ENGINE_ARTICLE, "readers": 1}).status_code == 302
    set_up(client)
    assert [client.get(door).status_code for door in doors[:2]] == [200, 200]


def test_an_editor_without_one_gets_no_key_for_programs(settings, editor):
    settings.PLUMBLINE_REQUIRE_MFA = True
    refused = stranger().post("/api/v1/token/", RIGHT, format="json")
    assert (refused.status_code, refused.json()["detail"]) == (403, SET_UP_FIRST)


def test_an_editor_without_one_can_still_sign_out(client, settings, editor):
    settings.PLUMBLINE_REQUIRE_MFA = True
    client.post("/sign-in/", RIGHT)
    client.post("/sign-out/")
    assert who(client) is None


def test_where_it_is_not_required_the_editor_just_works(client, settings, editor):
    settings.PLUMBLINE_REQUIRE_MFA = False
    client.post("/sign-in/", RIGHT)
    assert client.get("/admin/").status_code == 200


def test_analysts_are_not_made_to(client, settings, analyst):
    settings.PLUMBLINE_REQUIRE_MFA = True
    client.post("/sign-in/", {"username": "ada", "password": "correct horse"})
    assert client.get("/").status_code == 200


# --------------------------------------------------------------------------------------------------------------------
# Keys of one's own


def test_a_key_is_shown_once_works_and_is_revoked(client, consumer):
    client.post("/sign-in/", {"username": "carl", "password": "correct horse"})
    key = client.post(reverse("create_key")).context["new_key"]
    program = stranger()
    program.credentials(HTTP_AUTHORIZATION=f"Token {key}")
    assert program.get("/api/v1/verdicts/").status_code == 200
    assert key not in client.get("/account/").content.decode()
    client.post(reverse("revoke_key", args=[key[:15]]))
    assert program.get("/api/v1/verdicts/").status_code == 401


def test_nobody_revokes_or_sees_the_key_of_another(client, consumer, analyst):
    program = program_of(consumer)
    row = consumer.auth_token_set.get()
    client.force_login(analyst)
    assert row.token_key not in client.get("/account/").content.decode()
    client.post(reverse("revoke_key", args=[row.token_key]))
    assert program.get("/api/v1/verdicts/").status_code == 200
