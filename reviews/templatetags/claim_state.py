"""How the state of a claim reads: a word and a sign, never a colour alone."""

from dataclasses import dataclass
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from claims.models import Citation, Claim
from reviews.checking import CheckResult, check_claim
from reviews.labels import label_of
from reviews.models import Review
from reviews.queries.annotated import AnnotatedClaim
from reviews.ratings import Rating
from reviews.workflow import LABELS, OPEN, Status

register = template.Library()


@dataclass(frozen=True, eq=False)  # each is one of the few below: its word has no hash that holds in every language
class Tag:
    """A CSS class, a sign and a word."""

    css: str
    sign: str
    word: str | Promise


RATED = {rating: Tag(rating.row.css, rating.row.sign, rating.label) for rating in Rating}
OPEN_STATES = {
    Status.QUEUED: Tag("open", "○", LABELS[Status.QUEUED]),
    Status.IN_REVIEW: Tag("open", "◐", LABELS[Status.IN_REVIEW]),
    Status.ADJUDICATION: Tag("adjudication", "⇄", LABELS[Status.ADJUDICATION]),
    Status.IN_APPROVAL: Tag("approval", "◕", LABELS[Status.IN_APPROVAL]),
}
NOT_ON_DESK = Tag("quiet", "–", _("Not worth checking"))
DISMISSED = Tag("quiet", "–", _("Dismissed"))
WITHDRAWN = Tag("quiet", "–", _("Withdrawn"))


def state_of(claim: AnnotatedClaim) -> Tag:
    """Return how a claim from `queries.with_review` stands: its verdict, unless a first round is under way."""
    if claim.dismissed_at:
        return DISMISSED
    if claim.withdrawn_at:
        return WITHDRAWN
    if claim.rating:
        return RATED[Rating(claim.rating)]
    if not claim.check_worthy:
        return NOT_ON_DESK
    return OPEN_STATES.get(claim.status, OPEN_STATES[Status.QUEUED])


@register.simple_tag
def state_tags(claim: AnnotatedClaim) -> SafeString:
    """Show the state of a claim, and what happens to its verdict."""
    return _shown(
        tag=state_of(claim),
        endangered=is_endangered(claim),
        change=claim.change or "source_changed",
        again=bool(claim.rating) and claim.status in OPEN,
        status=claim.status,
        round=claim.round,
        language=get_language(),
    )


@lru_cache(maxsize=1_000)
def _shown(*, change: str, status: Status | None, language: str, **state: object) -> SafeString:
    """The few ways in which claims stand are rendered once each and language: an article may have a thousand claims."""
    with override(language):
        return render_to_string(
            "reviews/_tags.html", {**state, "change": label(change), "status": status and LABELS[status]}
        )


@register.filter
def label(name: str) -> str:
    """Return the name of a kind of change or of an outcome as people write it."""
    return label_of(name)


@register.filter
def state_class(claim: AnnotatedClaim) -> str:
    """Return the CSS class of a claim's state."""
    return f"{state_of(claim).css} endangered" if is_endangered(claim) else state_of(claim).css


def is_endangered(claim: AnnotatedClaim) -> bool:
    """Return whether the claim has a verdict that a change of a source has called into doubt."""
    return bool(claim.rating) and claim.status in OPEN and claim.reason == Review.Reason.ENDANGERED


@register.simple_tag
def check_of(claim: Claim, citation: Citation) -> CheckResult:
    """Return what the rules make of a quote that is cited on a claim."""
    return check_claim(claim.text, citation.quote)
