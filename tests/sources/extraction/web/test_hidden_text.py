"""Only what readers see is text of the page."""

import pytest

from tests.sources.extraction.web.pages import printed

TRAP = " It lifts 800 t."


@pytest.mark.parametrize(
    "attributes",
    [
        "hidden",
        'hidden=""',
        'style="display:none"',
        'style="DISPLAY : NONE !important"',
        'style="visibility: hidden"',
        'style="visibility:collapse"',
        'style="opacity:0"',
        'style="font-size:0"',
        'style="font-size: 0px"',
        'style="position:absolute; left:-9999px"',
        'style="position:absolute; top:-10000em"',
        'style="text-indent:-9999px"',
        'style="clip: rect(0 0 0 0); position:absolute"',
        'style="clip: rect(0, 0, 0, 0); position:absolute"',
        'style="clip: rect(1px,1px,1px,1px);position:absolute"',
        'style="position:absolute;clip-path: inset(50%)"',
        'style="width:1px;height:1px;overflow:hidden"',
        'style="height:0;overflow:hidden"',
        'style="mso-hide:all"',
        'class="sr-only"',
        'class="note visually-hidden"',
        'class="visuallyhidden"',
        'class="screen-reader-text"',
        'class="element-invisible"',
        'class="u-hiddenVisually"',
    ],
)
def test_what_readers_do_not_see_is_not_read(attributes):
    assert printed(f"<p>It lifts 5 t.<span {attributes}>{TRAP}</span></p>") == "It lifts 5 t."
    assert printed(f"<p>It lifts 5 t.</p><div {attributes}><p>{TRAP}</p></div>") == "It lifts 5 t."


@pytest.mark.parametrize(
    "passage",
    [
        f"<p>It lifts 5 t.</p><template><p>{TRAP}</p></template>",
        f"<p>It lifts 5 t.</p><dialog><p>{TRAP}</p></dialog>",
        f"<p>It lifts 5 t.<datalist><option>{TRAP}</datalist></p>",
        f"<p>It lifts 5 t.<!--{TRAP}--></p>",
        f"<p>It lifts 5 t.<video>{TRAP}</video></p>",
        "<p>It lifts 5 t.<i class='material-icons' aria-hidden='true'>share</i></p>",
    ],
)
def test_elements_that_are_not_shown_are_not_read(passage):
    assert printed(passage) == "It lifts 5 t."


@pytest.mark.parametrize(
    "passage",
    [
        '<p>It lifts <span aria-hidden="true">5 t</span><span class="sr-only">five tonnes</span>.</p>',
        '<p>It lifts <span style="display:inline">5 t</span>.</p>',
        '<p>It lifts <span style="opacity:0.9">5 t</span>.</p>',
        '<p>It lifts <span style="opacity:.5;font-size:0.9em">5 t</span>.</p>',
        '<p>It lifts <span style="text-indent:-9px;left:-1px">5 t</span>.</p>',
        '<p>It lifts <span style="height:0.5em">5 t</span>.</p>',
        '<p>It lifts <span class="not-hidden-note">5 t</span>.</p>',
        '<p>It lifts <span style="overflow:hidden">5 t</span>.</p>',
        "<dialog open><p>It lifts 5 t.</p></dialog>",
        "<template shadowrootmode=open><p>It lifts 5 t.</p></template>",
    ],
)
def test_what_readers_see_is_read(passage):
    assert printed(passage) == "It lifts 5 t."


def test_rules_of_the_pages_own_style_sheet_hide_text():
    head = (
        "<style>/* .shown { display: none } */ .trap, #bait { display: none } p.x { visibility: hidden }"
        " @media print { .shown { display: none } } .a .shown { display: none } .tab { display: none }"
        " .tab.open { display: block } .shown:before { display: none }</style>"
    )
    hidden = f'<p>It lifts 5 t.<span class="trap">{TRAP}</span><b id=bait>{TRAP}</b></p><p class="x">{TRAP}</p>'
    assert printed(hidden, head=head) == "It lifts 5 t."
    shown = '<p class="shown">It lifts 5 t.</p><div class="tab open">It sank.</div>'
    assert printed(shown, head=head) == "It lifts 5 t.\nIt sank."
