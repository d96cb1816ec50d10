"""Verdicts on many claims, each of an article and a source of its own."""

from collections.abc import Callable

import pytest

from reviews import services
from reviews.models import Verdict
from tests import factories


@pytest.fixture
def published(analyst, editor, at) -> Callable[[int], list[Verdict]]:
    """Publish so many verdicts, oldest first."""

    def publish(how_many: int) -> list[Verdict]:
        return [_verdict(number, analyst, editor, at) for number in range(how_many)]

    return publish


def _verdict(number: int, analyst, editor, at) -> Verdict:
    text = factories.ENGINE_ARTICLE.replace("RD-180", f"RD-18{number}")
    claim = factories.claim(by=analyst, at=at, text=text)
    return factories.verdict(analyst=analyst, editor=editor, at=at, claim=claim)


@pytest.fixture
def endangered(published, analyst, at) -> Verdict:
    """A verdict whose source was changed in a number, and re-checked."""
    verdict = published(1)[0]
    factories.changed_source(verdict, at=at, old="4.15 MN", new="3.15 MN")
    waiting = services.request_rechecks(citations=verdict.citations.all(), at=at)
    services.run_recheck(recheck_id=waiting[0].pk, fetch=factories.Web(), at=at)
    return verdict
