"""Edits of our own prose in known ways: those of the print are quiet, those of the meaning never are."""

import re
from collections import Counter
from collections.abc import Callable

import pytest

from reviews.checking import LOW, QUIET, Change, compare_quote

Edit = Callable[[str], str]

BEFORE = "The harbour master read the letter aloud before noon. "
AFTER = " Nobody at the table asked for a copy of it that day."
QUOTES = (
    "The KV-7 winch weighs 5,480 kg dry and pulls with 4,150 kN in calm water.",
    "On 21 August 2002 the first Sturdy Hawk left the dock at Port Alder with 3,170 kilograms of fish.",
    "About 12 percent of the fleet, or six cutters, was laid up in March 2019 for repairs.",
    "The county's final office confirmed that 500 copies were sold for $1.2 million in all.",
    "Captain Petrov did not sign the contract for 24 hulls, according to Karin Lund of the third district.",
    "The new ferry has a range of 1,500 to 2,000 km and was tried twice in 2021 near Grenaa.",
    "In the first quarter landings rose by half, to 3.5 billion euros, the central bank said.",
    "It was rated 7.8/10 by 45 guests, and the cabin for 300 to 900 guests or more is popular.",
)


def swapped(one: str, other: str) -> Edit:
    return lambda text: other.join(part.replace(other, one) for part in text.split(one)) if other in text else text


def replaced(*pairs: tuple[str, str]) -> Edit:
    def edit(text: str) -> str:
        for old, new in pairs:
            text = text.replace(old, new)
        return text

    return edit


def substituted(pattern: str, new: str) -> Edit:
    return lambda text: re.sub(pattern, new, text, count=1)


OF_PRINT = {
    "note mark": substituted(r"(?<=\w),(?= )", ",[12]"),
    "note mark at the end": lambda text: text + "[3]",
    "raised note mark": lambda text: text + "¹²",
    "call for a source": lambda text: text + "[citation needed]",
    "letter mark": substituted(r" and ", "[a] and "),
    "word cut at the line's end": substituted(r"\b([a-z]{4})([a-z]{4,})\b", "\\1-\n\\2"),
    "soft hyphen": substituted(r"\b([a-z]{4})([a-z]{4,})\b", "\\1\u00ad\\2"),
    "ligatures": replaced(("fi", "ﬁ"), ("ff", "ﬀ")),
    "character references": replaced(("'", "&#39;"), (" the ", "&nbsp;the ")),
    "thin space in thousands": substituted(r"(?<=\d),(?=\d{3})", "\u2009"),
    "apostrophe in thousands": substituted(r"(?<=\d),(?=\d{3})", "’"),
    "digits for words": replaced(("six", "6"), ("24", "twenty-four")),
    "unit in full": replaced(
        ("kg", "kilograms"), ("kN", "kilonewtons"), (" km", " kilometres"), ("percent", "per cent")
    ),
    "unit in short": replaced(("kilograms", "kg"), (" percent", "%"), ("3.5 billion euros", "€3.5 billion")),
    "date the other way": replaced(("21 August 2002", "August 21, 2002")),
    "date in digits": replaced(("21 August 2002", "2002-08-21")),
    "month in short": replaced(("August", "Aug."), ("March", "Mar.")),
    "dash in a range": replaced(("1,500 to 2,000", "1,500–2,000")),
    "ordinal in digits": replaced(("the first", "the 1st"), ("third", "3rd")),
    "contraction": replaced(("did not", "didn't")),
}
OF_MEANING = {
    "thousands dropped": substituted(r",\d{3}", ""),
    "point lost": substituted(r"(\d)\.(\d)", r"\1\2"),
    "separator misread": replaced(("1.2", "1,200"), ("3.5", "3,500")),
    "prefix lost": replaced(("kN", "N"), (" km", " m")),
    "prefix case": replaced(("kN", "mN")),
    "scale word": replaced(("million", "billion"), ("3.5 billion", "3.5 trillion")),
    "points for percent": replaced(("percent", "percentage points")),
    "currency": replaced(("$", "€"), ("euros", "dollars")),
    "month": replaced(("August", "October"), ("March", "May")),
    "day": replaced(("21 August", "12 August")),
    "ordinal": replaced(("first", "second"), ("third", "fourth")),
    "number word": replaced(("six", "eight"), ("twice", "three times")),
    "denial gone": replaced(("did not sign", "signed")),
    "denial added": replaced(("weighs", "does not weigh"), ("confirmed", "did not confirm")),
    "opposite": replaced((" rose ", " fell "), ("popular", "unpopular")),
    "bound": replaced(("500 copies", "over 500 copies"), ("24 hulls", "up to 24 hulls")),
    "name": replaced(("Petrov", "Sidorov"), ("Port Alder", "Port Birch")),
    "designation": replaced(("KV-7", "KV-9")),
    "names swapped": swapped("Captain Petrov", "Karin Lund"),
    "range end": replaced(("2,000 km", "2,500 km"), ("900 guests", "1,900 guests")),
    "range collapsed": replaced(("1,500 to 2,000", "2,000")),
    "scale of a score": replaced(("7.8/10", "7.8/100")),
    "raised digit": replaced(("500 copies", "500² copies")),
}


def changes(edits: dict[str, Edit]) -> dict[tuple[str, str], Change]:
    """What is reported of every edit that changes anything, by edit and quote."""
    return {
        (name, new): compare_quote(quote, BEFORE + new + AFTER, prefix=BEFORE, suffix=AFTER).change
        for name, edit in edits.items()
        for quote in QUOTES
        if (new := edit(quote)) != quote
    }


def test_every_edit_applies_somewhere():
    done = {name for name, _ in changes(OF_PRINT | OF_MEANING)}
    assert done == OF_PRINT.keys() | OF_MEANING.keys()


def test_edits_of_the_print_are_quiet():
    assert {case: change for case, change in changes(OF_PRINT).items() if change not in QUIET} == {}


def test_edits_of_the_meaning_endanger_the_verdict():
    quiet_or_low = {case: change for case, change in changes(OF_MEANING).items() if change in QUIET | LOW}
    assert quiet_or_low == {}


def test_words_that_changed_places_are_a_change_of_wording():
    quote = "On the outer quay that morning the pilot warned the skipper about the current near the mole."
    new = quote.replace("pilot", "SKIPPER").replace("skipper", "pilot").replace("SKIPPER", "skipper")
    assert compare_quote(quote, BEFORE + new + AFTER, prefix=BEFORE, suffix=AFTER).change is Change.WORDING


@pytest.mark.parametrize(("marked", "expected"), [("500 copies[6]", True), ("500 [6] copies", False)])
def test_only_a_mark_that_hangs_on_a_word_is_a_note(marked, expected):
    quote = "The office sold 500 copies to the members."
    new = quote.replace("500 copies", marked)
    comparison = compare_quote(quote, BEFORE + new + AFTER, prefix=BEFORE, suffix=AFTER)
    assert (comparison.change in QUIET) is expected


def test_control_comparing_words_as_sets_would_miss_names_that_changed_places():
    quote = QUOTES[4]
    new = OF_MEANING["names swapped"](quote)
    assert Counter(re.findall(r"\w+", quote)) == Counter(re.findall(r"\w+", new))
    assert compare_quote(quote, BEFORE + new + AFTER, prefix=BEFORE, suffix=AFTER).change is Change.ENTITY_CHANGED
