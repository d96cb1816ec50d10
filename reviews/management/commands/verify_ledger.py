"""Prove that no verdict was changed, and that each can be replayed."""

from django.core.management.base import BaseCommand, CommandError

from reviews import verification


class Command(BaseCommand):
    help = "Checks the hash chain, every quote in its snapshot, and the deterministic part of every verdict."

    def handle(self, **_options: object) -> None:
        report = verification.verify_ledger()
        if report.fault:
            raise CommandError(f"The ledger is not whole: {report.fault}. First bad entry: {report.bad_entry}.")
        self.stdout.write(
            f"{report.entries} entries, all whole; {report.replayed} verdicts replayed with the same outcome."
        )
