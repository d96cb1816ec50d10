"""What a source says now in place of a cited quote: in its main text, in all that its page shows, both read alike."""

import logging
from dataclasses import dataclass

from django.db import Error as DatabaseTrouble

from claims.models import Citation
from reviews.checking import QUIET, Change, QuoteComparison, compare_quote
from sources import services as source_services
from sources.models import Snapshot

EXTRACTOR_LEAVES_OUT = "A newer version of the text extractor leaves these words out. Open the source to see them."
BESIDE_THE_TEXT = "These words are now outside the main text of the page."
COULD_NOT_COMPARE = "The quote could not be compared with what the source says now. Open the source and decide whether it still says it."

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class RelocatedQuote:
    """What became of a quote. `words` is what the source says in its place, None where there is nothing.

    `start` and `end` count in the text of the snapshot, and are None for words that stand beside the main text.
    Where it was not `compared`, nothing is known of the source, not even that it changed.
    """

    change: Change
    words: str | None
    start: int | None
    end: int | None
    explanation: str
    compared: bool = True

    @property
    def is_quiet(self) -> bool:
        return self.change in QUIET

    @property
    def fingerprint(self) -> str:
        """Name what the source says in place of the quote, empty for the quote itself.

        A page that differs elsewhere at every re-check says the same here.
        """
        if self.is_quiet:
            return ""
        return source_services.text_sha256(self.words)[:32] if self.words is not None else "gone"


NOT_COMPARED = RelocatedQuote(Change.UNCERTAIN, None, None, None, COULD_NOT_COMPARE, compared=False)


def relocate(citation: Citation, newest: Snapshot) -> RelocatedQuote:
    """Say what became of a quote in the newest snapshot of its document.

    Whatever fails in a search or a comparison leaves the question to a person: a re-check that ended without an answer
    would look as if the source had been found unchanged.
    """
    try:
        return _relocate(citation, newest)
    except DatabaseTrouble:
        raise
    except Exception:  # any engine, and a time limit that it ran into
        logger.exception("Comparing citation %s with snapshot %s failed.", citation.pk, newest.pk)
        return NOT_COMPARED


def _relocate(citation: Citation, newest: Snapshot) -> RelocatedQuote:
    """Look for the quote in the main text, then in all that the page shows.

    The same text needs no search. What is not found in the main text may stand elsewhere on the page: what counts as
    main text is the extractor's opinion, and a page that moved the quote into a box still says it.
    """
    if has_same_text(citation, newest):
        return RelocatedQuote(
            Change.IDENTICAL, citation.quote, citation.start, citation.end, "The source has not changed."
        )
    comparison = _compare_in_text(citation, newest)
    if comparison.change in (Change.GONE, Change.UNCERTAIN):
        return _find_beside_text(citation, newest, comparison) or _in_text(comparison, newest)
    return _in_text(comparison, newest)


def has_same_text(citation: Citation, newest: Snapshot) -> bool:
    """Return whether the newest snapshot says, letter by letter, what the cited one says."""
    return newest.pk == citation.snapshot_id or newest.text_sha256 == citation.snapshot.text_sha256


def _in_text(comparison: QuoteComparison, newest: Snapshot) -> RelocatedQuote:
    start, end = comparison.start, comparison.end
    words = newest.text[start:end] if start is not None else None
    return RelocatedQuote(comparison.change, words, start, end, comparison.explanation)


def _find_beside_text(citation: Citation, newest: Snapshot, comparison: QuoteComparison) -> RelocatedQuote | None:
    """Look through all that the page shows; return None where that tells no more than the main text did."""
    for text in source_services.texts_of(newest)[1:]:
        shown = compare_quote(citation.quote, text, prefix=citation.prefix, suffix=citation.suffix)
        # Of a passage that is uncertain already, only the words themselves are news.
        if shown.start is not None and (shown.change in QUIET or comparison.change == Change.GONE):
            change = Change.MOVED if shown.change in QUIET else shown.change
            words = text[shown.start : shown.end]
            explanation = BESIDE_THE_TEXT if shown.change in QUIET else f"{shown.explanation} {BESIDE_THE_TEXT}"
            return RelocatedQuote(change, words, None, None, explanation)
    return None


def _compare_in_text(citation: Citation, newest: Snapshot) -> QuoteComparison:
    """Search the main text.

    Where another version of the extractor read it, the search is for the words that it reads in the cited bytes: what
    only the extractor changed is no change of the source.
    """
    comparison = compare_quote(
        citation.quote, newest.text, prefix=citation.prefix, suffix=citation.suffix, start_hint=citation.start
    )
    then = source_services.text_as_extracted_like(citation.snapshot, newest)
    if comparison.change in QUIET or then == citation.snapshot.text:
        return comparison
    return _compare_reread(citation, then, newest)


def _compare_reread(citation: Citation, then: str, newest: Snapshot) -> QuoteComparison:
    """Compare what the extractor of today has for the quote in the cited bytes, `then`, with the newest snapshot."""
    cited = compare_quote(
        citation.quote, then, prefix=citation.prefix, suffix=citation.suffix, start_hint=citation.start
    )
    if cited.start is None or cited.end is None:
        return QuoteComparison(Change.UNCERTAIN, None, None, EXTRACTOR_LEAVES_OUT)
    return compare_quote(
        then[cited.start : cited.end],
        newest.text,
        prefix=then[max(0, cited.start - len(citation.prefix)) : cited.start],
        suffix=then[cited.end : cited.end + len(citation.suffix)],
        start_hint=cited.start,
    )
