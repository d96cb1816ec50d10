"""Look at cited sources again, now and in this process."""

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from claims.models import Citation, Claim
from reviews import queries, services
from reviews.models import Recheck
from sources.fetching import Fetcher


class Command(BaseCommand):
    help = "Re-check citations: those that are due, those of one claim, or all those of verdicts that stand."

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--all", action="store_true", help="every citation of a verdict that stands")
        which.add_argument("--due", action="store_true", help="citations that are due (the default)")
        which.add_argument("--claim", type=int, metavar="N", help="the citations of one claim")

    def handle(self, *, claim: int | None, **options: Any) -> None:
        rows = list(self.rows(claim=claim, everything=bool(options["all"])))
        tally: Counter[str] = Counter()
        fetch = Fetcher().fetch
        for pk in tqdm(rows, unit="re-check", disable=None):
            # Where a page has not changed, one re-check settles all that wait for it.
            result = services.run_recheck(recheck_id=pk, fetch=fetch, at=timezone.now()) or queries.result_of(pk)
            if result is None:
                tally["already running in a worker"] += 1
                continue
            tally[result.change or result.outcome] += 1
            if result.opened:
                self.stdout.write(f"Claim {result.opened.claim_id}, review {result.opened.round}: {result.explanation}")
        self.stdout.write(
            f"{len(rows)} re-checks: "
            + (", ".join(f"{n} {kind}" for kind, n in tally.most_common()) or "nothing was due.")
        )

    def rows(self, *, claim: int | None, everything: bool):
        """Queue what is asked for, and return the ids of the rows that wait."""
        at = timezone.now()
        if claim is not None and not Claim.objects.filter(pk=claim).exists():
            raise CommandError(f"There is no claim {claim}. The number of a claim is in the address of its page.")
        if claim is not None or everything:
            citations = Citation.objects.filter(claim=claim) if claim is not None else queries.standing_citations()
            return [row.pk for row in services.request_rechecks(citations=citations, at=at, for_workers=False)]
        services.schedule_rechecks(at=at)
        return Recheck.objects.due().order_by("run_after").values_list("pk", flat=True)
