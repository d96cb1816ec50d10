"""Whose a figure is and which event a date belongs to: the same number of something else proves nothing."""

from dataclasses import dataclass

from reviews.checking.frames.events import Event
from reviews.checking.frames.phrases import are_one_name, name_of
from reviews.checking.frames.predicates import NOMINALISATIONS, same_relation
from reviews.checking.frames.tree import Tree, Word
from reviews.checking.frames.verdicts import UNKNOWN, FrameVerdict, Verdict
from reviews.checking.outcomes import Mismatch


@dataclass(frozen=True, slots=True)
class FigureLink:
    """A figure of the claim, the one of the evidence that was paired with it, and the others that could be, by their spans.

    `rivals` make the claim false, `holding` make it true.
    """

    claim: tuple[int, int]
    evidence: tuple[int, int]
    rivals: tuple[tuple[int, int], ...]
    holding: tuple[tuple[int, int], ...]
    is_date: bool


def compare_owners(
    claim: Tree, claimed: list[Event], evidence: Tree, found: list[Event], links: tuple[FigureLink, ...]
) -> FrameVerdict:
    """Return what excludes the claim where a figure or date of the evidence belongs to another owner or event than the claim's."""
    for link in links:
        verdict = _of_date(claim, evidence, found, link) if link.is_date else _of_figure(claim, evidence, link)
        if verdict.verdict is not Verdict.UNKNOWN:
            return verdict
    return UNKNOWN


def _of_date(claim: Tree, evidence: Tree, found: list[Event], link: FigureLink) -> FrameVerdict:
    mine, theirs = _clause(claim, link.claim), _clause(evidence, link.evidence)
    if mine is None or theirs is None or not _is_event(mine) or not _is_event(theirs):
        return UNKNOWN
    if _names_of_event(mine) & _names_of_event(theirs) or same_relation(mine.lemma, theirs.lemma):
        return UNKNOWN
    same = [e.word for e in found if same_relation(e.word.lemma, mine.lemma) or same_relation(e.predicate, mine.lemma)]
    if not same:
        return UNKNOWN
    if any(_clause(evidence, r) in same for r in link.holding):
        return UNKNOWN
    words = evidence.text[slice(*link.evidence)]
    own = [r for r in link.rivals if (clause := _clause(evidence, r)) is not None and any(clause is s for s in same)]
    if own:
        given = evidence.text[slice(*own[0])]
        return FrameVerdict(
            Verdict.EXCLUDED,
            f"The evidence gives {given} for this; {words} is when something else happened: see “{theirs.text}”.",
            Mismatch.DATE_MISMATCH,
        )
    return FrameVerdict(
        Verdict.MISSING, f"In the evidence {words} is when something else happened: see “{theirs.text}”."
    )


def _is_event(word: Word) -> bool:
    return word.is_verb and word.lemma not in ("be", "have", "do")


def _names_of_event(verb: Word) -> frozenset[str]:
    """Return the verb, and the event that its subject or object names: "the launch took place", "carried out an attack"."""
    nouns = [word.lemma for word in verb.having("nsubj", "nsubjpass", "dobj") if word.lemma in NOMINALISATIONS]
    return frozenset({verb.lemma, *(NOMINALISATIONS[noun] for noun in nouns)})


def _clause(tree: Tree, span: tuple[int, int]) -> Word | None:
    """Return the verb whose clause the span stands in."""
    words = tree.at(*span)
    if not words:
        return None
    for _, parent in tree.ancestors(words[0]):
        if parent.is_verb or (parent.tag in ("VBN", "VBD") and parent.relation in ("acl", "advcl", "conj", "relcl")):
            return parent
    return None


def _of_figure(claim: Tree, evidence: Tree, link: FigureLink) -> FrameVerdict:
    mine, theirs = _owner(claim, link.claim), _owner(evidence, link.evidence)
    if not mine or not theirs or are_one_name(mine, theirs):
        return UNKNOWN
    if not any(are_one_name(mine, name) for w in evidence.words if (name := name_of(evidence, w))):
        return UNKNOWN
    clause = _clause(evidence, link.evidence)
    beside = [n for w in (clause.having("nsubj", "nsubjpass", "dobj") if clause else []) if (n := name_of(evidence, w))]
    if any(are_one_name(mine, name) for name in beside):
        return UNKNOWN
    if any((owner := _owner(evidence, r)) and are_one_name(mine, owner) for r in link.holding):
        return UNKNOWN
    words = evidence.text[slice(*link.evidence)]
    own = [r for r in link.rivals if (owner := _owner(evidence, r)) and are_one_name(mine, owner)]
    if own:
        given = evidence.text[slice(*own[0])]
        return FrameVerdict(
            Verdict.EXCLUDED,
            f"The evidence does say {words}, but of something else; of what the claim speaks of it says {given}.",
            Mismatch.QUALIFIER_MISMATCH,
        )
    return UNKNOWN


def _owner(tree: Tree, span: tuple[int, int]) -> tuple[str, ...]:
    """Return the name that a figure is said of: the owner of its noun, or the subject of its clause."""
    words = tree.at(*span)
    if not words:
        return ()
    inside = {word.index for word in words}

    def name(word: Word) -> tuple[str, ...]:
        return () if word.index in inside else name_of(tree, word)

    for child, parent in tree.ancestors(words[0]):
        if parent.is_noun and not parent.is_name and (owners := [n for p in parent.having("poss") if (n := name(p))]):
            return owners[0]
        if child.relation in ("appos", "relcl", "acl") and parent.is_name and (owner := name(parent)):
            return owner
        if parent.is_verb:
            subject = parent.first("nsubj", "nsubjpass")
            if subject is None and parent.relation in ("conj", "xcomp"):
                continue
            if subject is None or subject.having("conj"):
                return ()
            if subject.is_name:
                return name(subject)
            of = [n for p in subject.having("prep") if p.lower == "of" for w in p.having("pobj") if (n := name(w))]
            possessive = [n for p in subject.having("poss") if (n := name(p))]
            if of or possessive:
                return (possessive or of)[0]
            return name(subject) if subject.having("compound") else ()
    return ()
