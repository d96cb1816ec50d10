"""Texts in cells that a spreadsheet opens as texts, and never runs as formulas."""

import re

#: How a spreadsheet knows that a CSV file is UTF-8.
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

#: What is white or not seen at all in front of a sign; in full, since what `\\s` is differs between Python and PostgreSQL.
_UNSEEN = "\x01-\x20\x85\xa0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
#: What a spreadsheet would take for a formula, also behind spaces and invisible characters, or in full width; and what
#: looks like such a text with its apostrophe already, so that each text has a spelling of its own. Python and PostgreSQL
#: read it alike.
FORMULA = f"^'*[\0{_UNSEEN}]*[=+@\t\r\uff1d\uff0b\uff0d\uff20-]"
_FORMULA = re.compile(FORMULA)


def disarmed(text: str) -> str:
    """Return the text with an apostrophe in front where a spreadsheet would take it for a formula.

    Source: OWASP, CSV injection.
    """
    return "'" + text if _FORMULA.match(text) else text


def rearmed(cell: str) -> str:
    """Return the text that `disarmed` made this cell of."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
