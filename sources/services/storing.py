"""Rows of what was received: the bytes, the text, what else is visible, and the attempt."""

import hashlib
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from sources.extraction import ExtractedText
from sources.fetching import FetchResult
from sources.models import AlternateText, Blob, Document, Snapshot
from sources.services.passages import store_passages


def store_captured(
    *, document: Document, data: bytes, extracted: ExtractedText, at: datetime, headers: dict | None = None
) -> Snapshot:
    """Store bytes with their text as the newest snapshot of a document."""
    with transaction.atomic():
        snapshot = Snapshot.objects.create(
            document=document,
            state=Snapshot.State.DONE,
            requested_at=at,
            captured_at=at,
            **content_of(data=data, extracted=extracted),
            **(headers or {}),
        )
        keep_visible_text(snapshot, extracted)
        if document.in_library:
            store_passages(snapshot)
    return snapshot


def content_of(*, data: bytes, extracted: ExtractedText) -> dict:
    """Store bytes, unless they are known, and return the fields of a snapshot that name them and what they say."""
    blob, _ = Blob.objects.get_or_create(sha256=sha256_of(data), defaults={"data": data})
    return {
        "blob": blob,
        "text": extracted.text,
        "text_sha256": text_sha256(extracted.text),
        "title": extracted.title[:300],
        "media_type": extracted.media_type[:100],
        "charset": (extracted.charset or "")[:40],
        "chosen_encoding": (extracted.chosen_encoding or "")[:40],
        "extractor": extractor_of(extracted),
        "warnings": [asdict(warning) for warning in extracted.warnings],
        "published_on": extracted.published_on,
    }


def headers_of(result: FetchResult) -> dict:
    """Return the fields of a snapshot that the next fetch of its address needs."""
    return {
        "final_url": result.final_url[:2048],
        "etag": (result.etag or "")[:300],
        "last_modified": (result.last_modified or "")[:100],
    }


def keep_visible_text(snapshot: Snapshot, extracted: ExtractedText) -> None:
    """Store what a page shows beside its main text, where that is more: menus, captions, and what was overlooked."""
    if extracted.visible_text != extracted.text:
        store_alternate_text(snapshot, extracted)


def store_alternate_text(snapshot: Snapshot, extracted: ExtractedText) -> AlternateText:
    """Store what one version of the extractor makes of the bytes of a snapshot, once."""
    text = "" if extracted.text == snapshot.text else extracted.text
    visible_text = "" if extracted.visible_text == extracted.text else extracted.visible_text
    alternate, _ = AlternateText.objects.get_or_create(
        snapshot=snapshot,
        extractor=extractor_of(extracted),
        defaults={"text": text, "visible_text": visible_text, "sha256": AlternateText.hash_of(text, visible_text)},
    )
    return alternate


def extractor_of(extracted: ExtractedText) -> str:
    """Name the extractor and its version, as snapshots and alternate texts keep it."""
    return f"{extracted.extractor} {extracted.extractor_version}"[:60]


def text_sha256(text: str) -> str:
    """Return the name of a text, as hexadecimal SHA-256 of its UTF-8 form."""
    return sha256_of(text.encode())


def sha256_of(data: bytes) -> str:
    """Return the name of some bytes, as hexadecimal SHA-256."""
    return hashlib.sha256(data).hexdigest()
