"""The ledger for readers: its entries, one entry with its proof, and the whole history of one claim's verdicts."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from claims.models import Claim
from core.web import query_params
from core.web.requests import PageRequest
from reviews import policies, queries
from reviews.queries import ledger as entries
from reviews.verification import check_entry
from reviews.views import PAGE
from reviews.workflow import OPEN


@require_GET
def ledger(request: PageRequest) -> HttpResponse:
    before = query_params.integer(request.GET.get("before"))
    found = entries.entries()
    shown = list((found.filter(seq__lt=before) if before else found)[: PAGE + 1])
    context = {"entries": shown[:PAGE], "older_than": shown[PAGE - 1].seq if len(shown) > PAGE else None}
    return render(request, "reviews/ledger.html", context)


@require_GET
def entry(request: PageRequest, seq: int) -> HttpResponse:
    """One entry; with ?check, the proof of it, made now."""
    shown = get_object_or_404(entries.entries(), seq=seq)
    steps = check_entry(shown) if "check" in request.GET else None
    context = {"entry": shown, "steps": steps, "holds": steps and all(step.holds for step in steps)}
    return render(request, "reviews/_entry_check.html" if request.htmx else "reviews/ledger_entry.html", context)


@require_GET
def claim_ledger(request: PageRequest, pk: int) -> HttpResponse:
    """Everything that happened to one claim; what others judge in a blind round stays hidden from who may still judge."""
    shown = get_object_or_404(queries.with_review(Claim.objects.select_related("article")), pk=pk)
    rounds = list(queries.rounds(shown))
    current = rounds[0] if rounds and rounds[0].status in OPEN else None
    published = {each.verdict.review_id: each for each in entries.entries_of(shown)}
    context = {
        "claim": shown,
        "rounds": [(review, published.get(review.pk)) for review in rounds],
        "blind_round": current if current and policies.is_blind_to(current, request.user) else None,
    }
    return render(request, "reviews/claim_ledger.html", context)
