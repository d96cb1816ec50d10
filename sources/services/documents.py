"""Documents come in, get new versions, and are graded."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, pgettext

from core.audit.log import describe_change, describe_changes, record
from core.audit.versions import ChangedMeanwhile, version_of
from core.jobs.notifying import notify_worker
from core.translation.messages import Message
from sources.extraction import ExtractedText, extract
from sources.fetching import check_address
from sources.models import CheckInterval, Document, Snapshot
from sources.services.storing import sha256_of, store_captured


class NotAnUpload(Exception):
    """What an address says is fetched from there; nobody hands it in."""


class NothingNew(Exception):
    """The upload has the same bytes as the newest snapshot of its document."""


#: The task that fetches what a snapshot waits for.
CAPTURE_SNAPSHOT = "sources.tasks.capture_snapshot"
#: What people say about a document; what it says itself is in its snapshots.
SAID_ABOUT_IT = ("title", "publisher", "grade", "in_library")
NEW_VERSION = gettext_noop("A new version was uploaded: “%(file)s”.")


@dataclass(frozen=True)
class Upload:
    """A file that somebody handed in: its bytes, and the name it had with them."""

    filename: str
    data: bytes


def add_source(
    *,
    by: User,
    at: datetime,
    upload: Upload | None = None,
    url: str = "",
    title: str = "",
    publisher: str = "",
    grade: str = "",
) -> Document:
    """Put a file or the page of an address into the library, and return its document, new or known.

    Give one of `upload` and `url`. An address is fetched by a worker, also where it is known, so that its newest copy
    can be cited. Raises ExtractionRefused and AddressRefused; nothing is stored then.
    """
    told: dict[str, Any] = {
        "by": by,
        "at": at,
        "title": title,
        "publisher": publisher,
        "grade": grade,
        "in_library": True,
    }
    if bool(upload) == bool(url):
        raise ValueError("A source is a file or an address.")
    if upload:
        return add_upload(data=upload.data, filename=upload.filename, **told).document
    with transaction.atomic():
        document = add_address(url=url, **told)
        request_capture(document=document, at=at)
    return document


def request_capture(*, document: Document, at: datetime) -> Snapshot:
    """Return the snapshot row in which the next copy of this address will be stored, and tell a worker of it."""
    waiting = document.snapshots.exclude(state__in=[Snapshot.State.DONE, Snapshot.State.DEAD]).first()
    snapshot = waiting or Snapshot.objects.create(document=document, requested_at=at)
    notify_worker(CAPTURE_SNAPSHOT, snapshot_id=snapshot.pk)
    return snapshot


def add_upload(
    *,
    by: User,
    data: bytes,
    filename: str,
    at: datetime,
    title: str = "",
    publisher: str = "",
    grade: str = "",
    in_library: bool = False,
) -> Snapshot:
    """Store an uploaded file as a new document with its first snapshot, under its own title where nobody gives one.

    Raises ExtractionRefused where the file has no readable text; nothing is stored then.
    """
    extracted = extract(data, filename=filename)
    # A plain text has none: its first line is a sentence as often as not.
    own_title = "" if extracted.media_type == "text/plain" else " ".join(extracted.title.split())
    return store_upload(
        by=by,
        data=data,
        extracted=extracted,
        at=at,
        title=title or own_title or filename,
        publisher=publisher,
        grade=grade,
        in_library=in_library,
    )


def store_upload(
    *,
    by: User,
    data: bytes,
    extracted: ExtractedText,
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
        return store_captured(document=document, data=data, extracted=extracted, at=at)


def add_version(*, document: Document, data: bytes, filename: str, at: datetime, by: User | None = None) -> Snapshot:
    """Store a new version of an uploaded document as its newest snapshot.

    Raises ExtractionRefused where the file has no readable text, NothingNew where its bytes are those of the newest
    snapshot already, and NotAnUpload where the document is a web address.
    """
    if document.kind != Document.Kind.UPLOAD:
        raise NotAnUpload(_("This source is fetched from its address. Add your file as a separate source."))
    newest = newest_snapshot(document)
    if newest is not None and newest.blob_id == sha256_of(data):
        raise NothingNew(_("This file is identical to the newest version. Choose the changed file."))
    extracted = extract(data, filename=filename)
    with transaction.atomic():
        snapshot = store_captured(document=document, data=data, extracted=extracted, at=at)
        record(by=by, what=document, did=Message(NEW_VERSION, file=filename), at=at)
    return snapshot


def add_address(
    *,
    by: User,
    url: str,
    at: datetime,
    title: str = "",
    publisher: str = "",
    grade: str = "",
    in_library: bool = False,
) -> Document:
    """Return the document of this address, new or known. Raises AddressRefused where the address may not be fetched."""
    check_address(url)
    with transaction.atomic():
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
            record(by=by, what=document, did=describe_changes(document, {"in_library": False}), at=at)
    return document


def grade_document(
    *,
    by: User,
    document: Document,
    grade: str,
    publisher: str,
    title: str,
    in_library: bool,
    seen_version: str | None = None,
) -> None:
    """Change what people say about a document.

    `seen_version` is `version_of` these fields as they were on the screen. Raises ValidationError on a grade that is none, and
    ChangedMeanwhile where they are no longer what was seen; nothing is changed then.
    """
    with transaction.atomic():
        now = Document.objects.select_for_update().get(pk=document.pk)
        if seen_version is not None and seen_version != version_of(now, SAID_ABOUT_IT):
            raise ChangedMeanwhile(_as_it_is(now))
        document.grade, document.publisher, document.title, document.in_library = grade, publisher, title, in_library
        # The rest was accepted when it came in, some of it by rules of its own: Django knows no host with an underscore.
        document.clean_fields(exclude={field.name for field in Document._meta.fields} - set(SAID_ABOUT_IT))
        document.save(update_fields=SAID_ABOUT_IT)
        record(
            by=by, what=document, did=describe_changes(document, {name: getattr(now, name) for name in SAID_ABOUT_IT})
        )


def choose_interval(
    *, by: User, document: Document, check_interval: int, at: datetime, seen_version: str | None = None
) -> None:
    """Choose how often an address is fetched again.

    `seen_version` is `version_of` the choice as it was on the screen. Raises ValidationError on an interval that is none, and
    ChangedMeanwhile where the choice is no longer what was seen; nothing is changed then.
    """
    with transaction.atomic():
        now = Document.objects.select_for_update().get(pk=document.pk)
        if seen_version is not None and seen_version != version_of(now, ["check_interval"]):
            sentence = _("Someone else has changed this check schedule to “%(interval)s”. Your change was not saved.")
            raise ChangedMeanwhile(sentence % {"interval": now.get_check_interval_display()})
        document.check_interval = check_interval
        document.clean_fields(exclude={field.name for field in Document._meta.fields} - {"check_interval"})
        document.save(update_fields=["check_interval"])
        if document.check_interval != now.check_interval:
            before, after = CheckInterval(now.check_interval).label, CheckInterval(document.check_interval).label
            label = Document._meta.get_field("check_interval").verbose_name
            record(by=by, what=document, did=describe_change(label, before, after), at=at)


def _as_it_is(now: Document) -> str:
    sentence = (
        _(
            "Someone else has changed this source. It is now “%(title)s”, publisher: %(publisher)s, grade: "
            "%(grade)s, in the library. Your change was not saved."
        )
        if now.in_library
        else _(
            "Someone else has changed this source. It is now “%(title)s”, publisher: %(publisher)s, grade: "
            "%(grade)s, not in the library. Your change was not saved."
        )
    )
    publisher, grade = now.publisher or _("none"), now.grade or pgettext("grade of a source", "none")
    return sentence % {"title": now.title, "publisher": publisher, "grade": grade}


def newest_snapshot(document: Document) -> Snapshot | None:
    """Return the snapshot captured last, or None."""
    return document.snapshots.captured().newest_first().first()
