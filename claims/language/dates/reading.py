"""Reading the dates of a text: every kind found, overlaps settled, ranges joined, comparators applied."""

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from claims.language.dates.calendar_dates import calendar_dates
from claims.language.dates.relative_dates import relative_dates
from claims.language.dates.span import DateSpan, bounded
from claims.language.dates.year_dates import year_dates
from claims.language.figures_abroad import figures_rewritten
from claims.language.normal_form import NormalForm

_WINDOW = 32
_HINT = re.compile(
    r"[0-9]{4}|[0-9]{1,2}[/.][0-9]|[0-9]0['’]?s\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|day|ago\b|centur|\b(?:last|this|next|past|previous|current|coming|recent|from now|(?:earlier|later) in|(?:end|close|start|beginning) of)\b|tonight|tomorrow|['’] time\b"
    r"|[0-9] (?:BC|AD|CE|B\.C)|\bAD [0-9]|\bFY|['’][0-9]{2}\b|[年月년월]",
    re.I,
)
# A few letters spare most texts the search for a hint, which looks at every character.
_HINT_LETTERS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "day", "ago", "centur", "last", "this", "next", "past", "previous", "current", "coming", "recent", "from now", "er in", "of", "tonight", "tomorrow", "time", "ad ", "fy")  # fmt: skip
_HINT_DIGITS = re.compile(
    r"[0-9](?:[0-9]{3}|[0-9]?[/.][0-9]|0['’]?[sS]\b| (?i:BC|AD|CE|B\.C))|['’][0-9]{2}\b|[年月년월]"
)
_JOIN = re.compile(r"\s?(?:[-–—‒]|至|到)\s?|\s(?:to|until|till|through)\s")
_BETWEEN = re.compile(r"\bbetween\s+$", re.I)
_COMPARATORS = (
    ("<=", r"(?:no later than|by|until|till|up to|on or before|as late as|through)"),
    (
        ">=",
        r"(?:since|no earlier than|on or after|starting(?: in| from| on)?|beginning(?: in| on)?|as of|as early as|effective)",
    ),
    ("<", r"(?:before|prior to|earlier than|ahead of|preceding|pre-)"),
    (">", r"(?:after|later than|following|post-|past)"),
    ("~", r"(?:circa|ca\.|c\.|around|about|approximately|roughly|sometime in|~)"),
)
_BEFORE = re.compile(
    r"(?:^|(?<=[^A-Za-z]))(?:"
    + "|".join(f"(?P<c{index}>{words})" for index, (_, words) in enumerate(_COMPARATORS))
    + r")\s*(?:the |on |in |early in |late in )?$",
    re.I,
)


def read_dates(text: str, *, anchor: date | None = None) -> list[DateSpan]:
    """Find every date of a text, in order and without overlap.

    ``anchor`` is the day of writing: it settles "last year", and gives a date without a year the nearest one.
    Never raises for any string; the time grows with the length of the text.
    """
    rewritten = figures_rewritten(text)
    if rewritten is not None:
        return [_as_printed(span, text, rewritten) for span in _of_english(rewritten.text, anchor)]
    return _of_english(text, anchor)


def _as_printed(span: DateSpan, text: str, form: NormalForm) -> DateSpan:
    start, end = form.span(span.start, span.end)
    return replace(span, surface=text[start:end], start=start, end=end)


def _of_english(text: str, anchor: date | None) -> list[DateSpan]:
    if not _may_hold_dates(text):
        return []
    return list(_read_again(text, anchor) if len(text) <= _SENTENCE else _read(text, anchor))


#: Characters: a claim's dates are read for itself, for its figures and for its findings.
_SENTENCE = 600


@lru_cache(maxsize=1024)
def _read_again(text: str, anchor: date | None) -> tuple[DateSpan, ...]:
    return tuple(_read(text, anchor))


def _read(text: str, anchor: date | None) -> list[DateSpan]:
    spans = _without_overlap([*calendar_dates(text, anchor), *year_dates(text), *relative_dates(text, anchor)])
    return [_compared(text, span) for span in _joined(text, spans)]


def _may_hold_dates(text: str) -> bool:
    if _HINT_DIGITS.search(text):
        return True
    lower = text.lower()
    return any(map(lower.__contains__, _HINT_LETTERS)) and bool(_HINT.search(text))


def _without_overlap(spans: list[DateSpan]) -> list[DateSpan]:
    kept: list[DateSpan] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if kept and span.start < kept[-1].end:
            if span.end - span.start > kept[-1].end - kept[-1].start:
                kept[-1] = span
            continue
        kept.append(span)
    return kept


def _joined(text: str, spans: list[DateSpan]) -> list[DateSpan]:
    joined: list[DateSpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and last.precision != "range" and _is_range(text, last, span):
            joined[-1] = _range(text, last, span)
        else:
            joined.append(span)
    return joined


def _is_range(text: str, first: DateSpan, second: DateSpan) -> bool:
    if (
        first.relative
        or second.relative
        or second.start - first.end > 9
        or second.precision not in (first.precision, "range")
    ):
        return False
    if _JOIN.fullmatch(text, first.end, second.start):
        return True
    between = text[first.end : second.start].strip() == "and"
    return between and bool(_BETWEEN.search(text, max(0, first.start - _WINDOW), first.start))


def _range(text: str, first: DateSpan, second: DateSpan) -> DateSpan:
    begin = first.first
    if begin is None and second.year and first.month and second.last:
        begin = date(second.year, first.month, min(first.day or 1, 28))
        begin = begin.replace(year=begin.year - 1) if begin > second.last and begin.year > 1 else begin
    known = begin is not None and second.last is not None and begin <= second.last
    return replace(
        first,
        surface=text[first.start : second.end],
        end=second.end,
        first=begin if known else None,
        last=second.last if known else None,
        precision="range",
        day=None,
    )


def _compared(text: str, span: DateSpan) -> DateSpan:
    found = _BEFORE.search(text, max(0, span.start - _WINDOW), span.start) if span.start else None
    if not found:
        return span
    sign = _COMPARATORS[int((found.lastgroup or "")[1:])][0]
    words = found.group().strip().lower()
    if span.precision == "range" or words.startswith("as of"):
        return span
    first, last = bounded((span.first, span.last), sign)
    return replace(span, first=first, last=last, comparator=sign)
