"""Prove that nothing that was captured has changed since."""

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from sources import verification


class Command(BaseCommand):
    help = "Hash the bytes and text of every snapshot again, and name those that no longer match what was captured."

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
            raise CommandError(
                f"{faults} of {rows} do not match what was captured; see above. Restore them from a backup."
            )
        self.stdout.write(f"{rows} blobs, texts and extractions verified.")
