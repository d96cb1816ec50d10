"""Evidence for or against a claim: searched in the library, cited from there, or added to it from the claim."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from claims import queries as claim_queries
from claims.models import Citation, Claim
from core.accounts.sessions import polled
from core.translation.rendering import message_of
from core.web import query_params
from core.web.requests import PageRequest
from reviews.checking import CheckOutcome, check_claim
from reviews.views.form_posts import posts_only
from sources import services as source_services
from sources.extraction import ExtractionRefused
from sources.fetching import AddressRefused
from sources.forms import FileOrAddress, upload_of
from sources.models import Document, Snapshot

#: Of so many of the best hits the check says at once what they do to the claim, and they are cited with one press.
CHECKED = 3
_STANCES = {CheckOutcome.SUPPORTS: Citation.Stance.SUPPORTS, CheckOutcome.CONTRADICTS: Citation.Stance.CONTRADICTS}


@require_GET
def evidence(request: PageRequest, pk: int) -> HttpResponse:
    """Search the library for words that speak for or against a claim."""
    return _found(request, get_object_or_404(Claim.objects.select_related("article"), pk=pk))


@polled
@require_GET
def added_source(request: PageRequest, pk: int, source: int) -> HttpResponse:
    """Say how far a source is that was added from the claim. No content for a part that waits while nothing changed."""
    claim = get_object_or_404(Claim.objects.select_related("article"), pk=pk)
    added = get_object_or_404(Document, pk=source)
    if request.htmx and _is_awaited(_newest(added)):
        return HttpResponse(status=204)
    return _found(request, claim, added=added)


@posts_only("evidence")
def add_source(request: PageRequest, pk: int) -> HttpResponse:
    """Put a file or an address into the library without leaving the claim."""
    claim = get_object_or_404(Claim.objects.select_related("article"), pk=pk)
    form = FileOrAddress(request.POST, request.FILES)
    if not form.is_valid():
        return _found(request, claim, form=form)
    given = form.cleaned_data
    try:
        added = source_services.add_source(
            by=request.user,
            at=timezone.now(),
            upload=given["file"] and upload_of(given["file"]),
            url=given["url"],
            title=given["title"],
        )
    except (ExtractionRefused, AddressRefused) as refused:
        form.add_error(None, message_of(refused))
        return _found(request, claim, form=form)
    if request.htmx:
        return _found(request, claim, added=added)
    return redirect("added_source", claim.pk, added.pk)


def _newest(added: Document) -> Snapshot | None:
    return added.snapshots.defer("text").order_by("-pk").first()


def _is_awaited(newest: Snapshot | None) -> bool:
    return newest is not None and newest.state not in (Snapshot.State.DONE, Snapshot.State.DEAD)


def _found(
    request: PageRequest, claim: Claim, *, added: Document | None = None, form: FileOrAddress | None = None
) -> HttpResponse:
    search = query_params.text(request.GET, "q").strip()
    newest = _newest(added) if added else None
    found: list[Any] = claim_queries.evidence(claim, search=search)
    for snapshot in found[:CHECKED]:
        if snapshot.suggested:
            snapshot.check = check_claim(claim.text, snapshot.sentence)
            snapshot.stance = _STANCES.get(snapshot.check.outcome)
    context = {
        "claim": claim,
        "search": search,
        "found": found,
        "cite": urlencode({"claim": claim.pk}),
        "add_form": form or FileOrAddress(auto_id="add_%s"),
        "added": added,
        "newest": newest,
        "waits": _is_awaited(newest),
    }
    template = "reviews/_evidence.html" if request.htmx else "reviews/evidence.html"
    return render(request, template, context, status=422 if form and form.errors else 200)
