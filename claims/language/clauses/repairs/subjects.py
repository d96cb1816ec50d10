"""Subjects that the parser took for another part of the clause, and other parts that it took for a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.attribution import is_report
from claims.language.clauses.grammar import (
    NOUNS,
    TITLE,
    has_subject,
    is_after_comma,
    is_finite,
    is_measure,
    is_superlative,
)
from claims.language.clauses.repairs.editing import attach, hang, promote, retag
from claims.language.vocabulary import ORGANISATION_NOUNS, PERSON_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMES_OF_PLACES = ("GPE", "LOC", "FAC", "ORG")


def repair_name_as_adjective(token: Token) -> bool:
    """ "Pelagic, owner of 40 ships, was sold": a capitalised subject with an apposition is a name."""
    described = any(child.dep_ == "appos" for child in token.children)
    if token.pos_ != "ADJ" or not token.text[0].isupper() or not described:
        return False
    retag(token, "NNP", "PROPN")
    return True


def repair_subject_as_compound(token: Token) -> bool:
    """ "The gun fires 6 rounds": the noun right before a verb without a subject is its subject."""
    if token.tag_ not in ("VBZ", "VBD", "VBP") or has_subject(token) or token.i == 0:
        return False
    noun = token.nbor(-1)
    if noun.head != token or noun.dep_ not in ("compound", "nmod", "npadvmod") or noun.pos_ not in NOUNS:
        return False
    noun.dep_ = "nsubj"
    return True


def repair_subject_as_apposition(token: Token) -> bool:
    """ "at Orla, a submarine, which…, sank" and "…tanks, the army reported": a verb needs the noun before it."""
    host = token.head
    if not is_after_comma(token) or token.pos_ not in NOUNS:
        return False
    verb = next((above for above in token.ancestors if above.dep_ == "ROOT"), None)
    if verb is None or verb.i < token.i or verb.pos_ != "VERB" or not is_finite(verb) or has_subject(verb):
        return False
    later = [child for child in host.children if child.i > token.i and child.i < verb.i]
    right_before = token.right_edge.i == verb.i - 1 and is_report(verb)
    embedded = verb.nbor(-1).text == "," and any(child.dep_ == "relcl" for child in [*later, *token.children])
    if not right_before and not embedded:
        return False
    attach(token, verb, "nsubj")
    hang(later, token)
    return True


def repair_subject_as_place(token: Token) -> bool:
    """ "At the Kremlin Vladimir Putin received…": two names run together, the second one acts."""
    preposition = token.head
    verb = preposition.head
    if preposition.dep_ != "prep" or preposition.left_edge.i != 0 or token.pos_ != "PROPN":
        return False
    if verb.i != token.i + 1 or verb.pos_ != "VERB" or not is_finite(verb) or has_subject(verb):
        return False
    place = next((left for left in reversed(list(token.lefts)) if left.ent_type_ in _NAMES_OF_PLACES), None)
    if place is None or place.ent_type_ == token.ent_type_ or not token.ent_type_:
        return False
    attach(token, verb, "nsubj")
    attach(place, preposition, "pobj")
    hang([left for left in token.lefts if left.i < place.i], place)
    return True


def repair_subject_as_second_complement(token: Token) -> bool:
    """ "borders are fluid and trade is concentrated": the noun right before a finite verb is its subject."""
    if token.tag_ not in ("VBZ", "VBP", "VBD", "VBN") or has_subject(token) or token.i < 2:
        return False
    helpers = [child for child in token.children if child.dep_ in ("aux", "auxpass") and child.i < token.i]
    verb = helpers[0] if helpers else token
    noun = verb.nbor(-1)
    opener = noun.left_edge.nbor(-1) if noun.left_edge.i else noun
    if noun.pos_ not in NOUNS or noun.dep_ != "conj" or opener.dep_ != "cc" or not is_finite(token):
        return False
    if noun.head.pos_ != "ADJ" or verb.lemma_ not in ("be", "have"):
        return False
    clause = next((above for above in noun.ancestors if above.pos_ in ("VERB", "AUX")), None)
    if clause is None or clause == token or token.is_ancestor(clause):
        return False
    attach(noun, token, "nsubj")
    hang((token, opener), clause)
    return True


def repair_time_as_subject(token: Token) -> bool:
    """ "After the talks Omaria made known that…": the talks are when, Omaria is who."""
    verb = next((child for child in token.children if child.dep_ == "relcl"), None)
    opener = token.left_edge.nbor(-1) if token.left_edge.i else None
    predicate = token.head
    if verb is None or opener is None or opener.dep_ != "mark" or opener.head != predicate:
        return False
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    adjacent = subject is not None and subject.left_edge.i == token.i + 1 and subject.pos_ == "PROPN"
    if not adjacent or predicate.pos_ != "ADJ" or predicate.dep_ != "ROOT":
        return False
    promote(verb, predicate)
    hang(predicate.children, verb)
    predicate.dep_ = "oprd"
    opener.dep_ = "prep"
    attach(token, opener, "pobj")
    return True


def repair_rank_as_object(token: Token) -> bool:
    """ "paid in 2017, the first borrower to do so": a rank after a comma is an apposition to the subject."""
    verb = token.head
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.pos_ != "PROPN" or not is_after_comma(token):
        return False
    if token.left_edge.lower_ != "the" or not is_superlative(token) or token.i <= verb.i:
        return False
    if any(
        is_measure(child) or _holds_measure(child) for child in verb.rights if child.right_edge.i < token.left_edge.i
    ):
        # "spent 4 percent last year, the highest share in the region": the share is the highest.
        return False
    attach(token, subject, "appos")
    return True


def _holds_measure(phrase: Token) -> bool:
    return any(
        is_measure(child) and child.ent_type_ not in ("DATE", "TIME") for child in phrase.rights if child.dep_ == "pobj"
    )


def repair_title(token: Token) -> bool:
    """ "company Halvard said" may come with two subjects, "co-author Anna Berg" as one compound."""
    if (
        token.tag_ != "NN"
        or token.i + 1 >= len(token.doc)
        or token.lemma_.lower() not in PERSON_NOUNS | ORGANISATION_NOUNS
    ):
        return False
    following = token.nbor(1)
    name = following.head if following.dep_ == "compound" else following
    if name.pos_ != "PROPN" or name.i <= token.i or name.ent_type_ in ("GPE", "LOC", "DATE"):
        return False
    if name.dep_ == "appos" and name.head == token:
        promote(name, token)
        token.dep_ = TITLE
        return True
    two_subjects = token.dep_ == name.dep_ == "nsubj" and token.head == name.head
    if not two_subjects and (token.dep_ != "compound" or token.head != name):
        return False
    attach(token, name, TITLE)
    return True


def repair_name_of_journal(token: Token) -> bool:
    """ "a study in the journal Orbit shows": the study shows it, and the journal is called so."""
    first = token.left_edge
    if token.pos_ != "PROPN" or first.i == 0:
        return False
    kind = first.nbor(-1)
    subjects = [child for child in token.head.children if child.dep_ == "nsubj" and child.i < token.i]
    if kind.pos_ != "NOUN" or kind.dep_ != "pobj" or not any(subject.is_ancestor(kind) for subject in subjects):
        return False
    attach(token, kind, "appos")
    return True
