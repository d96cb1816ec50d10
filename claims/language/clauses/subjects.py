"""Corrections where the small model lost the subject or the verb of a clause, made on the tree."""

from spacy.tokens import Doc, Token

from claims.language.attribution import asks_whether, is_report
from claims.language.clauses.grammar import (
    has_subject,
    is_after_comma,
    is_finite,
    is_measure,
    is_superlative,
)
from claims.language.vocabulary import word_set

_ORDERS = word_set("order contract deal agreement purchase sale tender bid package")
_OF_ORDERS = word_set("value worth sign announce award conclude estimate price")
_CLAUSE_HEADS = ("ROOT", "advcl", "conj", "ccomp", "relcl")
_NOUNS = ("NOUN", "PROPN")
_NAMES_OF_PLACES = ("GPE", "LOC", "FAC", "ORG")


def mend_subjects(doc: Doc) -> None:
    """Give verbs back the subjects that the model took for something else."""
    names_a_source = len(doc) > 2 and doc[0].lower_ == "according"
    for token in doc:
        if token.tag_ == "NNS":
            _mend_verb_read_as_noun(token)
        if names_a_source:
            _mend_name_of_source(token)
        for mend in _MENDS.get(token.dep_, ()):
            mend(token)


def _mend_name_read_as_adjective(token: Token) -> None:
    """ "Rostec, the arms company, said": a capitalised subject that is described is a name."""
    described = any(child.dep_ == "appos" for child in token.children)
    if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ == "ADJ" and token.text[0].isupper() and described:
        token.tag_, token.pos_ = "NNP", "PROPN"


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


def _mend_value_of_order(token: Token) -> None:
    """ "an order for 30 tanks and four guns, valued at 2 billion": the order has the value, not the guns."""
    if token.dep_ != "acl" or token.lemma_ not in _OF_ORDERS or not is_after_comma(token):
        return
    order = next((above for above in token.ancestors if above.lemma_.lower() in _ORDERS), None)
    inside = order is not None and all(
        above.dep_ in ("pobj", "conj", "prep", "appos") for above in token.ancestors if order.is_ancestor(above)
    )
    if inside:
        token.head = order


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


def _mend_subject_read_as_second_quality(token: Token) -> None:
    """ "alliances are fluid and power is concentrated": the noun right before a finite verb is its subject."""
    if token.dep_ != "conj" or token.tag_ not in ("VBZ", "VBP", "VBD", "VBN") or has_subject(token) or token.i < 2:
        return
    helpers = [child for child in token.children if child.dep_ in ("aux", "auxpass") and child.i < token.i]
    verb = helpers[0] if helpers else token
    noun = verb.nbor(-1)
    opener = noun.left_edge.nbor(-1) if noun.left_edge.i else noun
    if noun.pos_ not in _NOUNS or noun.dep_ != "conj" or opener.dep_ != "cc" or not is_finite(token):
        return
    if noun.head.pos_ != "ADJ" or verb.lemma_ not in ("be", "have"):
        return
    clause = next((above for above in noun.ancestors if above.pos_ in ("VERB", "AUX")), None)
    if clause is None or clause == token or token.is_ancestor(clause):
        return
    noun.head, noun.dep_ = token, "nsubj"
    token.head = clause
    opener.head = clause


def _mend_second_infinitive(token: Token) -> None:
    """ "allows them to pool funds, share plans and buy more": the bare verbs go with the infinitive."""
    if token.dep_ != "conj" or token.tag_ != "VB" or has_subject(token) or not is_finite(token.head):
        return
    if any(child.tag_ in ("MD", "TO") or child.lemma_ == "do" for child in (*token.head.children, *token.children)):
        return
    infinitives = [
        child
        for child in token.head.children
        if child.dep_ in ("xcomp", "ccomp", "advcl") and child.tag_ == "VB" and token.head.i < child.i < token.i
    ]
    if infinitives and any(child.lower_ == "to" for child in infinitives[-1].children):
        token.head = infinitives[-1]


def _mend_tail_of_second_clause(token: Token) -> None:
    """ "X is old, and Y may guard the coast and project power": the last noun belongs to what Y may do."""
    if token.dep_ != "conj" or token.pos_ not in _NOUNS or token.head.pos_ not in ("VERB", "AUX"):
        return
    if is_finite(token) or has_subject(token):
        return
    clauses = [
        child
        for child in token.head.children
        if child.dep_ == "conj" and token.head.i < child.i < token.i and child.pos_ in ("VERB", "AUX")
    ]
    if clauses and has_subject(clauses[-1]):
        token.head = clauses[-1]


def _mend_speaker_read_as_description(token: Token) -> None:
    """ "Kaldor, the ministry said, lost 12 jets": who says it stands right before the verb, who lost them further left."""
    speech = token.head.head
    if token.dep_ != "appos" or token.head.dep_ != "nsubj" or not is_report(speech) or not is_after_comma(token):
        return
    inside = [child for child in speech.children if child.dep_ == "ccomp" and child.i > speech.i]
    said = speech.head if speech.dep_ == "parataxis" else next(iter(inside), None)
    inset = token.right_edge.i == speech.i - 1 and speech.i + 1 < len(token.doc) and speech.nbor(1).text == ","
    if said is None or has_subject(said) or not inset or not is_finite(said):
        return
    noun = token.head
    token.head, token.dep_ = speech, "nsubj"
    noun.head, noun.dep_ = said, "nsubj"


def _mend_way_of_speech(token: Token) -> None:
    """ "reported, citing pilots, that…": what stands before "that" tells of the report."""
    content = token.head
    speech = content.head
    if token.dep_ not in ("advcl", "prep", "npadvmod") or content.dep_ != "ccomp" or not is_report(speech):
        return
    that = next((child for child in content.children if child.dep_ == "mark" and child.lower_ == "that"), None)
    if that is not None and speech.i < token.left_edge.i and token.right_edge.i < that.i:
        token.head = speech


def _mend_content_of_citing(token: Token) -> None:
    """ "reported, citing officials, that…": what follows was reported, the officials were cited."""
    citing = token.head
    speech = citing.head
    if token.dep_ != "ccomp" or citing.lemma_ not in ("cite", "quote") or citing.dep_ != "advcl":
        return
    if is_report(speech) and token.left_edge.lower_ == "that" and has_subject(token):
        token.head = speech


def _mend_open_question(token: Token) -> None:
    """ "It was unclear, he added, whether it flew": what is unclear is the main clause, and nobody added a question."""
    if token.dep_ == "ccomp" and token.head.dep_ == "parataxis" and asks_whether(token) and is_report(token.head):
        token.head = token.head.head
        return
    mark = next((child for child in token.lefts if child.dep_ == "mark" and child.lower_ == "whether"), None)
    main = next((child for child in token.lefts if child.dep_ == "ccomp"), None)
    if token.dep_ != "ROOT" or mark is None or main is None or main.i > mark.i:
        return
    _promote(main, token)
    token.dep_ = "ccomp"
    for child in list(token.lefts):
        if child.i < mark.i:
            child.head = main


def _mend_consequence(token: Token) -> None:
    """ "fell when a bolt broke, injuring two": what stands right before the participle did it."""
    if token.dep_ != "advcl" or token.tag_ != "VBG" or not is_after_comma(token):
        return
    causes = [
        child
        for child in token.head.children
        if child.dep_ == "advcl" and token.head.i < child.i < token.i and is_finite(child) and has_subject(child)
    ]
    if causes and causes[-1].right_edge.i == token.left_edge.i - 2:
        token.head = causes[-1]


def _make_verb(token: Token) -> None:
    token.tag_, token.pos_ = "VBZ", "VERB"


def _promote(token: Token, above: Token) -> None:
    """Put `token` in the place of `above`, which then hangs on it."""
    label, head = above.dep_, above.head
    token.head = token if head == above else head
    token.dep_ = label
    above.head = token


#: What may be wrong with a token of a label; to ask every token everything would cost a tenth of the parse.
_MENDS = {
    "nsubj": (_mend_name_read_as_adjective, _mend_time_read_as_subject),
    "nsubjpass": (_mend_name_read_as_adjective,),
    "conj": (
        _mend_second_report,
        _mend_subject_read_as_second_quality,
        _mend_second_infinitive,
        _mend_tail_of_second_clause,
    ),
    "acl": (_mend_value_of_order, _mend_main_verb_read_as_participle, _mend_second_agent),
    "appos": (_mend_subject_read_as_description, _mend_speaker_read_as_description),
    "pobj": (_mend_subject_read_as_place,),
    "relcl": (_mend_report_with_two_subjects,),
    "dobj": (_mend_rank_read_as_object,),
    "advcl": (_mend_way_of_speech, _mend_consequence),
    "prep": (_mend_way_of_speech,),
    "npadvmod": (_mend_way_of_speech,),
    "ccomp": (_mend_content_of_citing, _mend_open_question),
    "ROOT": (_mend_open_question,),
}
