"""What a claim narrows down and its evidence may leave open: "only", "all" and "most", "before" and "after"."""

from claims.language.vocabulary import word_set
from reviews.checking.frames.tree import Tree, Word
from reviews.checking.frames.verdicts import UNKNOWN, Entailment, FrameVerdict

_ONLY = word_set("only sole solely exclusively")
_SAYS_ONLY = _ONLY | word_set("alone single just except but other else nobody none exclusive")
_WHOLE = {
    "all": word_set(
        "all every each everyone everybody whole entire entirely both any none no unanimous unanimously without 100"
    ),
    "most": word_set("most majority mostly mainly largely all every predominantly chiefly percent % half"),
}
_CLASS_OF = {
    **dict.fromkeys(word_set("all every everyone everybody"), "all"),
    **dict.fromkeys(word_set("most majority"), "most"),
}
_ORDER = word_set("before after")
_SAYS_ORDER = word_set(
    "before after following followed prior previously earlier later then until since once when preceded preceding subsequently by first last next"
)


def compare_limits(claim: Tree, evidence: Tree) -> FrameVerdict:
    """Return what the claim restricts or orders and the evidence nowhere does; the words alone are looked for, not what they bind."""
    known = {word.lower for word in evidence.words}
    for word in claim.words:
        if _is_exclusive(claim, word) and not known & _SAYS_ONLY:
            return FrameVerdict(Entailment.MISSING, f"The evidence does not say “{word.text}”.")
        whole = _CLASS_OF.get(word.lower)
        if whole is not None and _quantifies(claim, word) and not known & _WHOLE[whole]:
            return FrameVerdict(Entailment.MISSING, f"The evidence does not say it of “{word.text}”.")
        if _orders_events(claim, word) and not known & _SAYS_ORDER:
            return FrameVerdict(Entailment.MISSING, f"The evidence does not say what came “{word.text}” what.")
    return UNKNOWN


def _is_exclusive(tree: Tree, word: Word) -> bool:
    """Return whether the word leaves everything else out; "not only" does not, and "only 40" is a remark on the figure."""
    if word.lower not in _ONLY:
        return False
    before = tree.words[word.index - 1].lower if word.index else ""
    after = tree.words[word.index + 1].tag if word.index + 1 < len(tree.words) else ""
    return before not in ("not", "n't") and after != "CD"


def _quantifies(tree: Tree, word: Word) -> bool:
    """Return whether the word says of how many; "the most powerful" and "most of all" are degrees."""
    if word.relation == "advmod" or word.tag in ("RBS", "RB"):
        return False
    before = tree.words[word.index - 1].lower if word.index else ""
    return word.lower != "most" or before not in ("the", "at", "its", "their", "his", "her")


def _orders_events(tree: Tree, word: Word) -> bool:
    """Return whether the word puts one event before another; a date behind it is compared as a date."""
    if word.lower not in _ORDER or word.tag != "IN":
        return False
    governor = tree.governor(word)
    behind = tree.subtree(governor) if word.relation == "mark" and governor is not None else tree.subtree(word)[1:]
    return (
        bool(behind)
        and not any(each.tag == "CD" for each in behind)
        and any(each.is_noun or each.is_verb for each in behind)
    )
