"""What the evidence makes of the events of a claim: excluded, missing, or not to be told from the frames."""

from dataclasses import dataclass
from itertools import combinations

from reviews.checking.frames.degrees import compare_quantifiers, compare_ranks
from reviews.checking.frames.events import Event
from reviews.checking.frames.factuality import framed, stance_of
from reviews.checking.frames.limits import compare_limits
from reviews.checking.frames.ownership import FigureLink, compare_owners
from reviews.checking.frames.parts import Parts
from reviews.checking.frames.phrases import AGREES, Match, best_match
from reviews.checking.frames.predicates import SYMMETRIC, exclude, same_relation
from reviews.checking.frames.stance import SENTENCES, Factuality, Stance, lets_stand
from reviews.checking.frames.tree import MONTHS, Tree, Word
from reviews.checking.frames.verdicts import UNKNOWN, Entailment, FrameVerdict
from reviews.checking.outcomes import Mismatch

_PLACES_IN_TIME = ("in", "on", "at", "by", "since", "until", "before", "after", "from", "during", "between")


#: "no longer uses" and "used" do not exclude each other.
_ENDED = ("longer", "more")
_PAST = ("VBD", "VBN")


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The event of the evidence that comes nearest to one of the claim, and how their participants relate, role by role."""

    event: Event
    matches: dict[str, Match]
    is_opposite: bool

    @property
    def score(self) -> int:
        return sum(
            {Match.SAME: 4, Match.NARROWER: 3, Match.UNKNOWN: 1, Match.WIDER: 1, Match.OTHER: -3}[m]
            for m in self.matches.values()
        )


def compare(parts: Parts, links: tuple[FigureLink, ...] = ()) -> FrameVerdict:
    """Hold every event of the claim against those of the evidence; the first that excludes or lacks something decides.

    `links` say which figures of the two were paired, so that their owners and events can be compared.
    """
    claim, evidence, found = parts.claim, parts.evidence, parts.events
    claimed = [event for event in parts.claimed if _is_main(claim, event.word)]
    for event in claimed:
        if (verdict := _verdict(claim, event, evidence, found, has_figures=bool(links))) is not UNKNOWN:
            return verdict
    if not claimed and (verdict := _stance_without_event(claim, evidence)) is not UNKNOWN:
        return verdict
    if (verdict := compare_owners(claim, claimed, evidence, found, links)) is not UNKNOWN:
        return verdict
    for hold in (compare_ranks, compare_quantifiers, compare_limits):
        if (verdict := hold(claim, evidence)) is not UNKNOWN:
            return verdict
    return UNKNOWN


def _is_main(tree: Tree, word: Word) -> bool:
    """Return whether a text states an event: at the head of a sentence, coordinated with it, or named by its object."""
    return all(
        child.relation in ("conj", "attr", "acomp", "dobj", "xcomp", "oprd") for child, _ in tree.ancestors(word)
    )


def _verdict(claim: Tree, event: Event, evidence: Tree, found: list[Event], has_figures: bool) -> FrameVerdict:
    swapped = _swapped(claim, event, evidence, found)
    if swapped is not None:
        return swapped
    counterparts = [c for other in found if (c := _counterpart(claim, event, evidence, other)) is not None]
    if not counterparts:
        return _stance_of_shared_words(claim, event, evidence)
    claimed_stance = stance_of(claim, event.word)
    best = max(
        counterparts, key=lambda c: (not c.is_opposite, c.score, lets_stand(claimed_stance, _stance(evidence, c.event)))
    )
    others = [role for role, match in best.matches.items() if match is Match.OTHER]
    if others:
        return UNKNOWN if has_figures else _of_another(claim, event, evidence, best.event, others)
    if best.is_opposite and _times(claim, event) != _times(evidence, best.event):
        return UNKNOWN
    return _by_stance(event, claimed_stance, _stance(evidence, best.event), best)


def _of_another(claim: Tree, event: Event, evidence: Tree, other: Event, roles: list[str]) -> FrameVerdict:
    """Return what is missing where the nearest event of the evidence has somebody or something else in a part of it."""
    role = next((role for role in roles if role not in _PLACES_IN_TIME), None)
    if role is None:
        return UNKNOWN
    found, claimed = (
        tree.written([*head.having("compound", "amod"), head])
        for tree, head in ((evidence, other.heads(role)[0]), (claim, event.heads(role)[0]))
    )
    return FrameVerdict(Entailment.MISSING, f"The evidence says it of “{found}”, not of “{claimed}”.")


def _times(tree: Tree, event: Event) -> frozenset[str]:
    """Return the numbers and months at an event: what opened in one year may have closed in another."""
    words = (
        w
        for role, heads in event.roles.items()
        if role in _PLACES_IN_TIME
        for head in heads
        for w in tree.subtree(head)
    )
    return frozenset(w.lower for w in words if w.tag == "CD" or w.lower in MONTHS)


def _stance(tree: Tree, event: Event) -> Stance:
    stance = stance_of(tree, event.word)
    if stance.factuality is not Factuality.ASSERTED or not stance.is_affirmed:
        return stance
    return framed(tree, tree.subtree(event.word))


def _by_stance(event: Event, claimed: Stance, found: Stance, counterpart: Counterpart) -> FrameVerdict:
    if found.negation.lower().endswith(_ENDED) and event.word.tag in _PAST and claimed.is_affirmed:
        return FrameVerdict(
            Entailment.MISSING, f"The evidence says that it ended, not whether it was so: see “{found.negation}”."
        )
    if not lets_stand(claimed, found):
        return FrameVerdict(Entailment.MISSING, SENTENCES[found.factuality].format(found.words))
    if (claimed.is_affirmed != found.is_affirmed) == counterpart.is_opposite:
        return UNKNOWN
    if counterpart.is_opposite:
        return FrameVerdict(
            Entailment.EXCLUDED,
            f"The evidence says the opposite: see “{counterpart.event.word.text}”.",
            Mismatch.NEGATED,
        )
    words = found.negation or claimed.negation
    who, whom = ("evidence", "claim") if found.negation else ("claim", "evidence")
    return FrameVerdict(Entailment.EXCLUDED, f"The {who} denies what the {whom} says: see “{words}”.", Mismatch.NEGATED)


def _counterpart(claim: Tree, event: Event, evidence: Tree, other: Event) -> Counterpart | None:
    same = same_relation(event.predicate, other.predicate)
    is_opposite = not same and exclude(event.word.lemma, other.word.lemma)
    if not same and not is_opposite:
        return None
    matches = {}
    for role, heads in event.roles.items():
        best = [found for head in heads if (found := best_match(claim, head, evidence, other.heads(role))) is not None]
        if best:
            matches[role] = min(best, key=lambda pair: pair[0])[0]
    return Counterpart(other, matches, is_opposite)


def _swapped(claim: Tree, event: Event, evidence: Tree, found: list[Event]) -> FrameVerdict | None:
    """Return the verdict where the evidence has two participants of the claim's event in each other's part."""
    if event.predicate in SYMMETRIC:
        return None
    crossed: dict[tuple[str, str], FrameVerdict] = {}
    straight = set()
    for other in found:
        if not same_relation(event.predicate, other.predicate):
            continue
        for pair in combinations([role for role in event.roles if role in other.roles], 2):
            verdict = _crosses(claim, event, evidence, other, *pair)
            if verdict is not None:
                crossed[pair] = verdict
            elif _is_straight(claim, event, evidence, other, *pair):
                straight.add(pair)
    return next((verdict for pair, verdict in crossed.items() if pair not in straight), None)


def _is_straight(claim: Tree, event: Event, evidence: Tree, other: Event, role: str, second: str) -> bool:
    return _agrees(claim, event.heads(role), evidence, other.heads(role)) and _agrees(
        claim, event.heads(second), evidence, other.heads(second)
    )


def _agrees(claim: Tree, heads: list[Word], evidence: Tree, others: list[Word]) -> bool:
    return any(
        (found := best_match(claim, head, evidence, others)) is not None and found[0] in AGREES for head in heads
    )


def _crosses(claim: Tree, event: Event, evidence: Tree, other: Event, role: str, second: str) -> FrameVerdict | None:
    if not _agrees(claim, event.heads(role), evidence, other.heads(second)) or not _agrees(
        claim, event.heads(second), evidence, other.heads(role)
    ):
        return None
    first, last = event.heads(role)[0], event.heads(second)[0]
    return FrameVerdict(
        Entailment.EXCLUDED,
        f"The evidence says it the other way round: “{first.text}” and “{last.text}” have each other's part in it.",
        Mismatch.QUALIFIER_MISMATCH,
    )


def _stance_of_shared_words(claim: Tree, event: Event, evidence: Tree) -> FrameVerdict:
    """Hold the stances together where no event fits: at the figures, names and objects that both texts have."""
    lemmas = {
        head.lemma for role in ("patient", "attribute", "thing", "of") for head in event.heads(role) if head.is_noun
    }
    lemmas.add(event.word.lemma if event.word.is_noun else "")
    return _stance_of_any(stance_of(claim, event.word), lemmas, evidence)


def _stance_without_event(claim: Tree, evidence: Tree) -> FrameVerdict:
    """Hold the stances together at the head of a claim in which the parse sees no verb."""
    heads = [word for word in claim.words if word.head == word.index and word.is_noun]
    return _stance_of_any(Stance(), {word.lemma for word in heads}, evidence)


def _stance_of_any(claimed: Stance, lemmas: set[str], evidence: Tree) -> FrameVerdict:
    shared = [word for word in evidence.words if word.lemma in lemmas]
    if not shared:
        return UNKNOWN
    stances = [stance_of(evidence, word) for word in shared]
    if any(lets_stand(claimed, found) for found in stances):
        return UNKNOWN
    return FrameVerdict(Entailment.MISSING, SENTENCES[stances[0].factuality].format(stances[0].words))
