"""Texts as trees: each text is parsed once for as long as it is remembered, and many are parsed together."""

from collections import OrderedDict
from collections.abc import Iterable

from claims.language.parsing import parse_structure
from reviews.checking.frames.comparison import compare
from reviews.checking.frames.ownership import FigureLink
from reviews.checking.frames.tree import Tree
from reviews.checking.frames.verdicts import FrameVerdict

#: Texts of a few batches; each of the longest takes a quarter of a megabyte.
_REMEMBERED = 500
_LONGEST = 3_000
_trees: OrderedDict[str, Tree] = OrderedDict()


def compare_frames(checks: Iterable[tuple[str, str, tuple[FigureLink, ...]]]) -> dict[tuple[str, str], FrameVerdict]:
    """Hold claims against evidence by their frames; a pair with a text that is too long to be parsed is left out."""
    wanted = {(claim, evidence): links for claim, evidence, links in checks}
    trees = read_trees(text for pair in wanted for text in pair)
    return {
        (claim, evidence): compare(trees[claim], trees[evidence], links)
        for (claim, evidence), links in wanted.items()
        if claim in trees and evidence in trees
    }


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
