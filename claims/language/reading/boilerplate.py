"""What stands before an article's own words: datelines, breadcrumbs, bullets, agency credits."""

import re
from datetime import date

from claims.language.dates import read_dates

_LABEL = r"(?:date|published|updated|posted|last updated|release date)\b(?: on| at)?\s*:?\s*"
_DAY = (
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|(?:[A-Z][a-z]{2,8}\.?) \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,2}(?:st|nd|rd|th)? (?:[A-Z][a-z]{2,8}\.?),? \d{4})"
)
_CLOCK = r"(?:[T, ]+\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?[A-Z]{2,4})?)?"
#: "date 2022-09-07 Russia is…" and "Published: 7 September 2022".
_STAMP = re.compile(rf"\s*(?i:{_LABEL})(?P<day>{_DAY}){_CLOCK}\s*[-–—|·:]?\s*")
_BARE_STAMP = re.compile(rf"\s*(?P<day>{_DAY}){_CLOCK}(?:\s*[-–—|·]\s*|\s*(?=\n)|\s*$)")
#: "KYIV, March 3 (Reuters) - " and "LONDON — ".
_AGENCY = re.compile(
    r"\s*[A-Z][A-Z .'/-]{2,40}(?:, [A-Z][A-Za-z. ]{2,20})?(?:, (?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?))?"
    r"(?:\s*\([A-Z][A-Za-z /]{1,30}\))?\s*(?:[—–]|--?)\s+(?=\S)"
)
_BREADCRUMB = re.compile(r"\s*(?:[^\s»›>.!?][^»›>.!?\n]{0,40}?\s*[»›>]+\s*){1,8}(?=\S)")
#: A line that is nothing but the way to the page.
_TRAIL = re.compile(r"\s*[^»›>.!?\n]{1,40}(?:[»›>][^»›>.!?\n]{1,40})+(?=\n|$)")
_BULLET = re.compile(r"\s*(?:[•▪◦‣·●■*–—*-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")


def skip_boilerplate(text: str, start: int, end: int) -> tuple[int, date | None]:
    """Return where the words of text[start:end] begin, and the day of a dateline before them."""
    published = None
    moved = True
    while moved:
        moved = False
        for pattern in (_STAMP, _BARE_STAMP, _AGENCY, _TRAIL, _BREADCRUMB, _BULLET):
            match = pattern.match(text, start, end)
            if match and match.end() > start:
                published = published or _day(match)
                start, moved = match.end(), True
    return start, published


def _day(match: re.Match[str]) -> date | None:
    surface = match.groupdict().get("day")
    spans = read_dates(surface) if surface else []
    return spans[0].first if spans and spans[0].precision == "day" else None
