"""How long somebody stays signed in, what ends it at once, and the list of where one is signed in."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from core.accounts import sessions
from core.accounts.models import Session, SessionStore
from core.accounts.tasks import forget_ended_sessions
from tests import factories
from tests.clients import program_of

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0"


def sign_in(username: str = "ada", browser: str = FIREFOX, client: Client | None = None) -> Client:
    client = client or Client()
    form = {"username": username, "password": "correct horse"}
    assert client.post(reverse("sign_in"), form, headers={"user-agent": browser}).status_code == 302
    return client


def is_in(client: Client) -> bool:
    return client.get(reverse("account")).status_code == 200


def test_whoever_does_nothing_for_an_hour_signs_in_anew(analyst, clock):
    client = sign_in()
    clock(minutes=59)
    assert is_in(client)
    clock(minutes=61)
    assert not is_in(client)


def test_without_the_limit_an_idle_browser_stays_signed_in(analyst, clock, settings):
    settings.PLUMBLINE_IDLE_MINUTES = 720
    client = sign_in()
    clock(minutes=120)
    assert is_in(client)


def test_whoever_keeps_working_stays_in_for_twelve_hours_and_no_longer(analyst, clock):
    client = sign_in()
    for _ in range(23):
        clock(minutes=30)
        assert is_in(client)
    clock(minutes=31)
    assert not is_in(client)


def test_pages_that_ask_by_themselves_do_not_keep_anybody_signed_in(analyst, at, clock):
    claim = factories.claim(by=analyst, at=at)
    client = sign_in()
    for _ in range(3):
        clock(minutes=25)
        client.get(reverse("presence", args=[claim.pk]), headers={"HX-Request": "true"})
    assert not is_in(client)


def test_the_same_pages_opened_by_a_person_do(analyst, at, clock):
    claim = factories.claim(by=analyst, at=at)
    client = sign_in()
    for _ in range(3):
        clock(minutes=25)
        client.get(reverse("claim", args=[claim.pk]))
    assert is_in(client)


def test_activity_is_written_down_once_a_minute_at_most(analyst, clock, django_assert_num_queries):
    client = sign_in()
    clock(seconds=50)
    assert not _writes(client)
    clock(seconds=11)
    assert _writes(client)
    assert not _writes(client)


def _writes(client: Client) -> bool:
    before = Session.objects.get().session_data
    client.get(reverse("account"))
    return Session.objects.get().session_data != before


def test_signing_in_gives_the_session_a_new_key(analyst):
    client = Client()
    session = client.session
    session["planted"] = "by a stranger"
    session.save()
    planted = session.session_key
    sign_in(client=client)
    assert (client.session.session_key != planted, Session.objects.filter(pk=planted).exists()) == (True, False)


def test_without_the_new_key_a_planted_session_would_be_signed_in(analyst, monkeypatch):
    monkeypatch.setattr(SessionStore, "cycle_key", lambda self: None)
    client = Client()
    session = client.session
    session["planted"] = "by a stranger"
    session.save()
    sign_in(client=client)
    assert client.session.session_key == session.session_key


def test_signing_out_ends_the_session_at_the_server_too(analyst):
    client = sign_in()
    stolen = Client()
    stolen.cookies.update(client.cookies)
    client.post(reverse("sign_out"))
    assert not is_in(stolen)


def test_a_changed_password_ends_every_session_but_the_one_it_was_changed_in(analyst):
    here, elsewhere = sign_in(), sign_in(browser=EDGE)
    phrase = "another long phrase"
    here.post(reverse("change_password"), {"new_password1": phrase, "new_password2": phrase})
    assert (is_in(here), is_in(elsewhere), Session.objects.count()) == (True, False, 1)


def test_a_password_that_a_superuser_sets_ends_the_persons_sessions(client, analyst):
    theirs = sign_in()
    client.force_login(User.objects.create_superuser("sue", password="correct horse"))
    phrase = "another long phrase"
    address = reverse("admin:auth_user_password_change", args=[analyst.pk])
    client.post(address, {"usable_password": "true", "password1": phrase, "password2": phrase})
    assert not is_in(theirs)


def test_whoever_is_switched_off_is_out_at_once_and_stays_out_when_switched_on_again(client, analyst):
    theirs, program = sign_in(), program_of(analyst)
    client.force_login(User.objects.create_superuser("sue", password="correct horse"))
    address = reverse("admin:auth_user_change", args=[analyst.pk])

    def save(**fields: str) -> None:
        seen = client.get(address).context["adminform"].form["seen_version"].value()
        groups = [group.pk for group in analyst.groups.all()]
        client.post(address, {"username": "ada", "groups": groups, "seen_version": seen, **fields})

    save()
    assert (is_in(theirs), program.get("/api/v1/").status_code) == (False, 401)
    save(is_active="on")
    assert (is_in(theirs), is_in(sign_in())) == (False, True)


def test_without_ending_the_sessions_an_old_one_would_live_again(analyst):
    theirs = sign_in()
    User.objects.filter(pk=analyst.pk).update(is_active=False)
    out = is_in(theirs)
    User.objects.filter(pk=analyst.pk).update(is_active=True)
    assert (out, is_in(theirs)) == (False, True)


def test_the_account_lists_where_one_is_signed_in_and_nobody_elses_places(analyst, editor):
    here, _, _ = sign_in(), sign_in(browser=EDGE), sign_in("edith")
    shown = here.get(reverse("account")).context["sessions"]
    assert [(each.browser, each.is_here) for each in shown] == [("Firefox on Linux", True), ("Edge on Windows", False)]


def test_the_page_has_no_key_of_a_session_in_it(analyst):
    here, _ = sign_in(), sign_in(browser=EDGE)
    page = here.get(reverse("account")).content.decode()
    assert [row.session_key for row in Session.objects.all() if row.session_key in page] == []


def test_one_other_place_is_signed_out(analyst):
    here, one, other = sign_in(), sign_in(browser=EDGE), sign_in(browser="Safari/605")
    name = next(each.name for each in sessions.sessions_of(analyst, here=None) if each.browser == "Edge on Windows")
    here.post(reverse("end_sessions"), {"session": name})
    assert [is_in(here), is_in(one), is_in(other)] == [True, False, True]


def test_every_other_place_is_signed_out(analyst):
    here, one, other = sign_in(), sign_in(browser=EDGE), sign_in()
    here.post(reverse("end_sessions"))
    assert [is_in(here), is_in(one), is_in(other)] == [True, False, False]


def test_nobody_ends_somebody_elses_session(analyst, editor):
    theirs, mine = sign_in(), sign_in("edith")
    (name,) = [each.name for each in sessions.sessions_of(analyst, here=None)]
    answer = mine.post(reverse("end_sessions"), {"session": name}, follow=True)
    assert (is_in(theirs), "That session had already ended." in answer.content.decode()) == (True, True)


def test_rows_of_sessions_that_ended_are_removed(analyst, clock):
    sign_in()
    clock(hours=13)
    forget_ended_sessions()
    assert Session.objects.count() == 0


@pytest.mark.parametrize(
    ("browser", "named"),
    [
        (FIREFOX, "Firefox on Linux"),
        (EDGE, "Edge on Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari on iPhone"),
        ("curl/8.5.0", "Unknown browser"),
        ("", "Unknown browser"),
    ],
)
def test_a_browser_is_named_by_what_it_says_of_itself(browser, named):
    assert sessions.browser_name(browser) == named


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(analyst):
    cookie = sign_in().cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 12 * 3600)
