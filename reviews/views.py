"""The desk, the article page with its claims, and everything that is decided about a claim."""

from collections.abc import Callable, Iterator
from functools import partial, wraps

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from claims import queries as claim_queries
from claims import services as claims
from claims.forms import AddClaim, Dismiss
from claims.models import Article, Citation, Claim, Finding, Mark
from claims.policies import NotAllowed
from reviews import forms, policies, queries, services, tasks
from reviews.checking import check_claim
from reviews.highlighting import Run, Span, runs
from reviews.models import Review
from reviews.workflow import OPEN, Status
from sources.models import Snapshot

PAGE = 50
REFUSALS = (
    NotAllowed,
    services.SomeoneElseWasFirst,
    services.CitationMissing,
    services.RationaleMissing,
    claims.NothingToDo,
    claims.QuoteRefused,
    claims.WordingRefused,
)


def posts_only(page: str) -> Callable:
    """Make a view that takes only what a form sends lead whoever opens its address to the page with the form."""

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def answer(request: HttpRequest, pk: int) -> HttpResponse:
            if request.method == "POST":
                return view(request, pk)
            return redirect(page, pk) if page in ("claim", "article") else redirect(page)

        return answer

    return decorate


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    view = request.GET.get("view", "all")
    search = request.GET.get("q", "").replace("\0", "").strip()
    before = request.GET.get("before", "")
    shown = list(
        queries.desk(
            view=view if view in queries.DESK_VIEWS else "all",
            search=search,
            before=int(before[:18]) if before.isdecimal() else None,
            limit=PAGE + 1,
        )
    )
    context = {
        "claims": shown[:PAGE],
        "older_than": shown[PAGE - 1].pk if len(shown) > PAGE else None,
        "view": view,
        "search": search,
    }
    if request.htmx:
        return render(request, "reviews/_desk_rows.html", context)
    return render(request, "reviews/desk.html", {**context, "views": _views()})


def _views() -> list[dict]:
    counts = queries.desk_counts()
    return [
        {"name": view.name, "label": view.label, "count": _shown_count(counts[view.name])}
        for view in queries.DESK_VIEWS.values()
    ]


def _shown_count(count: int) -> str:
    return f"{queries.COUNTED:,}+" if count > queries.COUNTED else f"{count:,}"


@require_GET
def article_list(request: HttpRequest) -> HttpResponse:
    search = request.GET.get("q", "").replace("\0", "")
    page = Paginator(queries.articles(search=search), PAGE).get_page(request.GET.get("page"))
    return render(request, "reviews/article_list.html", {"page": page, "search": search})


@require_GET
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """The text with its claims; with ?claim=N, that claim beside it."""
    shown = get_object_or_404(Article.objects.select_related("snapshot__document", "submitted_by"), pk=pk)
    if shown.duplicate_of_id:
        return redirect("article", shown.duplicate_of_id)
    if shown.state != Article.State.DONE:
        return _waiting(request, shown)
    return render(request, "reviews/article.html", _article(request, shown))


def _article(request: HttpRequest, shown: Article, *, add_form: AddClaim | None = None) -> dict:
    """What the article page shows: the text in runs, every claim, and the chosen one."""
    all_claims = list(queries.article_claims(shown))
    chosen = _chosen(all_claims, request.GET.get("claim"))
    open_marks = list(queries.open_marks(shown))
    text = shown.snapshot.text
    return {
        "article": shown,
        "runs": list(_runs(text, all_claims, open_marks)),
        "claims": all_claims,
        "worthy": sum(claim.check_worthy and not claim.dismissed_at for claim in all_claims),
        "coverage": queries.coverage(shown),
        "open_marks": [(mark, text[mark.start : mark.end]) for mark in open_marks],
        "add_form": add_form or AddClaim(),
        **(_panel(request, chosen) if chosen else {}),
    }


def _waiting(request: HttpRequest, shown: Article) -> HttpResponse:
    """The article is being fetched or split, or could not be."""
    failed = shown.state == Article.State.DEAD or shown.snapshot.state == Snapshot.State.DEAD
    context = {"article": shown, "failed": failed, "captured": shown.snapshot.state == Snapshot.State.DONE}
    return render(request, "reviews/_waiting.html" if request.htmx else "reviews/waiting.html", context)


def _chosen(all_claims: list[Claim], wanted: str | None) -> Claim | None:
    return next((claim for claim in all_claims if str(claim.pk) == wanted), None)


def _runs(text: str, all_claims: list[Claim], open_marks: list[Mark]) -> Iterator[Run]:
    spans = [
        Span(start, end, claim)
        for claim in all_claims
        if claim.check_worthy and not claim.dismissed_at
        for start, end in claim.places
    ]
    return runs(text, claims=spans, marks=[Span(mark.start, mark.end, mark) for mark in open_marks])


@require_GET
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    """One claim: as a part for the panel beside the article, or as a page of its own."""
    shown = get_object_or_404(queries.with_review(Claim.objects.select_related("article")), pk=pk)
    template = "reviews/_claim.html" if request.htmx else "reviews/claim.html"
    return render(request, template, _panel(request, shown))


def _panel(request: HttpRequest, shown: Claim, *, form: forms.Judge | None = None) -> dict:
    """What the claim panel shows, whether beside the article or alone."""
    rounds = list(queries.rounds(shown))
    current = rounds[0] if rounds and rounds[0].status in OPEN else None
    blind = current is not None and policies.is_blind_to(current, request.user)
    citations = _citations_for(request.user, shown, blind=blind)
    note = current.note if current else ""  # shown above the findings, and not once more among them
    return {
        "claim": shown,
        "quote": shown.article.snapshot.text[shown.start : shown.end],
        "rounds": rounds,
        "current": current,
        "blind": blind,
        "citations": citations,
        "evidence": [(citation, check_claim(shown.text, citation.quote)) for citation in citations],
        "findings": list(shown.findings.filter(state=Finding.State.OPEN).exclude(explanation=note).order_by("pk")),
        "form": form or forms.Judge(citations=citations),
        "may_judge": _may_judge(shown, rounds, current, request.user),
        "may_sign_off": current and policies.may_move(current, Status.PUBLISHED, request.user),
        "may_return": current and policies.may_move(current, Status.IN_REVIEW, request.user) and current.rating,
        "may_reopen": current is None and bool(rounds),
        "may_reword": not shown.dismissed_at and not any(review.judgements.all() for review in rounds),
        "following": queries.next_claim(shown),
    }


def _citations_for(user: AbstractBaseUser, shown: Claim, *, blind: bool) -> list[Citation]:
    """The evidence that this person may see now; while they judge blind, what they cited themselves."""
    return [each for each in claim_queries.citations(shown) if not blind or each.created_by_id == user.pk]


def _may_judge(shown: Claim, rounds: list[Review], current: Review | None, user: AbstractBaseUser) -> bool:
    """A claim on the desk is judged in its open round; one that is so new that it has none gets its first by that."""
    if not shown.check_worthy or shown.dismissed_at:
        return False
    return policies.may_judge(current, user) if current else not rounds


@posts_only("claim")
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(queries.with_review(Claim.objects.select_related("article__snapshot")), pk=pk)
    current = queries.open_round(shown)
    blind = current is not None and policies.is_blind_to(current, request.user)
    form = forms.Judge(request.POST, citations=_citations_for(request.user, shown, blind=blind))
    if form.is_valid():
        try:
            services.submit_judgement(
                by=request.user, claim=shown, at=timezone.now(), seen_round=_seen_round(request), **form.cleaned_data
            )
        except REFUSALS as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Your judgement is in.")
            return _to_claim(shown)
    return render(request, "reviews/claim.html", _panel(request, shown, form=form), status=422)


def _seen_round(request: HttpRequest) -> int | None:
    seen = request.POST.get("round", "")
    return int(seen[:9]) if seen.isdecimal() else None


def _decide(request: HttpRequest, shown: Claim, act: Callable[[], object], done: str) -> HttpResponse:
    """Run one service, say how it went, and go back to the claim."""
    try:
        act()
    except REFUSALS as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return _to_claim(shown)


def _to_claim(shown: Claim) -> HttpResponse:
    return redirect(f"{reverse('article', args=[shown.article_id])}?claim={shown.pk}#claim-{shown.pk}")


def _as_seen(request: HttpRequest, pk: int) -> Review:
    """The round in the version that was on the screen: what moved since is not decided on."""
    review = get_object_or_404(Review.objects.select_related("claim"), pk=pk)
    seen = request.POST.get("seen", "")
    review.version = int(seen[:9]) if seen.isdecimal() else review.version
    return review


@posts_only("desk")
def sign_off(request: HttpRequest, pk: int) -> HttpResponse:
    review = _as_seen(request, pk)
    return _decide(
        request,
        review.claim,
        lambda: services.sign_off(by=request.user, review=review, at=timezone.now()),
        "Signed off and published.",
    )


@posts_only("desk")
def return_review(request: HttpRequest, pk: int) -> HttpResponse:
    review = _as_seen(request, pk)
    note = request.POST.get("note", "").replace("\0", "")
    return _decide(
        request,
        review.claim,
        lambda: services.return_review(by=request.user, review=review, note=note, at=timezone.now()),
        "Sent back to the analysts with your comment.",
    )


@posts_only("claim")
def request_round(request: HttpRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Claim, pk=pk)
    note = request.POST.get("note", "").replace("\0", "")
    return _decide(
        request,
        shown,
        lambda: services.request_round(by=request.user, claim=shown, note=note, at=timezone.now()),
        "Another round is open.",
    )


@posts_only("claim")
def recheck(request: HttpRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Claim, pk=pk)
    rows = services.request_rechecks(citations=claim_queries.citations(shown), at=timezone.now(), by=request.user)
    tasks.ring_for(rows)
    messages.success(request, f"{len(rows)} re-checks are queued." if len(rows) != 1 else "1 re-check is queued.")
    return _to_claim(shown)


@posts_only("claim")
def dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Claim, pk=pk)
    form = Dismiss(request.POST)
    if not form.is_valid():
        messages.error(request, "Say in a few words why this claim is dismissed.")
        return _to_claim(shown)
    return _decide(
        request,
        shown,
        lambda: services.dismiss_claim(
            by=request.user, claim=shown, reason=form.cleaned_data["reason"], at=timezone.now()
        ),
        "Dismissed. It stays with the article, and can be put back.",
    )


@posts_only("claim")
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Claim, pk=pk)
    act = claims.restore_claim if shown.dismissed_at else claims.promote_claim
    return _decide(request, shown, lambda: act(by=request.user, claim=shown), "The claim is on the desk.")


@posts_only("claim")
def reword(request: HttpRequest, pk: int) -> HttpResponse:
    """Word a claim anew, or put one claim per line in its place."""
    shown = get_object_or_404(Claim.objects.select_related("article__snapshot"), pk=pk)
    form = forms.Reword(request.POST)
    if not form.is_valid():
        messages.error(request, "Write what the claim says.")
        return _to_claim(shown)
    at, lines = timezone.now(), form.lines()
    if len(lines) == 1:
        act, done = partial(services.edit_claim, text=lines[0]), "The claim is worded anew."
    else:
        act, done = partial(services.split_claim, texts=lines), f"{len(lines)} claims stand in its place."
    return _decide(request, shown, lambda: act(by=request.user, claim=shown, at=at), done)


@posts_only("claim")
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Put one claim in the place of this one and the next one of the article."""
    shown = get_object_or_404(Claim.objects.select_related("article__snapshot"), pk=pk)
    following = queries.next_claim(shown)
    text = request.POST.get("text", "").replace("\0", "")
    if following is None:
        messages.error(request, "No other claim follows this one in the article.")
        return _to_claim(shown)
    return _decide(
        request,
        shown,
        lambda: services.merge_claims(by=request.user, merged=[shown, following], text=text, at=timezone.now()),
        "One claim stands in the place of the two.",
    )


@posts_only("article")
def add_claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a claim that stands on words of the article."""
    shown = get_object_or_404(Article.objects.select_related("snapshot__document"), pk=pk, state=Article.State.DONE)
    form = AddClaim(request.POST)
    if form.is_valid():
        try:
            added = claims.add_claim(by=request.user, article=shown, at=timezone.now(), **form.cleaned_data)
        except REFUSALS as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The claim is on the desk.")
            return _to_claim(added)
    return render(request, "reviews/article.html", _article(request, shown, add_form=form), status=422)


@posts_only("desk")
def dismiss_mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Settle an open number, date, name, quotation or superlative without a claim."""
    mark = get_object_or_404(Mark, pk=pk)
    reason = request.POST.get("reason", "").replace("\0", "")[:300]
    try:
        claims.dismiss_mark(by=request.user, mark=mark, reason=reason)
    except REFUSALS as refused:
        messages.error(request, str(refused))
    return redirect(reverse("article", args=[mark.article_id]) + "#open-marks")


@posts_only("desk")
def decide_finding(request: HttpRequest, pk: int) -> HttpResponse:
    finding = get_object_or_404(Finding.objects.select_related("claim"), pk=pk)
    if request.POST.get("decision") not in ("accept", "dismiss"):
        messages.error(request, "Choose whether to accept or to dismiss the finding.")
        return _to_claim(finding.claim)
    accept = request.POST["decision"] == "accept"
    return _decide(
        request,
        finding.claim,
        lambda: claims.decide_finding(by=request.user, finding=finding, accept=accept),
        "Finding accepted." if accept else "Finding dismissed.",
    )


@require_GET
def recheck_list(request: HttpRequest) -> HttpResponse:
    page = Paginator(queries.rechecks(), PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "progress": queries.recheck_progress(), "outcomes": queries.outcomes()}
    return render(request, "reviews/_rechecks.html" if request.htmx else "reviews/recheck_list.html", context)


@require_POST
def recheck_all(request: HttpRequest) -> HttpResponse:
    rows = services.request_rechecks(citations=queries.standing_citations(), at=timezone.now(), by=request.user)
    tasks.ring_for(rows)
    messages.success(request, f"{len(rows)} re-checks are queued.")
    return redirect("rechecks")
