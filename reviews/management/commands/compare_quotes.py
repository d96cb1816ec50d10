"""compare_quotes: say what became of quotes in changed texts, JSON lines in and out."""

from django.core.management.base import BaseCommand

from core.json_lines import answer_lines
from reviews.checking import compare_quote


class Command(BaseCommand):
    help = 'Read {"id","quote","prefix","suffix","after"} lines and write {"id","change","start","end","explanation"} lines.'
    requires_system_checks = ()

    def handle(self, *args, **options):
        answer_lines(("quote", "after"), _compare)


def _compare(row: dict) -> dict:
    comparison = compare_quote(
        row["quote"], row["after"], prefix=row.get("prefix") or "", suffix=row.get("suffix") or ""
    )
    return {
        "change": comparison.change.value,
        "start": comparison.start,
        "end": comparison.end,
        "explanation": comparison.explanation,
    }
