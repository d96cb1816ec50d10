"""Texts in cells that a spreadsheet opens as texts, and never runs as formulas."""

import re

from django.db.models import Func, TextField, Value
from django.db.models.expressions import Combinable

#: How a spreadsheet knows that a CSV file is UTF-8.
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

#: What is white or not seen at all in front of a sign; in full, since what `\\s` is differs between Python and PostgreSQL.
_UNSEEN = "\x01-\x20\x85\xa0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
#: What a spreadsheet would take for a formula, also behind spaces and invisible characters, or in full width; and what
#: looks like such a text with its apostrophe already, so that each text has a spelling of its own. Python and PostgreSQL
#: read it alike.
FORMULA = f"^'*[\0{_UNSEEN}]*[=+@\t\r\uff1d\uff0b\uff0d\uff20-]"
_FORMULA = re.compile(FORMULA)


class Disarmed(Func):
    """What `disarmed` makes of a column."""

    function = "regexp_replace"
    output_field = TextField()

    def __init__(self, expression: str | Combinable) -> None:
        # PostgreSQL holds no U+0000.
        super().__init__(expression, Value("(?=" + FORMULA.replace("\0", "") + ")"), Value("'"))


class CsvLine(Func):
    """These columns as one line of RFC 4180 without its end, every cell quoted, in which nothing is run as a formula.

    PostgreSQL spells it: Python takes four times as long, most of it for what has nothing to be disarmed.
    """

    function = "concat_ws"
    output_field = TextField()

    def __init__(self, *cells: str | Combinable) -> None:
        super().__init__(Value(","), *map(_Quoted, cells))


class _Quoted(Func):
    template = """'"' || replace(coalesce((%(expressions)s)::text, ''), '"', '""') || '"'"""
    output_field = TextField()


def disarmed(text: str) -> str:
    """Return the text with an apostrophe in front where a spreadsheet would take it for a formula.

    Source: OWASP, CSV injection.
    """
    return "'" + text if _FORMULA.match(text) else text


def rearmed(cell: str) -> str:
    """Return the text that `disarmed` made this cell of."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
