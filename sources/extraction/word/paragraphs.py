"""The paragraphs and table rows of a Word document as lines of text, as Word shows them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from sources.extraction.raised import Level, compose
from sources.extraction.symbols import UNKNOWN, is_symbol_font, sign_of
from sources.extraction.word.equations import linear
from sources.extraction.word.inserted import InsertedParts
from sources.extraction.word.parts import attribute, child, name_of, properties_of
from sources.extraction.word.styles import Formatting, Styles
from sources.extraction.word.visibility import Visibility

_WRITTEN_AS = {"w:tab": " ", "w:ptab": " ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
# Deleted and moved-away words of tracked changes, properties, phonetic guides (read with their base), instructions.
_NOT_SHOWN = frozenset(
    ["w:del", "w:moveFrom", "w:rPr", "w:pPr", "w:sectPr", "w:sdtPr", "w:tblPr", "w:trPr", "w:tcPr", "w:rubyPr"]
    + ["w:instrText", "w:delText", "w:delInstrText"]
)
_NO_BLOCKS = _NOT_SHOWN | {"mc:Fallback"}
_BETWEEN_CELLS = re.compile(r" *\t *")
# What a drawing holds that has words and figures in a part of its own, by the last word of its kind.
_DRAWN_APART = ("/chart", "/chartex", "/diagram")
_SYMBOL_FIELD = re.compile(r"\s*SYMBOL\s+(0x[0-9a-f]+|\d+)(?:.*?\\f\s*\"?([^\"\\]+)\"?)?", re.IGNORECASE)


@dataclass
class _Line:
    """What stands on one line so far: pieces of text with their level, and the text boxes that hang on it."""

    pieces: list[tuple[str, Level]] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    dropped: bool = False

    def write(self, text: str, level: Level = Level.ON_LINE) -> None:
        """Add text; where something was left out just before, the space that would stand there twice only once."""
        if self.dropped and self.pieces and text:
            last = self.pieces[-1][0]
            if last.endswith(" ") and text[0] in " .,;:":
                self.pieces[-1] = (last[:-1], self.pieces[-1][1])
            self.dropped = False
        self.pieces.append((text, level))


@dataclass
class _Field:
    """A field that has begun: its instruction so far, and whether its result has begun."""

    instruction: str = ""
    in_result: bool = False


class Story:
    """One flow of text (the body, the notes): its lines, the signs in it that could not be read, the words that
    nobody sees, the raised figures in doubt, and the charts, diagrams and embedded objects, whose words stand elsewhere."""

    def __init__(self, styles: Styles, visibility: Visibility, inserted: InsertedParts):
        self._styles = styles
        self._visibility = visibility
        self._inserted = inserted
        self._fields: list[_Field] = []
        self.unknown_signs: Counter[str] = Counter()
        self.unseen: list[str] = []
        self.unread_drawings: list[str] = []
        self.doubts: list[str] = []

    def lines(self, blocks: Iterable[etree._Element]) -> Iterator[str]:
        """Yield one line a paragraph, the cells of a table row on one line with tabs between them, and after each
        the paragraphs of its text boxes."""
        open_line: _Line | None = None
        around, shown = None, True
        for block in blocks:
            if block.getparent() is not around:
                around = block.getparent()
                shown = not any(name_of(above) in _NO_BLOCKS for above in block.iterancestors())
            if not shown:
                continue
            if name_of(block) == "w:altChunk":
                yield from self._inserted.lines_of(block)
                continue
            if not len(block) and open_line is None:
                yield ""
                continue
            line = open_line or _Line()
            if name_of(block) == "w:tr":
                self._read_row(block, line)
                open_line = None
            else:
                self._read_paragraph(block, line)
                open_line = line if _goes_on_in_the_next(block) else None
            if open_line is None:
                yield from self._finished(line)
        if open_line is not None:
            yield from self._finished(open_line)

    def _finished(self, line: _Line) -> Iterator[str]:
        yield _tidied(compose(line.pieces, self.doubts))
        yield from line.boxes

    def _read_row(self, row: etree._Element, line: _Line) -> None:
        """Add the cells of a row, a tab after each; nothing of a row that was deleted."""
        if _is_deleted(properties_of(row, "w:trPr"), "w:del"):
            return
        for cell in _cells(row):
            if _is_deleted(properties_of(cell, "w:tcPr"), "w:cellDel"):
                continue
            inner = _Line()
            self._read_cell(cell, inner)
            line.write(_BETWEEN_CELLS.sub(" ", compose(inner.pieces, self.doubts)) + "\t")
            line.boxes.extend(inner.boxes)

    def _read_cell(self, cell: etree._Element, line: _Line) -> None:
        for block in cell:
            name = name_of(block)
            if name == "w:p":
                self._read_paragraph(block, line)
                if not _goes_on_in_the_next(block):
                    line.write(" ")
            elif name == "w:altChunk":
                line.write(" ".join(self._inserted.lines_of(block)) + " ")
            elif name == "w:tr":
                self._read_row(block, line)
            elif name not in _NOT_SHOWN and name != "mc:Fallback":
                self._read_cell(block, line)

    def _read_paragraph(self, paragraph: etree._Element, line: _Line) -> None:
        properties = properties_of(paragraph, "w:pPr")
        before = len(line.pieces)
        self._read_inside(paragraph, line, self._styles.of_paragraph(properties))
        if _is_initial(properties):
            # Its letters are moved down to stand beside the first lines of the text.
            line.pieces[before:] = [(text, Level.ON_LINE) for text, _ in line.pieces[before:]]

    def _read_inside(self, element: Iterable[etree._Element], line: _Line, formatting: Formatting) -> None:
        for inner in element:
            name = name_of(inner)
            if not name or name in _NOT_SHOWN or not len(inner):
                line.dropped = line.dropped or name in ("w:del", "w:moveFrom")
            elif name == "w:r":
                self._read_run(inner, line, formatting)
            elif name in ("m:oMath", "m:oMathPara"):
                self._write(linear(inner), line, formatting)
            elif name == "mc:AlternateContent":
                self._read_alternates(inner, line, formatting)
            elif name == "graphicData" and (inner.get("uri") or "").endswith(_DRAWN_APART):
                self.unread_drawings.append(inner.get("uri") or "")
            elif name == "w:txbxContent":
                line.boxes.extend(boxed for boxed in Story.lines(self._apart(), _blocks(inner)) if boxed)
            else:
                self._read_inside(inner, line, formatting)

    def _apart(self) -> "Story":
        story = Story(self._styles, self._visibility, self._inserted)
        story.unknown_signs, story.unseen = self.unknown_signs, self.unseen
        story.unread_drawings, story.doubts = self.unread_drawings, self.doubts
        return story

    def _read_alternates(self, element: etree._Element, line: _Line, formatting: Formatting) -> None:
        """Read the first choice, and the copy for old programs only where the choice holds no text."""
        for choice in element:
            tried = _Line()
            self._read_run_content(choice, tried, formatting)
            if tried.pieces or tried.boxes:
                line.pieces.extend(tried.pieces)
                line.boxes.extend(tried.boxes)
                return

    def _read_run(self, run: etree._Element, line: _Line, paragraph: Formatting) -> None:
        formatting = self._styles.of_run(properties_of(run, "w:rPr"), paragraph)
        if formatting.hidden or formatting.struck:
            line.dropped = True
            self._follow_fields(run)
            return
        if self._visibility.sees(run, formatting):
            self._read_run_content(run, line, formatting)
            return
        unseen = _Line(boxes=line.boxes)
        self._read_run_content(run, unseen, formatting)
        words = compose(unseen.pieces).split()
        self.unseen.extend(words)
        line.dropped = line.dropped or bool(words)
        if not words:
            line.pieces.extend(unseen.pieces)

    def _read_run_content(self, run: etree._Element, line: _Line, formatting: Formatting) -> None:
        for inner in run:
            name = name_of(inner)
            if name == "w:t":
                self._write_text(inner.text or "", line, formatting)
            elif name in _WRITTEN_AS:
                self._write(_WRITTEN_AS[name], line, formatting)
            elif name == "w:sym":
                self._write(self._sign(inner), line, formatting)
            elif name == "w:fldChar":
                self._follow_field(inner, line, formatting)
            elif name == "w:instrText":
                if self._fields and not self._fields[-1].in_result:
                    self._fields[-1].instruction += inner.text or ""
            elif name == "w:ruby":
                self._read_ruby(inner, line, formatting)
            elif name == "mc:AlternateContent":
                self._read_alternates(inner, line, formatting)
            elif name not in _NOT_SHOWN:
                if name == "w:object" and any(name_of(embedded) == "OLEObject" for embedded in inner):
                    self.unread_drawings.append(name)
                self._read_inside([inner], line, formatting)

    def _read_ruby(self, ruby: etree._Element, line: _Line, formatting: Formatting) -> None:
        base, guide = child(ruby, "w:rubyBase"), child(ruby, "w:rt")
        if base is not None:
            self._read_inside(base, line, formatting)
        if guide is not None:
            spoken = _Line()
            self._read_inside(guide, spoken, formatting)
            if spoken.pieces:
                self._write(f"({compose(spoken.pieces).strip()})", line, formatting)

    def _write_text(self, text: str, line: _Line, formatting: Formatting) -> None:
        if is_symbol_font(formatting.font):
            text = "".join(self._noted(formatting.font, ord(letter)) for letter in text)
        self._write(text, line, formatting)

    def _write(self, text: str, line: _Line, formatting: Formatting) -> None:
        """Add text, unless it stands in the instruction of a field."""
        if all(begun.in_result for begun in self._fields):
            line.write(text, formatting.level or Level.ON_LINE)

    def _sign(self, element: etree._Element) -> str:
        try:
            code = int(attribute(element, "char") or "", 16)
        except ValueError:
            return UNKNOWN
        return self._noted(attribute(element, "font"), code)

    def _noted(self, font: str | None, code: int) -> str:
        sign = sign_of(font, code)
        if sign == UNKNOWN:
            self.unknown_signs[f"{font} {code:04X}"] += 1
        return sign

    def _follow_fields(self, run: etree._Element) -> None:
        for inner in run:
            if name_of(inner) == "w:fldChar":
                self._follow_field(inner, _Line(), Formatting())

    def _follow_field(self, mark: etree._Element, line: _Line, formatting: Formatting) -> None:
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            symbol = None if ended.in_result else _SYMBOL_FIELD.match(ended.instruction)
            if symbol:
                self._write(self._noted((symbol[2] or "").strip() or None, int(symbol[1], 0)), line, formatting)


def _blocks(element: etree._Element) -> Iterator[etree._Element]:
    for inner in element:
        if name_of(inner) in ("w:p", "w:tr"):
            yield inner
        elif name_of(inner) not in _NOT_SHOWN:
            yield from _blocks(inner)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for inner in row:
        if name_of(inner) == "w:tc":
            yield inner
        elif name_of(inner) not in _NOT_SHOWN:
            yield from _cells(inner)


def _is_deleted(properties: etree._Element | None, mark: str) -> bool:
    return child(properties, mark) is not None


def _goes_on_in_the_next(paragraph: etree._Element) -> bool:
    """Whether a paragraph and the next are one: its end was deleted, or it is the large initial of the next."""
    properties = properties_of(paragraph, "w:pPr")
    return child(child(properties, "w:rPr"), "w:del") is not None or _is_initial(properties)


def _is_initial(properties: etree._Element | None) -> bool:
    frame = child(properties, "w:framePr")
    return frame is not None and attribute(frame, "dropCap") in ("drop", "margin")


def _tidied(line: str) -> str:
    return "\n".join("\t".join(cell.strip(" ") for cell in row.split("\t")).rstrip() for row in line.split("\n"))
