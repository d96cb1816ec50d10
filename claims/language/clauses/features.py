"""What a "with" says of a thing: "a frigate with a length of 120 m", "with a draught of 1.5 m, the boat…"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.clauses.grammar import NOUNS, SUBJECTS, is_after_comma, is_measure

if TYPE_CHECKING:
    from spacy.tokens import Token


def feature_owner(preposition: Token, host: Token, top: Token) -> Token | None:
    """Return the noun that has what the "with" measures; None where it only tells which one is meant, or nothing."""
    if preposition.lower_ != "with" or any(child.dep_ == "neg" for child in top.children):
        return None
    feature = next((child for child in preposition.rights if child.dep_ == "pobj"), None)
    if feature is None or is_measure(feature) or not _is_measured(feature):
        return None
    subject = next((child for child in top.lefts if child.dep_ in SUBJECTS), None)
    if host == top:
        before = next((child for child in top.rights if child.right_edge.i == preposition.i - 1), None)
        if before is not None and before.dep_ == "dobj" and _is_told_apart(before, feature, top):
            return before
        apart = is_after_comma(preposition) or preposition.left_edge.i == 0
        return subject if apart and subject is not None and subject.tag_ not in ("WDT", "WP", "EX") else None
    if host.pos_ not in NOUNS or preposition.i < host.i:
        return None
    if host.dep_ == "attr" and host.head == top and subject is not None and host.left_edge.lower_ in ("a", "an"):
        return subject
    return host if is_after_comma(preposition) or _is_told_apart(host, feature, top) else None


def _is_told_apart(noun: Token, feature: Token, top: Token) -> bool:
    """Return whether what the noun has can be said without the clause: "has an engine with…", "14 ships with a total of"."""
    owned = noun.dep_ == "dobj" and noun.head == top and top.lemma_ == "have"
    return _is_some(noun) and (owned or feature.lower_ == "total")


def _is_some(noun: Token) -> bool:
    """Return whether a noun is new here, "a frigate" or "12 frigates", so that no "with" only picks it out."""
    return noun.left_edge.lower_ in ("a", "an") or is_measure(noun)


def _is_measured(feature: Token) -> bool:
    """ "a top speed of 200 km/h"."""
    of = next((child for child in feature.rights if child.lower_ == "of"), None)
    return of is not None and any(inner.like_num for inner in of.subtree)
