"""Texts with dates of every kind, with and without a day of writing, and what only looks like a date."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from tests.golden.cases.dealing import Dealer
from tests.golden.records import Case

_DAYS = (
    "{d} {m} {y}", "{m} {d}, {y}", "the {o} of {m}, {y}", "{w}, {d} {m} {y}", "{w} {d} {m}", "{m} {o}", "{d} {s} {y}", "{s}. {d}, {y}", "{d}-{s}-{y}",
    "{y}-{n:02}-{d:02}", "{d:02}.{n:02}.{y}", "{d:02}/{n:02}/{y}", "{n}/{d}/{y}", "{y}/{n:02}/{d:02}", "{d}/{n}/{t:02}", "{m} {y}", "{s} {y}", "{m}, {y}", "{m} of {y}",
    "{d} {m}", "{m} {d}", "{m}", "{d} and {e} {m} {y}", "{d}–{e} {m} {y}", "{m} {d}–{e}, {y}", "{d} {m} to {e} {p} {y}", "{d} {m} – {e} {p} {z}",
    "{m} to {p} {y}", "{m}–{p} {y}", "{d} or {e} {m}", "{y}-{n:02}", "{y}-{n:02}-{d:02}T12:30:00Z", "{w}", "{m} {d} {y}", "the {o} {m} {y}", "{d}th {m}",
)  # fmt: skip
_YEARS = (
    "{y}", "the year {y}", "{y} to {z}", "{y}–{z}", "{y}-{z}", "{y} and {z}", "between {y} and {z}", "{y}–{u:02}", "{y}/{u:02}", "the {v}s", "the {v}'s", "the early {v}s",
    "the late {v}s", "the mid-{v}s", "the 60s", "the ’90s", "early {y}", "mid-{y}", "late {y}", "the beginning of {y}", "the end of {y}", "the middle of {y}", "Q1 {y}", "Q4 of {y}",
    "the third quarter of {y}", "the last quarter of {y}", "the first half of {y}", "H2 {y}", "spring {y}", "the summer of {y}", "autumn {y}", "winter {y}", "fall {y}",
    "the 19th century", "the early 20th century", "the eighteenth century", "the 3rd century BC", "the 17th and 18th centuries", "the twenty-first century", "44 BC", "AD 64", "120 CE",
    "fiscal {y}", "fiscal year {y}", "FY {y}", "FY{y}", "the {y} season", "the {y} election", "({y})", "the class of {y}", "1066", "2999", "{y}, {z} and {x}",
)  # fmt: skip
_LEADS = (
    "in", "on", "since", "before", "after", "until", "till", "by", "from", "during", "as of", "around", "circa", "about", "no later than", "not before", "prior to",
    "at the latest by", "starting", "between 1900 and", "throughout", "up to", "well before", "shortly after", "ever since", "as early as", "as late as", "towards",
)  # fmt: skip
_FRAMES = (
    "The dam was closed {lead} {date}.", "{Lead} {date}, the dam was closed.", "The port, closed {lead} {date}, lies idle.", "Nobody worked there {lead} {date} (see the log).",
    "Closed {lead} {date}; reopened later.", "The lease ran {lead} {date} and was renewed.",
)  # fmt: skip
_RELATIVE = (
    "yesterday", "today", "tomorrow", "tonight", "this morning", "last night", "the day before yesterday", "the day after tomorrow", "on Monday", "Tuesday", "last Wednesday", "next Thursday",
    "this Friday", "on Saturday night", "Sunday’s vote", "last week", "this week", "next week", "last weekend", "this weekend", "last month", "next month", "this year", "last year",
    "next year", "earlier this year", "later this month", "late last year", "early next month", "last spring", "this summer", "next autumn", "last winter", "last March", "next January",
    "this June", "three days ago", "two weeks ago", "a month ago", "17 years ago", "a decade ago", "a century ago", "several years ago", "years ago", "a few days ago", "40 minutes ago",
    "in three days", "in two years’ time", "within a week", "over the past 17 years", "in the last two months", "the past decade", "the next 10 years", "the coming days", "in recent weeks",
    "in recent years", "the previous year", "the following day", "a year earlier", "two days later", "the same month", "the end of the year", "the end of next month", "the start of this year",
    "last quarter", "next quarter", "the first quarter", "the second half", "this decade", "last century", "since Monday", "until next Friday", "before last week", "by the weekend",
    "20 March", "5 January", "in December", "on the 3rd", "at noon", "now", "recently", "so far this year", "year to date", "since then", "half a year ago", "a year and a half ago",
)  # fmt: skip
_NONE = (
    "The crowd of 2000 people left.", "It makes 1900 N of thrust.", "It costs $2000.", "The code is 2022-A.", "He may march on.", "Call 1984.2 units.", "It weighs 2010 kg.", "It costs 2000 yuan.",
    "Some 1,950 men came.", "It bears 1900 MPa.", "A range of 1800–2200 m.", "Between 1500 and 1900 K it glows.", "From 1200 t in 2010 to 2000 t in 2015.", "In 2011 2000 boats sank.",
    "He ran 2012 seconds.", "Room 1999 is empty.", "Model 2015 was scrapped.", "Resolution 1973 passed.", "At least 2000 came.", "A total of 1914 voted.", "It sold 2000 more in 2001.",
    "Black Friday sales rose.", "The Sunday Times printed it.", "April and June are sisters.", "Augusta lies in May County.", "It was a second-rate show.", "The March of the Toreadors.",
    "31 February 2020 is no day.", "It ran 12–10 March 2020.", "On 32 May it rained.", "It is 13/13/2020.", "9999 was printed.", "It was 24/7.", "The 9/11 attacks.", "A 1984-style state.",
    "The class of 1.2023.", "Version 2.10.2020 is out.", "IP 10.12.2019.7 failed.", "(c) 1999–2004", "© 2020", "1999 was a dry year.", "2001: A Space Odyssey", "Summer is short.", "In fall it falls.",
    "Born 1950, signed in May 1970, freed on 3 June 1975.", "From 1914 to 1918 and again from September 1939 it was shut.", "Days in May: 3, 4 and 5.", "It ended in 1967.Although many came.",
    "The 2012–13, 2013–14 and 2015-16 seasons.", "12 May, 14 May and 3 June 2019.", "In July 2017 and the month before.", "May 5 and 6", "Monday to Friday", "every Monday", "Mondays in July",
)  # fmt: skip
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
_WRITTEN = (date(2023, 11, 10), date(2024, 2, 29), date(2019, 1, 1), date(2021, 7, 4))


def cases() -> Iterable[Case]:
    """Return texts with the day on which each was written, in ISO form, or an empty one."""
    made = [*_printed(), *_relative(), *((text, "") for text in _NONE), *((text, "2023-11-10") for text in _NONE[:12])]
    return list(dict.fromkeys(made))


def _printed() -> Iterator[Case]:
    dealer = Dealer(21, frame=_FRAMES, lead=_LEADS)
    for form in (*_DAYS, *_YEARS):
        for _ in range(3):
            printed = form.format(**_parts(dealer))
            lead = dealer.one("lead")
            text = dealer.one("frame").format(lead=lead, Lead=lead[0].upper() + lead[1:], date=printed)
            yield text, dealer.dice.choice(("", "", "2023-11-10"))


def _parts(dealer: Dealer) -> dict[str, object]:
    """Return the parts of two days, the first earlier than the second."""
    dice = dealer.dice
    first = date(dice.randint(1901, 2021), 1, 1) + timedelta(days=dice.randrange(330))
    second = first + timedelta(days=dice.randint(1, 12))
    return {
        "d": first.day, "e": max(first.day + 1, second.day), "o": f"{first.day}{_ENDINGS.get(first.day, 'th')}", "n": first.month,
        "m": _MONTHS[first.month - 1], "s": _MONTHS[first.month - 1][:3], "p": _MONTHS[first.month % 12], "w": _WEEKDAYS[first.weekday()],
        "y": first.year, "z": first.year + dice.randint(1, 9), "x": first.year + 12, "t": first.year % 100, "u": (first.year + 1) % 100, "v": first.year // 10 * 10,
    }  # fmt: skip


def _relative() -> Iterator[Case]:
    frames = ("The dam was closed {}.", "{}, the minister said, the dam will close.", "It is due {}, not before.")
    dealer = Dealer(22, frame=frames)
    for number, printed in enumerate(_RELATIVE):
        text = dealer.one("frame").format(printed)
        text = text[0].upper() + text[1:]
        yield text, ""
        yield text, _WRITTEN[number % len(_WRITTEN)].isoformat()
