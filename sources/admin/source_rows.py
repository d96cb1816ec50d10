"""Sources as rows of a file."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from core.admin.import_export import ImportedRow, RowResource, in_chunks
from sources import services
from sources.fetching import AddressRefused
from sources.forms import SourceRow
from sources.models import Document


class SourceRows(RowResource):
    """Web addresses with what is known about their pages. A known address is left as it is."""

    columns = ("title", "url", "publisher", "grade", "in_library")
    required = ("url",)
    max_rows, max_bytes = 500, 5_000_000
    form = SourceRow
    refusals = (AddressRefused,)

    def submit_row(self, given: dict, *, by: User, at: datetime) -> ImportedRow:
        known = Document.objects.filter(kind=Document.Kind.URL, url=given["url"]).first()
        document = services.add_address(by=by, at=at, **given)
        if known is None:
            services.request_capture(document=document, at=at)
            return ImportedRow(document, is_new=True)
        if document.in_library and not known.in_library:
            return ImportedRow(
                document, is_new=False, note=_("“%(title)s” will be added to the library.") % {"title": known.title}
            )
        return ImportedRow(document, is_new=False, note=_("“%(title)s” will not change.") % {"title": known.title})

    def export_rows(self, rows: QuerySet[Document]) -> Iterator[tuple]:
        for document in in_chunks(rows):
            yield tuple(getattr(document, column) for column in self.columns)
