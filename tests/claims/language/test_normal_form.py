"""Every way to write the characters of a text gives the same claims, each with its own offsets."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.language.normal_form import normal_form
from claims.language.splitting import split_article

ARTICLE = (
    "The Côte d’Azur’s café fleet has 4,150 ships and 12 ferries. Its engine, the RD-180, weighs 5.4 tonnes. "
    "Captain Zoë Müller said on 7 May 2021 that the find office in Łódź cost €300 million."
)
WRITTEN = [
    unicodedata.normalize("NFD", ARTICLE),
    ARTICLE.replace("4,150", "4,\u200b150").replace("ferries", "fer\u00adries").replace("The", "\ufeffThe"),
    ARTICLE.replace("RD-180", "RD\u2011180").replace("weighs", "\u200eweighs\u200f"),
    ARTICLE.replace("fi", "ﬁ").replace("ff", "ﬀ"),
    ARTICLE.replace("4,150", "４，１５０").replace("RD", "ＲＤ").replace("5.4", "５．４"),
    ARTICLE.replace("12", "𝟏𝟐").replace("2021", "2\u2060021"),
    "\u2066" + ARTICLE.replace(" ships", " sh\u200cips\u200d") + "\u2069",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_the_same_claims_come_from_every_way_to_write_a_text(text):
    plain, other = split_article(ARTICLE), split_article(text)
    assert [(c.text, c.kind, c.quantities, c.dates, c.attributed_to) for c in other.claims] == [
        (c.text, c.kind, c.quantities, c.dates, c.attributed_to) for c in plain.claims
    ]
    assert [mark.kind for mark in other.marks] == [mark.kind for mark in plain.marks]


@pytest.mark.parametrize("text", WRITTEN)
def test_places_are_those_of_the_text_as_it_came(text):
    def seen(words):
        form = normal_form(words)
        return form.text if form else words

    plain, other = split_article(ARTICLE), split_article(text)
    for one, same in zip(plain.claims, other.claims, strict=True):
        assert [seen(text[start:end]) for start, end in same.places] == [
            ARTICLE[start:end] for start, end in one.places
        ]
        assert seen(text[same.sentence_start : same.sentence_end]) == ARTICLE[one.sentence_start : one.sentence_end]
    assert [text[mark.start : mark.end] for mark in other.marks] == [mark.surface for mark in other.marks]
    assert [seen(mark.surface) for mark in other.marks] == [mark.surface for mark in plain.marks]


@pytest.mark.parametrize(
    "text",
    [
        "The hull is 12 m long, 10⁶ of it ½ painted — naïve, isn’t it?",
        "10⁵ units, 4 m² and 3½ t of CO₂ … № 5, 12″ of 5 µm – “so”",
        "① first, ⑴ second, 船员，共有174名。",
        "한국 여객선 40척, café, Łódź",
    ],
)
def test_what_means_something_stays(text):
    assert normal_form(text) is None


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("4 ㎏ and 5 ㎡ and 6 ㎞/h", "4 kg and 5 m² and 6 km/h"),
        ("５％ ｏｆ ￥４０", "5% of ￥40"),
        ("Ⅳ and ℌ", "IV and H"),
        ("3 \u212b at 4 \u212a", "3 Å at 4 K"),
        (unicodedata.normalize("NFD", "한국 café й"), "한국 café й"),
        ("a\u00adb\u200bc\u2060d\ufe0fe\u202ef\u202c", "abcdef"),
    ],
)
def test_a_form_of_letters_is_written_out(text, seen):
    assert normal_form(text).text == seen


def test_the_places_of_a_normal_form_are_those_of_every_character():
    form = normal_form("ﬁve 1\u200b2\u00ad ｋｇ")
    assert form is not None
    assert form.text == "five 12 kg"
    assert [form.span(at, at + 1) for at in range(len(form.text))] == [
        (0, 1), (0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (6, 7), (8, 9), (9, 10), (10, 11),
    ]  # fmt: skip


LETTERS = st.sampled_from(
    [*"ab1 ,.-é²½ßЖ", "e\u0301", "\u1112\u1161\u11ab", "\u200b", "ﬁ", "４", "，", "\u0301", "\ufeff", "㎏", "\u212b"]
)


@given(st.lists(LETTERS, max_size=30).map("".join))
def test_a_normal_form_is_in_normal_form_and_its_places_cover_the_text_in_order(text):
    form = normal_form(text)
    if form is None:
        return
    again = normal_form(form.text)
    assert again is None or again.text == form.text
    spans = [form.span(at, at + 1) for at in range(len(form.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(st.lists(LETTERS, max_size=30).map("".join))
def test_composed_and_decomposed_texts_have_one_normal_form(text):
    forms = [normal_form(unicodedata.normalize(name, text)) for name in ("NFC", "NFD")]
    written = [
        form.text if form else unicodedata.normalize(name, text)
        for form, name in zip(forms, ("NFC", "NFD"), strict=True)
    ]
    assert written[0] == written[1]
