"""Whether a participant of one text is that of another: the same, a kind of it, another one, or not to be told."""

from enum import IntEnum
from functools import lru_cache

from claims.anchoring import normalise
from claims.language.vocabulary import word_set
from reviews.checking.frames.kinds import are_exclusive, is_kind_of
from reviews.checking.frames.predicates import same_relation
from reviews.checking.frames.tree import Tree, Word

_TITLES = word_set(
    "mr mrs ms dr sir dame lord lady president minister king queen prince princess pope general captain mayor professor judge senator"
)
_GENERIC = word_set(
    "one other another same former latter thing something someone somebody man woman person company country team ship group city"
)
_INITIALS = 2
_FAMILY = 4


class Match(IntEnum):
    """How a phrase of the evidence relates to one of the claim, from the best to the worst."""

    SAME = 5
    NARROWER = 4
    UNKNOWN = 3
    WIDER = 2
    OTHER = 1


AGREES = (Match.SAME, Match.NARROWER)


def match(claim: Tree, one: Word, evidence: Tree, other: Word) -> Match:
    """Relate the noun phrase of the evidence that `other` heads to that of the claim that `one` heads."""
    if one.is_pronoun or other.is_pronoun:
        return Match.UNKNOWN
    names, found = name_of(claim, one), name_of(evidence, other)
    if names and found:
        if not are_one_name(names, found) or _titles_differ(claim, one, evidence, other):
            return Match.OTHER
        return Match.SAME if not (_owner_differs(claim, one, evidence, other)) else Match.OTHER
    if names or found:
        return Match.UNKNOWN
    return _common(claim, one, evidence, other)


def _titles_differ(claim: Tree, one: Word, evidence: Tree, other: Word) -> bool:
    """Minister Hale is not President Hale."""
    mine, theirs = ({d.lower for d in word.having("compound", "nmod")} for word in (one, other))
    return any(are_exclusive(a, b) and a not in theirs and b not in mine for a in mine for b in theirs)


def best_match(claim: Tree, one: Word, evidence: Tree, others: list[Word]) -> tuple[Match, Word] | None:
    """Return the best relation of a phrase of the claim to any of these of the evidence."""
    found = [(match(claim, one, evidence, other), other) for other in others]
    return max(found, key=lambda pair: pair[0], default=None)


def _common(claim: Tree, one: Word, evidence: Tree, other: Word) -> Match:
    if one.tag == "CD" or other.tag == "CD":
        return Match.UNKNOWN if one.lower != other.lower else Match.SAME
    same = one.lemma == other.lemma or same_relation(one.lemma, other.lemma)
    if not same and is_kind_of(other.lemma, one.lemma):
        return Match.NARROWER
    if not same and is_kind_of(one.lemma, other.lemma):
        return Match.WIDER
    if not same:
        return Match.UNKNOWN if other.lemma in _GENERIC or one.lemma in _GENERIC else Match.OTHER
    mine, theirs = modifiers(one), modifiers(other)
    if any(are_exclusive(a, b) and a not in theirs and b not in mine for a in mine for b in theirs):
        return Match.OTHER
    if _owner_differs(claim, one, evidence, other):
        return Match.OTHER
    return Match.SAME


def _owner_differs(claim: Tree, one: Word, evidence: Tree, other: Word) -> bool:
    """ "Boeing's satellite unit" is not "Lockheed's satellite unit"."""
    mine, theirs = (
        [name for owner in word.having("poss") if (name := name_of(tree, owner))]
        for tree, word in ((claim, one), (evidence, other))
    )
    return bool(mine and theirs) and not any(are_one_name(a, b) for a in mine for b in theirs)


def modifiers(noun: Word) -> frozenset[str]:
    """Return the adjectives and nouns that narrow a noun down, in base form."""
    found = {d.lemma if d.tag != "JJS" else d.lower for d in noun.having("amod", "compound", "nmod") if not d.is_name}
    for adjective in noun.having("amod"):
        found |= {d.lemma for d in adjective.having("conj", "amod")}
    return frozenset(found)


def name_of(tree: Tree, word: Word) -> tuple[str, ...]:
    """Return the words of the name that a phrase is or begins with, in plain form; empty for a common noun alone."""
    parts = [d for d in word.having("compound", "nmod") if d.is_name and d.index < word.index]
    inner = [d for p in parts for d in p.having("compound", "nmod") if d.is_name]
    run = sorted([*parts, *inner, *([word] if word.is_name else [])], key=lambda each: each.index)
    words = [plain for each in run if (plain := plain_name(each.text)) and plain not in _TITLES]
    following = tree.words[run[-1].index + 1 : run[-1].index + 2] if run else []
    if (
        words
        and following
        and following[0].tag == "CD"
        and following[0].relation in ("nummod", "appos", "pobj", "npadvmod")
    ):
        beyond = tree.words[following[0].index + 1 : following[0].index + 2]
        if not beyond or not beyond[0].tag.endswith("NNS"):
            words.append(following[0].lower)
    return tuple(words)


@lru_cache(maxsize=20_000)
def plain_name(surface: str) -> str:
    """Return a word of a name without hyphens, stops and case: "RD‑180" and "RD180" are one."""
    return "".join(c for c in normalise(surface).text if c.isalnum())


def are_one_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two names may be those of one thing: one is part of the other, its initials, or its adjective."""
    first, second = "".join(one), "".join(other)
    if first == second or set(one) <= set(other) or set(other) <= set(one):
        return True
    if any(len(b) >= _INITIALS and a == "".join(w[0] for w in b) for a, b in ((first, other), (second, one))):
        return True
    if len(one) == len(other) == 1 and not any(c.isdigit() for c in first + second):
        return (
            len(first) > _FAMILY
            and len(second) > _FAMILY
            and first[:_FAMILY] == second[:_FAMILY]
            and {first, second} & _DEMONYMS != set()
        )
    return False


_DEMONYMS = word_set("""american british russian chinese indian german french italian polish swedish danish finnish norwegian turkish
    iranian iraqi israeli egyptian japanese korean ukrainian canadian australian brazilian mexican""")
