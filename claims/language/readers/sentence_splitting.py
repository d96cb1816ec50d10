"""An article to claims of one whole sentence each, with its figures, dates and names: for languages without a parse.

A sentence as printed says no more and no less than the article, so that no rule of another language can make a wrong
statement of it. What is no sentence, such as a heading, is kept as not worth checking.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claims.language.check_worthiness import THRESHOLD, logistic_score
from claims.language.kinds import ClaimKind, ClaimWarning, MarkKind
from claims.language.normal_form import NormalForm, as_it_came, rewritten
from claims.language.quantities import Quantity
from claims.language.readers.blocks import TextBlock, blocks_of
from claims.language.readers.reader import SentenceReader
from claims.language.results import ExtractedClaim, ExtractedMark

_QUOTATION = re.compile(
    '“[^”\n]{1,600}”|「[^」\n]{1,600}」|『[^』\n]{1,600}』|«[^»\n]{1,600}»|„[^“”\n]{1,600}[“”]|"[^"\n]{2,600}"'
)
#: Quotation marks around fewer characters name something.
_SHORTEST_QUOTATION = 12
_LINE_BREAK = re.compile(r"[ \t\r\u3000]*\n[ \t\r\u3000]*")
_SPACES = re.compile(r"[ \t\r\u00a0\u3000]+")
_DIGITS = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
_QUESTION = re.compile("[?？؟][”’\"'」』»)）]*$")
_NO_WORDS = re.compile(r"[\W\d_]*")


@dataclass(frozen=True)
class SentenceClaims:
    """What was read in whole sentences: a title, the day of a dateline, claims in reading order and marks."""

    title: str
    published_on: date | None
    claims: list[ExtractedClaim]
    marks: list[ExtractedMark]


def split_into_sentences(text: str, reader: SentenceReader, published_on: date | None) -> SentenceClaims:
    """Split a text in normal form into one claim for each sentence, and mark what a claim has to cover."""
    blocks = blocks_of(text, reader.ends, reader.longest_heading)
    dateline = _first_day(text, blocks, reader)
    published_on = published_on or dateline
    claims = [claim for block in blocks for claim in _claims(text, block, reader, published_on)]
    title = next((claim.text for claim in claims), "")
    return SentenceClaims(title, dateline, claims, _marks(text, blocks, reader, published_on))


def dateline_of(text: str, reader: SentenceReader) -> date | None:
    """Return the day that a line of its own gives, the first of them; None where none does."""
    return _first_day(text, blocks_of(text, reader.ends, reader.longest_heading), reader)


def _first_day(text: str, blocks: list[TextBlock], reader: SentenceReader) -> date | None:
    return next((day for block in blocks if (day := _dateline(text, block, reader))), None)


def _dateline(text: str, block: TextBlock, reader: SentenceReader) -> date | None:
    """Return the day that a line of its own gives, such as 发布时间：2023-05-04 10:20."""
    if not block.heading:
        return None
    days = [span for span in reader.dates(text[block.start : block.end], None) if span.precision == "day" and span.year]
    rest = len(text[block.start : block.end]) - sum(day.end - day.start for day in days)
    return days[0].first if len(days) == 1 and rest <= _SHORTEST_QUOTATION else None


def _claims(text: str, block: TextBlock, reader: SentenceReader, published_on: date | None) -> Iterator[ExtractedClaim]:
    inside = text[block.start : block.end]
    if _dateline(text, block, reader):
        return
    for first, last in reader.sentences(inside):
        start, end = block.start + first, block.start + last
        if not _NO_WORDS.fullmatch(text, start, end):
            yield _claim(text, start, end, block.heading, reader, published_on)


def _claim(
    text: str, start: int, end: int, heading: bool, reader: SentenceReader, published_on: date | None
) -> ExtractedClaim:
    words = _in_one_line(text[start:end], reader.between_lines).text.strip()
    dates = tuple(reader.dates(words, published_on))
    quantities = tuple(reader.quantities(words))
    names = list(reader.names(words))
    speaker = None if heading else reader.speaker_of(words)
    kind, score, reasons = _worth(words, quantities, bool(dates), len(names), speaker, heading, reader)
    return ExtractedClaim(
        text=words,
        start=start,
        end=end,
        sentence_start=start,
        sentence_end=end,
        kind=kind,
        check_worthy=score >= THRESHOLD,
        score=score,
        reasons=reasons,
        attributed_to=speaker,
        quantities=quantities,
        dates=dates,
        lint=tuple(_lint(words, quantities, heading, reader)),
        places=((start, end),),
    )


def _in_one_line(text: str, between: str) -> NormalForm:
    form = rewritten(as_it_came(text), _LINE_BREAK, lambda _: between)
    return rewritten(form, _SPACES, lambda _: " ")


def _worth(
    words: str,
    quantities: tuple[Quantity, ...],
    dated: bool,
    names: int,
    speaker: str | None,
    heading: bool,
    reader: SentenceReader,
) -> tuple[ClaimKind, float, tuple[str, ...]]:
    """Return what a sentence states, how much it is worth a check, and why: by what it prints, not by its grammar."""
    if _QUESTION.search(words):
        return ClaimKind.QUESTION, 0.0, ("question",)
    if heading and not quantities:
        return ClaimKind.STATE, 0.1, ("not a full sentence",)
    printed = bool(quantities) or (not reader.figures and bool(_DIGITS.search(words)))
    found = {
        "has a quantity": printed,
        "has a date": dated,
        "names someone or something": names > 0,
        "connects several names": names > 1,
        "compares with all others": bool(reader.superlatives.search(words)),
        "attributed to someone": speaker is not None,
        "gives an opinion": bool(reader.opinions.search(words)),
        "heading": heading,
    }
    kind = ClaimKind.QUANTITY if quantities else ClaimKind.EVENT if dated else ClaimKind.STATE
    if found["gives an opinion"] and speaker is None:
        kind = ClaimKind.OPINION
    elif not quantities and reader.predictions.search(words):
        kind = ClaimKind.PREDICTION
        found["a prediction"] = True
    reasons = tuple(reason for reason, holds in found.items() if holds)
    return kind, logistic_score(reasons), reasons


def _lint(
    words: str, quantities: tuple[Quantity, ...], heading: bool, reader: SentenceReader
) -> Iterator[ClaimWarning]:
    if not reader.figures:
        yield ClaimWarning.UNREAD
    if heading:
        yield ClaimWarning.FRAGMENT
    if sum(quantity.dimension not in ("time", "ordinal") for quantity in quantities) > 1:
        yield ClaimWarning.TWO_QUANTITIES
    if len(words) > reader.long:
        yield ClaimWarning.LONG


def _marks(
    text: str, blocks: list[TextBlock], reader: SentenceReader, published_on: date | None
) -> list[ExtractedMark]:
    spans = [(MarkKind.DATE, span.start, span.end) for span in reader.dates(text, published_on)]
    spans += [(MarkKind.NUMBER, quantity.start, quantity.end) for quantity in reader.quantities(text)]
    if not reader.figures:
        spans += [(MarkKind.NUMBER, *found.span()) for found in _DIGITS.finditer(text)]
    for found in _QUOTATION.finditer(text):
        if found.end() - found.start() >= _SHORTEST_QUOTATION:
            spans.append((MarkKind.QUOTATION, *found.span()))
    spans += [(MarkKind.SUPERLATIVE, *found.span()) for found in reader.superlatives.finditer(text)]
    for block in (block for block in blocks if not block.heading):
        inside = text[block.start : block.end]
        spans += [(MarkKind.NAME, block.start + start, block.start + end) for start, end in reader.names(inside)]
    figures = [(start, end) for kind, start, end in spans if kind in (MarkKind.NUMBER, MarkKind.DATE)]
    return [
        ExtractedMark(kind, start, end, text[start:end])
        for kind, start, end in sorted(set(spans), key=lambda span: (span[1], span[2], span[0]))
        if kind != MarkKind.NAME or not any(first < end and start < last for first, last in figures)
    ]
