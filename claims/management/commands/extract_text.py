"""manage.py extract_text FILE: what is read in a file, as one JSON object, without database or server.

It is a command of this app because the day of publication may stand in a dateline, which the splitter's reader knows.
"""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from claims.language.reading import read_sentences
from core.article_language import detect_language
from sources.extraction.kinds import FileKind
from sources.management.reading_files import extract_named_file


class Command(BaseCommand):
    help = "Print the text of a file (TXT, HTML, PDF, DOCX, or - for text from standard input), as one JSON object."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="The file; - reads text from standard input.")

    def handle(self, *, file: str, **options: Any) -> None:
        extracted = extract_named_file(file)
        published_on = extracted.published_on or read_sentences(extracted.text).published_on
        answer = {
            "kind": FileKind(extracted.media_type).name.lower(),
            "title": extracted.title,
            "published_on": published_on and published_on.isoformat(),
            "language": extracted.language or detect_language(extracted.text).code,
            "text": extracted.text,
            "visible_text": extracted.visible_text,
            "warnings": [warning.as_json() for warning in extracted.warnings],
        }
        self.stdout.write(json.dumps(answer, ensure_ascii=False))
