"""Which verdicts an export has: those between two numbers, which later ones do not change."""

from dataclasses import dataclass

from django.db.models import Exists, Max, OuterRef, QuerySet

from reviews.models import Verdict
from reviews.queries.rounds import published


@dataclass(frozen=True)
class Exported:
    """Verdicts of `published`, how many they are, and the number of the last verdict that was looked at."""

    verdicts: QuerySet[Verdict]
    count: int
    last: int


def exported(*, after: int = 0, until: int | None = None, only_standing: bool = False) -> Exported:
    """Return the verdicts after one number until another, or until the newest there is now.

    What stood when `until` was the newest verdict is decided by the verdicts until then: a second request with the same
    numbers has the same rows.
    """
    newest = Verdict.objects.aggregate(newest=Max("pk"))["newest"] or 0
    last = newest if until is None else min(until, newest)
    later = Verdict.objects.filter(supersedes=OuterRef("pk"), pk__lte=last)
    count, verdicts = Verdict.objects.filter(pk__gt=after, pk__lte=last), published().filter(pk__gt=after, pk__lte=last)
    if only_standing:
        stands = {"withdrawal": None}  # whenever it was withdrawn: nobody publishes it any more
        count, verdicts = count.filter(~Exists(later), **stands), verdicts.filter(~Exists(later), **stands)
    return Exported(verdicts=verdicts, count=count.count(), last=last)
