"""Who judges second, and blind, reads nowhere what the first one wrote, cited or rated: every address is asked."""

import html
import re

import pytest
from django.core import mail
from django.test import Client

from claims.models import Article, Citation, Claim, Finding
from core.accounts.policies import Role
from reviews import policies, services
from reviews.models import Judgement, Notice, Recheck, RecheckResult, Review
from reviews.queries import blindness
from reviews.workflow import AWAITING_JUDGEMENT
from sources import services as source_services
from tests import factories
from tests.clients import program_of
from tests.config.routes import every_address

pytestmark = pytest.mark.django_db

COMMENT, RATIONALE = "quokka said among ourselves", "wombat weighed in private"
#: How a page or a row of the API quotes the cited words; a source's own text has them too, with nothing around them.
QUOTED = re.compile("""[“"'>]""" + re.escape(factories.THRUST_QUOTE))
#: What a source says is for everybody who works here: these show its text, whoever cites which words of it.
TEXTS_OF_SOURCES = ("/snapshots/", "/api/v1/snapshots/", "/claims/1/evidence/", "/sources/1/changes/")
#: The numbers of what stands at the start of an address.
NUMBERED = re.compile(r"/(\w+)/1(?=/|$)")


@pytest.fixture
def second(analyst, editor, at) -> tuple[Claim, object]:
    """A claim to be judged by two, of whom the first has cited, judged, commented and re-checked; and who is second."""
    reader = factories.person("edda", Role.EDITOR, email="edda@example.org")
    claim = factories.claim(by=editor, at=at, judgements_required=2)
    services.open_review(claim=claim, at=at)
    cited = factories.citation(by=analyst, claim=claim, at=at, snapshot=factories.upload(by=editor, at=at))
    changed = cited.snapshot.text.replace("4.15", "4.35").encode()
    source_services.add_version(document=cited.snapshot.document, data=changed, filename="sheet.txt", at=at)
    [row] = services.request_rechecks(citations=[cited], at=at, by=analyst)
    services.run_recheck(recheck_id=row.pk, fetch=factories.Web(), at=at)
    services.comment(by=analyst, claim=claim, text=f"{COMMENT} @edda", at=at)
    services.submit_judgement(by=analyst, claim=claim, rating="wrong", rationale=RATIONALE, citations=[cited], at=at)
    return claim, reader


def addresses() -> list[str]:
    """Return every address that can be read, with the numbers of what there is, and the lists narrowed to it."""
    cited = Citation.objects.get()
    numbers = {
        "claims": cited.claim_id,
        "articles": Article.objects.get().pk,
        "snapshots": cited.snapshot_id,
        "sources": cited.snapshot.document_id,
        "findings": Finding.objects.get(citation=cited).pk,
        "rechecks": Recheck.objects.get().pk,
        "reviews": Review.objects.get().pk,
        "verdicts": 1,
        "claim": cited.claim_id,
        "article": Article.objects.get().pk,
        "citation": cited.pk,
        "finding": Finding.objects.get(citation=cited).pk,
        "recheck": Recheck.objects.get().pk,
        "review": Review.objects.get().pk,
        "document": cited.snapshot.document_id,
        "snapshot": cited.snapshot_id,
    }
    plain = [
        NUMBERED.sub(lambda found: f"/{found[1]}/{numbers.get(found[1], 1)}", address)
        for address in every_address()
        if not address.startswith("/api/v1/schema/") and "logout" not in address
    ]
    claim, document = f"claim={cited.claim_id}", f"source={cited.snapshot.document_id}"
    narrowed = [
        f"/articles/{numbers['articles']}/?{claim}",
        f"/desk/export.csv?{document}",
        f"/findings/?article={numbers['articles']}",
        f"/rechecks/?{document}",
        f"/api/v1/findings/?{claim}",
        f"/api/v1/rechecks/?{claim}",
        f"/api/v1/reviews/?{claim}",
        "/admin/reviews/review/?status=all",
    ]
    return plain + narrowed


def told(address: str, clients: dict[str, Client]) -> list[str]:
    """Return which of the first one's words and choices stand at an address."""
    answer = clients["api" if address.startswith("/api/") else "pages"].get(address, follow=True)
    assert answer.status_code < 500, f"{address} shows nothing, so that nothing is hidden there: {answer.status_code}"
    body = b"".join(answer) if answer.streaming else answer.content
    text = html.unescape(body.decode(errors="replace")).replace('\\"', '"')
    machine = (Finding.objects.get(citation__isnull=False).explanation, RecheckResult.objects.get().explanation)
    found = [word for word in {COMMENT, RATIONALE, *machine} if word in text]
    is_text_of_source = any(re.search(re.sub(r"\b1\b", r"\\d+", each), address) for each in TEXTS_OF_SOURCES)
    if QUOTED.search(text) and not is_text_of_source:
        found.append("the quote")
    if address.startswith("/api/") and re.search(r'"(stance|rating)": ?"(contradicts|wrong)"', text):
        found.append("the choice")
    return found


def everything_told(person, where: list[str]) -> dict[str, list[str]]:
    browser = Client(raise_request_exception=False)
    browser.force_login(person)
    clients = {"pages": browser, "api": program_of(person)}
    return {address: found for address in where if (found := told(address, clients))}


def test_the_second_of_two_blind_judges_reads_nothing_of_the_first_anywhere(second, consumer):
    _claim, reader = second
    asked = addresses()
    assert everything_told(reader, asked) == {}
    assert everything_told(consumer, [address for address in asked if address.startswith("/api/")]) == {}
    services.send_digests(at=_claim.created_at, address_of_site="https://desk.example.org")
    told_by_mail = "".join(letter.body for letter in mail.outbox) + "".join(
        Notice.objects.values_list("text", flat=True)
    )
    assert [word for word in (COMMENT, RATIONALE, factories.THRUST_QUOTE) if word in told_by_mail] == []


def test_the_list_of_reviews_counts_no_finding_that_is_hidden(second, analyst):
    counted = {}
    for person in (second[1], factories.person("egon", Role.EDITOR)):
        counted[person.username] = [
            (row.open_findings, row.open_findings_of_article) for row in _rounds_in_admin(person)
        ]
    Review.objects.update(judgements_required=1)
    assert (counted, [row.open_findings for row in _rounds_in_admin(second[1])]) == (
        {"edda": [(0, 0)], "egon": [(0, 0)]},
        [1],
    )


def test_the_overview_counts_nothing_that_its_lists_hide(second):
    Recheck.objects.update(state=Recheck.State.DEAD)
    hidden = _figures(second[1])
    Review.objects.update(judgements_required=1)
    assert (hidden, _figures(second[1])) == (("0", "0"), ("1", "1"))


def _figures(person) -> tuple[str, str]:
    browser = Client()
    browser.force_login(person)
    figures = {card.title: card.figure for card in browser.get("/admin/").context["cards"]}
    return figures["open findings"], figures["failed re-checks"]


def _rounds_in_admin(person):
    browser = Client()
    browser.force_login(person)
    return browser.get("/admin/reviews/review/?status=all").context["cl"].result_list


def test_without_the_rule_the_walk_finds_them(second, monkeypatch):
    _claim, reader = second
    monkeypatch.setattr(blindness, "blind_rounds", lambda _person: Review.objects.none())
    monkeypatch.setattr(policies, "is_blind", lambda _review: False)
    kinds = ("/claims/", "/sources/", "/findings/", "/rechecks/", "/admin/claims/citation/", "/admin/claims/finding/")
    kinds += ("/admin/reviews/re", "/api/v1/claims/", "/api/v1/findings/", "/api/v1/rechecks/", "/api/v1/reviews/")
    found = everything_told(reader, [address for address in addresses() if address.startswith(kinds)])
    assert {kind for kind in kinds if any(address.startswith(kind) for address in found)} == set(kinds)


def test_once_they_have_judged_too_both_see_everything(second, at):
    claim, reader = second
    own = factories.citation(by=reader, claim=claim, at=at, snapshot=Citation.objects.get().snapshot)
    services.submit_judgement(by=reader, claim=claim, rating="wrong", rationale="So do I.", citations=[own], at=at)
    browser = Client()
    browser.force_login(reader)
    page = browser.get(f"/claims/{claim.pk}/").content.decode()
    assert (COMMENT in page, RATIONALE in page) == (True, True)


@pytest.mark.parametrize("status", AWAITING_JUDGEMENT)
@pytest.mark.parametrize("required", [1, 2])
@pytest.mark.parametrize("own", [False, True])
def test_one_round_and_all_rounds_are_blind_by_the_same_rule(analyst, editor, at, status, required, own):
    claim = factories.claim(by=editor, at=at, judgements_required=required)
    review = services.open_review(claim=claim, at=at)
    if own:
        Judgement.objects.create(review=review, analyst=analyst, rating="wrong", rationale="So.", at=at)
    Review.objects.update(status=status)
    review.refresh_from_db()
    assert policies.is_blind_to(review, analyst) == (review in blindness.blind_rounds(analyst))
