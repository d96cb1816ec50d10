"""One action applied to several claims, each for itself: what cannot be done to one of them keeps nothing from the others."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import OperationalError, transaction
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from claims.models import Claim
from claims.services.refusals import NothingToDo
from core.accounts.policies import NotAllowed
from core.web.lock_timeouts import is_lock_timeout
from reviews.services.rounds import SomeoneElseWasFirst

#: How many of the claims that were not changed are named for each reason, and in how many characters each.
NAMED, NAME_CHARACTERS = 3, 80


@dataclass
class BulkResult:
    """How many claims it was done to, which were refused by the sentence that says why, and how many were not tried."""

    done: int = 0
    refused: dict[str, list[int]] = field(default_factory=dict)
    not_tried: int = 0

    @property
    def is_whole(self) -> bool:
        """Return whether it was done to every claim."""
        return not self.refused and not self.not_tried

    def sentences(self, done: str) -> str:
        """Tell it to whoever asked, after the sentence that says what was done."""
        return " ".join([done, *(_left(numbers, why) for why, numbers in self.refused.items()), *self._stopped()])

    def _stopped(self) -> Iterable[str]:
        if self.not_tried:
            yield ngettext(
                "%(count)s not tried: someone else is working on one of these claims right now. Select the rest and try again.",
                "%(count)s not tried: someone else is working on one of these claims right now. Select the rest and try again.",
                self.not_tried,
            ) % {"count": self.not_tried}


def _left(numbers: list[int], why: str) -> str:
    left = ngettext("%(count)s not changed: %(why)s", "%(count)s not changed: %(why)s", len(numbers))
    told = left % {"count": len(numbers), "why": why}
    texts = Claim.objects.filter(pk__in=numbers[:NAMED]).order_by("pk").values_list("text", flat=True)
    named = [f"“{Truncator(text).chars(NAME_CHARACTERS)}”" for text in texts] + ["…"] * (len(numbers) > NAMED)
    return f"{told} ({pgettext('between the items of a list', ', ').join(named)})" if texts else told


def apply_to_each(ids: Iterable[int], act: Callable[[Claim], object]) -> BulkResult:
    """Do something to each of these claims that is on the desk, with its article, in a transaction of its own.

    Where the database gives up waiting for somebody else's lock, what was done stays, and the rest is not tried.
    """
    result, numbers = BulkResult(), list(ids)
    for place, pk in enumerate(numbers):
        try:
            with transaction.atomic():
                act(_on_desk(pk))
        except (NotAllowed, NothingToDo, SomeoneElseWasFirst) as refused:
            result.refused.setdefault(str(refused), []).append(pk)
        except OperationalError as error:
            if not is_lock_timeout(error):
                raise
            result.not_tried = len(numbers) - place
            break
        else:
            result.done += 1
    return result


def _on_desk(pk: int) -> Claim:
    claim = Claim.objects.active().select_related("article").filter(pk=pk).first()
    if claim is None:
        raise NothingToDo(_("It is no longer on the desk."))
    return claim
