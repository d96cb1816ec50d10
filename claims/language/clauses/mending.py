"""Corrections of what the small model is known to get wrong, made on the tree before anyone reads it."""

import re

from spacy.tokens import Doc, Token

from claims.language.attribution import is_report
from claims.language.clauses.grammar import (
    CAUSING,
    carries_measure,
    has_subject,
    is_after_comma,
    is_finite,
    is_measure,
    relative_word,
)
from claims.language.clauses.subjects import mend_subjects
from claims.language.clauses.verbs import mend_verb
from claims.language.vocabulary import ORGANISATION_NOUNS, PERSON_NOUNS

#: The label of "defense company" in "defense company Rostec", whichever label the model gave.
TITLE = "title"
_NOUNS = ("NOUN", "PROPN")
_UNIT_SYMBOL = re.compile(r"[kMGTmc]?(?:N|W|V|J|Pa|Hz|t|kg|g|m|bar)\.?$")


def mend(doc: Doc) -> None:
    """Correct heads and labels of the tree in place; a tree without known errors stays as it is."""
    mend_subjects(doc)
    for token in doc:
        mend_verb(token)
        _mend_loose_unit(token)
        for correct in _MENDS.get(token.dep_, ()):
            correct(token)
        _mend_title(token)


def _mend_loose_unit(token: Token) -> None:
    """ "climbs to 2100 N": a symbol right after a figure belongs to it, whatever the model hung it on."""
    if token.i == 0 or not _UNIT_SYMBOL.match(token.text) or not token.nbor(-1).text[-1:].isdigit():
        return
    figure = token.nbor(-1)
    if figure.head != token and token.head != figure and token.head != token and not token.n_lefts + token.n_rights:
        token.head, token.dep_ = figure, "nmod"


def _mend_small_clause(token: Token) -> None:
    """ "makes its weight only 5.5 tons": the measure belongs to the verb, not to a noun further left."""
    if token.dep_ not in ("dobj", "appos") or not is_measure(token) or token.left_edge.i == 0:
        return
    if token.dep_ == "dobj" and token.head.lemma_ in CAUSING:
        others = [child for child in token.head.children if child.dep_ == "dobj" and child.i < token.i]
        token.dep_ = "oprd" if others else token.dep_
    if token.dep_ != "appos":
        return
    before = token.left_edge.nbor(-1)
    verb = next((anc for anc in before.ancestors if anc.lemma_ in CAUSING), None) if not before.is_punct else None
    if verb is not None and before.dep_ == "dobj" and before.head == verb:
        token.head = verb
        token.dep_ = "oprd"


def _mend_noun_as_relative_verb(token: Token) -> None:
    """ "which even the Americans envy": the verb was read as a noun and its subject as part of a compound."""
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


def _mend_title(token: Token) -> None:
    """ "company Rostec said" may come with two subjects, "co-author Bonny Lin" as one compound."""
    if (
        token.tag_ != "NN"
        or token.i + 1 >= len(token.doc)
        or token.lemma_.lower() not in PERSON_NOUNS | ORGANISATION_NOUNS
    ):
        return
    following = token.nbor(1)
    name = following.head if following.dep_ == "compound" else following
    if name.pos_ != "PROPN" or name.i <= token.i or name.ent_type_ in ("GPE", "LOC", "DATE"):
        return
    if name.dep_ == "appos" and name.head == token:
        name.dep_, name.head = token.dep_, token.head
        token.dep_, token.head = TITLE, name
        return
    two_subjects = token.dep_ == name.dep_ == "nsubj" and token.head == name.head
    if two_subjects:
        token.head = name
    if two_subjects or (token.dep_ == "compound" and token.head == name):
        token.dep_ = TITLE


def _mend_relative_clause(token: Token) -> None:
    """ "nine engines, each of which produces…", "40 litres, which is…": a relative clause, not an adverbial one."""
    if token.dep_ not in ("advcl", "conj", "ccomp") or token.left_edge.i < 2 or token.left_edge.nbor(-1).text != ",":
        return
    word = relative_word(token)
    noun = token.left_edge.nbor(-2)
    while noun.dep_ == "pobj" and noun.head.lower_ == "per" and noun.head.i > 0:
        noun = noun.head.nbor(-1)
    opens = word is not None and word.tag_ in ("WDT", "WP$") and (word.dep_ == "pobj" or word == token.left_edge)
    if opens and noun.pos_ in ("NOUN", "PROPN") and noun.i < token.left_edge.i:
        token.dep_, token.head = "relcl", noun


def _mend_noun_as_main_verb(token: Token) -> None:
    """ "The destroyer displaces 13,000 tons", "The satellite orbits at 520 km.": a sentence needs a verb."""
    if token.dep_ != "ROOT" or token.tag_ != "NNS" or token.i == 0:
        return
    subject = token.nbor(-1)
    if subject.dep_ != "compound" or subject.head != token or not _has_what_verbs_have(token):
        return
    for left in list(token.lefts):
        if left != subject:
            left.head = subject
    subject.dep_ = "nsubj"
    token.tag_, token.pos_ = "VBZ", "VERB"


def _has_what_verbs_have(noun: Token) -> bool:
    """True with an object; in a whole sentence without a verb also with a measure, a place or a day right behind."""
    if any(child.dep_ == "dobj" for child in noun.children):
        return True
    first = next(noun.rights, None)
    whole = noun.doc[-1].text == "." and not any(is_finite(token) for token in noun.doc)
    if first is None or not whole or not _may_act(noun.nbor(-1)) or first.left_edge.i != noun.i + 1:
        return False
    if first.dep_ == "appos" and is_measure(first):
        first.dep_ = "dobj"
    return first.dep_ in ("dobj", "prep")


def _may_act(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or noun.doc[noun.head.left_edge.i].dep_ == "det"


def _mend_past_read_as_adjective(token: Token) -> None:
    """ "My country imported engines.": in a sentence without a verb the participle between two nouns is the verb."""
    noun = token.head
    if token.dep_ != "amod" or token.tag_ != "VBN" or noun.dep_ != "ROOT" or token.i == 0 or noun.pos_ not in _NOUNS:
        return
    subject = token.nbor(-1)
    outer = subject.head in (token, noun) and subject.dep_ in ("npadvmod", "compound", "nmod")
    if not outer or noun.doc[-1].text != "." or any(is_finite(other) for other in noun.doc):
        return
    for child in list(noun.children):
        if child.i > noun.i or child.i < token.i:
            child.head = token
    token.head, token.dep_ = token, "ROOT"
    token.tag_, token.pos_ = "VBD", "VERB"
    noun.head, noun.dep_ = token, "dobj"
    subject.head, subject.dep_ = token, "nsubj"


def _mend_relative_of_source(token: Token) -> None:
    """ "spent 9 billion, according to the institute, which is 4 per cent more": the sum is more, not the institute."""
    noun = token.head
    according = noun.head.head
    if token.dep_ != "relcl" or token.lemma_ != "be" or noun.dep_ != "pobj" or according.lower_ != "according":
        return
    sums = [child for child in according.head.children if child.i < according.i and is_measure(child)]
    if sums and any(inner.like_num for inner in token.subtree):
        token.head = sums[-1]


def _mend_second_predicate(token: Token) -> None:
    """ "has a range, can carry a load": without a subject the second verb is not what the first one says."""
    if token.dep_ != "ccomp" or token.i < token.head.i or is_report(token.head) or has_subject(token):
        return
    if is_after_comma(token) and is_finite(token) and is_finite(token.head):
        token.dep_ = "conj"


def _mend_list(token: Token) -> None:
    """ "980 tanks, 648 howitzers and 48 aircraft": a list, not a description of the tanks."""
    if token.dep_ == "dobj":
        _mend_list_in_two(token)
    if token.dep_ != "appos":
        return
    both = is_measure(token.head) and (is_measure(token) or token.left_edge.lower_ in ("a", "an"))
    if not (both or (carries_measure(token) and carries_measure(token.head))):
        return
    joined = [child for child in token.children if child.dep_ == "conj"]
    if _ends_in_and(token, joined):
        token.dep_ = "conj"


def _ends_in_and(first: Token, joined: list[Token]) -> bool:
    """True where the chain of what is joined to `first` has its "and" before the last one."""
    return any(
        any(child.dep_ == "cc" for child in noun.children)
        or _ends_in_and(noun, [child for child in noun.children if child.dep_ == "conj"])
        for noun in [*([first] if joined else []), *joined]
        if noun != first or any(child.dep_ == "cc" for child in first.children)
    )


def _mend_list_in_two(token: Token) -> None:
    """ "lost 430 soldiers, a carrier, three lorries and a gun": the second object goes on the list of the first."""
    verb = token.head
    before = [child for child in verb.children if child.dep_ == "dobj" and child.i < token.i]
    joined = [child for child in token.children if child.dep_ == "conj"]
    if before and is_measure(before[-1]) and is_after_comma(token) and joined and _ends_in_and(token, joined):
        token.head, token.dep_ = before[-1], "conj"


def _mend_parallel_measure(token: Token) -> None:
    """ "a speed of Mach 2 and a range of 3,000 km": the range goes with the speed, not with Mach 2."""
    inner = token.head
    if token.dep_ != "conj" or inner.dep_ != "pobj" or inner.head.lower_ != "of" or not carries_measure(token):
        return
    outer = inner.head.head
    if outer.dep_ not in ("dobj", "attr") or any(child.dep_ == "det" for child in inner.children):
        return
    for joining in [child for child in inner.children if child.dep_ == "cc"]:
        joining.head = outer
    token.head = outer


#: What may be wrong with a token of a label, in this order; a list found among descriptions is looked at as a list.
_MENDS = {
    "ROOT": (_mend_noun_as_main_verb,),
    "amod": (_mend_past_read_as_adjective,),
    "relcl": (_mend_relative_of_source, _mend_noun_as_relative_verb),
    "ccomp": (_mend_second_predicate, _mend_relative_clause),
    "appos": (_mend_list, _mend_parallel_measure, _mend_small_clause),
    "dobj": (_mend_list, _mend_parallel_measure, _mend_small_clause),
    "conj": (_mend_parallel_measure, _mend_relative_clause),
    "prep": (_mend_day_of_speech,),
    "npadvmod": (_mend_day_of_speech,),
    "advcl": (_mend_relative_clause,),
}
