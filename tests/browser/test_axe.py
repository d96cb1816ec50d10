"""Every page in both colour schemes, wide and narrow, for whoever cannot see, point or stand motion."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import Axe
from tests.browser.every_page import every_page
from tests.browser.people import People
from tests.browser.reach import look, page_faults, sticking_out, unseen_focus
from tests.browser.routes_as_pages import SHOWN_BY_A_STATE
from tests.browser.states import STATES

pytestmark = pytest.mark.browser

#: Colours do not depend on the width, and what depends on the width does not depend on the colours.
WIDE, NARROW = ("light", 1280), ("dark", 320)
WINDOW = {"reduced_motion": "reduce", "viewport": {"width": 1280, "height": 900}}
#: What is done to a page without a fault, and what is then said of it.
DEFECTS = {
    "main.insertAdjacentHTML('beforeend', '<input type=text>')": "label: ",
    "main.insertAdjacentHTML('beforeend', '<button></button>')": "button-name: ",
    "h1.style.color = '#bbb'": "color-contrast: ",
    "document.documentElement.removeAttribute('lang')": "html-has-lang: ",
    "document.title = ''": "no title",
    "h1.textContent = 'Something went wrong'": "the page broke",
    "h1.remove()": "0 headings of the first level",
    "document.querySelector('.skip').remove()": "the first stop does not lead past the menu",
    "main.insertAdjacentHTML('beforeend', '<table><tr><td>1</td></tr></table>')": "a table without headings",
    "main.insertAdjacentHTML('beforeend', '<p class=cursor-pointer onclick=x>Open</p>')": "pressed by pointers only",
    "main.insertAdjacentHTML('beforeend', '<b class=material-symbols-outlined>gavel</b>')": "an icon that is read out",
    "h1.style.transition = 'color 1s'": "moves although less motion is wanted",
    "main.querySelector('a').style.outline = 'none'": "focus unseen: ",
    "h1.style.minWidth = '400px'": "416 px wide in a window of 320 px",
}


@pytest.fixture(scope="module")
def axe() -> Axe:
    return Axe()


def faults_of(page: Page, axe: Axe) -> list[str]:
    faults = []
    for scheme, width in (NARROW, WIDE):
        look(page, scheme, width)
        faults += axe.violations(page, again=(scheme, width) == WIDE) + page_faults(page) + sticking_out(page, width)
    return faults + unseen_focus(page)


def test_every_page_can_be_read_and_used_by_everybody(sign_in, browser, plumbline, axe):
    people = People(sign_in, browser, plumbline, **WINDOW)
    faults = {name: found for name, page in every_page(people) if (found := faults_of(page, axe))}
    people.close()
    assert (faults, people.complaints()) == ({}, {})


def test_every_route_that_only_a_state_shows_has_that_state():
    assert sorted(set(SHOWN_BY_A_STATE.values()) - set(STATES)) == []


def test_a_card_lacks_nothing_but_the_heading_of_the_page_whose_frame_it_stands_in(sign_in, axe):
    page = sign_in("analyst", **WINDOW)
    page.goto("/v/1/card/")
    assert set(faults_of(page, axe)) == {"page-has-heading-one: html", "0 headings of the first level"}


def test_each_defect_of_a_page_is_found(sign_in, axe):
    page = sign_in("analyst", **WINDOW)
    page.goto("/notices/choices/")
    assert faults_of(page, axe) == []
    found = {}
    for defect, said in DEFECTS.items():
        page.goto("/notices/choices/")
        page.evaluate(f"const main = document.querySelector('main'), h1 = document.querySelector('h1'); {defect}")
        found[defect] = any(fault.startswith(said) for fault in faults_of(page, axe))
    assert found == dict.fromkeys(DEFECTS, True)


def test_an_article_with_its_verdicts_fits_on_paper(sign_in):
    page = sign_in("analyst", **WINDOW)
    page.goto("/articles/1/print/")
    paper = 718  # an A4 sheet between margins of a centimetre, at 96 dots to the inch
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": paper, "height": 1000})
    assert sticking_out(page, paper) == []
    assert [page.locator(part).first.is_visible() for part in (".shell", ".no-print", ".read", ".verdicts")] == (
        [False, False, True, True]
    )
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf(format="A4").startswith(b"%PDF-")
