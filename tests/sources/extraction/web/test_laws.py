"""What holds for every page: the words of the main text stand in the visible text in their order, and every word that the
article shows stands in the main text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sources.extraction.web import extract_web_page
from tests.sources.extraction.web.pages import AFTER, BEFORE
from tests.sources.extraction.web.test_phrasing_elements import SHOWN_IN_PLACE

LEFT_OUT = (
    "<del>{}</del>",
    "<s>{}</s>",
    "<span hidden>{}</span>",
    '<span style="display:none">{}</span>',
    '<b class="sr-only">{}</b>',
    "<script>{}</script>",
    "<template>{}</template>",
    "<sup>[{}]</sup>",
    "<!-- {} -->",
)
FIGURES = (
    ("10<sup>6</sup>", "10⁶"),
    ("4 m<sup>2</sup>", "4 m²"),
    ("H<sub>2</sub>O", "H₂O"),
    ("3<sup>1</sup>/<sub>2</sub>", "3½"),
    ("1887<sup>2</sup>", "1887"),
    ("<time>4,310</time>", "4,310"),
    ("<b>4</b>,<i>310</i>", "4,310"),
)
BLOCKS = (
    "<p>{}</p>",
    "<div>{}</div>",
    "<ul><li>{}</li></ul>",
    "<blockquote>{}</blockquote>",
    "<h2>{}</h2>",
    "<pre>{}</pre>",
)
MENU = "<nav><ul><li><a href='/a'>Startpage</a></li><li><a href='/b'>Weather</a></li></ul></nav>"

words = st.text("abcdefghij", min_size=3, max_size=7)
#: A piece of a sentence as (mark-up, what readers see of it).
pieces = st.one_of(
    words.map(lambda word: (word, word)),
    st.tuples(st.sampled_from(SHOWN_IN_PLACE), words).map(lambda made: (f"<{made[0]}>{made[1]}</{made[0]}>", made[1])),
    st.tuples(st.sampled_from(LEFT_OUT), words).map(lambda made: (made[0].format(f"hidden {made[1]}"), "")),
    st.sampled_from(FIGURES),
)
sentences = st.lists(pieces, min_size=4, max_size=14).map(
    lambda made: (
        " ".join(["The", *(one for one, _ in made), "stays."]),
        ["The", *(seen for _, seen in made), "stays."],
    )
)
passages = st.tuples(st.sampled_from(BLOCKS), st.lists(sentences, min_size=1, max_size=3)).map(
    lambda made: (
        made[0].format(" ".join(one for one, _ in made[1])),
        " ".join(seen for _, said in made[1] for seen in said).split(),
    )
)


def _stand_in_order(words: list[str], among: list[str]) -> bool:
    rest = iter(among)
    return all(word in rest for word in words)


@given(st.lists(passages, min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_every_word_that_the_article_shows_is_read_once_and_in_order(made):
    body = "".join(one for one, _ in made)
    found = extract_web_page(
        f"<html><body>{MENU}<article><p>{BEFORE}</p>{body}<p>{AFTER}</p></article></body></html>".encode(), None
    )
    article = [*BEFORE.split(), *(word for _, said in made for word in said), *AFTER.split()]
    assert found.text.split() == article
    assert found.visible_text.split() == ["Startpage", "Weather", *article]


@given(
    st.lists(st.one_of(passages.map(lambda made: made[0]), st.text("<>/pabd iv=\"'&;sup123", max_size=30)), max_size=8)
)
@settings(max_examples=60, deadline=None)
def test_whatever_the_mark_up_the_main_text_stands_in_the_visible_text(made):
    found = extract_web_page(f"<html><body>{MENU}<p>{BEFORE}</p>{''.join(made)}<p>{AFTER}</p>".encode(), None)
    lines = found.visible_text.split("\n")
    assert _stand_in_order(found.text.split("\n"), lines)
    assert _stand_in_order(found.text.split(), found.visible_text.split())
