"""Which sources the search for evidence finds, in which order, and that it reads the index."""

import pytest
from django.db import connection

from claims import queries
from sources import services as source_services
from sources.models import SEARCHED_CHARACTERS, Document
from tests import factories

pytestmark = pytest.mark.django_db


def titles(claim, **search):
    return [snapshot.document.title for snapshot in queries.evidence(claim, **search)]


def passage(claim, **search):
    [found] = queries.evidence(claim, **search)
    return found.passage.replace(queries.HIT_START, "[").replace(queries.HIT_END, "]")


@pytest.fixture
def claim(analyst, at):
    return factories.claim(by=analyst, at=at)


def test_a_word_that_few_sources_have_outweighs_one_that_all_have(analyst, at, claim):
    for number in range(3):
        factories.upload(by=analyst, at=at, title=f"Rocket {number}", text=f"A rocket engine, number {number}.")
    factories.upload(by=analyst, at=at, title="Thrust", text="A rocket has thrust.")
    assert titles(claim, search="rocket or thrust")[0] == "Thrust"
    best, *others = titles(claim)
    assert (best, sorted(others)) == ("Thrust", ["Rocket 0", "Rocket 1", "Rocket 2"])


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("sea level", ["Low", "Both"]),
        ('"sea level thrust"', ["Low"]),
        ("thrust -sea", ["High"]),
        ("bananas", []),
        ("the", []),
        ("'\"&|!", []),
    ],
)
def test_a_search_takes_words_phrases_and_exclusions(analyst, at, claim, search, found):
    factories.upload(by=analyst, at=at, title="Both", text="Thrust is given for vacuum and for sea level.")
    factories.upload(by=analyst, at=at, title="High", text="The vacuum thrust is given.")
    factories.upload(by=analyst, at=at, title="Low", text="The sea level thrust is given.")
    assert titles(claim, search=search) == found


def test_a_passage_is_shown_with_whole_words_beside_it_and_dots_where_the_text_goes_on(analyst, at, claim):
    aside = "Nothing on this line is asked for. " * 9
    factories.upload(by=analyst, at=at, text=f"{aside}The thrust was measured. {aside}")
    line = "Nothing on this line is asked for. "
    assert passage(claim, search="thrust") == (
        f"… is asked for. {line * 3}The [thrust] was measured. {line * 3}Nothing on …"
    )


def test_only_the_newest_version_of_a_source_in_the_library_is_found(analyst, at, claim):
    old = factories.upload(by=analyst, at=at, text="The thrust was measured.")
    source_services.add_version(document=old.document, data=b"The engine was withdrawn.", filename="sheet.txt", at=at)
    factories.upload(by=analyst, at=at, title="Hidden", text="The thrust was measured again.")
    Document.objects.filter(title="Hidden").update(in_library=False)
    assert (titles(claim, search="thrust"), titles(claim, search="withdrawn")) == ([], ["Data sheet"])


def test_a_passage_deep_in_a_long_text_is_shown(analyst, at, claim):
    filler = "The committee met and adjourned. " * 2_000
    factories.upload(by=analyst, at=at, text=f"{filler}The chamber holds 26.7 megapascals. {filler}")
    assert "[chamber] holds 26.7" in passage(claim, search="chambers")


def test_a_text_of_the_most_words_that_fit_can_be_stored_and_searched(analyst, at, claim):
    # Compounds of letters of four bytes: no text makes a larger search vector.
    letters = [chr(0x20000 + number) for number in range(300)]
    text = " ".join(f"{a}{b}-{b}{a}" for a in letters for b in letters)[: SEARCHED_CHARACTERS + 1_000]
    factories.upload(by=analyst, at=at, text=text)
    assert titles(claim, search=f"{letters[0]}{letters[1]}") == ["Data sheet"]


_ASKED = {"words": ["thrust"], "search": "thrust", "near": [], "ids": [], "places": []}


def plan_of(cursor) -> str:
    cursor.execute(f"EXPLAIN {queries._BEST}", _ASKED)
    return "\n".join(line for (line,) in cursor.fetchall())


def test_words_are_looked_up_in_the_index_and_without_the_setting_every_text_would_be_read(claim):
    with connection.cursor() as cursor:
        before = plan_of(cursor).count("Bitmap Index Scan on sources_snapshot_words")
    queries.evidence(claim)
    with connection.cursor() as cursor:
        after = plan_of(cursor).count("Bitmap Index Scan on sources_snapshot_words")
    assert (before < 2, after) == (True, 2)
