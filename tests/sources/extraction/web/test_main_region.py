"""The main text is the story with all that stands inside it, and nothing of what stands around it."""

from sources.extraction.web import extract_web_page
from tests.sources.extraction.web.pages import BEFORE, printed

STORY = [f"{BEFORE} This was in the year {year}." for year in range(1880, 1886)]
LINKS = "".join(f"<li><a href='/{n}'>Town {n}</a></li>" for n in range(12))


def main_lines(body: str) -> list[str]:
    return extract_web_page(f"<html><title>T</title><body>{body}</body></html>".encode(), None).text.split("\n")


def test_captions_short_lines_and_rows_between_paragraphs_belong_to_the_story():
    passage = (
        "<figure><img src=x><figcaption>The quarry in 1887</figcaption></figure><p>“Never.”</p>"
        "<table><tr><th>Year</th><th>Tonnes</th></tr><tr><td>1887</td><td>350</td></tr></table>"
    )
    assert printed(passage) == "The quarry in 1887\n“Never.”\nYear\tTonnes\n1887\t350"


def test_links_asides_and_forms_between_paragraphs_do_not():
    between = (
        f"<ul>{LINKS}</ul><aside><p>Read our other papers on this day.</p></aside><form><label>Your mail</label></form>"
    )
    body = f"<article>{''.join(f'<p>{line}</p>' for line in STORY[:3])}{between}" + "".join(
        f"<p>{line}</p>" for line in STORY[3:]
    )
    assert main_lines(body + "</article>") == STORY


def test_the_short_lines_of_a_long_gap_between_two_parts_do_not():
    numbers = "".join(f"<div>{n}.</div>" for n in range(1, 30))
    body = "<article>" + "".join(f"<p>{line}</p>" for line in STORY[:5]) + numbers + f"<p>{STORY[5]}</p></article>"
    assert main_lines(body) == STORY


def test_a_long_list_of_links_with_commas_is_not_taken_for_the_story():
    names = ", ".join(f"<a href='/u/{n}'>Reader number {n}</a>" for n in range(300))
    body = f"<div class=story>{''.join(f'<p>{line}</p>' for line in STORY)}</div><div id=thanks><p>{names} liked this</p></div>"
    assert set(STORY) <= set(main_lines(body))


def test_words_outside_the_article_stay_out_of_the_main_text():
    body = f"<nav><a href=/>Front page</a></nav><article>{''.join(f'<p>{line}</p>' for line in STORY)}</article><footer>©</footer>"
    assert main_lines(body) == STORY


def test_the_lists_of_a_short_page_belong_to_its_story():
    body = f"<nav><a href=/>Front page</a></nav><h1>Quarry</h1><p>{STORY[0]}</p><ul><li>5 t of slate</li><li>2 t of coal</li></ul>"
    assert main_lines(f"{body}<footer>Parish</footer>") == ["Quarry", STORY[0], "5 t of slate", "2 t of coal"]
