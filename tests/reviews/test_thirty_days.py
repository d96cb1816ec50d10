"""A month of looks at forty sites, each with its own habit: no living page is called dead, no verdict is disturbed."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from claims.models import Citation
from reviews import queries, services
from reviews.models import RecheckResult, Review
from sources import services as source_services
from sources.fetching import FetchOutcome, fetcher
from sources.fetching.outcomes import OutcomeReason
from sources.models import HostTurn
from sources.queries import availability
from tests import factories
from tests.sources import behaviours
from tests.sources.behaviours import DYING, HABITS, LIVING, QUOTE, address_of
from tests.sources.fetching import origin as origins

pytestmark = pytest.mark.django_db

MONTH = timedelta(days=30)
LATEST_DISCOVERY = timedelta(days=10)


@dataclass
class Month:
    """What a month of looks at one site came to."""

    outcomes: set[str] = field(default_factory=set)
    changes: set[str] = field(default_factory=set)
    opened: int = 0
    found_dead: timedelta | None = None


@pytest.fixture
def web():
    with origins.listening() as origin:
        yield behaviours.Web(origin)


def cite_all(names: list[str], web: behaviours.Web, *, analyst, editor, at: datetime) -> dict[str, Citation]:
    """A published verdict that rests on a page of each of these sites."""
    claim = factories.claim(by=analyst, at=at)
    cited = {}
    for name in names:
        document = source_services.add_address(by=analyst, url=address_of(name), at=at, in_library=True)
        row = source_services.request_capture(document=document, at=at)
        assert source_services.capture(snapshot_id=row.pk, fetch=web.fetcher().fetch, at=at), name
        row.refresh_from_db()
        cited[name] = factories.citation(by=analyst, claim=claim, at=at, snapshot=row, quote=QUOTE)
    factories.judge(claim, by=analyst, at=at, cited=list(cited.values()))
    services.sign_off(by=editor, review=queries.open_round(claim), at=at)
    return cited


def live_through(citation: Citation, web: behaviours.Web, *, at: datetime) -> Month:
    """Look at one cited page whenever its next look is due, until the month, the page or the verdict is over."""
    month, now = Month(), at + timedelta(days=1)
    while now <= at + MONTH and month.found_dead is None and not month.opened:
        web.day = (now - at) / timedelta(days=1)
        result = look(citation, web, at=now)
        month.outcomes.add(result.outcome)
        month.changes.add(result.change)
        month.opened += result.opened is not None
        if availability(citation.snapshot.document).is_dead:
            month.found_dead = now - at
        citation.refresh_from_db(fields=["next_check_at"])
        assert citation.next_check_at > now
        now = citation.next_check_at
    return month


def look(citation: Citation, web: behaviours.Web, *, at: datetime) -> RecheckResult:
    HostTurn.objects.all().delete()  # the days of this month pass in seconds, and a site's pauses with them
    row = services.request_rechecks(citations=[citation], at=at)[0]
    return services.run_recheck(recheck_id=row.pk, fetch=web.fetcher().fetch, at=at)


def test_a_month_of_trouble_calls_no_living_page_dead_and_disturbs_no_verdict(web, analyst, editor, at):
    cited = cite_all(list(LIVING), web, analyst=analyst, editor=editor, at=at)
    months = {name: live_through(citation, web, at=at) for name, citation in cited.items()}
    assert {name: month.found_dead for name, month in months.items() if month.found_dead} == {}
    assert {name: month.changes for name, month in months.items() if month.opened} == {}
    assert {name: month.outcomes | {FetchOutcome.OK} for name, month in months.items()} == {
        name: {FetchOutcome.OK, habit.worst} for name, habit in LIVING.items()
    }
    assert Review.objects.count() == 1


def test_every_page_that_dies_is_known_to_be_dead_within_ten_days_and_disturbs_no_verdict(web, analyst, editor, at):
    cited = cite_all(list(DYING), web, analyst=analyst, editor=editor, at=at)
    months = {name: live_through(citation, web, at=at) for name, citation in cited.items()}
    took = {name: month.found_dead - timedelta(days=DYING[name].dies) for name, month in months.items()}
    assert {name: days for name, days in took.items() if not timedelta(days=6) <= days <= LATEST_DISCOVERY} == {}
    assert {name: month.changes for name, month in months.items() if month.opened} == {}
    assert Review.objects.count() == 1


def test_a_number_that_changes_on_a_page_does_open_a_round(web, analyst, editor, at, monkeypatch):
    cited = cite_all(["session-in-head"], web, analyst=analyst, editor=editor, at=at)
    changed = behaviours.Habit(behaviours.always(behaviours.page(behaviours.article().replace("4.15", "4.35"))))
    monkeypatch.setitem(HABITS, "session-in-head", changed)
    assert live_through(cited["session-in-head"], web, at=at).opened == 1


@pytest.mark.parametrize("name", ["missing-with-200", "paywall", "maintenance"])
def test_without_the_outcome_before_the_change_the_same_trouble_disturbs_the_verdict(
    name, web, analyst, editor, at, monkeypatch
):
    cited = cite_all([name], web, analyst=analyst, editor=editor, at=at)
    monkeypatch.setattr(fetcher, "classify_response", lambda *_seen: OutcomeReason.FETCHED)
    monkeypatch.setattr("sources.services.refetching._is_another_page", lambda *_seen: False)
    assert live_through(cited[name], web, at=at).opened == 1


def test_without_the_days_between_failures_an_outage_looks_like_a_death(web, analyst, editor, at, monkeypatch):
    cited = cite_all(["outage"], web, analyst=analyst, editor=editor, at=at)
    monkeypatch.setattr("sources.queries.APART", timedelta(0))
    assert live_through(cited["outage"], web, at=at).found_dead is not None
