"""How an article is read, by its language: the one object that splitter, marks, figures and by-hand wording ask.

English has a parse of its own (`claims.language.splitting`). Chinese and Russian are read sentence by sentence, with their
figures, dates and names. Of every other language the sentences stay whole, flagged, and no figure is compared.
"""

from functools import cache

from claims.language.readers.reader import SentenceReader
from claims.language.readers.sentence_splitting import dateline_of, split_into_sentences
from core.article_language import CHINESE, ENGLISH, RUSSIAN, ArticleLanguage

__all__ = ["SentenceReader", "dateline_of", "reader_of", "split_into_sentences"]


def reader_of(language: ArticleLanguage) -> SentenceReader | None:
    """Return the reader of whole sentences in a language; None for English, whose sentences are parsed."""
    return None if language == ENGLISH else _readers().get(language.code, _unread())


# What a language needs is imported with its first article: a worker that splits English must not pay for it.
@cache
def _readers() -> dict[str, SentenceReader]:
    from claims.language.readers.chinese import CHINESE_READER  # noqa: PLC0415
    from claims.language.readers.russian import RUSSIAN_READER  # noqa: PLC0415

    return {CHINESE.code: CHINESE_READER, RUSSIAN.code: RUSSIAN_READER}


@cache
def _unread() -> SentenceReader:
    from claims.language.readers.unread import UNREAD_READER  # noqa: PLC0415

    return UNREAD_READER
