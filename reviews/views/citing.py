"""One snapshot of a source, and its words cited for or against a claim."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims import forms
from claims import queries as claim_queries
from claims import services as claim_services
from claims.models import Claim
from claims.views import REFUSALS
from core.accounts.policies import NotAllowed
from core.translation.rendering import message_of
from core.web import query_params
from core.web.requests import PageRequest
from reviews import queries
from reviews.checking import CheckResult, check_claim
from reviews.views.panel import panel
from sources import queries as source_queries
from sources import services as source_services
from sources.forms import ChooseEncoding
from sources.models import Snapshot


@require_http_methods(["GET", "POST"])
def snapshot(request: PageRequest, pk: int) -> HttpResponse:
    """Read one snapshot; with ?claim=N, cite words of it for or against that claim.

    What the check makes of the words stands beside the choice; the person chooses.
    """
    shown = get_object_or_404(Snapshot.objects.captured().select_related("document"), pk=pk)
    claim = _claim_to_cite(request)
    if request.method == "POST" and "encoding" in request.POST:
        return _read_as(request, shown)
    start, end = _suggested(request, shown.text)
    if request.method == "POST" and "check" in request.POST:
        form = forms.Cite(initial=request.POST.dict())
    else:
        form = forms.Cite(request.POST or None, initial={"quote": shown.text[start:end], "start": start})
    if form.is_bound and claim and form.is_valid():
        try:
            claim_services.cite(by=request.user, claim=claim, snapshot=shown, at=timezone.now(), **form.cleaned_data)
        except (claim_services.QuoteRefused, NotAllowed) as refused:
            form.add_error("quote", message_of(refused))
        else:
            messages.success(request, _("Cited. It is ticked below, so your judgement is based on it."))
            if request.htmx:
                return _beside_the_article(request, claim)
            return redirect(reverse("claim", args=[claim.pk]) + "#judge")
    if request.htmx and claim and form.errors:
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return _beside_the_article(request, claim)
    versions = list(source_queries.versions(shown.document, older_than=query_params.integer(request.GET.get("older"))))
    context = {
        "snapshot": shown,
        "encodings": ChooseEncoding(auto_id="as_%s", initial={"encoding": shown.chosen_encoding or shown.charset})
        if shown.charset
        else None,
        "parts": claim_queries.hits_in(claim, (shown.text[:start], shown.text[start:end], shown.text[end:])),
        "claim": claim,
        "form": form,
        "check": _check(claim, form),
        "versions": versions,
        "has_older": len(versions) == source_queries.VERSIONS_SHOWN,
    }
    return render(request, "reviews/snapshot.html", context, status=422 if form.errors else 200)


def _beside_the_article(request: PageRequest, claim: Claim) -> HttpResponse:
    """Return the claim's panel, where the words were cited from: what is now said of it stands at its head."""
    shown = queries.with_review(Claim.objects.select_related("article")).get(pk=claim.pk)
    return render(request, "reviews/_claim.html", panel(request, shown))


def _read_as(request: PageRequest, shown: Snapshot) -> HttpResponse:
    """Read the text in the encoding that was chosen, and lead to what came of it."""
    form = ChooseEncoding(request.POST)
    try:
        if not form.is_valid():
            raise source_services.NothingNew(_("There is no such encoding. Choose one of the list."))
        read = claim_services.read_as(by=request.user, snapshot=shown, at=timezone.now(), **form.cleaned_data)
    except (*REFUSALS, source_services.NothingNew, source_services.NotTheNewest, NotAllowed) as refused:
        messages.error(request, message_of(refused))
        return redirect("snapshot", shown.pk)
    messages.success(request, _("The text was read again. What was read before keeps its claims and citations."))
    if isinstance(read, claim_services.Submission):
        return redirect("article", read.article.pk)
    return redirect("snapshot", read.pk)


def _suggested(request: PageRequest, text: str) -> tuple[int, int]:
    """Return the characters of the text that the address points out, or its very start where it points out none."""
    start, end = (query_params.integer(request.GET.get(name)) for name in ("from", "to"))
    return (start, end) if start is not None and end is not None and start < end <= len(text) else (0, 0)


def _claim_to_cite(request: PageRequest) -> Claim | None:
    claim_id = query_params.integer(request.GET.get("claim"))
    return get_object_or_404(Claim.objects.select_related("article"), pk=claim_id) if claim_id else None


def _check(claim: Claim | None, form: forms.Cite) -> CheckResult | None:
    """Return what the rules make of the words in the form, if there are any."""
    quote = str(form["quote"].value() or "").strip()
    return check_claim(claim.text, quote) if claim and quote else None
