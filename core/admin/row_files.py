"""Files that hold rows of named cells: CSV and JSON, read with the place of every row, written row by row."""

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import islice

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from import_export.formats.base_formats import Format
from tablib import Dataset

from core.formula_cells import BYTE_ORDER_MARK, disarmed, rearmed

#: A cell holds a whole article at most; the module's own limit would cut in at 131,072 characters.
csv.field_size_limit(20_000_000)

#: Columns that the reader adds: where in the file a row stands, and what is wrong with its form.
WHERE, FAULT = "where", "fault"
#: How the files of spreadsheet programs begin: a ZIP, or the older container.
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
PACKED = gettext_noop("This is a spreadsheet file. Save the sheet as “CSV UTF-8” and choose that file instead.")
NOT_A_LIST = gettext_noop(
    "This file does not contain a list of rows. It should look like [{“title”: “…”, …}, …], or be a CSV file."
)


class FileRefused(Exception):
    """A file that cannot be read as rows; the message says why and what to do."""


class RowFile(Format):
    """A CSV or JSON file, told apart by how it begins. What follows the row after the last allowed one is not read."""

    #: What a person may choose, by the ends of the names.
    endings: tuple[str, ...] = (".csv", ".json")

    def __init__(self, encoding: str | None = None, *, max_rows: int) -> None:
        self.encoding, self.max_rows = encoding, max_rows

    def get_title(self) -> str:
        return "CSV or JSON"

    def can_import(self) -> bool:
        return True

    def create_dataset(self, data: bytes | None) -> Dataset:
        """Return the rows of a file: the columns WHERE and FAULT, then its own. Raises FileRefused."""
        if data is None:
            raise FileRefused(_("This import has already been confirmed, or has expired. Choose the file again."))
        text = _decoded(data)
        names, rows = _json_rows(text) if text.lstrip()[:1] in ("[", "{") else _csv_rows(text)
        return self.dataset_of(rows, names=names)

    def dataset_of(self, rows: Iterable[tuple[str, ...]], *, names: Iterable[str]) -> Dataset:
        """Return the rows under their names. Raises FileRefused where there are none, or too many."""
        read = list(islice(rows, self.max_rows + 1))
        if not read:
            raise FileRefused(_("This file has no rows. Add one line per row below the line of column names."))
        if len(read) > self.max_rows:
            raise FileRefused(
                _("This file has more than %(most)s rows, the most that can be imported at a time. Split it.")
                % {"most": f"{self.max_rows:,}"}
            )
        return Dataset(*map(list, read), headers=[WHERE, FAULT, *names])


class CsvFile(Format):
    """RFC 4180 in UTF-8, with the mark by which spreadsheets know it, and no cell that one would run as a formula."""

    CONTENT_TYPE = "text/csv; charset=utf-8; header=present"

    def get_title(self) -> str:
        return "CSV"

    def can_export(self) -> bool:
        return True

    def write(self, names: tuple[str, ...], rows: Iterable[tuple]) -> Iterator[bytes]:
        """Yield the file in pieces."""
        yield BYTE_ORDER_MARK + _csv_line(names)
        for row in rows:
            yield _csv_line(_csv_cell(value) for value in row)


class JsonFile(Format):
    """A list of objects; its closing bracket comes only after the last row."""

    CONTENT_TYPE = "application/json"

    def get_title(self) -> str:
        return "JSON"

    def can_export(self) -> bool:
        return True

    def write(self, names: tuple[str, ...], rows: Iterable[tuple]) -> Iterator[bytes]:
        """Yield the file in pieces."""
        separator = "[\n"
        for row in rows:
            entry = json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=str)
            yield (separator + entry).encode()
            separator = ",\n"
        yield b"[]\n" if separator == "[\n" else b"\n]\n"


def _decoded(data: bytes) -> str:
    if data.startswith(_PACKED):
        raise FileRefused(_(PACKED))
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileRefused(_("This file is not UTF-8. Save it as “CSV UTF-8” or JSON and choose it again.")) from error


def _csv_rows(text: str) -> tuple[list[str], Iterator[tuple[str, ...]]]:
    """Return the names in the first line, and the rows below it that hold anything."""
    lines = _csv_lines(text)
    _begins, names = next(lines, (1, []))
    names = [_name(cell) for cell in names]
    _check_names(names)
    rows = (
        (_("Line %(number)s") % {"number": begins}, _csv_fault(names, cells), *_to_width(cells, len(names)))
        for begins, cells in lines
        if any(cell.strip() for cell in cells)
    )
    return names, rows


def _csv_lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the line in which a row begins, and its cells. Raises FileRefused."""
    lines = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    begins = 1
    try:
        for cells in lines:
            yield begins, cells
            begins = lines.line_num + 1
    except csv.Error as error:
        raise FileRefused(
            _("Line %(number)s cannot be read as CSV. Check for an unclosed quotation mark.")
            % {"number": lines.line_num}
        ) from error


def _delimiter(text: str) -> str:
    """Return the sign that parts the names in the first line; spreadsheets of many countries write a semicolon."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _csv_fault(names: list[str], cells: list[str]) -> str:
    if len(cells) <= len(names):
        return ""
    return _("This row has %(cells)s cells, but only %(columns)s columns have a name. Check for an extra comma.") % {
        "cells": len(cells),
        "columns": len(names),
    }


def _to_width(cells: list[str], width: int) -> list[str]:
    return [rearmed(cell) for cell in cells[:width]] + [""] * (width - len(cells))


def _json_rows(text: str) -> tuple[list[str], Iterator[tuple[str, ...]]]:
    """Return the names of all entries in the order in which they first appear, and a row for each entry."""
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise FileRefused(
            _("This file is not valid JSON: there is an error on line %(number)s.") % {"number": line}
        ) from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise FileRefused(_(NOT_A_LIST))
    for entry in entries:
        _check_names([_name(name) for name in entry])
    entries = [{_name(name): value for name, value in entry.items()} for entry in entries]
    names = list(dict.fromkeys(name for entry in entries for name in entry))
    rows = (
        (
            _("Entry %(number)s") % {"number": number},
            _json_fault(entry),
            *(_json_cell(entry.get(name)) for name in names),
        )
        for number, entry in enumerate(entries, 1)
    )
    return names, rows


def _json_fault(entry: dict) -> str:
    if any(isinstance(value, list | dict) for value in entry.values()):
        return _("A value in this entry is a list or an object. Use text, a number, true or false.")
    if any(not _is_storable(value) for value in entry.values() if isinstance(value, str)):
        return _("Text in this entry contains half a character (a lone surrogate), which cannot be stored.")
    return ""


def _json_cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, str | int | float) and _is_storable(str(value)) else ""


def _is_storable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _name(cell: str) -> str:
    return "_".join(cell.lower().split())


def _check_names(names: list[str]) -> None:
    twice = [name for name in names if names.count(name) > 1]
    if twice or "" in names or not all(map(_is_storable, names)):
        raise FileRefused(_("Every column needs a name, and no two columns can have the same name."))


def _csv_line(cells: Iterable[object]) -> bytes:
    written = StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n").writerow(cells)
    return written.getvalue().encode()


def _csv_cell(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return disarmed(value) if isinstance(value, str) else value
