"""The states of a review round and who may move it: read this first."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from core.accounts.policies import Role


class Status(StrEnum):
    QUEUED = "QUEUED"
    IN_REVIEW = "IN_REVIEW"
    ADJUDICATION = "ADJUDICATION"
    IN_APPROVAL = "IN_APPROVAL"
    PUBLISHED = "PUBLISHED"
    ABANDONED = "ABANDONED"


#: from -> {to: who may do it}. A published round never reopens: what comes after is another round, one higher.
TRANSITIONS: dict[Status, dict[Status, frozenset[Role]]] = {
    Status.QUEUED: {
        Status.IN_REVIEW: frozenset({Role.ANALYST, Role.EDITOR}),
        Status.ABANDONED: frozenset({Role.EDITOR}),
    },
    Status.IN_REVIEW: {
        Status.IN_APPROVAL: frozenset({Role.ANALYST, Role.EDITOR}),
        Status.ADJUDICATION: frozenset({Role.ANALYST, Role.EDITOR}),
        Status.ABANDONED: frozenset({Role.EDITOR}),
    },
    Status.ADJUDICATION: {
        Status.IN_APPROVAL: frozenset({Role.EDITOR}),
        Status.ABANDONED: frozenset({Role.EDITOR}),
    },
    Status.IN_APPROVAL: {
        Status.PUBLISHED: frozenset({Role.EDITOR}),
        Status.IN_REVIEW: frozenset({Role.EDITOR}),
    },
    Status.PUBLISHED: {},
    Status.ABANDONED: {},
}

#: A claim has at most one round in these states.
OPEN = tuple(status for status in Status if TRANSITIONS[status])

#: A round in these states still takes judgements.
AWAITING_JUDGEMENT = (Status.QUEUED, Status.IN_REVIEW)

#: How each state reads on the screen.
LABELS = {
    Status.QUEUED: _("Unjudged"),
    Status.IN_REVIEW: _("In progress"),
    Status.ADJUDICATION: _("Judges disagree"),
    Status.IN_APPROVAL: _("Waiting for sign-off"),
    Status.PUBLISHED: _("Published"),
    Status.ABANDONED: _("Closed without a verdict"),
}


def diagram() -> str:
    """Return the table as a Mermaid state diagram."""
    arrows = [
        f"    {start} --> {end}: {' or '.join(sorted(roles))}"
        for start, ends in TRANSITIONS.items()
        for end, roles in ends.items()
    ]
    return "\n".join(["stateDiagram-v2", f"    [*] --> {Status.QUEUED}", *arrows])
