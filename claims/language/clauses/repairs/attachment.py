"""Clauses, participles and units that the parser hung on the wrong word, or under the wrong label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.language.attribution import is_report
from claims.language.clauses.grammar import (
    NOUNS,
    has_subject,
    is_after_comma,
    is_finite,
    is_measure,
    is_of_date,
    is_time,
    relative_word,
)
from claims.language.clauses.repairs.editing import attach, hang, retag
from claims.language.vocabulary import ORGANISATION_NOUNS, PERSON_NOUNS, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORDERS = word_set("order contract deal agreement purchase sale tender bid package")
_PLACES_AND_BODIES = word_set("""tank town city village port capital island club school hospital museum charity lab laboratory
    district suburb college magazine website""")
_OF_ORDERS = word_set("value worth sign announce award conclude estimate price")
_DUE = word_set("payable due available effective valid open")
_UNIT_SYMBOL = re.compile(r"[kMGTmc]?(?:N|W|V|J|Pa|Hz|t|kg|g|m|bar)\.?$")


def repair_unit_beside_figure(token: Token) -> bool:
    """ "climbs to 2100 N": a symbol right after a figure belongs to it, whatever the parser hung it on."""
    if token.i == 0 or not _UNIT_SYMBOL.match(token.text) or not token.nbor(-1).text[-1:].isdigit():
        return False
    figure = token.nbor(-1)
    if token in (figure.head, token.head) or token.head == figure or token.n_lefts + token.n_rights:
        return False
    attach(token, figure, "nmod")
    return True


def repair_value_on_last_item(token: Token) -> bool:
    """ "a contract for 12 ferries and three tugs, valued at 3 million": the contract has the value, not the tugs."""
    if token.lemma_ not in _OF_ORDERS or not is_after_comma(token):
        return False
    order = next((above for above in token.ancestors if above.lemma_.lower() in _ORDERS), None)
    if order is None or not all(
        above.dep_ in ("pobj", "conj", "prep", "appos") for above in token.ancestors if order.is_ancestor(above)
    ):
        return False
    token.head = order
    return True


def repair_second_passive_on_agent(token: Token) -> bool:
    """ "was designed by A, built by B": B built the thing, not A."""
    passive = token.head.head.head
    if token.tag_ != "VBN" or not is_after_comma(token) or token.head.head.dep_ != "agent":
        return False
    is_passive = any(child.dep_ == "auxpass" for child in passive.children)
    if not is_passive or not any(child.dep_ == "agent" for child in token.children):
        return False
    attach(token, passive, "conj")
    return True


def repair_second_infinitive_on_finite_verb(token: Token) -> bool:
    """ "allows them to pool ships, share bases and buy fuel": the bare verbs go with the infinitive."""
    if token.tag_ != "VB" or has_subject(token) or not is_finite(token.head):
        return False
    if any(child.tag_ in ("MD", "TO") or child.lemma_ == "do" for child in (*token.head.children, *token.children)):
        return False
    infinitives = [
        child
        for child in token.head.children
        if child.dep_ in ("xcomp", "ccomp", "advcl") and child.tag_ == "VB" and token.head.i < child.i < token.i
    ]
    if not infinitives or not any(child.lower_ == "to" for child in infinitives[-1].children):
        return False
    token.head = infinitives[-1]
    return True


def repair_apposition_on_person(token: Token) -> bool:
    """ "Marek Dolny of the Vistula Institute, a think tank,": the institute is the tank, not the man."""
    host = token.head
    body = token.lemma_.lower() in ORGANISATION_NOUNS or token.lower_ in _PLACES_AND_BODIES
    if not body or token.left_edge.i < 2 or not is_after_comma(token):
        return False
    near = token.left_edge.nbor(-2)
    if near.pos_ != "PROPN" or near.ent_type_ == "PERSON" or near.dep_ != "pobj" or near.head.head != host:
        return False
    token.head = near
    return True


def repair_second_passive_as_adverbial(token: Token) -> bool:
    """ "was built in 1962, bought by Norden in 1965 and retired in 1988": one passive after the other."""
    verb = token.head
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    dated = any(child.dep_ == "agent" or (child.dep_ == "prep" and is_time(child)) for child in token.rights)
    joined = any(child.dep_ == "conj" and child.tag_ in ("VBN", "VBD") for child in token.rights)
    if token.tag_ != "VBN" or not passive or not dated or not joined or not is_after_comma(token) or has_subject(token):
        return False
    if token.i < verb.i or token.left_edge != token:
        return False
    token.dep_ = "conj"
    return True


def repair_time_inside_apposition(token: Token) -> bool:
    """ "discovered the Step, a cliff 900 metres high, in 1968": the cliff is no cliff in 1968."""
    inside = next((above for above in token.ancestors if above.dep_ == "appos"), None)
    if inside is None or not is_after_comma(token) or not is_after_comma(inside) or not is_time(token):
        return False
    verb = next((above for above in inside.ancestors if above.pos_ == "VERB"), None)
    if verb is None or verb.i > token.i or inside.left_edge.i > token.i:
        return False
    hang((token, token.left_edge.nbor(-1)), verb)
    return True


def repair_superlative_of_which(token: Token) -> bool:
    """ "five hatches, the narrowest of which measures 58 cm": the narrowest does, and it is one of the hatches."""
    if token.i < 5 or token.nbor(-1).tag_ != "WDT" or token.nbor(-2).lower_ != "of" or token.pos_ != "VERB":
        return False
    of, chosen = token.nbor(-2), token.nbor(-3)
    noun = chosen.nbor(-3)
    if has_subject(token) or chosen.nbor(-1).lower_ != "the" or chosen.nbor(-2).text != "," or noun.pos_ not in NOUNS:
        return False
    attach(token, noun, "relcl")
    attach(chosen, token, "nsubj")
    attach(of, chosen, "prep")
    attach(token.nbor(-1), of, "pobj")
    return True


def repair_counted_noun_on_verb(token: Token) -> bool:
    """ "16 points and 11 rebounds": what a figure right before it counts is one of the things counted, and no verb."""
    verb = token.head
    figure = token.nbor(-1) if token.i else token
    counted = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < token.i), None)
    if token.tag_ not in ("VBZ", "NNS") or figure.tag_ != "CD" or counted is None or not is_measure(counted):
        return False
    if any(child.dep_ == "dobj" for child in token.rights) or verb.pos_ != "VERB":
        return False
    attach(token, counted, "conj")
    retag(token, "NNS", "NOUN")
    figure.dep_ = "nummod"
    hang([child for child in verb.rights if child.dep_ == "cc" and counted.i < child.i < token.i], counted)
    return True


def repair_told_of_all_on_last_item(token: Token) -> bool:
    """ "There were 12 men and three women killed in May": all were killed, not only the women."""
    first = token.head
    while first.dep_ == "conj" and first.pos_ in NOUNS:
        first = first.head
    verb = first.head
    there = any(child.dep_ == "expl" and child.lower_ == "there" for child in verb.children)
    if first == token.head or first.dep_ != "attr" or not there or is_after_comma(token) or has_subject(token):
        return False
    attach(token, verb, "xcomp" if token.dep_ == "acl" else token.dep_)
    return True


def repair_noun_on_first_clause(token: Token) -> bool:
    """ "X is old, and Y may sell cranes and – by 2026 – land": the last noun belongs to what Y may do."""
    if token.pos_ not in NOUNS or token.head.pos_ not in ("VERB", "AUX"):
        return False
    if is_finite(token) or has_subject(token):
        return False
    clauses = [
        child
        for child in token.head.children
        if child.dep_ == "conj" and token.head.i < child.i < token.i and child.pos_ in ("VERB", "AUX")
    ]
    if not clauses or not has_subject(clauses[-1]):
        return False
    token.head = clauses[-1]
    return True


def repair_result_on_main_clause(token: Token) -> bool:
    """ "fell when a bolt broke, injuring two": what stands right before the participle did it."""
    if token.tag_ != "VBG" or not is_after_comma(token):
        return False
    causes = [
        child
        for child in token.head.children
        if child.dep_ == "advcl" and token.head.i < child.i < token.i and is_finite(child) and has_subject(child)
    ]
    if not causes or causes[-1].right_edge.i != token.left_edge.i - 2:
        return False
    token.head = causes[-1]
    return True


def repair_relative_clause_on_source(token: Token) -> bool:
    """ "handled 40 million tons, according to the ministry, which is 4 % more": the tons are more, not the ministry."""
    noun = token.head
    according = noun.head.head
    if token.lemma_ != "be" or noun.dep_ != "pobj" or according.lower_ != "according":
        return False
    sums = [child for child in according.head.children if child.i < according.i and is_measure(child)]
    if not sums or not any(inner.like_num for inner in token.subtree):
        return False
    token.head = sums[-1]
    return True


def repair_relative_clause_as_adverbial(token: Token) -> bool:
    """ "nine engines, each of which produces…", "40 litres, which is…": a relative clause, not an adverbial one."""
    if token.left_edge.i < 2 or token.left_edge.nbor(-1).text != ",":
        return False
    word = relative_word(token)
    noun = token.left_edge.nbor(-2)
    while noun.dep_ == "pobj" and noun.head.i > 0 and (noun.head.lower_ == "per" or is_of_date(noun)):
        noun = noun.head.nbor(-1)
    opens = word is not None and word.tag_ in ("WDT", "WP$") and (word.dep_ == "pobj" or word == token.left_edge)
    if not opens or noun.pos_ not in NOUNS or noun.i >= token.left_edge.i:
        return False
    attach(token, noun, "relcl")
    return True


def repair_second_predicate_as_complement(token: Token) -> bool:
    """ "has a range, can carry a load": without a subject the second verb is not what the first one says."""
    if token.i < token.head.i or is_report(token.head) or has_subject(token):
        return False
    if not is_after_comma(token) or not is_finite(token) or not is_finite(token.head):
        return False
    token.dep_ = "conj"
    return True


def repair_day_of_payment(token: Token) -> bool:
    """ "will pay a dividend of 2 euros, payable on 30 May": the dividend is payable then."""
    if token.lower_ not in _DUE or token.i == 0 or token.nbor(-1).text != "," or token.dep_ == "amod":
        return False
    verb = next((above for above in token.ancestors if above.pos_ == "VERB"), None)
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None) if verb is not None else None
    dated = any(child.dep_ == "prep" and is_time(child) for child in token.rights)
    if thing is None or thing.i > token.i or not dated:
        return False
    attach(token, thing, "amod")
    retag(token, "JJ", "ADJ")
    return True


def repair_name_of_head_on_body(token: Token) -> bool:
    """ "The head of the Velden Union, Mara Lind,": a person is the head, and no union is."""
    body = token.head
    of = body.head
    office = of.head
    if (
        token.ent_type_ != "PERSON"
        or body.ent_type_ == "PERSON"
        or body.dep_ != "pobj"
        or of.lower_ not in ("of", "for")
    ):
        return False
    if office.lemma_.lower() not in PERSON_NOUNS or not is_after_comma(token):
        return False
    token.head = office
    return True
