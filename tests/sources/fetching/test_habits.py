"""What a look at each of the scripted sites comes to, in its good time and in its worst."""

import pytest

from sources.fetching import FetchOutcome, transport
from tests.sources import behaviours
from tests.sources.behaviours import HABITS, address_of


@pytest.fixture
def web(origin, monkeypatch):
    monkeypatch.setattr(transport, "READ_SECONDS", 0.2)
    return behaviours.Web(origin)


def outcomes(web: behaviours.Web, name: str) -> set[FetchOutcome]:
    """What the looks of a month come to, one a day, each knowing the tag of the page that it was told before."""
    found = set()
    for day in range(30):
        web.day = day
        result = web.fetcher().fetch(address_of(name), etag='"a"' if day else None)
        found.add(result.outcome)
    return found


@pytest.mark.parametrize("name", [name for name in HABITS if name != "short-notice"])
def test_a_site_is_read_in_its_good_time_and_known_for_its_worst(web, name):
    assert outcomes(web, name) == {FetchOutcome.OK, HABITS[name].worst}


def test_a_short_page_under_another_title_is_told_only_by_what_was_there_before(web):
    assert outcomes(web, "short-notice") == {FetchOutcome.OK}
