"""Whose a figure is and which event a date belongs to: the same number of something else proves nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from claims.language.vocabulary import word_set
from reviews.checking.frames.conditions import compare_conditions
from reviews.checking.frames.events import Event
from reviews.checking.frames.kinds import is_kind_of
from reviews.checking.frames.phrases import are_one_name, name_of
from reviews.checking.frames.predicates import LIGHT_VERBS, NOMINALISATIONS, same_relation
from reviews.checking.frames.tree import MONTHS, Tree, Word
from reviews.checking.frames.verdicts import UNKNOWN, Entailment, FrameVerdict
from reviews.checking.outcomes import Mismatch

_SAYS_THAT_IT_HAPPENED = LIGHT_VERBS | word_set(
    "occur happen come follow begin start open end finish last see mark experience enjoy celebrate"
)
_BEFORE, _BEHIND = 2, 4
_IN_ALL = word_set("altogether overall worldwide globally combined")
_SOMETHING_ELSE = "In the evidence {} is when something else happened: see “{}”."


@dataclass(frozen=True, slots=True)
class FigureLink:
    """A figure of the claim, the one of the evidence that was paired with it, and the others that could be, by their spans.

    `rivals` make the claim false, `holding` make it true; `fails` where the paired one makes it false.
    """

    claim: tuple[int, int]
    evidence: tuple[int, int]
    rivals: tuple[tuple[int, int], ...]
    holding: tuple[tuple[int, int], ...]
    is_date: bool
    fails: bool = False


def compare_owners(
    claim: Tree, claimed: list[Event], evidence: Tree, found: list[Event], links: tuple[FigureLink, ...]
) -> FrameVerdict:
    """Return what excludes the claim where a figure or date of the evidence belongs to another owner or event than the claim's."""
    for link in links:
        for verdict in _verdicts(claim, evidence, found, link):
            if verdict.verdict is not Entailment.UNKNOWN:
                return verdict
    return UNKNOWN


def _verdicts(claim: Tree, evidence: Tree, found: list[Event], link: FigureLink) -> Iterator[FrameVerdict]:
    if link.is_date:
        yield _of_date(claim, evidence, found, link)
        return
    yield _of_telling_apart(claim, evidence, link)
    yield _of_a_part(claim, evidence, link)
    yield _of_figure(claim, evidence, link)
    yield _of_event(claim, evidence, link)
    yield _of_counted(claim, evidence, link)
    yield compare_conditions(claim.text, link.claim, evidence.text, link.evidence)


def _of_event(claim: Tree, evidence: Tree, link: FigureLink) -> FrameVerdict:
    """Return what is missing where the figure stands at another event, and the claim's event has figures of its own."""
    mine, theirs = _clause(claim, link.claim), _clause(evidence, link.evidence)
    if mine is None or theirs is None or not _is_event(mine) or not _is_event(theirs):
        return UNKNOWN
    if same_relation(mine.lemma, theirs.lemma) or _names_of_event(mine) & _names_of_event(theirs):
        return UNKNOWN
    own = [clause for rival in link.rivals if (clause := _clause(evidence, rival)) is not None]
    held = [clause for rival in link.holding if (clause := _clause(evidence, rival)) is not None]
    if not any(same_relation(mine.lemma, each.lemma) for each in own) or any(
        same_relation(mine.lemma, each.lemma) for each in held
    ):
        return UNKNOWN
    figure = evidence.text[slice(*link.evidence)]
    return FrameVerdict(Entailment.MISSING, f"In the evidence {figure} belongs to something else: see “{theirs.text}”.")


def _of_counted(claim: Tree, evidence: Tree, link: FigureLink) -> FrameVerdict:
    """Return what is missing where the evidence counts something else, and what the claim counts stands elsewhere in it."""
    mine, theirs = counted(claim, link.claim), counted(evidence, link.evidence)
    if mine is None or theirs is None or _are_one_kind(mine, theirs):
        return UNKNOWN
    holding = [noun for rival in link.holding if (noun := counted(evidence, rival)) is not None]
    if any(_are_one_kind(mine, noun) for noun in holding):
        return UNKNOWN
    others = [noun for rival in link.rivals if (noun := counted(evidence, rival)) is not None]
    if not any(_are_one_kind(mine, noun) for noun in others):
        return UNKNOWN
    figure = evidence.text[slice(*link.evidence)]
    return FrameVerdict(Entailment.MISSING, f"The evidence says {figure} of the {theirs.text}, not of the {mine.text}.")


def _of_telling_apart(claim: Tree, evidence: Tree, link: FigureLink) -> FrameVerdict:
    """Return what is missing where an ordinal only says which one is spoken of: what the second ship did says nothing of the first."""
    mine, theirs = _told_apart_by(claim, link.claim), _told_apart_by(evidence, link.evidence)
    if not link.fails or mine is None or theirs is None or mine.lemma != theirs.lemma:
        return UNKNOWN
    return FrameVerdict(
        Entailment.MISSING,
        f"The evidence speaks of another {theirs.text}: see “{evidence.text[slice(*link.evidence)]}”.",
    )


def _told_apart_by(tree: Tree, span: tuple[int, int]) -> Word | None:
    """Return the subject of a clause that an ordinal picks out."""
    words = tree.at(*span)
    noun = tree.governor(words[0]) if words and words[0].relation == "amod" else None
    return noun if noun is not None and noun.relation in ("nsubj", "nsubjpass") else None


def _of_a_part(claim: Tree, evidence: Tree, link: FigureLink) -> FrameVerdict:
    """Return what is missing where the evidence gives the figure of the whole, and the claim one of a place in it."""
    words = evidence.at(*link.evidence)
    beside = evidence.words[max(0, words[0].index - _BEFORE) : words[-1].index + _BEHIND] if words else []
    total = next(
        (w for w in beside if w.lower in _IN_ALL or (w.lower in ("all", "total") and _is_in_all(evidence, w))), None
    )
    if total is None or any(w.lower in _IN_ALL or w.lower in ("total", "all") for w in claim.words):
        return UNKNOWN
    place = next(
        (w for p in claim.words if p.lower == "in" for w in p.having("pobj") if w.is_name and w.lower not in MONTHS),
        None,
    )
    if place is None:
        return UNKNOWN
    return FrameVerdict(
        Entailment.MISSING, f"The evidence gives {evidence.text[slice(*link.evidence)]} as a total: see “{total.text}”."
    )


def _is_in_all(tree: Tree, word: Word) -> bool:
    return word.index > 0 and tree.words[word.index - 1].lower == "in"


def counted(tree: Tree, span: tuple[int, int]) -> Word | None:
    """Return the plain noun that a figure counts: "11 carriers"."""
    words = tree.at(*span)
    number = next((word for word in words if word.tag == "CD"), None)
    if number is None:
        return None
    for child, parent in tree.ancestors(number):
        if child.relation not in ("nummod", "quantmod", "compound", "amod"):
            return None
        if parent.is_noun:
            return None if parent.is_name else parent
    return None


def _are_one_kind(one: Word, other: Word) -> bool:
    return (
        one.lemma == other.lemma
        or same_relation(one.lemma, other.lemma)
        or is_kind_of(one.lemma, other.lemma)
        or is_kind_of(other.lemma, one.lemma)
    )


def _of_date(claim: Tree, evidence: Tree, found: list[Event], link: FigureLink) -> FrameVerdict:
    mine, theirs = _clause(claim, link.claim), _clause(evidence, link.evidence)
    if mine is None or theirs is None or not _is_event(mine) or not _is_event(theirs):
        return UNKNOWN
    if _names_of_event(mine) & _names_of_event(theirs) or same_relation(mine.lemma, theirs.lemma):
        return UNKNOWN
    same = [e.word for e in found if same_relation(e.word.lemma, mine.lemma) or same_relation(e.predicate, mine.lemma)]
    words = evidence.text[slice(*link.evidence)]
    if not same:
        return UNKNOWN
    own = [r for r in link.holding if _clause(evidence, r) in same]
    if own and link.fails:
        return FrameVerdict(Entailment.ASSERTED, f"The evidence gives {evidence.text[slice(*own[0])]} for this.")
    if own:
        return UNKNOWN
    own = [r for r in link.rivals if (clause := _clause(evidence, r)) is not None and any(clause is s for s in same)]
    if own:
        given = evidence.text[slice(*own[0])]
        return FrameVerdict(
            Entailment.EXCLUDED,
            f"The evidence gives {given} for this; {words} is when something else happened: see “{theirs.text}”.",
            Mismatch.DATE_MISMATCH,
        )
    return FrameVerdict(Entailment.MISSING, _SOMETHING_ELSE.format(words, theirs.text))


def _is_event(word: Word) -> bool:
    return word.is_verb and word.lemma not in ("be", "have", "do")


def _names_of_event(verb: Word) -> frozenset[str]:
    """Return the verb, and the event that its subject or object names: "the launch took place", "carried out an attack"."""
    if verb.lemma not in _SAYS_THAT_IT_HAPPENED:
        return frozenset({verb.lemma})
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
            Entailment.EXCLUDED,
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
