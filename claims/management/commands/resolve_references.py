"""manage.py resolve_references: JSON lines of texts in, JSON lines of what their pronouns stand for out."""

from django.core.management.base import BaseCommand

from claims.language.references import references_in
from core.json_lines import Row, answer_lines


class Command(BaseCommand):
    """Reads {"id", "text"} lines on standard input and answers each with {"id", "references"}, in order."""

    help = (
        'Read what pronouns, possessives and definite nouns stand for: one {"id", "text"} per line on standard input, '
        "one answer per line."
    )
    requires_system_checks = []

    def handle(self, *args: object, **options: object) -> None:
        answer_lines(["text"], _answer)


def _answer(row: Row) -> Row:
    return {"references": [reference.as_json() for reference in references_in(str(row["text"]))]}
