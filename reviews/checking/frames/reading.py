"""Texts as trees: each text is parsed once for as long as it is remembered, and many are parsed together."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from claims.language.parsing import parse_structure
from reviews.checking.frames.comparison import compare
from reviews.checking.frames.entailing import asserted_event, has_all_but_the_opposite
from reviews.checking.frames.lacking import find_lacking
from reviews.checking.frames.otherness import find_other
from reviews.checking.frames.ownership import FigureLink
from reviews.checking.frames.parts import Parts
from reviews.checking.frames.tree import Tree
from reviews.checking.frames.verdicts import UNKNOWN, Entailment, FrameVerdict

#: Texts of a few batches; each of the longest takes a quarter of a megabyte.
_REMEMBERED = 500
_LONGEST = 3_000
_trees: OrderedDict[str, Tree] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Draft:
    """What words and figures make of a pair before its frames are read: which figures were paired, and whether they support the claim.

    `is_open` where nothing speaks against the claim, and the words alone are too few to tell.
    """

    claim: str
    evidence: str
    links: tuple[FigureLink, ...] = ()
    is_supported: bool = False
    is_open: bool = False


def compare_frames(drafts: Iterable[Draft]) -> dict[tuple[str, str], FrameVerdict]:
    """Hold claims against evidence by their frames; a pair with a text that is too long to be parsed is left out."""
    wanted = {(draft.claim, draft.evidence): draft for draft in drafts}
    trees = read_trees(text for pair in wanted for text in pair)
    return {
        (claim, evidence): _verdict(Parts.of(trees[claim], trees[evidence]), draft)
        for (claim, evidence), draft in wanted.items()
        if claim in trees and evidence in trees
    }


def _verdict(parts: Parts, draft: Draft) -> FrameVerdict:
    verdict = compare(parts, draft.links)
    if verdict.verdict is Entailment.ASSERTED:
        is_all = sum(link.fails for link in draft.links) == 1 and asserted_event(parts) is not None
        return verdict if is_all else FrameVerdict(Entailment.MISSING, verdict.explanation)
    if draft.is_open and verdict.verdict is Entailment.EXCLUDED:
        return verdict if has_all_but_the_opposite(parts) else UNKNOWN
    if verdict is UNKNOWN and (draft.is_supported or draft.is_open):
        verdict = find_lacking(parts, draft.links)
    if verdict is UNKNOWN and (draft.is_supported or draft.is_open):
        verdict = find_other(parts, draft.links)
    if verdict is UNKNOWN and draft.is_open and (word := asserted_event(parts)) is not None:
        return FrameVerdict(Entailment.ASSERTED, f"The evidence says the same in other words: see “{word.text}”.")
    return verdict


def read_trees(texts: Iterable[str]) -> dict[str, Tree]:
    """Return the tree of every text that is short enough to be parsed, by its text."""
    wanted = [text for text in dict.fromkeys(texts) if len(text) <= _LONGEST]
    # Asked once for each text: another thread may forget a tree at any time.
    found = {text: tree for text in wanted if (tree := _trees.get(text)) is not None}
    missing = [text for text in wanted if text not in found]
    found.update(zip(missing, map(Tree.of, parse_structure(missing)), strict=True))
    _trees.update(found)
    while len(_trees) > _REMEMBERED:
        _trees.popitem(last=False)
    return found
