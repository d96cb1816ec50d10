"""manage.py split_article FILE: the claims of an article as JSON lines, without database or server."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.language.splitting import split_article
from sources.extraction import ExtractionRefused, extract


class Command(BaseCommand):
    help = "Print the claims of an article (TXT, HTML, PDF, DOCX, or - for text from standard input), one JSON object a line."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="The article; - reads UTF-8 text from standard input.")

    def handle(self, *, file: str, **options: Any) -> None:
        for claim in split_article(_article_text(file)).claims:
            self.stdout.write(json.dumps(claim.as_json(), ensure_ascii=False))


def _article_text(file: str) -> str:
    path = Path("article.txt" if file == "-" else file)
    try:
        data = sys.stdin.buffer.read() if file == "-" else path.read_bytes()
        return extract(data, filename=path.name, declared_type=None).text
    except OSError as error:
        raise CommandError(f"{file} could not be read: {error.strerror}. Check the path and try again.") from error
    except ExtractionRefused as refusal:
        raise CommandError(str(refusal)) from refusal
