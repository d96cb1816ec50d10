"""One action applied to several claims, each for itself: what cannot be done to one of them keeps nothing from the others."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.models import Claim
from claims.services.refusals import NothingToDo
from core.accounts.policies import NotAllowed
from reviews.services.rounds import SomeoneElseWasFirst


@dataclass
class BulkResult:
    """How many claims it was done to, and to how many not, by the sentence that says why."""

    done: int = 0
    refused: Counter[str] = field(default_factory=Counter)

    @property
    def sentence(self) -> str:
        """Tell it to whoever asked."""
        done = ngettext("%(count)s done.", "%(count)s done.", self.done) % {"count": self.done}
        return " ".join([done, *(_left(count, why) for why, count in self.refused.items())])


def _left(count: int, why: str) -> str:
    left = ngettext("%(count)s not changed: %(why)s", "%(count)s not changed: %(why)s", count)
    return left % {"count": count, "why": why}


def apply_to_each(ids: Iterable[int], act: Callable[[Claim], object]) -> BulkResult:
    """Do something to each of these claims that is on the desk, with its article, in a transaction of its own."""
    result = BulkResult()
    for pk in ids:
        try:
            with transaction.atomic():
                act(_on_desk(pk))
        except (NotAllowed, NothingToDo, SomeoneElseWasFirst) as refused:
            result.refused[str(refused)] += 1
        else:
            result.done += 1
    return result


def _on_desk(pk: int) -> Claim:
    claim = Claim.objects.active().select_related("article").filter(pk=pk).first()
    if claim is None:
        raise NothingToDo(_("It is no longer on the desk."))
    return claim
