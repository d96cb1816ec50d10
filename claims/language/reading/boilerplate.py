"""What stands before an article's own words: datelines, breadcrumbs, bullets, agency credits, labels."""

import re
from datetime import date

from claims.language.dates import read_dates

#: The day that a label of these names is the one of publication; that of a change is not.
_PUBLISHED = (
    r"(?:first |originally )?(?:published|posted|issued)(?: online| first)?|(?:date of )?publication(?: date)?|"
    r"(?:release|issue) date|date(?: of issue| published)?|available online"
)
_CHANGED = (
    r"(?:last |also )?(?:updated?|modified|edited|revised|changed|reviewed|corrected|amended)(?: date)?|(?:date )?(?:received|accepted|"
    r"submitted|accessed|retrieved|archived|created)(?: in revised form)?"
)
_LABEL = rf"(?:(?P<published>{_PUBLISHED})|(?:{_CHANGED}))\b(?: on| at)?\s*:?\s*"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
_DAY = (
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|(?:[A-Z][a-z]{2,8}\.?) \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,2}(?:st|nd|rd|th)? (?:[A-Z][a-z]{2,8}\.?),? \d{4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
)
_CLOCK = (
    r"(?:(?:T|[, ]+(?:at |[-–—|·] )?)\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp]\.?[Mm]\.?(?![a-z]))?"
    r"(?: ?(?:Z|[+-]\d{2}:?\d{2}|\(?[A-Z]{2,5}\)?))?)?"
)
#: "date 2022-09-07 Russia is…" and "Received: 1 May 2022 / Published: 7 September 2022".
_STAMP = re.compile(rf"\s*(?i:{_LABEL}){_WEEKDAY}(?P<day>{_DAY}){_CLOCK}\s*[-–—|·:/;,.]?\s*")
_BARE_STAMP = re.compile(rf"\s*{_WEEKDAY}(?P<day>{_DAY}){_CLOCK}(?:\s*[-–—|·]\s*|\s*(?=\n)|\s*$)")
_SINCE_THEN = re.compile(
    rf"\s*(?i:{_LABEL})(?:\d+|an?) (?:second|minute|hour|day|week|month|year|min|hr)s? ago\s*(?:[-–—|·/;,.]\s*|(?=\n)|$)",
    re.IGNORECASE,
)
_CITY = r"[A-Z][A-Z.'’/-]+(?: [A-Z][A-Z.'’/-]*){0,3}"
_PLACE = r"[A-Z][\w.'’/-]+(?: [A-Z][\w.'’/-]*){0,3}"
_REGION = r"(?:, [A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*){0,2})?"
_ON_DAY = (
    r"(?:,? (?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?)"
    r"|,? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_CREDIT = r"(?:\s*\([A-Z][A-Za-z /.&-]{1,30}\)|,? /[A-Z][\w .-]{1,20}/)"
_DASH = r"\s*(?:[—–]|--?)\s*"
#: "KYIV, March 3 (Reuters) - ", "LONDON — ", "Kyiv, Ukraine (CNN) — ", "MOSCOW, September 7. /TASS/. ", "(AP) — ".
_DATELINES = tuple(
    re.compile(rf"\s*{form}(?=\S)")
    for form in (
        rf"{_CITY}{_REGION}{_ON_DAY}?{_CREDIT}?{_DASH}(?<=\s)",
        rf"[A-Z]{{5,}}(?: [A-Z]{{2,}}){{0,2}}{_CREDIT}?:\s+(?=[A-Z])",
        rf"{_PLACE}{_REGION}{_ON_DAY}?\.?{_CREDIT}(?:{_DASH}|[.:]\s+)",
        rf"{_PLACE}{_REGION}{_ON_DAY}{_DASH}(?<=\s)",
        rf"\([A-Z][A-Za-z /.&-]{{1,30}}\){_DASH}",
        r"\((?:CNN|AP|AFP|Reuters|CNN Business|Bloomberg)\)\s*(?=[A-Z])",
    )
)
_BREADCRUMB = re.compile(r"\s*(?:[^\s»›>.!?][^»›>.!?\n]{0,40}?\s*[»›>]+\s*){1,8}(?=\S)")
#: A line that is nothing but the way to the page.
_TRAIL = re.compile(r"\s*[^»›>.!?\n]{1,40}(?:[»›>][^»›>.!?\n]{1,40})+(?=\n|$)")
_BULLET = re.compile(
    r"\s*(?:[•▪▫◦‣⁃∙·●○■□◆◇►▶➤➔→✓✔✅–—*-]|\(?\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s+(?!Million|Billion|Trillion|Percent)[A-Z])|\(?[a-z]\)|\(?[ivx]{1,4}[.)]|\[\d{1,3}\]"
    r"|(?:Step|Point|Item|Fact|Reason) \d{1,2}[.:])\s+(?=\S)"
)
#: What editors put before a sentence.
_EDITORS_LABEL = re.compile(
    r"\s*(?i:breaking(?: news)?|update ?\d*|exclusive|factbox|explainer|analysis|background|context|summary|in brief|"
    r"(?:adds|updates) [a-z ]{3,30})\s*(?:(?:[:|]|\s[-–—])\s+|(?<=\d)-)(?=[\"“A-Z0-9])"
)
#: "USS Harrow - The frigates left": what a caption or a list names before it tells of it.
_LABELLED = re.compile(
    r"(?P<label>[A-Z0-9][\w.'’&/-]*(?: (?:of |the |and )?[A-Z0-9(][\w.'’&/)-]*){0,5})\s+(?:[–—]|--?)\s+"
    r"(?=(?:The|A|An|It|Its|He|She|They|This|These|In|On|At|By|After|Before|During|Since|As|One|Two|Three|Both|All|Some)\s)"
)
_STARTS = (_STAMP, _SINCE_THEN, _BARE_STAMP, *_DATELINES, _TRAIL, _BREADCRUMB, _EDITORS_LABEL, _BULLET)


def skip_boilerplate(text: str, start: int, end: int) -> tuple[int, date | None]:
    """Return where the words of text[start:end] begin, and the day of publication that stands before them."""
    published = None
    moved = True
    while moved:
        moved = False
        for pattern in _STARTS:
            match = pattern.match(text, start, end)
            if match and match.end() > start:
                published = published or _day(pattern, match)
                start, moved = match.end(), True
    return start, published


def topic_label(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Return the span of a label that names what text[start:end] is about, and where the sentence begins behind it."""
    found = _LABELLED.match(text, start, end)
    return (*found.span("label"), found.end()) if found else None


def _day(pattern: re.Pattern[str], match: re.Match[str]) -> date | None:
    """Return the day of a stamp; the day on which something was changed, received or accepted is none."""
    found = match.groupdict()
    surface = found.get("day")
    if pattern is _STAMP and not found["published"]:
        return None
    spans = read_dates(surface) if surface else []
    return spans[0].first if spans and spans[0].precision == "day" else None
