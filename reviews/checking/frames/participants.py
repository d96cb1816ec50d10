"""Whether the evidence has the claim's participants in the claim's event: who did it is left open, or it was somebody else."""

from collections.abc import Iterator

from claims.language.vocabulary import word_set
from reviews.checking.frames.events import AGENT, PATIENT, RECIPIENT, SUBJECT, Event
from reviews.checking.frames.kinds import are_exclusive, is_kind_of
from reviews.checking.frames.ownership import FigureLink
from reviews.checking.frames.parts import Parts
from reviews.checking.frames.phrases import modifiers
from reviews.checking.frames.predicates import LIGHT_VERBS, same_relation, valencies
from reviews.checking.frames.tree import MONTHS, Tree, Word
from reviews.checking.frames.verdicts import UNKNOWN, Entailment, FrameVerdict

_PARTICIPANTS = frozenset({AGENT, PATIENT, RECIPIENT, SUBJECT})
_GENERIC = word_set("""one other another same former latter thing something someone somebody person side party man woman company firm country state nation
    team group body official authority ship vessel city town man people member""")
"""Nouns that may stand for a participant named before."""


def participants(parts: Parts) -> Iterator[tuple[Event, str, Word]]:
    """Yield the participants of the claim's events that act or are acted upon; time and place are compared elsewhere."""
    for event in parts.claimed:
        named = valencies().get(event.word.lemma)
        own = _PARTICIPANTS | ({named.subject, named.object} if named else set())
        for role, heads in event.roles.items():
            if role in own:
                yield from ((event, role, head) for head in heads)


def same_events(parts: Parts, event: Event) -> list[Event]:
    """List the events and states of the evidence that an event of the claim may be."""
    heads = {word.index for word in parts.found.get(event.word.index, ())}
    return [
        other
        for other in parts.events
        if other.is_state == event.is_state
        and (other.word.index in heads or (not event.is_state and other.word.lemma == event.word.lemma))
    ]


def leaves_open_who(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return what is missing where the evidence tells what was done and not by whom, and has the claim's doer in another part."""
    for event, role, head in participants(parts):
        named = valencies().get(event.word.lemma)
        if event.is_state or not event.word.is_verb or role != (named.subject if named else AGENT):
            continue
        mine = parts.found.get(head.index)
        same = [other for other in same_events(parts, event) if not other.is_state]
        if not mine or not same or head.tag == "CD" or head.lower in MONTHS:
            continue
        if not all(other.word.having("auxpass") and not other.heads(role) for other in same):
            continue
        inside = {w.index for other in same for heads in other.roles.values() for h in heads for w in (h, *_before(h))}
        if not any(word.index in inside for word in mine):
            return FrameVerdict(
                Entailment.MISSING, f"The evidence does not say that it was “{head.text}”: see “{same[0].word.text}”."
            )
    return UNKNOWN


def _before(head: Word) -> list[Word]:
    """Return the words before a noun that may say who did it: "Turkish drones were supplied"."""
    return head.having("amod", "compound", "nmod", "poss")


def is_played_by_another(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return what is missing where somebody else has the part, and the claim's participant has one in another event."""
    for event, role, head in participants(parts):
        mine = parts.found.get(head.index)
        named = valencies().get(event.word.lemma)
        if role not in (SUBJECT, named.subject if named else AGENT) or event.word.lemma in LIGHT_VERBS:
            continue
        if not head.is_noun or head.is_name or head.having("nummod") or not mine:
            continue
        same = same_events(parts, event)
        fillers = [filler for other in same for filler in other.heads(role)]
        if not fillers or not all(_is_another(head, filler) for filler in fillers):
            continue
        here = {filler.index for filler in fillers}
        if any(
            word.index not in here and word in heads
            for other in parts.events
            if other not in same
            for heads in other.roles.values()
            for word in mine
        ):
            return FrameVerdict(
                Entailment.MISSING, f"The evidence says it of “{fillers[0].text}”, not of “{head.text}”."
            )
    return UNKNOWN


def _is_another(claimed: Word, filler: Word) -> bool:
    """Return whether a common noun names another thing than the claim's: neither the same, nor a kind of it, nor a word for anything."""
    return (
        filler.is_noun
        and not filler.is_name
        and not filler.having("nummod")
        and filler.lemma not in _GENERIC
        and filler.lemma != claimed.lemma
        and not same_relation(filler.lemma, claimed.lemma)
        and not is_kind_of(filler.lemma, claimed.lemma)
        and not is_kind_of(claimed.lemma, filler.lemma)
    )


def is_told_apart(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return what is missing where a word before the participant tells it from the claim's: the first ship, the second ship."""
    for event, role, head in participants(parts):
        if head.is_name or not head.is_noun:
            continue
        fillers = [f for o in same_events(parts, event) for f in o.heads(role) if f.lemma == head.lemma]
        own = modifiers(head)
        others = [next((d for d in _before(f) if _excludes(own, d, modifiers(f))), None) for f in fillers]
        if others and all(others) and (other := others[0]) is not None:
            return FrameVerdict(
                Entailment.MISSING,
                f"The evidence says it of “{parts.evidence.written([other, fillers[0]])}”, not of “{parts.claim.written([*_before(head), head])}”.",
            )
    return UNKNOWN


def _excludes(own: frozenset[str], other: Word, theirs: frozenset[str]) -> bool:
    return other.lemma not in own and any(are_exclusive(each, other.lemma) and each not in theirs for each in own)


def can_only(parts: Parts, links: tuple[FigureLink, ...]) -> FrameVerdict:
    """Return what is missing where the claim tells what was done, and the evidence what can be done: "can fire 18 rockets"."""
    for event in parts.claimed:
        if event.is_state or not event.word.is_verb or not _is_told_as_past(event.word):
            continue
        same = [other for other in same_events(parts, event) if other.word.is_verb]
        if same and (able := [_able(parts.evidence, other.word) for other in same]) and all(able):
            return FrameVerdict(
                Entailment.MISSING, f"The evidence says what can be done, not what was done: see “{able[0]}”."
            )
    return UNKNOWN


def _is_told_as_past(verb: Word) -> bool:
    auxiliaries = [aux.lower for aux in verb.having("aux", "auxpass")]
    if "can" in auxiliaries or "could" in auxiliaries:
        return False
    return verb.tag == "VBD" or (
        verb.tag == "VBN" and any(a in ("was", "were", "had", "has", "have") for a in auxiliaries)
    )


def _able(tree: Tree, verb: Word) -> str:
    for aux in verb.having("aux"):
        if aux.lower in ("can", "could"):
            return tree.written([aux, verb])
    governor = tree.governor(verb)
    if governor is not None and governor.lower in ("able", "capable") and verb.relation in ("xcomp", "pcomp"):
        return tree.written([governor, verb])
    return ""


RULES = (leaves_open_who, is_played_by_another, is_told_apart, can_only)
