"""One article or one claim for a reader without an account, who has a link that was made for them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from claims.models import Article, Claim
from reviews import queries, services
from reviews.highlighting import HighlightSpan, text_runs
from reviews.linked_data import Publisher
from reviews.public.access import public

#: The token is in the address: no cache keeps the page, no search engine lists it, and no other site is told of it.
HEADERS = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


@public
def shared(request: HttpRequest, *, token: str) -> HttpResponse:
    """What the link opens; a page that says nothing but that it does not, where it was revoked, is over, or never was."""
    at = timezone.now()
    link = queries.link_with(token, at=at)
    publisher = {"publisher": Publisher.of_this_site()}
    if link is None:
        return _kept_nowhere(render(request, "reviews/public/no_link.html", publisher, status=404))
    services.note_opening(link, at=at)
    shown = _of_claim(link.opens) if isinstance(link.opens, Claim) else _of_article(link.opens)
    context = publisher | {"link": link, **shown}
    return _kept_nowhere(render(request, "reviews/public/shared.html", context))


def _kept_nowhere(answer: HttpResponse) -> HttpResponse:
    for name, value in HEADERS.items():
        answer.headers[name] = value
    return answer


def _of_article(article: Article) -> dict:
    claims, spans = [], []
    for number, (claim, verdict) in enumerate(queries.shared_claims(article), 1):
        row = {"number": number, "claim": claim, "verdict": verdict}
        claims.append(row)
        spans += [HighlightSpan(start, end, row) for start, end in claim.places]
    return {"article": article, "claims": claims, "runs": text_runs(article.snapshot.text, claims=spans)}


def _of_claim(claim: Claim) -> dict:
    text = claim.article.snapshot.text
    return {
        "article": claim.article,
        "claim": claim,
        "quote": text[claim.start : claim.end],
        "verdict": queries.shared_verdict(claim),
        "evidence": queries.shared_evidence(claim),
    }
