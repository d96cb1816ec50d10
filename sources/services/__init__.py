"""Every write to a document or a snapshot."""

from sources.services.alternate_texts import text_as_extracted_like, texts_of
from sources.services.documents import (
    CAPTURE_SNAPSHOT,
    SAID_ABOUT_IT,
    NotAnUpload,
    NothingNew,
    Upload,
    add_address,
    add_source,
    add_upload,
    add_version,
    choose_interval,
    grade_document,
    newest_snapshot,
    request_capture,
    store_upload,
)
from sources.services.encodings import NotTheNewest, read_as
from sources.services.host_limits import HostBusy
from sources.services.passages import store_missing_passages
from sources.services.refetching import TRANSIENT, Fetch, RefetchResult, capture, refetch
from sources.services.restoring import RestoredSource, StoredVersion, restore_source
from sources.services.storing import text_sha256

__all__ = [
    "CAPTURE_SNAPSHOT",
    "SAID_ABOUT_IT",
    "TRANSIENT",
    "Fetch",
    "HostBusy",
    "NotAnUpload",
    "NotTheNewest",
    "NothingNew",
    "RefetchResult",
    "RestoredSource",
    "StoredVersion",
    "Upload",
    "add_address",
    "add_source",
    "add_upload",
    "add_version",
    "capture",
    "choose_interval",
    "grade_document",
    "newest_snapshot",
    "read_as",
    "refetch",
    "request_capture",
    "restore_source",
    "store_missing_passages",
    "store_upload",
    "text_as_extracted_like",
    "text_sha256",
    "texts_of",
]
