"""Conjuncts of one list: which they are, and which words are each one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.clauses.clause import Piece
from claims.language.clauses.grammar import NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token


_DETERMINERS = ("det", "poss", "nummod", "amod")


def chain_from(first: Token, members: set[int]) -> list[Token]:
    """Return a token and what is joined to it among the members, along the chain that the model builds."""
    conjuncts = [first]
    while following := [child for child in conjuncts[-1].children if child.dep_ == "conj" and child.i in members]:
        conjuncts.append(following[0])
    return conjuncts


def own_tokens(conjuncts: list[Token], conjunct: Token) -> set[int]:
    """Return the indexes of the tokens that are one conjunct's own, without what joins it to the next."""
    chain = {other.i for other in conjuncts}
    return {token.i for token in conjunct.subtree if not _under_another(token, conjunct, chain)}


def shared_determiner(first: Token, conjunct: Token) -> list[Piece]:
    """Return the "its" of "its length and width", the "the" of "the fourth and fifth", of both; mostly nothing."""
    ranked = conjunct.ent_type_ == first.ent_type_ == "ORDINAL"
    if (
        conjunct == first
        or not (ranked or conjunct.tag_ == "NN")
        or any(child.dep_ in _DETERMINERS for child in conjunct.lefts)
    ):
        return []
    given = next((child for child in first.lefts if child.dep_ in ("det", "poss")), None)
    return [given] if given is not None and given.lower_ in ("the", "its", "his", "her", "their") else []


def counted_noun(first: Token, bare: Token) -> list[Piece]:
    """Return the "light tanks" that the 30 of "40 light tanks in May and 30 in June" are; nothing beside a noun."""
    figure = next((child for child in first.lefts if child.dep_ == "nummod"), None)
    if first.pos_ not in NOUNS or bare == first:
        return []
    if bare.lower_ == "another":
        return [first.text]
    return [token.text for token in first.doc[figure.i + 1 : first.i + 1]] if figure and bare.tag_ == "CD" else []


def _under_another(token: Token, conjunct: Token, chain: set[int]) -> bool:
    """Return whether a token belongs to a later conjunct, or only joins the conjuncts."""
    while token != conjunct:
        if token.i in chain or (token.head == conjunct and token.dep_ in ("cc", "punct")):
            return True
        token = token.head
    return False
