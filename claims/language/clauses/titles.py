"""What a title before a name says: "Russia's state-owned defense company Rostec" is a claim about Rostec."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.language.clauses.clause import Clause, ClauseForm, Piece
from claims.language.clauses.grammar import TITLE
from claims.language.vocabulary import OFFICES, ORGANISATION_NOUNS, PERSON_NOUNS, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_MODIFIERS = ("JJ", "JJS", "JJR", "NN", "NNP", "NNS", "VBN", "VBG", "HYPH", "POS", "PRP$", "RB")
_KIN = word_set("daughter son wife husband brother sister father mother nephew niece cousin widow")
_LONGEST_TITLE = 12
_ROLES = (
    PERSON_NOUNS
    | word_set("""coach guard forward striker goalkeeper midfielder defender captain quarterback pitcher rapper singer actor
    actress poet painter composer architect bishop archbishop prince princess sergeant lieutenant colonel chancellor
    congressman congresswoman judge prosecutor sheriff detective physicist chemist biologist geologist doctor surgeon""")
)


def title_clauses(doc: Doc) -> list[Clause]:
    """Return one clause for each name that a described role or kind stands right before."""
    found = (
        _title_clause(doc, entity) or _person_clause(doc, entity)
        for entity in doc.ents
        if entity.label_ in ("PERSON", "ORG")
    )
    return [clause for clause in found if clause is not None]


def _person_clause(doc: Doc, entity: Span) -> Clause | None:
    """Return "Josef Lang is president" for "President Josef Lang", whom the text names in full."""
    end = entity.end
    first = entity.start
    while (
        first > 0 and doc[first - 1].dep_ in ("compound", TITLE) and doc[first - 1].tag_ in ("NN", "NNP", "NNPS", "NNS")
    ):
        first -= 1
    role = next((token for token in reversed(doc[first:end]) if token.lower_ in _ROLES), None)
    if entity.label_ != "PERSON" or role is None or end - role.i < 3 or doc[end - 1].pos_ != "PROPN":
        return None
    if any(not token.text[0].isupper() or token.pos_ != "PROPN" for token in doc[role.i + 1 : end]):
        return None
    if first and doc[first - 1].tag_ in ("PRP$", "POS", "HYPH"):
        return None
    title: list[Piece] = list(doc[first : role.i + 1])
    opener = doc[first]
    office = role.i == first or opener.lower_ in ("prime", "vice")
    if office:
        title = [" ".join(token.lower_ for token in doc[first : role.i + 1])]
    elif opener.i == 0 and not opener.ent_type_ and opener.tag_ in ("NN", "NNP"):
        title[0] = opener.lower_
    article = [] if office else _bare_article(title[0], opener)
    pieces: list[Piece] = [*doc[role.i + 1 : end], "is", *article, *title]
    return Clause(pieces, role, opener.idx, doc[end - 1].idx + len(doc[end - 1]), form=ClauseForm.TITLE)


def _bare_article(first: Piece, opener: Token) -> list[Piece]:
    """Return the article of a title of several words: "an opposition lawmaker", "the Gulls coach"."""
    if not isinstance(first, str) and opener.text[0].isupper():
        return ["the"]
    return ["an" if opener.lower_[0] in "aeiou" else "a"]


def _title_clause(doc: Doc, entity: Span) -> Clause | None:
    noun = doc[entity.start - 1] if entity.start else None
    if noun is None or noun.tag_ != "NN" or not _names_a_role(noun, entity.label_):
        return None
    first = _first_modifier(noun)
    title = [token for token in doc[first : noun.i + 1] if token.tag_ != "DT"]
    if len(title) < 2 or not any(token.tag_ in ("POS", "JJ", "NNP", "VBN", "PRP$") for token in title):
        return None
    pieces: list[Piece] = [*entity, "is", *_article(title, noun), *title]
    return Clause(pieces, noun, title[0].idx, entity.end_char, form=ClauseForm.TITLE)


def _names_a_role(noun: Token, label: str) -> bool:
    return noun.lemma_.lower() in (PERSON_NOUNS | _KIN if label == "PERSON" else ORGANISATION_NOUNS)


def _first_modifier(noun: Token) -> int:
    first = noun.i
    while first > 0 and noun.i - first < _LONGEST_TITLE and noun.doc[first - 1].tag_ in _MODIFIERS:
        if noun.doc[first - 1].ent_type_ == "DATE":
            break
        first -= 1
    if noun.doc[first].tag_ in ("POS", "HYPH"):
        return noun.i
    return first


def _article(title: list[Token], noun: Token) -> list[str]:
    if title[0].tag_ == "PRP$":
        return []
    if any(token.tag_ == "POS" for token in title):
        # "the country's leader Kim" needs no second article; a bare common owner lost its own with the determiner.
        return [] if title[0].pos_ == "PROPN" else ["the"]
    if noun.lemma_.lower() in OFFICES:
        return ["the"]
    return ["an" if title[0].lower_[0] in "aeiou" else "a"]
