"""Citations: exact words of a snapshot for or against a claim, and how they stand."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from claims.anchoring import context_around, find_quote
from claims.anchoring.scripts import word_matches
from claims.models import Citation, Claim
from claims.services.protecting import protect_claim
from core.accounts.policies import check_is_staff
from sources import services as source_services
from sources.models import Document, Snapshot

#: A shorter quote is found in too many places to be found again.
MIN_QUOTE_CHARACTERS = 25
MIN_QUOTE_WORDS = 4
#: How long after citing the first re-check comes due; later ones follow how often the source changes.
FIRST_CHECK_AFTER = timedelta(days=1)


class QuoteRefused(Exception):
    """The words cannot be cited; the message says why and what to do."""


def cite(
    *,
    by: User,
    claim: Claim,
    snapshot: Snapshot,
    quote: str,
    stance: str,
    at: datetime,
    start: int | None = None,
) -> Citation:
    """Cite exact words of a snapshot for or against a claim, and return the citation, new or known.

    `start` says which place is meant where the words stand more than once. Raises QuoteRefused where they do not
    stand in the snapshot, are too short to be found again, or stand in several places.
    """
    check_is_staff(by)
    if snapshot.pk == claim.article.snapshot_id and stance != Citation.Stance.CONTEXT:
        raise QuoteRefused(
            _("An article cannot be evidence for its own claims. Cite another source, or cite this one as context.")
        )
    start, end = locate_quote(snapshot.text, quote, start=start)
    prefix, suffix = context_around(snapshot.text, start, end)
    with transaction.atomic():
        protect_claim(claim)
        citation, is_new = Citation.objects.get_or_create(
            claim=claim,
            snapshot=snapshot,
            start=start,
            end=end,
            stance=stance,
            defaults={
                "quote": snapshot.text[start:end],
                "prefix": prefix,
                "suffix": suffix,
                "created_by": by,
                "created_at": at,
                "next_check_at": at + FIRST_CHECK_AFTER,
            },
        )
        if not is_new and citation.created_by_id != by.pk:
            citation.also_cited_by.add(by)
    return citation


def locate_quote(text: str, quote: str, *, start: int | None = None) -> tuple[int, int]:
    """Return the span of the quote in the text. Raises QuoteRefused, with what to do, where there is no such span."""
    quote = quote.strip()
    if len(quote) < MIN_QUOTE_CHARACTERS or len(word_matches(quote)) < MIN_QUOTE_WORDS:
        raise QuoteRefused(
            _(
                "This quote is too short to find again if the source changes. Select at least %(words)s "
                "words and %(characters)s characters."
            )
            % {"words": MIN_QUOTE_WORDS, "characters": MIN_QUOTE_CHARACTERS}
        )
    return locate(text, quote, start=start)


def locate(text: str, quote: str, *, start: int | None = None) -> tuple[int, int]:
    """Return the span of exact words, however few; `start` counts as a browser does, to which a line end is one sign.

    Raises QuoteRefused where there is none, or more than one and `start` doesn't tell which.
    """
    shown, places = _as_shown(text)
    quote = _as_shown(quote.strip())[0]
    if not quote:
        raise QuoteRefused(_("Select the words to quote first."))
    if start is not None and shown[start : start + len(quote)] == quote:
        return places[start], places[start + len(quote)]
    found = _occurrences(shown, quote)
    if len(found) > 1:
        raise QuoteRefused(
            _("These words appear in %(count)s places. Select a few more words around them.") % {"count": len(found)}
        )
    if found:
        return places[found[0]], places[found[0] + len(quote)]
    nearest = find_quote(quote, text) if start is None else None
    if nearest and nearest.start is not None and nearest.end is not None:  # found
        span = (nearest.start, nearest.end)
        if _same_words(text[slice(*span)], quote):
            return span
    raise QuoteRefused(
        _("These words do not appear in this version of the text. Copy them exactly as they are printed there.")
    )


def _as_shown(text: str) -> tuple[str, list[int]]:
    """Return the text with every line end as one sign, as browsers show it, and where each sign stands in the text."""
    shown, places = [], []
    for place, sign in enumerate(text):
        if sign == "\n" and place and text[place - 1] == "\r":
            continue
        shown.append("\n" if sign == "\r" else sign)
        places.append(place)
    return "".join(shown), [*places, len(text)]


def add_version(*, document: Document, data: bytes, filename: str, at: datetime, by: User | None = None) -> Snapshot:
    """Store a new version of an uploaded source, and make every citation of it due to be re-checked.

    Raises what `sources.services.add_version` raises; nothing is stored then.
    """
    with transaction.atomic():
        snapshot = source_services.add_version(by=by, document=document, data=data, filename=filename, at=at)
        Citation.objects.filter(snapshot__document=document).update(next_check_at=at)
    return snapshot


def note_recheck(*, citation_id: int, next_check_at: datetime | None, health: str | None = None) -> None:
    """Write down when the next re-check comes due, if ever, and how the citation stands, if the re-check told."""
    told = {"health": health} if health else {}
    Citation.objects.filter(pk=citation_id).update(next_check_at=next_check_at, **told)


def postpone_check(*, citation_ids: Iterable[int], next_check_at: datetime | None) -> None:
    """Move the next re-check of these citations, whose present one has been put in the queue."""
    Citation.objects.filter(pk__in=citation_ids).update(next_check_at=next_check_at)


def _occurrences(text: str, quote: str) -> list[int]:
    places, place = [], text.find(quote)
    while place >= 0:
        places.append(place)
        place = text.find(quote, place + 1)
    return places


def _same_words(one: str, other: str) -> bool:
    return one.split() == other.split()
