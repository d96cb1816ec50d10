"""Assignment, presence and the inbox, as a browser without JavaScript sends and sees them."""

import re
from datetime import date

import pytest
from django.core.cache import cache
from django.urls import reverse
from redis.exceptions import ConnectionError as RedisIsAway

from reviews import services
from reviews.models import Assignment, Notice, NoticeChoice
from reviews.services import presence
from reviews.views import notices
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(analyst, at):
    return factories.claim(by=analyst, at=at)


@pytest.fixture
def desk(client, analyst):
    client.force_login(analyst)
    return client


def panel_of(client, claim) -> str:
    page = client.get(reverse("claim", args=[claim.pk])).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition('class="claim-text"')[2]).split())


class TestAssignment:
    def test_one_press_gives_the_claim_to_me(self, desk, analyst, claim):
        desk.post(reverse("assign", args=[claim.pk]), {"me": "1", "assign-seen_version": "0"})
        given = Assignment.objects.get()
        assert (given.assignee, given.due_on, given.priority, given.version) == (analyst, None, 0, 1)
        assert ("Assigned to ada" in panel_of(desk, claim), "Assign to me" in panel_of(desk, claim)) == (True, False)

    def test_a_person_a_date_and_a_priority_are_set_together_and_shown(self, desk, second_analyst, claim):
        sent = {
            "assign-assignee": second_analyst.pk,
            "assign-due_on": "2020-01-31",
            "assign-priority": "2",
            "assign-seen_version": "0",
        }
        desk.post(reverse("assign", args=[claim.pk]), sent)
        given = Assignment.objects.get()
        assert (given.assignee, given.due_on, given.priority) == (second_analyst, date(2020, 1, 31), 2)
        assert "Assigned to bruno · due 31 Jan 2020 overdue · urgent" in panel_of(desk, claim)

    def test_what_somebody_else_changed_meanwhile_is_not_overwritten(self, desk, editor, second_analyst, claim, at):
        change = services.AssignmentChange(assignee=second_analyst)
        services.assign(by=editor, claim=claim, change=change, at=at)
        page = desk.post(reverse("assign", args=[claim.pk]), {"me": "1", "assign-seen_version": "0"}, follow=True)
        assert "Someone else has changed this assignment." in page.content.decode()
        assert Assignment.objects.get().assignee == second_analyst

    @pytest.mark.parametrize(
        ("sent", "sentence"),
        [
            ({"me": "1"}, "The form was incomplete."),
            ({"assign-seen_version": "x", "assign-priority": "0"}, "The form was incomplete."),
            ({"assign-seen_version": "0", "assign-priority": "9"}, "The form was incomplete."),
            (
                {"assign-seen_version": "0", "assign-priority": "0", "assign-due_on": "soon"},
                "Enter a valid due date",
            ),
            (
                {"assign-seen_version": "0", "assign-priority": "0", "assign-assignee": "999999"},
                "The form was incomplete.",
            ),
        ],
    )
    def test_a_form_that_cannot_be_meant_changes_nothing(self, desk, claim, sent, sentence):
        page = desk.post(reverse("assign", args=[claim.pk]), sent, follow=True).content.decode()
        assert (sentence in page, Assignment.objects.count()) == (True, 0)


class TestPresence:
    def test_the_second_person_sees_who_has_the_claim_open(self, desk, client, editor, claim):
        assert "this claim open" not in panel_of(desk, claim)
        client.force_login(editor)
        assert "ada has this claim open too." in panel_of(client, claim)

    @pytest.mark.parametrize(("readers", "is_asked"), [(1, True), (2, False)])
    def test_two_who_are_to_judge_the_same_claim_are_not_asked_to_agree_on_one(
        self, desk, client, analyst, editor, at, readers, is_asked
    ):
        claim = factories.claim(by=analyst, at=at, judgements_required=readers)
        services.open_review(claim=claim, at=at)
        panel_of(desk, claim)
        client.force_login(editor)
        assert ("Talk to them before you both judge it." in panel_of(client, claim)) == is_asked

    def test_somebody_at_another_claim_is_not_there(self, desk, client, editor, claim):
        panel_of(desk, claim.article.claims.exclude(pk=claim.pk).first())
        client.force_login(editor)
        assert "this claim open" not in panel_of(client, claim)

    def test_the_part_that_asks_again_answers_only_what_changed(self, desk, client, editor, claim):
        panel_of(desk, claim)
        client.force_login(editor)
        address, part = reverse("presence", args=[claim.pk]), {"HX-Request": "true"}
        assert "ada has this claim open too." in client.get(address, {"shown": ""}, headers=part).content.decode()
        assert client.get(address, {"shown": "ada"}, headers=part).status_code == 204

    def test_an_emptied_cache_loses_nothing_that_asking_again_does_not_bring_back(self, desk, client, editor, claim):
        panel_of(desk, claim)
        cache.clear()
        address = reverse("presence", args=[claim.pk])
        assert services.others_viewing(claim, person=editor, among=[]) == []
        desk.get(address)
        client.force_login(editor)
        assert "ada has this claim open too." in client.get(address).content.decode()

    def test_without_the_cache_the_panel_is_there_all_the_same(self, desk, claim, monkeypatch):
        def away(*_args, **_kwargs):
            raise RedisIsAway

        monkeypatch.setattr(presence.cache, "set", away)
        monkeypatch.setattr(presence.cache, "get_many", away)
        assert claim.text in panel_of(desk, claim)

    def test_a_seat_is_given_up_after_a_while(self, analyst, editor, claim, monkeypatch):
        monkeypatch.setattr(presence, "VIEWING_SECONDS", 0)
        services.mark_viewing(claim, person=analyst)
        assert services.others_viewing(claim, person=editor, among=[analyst, editor]) == []


def told(person, *, at, how_many=1, claim=None):
    for number in range(how_many):
        services.tell(
            recipients=[person],
            kind="mentioned",
            key=f"occasion {number}",
            facts={"by": "edith", "claim": "Engines", "words": f"Thing {number}."},
            claim=claim,
            at=at,
        )
    return list(Notice.objects.filter(recipient=person).order_by("pk"))


class TestTheInbox:
    def test_opening_a_notice_marks_it_read_and_leads_to_the_claim(self, desk, analyst, claim, at):
        [notice] = told(analyst, at=at, claim=claim)
        assert "Thing 0." in desk.get(reverse("notices")).content.decode()
        answer = desk.post(reverse("read_notices"), {"open": notice.pk})
        notice.refresh_from_db()
        assert (answer.url, notice.read_at is not None) == (reverse("claim", args=[claim.pk]), True)

    def test_one_or_all_are_marked_read(self, desk, analyst, at):
        first, *rest = told(analyst, at=at, how_many=3)
        desk.post(reverse("read_notices"), {"notice": first.pk})
        assert Notice.objects.filter(read_at=None).count() == 2
        desk.post(reverse("read_notices"), {"all": "1"})
        assert Notice.objects.filter(read_at=None).count() == 0

    def test_the_notices_of_others_are_neither_seen_nor_touched(self, desk, second_analyst, at):
        [notice] = told(second_analyst, at=at)
        assert "Thing 0." not in desk.get(reverse("notices")).content.decode()
        assert desk.post(reverse("read_notices"), {"open": notice.pk}).status_code == 404
        for sent in ({"notice": notice.pk}, {"all": "1"}):
            desk.post(reverse("read_notices"), sent)
        notice.refresh_from_db()
        assert notice.read_at is None

    @pytest.mark.parametrize("sent", [{"open": "x"}, {"open": "9" * 40}, {"notice": "٣"}, {"notice": ""}, {}])
    def test_what_is_no_notice_breaks_nothing(self, desk, sent):
        assert desk.post(reverse("read_notices"), sent).status_code in (302, 404)

    def test_page_after_page_shows_everything_once(self, desk, analyst, at, monkeypatch):
        monkeypatch.setattr(notices, "PAGE", 2)
        told(analyst, at=at, how_many=5)
        seen, address = [], reverse("notices")
        while address:
            page = desk.get(address).content.decode()
            seen += re.findall(r"<p>edith on .*: Thing (\d)", page)
            [*following] = re.findall(r'rel="next" href="([^"]+)"', page)
            address = reverse("notices") + following[0] if following else None
        assert seen == ["4", "3", "2", "1", "0"]

    @pytest.mark.parametrize("place", ["x", "u", "u-1", "u١", "r" + "9" * 30])
    def test_a_page_that_is_not_there_is_said_to_be_the_first(self, desk, place):
        assert notices.FROM_THE_TOP in desk.get(reverse("notices"), {"after": place}).content.decode()

    @pytest.mark.parametrize("how_many", [1, 3])
    def test_the_same_number_of_queries_however_much_there_is(
        self, desk, analyst, claim, at, how_many, django_assert_num_queries
    ):
        told(analyst, at=at, how_many=how_many, claim=claim)
        with django_assert_num_queries(6):  # session, user, groups, unread, read, count
            desk.get(reverse("notices"))

    def test_the_count_says_how_many_are_unread_and_no_more_than_99(self, desk, analyst, at):
        assert "count" not in desk.get(reverse("notice_count")).content.decode()
        told(analyst, at=at, how_many=2)
        assert '<span class="count">2<' in desk.get(reverse("notice_count")).content.decode()
        told(analyst, at=at, how_many=101)
        assert '<span class="count">99+<' in desk.get(reverse("notice_count")).content.decode()

    def test_each_kind_is_chosen_for_the_inbox_and_for_mail(self, desk, analyst):
        assert desk.get(reverse("notice_choices")).content.decode().count(" checked") == 12
        desk.post(reverse("notice_choices"), {"in_app": ["assigned", "returned"], "by_mail": ["assigned"]})
        chosen = NoticeChoice.objects.filter(person=analyst)
        assert {each.kind for each in chosen if each.in_app} == {"assigned", "returned"}
        assert {each.kind for each in chosen if each.by_mail} == {"assigned"}
        assert desk.get(reverse("notice_choices")).content.decode().count(" checked") == 3

    def test_a_kind_that_is_not_known_changes_nothing(self, desk):
        page = desk.post(reverse("notice_choices"), {"in_app": ["gossip"]}, follow=True).content.decode()
        assert ("There is no such kind of notification." in page, NoticeChoice.objects.count()) == (True, 0)
