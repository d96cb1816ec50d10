"""Fetches of addresses: the first, which captures, and every later one."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop

from sources.extraction import ExtractedText, ExtractionRefused, extract
from sources.extraction.kinds import FileKind
from sources.fetching import FetchOutcome, FetchResult
from sources.models import Document, FetchAttempt, Snapshot
from sources.services.alternate_texts import text_as_extracted_like
from sources.services.documents import newest_snapshot
from sources.services.host_limits import HostBusy, host_slot
from sources.services.passages import store_passages
from sources.services.storing import content_of, headers_of, keep_visible_text, sha256_of, store_captured

logger = logging.getLogger(__name__)

#: Takes an address and the validators of the last copy (etag=, last_modified=); never raises for the network.
Fetch = Callable[..., FetchResult]

#: Outcomes after which the same request may well succeed a little later.
TRANSIENT = {FetchOutcome.UNREACHABLE, FetchOutcome.SERVER_ERROR, FetchOutcome.RATE_LIMITED}

#: What is told of a file at which the reader itself failed, which says nothing about the file.
READER_FAILED = gettext_noop(
    "The page was fetched, but this server failed to read it. Open the source to see it, and tell an administrator."
)

_OF_REFUSALS = {
    "empty": FetchOutcome.EMPTY,
    "no_text_on_page": FetchOutcome.EMPTY,
    "too_big": FetchOutcome.TOO_BIG,
    "too_long": FetchOutcome.TOO_BIG,
}
#: A web page of some length that comes back with less than this share of it, under another title, is another page.
REMAINING_SHARE = 0.3
_SOME_LENGTH = 800
ANOTHER_PAGE = gettext_noop(
    "The site shows a much shorter page with a different title instead of this one. The page has probably been removed."
)


@dataclass(frozen=True)
class RefetchResult:
    """What one fetch of an address came to: the fetch outcome, and the newest snapshot there is after it.

    `changed` tells whether the text differs from the one before, both read by the same version of the extractor.
    """

    outcome: FetchOutcome
    explanation: str
    snapshot: Snapshot | None
    changed: bool

    @property
    def reader_failed(self) -> bool:
        """The page came, and what it says is not known: a fault of the reader, and no answer of the site."""
        return self.explanation == READER_FAILED


@dataclass(frozen=True)
class _FetchedText:
    """A fetch and what was read of its bytes, `body`; `extracted` is missing where nothing new was read."""

    result: FetchResult
    outcome: FetchOutcome
    sentence: str
    extracted: ExtractedText | None
    body: bytes = b""


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
        with host_slot(snapshot.document.url) as slot:
            fetched = _read(fetch(snapshot.document.url), newest=None)
            slot.asked_to_wait(fetched.result.retry_after)
            return _store_first(snapshot, token, fetched, at=at)
    except HostBusy as busy:
        Snapshot.objects.release(snapshot_id, token, until=busy.until, reason=str(busy))
        return False


def refetch(*, document: Document, fetch: Fetch, at: datetime, since: datetime | None = None) -> RefetchResult:
    """Fetch a known address again: a new snapshot where its bytes changed, the newest one otherwise.

    A fetch that was made after `since` counts as this one, so that a hundred citations of one page make one request.
    An upload is not fetched: its newest snapshot is what there is. Raises HostBusy where it is not this page's turn.
    """
    if document.kind == Document.Kind.UPLOAD:
        sentence = gettext_noop("An uploaded file only changes when a new version is uploaded.")
        return RefetchResult(FetchOutcome.NOT_MODIFIED, sentence, newest_snapshot(document), changed=False)
    recent = since and document.attempts.filter(at__gt=since).order_by("-at", "-pk").first()
    if recent:
        return RefetchResult(FetchOutcome(recent.outcome), recent.explanation, newest_snapshot(document), changed=False)
    with host_slot(document.url) as slot:
        newest = newest_snapshot(document)
        result = fetch(
            document.url,
            etag=newest.etag if newest else None,
            last_modified=newest.last_modified if newest else None,
            expected_type=newest.media_type if newest else None,
        )
        slot.asked_to_wait(result.retry_after)
        return _store_later(document, newest, _read(result, newest=newest), at=at)


def _read(result: FetchResult, *, newest: Snapshot | None) -> _FetchedText:
    """Read what a fetch brought, unless it is what there is already, and say what the fetch comes to."""
    if (
        result.outcome is not FetchOutcome.OK
        or result.body is None
        or (newest and newest.blob_id == sha256_of(result.body))
    ):
        return _FetchedText(result, result.outcome, result.sentence, None)
    try:
        chosen = (newest.chosen_encoding or None) if newest else None
        extracted = extract(result.body, declared_type=result.content_type, chosen_encoding=chosen)
    except ExtractionRefused as refused:
        return _FetchedText(result, _OF_REFUSALS.get(refused.code, FetchOutcome.WRONG_TYPE), str(refused), None)
    except Exception:  # a parser may raise anything, and the next fetch of this page would end there again
        logger.exception("Reading %s failed.", result.url)
        return _FetchedText(result, FetchOutcome.WRONG_TYPE, READER_FAILED, None)
    if newest and _is_another_page(newest, extracted):
        return _FetchedText(result, FetchOutcome.SOFT_404, ANOTHER_PAGE, None)
    return _FetchedText(result, result.outcome, result.sentence, extracted, result.body)


def _is_another_page(newest: Snapshot, extracted: ExtractedText) -> bool:
    """Return whether the site says in a few words, under another title, that the page is no more."""
    return (
        newest.media_type == extracted.media_type == FileKind.HTML
        and len(newest.text) >= _SOME_LENGTH
        and len(extracted.visible_text) < REMAINING_SHARE * len(newest.text)
        and extracted.title[:300] != newest.title
    )


def _store_first(snapshot: Snapshot, token: UUID, fetched: _FetchedText, *, at: datetime) -> bool:
    with transaction.atomic():
        _record_attempt(snapshot.document, fetched, at=at)
        if fetched.extracted is None:
            _retry_or_mark_dead(snapshot, token, fetched.sentence, transient=fetched.outcome in TRANSIENT)
            return False
        content = content_of(data=fetched.body, extracted=fetched.extracted)
        captured = Snapshot.objects.complete(
            snapshot.pk, token, captured_at=at, **content, **headers_of(fetched.result)
        )
        if captured:
            snapshot.refresh_from_db()
            keep_visible_text(snapshot, fetched.extracted)
            if snapshot.document.in_library:
                store_passages(snapshot)
        return captured


def _store_later(document: Document, newest: Snapshot | None, fetched: _FetchedText, *, at: datetime) -> RefetchResult:
    with transaction.atomic():
        _record_attempt(document, fetched, at=at)
        if fetched.extracted is None:
            return RefetchResult(fetched.outcome, fetched.sentence, newest, changed=False)
        snapshot = store_captured(
            document=document,
            data=fetched.body,
            extracted=fetched.extracted,
            at=at,
            headers=headers_of(fetched.result),
        )
    changed = newest is None or text_as_extracted_like(newest, snapshot) != snapshot.text
    return RefetchResult(fetched.outcome, fetched.sentence, snapshot, changed=changed)


def _retry_or_mark_dead(snapshot: Snapshot, token: UUID, explanation: str, *, transient: bool) -> None:
    """Wait for the next attempt where that may help; otherwise the sentence is the answer."""
    if transient:
        Snapshot.objects.retry_later(snapshot.pk, token, error=explanation)
    else:
        Snapshot.objects.complete(snapshot.pk, token, state=Snapshot.State.DEAD, last_error=explanation)


def _record_attempt(document: Document, fetched: _FetchedText, *, at: datetime) -> FetchAttempt:
    return FetchAttempt.objects.create(
        document=document,
        outcome=fetched.outcome.value,
        explanation=fetched.sentence[:300],
        http_status=fetched.result.status,
        byte_size=len(fetched.body),
        millis=fetched.result.millis,
        at=at,
    )
