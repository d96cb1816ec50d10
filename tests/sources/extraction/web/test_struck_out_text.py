"""What a page strikes out no longer stands; what it inserts does."""

import pytest

from sources.extraction.extraction_warnings import WarningKind
from sources.extraction.web import extract_web_page
from tests.sources.extraction.web.pages import printed, read


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        ("<p>It has <del>70</del> <ins>50</ins> carts.</p>", "It has 50 carts."),
        ("<p>It has <del>70</del><ins>50</ins> carts.</p>", "It has 50 carts."),
        ("<p>It has <s>70</s> 50 carts.</p>", "It has 50 carts."),
        ("<p>It has <strike>70</strike> 50 carts.</p>", "It has 50 carts."),
        ('<p>It has <span style="text-decoration:line-through">70</span> 50 carts.</p>', "It has 50 carts."),
        ('<p>It has <span style="text-decoration-line: line-through">70</span> 50 carts.</p>', "It has 50 carts."),
        ('<p>It has <span style="color:red;text-decoration:red line-through">70</span> 50.</p>', "It has 50."),
        ("<p>It has <del><b>70</b> old</del> 50 carts.</p>", "It has 50 carts."),
        ("<p>It has <b>5<del>7</del></b>0 carts.</p>", "It has 50 carts."),
        ("<del><p>It has 70 carts.</p></del><p>It has 50 carts.</p>", "It has 50 carts."),
        ("<s><p>It has 70 carts.</p></s><p>It has 50 carts.</p>", "It has 50 carts."),
        ("<STRIKE class=old><p>It has 70 carts.</p></STRIKE ><p>It has 50 carts.</p>", "It has 50 carts."),
        ("<ins><p>It has 50 carts.</p></ins>", "It has 50 carts."),
        ("<p>It has <u>50</u> carts.</p>", "It has 50 carts."),
        ('<p>It has <del style="text-decoration:none;display:none">70</del> 50 carts.</p>', "It has 50 carts."),
        ('<p>It has <span class="strikethrough">70</span> 50 carts.</p>', "It has 50 carts."),
        ("<p>It has <font color=red><s>70</s></font> <font>50</font> carts.</p>", "It has 50 carts."),
    ],
)
def test_what_stands_now_counts(passage, text):
    assert printed(passage) == text


def test_a_class_that_the_page_styles_as_struck_out_is_struck_out():
    head = "<style>p { color: red } .old, .gone { text-decoration: line-through }</style>"
    assert printed('<p>It has <span class="x old">70</span> 50 carts.</p>', head=head) == "It has 50 carts."


def test_struck_out_words_are_said_and_inserted_ones_need_no_word():
    struck = read("<p>It has <del>70</del> <ins>50</ins> carts.</p>")
    inserted = read("<p>It has <ins>50</ins> carts.</p>")
    assert [(w.kind, w.count, w.sample) for w in struck.warnings] == [(WarningKind.STRUCK_OUT, 1, "70")]
    assert inserted.warnings == ()


def test_a_page_that_forgets_to_end_its_strike_is_read_whole_and_says_so():
    found = read("<p>It has 50 carts.</p><s><p>Nine men work there, and each of them has a cart.</p>" * 20)
    assert "Nine men work there" in found.text
    assert [(w.kind, w.sample[:8]) for w in found.warnings] == [(WarningKind.STRUCK_OUT_WHOLE, "Nine men")]


def test_many_short_strikes_leave_out_each_of_them_however_short_the_page():
    passage = b"<p>It has <del>seventy</del> 50 carts, <del>twelve</del> 9 men and <del>thirty-one</del> 2 boats.</p>"
    found = extract_web_page(passage, None)
    assert found.text == "It has 50 carts, 9 men and 2 boats."
    assert [(w.kind, w.count, w.sample) for w in found.warnings] == [(WarningKind.STRUCK_OUT, 3, "seventy")]
