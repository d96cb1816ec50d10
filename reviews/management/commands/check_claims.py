"""check_claims: hold claims against evidence, JSON lines in and out."""

from django.core.management.base import BaseCommand

from core.json_lines import answer_batches
from reviews.checking.claim_check import BATCH, check_claims


class Command(BaseCommand):
    help = 'Read {"id","claim","evidence"} lines and write {"id","outcome","kind","explanation"} lines.'
    requires_system_checks = ()

    def handle(self, *args, **options):
        answer_batches(("claim", "evidence"), _check, size=BATCH)


def _check(rows: list[dict]) -> list[dict]:
    checks = check_claims((row["claim"], row["evidence"]) for row in rows)
    return [{"outcome": check.outcome, "kind": check.kind, "explanation": check.explanation} for check in checks]
