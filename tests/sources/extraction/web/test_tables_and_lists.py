"""The cells of a table stay apart and its rows together; a table that only lays out the page is no table."""

import pytest

from sources.extraction.web import extract_web_page
from tests.sources.extraction.web.pages import printed


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        ("<table><tr><th>Barge<th>Crew<tr><td>Tom<td>9</table>", "Barge\tCrew\nTom\t9"),
        ("<table><tr><td>Tom</td><td>9</td></tr><tr><td>Ned</td><td>12</td></tr></table>", "Tom\t9\nNed\t12"),
        ("<table><caption>Crews</caption><tr><td>Tom</td><td>9</td></tr></table>", "Crews\nTom\t9"),
        (
            "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody>"
            "<tfoot><tr><td>3</td><td>4</td></tr></tfoot></table>",
            "A\tB\n1\t2\n3\t4",
        ),
        ("<table><tr><td><p>Tom</p></td><td><div>9</div></td></tr></table>", "Tom\t9"),
        ("<table><tr><td>Tom<br>(old)</td><td>9</td></tr></table>", "Tom (old)\t9"),
        ("<table><tr><td>Tom</td><td></td><td>9</td></tr></table>", "Tom\t9"),
        ("<table><tr><th>Area</th><td>12 km<sup>2</sup></td></tr></table>", "Area\t12 km²"),
        ("<table><tr><td>Tom</td><td><ul><li>9 men</li><li>2 boys</li></ul></td></tr></table>", "Tom\t9 men 2 boys"),
        ("<div style='display:table-row'><p>Tom</p></div>", "Tom"),
        ("<dl><dt>Crew</dt><dd>9</dd><dt>Length</dt><dd>21 m</dd></dl>", "Crew\t9\nLength\t21 m"),
        ("<dl><dt>Crew</dt><dt>Men</dt><dd>9</dd><dd>of whom 2 boys</dd></dl>", "Crew\nMen\t9\nof whom 2 boys"),
        ("<dl><div><dt>Crew</dt><dd>9</dd></div></dl>", "Crew\t9"),
        (
            "<dl><dt>Tom</dt><dd><p>The barge left in May.</p><p>It sank in June.</p></dd></dl>",
            "Tom\nThe barge left in May.\nIt sank in June.",
        ),
        (
            "<table role=presentation><tr><td>It lifts 5 t.</td><td>It sank.</td></tr></table>",
            "It lifts 5 t.\nIt sank.",
        ),
        (
            "<table><tr><td><table><tr><td>Tom</td><td>9</td></tr></table></td><td>It sank.</td></tr></table>",
            "Tom\t9\nIt sank.",
        ),
        ("<table><tr><td>It lifts 5 t.</td></tr><tr><td>It sank.</td></tr></table>", "It lifts 5 t.\nIt sank."),
    ],
)
def test_a_table_or_list_is_printed_row_by_row(passage, text):
    assert printed(passage) == text


MENU = "<a href='/a'>Start</a><br><a href='/b'>Games</a><br><a href='/c'>Offers</a>"
STORY = (
    "The quarry stands above the village and has been worked since the days of the canal.<br><br>"
    "It gave 350 t of slate in 1887.<br><br>Nine men work there now, and each of them has a cart of his own.<br><br>"
    "The parish keeps the old drawings of the works in a chest."
)
LINES = STORY.split("<br><br>")


@pytest.mark.parametrize(
    "body",
    [
        f"<table width=800><tr><td>{MENU}</td><td>{STORY}</td></tr></table>",
        f"<table><tr><td colspan=2>The Slate Post</td></tr><tr><td>{MENU}</td><td>{STORY}</td></tr></table>",
        f"<table><tr><td>{STORY}</td><td>{MENU}</td></tr></table>",
        f"<table><tr><td>{MENU}</td><td><table><tr><td>{STORY}</td></tr></table></td></tr></table>",
        f"<table><tr><td>{MENU}</td><td><p>" + STORY.replace("<br><br>", "</p><p>") + "</p></td></tr></table>",
        f"<center><table border=0><tbody><tr><td nowrap>{MENU}</td><td><font>{STORY}</font></td></tr></table></center>",
    ],
)
def test_a_table_that_lays_out_the_page_joins_no_menu_to_the_story(body):
    found = extract_web_page(f"<html><title>Post</title><body>{body}".encode(), None)
    lines = found.text.split("\n")
    assert [line for line in lines if line in LINES] == LINES
    assert not any("Games" in line and len(line) > len("Games") for line in found.visible_text.split("\n"))
    assert "Games" in found.visible_text
    assert "Games" not in found.text
