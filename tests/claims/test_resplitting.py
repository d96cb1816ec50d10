"""Articles that newer rules split again: what people did stays, the rest follows the rules."""

import threading
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from claims import queries, services
from claims.language.splitting import split_article
from claims.models import Article, Claim, Finding, Mark
from claims.services import splitters
from core.accounts.policies import NotAllowed
from reviews import queries as review_queries
from reviews import services as review_services
from tests import factories

pytestmark = pytest.mark.django_db

FERRY = (
    "The ferry Solveig was built in 2011. "
    "The ferry Solveig carries 412 passengers and 96 cars. "
    "The ferry Solveig has a length of 86 metres. "
    "The ferry Solveig cost 31 million euros."
)
NEWER = "rules-newer"


class Rules:
    """The splitter of a later release: the one of today with its claims changed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._change = lambda claims: claims
        monkeypatch.setattr(splitters, "split_article", self)
        for module in (splitters, queries):
            monkeypatch.setattr(module, "SPLITTER_VERSION", NEWER)

    def __call__(self, text, **details):
        split = split_article(text, **details)
        return replace(split, claims=self._change(split.claims), findings=[])

    def without(self, words: str) -> None:
        self._change = lambda claims: [claim for claim in claims if words not in claim.text]

    def reword(self, words: str, text: str) -> None:
        self._change = lambda claims: [replace(claim, text=text) if words in claim.text else claim for claim in claims]

    def rescore(self, score: float) -> None:
        self._change = lambda claims: [replace(claim, score=score) for claim in claims]


@pytest.fixture
def article(analyst, at):
    return factories.article(by=analyst, at=at, text=FERRY)


@pytest.fixture
def newer(article, monkeypatch):
    """Newer rules, out since the article was split."""
    return Rules(monkeypatch)


def resplit(article: Article, at) -> dict:
    """Split again and return what it did, without the versions and the moment."""
    services.request_resplit(Article.objects.all())
    assert services.split(article_id=article.pk, at=at) is True
    article.refresh_from_db()
    return {name: done for name, done in article.last_resplit.items() if name not in ("from", "to", "at")}


def summary(**counts: object) -> dict:
    return {
        "kept": 0,
        "refreshed": 0,
        "returned": 0,
        "left_to_people": 0,
        "added": 0,
        "withdrawn": 0,
        "kept_out": [],
    } | counts


def claim_on(article: Article, words: str) -> Claim:
    return article.claims.get(text__contains=words)


def rows(article: Article) -> list[dict]:
    return list(Claim.objects.filter(article=article).order_by("pk").values())


def test_claims_that_come_out_again_keep_their_numbers_and_take_the_version(article, newer, at):
    before = rows(article)
    assert resplit(article, at) == summary(kept=len(before))
    assert rows(article) == [{**row, "splitter_version": NEWER} for row in before]
    assert (article.splitter_version, article.last_resplit["to"]) == (NEWER, NEWER)


def test_what_the_rules_read_in_a_claim_is_read_anew(article, newer, at):
    newer.rescore(0.625)
    count = article.claims.count()
    assert resplit(article, at) == summary(refreshed=count)
    assert set(article.claims.values_list("score", "splitter_version")) == {(claim_score(0.625), NEWER)}


def claim_score(score: float):
    return Claim._meta.get_field("score").to_python(str(score))


def test_splitting_again_twice_changes_nothing(article, newer, at):
    newer.reword("412 passengers", "There is room for 412 passengers on the ferry Solveig.")
    resplit(article, at)
    before = rows(article), list(Mark.objects.order_by("pk").values()), list(Finding.objects.order_by("pk").values())
    Article.objects.update(state=Article.State.PENDING)
    services.split(article_id=article.pk, at=at)
    assert (
        rows(article),
        list(Mark.objects.order_by("pk").values()),
        list(Finding.objects.order_by("pk").values()),
    ) == before


def test_a_claim_that_no_longer_comes_out_is_withdrawn_and_its_marks_are_open(article, newer, at):
    newer.without("86 metres")
    gone = claim_on(article, "86 metres")
    count = article.claims.count()
    assert resplit(article, at) == summary(kept=count - 1, withdrawn=1)
    gone.refresh_from_db()
    assert (gone.withdrawn_at, gone in Claim.objects.active(), gone in review_queries.desk().claims) == (
        at,
        False,
        False,
    )
    assert FERRY.index("86 metres") in review_queries.open_marks(article).values_list("start", flat=True)


def test_a_withdrawn_claim_comes_back_with_the_rules_that_read_it(article, newer, at, monkeypatch):
    newer.without("86 metres")
    gone = claim_on(article, "86 metres")
    resplit(article, at)
    newer.without("no such words")
    Article.objects.update(state=Article.State.PENDING)
    services.split(article_id=article.pk, at=at)
    article.refresh_from_db()
    assert article.last_resplit["returned"] == 1
    assert gone in Claim.objects.active()


def test_a_withdrawn_claim_is_put_back_by_hand_and_then_stays(article, newer, analyst, at):
    newer.without("86 metres")
    gone = claim_on(article, "86 metres")
    resplit(article, at)
    with pytest.raises(NotAllowed, match="Move it to the desk first"):
        services.edit_claim(by=analyst, claim=gone, text="It is 86 metres long.", at=at)
    services.restore_claim(by=analyst, claim=gone, at=at)
    Article.objects.update(state=Article.State.PENDING)
    services.split(article_id=article.pk, at=at)
    assert gone in Claim.objects.active()


def edited(claim, analyst, editor, at):
    review_services.edit_claim(by=analyst, claim=claim, text="86 metres is the length of the ferry.", at=at)


def dismissed(claim, analyst, editor, at):
    services.dismiss_claim(by=analyst, claim=claim, reason="Everybody knows it.", at=at)


def put_back(claim, analyst, editor, at):
    dismissed(claim, analyst, editor, at)
    services.restore_claim(by=analyst, claim=claim, at=at)


def cited(claim, analyst, editor, at):
    factories.citation(by=analyst, claim=claim, at=at)


def judged(claim, analyst, editor, at):
    factories.judge(claim, by=analyst, at=at, cited=[factories.citation(by=analyst, claim=claim, at=at)])


def abandoned(claim, analyst, editor, at):
    review = review_services.open_review(claim=claim, at=at)
    review_services.abandon_review(by=editor, review=review, note="Not ours.", at=at)


def noticed_and_decided(claim, analyst, editor, at):
    noted = services.record_finding(claim=claim, kind="lint", explanation="Look here.", key="x", at=at)
    services.decide_finding(by=analyst, finding=noted.finding, accept=True)


DEEDS = [edited, dismissed, put_back, cited, judged, abandoned, noticed_and_decided]


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
def test_what_a_person_worked_on_stays_letter_by_letter(deed, article, newer, analyst, editor, at):
    claim = claim_on(article, "86 metres")
    deed(claim, analyst, editor, at)
    before = Claim.objects.values().get(pk=claim.pk)
    newer.reword("86 metres", "At 86 metres the ferry Solveig is long.")
    newest = resplit(article, at)
    assert Claim.objects.values().get(pk=claim.pk) == before
    assert newest["kept_out"] == [
        {"text": "At 86 metres the ferry Solveig is long.", "start": claim.start, "end": claim.end, "claim": claim.pk}
    ]
    assert (newest["added"], newest["withdrawn"], newest["left_to_people"]) == (0, 0, 1)


def test_without_the_note_of_who_touched_it_the_claim_would_go(article, newer, analyst, editor, at):
    """The control of the test above."""
    claim = claim_on(article, "86 metres")
    cited(claim, analyst, editor, at)
    Claim.objects.update(worked_on_at=None)
    newer.reword("86 metres", "At 86 metres the ferry Solveig is long.")
    assert resplit(article, at)["withdrawn"] == 1


def test_the_database_refuses_to_withdraw_what_a_person_touched(article, analyst, editor, at):
    claim = claim_on(article, "86 metres")
    cited(claim, analyst, editor, at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(withdrawn_at=at)


def test_a_promoted_claim_stays_on_the_desk(analyst, at, monkeypatch):
    article = factories.article(by=analyst, at=at, text=f"{FERRY} What a beautiful ship she is, is she not?")
    idle = article.claims.filter(check_worthy=False).first()
    services.promote_claim(by=analyst, claim=idle, at=at)
    Rules(monkeypatch)
    resplit(article, at)
    assert idle in Claim.objects.active()


def test_claims_by_hand_stay_and_are_not_read_a_second_time(article, newer, analyst, at):
    claim = article.claims.filter(text__contains="412 passengers").first()
    parts = review_services.split_claim(
        by=analyst, claim=claim, texts=["Solveig carries 412 passengers.", "Solveig carries 96 cars."], at=at
    )
    before = rows(article)
    done = resplit(article, at)
    assert (done["added"], done["withdrawn"], done["left_to_people"]) == (0, 0, 3)
    assert [row for row in rows(article) if row["origin"] == "HAND"] == [
        row for row in before if row["origin"] == "HAND"
    ]
    assert all(part in Claim.objects.active() for part in parts)


def test_marks_follow_the_rules_and_a_reason_given_for_one_stays(article, newer, analyst, at):
    newer.without("86 metres")
    resplit(article, at)
    mark = review_queries.open_marks(article).get(start=FERRY.index("86 metres"))
    services.dismiss_mark(by=analyst, mark=mark, reason="Nobody disputes it.")
    foreign = Mark.objects.create(article=article, kind="number", start=0, end=3)
    before = set(Mark.objects.exclude(pk=foreign.pk).values_list("pk", "dismissed_reason"))
    Article.objects.update(state=Article.State.PENDING)
    services.split(article_id=article.pk, at=at)
    assert set(Mark.objects.values_list("pk", "dismissed_reason")) == before


def test_a_contradiction_that_newer_rules_no_longer_see_lapses_and_is_never_deleted(analyst, at, monkeypatch):
    text = "The tower of Vik has a height of 120 metres. The tower of Vik has a height of 150 metres."
    article = factories.article(by=analyst, at=at, text=text)
    before = set(Finding.objects.values_list("pk", flat=True))
    assert (len(before), set(Finding.objects.values_list("state", flat=True))) == (2, {"open"})
    Rules(monkeypatch)
    resplit(article, at)
    assert set(Finding.objects.values_list("pk", "state")) == {(pk, "lapsed") for pk in before}
    monkeypatch.setattr(splitters, "split_article", split_article)
    Article.objects.update(state=Article.State.PENDING)
    services.split(article_id=article.pk, at=at)
    assert set(Finding.objects.values_list("pk", "state", "lapsed_reason")) == {(pk, "open", "") for pk in before}


def test_a_finding_that_a_person_decided_stays_decided(analyst, at, monkeypatch):
    text = "The tower of Vik has a height of 120 metres. The tower of Vik has a height of 150 metres."
    article = factories.article(by=analyst, at=at, text=text)
    decided = Finding.objects.first()
    services.decide_finding(by=analyst, finding=decided, accept=True)
    Rules(monkeypatch)
    resplit(article, at)
    decided.refresh_from_db()
    assert decided.state == "accepted"


def test_an_article_stays_in_reach_while_it_waits_to_be_split_again(article, newer, at):
    assert services.request_resplit(Article.objects.all()) == [article.pk]
    article.refresh_from_db()
    assert (article.state, article.split_at) == ("PENDING", at)
    assert article in Article.objects.due()


def test_articles_of_the_newest_rules_are_not_made_due(article):
    assert services.request_resplit(Article.objects.all()) == []


def test_the_command_splits_again_and_says_what_became_of_the_claims(article, newer, capsys):
    newer.without("86 metres")
    count = article.claims.count()
    call_command("resplit_articles")
    assert "1 articles were split by older rules" in capsys.readouterr().out
    call_command("resplit_articles", article=article.pk)
    assert f"Article {article.pk}: {count - 1} kept, 1 withdrawn" in capsys.readouterr().out
    call_command("resplit_articles", all=True)
    assert "0 articles: the newest rules have split them all." in capsys.readouterr().out
    with pytest.raises(CommandError, match="There is no article 0"):
        call_command("resplit_articles", article=0)


@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    def test_two_workers_do_it_once(self, article, newer, at):
        newer.reword("86 metres", "At 86 metres the ferry Solveig is long.")
        services.request_resplit(Article.objects.all())
        assert sorted(self._both(lambda: services.split(article_id=article.pk, at=at))) == [False, True]
        article.refresh_from_db()
        assert article.last_resplit["added"] == 1
        assert article.claims.filter(text__startswith="At 86 metres").count() == 1

    def test_a_worker_that_lost_its_lease_stores_nothing(self, article, newer, at):
        newer.without("86 metres")
        services.request_resplit(Article.objects.all())
        self._lose_the_lease_while(newer, article)
        before = rows(article)
        assert services.split(article_id=article.pk, at=at) is False
        assert rows(article) == before

    def test_without_the_fence_it_would_store(self, article, newer, at, monkeypatch):
        """The control of the test above."""
        newer.without("86 metres")
        services.request_resplit(Article.objects.all())
        self._lose_the_lease_while(newer, article)
        monkeypatch.setattr(type(Article.objects.all()), "complete", lambda *_, **__: True)
        before = rows(article)
        services.split(article_id=article.pk, at=at)
        assert rows(article) != before

    def test_a_claim_added_in_the_same_moment_is_neither_lost_nor_doubled(self, article, newer, analyst, at):
        newer.reword("86 metres", "The ferry is 86 metres long.")
        services.request_resplit(Article.objects.all())
        claim = claim_on(article, "86 metres")
        quote = FERRY[claim.start : claim.end]

        def add():
            try:
                services.add_claim(by=analyst, article=article, quote=quote, text="The ferry is 86 metres long.", at=at)
            except services.NothingToDo:
                return "there"

        def split():
            services.split(article_id=article.pk, at=at)

        jobs = iter([add, split])
        self._both(lambda: next(jobs)())
        assert article.claims.filter(text="The ferry is 86 metres long.").count() == 1

    @staticmethod
    def _lose_the_lease_while(newer, article) -> None:
        def change(claims):
            Article.objects.filter(pk=article.pk).update(lease_token="00000000-0000-0000-0000-000000000000")
            return [claim for claim in claims if "86 metres" not in claim.text]

        newer._change = change

    @staticmethod
    def _both(job) -> list:
        results, start = [], threading.Barrier(2)

        def run():
            try:
                start.wait()
                results.append(job())
            finally:
                connection.close()

        threads = [threading.Thread(target=run) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results
