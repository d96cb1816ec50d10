"""Stored bytes, read in the encoding that a person chose."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core.audit.log import record
from core.translation.messages import Message
from sources.extraction import extract
from sources.models import Snapshot
from sources.services.documents import NothingNew, newest_snapshot
from sources.services.storing import store_captured

READ_AS = gettext_noop("The newest version was read again as %(encoding)s.")


class NotTheNewest(Exception):
    """Only the newest version of a source is read again: an older one in another encoding would pass for a change."""


def read_as(*, by: User, snapshot: Snapshot, encoding: str, at: datetime) -> Snapshot:
    """Read the bytes of the newest version of a document in another encoding, and store that as its next version.

    Citations of the version that there was keep their text and their places. Raises ExtractionRefused, NotTheNewest, and
    NothingNew where the text is the same; nothing is stored then.
    """
    newest = newest_snapshot(snapshot.document)
    if newest is None or newest.pk != snapshot.pk or snapshot.blob is None:
        raise NotTheNewest(_("There is a newer version of this text. Choose the encoding of that one."))
    data = bytes(snapshot.blob.data)
    extracted = extract(data, declared_type=snapshot.media_type, chosen_encoding=encoding)
    if extracted.text == snapshot.text:
        raise NothingNew(_("Read in this encoding, the text is the same. Nothing was saved."))
    kept = {"final_url": snapshot.final_url, "etag": snapshot.etag, "last_modified": snapshot.last_modified}
    with transaction.atomic():
        read = store_captured(document=snapshot.document, data=data, extracted=extracted, at=at, headers=kept)
        record(by=by, what=snapshot.document, did=Message(READ_AS, encoding=encoding), at=at)
    return read
