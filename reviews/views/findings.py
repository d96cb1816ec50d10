"""The inbox of findings: what machines noticed on all claims, to be accepted or dismissed one after the other."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from claims import services as claim_services
from claims.models import Article, Finding
from core.translation.rendering import message_of
from core.web import query_params
from core.web.requests import PageRequest
from reviews import queries
from reviews.queries import findings
from reviews.views import PAGE
from reviews.views.form_posts import REFUSALS, posts_only

#: The decision that a button sends, as what it makes of the finding.
DECISIONS = {"accept": True, "dismiss": False}


@require_GET
def finding_list(request: PageRequest) -> HttpResponse:
    wanted = _wanted(request.GET)
    before = query_params.integer(request.GET.get("before"))
    found = findings.findings(wanted, request.user)
    shown = list((found.filter(pk__lt=before) if before else found)[: PAGE + 1])
    kinds = findings.kinds(wanted, request.user)
    context = {
        "findings": shown[:PAGE],
        "older_than": shown[PAGE - 1].pk if len(shown) > PAGE else None,
        "wanted": wanted,
        "states": Finding.State.choices,
        "kinds": kinds,
        "is_cut": sum(count for _kind, count in kinds) == findings.COUNTED,
        "article": Article.objects.filter(pk=wanted.article).only("title").first() if wanted.article else None,
        "query": _query(wanted),
    }
    return render(request, "reviews/finding_list.html", context)


def _wanted(given: QueryDict) -> findings.Wanted:
    state = given.get("state", "")
    return findings.Wanted(
        state=state if state in Finding.State.values else Finding.State.OPEN,
        kind=query_params.text(given, "kind"),
        article=query_params.integer(given.get("article")),
    )


def _query(wanted: findings.Wanted) -> str:
    """Return the address of the list as it is, to come back to."""
    given = {"state": wanted.state, "kind": wanted.kind, "article": wanted.article or ""}
    return urlencode({name: value for name, value in given.items() if value})


@posts_only("findings")
def settle(request: PageRequest, pk: int) -> HttpResponse:
    """Accept or dismiss one finding, and stay in the inbox: the row tells what became of it."""
    related = Finding.objects.select_related("claim__article", "other_claim__article")
    finding = get_object_or_404(queries.visible_findings(related, request.user), pk=pk)
    decision = DECISIONS.get(request.POST.get("decision", ""))
    problem = "" if decision is not None else _("Choose whether to accept or dismiss the finding.")
    if decision is not None:
        try:
            claim_services.decide_finding(by=request.user, finding=finding, accept=decision)
        except REFUSALS as refused:
            problem = message_of(refused)
    if request.htmx:
        finding.refresh_from_db(fields=["state"])
        return render(request, "reviews/_finding.html", {"finding": finding, "problem": problem, "is_settled": True})
    if problem:
        messages.error(request, problem)
    else:
        messages.success(request, _("Finding accepted.") if decision else _("Finding dismissed."))
    return _back(request)


def dismiss_many(request: PageRequest) -> HttpResponse:
    """Dismiss the findings that are ticked, and say how many others had decided meanwhile."""
    ticked = [pk for pk in map(query_params.integer, request.POST.getlist("finding")) if pk]
    if request.method != "POST":
        return redirect("findings")
    if not ticked:
        messages.error(request, _("Select the findings to dismiss first."))
        return _back(request)
    try:
        done = claim_services.dismiss_findings(by=request.user, ids=ticked[:PAGE])
    except REFUSALS as refused:
        messages.error(request, message_of(refused))
    else:
        messages.success(request, _told(done))
    return _back(request)


def _told(done: claim_services.Dismissals) -> str:
    told = ngettext("%(count)s finding dismissed.", "%(count)s findings dismissed.", done.dismissed)
    told %= {"count": done.dismissed}
    if not done.decided_meanwhile:
        return told
    stayed = ngettext(
        "%(count)s had already been decided or withdrawn and was left unchanged.",
        "%(count)s had already been decided or withdrawn and were left unchanged.",
        done.decided_meanwhile,
    )
    return f"{told} {stayed % {'count': done.decided_meanwhile}}"


def _back(request: PageRequest) -> HttpResponse:
    query = _query(_wanted(request.POST))
    return redirect(f"{reverse('findings')}?{query}" if query else "findings")
