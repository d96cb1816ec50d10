"""Sentences that a page hides in its running text are told; its menus, bars and labels are not."""

import pytest

from sources.extraction import extract

BEFORE = "<p>The harbour lies on the west coast, and crews come from every part of the country.</p>"
AFTER = "<p>The harbour office keeps a list of all ships that call there, and prints it in spring.</p>"
CLAIM = "The ferry carries 900 cars on its lower deck."


def hidden_in(body: str, style: str = "") -> list[tuple[str, int, str]]:
    page = f"<!DOCTYPE html><html><head><meta charset=utf-8><style>{style}</style></head><body><article>{BEFORE}{body}{AFTER}</article></body></html>"
    read = extract(page.encode(), filename="page.html", declared_type=None)
    assert CLAIM not in read.text
    return [(str(warning.kind), warning.count, warning.sample) for warning in read.warnings]


@pytest.mark.parametrize(
    "body",
    [
        f'<p>The ferry carries 60 cars. <span style="display:none">{CLAIM}</span></p>',
        f'<p style="visibility: hidden">{CLAIM}</p>',
        f"<p hidden>{CLAIM}</p>",
        f'<p>The ferry carries 60 cars. <b style="color:#fff;background:white">{CLAIM}</b></p>',
        f'<div style="display:none"><p>{CLAIM}</p></div>',
    ],
)
def test_a_sentence_hidden_in_the_running_text_is_told(body):
    assert hidden_in(body) == [("hidden_text", 1, CLAIM)]


def test_a_sentence_hidden_by_the_page_s_style_sheet_is_told():
    assert hidden_in(f'<p class="x">{CLAIM}</p>', ".x {display: none}") == [("hidden_text", 1, CLAIM)]


@pytest.mark.parametrize(
    "body",
    [
        f'<div class="cookie-bar" style="display:none"><p>{CLAIM}</p></div>',
        f'<div hidden><p>{CLAIM}</p><input type="email"></div>',
        f'<p>The ferry carries 60 cars. <span class="sr-only">{CLAIM}</span></p>',
        f'<nav style="display:none"><p>{CLAIM}</p></nav>',
        f'<ul><li><a href="/">Home</a><span hidden>{CLAIM}</span></li></ul>',
        "<p>The ferry carries 60 cars. <span hidden>opens in a new window</span></p>",
    ],
)
def test_what_is_hidden_on_nearly_every_page_is_not_told(body):
    assert hidden_in(body) == []
