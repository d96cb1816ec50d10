"""manage.py split_article FILE: the claims of an article as JSON lines, without database or server."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from claims.language.splitting import split_article
from sources.management.reading_files import extract_named_file


class Command(BaseCommand):
    help = "Print the claims of an article (TXT, HTML, PDF, DOCX, or - for text from standard input), one JSON object per line."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="The article; - reads text from standard input.")

    def handle(self, *, file: str, **options: Any) -> None:
        extracted = extract_named_file(file)
        article = split_article(extracted.text, published_on=extracted.published_on)
        for claim in article.claims:
            self.stdout.write(json.dumps({**claim.as_json(), "language": article.language.code}, ensure_ascii=False))
