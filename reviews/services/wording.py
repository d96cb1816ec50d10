"""Claims reworded by hand, for as long as nobody has judged them."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from claims import services as claim_services
from claims.models import Claim
from core.accounts.policies import NotAllowed
from reviews.models import Judgement


def edit_claim(*, by: User, claim: Claim, text: str, at: datetime, seen_version: str | None = None) -> None:
    """Word a claim anew. Raises NotAllowed where somebody judged it, and WordingRefused."""
    with transaction.atomic():
        check_unjudged(claim)
        claim_services.edit_claim(by=by, claim=claim, text=text, at=at, seen_version=seen_version)


def resolve_reference(
    *, by: User, claim: Claim, words: str, means: str, at: datetime, seen_version: str | None = None
) -> None:
    """Put a name in the place of words that stand for it. Raises NotAllowed where somebody judged it, and WordingRefused."""
    with transaction.atomic():
        check_unjudged(claim)
        claim_services.resolve_reference(by=by, claim=claim, words=words, means=means, at=at, seen_version=seen_version)


def split_claim(
    *, by: User, claim: Claim, texts: Iterable[str], at: datetime, seen_version: str | None = None
) -> list[Claim]:
    """Put several claims in the place of one. Raises NotAllowed where somebody judged it, and WordingRefused."""
    with transaction.atomic():
        check_unjudged(claim)
        return claim_services.split_claim(by=by, claim=claim, texts=texts, at=at, seen_version=seen_version)


def merge_claims(
    *, by: User, merged: list[Claim], text: str, at: datetime, seen_versions: Mapping[int, str | None] | None = None
) -> Claim:
    """Put one claim in the place of several. Raises NotAllowed where one of them was judged, and WordingRefused."""
    with transaction.atomic():
        for claim in sorted(merged, key=lambda claim: claim.pk):  # the order in which a new split takes them too
            check_unjudged(claim)
        return claim_services.merge_claims(by=by, claims=merged, text=text, at=at, seen_versions=seen_versions)


def dismiss_claim(*, by: User, claim: Claim, reason: str, at: datetime) -> None:
    """Take a claim off the desk. Raises NotAllowed where somebody judged it, NothingToDo where it is off."""
    with transaction.atomic():
        check_unjudged(claim)
        claim_services.dismiss_claim(by=by, claim=claim, reason=reason, at=at)


def check_unjudged(claim: Claim) -> None:
    """Raise NotAllowed where a judgement speaks of the claim as it is worded; nobody can judge it in this moment."""
    Claim.objects.select_for_update(no_key=True).get(pk=claim.pk)
    if Judgement.objects.filter(review__claim=claim).exists():
        raise NotAllowed(_("This claim has been judged as worded, so it cannot be changed. Add a new claim instead."))
