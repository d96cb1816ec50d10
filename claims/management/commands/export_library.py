"""Write the sources and articles with their files into one file, which `import_library` reads."""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.management.library_files import LibraryTooLarge, write_library


class Command(BaseCommand):
    help = (
        "Export every source of the library with all of its versions, and every article, into a ZIP file: "
        "library.ndjson and each stored file, named by its SHA-256. import_library takes it in elsewhere."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *, file: Path, **options: Any) -> None:
        unfinished = file.with_name(f"{file.name}.unfinished")
        try:
            with unfinished.open("wb") as opened, tqdm(unit="row", disable=not sys.stderr.isatty()) as bar:
                sources, articles = write_library(opened, seen=bar.update)
            os.replace(unfinished, file)  # one that breaks off never has the name of a whole one
        except OSError as fault:
            raise CommandError(f"{file} cannot be written: {fault.strerror}.") from fault
        except LibraryTooLarge as refusal:
            raise CommandError(f"{file} was not written: {refusal} Take that source out of the library.") from refusal
        finally:
            unfinished.unlink(missing_ok=True)
        self.stdout.write(f"{sources} sources and {articles} articles in {file}.")
