"""Every write to a document or a snapshot."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from sources.extraction import Extracted, ExtractionRefused, extract
from sources.fetching import FetchResult, Outcome, check_address
from sources.models import Blob, Document, FetchAttempt, Snapshot

#: Takes an address and the validators of the last copy (etag=, last_modified=); never raises for the network.
Fetch = Callable[..., FetchResult]

#: Outcomes after which the same request may well succeed a little later.
TRANSIENT = {Outcome.unreachable, Outcome.server_error, Outcome.rate_limited}


class NotAnUpload(Exception):
    """What an address says is fetched from there; nobody hands it in."""


class NothingNew(Exception):
    """The upload has the same bytes as the newest snapshot of its document."""


@dataclass(frozen=True)
class Visit:
    """What one look at an address brought: the fetch outcome, and the newest snapshot there is after it."""

    outcome: Outcome
    explanation: str
    snapshot: Snapshot | None
    changed: bool


def add_upload(
    *,
    by: AbstractBaseUser,
    data: bytes,
    filename: str,
    at: datetime,
    title: str = "",
    publisher: str = "",
    grade: str = "",
    in_library: bool = False,
) -> Snapshot:
    """Store an uploaded file as a new document with its first snapshot.

    Raises ExtractionRefused where the file has no readable text; nothing is stored then.
    """
    return store_upload(
        by=by,
        data=data,
        extracted=extract(data, filename=filename),
        at=at,
        title=title or filename,
        publisher=publisher,
        grade=grade,
        in_library=in_library,
    )


def store_upload(
    *,
    by: AbstractBaseUser,
    data: bytes,
    extracted: Extracted,
    at: datetime,
    title: str,
    publisher: str = "",
    grade: str = "",
    in_library: bool = False,
) -> Snapshot:
    """Store bytes that were read already as a new document with its first snapshot."""
    with transaction.atomic():
        document = Document.objects.create(
            kind=Document.Kind.UPLOAD,
            title=title[:300],
            publisher=publisher,
            grade=grade,
            in_library=in_library,
            created_by=by,
            created_at=at,
        )
        return _store_captured(document=document, data=data, extracted=extracted, at=at)


def add_version(*, document: Document, data: bytes, filename: str, at: datetime) -> Snapshot:
    """Store a new version of an uploaded document as its newest snapshot.

    Raises ExtractionRefused where the file has no readable text, NothingNew where its bytes are those of the newest
    snapshot already, and NotAnUpload where the document is a web address.
    """
    if document.kind != Document.Kind.UPLOAD:
        raise NotAnUpload("What this source says is fetched from its address. Add your file as a source of its own.")
    newest = newest_snapshot(document)
    if newest is not None and newest.blob_id == _sha256(data):
        raise NothingNew("This file is the same, byte for byte, as the newest version. Choose the changed file.")
    extracted = extract(data, filename=filename)
    with transaction.atomic():
        return _store_captured(document=document, data=data, extracted=extracted, at=at)


def add_address(
    *,
    by: AbstractBaseUser,
    url: str,
    at: datetime,
    title: str = "",
    publisher: str = "",
    grade: str = "",
    in_library: bool = False,
) -> Document:
    """Return the document of this address, new or known. Raises AddressRefused where the address may not be fetched."""
    check_address(url)
    document, is_new = Document.objects.get_or_create(
        kind=Document.Kind.URL,
        url=url,
        defaults={
            "title": (title or url)[:300],
            "publisher": publisher,
            "grade": grade,
            "in_library": in_library,
            "created_by": by,
            "created_at": at,
        },
    )
    if in_library and not is_new and not document.in_library:
        document.in_library = True
        document.save(update_fields=["in_library"])
    return document


def request_capture(*, document: Document, at: datetime) -> Snapshot:
    """Return the snapshot row in which the next copy of this address will be stored, waiting for a worker."""
    waiting = document.snapshots.exclude(state__in=[Snapshot.State.DONE, Snapshot.State.DEAD]).first()
    return waiting or Snapshot.objects.create(document=document, requested_at=at)


def grade_document(*, document: Document, grade: str, publisher: str, title: str, in_library: bool) -> None:
    """Change what people say about a document. Raises ValidationError on a grade that is none."""
    document.grade, document.publisher, document.title, document.in_library = grade, publisher, title, in_library
    edited = {"grade", "publisher", "title", "in_library"}
    # The rest was accepted when it came in, some of it by rules of its own: Django knows no host with an underscore.
    document.clean_fields(exclude={field.name for field in Document._meta.fields} - edited)
    document.save(update_fields=edited)


def capture(*, snapshot_id: int, fetch: Fetch, at: datetime) -> bool:
    """Fetch the address of a waiting snapshot and store what it says. Return True if this call captured it.

    A second call for the same row, or one for a row that another worker holds, does nothing.
    """
    token = Snapshot.objects.take(snapshot_id)
    if token is None:
        return False
    snapshot = Snapshot.objects.select_related("document").get(pk=snapshot_id)
    result = fetch(snapshot.document.url)
    _record_attempt(document=snapshot.document, result=result, at=at)
    if result.outcome is not Outcome.ok:
        _lay_aside(snapshot, token, result.sentence, transient=result.outcome in TRANSIENT)
        return False
    try:
        extracted = extract(result.body, filename=None, declared_type=result.content_type)
    except ExtractionRefused as refused:
        _lay_aside(snapshot, token, str(refused), transient=False)
        return False
    with transaction.atomic():
        return Snapshot.objects.finish(
            snapshot_id, token, captured_at=at, **_content(data=result.body, extracted=extracted), **_headers(result)
        )


def visit(*, document: Document, fetch: Fetch, at: datetime) -> Visit:
    """Look at a known address again: a new snapshot where its bytes changed, the newest one otherwise.

    An upload is not fetched: its newest snapshot is what there is.
    """
    newest = newest_snapshot(document)
    if document.kind == Document.Kind.UPLOAD:
        return Visit(Outcome.not_modified, "Uploaded files change only by a new upload.", newest, changed=False)
    result = fetch(
        document.url,
        etag=newest.etag if newest else None,
        last_modified=newest.last_modified if newest else None,
        expected_type=newest.media_type if newest else None,
    )
    _record_attempt(document=document, result=result, at=at)
    if result.outcome is not Outcome.ok or (newest and newest.blob_id == _sha256(result.body)):
        return Visit(result.outcome, result.sentence, newest, changed=False)
    try:
        extracted = extract(result.body, filename=None, declared_type=result.content_type)
    except ExtractionRefused as refused:
        return Visit(Outcome.wrong_type, str(refused), newest, changed=False)
    with transaction.atomic():
        snapshot = _store_captured(
            document=document, data=result.body, extracted=extracted, at=at, headers=_headers(result)
        )
    return Visit(result.outcome, result.sentence, snapshot, changed=True)


def newest_snapshot(document: Document) -> Snapshot | None:
    """Return the snapshot captured last, or None."""
    return document.snapshots.captured().newest_first().first()


def text_sha256(text: str) -> str:
    """Return the name of a text, as hexadecimal SHA-256 of its UTF-8 form."""
    return _sha256(text.encode())


def _store_captured(
    *, document: Document, data: bytes, extracted: Extracted, at: datetime, headers: dict | None = None
) -> Snapshot:
    return Snapshot.objects.create(
        document=document,
        state=Snapshot.State.DONE,
        requested_at=at,
        captured_at=at,
        **_content(data=data, extracted=extracted),
        **(headers or {}),
    )


def _content(*, data: bytes, extracted: Extracted) -> dict:
    blob, _ = Blob.objects.get_or_create(sha256=_sha256(data), defaults={"data": data})
    return {
        "blob": blob,
        "text": extracted.text,
        "text_sha256": text_sha256(extracted.text),
        "title": extracted.title[:300],
        "media_type": extracted.media_type[:100],
        "charset": (extracted.charset or "")[:40],
        "extractor": f"{extracted.extractor} {extracted.extractor_version}"[:60],
    }


def _headers(result: FetchResult) -> dict:
    return {
        "final_url": result.final_url[:2048],
        "etag": (result.etag or "")[:300],
        "last_modified": (result.last_modified or "")[:100],
    }


def _lay_aside(snapshot: Snapshot, token: object, explanation: str, *, transient: bool) -> None:
    """Wait for the next attempt where that may help; otherwise the sentence is the answer."""
    if transient:
        Snapshot.objects.retry_later(snapshot.pk, token, error=explanation)
    else:
        Snapshot.objects.finish(snapshot.pk, token, state=Snapshot.State.DEAD, last_error=explanation)


def _record_attempt(*, document: Document, result: FetchResult, at: datetime) -> FetchAttempt:
    return FetchAttempt.objects.create(
        document=document,
        outcome=result.outcome.value,
        explanation=result.sentence[:300],
        http_status=result.status,
        byte_size=len(result.body or b""),
        millis=result.millis,
        at=at,
    )


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
