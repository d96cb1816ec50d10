"""Looks at addresses: the first, which captures, and every later one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_noop

from sources.extraction import ExtractedText, ExtractionRefused, extract
from sources.extraction.kinds import FileKind
from sources.fetching import FetchOutcome, FetchResult
from sources.models import Document, FetchAttempt, Snapshot
from sources.services.documents import newest_snapshot
from sources.services.host_limits import HostBusy, host_slot
from sources.services.readings import text_as_read_like
from sources.services.storing import content_of, headers_of, keep_visible_text, sha256_of, store_captured

#: Takes an address and the validators of the last copy (etag=, last_modified=); never raises for the network.
Fetch = Callable[..., FetchResult]

#: Outcomes after which the same request may well succeed a little later.
TRANSIENT = {FetchOutcome.unreachable, FetchOutcome.server_error, FetchOutcome.rate_limited}

_OF_REFUSALS = {
    "empty": FetchOutcome.empty,
    "no_text_on_page": FetchOutcome.empty,
    "too_big": FetchOutcome.too_big,
    "too_long": FetchOutcome.too_big,
}
#: A web page of some length that comes back with less than this share of it, under another title, is another page.
REMAINING_SHARE = 0.3
_SOME_LENGTH = 800
ANOTHER_PAGE = gettext_noop(
    "The site shows a much shorter page with another title in place of this one. It has probably been removed."
)


@dataclass(frozen=True)
class Visit:
    """What one look at an address brought: the fetch outcome, and the newest snapshot there is after it.

    `changed` tells whether the text differs from the one before, both read by the same version of the reader.
    """

    outcome: FetchOutcome
    explanation: str
    snapshot: Snapshot | None
    changed: bool


@dataclass(frozen=True)
class _Look:
    """A fetch and what was read of it; `extracted` is missing where nothing new was read."""

    result: FetchResult
    outcome: FetchOutcome
    sentence: str
    extracted: ExtractedText | None


def capture(*, snapshot_id: int, fetch: Fetch, at: datetime) -> bool:
    """Fetch the address of a waiting snapshot and store what it says. Return True if this call captured it.

    A second call for the same row, or one for a row that another worker holds, does nothing. Where another page of
    the same site is being fetched, the row goes back to wait for its turn, and no attempt is counted.
    """
    token = Snapshot.objects.lease(snapshot_id)
    if token is None:
        return False
    snapshot = Snapshot.objects.select_related("document").get(pk=snapshot_id)
    try:
        with host_slot(snapshot.document.url) as turn:
            look = _look(fetch(snapshot.document.url), newest=None)
            turn.asked_to_wait(look.result.retry_after)
            return _store_first(snapshot, token, look, at=at)
    except HostBusy as busy:
        Snapshot.objects.release(snapshot_id, token, until=busy.until, reason=str(busy))
        return False


def visit(*, document: Document, fetch: Fetch, at: datetime, since: datetime | None = None) -> Visit:
    """Look at a known address again: a new snapshot where its bytes changed, the newest one otherwise.

    A look that was made after `since` counts as this one, so that a hundred citations of one page make one request.
    An upload is not fetched: its newest snapshot is what there is. Raises HostBusy where it is not this page's turn.
    """
    if document.kind == Document.Kind.UPLOAD:
        sentence = gettext_noop("Uploaded files change only by a new upload.")
        return Visit(FetchOutcome.not_modified, sentence, newest_snapshot(document), changed=False)
    made = since and document.attempts.filter(at__gt=since).order_by("-at", "-pk").first()
    if made:
        return Visit(FetchOutcome(made.outcome), made.explanation, newest_snapshot(document), changed=False)
    with host_slot(document.url) as turn:
        newest = newest_snapshot(document)
        result = fetch(
            document.url,
            etag=newest.etag if newest else None,
            last_modified=newest.last_modified if newest else None,
            expected_type=newest.media_type if newest else None,
        )
        turn.asked_to_wait(result.retry_after)
        return _store_later(document, newest, _look(result, newest=newest), at=at)


def _look(result: FetchResult, *, newest: Snapshot | None) -> _Look:
    """Read what a fetch brought, unless it is what there is already, and say what the look comes to."""
    if result.outcome is not FetchOutcome.ok or (newest and newest.blob_id == sha256_of(result.body)):
        return _Look(result, result.outcome, result.sentence, None)
    try:
        extracted = extract(result.body, filename=None, declared_type=result.content_type)
    except ExtractionRefused as refused:
        return _Look(result, _OF_REFUSALS.get(refused.code, FetchOutcome.wrong_type), str(refused), None)
    if newest and _is_another_page(newest, extracted):
        return _Look(result, FetchOutcome.soft_404, ANOTHER_PAGE, None)
    return _Look(result, result.outcome, result.sentence, extracted)


def _is_another_page(newest: Snapshot, extracted: ExtractedText) -> bool:
    """Return whether the site says in a few words, under another title, that the page is no more."""
    return (
        newest.media_type == extracted.media_type == FileKind.HTML
        and len(newest.text) >= _SOME_LENGTH
        and len(extracted.visible_text) < REMAINING_SHARE * len(newest.text)
        and extracted.title[:300] != newest.title
    )


def _store_first(snapshot: Snapshot, token: object, look: _Look, *, at: datetime) -> bool:
    with transaction.atomic():
        _record_attempt(snapshot.document, look, at=at)
        if look.extracted is None:
            _lay_aside(snapshot, token, look.sentence, transient=look.outcome in TRANSIENT)
            return False
        content = content_of(data=look.result.body, extracted=look.extracted)
        captured = Snapshot.objects.complete(snapshot.pk, token, captured_at=at, **content, **headers_of(look.result))
        if captured:
            snapshot.refresh_from_db()
            keep_visible_text(snapshot, look.extracted)
        return captured


def _store_later(document: Document, newest: Snapshot | None, look: _Look, *, at: datetime) -> Visit:
    with transaction.atomic():
        _record_attempt(document, look, at=at)
        if look.extracted is None:
            return Visit(look.outcome, look.sentence, newest, changed=False)
        snapshot = store_captured(
            document=document,
            data=look.result.body,
            extracted=look.extracted,
            at=at,
            headers=headers_of(look.result),
        )
    changed = newest is None or text_as_read_like(newest, snapshot) != snapshot.text
    return Visit(look.outcome, look.sentence, snapshot, changed=changed)


def _lay_aside(snapshot: Snapshot, token: object, explanation: str, *, transient: bool) -> None:
    """Wait for the next attempt where that may help; otherwise the sentence is the answer."""
    if transient:
        Snapshot.objects.retry_later(snapshot.pk, token, error=explanation)
    else:
        Snapshot.objects.complete(snapshot.pk, token, state=Snapshot.State.DEAD, last_error=explanation)


def _record_attempt(document: Document, look: _Look, *, at: datetime) -> FetchAttempt:
    return FetchAttempt.objects.create(
        document=document,
        outcome=look.outcome.value,
        explanation=look.sentence[:300],
        http_status=look.result.status,
        byte_size=len(look.result.body or b""),
        millis=look.result.millis,
        at=at,
    )
