"""check_claims: hold claims against evidence, JSON lines in and out."""

from django.core.management.base import BaseCommand

from core.json_lines import answer_lines
from reviews.checking import check_claim


class Command(BaseCommand):
    help = 'Read {"id","claim","evidence"} lines and write {"id","outcome","kind","explanation"} lines.'
    requires_system_checks = ()

    def handle(self, *args, **options):
        answer_lines(("claim", "evidence"), _check)


def _check(row: dict) -> dict:
    check = check_claim(row["claim"], row["evidence"])
    return {"outcome": check.outcome, "kind": check.kind, "explanation": check.explanation}
