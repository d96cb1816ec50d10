"""A word that is not the one that a reader sees is pointed out, and no honest word of two alphabets is."""

import pytest

from sources.extraction import extract
from tests.sources.extraction.encoded_texts import SENTENCES


def warned(text):
    return [(w.kind, w.count, w.sample) for w in extract(text.encode(), filename="text.txt").warnings]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The RD-180А engine has two chambers, and nobody has built another one like it.", "RD-180А"),
        ("The RD-180 engine of the Аtlas rocket has two chambers, and nobody has built another.", "Аtlas"),
        ("Двигатель стоит в Mоскве с мая.", "Mоскве"),
        ("The А-10 aircraft has flown since 1972, and nobody has built another one like it.", "А-10"),
        ("The NАТО summit in Madrid was in June, and nobody has planned another one like it.", "NАТО"),
        ("The Αthens summit was in June, and nobody has planned another one like it since.", "Αthens"),
    ],
)
def test_a_word_in_lookalike_letters_is_pointed_out(text, word):
    assert warned(text) == [("lookalike_letters", 1, word)]


@pytest.mark.parametrize(
    "text",
    [
        *SENTENCES.values(),
        "Новый IP-адрес и SMSка от VIP-клиента, 3D-принтер, USB-кабель, Wi-Fi-сеть.",
        "The wavelength is 5 μm, Δv is 3 km/s, the load 4 kΩ, and πr² the area.",
        "He said «привет» and left; the ship is the «Москва», built in Николаев.",
        "Температура 20 °С, мощность 5 кВт·ч, РД-180 и Су-35С.",
        "The Greek word is λόγος, and η is the efficiency.",
    ],
)
def test_honest_words_are_not_pointed_out(text):
    assert warned(text) == []


def test_text_that_is_shown_in_another_order_is_pointed_out():
    assert warned("The price is \u202e0514\u202c euros.") == [("turned_direction", 1, "0514")]


def test_marks_of_direction_that_turn_nothing_are_not_pointed_out():
    assert warned("The word \u2067שלום\u2069 means peace.\u200e") == []
