"""Which claims of an article are shown: all of them, or those in one state."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims.language.kinds import ClaimWarning
from reviews.queries.annotated import AnnotatedClaim
from reviews.templatetags.claim_state import is_endangered
from reviews.workflow import AWAITING_JUDGEMENT


@dataclass(frozen=True)
class StateFilter:
    """One way to look at an article: its name in the address, its label, and which of its claims it shows."""

    name: str
    label: str | Promise
    shows: Callable[[AnnotatedClaim], bool]


def _is_unjudged(claim: AnnotatedClaim) -> bool:
    return claim.is_on_desk and (claim.status is None or claim.status in AWAITING_JUDGEMENT)


STATES = (
    StateFilter("", _("On the desk"), lambda claim: claim.is_on_desk),
    StateFilter("open", _("Unjudged"), _is_unjudged),
    StateFilter("judged", _("With a verdict"), lambda claim: bool(claim.rating) and claim.is_on_desk),
    StateFilter("endangered", _("Source changed"), is_endangered),
    StateFilter("findings", _("Findings"), lambda claim: claim.is_on_desk and bool(claim.open_findings)),
    StateFilter("ambiguous", _("Ambiguous"), lambda claim: claim.is_on_desk and ClaimWarning.AMBIGUOUS in claim.lint),
    StateFilter("unworthy", _("Not on the desk"), lambda claim: not claim.is_on_desk),
)


def state_filter(name: str) -> StateFilter | None:
    """Return the filter of this name, or None where there is none."""
    return next((each for each in STATES if each.name == name), None)
