"""Verbs that the parser took for another form, or for another kind of word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.clauses.grammar import NOUNS, has_subject, is_after_comma, is_finite, is_measure, is_plural
from claims.language.clauses.repairs.editing import attach, hang, promote, retag
from claims.language.inflection import past_tense
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSE_HEADS = ("ROOT", "advcl", "conj", "ccomp", "relcl")

#: What people do, none of which is done to them or to where they were born.
_DEEDS_OF_LIVES = word_set("""graduate study work serve live grow attend join enter teach become begin start move return emigrate marry
    enlist practise practice rise go come spend""")


def repair_verb_before_measure_as_noun(token: Token) -> bool:
    """ "its output in winter climbs to 900 MW": a plural noun right before "to" and a measure is the verb."""
    if token.tag_ != "NNS" or token.i + 2 >= len(token.doc):
        return False
    preposition = token.nbor(1)
    measured = any(child.dep_ == "pobj" and is_measure(child) for child in preposition.children)
    if preposition.lower_ not in ("to", "by") or not measured:
        return False
    if any(child.dep_ == "nsubj" for child in token.children):
        retag(token, "VBZ", "VERB")
        return True
    noun = next((above for above in token.ancestors if above.dep_ in _CLAUSE_HEADS), None)
    if noun is None or any(child.pos_ in ("VERB", "AUX") for child in noun.children):
        return False
    if noun.pos_ not in NOUNS or noun.i > token.i or preposition.head not in (noun, token):
        return False
    place, inner = token.head, [child for child in token.children if child.dep_ == "compound"]
    promote(token, noun)
    retag(token, "VBZ", "VERB")
    noun.dep_ = "nsubj"
    for compound in inner:
        attach(compound, place, "pobj")
    hang([child for child in noun.children if child.i > token.i or child.dep_ == "mark"], token)
    return True


def repair_acronym_as_verb(token: Token) -> bool:
    """ "estimated by the institute SIPRI at $4 billion, has risen": letters of a name are no verb, where there is one."""
    if token.tag_ not in ("VBZ", "VBD", "VBP", "VBN", "VB") or not token.text.isupper() or len(token.text) < 3:
        return False
    verb = next((child for child in token.rights if child.dep_ == "conj" and is_finite(child)), None)
    noun = token.nbor(-1) if token.i else token
    if token.dep_ != "ROOT" or verb is None or noun.pos_ not in NOUNS or token.doc.text.isupper():
        return False
    begins = verb.left_edge.i
    promote(verb, token)
    attach(token, noun, "appos")
    retag(token, "NNP", "PROPN")
    above = next((word for word in noun.ancestors if word.pos_ == "VERB"), verb)
    for child in [child for child in (*token.lefts, *token.rights) if child not in (verb, noun)]:
        child.head = above if child.dep_ in ("prep", "npadvmod") and child.i < begins else verb
    return True


def repair_deed_after_birth(token: Token) -> bool:
    """ "was born in Kaldor, graduated in 1970 and served as a judge": who was born did the rest."""
    born = next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), token)
    if (
        born.lemma_ != "bear"
        or token.lemma_ not in _DEEDS_OF_LIVES
        or token.tag_ not in ("VBN", "VBD")
        or token.i < born.i
        or has_subject(token)
    ):
        return False
    if not is_after_comma(token) or any(child.dep_ in ("agent", "auxpass", "mark") for child in token.children):
        return False
    attach(token, born, "conj")
    retag(token, "VBD", "VERB")
    return True


def repair_inverted_condition(token: Token) -> bool:
    """ "Had the valve closed, it would fly": what opens with its verb before its subject is only supposed."""
    opener = next(word for word in token.doc[token.left_edge.i :] if not word.is_punct or word == token)
    subject = next((child for child in token.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    main = token.head
    if opener.lower_ not in ("had", "were", "should") or opener.head != token or subject is None:
        return False
    supposes = opener.i < subject.i and token.i < main.i and any(child.tag_ == "MD" for child in main.lefts)
    if not supposes or not has_subject(main):
        return False
    token.dep_ = "advcl"
    return True


def repair_main_verb_as_noun(token: Token) -> bool:
    """ "The frigate displaces 3,100 tons", "The probe orbits at 300 km.": a sentence needs a verb."""
    if token.tag_ != "NNS" or token.i == 0:
        return False
    subject = token.nbor(-1)
    if subject.dep_ != "compound" or subject.head != token:
        return False
    complement = _complement_of_lost_verb(token)
    if complement is None:
        return False
    if complement.dep_ == "appos":
        complement.dep_ = "dobj"
    hang([left for left in token.lefts if left != subject], subject)
    subject.dep_ = "nsubj"
    retag(token, "VBZ", "VERB")
    return True


def _complement_of_lost_verb(noun: Token) -> Token | None:
    """Return an object; in a whole sentence without a verb also a measure, a place or a day right behind the noun."""
    thing = next((child for child in noun.children if child.dep_ == "dobj"), None)
    first = next(noun.rights, None)
    if thing is not None or first is None:
        return thing
    whole = noun.doc[-1].text == "." and not any(is_finite(token) for token in noun.doc)
    if not whole or not _may_act(noun.nbor(-1)) or first.left_edge.i != noun.i + 1:
        return None
    return first if first.dep_ == "prep" or (first.dep_ == "appos" and is_measure(first)) else None


def _may_act(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or noun.doc[noun.head.left_edge.i].dep_ == "det"


def repair_verb_between_nouns_as_noun(token: Token) -> bool:
    """ "Ghana ships coal to Japan.": in a sentence without a verb the plural between name and noun is the verb."""
    if token.tag_ not in ("NN", "NNS") or token.i != 2 or token.doc[-1].text != ".":
        return False
    name, verb = token.doc[0], token.doc[1]
    joined = verb.tag_ == "NNS" and verb.head == token and name.pos_ == "PROPN" and name.head in (verb, token)
    if not joined or any(is_finite(other) for other in token.doc):
        return False
    hang(token.rights, verb)
    attach(verb, verb, "ROOT")
    retag(verb, "VBZ", "VERB")
    attach(token, verb, "dobj")
    attach(name, verb, "nsubj")
    return True


def repair_relative_verb_as_noun(token: Token) -> bool:
    """ "which even the Germans envy": the verb was read as a noun and its subject as part of a compound."""
    if token.tag_ != "NN" or token.i == 0:
        return False
    before = token.nbor(-1)
    word = next((child for child in token.children if child.tag_ == "WDT" and child.dep_ == "nsubj"), None)
    if word is None or before.dep_ != "compound" or before.head != token or before.tag_ not in ("NNS", "NNPS"):
        return False
    determiners = [child for child in token.children if child.dep_ == "det"]
    word.dep_ = "dobj"
    before.dep_ = "nsubj"
    retag(token, "VBP", "VERB")
    hang(determiners, before)
    return True


def repair_past_as_attribute(token: Token) -> bool:
    """ "Velden Steel exported warships.": in a sentence without a verb the participle between two nouns is the verb."""
    noun = token.head
    if token.tag_ != "VBN" or noun.dep_ != "ROOT" or token.i == 0 or noun.pos_ not in NOUNS:
        return False
    subject = token.nbor(-1)
    outer = subject.head in (token, noun) and subject.dep_ in ("npadvmod", "compound", "nmod")
    if not outer or noun.doc[-1].text != "." or any(is_finite(other) for other in noun.doc):
        return False
    hang([child for child in noun.children if child.i > noun.i or child.i < token.i], token)
    _make_main_verb(token, subject=subject, object_=noun)
    return True


def repair_past_after_relative_clause_as_attribute(token: Token) -> bool:
    """ "The treaty, which…, banned missiles.": with no other verb the participle is what the treaty did."""
    missiles = token.head
    treaty = missiles.head
    if token.tag_ != "VBN" or missiles.dep_ != "appos" or treaty.dep_ != "ROOT" or missiles.left_edge != token:
        return False
    related = any(child.dep_ == "relcl" and child.i < token.i for child in treaty.children)
    if not related or treaty.pos_ not in NOUNS or token.nbor(-1).text != ",":
        return False
    hang([child for child in [*treaty.children, *missiles.children] if child.i > token.i], token)
    _make_main_verb(token, subject=treaty, object_=missiles)
    return True


def repair_only_verb_as_participle(token: Token) -> bool:
    """ "The tenants paid for the roof.": in a sentence without a verb the participle is the verb."""
    noun = token.head
    if token.tag_ != "VBN" or noun.dep_ != "ROOT" or token.i != noun.i + 1 or token.doc[-1].text != ".":
        return False
    owned = any(child.dep_ == "poss" for child in noun.lefts)
    definite = noun.pos_ == "PROPN" or owned or noun.left_edge.lower_ == "the"
    if not definite or noun.pos_ not in NOUNS or any(is_finite(other) for other in token.doc):
        return False
    if any(child.dep_ == "agent" for child in token.children) or token.text != past_tense(token.lemma_):
        return False
    hang([child for child in noun.rights if child != token], token)
    attach(token, token, "ROOT")
    token.tag_ = "VBD"
    attach(noun, token, "nsubj")
    return True


def repair_main_verb_after_apposition_as_participle(token: Token) -> bool:
    """ "The old mill, the Lower Mill, burned in 1911": the only verb of the sentence is its main verb."""
    if token.tag_ != "VBN" or token.i == 0 or token.nbor(-1).text != ",":
        return False
    noun = token.head
    roles = {child.dep_ for child in token.children}
    described = any(child.dep_ in ("appos", "relcl") and child.i < token.i for child in noun.children)
    if noun.dep_ != "ROOT" or noun.pos_ not in NOUNS or not described or "agent" in roles:
        return False
    if not roles & {"dobj", "prep", "xcomp", "ccomp"}:
        return False
    promote(token, noun)
    token.tag_ = "VBD"
    noun.dep_ = "nsubj"
    hang([child for child in noun.children if child.i > token.i], token)
    return True


def repair_present_as_infinitive(token: Token) -> bool:
    """ "are in touch and already share bases": without an auxiliary to share it is a present tense."""
    first = token.head
    if token.tag_ != "VB" or has_subject(token):
        return False
    helpers = [child for child in (*first.children, *token.children) if child.dep_ == "aux"]
    plain = first.tag_ == "VBP" and not helpers
    perfect = first.tag_ == "VBN" and bool(helpers) and all(helper.tag_ == "VBP" for helper in helpers)
    if plain or perfect:
        token.tag_ = "VBP"
    return plain or perfect


def repair_present_as_base_form(token: Token) -> bool:
    """ "Its yards turn out tyres": a verb that has a subject and no helper is no infinitive."""
    subject = next((child for child in token.lefts if child.dep_ == "nsubj"), None)
    helped = any(child.dep_ in ("aux", "auxpass", "mark") for child in token.lefts)
    if token.tag_ != "VB" or subject is None or helped or not is_plural(subject):
        return False
    token.tag_ = "VBP"
    return True


def repair_past_as_participle(token: Token) -> bool:
    """ "opened the crates and read the letters": without an auxiliary to share it is a past tense."""
    first = token.head
    present = token.tag_ == "VBN" and first.tag_ in ("VBZ", "VBP")
    if (
        token.tag_ not in ("VBN", "VB")
        or not (first.tag_ == "VBD" or present)
        or first.pos_ != "VERB"
        or token.pos_ != "VERB"
    ):
        return False
    helped = any(child.dep_ in ("aux", "auxpass", "agent") for child in (*first.children, *token.children))
    past = token.text == past_tense(token.lemma_)
    told = any(child.dep_ == "dobj" or (child.dep_ == "prep" and present) for child in token.children)
    if helped or has_subject(token) or not past or not told:
        return False
    token.tag_ = "VBD"
    return True


def repair_round_as_verb(token: Token) -> bool:
    """ "runs round the clock": right behind a verb, without "and", it is where or when the verb does it."""
    if token.lower_ != "round" or token.i == 0 or token.nbor(-1).pos_ != "VERB" or has_subject(token):
        return False
    attach(token, token.nbor(-1), "prep")
    retag(token, "IN", "ADP")
    return True


def _make_main_verb(participle: Token, *, subject: Token, object_: Token) -> None:
    """Let a participle be the past tense that the sentence is built on."""
    attach(participle, participle, "ROOT")
    retag(participle, "VBD", "VERB")
    attach(object_, participle, "dobj")
    attach(subject, participle, "nsubj")
