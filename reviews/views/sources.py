"""The page of a source: its versions and what changed between them, who rests on it, and how the re-checks of it went."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from core.accounts.policies import Role, roles_of
from core.translation.rendering import message_of
from core.web import query_params
from core.web.requests import PageRequest
from reviews.checking.text_diff import text_diff
from reviews.queries import source_pages
from reviews.views import PAGE
from sources import queries as source_queries
from sources import services as source_services
from sources.extraction import ExtractionRefused
from sources.forms import AddVersion
from sources.models import Document

ATTEMPTS_SHOWN = 50
REFUSALS = (ExtractionRefused, source_services.NothingNew, source_services.NotAnUpload)


@require_http_methods(["GET", "POST"])
def source(request: PageRequest, pk: int) -> HttpResponse:
    """One source; for an upload, a changed file is stored as its next version."""
    document = get_object_or_404(Document, pk=pk)
    form = AddVersion(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            source_services.add_version(
                by=request.user, document=document, data=upload.read(), filename=upload.name, at=timezone.now()
            )
        except REFUSALS as refused:
            form.add_error(None, message_of(refused))
        else:
            messages.success(
                request, _("The new version has been stored. Re-check the citations to see what it changes.")
            )
            return redirect("source", document.pk)
    context = {
        "document": document,
        "form": form,
        "may_grade": Role.EDITOR in roles_of(request.user),
        "availability": source_queries.availability(document),
        "corrections": source_pages.correction_rate(document.pk, at=timezone.now()),
        "timeline": source_pages.timeline(document, older_than=query_params.integer(request.GET.get("older"))),
        "attempts": document.attempts.order_by("-at", "-pk")[:ATTEMPTS_SHOWN],
        **_cited_by(request, document),
    }
    return render(request, "reviews/source.html", context, status=422 if form.errors else 200)


def _cited_by(request: PageRequest, document: Document) -> dict:
    claims = source_pages.citing_claims(document.pk, request.user)
    before = query_params.integer(request.GET.get("before"))
    found = list((claims.filter(pk__lt=before) if before else claims)[: PAGE + 1])
    return {"claims": found[:PAGE], "older_than": found[PAGE - 1].pk if len(found) > PAGE else None}


@require_GET
def changes(request: PageRequest, pk: int) -> HttpResponse:
    """What changed between two versions of a source: the two that were chosen, or the newest two."""
    document = get_object_or_404(Document, pk=pk)
    chosen = {
        "older": query_params.integer(request.GET.get("from")),
        "newer": query_params.integer(request.GET.get("to")),
    }
    versions = source_pages.two_versions(document, **chosen)
    context = {"document": document, "shown": source_pages.PASSAGES_SHOWN}
    if len(versions) == 2:
        before, after = versions
        diff = text_diff(before.text, after.text)
        more = max(0, len(diff.passages) - source_pages.PASSAGES_SHOWN)
        context |= {"before": before, "after": after, "diff": diff, "more": more}
    return render(request, "reviews/source_changes.html", context)
