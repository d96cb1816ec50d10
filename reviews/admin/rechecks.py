"""Re-checks, and the citations whose schedule they follow."""

from collections.abc import Sequence

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.decorators import action, display

from claims.admin import ClaimTextSearch, claim_link
from claims.models import Citation
from core.admin.read_only import JOB_COLOURS, Colours, ReadOnlyAdmin, choice_filter, shorten
from core.translation.rendering import in_english
from core.web.requests import user_of
from reviews import queries, services
from reviews.checking import ENDANGERING, QUIET, Change
from reviews.labels import CHANGES, label_of
from reviews.models import Recheck
from sources.labels import OUTCOMES

#: Colours of words, by the word as it is shown.
HEALTH_COLOURS = Colours(
    {
        Citation.Health.STANDS.label: "success",
        Citation.Health.CHANGED.label: "danger",
        Citation.Health.UNCERTAIN.label: "warning",
        # A source that is gone is worded with the date of its copy, and endangers nothing: it has no colour of its own.
    }
)
FOUND_COLOURS = Colours(
    [(CHANGES[change], "success") for change in sorted(QUIET)]
    + [(CHANGES[change], "danger") for change in sorted(ENDANGERING)]
)


def say_queued(model_admin: ReadOnlyAdmin, request: HttpRequest, queued: Sequence[Recheck]) -> None:
    """Tell how many re-checks were queued, and where to follow them."""
    told = ngettext(
        "%(count)s re-check queued. It will start within seconds; the result will be on the Re-checks page.",
        "%(count)s re-checks queued. They will start within seconds; the results will be on the Re-checks page.",
        len(queued),
    )
    model_admin.message_user(request, told % {"count": len(queued)}, messages.SUCCESS)


@admin.register(Recheck)
class RecheckAdmin(ClaimTextSearch, ReadOnlyAdmin):
    """Every re-check of a citation: due, under way, done or dead."""

    list_display = ("about", "source", "progress", "found", "attempt", "run_after", "error")
    list_display_links = ("progress",)
    list_filter = (
        "state",
        choice_filter("result__change", {change: CHANGES[change] for change in Change}, title=_("change")),
        choice_filter("result__outcome", OUTCOMES, title=_("fetch result")),
    )
    search_fields = ("citation__claim__text",)
    ordering = ("-pk",)
    fields = (
        "about",
        "quote",
        "source",
        "progress",
        "found",
        "explanation",
        "attempt",
        "run_after",
        "error",
        "requested_by",
    )
    actions = ("run_again", "recheck_now")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Recheck]:
        return queries.visible_rechecks(queries.rechecks(), user_of(request))

    @action(description=_("Retry failed re-checks"))
    def run_again(self, request: HttpRequest, rechecks: QuerySet[Recheck]) -> None:
        ids = list(rechecks.values_list("pk", flat=True))
        again = services.run_dead_rechecks_again(by=user_of(request), ids=ids, at=timezone.now())
        if again:
            told = ngettext(
                "%(count)s re-check will run again within seconds.",
                "%(count)s re-checks will run again within seconds.",
                again,
            )
            self.message_user(request, told % {"count": again}, messages.SUCCESS)
        others = len(ids) - again
        if others:
            told = ngettext(
                "%(count)s had not failed and was left unchanged.",
                "%(count)s had not failed and were left unchanged.",
                others,
            )
            self.message_user(request, told % {"count": others}, messages.WARNING)

    @action(description=_("Re-check now"))
    def recheck_now(self, request: HttpRequest, rechecks: QuerySet[Recheck]) -> None:
        cited = {recheck.citation_id: recheck.citation for recheck in rechecks}
        say_queued(
            self, request, services.request_rechecks(citations=cited.values(), at=timezone.now(), by=user_of(request))
        )

    @display(description=_("claim"))
    def about(self, recheck: Recheck) -> SafeString:
        return claim_link(recheck.citation.claim)

    @display(description=_("source"))
    def source(self, recheck: Recheck) -> str:
        return recheck.citation.snapshot.document.title

    @display(description=_("quote"))
    def quote(self, recheck: Recheck) -> SafeString:
        return in_english(f"“{recheck.citation.quote}”")

    @display(description=_("state"), ordering="state", label=JOB_COLOURS)
    def progress(self, recheck: Recheck) -> str:
        return recheck.get_state_display()

    @display(description=_("result"), label=FOUND_COLOURS)
    def found(self, recheck: Recheck) -> str:
        if not hasattr(recheck, "result"):
            return ""
        return label_of(recheck.result.change or recheck.result.outcome)

    @display(description=_("explanation"))
    def explanation(self, recheck: Recheck) -> SafeString | str:
        return in_english(recheck.result.explanation) if hasattr(recheck, "result") else ""

    @display(description=_("last error"))
    def error(self, recheck: Recheck) -> SafeString:
        return in_english(recheck.last_error)


@admin.register(Citation)
class CitationAdmin(ClaimTextSearch, ReadOnlyAdmin):
    """The exact quotes that verdicts rest on, how they stand, and when they are re-checked next."""

    list_display = ("short_quote", "about", "stance", "source", "health_in_words", "next_check_at")
    list_filter = ("health", "stance", "next_check_at")
    search_fields = ("claim__text",)
    ordering = ("next_check_at", "pk")
    fields = (
        "quote",
        "about",
        "stance",
        "source",
        "snapshot",
        "health_in_words",
        "created_by",
        "created_at",
        "next_check_at",
    )
    actions = ("recheck_now",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        cited = super().get_queryset(request).select_related("claim", "snapshot__document", "created_by")
        return queries.visible_citations(cited.defer("snapshot__text"), user_of(request))

    def view_on_site(self, citation: Citation) -> str:
        return reverse("snapshot", args=[citation.snapshot_id])

    @action(description=_("Re-check now"))
    def recheck_now(self, request: HttpRequest, citations: QuerySet[Citation]) -> None:
        say_queued(
            self, request, services.request_rechecks(citations=citations, at=timezone.now(), by=user_of(request))
        )

    @display(description=_("quote"))
    def short_quote(self, citation: Citation) -> SafeString:
        return in_english(f"“{shorten(citation.quote)}”")

    @display(description=_("claim"))
    def about(self, citation: Citation) -> SafeString:
        return claim_link(citation.claim)

    @display(description=_("source"))
    def source(self, citation: Citation) -> str:
        return citation.snapshot.document.title

    @display(description=_("status"), ordering="health", label=HEALTH_COLOURS)
    def health_in_words(self, citation: Citation) -> str:
        return citation.health_in_words
