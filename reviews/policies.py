"""Who may move a review round, in what state: `check_…` raises, `may_…` answers, from the same rule."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from core.accounts.policies import NotAllowed, Role, roles_of
from reviews.models import Judgement, Review
from reviews.workflow import AWAITING_JUDGEMENT, LABELS, TRANSITIONS, Status


def check_may_move(review: Review, to: Status, actor: User) -> None:
    """Raise NotAllowed, in words for the screen, unless this person may move this round there."""
    now = Status(review.status)
    roles = TRANSITIONS[now].get(to)
    if roles is None:
        refusal = _("This review is “%(now)s” and cannot become “%(wanted)s”.")
        raise NotAllowed(refusal % {"now": LABELS[now], "wanted": LABELS[to]})
    if not roles & roles_of(actor):
        takes_an_editor = Role.ANALYST not in roles
        raise NotAllowed(
            _("Only editors can do this.") if takes_an_editor else _("Only analysts and editors can do this.")
        )
    if to == Status.PUBLISHED and not settings.PLUMBLINE_SOLO and has_ever_judged(review, actor):
        raise NotAllowed(_("You judged this claim yourself. Ask another editor to sign it off."))


def may_move(review: Review, to: Status, actor: User) -> bool:
    """Return whether check_may_move would let this person pass."""
    try:
        check_may_move(review, to, actor)
    except NotAllowed:
        return False
    return True


def check_may_judge(review: Review, actor: User) -> None:
    """Raise NotAllowed unless this person may give a judgement in this round now."""
    if not roles_of(actor) & {Role.ANALYST, Role.EDITOR}:
        raise NotAllowed(_("Only analysts and editors can judge claims."))
    if review.status == Status.ADJUDICATION:
        check_may_move(review, Status.IN_APPROVAL, actor)
        if has_judged(review, actor) and not settings.PLUMBLINE_SOLO:
            raise NotAllowed(_("Your own judgement is one of the two that differ. Ask another editor to decide."))
    elif review.status not in AWAITING_JUDGEMENT:
        refusal = _("This review is “%(now)s” and takes no more judgements.")
        raise NotAllowed(refusal % {"now": LABELS[Status(review.status)]})
    elif has_judged(review, actor):
        raise NotAllowed(
            _("You have already judged this claim in this review. Someone else has to give the second judgement.")
        )


def may_judge(review: Review, actor: User) -> bool:
    """Return whether check_may_judge would let this person pass."""
    try:
        check_may_judge(review, actor)
    except NotAllowed:
        return False
    return True


def check_may_withdraw(actor: User) -> None:
    """Raise NotAllowed unless this person may take verdicts back."""
    if Role.EDITOR not in roles_of(actor):
        raise NotAllowed(_("Only editors can do this."))


def may_withdraw(rounds: Iterable[Review], actor: User) -> bool:
    """Return whether this person may take back the newest verdict of a claim, given its rounds with the newest first."""
    published = next((review for review in rounds if review.status == Status.PUBLISHED), None)
    if published is None or hasattr(published.verdict, "withdrawal"):
        return False
    try:
        check_may_withdraw(actor)
    except NotAllowed:
        return False
    return True


def is_blind_to(review: Review, actor: User) -> bool:
    """Return whether what others did in this round must stay hidden from this person, who may still judge in it."""
    return is_blind(review) and not has_judged(review, actor)


def is_blind(review: Review) -> bool:
    """Return whether the round still collects judgements that are given without seeing each other."""
    return review.status in AWAITING_JUDGEMENT and review.judgements_required > 1


def has_ever_judged(review: Review, actor: User) -> bool:
    """Return whether this person judged the claim, in whatever round, sent back or not."""
    return Judgement.objects.filter(review__claim=review.claim_id, analyst=actor).exists()


def has_judged(review: Review, actor: User) -> bool:
    """Return whether a judgement of this person counts in this round."""
    # Those of a list of rounds were fetched with it.
    return any(each.analyst_id == actor.pk and each.withdrawn_at is None for each in review.judgements.all())
