"""What an article or a source is called when nobody gives it a title."""

from types import SimpleNamespace

import pytest

from claims.services import intake
from sources import services as source_services

LONG = "The engine that Norden bought in 2014"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A short  headline\n\nAnd its text.", "A short headline"),
        (f"\n\n{LONG}, which is fed by one shared turbopump, has never been flown by anybody else.", f"{LONG}…"),
        (f"{LONG} – fed by one shared turbopump and never flown – costs 4,150,000 euros a piece.", f"{LONG}…"),
        ("Yes, he said that he would never again buy an engine without a certificate from its maker, and left.",
         "Yes, he said that he would never again buy an engine without a certificate…"),
        ("It costs 4,150,000 euros and 12.5 per cent of what the ministry has for engines of this class in a year.",
         "It costs 4,150,000 euros and 12.5 per cent of what the ministry has for…"),
        ("这台发动机由一台共用的涡轮泵供给燃料和氧化剂，" * 5, "这台发动机由一台共用的涡轮泵供给燃料和氧化剂…"),
        ("引" * 200, "引" * 79 + "…"),
    ],
)  # fmt: skip
def test_a_text_without_headline_is_called_by_its_first_clause(text, title):
    assert (intake._headline(text), len(title) <= intake.TITLE_CHARACTERS) == (title, True)


FIRST_LINE = "Budget 2026: what the ministry plans for the roads of the north, and what the opposition in the house says of it all"
LONG_LINE = f"{FIRST_LINE} this year"


@pytest.mark.parametrize(
    ("text", "title", "kept"),
    [
        (FIRST_LINE, "Budget 2026", "Budget 2026"),
        (FIRST_LINE, "Budget 2026: what the ministry plans…", "Budget 2026: what the ministry plans…"),
        (FIRST_LINE, intake._headline(FIRST_LINE), "Read"),
        (FIRST_LINE, FIRST_LINE, "Read"),
        (LONG_LINE, LONG_LINE[:117].rsplit(" ", 1)[0] + "…", "Read"),
        (LONG_LINE, "https://example.org/budget", "Read"),
    ],
)
def test_a_title_that_somebody_gave_stays_and_a_makeshift_gives_way_to_the_headline(text, title, kept):
    snapshot = SimpleNamespace(text=text, title="", document=SimpleNamespace(url="https://example.org/budget"))
    article = SimpleNamespace(title=title, snapshot=snapshot)
    assert intake._best_title(article, SimpleNamespace(title="Read")) == kept


@pytest.mark.django_db
def test_the_own_title_of_a_file_beats_its_name(analyst, at):
    page = b"<html><head><title>Data sheet\n of the RD-180</title></head><body><p>Its dry mass is 5480 kg.</p></body></html>"
    titles = [
        source_services.add_upload(by=analyst, data=data, filename=name, at=at, title=given).document.title
        for data, name, given in (
            (page, "scan0001.html", ""),
            (page, "scan0001.html", "Mine"),
            (b"Its dry mass is 5480 kg.", "scan0001.txt", ""),
        )
    ]
    assert titles == ["Data sheet of the RD-180", "Mine", "scan0001.txt"]
