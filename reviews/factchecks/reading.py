"""The rows of a file of fact-checks, one at a time: CSV, JSON lines, JSON-LD, a feed of ClaimReviews, or a page with them."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

import ijson
from ijson.common import ObjectBuilder

from core.formula_cells import rearmed
from core.translation.messages import Message, gettext_noop
from reviews.factchecks.checking import CELLS
from reviews.factchecks.claim_review import HOLDERS, cells_of, claim_reviews

#: Bytes of one line, of one entry of a feed about, and of a page.
MOST_IN_LINE, MOST_IN_PAGE = 1_000_000, 10_000_000
#: Names, values and brackets that one entry may have, and how deep they may be nested.
MOST_EVENTS, DEEPEST = 50_000, 40
_PEEKED = 64_000
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")
_MARK = b"\xef\xbb\xbf"
#: Bytes of the attributes of a script.
_MOST_IN_TAG = 2_000
_OPENS, _CLOSES = re.compile(rb"<!--|<script(?=[\s/>])", re.IGNORECASE), re.compile(rb"</script", re.IGNORECASE)
_IS_LINKED_DATA = re.compile(rb"""(?<![-\w])type\s*+=\s*+["']?+\s*+application/ld\+json(?=[\s"';]|$)""", re.IGNORECASE)

LINE, ENTRY = gettext_noop("Line %(number)s"), gettext_noop("Entry %(number)s")
EMPTY_FILE = gettext_noop("This file is empty.")
PACKED = gettext_noop("This is a packed file or a spreadsheet. Unpack it, or save the sheet as “CSV UTF-8”.")
NOT_UTF8 = gettext_noop("This file is not UTF-8. Save it as UTF-8 and choose it again.")
NO_REVIEWS = gettext_noop("There is no ClaimReview in this file.")
TOO_BIG_A_PAGE = gettext_noop("This page is larger than %(megabytes)s MB.")
NOT_JSON = gettext_noop("This file is not valid JSON after entry %(number)s.")
NOT_JSON_LINE = gettext_noop("This line is not JSON.")
LINE_TOO_LONG = gettext_noop("This line is longer than %(most)s bytes.")
ENTRY_TOO_BIG = gettext_noop("This entry is too large or nested too deeply.")
NO_REVIEW_HERE = gettext_noop("There is no ClaimReview in this line.")
MISSING_COLUMN = gettext_noop("The column %(name)s is missing. The columns are: %(columns)s.")
UNKNOWN_COLUMN = gettext_noop("There is no column named %(name)s. The columns are: %(columns)s.")
TOO_MANY_CELLS = gettext_noop("This row has more cells than there are columns. Check for an extra comma.")
BROKEN_CSV = gettext_noop("Line %(number)s cannot be read as CSV. Check for an unclosed quotation mark.")


class FactCheckFileRefused(Exception):
    """A file in which no row can be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """Where a row stands in its file, and its cells by name or what is wrong with it."""

    where: Message
    cells: dict[str, str] | None = None
    fault: Message | None = None


def read_fact_checks(file: BinaryIO) -> Iterator[FileRow]:
    """Yield the rows of a file that can be read again from its beginning; memory does not grow with their number.

    The kind of file is told by how it begins. Raises FactCheckFileRefused, at the first row or where the rest of the
    file cannot be read.
    """
    beginning = file.read(_PEEKED)
    file.seek(0)
    if beginning.startswith(_PACKED):
        raise FactCheckFileRefused(Message(PACKED))
    first = beginning.removeprefix(_MARK).lstrip()
    if not first:
        raise FactCheckFileRefused(Message(EMPTY_FILE))
    if first[:1] == b"<":
        return _of_page(file)
    if first[:1] in (b"{", b"["):
        return _of_lines(file) if _is_lines(file, begins=len(beginning) - len(first)) else _of_json(file)
    return _of_csv(file)


def _is_lines(file: BinaryIO, *, begins: int) -> bool:
    """Return whether the first line is an object by itself and another line comes after it."""
    file.seek(begins)
    line, rest = file.readline(MOST_IN_LINE + 1), file.read(_PEEKED)
    file.seek(0)
    if not line.endswith(b"\n") or not rest.strip():
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _of_lines(file: BinaryIO) -> Iterator[FileRow]:
    for number, line in enumerate(_bounded_lines(file), start=1):
        where = Message(LINE, number=number)
        if line is None:
            yield FileRow(where, fault=Message(LINE_TOO_LONG, most=MOST_IN_LINE))
        elif line.strip():
            yield from _of_line(where, line.removeprefix(_MARK))


def _of_line(where: Message, line: bytes) -> Iterator[FileRow]:
    try:
        thing = json.loads(line)
    except (ValueError, RecursionError):
        yield FileRow(where, fault=Message(NOT_JSON_LINE))
        return
    rows = list(_rows_in(where, thing))
    yield from rows or [FileRow(where, fault=Message(NO_REVIEW_HERE))]


def _rows_in(where: Message, thing: object) -> Iterator[FileRow]:
    """Yield the ClaimReviews of a thing; an object with the names of our own columns is a row by itself."""
    if isinstance(thing, dict) and "claim" in thing and "@type" not in thing:
        yield FileRow(where, {name: _cell(thing.get(name)) for name in CELLS})
        return
    for review in claim_reviews(thing):
        yield FileRow(where, cells_of(review))


def _cell(value: object) -> str:
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _bounded_lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of a file, and None for one that is too long, of which nothing is kept."""
    while line := file.readline(MOST_IN_LINE + 1):
        if len(line) <= MOST_IN_LINE:
            yield line
            continue
        yield None
        while line and not line.endswith(b"\n"):
            line = file.readline(MOST_IN_LINE)


def _of_json(file: BinaryIO) -> Iterator[FileRow]:
    """Yield what stands in a list, in a feed or a graph, or in a single object, as it is parsed."""
    file.seek(len(_MARK) if file.read(len(_MARK)) == _MARK else 0)
    number = found = 0
    things = _things(file)
    while True:
        try:
            thing = next(things)
        except StopIteration:
            break
        except (ijson.JSONError, UnicodeDecodeError):
            raise FactCheckFileRefused(Message(NOT_JSON, number=number)) from None
        number += 1
        where = Message(ENTRY, number=number)
        if thing is _TOO_BIG:
            yield FileRow(where, fault=Message(ENTRY_TOO_BIG))
            continue
        for row in _rows_in(where, thing):
            found += 1
            yield row
    if not found:
        raise FactCheckFileRefused(Message(NO_REVIEWS))


_TOO_BIG = object()


def _things(file: BinaryIO) -> Iterator[object]:
    """Yield the objects of the list that a file is, or that its one object holds; else that object itself.

    The parser's own prefixes are not asked for: each is as long as the nesting is deep.
    """
    entry, entries, whole = None, 0, _Bounded()
    depth, entry_depth, key = 0, 0, ""
    for event, value in ijson.basic_parse(file, use_float=True):
        opens = event.startswith("start_")
        if entry is None and opens and depth and depth == entry_depth:
            entry = _Bounded()
        if entry is not None:
            if entry.take(event, value):
                entries += 1
                yield entry.thing()
                entry = None
            continue
        whole.take(event, value)
        if opens:
            depth += 1
            if event == "start_array" and (depth == 1 or (depth == 2 and key in HOLDERS)):
                entry_depth = depth
        elif event.startswith("end_"):
            entry_depth = 0 if depth == entry_depth else entry_depth
            depth -= 1
        elif event == "map_key" and depth == 1:
            key = value
    if not entries:
        yield whole.thing()


class _Bounded:
    """Builds one value out of the parser's events, unless it is too large."""

    def __init__(self) -> None:
        self._builder = ObjectBuilder()
        self._events = self._depth = self._letters = 0
        self._is_too_big = False

    def take(self, event: str, value: object) -> bool:
        """Take the next event; return whether it was the last one of the value."""
        self._events += 1
        self._letters += len(value) if isinstance(value, str) else 0
        self._depth += {"start_": 1, "end_ma": -1, "end_ar": -1}.get(event[:6], 0)
        if self._events > MOST_EVENTS or self._depth > DEEPEST or self._letters > MOST_IN_LINE:
            self._is_too_big = True
        if not self._is_too_big:
            self._builder.event(event, value)
        return self._depth == 0

    def thing(self) -> object:
        return _TOO_BIG if self._is_too_big else getattr(self._builder, "value", None)


def _of_page(file: BinaryIO) -> Iterator[FileRow]:
    """Yield the ClaimReviews in the scripts of JSON-LD of a page."""
    data = file.read(MOST_IN_PAGE + 1)
    if len(data) > MOST_IN_PAGE:
        raise FactCheckFileRefused(Message(TOO_BIG_A_PAGE, megabytes=MOST_IN_PAGE // 1_000_000))
    number = 0
    for text in _scripts(data):
        try:
            thing = json.loads(text.decode("utf-8", "replace"), strict=False)
        except (ValueError, RecursionError):
            continue  # another program's script is no row of ours
        for review in claim_reviews(thing):
            number += 1
            yield FileRow(Message(ENTRY, number=number), cells_of(review))
    if not number:
        raise FactCheckFileRefused(Message(NO_REVIEWS))


def _scripts(page: bytes) -> Iterator[bytes]:
    """Yield the text of each script of JSON-LD. No byte is looked at more than a few times, whatever the page is."""
    at = 0
    while begins := _OPENS.search(page, at):
        if begins[0] == b"<!--":
            ends = page.find(b"-->", begins.start() + 2)
            if ends < 0:
                return
            at = ends + 3
            continue
        ends = page.find(b">", begins.end(), begins.end() + _MOST_IN_TAG)
        if ends < 0:
            at = begins.end() + _MOST_IN_TAG
            continue
        closes = _CLOSES.search(page, ends + 1)
        if closes is None:
            return
        if _IS_LINKED_DATA.search(page, begins.end(), ends):
            yield page[ends + 1 : closes.start()]
        at = closes.end()


def _of_csv(file: BinaryIO) -> Iterator[FileRow]:
    """Yield the rows below the line with the names of the columns."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    begins = 1
    try:
        head = text.readline(MOST_IN_LINE)
        text.seek(0)
        # A line is cut where no row is that long, so that nothing larger is ever held.
        pieces = iter(partial(text.readline, MOST_IN_LINE), "")
        lines = csv.reader(pieces, delimiter=max(",;\t", key=head.count), strict=True)
        names = ["_".join(cell.lower().split()) for cell in next(lines)]
        _check_columns(names)
        begins = lines.line_num + 1
        for cells in lines:
            where, begins = Message(LINE, number=begins), lines.line_num + 1
            if len(cells) > len(names):
                yield FileRow(where, fault=Message(TOO_MANY_CELLS))
            elif any(cell.strip() for cell in cells):
                yield FileRow(where, dict(zip(names, map(rearmed, cells), strict=False)))
    except UnicodeDecodeError:
        raise FactCheckFileRefused(Message(NOT_UTF8)) from None
    except csv.Error:
        raise FactCheckFileRefused(Message(BROKEN_CSV, number=begins)) from None
    finally:
        text.detach()


def _check_columns(names: list[str]) -> None:
    """Raise FactCheckFileRefused for a file that has other columns."""
    columns = ", ".join(CELLS)
    unknown = [name for name in names if name not in CELLS]
    missing = [name for name in ("claim", "url", "publisher", "rating") if name not in names]
    if unknown:
        raise FactCheckFileRefused(Message(UNKNOWN_COLUMN, name=unknown[0][:60], columns=columns))
    if missing:
        raise FactCheckFileRefused(Message(MISSING_COLUMN, name=missing[0], columns=columns))
