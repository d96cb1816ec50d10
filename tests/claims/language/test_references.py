"""What he, she, it and "the company" stand for: sure where the text settles it, open with its candidates otherwise."""

import json
import subprocess
import sys
from pathlib import Path

from claims.language.parsing import parse
from claims.language.reference import weighing
from claims.language.reference.personal_pronouns import PersonReader
from claims.language.reference.weighing import FEATURES, evidence_for
from claims.language.references import references_in
from claims.language.splitting import split_article
from tests.claims.language.claims_in import texts, worthy_texts

MANAGE = Path(__file__).parents[3] / "manage.py"


def read(text: str) -> list[tuple[str, str, bool]]:
    return [(each.words, each.means, each.sure) for each in references_in(text)]


def test_a_lone_person_is_whom_every_pronoun_means():
    text = "Paul Keller was born in Bern in 1950. He joined the club in 1970. He scored 30 goals in his first year."
    assert read(text) == [("He", "Paul Keller", True), ("He", "Paul Keller", True), ("his", "Paul Keller", True)]


def test_the_full_name_is_given_where_only_the_surname_was_near():
    text = "Vera Halloran runs the harbour office. Halloran moved in 2003. She has a staff of 40."
    assert read(text)[-1] == ("She", "Vera Halloran", True)


def test_places_where_a_name_is_printed_belong_to_it():
    text = "In 1999 the painter Vera Halloran left Oslo. She sold 12 pictures."
    (reference,) = references_in(text)
    assert text[slice(*reference.span)] == "She"
    assert text[slice(*reference.named_at or (0, 0))] == "Vera Halloran"


def test_nobody_is_the_moon_or_an_agency():
    for opening in ("The Moon rose over the bay.", "Reuters printed the list.", "Mars is a planet."):
        assert read(f"{opening} He attended the school in 1975.") == []


def test_a_man_is_no_she_and_a_woman_no_he():
    text = "Peter Lang met Laura Winter in Graz. She bought 3 horses. He sold 2 carts."
    assert read(text) == [("She", "Laura Winter", True), ("He", "Peter Lang", True)]


def test_between_two_women_nobody_is_sure_and_both_are_offered():
    text = "Maria Sokolova and Elena Petrova ran a shop in Riga. In 2004 she earned 400 euros."
    (reference,) = references_in(text)
    assert reference.sure is False
    assert set(reference.candidates) == {"Maria Sokolova", "Elena Petrova"}


def test_an_open_pronoun_stays_as_printed_with_its_candidates_on_the_claim():
    text = "Maria Sokolova and Elena Petrova ran a shop in Riga. In 2004 she earned 400 euros."
    claim = next(claim for claim in split_article(text).claims if "400" in claim.text)
    assert "she earned 400 euros" in claim.text.lower()
    assert claim.lint[0] == "ambiguous"
    assert claim.lint[-1].startswith("“she” may mean: ")


def test_an_open_pronoun_hides_no_figure_date_or_name():
    for fact in ("She was born on 4 May 1971.", "He weighed 92 kg.", "She moved to Lisbon.", "They sold 40 ships."):
        assert worthy_texts(fact) == [fact]


def test_a_pronoun_without_a_fact_is_not_worth_a_check():
    assert worthy_texts("He was wonderful.") == []


def test_what_somebody_is_said_to_be_is_nobody_else():
    assert read("Peter Lang's wife, Clara Moss, is a judge. She was appointed in 2011.")[-1] == (
        "She",
        "Clara Moss",
        True,
    )


def test_an_unnamed_person_is_nobody_elses_name():
    text = "Peter Lang hired a driver. The driver said he had paid 300 euros."
    assert "Peter Lang had paid 300 euros." not in texts(text)


def test_the_same_characters_written_in_another_way_mean_the_same():
    composed, decomposed = "René Moreau left. He sold 3 boats.", "Rene\u0301 Moreau left. He sold 3 boats."
    for text in (composed, decomposed):
        (reference,) = references_in(text)
        assert text[slice(*reference.span)] == "He"
        assert text[slice(*reference.named_at or (0, 0))].endswith("Moreau")


def test_a_long_article_is_read_in_parts_without_forgetting_who_was_named_first():
    text = "Paul Keller founded the yard. " + " ".join(
        f"He built {number} boats in {1900 + number}." for number in range(2, 90)
    )
    answers = read(text)
    assert len(answers) == 88
    assert set(answers) == {("He", "Paul Keller", True)}


def test_the_command_answers_in_order_and_says_what_is_wrong_with_a_line():
    lines = [
        json.dumps({"id": 1, "text": "Paul Keller left. He sold 3 boats."}),
        "[]",
        json.dumps({"id": 2, "text": ""}),
    ]
    done = subprocess.run(
        [sys.executable, MANAGE, "resolve_references"],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=False,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert answers[0] == {
        "id": 1,
        "references": [
            {
                "start": 18,
                "end": 20,
                "words": "He",
                "means": "Paul Keller",
                "means_start": 0,
                "means_end": 11,
                "sure": True,
                "candidates": ["Paul Keller"],
            }
        ],
    }
    assert "error" in answers[1]
    assert answers[2] == {"id": 2, "references": []}


def test_the_table_was_fitted_to_the_evidence_as_it_is_weighed():
    table = json.loads((Path(weighing.__file__).with_name("person_trees.json")).read_text(encoding="ascii"))
    (anaphor,) = PersonReader().anaphors_in(
        [(doc, False) for doc in parse(["Peter Lang met Laura Winter before he left."])], None
    )
    people = anaphor.persons
    assert tuple(evidence_for(anaphor.pronoun, people[0], people, [])) == FEATURES == tuple(table["features"])
