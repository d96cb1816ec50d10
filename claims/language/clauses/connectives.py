"""Discourse connectives: words and phrases that tie a sentence to the one before and state nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Adverbs that only connect.
CONNECTIVES = word_set("""however therefore moreover furthermore thus hence consequently meanwhile nevertheless nonetheless besides indeed
    additionally similarly likewise otherwise instead so then accordingly finally firstly secondly thirdly lastly first
    second third""")
_CONNECTING_PHRASES = frozenset(
    """in fact
    for example
    for instance
    in addition
    in particular
    of course
    in general
    in the end
    as a result
    in contrast
    by contrast
    on the other hand
    on the one hand
    in this regard
    to sum up
    in conclusion
    in short
    prior to this
    in other words
    at this time
    this time
    at the same time
    in turn
    after all
    above all
    as usual""".replace("    ", "").splitlines()
)


def is_connecting_phrase(token: Token) -> bool:
    """Return whether a dependent in front of its head is one of the phrases."""
    words = [inner.lower_ for inner in token.subtree if not inner.is_punct]
    return token.i < token.head.i and len(words) <= 5 and " ".join(words) in _CONNECTING_PHRASES
