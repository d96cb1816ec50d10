"""When the sources of standing verdicts are looked at, and how often editors want them to be."""

from datetime import datetime
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action, display

from core.admin.read_only import ReadOnlyAdmin, VersionedForm, choice_filter
from core.web.requests import user_of
from reviews import queries, services
from reviews.admin.rechecks import say_queued
from reviews.queries.annotated import AnnotatedSchedule
from sources.admin.colours import FETCH_COLOURS
from sources.labels import OUTCOMES
from sources.models import Document, Schedule


@admin.register(Schedule)
class ScheduleAdmin(ReadOnlyAdmin):
    """Sources that standing verdicts rest on: what is re-checked when, and why then."""

    list_display = ("title", "citation_count", "last_fetch", "outcome", "next_recheck", "why", "check_interval")
    list_filter = ("check_interval", choice_filter("last_outcome", OUTCOMES, title=_("last check")))
    search_fields = ("title", "publisher", "url")
    fields = (
        "title",
        "url",
        "citation_count",
        "last_fetch",
        "outcome",
        "next_recheck",
        "why",
        "check_interval",
        "seen_version",
    )
    readonly_fields = fields[:-2]
    form = VersionedForm
    actions = ("recheck_now",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.admin_site.has_permission(request) and (obj is None or obj.kind == Document.Kind.URL)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Schedule]:
        return queries.schedules()

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("next_recheck", "pk")

    def save_model(self, request: HttpRequest, obj: Schedule, form: ModelForm, change: bool) -> None:
        services.choose_interval(
            by=user_of(request),
            document=obj,
            check_interval=form.cleaned_data["check_interval"],
            at=timezone.now(),
            seen_version=form.cleaned_data["seen_version"],
        )

    def history_view(self, request: HttpRequest, object_id: str, extra_context: dict | None = None) -> HttpResponse:
        """A schedule is part of its source, and so is its history."""
        return redirect("admin:sources_document_history", object_id)

    def view_on_site(self, schedule: AnnotatedSchedule) -> str:
        return reverse("source", args=[schedule.pk])

    @action(description=_("Check now"))
    def recheck_now(self, request: HttpRequest, schedules: QuerySet[Schedule]) -> None:
        cited = queries.standing_citations().filter(snapshot__document__in=schedules.values("pk"))
        say_queued(self, request, services.request_rechecks(citations=cited, at=timezone.now(), by=user_of(request)))

    @display(description=_("citations"), ordering="citations")
    def citation_count(self, schedule: AnnotatedSchedule) -> int:
        return schedule.citations

    @display(description=_("last check"), ordering="last_fetch_at", empty_value=_("never"))
    def last_fetch(self, schedule: AnnotatedSchedule) -> str | None:
        return _moment(schedule.last_fetch_at)

    @display(description=_("result"), ordering="last_outcome", label=FETCH_COLOURS)
    def outcome(self, schedule: AnnotatedSchedule) -> str:
        return str(OUTCOMES.get(schedule.last_outcome, schedule.last_outcome))

    @display(description=_("next check"), ordering="next_recheck", empty_value=_("when a new version is uploaded"))
    def next_recheck(self, schedule: AnnotatedSchedule) -> str | None:
        return _moment(schedule.next_recheck)

    @display(description=_("reason"))
    def why(self, schedule: AnnotatedSchedule) -> str:
        return services.why_then(schedule)


def _moment(moment: datetime | None) -> str | None:
    """Return a moment as the list and the page of a row show it."""
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT") if moment else None
