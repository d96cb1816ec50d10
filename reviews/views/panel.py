"""The claim panel: one claim with its rounds, its evidence and what may be done with it."""

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from claims import queries as claim_queries
from claims.language.open_references import open_references
from claims.models import Citation, Claim, Finding
from core.accounts.sessions import polled
from core.web.requests import PageRequest
from reviews import forms, policies, queries, services
from reviews.checking import QUIET, check_claim
from reviews.checking.word_diff import DiffSegment, word_diff
from reviews.models import Assignment, Review
from reviews.queries.annotated import AnnotatedRecheck
from reviews.views.suggesting import suggestions
from reviews.workflow import OPEN, Status

#: The name under which a person's session keeps that the next claim is opened after a judgement.
GOES_ON = "goes_on"


@require_GET
def claim(request: PageRequest, pk: int) -> HttpResponse:
    """One claim: as a part for the panel beside the article, or as a page of its own."""
    shown = get_object_or_404(queries.with_review(Claim.objects.select_related("article")), pk=pk)
    template = "reviews/_claim.html" if request.htmx else "reviews/claim.html"
    return render(request, template, panel(request, shown))


@polled
@require_GET
def presence(request: PageRequest, pk: int) -> HttpResponse:
    """Who else has the claim open: asked every half minute while its panel is. No content where nothing changed."""
    shown = get_object_or_404(Claim.objects.only("pk"), pk=pk)
    others = _others_viewing(shown, request.user, list(queries.judges()))
    if request.htmx and request.GET.get("shown") == ",".join(others):
        return HttpResponse(status=204)
    return render(request, "reviews/_presence.html", {"claim": shown, "others": others})


def panel(request: PageRequest, shown: Claim, *, form: forms.Judge | None = None) -> dict:
    """Return what the claim panel shows, whether beside the article or alone."""
    rounds = list(queries.rounds(shown))
    current = rounds[0] if rounds and rounds[0].status in OPEN else None
    blind = current is not None and policies.is_blind_to(current, request.user)
    citations = list(queries.citations_for(shown, request.user))
    evidence = [(citation, check_claim(shown.text, citation.quote)) for citation in citations]
    note = current.note if current else ""  # shown above the findings, and not once more among them
    findings = queries.visible_findings(shown.findings.filter(state=Finding.State.OPEN), request.user)
    may_sign_off = current and policies.may_move(current, Status.PUBLISHED, request.user)
    return {
        "claim": shown,
        "quote": shown.article.snapshot.text[shown.start : shown.end],
        "original": claim_queries.sentence_of_original(shown),
        "rounds": rounds,
        "current": current,
        "blind": blind,
        "citations": citations,
        "evidence": _with_rechecks(evidence),
        "findings": list(findings.exclude(explanation=note).order_by("pk")),
        "form": form or forms.Judge(citations=citations, initial={GOES_ON: request.session.get(GOES_ON, True)}),
        "suggestions": suggestions(evidence),
        "may_judge": _may_judge(shown, rounds, current, request.user),
        "may_sign_off": may_sign_off,
        "still_open": queries.still_open(shown) if may_sign_off else None,
        "reversal": queries.reversal(current) if current and may_sign_off else None,
        "may_return": current and policies.may_move(current, Status.IN_REVIEW, request.user) and current.rating,
        "may_abandon": current and policies.may_move(current, Status.ABANDONED, request.user),
        "may_withdraw": policies.may_withdraw(rounds, request.user),
        "may_reopen": current is None and bool(rounds),
        "may_reword": shown.is_on_desk and not any(review.judgements.all() for review in rounds),
        "open_references": open_references(shown.text, shown.lint),
        "following": queries.next_claim(shown),
        "similar": queries.similar_claims(shown),
        "fact_checks": queries.similar_fact_checks(shown),
        "comments": list(queries.comments_for(shown, request.user, blind_in=current if blind else None)),
        "comment_form": forms.Say(prefix="comment"),
        **_sharing(request.user, shown),
    }


def _may_judge(shown: Claim, rounds: list[Review], current: Review | None, user: User) -> bool:
    """A claim on the desk is judged in its open round; one that is so new that it has none gets its first by that."""
    if not shown.is_on_desk:
        return False
    return policies.may_judge(current, user) if current else not rounds


def _sharing(user: User, shown: Claim) -> dict:
    """Return who is to judge the claim, and who has it open."""
    people, now = queries.judges(), queries.assignment(shown)
    others = _others_viewing(shown, user, list(people))
    return {
        "assignment": now,
        "overdue": bool(now and now.due_on and now.due_on < timezone.localdate()),
        "urgent": bool(now and now.priority > Assignment.Priority.NORMAL),
        "assign_form": forms.Assign(people=people, now=now),
        "others": others,
    }


def _others_viewing(shown: Claim, user: User, people: list[User]) -> list[str]:
    """Return the names of those who have the claim open too; this person is one of them from now on."""
    services.mark_viewing(shown, person=user)
    return services.others_viewing(shown, person=user, among=people)


def _with_rechecks(evidence: list[tuple]) -> list[dict]:
    """Return each citation with its check, the re-checks of it, and how its words differ by now."""
    rechecks = queries.recent_rechecks(citation for citation, _ in evidence)
    return [
        {
            "citation": citation,
            "check": check,
            "rechecks": rechecks.get(citation.pk, []),
            "difference": _difference(citation, rechecks.get(citation.pk, [])),
        }
        for citation, check in evidence
    ]


def _difference(citation: Citation, rechecks: Sequence[AnnotatedRecheck]) -> list[DiffSegment]:
    """Return the quote against what stands in its place, where the last re-check that could tell found another wording."""
    telling = next((recheck for recheck in rechecks if recheck.result.change), None)
    if telling is None or telling.result.change in QUIET or not telling.words_now:
        return []
    return word_diff(citation.quote, telling.words_now)
