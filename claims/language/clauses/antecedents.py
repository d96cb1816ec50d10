"""What a relative clause is about: the noun before it, one further left, the subject, or the whole statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.clauses.detachment import cut
from claims.language.clauses.grammar import (
    MEASURING,
    NOUNS,
    SUBJECTS,
    carries_measure,
    is_measure,
    is_plural,
    is_plural_alone,
)
from claims.language.vocabulary import PERSON_NOUNS, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What something that happens is called, but no country or thing.
_EVENTS_ARE = word_set("""matter step move sign reason result fact success failure achievement breakthrough blow problem
    miracle surprise shame pity disaster honor honour wonder relief lie secret choice milestone""")

_NOBODY = word_set("GPE LOC FAC ORG NORP")
_SHARES = word_set(
    "half third quarter majority minority rest part number percent % bulk remainder share dozen hundred thousand"
)


def antecedent_noun(verb: Token, word: Token, host: Token, top: Token) -> Token:
    """Return the noun that a relative clause is about, of those in the clause of `top` up to its `host`."""
    noun = _noun_of_measure(host, verb)
    if word.lower_ == "who" and noun.ent_type_ in _NOBODY:
        noun = _person_above(noun) or noun
    if word.tag_ != "WRB" and noun.ent_type_ in ("DATE", "TIME"):
        noun = next((child for child in top.children if child.dep_ == "dobj"), noun)
    if _disagrees_in_number(word, verb, noun):
        before = [other for other in reversed(cut(top)[0]) if other.i < noun.i and other.pos_ in NOUNS]
        noun = next((other for other in before if is_plural(other) or is_measure(other)), noun)
    return noun


def _person_above(place: Token) -> Token | None:
    """ "Lind of the yard in Dornau, who was not hurt": the yard and Dornau are nobody."""
    for above in place.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return None
        if above.ent_type_ == "PERSON" or above.lemma_.lower() in PERSON_NOUNS:
            return above
    return None


def is_sentential(verb: Token, word: Token, noun: Token) -> bool:
    """Return whether a relative clause tells of what happened, not of the noun before it.

    "…reaches 4150 N, which is also its pride", "…ties with China, which is a matter of trust": no amount, no country is.
    """
    said = _complement(verb, ("attr",))
    if verb.lemma_ != "be" or said is None or is_measure(said) or carries_measure(said):
        return False
    if is_measure(noun) and word.dep_ in SUBJECTS:
        return True
    return noun.dep_ == "pobj" and said.lemma_.lower() in _EVENTS_ARE


def measured_noun(verb: Token, noun: Token, top: Token) -> Token | None:
    """Return what has the amount: of "a thrust of 90 kN in vacuum, which is 9 tons" the thrust, not the vacuum."""
    said = _complement(verb, ("attr",))
    if verb.lemma_ != "be" or said is None or not is_measure(said) or is_measure(noun):
        return None
    return next((child for child in top.children if child.dep_ == "dobj" and carries_measure(child)), None)


def is_change_of(noun: Token, word: Token) -> bool:
    """ "Trade grew by 44 percent, of which oil was a third": a third of the trade, not of the change."""
    return (
        noun.lemma_ in ("percent", "%")
        and noun.head.lower_ == "by"
        and word.dep_ == "pobj"
        and word.head.lower_ == "of"
    )


def refers_to_subject(word: Token, verb: Token, noun: Token, top: Token) -> bool:
    """Return whether a relative clause gives its measure a second value, which the subject has.

    So in "4150 N, which is 380 tons"; "which is 4 % more" is of the amount.
    """
    if not is_measure(noun) or verb.lemma_ not in ("be", "equal") or word.dep_ not in SUBJECTS:
        return False
    said = _complement(verb, ("attr", "acomp"))
    compared = said is not None and not is_measure(said) and (said.dep_ == "acomp" or carries_measure(said))
    return top.lemma_ in MEASURING or not compared


def _complement(verb: Token, labels: tuple[str, ...]) -> Token | None:
    return next((child for child in verb.children if child.dep_ in labels and child.i > verb.i), None)


def _disagrees_in_number(word: Token, verb: Token, noun: Token) -> bool:
    """ "50 drones before the war, most of which were shot down": the war was not."""
    # "the engines of which were": they are what is counted, and of one ship as well as of many.
    of_which = word.dep_ == "pobj" and word.head.lower_ == "of"
    of_which = of_which and (word.head.head.pos_ != "NOUN" or word.head.head.lemma_.lower() in _SHARES)
    plural_verb = verb.tag_ == "VBP" or any(child.lower_ in ("were", "are", "have") for child in verb.children)
    return of_which and plural_verb and not is_plural(noun)


def _noun_of_measure(host: Token, verb: Token) -> Token:
    """Return the zone for the measure in "a zone of 1,150 km², which both rejected"."""
    preposition = host.head
    if (
        is_measure(host)
        and verb.lemma_ != "be"
        and host.dep_ == "pobj"
        and preposition.lower_ == "of"
        and preposition.head.pos_ == "NOUN"
    ):
        return preposition.head
    return host


def names_many(noun: Token, word: Token) -> bool:
    """ "Lind, who heads the yard, and Berg": what is joined behind the clause is not of it."""
    joined = any(child.dep_ == "conj" and child.i < word.i for child in noun.children)
    return joined or is_plural_alone(noun)
