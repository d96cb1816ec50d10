"""Articles in, claims out, quotes cited."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from claims import services
from claims.models import Article, Citation, Claim, Mark
from claims.services import intake
from core.accounts.policies import NotAllowed
from sources.extraction import ExtractionRefused
from sources.fetching import AddressRefused, FetchOutcome
from sources.models import Document, Snapshot
from sources.services import capture
from tests import factories

pytestmark = pytest.mark.django_db
PAGE = "https://example.com/news"


def test_a_pasted_article_is_split_into_claims_on_exact_spans(analyst, at):
    article = factories.article(by=analyst, at=at)
    text = article.snapshot.text
    spans = [text[claim.start : claim.end] for claim in article.claims.active().in_reading_order()]
    assert [words for words in ("4150 N", "5.5 tons") if not any(words in span for span in spans)] == []
    assert (article.state, article.split_at) == ("DONE", at)


def test_the_marks_of_an_article_are_covered_by_the_claims_that_state_them(analyst, at):
    article = factories.article(by=analyst, at=at)
    numbers = Mark.objects.filter(article=article, kind=Mark.Kind.NUMBER).order_by("start")
    assert [article.snapshot.text[mark.start : mark.end] for mark in numbers if mark.claim] != []
    assert numbers.filter(claim=None).count() == 0


def test_the_same_text_handed_in_twice_is_one_article(analyst, at):
    first = services.submit_text(by=analyst, text=factories.ENGINE_ARTICLE, at=at)
    spaced = factories.ENGINE_ARTICLE.replace(". ", ".\r\n ")
    second = services.submit_file(by=analyst, data=spaced.encode(), filename="again.txt", at=at)
    assert (first.is_new, second.is_new, second.article) == (True, False, first.article)
    assert (Article.objects.count(), Document.objects.count()) == (1, 1)


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02\xff" * 50, b" \n\t "], ids=["empty", "binary", "blank"])
def test_an_article_that_cannot_be_read_leaves_nothing_behind(analyst, at, data):
    with pytest.raises(ExtractionRefused):
        services.submit_file(by=analyst, data=data, filename="article.txt", at=at)
    assert (Article.objects.count(), Document.objects.count(), Snapshot.objects.count()) == (0, 0, 0)


def test_a_text_that_no_worker_gets_through_is_refused_before_anything_is_stored(analyst, at, monkeypatch):
    monkeypatch.setattr(intake, "LONGEST_ARTICLE", len(factories.ENGINE_ARTICLE) - 1)
    with pytest.raises(services.ArticleTooLong, match=r"Submit it in parts, such as chapters\.$"):
        services.submit_text(by=analyst, text=factories.ENGINE_ARTICLE, at=at)
    assert (Article.objects.count(), Document.objects.count()) == (0, 0)
    monkeypatch.undo()
    assert services.submit_text(by=analyst, text=factories.ENGINE_ARTICLE, at=at).is_new is True


def test_a_page_that_is_too_long_to_split_says_so_and_is_not_tried_again(analyst, at, monkeypatch):
    article = services.submit_address(by=analyst, url=PAGE, at=at).article
    capture(snapshot_id=article.snapshot_id, fetch=factories.Web(**{PAGE: factories.ENGINE_ARTICLE}), at=at)
    monkeypatch.setattr(intake, "LONGEST_ARTICLE", 10)
    services.split(article_id=article.pk, at=at)
    article.refresh_from_db()
    assert (article.state, article.last_error, article.claims.count()) == ("DEAD", intake.TOO_LONG, 0)


def test_a_consumer_cannot_hand_anything_in(consumer, at):
    with pytest.raises(NotAllowed):
        services.submit_text(by=consumer, text=factories.ENGINE_ARTICLE, at=at)


def test_an_article_by_address_waits_until_its_page_is_captured(analyst, at):
    article = services.submit_address(by=analyst, url=PAGE, at=at, published_on=date(2022, 9, 7)).article
    assert services.split(article_id=article.pk, at=at) is False
    capture(snapshot_id=article.snapshot_id, fetch=factories.Web(**{PAGE: factories.ENGINE_ARTICLE}), at=at)
    assert services.split(article_id=article.pk, at=at) is True
    article.refresh_from_db()
    assert (article.state, article.published_on) == ("DONE", date(2022, 9, 7))
    assert article.title != PAGE


def test_a_page_with_the_text_of_a_known_article_becomes_its_duplicate(analyst, at):
    known = factories.article(by=analyst, at=at)
    article = services.submit_address(by=analyst, url=PAGE, at=at).article
    capture(snapshot_id=article.snapshot_id, fetch=factories.Web(**{PAGE: factories.ENGINE_ARTICLE}), at=at)
    services.split(article_id=article.pk, at=at)
    article.refresh_from_db()
    assert (article.state, article.duplicate_of, article.claims.count()) == ("DONE", known, 0)


def test_an_address_that_failed_can_be_handed_in_again(analyst, at):
    first = services.submit_address(by=analyst, url=PAGE, at=at).article
    blocked = factories.Web.answer(PAGE, FetchOutcome.BLOCKED, "The site refuses.", status=403)
    capture(snapshot_id=first.snapshot_id, fetch=factories.Web(**{PAGE: blocked}), at=at)
    assert services.submit_address(by=analyst, url=PAGE, at=at).is_new is True


def test_an_address_inside_is_refused(analyst, at):
    with pytest.raises(AddressRefused):
        services.submit_address(by=analyst, url="http://169.254.169.254/latest/meta-data/", at=at)
    assert Article.objects.count() == 0


def test_an_article_is_split_once(analyst, at):
    article = factories.article(by=analyst, at=at)
    count = article.claims.count()
    assert services.split(article_id=article.pk, at=at) is False
    assert article.claims.count() == count


class TestCiting:
    @pytest.fixture
    def claim(self, analyst, at):
        return factories.claim(by=analyst, at=at)

    @pytest.fixture
    def source(self, analyst, at):
        return factories.upload(by=analyst, at=at)

    def cite(self, analyst, claim, source, at, quote, **details):
        return services.cite(
            by=analyst, claim=claim, snapshot=source, quote=quote, stance="contradicts", at=at, **details
        )

    def test_a_citation_is_the_exact_words_with_what_stands_around_them(self, analyst, claim, source, at):
        citation = self.cite(analyst, claim, source, at, factories.THRUST_QUOTE)
        assert citation.quote == source.text[citation.start : citation.end] == factories.THRUST_QUOTE
        assert source.text.startswith(citation.prefix)
        assert citation.suffix.strip().startswith("Its dry mass")

    def test_citing_the_same_words_twice_is_one_citation(self, analyst, claim, source, at):
        assert self.cite(analyst, claim, source, at, factories.THRUST_QUOTE) == self.cite(
            analyst, claim, source, at, factories.THRUST_QUOTE
        )

    def test_other_spacing_is_the_same_words(self, analyst, claim, source, at):
        spaced = factories.THRUST_QUOTE.replace(" thrust ", "\n thrust  ")
        assert self.cite(analyst, claim, source, at, spaced).quote == factories.THRUST_QUOTE

    @pytest.mark.parametrize(
        ("quote", "reason"),
        [
            ("4.15 MN in vacuum", "too short"),
            ("The engine develops a thrust of 4.51 MN in vacuum", "do not appear in this version"),
            ("The moon is made of green cheese, says nobody", "do not appear in this version"),
        ],
        ids=["too short", "another number", "other words"],
    )
    def test_words_that_cannot_be_cited_are_refused_with_the_reason(self, analyst, claim, source, at, quote, reason):
        with pytest.raises(services.QuoteRefused, match=reason):
            self.cite(analyst, claim, source, at, quote)
        assert Citation.objects.count() == 0

    def test_words_that_stand_twice_need_their_place(self, analyst, claim, at):
        line = "The dry mass of the engine is 5480 kg. "
        source = factories.upload(by=analyst, at=at, text=line + line)
        with pytest.raises(services.QuoteRefused, match="2 places"):
            self.cite(analyst, claim, source, at, line)
        assert self.cite(analyst, claim, source, at, line, start=len(line)).start == len(line)

    def test_the_database_refuses_a_quote_that_is_not_there(self, analyst, claim, source, at):
        fields = {"claim": claim, "snapshot": source, "stance": "context", "created_by": analyst}
        with pytest.raises(DatabaseError, match="not what the snapshot says"), transaction.atomic():
            Citation.objects.create(start=0, end=10, quote="0123456789", created_at=at, next_check_at=at, **fields)


def test_the_database_refuses_a_claim_outside_its_article(analyst, at):
    claim = factories.claim(by=analyst, at=at)
    size = len(claim.article.snapshot.text)
    with pytest.raises(DatabaseError, match="lies outside its article"), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(end=size + 1, sentence_end=size + 1)


def test_a_claim_is_dismissed_with_a_reason_and_put_back(analyst, at):
    claim = factories.claim(by=analyst, at=at)
    services.dismiss_claim(by=analyst, claim=claim, reason="Known satire.", at=at)
    assert claim not in Claim.objects.active()
    with pytest.raises(services.NothingToDo):
        services.dismiss_claim(by=analyst, claim=claim, reason="Again.", at=at)
    services.restore_claim(by=analyst, claim=claim, at=at)
    assert claim in Claim.objects.active()


def test_a_claim_that_was_held_to_be_idle_can_be_put_on_the_desk(analyst, at):
    article = factories.article(by=analyst, at=at, text=factories.ENGINE_ARTICLE + " Who can say what comes next?")
    idle = article.claims.filter(check_worthy=False).first()
    services.promote_claim(by=analyst, claim=idle, at=at)
    assert idle in Claim.objects.active()


def test_an_article_that_contradicts_itself_gets_a_finding_on_both_claims(analyst, at):
    text = "The maximum vacuum thrust of the RD-180 engine reaches 4150 N, which is 380 tons."
    article = factories.article(by=analyst, at=at, text=text)
    found = [claim.findings.get().kind for claim in article.claims.active().in_reading_order()]
    assert found == ["self_contradiction", "self_contradiction"]


def test_a_sentence_without_spaces_has_words_enough_to_be_cited():
    quote = "新渡轮可以载三百四十名乘客和八十五辆汽车穿过北方的海峡"
    text = f"船厂公布了报告。{quote}。"
    assert services.locate_quote(text, quote) == (8, 8 + len(quote))


class TestLineEnds:
    """A browser shows every line end as one sign, and sends two."""

    TEXT = "Dry mass of the engine:\r\n5480 kg without fuel.\r\nDry mass of the engine:\r\n5480 kg without fuel.\r\n"

    def test_the_selected_one_of_two_passages_is_cited(self):
        quote = "Dry mass of the engine:\r\n5480 kg without fuel."
        shown = self.TEXT.replace("\r\n", "\n")
        start, end = services.locate_quote(self.TEXT, quote, start=shown.rindex("Dry mass"))
        assert (start, self.TEXT[start:end]) == (self.TEXT.rindex("Dry mass"), quote)

    def test_without_a_place_the_two_are_told_apart_by_nothing(self):
        with pytest.raises(services.QuoteRefused, match="2 places"):
            services.locate_quote(self.TEXT, "Dry mass of the engine:\n5480 kg without fuel.")


def test_an_address_that_could_not_be_read_lays_its_article_down_with_the_reason(analyst, at):
    article = services.submit_address(by=analyst, url=PAGE, at=at).article
    blocked = factories.Web.answer(PAGE, FetchOutcome.BLOCKED, "The site refuses.", status=403)
    capture(snapshot_id=article.snapshot_id, fetch=factories.Web(**{PAGE: blocked}), at=at)
    assert (services.mark_unreadable_dead(), services.mark_unreadable_dead()) == (1, 0)
    article.refresh_from_db()
    assert (article.state, article.last_error) == ("DEAD", "The site refuses.")


def test_a_text_whose_splitting_was_given_up_is_tried_again_when_it_is_handed_in_again(analyst, at):
    article = services.submit_text(by=analyst, text=factories.ENGINE_ARTICLE, at=at).article
    Article.objects.filter(pk=article.pk).update(state="DEAD", attempt=5)
    services.submit_text(by=analyst, text=factories.ENGINE_ARTICLE, at=at)
    assert services.split(article_id=article.pk, at=at) is True
