"""The print view: an article with its verdicts, and what each of them rests on."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from claims.models import Article
from core.web.requests import PageRequest
from reviews import queries
from reviews.highlighting import HighlightSpan, text_runs
from reviews.queries.annotated import AnnotatedClaim


@require_GET
def print_article(request: PageRequest, pk: int) -> HttpResponse:
    """The text with a number at each claim, and the claims by number with verdict, reason, citations and sources."""
    shown = get_object_or_404(Article.objects.select_related("snapshot__document", "submitted_by"), pk=pk)
    if shown.split_at is None or shown.duplicate_of_id:
        return redirect("article", shown.duplicate_of_id or shown.pk)
    claims: list[AnnotatedClaim] = [claim for claim in queries.article_claims(shown, request.user) if claim.is_on_desk]
    verdicts = queries.standing_verdicts(shown)
    for number, claim in enumerate(claims, 1):
        claim.number, claim.verdict = number, verdicts.get(claim.pk)
    spans = [HighlightSpan(start, end, claim) for claim in claims for start, end in claim.places]
    context = {
        "article": shown,
        "claims": claims,
        "runs": text_runs(shown.snapshot.text, claims=spans),
        "judged": sum(claim.verdict is not None for claim in claims),
        "coverage": queries.coverage(shown),
    }
    return render(request, "reviews/article_print.html", context)
