"""DOCX files: paragraphs, tables, text boxes and notes as Word shows them."""

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from io import BytesIO

from lxml import etree

from sources.extraction import limits
from sources.extraction.characters import clean
from sources.extraction.extraction_warnings import ExtractionWarning, WarningKind
from sources.extraction.kinds import FileKind
from sources.extraction.results import EXTRACTOR_VERSION, ExtractedText, ExtractionRefused
from sources.extraction.titles import title_of
from sources.extraction.word.archive import check_archive
from sources.extraction.word.comments import comments_of
from sources.extraction.word.inserted import InsertedParts
from sources.extraction.word.paragraphs import Story
from sources.extraction.word.parts import blocks_of, main_part, relations_of, stated_title
from sources.extraction.word.styles import Styles
from sources.extraction.word.visibility import Visibility

_NOTES = ("/footnotes", "/endnotes")
_DAMAGE = (
    etree.LxmlError,
    KeyError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
)


def extract_docx(data: bytes) -> ExtractedText:
    """Read a DOCX file: what tracked changes deleted and what is struck out or hidden or in the colour of what is
    behind it is left out, what they inserted is kept; text boxes follow their paragraph, notes the whole text.

    Raises ExtractionRefused: "mismatch", "unsafe_archive", "encrypted", "corrupt", "empty", "too_long", "too_complex".
    """
    check_archive(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            title = stated_title(archive)
            lines, warnings = _read(archive)
    except _DAMAGE:
        raise ExtractionRefused("corrupt") from None
    text = clean("\n".join(lines)).strip()
    if not text:
        raise ExtractionRefused("empty")
    return ExtractedText(
        text=text,
        visible_text=text,
        title=title_of(text, clean(title)),
        media_type=FileKind.DOCX,
        charset=None,
        extractor="wordprocessingml",
        extractor_version=f"{EXTRACTOR_VERSION} (lxml {version('lxml')})",
        replacements=0,
        warnings=warnings,
    )


def _read(archive: zipfile.ZipFile) -> tuple[list[str], tuple[ExtractionWarning, ...]]:
    main = main_part(archive)
    if main not in archive.namelist():
        raise ExtractionRefused("mismatch")
    relations = relations_of(archive, main)
    styles = Styles(archive, relations.path_of("/styles"))
    visibility, inserted = Visibility(archive, styles), InsertedParts(archive, relations)
    lines: list[str] = []
    length = 0
    unknown: Counter[str] = Counter()
    unseen: list[str] = []
    drawings: list[str] = []
    doubts: list[str] = []
    for path in (main, *map(relations.path_of, _NOTES)):
        if path is not None and path in archive.namelist():
            story = Story(styles, visibility, inserted)
            for line in story.lines(blocks_of(archive, path)):
                if line or path == main:
                    lines.append(line)
                    length += len(line)
                    if length > limits.MAX_TEXT_CHARS:
                        raise ExtractionRefused("too_long")
            unknown += story.unknown_signs
            unseen.extend(story.unseen)
            drawings.extend(story.unread_drawings)
            doubts.extend(story.doubts)
    notes = comments_of(archive, relations)
    return lines, (*_warnings(unknown, unseen, inserted.unread, doubts), *_unread(notes, drawings), *inserted.warnings)


def _warnings(
    unknown: Counter[str], unseen: list[str], unread: list[str], doubts: list[str]
) -> Iterator[ExtractionWarning]:
    if unknown:
        yield ExtractionWarning(WarningKind.UNKNOWN_SYMBOL, unknown.total(), ", ".join(sorted(unknown)))
    if unseen:
        yield ExtractionWarning(WarningKind.HIDDEN_TEXT, len(unseen), clean(" ".join(unseen[:12]))[:80])
    if doubts:
        yield ExtractionWarning(WarningKind.RAISED_FIGURE, len(doubts), clean(doubts[0])[:80])
    if unread:
        yield ExtractionWarning(WarningKind.UNREAD_PART, len(unread), clean(", ".join(dict.fromkeys(unread)))[:80])


def _unread(notes: list[str], drawings: list[str]) -> Iterator[ExtractionWarning]:
    if notes:
        yield ExtractionWarning(WarningKind.UNREAD_NOTE, len(notes), clean(notes[0])[:80])
    if drawings:
        yield ExtractionWarning(WarningKind.UNREAD_DRAWING, len(drawings))
