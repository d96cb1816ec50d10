"""Say what kind of change a cited passage underwent."""

from claims.anchoring import Anchoring, find_quote, normalise
from claims.anchoring.scripts import with_western_digits
from claims.language.dates import DateSpan, read_dates
from claims.language.quantities import Quantity, read_quantities
from reviews.checking.changes import LOW, QUIET, Change, QuoteComparison
from reviews.checking.differences import classify, shortened
from reviews.checking.surroundings import framing_change, is_denial_abroad, surroundings_change
from reviews.checking.tokens import plain_tokens, value_tokens
from reviews.checking.wordlists import CORRECTIONS, HEDGES, NEGATIONS

_REACH_OF_ADDITION = 600
_REACH_OF_VALUE = 40
_CONTEXT_KEY = 24
_SHORTEST_CONTEXT = 8


def compare_quote(
    quote: str, text: str, *, prefix: str = "", suffix: str = "", start_hint: int | None = None
) -> QuoteComparison:
    """Say what became of quote in text, where it stands now, and why, in a sentence for the analyst.

    Whatever changes a number, a unit, a negation or a name is never reported as a quiet change.
    """
    anchoring = find_quote(quote, text, prefix=prefix, suffix=suffix, start_hint=start_hint)
    if anchoring.outcome == "gone":
        return QuoteComparison(
            Change.GONE, None, None, "The source no longer contains this passage or anything close to it."
        )
    if anchoring.start is None or anchoring.end is None:
        return _uncertain(anchoring, text)
    holds_context = anchoring.candidates[0].holds_context
    return _compare_found(quote, text, prefix, suffix, anchoring.start, anchoring.end, holds_context=holds_context)


def _uncertain(anchoring: Anchoring, text: str) -> QuoteComparison:
    best = anchoring.candidates[0]
    passage = shortened(text[best.start : best.end])
    if best.exact:
        sentence = (
            f"“{passage}” appears in more than one place, none of them with the original context; which one was meant?"
        )
    else:
        sentence = (
            f"The closest passage, “{passage}”, has a different context; please decide whether it is the same one."
        )
    return QuoteComparison(Change.UNCERTAIN, best.start, best.end, sentence)


def _compare_found(
    quote: str, text: str, prefix: str, suffix: str, start: int, end: int, *, holds_context: bool
) -> QuoteComparison:
    change, sentence = classify(quote, text[start:end])
    if change in QUIET | LOW:
        turned = framing_change(quote, text, prefix, suffix, start, end)
        if turned:
            return QuoteComparison(turned[0], start, end, turned[1])
    if change in QUIET:
        other = surroundings_change(quote, text, prefix, suffix, start, end, holds_context=holds_context)
        if other:
            return QuoteComparison(Change.UNCERTAIN, start, end, other)
    if change in QUIET and not _touches_its_context(text, start, end, prefix, suffix):
        grown = _value_that_runs_on(text, start, end)
        if grown and plain_tokens(grown) != plain_tokens(_value_that_ran_on(quote, prefix, suffix)):
            return QuoteComparison(
                Change.NUMBER_CHANGED,
                start,
                end,
                f"The source now says {grown}, which goes beyond the quote.",
            )
        addition = _addition_after(text, end, suffix) or _addition_before(text, start, prefix)
        if addition and is_denial_abroad(addition):
            return QuoteComparison(
                Change.NEGATION_CHANGED,
                start,
                end,
                f"The source now adds “{shortened(addition)}”: it may say the opposite of the quote.",
            )
        if addition:
            return QuoteComparison(
                Change.WORDING, start, end, f"The quote is unchanged, but the source now adds: “{shortened(addition)}”."
            )
    if change is Change.IDENTICAL and not holds_context:
        return QuoteComparison(
            Change.MOVED, start, end, "The passage is unchanged, but in another place in the source."
        )
    return QuoteComparison(change, start, end, sentence)


def _touches_its_context(text: str, start: int, end: int, prefix: str, suffix: str) -> bool:
    near_before, near_after = prefix[-_CONTEXT_KEY:], suffix[:_CONTEXT_KEY]
    return (
        bool(near_before or near_after)
        and text[max(0, start - len(near_before)) : start] == near_before
        and text[end : end + len(near_after)] == near_after
        and bool(near_before or start == 0)
        and bool(near_after or end == len(text))
    )


def _value_that_runs_on(text: str, start: int, end: int) -> str:
    """Return the value that an edge of text[start:end] cuts through; empty if both edges stand between values."""
    base = max(0, start - _REACH_OF_VALUE)
    around = with_western_digits(text[base : end + _REACH_OF_VALUE])
    values: list[Quantity | DateSpan] = [*read_quantities(around), *read_dates(around)]
    for value in values:
        if value.start < start - base < value.end or value.start < end - base < value.end:
            return value.surface
    return ""


def _value_that_ran_on(quote: str, prefix: str, suffix: str) -> str:
    return _value_that_runs_on(prefix + quote + suffix, len(prefix), len(prefix) + len(quote))


def _addition_after(text: str, end: int, suffix: str) -> str:
    """Return what was put between the quote and the words that used to follow it, if it bears on the quote."""
    key = normalise(suffix).text.strip()[:_CONTEXT_KEY]
    if len(key) < _SHORTEST_CONTEXT:
        return ""
    after = normalise(text[end : end + _REACH_OF_ADDITION])
    at = after.text.find(key)
    addition = after.original[: after.original_span(at, at + 1)[0]] if at > 0 else ""
    return addition if _bears_on_quote(addition, text[max(0, end - 1) : end]) else ""


def _addition_before(text: str, start: int, prefix: str) -> str:
    """Return what was put between the words that used to precede the quote and the quote, if it bears on the quote."""
    key = normalise(prefix).text.strip()[-_CONTEXT_KEY:]
    if len(key) < _SHORTEST_CONTEXT:
        return ""
    before = normalise(text[max(0, start - _REACH_OF_ADDITION) : start])
    at = before.text.rfind(key)
    last = at + len(key)
    addition = before.original[before.original_span(last - 1, last)[1] :] if at >= 0 else ""
    return addition if _bears_on_quote(addition, addition.rstrip()[-1:]) else ""


def _bears_on_quote(addition: str, last_before_seam: str) -> bool:
    """Whether added words belong to the quote's own sentence, hold a value, or take back, deny or weaken what was said."""
    words = plain_tokens(addition)
    if not words:
        return False
    ends_sentence = last_before_seam in '.!?”"' or addition.lstrip()[:1] in ".!?" or "\n" in addition[:2]
    if not ends_sentence or (NEGATIONS | HEDGES | CORRECTIONS) & set(words):
        return True
    return any(token.value is not None or token.has_digit for token in value_tokens(addition))
