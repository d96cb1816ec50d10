"""The lines of a page as its readers see them: one walk over the tree, for the main text and the visible text alike."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree, html

from sources.extraction.extraction_warnings import LONGEST_SAMPLE
from sources.extraction.web import elements, formulas
from sources.extraction.web.appearance import Effect, StyleSheet
from sources.extraction.web.attributes import doubles_a_formula, holds_a_formula, is_note
from sources.extraction.web.hidden import is_worth_telling
from sources.extraction.web.raised import Kind, Piece

_QUOTES = "\"'“”‘’„‚«»‹›「」『』"
_QUOTE_PAIRS = (("“", "”"), ("‘", "’"))
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]$")
_LONGEST_DEFINITION = 150


@dataclass
class TextNode:
    """Where a piece of text stands in the tree: the text of an element, or what follows its end."""

    element: html.HtmlElement
    is_tail: bool
    in_link: bool

    @property
    def text(self) -> str:
        """Return what stands there."""
        return (self.element.tail if self.is_tail else self.element.text) or ""

    def write(self, text: str) -> None:
        """Put another text there."""
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text


@dataclass
class PrintedLine:
    """A line as pieces, and what is known of it; `goes_on` when only a line break parts it from the next."""

    pieces: list[Piece]
    nodes: list[TextNode]
    surrounds: bool
    link_share: float
    in_layout: bool = False
    goes_on: bool = False


@dataclass
class PrintedPage:
    """The lines of a page, the elements that were left out, and the words among them that were struck out or hidden."""

    lines: list[PrintedLine] = field(default_factory=list)
    left_out: list[html.HtmlElement] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    longest_struck: int = 0
    length: int = 0


def print_page(
    root: html.HtmlElement, styles: StyleSheet, layout: set[html.HtmlElement], *, strikes_count: bool = True
) -> PrintedPage:
    """Walk the page once and return its lines."""
    printer = _Printer(styles, layout, strikes_count=strikes_count)
    walk = etree.iterwalk(root, events=("start", "end"))
    skipped = None
    for event, element in walk:
        if event == "start":
            if printer.start(element):
                printer.say(element.text, element, is_tail=False)
            else:
                skipped = element
                walk.skip_subtree()
            continue
        if skipped is element:
            skipped = None
        else:
            printer.end(element)
        if element is not root:
            printer.say(element.tail, element, is_tail=True)
    printer.end_line()
    return printer.page


class _Printer:
    def __init__(self, styles: StyleSheet, layout: set[html.HtmlElement], *, strikes_count: bool):
        self.page = PrintedPage()
        self.styles = styles
        self.layout = layout
        self.strikes_count = strikes_count
        # What ends with an element: the element, and what is then to be done.
        self.open: list[tuple[html.HtmlElement, Callable[[], object]]] = []
        self.kinds = [Kind.PLAIN]
        self.tables: list[bool] = []
        self.quotes: list[str] = []
        self.inside = dict.fromkeys(("links", "notes", "surroundings", "preformatted", "rows", "fractions"), 0)
        self.term_waits = False
        self.pieces: list[tuple[Kind, bool, list[str]]] = []
        self.nodes: list[TextNode] = []
        self.last_text = ""
        self.length = self.linked = 0

    # ------------------------------------------------------------------ elements
    def start(self, element: html.HtmlElement) -> bool:
        """Open an element; False where nothing inside it is to be read by the walk."""
        tag = element.tag
        if tag in elements.NEVER_SHOWN and not (tag == "template" and "shadowrootmode" in element.attrib):
            return self._leave_out(element)
        effect = self.styles.effect_on(element)
        if tag in elements.STRUCK:
            effect |= Effect.STRUCK
        if (effect or tag == "dialog") and not self._is_shown(element, effect):
            return False
        if element.get("aria-hidden") == "true" and doubles_a_formula(element):
            return self._leave_out(element)
        if tag in _SPECIAL:
            return _SPECIAL[tag](self, element)
        if tag in elements.BLOCKS or tag in elements.CELLS:
            self._start_block(element)
        if tag == "sup" or effect & Effect.RAISED:
            self._raise(element, Kind.RAISED)
        elif tag == "sub" or effect & Effect.LOWERED:
            self._raise(element, Kind.LOWERED)
        self._start_by_class(element)
        return True

    def end(self, element: html.HtmlElement) -> None:
        """Close an element and what was opened with it."""
        if element.tag in elements.SURROUNDINGS:
            # While it is still known that the line stands around the article.
            self._break()
        while self.open and self.open[-1][0] is element:
            self.open.pop()[1]()
        if element.tag == "dt" and not self.inside["rows"]:
            self.term_waits = True
        elif element.tag in elements.BLOCKS or element.tag in elements.CELLS:
            self._break()

    def _is_shown(self, element: html.HtmlElement, effect: Effect) -> bool:
        tag = element.tag
        if tag == "dialog" and "open" not in element.attrib:
            return self._leave_out(element)
        if effect & Effect.HIDDEN and tag not in ("html", "body") and not holds_a_formula(element):
            if self.inside["fractions"] and (element.text or "").strip() in ("/", "⁄"):
                self._add("/")
            words = " ".join("".join(element.itertext()).split())
            if words and is_worth_telling(element, words):
                self.page.hidden.append(words[:LONGEST_SAMPLE])
            return self._leave_out(element)
        if effect & Effect.STRUCK and self.strikes_count:
            return self._strike_out(element)
        return True

    def _leave_out(self, element: html.HtmlElement) -> bool:
        self.page.left_out.append(element)
        return False

    def _strike_out(self, element: html.HtmlElement) -> bool:
        text = "".join(element.itertext())
        words = " ".join(text.split())
        if words:
            self.page.struck.append(words[:LONGEST_SAMPLE])
            self.page.longest_struck = max(self.page.longest_struck, len(words))
        if element.find(".//p") is not None or element.find(".//div") is not None:
            self._break()
        if text[:1].isspace() or text[-1:].isspace():
            self._add(" ")
        return self._leave_out(element)

    def _raise(self, element: html.HtmlElement, kind: Kind) -> None:
        self.kinds.append(kind)
        self._when_closed(element, self.kinds.pop)
        if is_note(element):
            self._enter(element, "notes")

    def _start_by_class(self, element: html.HtmlElement) -> None:
        names = element.get("class", "").split()
        if "frac" in names or "sfrac" in names:
            self._enter(element, "fractions")
        elif self.inside["fractions"] and "num" in names:
            self._raise(element, Kind.RAISED)
        elif self.inside["fractions"] and "den" in names:
            self._raise(element, Kind.LOWERED)

    def _start_block(self, element: html.HtmlElement) -> None:
        tag = element.tag
        if tag == "table":
            self.tables.append(element not in self.layout)
            self._when_closed(element, self.tables.pop)
        elif tag in elements.SURROUNDINGS:
            self._break()
            self._enter(element, "surroundings")
        elif tag in elements.PREFORMATTED:
            self._break()
            self._enter(element, "preformatted")
        elif tag == "dd" and self.term_waits and _is_short_definition(element):
            self.term_waits = False
            self._add("\t")
            return
        in_data = bool(self.tables and self.tables[-1])
        if tag in elements.CELLS and in_data:
            self._add("\t")
            return
        self._break()
        if tag == "tr" and in_data:
            self._enter(element, "rows")

    def _enter(self, element: html.HtmlElement, what: str) -> None:
        self.inside[what] += 1
        self._when_closed(element, lambda: self._leave(what))

    def _leave(self, what: str) -> None:
        self.inside[what] -= 1

    def _when_closed(self, element: html.HtmlElement, then: Callable[[], object]) -> None:
        self.open.append((element, then))

    # ------------------------------------------------------------------ elements with a way of their own
    def link(self, element: html.HtmlElement) -> bool:
        self._enter(element, "links")
        if is_note(element):
            self._enter(element, "notes")
        return True

    def line_break(self, element: html.HtmlElement) -> bool:
        if self.inside["rows"]:
            self._add(" ")
        elif not self.end_line(goes_on=True) and self.page.lines:
            self.page.lines[-1].goes_on = False
        return True

    def quotation(self, element: html.HtmlElement) -> bool:
        inside = (element.text or "").lstrip()
        opening, closing = _QUOTE_PAIRS[len(self.quotes) % 2]
        if self.last_text[-1:] in _QUOTES_SET or inside[:1] in _QUOTES_SET:
            opening = closing = ""
        self._add(opening)
        self.quotes.append(closing)
        self._when_closed(element, lambda: self._add(self.quotes.pop()))
        return True

    def formula(self, element: html.HtmlElement) -> bool:
        self._add(formulas.in_one_line(element), element)
        return False

    def drawing(self, element: html.HtmlElement) -> bool:
        if _stands_in_a_sentence(element):
            self._add(" ".join("".join(text.itertext()) for text in element.iter("{*}text")))
        return self._leave_out(element)

    def annotation(self, element: html.HtmlElement) -> bool:
        # How a character is spoken stands above it; what explains a word is worth reading.
        text = " ".join("".join(element.itertext()).split())
        if text and not _IDEOGRAPH.search(self.last_text.rstrip()):
            self._add(f" ({text})")
        return self._leave_out(element)

    def override(self, element: html.HtmlElement) -> bool:
        text = element.text or ""
        if element.get("dir", "").lower() != "rtl" or len(element) or _RIGHT_TO_LEFT.search(text):
            return True
        self._add(text[::-1], element)
        return False

    def button(self, element: html.HtmlElement) -> bool:
        return _stands_in_a_sentence(element) or self._leave_out(element)

    def field(self, element: html.HtmlElement) -> bool:
        if _stands_in_a_sentence(element) and element.getparent().tag not in ("label", "form"):
            self._add(_written_in(element))
        return self._leave_out(element)

    # ------------------------------------------------------------------ text
    def say(self, text: str | None, element: html.HtmlElement, *, is_tail: bool) -> None:
        """Print the text before the first child of an element, or the text after its end."""
        if not text:
            return
        if text.isspace() and not self.inside["preformatted"]:
            self._add(" ")
            return
        if self.term_waits:
            self._break()
        if not self.inside["preformatted"]:
            self._add(text, element, is_tail=is_tail)
            return
        first, *others = text.split("\n")
        self._add(first, element, is_tail=is_tail)
        for line in others:
            self._break()
            self._add(line, element, is_tail=is_tail)

    def _add(self, text: str, element: html.HtmlElement | None = None, *, is_tail: bool = False) -> None:
        if not text:
            return
        if "\xad" in text:
            text = text.replace("\xad", "")
        if element is not None:
            text = text.replace("\t", " ").replace("\n", " ")
            self.nodes.append(TextNode(element, is_tail, self.inside["links"] > 0))
            self.length += len(text)
            if self.inside["links"]:
                self.linked += len(text)
        kind, noted = self.kinds[-1], self.inside["notes"] > 0
        if self.pieces and self.pieces[-1][0] is kind and self.pieces[-1][1] is noted:
            self.pieces[-1][2].append(text)
        else:
            self.pieces.append((kind, noted, [text]))
        self.last_text = text

    def _break(self) -> None:
        if self.inside["rows"]:
            self._add(" ")
        else:
            self.end_line()

    def end_line(self, *, goes_on: bool = False) -> bool:
        """End the line; False where there was nothing on it."""
        pieces = [Piece("".join(texts), kind, noted) for kind, noted, texts in self.pieces]
        is_filled = any(not piece.text.isspace() for piece in pieces if piece.text)
        if is_filled:
            share = self.linked / self.length if self.length else 0.0
            in_layout = bool(self.tables) and not self.tables[-1]
            self.page.lines.append(
                PrintedLine(pieces, self.nodes, self.inside["surroundings"] > 0, share, in_layout, goes_on)
            )
            self.page.length += self.length
        self.pieces, self.nodes = [], []
        self.length = self.linked = 0
        self.last_text = ""
        self.term_waits = False
        return is_filled


_QUOTES_SET = frozenset(_QUOTES)
_SPECIAL: dict[str, Callable[[_Printer, html.HtmlElement], bool]] = {
    "a": _Printer.link,
    "br": _Printer.line_break,
    "q": _Printer.quotation,
    "math": _Printer.formula,
    "svg": _Printer.drawing,
    "rt": _Printer.annotation,
    "rtc": _Printer.annotation,
    "bdo": _Printer.override,
    "button": _Printer.button,
    "select": _Printer.field,
    "textarea": _Printer.field,
    "input": _Printer.field,
}


def _stands_in_a_sentence(element: html.HtmlElement) -> bool:
    before = element.getprevious()
    text = element.getparent().text if before is None else before.tail
    return any(any(map(str.isalnum, beside)) for beside in (text, element.tail) if beside)


def _written_in(element: html.HtmlElement) -> str:
    if element.tag == "input":
        return element.get("value", "") if element.get("type", "").lower() in elements.WRITTEN_IN else ""
    if element.tag == "textarea":
        return element.text or ""
    options = element.findall(".//option")
    chosen = next((option for option in options if "selected" in option.attrib), options[0] if options else None)
    return " ".join("".join(chosen.itertext()).split()) if chosen is not None else ""


def _is_short_definition(element: html.HtmlElement) -> bool:
    if any(child.tag in elements.BLOCKS for child in element):
        return False
    length = 0
    for text in element.itertext():
        length += len(text)
        if length > _LONGEST_DEFINITION:
            return False
    return True
