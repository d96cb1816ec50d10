"""Finding evidence: the source that answers a claim comes first, with the sentence to cite and the reasons it was found."""

from statistics import mean

import pytest

from claims import queries
from claims.models import Claim
from claims.similarity.passages import EvidenceQuery, best_passages
from sources import services as source_services
from sources.models import PassageVectors, Snapshot
from sources.tasks import store_missing_passages
from tests import factories
from tests.claims.library import Asked, Source, library

pytestmark = pytest.mark.django_db


def found_for(text: str, claim: Claim) -> list[Snapshot]:
    claim.text = text
    return queries.evidence(claim)


def reciprocal_rank(row: Asked, found: list[Snapshot]) -> float:
    titles = [snapshot.document.title for snapshot in found]
    return 1 / (titles.index(row.title) + 1) if row.title in titles else 0.0


@pytest.fixture
def claim(analyst, at) -> Claim:
    return factories.claim(by=analyst, at=at)


def upload(sources: list[Source], analyst, at) -> None:
    for source in sources:
        factories.upload(by=analyst, at=at, title=source.title, text=source.text)


def test_the_source_that_answers_a_claim_comes_first_with_the_sentence_to_cite(analyst, at, claim):
    sources, asked = library(seed=11)
    upload(sources, analyst, at)
    ranks: dict[str, list[float]] = {}
    cited = []
    for row in asked:
        found = found_for(row.claim, claim)
        ranks.setdefault(row.kind, []).append(reciprocal_rank(row, found))
        start, end = found[0].suggested
        cited.append(row.sentence in found[0].text[start:end])
    assert {kind: mean(of_kind) >= 0.95 for kind, of_kind in ranks.items()} == dict.fromkeys(ranks, True)
    assert mean(cited) >= 0.95


def test_control_without_the_quantity_a_claim_without_a_name_finds_any_of_its_family(analyst, at, claim):
    sources, asked = library(seed=11)
    family = [source for source in sources if source.title.startswith("engine")]
    upload(family, analyst, at)
    [row] = [row for row in asked if row.claim.startswith("The engine's thrust in vacuum")][:1]
    figure = row.claim.removeprefix("The engine's thrust in vacuum is ")
    with_figure, without = found_for(row.claim, claim), found_for(row.claim.replace(figure, "large."), claim)
    scores = [passage.score for passage in best_passages(EvidenceQuery(claim.text), [each.text for each in without])]
    assert reciprocal_rank(row, with_figure) == 1
    assert max(scores) - sorted(scores)[1] < 0.1


def test_each_source_says_why_it_was_found_in_words(analyst, at, claim):
    factories.upload(by=analyst, at=at)
    [found] = found_for("The RD-180 engine's maximum vacuum thrust reaches 4150 kN.", claim)
    assert found.reasons == ("same quantity: 4.15 MN", "words: engine, vacuum, thrust")
    assert found.text[slice(*found.suggested)] == factories.THRUST_QUOTE


def test_a_figure_with_a_slip_of_its_prefix_is_told_apart_from_the_same_one(analyst, at, claim):
    factories.upload(by=analyst, at=at)
    [found] = found_for("The engine has a vacuum thrust of 4150 N.", claim)
    assert found.reasons[0] == "same digits, different magnitude: 4.15 MN"


def test_the_number_of_queries_does_not_grow_with_the_library(analyst, at, claim, django_assert_num_queries):
    for number in range(12):
        factories.upload(by=analyst, at=at, title=f"Sheet {number}", text=f"The thrust is {number} kN in vacuum.")
    # What the passages mean, the search, and the rows it names; a setting, between a savepoint and its release.
    with django_assert_num_queries(6):
        queries.evidence(claim)


PARAPHRASES = (
    ("The automobile maker dismissed 300 employees.", "The car manufacturer laid off three hundred workers."),
    ("The physician cured the child of cancer.", "A doctor healed the girl's tumour."),
)
OTHERS = (
    "The ferry sails to the island every Monday.",
    "The orchestra played three concerts in the town hall.",
    "A new bakery has opened beside the railway station.",
)


@pytest.fixture
def paraphrases(analyst, at) -> None:
    upload([Source(text, text) for _, text in PARAPHRASES], analyst, at)
    upload([Source(text, text) for text in OTHERS], analyst, at)


@pytest.mark.parametrize(("asked", "answer"), PARAPHRASES)
def test_a_source_that_says_it_in_other_words_comes_first_with_its_sentence(paraphrases, claim, asked, answer):
    best = found_for(asked, claim)[0]
    assert (best.text, best.text[slice(*best.suggested)]) == (answer, answer)


def test_a_source_found_by_its_meaning_says_so(paraphrases, claim):
    [found] = [each for each in found_for(PARAPHRASES[1][0], claim) if each.text == PARAPHRASES[1][1]]
    assert found.reasons == ("similar meaning",)


def test_control_by_words_alone_none_of_them_is_found(paraphrases, claim, monkeypatch):
    PassageVectors.objects.all().delete()
    answers = {answer for _, answer in PARAPHRASES}
    assert [each.text for asked, _ in PARAPHRASES[1:] for each in found_for(asked, claim) if each.text in answers] == []


def test_a_source_that_shares_one_common_word_only_is_left_out(analyst, at, claim):
    texts = [f"The {thing} opened in spring beside the old mill." for thing in ("bakery", "theatre", "library", "pool")]
    upload([Source(text, text) for text in texts], analyst, at)
    factories.upload(by=analyst, at=at)
    found = found_for("The RD-180 engine's maximum vacuum thrust, as measured last spring, is 4150 kN.", claim)
    assert [each.document.title for each in found] == ["Data sheet"]


def test_a_headline_in_capitals_shares_no_small_words(analyst, at, claim):
    factories.upload(
        by=analyst, at=at, title="Mill", text="IN THE BEGINNING, BY THE RIVER, THE MILL WAS SMALL AND OLD."
    )
    factories.upload(by=analyst, at=at)
    found = found_for("The thrust of the RD-180 was measured by the maker in 1999 and it is 4150 kN.", claim)
    assert [each.document.title for each in found] == ["Data sheet"]


def test_a_source_that_shares_one_name_only_is_kept(analyst, at, claim):
    factories.upload(by=analyst, at=at, title="Travel", text="Nobody had heard of Quixandra before the railway came.")
    assert [each.document.title for each in found_for("Quixandra produces 14 tonnes of saffron.", claim)] == ["Travel"]


def test_whatever_a_person_searches_for_is_found_however_common_the_word(analyst, at, claim):
    texts = [f"The {thing} opened in spring beside the old mill." for thing in ("bakery", "theatre", "library", "pool")]
    upload([Source(text, text) for text in texts], analyst, at)
    found = queries.evidence(claim, search="spring")
    assert sorted(each.text for each in found) == sorted(texts)


def test_what_was_captured_before_there_were_vectors_is_read_by_the_worker(paraphrases, claim):
    PassageVectors.objects.all().delete()
    PassageVectors.objects.create(snapshot=Snapshot.objects.first(), version="older", codes=b"", vectors=b"")
    store_missing_passages()
    best = [found_for(asked, claim)[0].text for asked, _ in PARAPHRASES]
    assert (best, source_services.store_missing_passages()) == ([answer for _, answer in PARAPHRASES], 0)


def test_articles_that_nobody_cites_have_no_vectors(claim):
    assert PassageVectors.objects.count() == 0
