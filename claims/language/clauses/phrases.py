"""Clauses that hide in noun phrases and participles: appositions, ages, small clauses, finite forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.clauses.appositions import describes_twice, is_label, whole_of_share
from claims.language.clauses.clause import Clause, ClauseContext, ClauseForm, Piece, span_of
from claims.language.clauses.conjuncts import chain_from, own_tokens
from claims.language.clauses.coordination import distributed
from claims.language.clauses.detachment import DetachedPart, Detachment
from claims.language.clauses.grammar import (
    CAUSATIVES,
    NOUNS,
    has_anticipatory_it,
    has_number_or_name,
    is_measure,
    is_name,
    is_plural,
    is_plural_alone,
)
from claims.language.clauses.trimming import without_loose_ends
from claims.language.inflection import past_tense, present_tense
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token


#: States, not events: "Rostec, based in Moscow" is so today.
_STATIVE = word_set("base locate situate headquarter know call name own arm equip power design intend aim dedicate")

_SHIFTING = word_set("bring push drive raise lift cut reduce lower increase")


def small_clause(verb: Token, past: bool, described: tuple[Piece, ...], speaker: tuple[Piece, ...]) -> Clause | None:
    """Return "its weight is only 5.5 tons" of "makes its weight only 5.5 tons", also of "brings its weight down to".

    `described` is what "it" surely is. None where `verb` makes nothing be anything.
    """
    found = _object_and_predicate(verb) if verb.lemma_ in CAUSATIVES else _object_and_level(verb)
    if found is None or has_anticipatory_it(verb):
        return None
    thing, predicate = found
    subject = list(thing.subtree)
    rest = [token for token in predicate.subtree if token.i > thing.i]
    tokens = [token for token in subject + rest if token.i < rest[-1].i + 1]
    start, end = span_of(sorted(tokens, key=lambda token: token.i))
    # "…, making it the largest": what "it" is, the signing or the contract, nobody can tell.
    named: list[Piece] = [*(described or ["this"])] if thing.lower_ == "it" else [*subject]
    pieces = [*named, form_of_be(thing, past), *rest]
    return Clause(pieces, predicate, start, end, speaker, ClauseForm.SMALL)


def modifier_clauses(
    part: DetachedPart, host_phrase: list[Token], phrase: list[Token], context: ClauseContext
) -> list[Clause]:
    """State what an apposition, an age or a reduced relative clause says of its noun."""
    start, end = span_of(sorted(host_phrase + phrase, key=lambda inner: inner.i))
    phrase = [inner for inner in phrase if inner.lower_ != "namely"]
    joined = next((inner for inner in part.token.children if inner.dep_ == "cc"), None)
    if part.kind is Detachment.APPOSITION and joined is not None and describes_twice(part.token, part.host):
        # "the author and a geologist at Velden": what stands behind the "and" is of the second, whatever it hangs on.
        roles = [inner for inner in phrase if inner.i < joined.i], [inner for inner in phrase if inner.i > joined.i]
        form = form_of_be(part.host, False)
        return [
            Clause([*host_phrase, form, *role], part.token, *span_of(role), context.speaker, ClauseForm.MODIFIER)
            for role in roles
        ]
    pieces = _modifier_pieces(part, host_phrase, phrase, context.past)
    return distributed(Clause(pieces, part.token, start, end, context.speaker, ClauseForm.MODIFIER))


def feature_clauses(preposition: Token, owner: Token, named: tuple[Piece, ...], context: ClauseContext) -> list[Clause]:
    """State "a frigate with a length of 120 m and a crew of 90" as two things that the frigate has."""
    told = {inner.i for inner in preposition.subtree}
    whose = [piece for piece in named if isinstance(piece, str) or piece.i not in told]
    while len(whose) > 1 and not isinstance(whose[-1], str) and whose[-1].is_punct:
        whose.pop()
    plural = is_plural(owner) or is_plural_alone(owner)
    form = past_tense("have") if context.past else present_tense("have", plural=plural)
    features = chain_from(next(child for child in preposition.rights if child.dep_ == "pobj"), told)
    clauses = []
    for feature in features:
        own = own_tokens(features, feature)
        tokens = [inner for inner in feature.subtree if inner.i in own]
        start, end = span_of(tokens)
        clauses.append(Clause([*whose, form, *tokens], feature, start, end, context.speaker, ClauseForm.MODIFIER))
    return clauses


def distributive_clauses(each: Token, host: Token, context: ClauseContext) -> list[Clause]:
    """State "two engines, each with 90 kN of thrust" as "two engines each have 90 kN of thrust", also "each giving"."""
    nouns = [noun for noun in each.doc[host.left_edge.i : each.left_edge.i] if noun.pos_ in NOUNS and is_plural(noun)]
    told = each if each.tag_ == "VBG" else next((child for child in each.children if child.lower_ == "with"), None)
    if not nouns or told is None:
        return []
    noun = nouns[-1]
    rest = [inner for inner in told.subtree if inner.i > told.i]
    phrase = [inner for inner in noun.subtree if inner.i <= noun.i]
    start, end = span_of(rest)
    verb = "have" if told.tag_ != "VBG" else told.lemma_
    form = past_tense(verb, plural=True) if context.past else present_tense(verb, plural=True)
    return [Clause([*phrase, "each", form, *rest], told, start, end, context.speaker, ClauseForm.MODIFIER)]


def share_clauses(share: Token, things: list[Token], context: ClauseContext) -> list[Clause]:
    """State "40 tanks, half of them with guns" as "half of the 40 tanks had guns"."""
    whole = whole_of_share(share)
    if whole is None:
        return []
    counted = [inner for inner in share.subtree if inner.i <= whole.head.i and not inner.is_punct]
    told = without_loose_ends([inner for inner in share.subtree if inner.i > whole.i])
    indefinite = things[0].lower_ in ("a", "an")
    named: list[Piece] = [*things[indefinite:]]
    if indefinite or things[0].tag_ not in ("DT", "PRP$"):
        named.insert(0, "the")
    past = is_of_past(told[0], context.past) if told[0].tag_ == "VBN" else context.past
    plural = whole.lower_ == "them" and share.lower_ != "one"
    verb, rest = ("have", told[1:]) if told[0].lower_ == "with" else ("be", told)
    form = past_tense(verb, plural=plural) if past else present_tense(verb, plural=plural)
    start, end = span_of(sorted([*counted, *told], key=lambda inner: inner.i))
    return [Clause([*counted, *named, form, *rest], share, start, end, context.speaker, ClauseForm.MODIFIER)]


def finite_form(verb: Token, context: ClauseContext) -> str:
    """Return the tensed form of a participle, in the tense of the clause it hung on."""
    head = next(
        (
            piece
            for piece in reversed(context.subject)
            if not isinstance(piece, str) and piece.dep_ in ("nsubj", "nsubjpass")
        ),
        None,
    )
    plural = head is not None and is_plural(head)
    return past_tense(verb.lemma_, plural=plural) if context.past else present_tense(verb.lemma_, plural=plural)


def _modifier_pieces(part: DetachedPart, host_phrase: list[Token], phrase: list[Token], past: bool) -> list[Piece]:
    token, host = part.token, part.host
    if part.kind is Detachment.AGE:
        return [*host_phrase, "is", token, "years", "old"]
    if part.kind is Detachment.REDUCED_RELATIVE:
        if token.lower_ == "worth" and host.left_edge.lower_ in ("a", "an"):
            return [
                "the",
                *(inner for inner in host_phrase if inner != host.left_edge),
                form_of_be(host, False),
                *phrase,
            ]
        if token.tag_ == "VBN" or token.pos_ == "ADJ":
            of_past = past if token.pos_ == "ADJ" else is_of_past(token, past)
            return [*host_phrase, form_of_be(host, of_past), *phrase]
        tensed = past_tense if past else present_tense
        form = tensed(token.lemma_, plural=is_plural(host))
        return [*host_phrase, *(form if inner == token else inner for inner in phrase)]
    if host.pos_ in ("NOUN", "NUM") and is_name(token) and not is_label(token):
        return [*phrase, form_of_be(token, False), *host_phrase]
    if is_label(token):
        return [*host_phrase, present_tense("be", plural=host.tag_ in ("NNS", "NNPS")), *phrase]
    return [*host_phrase, form_of_be(host, False), *phrase]


def _object_and_predicate(verb: Token) -> tuple[Token, Token] | None:
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i > verb.i:
            thing = next((inner for inner in child.children if inner.dep_ == "nsubj"), None)
            plain = child.pos_ in ("ADJ", "NOUN", "NUM", "PROPN")
            return (thing, child) if thing is not None and plain else None
    thing = next((child for child in verb.children if child.dep_ == "dobj"), None)
    predicate = next((child for child in verb.children if child.dep_ == "oprd" and child.i > verb.i), None)
    if thing is None or predicate is None or predicate.i < thing.i:
        return None
    return (
        (thing, predicate)
        if is_measure(predicate) or predicate.pos_ == "ADJ" or has_number_or_name(predicate)
        else None
    )


def is_of_past(participle: Token, past: bool) -> bool:
    """Return whether a participle speaks of the past: "based in Perm" is so today, "built in 1987" was."""
    dated = any(inner.ent_type_ == "DATE" for inner in participle.subtree)
    by_somebody = participle.lemma_ == "design" and any(child.dep_ == "agent" for child in participle.children)
    return (participle.lemma_ not in _STATIVE or by_somebody) and (past or dated)


def _object_and_level(verb: Token) -> tuple[Token, Token] | None:
    """ "brings its weight down to only 5.5 tons": the weight is then 5.5 tons."""
    thing = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    if verb.lemma_ not in _SHIFTING or thing is None or thing.pos_ != "NOUN":
        return None
    holders = [verb, *(child for child in verb.children if child.dep_ == "prt")]
    levels = [
        noun
        for holder in holders
        for preposition in holder.children
        if preposition.dep_ == "prep" and preposition.lower_ == "to" and preposition.i > thing.i
        for noun in preposition.children
        if noun.dep_ == "pobj" and is_measure(noun)
    ]
    return (thing, levels[0]) if levels else None


def form_of_be(noun: Token, past: bool) -> str:
    """Return "is", "are", "was" or "were" for a noun."""
    plural = is_plural(noun)
    return past_tense("be", plural=plural) if past else present_tense("be", plural=plural)
