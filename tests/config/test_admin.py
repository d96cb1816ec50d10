"""Who enters the editors' admin, its first page, its people, and what a browser says about its pages."""

import os
import shutil

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import Group, User
from django.urls import reverse
from django.utils import timezone
from knox.models import AuthToken

from core.accounts import second_factor
from core.accounts.policies import Role
from reviews import services
from reviews.models import Recheck
from reviews.workflow import Status
from tests import factories

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET_CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture
def superuser(db):
    return User.objects.create_superuser("sue", password="correct horse")


def cards(client) -> dict[str, tuple[str, bool]]:
    """The figures of the first page, and whether each asks to be seen first."""
    shown = client.get(reverse("admin:index")).context["cards"]
    return {card.title: (card.figure, card.alarming) for card in shown}


def sign_in(client, username: str):
    answer = client.get(reverse("admin:index"), follow=True)
    form = {"username": username, "password": "correct horse", "next": answer.context["next"]}
    return client.post(answer.request["PATH_INFO"], form, follow=True)


@pytest.mark.parametrize("role", [Role.ANALYST, Role.CONSUMER, None])
def test_only_editors_get_inside_by_signing_in(client, db, role):
    factories.person("somebody", role)
    refused = sign_in(client, "somebody")
    assert (refused.status_code, "somebody, who is not an editor" in refused.content.decode()) == (403, True)


def test_an_editor_signs_in_whatever_the_staff_flag_says(client, editor):
    User.objects.filter(pk=editor.pk).update(is_staff=False)
    inside = sign_in(client, "edith")
    assert (inside.status_code, inside.request["PATH_INFO"]) == (200, reverse("admin:index"))


def test_the_admin_leads_nobody_to_another_site(client, editor):
    elsewhere = client.get(reverse("admin:login"), {"next": "https://example.org/"})
    assert elsewhere.url == "/sign-in/?next=%2Fadmin%2F"


def test_an_analyst_with_a_left_over_staff_flag_stays_outside(client, analyst):
    User.objects.filter(pk=analyst.pk).update(is_staff=True)
    client.force_login(analyst)
    response = client.get(reverse("admin:index"))
    assert (response.status_code, response.url.split("?")[0]) == (302, reverse("admin:login"))


def test_somebody_signed_in_without_the_role_reads_why_they_stay_outside(client, analyst):
    client.force_login(analyst)
    page = client.get(reverse("admin:index"), follow=True).content.decode()
    assert "You are signed in as ada, who is not an editor." in page


def test_an_editor_who_was_switched_off_stays_outside(client, editor):
    client.force_login(editor)
    User.objects.filter(pk=editor.pk).update(is_active=False)
    assert client.get(reverse("admin:index")).status_code == 302


def test_the_first_page_of_an_empty_installation_alarms_nobody(client, editor):
    client.force_login(editor)
    assert cards(client) == {
        "waiting for sign-off": ("0", False),
        "longest wait for sign-off": ("none waiting", False),
        "verdicts in doubt": ("0", False),
        "judges disagree": ("0", False),
        "open findings": ("0", False),
        "failed re-checks": ("0", False),
        "oldest due re-check": ("none due", False),
        "articles waiting": ("0", False),
        "failed articles": ("0", False),
    }


def test_the_first_page_counts_what_waits_and_each_card_leads_to_its_list(client, analyst, editor, at):
    factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at)
    client.force_login(editor)
    page = client.get(reverse("admin:index"))
    assert cards(client)["waiting for sign-off"] == ("1", False)
    lists = {card.title: client.get(card.url).status_code for card in page.context["cards"]}
    assert lists == dict.fromkeys(lists, 200)


def test_an_endangered_verdict_is_counted_and_found_in_its_list(client, analyst, editor, at):
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    factories.changed_source(verdict, at=at, old="4.15 MN", new="5.25 MN")
    (recheck,) = services.request_rechecks(citations=verdict.citations.all(), at=at)
    services.run_recheck(recheck_id=recheck.pk, fetch=factories.Web(), at=at)
    client.force_login(editor)
    assert cards(client)["verdicts in doubt"] == ("1", True)
    card = next(
        card for card in client.get(reverse("admin:index")).context["cards"] if card.title == "verdicts in doubt"
    )
    assert [review.claim_id for review in client.get(card.url).context["cl"].result_list] == [verdict.claim_id]


def test_a_look_that_nobody_takes_raises_an_alarm(client, analyst, editor, at):
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    client.force_login(editor)
    (recheck,) = services.request_rechecks(citations=verdict.citations.all(), at=timezone.now())
    Recheck.objects.filter(pk=recheck.pk).update(run_after=timezone.now() - timezone.timedelta(hours=3))
    verdict.citations.update(next_check_at=timezone.now() + timezone.timedelta(days=1))
    assert cards(client)["oldest due re-check"] == ("3\xa0hours", True)


def test_a_schedule_that_stands_still_raises_the_same_alarm(client, analyst, editor, at):
    verdict = factories.verdict(analyst=analyst, editor=editor, at=at)
    verdict.citations.update(next_check_at=timezone.now() - timezone.timedelta(hours=2))
    client.force_login(editor)
    assert cards(client)["oldest due re-check"] == ("2\xa0hours", True)


def test_editors_look_people_up_and_change_nothing(client, editor, analyst):
    client.force_login(editor)
    pages = ["admin:auth_user_changelist", "admin:auth_user_add", "admin:knox_authtoken_changelist"]
    assert [client.get(reverse(page)).status_code for page in pages] == [200, 403, 200]
    person = reverse("admin:auth_user_change", args=[analyst.pk])
    page = client.get(person)
    shown = [field for _, options in page.context["adminform"].fieldsets for field in options["fields"]]
    assert shown == ["username", "first_name", "last_name", "email", "roles", "is_active", "is_superuser"]
    made_superuser = client.post(person, {"username": "ada", "is_active": "on", "is_superuser": "on"})
    assert (made_superuser.status_code, User.objects.get(pk=analyst.pk).is_superuser) == (403, False)
    password = reverse("admin:auth_user_password_change", args=[analyst.pk])
    assert client.get(password).status_code == 403


def test_a_superuser_makes_an_editor_who_can_enter(client, superuser):
    editors = Group.objects.get_or_create(name=Role.EDITOR)[0]
    client.force_login(superuser)
    made = client.post(
        reverse("admin:auth_user_add"),
        {
            "username": "erin",
            "usable_password": "true",
            "password1": "a long enough phrase",
            "password2": "a long enough phrase",
            "groups": [editors.pk],
        },
    )
    erin = User.objects.get(username="erin")
    assert (made.status_code, erin.is_staff, [group.name for group in erin.groups.all()]) == (302, True, ["editor"])
    client.force_login(erin)
    assert client.get(reverse("admin:index")).status_code == 200


def test_whoever_loses_the_role_loses_the_staff_flag(client, superuser, editor):
    client.force_login(superuser)
    address = reverse("admin:auth_user_change", args=[editor.pk])
    seen = client.get(address).context["adminform"].form["seen_version"].value()
    client.post(address, {"username": "edith", "is_active": "on", "seen_version": seen})
    editor = User.objects.get(pk=editor.pk)
    assert (editor.is_staff, list(editor.groups.all())) == (False, [])


def test_two_superusers_who_change_a_person_at_once_do_not_overwrite_each_other(client, superuser, editor):
    client.force_login(superuser)
    address = reverse("admin:auth_user_change", args=[editor.pk])
    seen = client.get(address).context["adminform"].form["seen_version"].value()
    form = {"username": "edith", "is_active": "on", "seen_version": seen}
    first = client.post(address, {**form, "email": "edith@example.org"})
    second = client.post(address, {**form, "first_name": "Edith"})
    editor = User.objects.get(pk=editor.pk)
    assert (first.status_code, second.status_code, editor.email, editor.first_name) == (
        302,
        200,
        "edith@example.org",
        "",
    )


def test_a_superuser_resets_a_second_factor_and_the_history_says_so(client, superuser, editor):
    TOTP.activate(editor, generate_totp_secret())
    client.force_login(superuser)
    form = {"action": "reset_second_factor", "_selected_action": [editor.pk]}
    client.post(reverse("admin:auth_user_changelist"), form)
    history = client.get(reverse("admin:auth_user_history", args=[editor.pk])).content.decode()
    assert (second_factor.is_on(editor), "Reset two-factor authentication." in history) == (False, True)


def test_an_editor_resets_nobodys_second_factor(client, editor, analyst):
    TOTP.activate(analyst, generate_totp_secret())
    client.force_login(editor)
    form = {"action": "reset_second_factor", "_selected_action": [analyst.pk]}
    client.post(reverse("admin:auth_user_changelist"), form)
    assert second_factor.is_on(analyst)


def test_nobody_reads_the_secrets_of_second_factors_in_the_admin(client, superuser):
    client.force_login(superuser)
    assert client.get("/admin/mfa/authenticator/").status_code == 404


def test_a_password_is_set_anew(client, superuser, editor):
    client.force_login(superuser)
    phrase = "another long phrase"
    url = reverse("admin:auth_user_password_change", args=[editor.pk])
    client.post(url, {"usable_password": "true", "password1": phrase, "password2": phrase})
    assert User.objects.get(pk=editor.pk).check_password(phrase)


def test_nobody_is_deleted_because_verdicts_name_them(client, superuser, editor):
    client.force_login(superuser)
    assert client.post(reverse("admin:auth_user_delete", args=[editor.pk]), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_list_of_people_asks_the_same_number_of_queries_however_long(
    client, superuser, how_many, django_assert_num_queries
):
    for number in range(how_many):
        AuthToken.objects.create(user=factories.person(f"person {number}", Role.ANALYST))
    client.force_login(superuser)
    with django_assert_num_queries(6):
        client.get(reverse("admin:auth_user_changelist"))
    with django_assert_num_queries(4):
        client.get(reverse("admin:knox_authtoken_changelist"))


def test_a_new_key_is_shown_and_a_deleted_one_is_gone(client, superuser, consumer):
    client.force_login(superuser)
    shown = client.post(reverse("admin:knox_authtoken_add"), {"user": consumer.pk}, follow=True).content.decode()
    token = AuthToken.objects.get()
    assert token.token_key in shown
    client.post(reverse("admin:knox_authtoken_delete", args=[token.pk]), {"post": "yes"})
    assert AuthToken.objects.count() == 0


def test_only_the_admin_lets_its_widgets_evaluate_expressions(client, editor):
    signed_out = client.get(reverse("sign_in"))["Content-Security-Policy"]
    client.force_login(editor)
    inside = client.get(reverse("admin:index"))["Content-Security-Policy"]
    elsewhere = client.get(reverse("healthz"))["Content-Security-Policy"]
    assert [script_rule(policy) for policy in (signed_out, inside, elsewhere)] == [
        "script-src 'self'",
        "script-src 'self' 'unsafe-eval'",
        "script-src 'self'",
    ]


def script_rule(policy: str) -> str:
    return next(rule.strip() for rule in policy.split(";") if rule.strip().startswith("script-src"))


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 320])
def test_a_browser_finds_nothing_to_complain_about_and_nothing_wider_than_the_screen(
    live_server, analyst, editor, at, width
):
    review = factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at)
    pages = [
        reverse("admin:index"),
        reverse("admin:reviews_review_changelist"),
        reverse("admin:reviews_review_change", args=[review.pk]),
        reverse("admin:sources_document_changelist"),
    ]
    complaints, wide = visit(live_server.url, pages, width=width)
    assert (complaints, wide) == ([], [])


def visit(site: str, pages: list[str], *, width: int) -> tuple[list[str], list[str]]:
    """Sign in as the editor and open the pages. Return what the console said, and the pages that scroll sideways."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("No Chromium is installed, and CI must not skip browser tests.")
        pytest.skip("No Chromium is installed on this machine; the browser test needs one.")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only machines with a browser need its driver

    complaints, wide = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET_CHROMIUM)
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(site + reverse("admin:login"))
        page.fill("[name=username]", "edith")
        page.fill("[name=password]", "correct horse")
        page.click("[type=submit]")
        for path in pages:
            page.goto(site + path, wait_until="networkidle")
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append(path)
        browser.close()
    return complaints, wide
