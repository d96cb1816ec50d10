"""Lists in and out of the admin: an upload is previewed, named line by line, and goes through services once confirmed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.auth.models import User
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import OperationalError
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, override
from import_export.admin import ImportExportMixin
from import_export.forms import ConfirmImportForm, ExportForm, ImportForm
from import_export.instance_loaders import BaseInstanceLoader
from import_export.resources import Resource
from import_export.results import Result, RowResult
from import_export.tmp_storages import CacheStorage
from redis.exceptions import RedisError
from tablib import Dataset
from unfold.widgets import UnfoldAdminFileFieldWidget

from core.admin.row_files import FAULT, WHERE, CsvFile, FileRefused, JsonFile, RowFile
from core.audit.log import record_each
from core.translation.rendering import message_of
from core.web.requests import user_of

#: How many rows of an export are read at a time.
CHUNK = 500
BUSY = gettext_lazy("Someone else is importing the same rows right now. Nothing was imported; try again in a minute.")
NOT_KEPT = gettext_lazy("The file could not be stored for confirmation. Nothing was imported; try again in a minute.")


@dataclass(frozen=True)
class ImportedRow:
    """What became of a row that was handed in; `note` tells what else there is to know of it."""

    row: Model
    is_new: bool
    note: str = ""


@dataclass
class ImportedRowResult(RowResult):
    """Where a row stands in its file, what it is called, and what becomes of it."""

    where: str
    name: str
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def refuse(self, sentences: list[str]) -> "ImportedRowResult":
        self.import_type, self.notes = self.IMPORT_TYPE_INVALID, sentences
        self.validation_error = ValidationError(sentences)
        return self

    def accept(self, imported: ImportedRow) -> "ImportedRowResult":
        self.import_type = self.IMPORT_TYPE_NEW if imported.is_new else self.IMPORT_TYPE_SKIP
        self.instance, self.notes = imported.row, [imported.note] if imported.note else []
        return self


class RowResource(Resource):
    """Rows of one kind: which columns they have, how one is handed in to a service, and how they are written."""

    columns: tuple[str, ...]
    required: tuple[str, ...] = ()
    #: Columns that the reader of a file adds to those, as it does WHERE and FAULT.
    added: tuple[str, ...] = ()
    #: The columns by which people know a row.
    named_by: tuple[str, ...] = ("title", "url")
    #: How many rows, and bytes, are imported in one go.
    max_rows: int
    max_bytes: int
    form: type[forms.Form]
    refusals: tuple[type[Exception], ...]

    class Meta:
        using_db = "default"
        instance_loader_class = BaseInstanceLoader

    def __init__(self, **_of_the_page: object) -> None:
        super().__init__()
        self._at = timezone.now()
        self._submitted: dict[int, str] = {}

    @classmethod
    def get_display_name(cls) -> str:
        return cls.__name__

    def submit_row(self, given: dict, *, by: User, at: datetime) -> ImportedRow:
        """Hand one row to a service. Raises one of the `refusals`."""
        raise NotImplementedError

    def export_rows(self, rows: QuerySet) -> Iterator[tuple]:
        """Yield the cells of these rows, in the order of the columns."""
        raise NotImplementedError

    def import_data(self, dataset: Dataset, *args: Any, **kwargs: Any) -> Result:
        """Hand in every row, unless the file as a whole is refused before any row is looked at."""
        try:
            self._check_shape(dataset)
        except FileRefused as refused:
            result = Result()
            result.append_base_error(self.get_error_result_class()(refused))
            return result
        return super().import_data(dataset, *args, **kwargs)

    def _check_shape(self, dataset: Dataset) -> None:
        """Raise FileRefused for a file that has other columns."""
        names = [name for name in dataset.headers if name not in (WHERE, FAULT, *self.added)]
        unknown = [name for name in names if name not in self.columns]
        missing = [name for name in self.required if name not in names]
        listed = ", ".join(self.columns)
        if unknown:
            raise FileRefused(
                _("There is no column named %(name)s. The columns are: %(columns)s.")
                % {"name": unknown[0], "columns": listed}
            )
        if missing:
            raise FileRefused(
                _("The column %(name)s is missing. The columns are: %(columns)s.")
                % {"name": missing[0], "columns": listed}
            )

    def import_row(self, row: dict, _loader: object, *, user: User, **_kwargs: object) -> ImportedRowResult:
        """Hand in one row, or say what is wrong with it."""
        outcome = ImportedRowResult(where=row[WHERE], name=" · ".join(filter(None, map(row.get, self.named_by))))
        form = self.form(row)
        if row[FAULT]:
            return outcome.refuse([row[FAULT]])
        if not form.is_valid():
            return outcome.refuse(list(_sentences(form)))
        try:
            imported = self.submit_row(form.cleaned_data, by=user, at=self._at)
        except self.refusals as refused:
            return outcome.refuse([message_of(refused)])
        return outcome.accept(self._first_in_file(imported, outcome.where))

    def _first_in_file(self, imported: ImportedRow, where: str) -> ImportedRow:
        first = self._submitted.setdefault(imported.row.pk, where)
        if first == where:
            return imported
        return ImportedRow(imported.row, is_new=False, note=_("Same as %(place)s of this file.") % {"place": first})


class UploadCache(CacheStorage):
    """The file between its preview and the confirmation."""

    CACHE_LIFETIME = 3_600


class ChooseImportFile(ImportForm):
    """The file to import. Its kind is read from how it begins."""

    import_file = forms.FileField(label=gettext_lazy("File to import"), widget=UnfoldAdminFileFieldWidget())

    def __init__(self, formats: list, resources: list[type[RowResource]], **kwargs: Any) -> None:
        super().__init__(formats, resources, initial={"format": 0, **kwargs.pop("initial", {})}, **kwargs)
        self.fields["format"].widget = forms.HiddenInput()
        self.fields["import_file"].widget.attrs["accept"] = ",".join(formats[0]().endings)
        self._max_bytes = resources[0].max_bytes

    def clean_import_file(self) -> UploadedFile:
        chosen = self.cleaned_data["import_file"]
        if chosen.size > self._max_bytes:
            raise forms.ValidationError(
                _(
                    "This file is %(size)s MB; at most %(most)s MB can be imported at a time. Split it into "
                    "several files."
                )
                % {"size": f"{chosen.size / 1_000_000:.1f}", "most": self._max_bytes // 1_000_000}
            )
        return chosen

    @property
    def media(self) -> forms.Media:
        return forms.Media()


class ConfirmImport(ConfirmImportForm):
    format = forms.ChoiceField(choices=[("0", "")], widget=forms.HiddenInput)


class ImportExport(ImportExportMixin):
    """A list that editors export as it is filtered, and add rows to from a file."""

    resource_classes: tuple[type[RowResource], ...]
    import_formats, export_formats = (RowFile,), (CsvFile, JsonFile)
    import_form_class, confirm_form_class, export_form_class = ChooseImportFile, ConfirmImport, ExportForm
    import_template_name = "admin/sources/import_rows.html"
    export_template_name = "admin/sources/export_rows.html"
    tmp_storage_class = UploadCache
    from_encoding = None

    def has_import_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)

    def get_import_formats(self) -> list[Callable[..., RowFile]]:
        """Return the kinds of file, each of which reads no more rows than are imported at a time."""
        (rows,) = self.resource_classes
        return [partial(kind, max_rows=rows.max_rows) for kind in self.import_formats]

    def import_action(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show what would become of every row of a file; whatever was done to find out is taken back."""
        return self._or_say_why(request, super().import_action, **kwargs)

    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Import a file whose preview was confirmed: all of its rows, or none."""
        if request.method == "POST" and not self.create_confirm_form(request).is_valid():
            return self._refused(request, _("Nothing was imported. Choose the file again."))
        return self._or_say_why(request, super().process_import, **kwargs)

    def process_result(self, result: Result, request: HttpRequest) -> HttpResponse:
        """Name what was imported, or send back to the preview where a row has become bad."""
        if result.has_errors() or result.has_validation_errors():
            return self._refused(
                request,
                _("A row has become invalid since the preview, so nothing was imported. Choose the file again."),
            )
        return super().process_result(result, request)

    def generate_log_entries(self, result: Result, request: HttpRequest) -> None:
        """Note in the history of each new row that it came with a file."""
        new = [row.instance for row in result.rows if row.is_new()]
        if new:
            record_each(by=user_of(request), whats=new, did=gettext_noop("Imported from a file."), at=timezone.now())

    def add_success_message(self, result: Result, request: HttpRequest) -> None:
        new, known = result.totals[RowResult.IMPORT_TYPE_NEW], result.totals[RowResult.IMPORT_TYPE_SKIP]
        sentence = _("Imported: %(new)s. Already here: %(known)s. New sources are captured within a few minutes.")
        messages.success(request, sentence % {"new": new, "known": known})

    def get_import_data_kwargs(self, **kwargs: Any) -> dict:
        return {**super().get_import_data_kwargs(**kwargs), "rollback_on_validation_errors": True}

    def get_import_context_data(self, **_kwargs: object) -> dict:
        (rows,) = self.resource_classes
        return {"columns": rows.columns, "most": rows.max_rows, "megabytes": rows.max_bytes // 1_000_000}

    def add_data_read_fail_error_to_form(self, form: forms.Form, error: Exception) -> None:
        """Put the reason beside the file; anything but a refusal is a fault of the program and is raised."""
        if not isinstance(error, FileRefused):
            raise error
        form.add_error("import_file", message_of(error))

    def get_export_queryset(self, request: HttpRequest) -> QuerySet:
        """The rows of the list as it is filtered and searched; all of them where the address asks for what is none."""
        try:
            return super().get_export_queryset(request)
        except IncorrectLookupParameters:
            return self.get_queryset(request)

    def init_request_context_data(self, request: HttpRequest, form: forms.Form) -> dict:
        query = request.GET.urlencode()
        return {
            **super().init_request_context_data(request, form),
            "columns": self.resource_classes[0].columns,
            "list_query": f"?{query}" if query else "",
        }

    def _do_file_export(
        self, file_format: CsvFile | JsonFile, request: HttpRequest, queryset: QuerySet, export_form: object = None
    ) -> StreamingHttpResponse:
        """Stream the rows as they are read; a file that breaks off has no end."""
        (rows,) = self.resource_classes
        return StreamingHttpResponse(
            file_format.write(rows.columns, rows().export_rows(queryset)),
            content_type=file_format.get_content_type(),
            headers={"Content-Disposition": f'attachment; filename="{self._file_name(file_format)}"'},
        )

    def _file_name(self, file_format: CsvFile | JsonFile) -> str:
        with override(settings.LANGUAGE_CODE):  # a header holds no other letters
            return f"{self.opts.verbose_name_plural}-{timezone.now():%Y-%m-%d}.{file_format.get_title().lower()}"

    def _or_say_why(self, request: HttpRequest, act: Callable, **kwargs: Any) -> HttpResponse:
        try:
            return act(request, **kwargs)
        except FileRefused as refused:
            return self._refused(request, message_of(refused))
        except OperationalError:
            return self._refused(request, str(BUSY))
        except RedisError:
            return self._refused(request, str(NOT_KEPT))

    def _refused(self, request: HttpRequest, sentence: str) -> HttpResponse:
        messages.error(request, sentence)
        return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_import"))


def in_chunks(rows: QuerySet, *, size: int = CHUNK) -> Iterator[Any]:
    """Yield rows by their numbers, some at a time, so that no statement and no memory grows with their count."""
    last = 0
    while chunk := list(rows.order_by("pk").filter(pk__gt=last)[:size]):
        yield from chunk
        last = chunk[-1].pk


def _sentences(form: forms.Form) -> Iterator[str]:
    for name, faults in form.errors.items():
        for fault in faults:
            yield (
                str(fault) if name == NON_FIELD_ERRORS else _("%(name)s: %(value)s") % {"name": name, "value": fault}
            )
