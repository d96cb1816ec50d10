"""Documents from an export of a library: with every version of them that was stored there, and when it was captured."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext_noop

from core.accounts.policies import check_is_staff
from core.audit.log import record
from sources.extraction import extract
from sources.models import Document, Snapshot
from sources.services.documents import SAID_ABOUT_IT, add_address
from sources.services.storing import sha256_of, store_captured

RESTORED = gettext_noop("Imported from an export of a library.")


@dataclass(frozen=True)
class StoredVersion:
    """The bytes of one version, what they were declared as, and when they were captured."""

    data: bytes
    content_type: str
    captured_at: datetime
    chosen_encoding: str = ""


@dataclass(frozen=True)
class RestoredSource:
    """The document with the version that was asked for last, and whether it is new here."""

    document: Document
    newest: Snapshot
    is_new: bool


def restore_source(
    *,
    by: User,
    versions: Sequence[StoredVersion],
    at: datetime,
    url: str = "",
    title: str = "",
    publisher: str = "",
    grade: str = "",
    in_library: bool = True,
) -> RestoredSource:
    """Store a document with its versions, oldest first, unless its address or its newest bytes are here; nothing is fetched.

    Raises NotAllowed, AddressRefused, ExtractionRefused, and ValidationError for what cannot be said of a source; nothing
    is stored then.
    """
    check_is_staff(by)
    told: dict[str, Any] = {
        "title": title or url[:300],
        "publisher": publisher,
        "grade": grade,
        "in_library": in_library,
    }
    # Of the address others decide: Django knows no host with an underscore.
    unsaid = {field.name for field in Document._meta.fields} - set(SAID_ABOUT_IT)
    Document(**told).clean_fields(exclude=unsaid)
    with transaction.atomic():
        known = _known(url, versions[-1].data)
        if known:
            return RestoredSource(known.document, known, is_new=False)
        if url:
            document = add_address(by=by, url=url, at=at, **told)
        else:
            document = Document.objects.create(kind=Document.Kind.UPLOAD, created_by=by, created_at=at, **told)
        for version in versions:
            extracted = extract(
                version.data, declared_type=version.content_type, chosen_encoding=version.chosen_encoding or None
            )
            newest = store_captured(document=document, data=version.data, extracted=extracted, at=version.captured_at)
        record(by=by, what=document, did=RESTORED, at=at)
    return RestoredSource(document, newest, is_new=True)


def _known(url: str, data: bytes) -> Snapshot | None:
    """Return what is stored of an address, or of an upload with these bytes."""
    captured = Snapshot.objects.captured().select_related("document").newest_first()
    if url:
        return captured.filter(document__url=url, document__kind=Document.Kind.URL).first()
    return captured.filter(document__kind=Document.Kind.UPLOAD, blob_id=sha256_of(data)).first()
