"""Take in the sources and articles of an export."""

import sys
from argparse import ArgumentParser
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from claims import services
from claims.management.commands.submit_article import person
from claims.management.library_files import LibraryUnreadable, read_rows, versions_of
from core.accounts.policies import NotAllowed
from sources import services as source_services
from sources.extraction import ExtractionRefused
from sources.fetching import AddressRefused

REFUSALS = (LibraryUnreadable, ExtractionRefused, AddressRefused, services.ArticleTooLong)


class Command(BaseCommand):
    help = (
        "Import what export_library wrote: sources with every version, and articles, which are split anew. Nothing is "
        "fetched. What is here already is left as it is, so that a file can be imported again. A row that cannot be "
        "stored is named, and the others are stored."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--as", dest="username", default="", help="Who imports them; by default the first superuser."
        )

    def handle(self, *, file: Path, username: str, **options: Any) -> None:
        by, at = person(username), timezone.now()
        new = known = refused = 0
        try:
            with ZipFile(file) as archive:
                for number, row in tqdm(read_rows(archive), unit="row", disable=not sys.stderr.isatty()):
                    try:
                        is_new = _import(archive, row, by=by, at=at)
                    except REFUSALS as refusal:
                        self.stderr.write(f"Line {number}: {refusal}")
                        refused += 1
                    else:
                        new, known = new + is_new, known + (not is_new)
        except OSError as fault:
            raise CommandError(f"{file} cannot be read: {fault.strerror}. Check the path and try again.") from fault
        except (BadZipFile, NotImplementedError) as fault:
            raise CommandError(f"{file} is not an export of a library, or it is damaged.") from fault
        except LibraryUnreadable as unreadable:
            raise CommandError(f"{file}: {unreadable} Rows stored before that: {new}.") from unreadable
        except NotAllowed as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{new} new, {known} here already, {refused} refused.")
        if refused:
            raise CommandError("Some rows were refused; the lines above say why.")


def _import(archive: ZipFile, row: dict[str, Any], *, by: User, at: datetime) -> bool:
    """Store one row whole, or refuse it. Return whether it is new here."""
    try:
        kind = row["kind"]
        told: dict[str, Any] = {name: str(row[name]) for name in ("url", "title")}
        if kind == "source":
            told |= {name: str(row[name]) for name in ("publisher", "grade")}
            versions = versions_of(archive, row, at=at)
            return source_services.restore_source(by=by, at=at, versions=versions, **told).is_new
        if kind == "article":
            day = date.fromisoformat(row["published_on"]) if row["published_on"] else None
            readers = {1: 1, 2: 2}[row["readers"]]
            [version] = versions_of(archive, row, at=at)
            return services.restore_article(
                by=by, at=at, version=version, published_on=day, judgements_required=readers, **told
            ).is_new
    except (KeyError, TypeError, ValueError) as fault:
        raise LibraryUnreadable("This row lacks a field, or has one of another kind.") from fault
    except ValidationError as fault:
        raise LibraryUnreadable(" ".join(fault.messages)) from fault
    raise LibraryUnreadable("This row is neither a source nor an article.")
