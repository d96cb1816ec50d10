"""An endangered verdict is told of once, to whom it concerns, with what it touches."""

from datetime import timedelta

import pytest

from claims import services as claim_services
from reviews import notice_texts as told_of
from reviews import queries, services
from reviews.models import Notice
from reviews.services import reopening
from tests import factories
from tests.clients import program_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def verdict(analyst, editor, at):
    return factories.verdict(analyst=analyst, editor=editor, at=at)


def changed(verdict, at, new="4.35 MN"):
    factories.changed_source(verdict, at=at, old="4.15 MN", new=new)
    row = services.request_rechecks(citations=verdict.citations.all(), at=at)[0]
    return services.run_recheck(recheck_id=row.pk, fetch=factories.Web(), at=at)


def told() -> list[str]:
    return sorted(notice.recipient.username for notice in Notice.objects.filter(kind="endangered"))


def test_the_one_who_judged_it_and_the_editors_are_told_once(verdict, second_analyst, consumer, at):
    opened = changed(verdict, at).opened
    assert told() == ["ada", "edith"]
    reopening.reopen_for(finding=opened.finding, at=at)
    changed(verdict, at + timedelta(days=1), new="4.55 MN")
    assert told() == ["ada", "edith"]


def test_who_judges_and_edits_is_one_person_to_tell(editor, analyst, at, settings):
    settings.PLUMBLINE_SOLO = True
    verdict = factories.verdict(analyst=editor, editor=editor, at=at)
    changed(verdict, at)
    assert told() == ["edith"]


def test_the_notice_says_what_changed_and_what_it_touches(verdict, consumer, at):
    program_of(consumer).get(f"/api/v1/verdicts/{verdict.pk}/")
    changed(verdict, at)
    notice = Notice.objects.filter(kind="endangered").first()
    assert notice.text == (
        f"The verdict on “{verdict.claim.text}” is in doubt. "
        "The source now says 4.35 MN; the quote said 4.15 MN. A person has to decide whether the claim still holds. "
        "1 article (“The RD-180 rocket engine was first flown in 2000. The…”) and 1 consumer (carl) use the verdict."
    )
    assert notice.path == f"/claims/{verdict.claim_id}/"


def test_articles_that_say_the_same_are_touched_too(verdict, analyst, at):
    again = factories.article(
        by=analyst, at=at, text="Engines differ. " + factories.ENGINE_ARTICLE, title="Second hand"
    )
    assert queries.articles_that_say(verdict.claim) == [verdict.claim.article, again]


def test_many_are_counted_and_the_first_are_named(verdict, at):
    for name in ("amsterdam", "berlin", "cairo", "dublin", "essen"):
        services.record_delivery(to=factories.person(name, "consumer"), ranges=[(1, verdict.pk)], at=at)
    assert told_of.reach(**reopening.reach_of(verdict.claim)).endswith(
        "and 5 consumers (amsterdam, berlin, cairo and 2 more) use the verdict."
    )


def test_a_change_that_is_rolled_back_is_told_to_nobody(verdict, at, monkeypatch):
    def fail(**_row):
        raise RuntimeError

    monkeypatch.setattr(claim_services, "note_recheck", fail)
    with pytest.raises(RuntimeError):
        changed(verdict, at)
    assert (told(), queries.open_round(verdict.claim)) == ([], None)
