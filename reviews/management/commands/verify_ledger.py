"""Prove that no verdict was changed, and that each can be replayed."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from reviews import verification


class Command(BaseCommand):
    help = (
        "Verify the hash chain, every quote in its snapshot, the deterministic part of every verdict that was judged "
        "under the present rules, and that every recorded head of the chain is still in it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--heads",
            type=Path,
            help="file of recorded heads, preferably a copy kept elsewhere; default: the one recorded on this server",
        )

    def handle(self, *, heads: Path | None, **_options: object) -> None:
        if heads is None and settings.PLUMBLINE_LEDGER_HEADS.exists():
            heads = settings.PLUMBLINE_LEDGER_HEADS
        try:
            known = verification.read_heads(heads) if heads else []
        except verification.HeadsUnreadable as error:
            raise CommandError(str(error)) from error
        report = verification.verify_ledger(known)
        if report.fault:
            raise CommandError(f"The ledger failed verification: {report.fault}. First bad entry: {report.bad_entry}.")
        self.stdout.write(
            f"{report.entries} entries verified; {report.replayed} verdicts replayed with the same outcome."
        )
        for version, count in report.not_recomputed.items():
            were = "entry was" if count == 1 else "entries were"
            self.stdout.write(
                f"{count} {were} judged under rules {version} and {'is' if count == 1 else 'are'} not recomputed."
            )
        if report.went_back:
            self.stdout.write(
                f"Entry {report.went_back} was judged under older rules than one before it. If no older release was "
                f"put "
                "back then, compare the heads that you keep elsewhere."
            )
