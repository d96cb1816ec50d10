"""Prove that no verdict was changed, and that each can be replayed."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from reviews import queries, services, verification


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

        parser.add_argument(
            "--record", action="store_true", help="write down the outcome, as the daily verification does"
        )

    def handle(self, *, heads: Path | None, record: bool, **_options: object) -> None:
        started_at, head = timezone.now(), queries.ledger_head()
        recorded_here = settings.PLUMBLINE_LEDGER_HEADS
        is_expected = heads is not None or settings.LEDGER_HEADS_ARE_EXPECTED or recorded_here.exists()
        try:
            known = verification.read_heads(heads or recorded_here) if is_expected else []
        except verification.HeadsUnreadable as error:
            raise CommandError(str(error)) from error
        report = verification.verify_ledger(known)
        if record:
            services.note_verification(
                report=report, head=head, heads=len(known), started_at=started_at, ended_at=timezone.now()
            )
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
        self.stdout.write(_compared(len(known)))


def _compared(heads: int) -> str:
    if not heads:
        return "No recorded heads were compared, so a chain that was cut or written anew as a whole would not show."
    return "1 recorded head is in the chain." if heads == 1 else f"{heads} recorded heads are in the chain."
