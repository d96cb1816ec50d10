"""Base forms of English words by the rules and exceptions that come with the pipeline, without running its lemmatiser."""

from functools import cache, lru_cache
from typing import cast

from claims.language.parsing import lemma_tables

_PARTS_OF_SPEECH = {"N": "noun", "V": "verb", "J": "adj", "R": "adv"}
"""The first letter of a fine-grained tag, and the part of speech whose rules apply."""


@lru_cache(maxsize=50_000)
def lemma(word: str, tag: str) -> str:
    """Return the base form of a word that has this Penn Treebank tag, in small letters: ("sold", "VBD") → "sell".

    What no rule leads to a known base form is returned as it stands.
    """
    lower = word.lower()
    part = _PARTS_OF_SPEECH.get(tag[:1]) if not tag.startswith(("NNP", "RP")) else None
    if part is None:
        return lower
    rules, exceptions, known = _tables(part)
    if lower in exceptions:
        return exceptions[lower][0]
    if lower in known and not tag.endswith(("S", "D", "N", "G", "Z")):
        return lower
    forms = [
        lower[: len(lower) - len(old)] + new for old, new in rules if lower.endswith(old) and len(lower) > len(old)
    ]
    return next((form for form in forms if form in known), lower)


@cache
def _tables(part: str) -> tuple[list[tuple[str, str]], dict[str, list[str]], frozenset[str]]:
    rules, exceptions, index = lemma_tables(part)
    return [cast(tuple[str, str], tuple(rule)) for rule in rules], exceptions, frozenset(index)
