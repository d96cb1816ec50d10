"""Prove that nothing that was captured has changed since."""

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from sources import verification


class Command(BaseCommand):
    help = "Hashes the bytes and the texts of all snapshots anew, and names each that is not what was captured."

    def handle(self, **_options: object) -> None:
        rows = faults = 0
        with tqdm(total=verification.rows_to_check(), unit="row", disable=None) as bar:
            for checked in verification.verify_snapshots():
                bar.update(checked.rows)
                rows += checked.rows
                faults += len(checked.faults)
                for fault in checked.faults:
                    self.stderr.write(fault)
        if faults:
            raise CommandError(f"{faults} of {rows} are not what was captured; see above. Restore them from a backup.")
        self.stdout.write(f"{rows} blobs, texts and readings, all whole.")
