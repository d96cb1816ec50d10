"""How the state of a claim reads: a word and a sign, never a colour alone."""

from dataclasses import dataclass

from django import template

from claims.models import Claim
from reviews.models import Rating, Review
from reviews.workflow import LABELS, OPEN, Status

register = template.Library()


@dataclass(frozen=True)
class Tag:
    """A CSS class, a sign and a word."""

    css: str
    sign: str
    word: str


RATED = {
    Rating.VERIFIED: Tag("verified", "✓", "Verified"),
    Rating.DISPUTED: Tag("disputed", "≈", "Disputed"),
    Rating.WRONG: Tag("wrong", "✕", "Wrong"),
}
OPEN_STATES = {
    Status.QUEUED: Tag("open", "○", LABELS[Status.QUEUED]),
    Status.IN_REVIEW: Tag("open", "◐", LABELS[Status.IN_REVIEW]),
    Status.ADJUDICATION: Tag("adjudication", "⇄", LABELS[Status.ADJUDICATION]),
    Status.IN_APPROVAL: Tag("approval", "◕", LABELS[Status.IN_APPROVAL]),
}
NOT_ON_DESK = Tag("quiet", "–", "Not worth checking")
DISMISSED = Tag("quiet", "–", "Dismissed")


def state_of(claim: Claim) -> Tag:
    """Return how a claim from `queries.with_review` stands: its verdict, unless a first round is under way."""
    if claim.dismissed_at:
        return DISMISSED
    if claim.rating:
        return RATED[Rating(claim.rating)]
    if not claim.check_worthy:
        return NOT_ON_DESK
    return OPEN_STATES.get(claim.status, OPEN_STATES[Status.QUEUED])


@register.inclusion_tag("reviews/_tags.html")
def state_tags(claim: Claim) -> dict:
    """Show the state of a claim, and what happens to its verdict."""
    return {
        "tag": state_of(claim),
        "endangered": is_endangered(claim),
        "change": words(claim.change or "source_changed"),
        "again": claim.rating and claim.status in OPEN,
        "status": LABELS.get(claim.status),
        "round": claim.round,
    }


@register.filter
def words(name: str) -> str:
    """Return the name of a kind of change or of an outcome as people write it."""
    return name.replace("_", " ")


@register.filter
def state_class(claim: Claim) -> str:
    """Return the CSS class of a claim's state."""
    return f"{state_of(claim).css} endangered" if is_endangered(claim) else state_of(claim).css


def is_endangered(claim: Claim) -> bool:
    """Whether the claim has a verdict that a change of a source has called into doubt."""
    return bool(claim.rating) and claim.status in OPEN and claim.reason == Review.Reason.ENDANGERED
