"""`manage.py backup`: everything, as it is at one moment, while everybody goes on working."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from config import backups


class Command(BaseCommand):
    help = (
        "Write a backup of the database, and of the recorded heads of the ledger, into a new folder. Keep SECRET_KEY "
        "elsewhere: it is not in it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder that is not there yet")

    def handle(self, *, folder: Path, **_options: object) -> None:
        try:
            sums = backups.back_up(folder, at=timezone.now())
        except backups.BackupFailed as error:
            raise CommandError(str(error)) from error
        rows = sum(entry.rows for entry in sums.values())
        self.stdout.write(f"Backed up {rows} rows of {len(sums)} tables into {folder}.")
