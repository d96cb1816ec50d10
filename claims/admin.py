"""Articles, claims and findings, as editors see them."""

from django.contrib import admin, messages
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from unfold.decorators import action, display

from claims import services
from claims.language.results import KINDS
from claims.models import Article, Claim, Finding, Mark
from claims.policies import NotAllowed
from claims.tasks import split_article
from sources.admin import WORK_COLOURS, ReadOnlyAdmin, one_of, shorten
from sources.tasks import ring


#: A mark that no claim on the desk covers and nobody dismissed.
class ClaimTextSearch:
    """Search by words of the claim, through its index; `search_fields` names the one column that holds its text."""

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        if not search_term.strip():
            return queryset, False
        words = SearchQuery(search_term, config="english", search_type="websearch")
        return queryset.annotate(found=SearchVector(*self.search_fields, config="english")).filter(found=words), False


def open_marks(article: OuterRef) -> Coalesce:
    """Return the number of open marks of an article, as a column of another query."""
    marks = Mark.objects.open().filter(article=article).order_by()
    return Coalesce(Subquery(marks.values("article").annotate(n=Count("pk")).values("n")), 0)


def claim_link(claim: Claim, length: int = 160) -> SafeString:
    """Show a claim as a link to its page on the desk."""
    return format_html(
        '<a class="claim" href="{}">{}</a>', reverse("claim", args=[claim.pk]), shorten(claim.text, length)
    )


@admin.register(Article)
class ArticleAdmin(ReadOnlyAdmin):
    """Articles handed in, how far they are, and what is still open in them."""

    list_display = ("title", "progress", "claim_count", "open_mark_count", "readers", "submitted_by", "submitted_at")
    list_filter = ("state", one_of("readers", ("1", "2"), title="judgements per claim"))
    search_fields = ("title",)
    ordering = ("-pk",)
    actions = ("split_again",)
    fields = (
        "title",
        "published_on",
        "progress",
        "last_error",
        "readers",
        "snapshot",
        "duplicate_of",
        "submitted_by",
        "submitted_at",
        "split_at",
        "splitter_version",
        "split_notice",
        "newer_rules",
    )

    @action(description="Split again with the newest rules")
    def split_again(self, request: HttpRequest, articles: QuerySet[Article]) -> None:
        """Make the chosen articles due, and ring for the workers."""
        due = services.request_resplit(Article.objects.filter(pk__in=articles.values("pk")))
        for article_id in due:
            ring(split_article, article_id=article_id)
        if due:
            self.message_user(request, f"{len(due)} articles are being split again. What people worked on stays.")
        else:
            self.message_user(
                request, "Nothing to do: the newest rules split these articles already.", messages.WARNING
            )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        worthy = Claim.objects.active().filter(article=OuterRef("pk")).order_by()
        return (
            super()
            .get_queryset(request)
            .select_related("submitted_by", "snapshot", "duplicate_of")
            .defer("snapshot__text")
            .annotate(
                claims_on_desk=Coalesce(Subquery(worthy.values("article").annotate(n=Count("pk")).values("n")), 0),
                marks_open=open_marks(OuterRef("pk")),
            )
        )

    def view_on_site(self, article: Article) -> str:
        return reverse("article", args=[article.pk])

    @display(description="state", ordering="state", label=WORK_COLOURS)
    def progress(self, article: Article) -> str:
        return article.get_state_display()

    @display(description="claims on the desk", ordering="claims_on_desk")
    def claim_count(self, article: Article) -> int:
        return article.claims_on_desk

    @display(description="last time split again")
    def newer_rules(self, article: Article) -> SafeString | str:
        """What became of the claims, and the new ones that a person's work kept out."""
        done = article.last_resplit
        if not done:
            return "Never"
        counts = [f"{count} {name.replace('_', ' ')}" for name, count in done.items() if isinstance(count, int)]
        kept_out = [f"Kept out by claim {each['claim']}: {each['text']}" for each in done["kept_out"]]
        return _listed([f"From {done['from']} to {done['to']}: {', '.join(counts)}", *kept_out])

    @display(description="open marks", ordering="marks_open")
    def open_mark_count(self, article: Article) -> int:
        return article.marks_open


@admin.register(Claim)
class ClaimAdmin(ClaimTextSearch, ReadOnlyAdmin):
    """Claims with what was read in them; they are judged, edited and dismissed on the desk."""

    list_display = ("short_text", "article", "kind", "check_worthy", "score", "origin", "dismissed_reason")
    list_filter = ("check_worthy", one_of("kind", KINDS, title="kind"), "origin")
    search_fields = ("text",)
    list_select_related = ("article", "dismissed_by")
    ordering = ("-pk",)
    fields = (
        "text",
        "article",
        "kind",
        "check_worthy",
        "score",
        "why",
        "attributed_to",
        "quantities_read",
        "dates_read",
        "remarks",
        "origin",
        "splitter_version",
        "dismissed_at",
        "dismissed_by",
        "dismissed_reason",
        "withdrawn_at",
        "touched_at",
        "created_at",
    )

    def view_on_site(self, claim: Claim) -> str:
        return reverse("claim", args=[claim.pk])

    @display(description="claim")
    def short_text(self, claim: Claim) -> str:
        return shorten(claim.text)

    @display(description="why worth checking, or not")
    def why(self, claim: Claim) -> SafeString:
        return _listed(claim.reasons)

    @display(description="quantities")
    def quantities_read(self, claim: Claim) -> SafeString:
        return _listed(_quantity_in_words(quantity) for quantity in claim.quantities)

    @display(description="dates")
    def dates_read(self, claim: Claim) -> SafeString:
        return _listed(date["surface"] for date in claim.dates)

    @display(description="remarks of the splitter")
    def remarks(self, claim: Claim) -> SafeString:
        return _listed(claim.lint)


@admin.register(Finding)
class FindingAdmin(ClaimTextSearch, ReadOnlyAdmin):
    """What the machine noticed; accepting or dismissing it changes no verdict."""

    list_display = ("short_explanation", "kind_in_words", "about", "state_in_words", "created_at")
    list_filter = ("state", "kind")
    search_fields = ("claim__text",)
    list_select_related = ("claim", "citation")
    ordering = ("-pk",)
    fields = (
        "explanation",
        "kind_in_words",
        "about",
        "other",
        "citation",
        "state_in_words",
        "lapsed_reason",
        "created_at",
    )
    actions = ("accept", "dismiss")

    @action(description="Accept")
    def accept(self, request: HttpRequest, findings: QuerySet[Finding]) -> None:
        self._decide(request, findings, accept=True)

    @action(description="Dismiss")
    def dismiss(self, request: HttpRequest, findings: QuerySet[Finding]) -> None:
        self._decide(request, findings, accept=False)

    def _decide(self, request: HttpRequest, findings: QuerySet[Finding], *, accept: bool) -> None:
        self.act_on_each(
            request,
            findings,
            lambda finding: services.decide_finding(by=request.user, finding=finding, accept=accept),
            done="accepted" if accept else "dismissed",
            refusals=(services.NothingToDo, NotAllowed),
        )

    @display(description="finding")
    def short_explanation(self, finding: Finding) -> str:
        return shorten(finding.explanation, 240)

    @display(description="kind", ordering="kind")
    def kind_in_words(self, finding: Finding) -> str:
        return finding.kind.replace("_", " ")

    @display(description="claim")
    def about(self, finding: Finding) -> SafeString:
        return claim_link(finding.claim)

    @display(description="other claim")
    def other(self, finding: Finding) -> SafeString | str:
        return claim_link(finding.other_claim) if finding.other_claim else "–"

    @display(
        description="state",
        ordering="state",
        label={Finding.State.OPEN.label: "warning", Finding.State.ACCEPTED.label: "success"},
    )
    def state_in_words(self, finding: Finding) -> str:
        return finding.get_state_display()


def _quantity_in_words(quantity: dict) -> str:
    """The printed words, and what they were read as: “4150 N (force, newton)”."""
    read_as = ", ".join(part for part in (quantity["dimension"], quantity["unit"]) if part)
    return f"{quantity['surface']} ({read_as})" if read_as else quantity["surface"]


def _listed(items: object) -> SafeString:
    return format_html_join("", "<div>{}</div>", ((item,) for item in items))
