"""The claim panel: one claim with its rounds, its evidence and what may be done with it."""

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from claims import queries as claim_queries
from claims.models import Citation, Claim, Finding
from reviews import forms, policies, queries
from reviews.checking import check_claim
from reviews.models import Review
from reviews.workflow import OPEN, Status


@require_GET
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    """One claim: as a part for the panel beside the article, or as a page of its own."""
    shown = get_object_or_404(queries.with_review(Claim.objects.select_related("article")), pk=pk)
    template = "reviews/_claim.html" if request.htmx else "reviews/claim.html"
    return render(request, template, panel(request, shown))


def panel(request: HttpRequest, shown: Claim, *, form: forms.Judge | None = None) -> dict:
    """What the claim panel shows, whether beside the article or alone."""
    rounds = list(queries.rounds(shown))
    current = rounds[0] if rounds and rounds[0].status in OPEN else None
    blind = current is not None and policies.is_blind_to(current, request.user)
    citations = citations_for(request.user, shown, blind=blind)
    note = current.note if current else ""  # shown above the findings, and not once more among them
    return {
        "claim": shown,
        "quote": shown.article.snapshot.text[shown.start : shown.end],
        "rounds": rounds,
        "current": current,
        "blind": blind,
        "citations": citations,
        "evidence": [(citation, check_claim(shown.text, citation.quote)) for citation in citations],
        "findings": list(shown.findings.filter(state=Finding.State.OPEN).exclude(explanation=note).order_by("pk")),
        "form": form or forms.Judge(citations=citations),
        "may_judge": _may_judge(shown, rounds, current, request.user),
        "may_sign_off": current and policies.may_move(current, Status.PUBLISHED, request.user),
        "may_return": current and policies.may_move(current, Status.IN_REVIEW, request.user) and current.rating,
        "may_reopen": current is None and bool(rounds),
        "may_reword": not shown.dismissed_at and not any(review.judgements.all() for review in rounds),
        "following": queries.next_claim(shown),
    }


def citations_for(user: AbstractBaseUser, shown: Claim, *, blind: bool) -> list[Citation]:
    """The evidence that this person may see now; while they judge blind, what they cited themselves."""
    return [each for each in claim_queries.citations(shown) if not blind or each.created_by_id == user.pk]


def _may_judge(shown: Claim, rounds: list[Review], current: Review | None, user: AbstractBaseUser) -> bool:
    """A claim on the desk is judged in its open round; one that is so new that it has none gets its first by that."""
    if not shown.check_worthy or shown.dismissed_at:
        return False
    return policies.may_judge(current, user) if current else not rounds
