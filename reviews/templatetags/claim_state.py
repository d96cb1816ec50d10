"""How the state of a claim reads: a word and a sign, never a colour alone."""

from dataclasses import dataclass
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from claims.models import Claim
from reviews.highlighting import Run
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
WITHDRAWN = Tag("quiet", "–", "Withdrawn")


def state_of(claim: Claim) -> Tag:
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
def state_tags(claim: Claim) -> SafeString:
    """Show the state of a claim, and what happens to its verdict."""
    return _shown(
        tag=state_of(claim),
        endangered=is_endangered(claim),
        change=words(claim.change or "source_changed"),
        again=bool(claim.rating) and claim.status in OPEN,
        status=LABELS.get(claim.status),
        round=claim.round,
    )


@lru_cache(maxsize=1_000)
def _shown(**state: object) -> SafeString:
    """The few ways in which claims stand are rendered once each: a page of an article has a thousand claims."""
    return render_to_string("reviews/_tags.html", state)


@register.simple_tag
def claim_run(run: Run, chosen: Claim | None, state: str) -> SafeString:
    """Show a run of the text that stands for a claim as the link to it; built here since a text has thousands."""
    claim = run.claim
    asked = f"?state={state}&claim={claim.pk}" if state else f"?claim={claim.pk}"
    return format_html(
        '<a{} class="claim {}{}" href="{}#claim-{}" data-claim="{}" draggable="false" hx-get="{}" hx-push-url="{}"{}>{}</a>',
        format_html(' id="claim-{}"', claim.pk) if run.starts_claim else "",
        state_class(claim),
        " here" if chosen and claim.pk == chosen.pk else "",
        asked,
        claim.pk,
        claim.pk,
        reverse("claim", args=[claim.pk]),
        asked,
        "" if run.starts_claim else mark_safe(' tabindex="-1"'),  # noqa: S308 - a constant
        run.text,
    )


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
