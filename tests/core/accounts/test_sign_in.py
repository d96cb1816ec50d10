"""Passwords cannot be tried one after the other, on any of the pages that take one; and everybody can sign out."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.utils import timezone

from core.accounts.sign_in import TOO_MANY_TRIES, client_address
from tests.clients import stranger

pytestmark = pytest.mark.django_db

RIGHT = {"username": "edith", "password": "correct horse"}


def try_wrong(how_many: int, *, username: str = "edith", **headers: str) -> list[int]:
    tries = [{"username": username, "password": f"guess {number}"} for number in range(how_many)]
    return [Client().post("/sign-in/", each, **headers).status_code for each in tries]


def test_after_ten_wrong_passwords_not_even_the_right_one_is_looked_at(client, editor):
    assert try_wrong(11) == [200] * 9 + [429] * 2
    refused = client.post("/sign-in/", RIGHT)
    assert (refused.status_code, refused.context["form"].non_field_errors()) == (429, [TOO_MANY_TRIES])
    assert TOO_MANY_TRIES.replace("'", "&#x27;") in refused.content.decode()


def test_without_the_lock_the_right_password_is_found_by_trying(client, editor, settings):
    settings.AXES_ENABLED = False
    assert try_wrong(11) == [200] * 11
    assert client.post("/sign-in/", RIGHT).status_code == 302


def test_the_admin_takes_no_passwords_of_its_own(client, editor):
    assert client.post("/admin/login/", RIGHT).url == "/sign-in/?next=%2Fadmin%2F"
    assert "_auth_user_id" not in client.session


def test_nine_wrong_passwords_are_forgotten_with_the_right_one(client, editor):
    try_wrong(9)
    assert client.post("/sign-in/", RIGHT).status_code == 302
    assert try_wrong(9) == [200] * 9


def test_another_browser_does_not_start_the_count_anew(client, editor):
    for number in range(10):
        try_wrong(1, HTTP_USER_AGENT=f"browser {number}")
    assert client.post("/sign-in/", RIGHT).status_code == 429


def test_the_pages_and_the_api_count_together(client, editor):
    try_wrong(10)
    refused = stranger().post("/api/v1/token/", RIGHT, format="json")
    assert (refused.status_code, refused.json()["detail"]) == (429, TOO_MANY_TRIES)


def test_wrong_passwords_for_a_token_close_the_pages_too(client, editor):
    for number in range(10):
        stranger().post("/api/v1/token/", {"username": "edith", "password": f"guess {number}"}, format="json")
    assert client.post("/sign-in/", RIGHT).status_code == 429


def test_the_same_person_elsewhere_and_others_here_still_get_in(client, editor, analyst):
    try_wrong(10)
    elsewhere = Client().post("/sign-in/", RIGHT, REMOTE_ADDR="198.51.100.7")
    another = Client().post("/sign-in/", {"username": "ada", "password": "correct horse"})
    assert (elsewhere.status_code, another.status_code) == (302, 302)


def test_a_quarter_of_an_hour_later_the_right_password_counts_again(client, editor):
    try_wrong(10)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=14))
    assert client.post("/sign-in/", RIGHT).status_code == 429
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))
    assert client.post("/sign-in/", RIGHT).status_code == 302


def test_an_address_that_a_stranger_makes_up_is_not_believed(client, editor):
    for number in range(10):
        try_wrong(1, HTTP_X_FORWARDED_FOR=f"198.51.100.{number}")
    assert client.post("/sign-in/", RIGHT).status_code == 429


@pytest.mark.parametrize(
    ("forwarded", "counted"),
    [
        ("203.0.113.9, 198.51.100.7", "198.51.100.7"),
        ("2001:DB8::1", "2001:db8::1"),
        ("unknown", None),
        ("", None),
    ],
)
def test_behind_a_trusted_proxy_the_address_is_the_one_it_saw(rf, settings, forwarded, counted):
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "NUM_PROXIES": 1}
    assert client_address(rf.get("/", HTTP_X_FORWARDED_FOR=forwarded)) == counted


def test_who_comes_through_a_socket_file_is_counted_without_an_address(client, editor):
    try_wrong(10, REMOTE_ADDR="")
    assert client.post("/sign-in/", RIGHT, REMOTE_ADDR="").status_code == 429


def test_no_password_is_kept_with_the_tries(editor):
    try_wrong(2)
    attempt = AccessAttempt.objects.get()
    assert "guess" not in f"{attempt.get_data}{attempt.post_data}{attempt.path_info}"


def test_a_login_without_a_desk_can_sign_out(client, consumer):
    client.force_login(consumer)
    answer = client.post("/sign-out/")
    assert (answer.status_code, answer.url) == (302, "/sign-in/")
    assert "_auth_user_id" not in client.session
