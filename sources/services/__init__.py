"""Every write to a document or a snapshot."""

from sources.services.documents import (
    SAID_ABOUT_IT,
    ChangedMeanwhile,
    NotAnUpload,
    NothingNew,
    add_address,
    add_upload,
    add_version,
    choose_interval,
    grade_document,
    newest_snapshot,
    state_of,
    store_upload,
)
from sources.services.history import change, changes, record, record_each, sentences_in, stored
from sources.services.looking import TRANSIENT, Fetch, Visit, capture, request_capture, visit
from sources.services.readings import text_as_read_like, texts_of
from sources.services.storing import text_sha256
from sources.services.turns import HostBusy

__all__ = [
    "SAID_ABOUT_IT",
    "TRANSIENT",
    "ChangedMeanwhile",
    "Fetch",
    "HostBusy",
    "NotAnUpload",
    "NothingNew",
    "Visit",
    "add_address",
    "add_upload",
    "add_version",
    "capture",
    "change",
    "changes",
    "choose_interval",
    "grade_document",
    "newest_snapshot",
    "record",
    "record_each",
    "request_capture",
    "sentences_in",
    "state_of",
    "store_upload",
    "stored",
    "text_as_read_like",
    "text_sha256",
    "texts_of",
    "visit",
]
