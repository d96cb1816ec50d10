"""Check proofs of verdicts and pages of the ledger, without a database."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from reviews import proofs, verification


class Command(BaseCommand):
    help = (
        "Check a proof from /api/v1/verdicts/ID/proof, alone or together with pages of /api/v1/ledger/: each hash, the "
        "place of each entry after the one before, and the checks that the rules of this release can repeat. It needs no "
        "database."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a saved answer; - reads standard input")
        parser.add_argument(
            "--heads", type=Path, help="file of recorded heads of the ledger, as verify_ledger takes it"
        )

    def handle(self, *, files: list[str], heads: Path | None, **_options: object) -> None:
        recorded: dict[int, str] = {}
        links = []
        try:
            for name in files:
                found, named = proofs.read_entries(_text_of(name))
                links += found
                recorded |= named
            # What was written down elsewhere counts over what a proof says of itself.
            recorded |= {head.seq: head.hash for head in (verification.read_heads(heads) if heads else [])}
        except (proofs.NotAProof, verification.HeadsUnreadable) as error:
            raise CommandError(str(error)) from error
        checked = proofs.check_entries(links, recorded)
        for sentence in checked.holds:
            self.stdout.write(sentence)
        if checked.faults:
            raise CommandError("\n".join([*checked.faults, "The proof does not hold."]))
        self.stdout.write("The proof holds.")


def _text_of(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise CommandError(f"{name} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{name} is not UTF-8: byte {error.start} cannot be read.") from error
