"""When a page counts as gone for good: after three failures three days apart, and nothing that speaks against it."""

from datetime import timedelta

import pytest

from sources import services
from sources.fetching import FetchOutcome
from sources.queries import Availability, availability
from tests import factories
from tests.sources.refetching import PAGE, address, captured, failed

pytestmark = pytest.mark.django_db

MISSING = (FetchOutcome.SOFT_404, FetchOutcome.UNREACHABLE, FetchOutcome.SERVER_ERROR, FetchOutcome.BLOCKED_ADDRESS)
NOT_LET_IN = [each for each in FetchOutcome if each not in (*MISSING, FetchOutcome.OK, FetchOutcome.NOT_MODIFIED)]


@pytest.fixture
def document(analyst, at):
    document = address(analyst, at)
    captured(document, factories.Web(**{PAGE: "Thrust 4.15 MN."}), at)
    return document


def looked(document, at, *looks):
    """Look at the page on these days, each time with this outcome."""
    for days, outcome in looks:
        fetch = factories.Web(**{PAGE: failed(outcome)})
        if outcome is FetchOutcome.OK:
            fetch = factories.Web(**{PAGE: "Thrust 4.15 MN."})
        services.refetch(document=document, fetch=fetch, at=at + timedelta(days=days))
    return availability(document)


@pytest.mark.parametrize("outcome", MISSING)
def test_three_failures_three_days_apart_are_a_death(document, at, outcome):
    found = looked(document, at, (1, outcome), (4, outcome), (7, outcome))
    assert found == Availability(last_read=at, failing_since=at + timedelta(days=1), is_dead=True)


@pytest.mark.parametrize("outcome", NOT_LET_IN)
def test_a_page_that_we_are_not_let_into_is_never_dead(document, at, outcome):
    found = looked(document, at, *[(day, outcome) for day in range(1, 40, 3)])
    assert found == Availability(last_read=at, failing_since=None, is_dead=False)


@pytest.mark.parametrize(
    "days",
    [[], [1], [1, 1.25, 1.5, 1.75, 2, 2.25], [1, 4, 6.9], [1, 3.9, 4.1, 6.9]],
    ids=["none", "one", "six in a day", "the third too soon", "four within six days"],
)
def test_fewer_failures_or_closer_ones_prove_nothing(document, at, days):
    assert looked(document, at, *[(day, FetchOutcome.UNREACHABLE) for day in days]).is_dead is False


def test_looks_every_six_hours_prove_a_death_after_six_days(document, at):
    for quarters in range(4, 60):
        if looked(document, at, (quarters / 4, FetchOutcome.SOFT_404)).is_dead:
            break
    assert quarters / 4 == 1 + 6


def test_a_page_that_was_read_in_between_is_alive(document, at):
    down = FetchOutcome.UNREACHABLE
    found = looked(document, at, (1, down), (4, down), (5, FetchOutcome.OK), (7, down), (10, down))
    assert (found.is_dead, found.failing_since) == (False, at + timedelta(days=7))


def test_a_page_that_came_back_after_its_death_is_alive(document, at):
    looked(document, at, (1, FetchOutcome.SOFT_404), (4, FetchOutcome.SOFT_404), (7, FetchOutcome.SOFT_404))
    assert looked(document, at, (8, FetchOutcome.OK)) == Availability(at + timedelta(days=8), None, is_dead=False)


def test_a_site_that_refuses_us_in_between_is_not_down(document, at):
    found = looked(
        document, at, *[(day, FetchOutcome.SERVER_ERROR if day % 6 else FetchOutcome.BLOCKED) for day in range(1, 40)]
    )
    assert found.is_dead is False


def test_a_site_that_refuses_us_in_between_does_not_bring_a_missing_page_back(document, at):
    found = looked(
        document,
        at,
        (1, FetchOutcome.SOFT_404),
        (4, FetchOutcome.SOFT_404),
        (5, FetchOutcome.BLOCKED),
        (7, FetchOutcome.SOFT_404),
    )
    assert found.is_dead is True


def test_a_page_that_never_was_read_can_be_dead_too(analyst, at):
    document = address(analyst, at, "https://example.com/never")
    found = looked(document, at, *[(day, FetchOutcome.UNREACHABLE) for day in (0, 3, 6)])
    assert found == Availability(last_read=None, failing_since=at, is_dead=True)


@pytest.mark.parametrize(
    ("looks", "sentence"),
    [
        ([], "It was last read on 2 November 2026."),
        (
            [1],
            "Checks have failed since 3 November 2026; the page will be tried again. It was last read on 2 November 2026.",
        ),
        (
            [1, 4, 7],
            "This page is no longer available: every check since 3 November 2026 has failed. It was last read on 2 November 2026.",
        ),
    ],
)
def test_what_a_reader_is_told_of_it(document, at, looks, sentence):
    assert looked(document, at, *[(day, FetchOutcome.SOFT_404) for day in looks]).sentence == sentence
