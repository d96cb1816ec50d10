"""How well the desk works: agreement, reversals, time to a verdict, load."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from core.web.requests import PageRequest
from reviews.queries import quality as figures


@require_GET
def quality(request: PageRequest) -> HttpResponse:
    at = timezone.now()
    blind = figures.blind_judgements(at=at)
    loads = figures.loads(at=at)
    context = {
        "fewest": figures.FEWEST,
        "agreements": blind.by_kind(),
        "pairs": blind.by_pair(),
        "reversals": figures.reversal_rate(at=at),
        "reversed_within": figures.REVERSED_WITHIN.days,
        "times": figures.times_to_verdict(at=at),
        "loads": loads,
        "most": max((max(load.waiting, load.judged) for load in loads), default=0),
    }
    return render(request, "reviews/quality.html", context)
