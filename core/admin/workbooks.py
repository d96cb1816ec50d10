"""Workbooks that spreadsheets open (XLSX), written row by row in constant memory, in which no text is ever a formula."""

from collections.abc import Generator, Iterable
from datetime import date, datetime
from tempfile import NamedTemporaryFile
from types import TracebackType
from typing import IO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

#: What a sheet and a cell of the format can hold. Source: Excel specifications and limits.
MOST_ROWS, LONGEST_CELL = 1_048_576, 32_767
CUT = " … [cut: a cell holds at most 32,767 characters]"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Bytes that are handed on at a time.
PIECE = 1 << 16


class Workbook:
    """A workbook in the making; what it writes waits in temporary files, which are gone when its block ends."""

    def __init__(self) -> None:
        self._file = NamedTemporaryFile(suffix=".xlsx")  # noqa: SIM115 - its block is the workbook's
        self._book = xlsxwriter.Workbook(self._file.name, {"constant_memory": True})
        self._bold = self._book.add_format({"bold": True})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._closed = False

    def __enter__(self) -> "Workbook":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if not self._closed:
                self._book.close()
        finally:
            self._file.close()

    def sheet(self, name: str, columns: Iterable[str]) -> "Sheet":
        """Begin a sheet with a line of names, which stays in view."""
        return Sheet(self, name, tuple(columns))

    def pieces(self) -> Generator[bytes]:
        """Finish the workbook and yield it."""
        self._closed = True
        self._book.close()
        with open(self._file.name, "rb") as file:
            yield from pieces_of(file)

    def add_worksheet(self, name: str, columns: tuple[str, ...]) -> Worksheet:
        worksheet = self._book.add_worksheet(name)
        worksheet.freeze_panes(1, 0)
        for column, title in enumerate(columns):
            worksheet.write_string(0, column, title, self._bold)
        return worksheet

    def write_cell(self, worksheet: Worksheet, row: int, column: int, value: object) -> None:
        """Write a value as what it is: a text is never taken for a formula, a number or an address."""
        if value is None:
            return
        if isinstance(value, bool):
            # As a word: LibreOffice makes the formula =TRUE() of a cell that is true.
            worksheet.write_string(row, column, "true" if value else "false")
        elif isinstance(value, int):
            worksheet.write_number(row, column, value)
        elif isinstance(value, date) and not isinstance(value, datetime) and value.year >= 1900:
            worksheet.write_datetime(row, column, value, self._day)
        else:
            worksheet.write_string(row, column, _fitting(str(value)))


class Sheet:
    """Rows under names; what no longer fits goes on in a next sheet with the same names."""

    def __init__(self, book: Workbook, name: str, columns: tuple[str, ...]) -> None:
        self._book, self._name, self._columns = book, name, columns
        self._parts, self._row = 1, 1
        self._worksheet = book.add_worksheet(name, columns)

    def write(self, values: Iterable[object]) -> None:
        """Add a row."""
        if self._row == MOST_ROWS:
            self._parts, self._row = self._parts + 1, 1
            self._worksheet = self._book.add_worksheet(f"{self._name} {self._parts}", self._columns)
        for column, value in enumerate(values):
            self._book.write_cell(self._worksheet, self._row, column, value)
        self._row += 1


def as_xlsx(name: str, columns: Iterable[str], rows: Iterable[Iterable[object]]) -> Generator[bytes]:
    """Yield a workbook with one table."""
    with Workbook() as book:
        sheet = book.sheet(name, columns)
        for row in rows:
            sheet.write(row)
        yield from book.pieces()


def pieces_of(file: IO[bytes]) -> Generator[bytes]:
    """Yield a file from its beginning, by PIECE."""
    file.seek(0)
    while piece := file.read(PIECE):
        yield piece


def _fitting(text: str) -> str:
    """Return the text, cut where it is too long for a cell, which counts characters as UTF-16 does."""
    if len(text) <= LONGEST_CELL // 2 or len(text.encode("utf-16-le", "replace")) // 2 <= LONGEST_CELL:
        return text
    room = 2 * (LONGEST_CELL - len(CUT))
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT
