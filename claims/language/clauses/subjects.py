"""Corrections where the small model lost the subject or the verb of a clause, made on the tree."""

from spacy.tokens import Doc, Token

from claims.language.attribution import is_report
from claims.language.clauses.grammar import (
    has_subject,
    is_after_comma,
    is_finite,
    is_measure,
    is_superlative,
)

_CLAUSE_HEADS = ("ROOT", "advcl", "conj", "ccomp", "relcl")
_NOUNS = ("NOUN", "PROPN")
_NAMES_OF_PLACES = ("GPE", "LOC", "FAC", "ORG")


def mend_subjects(doc: Doc) -> None:
    """This function will give verbs back the subjects that the model took for something else."""
    for token in doc:
        _mend_name_read_as_adjective(token)
        _mend_present_read_as_infinitive(token)
        _mend_verb_read_as_noun(token)
        _mend_time_read_as_subject(token)
        _mend_main_verb_read_as_participle(token)
        _mend_subject_read_as_description(token)
        _mend_subject_read_as_place(token)
        _mend_report_with_two_subjects(token)
        _mend_name_of_source(token)
        _mend_second_agent(token)
        _mend_second_report(token)
        _mend_rank_read_as_object(token)


def _mend_name_read_as_adjective(token: Token) -> None:
    """ "Rostec, the arms company, said": a capitalised subject that is described is a name."""
    described = any(child.dep_ == "appos" for child in token.children)
    if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ == "ADJ" and token.text[0].isupper() and described:
        token.tag_, token.pos_ = "NNP", "PROPN"


def _mend_present_read_as_infinitive(token: Token) -> None:
    """ "are in contact and already carry out plans": without an auxiliary to share it is a present tense."""
    first = token.head
    if token.tag_ != "VB" or token.dep_ != "conj" or first.tag_ != "VBP" or has_subject(token):
        return
    if not any(child.dep_ == "aux" for child in (*first.children, *token.children)):
        token.tag_ = "VBP"


def _mend_verb_read_as_noun(token: Token) -> None:
    """ "thrust in vacuum climbs to 4150 N": a plural noun right before "to" and a measure is the verb."""
    if token.tag_ != "NNS" or token.i + 2 >= len(token.doc):
        return
    preposition = token.nbor(1)
    measured = any(child.dep_ == "pobj" and is_measure(child) for child in preposition.children)
    if preposition.lower_ not in ("to", "by") or not measured:
        return
    if any(child.dep_ == "nsubj" for child in token.children):
        _make_verb(token)
        return
    noun = next((above for above in token.ancestors if above.dep_ in _CLAUSE_HEADS), None)
    verbless = noun is not None and not any(child.pos_ in ("VERB", "AUX") for child in noun.children)
    if not verbless or noun.pos_ not in _NOUNS or noun.i > token.i or preposition.head not in (noun, token):
        return
    place, inner = token.head, [child for child in token.children if child.dep_ == "compound"]
    _promote(token, noun)
    _make_verb(token)
    noun.dep_ = "nsubj"
    for compound in inner:
        compound.head, compound.dep_ = place, "pobj"
    for child in list(noun.children):
        if child.i > token.i or child.dep_ == "mark":
            child.head = token


def _mend_time_read_as_subject(token: Token) -> None:
    """ "After the talks Serbia made known that…": the talks are when, Serbia is who."""
    verb = next((child for child in token.children if child.dep_ == "relcl"), None)
    opener = token.left_edge.nbor(-1) if token.left_edge.i else None
    predicate = token.head
    if verb is None or opener is None or opener.dep_ != "mark" or opener.head != predicate:
        return
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    adjacent = subject is not None and subject.left_edge.i == token.i + 1 and subject.pos_ == "PROPN"
    if not adjacent or predicate.pos_ != "ADJ" or predicate.dep_ != "ROOT" or token.dep_ != "nsubj":
        return
    _promote(verb, predicate)
    for child in list(predicate.children):
        child.head = verb
    predicate.dep_ = "oprd"
    opener.dep_ = "prep"
    token.head, token.dep_ = opener, "pobj"


def _mend_main_verb_read_as_participle(token: Token) -> None:
    """ "India, the largest importer, bought 30 guns": the only verb of the sentence is its main verb."""
    if token.dep_ != "acl" or token.tag_ != "VBN" or token.i == 0 or token.nbor(-1).text != ",":
        return
    noun = token.head
    roles = {child.dep_ for child in token.children}
    described = any(child.dep_ in ("appos", "relcl") and child.i < token.i for child in noun.children)
    if noun.dep_ != "ROOT" or noun.pos_ not in _NOUNS or not described or "agent" in roles:
        return
    if not roles & {"dobj", "prep", "xcomp", "ccomp"}:
        return
    _promote(token, noun)
    token.tag_ = "VBD"
    noun.dep_ = "nsubj"
    for child in list(noun.children):
        if child.i > token.i:
            child.head = token


def _mend_subject_read_as_description(token: Token) -> None:
    """ "According to Jane's, Israel, which…, owns" and "…tanks, the army reported": a verb needs the noun before it."""
    host = token.head
    if token.dep_ != "appos" or not is_after_comma(token) or token.pos_ not in _NOUNS:
        return
    verb = next((above for above in token.ancestors if above.dep_ == "ROOT"), None)
    if verb is None or verb.i < token.i or verb.pos_ != "VERB" or not is_finite(verb) or has_subject(verb):
        return
    later = [child for child in host.children if child.i > token.i and child.i < verb.i]
    right_before = token.right_edge.i == verb.i - 1 and is_report(verb)
    embedded = verb.nbor(-1).text == "," and any(child.dep_ == "relcl" for child in [*later, *token.children])
    if not right_before and not embedded:
        return
    token.head, token.dep_ = verb, "nsubj"
    for child in later:
        child.head = token


def _mend_subject_read_as_place(token: Token) -> None:
    """ "In the Kremlin Vladimir Putin received…": two names run together, the second one acts."""
    preposition = token.head
    verb = preposition.head
    if token.dep_ != "pobj" or preposition.dep_ != "prep" or preposition.left_edge.i != 0 or token.pos_ != "PROPN":
        return
    if verb.i != token.i + 1 or verb.pos_ != "VERB" or not is_finite(verb) or has_subject(verb):
        return
    place = next((left for left in reversed(list(token.lefts)) if left.ent_type_ in _NAMES_OF_PLACES), None)
    if place is None or place.ent_type_ == token.ent_type_ or not token.ent_type_:
        return
    token.head, token.dep_ = verb, "nsubj"
    place.head, place.dep_ = preposition, "pobj"
    for left in [left for left in token.lefts if left.i < place.i]:
        left.head = place


def _mend_report_with_two_subjects(token: Token) -> None:
    """ "Turkey's aircraft Kaan completed its flight, the agency announced": the flight is what was announced."""
    noun, speech = token.head, token.head.head
    if token.dep_ != "relcl" or noun.dep_ != "nsubj" or not is_report(speech) or not is_finite(token):
        return
    name = next((child for child in token.children if child.dep_ == "nsubj"), None)
    speakers = [child for child in speech.children if child.dep_ == "nsubj" and child.i > token.i]
    if name is None or not speakers or name.pos_ != "PROPN" or name.left_edge.i != noun.i + 1:
        return
    token.head, token.dep_ = speech, "ccomp"
    noun.head, noun.dep_ = name, "compound"


def _mend_name_of_source(token: Token) -> None:
    """ "According to the institute SIPRI, exports grew": the name before the comma belongs to the source."""
    noun = token.nbor(-1) if token.i else token
    closed = token.i + 1 < len(token.doc) and token.nbor(1).text == ","
    if noun.dep_ != "pobj" or noun.head.lower_ != "to" or noun.head.head.lower_ != "according" or not closed:
        return
    if noun.head.head.i == 0 and token.text[0].isupper() and token.n_lefts + token.n_rights == 0:
        token.head, token.dep_ = noun, "appos"
        token.tag_, token.pos_ = "NNP", "PROPN"


def _mend_second_agent(token: Token) -> None:
    """ "was designed by A, built by B": B built the thing, not A."""
    passive = token.head.head.head
    if token.dep_ != "acl" or token.tag_ != "VBN" or not is_after_comma(token) or token.head.head.dep_ != "agent":
        return
    is_passive = any(child.dep_ == "auxpass" for child in passive.children)
    if is_passive and any(child.dep_ == "agent" for child in token.children):
        token.head, token.dep_ = passive, "conj"


def _mend_second_report(token: Token) -> None:
    """ "admitted that 30 soldiers had died but denied that…": who admitted denied."""
    said = token.head
    speech = said.head
    if token.dep_ != "conj" or said.dep_ != "ccomp" or not is_report(speech) or is_report(said):
        return
    if not is_report(token) and token.lemma_ != "deny":
        return
    has_that = any(child.dep_ == "ccomp" and child.left_edge.lower_ == "that" for child in token.children)
    if not has_that or has_subject(token) or token.tag_ != speech.tag_ or said.left_edge.lower_ != "that":
        return
    for joining in [child for child in said.children if child.dep_ == "cc" and child.i < token.i]:
        joining.head = speech
    token.head = speech


def _mend_rank_read_as_object(token: Token) -> None:
    """ "signed in 2014, the first foreign customer to do so": a rank after a comma describes the subject."""
    verb = token.head
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if token.dep_ != "dobj" or subject is None or subject.pos_ != "PROPN" or not is_after_comma(token):
        return
    if token.left_edge.lower_ == "the" and is_superlative(token) and token.i > verb.i:
        token.head, token.dep_ = subject, "appos"


def _make_verb(token: Token) -> None:
    token.tag_, token.pos_ = "VBZ", "VERB"


def _promote(token: Token, above: Token) -> None:
    """Put `token` in the place of `above`, which then hangs on it."""
    label, head = above.dep_, above.head
    token.head = token if head == above else head
    token.dep_ = label
    above.head = token
