"""What the tests of looks at addresses share: a first capture, and web pages as text."""

from datetime import datetime

from django.contrib.auth.models import User

from sources import services
from sources.fetching import FetchOutcome, FetchResult
from sources.models import Document, Snapshot
from tests import factories

PAGE = "https://example.com/engine"


def captured(document: Document, fetch: services.Fetch, at: datetime) -> Snapshot:
    """The row of a capture, after one worker had it."""
    row = services.request_capture(document=document, at=at)
    services.capture(snapshot_id=row.pk, fetch=fetch, at=at)
    row.refresh_from_db()
    return row


def address(by: User, at: datetime, url: str = PAGE) -> Document:
    return services.add_address(by=by, url=url, at=at, in_library=True)


def web_page(body: str, *, url: str = PAGE, title: str = "The engine") -> FetchResult:
    """A web page as a fetch brings it."""
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()
    return factories.Web.answer(url, FetchOutcome.OK, "The page was fetched.", body=page, media_type="text/html")


def failed(outcome: FetchOutcome, url: str = PAGE, **fields: object) -> FetchResult:
    return factories.Web.answer(url, outcome, "The look failed.", **{"status": None, **fields})
