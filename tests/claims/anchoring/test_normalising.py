"""Normalising a text, and the way back to the original's offsets."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.anchoring import normalise


def test_typographic_quotes_dashes_and_spaces_become_plain_ones():
    assert normalise("“It’s”\u00a02020–21 — done").text == '"it\'s" 2020-21 - done'


def test_runs_of_white_space_become_one_space_and_are_not_trimmed():
    assert normalise("  a \n\n b\t").text == " a b "


def test_accents_and_case_are_folded_whichever_way_they_were_encoded():
    assert normalise("CAFÉ").text == normalise("cafe\u0301").text == "cafe"


def test_invisible_characters_vanish():
    assert normalise("co\u00adoper\u200bate\ufeff").text == "cooperate"


def test_a_word_cut_at_the_end_of_a_line_is_joined():
    assert normalise("the govern-\n  ment of 2014-\n2016").text == "the government of 2014- 2016"


def test_an_exponent_does_not_become_a_digit_of_the_number():
    assert normalise("10⁶ N").text == "10^6 n"


def test_a_fraction_stays_apart_from_the_number_before_it():
    assert normalise("2½ in").text == "2 1/2 in"


def test_character_references_left_in_a_text_are_what_they_stand_for():
    assert normalise("5&nbsp;&deg;C &amp;ndash; R&amp;D &#8220;A&#8221;").text == '5 °c - r&d "a"'


def test_a_span_leads_back_to_the_original_characters():
    text = "Der Fuß  der “ﬁne” Säule"
    folded = normalise(text)
    at = folded.text.index("fine")
    start, end = folded.original_span(at, at + 4)
    assert text[start:end] == "ﬁne"


def test_an_original_offset_leads_to_the_normalised_position():
    folded = normalise("a\u00ad  b")
    assert [folded.position_of(i) for i in range(6)] == [0, 1, 1, 1, 2, 3]


@settings(max_examples=300)
@given(st.text())
def test_every_position_leads_back_into_the_original(text):
    folded = normalise(text)
    spans = [folded.original_span(i, i + 1) for i in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@settings(max_examples=300)
@given(st.text(alphabet=st.characters(max_codepoint=0x2FFF)))
def test_normalising_twice_changes_nothing_more(text):
    once = normalise(text).text
    assert normalise(once).text == once
