"""Small questions to a dependency tree: is it finite, plural, past, a measure; what is its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.attribution import asks_whether
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
NOUNS = ("NOUN", "PROPN")
#: The label of "defense company" in "defense company Rostec", which the parser has none for.
TITLE = "title"
#: "makes its weight only 5.5 tons": they make something be something.
CAUSATIVES = word_set("make leave keep render")
#: "reaches 90 kN, which is 4 % more": of whatever reaches it.
MEASURING = word_set("be reach total amount stand equal exceed measure weigh number hit")
_FINITE = ("VBZ", "VBD", "VBP", "MD")
_RELATIVE = ("WDT", "WP", "WP$", "WRB")
_UNITLIKE = word_set("% percent € $ £ ¥ dollar euro pound yuan ruble rouble")


def is_finite(verb: Token) -> bool:
    """Return whether a verb, or an auxiliary of it, shows tense."""
    return (
        verb.tag_ in _FINITE
        or _is_past_taken_for_participle(verb)
        or any(child.dep_ in ("aux", "auxpass") and child.tag_ in _FINITE for child in verb.children)
    )


def is_predicate(token: Token) -> bool:
    """Return whether the token heads a clause rather than a noun phrase."""
    return token.pos_ in ("VERB", "AUX") or (has_subject(token) and is_finite(token))


def is_past(verb: Token) -> bool:
    """Return whether the predicate speaks of the past, also as in "has done"."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if auxiliaries:
        return auxiliaries[0].tag_ == "VBD" or auxiliaries[0].lemma_ == "have"
    return verb.tag_ == "VBD" or _is_past_taken_for_participle(verb)


def is_habit_or_future(verb: Token) -> bool:
    """Return whether the predicate holds in general or only later: "rises", "will rise", "may rise"."""
    return not is_past(verb) and not any(child.dep_ == "aux" and child.tag_ == "VBP" for child in verb.children)


def has_subject(verb: Token) -> bool:
    """Return whether the verb has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in verb.children)


def is_plural(noun: Token) -> bool:
    """Return whether a noun phrase takes a plural verb."""
    state = noun.tag_ == "NNPS" and noun.ent_type_ in ("GPE", "ORG")
    return (
        (noun.tag_ in ("NNS", "NNPS") and not state and not noun.text[-1:].isdigit())
        or any(child.dep_ == "conj" for child in noun.children)
        or noun.lower_ in ("they", "we", "these")
    )


def is_plural_alone(noun: Token) -> bool:
    """Return whether a noun takes a plural verb without what is joined to it: "12 jets", "300", "a launcher" does not."""
    counts = [child for child in noun.children if child.dep_ in ("nummod", "quantmod") and _is_number(child)]
    if noun.tag_ == "CD" and not counts:
        return noun.lower_ not in ("one", "1")
    return (
        noun.tag_ in ("NNS", "NNPS")
        and not noun.text[-1:].isdigit()
        and not (noun.tag_ == "NNPS" and noun.ent_type_ in ("GPE", "ORG"))
    )


def is_name(noun: Token) -> bool:
    """Return whether a noun is a name, also where the model does not see it: "Z-20F"."""
    coded = noun.text[:1].isupper() and any(map(str.isdigit, noun.text))
    hyphened = noun.ent_type_ == "PERSON" and noun.i > 1 and noun.nbor(-1).text == "-" and noun.nbor(-2).pos_ == "PROPN"
    return noun.pos_ == "PROPN" or ((coded or hyphened) and noun.pos_ in NOUNS)


def is_of_date(word: Token) -> bool:
    """Return whether a word is part of a date; a bare figure as an object is none, whatever the model takes it for."""
    counted = word.tag_ == "CD" and word.dep_ in ("dobj", "attr") and not (word.text.isdigit() and len(word.text) == 4)
    counted = counted or is_count_behind_name(word)
    return word.ent_type_ in ("DATE", "TIME") and not counted


def is_count_behind_name(word: Token) -> bool:
    """ "Norway sent 18 tanks and Poland 14": the 14 is how many, and no day of a month."""
    name = word.head
    return word.dep_ == "nummod" and name.i < word.i and name.pos_ == "PROPN" and name.ent_type_ not in ("DATE", "TIME")


def is_time(phrase: Token) -> bool:
    """Return whether a dependent tells when: "in 1990", "last year"."""
    return any(inner.ent_type_ in ("DATE", "TIME") for inner in phrase.subtree)


def is_place(phrase: Token) -> bool:
    """Return whether a prepositional phrase tells where, by name: "in Harrow"."""
    return phrase.lower_ in ("in", "at", "on", "near", "outside") and any(
        child.dep_ == "pobj" and child.pos_ == "PROPN" and child.ent_type_ not in ("DATE", "TIME")
        for child in phrase.children
    )


def is_measure(noun: Token) -> bool:
    """Return whether a noun phrase is a number with its unit or the thing counted: "4150 N"."""
    return (
        noun.like_num
        or noun.lower_ in _UNITLIKE
        or any(child.dep_ in ("nummod", "quantmod") and _is_number(child) for child in noun.children)
    )


def is_superlative(noun: Token) -> bool:
    """Return whether the noun has a rank: "the first customer", "the largest importer"."""
    return any(child.tag_ in ("JJS", "RBS") or child.ent_type_ == "ORDINAL" for child in noun.children)


def relative_word(verb: Token) -> Token | None:
    """Return the which, who, whose or where that opens a relative clause."""
    return next((token for token in verb.subtree if token.i < verb.i and token.tag_ in _RELATIVE), None)


def is_after_comma(token: Token) -> bool:
    """Return whether the token's subtree begins right after a comma, dash or bracket."""
    at = token.left_edge.i - 1
    while at > 0 and token.doc[at].is_quote:
        at -= 1
    return at >= 0 and token.doc[at].text in (",", "–", "—", "-", "--", "(", ";", ":")


def has_number_or_name(token: Token) -> bool:
    """Return whether the subtree prints a number or names someone or something."""
    return any(inner.like_num or inner.pos_ == "PROPN" for inner in token.subtree)


def _is_number(token: Token) -> bool:
    return token.like_num or token.pos_ in ("NUM", "SYM")


def _is_past_taken_for_participle(verb: Token) -> bool:
    """ "The plant, which employs 900 people, closed": with a subject and no auxiliary it can only be the past."""
    if verb.tag_ != "VBN" or not any(child.dep_ == "nsubj" for child in verb.children):
        return False
    return not any(child.dep_ in ("aux", "auxpass") for child in verb.children)


def has_anticipatory_it(verb: Token) -> bool:
    """Return whether a verb opens "making it difficult to reach the goals", where "it" is the infinitive."""
    following = [word for word in verb.doc[verb.i + 1 : verb.i + 5] if word.pos_ != "ADV"]
    return (
        verb.lemma_ in CAUSATIVES
        and len(following) > 2
        and following[0].lower_ == "it"
        and following[1].pos_ == "ADJ"
        and following[2].lower_ in ("to", "that", "for")
    )


def carries_measure(noun: Token) -> bool:
    """Return whether a measure hangs on the noun's preposition: "a mass of 5.5 t"."""
    return any(
        is_measure(inner)
        for prep in noun.children
        if prep.dep_ == "prep"
        for inner in prep.children
        if inner.dep_ == "pobj"
    )


def is_embedded_question(top: Token) -> bool:
    """ "…why this happens now", "whether it pays": an embedded question that the model took for the main clause."""
    return (asks_whether(top) and top.dep_ == "ROOT") or any(
        child.lower_ in ("why", "how", "what") and child.dep_ in ("advmod", "dobj") for child in top.lefts
    )
