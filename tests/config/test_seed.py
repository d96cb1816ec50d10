"""The sample desk: every state in it was reached by the services."""

import json
from io import StringIO

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone

from claims.models import Article
from config.management.commands import seed as commands_seed
from core.accounts.policies import Role
from reviews import queries, verification
from reviews.models import Review
from sources.models import Document
from tests import factories

pytestmark = pytest.mark.django_db
STORY = json.loads((settings.BASE_DIR / "seeds" / "story.json").read_text(encoding="utf-8"))


def seed() -> list[str]:
    out = StringIO()
    call_command("seed", stdout=out)
    return out.getvalue().splitlines()


def test_the_whole_story_is_played_and_one_verdict_is_endangered():
    said = seed()
    wanted = len(STORY["verdicts"])
    assert [line for line in said if line.startswith("No claim")] == []
    assert said[-2:] == [
        f"{wanted} of {wanted} claims judged.",
        "Every citation re-checked; 1 verdict in doubt because a source changed.",
    ]
    assert (Article.objects.count(), Document.objects.library().count()) == (
        len(STORY["articles"]),
        len(STORY["sources"]),
    )
    published = sum(entry["stop_at"] == "published" for entry in STORY["verdicts"])
    assert verification.verify_ledger() == verification.Report(entries=published, replayed=published)
    [endangered] = queries.desk(queries.Selection(view="endangered")).claims
    assert ("5.5 tons" in endangered.text, endangered.round, endangered.change) == (True, 2, "number_changed")
    # Nothing was put there by hand: each round has the moves that led to where it is.
    assert [
        review.pk
        for review in Review.objects.prefetch_related("events")
        if [event.to_status for event in review.events.order_by("pk")][-1] != review.status
    ] == []


def test_a_second_seed_adds_nothing():
    seed()
    assert seed() == ["There are already articles, sources or logins here. Nothing was added."]


def interrupt(entry: dict, **_given: object) -> None:
    raise KeyboardInterrupt


def left_behind() -> tuple[int, int, int]:
    return User.objects.count(), Document.objects.count(), Article.objects.count()


def test_a_seed_that_was_interrupted_leaves_nothing_and_is_played_again(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(commands_seed, "bring_to_verdict", interrupt)
        with pytest.raises(KeyboardInterrupt):
            seed()
    assert left_behind() == (0, 0, 0)
    assert seed()[-1] == "Every citation re-checked; 1 verdict in doubt because a source changed."


def test_without_the_transaction_an_interrupted_seed_leaves_half_a_desk(monkeypatch):
    monkeypatch.setattr(commands_seed, "bring_to_verdict", interrupt)
    with pytest.raises(KeyboardInterrupt):
        commands_seed.play(STORY, at=timezone.now(), say=print)
    assert left_behind() == (
        len(STORY["users"]) + 1,
        len(STORY["sources"]) + len(STORY["articles"]),
        len(STORY["articles"]),
    )


def test_where_somebody_has_a_login_already_nothing_is_added():
    factories.person("analyst", Role.ANALYST)
    assert seed() == ["There are already articles, sources or logins here. Nothing was added."]
    assert left_behind() == (1, 0, 0)


def test_the_sample_logins_are_never_made_in_production(settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="cannot be created in production"):
        seed()
