"""The table of ratings: each row can be told from the others, and everything that shows or takes a rating is made from it."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find
from django.template.loader import render_to_string
from django.utils.translation import override

from reviews.forms import Judge
from reviews.ratings import Rating, Tone, Underline
from reviews.templatetags.claim_state import RATED

SHORTCUTS = Path("config/templates/_shortcuts.html")


@pytest.mark.parametrize(
    "told_by",
    [
        lambda rating: rating.row.sign,
        lambda rating: rating.row.key,
        lambda rating: rating.row.tone,
        lambda rating: rating.row.underline,
        lambda rating: str(rating.label),
    ],
    ids=["sign", "key", "tone", "underline", "word"],
)
def test_no_two_ratings_share_what_tells_them_apart(told_by):
    assert len({told_by(rating) for rating in Rating}) == len(Rating)


def test_a_rating_is_looked_up_by_the_value_that_is_stored():
    assert [Rating(rating.value) for rating in Rating] == list(Rating)
    assert Rating.choices == [("verified", "Verified"), ("disputed", "Disputed"), ("wrong", "Wrong")]


def test_the_style_sheets_know_every_tone_and_underline():
    base, article = (Path(find(name)).read_text() for name in ("web/base.css", "reviews/article.css"))
    assert set(re.findall(r"^\.tone-(\w+) \{", base, re.M)) == set(Tone)
    assert set(re.findall(r"^\.claim\.underline-(\w+) \{", article, re.M)) == set(Underline)


def test_a_state_shows_the_sign_the_word_and_the_classes_of_its_row():
    assert {rating: (tag.css, tag.sign, str(tag.word)) for rating, tag in RATED.items()} == {
        Rating.VERIFIED: ("tone-success underline-solid", "✓", "Verified"),
        Rating.DISPUTED: ("tone-warning underline-dashed", "≈", "Disputed"),
        Rating.WRONG: ("tone-danger underline-wavy", "✕", "Wrong"),
    }


def test_each_button_of_the_judgement_names_the_key_that_chooses_it():
    buttons = re.findall(r'value="(\w+)"[^>]* data-rating-key="(.)"', str(Judge(citations=[])["rating"]))
    assert buttons == [(rating.value, rating.row.key) for rating in Rating]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "Rate the claim verified, disputed or wrong"), ("zh-hans", "将论断评定为属实、有争议或有误")],
)
def test_the_list_of_shortcuts_names_every_rating_and_its_key(language, sentence):
    with override(language):
        page = render_to_string(SHORTCUTS.name)
    row = next(line for line in page.splitlines() if sentence in line)
    assert re.findall(r"<kbd>(.)</kbd>", row) == [rating.row.key for rating in Rating]


def test_no_rating_takes_a_key_that_does_something_else():
    lines = [line for line in SHORTCUTS.read_text().splitlines() if "rating" not in line and "<kbd>g</kbd>" not in line]
    taken = set(re.findall(r"<kbd>(.)</kbd>", "\n".join(lines)))
    assert taken >= {"j", "k", "r", "c"}
    assert {rating.row.key for rating in Rating} & taken == set()
