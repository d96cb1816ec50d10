"""`manage.py restore`: a backup into an empty database, compared table by table."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from config import backups


class Command(BaseCommand):
    help = "Load a backup into the database of DATABASE_URL, which must be empty, and compare every table with it."
    # There is nothing yet that the checks could look at.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="what manage.py backup wrote")

    def handle(self, *, folder: Path, **_options: object) -> None:
        try:
            sums = backups.restore(folder)
        except backups.BackupFailed as error:
            raise CommandError(str(error)) from error
        rows = sum(entry.rows for entry in sums.values())
        self.stdout.write(f"Restored {rows} rows of {len(sums)} tables; each is what it was when it was backed up.")
        heads = folder / backups.HEADS
        recorded = f" --heads {heads}" if heads.exists() else ""
        self.stdout.write(f"Start with the SECRET_KEY of then, and prove the ledger: manage.py verify_ledger{recorded}")
