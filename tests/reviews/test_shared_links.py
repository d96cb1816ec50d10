"""What somebody without an account reads with a link that was made for them, until it ends, and what they never read."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from claims.models import Article, Claim
from config import history
from core.accounts.policies import Role
from core.translation.templatetags.article_language import language_code
from reviews import queries, services
from reviews.models import SharedLink
from tests import factories

pytestmark = pytest.mark.django_db

REASON = "wombat weighed in private"


@pytest.fixture(autouse=True)
def open_to_all(settings):
    settings.PLUMBLINE_PUBLIC = True


@pytest.fixture
def now(at, monkeypatch):
    """A clock of pages that stands still."""
    moment = [at]
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment[0])
    return moment


@pytest.fixture
def verdict(analyst, editor, at):
    return factories.verdict(analyst=analyst, editor=editor, at=at)


def link_to(opened: Article | Claim, *, by, at, days: int = 14) -> tuple[SharedLink, str]:
    return services.create_link(by=by, to=opened, purpose="Dr Weiss", days=days, at=at)


def read(token: str) -> tuple[int, str]:
    """What a stranger gets: the status, and the words of the page."""
    answer = Client().get(f"/v/shared/{token}/")
    return answer.status_code, " ".join(unescape(strip_tags(answer.content.decode())).split())


def test_a_claim_is_read_with_its_evidence_and_verdict_and_without_names(verdict, analyst, now, at):
    _link, token = link_to(verdict.claim, by=analyst, at=at)
    status, words = read(token)
    for said in (verdict.claim.text, "Wrong", "The sheet gives meganewtons.", factories.THRUST_QUOTE, "Data sheet"):
        assert said in words
    assert (status, [name for name in ("ada", "edith") if re.search(rf"\b{name}\b", words)]) == (200, [])


def test_an_article_is_read_with_its_claims_and_their_verdicts_and_one_that_was_withdrawn_is_none(
    verdict, analyst, editor, now, at
):
    _link, token = link_to(verdict.claim.article, by=analyst, at=at)
    status, words = read(token)
    assert (status, "The sheet gives meganewtons." in words, factories.THRUST_QUOTE in words) == (200, True, True)
    assert words.count("No verdict has been published.") == len(queries.shared_claims(verdict.claim.article)) - 1
    services.withdraw_verdict(by=editor, verdict=verdict, reason="The sheet was misread.", at=at)
    assert "The sheet gives meganewtons." not in read(token)[1]


@pytest.mark.parametrize("is_of_claim", [True, False])
def test_what_is_judged_blind_is_not_read_by_a_link_either(analyst, editor, now, at, is_of_claim):
    claim = factories.claim(by=editor, at=at, judgements_required=2)
    services.open_review(claim=claim, at=at)
    cited = factories.citation(by=analyst, claim=claim, at=at, snapshot=factories.upload(by=editor, at=at))
    _link, token = link_to(claim if is_of_claim else claim.article, by=analyst, at=at)
    services.comment(by=analyst, claim=claim, text=REASON, at=at)
    services.submit_judgement(by=analyst, claim=claim, rating="wrong", rationale=REASON, citations=[cited], at=at)
    _status, words = read(token)
    assert [said for said in (REASON, f"“{factories.THRUST_QUOTE}”", "Wrong") if said in words] == []


def test_a_link_ends_when_it_is_revoked_or_over_and_one_that_never_was_reads_the_same(verdict, analyst, now, at):
    link, token = link_to(verdict.claim, by=analyst, at=at)
    _other, short = link_to(verdict.claim, by=analyst, at=at, days=1)
    services.revoke_link(by=analyst, link=link, at=at)
    assert (read(token), read(short)[0]) == (read("never"), 200)
    now[0] = at + timedelta(days=1)
    assert read(short) == read(token) == read("never")
    assert (read("never")[0], "Ask whoever sent it for a new one." in read("never")[1]) == (404, True)


@pytest.mark.parametrize("works", [True, False])
def test_nobody_keeps_lists_or_is_told_of_the_address(verdict, analyst, now, at, works):
    _link, token = link_to(verdict.claim, by=analyst, at=at)
    answer = Client().get(f"/v/shared/{token if works else 'never'}/")
    assert (answer.headers["Cache-Control"], answer.headers["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert '<meta name="robots" content="noindex, nofollow">' in answer.content.decode()


def test_where_public_pages_are_off_no_link_opens_and_none_is_made(verdict, analyst, now, at, settings, client):
    _link, token = link_to(verdict.claim, by=analyst, at=at)
    settings.PLUMBLINE_PUBLIC = False
    client.force_login(analyst)
    places = [f"/v/shared/{token}/", reverse("claim_links", args=[verdict.claim.pk])]
    assert [client.get(place).status_code for place in places] == [404, 404]
    assert "Read-only links" not in client.get(reverse("claim", args=[verdict.claim.pk])).content.decode()


def test_the_token_is_shown_once_and_kept_nowhere(client, verdict, analyst, now):
    client.force_login(analyst)
    place = reverse("article_links", args=[verdict.claim.article_id])
    assert place in client.get(reverse("article", args=[verdict.claim.article_id])).content.decode()
    made = client.post(place, {"purpose": "Dr Weiss", "days": "14"}).content.decode()
    [token] = re.findall(r'<code class="secret">http://127.0.0.1:8000/v/shared/([\w-]{43})/</code>', made)
    later, stored = client.get(place).content.decode(), SharedLink.objects.values().get()
    assert (read(token)[0], token in later, token in str(stored)) == (200, False, False)
    assert ("never opened" in later, "last opened" in client.get(place).content.decode()) == (True, True)


def test_it_is_revoked_on_its_page_by_whoever_made_it_or_an_editor(client, verdict, analyst, editor, now, at):
    link, token = link_to(verdict.claim, by=editor, at=at)
    with pytest.raises(services.NotAllowed, match="Only the person who created this link"):
        services.revoke_link(by=analyst, link=link, at=at)
    client.force_login(editor)
    answer = client.post(reverse("revoke_link", args=[link.pk]), follow=True)
    assert ("no longer opens" in answer.content.decode(), read(token)[0]) == (True, 404)
    again = client.post(reverse("revoke_link", args=[link.pk]), follow=True).content.decode()
    assert "This link has been revoked already, or has expired." in again


def test_the_history_says_who_made_and_who_revoked_it(verdict, analyst, editor, at):
    link, _token = link_to(verdict.claim, by=analyst, at=at)
    services.revoke_link(by=editor, link=link, at=at)
    told = [(event.by, unescape(strip_tags(event.did))) for event in history.events_of(verdict.claim)]
    assert ("edith", "Revoked the read-only link for “Dr Weiss”.") in told
    assert [did for by, did in told if by == "ada" and did.startswith("Created a read-only link for “Dr Weiss”")]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [({"purpose": " "}, "for whom"), ({"days": 0}, "from 1 to 90 days"), ({"days": 91}, "from 1 to 90 days")],
)
def test_a_link_without_a_reader_or_an_end_is_refused(verdict, analyst, at, given, sentence):
    with pytest.raises(services.LinkRefused, match=sentence):
        services.create_link(
            **{"by": analyst, "to": verdict.claim, "purpose": "Dr Weiss", "days": 14, "at": at, **given}
        )


def test_a_refused_form_says_so_in_its_status_and_keeps_what_was_written(client, verdict, analyst, now, monkeypatch):
    client.force_login(analyst)
    place = reverse("claim_links", args=[verdict.claim.pk])
    too_long = client.post(place, {"purpose": "Dr Weiss", "days": "91"})
    monkeypatch.setattr("reviews.services.shared_links.MOST_LINKS", 0)
    too_many = client.post(place, {"purpose": "Dr Weiss", "days": "14"})
    assert [client.get(place).status_code, too_long.status_code, too_many.status_code] == [200, 422, 422]
    assert too_many.context["form"].non_field_errors() == ["There are 0 links already. Revoke one of them first."]
    words = too_many.content.decode()
    assert (words.count("There are 0 links already."), 'value="Dr Weiss"' in words) == (1, True)
    assert SharedLink.objects.count() == 0


def test_claims_are_marked_with_the_language_of_their_article(verdict):
    article = verdict.claim.article
    article.language = "de"
    assert {language_code(claim) for claim, _verdict in queries.shared_claims(article)} == {"de"}


def test_there_are_only_so_many_and_only_staff_make_them(verdict, analyst, at, monkeypatch):
    monkeypatch.setattr("reviews.services.shared_links.MOST_LINKS", 1)
    link, _token = link_to(verdict.claim, by=analyst, at=at)
    with pytest.raises(services.LinkRefused, match="There are 1 links already"):
        link_to(verdict.claim, by=analyst, at=at)
    with pytest.raises(services.NotAllowed):
        link_to(verdict.claim, by=factories.person("carla", Role.CONSUMER), at=at)
    services.revoke_link(by=analyst, link=link, at=at)
    link_to(verdict.claim, by=analyst, at=at)


def test_the_database_itself_refuses_a_link_to_nothing_or_without_an_end(verdict, analyst, at):
    link, _token = link_to(verdict.claim, by=analyst, at=at)
    for wrong in ({"claim": None}, {"article": verdict.claim.article}, {"expires_at": at}):
        with pytest.raises(IntegrityError), transaction.atomic():
            SharedLink.objects.filter(pk=link.pk).update(**wrong)
