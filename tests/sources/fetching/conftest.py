"""The scripted origin that fetches are tested against."""

import pytest

from tests.sources.fetching import origin as origins


@pytest.fixture
def origin():
    with origins.listening() as listener:
        yield listener
