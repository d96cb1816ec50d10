"""Lists of objects, each with a time or a place of its own, which the parser hangs on whatever stands nearest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.language.clauses.grammar import NOUNS, is_measure
from claims.language.clauses.repairs.editing import attach

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_NOMINAL = ("NOUN", "PROPN", "NUM", "ADJ", "DET", "SYM", "ADV")
_NOMINAL_TAGS = ("POS", "PRP$", "HYPH", "CD")
#: Two measured things are a pair, which other repairs know.
_FEWEST_FEATURES = 3
_SHORT = ("another", "one", "others")


@dataclass(frozen=True)
class _Item:
    """One item of a list: the index it begins at, its noun or figure, its prepositions each with its noun, its end."""

    start: int
    head: Token
    phrases: tuple[tuple[Token, Token], ...]
    end: int

    @property
    def form(self) -> tuple[tuple[str, bool], ...]:
        """Return by what the items of one list are alike: the phrases that tell when, or else all but "of"."""
        told = tuple((word.lower_, noun.ent_type_ in ("DATE", "TIME")) for word, noun in self.phrases)
        return tuple(each for each in told if each[1]) or tuple(each for each in told if each[0] != "of")


def repair_items_with_own_adjuncts(token: Token) -> bool:
    """ "lost 40 tanks in May and 30 in June": what stands in one form is one list, whatever the parser hung it on."""
    first = _item_at(token.doc, token.i)
    if first is None or not first.form or first.phrases[0][0].head not in (token, token.head):
        return False
    items, is_last = [first], False
    while not is_last:
        start, is_last = _behind_separator(token.doc, items[-1].end)
        item = _item_at(token.doc, start) if start else None
        if item is None or not _are_alike(first, item) or not token.head.is_ancestor(item.head):
            return False
        items.append(item)
    if items[-1].end < len(token.doc) and not token.doc[items[-1].end].is_punct:
        return False
    return any([_join(before, item) for before, item in zip(items, items[1:], strict=False)])


def _are_alike(first: _Item, item: _Item) -> bool:
    """Return whether two items are of one form; two counts may differ in it: "12 ships in 2010 and 30 over 20 years"."""
    counted = all(
        each.head.tag_ == "CD" or any(child.tag_ == "CD" for child in each.head.lefts) for each in (first, item)
    )
    return item.form == first.form or (counted and bool(item.form))


def _item_at(doc: Doc, start: int) -> _Item | None:
    """Return the item whose noun phrase begins at `start` or ends there; None where no noun does."""
    end = _end_of_noun_phrase(doc, start)
    head = doc[end - 1]
    if end == start or (head.pos_ not in (*NOUNS, "NUM") and head.lower_ not in _SHORT):
        return None
    phrases = []
    while end < len(doc) and doc[end].tag_ in ("IN", "TO"):
        preposition, end = doc[end], _end_of_noun_phrase(doc, end + 1)
        if end == preposition.i + 1:
            return None
        inside = (child for child in preposition.rights if child.dep_ == "pobj" and child.i < end)
        phrases.append((preposition, next(inside, doc[end - 1])))
    return _Item(start, head, tuple(phrases), end)


def _end_of_noun_phrase(doc: Doc, start: int) -> int:
    end = start
    while end < len(doc) and _in_noun_phrase(doc[end]):
        end += 1
    return end


def _in_noun_phrase(word: Token) -> bool:
    return word.pos_ in _NOMINAL or word.tag_ in _NOMINAL_TAGS or word.text == "%" or word.lower_ in _SHORT


def _behind_separator(doc: Doc, at: int) -> tuple[int, bool]:
    """Return where the next item begins, and whether an "and" says that it is the last one; 0 where none does."""
    comma = at < len(doc) and doc[at].text == ","
    at += comma
    joined = at < len(doc) and doc[at].lower_ in ("and", "but")
    return (at + joined if comma or joined else 0), joined


def _join(before: _Item, item: _Item) -> bool:
    """Hang an item and its phrases where they belong; return whether something hung elsewhere."""
    doc = item.head.doc
    wanted = [(item.head, before.head, "conj")]
    for each in (before, item):
        wanted += [(preposition, each.head, "prep") for preposition, _ in each.phrases]
        wanted += [(noun, preposition, "pobj") for preposition, noun in each.phrases]
    joining = [doc[i] for i in range(before.end, item.start) if doc[i].dep_ == "cc"]
    wanted += [(word, before.head, "cc") for word in joining]
    moved = [each for each in wanted if (each[0].head, each[0].dep_) != each[1:]]
    for token, head, label in moved:
        attach(token, head, label)
    inside = [token for token in doc[item.start : item.head.i] if not item.start <= token.head.i <= item.head.i]
    for token in inside:
        token.head = item.head
    return bool(moved or inside)


def repair_features_of_one_form(token: Token) -> bool:
    """ "with a length of 9 m, a weight of 2 t, and a range of 90 km": one list, whatever the parser hung an item on."""
    first = _item_at(token.doc, token.left_edge.i)
    if first is None or not _is_feature(first) or first.head != token:
        return False
    items, is_last = [first], False
    while not is_last:
        start, is_last = _behind_separator(token.doc, items[-1].end)
        item = _item_at(token.doc, start) if start else None
        if item is None or not _is_feature(item):
            break
        items.append(item)
    return len(items) >= _FEWEST_FEATURES and any(
        [_join(before, item) for before, item in zip(items, items[1:], strict=False)]
    )


def _is_feature(item: _Item) -> bool:
    """ "a launch weight of 11 tons"."""
    words = [preposition.lower_ for preposition, _ in item.phrases]
    measured = words in (["of"], ["of", "to"]) and all(noun.like_num or is_measure(noun) for _, noun in item.phrases)
    return measured and item.head.tag_ == "NN" and item.head.doc[item.start].lower_ in ("a", "an")
