"""What machines noticed on all claims, and what people made of it."""

from collections import Counter
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet

from claims.models import Finding
from reviews.queries.blindness import visible_findings

#: Counts beside the kinds stop here: "1,000+" says as much, and a desk of a million claims is not counted for it.
COUNTED = 1_000


@dataclass(frozen=True)
class Wanted:
    """Which findings to show: open or decided, of one kind, of one article."""

    state: str = Finding.State.OPEN
    kind: str = ""
    article: int | None = None

    def of(self, found: QuerySet[Finding]) -> QuerySet[Finding]:
        """Keep of these findings what is wanted."""
        found = found.filter(state=self.state)
        if self.state == Finding.State.OPEN:  # what is off the desk waits for nobody
            found = found.filter(claim__check_worthy=True, claim__dismissed_at=None, claim__withdrawn_at=None)
        if self.article:
            found = found.filter(claim__article=self.article)
        return found.filter(kind=self.kind) if self.kind else found

    def once(self, found: QuerySet[Finding]) -> QuerySet[Finding]:
        """Keep what is wanted, each pair of claims once: what stands on both claims is one thing to decide."""
        twin = Finding.objects.filter(
            claim=OuterRef("other_claim"), other_claim=OuterRef("claim"), kind=OuterRef("kind"), pk__lt=OuterRef("pk")
        )
        return self.of(found).exclude(Exists(self.of(twin)))


def findings(wanted: Wanted, person: User) -> QuerySet[Finding]:
    """Return the findings that are wanted and this person may see, one for each pair of claims, newest first, with their claims and articles."""
    related = ("claim__article", "other_claim__article", "citation__snapshot__document")
    shown = visible_findings(Finding.objects.select_related(*related), person)
    return wanted.once(shown.defer("citation__snapshot__text")).order_by("-pk")


def kinds(wanted: Wanted, person: User) -> list[tuple[str, int]]:
    """How many findings of each kind this person may see in this state and article, most first; the newest COUNTED count."""
    every_kind = Wanted(state=wanted.state, article=wanted.article)
    shown = visible_findings(Finding.objects.all(), person)
    newest = every_kind.once(shown).order_by("-pk").values_list("kind", flat=True)[:COUNTED]
    return sorted(Counter(newest).items(), key=lambda pair: (-pair[1], pair[0]))
