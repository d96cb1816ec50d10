"""Questions to the predicate of a claim: what kind of thing it says of what kind of subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.attribution import is_report
from claims.language.check_worthiness.candidate import FIRST_PERSON, NAME_TYPES
from claims.language.clauses.grammar import SUBJECTS, is_past
from claims.language.subjectivity_lexicon import ABSTRACTIONS, BODILY, EMBLEMS, OBJECTS, PASSIONS, QUALITIES, THINGS
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

OBLIGING = word_set("should must ought shall")
_NOBODY_KNOWN = word_set(
    "nobody everyone everybody someone somebody anyone anybody none everything nothing something anything world mankind humanity"
)
_MINDING = word_set(
    "know understand feel love hate fear dream hope wish wonder sense adore despise admire envy crave dread relish smell "
    "need deserve respect regret think learn forget remember forgive"
)
_SOFTENING = word_set("not n't just all only really more also mostly simply")
_BUSINESS = word_set("business harness witness illness readiness wilderness effectiveness awareness")
SEEMING = word_set("look seem appear feel sound")
_NAMING = word_set("call name describe regard label dub term hail praise")


def is_passive(head: Token) -> bool:
    """Return whether the predicate is a passive."""
    return any(child.dep_ == "auxpass" for child in head.children)


def subject_of(head: Token) -> Token | None:
    """Return the subject of a predicate, None where it has none of its own."""
    return next((child for child in head.children if child.dep_ in SUBJECTS), None)


def modals_of(tokens: list[Token]) -> set[str]:
    """Return the modal verbs among the tokens; the month of May is none."""
    return {token.lower_ for token in tokens if token.tag_ == "MD"}


def is_copula(head: Token) -> bool:
    """Return whether a predicate links: "was cold" in contrast to "was sold"."""
    return head.lemma_ == "be" or (head.lemma_ in SEEMING and has_quality(head))


def has_quality(head: Token) -> bool:
    """Return whether a predicate gives a quality: "is crucial", "looks more inviting", "gets crowded"."""
    becomes = head.tag_ == "VBN" and any(child.dep_ == "auxpass" and child.lemma_ == "get" for child in head.children)
    return becomes or any(
        child.dep_ in ("acomp", "oprd", "xcomp") and (child.pos_ == "ADJ" or child.tag_ in ("VBG", "VBN"))
        for child in head.children
    )


def is_hearsay(head: Token) -> bool:
    """Return whether somebody says so and nobody says who: "are believed to have been"."""
    return is_report(head) and any(child.dep_ == "nsubjpass" for child in head.children)


def is_advice(head: Token) -> bool:
    """Return whether a predicate calls on somebody: "Congress should stop", unlike "it must be supported by chips"."""
    modal = next((child.lower_ for child in head.lefts if child.tag_ == "MD"), "")
    return modal in ("should", "ought") or (modal in OBLIGING and not is_passive(head) and subject_of(head) is not None)


def is_about_a_thing(head: Token) -> bool:
    """Return whether hardware or a paper does something: "the frigate lacks a sonar" can be looked up."""
    subject = subject_of(head)
    if subject is not None and subject.tag_ == "WDT" and head.dep_ == "relcl":
        subject = head.head
    if subject is None or head.pos_ != "VERB" or not _is_thing(subject) or modals_of(list(head.lefts)):
        return False
    return any(child.dep_ in ("det", "nummod", "poss") for child in subject.lefts)


def _is_thing(noun: Token) -> bool:
    """ "cross-shaft" is a shaft."""
    return noun.lemma_.lower().rsplit("-", 1)[-1] in THINGS


def has_generic_subject(head: Token) -> bool:
    """Return whether the subject is nobody in particular: "nobody listened", "not everyone was convinced"."""
    subject = subject_of(head)
    return subject is not None and subject.lower_ in _NOBODY_KNOWN and subject.n_rights == 0


def is_mental_state(head: Token) -> bool:
    """Return whether a predicate says what somebody knows or feels: nobody can look that up."""
    subject = subject_of(head)
    return head.lemma_ in _MINDING and subject is not None and not is_past(head) and not is_passive(head)


def is_bare_quality(head: Token) -> bool:
    """Return whether a quality is all that is said: "the lesson is clear", "China's rise is unstoppable"."""
    return not is_past(head) and any(
        child.dep_ == "acomp" and child.lemma_.lower() in QUALITIES and child.tag_ == "JJ" and not child.n_rights
        for child in head.children
    )


def is_abstract(head: Token) -> bool:
    """Return whether the subject, the object or the predicate is an abstraction: "Russia respects only strength"."""
    if is_past(head):
        return False
    return any(
        child.dep_ in (*SUBJECTS, "dobj", "attr") and child.pos_ == "NOUN" and _is_abstraction(child)
        for child in head.children
    )


def _is_abstraction(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in ABSTRACTIONS or (lemma.endswith("ness") and lemma not in _BUSINESS)


def is_general(head: Token) -> bool:
    """Return whether nouns of no number do something in the present: "words do not stop missiles"."""
    subject = subject_of(head)
    if subject is None or is_past(head) or modals_of(list(head.lefts)) or subject.tag_ != "NNS":
        return False
    return subject.n_lefts == 0


def is_simile(head: Token) -> bool:
    """Return whether something is about or like something: "it is about power", "it is like a chess game"."""
    if head.lemma_ != "be":
        return False
    after = head.doc[head.i + 1 : head.i + 5]
    following = (
        token for token in after if token.lower_ not in _SOFTENING and (token.pos_ != "ADV" or token.lower_ == "about")
    )
    return next((token.lower_ in ("about", "like") for token in following), False)


def reports_a_judgement(head: Token) -> bool:
    """Return whether a judgement is told as somebody's: that "Putin called the talks important" is a fact."""
    named = any(child.dep_ == "nsubj" and child.lower_ not in FIRST_PERSON for child in head.children)
    return named and (is_report(head) or head.lemma_ in _NAMING)


def breaks_selectional_preference(head: Token) -> bool:
    """Return whether something is said that is not said of such a thing: "NATO is an umbrella", "shame burns"."""
    subject = subject_of(head)
    if subject is None:
        return False
    noun = subject.lemma_.lower()
    if noun in EMBLEMS and any(child.lower_ == "the" for child in subject.lefts):
        return True
    if noun in PASSIONS and subject.pos_ == "NOUN" and head.pos_ == "VERB" and not is_past(head):
        return True
    if (
        subject.ent_type_ not in NAME_TYPES
        and subject.pos_ != "PROPN"
        and subject.lower_ not in ("west", "east", "kremlin")
    ):
        return False
    called = next((child for child in head.children if child.dep_ == "attr" and child.i > head.i), None)
    if head.lemma_ in ("be", "become", "remain") and called is not None:
        return called.pos_ == "NOUN" and called.lemma_.lower() in OBJECTS
    return head.lemma_ in BODILY and subject.ent_type_ != "PERSON"
