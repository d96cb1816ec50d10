"""Corrections where the small model took a verb for another form, or for another kind of word."""

from spacy.tokens import Token

from claims.language.clauses.grammar import has_subject, is_finite, is_plural
from claims.language.inflection import past_tense
from claims.language.vocabulary import word_set

_MENTIONING = word_set("mention note say recall stress remember remark point add emphasize emphasise")


def mend_verb(token: Token) -> None:
    """Correct the form of a verb, and what hangs on it, where the tree shows the error."""
    for mend in _MENDS.get(token.dep_, ()):
        mend(token)


def _mend_present_read_as_infinitive(token: Token) -> None:
    """ "are in contact and already carry out plans": without an auxiliary to share it is a present tense."""
    first = token.head
    if token.tag_ != "VB" or token.dep_ != "conj" or has_subject(token):
        return
    helpers = [child for child in (*first.children, *token.children) if child.dep_ == "aux"]
    plain = first.tag_ == "VBP" and not helpers
    perfect = first.tag_ == "VBN" and bool(helpers) and all(helper.tag_ == "VBP" for helper in helpers)
    if plain or perfect:
        token.tag_ = "VBP"


def _mend_present_read_as_command(token: Token) -> None:
    """ "Its factories turn out shells": a verb that has a subject and no helper is no infinitive."""
    subject = next((child for child in token.lefts if child.dep_ == "nsubj"), None)
    helped = any(child.dep_ in ("aux", "auxpass", "mark") for child in token.lefts)
    if token.tag_ == "VB" and subject is not None and not helped and is_plural(subject):
        token.tag_ = "VBP"


def _mend_subject_read_as_compound(token: Token) -> None:
    """ "Sweden shares a border": the noun right before a verb without a subject is its subject."""
    if token.tag_ not in ("VBZ", "VBD", "VBP") or has_subject(token) or token.i == 0:
        return
    noun = token.nbor(-1)
    if noun.head == token and noun.dep_ in ("compound", "nmod", "npadvmod") and noun.pos_ in ("NOUN", "PROPN"):
        noun.dep_ = "nsubj"


def _mend_verb_read_as_compound(token: Token) -> None:
    """ "Russia exports wheat to Egypt.": in a sentence without a verb the plural between name and noun is the verb."""
    if token.tag_ not in ("NN", "NNS") or token.i != 2 or token.doc[-1].text != ".":
        return
    name, verb = token.doc[0], token.doc[1]
    joined = verb.tag_ == "NNS" and verb.head == token and name.pos_ == "PROPN" and name.head in (verb, token)
    if not joined or any(is_finite(other) for other in token.doc):
        return
    for child in list(token.rights):
        child.head = verb
    verb.head, verb.dep_, verb.tag_, verb.pos_ = verb, "ROOT", "VBZ", "VERB"
    token.head, token.dep_ = verb, "dobj"
    name.head, name.dep_ = verb, "nsubj"


def _mend_only_verb_read_as_participle(token: Token) -> None:
    """ "The buyers paid for the engines.": in a sentence without a verb the participle is the verb."""
    noun = token.head
    if token.tag_ != "VBN" or noun.dep_ != "ROOT" or token.i != noun.i + 1 or token.doc[-1].text != ".":
        return
    owned = any(child.dep_ == "poss" for child in noun.lefts)
    told = noun.pos_ == "PROPN" or owned or noun.left_edge.lower_ == "the"
    if not told or noun.pos_ not in ("NOUN", "PROPN") or any(is_finite(other) for other in token.doc):
        return
    if any(child.dep_ == "agent" for child in token.children) or token.text != past_tense(token.lemma_):
        return
    for child in list(noun.rights):
        if child != token:
            child.head = token
    token.head, token.dep_, token.tag_ = token, "ROOT", "VBD"
    noun.head, noun.dep_ = token, "nsubj"


def _mend_past_read_as_participle(token: Token) -> None:
    """ "toured the plant and threatened managers": without an auxiliary to share it is a past tense."""
    first = token.head
    if token.tag_ not in ("VBN", "VB") or first.tag_ != "VBD" or first.pos_ != "VERB" or token.pos_ != "VERB":
        return
    helped = any(child.dep_ in ("aux", "auxpass", "agent") for child in (*first.children, *token.children))
    past = token.text == past_tense(token.lemma_)
    if not helped and not has_subject(token) and past and any(child.dep_ == "dobj" for child in token.children):
        token.tag_ = "VBD"


def _mend_round_read_as_verb(token: Token) -> None:
    """ "runs round the clock": right behind a verb, without "and", it is where or when the verb does it."""
    if token.lower_ == "round" and token.i and token.nbor(-1).pos_ == "VERB" and not has_subject(token):
        token.head = token.nbor(-1)
        token.dep_, token.tag_, token.pos_ = "prep", "IN", "ADP"


def _mend_worth_mentioning(token: Token) -> None:
    """ "It is worth mentioning that…": what follows is said, mentioning it is only a way to begin."""
    mentioning = token.head
    worth = mentioning.head
    if mentioning.lemma_ not in _MENTIONING or worth.lower_ != "worth" or worth.dep_ != "acomp":
        return
    if token.left_edge.lower_ == "that":
        token.head = worth.head


def _mend_passive_read_as_list(token: Token) -> None:
    """ "The treaty, which…, banned missiles.": with no other verb the participle is what the treaty did."""
    missiles = token.head
    treaty = missiles.head
    if token.tag_ != "VBN" or missiles.dep_ != "appos" or treaty.dep_ != "ROOT" or missiles.left_edge != token:
        return
    related = any(child.dep_ == "relcl" and child.i < token.i for child in treaty.children)
    if not related or treaty.pos_ not in ("NOUN", "PROPN") or token.nbor(-1).text != ",":
        return
    for child in [*treaty.children, *missiles.children]:
        if child.i > token.i:
            child.head = token
    token.head, token.dep_ = token, "ROOT"
    token.tag_, token.pos_ = "VBD", "VERB"
    missiles.head, missiles.dep_ = token, "dobj"
    treaty.head, treaty.dep_ = token, "nsubj"


_MENDS = {
    "acl": (_mend_only_verb_read_as_participle,),
    "amod": (_mend_passive_read_as_list,),
    "conj": (
        _mend_present_read_as_infinitive,
        _mend_past_read_as_participle,
        _mend_round_read_as_verb,
    ),
    "ROOT": (_mend_present_read_as_command, _mend_subject_read_as_compound, _mend_verb_read_as_compound),
    "prep": (_mend_round_read_as_verb,),
    "ccomp": (_mend_worth_mentioning,),
}
