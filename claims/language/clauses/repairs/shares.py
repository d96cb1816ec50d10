"""What is told of some of several things behind a comma, which the parser hangs on whatever stands nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.clauses.grammar import NOUNS, is_measure, is_plural
from claims.language.clauses.repairs.editing import attach

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = ("VBZ", "VBD", "VBP", "MD")
_OPENING = (",", "–", "—", "-", "--", "(")
_CLOSING = (*_OPENING, ")", ";", ".", ":")
#: "at least three of them", "all but two of them".
_MOST_WORDS_OF_SHARE = 4


def repair_share_of_things(token: Token) -> bool:
    """ "lost 40 tanks, half of them T-72s": the half is one of the tanks, and what follows is told of it."""
    if token.lower_ not in ("them", "it") or token.head.lower_ != "of" or token.i + 1 >= len(token.doc):
        return False
    share, begins = token.head.head, token.head.i
    while begins and token.head.i - begins < _MOST_WORDS_OF_SHARE and token.doc[begins - 1].text not in _OPENING:
        begins -= 1
    ends = next((word.i for word in token.doc[token.i + 1 :] if word.text in _CLOSING), len(token.doc))
    inset = begins and token.doc[begins - 1].text in _OPENING and begins <= share.i < token.i
    told = token.doc[token.i + 1 : ends]
    if not inset or not len(told) or any(word.tag_ in _FINITE for word in told) or told[0].tag_ in ("WP", "WDT"):
        return False
    goes_on = ends + 1 < len(token.doc) and token.doc[ends].text == "," and token.doc[ends + 1].dep_ == "cc"
    things = _counted_before(share, begins, many=token.lower_ == "them")
    if things is None or goes_on or any(word.tag_ in _FINITE for word in token.doc[things.i + 1 : begins]):
        return False
    attach(share, things, "appos")
    token.doc[begins - 1].head = things
    for word in token.doc[begins:ends]:
        if word != share and not begins <= word.head.i < ends:
            word.head = share
    return True


def _counted_before(share: Token, begins: int, *, many: bool) -> Token | None:
    """Return the noun to the left that is counted or measured, or else the nearest of more than one thing.

    None where two things are counted: of "3 ships and 40 sailors, two of them" nothing says which.
    """
    nouns = [word for word in reversed(share.doc[:begins]) if word.pos_ in NOUNS and word.dep_ != "compound"]
    nouns = [noun for noun in nouns if noun.ent_type_ not in ("DATE", "TIME")]
    counted = [noun for noun in nouns if is_measure(noun) and noun.dep_ != "appos"]
    several = [noun for noun in nouns if many and is_plural(noun)]
    return None if len(counted) > 1 else next(iter(counted or several), None)
