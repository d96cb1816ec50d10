"""Fact-checks by others: to read, to search, and to take in from a file."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from import_export.results import Result, RowResult
from tablib import Dataset
from unfold.decorators import display

from core.admin.import_export import ImportedRow, ImportExport, RowResource, in_chunks
from core.admin.read_only import ReadOnlyAdmin, choice_filter
from core.admin.row_files import FileRefused, RowFile
from core.admin.word_search import WordSearch
from core.translation.messages import Message
from core.translation.rendering import translated
from core.web.requests import user_of
from reviews import services
from reviews.factchecks import CELLS, FactCheckFileRefused, FactCheckRefused, fact_check, read_fact_checks
from reviews.factchecks.checking import SCALE
from reviews.models import ExternalVerdict
from reviews.ratings import Rating

ALL_CELLS = (*CELLS, *SCALE)
UPDATED = gettext_noop("“%(claim)s” will be updated.")


class FactCheckFile(RowFile):
    """A file of fact-checks in any of the forms that the command reads."""

    endings = (".csv", ".json", ".jsonl", ".ndjson", ".jsonld", ".html", ".htm")

    def create_dataset(self, data: bytes | None) -> Dataset:
        """Return the rows of a file: the columns WHERE and FAULT, then the cells. Raises FileRefused."""
        if data is None:
            raise FileRefused(_("This import has already been confirmed, or has expired. Choose the file again."))
        try:
            rows = (
                (
                    translated(row.where),
                    translated(row.fault or ""),
                    *((row.cells or {}).get(name, "") for name in ALL_CELLS),
                )
                for row in read_fact_checks(BytesIO(data))
            )
            return self.dataset_of(rows, names=ALL_CELLS)
        except FactCheckFileRefused as refused:
            raise FileRefused(translated(refused.args[0])) from refused


class FactCheckCells(forms.Form):
    """The cells as they are; what they must be is said once, for every way in."""

    def clean(self) -> dict[str, Any]:
        return {name: self.data.get(name, "") for name in ALL_CELLS}


class FactCheckRows(RowResource):
    """Fact-checks by others; one that is here already is updated where its publisher says something else by now."""

    columns, added = tuple(CELLS), SCALE
    named_by = ("publisher", "claim")
    max_rows, max_bytes = 2_000, 5_000_000
    form = FactCheckCells
    refusals = (FactCheckRefused, services.NotAllowed)

    def submit_row(self, given: dict, *, by: User, at: datetime) -> ImportedRow:
        imported = services.import_fact_check(by=by, found=fact_check(given), at=at)
        note = translated(Message(UPDATED, claim=imported.verdict.claim_text[:80])) if imported.is_changed else ""
        return ImportedRow(imported.verdict, is_new=imported.is_new, note=note)

    def export_rows(self, rows: QuerySet[ExternalVerdict]) -> Iterator[tuple]:
        for each in in_chunks(rows):
            yield (each.claim_text, *(getattr(each, name) for name in self.columns[1:]))


@admin.register(ExternalVerdict)
class ExternalVerdictAdmin(WordSearch, ImportExport, ReadOnlyAdmin):
    """What others published. Nothing of it is changed here: a newer file says what changed, and what is wrong is deleted."""

    resource_classes = (FactCheckRows,)
    import_formats = (FactCheckFile,)

    list_display = ("claim_text", "publisher", "rating", "mapped", "published_on", "language")
    list_filter = (
        choice_filter("mapped_rating", dict(Rating.choices), title=gettext_lazy("our rating")),
        "language",
    )
    search_fields = ("claim_text", "publisher", "url")
    searched_words = "claim_text"
    ordering = ("-pk",)
    fields = (
        "claim_text",
        "claimant",
        "claimed_on",
        "publisher",
        "link",
        "rating",
        "mapped",
        "published_on",
        "language",
        "imported_by",
        "imported_at",
        "changed_at",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[ExternalVerdict]:
        return super().get_queryset(request).select_related("imported_by")

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def delete_model(self, request: HttpRequest, obj: ExternalVerdict) -> None:
        services.delete_fact_checks(by=user_of(request), verdicts=[obj], at=timezone.now())

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[ExternalVerdict]) -> None:
        services.delete_fact_checks(by=user_of(request), verdicts=queryset, at=timezone.now())

    def log_deletions(self, request: HttpRequest, queryset: QuerySet[ExternalVerdict]) -> Any:
        """Nothing more: the service that deleted them has written it down."""

    def generate_log_entries(self, result: Result, request: HttpRequest) -> None:
        """Nothing more: the service that stored them has written it down."""

    def add_success_message(self, result: Result, request: HttpRequest) -> None:
        new, known = result.totals[RowResult.IMPORT_TYPE_NEW], result.totals[RowResult.IMPORT_TYPE_SKIP]
        changed = sum(1 for row in result.rows if not row.is_new() and row.notes)
        sentence = _("Imported: %(new)s. Updated: %(changed)s. Already here: %(known)s.")
        messages.success(request, sentence % {"new": new, "changed": changed, "known": known - changed})

    @display(description=gettext_lazy("our rating"), ordering="mapped_rating")
    def mapped(self, verdict: ExternalVerdict) -> str:
        return verdict.get_mapped_rating_display() if verdict.mapped_rating else ""

    @display(description=gettext_lazy("web address"))
    def link(self, verdict: ExternalVerdict) -> SafeString:
        return format_html('<a href="{0}" rel="noopener noreferrer">{0}</a>', verdict.url)
