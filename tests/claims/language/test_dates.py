"""Dates, sentence by sentence: surface, first and last day, precision and comparator."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language.dates import DateSpan, read_dates
from tests.growth import grows_at_most


def read(text, anchor=None):
    """Return (surface, first, last, precision, comparator) of every date of a text, days in ISO form."""
    return [
        (
            span.surface,
            span.first and span.first.isoformat(),
            span.last and span.last.isoformat(),
            span.precision,
            span.comparator,
        )
        for span in read_dates(text, anchor=anchor)
    ]


CALENDAR = [
    ("It flew on 30 May 1962.", ("30 May 1962", "1962-05-30", "1962-05-30", "day", "=")),
    ("It flew on May 30, 1962.", ("May 30, 1962", "1962-05-30", "1962-05-30", "day", "=")),
    ("It flew on the 30th of May, 1962.", ("the 30th of May, 1962", "1962-05-30", "1962-05-30", "day", "=")),
    ("It flew on Friday, 1 June 2018.", ("Friday, 1 June 2018", "2018-06-01", "2018-06-01", "day", "=")),
    ("It flew in Sept. 2018.", ("Sept. 2018", "2018-09-01", "2018-09-30", "month", "=")),
    ("It flew in February 2020.", ("February 2020", "2020-02-01", "2020-02-29", "month", "=")),
    ("Filed 2022-09-07 here.", ("2022-09-07", "2022-09-07", "2022-09-07", "day", "=")),
    ("Filed 07.09.2022 here.", ("07.09.2022", "2022-09-07", "2022-09-07", "day", "=")),
    ("Filed 27/09/2022 here.", ("27/09/2022", "2022-09-27", "2022-09-27", "day", "=")),
    ("Filed 07/09/2022 here.", ("07/09/2022", "2022-07-09", "2022-09-07", "range", "=")),
    ("The fair of 10–12 March 2020.", ("10–12 March 2020", "2020-03-10", "2020-03-12", "range", "=")),
    ("The fair of March 10–12, 2020.", ("March 10–12, 2020", "2020-03-10", "2020-03-12", "range", "=")),
    (
        "From 10 March to 12 April 2020 it rained.",
        ("10 March to 12 April 2020", "2020-03-10", "2020-04-12", "range", "="),
    ),
    ("It began on 20 March.", ("20 March", None, None, "day", "=")),
    ("It ended in Italy.5 March 2020: more.", ("5 March 2020", "2020-03-05", "2020-03-05", "day", "=")),
    ("Snow fell in December.", ("December", None, None, "month", "=")),
]

SHORT = [
    ("The bridge fell in '87.", ("'87", "1987-01-01", "1987-12-31", "year", "=")),
    ("The class of ’04 met.", ("’04", "2004-01-01", "2004-12-31", "year", "=")),
    ("Since '08 the rate has doubled.", ("'08", "2008-01-01", None, "year", ">=")),
    ("It ran from '98 to '03.", ("'98 to '03", "1998-01-01", "2003-12-31", "range", "=")),
    ("In March '11 the wave came.", ("March '11", "2011-03-01", "2011-03-31", "month", "=")),
    ("On 7 Dec '41 the harbour burned.", ("7 Dec '41", "1941-12-07", "1941-12-07", "day", "=")),
    ("By '30 it will be done.", ("'30", None, "2030-12-31", "year", "<=")),
    ("In '45, the war ended.", ("'45", "1945-01-01", "1945-12-31", "year", "=")),
    ("The '05 model sold.", ("'05", "2005-01-01", "2005-12-31", "year", "=")),
    ("In '40 percent' of the cases it failed.",),
    ("He wrote that in '40 ships' of the fleet rats lived.",),
    ("He is 5'10 tall.",),
    ("Sales fell in FY23.", ("FY23", "2023-01-01", "2023-12-31", "year", "=")),
    ("Sales fell in FY2022/23.", ("FY2022/23", "2022-01-01", "2023-12-31", "season", "=")),
    ("Profit for FY '21 was flat.", ("FY '21", "2021-01-01", "2021-12-31", "year", "=")),
    ("Signed on 07.09.22 in Bern.", ("07.09.22", "2022-09-07", "2022-09-07", "day", "=")),
    ("Signed on 7.9.22 in Bern.", ("7.9.22", "2022-09-07", "2022-09-07", "day", "=")),
    ("Dated 31.12.99, it was lost.", ("31.12.99", "1999-12-31", "1999-12-31", "day", "=")),
    ("Version 10.04.22 fixed it.",),
    ("Section 07.09.22 applies.",),
    ("The valve of type 7.9.22 broke.",),
]

YEAR_FIRST = [
    ("In 1975 Nov-Dec the plant closed.", ("1975 Nov-Dec", "1975-11-01", "1975-12-31", "range", "=")),
    ("In 2019 March–May it rained.", ("2019 March–May", "2019-03-01", "2019-05-31", "range", "=")),
    ("In 1975 Dec–Jan the pass was shut.", ("1975 Dec–Jan", "1975-12-01", "1976-01-31", "range", "=")),
    ("It rained in Nov-Dec 1975.", ("Nov-Dec 1975", "1975-11-01", "1975-12-31", "range", "=")),
    ("On 1998 May 4 it fell.", ("1998 May 4", "1998-05-04", "1998-05-04", "day", "=")),
    ("In 1998 Augustus fell.", ("1998", "1998-01-01", "1998-12-31", "year", "=")),
    ("In 2016 May became head of the party.", ("2016", "2016-01-01", "2016-12-31", "year", "=")),
    ("The law of 2022年9月7日 stands.", ("2022年9月7日", "2022-09-07", "2022-09-07", "day", "=")),
    ("The law of 2022년 9월 7일 stands.", ("2022년 9월 7일", "2022-09-07", "2022-09-07", "day", "=")),
    ("The law of 2022年 stands.", ("2022年", "2022-01-01", "2022-12-31", "year", "=")),
    ("The talks of 9月7日 failed.", ("9月7日", None, None, "day", "=")),
]

YEARS = [
    ("It flew in 1967.", ("1967", "1967-01-01", "1967-12-31", "year", "=")),
    ("Sabrina (1954) is a film.", ("1954", "1954-01-01", "1954-12-31", "year", "=")),
    ("The 2019 elections were held.", ("2019", "2019-01-01", "2019-12-31", "year", "=")),
    ("It served from 1990 to 1998.", ("1990 to 1998", "1990-01-01", "1998-12-31", "range", "=")),
    ("It served 1990–1998.", ("1990–1998", "1990-01-01", "1998-12-31", "range", "=")),
    ("Between 1990 and 1998 it grew.", ("1990 and 1998", "1990-01-01", "1998-12-31", "range", "=")),
    ("The 2012–13 season.", ("2012–13", "2012-01-01", "2013-12-31", "season", "=")),
    ("The 1999/00 season.", ("1999/00", "1999-01-01", "2000-12-31", "season", "=")),
    ("In the 1990s it grew.", ("the 1990s", "1990-01-01", "1999-12-31", "decade", "=")),
    ("In the 90s it grew.", ("the 90s", "1990-01-01", "1999-12-31", "decade", "=")),
    ("In early 2020 it grew.", ("early 2020", "2020-01-01", "2020-05-25", "year", "=")),
    ("In Q3 2022 it grew.", ("Q3 2022", "2022-07-01", "2022-09-30", "quarter", "=")),
    ("In the third quarter of 2022 it grew.", ("third quarter of 2022", "2022-07-01", "2022-09-30", "quarter", "=")),
    ("In the first half of 2022 it grew.", ("first half of 2022", "2022-01-01", "2022-06-30", "half", "=")),
    ("In summer 2021 it grew.", ("summer 2021", "2021-06-01", "2021-08-31", "season", "=")),
    ("In the 20th century it grew.", ("the 20th century", "1901-01-01", "2000-12-31", "century", "=")),
    ("In the nineteenth century it grew.", ("the nineteenth century", "1801-01-01", "1900-12-31", "century", "=")),
    ("Caesar died in 44 BC.", ("44 BC", None, None, "year", "=")),
    ("Rome burned in AD 64.", ("AD 64", "0064-01-01", "0064-12-31", "year", "=")),
    ("1999 was a dry year.", ("1999", "1999-01-01", "1999-12-31", "year", "=")),
    ("A song from 1999 was played.", ("1999", "1999-01-01", "1999-12-31", "year", "=")),
    ("In fiscal 2022 it grew.", ("fiscal 2022", "2022-01-01", "2022-12-31", "year", "=")),
    ("It ended in 1967.Although many came.", ("1967", "1967-01-01", "1967-12-31", "year", "=")),
]

COMPARED = [
    ("It closed before 1990.", ("1990", None, "1989-12-31", "year", "<")),
    ("It closed after 28 March 2020.", ("28 March 2020", "2020-03-29", None, "day", ">")),
    ("Open since 1945.", ("1945", "1945-01-01", None, "year", ">=")),
    ("Due by 7 April 2020.", ("7 April 2020", None, "2020-04-07", "day", "<=")),
    ("Closed until May 2020.", ("May 2020", None, "2020-05-31", "month", "<=")),
    ("Built around 1900.", ("1900", "1899-01-01", "1901-12-31", "year", "~")),
    ("As of 27 April 2020 it stood.", ("27 April 2020", "2020-04-27", "2020-04-27", "day", "=")),
]

NO_DATES = [
    "The crowd of 2000 people left.",
    "A run of 1500 m was held.",
    "It makes 1900 N of thrust.",
    "It costs $2000.",
    "The code is 2022-A here.",
    "He may march on.",
    "Call 1984.2 units.",
    "It weighs 2010 kg.",
    "It bears 1900 MPa.",
    "It costs 2000 yuan.",
]

RELATIVE = [
    ("It ended yesterday.", ("yesterday", "2023-11-09", "2023-11-09", "day", "=")),
    ("It ended last month.", ("last month", "2023-10-01", "2023-10-31", "month", "=")),
    ("It ended last year.", ("last year", "2022-01-01", "2022-12-31", "year", "=")),
    ("It ended 17 years ago.", ("17 years ago", "2006-01-01", "2006-12-31", "year", "=")),
    ("It ended three days ago.", ("three days ago", "2023-11-07", "2023-11-07", "day", "=")),
    ("It grew over the past 17 years.", ("the past 17 years", "2006-01-01", "2023-11-10", "range", "=")),
    ("It ended on Monday.", ("Monday", "2023-11-06", "2023-11-06", "day", "=")),
    ("It starts next Monday.", ("next Monday", "2023-11-13", "2023-11-13", "day", "=")),
    ("It began on 20 March.", ("20 March", "2023-03-20", "2023-03-20", "day", "=")),
    ("It begins on 5 January.", ("5 January", "2024-01-05", "2024-01-05", "day", "=")),
]


@pytest.mark.parametrize("case", CALENDAR + SHORT + YEAR_FIRST + YEARS, ids=lambda case: case[0])
def test_a_date_is_the_days_it_names(case):
    assert read(case[0]) == list(case[1:])


@pytest.mark.parametrize("case", COMPARED, ids=lambda case: case[0])
def test_a_comparator_opens_one_side(case):
    assert read(case[0]) == list(case[1:])


@pytest.mark.parametrize("text", NO_DATES)
def test_a_measured_or_counted_number_is_no_year(text):
    assert read(text) == []


@pytest.mark.parametrize("case", RELATIVE, ids=lambda case: case[0])
def test_an_anchor_settles_a_relative_date(case):
    assert read(case[0], date(2023, 11, 10)) == [case[1]]


def test_without_an_anchor_a_relative_date_has_no_days_but_its_precision():
    assert read_dates("It ended 17 years ago.") == [DateSpan("17 years ago", 9, 21, None, None, "year", True, "=")]


def test_a_date_without_a_year_keeps_its_day_and_month():
    (span,) = read_dates("It began on 20 March.")
    assert (span.year, span.month, span.day, span.relative) == (None, 3, 20, False)


def test_a_day_that_no_calendar_has_gets_no_days():
    assert read("It was 31 February 2020.") == [("31 February 2020", None, None, "day", "=")]


def test_days_printed_backwards_get_no_days():
    assert read("It ran 12–10 March 2020.") == [("12–10 March 2020", None, None, "range", "=")]


def test_several_dates_of_a_sentence_come_in_order():
    assert [span.surface for span in read_dates("Born 1950, signed in May 1970, freed on 3 June 1975.")] == [
        "1950",
        "May 1970",
        "3 June 1975",
    ]


PIECES = st.sampled_from(
    [
        "30",
        "31",
        "May",
        "March",
        "1962",
        "2022",
        "2012–13",
        "1990s",
        "the",
        "90s",
        "early",
        "mid-",
        "late",
        "20th",
        "century",
        "BC",
        "AD",
        "Q3",
        "H1",
        "summer",
        "in",
        "since",
        "before",
        "after",
        "until",
        "by",
        "2022-09-07",
        "07/09/2022",
        "31.02.2020",
        "99",
        "9999",
        "last",
        "next",
        "year",
        "month",
        "Monday",
        "ago",
        "yesterday",
        "to",
        "–",
        "and",
        "between",
        ",",
        ".",
        "(",
        ")",
        "0",
    ]
)


@given(st.lists(PIECES, max_size=20).map(" ".join) | st.text(max_size=120), st.none() | st.dates())
@settings(max_examples=300)
def test_any_text_is_read_with_true_offsets_and_ordered_days(text, anchor):
    last = 0
    for span in read_dates(text, anchor=anchor):
        assert last <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.surface
        assert span.first is None or span.last is None or span.first <= span.last
        last = span.end


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)))
@settings(max_examples=100)
def test_every_way_to_write_a_day_means_that_day(day):
    for written in (f"{day:%d %B %Y}", f"{day:%B %d, %Y}", f"{day:%d %b %Y}", day.isoformat(), f"{day:%d.%m.%Y}"):
        (span,) = read_dates(f"It was signed on {written} there.")
        assert (span.first, span.last, span.precision) == (day, day, "day")


def test_twice_the_text_takes_no_more_than_three_times_as_long():
    for piece in (
        "In May 1970 it flew. ",
        "May 5 ",
        "1990–",
        "early ",
        "12.",
        "the ",
        "a" * 40,
        "9" * 40,
        "last year ",
    ):
        assert grows_at_most(lambda copies, piece=piece: read_dates(piece * copies), 20_000 // len(piece), times=3), (
            piece
        )


def test_what_a_caller_does_to_the_dates_changes_nothing_that_is_read_later():
    text = "It opened on 4 May 1971 and closed in 1980."
    read = read_dates(text)
    kept = list(read)
    read.clear()
    assert read_dates(text) == kept != []
