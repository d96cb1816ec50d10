"""What was published and its hash chain: to read, never to change."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from unfold.decorators import action, display

from claims.admin import ClaimTextSearch, claim_link
from core.admin.read_only import Colours, ReadOnlyAdmin, fixed_width
from core.web.requests import user_of
from reviews import queries, services
from reviews.admin.rechecks import say_queued
from reviews.admin.rounds import RATING_COLOURS
from reviews.labels import label_of
from reviews.models import LedgerEntry, Verdict
from reviews.queries.annotated import AnnotatedVerdict
from reviews.ratings import Rating

#: How a verdict stands now.
STANDS, ENDANGERED = pgettext_lazy("verdict", "stands"), pgettext_lazy("verdict", "in doubt")
SUPERSEDED, WITHDRAWN = pgettext_lazy("verdict", "superseded"), pgettext_lazy("verdict", "withdrawn")


@admin.register(Verdict)
class VerdictAdmin(ClaimTextSearch, ReadOnlyAdmin):
    """Every verdict that was published, with whether it still stands."""

    list_display = ("about", "rated", "stands", "signed_off_by", "published_at", "short_hash")
    list_display_links = ("rated",)
    list_filter = ("rating", "published_at")
    search_fields = ("claim__text",)
    ordering = ("-pk",)
    fields = (
        "about",
        "rated",
        "stands",
        "rationale",
        "evidence",
        "supersedes",
        "signed_off_by",
        "published_at",
        "review",
        "ledger_hash",
    )
    actions = ("recheck_now",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Verdict]:
        return queries.published()

    def view_on_site(self, verdict: Verdict) -> str:
        return reverse("claim", args=[verdict.claim_id])

    @action(description=_("Re-check now"))
    def recheck_now(self, request: HttpRequest, verdicts: QuerySet[Verdict]) -> None:
        cited = {citation.pk: citation for verdict in verdicts for citation in verdict.citations.all()}
        say_queued(
            self, request, services.request_rechecks(citations=cited.values(), at=timezone.now(), by=user_of(request))
        )

    @display(description=_("claim"))
    def about(self, verdict: Verdict) -> SafeString:
        return claim_link(verdict.claim)

    @display(description=_("rating"), ordering="rating", label=RATING_COLOURS)
    def rated(self, verdict: Verdict) -> str:
        return verdict.get_rating_display()

    @display(description=_("stands"), label=Colours({STANDS: "success", ENDANGERED: "danger", WITHDRAWN: "danger"}))
    def stands(self, verdict: AnnotatedVerdict) -> str:
        if verdict.is_superseded:
            return str(SUPERSEDED)
        if hasattr(verdict, "withdrawal"):
            return str(WITHDRAWN)
        return str(ENDANGERED if verdict.is_endangered else STANDS)

    @display(description=_("evidence"))
    def evidence(self, verdict: Verdict) -> SafeString:
        return render_to_string("admin/reviews/_citations.html", {"citations": verdict.citations.all()})

    @display(description=_("ledger"))
    def short_hash(self, verdict: Verdict) -> SafeString | str:
        return fixed_width(verdict.ledger_entry.hash[:12])

    @display(description=_("hash in the ledger"))
    def ledger_hash(self, verdict: Verdict) -> SafeString | str:
        return fixed_width(verdict.ledger_entry.hash)


@admin.register(LedgerEntry)
class LedgerEntryAdmin(ReadOnlyAdmin):
    """The hash chain, newest link first."""

    list_display = ("seq", "about", "rated", "signed_off_by", "published_at", "short_hash", "short_previous_hash")
    list_display_links = ("seq",)
    search_fields = ("^hash",)
    list_select_related = ("verdict__claim", "verdict__signed_off_by")
    ordering = ("-seq",)
    fields = ("seq", "about", "content", "full_hash", "full_previous_hash")

    @display(description=_("claim"))
    def about(self, entry: LedgerEntry) -> SafeString:
        return claim_link(entry.verdict.claim)

    @display(description=_("rating"), label=RATING_COLOURS)
    def rated(self, entry: LedgerEntry) -> str:
        return entry.verdict.get_rating_display()

    @display(description=_("signed off by"))
    def signed_off_by(self, entry: LedgerEntry) -> str:
        return entry.verdict.signed_off_by.get_username()

    @display(description=_("published at"))
    def published_at(self, entry: LedgerEntry) -> object:
        return entry.verdict.published_at

    @display(description=_("content"))
    def content(self, entry: LedgerEntry) -> SafeString:
        checked = [
            {
                **citation,
                "stance_said": label_of(citation["stance"]),
                "check_said": " – ".join(label_of(word) for word in citation["check"].values() if word),
            }
            for citation in entry.payload["citations"]
        ]
        context = {
            "entry": entry,
            "payload": {**entry.payload, "citations": checked},
            "rating": Rating(entry.payload["rating"]).label,
        }
        return render_to_string("admin/reviews/_ledger_payload.html", context)

    @display(description=_("hash"))
    def short_hash(self, entry: LedgerEntry) -> SafeString | str:
        return fixed_width(entry.hash[:12])

    @display(description=_("previous entry"))
    def short_previous_hash(self, entry: LedgerEntry) -> SafeString | str:
        return fixed_width(entry.previous_hash[:12])

    @display(description=_("hash"))
    def full_hash(self, entry: LedgerEntry) -> SafeString | str:
        return fixed_width(entry.hash)

    @display(description=_("hash of the previous entry"))
    def full_previous_hash(self, entry: LedgerEntry) -> SafeString | str:
        return fixed_width(entry.previous_hash)
