"""Lists that "respectively" pairs: "the A and the B carry 16 and 64 missiles respectively" is two statements."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.language.clauses.agreement import agreeing
from claims.language.clauses.clause import Clause, Piece
from claims.language.clauses.conjuncts import chain_from, own_tokens, shared_determiner
from claims.language.clauses.grammar import NOUNS, SUBJECTS, is_plural_alone
from claims.language.closed_classes import ORDINALS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_MULTIPLIERS = ("hundred", "thousand", "million", "billion", "trillion")
_BETWEEN = (",", "and")


@dataclass(frozen=True)
class _List:
    """The items of a coordination, each with the words that stand for it alone, and all the words of the list."""

    items: tuple[tuple[Piece, ...], ...]
    tokens: frozenset[int]
    #: The nouns that head the items, where they are nouns.
    heads: tuple[Token, ...] = ()


def paired(clause: Clause) -> list[Clause]:
    """Return one clause for each pair of a "respectively"; none where the lists are not of one length."""
    tokens = [piece for piece in clause.pieces if not isinstance(piece, str)]
    if not tokens or not _says_respectively(clause.head, tokens):
        return []
    members = {token.i for token in tokens}
    lists = _lists(tokens[0].doc, members)
    lengths = {len(each.items) for each in lists}
    if len(lists) < 2 or len(lengths) != 1:
        return []
    return [_pair(clause, lists, number) for number in range(lengths.pop())]


def _says_respectively(verb: Token, tokens: list[Token]) -> bool:
    """Return whether the clause, or one that is joined to it, says "respectively"."""
    if any(token.lower_ == "respectively" for token in tokens):
        return True
    joined = [child for child in verb.rights if child.dep_ == "conj"]
    return any(word.lower_ == "respectively" for child in joined for word in child.subtree)


def _lists(doc: Doc, members: set[int]) -> list[_List]:
    figures = _figure_lists(doc, members)
    taken = {i for each in figures for i in each.tokens}
    words = [each for token in doc if token.i in members for each in _word_list(token, members, taken)]
    return [*figures, *words]


def _word_list(first: Token, members: set[int], taken: set[int]) -> list[_List]:
    """Return the list that begins with a word; none where no word does, or where it cannot be told of one thing each."""
    if first.dep_ == "conj" or first.i in taken or first.pos_ in ("VERB", "AUX"):
        return []
    conjuncts = chain_from(first, members)
    if len(conjuncts) < 2 or any(conjunct.i in taken or conjunct.pos_ in ("VERB", "AUX") for conjunct in conjuncts):
        return []
    if first.dep_ == "amod":
        return _ranks(conjuncts, members)
    items: list[tuple[Piece, ...]] = []
    shared = _shared_of(conjuncts)
    for conjunct in conjuncts:
        own = [
            first.doc[i] for i in sorted(own_tokens(conjuncts, conjunct) & members - taken - {of.i for of in shared})
        ]
        while own and own[-1].is_punct:
            own.pop()
        items.append((*shared_determiner(first, conjunct), *own, *shared))
    whole = frozenset(token.i for token in first.subtree if token.i in members - taken)
    return [_List(tuple(items), whole, tuple(conjuncts) if first.pos_ in NOUNS else ())]


def _ranks(conjuncts: list[Token], members: set[int]) -> list[_List]:
    """ "the first and second engines": one engine each, while "the northern and southern provinces" may be many."""
    noun = conjuncts[0].head
    if any(conjunct.lower_ not in ORDINALS for conjunct in conjuncts) or noun.tag_ != "NNS":
        return []
    items = tuple((conjunct, noun.lemma_) for conjunct in conjuncts)
    return [_List(items, frozenset(range(conjuncts[0].i, noun.i + 1)) & members, tuple(conjuncts))]


def _shared_of(conjuncts: list[Token]) -> tuple[Token, ...]:
    """ "the length and width of the ship": each is the ship's, whichever the parser hung the ship on."""
    phrases = [child for conjunct in conjuncts for child in conjunct.rights if child.dep_ == "prep"]
    shared = len(phrases) == 1 and phrases[0].lower_ == "of" and phrases[0].i > conjuncts[-1].i
    return tuple(phrases[0].subtree) if shared and conjuncts[-1].tag_ in ("NN", "NNS") else ()


def _figure_lists(doc: Doc, members: set[int]) -> list[_List]:
    """Return the lists of figures, read from the words: the model rarely sees "16 and 64 missiles" as one."""
    lists = []
    at = 0
    while at < len(doc):
        found = _figure_list(doc, at) if at in members and _begins_figure(doc, at) else None
        if found is not None and found.tokens <= members:
            lists.append(found)
        at = max(found.tokens) + 1 if found is not None else at + 1
    return lists


def _figure_list(doc: Doc, start: int) -> _List | None:
    """Return the list of figures that begins at a token: "2 and 5 billion", "3.5 percent and 4.1 percent"."""
    first_end = _figure_end(doc, start)
    unit = first_end
    while unit < len(doc) and unit - first_end < 3 and _is_unit(doc[unit]):
        unit += 1
    if unit >= len(doc) or doc[unit].lower_ not in _BETWEEN:
        return None
    width = unit - first_end
    spans, at = [(start, unit)], unit
    while at < len(doc) and doc[at].lower_ in _BETWEEN:
        last = doc[at].lower_ == "and"
        at += 1
        if at < len(doc) and doc[at].lower_ == "and":
            last, at = True, at + 1
        if at >= len(doc) or not _begins_figure(doc, at):
            return None
        end = _figure_end(doc, at) + width
        spans.append((at, end))
        at = end
        if last:
            return _List(
                tuple(_figure(doc, *span, doc[spans[-1][1] - 1], width) for span in spans), frozenset(range(start, end))
            )
    return None


def _is_unit(word: Token) -> bool:
    return word.text == "%" or (
        word.lower_ not in _BETWEEN and not word.is_punct and not word.like_num and word.pos_ != "ADP"
    )


def _begins_figure(doc: Doc, at: int) -> bool:
    word = doc[at]
    return (word.like_num and word.lower_ not in (*_MULTIPLIERS, *ORDINALS)) or (
        word.tag_ == "$" and at + 1 < len(doc) and doc[at + 1].like_num
    )


def _figure_end(doc: Doc, at: int) -> int:
    at += doc[at].tag_ == "$"
    while at < len(doc) and doc[at].like_num:
        at += 1
    return at


def _figure(doc: Doc, start: int, end: int, last: Token, width: int) -> tuple[Piece, ...]:
    """Return the words of one figure; "2 and 5 billion" are both billions."""
    words: tuple[Piece, ...] = tuple(doc[start:end])
    plain = doc[end - 1].lower_ not in _MULTIPLIERS and len(doc[start].text) <= 3
    return (*words, last.text) if width == 0 and plain and last.lower_ in _MULTIPLIERS else words


def _pair(clause: Clause, lists: list[_List], number: int) -> Clause:
    """Return the clause with one item of each list in the place of the list."""
    begun: set[int] = set()
    pieces: list[Piece] = []
    for piece in clause.pieces:
        if not isinstance(piece, str) and piece.lower_ == "respectively":
            continue
        at = next((n for n, each in enumerate(lists) if not isinstance(piece, str) and piece.i in each.tokens), None)
        if at is None:
            pieces.append(piece)
        elif at not in begun:
            begun.add(at)
            pieces += lists[at].items[number]
    for each in lists:
        if each.heads and _subject_of(each.heads[0]).dep_ in SUBJECTS:
            pieces = agreeing(pieces, clause.head, plural=is_plural_alone(each.heads[number]))
    return replace(clause, pieces=pieces)


def _subject_of(head: Token) -> Token:
    """Return the noun that a rank belongs to; a noun is its own."""
    return head.head if head.dep_ == "amod" else head
