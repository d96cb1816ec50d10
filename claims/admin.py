"""Articles, claims and findings, as editors see them."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import Case, Count, OuterRef, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action, display

from claims import services
from claims.forms import ArticleRow
from claims.labels import (
    KINDS,
    dimension_in_words,
    dismissal_in_words,
    split_notice_in_words,
    warning_in_words,
)
from claims.models import Article, Claim, Mark
from core.admin.history_page import Admin
from core.admin.import_export import ImportedRow, ImportExport, RowResource, in_chunks
from core.admin.read_only import JOB_COLOURS, ReadOnlyAdmin, choice_filter, fixed_width, shorten
from core.admin.word_search import WordSearch
from core.article_language import language_of
from core.text_search import text_search
from core.translation.rendering import in_english, translated
from core.web.requests import user_of
from sources.extraction import ExtractionRefused
from sources.fetching import AddressRefused
from sources.models import Document

#: How many articles an export holds in memory at a time; each may be as long as a book.
ARTICLES_AT_A_TIME = 20


#: What became of the claims of an article that was split again, by the names under which they were counted.
RESPLIT = {
    "kept": _("%(count)s kept"),
    "refreshed": _("%(count)s updated"),
    "returned": _("%(count)s restored"),
    "left_to_people": _("%(count)s left unchanged because someone has worked on them"),
    "added": _("%(count)s added"),
    "withdrawn": _("%(count)s withdrawn"),
}


class ClaimTextSearch(Admin):
    """Search by words of the claim, through its index; `search_fields` names the one column that holds its text."""

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[Any, bool]:
        if not search_term.strip():
            return queryset, False
        [field] = self.search_fields
        asked = text_search(search_term, field)
        return queryset.annotate(found=asked.vector).filter(asked.condition("found")), False


def open_marks(article: OuterRef) -> Coalesce:
    """Return the number of open marks of an article, as a column of another query."""
    marks = Mark.objects.open().filter(article=article).order_by()
    return Coalesce(Subquery(marks.values("article").annotate(n=Count("pk")).values("n")), 0)


def claim_link(claim: Claim, length: int = 160) -> SafeString:
    """Show a claim as a link to its page on the desk."""
    return format_html(
        '<a class="claim" lang="{}" href="{}">{}</a>',
        language_of(claim).code,
        reverse("claim", args=[claim.pk]),
        shorten(claim.text, length),
    )


class ArticleRows(RowResource):
    """Articles by their text or their address. One that is here already is left as it is."""

    columns = ("title", "url", "text", "published_on", "readers")
    max_rows, max_bytes = 100, 10_000_000
    form = ArticleRow
    refusals = (AddressRefused, ExtractionRefused, services.ArticleTooLong)

    def submit_row(self, given: dict, *, by: User, at: datetime) -> ImportedRow:
        details = {**given}
        submission = services.submit_article(by=by, at=at, judgements_required=details.pop("readers"), **details)
        article = submission.article
        return ImportedRow(
            article,
            submission.is_new,
            "" if submission.is_new else gettext("“%(title)s” will not change.") % {"title": article.title},
        )

    def export_rows(self, rows: QuerySet[Article]) -> Iterator[tuple]:
        uploaded = When(snapshot__document__kind=Document.Kind.UPLOAD, then="snapshot__text")
        rows = rows.select_related("snapshot__document").annotate(
            uploaded_text=Case(uploaded, default=Value("", TextField()))
        )
        for article in in_chunks(rows, size=ARTICLES_AT_A_TIME):
            url = article.snapshot.document.url
            yield article.title, url, article.uploaded_text, article.published_on, article.judgements_required


@admin.register(Article)
class ArticleAdmin(WordSearch, ImportExport, ReadOnlyAdmin):
    """Articles handed in, how far they are, and what is still open in them."""

    resource_classes = (ArticleRows,)

    list_display = (
        "title",
        "progress",
        "claim_count",
        "open_mark_count",
        "judgements_required",
        "submitted_by",
        "submitted_at",
    )
    list_filter = ("state", choice_filter("judgements_required", {"1": "1", "2": "2"}, title=_("judgements per claim")))
    search_fields = ("title",)
    searched_words = "title"
    ordering = ("-pk",)
    actions = ("split_again",)
    fields = (
        "title",
        "published_on",
        "progress",
        "error",
        "judgements_required",
        "snapshot",
        "duplicate_of",
        "submitted_by",
        "submitted_at",
        "split_at",
        "split_by",
        "notice",
        "newer_rules",
    )

    @action(description=_("Split again with the newest rules"))
    def split_again(self, request: HttpRequest, articles: QuerySet[Article]) -> None:
        due = services.request_resplit(Article.objects.filter(pk__in=articles.values("pk")), by=user_of(request))
        if due:
            said = ngettext(
                "%(count)s article is being split again. Claims that people have worked on are kept.",
                "%(count)s articles are being split again. Claims that people have worked on are kept.",
                len(due),
            )
            self.message_user(request, said % {"count": len(due)})
        else:
            self.message_user(
                request,
                gettext("Nothing to do: these articles have already been split with the newest rules."),
                messages.WARNING,
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

    @display(description=_("state"), ordering="state", label=JOB_COLOURS)
    def progress(self, article: Article) -> str:
        return article.get_state_display()

    @display(description=_("claims on the desk"), ordering="claims_on_desk")
    def claim_count(self, article: Any) -> int:
        return article.claims_on_desk

    @display(description=_("last split again"))
    def newer_rules(self, article: Article) -> SafeString | str:
        """Return what became of the claims, and the new ones that a person's work kept out."""
        done = article.last_resplit
        if not done:
            return gettext("Never")
        counts = [RESPLIT[name] % {"count": count} for name, count in done.items() if name in RESPLIT]
        between = gettext("From %(before)s to %(after)s: %(counts)s") % {
            "before": done["from"],
            "after": done["to"],
            "counts": gettext(", ").join(counts),
        }
        kept_out = [
            gettext("Not added because of claim %(claim)s: %(text)s") % {"claim": each["claim"], "text": each["text"]}
            for each in done["kept_out"]
        ]
        return _listed([between, *kept_out])

    @display(description=_("last error"))
    def error(self, article: Article) -> str:
        return translated(article.last_error)

    @display(description=_("splitter version"))
    def split_by(self, article: Article) -> SafeString | str:
        return fixed_width(article.splitter_version)

    @display(description=_("notice about the split"))
    def notice(self, article: Article) -> str:
        return split_notice_in_words(article.split_notice)

    @display(description=_("open marks"), ordering="marks_open")
    def open_mark_count(self, article: Any) -> int:
        return article.marks_open


@admin.register(Claim)
class ClaimAdmin(ClaimTextSearch, ReadOnlyAdmin):
    """Claims with what was read in them; they are judged, edited and dismissed on the desk."""

    list_display = ("short_text", "article", "kind_in_words", "check_worthy", "score", "origin", "dismissal")
    list_filter = ("check_worthy", choice_filter("kind", KINDS, title=_("kind")), "origin")
    search_fields = ("text",)
    list_select_related = ("article", "dismissed_by")
    ordering = ("-pk",)
    fields = (
        "text",
        "article",
        "kind_in_words",
        "check_worthy",
        "score",
        "why",
        "attributed_to",
        "quantities_read",
        "dates_read",
        "warnings",
        "origin",
        "split_by",
        "dismissed_at",
        "dismissed_by",
        "dismissal",
        "withdrawn_at",
        "worked_on_at",
        "created_at",
    )

    def view_on_site(self, claim: Claim) -> str:
        return reverse("claim", args=[claim.pk])

    @display(description=_("claim"))
    def short_text(self, claim: Claim) -> SafeString:
        return in_english(shorten(claim.text))

    @display(description=_("kind"), ordering="kind")
    def kind_in_words(self, claim: Claim) -> str:
        return str(KINDS.get(claim.kind, claim.kind))

    @display(description=_("splitter version"))
    def split_by(self, claim: Claim) -> SafeString | str:
        return fixed_width(claim.splitter_version)

    @display(description=_("reason for dismissal"), ordering="dismissed_reason")
    def dismissal(self, claim: Claim) -> str:
        return dismissal_in_words(claim.dismissed_reason)

    @display(description=_("reasons for its check-worthiness"))
    def why(self, claim: Claim) -> SafeString:
        return _listed(map(translated, claim.reasons))

    @display(description=_("quantities"))
    def quantities_read(self, claim: Claim) -> SafeString:
        return _listed(_quantity_in_words(quantity) for quantity in claim.quantities)

    @display(description=_("dates"))
    def dates_read(self, claim: Claim) -> SafeString:
        return _listed(date["surface"] for date in claim.dates)

    @display(description=_("warnings"))
    def warnings(self, claim: Claim) -> SafeString:
        return _listed(map(warning_in_words, claim.lint))


def _quantity_in_words(quantity: dict) -> str:
    """Return the printed words, and what they were read as: “4150 N (force, newton)”."""
    dimension = quantity["dimension"] and dimension_in_words(quantity["dimension"])
    read_as = ", ".join(part for part in (dimension, quantity["unit"]) if part)
    return f"{quantity['surface']} ({read_as})" if read_as else quantity["surface"]


def _listed(items: Iterable[object]) -> SafeString:
    return format_html_join("", "<div>{}</div>", ((item,) for item in items))
