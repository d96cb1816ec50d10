"""The tree of a page within limits: its declared encoding, what its parser refuses, and what is cut from its attributes."""

import re
from dataclasses import dataclass

from lxml import etree, html

from sources.extraction import limits
from sources.extraction.results import ExtractionRefused
from sources.extraction.web.elements import PREFORMATTED
from sources.extraction.web_codecs import codec_of

_SPACES = re.compile(r"[ \t\r\n\f]+")
_BREAK = re.compile(r"[\t\r\n\f]")
_META_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^<>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
# Parsing one element's attributes takes quadratic time, so a tag with this many is refused before the parser sees it.
_LONG_TAG = re.compile(rb"<[A-Za-z][^<>]{20000,}")
_MOST_ATTRIBUTES_OF_A_TAG = 2_000
# libxml2 (2.14, in lxml 6.1) ends an s or a strike where a paragraph begins in it, and with it the strike; it knows that a
# del may hold paragraphs.
_STRIKE = re.compile(rb"<(/?)(?:s|strike)(?=[\s/>])", re.IGNORECASE)
_PARSER_GAVE_UP = ("Excessive depth", "Resource limit", "out of memory")


@dataclass(frozen=True)
class Shape:
    """How many elements a tree has, and how deep they stand in each other."""

    nodes: int
    depth: int


def charset_in_page(data: bytes) -> str | None:
    """Return the encoding that a page declares in its first 4,096 bytes."""
    head = data[:4096]
    for pattern in (_META_CHARSET, _XML_CHARSET):
        found = pattern.search(head)
        label = found and found[1].decode("ascii")
        codec = codec_of(label)
        # A page that says UTF-16 in ASCII letters is not UTF-16 (HTML Standard, 13.2.3.2).
        if codec:
            return "utf-8" if codec.startswith("utf-16") else label
    return None


def parse(text: str) -> html.HtmlElement:
    """Return the tree of a page. Raises ExtractionRefused: "no_text_on_page", "too_complex"."""
    data = _STRIKE.sub(rb"<\1del", text.encode("utf-8"))
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


def trim(root: html.HtmlElement) -> Shape:
    """Drop attributes past the limits and the line breaks of the source, in place, and measure
    the tree. Raises ExtractionRefused: "too_complex"."""
    nodes = depth = deepest = preformatted = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            preformatted -= element.tag in PREFORMATTED
            if element.tail and not preformatted and _BREAK.search(element.tail):
                element.tail = _SPACES.sub(" ", element.tail)
            continue
        nodes += 1
        if nodes > limits.HTML_MOST_NODES:
            raise ExtractionRefused("too_complex")
        depth += 1
        preformatted += element.tag in PREFORMATTED
        if element.text and not preformatted and _BREAK.search(element.text):
            element.text = _SPACES.sub(" ", element.text)
        deepest = max(deepest, depth)
        attributes = element.attrib
        if len(attributes) > limits.HTML_ATTRIBUTES:
            for name in attributes.keys()[limits.HTML_ATTRIBUTES :]:
                del attributes[name]
        for name, value in attributes.items():
            if len(value) > limits.HTML_ATTRIBUTE_CHARS:
                attributes[name] = value[: limits.HTML_ATTRIBUTE_CHARS]
    return Shape(nodes, deepest)
