"""What people do to a claim and its findings by hand."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims import services as claim_services
from claims.forms import Dismiss
from claims.models import Claim, Finding
from core.web.requests import PageRequest
from reviews import forms, queries, services
from reviews.views.form_posts import decide, posts_only, to_claim


@posts_only("claim")
def dismiss(request: PageRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Claim, pk=pk)
    form = Dismiss(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors["reason"])))
        return to_claim(request, shown)
    return decide(
        request,
        shown,
        lambda: services.dismiss_claim(
            by=request.user, claim=shown, reason=form.cleaned_data["reason"], at=timezone.now()
        ),
        _("Dismissed. The claim is kept with its article and can be moved back to the desk."),
    )


@posts_only("claim")
def restore(request: PageRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Claim, pk=pk)
    return decide(
        request,
        shown,
        lambda: claim_services.put_on_desk(by=request.user, claim=shown, at=timezone.now()),
        _("The claim is on the desk."),
    )


@posts_only("claim")
def reword(request: PageRequest, pk: int) -> HttpResponse:
    """Word a claim anew, or put one claim per line in its place."""
    shown = get_object_or_404(Claim.objects.select_related("article__snapshot"), pk=pk)
    form = forms.Reword(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors["text"])))
        return to_claim(request, shown)
    act: Callable[..., object]
    at, lines, seen_version = timezone.now(), form.lines(), form.cleaned_data["seen_version"]
    if len(lines) == 1:
        act, done = (
            partial(services.edit_claim, text=lines[0], seen_version=seen_version),
            _("The claim has been reworded."),
        )
    else:
        told = ngettext("Replaced by %(count)d claim.", "Replaced by %(count)d claims.", len(lines))
        act, done = partial(services.split_claim, texts=lines, seen_version=seen_version), told % {"count": len(lines)}
    return decide(request, shown, lambda: act(by=request.user, claim=shown, at=at), done)


@posts_only("claim")
def resolve_reference(request: PageRequest, pk: int) -> HttpResponse:
    """Put the name that a person chose in the place of words that may stand for several."""
    shown = get_object_or_404(Claim.objects.select_related("article__snapshot"), pk=pk)
    form = forms.ResolveReference(request.POST)
    if not form.is_valid():
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return to_claim(request, shown)
    return decide(
        request,
        shown,
        partial(services.resolve_reference, by=request.user, claim=shown, at=timezone.now(), **form.cleaned_data),
        _("“%(words)s” now reads “%(name)s”.")
        % {"words": form.cleaned_data["words"], "name": form.cleaned_data["means"]},
    )


@posts_only("claim")
def merge(request: PageRequest, pk: int) -> HttpResponse:
    """Put one claim in the place of this one and the one that followed it on the screen."""
    shown = get_object_or_404(Claim.objects.select_related("article__snapshot"), pk=pk)
    form = forms.Merge(request.POST)
    if not form.is_valid():
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return to_claim(request, shown)
    given = form.cleaned_data
    following = given["following"]
    seen_versions = {shown.pk: given["seen_version"], following.pk: given["seen_version_of_following"]}
    return decide(
        request,
        shown,
        lambda: services.merge_claims(
            by=request.user,
            merged=[shown, following],
            text=given["text"],
            at=timezone.now(),
            seen_versions=seen_versions,
        ),
        _("The two claims have been merged."),
    )


@posts_only("desk")
def decide_finding(request: PageRequest, pk: int) -> HttpResponse:
    visible = queries.visible_findings(Finding.objects.select_related("claim"), request.user)
    finding = get_object_or_404(visible, pk=pk)
    if request.POST.get("decision") not in ("accept", "dismiss"):
        messages.error(request, _("Choose whether to accept or dismiss the finding."))
        return to_claim(request, finding.claim)
    accept = request.POST["decision"] == "accept"
    return decide(
        request,
        finding.claim,
        lambda: claim_services.decide_finding(by=request.user, finding=finding, accept=accept),
        _("Finding accepted.") if accept else _("Finding dismissed."),
    )
