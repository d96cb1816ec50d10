"""DOCX files: paragraphs, tables, text boxes and notes as Word shows them."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from importlib.metadata import version
from io import BytesIO

import docx
from docx.opc.exceptions import OpcError
from docx.opc.package import OpcPackage
from lxml import etree

from sources.extraction import limits
from sources.extraction.characters import clean
from sources.extraction.kinds import FileKind
from sources.extraction.results import EXTRACTOR_VERSION, ExtractedText, ExtractionRefused
from sources.extraction.titles import title_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _CELL, _ROW = f"{_W}p", f"{_W}tc", f"{_W}tr"
_WRITTEN_AS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
# Deleted and moved-away words of tracked changes, the copy of a text box for old programs, hidden words.
_NOT_SHOWN = frozenset(
    [f"{_W}del", f"{_W}moveFrom", f"{_W}rPr", f"{_W}pPr", f"{_W}sectPr"]
    + ["{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)
_NOTES = ("/word/footnotes.xml", "/word/endnotes.xml")
_MAIN_PART = "word/document.xml"
_CONTENT_TYPES = "[Content_Types].xml"
_DOCTYPE_WITHIN = 4_096
_DAMAGE = (
    OpcError,
    etree.LxmlError,
    KeyError,
    ValueError,
    AttributeError,
    TypeError,
    zipfile.BadZipFile,
    OSError,
    EOFError,
)


def extract_docx(data: bytes) -> ExtractedText:
    """Read a DOCX file; what tracked changes deleted is left out, what they inserted is kept.

    Raises ExtractionRefused: "mismatch", "unsafe_archive", "encrypted", "corrupt", "empty", "too_long", "too_complex".
    """
    check_archive(data)
    try:
        document = docx.Document(BytesIO(data))
        title = document.core_properties.title
        lines = list(_lines(document.element.body))
        for note_root in _note_roots(document.part.package):
            lines.extend(_lines(note_root))
    except NotImplementedError:
        raise ExtractionRefused("unsafe_archive") from None
    except _DAMAGE:
        raise ExtractionRefused("corrupt") from None
    text = clean("\n".join(lines)).strip()
    if not text:
        raise ExtractionRefused("empty")
    if len(text) > limits.MAX_TEXT_CHARS:
        raise ExtractionRefused("too_long")
    return ExtractedText(
        text=text,
        visible_text=text,
        title=title_of(text, clean(title or "")),
        media_type=FileKind.DOCX,
        charset=None,
        extractor="python-docx",
        extractor_version=f"{EXTRACTOR_VERSION} (python-docx {version('python-docx')})",
        replacements=0,
    )


def check_archive(data: bytes) -> None:
    """Read the directory of a DOCX archive, before anything is unpacked, and refuse what Word
    would not write: thousands of members, huge or absurdly compressible ones, encrypted ones, paths that leave the
    archive, links, two members of one name, a document type declaration.

    Raises ExtractionRefused: "corrupt", "mismatch", "unsafe_archive", "encrypted", "too_complex".
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_members(archive.infolist())
            _check_declarations(archive)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, zlib.error):
        raise ExtractionRefused("corrupt") from None


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    if len(members) > limits.ZIP_MEMBERS:
        raise ExtractionRefused("too_complex")
    if _MAIN_PART not in names or _CONTENT_TYPES not in names:
        raise ExtractionRefused("mismatch")
    if any(member.flag_bits & 0x1 for member in members):
        raise ExtractionRefused("encrypted")
    if len({name.lower() for name in names}) != len(names) or any(map(_is_unsafe_member, members)):
        raise ExtractionRefused("unsafe_archive")
    if sum(member.file_size for member in members) > limits.ZIP_TOTAL_BYTES or any(map(_is_bomb, members)):
        raise ExtractionRefused("too_complex")


def _is_unsafe_member(member: zipfile.ZipInfo) -> bool:
    name = member.filename.replace("\\", "/")
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    return is_link or name.startswith("/") or ":" in name or ".." in name.split("/")


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    if member.file_size > limits.ZIP_MEMBER_BYTES:
        return True
    return (
        member.file_size > limits.ZIP_RATIO_FLOOR_BYTES
        and member.file_size > max(member.compress_size, 1) * limits.ZIP_RATIO
    )


def _check_declarations(archive: zipfile.ZipFile) -> None:
    for member in archive.infolist():
        if member.filename.endswith((".xml", ".rels")):
            with archive.open(member) as part:
                head = part.read(_DOCTYPE_WITHIN).replace(b"\x00", b"")
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                raise ExtractionRefused("unsafe_archive")


def _note_roots(package: OpcPackage) -> Iterator[etree._Element]:
    for part in package.iter_parts():
        if str(part.partname) in _NOTES:
            yield etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _lines(root: etree._Element) -> Iterator[str]:
    """Yield one line a paragraph, the cells of a table row on one line with tabs between them."""
    line: list[str] = []
    rows = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    hidden = None
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if hidden is None and (tag in _NOT_SHOWN or _is_hidden_run(element)):
                hidden = element
                walk.skip_subtree()
            elif tag == _ROW:
                rows += 1
            elif tag == f"{_W}t":
                line.append(element.text or "")
            elif tag in _WRITTEN_AS:
                line.append(_WRITTEN_AS[tag])
            continue
        if hidden is element:
            hidden = None
        elif tag == _ROW:
            rows -= 1
        if tag == _CELL and rows:
            line.append("\t")
        elif (tag == _PARAGRAPH and rows) or (tag == _ROW and rows):
            line.append(" ")
        elif tag in (_PARAGRAPH, _ROW):
            yield _tidied(line)
            line = []
    if line:
        yield _tidied(line)


def _tidied(pieces: list[str]) -> str:
    rows = "".join(pieces).split("\n")
    return "\n".join("\t".join(" ".join(cell.split(" ")).strip() for cell in row.split("\t")).rstrip() for row in rows)


def _is_hidden_run(element: etree._Element) -> bool:
    if element.tag != f"{_W}r":
        return False
    vanish = element.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val") not in ("0", "false", "off")
