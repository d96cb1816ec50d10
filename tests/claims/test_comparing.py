"""Values that different articles state for one thing: clashes are proposed, and taken back when they are gone."""

import threading

import pytest
from django.db import connection
from django.urls import reverse

from claims import services
from claims.models import Article, Claim, Finding, StatedValue
from claims.services import comparing
from reviews import services as review_services
from tests import factories
from tests.clients import program_of
from tests.waiting import LONGEST

pytestmark = pytest.mark.django_db

MORNING = "The Halden bridge opened in 1996. The Halden bridge has a length of 812 metres."
EVENING = "Traffic was light. The length of the Halden bridge is 640 metres. Tolls rose in May 2021."
WEEKLY = "The Halden bridge has a length of 2,664 feet. The Tuva bridge has a length of 300 metres."


@pytest.fixture
def read(analyst, at):
    """Hand in an article and return its claim with these words."""

    def read(text: str, containing: str, title: str = "Morning news") -> Claim:
        return factories.article(by=analyst, at=at, text=text, title=title).claims.get(text__contains=containing)

    return read


def proposals() -> set[tuple]:
    found = Finding.objects.filter(kind="cross_article")
    return set(found.values_list("claim", "other_claim", "state", "lapsed_reason"))


def both(first: Claim, second: Claim, state: str = "open", reason: str = "") -> set[tuple]:
    return {(first.pk, second.pk, state, reason), (second.pk, first.pk, state, reason)}


def test_two_articles_with_two_values_are_set_against_each_other_on_both_claims(read):
    first = read(MORNING, "812 metres")
    second = read(EVENING, "640 metres", title="Evening news")
    assert proposals() == both(first, second)
    said = first.findings.get().explanation
    assert said.startswith("Another article, “Evening news”, may contradict this: “")
    assert ("640 metres" in said, "differ by 27 %" in said) == (True, True)


def test_a_third_article_that_agrees_with_one_is_set_against_the_other_only(read):
    first, second = read(MORNING, "812 metres"), read(EVENING, "640 metres")
    third = read(WEEKLY, "2,664 feet")
    assert proposals() == both(first, second) | both(second, third)


def test_another_thing_and_another_year_are_no_contradiction(read):
    read(MORNING, "812 metres")
    read("The Tuva bridge has a length of 300 metres.", "300 metres")
    read("In 1950 the Halden bridge had a length of 640 metres.", "640 metres")
    assert proposals() == set()


def test_nothing_is_asserted_a_person_decides_and_the_verdict_stays_theirs(read, analyst):
    first, second = read(MORNING, "812 metres"), read(EVENING, "640 metres")
    services.decide_finding(by=analyst, finding=first.findings.get(), accept=False)
    assert proposals() == both(first, second, "dismissed")


def test_a_claim_that_is_reworded_so_that_both_hold_takes_the_proposal_back(read, analyst, at):
    first, second = read(MORNING, "812 metres"), read(EVENING, "640 metres")
    review_services.edit_claim(by=analyst, claim=second, text="The length of the Tuva bridge is 640 metres.", at=at)
    assert proposals() == both(first, second, "lapsed", comparing.BOTH_HOLD)


def test_a_dismissed_claim_takes_the_proposal_back_and_brings_it_when_it_is_restored(read, analyst, at):
    first, second = read(MORNING, "812 metres"), read(EVENING, "640 metres")
    services.dismiss_claim(by=analyst, claim=second, reason="An old map.", at=at)
    assert proposals() == both(first, second, "lapsed", comparing.OFF_DESK)
    services.restore_claim(by=analyst, claim=second, at=at)
    assert proposals() == both(first, second)


def test_a_claim_that_lapsed_says_so_to_who_decides_it_late(read, analyst, at):
    first, second = read(MORNING, "812 metres"), read(EVENING, "640 metres")
    late = first.findings.get()
    services.dismiss_claim(by=analyst, claim=second, reason="An old map.", at=at)
    with pytest.raises(services.NothingToDo, match="no longer holds. One of the two claims"):
        services.decide_finding(by=analyst, finding=late, accept=True)


def test_a_claim_by_hand_is_compared_too(read, analyst, at):
    first = read(MORNING, "812 metres")
    article = factories.article(by=analyst, at=at, text=EVENING)
    Claim.objects.filter(article=article).update(check_worthy=False)
    services.compare_across(article.claims.values_list("pk", flat=True), at=at)
    added = services.add_claim(
        by=analyst,
        article=article,
        quote="The length of the Halden bridge is 640 metres",
        text="The Halden bridge has a length of 640 metres.",
        at=at,
    )
    assert both(first, added) <= proposals()
    assert {row for row in proposals() if row[2] == "open"} == both(first, added)


def test_a_wrong_value_is_set_against_a_few_right_ones_only(read, analyst, at):
    for number in range(comparing.MOST_RIVALS + 2):
        read(f"Part {number}. The Halden bridge has a length of 812 metres.", "812 metres")
    wrong = read(EVENING, "640 metres")
    assert wrong.findings.count() == comparing.MOST_RIVALS


def test_claims_off_the_desk_state_nothing(read, analyst, at):
    first = read(MORNING, "812 metres")
    assert StatedValue.objects.filter(claim=first).exists()
    services.dismiss_claim(by=analyst, claim=first, reason="An old map.", at=at)
    assert not StatedValue.objects.filter(claim=first).exists()


@pytest.mark.parametrize("bridges", [2, 12])
def test_comparing_asks_the_same_number_of_queries_however_many_claims(analyst, at, bridges, django_assert_num_queries):
    for length in (812, 640):
        names = [chr(ord("A") + number) * 3 + "den" for number in range(bridges)]
        text = " ".join(f"The {name} bridge has a length of {length} metres." for name in names)
        article = factories.article(by=analyst, at=at, text=text)
    assert len(proposals()) == 2 * bridges
    numbers = list(article.claims.values_list("pk", flat=True))
    StatedValue.objects.filter(claim__in=numbers).delete()
    Finding.objects.all().update(state="lapsed")
    # savepoint and release, own claims, turns, known and new values, rivals by key and their claims, new findings,
    # those that lapsed and their update, open proposals
    with django_assert_num_queries(13):
        services.compare_across(numbers, at=at)
    assert {row[2] for row in proposals()} == {"open"}


def test_the_panel_and_the_programs_find_the_other_claim(read, analyst, client, consumer):
    first, second = read(MORNING, "812 metres"), read(EVENING, "640 metres")
    client.force_login(analyst)
    page = client.get(reverse("claim", args=[first.pk])).content.decode()
    assert f'<a href="{reverse("claim", args=[second.pk])}">Show the other claim</a>' in page
    found = program_of(consumer).get("/api/v1/findings/", {"claim": first.pk}).json()["results"]
    assert [(row["kind"], row["other_claim"], row["state"]) for row in found] == [("cross_article", second.pk, "open")]


@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    def test_of_two_articles_that_are_split_at_once_one_sees_the_other(self, analyst, at):
        self._split_both(analyst, at)
        assert Finding.objects.filter(kind="cross_article").count() == 2

    def test_without_taking_turns_neither_sees_the_other(self, analyst, at, monkeypatch):
        """The control of the test above."""
        compared, pair_findings = threading.Barrier(2), comparing._pair_findings
        monkeypatch.setattr(comparing, "_take_turns", lambda: None)

        def both_compare_before_either_commits(*sides):
            compared.wait(LONGEST)
            return pair_findings(*sides)

        monkeypatch.setattr(comparing, "_pair_findings", both_compare_before_either_commits)
        self._split_both(analyst, at)
        assert Finding.objects.filter(kind="cross_article").count() == 0

    @staticmethod
    def _split_both(analyst, at) -> None:
        for text in (MORNING, EVENING):
            services.submit_text(by=analyst, text=text, at=at)

        def split(number):
            try:
                services.split(article_id=number, at=at)
            finally:
                connection.close()

        threads = [threading.Thread(target=split, args=[pk]) for pk in Article.objects.values_list("pk", flat=True)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
