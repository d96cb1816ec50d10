"""Dates that count from the day of writing, and the days they mean for an article of Friday, 10 November 2023."""

from datetime import date

import pytest

from claims.language.dates import read_dates
from claims.language.results import date_as_json
from claims.language.splitting import split_article

WRITTEN = date(2023, 11, 10)


def read(text, anchor=WRITTEN):
    """Return (surface, first, last, precision) of every date of a text that counts from the day of writing."""
    return [
        (span.surface, span.first and span.first.isoformat(), span.last and span.last.isoformat(), span.precision)
        for span in read_dates(text, anchor=anchor)
        if span.relative
    ]


DAYS = [
    ("The envoy flew home the day before yesterday.", ("the day before yesterday", "2023-11-08", "2023-11-08", "day")),
    ("A deal is due the day after tomorrow.", ("the day after tomorrow", "2023-11-12", "2023-11-12", "day")),
    ("The depot burned last night.", ("last night", "2023-11-09", "2023-11-10", "day")),
    ("Talks opened Monday in Vienna.", ("Monday", "2023-11-06", "2023-11-06", "day")),
    ("The minister said Thursday that he would go.", ("Thursday", "2023-11-09", "2023-11-09", "day")),
    ("Tuesday’s raid hit the port.", ("Tuesday", "2023-11-07", "2023-11-07", "day")),
    ("It sails this Sunday.", ("this Sunday", "2023-11-12", "2023-11-12", "day")),
    ("It sailed last Sunday.", ("last Sunday", "2023-11-05", "2023-11-05", "day")),
    ("Votes are counted next Friday.", ("next Friday", "2023-11-17", "2023-11-17", "day")),
    ("It was shot down two weeks ago.", ("two weeks ago", "2023-10-23", "2023-10-29", "week")),
    ("It was seen 10 days ago.", ("10 days ago", "2023-10-31", "2023-10-31", "day")),
    ("The court will sit Monday in Vienna.", ("Monday", "2023-11-13", "2023-11-13", "day")),
    ("It was hit by a drone Monday.", ("Monday", "2023-11-06", "2023-11-06", "day")),
    ("It closed due to snow Monday.", ("Monday", "2023-11-06", "2023-11-06", "day")),
    ("It opens in three days’ time.", ("in three days’ time", "2023-11-13", "2023-11-13", "day")),
]

PERIODS = [
    ("Output fell last month.", ("last month", "2023-10-01", "2023-10-31", "month")),
    ("A test is planned for next year.", ("next year", "2024-01-01", "2024-12-31", "year")),
    ("The treaty lapses this year.", ("this year", "2023-01-01", "2023-12-31", "year")),
    ("It was sold earlier this year.", ("earlier this year", "2023-01-01", "2023-11-10", "range")),
    ("It will be sold later this month.", ("later this month", "2023-11-10", "2023-11-30", "range")),
    ("Troops left earlier this week.", ("earlier this week", "2023-11-06", "2023-11-10", "range")),
    ("They met last quarter.", ("last quarter", "2023-07-01", "2023-09-30", "quarter")),
    ("Floods came this spring.", ("this spring", "2023-03-01", "2023-05-31", "season")),
    ("Fires raged last summer.", ("last summer", "2023-06-01", "2023-08-31", "season")),
    ("An attack is feared next spring.", ("next spring", "2024-03-01", "2024-05-31", "season")),
    ("The pact was signed last March.", ("last March", "2023-03-01", "2023-03-31", "month")),
    ("It closes next January.", ("next January", "2024-01-01", "2024-01-31", "month")),
    ("They rested last weekend.", ("last weekend", "2023-11-04", "2023-11-05", "week")),
    ("They meet this weekend.", ("this weekend", "2023-11-11", "2023-11-12", "week")),
    ("It ends at the end of the year.", ("the end of the year", "2023-12-31", "2023-12-31", "day")),
    ("It ends at the end of next month.", ("the end of next month", "2023-12-31", "2023-12-31", "day")),
    ("It was founded a decade ago.", ("a decade ago", "2013-01-01", "2013-12-31", "decade")),
    ("It was banned 17 years ago.", ("17 years ago", "2006-01-01", "2006-12-31", "year")),
]

STRETCHES = [
    ("It grew over the past 17 years.", ("the past 17 years", "2006-01-01", "2023-11-10", "range")),
    ("It grew in the last two months.", ("the last two months", "2023-09-01", "2023-11-10", "range")),
    ("It shrank over the past year.", ("the past year", "2022-01-01", "2023-11-10", "range")),
    ("It shrank in the past decade.", ("the past decade", "2013-01-01", "2023-11-10", "range")),
    ("It will grow over the next 10 years.", ("the next 10 years", "2023-11-10", "2033-12-31", "range")),
    ("Storms are due in the next three days.", ("the next three days", "2023-11-10", "2023-11-13", "range")),
    ("More is due in the coming days.", ("the coming days", "2023-11-10", "2023-11-24", "range")),
    ("More is due in coming weeks.", ("coming weeks", "2023-11-10", "2024-01-07", "range")),
    ("Ties cooled in recent years.", ("recent years", "2013-01-01", "2023-11-10", "range")),
    ("Ties cooled in recent months.", ("recent months", "2022-11-01", "2023-11-10", "range")),
    ("It has been shelled for the past few days.", ("the past few days", "2023-10-27", "2023-11-10", "range")),
]

NO_DATES = [
    "Black Friday sales rose.",
    "The Sunday Times printed it.",
    "She works on most Mondays.",
    "Bloody Sunday is remembered.",
    "The last three ships left.",
    "Next door was empty.",
    "The spring broke and the fall hurt.",
    "The following rules apply.",
    "This may be so, and next they march on.",
]


@pytest.mark.parametrize("case", DAYS + PERIODS + STRETCHES, ids=lambda case: case[0])
def test_the_day_of_writing_settles_a_relative_date(case):
    assert read(case[0]) == [case[1]]


@pytest.mark.parametrize("case", DAYS + PERIODS + STRETCHES, ids=lambda case: case[0])
def test_without_the_day_of_writing_the_same_words_are_found_and_mean_no_days(case):
    assert [(surface, first, last) for surface, first, last, _ in read(case[0], None)] == [(case[1][0], None, None)]


@pytest.mark.parametrize("text", NO_DATES)
def test_a_name_or_a_habit_is_no_date(text):
    assert read(text) == []


def test_a_year_that_is_printed_doesnt_count_from_the_day_of_writing():
    (span,) = read_dates("It has been open since 2014.", anchor=WRITTEN)
    assert (span.first, span.last, span.relative, span.comparator) == (date(2014, 1, 1), None, False, ">=")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It has been shut since last month.", ("2023-10-01", None, ">=")),
        ("It must be paid by next Friday.", (None, "2023-11-17", "<=")),
        ("It was built before last year.", (None, "2021-12-31", "<")),
        ("It will reopen after next week.", ("2023-11-20", None, ">")),
    ],
)
def test_a_comparator_opens_one_side_of_a_relative_date_too(text, days):
    (span,) = read_dates(text, anchor=WRITTEN)
    assert (span.first and span.first.isoformat(), span.last and span.last.isoformat(), span.comparator) == days


def test_a_claim_says_that_its_date_counts_from_the_articles_day():
    (claim,) = split_article("The navy sank the frigate last month.", published_on=WRITTEN).claims
    assert [date_as_json(span) for span in claim.dates] == [
        {
            "surface": "last month",
            "start": 26,
            "end": 36,
            "first": "2023-10-01",
            "last": "2023-10-31",
            "precision": "month",
            "relative": True,
        }
    ]
