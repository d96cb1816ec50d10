"""Words that say of the clause behind them that it is so: "the reason is that…", "it is clear that…"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_FACT_NOUNS = word_set("reason fact result truth reality upshot")
_SETTLED = word_set("clear true known obvious evident undisputed worth")
_ANYONE = ("we", "you", "everyone", "everybody")
_KNOWING = word_set("find see know note notice realize realise recall")


def names_a_fact(verb: Token) -> bool:
    """ "The reason why X is that Y": only the noun says that Y is so."""
    if verb.lemma_ != "be":
        return False
    return any(
        (child.dep_ == "nsubj" and child.lemma_.lower() in _FACT_NOUNS) or _is_settled(child) for child in verb.children
    )


def _is_settled(complement: Token) -> bool:
    """ "It is no secret that…", "it is clear that…": what follows is so."""
    if complement.dep_ not in ("attr", "acomp") or any(child.dep_ == "neg" for child in complement.head.children):
        return False
    if complement.lower_ == "secret":
        return any(child.lower_ == "no" for child in complement.children)
    return complement.lower_ in _SETTLED


def is_known(content: Token, verb: Token) -> bool:
    """ "We find that…", "everyone knows that…", "it can be seen that…": an author who says so says it."""
    everyone = any(
        (child.dep_ == "nsubj" and child.lower_ in _ANYONE) or (child.dep_ == "nsubjpass" and child.lower_ == "it")
        for child in verb.children
    )
    negated = any(child.dep_ == "neg" for child in verb.children)
    return everyone and not negated and verb.lemma_ in _KNOWING and content.left_edge.lower_ == "that"
