"""The sign-off queue: what was judged, on what evidence, and what is still open around it."""

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import ChangeList
from django.contrib.auth.models import User
from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action, display

from claims.admin import ClaimTextSearch, open_marks
from claims.models import Citation, Finding
from core.admin.read_only import Colours, ReadOnlyAdmin
from core.web import query_params
from core.web.requests import user_of
from reviews import policies, queries, services
from reviews.models import Judgement, Review, Verdict
from reviews.queries.annotated import AnnotatedReview
from reviews.ratings import Rating
from reviews.workflow import LABELS, OPEN, Status

REFUSALS = (services.NotAllowed, services.SomeoneElseWasFirst, services.RationaleMissing)
#: Colours of words, by the word as it is shown.
RATING_COLOURS = Colours({rating.label: rating.row.tone.value for rating in Rating})
#: How many open marks of an article a page names; the article's own page shows them all in their place.
MARKS_NAMED = 40


class StatusFilter(admin.SimpleListFilter):
    """Where rounds stand; what waits for sign-off is shown unless something else is asked for."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        named = [*((str(state), label) for state, label in LABELS.items()), ("open", _("All open")), ("all", _("All"))]
        return [(state, str(label)) for state, label in named]

    def value(self) -> str:
        return super().value() or Status.IN_APPROVAL

    def queryset(self, request: HttpRequest, queryset: QuerySet[Review]) -> QuerySet[Review]:
        if self.value() == "all":
            return queryset
        if self.value() == "open":
            return queryset.filter(status__in=OPEN)
        return queryset.filter(status=self.value())

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        for state, label in self.lookup_choices:
            yield {
                "selected": self.value() == state,
                "query_string": changelist.get_query_string({self.parameter_name: state}),
                "display": label,
            }


@admin.register(Review)
class ReviewAdmin(ClaimTextSearch, ReadOnlyAdmin):
    """Editors read here and act through services: the admin never saves a row."""

    list_display = ("what", "rated", "judges", "evidence", "still_open")
    list_display_links = None  # the claim in the first column is a link of its own
    list_filter = (StatusFilter, "reason", "rating")
    list_per_page = 25
    # An editor signs off what stood on the screen, not what other pages hold.
    list_disable_select_all = True
    search_fields = ("claim__text",)
    ordering = ("pk",)
    actions = ("sign_off", "send_back")
    change_form_template = "admin/reviews/review/change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Review]:
        return (
            super()
            .get_queryset(request)
            .select_related("claim__article")
            .prefetch_related(Prefetch("judgements", queryset=_standing_judgements(), to_attr="standing"))
            .annotate(
                open_marks=open_marks(OuterRef("claim__article")),
                verdict_rating=Subquery(
                    Verdict.objects.filter(claim=OuterRef("claim")).order_by("-pk").values("rating")[:1]
                ),
                open_findings=_open_findings(user_of(request), claim=OuterRef("claim")),
                open_findings_of_article=_open_findings(user_of(request), claim__article=OuterRef("claim__article")),
            )
        )

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict | None = None
    ) -> HttpResponse:
        review = self.get_object(request, object_id)
        dossier = _dossier(review, request) if review else {}
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **dossier})

    @action(description=_("Sign off"))
    def sign_off(self, request: HttpRequest, _filtered: QuerySet[Review]) -> None:
        self._move_each(
            request,
            lambda review: services.sign_off(
                by=user_of(request), review=review, at=timezone.now(), seen_version=_seen_version(request, review)
            ),
            done=_("%(count)s signed off."),
            not_done=_("%(count)s not signed off: %(reason)s"),
        )

    @action(description=_("Send back with a comment"))
    def send_back(self, request: HttpRequest, _filtered: QuerySet[Review]) -> HttpResponse | None:
        if "note" not in request.POST:
            return self._ask_for_note(request)
        self._move_each(
            request,
            lambda review: services.return_review(
                by=user_of(request),
                review=review,
                note=query_params.text(request.POST, "note"),
                at=timezone.now(),
                seen_version=_seen_version(request, review),
            ),
            done=_("%(count)s sent back."),
            not_done=_("%(count)s not sent back: %(reason)s"),
        )
        return None

    def _move_each(
        self, request: HttpRequest, move: Callable[[Review], object], *, done: str | Promise, not_done: str | Promise
    ) -> None:
        self.act_on_each(request, _chosen(request), move, done=str(done), not_done=str(not_done), refusals=REFUSALS)

    def _ask_for_note(self, request: HttpRequest) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Send back with a comment"),
            "opts": self.opts,
            "reviews": _chosen(request),
            "seen_versions": {name: value for name, value in request.POST.items() if name.startswith("seen_version_")},
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/reviews/review/send_back.html", context)

    @display(description=_("claim"))
    def what(self, review: Review) -> SafeString:
        return _cell("what", review)

    @display(description=_("rating"), label=RATING_COLOURS)
    def rated(self, review: Review) -> str:
        return review.get_rating_display()

    @display(description=_("judged by"))
    def judges(self, review: Review) -> SafeString:
        return _cell("judges", review)

    @display(description=_("rationale and evidence"))
    def evidence(self, review: Review) -> SafeString:
        return _cell("evidence", review)

    @display(description=_("open items"))
    def still_open(self, review: Review) -> SafeString:
        return _cell("still_open", review)


def _cell(name: str, review: AnnotatedReview) -> SafeString:
    if policies.is_blind(review):
        review.standing = []  # an editor may still be one of those who judge
    elif name == "still_open" and review.status == Status.IN_APPROVAL:
        review.reversal = queries.reversal(review) if review.verdict_rating not in (None, review.rating) else None
    return render_to_string(f"admin/reviews/review/_{name}.html", {"review": review})


def _standing_judgements() -> QuerySet[Judgement]:
    cited = Citation.objects.select_related("snapshot__document").defer("snapshot__text").order_by("pk")
    return (
        Judgement.objects.filter(withdrawn_at=None)
        .select_related("analyst")
        .prefetch_related(Prefetch("citations", queryset=cited))
        .order_by("pk")
    )


def _open_findings(person: User, **of: OuterRef) -> Coalesce:
    """Return the number of open findings that this person may see, as a column of another query."""
    findings = queries.visible_findings(Finding.objects.filter(state=Finding.State.OPEN, **of), person).order_by()
    return Coalesce(Subquery(findings.values("state").annotate(n=Count("pk")).values("n")), 0)


def _chosen(request: HttpRequest) -> list[Review]:
    """Return the ticked rounds wherever they stand by now.

    The services refuse what has moved on since it was seen, even if it came back, and so it is named instead of left out.
    """
    reviews = Review.objects.filter(pk__in=request.POST.getlist(ACTION_CHECKBOX_NAME)).select_related("claim__article")
    return list(reviews.order_by("pk"))


def _seen_version(request: HttpRequest, review: Review) -> int:
    """Return the version of a round that was on the screen; of one that was not, a version that no round has."""
    seen_version = query_params.integer(request.POST.get(f"seen_version_{review.pk}"))
    return -1 if seen_version is None else seen_version


def _dossier(review: Review, request: HttpRequest) -> dict:
    """Everything an editor weighs before signing off, for the page of one round."""
    article = review.claim.article
    text = article.snapshot.text
    marks = article.marks.open().order_by("start", "pk")[:MARKS_NAMED]
    rating = review.get_rating_display()
    return {
        "review": review,
        "status": LABELS[Status(review.status)],
        "rating_colour": RATING_COLOURS[rating] if rating else None,
        "sentence": text[review.claim.sentence_start : review.claim.sentence_end],
        "findings": queries.visible_findings(Finding.objects.filter(claim=review.claim), user_of(request)).order_by(
            "pk"
        ),
        "coverage": queries.coverage(article),
        "named_marks": [{"kind": mark.get_kind_display(), "surface": text[mark.start : mark.end]} for mark in marks],
        "rounds": _rounds(review),
        "reversal": queries.reversal(review) if review.status == Status.IN_APPROVAL else None,
        "may_sign_off": policies.may_move(review, Status.PUBLISHED, user_of(request)),
        "why_not_sign_off": _why_not_sign_off(review, request),
        "may_send_back": policies.may_move(review, Status.IN_REVIEW, user_of(request))
        and review.status == Status.IN_APPROVAL,
        "needs_decision": review.status == Status.ADJUDICATION,
        "checkbox": ACTION_CHECKBOX_NAME,
    }


def _rounds(review: Review) -> list[AnnotatedReview]:
    """Return every round of the claim with what was judged, but for one that is still judged blind."""
    rounds: list[AnnotatedReview] = list(queries.rounds(review.claim))
    for each in rounds:
        each.shown_judgements = [] if policies.is_blind(each) else list(each.judgements.all())
    return rounds


def _why_not_sign_off(review: Review, request: HttpRequest) -> str:
    if review.status != Status.IN_APPROVAL:
        return ""
    try:
        policies.check_may_move(review, Status.PUBLISHED, user_of(request))
    except services.NotAllowed as refusal:
        return str(refusal)
    return ""
