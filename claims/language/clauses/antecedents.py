"""What a relative clause is about: the noun before it, one further left, or the whole statement."""

from spacy.tokens import Token

from claims.language.clauses.grammar import SUBJECTS, carries_measure, is_measure, is_plural, relative_word
from claims.language.vocabulary import word_set

#: What something that happens is called, but no country or thing.
_EVENTS_ARE = word_set("""matter step move sign reason result fact success failure achievement breakthrough blow problem
    miracle surprise shame pity disaster honor honour wonder relief lie secret choice milestone""")


def comments(verb: Token, host: Token) -> bool:
    """Return whether a relative clause tells of what happened, not of the noun before it.

    "…reaches 4150 N, which is also its pride", "…ties with China, which is a matter of trust": no amount, no country is.
    """
    said = next((child for child in verb.children if child.dep_ == "attr" and child.i > verb.i), None)
    if verb.lemma_ != "be" or said is None or is_measure(said) or carries_measure(said):
        return False
    if is_measure(host) and relative_word(verb).dep_ in SUBJECTS:
        return True
    return host.dep_ == "pobj" and said.lemma_.lower() in _EVENTS_ARE


def measured_before(verb: Token, host: Token, top: Token) -> Token | None:
    """Give the noun that has the amount: in "a thrust of 90 kN in vacuum, which is 9 tons" the thrust, not the vacuum."""
    said = next((child for child in verb.children if child.dep_ == "attr" and child.i > verb.i), None)
    if verb.lemma_ != "be" or said is None or not is_measure(said) or is_measure(host):
        return None
    return next((child for child in top.children if child.dep_ == "dobj" and carries_measure(child)), None)


def disagrees(word: Token, verb: Token, host: Token) -> bool:
    """Return whether noun and verb differ in number: "50 drones before the war, most of which were shot down"."""
    of_which = word.dep_ == "pobj" and word.head.lower_ == "of"
    plural_verb = verb.tag_ == "VBP" or any(child.lower_ in ("were", "are", "have") for child in verb.children)
    return of_which and plural_verb and not is_plural(host)


def with_its_measure(host: Token, clause: Token) -> Token:
    """Return the zone for the measure in "a zone of 1,150 km², which both rejected"."""
    preposition = host.head
    if (
        is_measure(host)
        and clause.lemma_ != "be"
        and host.dep_ == "pobj"
        and preposition.lower_ == "of"
        and preposition.head.pos_ == "NOUN"
    ):
        return preposition.head
    return host
