"""A published verdict for everybody: its page, its card in other sites' pages, what oEmbed tells of it, the feed."""

from urllib.parse import urlencode, urlsplit

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.views.decorators.clickjacking import xframe_options_exempt

from core.web import query_params
from reviews import queries
from reviews.api import rows
from reviews.api.feed import ATOM, feed_page
from reviews.linked_data import Publisher, claim_review
from reviews.linked_data.claim_reviews import CONTEXT
from reviews.models import Verdict
from reviews.public.access import public
from reviews.ratings import Rating

#: Of the card, in CSS pixels.
WIDTH, HEIGHT = 480, 220
#: Seconds for which an embedding site may keep what it was told: a reversal should show soon.
KEPT = 3_600


@public
def verdict(request: HttpRequest, *, pk: int) -> HttpResponse:
    """The claim, the verdict, what it rests on, and every verdict that there was on the claim, with its date."""
    row = _row(pk)
    publisher = Publisher.of_this_site()
    address = publisher.verdict(pk)
    context = {
        "row": row,
        "rating": Rating(row["rating"]),
        "publisher": publisher,
        "address": address,
        "oembed": f"{publisher.site}{reverse('public_oembed')}?{urlencode({'url': address})}",
        "history": list(queries.verdicts_on(row["claim"]["id"])),
    }
    if row["stands"]:  # what was superseded is no review of the claim any more
        context["claim_review"] = {"@context": CONTEXT, **claim_review(row, publisher=publisher)}
    return render(request, "reviews/public/verdict.html", context)


@csp_replace({"frame-ancestors": ["*"]})
@xframe_options_exempt
@public
def card(request: HttpRequest, *, pk: int) -> HttpResponse:
    """The verdict in a few lines, for a frame in any site's page; without scripts."""
    row = _row(pk)
    context = {"row": row, "rating": Rating(row["rating"]), "publisher": Publisher.of_this_site()}
    return render(request, "reviews/public/card.html", context)


@public
def oembed(request: HttpRequest) -> JsonResponse:
    """What to put into a page for the address of a verdict. Source: https://oembed.com, 2.3."""
    if request.GET.get("format", "json") != "json":
        return _refusal("Only JSON is available: leave `format` out, or send format=json.", status=501)
    row = _row(_number_in(request.GET.get("url", "")))
    publisher = Publisher.of_this_site()
    width, height = (
        _at_most(request.GET.get(name), size) for name, size in (("maxwidth", WIDTH), ("maxheight", HEIGHT))
    )
    title = f"{row['rating'].capitalize()}: {row['claim']['text']}"
    frame = format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" sandbox="allow-popups" loading="lazy"></iframe>',
        f"{publisher.site}{reverse('public_card', args=[row['id']])}",
        title,
        width,
        height,
    )
    told = {"version": "1.0", "type": "rich", "title": title, "html": frame, "width": width, "height": height}
    told |= {"provider_name": publisher.name, "provider_url": publisher.site, "cache_age": KEPT}
    return JsonResponse(told, headers={"Access-Control-Allow-Origin": "*"})


@public
def feed(request: HttpRequest) -> HttpResponse:
    """A page of the newest verdicts as an Atom feed; `before` is the number of a verdict to go on behind."""
    before = query_params.integer(request.GET.get("before"))
    address = f"{Publisher.of_this_site().site}{reverse('public_feed')}"
    here = address if before is None else f"{address}?before={before}"
    pieces = feed_page(before=before).write(address=address, here=here)
    return HttpResponse(b"".join(pieces), content_type=ATOM.content_type)


def _row(pk: int | None) -> dict:
    """Return a verdict in the shape of the API. Raises Http404."""
    if pk is None or not Verdict.objects.filter(pk=pk).exists():
        raise Http404
    return rows.by_id([pk])[pk]


def _number_in(address: str) -> int | None:
    """Return the number of the verdict whose page has this address, or None for an address of another page or site."""
    try:
        parts, own = urlsplit(address), urlsplit(settings.PLUMBLINE_SITE)
        found = resolve(parts.path)
    except (ValueError, Resolver404):
        return None
    is_ours = (parts.scheme, parts.netloc.lower()) == (own.scheme, own.netloc.lower())
    return found.kwargs["pk"] if is_ours and found.url_name in ("public_verdict", "public_card") else None


def _at_most(given: str | None, size: int) -> int:
    wanted = query_params.integer(given)
    return size if not wanted else min(size, wanted)


def _refusal(sentence: str, *, status: int) -> JsonResponse:
    return JsonResponse({"detail": sentence}, status=status)
