"""English sentences, live and stored, said in the language of whoever reads the page."""

from datetime import UTC, datetime

import pytest
from django.utils.translation import gettext_lazy, override
from hypothesis import given
from hypothesis import strategies as st

from core.admin.read_only import Colours
from core.jobs.models import MAX_ATTEMPTS, STOPPED
from core.translation import rendering
from core.translation.earlier_wordings import TODAY
from core.translation.messages import Message, match_template
from core.translation.rendering import day_in_words, in_source_words, message_of, translate_stored, translated
from sources import labels
from sources.fetching import FetchOutcome

DISTANCE = "%(near)s here, %(far)s there"
GERMAN = {
    "The well is dry.": "Der Brunnen ist trocken.",
    DISTANCE: "hier %(near)s, dort %(far)s",
    "Two wells: %(each)s.": "Zwei Brunnen: %(each)s.",
    "none": "keiner",
    "; ": " / ",
}


@pytest.fixture
def german(monkeypatch):
    monkeypatch.setattr(rendering, "gettext", lambda text: GERMAN.get(text, text))


def test_a_message_that_was_stored_before_it_was_reworded_is_said_in_the_words_of_today(monkeypatch):
    monkeypatch.setitem(TODAY, "The well has no water.", "The well is dry.")
    monkeypatch.setitem(TODAY, "Near: %(near)s; far: %(far)s", DISTANCE)
    stored = ["The well has no water.", "The well is dry.", Message("Near: %(near)s; far: %(far)s", near=4, far=5)]
    assert [translated(message) for message in stored] == ["The well is dry.", "The well is dry.", "4 here, 5 there"]
    assert translate_stored("Near: 4 m; far: 5 m", [DISTANCE]) == "4 m here, 5 m there"


def test_a_sentence_is_its_english_text_for_whoever_reads_text():
    said = Message(DISTANCE, near=3, far=Message("none"))
    assert (said, {said: 1}["3 here, none there"]) == ("3 here, none there", 1)
    assert Message("A share of 5%.") == "A share of 5%."


def test_a_sentence_is_said_with_its_values_in_the_readers_language(german):
    said = Message("Two wells: %(each)s.", each=[Message(DISTANCE, near=3, far=Message("none")), Message("none")])
    assert (str(said), translated(said)) == (
        "Two wells: 3 here, none there; none.",
        "Zwei Brunnen: hier 3, dort keiner / keiner.",
    )


def test_what_a_person_wrote_is_shown_as_it_is_even_where_it_looks_like_a_word_of_the_program(german):
    assert translated(Message(DISTANCE, near="none", far="100 % %(near)s")) == "hier none, dort 100 % %(near)s"


def test_nothing_stays_nothing():
    assert translated("") == ""  # the catalogue's own answer to nothing is its head


def test_a_stored_sentence_is_said_by_the_template_that_it_was_made_of(german):
    assert [translate_stored(stored, [DISTANCE]) for stored in ("4 m here, 5 m there", "A well.", "none")] == [
        "hier 4 m, dort 5 m",
        "A well.",
        "keiner",
    ]


@given(st.text(min_size=1), st.text(min_size=1).filter(lambda far: " here, " not in far))
def test_recognising_undoes_the_making_of_a_sentence(near, far):
    made = Message("from %(near)s to %(near_too)s", near="1", near_too=far)
    found = match_template(str(made), ["%(other)s here, %(far)s there", made.template])
    assert (str(found), found.template) == (str(made), made.template)
    assert match_template(near, [f"{made.template}…"]) == near


def test_an_exception_says_its_reason_in_the_readers_language(german):
    assert [message_of(refused) for refused in (ValueError("The well is dry."), ValueError())] == [
        "Der Brunnen ist trocken.",
        "",
    ]


def test_a_day_is_written_out_as_before():
    assert day_in_words(datetime(2022, 9, 7, 23, 59, tzinfo=UTC)) == "7 September 2022"


def test_a_label_is_kept_as_it_stands_in_the_program_whoever_does_the_deed():
    with override("de"):
        assert (str(gettext_lazy("Monday")), in_source_words(gettext_lazy("Monday"))) == ("Montag", "Monday")


def test_a_colour_is_found_by_its_word_in_every_language():
    colours = Colours({gettext_lazy("Monday"): "warning"})
    with override("de"):
        assert ("Montag" in colours, colours["Montag"], "Monday" in colours) == (True, "warning", False)


def test_a_plain_table_knows_a_word_in_one_language_only():
    table = {gettext_lazy("Monday"): "warning"}
    with override("de"):
        assert "Montag" not in table


def test_every_outcome_of_a_fetch_has_a_name():
    assert set(labels.OUTCOMES) == {outcome.value for outcome in FetchOutcome}


def test_the_sentence_about_work_that_stopped_tells_how_often_it_was_tried():
    assert f"{MAX_ATTEMPTS} times" in STOPPED
