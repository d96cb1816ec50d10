"""Finding evidence: the source that answers a claim comes first, with the sentence to cite and the reasons it was found."""

from statistics import mean

import pytest

from claims import queries
from claims.models import Claim
from claims.similarity.passages import EvidenceQuery, best_passages
from sources.models import Snapshot
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
    with django_assert_num_queries(
        5
    ):  # the search and the rows it names; a setting, between a savepoint and its release
        queries.evidence(claim)
