"""The re-checks of a run: how they come to be, and the account of what became of each."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from claims.models import Citation, Claim
from core.accounts.policies import Role
from reviews import services
from reviews.checking import QUIET
from reviews.models import Notice, Recheck, RecheckResult, Review, Verdict
from reviews.workflow import OPEN
from sources import services as source_services
from sources.extraction import child, extractor
from sources.models import Snapshot
from tests import factories
from tests.chaos import pages

CLAIMS = 8
ARTICLE = " ".join(f"Series {number} of the engine reached a thrust of {4100 + number} kN." for number in range(CLAIMS))


@dataclass(frozen=True)
class Account:
    """How many re-checks have no result, more than one effect, no end, or a result that is not what the page says."""

    lost: int
    doubled: int
    stuck: int
    wrong: int

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.stuck or self.wrong)


def queue(size: int, *, at: datetime) -> dict[int, bool]:
    """Publish verdicts that rest on `size` citations, and queue a look at each.

    Return the numbers of the re-checks, each with whether it must find a change.
    """
    analyst, editor = factories.person("ada", Role.ANALYST), factories.person("edith", Role.EDITOR)
    claims = list(factories.article(by=analyst, at=at, text=ARTICLE).claims.active().order_by("pk"))
    cited: dict[Claim, list[Citation]] = {claim: [] for claim in claims}
    changes: dict[int, bool] = {}
    with read_in_this_process():
        for page in range(-(-size // pages.LINES)):
            snapshot = _captured(page, analyst, at=at)
            for number, line in enumerate(pages.lines_of(page)[: size - len(changes)]):
                claim = claims[len(changes) % len(claims)]
                citation = factories.citation(by=analyst, claim=claim, at=at, snapshot=snapshot, quote=line)
                cited[claim].append(citation)
                changes[citation.pk] = pages.is_changed(page, number)
    for claim, citations in cited.items():
        factories.judge(claim, by=analyst, at=at, cited=citations)
        services.sign_off(by=editor, review=Review.objects.get(claim=claim), at=at)
    rows = services.request_rechecks(citations=Citation.objects.order_by("pk"), at=at)
    return {row.pk: changes[row.citation_id] for row in rows}


def account(expected: dict[int, bool]) -> Account:
    """Count what went wrong, by what the database says."""
    states = dict(Recheck.objects.filter(pk__in=expected).values_list("pk", "state"))
    found = dict(RecheckResult.objects.filter(recheck__in=expected).values_list("recheck", "change"))
    return Account(
        lost=sum(states.get(pk, Recheck.State.DONE) == Recheck.State.DONE and pk not in found for pk in expected),
        doubled=_doubled() + RecheckResult.objects.count() - len(found),
        stuck=sum(state != Recheck.State.DONE for state in states.values()),
        wrong=sum((change not in QUIET) != expected[pk] for pk, change in found.items())
        + _alarms_missing(found, expected),
    )


def _doubled() -> int:
    """Effects that one change had twice: a copy of the same bytes, a round on the same claim, a notice to one person."""
    return sum(
        rows.annotate(times=Count("pk")).filter(times__gt=1).count()
        for rows in (
            Snapshot.objects.filter(state=Snapshot.State.DONE).values("document", "blob").order_by(),
            Review.objects.filter(reason=Review.Reason.ENDANGERED).values("claim").order_by(),
            Notice.objects.values("recipient", "claim").order_by(),
        )
    )


def _alarms_missing(found: dict[int, str], expected: dict[int, bool]) -> int:
    """How many verdicts rest on a change that was found, and have no open round that weighs it or nobody was told."""
    changed = [pk for pk in found if expected[pk]]
    touched = Verdict.objects.filter(rests_on__citation__in=Recheck.objects.filter(pk__in=changed).values("citation"))
    claims = set(touched.values_list("claim", flat=True))
    weighed = Review.objects.filter(claim__in=claims, status__in=OPEN, reason=Review.Reason.ENDANGERED)
    told = Notice.objects.filter(claim__in=claims).values("claim").distinct()
    return 2 * len(claims) - weighed.count() - told.count()


def _captured(page: int, by: object, *, at: datetime) -> Snapshot:
    document = source_services.add_address(by=by, url=pages.address_of(page), at=at, in_library=True)
    row = source_services.request_capture(document=document, at=at)
    source_services.capture(snapshot_id=row.pk, fetch=pages.fetch_with(later=False), at=at)
    return source_services.newest_snapshot(document)


@contextmanager
def read_in_this_process():
    """Pages of our own need no child process to be read in, which takes longer than all the rest."""
    kept = extractor.extract_in_child
    extractor.extract_in_child = lambda data, kind, charset: child.parse_file(kind, data, charset)
    try:
        yield
    finally:
        extractor.extract_in_child = kept
