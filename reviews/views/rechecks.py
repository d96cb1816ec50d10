"""Re-checks asked for by hand, and the page that shows how they go."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from claims.models import Claim
from core.accounts.policies import Role, roles_of
from core.accounts.sessions import polled
from core.web import query_params
from core.web.requests import PageRequest
from reviews import queries, services
from reviews.models import Recheck
from reviews.queries import recheck_outcomes
from reviews.views import PAGE
from reviews.views.form_posts import posts_only, to_claim
from sources.models import Document


@posts_only("claim")
def recheck(request: PageRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Claim, pk=pk)
    citations = queries.citations_for(shown, request.user)
    rows = services.request_rechecks(citations=citations, at=timezone.now(), by=request.user)
    messages.success(request, _queued(len(rows)))
    return to_claim(request, shown)


@polled
@require_GET
def recheck_list(request: PageRequest) -> HttpResponse:
    """Re-checks by outcome and source, how those under way go, and what came of those of the last weeks."""
    outcome = query_params.text(request.GET, "outcome")
    document, before = query_params.integer(request.GET.get("source")), query_params.integer(request.GET.get("before"))
    dead_only = "given_up" in request.GET
    found = queries.visible_rechecks(
        recheck_outcomes.filtered(outcome=outcome, document=document, dead_only=dead_only), request.user
    )
    shown = list((found.filter(pk__lt=before) if before else found)[: PAGE + 1])
    chosen = {"outcome": outcome, "source": document or "", "given_up": "1" if dead_only else ""}
    query = _address(chosen)
    context: dict[str, Any] = {
        "rechecks": shown[:PAGE],
        "older_than": shown[PAGE - 1].pk if len(shown) > PAGE else None,
        "progress": queries.recheck_progress(),
        "counted": recheck_outcomes.COUNTED,
        "query": query,
        "here": _address({**chosen, "before": before}),
        "may_run_again": Role.EDITOR in roles_of(request.user),
        **chosen,
    }
    if request.htmx:
        return render(request, "reviews/_rechecks.html", context)
    outcomes = recheck_outcomes.outcome_counts()
    context |= {
        "groups": recheck_outcomes.GROUPS,
        "days": recheck_outcomes.outcomes_by_day(at=timezone.now()),
        "outcomes": outcomes,
        "is_cut": sum(count for _name, count in outcomes) == recheck_outcomes.COUNTED,
        "document": Document.objects.filter(pk=document).first() if document else None,
    }
    return render(request, "reviews/recheck_list.html", context)


def _address(chosen: dict) -> str:
    return urlencode({name: value for name, value in chosen.items() if value})


@posts_only("rechecks")
def run_again(request: PageRequest, pk: int) -> HttpResponse:
    """Put a dead re-check back in the queue."""
    row = get_object_or_404(queries.visible_rechecks(Recheck.objects.all(), request.user), pk=pk)
    if Role.EDITOR not in roles_of(request.user):
        messages.error(request, _("Only editors can retry a failed re-check."))
    elif services.run_dead_rechecks_again(by=request.user, ids=[row.pk], at=timezone.now()):
        messages.success(request, _("The re-check has been queued again."))
    else:
        messages.info(request, _("This re-check is already queued or done."))
    return redirect("rechecks")


@require_POST
def recheck_all(request: PageRequest) -> HttpResponse:
    rows = services.request_rechecks(citations=queries.standing_citations(), at=timezone.now(), by=request.user)
    messages.success(request, _queued(len(rows)))
    return redirect("rechecks")


def _queued(count: int) -> str:
    return ngettext("%(count)s re-check queued.", "%(count)s re-checks queued.", count) % {"count": count}
