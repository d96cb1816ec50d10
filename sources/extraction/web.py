"""Web pages: the main text, and the whole visible text beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

import trafilatura
from lxml import etree, html

from sources.extraction import limits
from sources.extraction.characters import clean, codec_of, decode
from sources.extraction.kinds import FileKind
from sources.extraction.results import EXTRACTOR_VERSION, ExtractedText, ExtractionRefused
from sources.extraction.titles import title_of

MAIN_TEXT_SHARE = 0.25

_UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "math",
        "iframe",
        "object",
        "select",
        "textarea",
        "button",
    ]
)
_SURROUNDINGS = frozenset(["nav", "header", "footer", "aside", "form", "menu"])
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "br",
    ]
)
_CELLS = frozenset(["td", "th"])
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_META_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^<>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
# Parsing one element's attributes takes quadratic time, so a tag with this many is refused before the parser sees it.
_LONG_TAG = re.compile(rb"<[A-Za-z][^<>]{20000,}")
_MOST_ATTRIBUTES_OF_A_TAG = 2_000
_PARSER_GAVE_UP = ("Excessive depth", "Resource limit", "out of memory")


@dataclass(frozen=True)
class _Shape:
    nodes: int
    depth: int


def extract_web_page(data: bytes, declared_charset: str | None) -> ExtractedText:
    """Read a web page: its main text, or the whole visible text when the main text is missing, is
    less than a quarter of what the page says outside menus and footers, or the page is too large to look for it.

    Raises ExtractionRefused: "no_text_on_page", "too_complex", "too_long", "binary", "unreadable_characters".
    """
    decoded = decode(data, declared_charset or _charset_in_page(data))
    root = _parse_html(decoded.text)
    shape = _trimmed(root)
    visible = clean(_visible_text(root, _UNSEEN))
    if not visible:
        raise ExtractionRefused("no_text_on_page")
    if len(visible) > limits.MAX_TEXT_CHARS:
        raise ExtractionRefused("too_long")
    title = _title(root)
    main = ""
    if shape.nodes <= limits.HTML_NODES and shape.depth <= limits.HTML_DEPTH:
        body = _visible_text(root, _UNSEEN | _SURROUNDINGS)
        main = _main_text(root)
        if len(main) < MAIN_TEXT_SHARE * len(body):
            main = ""
    return ExtractedText(
        text=main or visible,
        visible_text=visible,
        title=title_of(visible, title),
        media_type=FileKind.HTML,
        charset=decoded.charset,
        extractor="main-text" if main else "visible-text",
        extractor_version=f"{EXTRACTOR_VERSION} (trafilatura {version('trafilatura')}, lxml {version('lxml')})",
        replacements=decoded.replacements,
        warnings=decoded.warnings,
    )


def _charset_in_page(data: bytes) -> str | None:
    head = data[:4096]
    for pattern in (_META_CHARSET, _XML_CHARSET):
        found = pattern.search(head)
        label = found and found[1].decode("ascii")
        codec = codec_of(label)
        # A page that says UTF-16 in ASCII letters is not UTF-16 (HTML Standard, 13.2.3.2).
        if codec:
            return "utf-8" if codec.startswith("utf-16") else label
    return None


def _parse_html(text: str) -> html.HtmlElement:
    data = text.encode("utf-8")
    if any(tag[0].count(b"=") > _MOST_ATTRIBUTES_OF_A_TAG for tag in _LONG_TAG.finditer(data)):
        raise ExtractionRefused("too_complex")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise ExtractionRefused("no_text_on_page") from None
    # Past its limits the parser stops and keeps what it has: half a page must not pass for the page.
    if any(entry.message.startswith(_PARSER_GAVE_UP) for entry in parser.error_log):
        raise ExtractionRefused("too_complex")
    return root


def _trimmed(root: html.HtmlElement) -> _Shape:
    """Drop attributes past the limits and the line breaks of the source, in place, and measure
    the tree."""
    nodes = depth = deepest = preformatted = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            preformatted -= element.tag == "pre"
            if element.tail and not preformatted:
                element.tail = _SPACES.sub(" ", element.tail)
            continue
        nodes += 1
        depth += 1
        preformatted += element.tag == "pre"
        if element.text and not preformatted:
            element.text = _SPACES.sub(" ", element.text)
        deepest = max(deepest, depth)
        attributes = element.attrib
        if len(attributes) > limits.HTML_ATTRIBUTES:
            for name in attributes.keys()[limits.HTML_ATTRIBUTES :]:
                del attributes[name]
        for name, value in attributes.items():
            if len(value) > limits.HTML_ATTRIBUTE_CHARS:
                attributes[name] = value[: limits.HTML_ATTRIBUTE_CHARS]
    return _Shape(nodes, deepest)


def _visible_text(root: html.HtmlElement, unseen: frozenset[str]) -> str:
    lines = "".join(_pieces(root, unseen)).split("\n")
    cells = ([" ".join(cell.split()) for cell in line.split("\t")] for line in lines)
    return "\n".join(line for row in cells if (line := "\t".join(cell for cell in row if cell)))


def _pieces(root: html.HtmlElement, unseen: frozenset[str]) -> Iterator[str]:
    walk = etree.iterwalk(root, events=("start", "end"))
    hidden = None
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if hidden is None and (tag in unseen or _is_hidden(element)):
                hidden = element
                walk.skip_subtree()
            if hidden is None:
                yield "\n" if tag in _BLOCKS else "\t" if tag in _CELLS else ""
                yield _flat(element.text)
            continue
        if hidden is element:
            hidden = None
        yield "\n" if tag in _BLOCKS else ""
        if element is not root:
            yield _flat(element.tail)


def _flat(text: str | None) -> str:
    return text.replace("\n", " ").replace("\t", " ") if text else ""


def _is_hidden(element: html.HtmlElement) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN_STYLE.search(element.get("style", "")))


def _main_text(root: html.HtmlElement) -> str:
    try:
        # deduplicate stays off: a passage printed twice is a fact about the article.
        found = trafilatura.extract(root, include_comments=False, include_tables=True, deduplicate=False)
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return ""
    return clean((found or "").strip())


def _title(root: html.HtmlElement) -> str:
    shared = root.xpath("string(//meta[@property='og:title'][1]/@content)")
    return clean(shared or root.xpath("string(//title[1])") or root.xpath("string(//h1[1])"))
