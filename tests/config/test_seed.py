"""The sample desk: every state in it was reached by the services."""

import json
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from claims.models import Article
from reviews import queries, verification
from reviews.models import Review
from sources.models import Document

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
        f"{wanted} of {wanted} claims judged as far as their story goes.",
        "Every citation re-checked; 1 verdict endangered by a changed source.",
    ]
    assert (Article.objects.count(), Document.objects.library().count()) == (
        len(STORY["articles"]),
        len(STORY["sources"]),
    )
    published = sum(entry["stop_at"] == "published" for entry in STORY["verdicts"])
    assert verification.verify_ledger() == verification.Report(entries=published, replayed=published)
    endangered = queries.desk(view="endangered").get()
    assert ("5.5 tons" in endangered.text, endangered.round, endangered.change) == (True, 2, "number_changed")
    # Nothing was put there by hand: each round has the moves that led to where it is.
    assert [
        review.pk
        for review in Review.objects.prefetch_related("events")
        if [event.to_status for event in review.events.order_by("pk")][-1] != review.status
    ] == []


def test_a_second_seed_adds_nothing():
    seed()
    assert seed() == ["There are documents here already; nothing was added."]


def test_the_sample_logins_are_never_made_in_production(settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="never made in production"):
        seed()
