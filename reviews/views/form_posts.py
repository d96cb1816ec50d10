"""What every form sent from a page shares: the refusals, the way back, what was on the screen."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from claims import services as claim_services
from claims.models import Claim
from core.accounts.policies import NotAllowed
from core.translation.rendering import message_of
from core.web import query_params
from core.web.requests import PageRequest
from reviews import services
from reviews.views.filtering import state_filter

REFUSALS = (
    NotAllowed,
    services.SomeoneElseWasFirst,
    services.CitationMissing,
    services.NothingSaid,
    services.RationaleMissing,
    claim_services.NothingToDo,
    claim_services.NoTranslation,
    claim_services.QuoteRefused,
    claim_services.WordingRefused,
)


def posts_only(page: str) -> Callable:
    """Make a view that takes only what a form sends lead whoever opens its address to the page with the form."""

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def answer(request: PageRequest, **place: int) -> HttpResponse:
            if request.method == "POST":
                return view(request, **place)
            return redirect(reverse(page, kwargs=place)) if page in ("claim", "article", "evidence") else redirect(page)

        return answer

    return decorate


def decide(request: PageRequest, shown: Claim, act: Callable[[], object], done: str) -> HttpResponse:
    """Run one service, say how it went, and go back to the claim."""
    try:
        act()
    except REFUSALS as refused:
        messages.error(request, message_of(refused))
    else:
        messages.success(request, done)
    return to_claim(request, shown)


def to_claim(request: PageRequest, shown: Claim) -> HttpResponse:
    """Lead back to the claim in its article, narrowed to the state that was shown there before."""
    address = reverse("article", args=[shown.article_id])
    state = _state_before(request, address)
    query = urlencode({"state": state, "claim": shown.pk} if state else {"claim": shown.pk})
    return redirect(f"{address}?{query}#claim-{shown.pk}")


def _state_before(request: PageRequest, address: str) -> str:
    """The state to which the article was narrowed on the page that the form was sent from; none from any other page."""
    page, _, query = request.headers.get("Referer", "").partition("?")
    state = state_filter(query_params.text(QueryDict(query), "state")) if page.endswith(address) else None
    return state.name if state else ""


def seen_version(request: PageRequest) -> int | None:
    """Return the version of the row that was on the screen, as the form sends it; None where it sends none."""
    return query_params.integer(request.POST.get("seen_version"))
