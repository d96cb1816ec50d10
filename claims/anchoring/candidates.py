"""Every place of a text where a quote may stand now."""

from collections import Counter

from claims.anchoring.aligning import Span, closest_spans
from claims.anchoring.scripts import is_of_word, is_unspaced, runs_on, word_matches

MAX_EDITS = 0.4
"""Share of the quote's characters that the whole-text search lets differ; beyond it seeds and context have to help."""

_WINDOWS = 12
_SEED_HITS = 60
_CONTEXT_HITS = 8
_CONTEXT_EDITS = 0.25
_SEAM = 4
_WORDS_IN_SEED = 2
_CHARACTERS_IN_SEED = 4


def exact_spans(quote: str, text: str) -> list[Span]:
    """List where quote stands in text letter by letter."""
    return [(start, start + len(quote)) for start in _occurrences(quote, text)]


def similar_spans(quote: str, text: str, prefix: str, suffix: str) -> list[Span]:
    """List the spans of text that resemble quote or stand where its context stands.

    Looking only for the closest match would lose an edited passage to a look-alike elsewhere, so every
    plausible place is named: the closest match, the windows that share word pairs (or, where no spaces tell words apart,
    four characters in a row), and the gap between the contexts.
    """
    spans = [*_closest(quote, text, 0, len(text), MAX_EDITS)]
    for start in _seeded_starts(quote, text):
        margin = len(quote) // 4 + 20
        spans += _closest(quote, text, max(0, start - margin), start + len(quote) + margin, 1.0)
    spans += _between_contexts(quote, text, prefix, suffix)
    unique = dict.fromkeys(whole_words(text, *span) for span in spans)
    return [span for span in unique if span[1] > span[0]]


def contexts_meet(text: str, prefix: str, suffix: str, *, exactly: bool = False) -> bool:
    """Return whether what stood before the quote and what stood after it now touch: it was cut out.

    Exactly: only contexts that stand there letter by letter count.
    """
    if exactly and not (prefix.strip() in text and suffix.strip() in text):
        return False
    before = {end for _, end in _context_spans(prefix, text)}
    after = [start for start, _ in _context_spans(suffix, text)]
    return any(text[end:start].isspace() for end in before for start in after if 0 < start - end <= _SEAM)


def whole_words(text: str, start: int, end: int) -> Span:
    """Widen a span to whole words and trim the white space at its edges."""
    while 0 < start < len(text) and is_of_word(text[start - 1]) and runs_on(text[start], text[start - 1]):
        start -= 1
    while 0 < end < len(text) and is_of_word(text[end]) and runs_on(text[end - 1], text[end]):
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _occurrences(needle: str, text: str, limit: int = 1000) -> list[int]:
    found: list[int] = []
    at = text.find(needle)
    while at >= 0 and len(found) < limit:
        found.append(at)
        at = text.find(needle, at + 1)
    return found


def _closest(quote: str, text: str, start: int, end: int, edits: float) -> list[Span]:
    """Return the spans of text[start:end] at the smallest edit distance from quote, first and last of them."""
    window = text[start:end]
    if not window.strip():
        return []
    found = closest_spans(quote, window, within=int(len(quote) * edits))
    return [(start + first, start + last) for first, last in found]


def _seeded_starts(quote: str, text: str) -> list[int]:
    """Return where the quote would start according to the seeds it shares with the text, most votes first."""
    votes: Counter[int] = Counter()
    bucket = max(32, len(quote) // 4)
    words = word_matches(quote)
    for nth, word in enumerate(words):
        size = _CHARACTERS_IN_SEED if is_unspaced(word.group()[0]) else _WORDS_IN_SEED
        if nth + size > len(words):
            continue
        at = word.start()
        seed = quote[at : words[nth + size - 1].end()]
        votes.update({(hit - at) // bucket for hit in _occurrences(seed, text, _SEED_HITS)})
    return [max(0, slot * bucket) for slot, _ in votes.most_common(_WINDOWS)]


def _between_contexts(quote: str, text: str, prefix: str, suffix: str) -> list[Span]:
    before = [end for _, end in _context_spans(prefix, text)]
    after = [start for start, _ in _context_spans(suffix, text)]
    reach = 3 * len(quote) + 200
    spans = [
        (end, start)
        for end in before
        for start in [min((s for s in after if s >= end), default=end)]
        if 0 < start - end <= reach
    ]
    for end in before:
        spans += _closest(quote, text, end, end + int(len(quote) * 1.3) + 20, 1.0)
    for start in after:
        spans += _closest(quote, text, max(0, start - int(len(quote) * 1.3) - 20), start, 1.0)
    return spans


def _context_spans(context: str, text: str) -> list[Span]:
    context = context.strip()
    if len(context) < 8:
        return []
    exact = _occurrences(context, text, _CONTEXT_HITS)
    if exact:
        return [(start, start + len(context)) for start in exact]
    return _closest(context, text, 0, len(text), _CONTEXT_EDITS)
