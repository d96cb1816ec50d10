"""What depends on the language of articles is asked of one object, and nowhere spelled out again."""

import re
from pathlib import Path

from django.template import Context, Template

ROOT = Path(__file__).parents[2]


def test_a_template_says_the_language_of_an_articles_words():
    shown = Template('{% load article_language %}<p lang="{{ words|language_code }}">').render(
        Context({"words": "It flew."})
    )
    assert shown == '<p lang="en">'


def test_no_query_spells_out_a_configuration_of_the_text_search():
    spelled = [
        f"{path.relative_to(ROOT)}:{number}"
        for app in ("claims", "config", "core", "reviews", "sources")
        for path in sorted((ROOT / app).rglob("*.py"))
        if "migrations" not in path.parts and path.name != "article_language.py"
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if re.search(r"""["']english["']""", line)
    ]
    assert spelled == []
