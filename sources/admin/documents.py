"""Sources, their snapshots and the attempts to fetch them, as editors see them."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action, display

from core.admin.import_export import ImportExport
from core.admin.read_only import JOB_COLOURS, ReadOnlyAdmin, VersionedForm, choice_filter, fixed_width
from core.admin.word_search import WordSearch
from core.translation.rendering import translated
from core.web.requests import user_of
from sources import queries, services
from sources.admin.colours import FETCH_COLOURS
from sources.admin.source_rows import SourceRows
from sources.labels import OUTCOMES
from sources.models import NAMES, Document, FetchAttempt, Snapshot


@admin.register(Document)
class DocumentAdmin(WordSearch, ImportExport, ReadOnlyAdmin):
    """Sources: what people say about them may be changed, what they say may not."""

    resource_classes = (SourceRows,)

    list_display = ("title", "publisher", "grade", "versions", "latest_capture", "latest_outcome", "in_library")
    list_filter = ("in_library", "kind")
    search_fields = ("title", "publisher", "url", "^grade")
    searched_words = NAMES
    ordering = ("-pk",)
    fields: ClassVar[Any] = ("title", "publisher", "grade", "in_library", "kind", "url", "availability")
    fields += ("created_by", "created_at", "seen_version")
    form = VersionedForm
    readonly_fields = ("kind", "url", "availability", "created_by", "created_at")
    actions_list = ("add_source",)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Document]:
        return queries.with_versions(super().get_queryset(request).select_related("created_by"))

    def save_model(self, request: HttpRequest, obj: Document, form: ModelForm, change: bool) -> None:
        said = {name: form.cleaned_data[name] for name in services.SAID_ABOUT_IT}
        services.grade_document(
            by=user_of(request), document=obj, **said, seen_version=form.cleaned_data["seen_version"]
        )

    def view_on_site(self, document: Document) -> str:
        return reverse("source", args=[document.pk])

    @action(description=_("Add a source"), url_path="add-a-source", icon="add")
    def add_source(self, request: HttpRequest) -> HttpResponse:
        return redirect("add_source")

    @display(description=_("versions"), ordering="versions")
    def versions(self, document: Any) -> int:
        return document.versions or 0

    @display(description=_("latest capture"), ordering="latest_capture")
    def latest_capture(self, document: Any) -> object:
        return document.latest_capture

    @display(description=_("availability"))
    def availability(self, document: Document) -> str:
        return queries.availability(document).sentence

    @display(description=_("latest fetch"), ordering="latest_outcome", label=FETCH_COLOURS)
    def latest_outcome(self, document: Any) -> str:
        return str(OUTCOMES.get(document.latest_outcome, document.latest_outcome or ""))


@admin.register(Snapshot)
class SnapshotAdmin(ReadOnlyAdmin):
    """What a source said at one moment, named by its hash."""

    list_display = ("document", "progress", "captured_at", "type_of_bytes", "read_by", "short_hash")
    list_filter = ("state",)
    search_fields = ("document__title", "^blob__sha256", "^text_sha256")
    ordering = ("-pk",)
    fields: ClassVar[Any] = (
        "document",
        "progress",
        "captured_at",
        "bytes_hash",
        "text_hash",
        "title",
        "type_of_bytes",
        "characters",
        "read_by",
        "final_url",
        "attempt",
        "error",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Snapshot]:
        return super().get_queryset(request).select_related("document").defer("text")

    def view_on_site(self, snapshot: Snapshot) -> str:
        return reverse("snapshot", args=[snapshot.pk])

    @display(description=_("state"), ordering="state", label=JOB_COLOURS)
    def progress(self, snapshot: Snapshot) -> str:
        return snapshot.get_state_display()

    @display(description=_("media type"), ordering="media_type")
    def type_of_bytes(self, snapshot: Snapshot) -> SafeString | str:
        return fixed_width(snapshot.media_type)

    @display(description=_("charset"))
    def characters(self, snapshot: Snapshot) -> SafeString | str:
        return fixed_width(snapshot.charset)

    @display(description=_("extractor"), ordering="extractor")
    def read_by(self, snapshot: Snapshot) -> SafeString | str:
        return fixed_width(snapshot.extractor)

    @display(description=_("last error"))
    def error(self, snapshot: Snapshot) -> str:
        return translated(snapshot.last_error)

    @display(description=_("SHA-256"))
    def short_hash(self, snapshot: Snapshot) -> SafeString | str:
        return fixed_width(snapshot.short_sha256)

    @display(description=_("SHA-256 of the bytes"))
    def bytes_hash(self, snapshot: Snapshot) -> SafeString | str:
        return fixed_width(snapshot.blob_id)

    @display(description=_("SHA-256 of the text"))
    def text_hash(self, snapshot: Snapshot) -> SafeString | str:
        return fixed_width(snapshot.text_sha256)


@admin.register(FetchAttempt)
class FetchAttemptAdmin(ReadOnlyAdmin):
    """Every try at an address, whatever came of it."""

    list_display = ("at", "document", "outcome_in_words", "explained", "http_status", "byte_size", "millis")
    list_filter = (choice_filter("outcome", OUTCOMES, title=_("outcome")),)
    search_fields = ("document__title", "document__url")
    list_select_related = ("document",)
    ordering = ("-pk",)
    fields: ClassVar[Any] = ("document", "at", "outcome_in_words", "explained", "http_status", "byte_size", "millis")

    @display(description=_("outcome"), ordering="outcome", label=FETCH_COLOURS)
    def outcome_in_words(self, attempt: FetchAttempt) -> str:
        return str(OUTCOMES.get(attempt.outcome, attempt.outcome))

    @display(description=_("explanation"))
    def explained(self, attempt: FetchAttempt) -> str:
        return translated(attempt.explanation)
