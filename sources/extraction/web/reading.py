"""Web pages: the main text, and the whole visible text beside it."""

from collections.abc import Sequence
from importlib.metadata import version

from lxml import html

from sources.extraction import limits
from sources.extraction.characters import clean, decode
from sources.extraction.extraction_warnings import ExtractionWarning, WarningKind
from sources.extraction.kinds import FileKind
from sources.extraction.results import EXTRACTOR_VERSION, ExtractedText, ExtractionRefused
from sources.extraction.titles import title_of
from sources.extraction.web import main_region
from sources.extraction.web.appearance import StyleSheet
from sources.extraction.web.lines import settled_lines
from sources.extraction.web.page_language import language_of
from sources.extraction.web.parsing import charset_in_page, parse, trim
from sources.extraction.web.printing import print_page
from sources.extraction.web.publication import StatedDay, published_on
from sources.extraction.web.tables import layout_tables

MAIN_TEXT_SHARE = 0.25
#: A single passage that strikes out more than this of a page is an element that was never ended, or an article withdrawn whole.
_STRUCK_SHARE = 0.5


def extract_web_page(data: bytes, declared_charset: str | None) -> ExtractedText:
    """Read a web page: its main text, or the whole visible text when the main text is missing, is
    less than a quarter of what the page says outside menus and footers, or the page is too large to look for it.

    Both are lines of the same print of the page, so that what stands in the one stands in the other.

    Raises ExtractionRefused: "no_text_on_page", "too_complex", "too_long", "binary", "unreadable_characters".
    """
    decoded = decode(data, declared_charset or charset_in_page(data))
    root = parse(decoded.text)
    shape = trim(root)
    language = language_of(root)
    stated_title = _title(root)
    styles, layout = StyleSheet.of(root), layout_tables(root)
    page = print_page(root, styles, layout)
    struck, kind_of_strike = page.struck, WarningKind.STRUCK_OUT
    if page.longest_struck > _STRUCK_SHARE * (page.longest_struck + page.length):
        page, kind_of_strike = print_page(root, styles, layout, strikes_count=False), WarningKind.STRUCK_OUT_WHOLE
    texts, doubts = settled_lines(page, language or "")
    published = published_on(root, language, texts)
    visible = clean("\n".join(texts))
    if not visible:
        raise ExtractionRefused("no_text_on_page")
    if len(visible) > limits.MAX_TEXT_CHARS:
        raise ExtractionRefused("too_long")
    main = ""
    if shape.nodes <= limits.HTML_NODES and shape.depth <= limits.HTML_DEPTH:
        body = sum(len(text) + 1 for text, line in zip(texts, page.lines, strict=True) if not line.surrounds)
        main = clean("\n".join(texts[number] for number in sorted(main_region.choose(root, page, texts))))
        if len(main) < MAIN_TEXT_SHARE * body:
            main = ""
    return ExtractedText(
        text=main or visible,
        visible_text=visible,
        title=title_of(visible, stated_title),
        media_type=FileKind.HTML,
        charset=decoded.charset,
        extractor="main-text" if main else "visible-text",
        extractor_version=f"{EXTRACTOR_VERSION} (trafilatura {version('trafilatura')}, lxml {version('lxml')})",
        replacements=decoded.replacements,
        published_on=published.day,
        language=language,
        warnings=(
            *decoded.warnings,
            *_warning(WarningKind.RAISED_FIGURE, doubts),
            *_warning(kind_of_strike, struck),
            *_warning(WarningKind.HIDDEN_TEXT, page.hidden),
            *_disagreement(published),
        ),
    )


def _warning(kind: WarningKind, met: Sequence[str]) -> tuple[ExtractionWarning, ...]:
    return (ExtractionWarning(kind, len(met), met[0]),) if met else ()


def _disagreement(published: StatedDay) -> tuple[ExtractionWarning, ...]:
    days = [day.isoformat() for day in (published.day, *published.others) if day]
    return (ExtractionWarning(WarningKind.DATES_DISAGREE, len(days), ", ".join(days)),) if len(days) > 1 else ()


def _title(root: html.HtmlElement) -> str:
    shared = root.xpath("string(//meta[@property='og:title'][1]/@content)")
    return clean(shared or root.xpath("string(//title[1])") or root.xpath("string(//h1[1])"))
