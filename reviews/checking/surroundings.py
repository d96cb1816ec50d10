"""What the words around a quote make of it: a denial that came to stand around it, or another subject that it now speaks of."""

import re

from claims.anchoring import normalise
from claims.anchoring.aligning import closest_spans
from claims.language.vocabulary import word_set
from reviews.checking.changes import Change
from reviews.checking.differences import ClassifiedChange, shortened
from reviews.checking.framing import Frame, Standing, frame_of
from reviews.checking.framing_abroad import NOT_DENIED
from reviews.checking.other_languages import (
    NEGATIONS_OF_OTHER_LANGUAGES,
    has_no_case,
    may_be_english,
    negations_without_spaces,
)
from reviews.checking.tokens import plain_tokens
from reviews.checking.wordlists import CORRECTIONS, HEDGES, STOP_WORDS

_TAKEN_BACK = (Standing.DENIED, Standing.CORRECTED)
_SHORTEST_CONTEXT = 8
_REACH = 160
_LONGEST_GAP = 400
_LONGEST_DENIAL = 60
_SENTENCE_END = re.compile(r"[.!?。！？؟।]")
_NAME = re.compile(r"(?<![\w-])(?!\d)(?:[^\W\d_]|[^\W_](?=[^\W_]*[-\d]))[\w-]*(?:\s\d[\d.-]*\b)?")
_OPENING = re.compile(r"(?:^|[.!?:]['\"”’)]*\s+|\n\s*)$")
_NO_NAMES = (
    STOP_WORDS
    | HEDGES
    | CORRECTIONS
    | word_set(
        """january february march april may june july august september october november december monday tuesday wednesday
        thursday friday saturday sunday yesterday today tomorrow then now here there meanwhile earlier posted updated
        published photo advertisement share read nothing something everything nobody somebody little many much some
        several another other one two three four five six seven eight nine ten"""
    )
)


def framing_change(quote: str, text: str, prefix: str, suffix: str, start: int, end: int) -> ClassifiedChange | None:
    """Return what it means that the text stands otherwise to the quote than it stood, or None where it doesn't."""
    then = frame_of(f"{prefix}{quote}{suffix}", len(prefix), len(prefix) + len(quote))
    now = frame_of(text, *_core(quote, text, start, end))
    if then.standing is now.standing:
        return None
    if now.standing in _TAKEN_BACK:
        return Change.NEGATION_CHANGED, f"The source now says this only to deny or correct it: “{_shown(now)}”."
    if then.standing in _TAKEN_BACK:
        return Change.NEGATION_CHANGED, f"The source no longer denies or corrects this: “{_shown(then)}” is gone."
    if now.standing is Standing.OPEN:
        return (
            Change.UNCERTAIN,
            f"The source now leaves open whether this is so: “{_shown(now)}”. A person has to read it.",
        )
    if now.standing is Standing.RUMOURED:
        return Change.HEDGE, f"The source is now less certain: it says “{_shown(now)}” here."
    return Change.HEDGE, f"The source is now more certain: “{_shown(then)}” is gone."


def surroundings_change(
    quote: str, text: str, prefix: str, suffix: str, start: int, end: int, *, holds_context: bool
) -> str:
    """Return in a sentence why the same words may now be said of something else; empty where nothing speaks for it.

    A quote that names what it speaks of speaks of the same thing everywhere. One that names nothing takes it from its
    surroundings: another name there is another subject.
    """
    if _names(quote, opening=False) or has_no_case(quote):
        return ""
    stood = f"{prefix}{quote}{suffix}"
    before, after = text[max(0, start - max(len(prefix), 1)) : start], text[end : end + len(suffix)]
    if holds_context:
        side, now = (prefix, before) if prefix.strip() else (suffix, after)
        lost = [name for name in _names(side) if name not in text[max(0, start - _REACH) : end + _REACH]]
        gained = [name for name in _names(now) if name not in stood]
        if lost and gained:
            return (
                f"The words are unchanged, but the text around them now names {gained[0]} instead of {lost[0]}: "
                "they may be about something else. A person has to decide."
            )
        return ""
    gap = _own_place(text, prefix, suffix)
    if gap is None or gap[0] <= start < gap[1]:
        return ""
    instead = text[slice(*gap)].strip()
    if instead:
        return (
            f"Where the quote stood the source now says “{shortened(instead)}”; the same words stand in another place and "
            "may be about something else. A person has to decide."
        )
    gained = [name for name in _names(text[max(0, start - _REACH) : end + _REACH]) if name not in stood]
    if not gained:
        return ""
    return (
        f"The quote was removed from its place; the same words stand near {gained[0]} and may be about something else. "
        "A person has to decide."
    )


def is_denial_abroad(addition: str) -> bool:
    """Return whether a few words put right beside a quote deny it in another language than English."""
    words = plain_tokens(addition)
    if len(addition) > _LONGEST_DENIAL or may_be_english(words) or _SENTENCE_END.search(addition.strip()[:-1]):
        return False
    denies = not NEGATIONS_OF_OTHER_LANGUAGES.isdisjoint(words) or bool(negations_without_spaces(addition))
    return denies and not NOT_DENIED.search(addition.lower())


def _shown(frame: Frame) -> str:
    return shortened(frame.words)


def _core(quote: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Return the part of a passage that says what the quote says, without what was put around it there."""
    passage, wanted = normalise(text[start:end]), normalise(quote).text.strip()
    kept = wanted.rstrip(".!?。！？") or wanted
    if not kept or passage.text.strip() == wanted:
        return start, end
    first, last = closest_spans(kept, passage.text, within=len(kept))[0]
    if last <= first:
        return start, end
    inner = passage.original_span(first, last)
    return start + inner[0], start + inner[1]


def _names(text: str, *, opening: bool = True) -> list[str]:
    """List what is written like a name or a designation; `opening` counts the capital of a sentence as one."""
    found = []
    for match in _NAME.finditer(text):
        word = match.group()
        if (
            word[0].isupper()
            and len(word) > 1
            and word.split()[0].lower() not in _NO_NAMES
            and (opening or _is_designation(word) or not _OPENING.search(text, 0, match.start()))
        ):
            found.append(word)
    return found


def _is_designation(word: str) -> bool:
    return any(character.isdigit() for character in word)


def _own_place(text: str, prefix: str, suffix: str) -> tuple[int, int] | None:
    """Return the span between the words that stood before the quote and after it, where both stand unchanged, near each other."""
    before, after = prefix.strip(), suffix.strip()
    if min(len(before), len(after)) < _SHORTEST_CONTEXT:
        return None
    at = text.find(before)
    if at < 0:
        return None
    start = at + len(before)
    end = text.find(after, start, start + _LONGEST_GAP)
    return (start, end) if end >= 0 else None
