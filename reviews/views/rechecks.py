"""Re-checks asked for by hand, and the page that shows how they go."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from claims import queries as claim_queries
from claims.models import Claim
from reviews import queries, services, tasks
from reviews.views import PAGE
from reviews.views.deciding import posts_only, to_claim


@posts_only("claim")
def recheck(request: HttpRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Claim, pk=pk)
    rows = services.request_rechecks(citations=claim_queries.citations(shown), at=timezone.now(), by=request.user)
    tasks.ring_for(rows)
    messages.success(request, f"{len(rows)} re-checks are queued." if len(rows) != 1 else "1 re-check is queued.")
    return to_claim(shown)


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
