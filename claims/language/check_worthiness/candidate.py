"""What a claim is judged by: its words, names, figures and figures of speech."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claims.language.clauses import Clause
from claims.language.dates import DateSpan
from claims.language.quantities import Quantity
from claims.language.subjectivity_lexicon import IDIOM
from claims.language.vocabulary import COUNTRY_NOUNS, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(r"(?<![.!?:] )(?<!\")\b[A-Z][\w-]+")
_DEFINITE = word_set("the these those both its their his her our between")
_IDLE_NUMBER = re.compile(
    r"(?:one|once|twice|a|an)\b(?!\s+(?:and|hundred|thousand|million|billion|in|out|of))", re.IGNORECASE
)
NAME_TYPES = word_set("GPE ORG PERSON NORP LOC PRODUCT")
FIRST_PERSON = word_set("i me my myself we us our ours ourselves")


@dataclass(frozen=True)
class ClaimCandidate:
    """What a claim's worth is read from."""

    text: str
    clause: Clause
    question: bool
    heading: bool
    ambiguous: bool
    attributed: bool
    named: bool
    quantities: tuple[Quantity, ...]
    dates: tuple[DateSpan, ...]
    #: Whether the article prints it as somebody's own words.
    quoted: bool = False

    @cached_property
    def pictures(self) -> list[tuple[int, int]]:
        """Where figures of speech stand in the text."""
        return [match.span() for match in IDIOM.finditer(self.text)]

    @cached_property
    def has_figure(self) -> bool:
        """True with a quantity that tells something and is no part of a figure of speech."""
        return any(
            is_informative(quantity, self.text)
            and not any(start <= quantity.start and quantity.end <= end for start, end in self.pictures)
            for quantity in self.quantities
        )


def is_informative(quantity: Quantity, text: str) -> bool:
    """Return whether a quantity says anything.

    False for ordinals, for the "two" of "the two countries", which only points back, and for "one day", "twice".
    """
    if quantity.dimension == "ordinal":
        return False
    if quantity.dimension == "fraction" or any(character.isdigit() for character in quantity.surface):
        return True
    before = text[: quantity.start].rsplit(None, 1)
    pointing = bool(before) and before[-1].lower() in _DEFINITE
    idle = _IDLE_NUMBER.match(quantity.surface) is not None and not text[quantity.end :].startswith(" as ")
    return not idle and not (quantity.dimension == "count" and pointing)


def lower_words(text: str) -> set[str]:
    """Return the words of a text in lower case; the country "US" is not the word "us"."""
    return {word if word == "US" else word.lower() for word in _WORD.findall(text)}


def has_name(text: str, tokens: list[Token]) -> bool:
    """Return whether a text names somebody or something."""
    return _CAPITAL.search(text, 1) is not None or any(
        token.pos_ == "PROPN" or token.ent_type_ in NAME_TYPES for token in tokens
    )


def count_names(candidate: ClaimCandidate, tokens: list[Token]) -> int:
    """Count the names of a claim, which stand apart where another word stands between them."""
    proper = [token.i for token in tokens if token.pos_ == "PROPN" or token.ent_type_ in NAME_TYPES]
    runs = sum(at - 1 not in proper for at in proper)
    return max(runs, int(candidate.named or has_name(candidate.text, tokens)))


def is_first_person(token: Token) -> bool:
    """Return whether a token is the author: not the "I" of "World War I", nor the "my" of "my country"."""
    if token.dep_ == "poss" and token.head.lemma_.lower() in COUNTRY_NOUNS:
        return False
    return (
        token.lower_ in FIRST_PERSON
        and token.tag_ in ("PRP", "PRP$")
        and not (token.i and token.nbor(-1).pos_ == "PROPN")
    )
