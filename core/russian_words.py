"""The forms of a Russian word, so that a search for one finds the others: рынок and рынка, день and дней."""

import re
from functools import lru_cache
from importlib import import_module
from typing import Any

_RUSSIAN = re.compile("[а-я]{3,}")
_MOST_FORMS = 30


@lru_cache(maxsize=2_000)
def forms_of(word: str) -> tuple[str, ...]:
    """Return the word and the forms that the dictionary has of it; of a word in other letters, itself alone."""
    if not _RUSSIAN.fullmatch(word):
        return (word,)
    readings = _dictionary().parse(word)
    forms = [form.word.replace("ё", "е") for reading in readings[:2] for form in reading.lexeme]
    return tuple(dict.fromkeys([word, *forms]))[:_MOST_FORMS]


@lru_cache(maxsize=1)
def _dictionary() -> Any:
    """Return the dictionary, read from the disk with the first Russian search: it takes 15 MB."""
    return import_module("pymorphy3").MorphAnalyzer()
