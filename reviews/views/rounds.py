"""The decisions of a round: judged, signed off, sent back, opened again."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Claim
from core.translation.rendering import message_of
from core.web import query_params
from core.web.requests import PageRequest
from reviews import forms, queries, services
from reviews.models import Review, Verdict
from reviews.views.form_posts import REFUSALS, decide, posts_only, seen_version, to_claim
from reviews.views.panel import GOES_ON, panel


@posts_only("claim")
def judge(request: PageRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(queries.with_review(Claim.objects.select_related("article__snapshot")), pk=pk)
    to_confirm = ""
    form = forms.Judge(request.POST, citations=list(queries.citations_for(shown, request.user)))
    if form.is_valid():
        goes_on = form.cleaned_data.pop("goes_on")
        try:
            services.submit_judgement(
                by=request.user,
                claim=shown,
                at=timezone.now(),
                seen_version=seen_version(request),
                confirmed=query_params.text(request.POST, "confirmed"),
                **form.cleaned_data,
            )
        except services.Unconfirmed as unconfirmed:
            form.add_error(None, message_of(unconfirmed))
            to_confirm = unconfirmed.sentence
        except REFUSALS as refused:
            form.add_error(None, message_of(refused))
        else:
            return _judged(request, shown, goes_on=goes_on)
    return render(
        request, "reviews/claim.html", {**panel(request, shown, form=form), "to_confirm": to_confirm}, status=422
    )


def _judged(request: PageRequest, shown: Claim, *, goes_on: bool) -> HttpResponse:
    """Say that the judgement is in, and go on to the next claim that waits, if this person wants that."""
    if request.session.get(GOES_ON, True) != goes_on:
        request.session[GOES_ON] = goes_on
    following = queries.next_unjudged(shown, by=request.user) if goes_on else None
    if following:
        messages.success(request, _("Judgement submitted. This is the next claim."))
    elif goes_on:
        messages.success(request, _("Judgement submitted. No other claim in this article is waiting for you."))
    else:
        messages.success(request, _("Judgement submitted."))
    return to_claim(request, following or shown)


@posts_only("desk")
def sign_off(request: PageRequest, pk: int) -> HttpResponse:
    review = _review(pk)
    return decide(
        request,
        review.claim,
        lambda: services.sign_off(
            by=request.user, review=review, at=timezone.now(), seen_version=seen_version(request)
        ),
        _("Signed off and published."),
    )


@posts_only("desk")
def return_review(request: PageRequest, pk: int) -> HttpResponse:
    return _decide_with_note(request, pk, services.return_review, _("Sent back with your comment."))


@posts_only("desk")
def abandon(request: PageRequest, pk: int) -> HttpResponse:
    return _decide_with_note(request, pk, services.abandon_review, _("The review has been closed without a verdict."))


@posts_only("desk")
def withdraw(request: PageRequest, pk: int) -> HttpResponse:
    """Take the verdict with this number back."""
    verdict = get_object_or_404(Verdict.objects.select_related("claim"), pk=pk)
    reason = query_params.text(request.POST, "note")
    return decide(
        request,
        verdict.claim,
        lambda: services.withdraw_verdict(by=request.user, verdict=verdict, reason=reason, at=timezone.now()),
        _("The verdict has been withdrawn, and the claim is to be judged again."),
    )


def _decide_with_note(request: PageRequest, pk: int, act: Callable[..., object], done: str) -> HttpResponse:
    review, note = _review(pk), query_params.text(request.POST, "note")
    return decide(
        request,
        review.claim,
        lambda: act(by=request.user, review=review, note=note, at=timezone.now(), seen_version=seen_version(request)),
        done,
    )


def _review(pk: int) -> Review:
    return get_object_or_404(Review.objects.select_related("claim"), pk=pk)


@posts_only("claim")
def request_round(request: PageRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(Claim, pk=pk)
    note = query_params.text(request.POST, "note")
    return decide(
        request,
        shown,
        lambda: services.request_round(by=request.user, claim=shown, note=note, at=timezone.now()),
        _("A new review has been opened."),
    )
