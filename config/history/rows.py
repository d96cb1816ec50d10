"""Which sources of events make up the history of each kind of row that editors open."""

from collections.abc import Callable
from typing import Any

from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from knox.models import AuthToken

from claims.models import Article, Citation, Claim, Finding
from config.history.event_source import EventSource, beginning, only, rating_in_words, sentence
from config.history.events import (
    cited,
    comments_for_all,
    entered,
    judged,
    noticed,
    of_rounds,
    open_judgements,
    published,
    queued,
    rechecked,
)
from core.audit.log import read_messages
from core.translation.rendering import in_english, translated
from reviews import queries
from reviews.labels import label_of
from reviews.models import (
    Delivery,
    ExternalVerdict,
    LedgerEntry,
    Recheck,
    RecheckResult,
    Review,
    ReviewEvent,
    Verdict,
    Webhook,
    WebhookAttempt,
)
from sources.models import Document, FetchAttempt, Schedule, Snapshot


def log_entries(row: Model) -> EventSource:
    of_row = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(row), object_id=str(row.pk))
    return EventSource(of_row, "action_time", _logged, by="user", texts=("change_message", "action_flag"))


def _logged(message: str, flag: str, _none: str) -> str:
    ours = read_messages(message)
    if ours is not None:
        return " ".join(capfirst(translated(sentence)) for sentence in ours)
    said = LogEntry(change_message=message, action_flag=int(flag)).get_change_message()
    return said or (_("Added.") if int(flag) == ADDITION else _("Changed."))


def _of_document(document: Document) -> list[EventSource]:
    return [
        EventSource(only(document), "created_at", gettext_noop("Added."), by="created_by"),
        EventSource(
            document.attempts.all(),
            "at",
            lambda outcome, said, _none: sentence(
                _("Fetched, with the result “%(outcome)s”: %(said)s"),
                outcome=label_of(outcome),
                said=translated(said),
            ),
            texts=("outcome", "explanation"),
        ),
        EventSource(
            document.snapshots.all(),
            "captured_at",
            lambda number, name, _none: sentence(
                _("Snapshot %(number)s was captured. The SHA-256 of its bytes is %(hash)s…."),
                number=number,
                hash=beginning(name),
            ),
            texts=("pk", "blob_id"),
        ),
    ]


def _of_snapshot(snapshot: Snapshot) -> list[EventSource]:
    return [
        EventSource(only(snapshot), "requested_at", gettext_noop("Requested.")),
        EventSource(
            only(snapshot),
            "captured_at",
            lambda reader, name, _none: sentence(
                _("Captured. Its text was extracted by %(reader)s and has the SHA-256 %(hash)s…."),
                reader=in_english(reader),
                hash=beginning(name),
            ),
            texts=("extractor", "text_sha256"),
        ),
    ]


def _of_attempt(attempt: FetchAttempt) -> list[EventSource]:
    return [
        EventSource(
            only(attempt),
            "at",
            lambda said, *_none: sentence(_("Fetched. %(said)s"), said=translated(said)),
            texts=("explanation",),
        )
    ]


def _of_article(article: Article) -> list[EventSource]:
    return [
        EventSource(only(article), "submitted_at", gettext_noop("Submitted."), by="submitted_by"),
        EventSource(only(article), "snapshot__captured_at", gettext_noop("Its text was captured.")),
        EventSource(
            only(article),
            "split_at",
            lambda rules, *_none: sentence(_("Split into claims by %(rules)s."), rules=in_english(rules)),
            texts=("splitter_version",),
        ),
    ]


def _of_claim(claim: Claim) -> list[EventSource]:
    read = only(claim).filter(origin=Claim.Origin.SPLITTER)
    added = only(claim).filter(origin=Claim.Origin.HAND)
    return [
        EventSource(
            read,
            "created_at",
            lambda rules, *_none: sentence(_("Found in its article by %(rules)s."), rules=in_english(rules)),
            texts=("splitter_version",),
        ),
        EventSource(added, "created_at", gettext_noop("Added by hand."), by="edited_by"),
        EventSource(
            only(claim), "withdrawn_at", gettext_noop("Withdrawn: newer rules no longer find it in the article.")
        ),
        noticed(queries.visible_findings(Finding.objects.filter(claim=claim), None)),
        cited(queries.visible_citations(Citation.objects.filter(claim=claim), None)),
        *of_rounds(claim=claim),
        rechecked(queries.visible_results(RecheckResult.objects.filter(recheck__citation__claim=claim), None)),
        EventSource(
            comments_for_all(claim),
            "at",
            lambda said, *_none: sentence(_("Commented: “%(said)s”"), said=said),
            by="author",
            texts=("text",),
        ),
    ]


def _of_citation(citation: Citation) -> list[EventSource]:
    return [
        cited(only(citation)),
        *queued(Recheck.objects.filter(citation=citation)),
        rechecked(RecheckResult.objects.filter(recheck__citation=citation)),
        judged(open_judgements().filter(citations=citation)),
        published(Verdict.objects.filter(rests_on__citation=citation)),
    ]


def _of_finding(finding: Finding) -> list[EventSource]:
    opened = ReviewEvent.objects.filter(review__finding=finding, from_status="")
    return [
        noticed(only(finding)),
        EventSource(
            opened,
            "at",
            lambda number, *_none: sentence(_("It opened review %(number)s of the claim."), number=number),
            texts=("review__round",),
        ),
    ]


def _of_review(review: Review) -> list[EventSource]:
    return of_rounds(pk=review.pk)


def _of_recheck(recheck: Recheck) -> list[EventSource]:
    return [*queued(only(recheck)), rechecked(RecheckResult.objects.filter(recheck=recheck))]


def _of_verdict(verdict: Verdict) -> list[EventSource]:
    fetched = Delivery.objects.filter(first_verdict__lte=verdict.pk, last_verdict__gte=verdict.pk)
    return [
        published(only(verdict)),
        entered(LedgerEntry.objects.filter(verdict=verdict)),
        EventSource(fetched, "at", gettext_noop("Fetched through the API."), by="consumer"),
        rechecked(RecheckResult.objects.filter(recheck__citation__in=verdict.citations.values("pk"))),
        EventSource(
            Verdict.objects.filter(supersedes=verdict),
            "published_at",
            lambda number, rating, _none: sentence(
                _("Superseded by verdict %(number)s: %(rating)s."), number=number, rating=rating_in_words(rating)
            ),
            by="signed_off_by",
            texts=("pk", "rating"),
        ),
    ]


def _of_entry(entry: LedgerEntry) -> list[EventSource]:
    return [entered(only(entry))]


def _of_user(person: User) -> list[EventSource]:
    return [EventSource(only(person), "date_joined", gettext_noop("The account was created."))]


def _of_key(key: AuthToken) -> list[EventSource]:
    return [EventSource(only(key), "created", gettext_noop("Created."), by="user")]


def _of_webhook(webhook: Webhook) -> list[EventSource]:
    return []  # what people do to it is written down by the services, and what it is sent has a log of its own


def _of_external_verdict(verdict: ExternalVerdict) -> list[EventSource]:
    return []  # each import that changed it is written down by the services


def _of_delivery_attempt(attempt: WebhookAttempt) -> list[EventSource]:
    return [EventSource(only(attempt), "at", gettext_noop("Sent."))]


EVENT_SOURCES: dict[type[Model], Callable[[Any], list[EventSource]]] = {
    Document: _of_document,
    Schedule: _of_document,
    Snapshot: _of_snapshot,
    FetchAttempt: _of_attempt,
    Article: _of_article,
    Claim: _of_claim,
    Citation: _of_citation,
    Finding: _of_finding,
    Review: _of_review,
    Recheck: _of_recheck,
    Verdict: _of_verdict,
    LedgerEntry: _of_entry,
    Webhook: _of_webhook,
    WebhookAttempt: _of_delivery_attempt,
    ExternalVerdict: _of_external_verdict,
    User: _of_user,
    AuthToken: _of_key,
}
