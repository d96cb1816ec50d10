"""What is read out of files of fact-checks, in every form that they come in, and what is refused with a reason."""

import io
import json
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reviews.factchecks import FactCheck, FactCheckFileRefused, FactCheckRefused, FileRow, fact_check, read_fact_checks
from reviews.factchecks.ratings import known_rating
from reviews.ratings import Rating
from tests import growth

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://checkers.example/dam?a=1&copy=2",
    "claimReviewed": "The dam holds 40&nbsp;million tons of water.",
    "author": {"@type": "Organization", "name": "Checkers"},
    "datePublished": "2024-05-06T07:08:09Z",
    "inLanguage": "en-GB",
    "itemReviewed": {
        "@type": "Claim",
        "author": [{"@type": "Person", "name": "A Minister"}],
        "datePublished": "2024-05-01",
    },
    "reviewRating": {"@type": "Rating", "ratingValue": 1, "worstRating": 1, "bestRating": 5, "alternateName": "False"},
}
FOUND = FactCheck(
    claim="The dam holds 40 million tons of water.",
    url="https://checkers.example/dam?a=1&copy=2",
    publisher="Checkers",
    rating="False",
    mapped_rating="wrong",
    claimant="A Minister",
    claimed_on=date(2024, 5, 1),
    published_on=date(2024, 5, 6),
    language="en-GB",
)
FEED = {
    "@type": "DataFeed",
    "name": "Fact-checks",
    "dataFeedElement": [
        {"@type": "DataFeedItem", "item": [REVIEW]},
        {"@type": "DataFeedItem", "item": None},
        {"@type": "DataFeedItem", "item": [REVIEW, REVIEW]},
    ],
    "dateModified": "2024-06-01",
}
PREFIXED = {f"https://schema.org/{name}" if name[0] != "@" else name: value for name, value in REVIEW.items()}
PREFIXED["@type"] = ["schema:Review", "schema:ClaimReview"]
ROW = {"claim": FOUND.claim, "url": FOUND.url, "publisher": "Checkers", "rating": "False", "claimant": "A Minister"}
ROW |= {"claimed_on": "2024-05-01", "published_on": "2024-05-06", "language": "en-GB"}
CSV = "\ufeff{}\r\n{}\r\n".format(",".join(ROW), ",".join(f'"{value}"' for value in ROW.values()))


def rows(text: str | bytes) -> list[FileRow]:
    return list(read_fact_checks(io.BytesIO(text if isinstance(text, bytes) else text.encode())))


def found(text: str | bytes) -> list[tuple[str, FactCheck]]:
    return [(row.where, fact_check(row.cells or {})) for row in rows(text)]


def refusal(text: str | bytes) -> str:
    with pytest.raises(FactCheckFileRefused) as refused:
        rows(text)
    return str(refused.value)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (json.dumps(REVIEW), ["Entry 1"]),
        (json.dumps(PREFIXED), ["Entry 1"]),
        ("\ufeff" + json.dumps([REVIEW, {"@type": "Article"}, REVIEW], indent=1), ["Entry 1", "Entry 3"]),
        (json.dumps({"@graph": [{"@type": "WebPage"}, REVIEW]}), ["Entry 2"]),
        (json.dumps(FEED), ["Entry 1", "Entry 3", "Entry 3"]),
        (f"{json.dumps(REVIEW)}\n\n{json.dumps(FEED)}\n", ["Line 1", *["Line 3"] * 3]),
        (f"{json.dumps(ROW)}\n{json.dumps(ROW)}", ["Line 1", "Line 2"]),
        (json.dumps([ROW]), ["Entry 1"]),
        (
            f'<!doctype html><script>var a = "<b>";</script><script type="Application/LD+JSON; x">{json.dumps(FEED)}'
            '</script><script type="application/ld+json">{broken</script>',
            ["Entry 1", "Entry 2", "Entry 3"],
        ),
        (CSV, ["Line 2"]),
        (CSV.replace(",", ";"), ["Line 2"]),
        (CSV.replace("\r\n", "\r\n\r\n"), ["Line 3"]),
    ],
    ids=["thing", "prefixed", "list", "graph", "feed", "lines", "rows", "list of rows", "page", "csv", ";", "gaps"],
)
def test_the_same_fact_check_is_read_from_every_kind_of_file(text, where):
    assert found(text) == [(place, FOUND) for place in where]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b"", "This file is empty."),
        (b" \n", "This file is empty."),
        (b"PK\x03\x04rest", "This is a packed file or a spreadsheet."),
        (b"[1, 2]", "There is no ClaimReview in this file."),
        (b'{"@type": "Article"}', "There is no ClaimReview in this file."),
        (b"<p>Nothing.</p>", "There is no ClaimReview in this file."),
        (json.dumps(FEED)[:-40], "This file is not valid JSON after entry 2."),
        (b"a,b\n1,2\n", "There is no column named a."),
        (b"claim,url,publisher\nx,y,z\n", "The column rating is missing."),
        (b'claim,url,publisher,rating\na,b,c,d\n"open', "Line 3 cannot be read as CSV."),
        ("claim,url,publisher,rating\nЦена,b,c,d\n".encode("cp1251"), "This file is not UTF-8."),
        (b"[" * 100_000, "This file is not valid JSON after entry 0."),
    ],
    ids=[
        "nothing",
        "blank",
        "zip",
        "numbers",
        "article",
        "page",
        "cut",
        "columns",
        "missing",
        "quote",
        "cp1251",
        "deep",
    ],
)
def test_a_file_that_has_none_says_what_it_is(text, sentence):
    assert refusal(text).startswith(sentence)


def test_a_bad_line_is_named_and_the_next_one_is_read():
    lines = [json.dumps(REVIEW), "{broken", '{"@type": "Article"}', "x" * 1_200_000, json.dumps(REVIEW)]
    assert [(row.where, str(row.fault or "")) for row in rows("\n".join(lines))] == [
        ("Line 1", ""),
        ("Line 2", "This line is not JSON."),
        ("Line 3", "There is no ClaimReview in this line."),
        ("Line 4", "This line is longer than 1000000 bytes."),
        ("Line 5", ""),
    ]


def test_a_page_is_read_past_comments_other_scripts_and_attributes_that_never_end():
    script = f"<SCRIPT async type = 'application/ld+json'>{json.dumps(REVIEW)}</Script >"
    page = f"""<!doctype html><!--{script}--><script data-type="application/ld+json">{json.dumps(REVIEW)}</script>
    <![x[<script {"a " * 2_000}<p title="a>b">{script}<script type="application/ld+json">{json.dumps(REVIEW)}"""
    assert found(page) == [("Entry 1", FOUND)]


@pytest.mark.parametrize(
    "harmless", ["<p>a</p>", "<!-- a -->", "<script>a</script>", "<script a='b'", "<script type=a "]
)
def test_a_page_twice_as_long_takes_twice_as_long(harmless):
    def read(size: int) -> None:
        refusal("<" + harmless * (size // len(harmless)))

    assert growth.grows_at_most(read, 150_000, times=3)


def test_lines_whose_first_one_is_long_are_read_as_lines():
    lines = [json.dumps({**REVIEW, "about": "x" * 100_000}), "{broken", json.dumps(REVIEW)]
    assert [(row.where, row.fault) for row in rows("\n".join(lines))] == [
        ("Line 1", None),
        ("Line 2", "This line is not JSON."),
        ("Line 3", None),
    ]


@pytest.mark.parametrize(
    "huge", [{**REVIEW, "about": [0] * 60_000}, {**REVIEW, "about": "x" * 1_100_000}], ids=["values", "letters"]
)
def test_an_entry_that_is_too_large_is_refused_alone(huge):
    nested = REVIEW
    for _ in range(60):
        nested = {"item": nested}
    found_rows = rows(json.dumps({"dataFeedElement": [huge, nested, REVIEW]}))
    assert [(row.where, row.fault and row.fault[:30]) for row in found_rows] == [
        ("Entry 1", "This entry is too large or nes"),
        ("Entry 2", "This entry is too large or nes"),
        ("Entry 3", None),
    ]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"claim": "  "}, "“claim” is empty."),
        ({"rating": ""}, "“rating” is empty."),
        ({"publisher": "\x00"}, "“publisher” is empty."),
        ({"claim": "x" * 3_001}, "“claim” has 3001 characters; at most 3000 can be stored."),
        ({"url": "javascript:alert(1)"}, "“javascript:alert(1)” is not a web address."),
        ({"url": "https://"}, "“https://” is not a web address."),
        ({"url": "https://[::1"}, "“https://[::1” is not a web address."),
        ({"url": "//checkers.example/1"}, "“//checkers.example/1” is not a web address."),
        ({"url": "https://a b"}, "“https://a b” is not a web address."),
        ({"published_on": "6 May 2024"}, "“6 May 2024” in “published_on” is not a date."),
        ({"language": "English"}, "“English” is not a language code."),
    ],
)
def test_a_row_that_is_no_fact_check_says_which_cell_is_at_fault(wrong, sentence):
    with pytest.raises(FactCheckRefused) as refused:
        fact_check(ROW | wrong)
    assert str(refused.value).startswith(sentence)


def test_what_no_database_stores_and_line_ends_are_spaces_and_half_a_character_is_a_sign_of_its_own():
    read = fact_check(ROW | {"claim": "One\x00\r\ntwo \ud800 &lt;b&gt; AT&T", "claimed_on": "0001-01-01"})
    assert (read.claim, read.claimed_on) == ("One two \ufffd <b> AT&T", None)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("False",), "wrong"),
        (("  “PANTS-ON-FIRE!” ",), "wrong"),
        (("Falso",), "wrong"),
        (("Верно",), "verified"),
        (("假",), "wrong"),
        (("Half True",), "disputed"),
        (("Falsely attributed to somebody",), ""),
        (("Not false",), ""),
        (("Three Pinocchios", "1", "1", "5"), ""),
        (("True", "1", "1", "5"), ""),  # the scale says the opposite
        (("True", "5", "1", "5"), "verified"),
        (("", "1", "1", "5"), "wrong"),
        (("", "5"), "verified"),
        (("", "3", "1", "5"), ""),
        (("", "5", "5", "1"), "wrong"),  # the worst may be the greater number
        (("", "1", "1", "1"), ""),
        (("", "nan"), ""),
        (("1 / 5",), "wrong"),  # as it is written here where there are no words
        (("0 (0 to 4)",), "wrong"),
        (("5 / 10",), ""),
        (("5",), ""),  # of which scale?
        (("24/7",), ""),
        (("",), ""),
    ],
)
def test_a_rating_is_taken_for_ours_only_where_it_is_known(given, expected):
    words, *scale = given
    assert known_rating(words, **dict(zip(("value", "worst", "best"), scale, strict=False))) == expected
    assert expected in ("", *Rating.values)


def test_a_rating_without_words_is_written_with_its_scale():
    review = {**REVIEW, "reviewRating": {"ratingValue": 2.0, "worstRating": "1", "bestRating": 5}}
    [(_, read)] = found(json.dumps(review))
    assert (read.rating, read.mapped_rating) == ("2 / 5", "")


NUMBERS = st.sampled_from(["", "-1", "0", "1", "2", "3.5", "5", "10", "False", "nan"])


@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from(["", "False", "Mostly true"]))
def test_a_rating_means_the_same_when_its_row_comes_back_from_an_export(value, worst, best, words):
    cells = ROW | {"rating": words, "value": value, "worst": worst, "best": best}
    if not words and not value:
        return
    first = fact_check(cells)
    assume(not words or not value or first.mapped_rating == known_rating(words))
    assert fact_check(ROW | {"rating": first.rating}) == first
