"""Ranks and quantifiers: "the largest" against "one of the largest", "all" against "some of"."""

from collections.abc import Iterator
from dataclasses import dataclass

from claims.language.closed_classes import CARDINAL_UNITS, ORDINALS
from claims.language.vocabulary import word_set
from reviews.checking.frames.kinds import are_exclusive
from reviews.checking.frames.predicates import same_relation
from reviews.checking.frames.tree import Tree, Word
from reviews.checking.frames.verdicts import UNKNOWN, Entailment, FrameVerdict
from reviews.checking.outcomes import Mismatch

_BEFORE_MEMBER = 4
_QUANTIFIERS = {
    **dict.fromkeys(word_set("all every each both everyone everybody"), "all"),
    **dict.fromkeys(word_set("most majority"), "most"),
    **dict.fromkeys(word_set("some several many half part dozens numerous"), "some"),
    **dict.fromkeys(word_set("few handful minority"), "few"),
    **dict.fromkeys(word_set("couple pair trio rest remainder"), "part"),
    **dict.fromkeys(word_set("no none neither"), "none"),
}
_LACKS = {("all", "some"), ("all", "most"), ("all", "part"), ("most", "some"), ("most", "part")}
_EXCLUDES = {
    ("all", "none"), ("all", "few"), ("most", "none"), ("most", "few"), ("some", "none"), ("part", "none"),
    ("none", "all"), ("none", "most"), ("none", "some"), ("none", "part"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Rank:
    word: Word
    place: int
    is_one_of: bool


def compare_ranks(claim: Tree, evidence: Tree) -> FrameVerdict:
    """Hold the first superlative of the claim against those of the evidence."""
    claimed = next(_ranks(claim), None)
    if claimed is None or _is_bound(claim, claimed):
        return UNKNOWN
    found = list(_ranks(evidence))
    same = [rank for rank in found if _is_same_superlative(rank.word, claimed.word)]
    if not same:
        against = next((r for r in found if are_exclusive(r.word.lower, claimed.word.lower)), None)
        if against is None or against.is_one_of or claimed.is_one_of:
            return UNKNOWN
        return _excluded(evidence, against)
    if any(r.place == claimed.place and (claimed.is_one_of or not r.is_one_of) for r in same):
        return UNKNOWN
    if claimed.is_one_of:
        return UNKNOWN
    rank = same[0]
    if rank.is_one_of:
        return FrameVerdict(Entailment.MISSING, f"The evidence says only that it is one of the {rank.word.text}.")
    return _excluded(evidence, rank)


def _is_bound(tree: Tree, rank: _Rank) -> bool:
    """ "Above the 10th largest" gives a bound, which is compared as a figure."""
    before = tree.words[max(0, rank.word.index - _BEFORE_MEMBER) : rank.word.index]
    return any(
        word.lower in ("above", "below", "behind", "than", "under", "over", "before", "after", "ahead")
        for word in before
    )


def _excluded(tree: Tree, rank: _Rank) -> FrameVerdict:
    ordinal = next((word for word, place in ORDINALS.items() if place == rank.place), "") if rank.place > 1 else ""
    words = f"{ordinal} {rank.word.text}".strip()
    return FrameVerdict(
        Entailment.EXCLUDED, f"The evidence gives another rank: see “{words}”.", Mismatch.QUALIFIER_MISMATCH
    )


def _is_same_superlative(one: Word, other: Word) -> bool:
    return one.lower == other.lower or same_relation(one.lemma, other.lemma)


def _ranks(tree: Tree) -> Iterator[_Rank]:
    for word in tree.words:
        if not _is_superlative(tree, word):
            continue
        start = max(0, word.index - _BEFORE_MEMBER)
        before = [w for w in tree.words[start : word.index] if w.lower not in ("-", "most")]
        place = next((_place(w) for w in reversed(before[-1:]) if _place(w)), 1)
        lowers = [w.lower for w in before]
        member = "among" in lowers or any(
            a in ("one", "some") and b == "of" for a, b in zip(lowers, lowers[1:], strict=False)
        )
        yield _Rank(word, place, member)


def _is_superlative(tree: Tree, word: Word) -> bool:
    """Return whether the word is "largest", or "populous" of "the most populous"."""
    if word.tag == "JJS":
        return word.lower not in ("least", "most")
    return word.tag == "JJ" and word.index > 0 and tree.words[word.index - 1].lower == "most"


def _place(word: Word) -> int:
    digits = word.lower.rstrip("stndrh")
    if digits.isdigit() and word.lower != digits:
        return int(digits)
    return ORDINALS.get(word.lower, 0)


def compare_quantifiers(claim: Tree, evidence: Tree) -> FrameVerdict:
    """Hold what the claim says of all, most, some or none of a kind against what the evidence says of it."""
    found: dict[str, list[tuple[str, Word]]] = {}
    for word in evidence.words:
        if word.is_noun:
            found.setdefault(word.lemma, []).append((quantifier_of(evidence, word), word))
    for word in claim.words:
        wanted = quantifier_of(claim, word) if word.is_noun else ""
        if not wanted or word.lemma not in found:
            continue
        given = found[word.lemma]
        if any(
            quantifier == wanted or (wanted == "some" and quantifier in ("all", "most", "part"))
            for quantifier, _ in given
        ):
            continue
        for quantifier, other in given:
            if (wanted, quantifier) in _EXCLUDES or (wanted == "all" and quantifier == "only"):
                return FrameVerdict(
                    Entailment.EXCLUDED, f"The claim says “{wanted}”, the evidence does not: see “{_around(evidence, other)}”.",
                    Mismatch.QUALIFIER_MISMATCH,
                )  # fmt: skip
            if (wanted, quantifier) in _LACKS and quantifier:
                return FrameVerdict(
                    Entailment.MISSING, f"The evidence does not say it of {wanted}: see “{_around(evidence, other)}”."
                )
    return UNKNOWN


def _around(tree: Tree, noun: Word) -> str:
    governor = tree.governor(noun)
    head = tree.governor(governor) if governor is not None and noun.relation == "pobj" else None
    return tree.written([*([head] if head is not None else noun.having("det", "predet", "amod")), noun])


def head_over(tree: Tree, noun: Word) -> Word | None:
    """Return what a noun stands behind with "of": the "half" of "half of the senators"."""
    preposition = tree.governor(noun)
    if preposition is None or noun.relation != "pobj" or preposition.lower != "of":
        return None
    return tree.governor(preposition)


def quantifier_of(tree: Tree, noun: Word) -> str:
    """Return the class of the word that quantifies a noun: "all", "most", "some", "few", "none", "part", "only"; or nothing."""
    beside = noun.having("det", "predet", "amod", "nummod")
    for each in [*beside, *(inner for number in noun.having("nummod") for inner in number.dependents)]:
        if each.lower in _QUANTIFIERS and not (each.lower == "no" and each.relation == "amod"):
            return _QUANTIFIERS[each.lower]
    head = head_over(tree, noun)
    if head is None:
        return ""
    if head.lower in _QUANTIFIERS:
        return _QUANTIFIERS[head.lower]
    if head.tag == "CD" or head.lower in CARDINAL_UNITS:
        return "only" if any(d.lower == "only" for d in head.dependents) else "part"
    return ""
