"""A reader whose browser asks for Chinese meets no English word of ours on any page.

What people and sources wrote is in Greek letters here, so that every Latin word on a page is one of the program.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.utils import translation
from django.utils.html import escape
from knox.models import AuthToken
from lxml import html

from claims import services as claim_services
from claims.models import Citation, Claim, Finding
from core.accounts.policies import Role
from reviews import services
from reviews.models import LedgerEntry, Recheck, Review, Verdict
from reviews.workflow import OPEN
from sources import services as source_services
from sources.fetching.outcomes import OutcomeReason
from sources.models import FetchAttempt
from tests import factories
from tests.config.access_table import ROUTES

pytestmark = pytest.mark.django_db

TEXT = "Ο κινητήρας έχει ώθηση 4150 στο κενό. Ζυγίζει 5,5 τόνους και πετάει από το 2000."
SHEET = "Ο κινητήρας αναπτύσσει ώθηση 4150 στο κενό και 3830 στην επιφάνεια της θάλασσας, με κηροζίνη και υγρό οξυγόνο."
QUOTE = "Ο κινητήρας αναπτύσσει ώθηση 4150 στο κενό και 3830 στην επιφάνεια της θάλασσας"
OTHER_CLAIM = "Ο άλλος κινητήρας ζυγίζει 3400 κιλά."
OTHER_TEXT = f"{OTHER_CLAIM} Ήταν ο πρώτος με 5 αντλίες."
OTHER_QUOTE = "Ο άλλος κινητήρας της εταιρίας ζυγίζει 3400 κιλά"
OTHER_SHEET = f"{OTHER_QUOTE} χωρίς καύσιμα, και έχει 5 αντλίες με κοινό άξονα."
#: Names that are the same in every language, and what is typed as it stands here.
SAME_EVERYWHERE = set(
    [
        "Plumbline",
        "URL",
        "SHA-256",
        "SHA",
        "JSON",
        "NDJSON",
        "CSV",
        "XLSX",
        "API",
        "MB",
        "PDF",
        "DOCX",
        "HTML",
        "TXT",
        "HTTP",
        "HTTPS",
        "URI",
        "ClaimReview",
        "JSON-LD",
        "PostgreSQL",
        "Redis",
        "Valkey",
        "Celery",
        "TOTP",
        "Aegis",
        "FreeOTP",
        "Google",
        "Authenticator",
        "English",
        "Ctrl",
        "Enter",
        "Esc",
        "Tab",
        "Swagger",
        "OpenAPI",
        "Webhook",
        "ada",
        "bruno",
        "edith",
        "root",
        "plb",
        "UTC",
        "robots",
        "txt",
        "Django",
        "ID",
        "LDAP",
        "carl",
        "ingest",
        "recheck",
    ]
)
#: Addresses and keys are data.
DATA = re.compile(r"https?://\S+|plb_\w+")
WORD = re.compile(r"[A-Za-z][A-Za-z-]*[A-Za-z]")
SPOKEN_ATTRIBUTES = ("title", "placeholder", "aria-label", "alt", "label", "data-confirm")
NOT_WORDS = ("script", "style", "code", "kbd", "template", "noscript")


@pytest.fixture
def greek_desk(analyst, second_analyst, editor, at) -> Claim:
    """An article with a claim in each state, and everything that people leave behind on one."""
    article = claim_services.submit_text(
        by=analyst, text=TEXT, title="Ένας κινητήρας", judgements_required=2, at=at
    ).article
    claim_services.split(article_id=article.pk, at=at)
    article.refresh_from_db()
    claim = claim_services.add_claim(by=analyst, article=article, text=TEXT[:36], quote=TEXT[:36], at=at)
    sheet = factories.upload(by=analyst, at=at, text=SHEET, title="Φύλλο", publisher="Εκδότης")
    cited = claim_services.cite(
        by=analyst, claim=claim, snapshot=sheet, quote=QUOTE, stance=Citation.Stance.CONTRADICTS, at=at
    )
    services.comment(by=analyst, claim=claim, text="Δες εδώ @edith", at=at)
    services.keep_view(by=analyst, name="Όψη", query="view=unjudged", at=at)
    given = services.AssignmentChange(assignee=editor)
    services.assign(by=analyst, claim=claim, change=given, at=at)
    for person, rating in ((analyst, "wrong"), (second_analyst, "disputed")):
        services.submit_judgement(by=person, claim=claim, rating=rating, rationale="Διαφέρει", citations=[cited], at=at)
    services.submit_judgement(by=editor, claim=claim, rating="wrong", rationale="Διαφέρει", citations=[cited], at=at)
    return claim


@pytest.fixture
def doubted(greek_desk, analyst, editor, consumer, root, at) -> Verdict:
    """A published verdict whose source changed, and the rest of what comes up in months: failures, marks, findings."""
    article = claim_services.submit_text(by=analyst, text=OTHER_TEXT, title="Άλλος κινητήρας", at=at).article
    claim_services.split(article_id=article.pk, at=at)
    claim = article.claims.get(text=OTHER_CLAIM)
    sheet = factories.upload(by=analyst, at=at, text=OTHER_SHEET, title="Έκθεση", publisher="Εκδότης")
    supports = Citation.Stance.SUPPORTS
    cited = claim_services.cite(by=analyst, claim=claim, snapshot=sheet, quote=OTHER_QUOTE, stance=supports, at=at)
    for rating in ("wrong", "verified"):
        services.submit_judgement(by=analyst, claim=claim, rating=rating, rationale="Ναι", citations=[cited], at=at)
        review = Review.objects.get(claim=claim)
        if rating == "wrong":
            services.return_review(by=editor, review=review, note="Ξανά", at=at)
    verdict = services.sign_off(by=editor, review=review, at=at)
    services.record_delivery(to=consumer, ranges=[(1, verdict.pk)], at=at)
    services.comment(by=analyst, claim=claim, text="Δες @root", at=at)
    due = services.AssignmentChange(assignee=root, due_on=at.date(), priority=2)
    services.assign(by=analyst, claim=claim, change=due, at=at)
    factories.changed_source(verdict, at=at, old="3400", new="3900")
    (recheck,) = services.request_rechecks(citations=[cited], at=at, by=analyst)
    services.run_recheck(recheck_id=recheck.pk, fetch=factories.Web(), at=at)
    page = source_services.add_address(by=analyst, url="https://example.org/1", at=at, title="Σελίδα")
    outcome, sentence = OutcomeReason.CONNECTION_FAILED.value
    refused = factories.Web.answer(page.url, outcome, sentence, status=None)
    source_services.refetch(document=page, fetch=factories.Web(**{page.url: refused}), at=at)
    (given_up,) = services.request_rechecks(citations=greek_desk.citations.all(), at=at)
    Recheck.objects.filter(pk=given_up.pk).update(
        state=Recheck.State.DEAD, last_error="The server is down.", run_after=at
    )
    source_services.grade_document(
        by=editor, document=page, grade="B2", publisher="Εκδότης", title="Σελίδα", in_library=True
    )
    mark = article.marks.create(start=0, end=9, kind="number")
    claim_services.dismiss_mark(by=analyst, mark=mark, reason="Όχι")
    AuthToken.objects.create(user=root)
    for kind in ("self_contradiction", "number_changed"):
        claim_services.record_finding(claim=claim, kind=kind, explanation="They differ.", key=kind, at=at)
    return verdict


@pytest.fixture
def root(db) -> User:
    """Somebody who may see every page."""
    return factories.person("root", Role.EDITOR, is_superuser=True)


@pytest.fixture
def reader(root) -> Iterator[Client]:
    """The same, with a browser that asks for Chinese."""
    client = Client(headers={"accept-language": "zh-CN,zh;q=0.9,en;q=0.5"})
    client.force_login(root)
    yield client
    translation.deactivate()  # a request leaves its language to whoever comes next


def pages(verdict: Verdict, claim: Claim) -> list[str]:
    """Every address that answers a reader, those of a row once for each claim and what belongs to it."""
    read = [address for address, let_in in ROUTES.items() if let_in.split()[0][-1] == "+" and "/api/" not in address]
    named = [
        re.sub(r"(\w+)/1/", lambda found, rows=rows: f"{found[1]}/{quote(str(rows[found[1]]))}/", address)
        for rows in (rows_of(claim), {**rows_of(verdict.claim), **rows_of_verdict(verdict)})
        for address in read
        if set(re.findall(r"(\w+)/1/", address)) <= set(rows)
    ]
    return list(dict.fromkeys(named))


def rows_of(claim: Claim) -> dict[str, object]:
    """What stands for 1 in the address of each kind of row."""
    cited = claim.citations.get()
    return {
        **dict.fromkeys(("claims", "claim"), claim.pk),
        **dict.fromkeys(("articles", "article"), claim.article_id),
        **dict.fromkeys(("sources", "document"), cited.snapshot.document_id),
        **dict.fromkeys(("snapshots", "snapshot"), cited.snapshot_id),
        "review": Review.objects.get(claim=claim, round=1).pk,
        "recheck": Recheck.objects.get(citation=cited).pk,
        "citation": cited.pk,
        "user": claim.article.submitted_by_id,
    }


def rows_of_verdict(verdict: Verdict) -> dict[str, object]:
    page = FetchAttempt.objects.get().document_id
    return {
        "verdict": verdict.pk,
        **dict.fromkeys(("ledger", "ledgerentry"), verdict.ledger_entry.pk),
        "finding": verdict.claim.findings.first().pk,
        "review": Review.objects.get(claim=verdict.claim, round=2).pk,
        "fetchattempt": FetchAttempt.objects.get().pk,
        **dict.fromkeys(("schedule", "document", "sources"), page),
        "authtoken": AuthToken.objects.get().pk,
        "r": ContentType.objects.get_for_model(Claim).pk,
    }


def without_names(page: str, names: Iterable[str]) -> str:
    """A page without what rows are called in its title: some by what a machine wrote down about them, in English."""
    for name in names:
        for shown in (escape(name), quote(name.split(" : ")[0]), escape(name[:80])):
            page = page.replace(shown, "–")
    return page


def english(page: str) -> list[str]:
    """The texts of a page, read aloud or seen, that have a Latin word of the program's own."""
    found = [
        text.strip()
        for text in _spoken(html.fromstring(page))
        if set(WORD.findall(DATA.sub("", text))) - SAME_EVERYWHERE
    ]
    return sorted(set(found))


def _spoken(element: html.HtmlElement) -> Iterator[str]:
    if element.tag in NOT_WORDS or not isinstance(element.tag, str) or "material-symbols-outlined" in element.classes:
        return
    if element.get("lang", "zh").startswith("zh") and element.get("translate") != "no":
        yield element.text or ""
        yield from (element.get(name, "") for name in SPOKEN_ATTRIBUTES)
        for child in element:
            yield from _spoken(child)
            yield child.tail or ""


def test_no_page_has_an_english_word_for_a_chinese_reader(doubted, greek_desk, reader):
    assert Review.objects.filter(claim=greek_desk, status__in=OPEN).exists()
    assert Review.objects.filter(claim=doubted.claim, status__in=OPEN, reason=Review.Reason.ENDANGERED).exists()
    named = [str(row) for row in (*Finding.objects.all(), *LedgerEntry.objects.all(), *AuthToken.objects.all())]
    met = {}
    for address in pages(doubted, greek_desk):
        answer = reader.get(address, follow=True)
        if answer.status_code == 200 and answer["content-type"].startswith("text/html") and answer.content.strip():
            for text in english(without_names(answer.content.decode(), named)):
                met.setdefault(text, address)
    assert met == {}


def test_an_english_word_on_a_page_is_noticed():
    page = '<html lang="zh-hans"><p title="Close">好 <b>Sign off</b></p><p lang="en">Left as it was</p></html>'
    assert english(page) == ["Close", "Sign off"]
