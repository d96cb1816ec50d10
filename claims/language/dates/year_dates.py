"""Dates of a year and more: 1967, 2012–13, the 1990s, mid-2020, Q3 2022, summer 2021, the 19th century, 44 BC."""

import re
from collections.abc import Iterator

from claims.language.dates.calendar_dates import full_year, short_year
from claims.language.dates.names import MONTH, RANKS, SEASONS, YEAR, rank_number
from claims.language.dates.span import UNKNOWN, DateSpan, Days, months, part_of, years
from claims.language.units import CURRENCIES, read_suffix

_PART = r"(?:(?P<part>early|mid|late|(?:the )?(?:very )?(?:beginning|start|middle|end)(?: of)?(?: the)?)[ -])"
_RANK = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(RANKS, key=len, reverse=True))})"
_CENTURY = re.compile(
    rf"\b{_PART}?(?:the )?(?P<rank>{_RANK})(?:[ -]| and {_RANK} )centur(?:y|ies)(?P<bc> BCE?\b)?", re.I
)
_DECADE = re.compile(rf"(?<![0-9A-Za-z$€£.,-]){_PART}?(?:the )?(?P<decade>(?:1[0-9]|20)[0-9]0)['’]?s\b", re.I)
_SHORT_DECADE = re.compile(rf"\b(?:{_PART}(?:the )?|the )['’]?(?P<decade>[3-9]0|(?<=['’])[01]0)['’]?s\b", re.I)
_QUARTER = re.compile(
    rf"\b(?:Q(?P<q>[1-4])(?: of| in|,)?|(?P<rank>first|second|third|fourth|last|final|1st|2nd|3rd|4th) (?P<kind>quarter|half) (?:of|in)(?: the)?(?: fiscal)?(?: year)?|H(?P<h>[12])|(?P<season>spring|summer|autumn|fall|winter)(?: of| in|,)?)"
    rf"[ -](?P<year>{YEAR})(?![0-9A-Za-z])",
    re.I,
)
_BEFORE_CHRIST = re.compile(
    r"(?<![0-9A-Za-z.,])(?P<year>[0-9]{1,4}) (?:BCE?|B\.C\.(?:E\.)?)(?![A-Za-z])|\bAD (?P<ad>[0-9]{1,4})\b|(?<![0-9A-Za-z.,])(?P<ce>[0-9]{1,4}) (?:AD|CE|A\.D\.)(?![A-Za-z])"
)
_SEASON_YEARS = re.compile(
    rf"(?<![0-9A-Za-z$€£.,/-])(?P<first>{YEAR})[-–—/](?P<last>[0-9]{{2}})(?![0-9A-Za-z%/]|[-–.,:][0-9]|\s?(?:%|percent))"
)
_BARE = re.compile(
    rf"(?:(?<=[^0-9A-Za-z_$€£¥₽₹#@.,:/+–—−-])|(?<=[^0-9A-Za-z][-–—−])|(?<=[a-z][.,;:–—])|(?<=[0-9]{{4}}[-–—/])|^){_PART}?(?:FY ?|fiscal (?:year )?)?(?P<year>{YEAR})(?![0-9A-Za-z_%°²³$€£\u3400-\u9fff]|[.,:/][0-9]|[-–—/][0-9A-Z]{{1,3}}(?![0-9A-Za-z])|[ \u00a0]?(?:%|±|\+/?[-−]|[x×] ?[0-9]))",
    re.I,
)

# The '98 of "closed in '98"; what opens a quotation ("some '40 percent' of them") has no lead or closes again.
_SHORT_YEAR = re.compile(
    r"['’](?P<year>[0-9]{2})(?![0-9A-Za-z'’\"”%°$€£]|[.,:/][0-9]|[ \u00a0]?(?:%|percent|per cent)|[^'’\n]{1,60}(?<![a-z]s)['’](?![a-z0-9]))"
)
_YEAR_LEAD = re.compile(
    rf"(?:\b(?:in|the|since|of|until|from|by|before|after|during|to|and|early|late|mid|spring|summer|autumn|fall|winter|{MONTH})[ -]|[0-9]{{2}}[-–])$",
    re.I,
)
# FY24, FY 2022/23, FY19–20, FY '21: a fiscal year carries the number of the calendar year in which it ends.
_FISCAL_YEAR = re.compile(
    r"\b(?:FY|fiscal(?: year)?)[ -]?['’]?(?P<first>(?:1[0-9]|20)[0-9]{2}|[0-9]{2})(?:[-–/](?P<last>(?:20)?[0-9]{2}))?(?![0-9A-Za-z%]|[.,:/–-][0-9])"
)

_STRONG = re.compile(
    r"(?:\b(?:in|since|during|until|till|late|early|mid|circa|year|years|spring|summer|autumn|winter|fall|fiscal|ca\.|c\.|season|January|February|March|April|May|June|July|August|September|October|November|December|the|his|her|its|their|this|a|every|of the|['’]s|©|born|died|released|published|class of|as of)\s*,?\s*|[(\[]\s*|['’]s )$",
    re.I,
)
_RANGE_BEFORE = re.compile(rf"(?:\b(?:from|between) )?{YEAR}(?: to | and |[-–—])$", re.I)
_SCALED = re.compile(r"[ \u00a0-](?:hundred|thousand|million|billion|trillion|lakh|crore|bn)\b")
_SINGULAR_WORD = re.compile(r" [A-Za-z]{2,}[A-Za-rt-z]")
_COUNTED = re.compile(
    r"[ \u00a0](?:(?!and |or |was |were |is |as |to |for |the |by |with |from |after |before )[a-z-]+ ){0,2}(?!(?:was|has|does|goes|says|its|this|plus|versus|as|is)\b)(?:[a-z]+[^sui'’\W]s|people|men|women|children|aircraft|troops|personnel|staff|species)\b(?!-)"
)
_RANGE_AFTER = re.compile(
    r"(?:[ \u00a0]?[-–—−‒][ \u00a0]?|(?P<to> to )|(?P<and> and ))(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9}(?:\.[0-9]{1,9})?)(?![0-9])"
)
# No text of today tells of later years, and longer digits are no upper end of a range that begins with four.
_LAST_YEAR, _LARGEST_COUNT = 2199, 100_000
_COUNT_BEFORE = re.compile(
    r"\b(?:total(?:s|ing|ed|led)?(?: of)?|(?:size|population|average|mean|sum|number|count|crew|maximum|minimum) of|n ?=|as many as|(?:fewer|less|more) than|at least) ?$",
    re.I,
)
_BETWEEN_BEFORE = re.compile(r"\bbetween (?:about |around |roughly |some )?$", re.I)
_IN_BEFORE = re.compile(r"\bin $", re.I)
_ANY, _TENS, _ERAS = ("",), ("0s", "0's", "0’s"), (" bc", "ad ", " ad", " ce", " b.c", " a.d")
_PARTS = (" quarter", " half", "q1", "q2", "q3", "q4", "h1", "h2", *SEASONS)
_NAMED = frozenset(["model", "page", "pages", "no.", "number", "channel", "room", "flight", "resolution", "article"])
_LAST_WORD = re.compile(r"([A-Za-z.]+)\s$")


def year_dates(text: str) -> Iterator[DateSpan]:
    """Find years, spans of years and parts of years, the more specific ones first."""
    lower = text.lower()
    # A rare kind is looked for only where a letter or two of it stands: most texts have none.
    for pattern, read, hints in (
        (_QUARTER, _quarter, _PARTS), (_CENTURY, _century, ("centur",)), (_DECADE, _decade, _TENS),
        (_SHORT_DECADE, _decade, _TENS), (_SHORT_YEAR, _short_year, ("'", "’")), (_FISCAL_YEAR, _fiscal_year, ("fy", "fiscal")), (_BEFORE_CHRIST, _era, _ERAS), (_SEASON_YEARS, _season_years, _ANY), (_BARE, _bare, _ANY),
    ):  # fmt: skip
        if any(map(lower.__contains__, hints)):
            for found in pattern.finditer(text):
                span = read(found)
                if span:
                    yield span


def _span(found: re.Match[str], days: Days, precision: str, year: int | None = None) -> DateSpan:
    part = found.groupdict().get("part")
    days = part_of(days, _third(part)) if part else days
    return DateSpan(found.group(), found.start(), found.end(), *days, precision, False, "=", year)


def _third(printed: str) -> str:
    words = printed.lower()
    if "early" in words or "start" in words or "begin" in words:
        return "early"
    return "mid" if "mid" in words else "late"


def _quarter(found: re.Match[str]) -> DateSpan:
    year = int(found["year"])
    if found["season"]:
        first, last = SEASONS[found["season"].lower()]
        # Winter 2020 may be its beginning or its end, so January counts as well.
        return _span(found, months(year, 1 if last > 12 else first, last), "season", year)
    size = 6 if found["h"] or (found["kind"] or "").lower() == "half" else 3
    number = int(found["q"] or found["h"] or 0) or _rank_of_part(found["rank"], 12 // size)
    if number * size > 12:
        return _span(found, years(year, year), "year", year)
    return _span(found, months(year, (number - 1) * size + 1, number * size), "half" if size == 6 else "quarter", year)


def _rank_of_part(printed: str, parts: int) -> int:
    return parts if printed.lower() in ("last", "final") else rank_number(printed)


def _century(found: re.Match[str]) -> DateSpan | None:
    rank = rank_number(found["rank"])
    if found["bc"] or not 1 <= rank <= 99:
        return _span(found, UNKNOWN, "century") if found["bc"] else None
    return _span(found, years((rank - 1) * 100 + 1, rank * 100), "century")


def _decade(found: re.Match[str]) -> DateSpan:
    printed = int(found["decade"])
    first = printed if printed > 99 else printed + (1900 if printed >= 30 else 2000)
    return _span(found, years(first, first + 9), "decade")


def _short_year(found: re.Match[str]) -> DateSpan | None:
    text, end = found.string, found.end()
    if not _YEAR_LEAD.search(text, max(0, found.start() - 12), found.start()):
        return None
    if _COUNTED.match(text, end) or read_suffix(text, end) is not None:
        return None
    year = short_year(int(found["year"]))
    return _span(found, years(year, year), "year", year)


def _fiscal_year(found: re.Match[str]) -> DateSpan | None:
    first = _year_of(found["first"])
    if found["last"] is None:
        return _span(found, years(first, first), "year", first)
    last = _year_of(found["last"][-2:])
    return _span(found, years(first, last), "season", first) if first < last <= first + 2 else None


def _year_of(printed: str) -> int:
    return int(printed) if len(printed) == 4 else full_year(int(printed))


def _era(found: re.Match[str]) -> DateSpan | None:
    if found["year"]:
        return DateSpan(found.group(), found.start(), found.end(), None, None, "year", False, "=", -int(found["year"]))
    year = int(found["ad"] or found["ce"])
    return _span(found, years(year, year), "year", year) if year else None


def _season_years(found: re.Match[str]) -> DateSpan | None:
    first = int(found["first"])
    last = first // 100 * 100 + int(found["last"])
    if last == first // 100 * 100:
        last += 100
    return _span(found, years(first, last), "season", first) if first < last <= first + 60 else None


def _bare(found: re.Match[str]) -> DateSpan | None:
    year, at = int(found["year"]), found.start("year")
    before, text = found.string[max(0, at - 32) : at], found.string
    if _is_measured(text, found.end(), year) or _begins_a_range(text, found.start("year"), found.end()):
        return None
    if _COUNT_BEFORE.search(before):
        return None
    led = bool(found["part"] or _STRONG.search(before) or _RANGE_BEFORE.search(before))
    word = _LAST_WORD.search(before)
    if word and word[1].lower() in _NAMED:
        return None
    if year < 1500 and not led:
        return None
    if _COUNTED.match(text, found.end()) and not (led and year >= 1900):
        return None
    return _span(found, years(year, year), "year", year)


def _begins_a_range(text: str, start: int, end: int) -> bool:
    """Return whether the number is the lower end of a measured range: 1800–2200 m, between 1500 and 1900 K."""
    other = _RANGE_AFTER.match(text, end)
    if not other:
        return False
    if other["and"] and not _BETWEEN_BEFORE.search(text, max(0, start - 24), start):
        return False
    # "From 1200 t in 2010 to 2000 t" prints a year and an amount.
    if other["to"] and _IN_BEFORE.search(text, max(0, start - 4), start):
        return False
    last = int(float(other["number"].replace(",", "")))
    beyond = not (other["to"] or other["and"]) and _LAST_YEAR < last < _LARGEST_COUNT
    return beyond or _is_measured(text, other.end(), last)


def _is_measured(text: str, end: int, year: int) -> bool:
    if _SCALED.match(text, end):
        return True
    suffix = read_suffix(text, end)
    if suffix is None:
        return False
    if suffix.symbol or suffix.readings[0] in CURRENCIES:
        return True
    # "The 2012 second place" names a year, "2012 seconds" doesn't.
    return year < 1900 or not _SINGULAR_WORD.fullmatch(text, end, suffix.end)
