"""Write every published verdict to a file or to standard output."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from reviews import queries
from reviews.api.export.formats import FORMATS
from reviews.api.export.parquet import ParquetMissing
from reviews.api.export.texts import Chunks
from reviews.api.rows import chunks


class Command(BaseCommand):
    help = "Export every published verdict, in order of publication, in the same formats as the API."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=FORMATS, default="json")
        parser.add_argument("--after", type=int, default=0, help="only verdicts after the one with this number")
        parser.add_argument("--until", type=int, help="only verdicts up to the one with this number")
        parser.add_argument("--output", type=Path, help="file to write to; it is created only once it is complete")

    def handle(self, *, format: str, after: int, until: int | None, output: Path | None, **options: Any) -> None:
        wanted = FORMATS[format]
        found = queries.exported(after=after, until=until, only_standing=wanted.only_standing)
        rows = chunks(found.verdicts, newest_first=wanted.newest_first, row=wanted.row)
        pieces = wanted.write(_watched(rows, found.count))
        try:
            if output is None:
                _write_out(pieces)
            else:
                _write_file(pieces, output)
                self.stderr.write(f"{found.count} verdicts written to {output}.")
        except ParquetMissing as refused:
            raise CommandError(str(refused)) from refused


def _watched(all_chunks: Chunks, count: int) -> Iterator[list[str]]:
    """The same chunks, with a bar that follows them where a person looks on."""
    with tqdm(total=count, unit=" verdicts", file=sys.stderr, disable=not sys.stderr.isatty()) as bar:
        for rows in all_chunks:
            yield rows
            bar.update(len(rows))


def _write_out(pieces: Iterator[bytes]) -> None:
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def _write_file(pieces: Iterator[bytes], output: Path) -> None:
    """Write beside the file and rename at the end, so that a broken export never looks like a whole one."""
    unfinished = output.with_name(output.name + ".part")
    try:
        with unfinished.open("wb") as file:
            file.writelines(pieces)
        unfinished.replace(output)
    except OSError as error:
        raise CommandError(f"{output} cannot be written: {error.strerror}. Choose another file.") from error
    finally:
        unfinished.unlink(missing_ok=True)
