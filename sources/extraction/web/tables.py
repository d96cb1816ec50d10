"""Which tables hold data, and which only lay out the page."""

from lxml import etree, html

from sources.extraction.web.elements import CELLS, HEADINGS

#: So many cells show what a table is for.
_CELLS_LOOKED_AT = 300
_LONG_CELL = 400
_CELL_OF_LINES = 150
_LAYOUT_ROLES = frozenset(["presentation", "none"])


def layout_tables(root: html.HtmlElement) -> set[html.HtmlElement]:
    """Return the tables that only lay out the page: they say so, hold other tables, headings or passages of text in their
    cells, or have one column."""
    tables = list(root.iter("table"))
    outer = {above for table in tables if (above := next(table.iterancestors("table"), None)) is not None}
    return {table for table in tables if table in outer or _lays_out(table)}


def _lays_out(table: html.HtmlElement) -> bool:
    if table.get("role", "").strip().lower() in _LAYOUT_ROLES:
        return True
    cells = rows = lines = 0
    length = 0
    has_heads = False
    longest_row = cells_of_row = 0
    for event, element in etree.iterwalk(table, events=("start", "end")):
        tag = element.tag
        if event == "end":
            if element is not table:
                length += len(element.tail.strip()) if element.tail else 0
            if tag in CELLS and (length > _LONG_CELL or (length > _CELL_OF_LINES and lines > 1)):
                return not has_heads or length > 2 * _LONG_CELL
            continue
        length += len(element.text.strip()) if element.text else 0
        if tag in CELLS:
            cells += 1
            cells_of_row += 1
            longest_row = max(longest_row, cells_of_row)
            length, lines = len((element.text or "").strip()), 0
            has_heads = has_heads or tag == "th"
            if cells > _CELLS_LOOKED_AT:
                return False
        elif tag == "tr":
            rows += 1
            cells_of_row = 0
        elif tag in ("caption", "thead"):
            has_heads = True
        elif tag in HEADINGS and not has_heads:
            return True
        elif tag in ("br", "p", "div", "li"):
            lines += 1
    return longest_row < 2 and not has_heads
