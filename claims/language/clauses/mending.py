"""Corrections of what the small model is known to get wrong, made on the tree before anyone reads it."""

from spacy.tokens import Doc, Token

from claims.language.attribution import is_report
from claims.language.clauses.grammar import is_measure

_CAUSING = frozenset("make leave keep render".split())


def mend(doc: Doc) -> None:
    """This function will correct heads and labels of the tree in place; a tree without known errors stays as it is."""
    for token in doc:
        _mend_small_clause(token)
        _mend_noun_as_relative_verb(token)
        _mend_day_of_speech(token)


def _mend_small_clause(token: Token) -> None:
    """"makes its weight only 5.5 tons": the measure belongs to the verb, not to a noun further left."""
    if token.dep_ != "appos" or not is_measure(token) or token.left_edge.i == 0:
        return
    before = token.left_edge.nbor(-1)
    verb = next((anc for anc in before.ancestors if anc.lemma_ in _CAUSING), None) if not before.is_punct else None
    if verb is not None and before.dep_ == "dobj" and before.head == verb:
        token.head = verb
        token.dep_ = "oprd"


def _mend_noun_as_relative_verb(token: Token) -> None:
    """"which even the Americans envy": the verb was read as a noun and its subject as part of a compound."""
    if token.dep_ != "relcl" or token.tag_ != "NN" or token.i == 0:
        return
    before = token.nbor(-1)
    word = next((child for child in token.children if child.tag_ == "WDT" and child.dep_ == "nsubj"), None)
    if word is None or before.dep_ != "compound" or before.head != token or before.tag_ not in ("NNS", "NNPS"):
        return
    determiners = [child for child in token.children if child.dep_ == "det"]
    word.dep_ = "dobj"
    before.dep_ = "nsubj"
    token.tag_ = "VBP"
    token.pos_ = "VERB"
    for determiner in determiners:
        determiner.head = before


def _mend_day_of_speech(token: Token) -> None:
    """ "said on Monday it had…": Monday is the day of the saying, not of what was said."""
    verb = token.head
    speech = verb.head
    if token.dep_ not in ("prep", "npadvmod") or verb.dep_ != "ccomp" or not is_report(speech):
        return
    follows = token.left_edge.i == speech.i + 1 and token.right_edge.i < verb.i
    if follows and any(inner.ent_type_ in ("DATE", "TIME") for inner in token.subtree):
        token.head = speech
