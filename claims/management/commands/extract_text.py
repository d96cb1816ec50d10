"""manage.py extract_text FILE: what is read in a file, as one JSON object, without database or server.

It is a command of this app because the day of publication may stand in a dateline, which the splitter's reader knows.
"""

import json
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from claims.language.readers import dateline_of, reader_of
from claims.language.reading import read_sentences
from core.article_language import ArticleLanguage, detect_language
from sources.extraction.kinds import FileKind
from sources.management.reading_files import extract_named_file


class Command(BaseCommand):
    help = "Print the text of a file (TXT, HTML, PDF, DOCX, or - for text from standard input), as one JSON object."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="The file; - reads text from standard input.")

    def handle(self, *, file: str, **options: Any) -> None:
        extracted = extract_named_file(file)
        language = detect_language(extracted.text)
        published_on = extracted.published_on or _dateline(extracted.text, language)
        answer = {
            "kind": FileKind(extracted.media_type).name.lower(),
            "title": extracted.title,
            "published_on": published_on and published_on.isoformat(),
            "language": extracted.language or language.code,
            "text": extracted.text,
            "visible_text": extracted.visible_text,
            "warnings": [warning.as_json() for warning in extracted.warnings],
        }
        self.stdout.write(json.dumps(answer, ensure_ascii=False))


def _dateline(text: str, language: ArticleLanguage) -> date | None:
    """Return the day of publication that a text itself gives, as the splitter reads it."""
    reader = reader_of(language)
    return read_sentences(text).published_on if reader is None else dateline_of(text, reader)
