"""Whether the evidence asserts every event of a claim with the same participants, in whatever words."""

from reviews.checking.frames.events import Event
from reviews.checking.frames.kinds import is_kind_of
from reviews.checking.frames.otherness import qualifier
from reviews.checking.frames.parts import Parts, meanings
from reviews.checking.frames.predicates import exclude
from reviews.checking.frames.tree import Word
from reviews.checking.words import stem


def asserted_event(parts: Parts) -> Word | None:
    """Return the word by which the evidence says what the claim does; None unless it says every part of it.

    Each word of the claim has its counterpart, and each of its events is one of the evidence with all participants in the
    same parts. That the evidence states it as a fact has to be asked before.
    """
    if not parts.claimed or not all(parts.found.values()):
        return None
    if not all(_is_close(parts.claim.words[index], found) for index, found in parts.found.items()):
        return None
    counterparts = [_counterpart(parts, event) for event in parts.claimed]
    return None if None in counterparts else counterparts[0]


def has_all_but_the_opposite(parts: Parts) -> bool:
    """Return whether the evidence has every word of the claim, or in place of one its opposite."""
    known = {word.lemma for word in parts.evidence.words}
    return all(
        found or any(exclude(parts.claim.words[index].lemma, lemma) for lemma in known)
        for index, found in parts.found.items()
    )


def _is_close(word: Word, found: list[Word]) -> bool:
    """Return whether a counterpart is more than a word that begins alike."""
    mine = {meaning for meaning in meanings(word) if meaning[0] != "-"}
    return any(
        mine & meanings(other) or stem(word.lower) == stem(other.lower) or is_kind_of(other.lemma, word.lemma)
        for other in found
    )


def _counterpart(parts: Parts, event: Event) -> Word | None:
    heads = {word.index for word in _unqualified(parts, event.word)}
    return next((o.word for o in parts.events if o.word.index in heads and _has_all(parts, event, o)), None)


def _has_all(parts: Parts, event: Event, other: Event) -> bool:
    return all(
        {word.index for word in _unqualified(parts, claimed)} & {word.index for word in other.heads(role)}
        for role, heads in event.roles.items()
        for claimed in heads
        if claimed.tag != "CD"
    )


def _unqualified(parts: Parts, claimed: Word) -> list[Word]:
    """List the counterparts of a word that nothing before them makes another thing than the claim's."""
    return [found for found in parts.found.get(claimed.index, ()) if qualifier(parts, claimed, found) is None]
