"""Words that describe a noun or a time without a comma before them, and say something of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.clauses.grammar import (
    NOUNS,
    has_number_or_name,
    has_subject,
    is_after_comma,
    is_finite,
    is_time,
    relative_word,
)
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_LENGTHS = word_set("second minute hour day week fortnight month year decade shortly moment")


def tells_of_attribute(verb: Token, host: Token, top: Token) -> bool:
    """ "The cause was a damper which had been fitted upside down": what it was, and what was the matter with it."""
    subject = next((child for child in top.lefts if child.dep_ == "nsubj"), None)
    is_it = host.dep_ == "attr" and host.head == top and top.lemma_ == "be" and host.left_edge.lower_ in ("a", "an")
    word = relative_word(verb)
    if word is None or word != verb.left_edge or word.tag_ not in ("WDT", "WP"):
        return False
    opens = word.dep_ == "nsubjpass" or (word.dep_ == "nsubj" and has_number_or_name(verb))
    return is_it and opens and subject is not None and subject.pos_ in NOUNS


def describes_subject(participle: Token, host: Token, top: Token) -> bool:
    """ "is a twin-engine plane designed by Aerovant": what it is, and who designed it."""
    is_it = host.dep_ == "attr" and host.head == top and top.lemma_ == "be" and host.left_edge.lower_ in ("a", "an")
    told = any(child.dep_ == "agent" or (child.dep_ == "prep" and is_time(child)) for child in participle.rights)
    described = any(child.dep_ in ("amod", "compound") for child in host.lefts)
    named = any(child.dep_ == "nsubj" and (child.pos_ == "PROPN" or child.tag_ == "PRP") for child in top.lefts)
    return is_it and told and described and named and participle.tag_ == "VBN" and participle.i > host.i


def is_price_of_deal(worth: Token, host: Token) -> bool:
    """ "bought them in a deal worth $2 billion": what the deal is worth, none of those that were bought is."""
    priced = any(inner.like_num for inner in worth.subtree)
    return (
        priced and host.dep_ == "pobj" and host.head.lower_ in ("in", "under") and host.left_edge.lower_ in ("a", "an")
    )


def tells_of_each(participle: Token) -> bool:
    """ "two engines, each giving 90 kN": what each of several things does."""
    return participle.tag_ == "VBG" and any(
        child.lower_ == "each" and child.dep_ == "nsubj" and is_after_comma(child) for child in participle.lefts
    )


def leads_to_clause(measure: Token) -> bool:
    """ "hours after Lind warned…, it burned": how long after says nothing of either without the other."""
    after = measure.right_edge.i + 1
    if after >= len(measure.doc) or measure.lemma_.lower() not in _LENGTHS:
        return False
    mark = measure.doc[after]
    clause = mark.head
    told = clause.dep_ == "advcl" and is_finite(clause) and has_subject(clause) and mark.dep_ in ("mark", "advmod")
    return told and mark.lower_ in ("after", "before")
