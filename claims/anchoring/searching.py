"""Find a stored quote again in a text that may have changed: found, uncertain or gone."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel, LCSseq, Levenshtein

from claims.anchoring.aligning import Span, closest_distance
from claims.anchoring.candidates import contexts_meet, exact_spans, similar_spans
from claims.anchoring.normalising import Normalised, normalise
from claims.anchoring.scripts import runs_on, word_matches

MARGIN = 0.08
"""How far the best candidate must lead the next one when its context alone does not decide."""

_CONTEXT_HOLDS = 0.55
_CONTEXT_STRONG = 0.75
_CONTEXT_UNCHANGED = 0.95
_CONTEXT_SLACK = 24
_SIMILAR_IN_CONTEXT = 0.55
_SIMILAR_ANYWHERE = 0.80
_WORTH_SHOWING = 0.60
_KEPT_IN_GROWN = 0.85
_GROWN = 0.8
_SHARED_IN_TURNED = 0.75
_TURNED = 0.75

AnchorOutcome = Literal["found", "uncertain", "gone"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """One place of the text: offsets into the original, and how well quote and context agree there (0 to 1).

    A context that was never stored (the quote opened or closed its document) is None.
    """

    start: int
    end: int
    score: float
    similarity: float
    prefix_score: float | None
    suffix_score: float | None
    exact: bool
    touches_context: bool

    @property
    def contexts(self) -> tuple[float, ...]:
        return tuple(score for score in (self.prefix_score, self.suffix_score) if score is not None)

    @property
    def holds_context(self) -> bool:
        """Every stored context is recognisable and one is clearly there; True where none was stored."""
        return not self.contexts or (min(self.contexts) >= _CONTEXT_HOLDS and max(self.contexts) >= _CONTEXT_STRONG)

    @property
    def is_in_own_place(self) -> bool:
        """Alike enough, in the surroundings that were stored."""
        return bool(self.contexts) and self.holds_context and self.similarity >= _SIMILAR_IN_CONTEXT


@dataclass(frozen=True, slots=True)
class Anchoring:
    """Where a quote stands now. start and end are set when it is found; candidates are best first, two at most."""

    outcome: AnchorOutcome
    start: int | None
    end: int | None
    score: float
    candidates: tuple[Anchor, ...]


def context_around(text: str, start: int, end: int, *, width: int = 64) -> tuple[str, str]:
    """Return the characters before and after text[start:end] that are stored with a quote."""
    return text[max(0, start - width) : start], text[end : end + width]


def find_quote(
    quote: str, text: str, *, prefix: str = "", suffix: str = "", start_hint: int | None = None
) -> Anchoring:
    """Find quote in text again, or say that it is uncertain or gone; it never raises for any strings.

    Exact copies win unless they stand in a foreign context while something similar stands in the quote's own;
    a similar passage counts as found only in its own context (a look-alike elsewhere never does).
    """
    wanted = normalise(quote).text.strip()
    page = normalise(text)
    if not wanted or not page.text.strip():
        return Anchoring("gone", None, None, 0.0, ())
    scorer = _Scorer(wanted, page, normalise(prefix).text, normalise(suffix).text, start_hint)
    exact = _ranked(scorer, [s for s in exact_spans(wanted, page.text) if scorer.keeps_word_edges(*s)])
    if exact and (not exact[0].contexts or min(exact[0].contexts) >= _CONTEXT_UNCHANGED):
        return _decide_between_copies(exact)
    spans = similar_spans(wanted, page.text, scorer.prefix, scorer.suffix)
    similar = _without_overlaps([*exact, *_ranked(scorer, spans)])
    if exact:
        rivals = [a for a in similar if a.is_in_own_place and all(_stands_better(a, copy) for copy in exact)]
        return _found(rivals[0], similar) if rivals else _decide_between_copies(exact)
    return _decide_between_similar(similar, scorer)


def _stands_better(similar: Anchor, copy: Anchor) -> bool:
    """Something similar stands elsewhere, just where the quote stood, while the copy's surroundings are only like its own."""
    if similar.start < copy.end and copy.start < similar.end:
        return False
    return not copy.holds_context or (similar.touches_context and min(copy.contexts) < _CONTEXT_UNCHANGED)


class _Scorer:
    """Scores spans of one page for one quote; positions are in the normalised page."""

    def __init__(self, quote: str, page: Normalised, prefix: str, suffix: str, start_hint: int | None):
        self.quote, self.page, self.prefix, self.suffix = quote, page, prefix, suffix
        self.words = _words(quote)
        self.counted_words = Counter(self.words)
        self.hint = None if start_hint is None else page.position_of(start_hint)

    def is_cut_out(self, *, exactly: bool) -> bool:
        """Return whether what stood around the quote now touches."""
        return contexts_meet(self.page.text, self.prefix, self.suffix, exactly=exactly)

    def keeps_word_edges(self, start: int, end: int) -> bool:
        """No word or number runs on past the span's edges, except where the quote was cut inside one already."""
        text = self.page.text
        before, after = text[max(0, start - 2) : start], text[end : end + 2]
        runs_on_left = runs_on(text[start], before[::-1]) and not self.prefix.endswith(before[-1:])
        return not runs_on_left and not (runs_on(text[end - 1], after) and not self.suffix.startswith(after[:1]))

    def anchor(self, start: int, end: int) -> Anchor:
        text = self.page.text
        exact = text[start:end] == self.quote
        similarity = 1.0 if exact else self._similarity(text[start:end])
        before = self._context(self.prefix, text[max(0, start - len(self.prefix) - _CONTEXT_SLACK) : start])
        after = self._context(self.suffix, text[end : end + len(self.suffix) + _CONTEXT_SLACK])
        contexts = [score for score in (before, after) if score is not None] or [similarity]
        score = 0.6 * similarity + 0.3 * sum(contexts) / len(contexts) + 0.1 * max(contexts)
        if self.hint is not None:
            score += 0.01 * (1 - min(1.0, abs(start - self.hint) / max(1, len(text))))
        touches = self._touches(start, end)
        return Anchor(*self.page.original_span(start, end), score, similarity, before, after, exact, touches)

    def _touches(self, start: int, end: int) -> bool:
        before = self.page.text[max(0, start - len(self.prefix) - 1) : start].rstrip()
        after = self.page.text[end : end + len(self.suffix) + 1].lstrip()
        return before.endswith(self.prefix.strip()) and after.startswith(self.suffix.strip())

    def _similarity(self, found: str) -> float:
        characters = Levenshtein.normalized_similarity(self.quote, found)
        words = _words(found)
        alike = 0.5 * characters + 0.5 * Indel.normalized_similarity(self.words, words)
        # A passage that only grew still holds nearly every word in order, however long the addition.
        kept = LCSseq.similarity(self.words, words) / len(self.words)
        if kept >= _KEPT_IN_GROWN:
            return max(alike, _GROWN * kept)
        # Clauses that changed places leave the same words in another order.
        shared = (self.counted_words & Counter(words)).total() / max(len(words), len(self.words))
        return max(alike, _TURNED * shared) if shared >= _SHARED_IN_TURNED else alike

    @staticmethod
    def _context(stored: str, around: str) -> float | None:
        if not stored.strip():
            return None
        if not around:
            return 0.0
        if stored.strip() in around:
            return 1.0
        return 1 - closest_distance(stored, around) / len(stored)


def _words(text: str) -> list[str]:
    return [word.group() for word in word_matches(text)]


def _ranked(scorer: _Scorer, spans: list[Span]) -> list[Anchor]:
    return sorted((scorer.anchor(*span) for span in spans), key=lambda a: (-a.score, a.start))


def _without_overlaps(anchors: list[Anchor]) -> list[Anchor]:
    """One anchor for each stretch of text: the one in its own place that fills it from context to context, else the best score."""
    kept: list[Anchor] = []
    for anchor in sorted(anchors, key=lambda a: (not a.is_in_own_place, not a.touches_context, -a.score, a.start)):
        if all(anchor.end <= other.start or anchor.start >= other.end for other in kept):
            kept.append(anchor)
    return sorted(kept, key=lambda a: (-a.score, a.start))


def _found(anchor: Anchor, candidates: list[Anchor]) -> Anchoring:
    shown = [anchor, *(c for c in candidates if c != anchor)][:2]
    return Anchoring("found", anchor.start, anchor.end, anchor.score, tuple(shown))


def _undecided(outcome: AnchorOutcome, candidates: list[Anchor]) -> Anchoring:
    return Anchoring(outcome, None, None, candidates[0].score if candidates else 0.0, tuple(candidates[:2]))


def _leads(anchors: list[Anchor]) -> bool:
    return len(anchors) == 1 or anchors[0].score - anchors[1].score >= MARGIN


def _decide_between_copies(copies: list[Anchor]) -> Anchoring:
    """Copies with equally good contexts are one passage printed twice: either is right, the first by position is taken."""
    best = copies[0]
    if _leads(copies) or best.holds_context:
        return _found(best, copies)
    return _undecided("uncertain", copies)


def _decide_between_similar(anchors: list[Anchor], scorer: _Scorer) -> Anchoring:
    in_context = sorted((a for a in anchors if a.is_in_own_place), key=lambda a: not a.touches_context)
    # Where what stood around the quote now touches, a row of the same table is no better than any other look-alike.
    if in_context and (in_context[0].touches_context or not scorer.is_cut_out(exactly=True)):
        best = in_context[0]
        return _undecided("uncertain", anchors) if _is_one_of_family(best, anchors) else _found(best, anchors)
    if not anchors or scorer.is_cut_out(exactly=bool(in_context)):
        return _undecided("gone", anchors)
    best = anchors[0]
    known = not best.contexts or (max(best.contexts) >= _SIMILAR_ANYWHERE and not _is_one_of_family(best, anchors))
    if best.similarity >= _SIMILAR_ANYWHERE and known and _leads(anchors):
        return _found(best, anchors)
    return _undecided("uncertain" if best.similarity >= _WORTH_SHOWING else "gone", anchors)


def _is_one_of_family(anchor: Anchor, anchors: list[Anchor]) -> bool:
    """Another passage is as much like the quote, and not even one of this one's surroundings stayed as it was."""
    if max(anchor.contexts, default=1.0) >= _CONTEXT_UNCHANGED:
        return False
    return any(other.similarity >= anchor.similarity - MARGIN for other in anchors if other != anchor)
