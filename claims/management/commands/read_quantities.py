"""manage.py read_quantities: JSON lines of texts in, JSON lines of their quantities out."""

import json
import sys

from django.core.management.base import BaseCommand, CommandError

from claims.language.quantities import quantity_as_json, read_quantities


class Command(BaseCommand):
    """Reads {"id", "text"} lines on standard input and answers each with {"id", "quantities"}, in order."""

    help = 'Read quantities in text: one {"id", "text"} per line on standard input, one answer per line.'
    requires_system_checks = []

    def handle(self, *args, **options):
        bad = 0
        for line in sys.stdin.buffer:
            if not line.strip():
                continue
            answer = _answer(line)
            bad += "error" in answer
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        if bad:
            raise CommandError(f"{bad} of the lines could not be read; their answers say why.", returncode=1)


def _answer(line: bytes) -> dict:
    try:
        request = json.loads(line)
    except ValueError:
        return {"id": None, "error": "This line is not JSON in UTF-8. Write one object with id and text on each line."}
    if not isinstance(request, dict):
        return {
            "id": None,
            "error": "This line is JSON but not an object. Write one object with id and text on each line.",
        }
    text = request.get("text")
    if not isinstance(text, str):
        return {"id": request.get("id"), "error": "This line has no text. Add a text field that holds a string."}
    return {"id": request.get("id"), "quantities": [quantity_as_json(quantity) for quantity in read_quantities(text)]}
