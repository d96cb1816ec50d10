"""PDF files: the letters that a reader sees, joined to words, lines, columns and paragraphs."""

from collections import defaultdict
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any

import pypdfium2.raw as pdfium

from sources.extraction import limits
from sources.extraction.characters import clean
from sources.extraction.extraction_warnings import ExtractionWarning, WarningKind
from sources.extraction.kinds import FileKind
from sources.extraction.line_ends import LineEnds
from sources.extraction.pdf.columns import Line, reading_order
from sources.extraction.pdf.engine import (
    Paintings,
    opened,
    page_at,
    page_count,
    read_page,
    read_paintings,
    stated_title,
)
from sources.extraction.pdf.forms import draw_fields, form_of
from sources.extraction.pdf.fractions import with_fractions
from sources.extraction.pdf.glyph_runs import GlyphRun
from sources.extraction.pdf.initials import with_initials
from sources.extraction.pdf.letters import Letters
from sources.extraction.pdf.oblique import oblique_apart
from sources.extraction.pdf.paragraphs import paragraphs
from sources.extraction.pdf.rows import is_spaced_out, rows_of
from sources.extraction.pdf.running import running_lines
from sources.extraction.pdf.skew import straightened
from sources.extraction.pdf.visibility import seen_and_hidden, without_struck
from sources.extraction.results import EXTRACTOR_VERSION, ExtractedText, ExtractionRefused
from sources.extraction.titles import title_of

_TAIL_BYTES = 64 * 1024
_WITHOUT_INK = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)


@dataclass
class _Read:
    """What was read so far: the lines of each page, its labels, and what people should know of it."""

    title: str
    pages: list[list[Line]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    letters: Letters = field(default_factory=Letters)
    unread_fields: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    recognised_pages: int = 0
    seen: int = 0


def extract_pdf(data: bytes) -> ExtractedText:
    """Read the text of a PDF as its pages show it.

    Raises ExtractionRefused: "truncated", "encrypted", "corrupt", "too_many_pages", "no_text_layer", "too_complex",
    "too_long".
    """
    if b"%%EOF" not in data[-_TAIL_BYTES:]:
        raise ExtractionRefused("truncated")
    with opened(data) as document:
        read = _read(document)
    line_ends = LineEnds(line.text for page in read.pages for line in page)
    visible = clean(paragraphs(read.pages, line_ends)).strip()
    if not visible:
        raise ExtractionRefused("no_text_layer")
    if len(visible) > limits.MAX_TEXT_CHARS:
        raise ExtractionRefused("too_long")
    running = running_lines(read.pages, read.labels)
    kept = [[line for n, line in enumerate(page) if n not in running[at]] for at, page in enumerate(read.pages)]
    text = clean(paragraphs(kept, line_ends)).strip() or visible
    return ExtractedText(
        text=text,
        visible_text=visible,
        title=title_of(text, clean(read.title)),
        media_type=FileKind.PDF,
        charset=None,
        extractor="pdfium",
        extractor_version=f"{EXTRACTOR_VERSION} (pypdfium2 {version('pypdfium2')})",
        replacements=visible.count("\ufffd"),
        warnings=tuple(_warnings(read)),
    )


def _read(document: Any) -> _Read:
    read = _Read(stated_title(document))
    with form_of(document) as form:
        for number in range(page_count(document)):
            with page_at(document, number) as page:
                drawing = draw_fields(page, form)
                read.unread_fields.extend(drawing.unread_fields)
                read.notes.extend(drawing.notes)
                if not drawing.drawn:
                    _read_page(read, document, page, number)
            if drawing.drawn:
                with page_at(document, number) as page:
                    _read_page(read, document, page, number)
    return read


def _read_page(read: _Read, document: Any, handle: Any, number: int) -> None:
    page = read_page(document, handle, number, read.seen)
    read.seen += _count(page.runs)
    paintings = read_paintings(handle)
    shown, hidden = seen_and_hidden(page, handle, paintings)
    # Letters without ink that are seen all the same stand over a picture: what was recognised in it.
    read.recognised_pages += any(run.text_object.mode in _WITHOUT_INK and not run.text.isspace() for run in shown)
    straight, lines = straightened(read.letters.mapped(shown), paintings)
    letters = with_initials(with_fractions(without_struck(straight, lines), lines.bars))
    read.pages.append(_lines(letters, lines))
    read.labels.append(page.label or str(number + 1))
    read.hidden.extend(hidden)


def _count(runs: list[GlyphRun]) -> int:
    return sum(len(run.text) for run in runs)


def _lines(runs: list[GlyphRun], paintings: Paintings) -> list[Line]:
    """Return the lines of a page in reading order: first those in the direction in which most of it is written, at
    last what is written obliquely across it."""
    straight, oblique = oblique_apart(runs)
    by_turn: dict[int, list[GlyphRun]] = defaultdict(list)
    for run in straight:
        by_turn[run.text_object.turn].append(run)
    lines: list[Line] = []
    directions = [
        (paintings.rules if turn == 0 else [], turned)
        for turn, turned in sorted(by_turn.items(), key=lambda pair: -_count(pair[1]))
    ]
    for rules, turned in [*directions, *(([], turned) for turned in oblique)]:
        before = lines[-1].block + 1 if lines else 0
        for line in reading_order(rows_of(turned, rules)):
            line.block += before
            lines.append(line)
    return lines


def _warnings(read: _Read) -> list[ExtractionWarning]:
    found = []
    if read.hidden:
        found.append(
            ExtractionWarning(WarningKind.HIDDEN_TEXT, len(read.hidden), clean(" ".join(read.hidden[:12]))[:80])
        )
    if read.unread_fields:
        sample = clean(read.unread_fields[0])[:80]
        found.append(ExtractionWarning(WarningKind.UNREAD_FIELD, len(read.unread_fields), sample))
    if read.notes:
        found.append(ExtractionWarning(WarningKind.UNREAD_NOTE, len(read.notes), clean(read.notes[0])[:80]))
    if read.recognised_pages:
        found.append(ExtractionWarning(WarningKind.RECOGNISED_TEXT, read.recognised_pages))
    count, sample = read.letters.unreadable()
    if count:
        found.append(ExtractionWarning(WarningKind.UNREADABLE_FONT, count, clean(sample)[:80]))
    doubts = [doubt for page in read.pages for line in page for cell in line.cells for doubt in cell.doubts]
    if doubts:
        found.append(ExtractionWarning(WarningKind.RAISED_FIGURE, len(doubts), clean(doubts[0])[:80]))
    spaced = [line.text for page in read.pages for line in page if is_spaced_out(line.text)]
    if spaced:
        found.append(ExtractionWarning(WarningKind.UNCERTAIN_SPACES, len(spaced), clean(spaced[0])[:80]))
    return found
