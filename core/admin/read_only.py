"""What every page of the editors' admin shares: it reads, acts through services, and knows which version was seen."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.forms import CharField, HiddenInput, ModelForm
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from unfold.admin import ModelAdmin

from core.admin.history_page import Admin, HistoryPage
from core.audit.versions import column_of, version_of
from core.jobs.models import Job
from core.translation.rendering import SEMICOLON, message_of


class Colours(dict):
    """Colours of words, by the word as it is shown: one that is said in several languages has no hash that fits all."""

    def __contains__(self, shown: object) -> bool:
        return any(str(word) == str(shown) for word in self)

    def __getitem__(self, shown: object) -> str:
        return next(colour for word, colour in self.items() if str(word) == str(shown))


JOB_COLOURS = Colours(
    {
        Job.State.RUNNING.label: "info",
        Job.State.DONE.label: "success",
        Job.State.DEAD.label: "danger",
    }
)


class ValidTicks(Admin):
    """Rows are ticked by their numbers; what a hand-made form puts there instead ticks nothing."""

    def response_action(self, request: HttpRequest, queryset: QuerySet) -> Any:  # type: ignore[override] # Django calls it by place
        form = request.POST.copy()
        form.setlist(ACTION_CHECKBOX_NAME, [key for key in form.getlist(ACTION_CHECKBOX_NAME) if self._is_key(key)])
        request.POST = form  # type: ignore[assignment] # Django's own type forbids what a test client does too
        return super().response_action(request, queryset)

    def _is_key(self, key: str) -> bool:
        try:
            self.opts.pk.run_validators(self.opts.pk.to_python(key))
        except ValidationError:
            return False
        return "\0" not in key


class VersionedForm(ModelForm):
    """A form that knows over which values it was filled in, and refuses to put others out of sight."""

    seen_version = CharField(widget=HiddenInput, required=False, label="")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._names = [
            name for name in self.fields if name in {field.name for field in self._meta.model._meta.get_fields()}
        ]
        if self.instance.pk:
            self.initial["seen_version"] = version_of(self.instance, self._names)

    def clean(self) -> dict[str, Any] | None:
        """Hold the row until it is saved. Adds a refusal where somebody else changed it meanwhile.

        The form then stands over the new values, so that whoever has read them can save all the same.
        """
        cleaned = super().clean()
        if not self.instance.pk:
            return cleaned
        now = type(self.instance).objects.select_for_update().get(pk=self.instance.pk)
        version = version_of(now, self._names)
        if self.data.get("seen_version") != version:
            self.data = self._over_version(version)
            self.add_error(None, self._refusal(now))
        return cleaned

    def _over_version(self, version: str) -> QueryDict:
        data = cast(QueryDict, self.data).copy()
        data["seen_version"] = version
        return data

    def _refusal(self, now: Model) -> str:
        theirs = [
            _("%(name)s: %(value)s") % {"name": self.fields[name].label, "value": value}
            for name, value in ((name, _shown_value(now, name)) for name in self._names)
            if name in self.changed_data
        ]
        if not theirs:
            return _(
                "Someone else changed this while you were editing, and your changes were not saved. The "
                "current values are shown below. Save again to replace them with yours."
            )
        return _(
            "Someone else changed this while you were editing, and your changes were not saved. The current "
            "values are: %(values)s. Save again to replace them with yours."
        ) % {"values": _(SEMICOLON).join(theirs)}


class ReadOnlyAdmin(HistoryPage, ValidTicks, ModelAdmin):
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

    def log_change(self, request: HttpRequest, obj: Model, message: object) -> Any:
        """Nothing more: the service that made the change has written down what it was."""

    def act_on_each(
        self,
        request: HttpRequest,
        rows: Iterable[Model],
        act: Callable[[Any], object],
        *,
        done: str,
        not_done: str,
        refusals: tuple[type[Exception], ...],
    ) -> None:
        """Do one thing to each row, then say how many are done and, in the services' words, why the others are not.

        `done` is a sentence with the place %(count)s, `not_done` one with %(count)s and %(reason)s.
        """
        succeeded = 0
        refused: Counter[str] = Counter()
        for row in rows:
            try:
                act(row)
            except refusals as refusal:
                refused[message_of(refusal)] += 1
            else:
                succeeded += 1
        if succeeded:
            self.message_user(request, done % {"count": succeeded}, messages.SUCCESS)
        for reason, count in refused.items():
            self.message_user(request, not_done % {"count": count, "reason": reason}, messages.WARNING)


def _shown_value(row: Model, name: str) -> str:
    """Return a value of a row as an editor reads it."""
    field = column_of(row, name)
    if field.many_to_many:
        return ", ".join(str(each) for each in getattr(row, name).all()) or _("none")
    if field.choices:
        return str(getattr(row, f"get_{name}_display")())
    value = getattr(row, name)
    return {True: _("yes"), False: _("no"), "": _("nothing")}.get(value, str(value))


def shorten(text: str, length: int = 160) -> str:
    """Return the beginning of a text, cut between words where it is longer."""
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0] + "…"


def choice_filter(
    column: str, words: Mapping[Any, str | Promise], *, title: str | Promise
) -> type[admin.SimpleListFilter]:
    """Return a list filter over a column with a closed list of words, which the admin's own would read from every row.

    `words` are the names by which what is stored is called on the page.
    """

    class ChoiceFilter(admin.SimpleListFilter):
        parameter_name = column

        def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
            return [(str(stored), str(name)) for stored, name in words.items()]

        def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
            return queryset.filter(**{column: self.value()}) if self.value() else queryset

    ChoiceFilter.title = title  # type: ignore[assignment] # Django takes a lazy word too
    return ChoiceFilter


def fixed_width(text: str | None) -> SafeString | str:
    """Show a hash so that its letters can be compared; nothing where there is none yet."""
    return format_html("<code>{}</code>", text) if text else ""
