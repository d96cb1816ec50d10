"""Take in the fact-checks of others from a file."""

import sys
from argparse import ArgumentParser
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from claims.management.commands.submit_article import person
from core.accounts.policies import NotAllowed
from reviews import services
from reviews.factchecks import CELLS, FactCheckFileRefused, FileRow, read_fact_checks

#: Bytes of the largest file that is read: the whole feed of Data Commons has a tenth of it.
MOST = 2_000_000_000


class Command(BaseCommand):
    help = (
        "Import fact-checks by others, which are then offered beside similar claims. The file is JSON-LD with ClaimReviews, "
        "a page that has them inside, a DataFeed as Data Commons publishes it, JSON lines of either, or CSV with the "
        f"columns {', '.join(CELLS)}. Importing a file again updates what changed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--as", dest="username", default="", help="Editor to import them as; by default the first superuser."
        )

    def handle(self, *, file: Path, username: str, **options: Any) -> None:
        by = person(username)
        try:
            size = file.stat().st_size
            if size > MOST:
                raise CommandError(f"{file} has {size:,} bytes; at most {MOST:,} can be imported at a time. Split it.")
            with file.open("rb") as opened, closing(_watched(opened, size)) as rows:
                result = services.import_fact_checks(by=by, rows=rows, at=timezone.now())
        except OSError as fault:
            raise CommandError(f"{file} cannot be read: {fault.strerror}. Check the path and try again.") from fault
        except FactCheckFileRefused as refused:
            raise CommandError(f"{file}: {refused} Nothing was imported.") from refused
        except NotAllowed as refused:
            raise CommandError(str(refused)) from refused
        for where, reason in result.refusals:
            self.stderr.write(f"{where}: {reason}")
        if unnamed := result.refused - len(result.refusals):
            self.stderr.write(f"… and {unnamed:,} more rows were refused.")
        self.stdout.write(
            f"{result.new} new, {result.changed} changed, {result.same} here already, {result.refused} refused."
        )
        if result.broken_off:
            raise CommandError(f"{file}: {result.broken_off} {_stored_before(result)}")
        if result.refused:
            raise CommandError("Some rows were refused; the lines above say why.")


def _stored_before(result: services.ImportResult) -> str:
    if result.new or result.changed or result.same:
        return "The rows before that are stored, as counted above. Correct the file and import the whole of it again."
    return "Nothing was imported. Correct the file and try again."


def _watched(file: BinaryIO, size: int) -> Generator[FileRow]:
    """The rows of a file, with a bar of the bytes that were read where a person looks on."""
    with tqdm(total=size, unit="B", unit_scale=True, file=sys.stderr, disable=not sys.stderr.isatty()) as bar:
        for row in read_fact_checks(file):
            yield row
            if not bar.disable and not file.closed:
                bar.update(file.tell() - bar.n)
