"""Whoever asks for everything after the newest number they know misses nothing."""

import threading

import pytest
from django.db import connection

from reviews import services
from reviews.models import Verdict, VerdictChange
from reviews.services import changes, rounds
from reviews.workflow import Status
from tests import factories
from tests.waiting import LONGEST, somebody_waits_for_a_lock, wait_until


@pytest.fixture
def waiting(transactional_db, analyst, editor, at):
    """Two rounds that wait for sign-off."""
    claims = [
        factories.claim(by=analyst, at=at, text=factories.ENGINE_ARTICLE.replace("180", number))
        for number in ("181", "182")
    ]
    return [
        factories.review_at(Status.IN_APPROVAL, analyst=analyst, editor=editor, at=at, claim=claim) for claim in claims
    ]


def _numbers_as_they_appear(waiting, editor, at, monkeypatch) -> list[int]:
    """Sign off both rounds at once, the first of them slowly, and note in which order the verdicts can be read."""
    first_has_its_number, second_had_its_turn, appeared = threading.Event(), threading.Event(), []
    append = rounds._append_to_ledger

    def slowly(verdict, deciding, evidence):
        if verdict.review == waiting[0]:
            first_has_its_number.set()
            second_had_its_turn.wait(LONGEST)
        return append(verdict, deciding, evidence)

    def sign_off(review) -> None:
        try:
            appeared.append(services.sign_off(by=editor, review=review, at=at).pk)
        finally:
            connection.close()

    monkeypatch.setattr(rounds, "_append_to_ledger", slowly)
    slow, fast = (threading.Thread(target=sign_off, args=[review]) for review in waiting)
    slow.start()
    first_has_its_number.wait(LONGEST)
    fast.start()
    wait_until(lambda: somebody_waits_for_a_lock() or not fast.is_alive())
    second_had_its_turn.set()
    slow.join()
    fast.join()
    return appeared


def test_verdicts_appear_in_the_order_of_their_numbers(waiting, editor, at, monkeypatch):
    appeared = _numbers_as_they_appear(waiting, editor, at, monkeypatch)
    assert appeared == list(Verdict.objects.order_by("pk").values_list("pk", flat=True))
    assert appeared == list(VerdictChange.objects.order_by("pk").values_list("verdict", flat=True))


def test_without_the_turns_a_higher_number_appears_first(waiting, editor, at, monkeypatch):
    monkeypatch.setattr(rounds, "wait_for_the_ledger", lambda: None)
    monkeypatch.setattr(changes, "wait_for_the_ledger", lambda: None)
    appeared = _numbers_as_they_appear(waiting, editor, at, monkeypatch)
    assert appeared == list(Verdict.objects.order_by("-pk").values_list("pk", flat=True))
