"""Re-checks, and the citations whose schedule they follow."""

from collections.abc import Sequence

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from unfold.decorators import action, display

from claims.admin import ClaimTextSearch, claim_link
from claims.models import Citation
from reviews import queries, services
from reviews.checking import ENDANGERING, QUIET, Change
from reviews.models import Recheck
from sources.admin import WORK_COLOURS, ReadOnlyAdmin, one_of, shorten
from sources.fetching import Outcome

#: Colours of words, by the word as it is shown.
HEALTH_COLOURS = {
    Citation.Health.STANDS.label: "success",
    Citation.Health.CHANGED.label: "danger",
    Citation.Health.UNCERTAIN.label: "warning",
    # A source that is gone is worded with the date of its copy, and endangers nothing: it has no colour of its own.
}
FOUND_COLOURS = {
    **{change.replace("_", " "): "success" for change in QUIET},
    **{change.replace("_", " "): "danger" for change in ENDANGERING},
}


def say_queued(model_admin: ReadOnlyAdmin, request: HttpRequest, queued: Sequence[Recheck]) -> None:
    """Tell how many looks were queued, and where to follow them."""
    model_admin.message_user(
        request, f"{len(queued)} queued. They start within seconds; see Re-checks for what they find.", messages.SUCCESS
    )


@admin.register(Recheck)
class RecheckAdmin(ClaimTextSearch, ReadOnlyAdmin):
    """Every look at a citation: due, under way, done or given up."""

    list_display = ("about", "source", "progress", "found", "attempt", "run_after", "last_error")
    list_display_links = ("progress",)
    list_filter = (
        "state",
        one_of("result__change", Change, title="change"),
        one_of("result__outcome", Outcome, title="fetch outcome"),
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
        "last_error",
        "requested_by",
    )
    actions = ("run_again", "recheck_now")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Recheck]:
        return queries.rechecks()

    @action(description="Run given-up ones again")
    def run_again(self, request: HttpRequest, rechecks: QuerySet[Recheck]) -> None:
        ids = list(rechecks.values_list("pk", flat=True))
        again = services.run_dead_rechecks_again(by=request.user, ids=ids, at=timezone.now())
        if again:
            self.message_user(request, f"{again} will run again within seconds.", messages.SUCCESS)
        if again < len(ids):
            self.message_user(
                request, f"{len(ids) - again} had not been given up; nothing was changed there.", messages.WARNING
            )

    @action(description="Re-check now")
    def recheck_now(self, request: HttpRequest, rechecks: QuerySet[Recheck]) -> None:
        cited = {recheck.citation_id: recheck.citation for recheck in rechecks}
        say_queued(
            self, request, services.request_rechecks(citations=cited.values(), at=timezone.now(), by=request.user)
        )

    @display(description="claim")
    def about(self, recheck: Recheck) -> SafeString:
        return claim_link(recheck.citation.claim)

    @display(description="source")
    def source(self, recheck: Recheck) -> str:
        return recheck.citation.snapshot.document.title

    @display(description="quote")
    def quote(self, recheck: Recheck) -> str:
        return f"“{recheck.citation.quote}”"

    @display(description="state", ordering="state", label=WORK_COLOURS)
    def progress(self, recheck: Recheck) -> str:
        return recheck.get_state_display()

    @display(description="found", label=FOUND_COLOURS)
    def found(self, recheck: Recheck) -> str:
        if not hasattr(recheck, "result"):
            return ""
        return (recheck.result.change or recheck.result.outcome).replace("_", " ")

    @display(description="explanation")
    def explanation(self, recheck: Recheck) -> str:
        return recheck.result.explanation if hasattr(recheck, "result") else ""


@admin.register(Citation)
class CitationAdmin(ClaimTextSearch, ReadOnlyAdmin):
    """The exact quotes that verdicts rest on, how they stand, and when they are looked at next."""

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
        return (
            super()
            .get_queryset(request)
            .select_related("claim", "snapshot__document", "created_by")
            .defer("snapshot__text")
        )

    def view_on_site(self, citation: Citation) -> str:
        return reverse("snapshot", args=[citation.snapshot_id])

    @action(description="Re-check now")
    def recheck_now(self, request: HttpRequest, citations: QuerySet[Citation]) -> None:
        say_queued(self, request, services.request_rechecks(citations=citations, at=timezone.now(), by=request.user))

    @display(description="quote")
    def short_quote(self, citation: Citation) -> str:
        return f"“{shorten(citation.quote)}”"

    @display(description="claim")
    def about(self, citation: Citation) -> SafeString:
        return claim_link(citation.claim)

    @display(description="source")
    def source(self, citation: Citation) -> str:
        return citation.snapshot.document.title

    @display(description="health", ordering="health", label=HEALTH_COLOURS)
    def health_in_words(self, citation: Citation) -> str:
        return citation.health_in_words
