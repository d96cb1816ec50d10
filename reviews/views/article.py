"""The list of articles, and the article page: the text with its claims and open marks."""

from collections.abc import Iterator

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET
from django_htmx.http import HttpResponseClientRefresh

from claims import services as claim_services
from claims.forms import AddClaim, TieToOriginal
from claims.models import Article, Claim, Mark
from core.translation.rendering import message_of
from core.web import query_params
from core.web.requests import PageRequest
from reviews import queries
from reviews.highlighting import HighlightSpan, TextRun, text_runs
from reviews.views import PAGE
from reviews.views.filtering import STATES, StateFilter, state_filter
from reviews.views.form_posts import REFUSALS, posts_only, to_claim
from reviews.views.panel import panel
from sources.models import Snapshot


@require_GET
def article_list(request: PageRequest) -> HttpResponse:
    search = query_params.text(request.GET, "q")
    page = Paginator(queries.articles(search=search), PAGE).get_page(request.GET.get("page"))
    return render(request, "reviews/article_list.html", {"page": page, "search": search})


@require_GET
def article(request: PageRequest, pk: int) -> HttpResponse:
    """The text with its claims; with ?claim=N, that claim beside it."""
    shown = get_object_or_404(
        Article.objects.select_related("snapshot__document", "submitted_by", "translation_of"), pk=pk
    )
    if shown.duplicate_of_id:
        return redirect("article", shown.duplicate_of_id)
    if shown.split_at is None:
        return _waiting(request, shown)
    if request.htmx:  # the page that waited becomes the article's, with its own styles and keys
        return HttpResponseClientRefresh()
    return render(request, "reviews/article.html", _article(request, shown))


def _article(request: PageRequest, shown: Article, *, add_form: AddClaim | None = None) -> dict:
    """What the article page shows: the text in runs, the claims in the state that was asked for, and the chosen one."""
    all_claims = queries.article_claims(shown, request.user)
    state = _state(request)
    listed = [claim for claim in all_claims if state.shows(claim)]
    chosen = _chosen(shown, request.GET.get("claim"))
    open_marks = list(queries.open_marks(shown))
    text = shown.snapshot.text
    return {
        "article": shown,
        "runs": list(_runs(text, listed, open_marks)),
        "claims": listed,
        "all_claims": len(all_claims),
        "worthy": sum(claim.is_on_desk for claim in all_claims),
        "state": state.name,
        "states": [(each, sum(map(each.shows, all_claims))) for each in STATES],
        "coverage": queries.coverage(shown),
        "open_marks": [(mark, text[mark.start : mark.end]) for mark in open_marks],
        "add_form": add_form or AddClaim(),
        "original_form": TieToOriginal(initial={"original": shown.translation_of_id}),
        **(panel(request, chosen) if chosen else {}),
    }


def _state(request: PageRequest) -> StateFilter:
    """Return the state that was asked for; a state that there is not shows every claim on the desk, and says so."""
    wanted = request.GET.get("state", "")
    state = state_filter(wanted)
    if state is None:
        names = pgettext("between the items of a list", ", ").join(each.name for each in STATES if each.name)
        told = _("There is no such state, so every claim on the desk is shown. The states are %(names)s.")
        messages.warning(request, told % {"names": names})
    return state or STATES[0]


def _waiting(request: PageRequest, shown: Article) -> HttpResponse:
    """The article is being fetched or split, or could not be."""
    failed = shown.state == Article.State.DEAD or shown.snapshot.state == Snapshot.State.DEAD
    context = {"article": shown, "failed": failed, "captured": shown.snapshot.state == Snapshot.State.DONE}
    return render(request, "reviews/_waiting.html" if request.htmx else "reviews/waiting.html", context)


def _chosen(shown: Article, wanted: str | None) -> Claim | None:
    pk = query_params.integer(wanted)
    return None if pk is None else queries.with_review(shown.claims.all()).filter(pk=pk).first()


def _runs(text: str, listed: list[Claim], open_marks: list[Mark]) -> Iterator[TextRun]:
    spans = [HighlightSpan(start, end, claim) for claim in listed for start, end in claim.places]
    return text_runs(text, claims=spans, marks=[HighlightSpan(mark.start, mark.end, mark) for mark in open_marks])


@posts_only("article")
def add_claim(request: PageRequest, pk: int) -> HttpResponse:
    """Add a claim that stands on words of the article."""
    shown = get_object_or_404(Article.objects.select_related("snapshot__document"), pk=pk, split_at__isnull=False)
    form = AddClaim(request.POST)
    if form.is_valid():
        try:
            added = claim_services.add_claim(by=request.user, article=shown, at=timezone.now(), **form.cleaned_data)
        except REFUSALS as refused:
            form.add_error(None, message_of(refused))
        else:
            messages.success(request, _("The claim is on the desk."))
            return to_claim(request, added)
    return render(request, "reviews/article.html", _article(request, shown, add_form=form), status=422)


@posts_only("article")
def tie_to_original(request: PageRequest, pk: int) -> HttpResponse:
    """Say of which article this one is a translation."""
    shown = get_object_or_404(Article, pk=pk, split_at__isnull=False)
    form = TieToOriginal(request.POST)
    if not form.is_valid():
        messages.error(request, str(form.errors["original"][0]))
        return redirect("article", pk)
    try:
        claim_services.tie_to_original(by=request.user, article=shown, original=form.cleaned_data["original"])
    except REFUSALS as refused:
        messages.error(request, message_of(refused))
    else:
        messages.success(request, _("The relation to the original is saved."))
    return redirect("article", pk)


@posts_only("desk")
def dismiss_mark(request: PageRequest, pk: int) -> HttpResponse:
    """Settle an open number, date, name, quotation or superlative without a claim."""
    mark = get_object_or_404(Mark, pk=pk)
    reason = query_params.text(request.POST, "reason")
    try:
        claim_services.dismiss_mark(by=request.user, mark=mark, reason=reason)
    except REFUSALS as refused:
        messages.error(request, message_of(refused))
    return redirect(reverse("article", args=[mark.article_id]) + "#open-marks")
