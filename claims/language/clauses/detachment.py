"""Which dependents of a clause are statements of their own, and which words only connect."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from claims.language.attribution import is_report, is_speech, reported_content, source_head
from claims.language.clauses.appositions import (
    describes_twice,
    is_age,
    is_label,
    is_larger_place,
    is_one_of,
    is_other_measure,
    is_point_in_time,
    is_share_of_things,
    names_one_thing,
    tells_distance,
)
from claims.language.clauses.connectives import CONNECTIVES, is_connecting_phrase
from claims.language.clauses.descriptions import (
    describes_subject,
    is_price_of_deal,
    leads_to_clause,
    tells_of_attribute,
    tells_of_each,
)
from claims.language.clauses.factives import is_known, names_a_fact
from claims.language.clauses.features import feature_owner
from claims.language.clauses.grammar import (
    CAUSATIVES,
    NOUNS,
    has_anticipatory_it,
    has_number_or_name,
    has_subject,
    is_after_comma,
    is_finite,
    is_habit_or_future,
    is_measure,
    is_name,
    is_past,
    is_predicate,
    relative_word,
)
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Subordinate clauses that assert what they say; "if", "unless", "until", "before" and "so that" do not.
_ASSERTING = word_set("while whereas although though because since as after before when whilst once")
_SUPPOSING = word_set("if unless whether")
#: They tie in with a habit or the future: "prices rise when demand grows" asserts only the whole.
_TEMPORAL = word_set("as after before when once since")
#: "Coupled with the war, exports fell": it says how two things go together, nothing about the exports.
_LINKING = word_set("couple compare combine give relate associate concern link add judge")
#: They lead to the same in other words, which are told without them.
_THAT_IS = ("i.e.", "viz.")
#: Labels that the model gives to the "both" before two verbs.
_BOTH = ("preconj", "predet", "det", "dep", "appos", "advmod", "cc")


class Detachment(Enum):
    """What a dependent becomes when the clause around it is cut out."""

    #: "however", "in fact": a word that only connects, and is dropped.
    CONNECTIVE = auto()
    #: "according to Reuters": it names the speaker.
    SOURCE = auto()
    #: "as Lind said", ", officials say,": it names the speaker too.
    REPORTING_CLAUSE = auto()
    #: What the verb of the clause reports.
    REPORTED_CLAUSE = auto()
    #: What it reports beside that.
    FURTHER_REPORTED_CLAUSE = auto()
    #: "the reason is that…", "it is clear that…": only this is stated.
    FACTIVE_CLAUSE = auto()
    #: A second verb, which shares what the first one has.
    COORDINATED_CLAUSE = auto()
    #: "although…", "while…": a clause with a subject and a tense of its own.
    SUBORDINATE_CLAUSE = auto()
    #: "Built in 1987, …", "…, injuring two": the subject of the clause is its own.
    PARTICIPIAL_CLAUSE = auto()
    #: ", which…", ", whose…".
    RELATIVE_CLAUSE = auto()
    #: "the plant, built in 1987,": a relative clause without its "which was".
    REDUCED_RELATIVE = auto()
    #: "Lind, a retired colonel,", "the minister, Daoud Kerim,".
    APPOSITION = auto()
    #: "Reyes, 44,".
    AGE = auto()
    #: "a frigate with a length of 120 m".
    FEATURE = auto()
    #: "two engines, each with 90 kN".
    DISTRIBUTIVE = auto()
    #: "40 tanks, half of them T-72s".
    SHARE = auto()
    #: "380 tons (423 short tons)", "380 tons, or 423 short tons".
    RESTATED_MEASURE = auto()
    #: ", equal to 423 short tons".
    CONVERSION = auto()


@dataclass(frozen=True)
class DetachedPart:
    """A dependent that is cut from a clause, with the word of the clause that it hung on."""

    kind: Detachment
    token: Token
    host: Token


def cut(top: Token, *, spoken: bool = False) -> tuple[list[Token], list[DetachedPart]]:
    """Return the tokens that stay in the clause of `top` and the parts that don't, both in reading order.

    In a clause that somebody speaks, what a third party believes stays: "Lin said the party thinks that…".
    """
    kept: list[Token] = []
    detached: list[DetachedPart] = []
    waiting = [top]
    while waiting:
        host = waiting.pop()
        kept.append(host)
        for child in host.children:
            kind = detachment(child, host, top)
            believed = kind is Detachment.REPORTED_CLAUSE and child.i > host.i and not is_speech(host)
            if kind is None or (spoken and believed):
                waiting.append(child)
            else:
                detached.append(DetachedPart(kind, child, host))
    kept.sort(key=lambda token: token.i)
    detached.sort(key=lambda part: part.token.i)
    return kept, detached


def detachment(child: Token, host: Token, top: Token) -> Detachment | None:
    """Return what `child`, which hangs on `host`, becomes when the clause of `top` is cut out; None where it stays."""
    each_with = child.lower_ == "each" and any(inner.lower_ == "with" for inner in child.children)
    if tells_of_each(child) or (each_with and is_after_comma(child)):
        return Detachment.DISTRIBUTIVE
    if child.lower_ == "both" and child.dep_ in _BOTH and _joins_verbs(child):
        return Detachment.CONNECTIVE
    rule = _RULES.get(child.dep_)
    return rule(child, host, top) if rule else None


def _joins_verbs(both: Token) -> bool:
    """ "was both designed and built by Kaldor": each verb says its own."""
    verb = next((above for above in both.ancestors if above.pos_ in ("VERB", "AUX")), None)
    following = both.nbor(1) if both.i + 1 < len(both.doc) else both
    if verb is None or following != verb:
        return False
    return any(child.dep_ == "conj" and child.pos_ in ("VERB", "AUX") for child in verb.rights)


def _conj(child: Token, host: Token, top: Token) -> Detachment | None:
    if is_other_measure(child, host):
        return Detachment.RESTATED_MEASURE
    if not is_predicate(child) or child.left_edge.i == 0:
        return None
    if "nor" in (child.left_edge.nbor(-1).lower_, child.left_edge.lower_) and not _denies_too(child):
        return None
    if _asks(child):
        return None
    if _has_own_count(child) and any(other.dep_ == "expl" for other in host.children):
        return None
    finite_under_bare = is_finite(child) and not is_finite(host) and host.pos_ in ("VERB", "AUX")
    return Detachment.COORDINATED_CLAUSE if host == top or finite_under_bare else None


def _has_own_count(participle: Token) -> bool:
    """ "There were 30 boats sunk and 40 captured": the helper of both is the "were" of the first."""
    return participle.tag_ == "VBN" and {child.dep_ for child in participle.lefts} & {"nsubj", "aux"} == {"nsubj"}


def _denies_too(clause: Token) -> bool:
    """ "…, nor are they willing": a second statement, whose verb stands before its subject."""
    subject = next((child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    opener = clause.left_edge
    if subject is None or opener.i == 0 or opener.nbor(-1).lower_ != "nor":
        return False
    return opener.i < subject.left_edge.i and opener.pos_ in ("AUX", "VERB")


def _asks(clause: Token) -> bool:
    """ "what these visits entail, why they happen": an embedded question states nothing."""
    opener = clause.left_edge
    return opener.tag_ in ("WRB", "WP") and opener.head == clause and opener.dep_ not in ("nsubj", "nsubjpass")


def _cc(child: Token, host: Token, top: Token) -> Detachment | None:
    if child.lower_ == "both":
        return None
    if child.lower_ in ("neither", "nor"):
        denial = next((other for other in host.children if other.dep_ == "conj" and other.i > child.i), None)
        goes_too = denial is not None and _denies_too(denial) and detachment(denial, host, top) is not None
        return Detachment.CONNECTIVE if goes_too else None
    if child.i == child.doc[top.i].left_edge.i:
        return Detachment.CONNECTIVE
    joined = [other for other in host.children if other.dep_ == "conj" and other.i > child.i]
    return Detachment.CONNECTIVE if joined and detachment(joined[0], host, top) else None


def _relcl(child: Token, host: Token, top: Token) -> Detachment | None:
    word = relative_word(child)
    if word is None or word.lower_ == "that" or not is_finite(child):
        return None
    described = host.dep_ == "appos" and host.left_edge.lower_ in ("a", "an") and is_after_comma(host)
    return (
        Detachment.RELATIVE_CLAUSE
        if is_after_comma(child) or described or tells_of_attribute(child, host, top)
        else None
    )


def _appos(child: Token, host: Token, top: Token) -> Detachment | None:
    if not is_after_comma(child):
        return None
    if is_share_of_things(child):
        return Detachment.SHARE
    if any(token.dep_ == "cc" for token in child.children):
        return Detachment.APPOSITION if describes_twice(child, host) else None
    if _is_conversion(child):
        return Detachment.CONVERSION
    if is_point_in_time(host) and child.ent_type_ not in ("DATE", "TIME"):
        return None
    if tells_distance(child) or child.left_edge.lower_ == "each":
        return Detachment.APPOSITION
    if "DATE" == child.ent_type_ == host.ent_type_ or is_larger_place(child, host):
        return None
    if child.lower_ == "one" and any(inner.lower_ == "of" for inner in child.children) and host.pos_ == "PROPN":
        return Detachment.APPOSITION
    bracketed = child.left_edge.i > 0 and child.left_edge.nbor(-1).text == "("
    if bracketed and is_label(child):
        return Detachment.APPOSITION
    if is_measure(child):
        age = child.like_num and child.n_lefts + child.n_rights == 0 and is_age(host, child)
        return Detachment.AGE if age and not bracketed else (Detachment.RESTATED_MEASURE if is_measure(host) else None)
    if bracketed or is_measure(host) and not is_one_of(host) or child.pos_ not in NOUNS:
        return None
    if child.right_edge.i + 1 < len(child.doc) and not child.right_edge.nbor(1).is_punct:
        return None
    definite = host.left_edge.lower_ == "the" and (host.pos_ == "NOUN" or host.dep_ in ("nsubj", "nsubjpass"))
    described = child.pos_ == "NOUN" and (
        (definite and child.left_edge.lower_ in ("a", "an"))
        or host.pos_ == "PROPN"
        or any(left.pos_ == "PROPN" and left.dep_ == "compound" for left in host.lefts)
        or (host.text[0].isupper() and child.left_edge.tag_ == "DT")
    )
    named = is_name(child) and (host.pos_ == "NOUN" or is_one_of(host)) and names_one_thing(child)
    return Detachment.APPOSITION if described or named else None


def _acl(child: Token, host: Token, top: Token) -> Detachment | None:
    tells = is_after_comma(child) and child.tag_ in ("VBN", "VBG") and has_number_or_name(child)
    return Detachment.REDUCED_RELATIVE if tells or describes_subject(child, host, top) else None


def _advcl(child: Token, host: Token, top: Token) -> Detachment | None:
    mark = next((token for token in child.children if token.dep_ in ("mark", "advmod") and token.i < child.i), None)
    word = mark.lower_ if mark is not None else ""
    if host != top:
        return None
    if is_connecting_phrase(child):
        return Detachment.CONNECTIVE
    if word == "as" and is_report(child):
        return Detachment.REPORTING_CLAUSE
    if word == "as" and any(token.lower_ in ("we", "i", "you") for token in child.children):
        return Detachment.CONNECTIVE
    if is_finite(child) and has_subject(child):
        if word == "where" and is_after_comma(child):
            return Detachment.SUBORDINATE_CLAUSE
        if word not in _ASSERTING or any(
            token.lower_ in _SUPPOSING for token in child.children if token.dep_ == "mark"
        ):
            return None
        if word in _TEMPORAL and word != "as" and (is_habit_or_future(host) or not is_past(child)):
            return None
        return Detachment.SUBORDINATE_CLAUSE
    if _is_conversion(child):
        return Detachment.CONVERSION
    if child.tag_ == "VBN" and not word and has_subject(top) and child.right_edge.i < top.i:
        tells = has_number_or_name(child) and child.lemma_ not in _LINKING
        return Detachment.PARTICIPIAL_CLAUSE if tells else None
    if child.tag_ != "VBG" or word or not is_after_comma(child):
        return None
    if has_anticipatory_it(child):
        return None
    tells = has_number_or_name(child) or child.lemma_ in CAUSATIVES or reported_content(child) is not None
    return Detachment.PARTICIPIAL_CLAUSE if tells else None


def _amod(child: Token, host: Token, top: Token) -> Detachment | None:
    if child.lower_ == "worth" and is_price_of_deal(child, host):
        return Detachment.REDUCED_RELATIVE
    if child.i < host.i or not is_after_comma(child) or child.pos_ != "ADJ":
        return None
    if _is_conversion(child):
        return Detachment.CONVERSION
    if is_measure(host) and child.tag_ == "JJR":
        return None
    closed = child.right_edge.i + 1 < len(child.doc) and child.right_edge.nbor(1).is_punct
    return Detachment.REDUCED_RELATIVE if closed and child.n_rights and has_number_or_name(child) else None


def _is_conversion(child: Token) -> bool:
    """ "…4150 N, equal to 380 tons": the same value in another unit."""
    return child.lower_ in ("equal", "equivalent") and is_after_comma(child) and converted_measure(child) is not None


def converted_measure(word: Token) -> Token | None:
    """Return the measure of "equal to 380 tons" and "the equivalent of 380 tons"."""
    for preposition in word.children:
        if preposition.dep_ == "prep" and preposition.lower_ in ("to", "of"):
            return next((noun for noun in preposition.children if noun.dep_ == "pobj" and is_measure(noun)), None)
    return None


def _ccomp(child: Token, host: Token, top: Token) -> Detachment | None:
    if host != top:
        return None
    if reported_content(host) == child:
        return Detachment.REPORTED_CLAUSE
    first = reported_content(host)
    if first is not None and child.i > first.i and is_finite(child):
        return Detachment.FURTHER_REPORTED_CLAUSE
    if child.i > host.i and (names_a_fact(host) or is_known(child, host)):
        return Detachment.FACTIVE_CLAUSE
    if child.i < host.i and child.right_edge.nbor(1).text in ":;":
        return Detachment.SUBORDINATE_CLAUSE
    runs_on = child.i < host.i and has_subject(child) and is_finite(child) and has_subject(host)
    return Detachment.COORDINATED_CLAUSE if runs_on else None


def _parataxis(child: Token, host: Token, top: Token) -> Detachment | None:
    if host != top:
        return None
    if reported_content(host) == child:
        return Detachment.REPORTED_CLAUSE
    if is_report(child) and has_subject(child) and not any(inner.dep_ == "dobj" for inner in child.children):
        return Detachment.REPORTING_CLAUSE
    return Detachment.COORDINATED_CLAUSE if is_predicate(child) and has_subject(child) else Detachment.CONNECTIVE


def _prep(child: Token, host: Token, top: Token) -> Detachment | None:
    if source_head(child) is not None:
        return Detachment.SOURCE
    if feature_owner(child, host, top) is not None:
        return Detachment.FEATURE
    return Detachment.CONNECTIVE if is_connecting_phrase(child) else None


def _advmod(child: Token, host: Token, top: Token) -> Detachment | None:
    if child.lower_ in _THAT_IS and (host == top or host.like_num):
        return Detachment.CONNECTIVE
    if child.tag_ == "WRB" and host == top and top.dep_ == "advcl" and child.i < top.i:
        return Detachment.CONNECTIVE
    opens = child.i == 0 or child.nbor(-1).lower_ in (",", ";", "and", "but", "or", '"')
    closes = child.i + 1 < len(child.doc) and child.nbor(1).text == ","
    if host == top and child.lower_ in CONNECTIVES and opens and (closes or child.lower_ in ("thus", "so", "hence")):
        return Detachment.CONNECTIVE
    return Detachment.CONNECTIVE if is_connecting_phrase(child) else None


def _npadvmod(child: Token, host: Token, top: Token) -> Detachment | None:
    if leads_to_clause(child):
        return Detachment.CONNECTIVE
    return Detachment.CONNECTIVE if is_connecting_phrase(child) else None


def _mark(child: Token, host: Token, top: Token) -> Detachment | None:
    return Detachment.CONNECTIVE if host == top and child.lower_ not in ("whether", "if") else None


def _intj(child: Token, host: Token, top: Token) -> Detachment | None:
    # "52 percent said yes" would say nothing without it.
    return None if child.lower_ in ("yes", "no") and child.i else Detachment.CONNECTIVE


_RULES: dict[str, Callable[[Token, Token, Token], Detachment | None]] = {
    "npadvmod": _npadvmod,
    "conj": _conj,
    "cc": _cc,
    "preconj": _cc,
    "relcl": _relcl,
    "appos": _appos,
    "acl": _acl,
    "amod": _amod,
    "advcl": _advcl,
    "ccomp": _ccomp,
    "parataxis": _parataxis,
    "prep": _prep,
    "advmod": _advmod,
    "mark": _mark,
    "intj": _intj,
}
