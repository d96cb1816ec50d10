"""Findings: what a machine noticed, and what people made of it."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from claims.models import Citation, Claim, Finding
from claims.policies import NothingToDo, check_is_staff


@dataclass(frozen=True)
class Noted:
    """A finding, and whether this call made it."""

    finding: Finding
    is_new: bool


def record_finding(
    *, claim: Claim, kind: str, explanation: str, key: str, at: datetime, citation: Citation | None = None
) -> Noted:
    """Note what a machine noticed; the same occasion noticed twice is one finding."""
    finding, is_new = Finding.objects.get_or_create(
        claim=claim,
        kind=kind,
        key=key,
        defaults={"citation": citation, "explanation": explanation, "created_at": at},
    )
    return Noted(finding, is_new)


def decide_finding(*, by: AbstractBaseUser, finding: Finding, accept: bool) -> None:
    """Accept or dismiss an open finding. Raises NothingToDo where somebody decided already."""
    check_is_staff(by)
    decision = Finding.State.ACCEPTED if accept else Finding.State.DISMISSED
    if not Finding.objects.filter(pk=finding.pk, state=Finding.State.OPEN).update(state=decision):
        raise NothingToDo("Somebody has decided this finding already.")
