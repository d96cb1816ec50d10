"""Sources, their snapshots and the attempts to fetch them, as editors see them."""

from collections import Counter
from collections.abc import Callable, Iterable

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.forms import CharField, HiddenInput, ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from unfold.admin import ModelAdmin
from unfold.decorators import action, display

from sources import queries, services
from sources.fetching import Outcome
from sources.models import Document, FetchAttempt, Snapshot
from sources.work import Work

#: Colours of words, by the word as it is shown.
WORK_COLOURS = {
    Work.State.RUNNING.label: "info",
    Work.State.DONE.label: "success",
    Work.State.DEAD.label: "danger",
}
FETCH_COLOURS = {"ok": "success", "not modified": "success"}


class TickedRows:
    """Rows are ticked by their numbers; what a hand-made form puts there instead ticks nothing."""

    def response_action(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        form = request.POST.copy()
        form.setlist(ACTION_CHECKBOX_NAME, [key for key in form.getlist(ACTION_CHECKBOX_NAME) if self._is_key(key)])
        request.POST = form
        return super().response_action(request, queryset)

    def _is_key(self, key: str) -> bool:
        try:
            self.opts.pk.run_validators(self.opts.pk.to_python(key))
        except ValidationError:
            return False
        return "\0" not in key


class SeenForm(ModelForm):
    """A form that knows over which values it was filled in, and refuses to put others out of sight."""

    seen = CharField(widget=HiddenInput, required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._names = [
            name for name in self.fields if name in {field.name for field in self._meta.model._meta.get_fields()}
        ]
        if self.instance.pk:
            self.initial["seen"] = services.state_of(self.instance, self._names)

    def clean(self) -> dict:
        """This function will hold the row until it is saved. Adds a refusal where somebody else changed it meanwhile.

        The form then stands over the new values, so that whoever has read them can save all the same.
        """
        cleaned = super().clean()
        if not self.instance.pk:
            return cleaned
        now = type(self.instance).objects.select_for_update().get(pk=self.instance.pk)
        state = services.state_of(now, self._names)
        if self.data.get("seen") != state:
            self.data = self._with_seen(state)
            self.add_error(None, self._refusal(now))
        return cleaned

    def _with_seen(self, state: str) -> object:
        data = self.data.copy()
        data["seen"] = state
        return data

    def _refusal(self, now: Model) -> str:
        theirs = [
            f"{self.fields[name].label}: {value}"
            for name, value in ((name, _in_words(now, name)) for name in self._names)
            if name in self.changed_data
        ]
        return (
            "Somebody else changed this while you were editing, and nothing of yours was saved. "
            f"Now it is {'; '.join(theirs) or 'as it stands below'}. Save again to put your entries in its place."
        )


class ReadOnlyAdmin(TickedRows, ModelAdmin):
    """People read here and act through services: the admin never saves a row. Who may enter is for the site to say."""

    list_fullwidth = True
    list_per_page = 50
    show_full_result_count = False
    list_filter_submit = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def act_on_each(
        self,
        request: HttpRequest,
        rows: Iterable[Model],
        act: Callable[[Model], object],
        *,
        done: str,
        refusals: tuple[type[Exception], ...],
    ) -> None:
        """Do one thing to each row, then say how many are `done` and, in the services' words, why the others are not."""
        succeeded, refused = 0, Counter()
        for row in rows:
            try:
                act(row)
            except refusals as refusal:
                refused[str(refusal)] += 1
            else:
                succeeded += 1
        if succeeded:
            self.message_user(request, f"{succeeded} {done}.", messages.SUCCESS)
        for sentence, count in refused.items():
            self.message_user(request, f"{count} not {done}: {sentence}", messages.WARNING)


def _in_words(row: Model, name: str) -> str:
    """A value of a row as an editor reads it."""
    field = row._meta.get_field(name)
    if field.many_to_many:
        return ", ".join(str(each) for each in getattr(row, name).all()) or "none"
    value = getattr(row, name)
    return {True: "yes", False: "no", "": "nothing"}.get(value, str(value))


def shorten(text: str, length: int = 160) -> str:
    """Return the beginning of a text, cut between words where it is longer."""
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0] + "…"


def one_of(column: str, words: Iterable[str], *, title: str) -> type[admin.SimpleListFilter]:
    """Return a list filter over a column with a closed list of words, which the admin's own would read from every row."""

    class OneOf(admin.SimpleListFilter):
        parameter_name = column

        def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
            return [(str(word), word.replace("_", " ")) for word in words]

        def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
            return queryset.filter(**{column: self.value()}) if self.value() else queryset

    OneOf.title = title
    return OneOf


def fixed_width(text: str) -> SafeString | str:
    """Show a hash so that its letters can be compared; nothing where there is none yet."""
    return format_html("<code>{}</code>", text) if text else ""


@admin.register(Document)
class DocumentAdmin(ReadOnlyAdmin):
    """Sources: what people say about them may be changed, what they say may not."""

    list_display = ("title", "publisher", "grade", "versions", "latest_capture", "latest_outcome", "in_library")
    list_filter = ("in_library", "kind")
    search_fields = ("title", "publisher", "url", "^grade")
    ordering = ("-pk",)
    fields = ("title", "publisher", "grade", "in_library", "kind", "url", "availability")
    fields += ("created_by", "created_at", "seen")
    form = SeenForm
    readonly_fields = ("kind", "url", "availability", "created_by", "created_at")
    actions_list = ("add_source",)

    def has_change_permission(self, request: HttpRequest, obj: Document | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Document]:
        return queries.with_versions(super().get_queryset(request).select_related("created_by"))

    def save_model(self, request: HttpRequest, obj: Document, form: ModelForm, change: bool) -> None:
        said = {name: form.cleaned_data[name] for name in services.SAID_ABOUT_IT}
        services.grade_document(document=obj, **said, seen=form.cleaned_data["seen"])

    def view_on_site(self, document: Document) -> str:
        return reverse("source", args=[document.pk])

    @action(description="Add a source", url_path="add-a-source", icon="add")
    def add_source(self, request: HttpRequest) -> HttpResponse:
        return redirect("add_source")

    @display(description="versions", ordering="versions")
    def versions(self, document: Document) -> int:
        return document.versions or 0

    @display(description="latest capture", ordering="latest_capture")
    def latest_capture(self, document: Document) -> object:
        return document.latest_capture

    @display(description="availability")
    def availability(self, document: Document) -> str:
        return queries.availability(document).sentence

    @display(description="latest fetch", ordering="latest_outcome", label=FETCH_COLOURS)
    def latest_outcome(self, document: Document) -> str:
        return (document.latest_outcome or "").replace("_", " ")


@admin.register(Snapshot)
class SnapshotAdmin(ReadOnlyAdmin):
    """What a source said at one moment, named by its hash."""

    list_display = ("document", "progress", "captured_at", "media_type", "extractor", "short_hash")
    list_filter = ("state",)
    search_fields = ("document__title", "^blob__sha256", "^text_sha256")
    ordering = ("-pk",)
    fields = (
        "document",
        "progress",
        "captured_at",
        "bytes_hash",
        "text_hash",
        "title",
        "media_type",
        "charset",
        "extractor",
        "final_url",
        "attempt",
        "last_error",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Snapshot]:
        return super().get_queryset(request).select_related("document").defer("text")

    def view_on_site(self, snapshot: Snapshot) -> str:
        return reverse("snapshot", args=[snapshot.pk])

    @display(description="state", ordering="state", label=WORK_COLOURS)
    def progress(self, snapshot: Snapshot) -> str:
        return snapshot.get_state_display()

    @display(description="SHA-256")
    def short_hash(self, snapshot: Snapshot) -> SafeString | str:
        return fixed_width(snapshot.short_sha256)

    @display(description="SHA-256 of the bytes")
    def bytes_hash(self, snapshot: Snapshot) -> SafeString | str:
        return fixed_width(snapshot.blob_id)

    @display(description="SHA-256 of the text")
    def text_hash(self, snapshot: Snapshot) -> SafeString | str:
        return fixed_width(snapshot.text_sha256)


@admin.register(FetchAttempt)
class FetchAttemptAdmin(ReadOnlyAdmin):
    """Every try at an address, whatever came of it."""

    list_display = ("at", "document", "outcome_in_words", "explanation", "http_status", "byte_size", "millis")
    list_filter = (one_of("outcome", Outcome, title="outcome"),)
    search_fields = ("document__title", "document__url")
    list_select_related = ("document",)
    ordering = ("-pk",)
    fields = ("document", "at", "outcome_in_words", "explanation", "http_status", "byte_size", "millis")

    @display(description="outcome", ordering="outcome", label=FETCH_COLOURS)
    def outcome_in_words(self, attempt: FetchAttempt) -> str:
        return attempt.outcome.replace("_", " ")
