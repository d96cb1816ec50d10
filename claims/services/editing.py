"""What people do to claims and marks by hand."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from claims.labels import BY_HAND, MERGED_INTO, SPLIT_INTO
from claims.language.wording import as_named, invented_numerals, read_wording, word_places
from claims.models import LONGEST_REASON, Article, Claim, Mark
from claims.services.citing import locate
from claims.services.comparing import compare_across
from claims.services.protecting import protect_claim
from claims.services.refusals import NothingToDo
from core.accounts.policies import check_is_staff
from core.article_language import language_of
from core.audit.log import record
from core.translation.messages import Message

#: How the history tells of it.
REWORDED = gettext_noop("Reworded from “%(before)s” to “%(after)s”.")
TAKEN_OFF = gettext_noop("Dismissed. Reason: %(reason)s")
PUT_ON = gettext_noop("Moved to the desk, although it was rated not worth checking.")
NO_CLAIM = gettext_noop("Dismissed the mark “%(words)s”. Reason: %(reason)s")


class WordingRefused(Exception):
    """The words cannot be a claim of this article; the message says why and what to do."""


def add_claim(
    *, by: User, article: Article, quote: str, at: datetime, start: int | None = None, text: str = ""
) -> Claim:
    """Add a claim that stands on words of the article, worded as they are or as `text`.

    Raises QuoteRefused where the words do not stand there, WordingRefused where the wording has a number that the
    article does not print, and NothingToDo where the claim is there.
    """
    check_is_staff(by)
    start, end = locate(article.snapshot.text, quote.strip(), start=start)
    wording = " ".join((text or quote).split())
    with transaction.atomic():
        claim = _add(article, wording, spans=[(start, end)], by=by, at=at)
        cover_marks(article)
        compare_across([claim.pk], at=at)
    return claim


def edit_claim(*, by: User, claim: Claim, text: str, at: datetime, seen_version: str | None = None) -> None:
    """Word a claim anew; its place in the article stays.

    `seen_version` is `claim.version` as it was on the screen. Raises WordingRefused, also where it is no longer that one.
    """
    check_is_staff(by)
    wording = " ".join(text.split())
    _check_wording(claim.article, wording)
    statement = read_wording(wording, published_on=claim.article.published_on, language=language_of(claim.article))
    try:
        with transaction.atomic():
            now = _check_version(claim, seen_version)
            protect_claim(
                claim,
                text=statement.text,
                quantities=statement.quantities,
                dates=statement.dates,
                lint=[],
                edited_by=by,
                edited_at=at,
            )
            record(by=by, what=now, did=Message(REWORDED, before=now.text, after=statement.text), at=at)
            compare_across([claim.pk], at=at)
    except IntegrityError:  # one claim per wording and place
        raise WordingRefused(_("The article already has a claim with these words in this place.")) from None


def resolve_reference(
    *, by: User, claim: Claim, words: str, means: str, at: datetime, seen_version: str | None = None
) -> None:
    """Put the name that a person chose for what a claim calls “it” or “the company” in their place.

    `words` are those of the claim, `means` a name that the article prints. Raises WordingRefused as `edit_claim` does,
    and where the words stand in the claim never or more than once, or the name nowhere in the article.
    """
    words, means = " ".join(words.split()), " ".join(means.split())
    places = word_places(claim.text, words)
    if len(places) != 1:
        refusal = _("The words “%(words)s” appear in the claim %(count)s times. Reword the claim instead.")
        raise WordingRefused(refusal % {"words": words, "count": len(places)})
    if not means or means not in " ".join(claim.article.snapshot.text.split()):
        raise WordingRefused(
            _("The article does not mention “%(name)s”. Choose a name that it does.") % {"name": means}
        )
    start, end = places[0]
    edit_claim(
        by=by,
        claim=claim,
        text=claim.text[:start] + as_named(words, means) + claim.text[end:],
        at=at,
        seen_version=seen_version,
    )


def split_claim(
    *, by: User, claim: Claim, texts: Iterable[str], at: datetime, seen_version: str | None = None
) -> list[Claim]:
    """Put several claims in the place of one. The one is dismissed and says what became of it.

    `seen_version` is `claim.version` as it was on the screen. Raises WordingRefused, also where it is no longer that one.
    """
    check_is_staff(by)
    wordings = [" ".join(text.split()) for text in texts if text.strip()]
    if len(wordings) < 2:
        raise WordingRefused(_("Write each new claim on its own line. At least two are needed."))
    with transaction.atomic():
        _check_version(claim, seen_version)
        parts = [_add(claim.article, wording, spans=claim.places, by=by, at=at, like=claim) for wording in wordings]
        dismiss_claim(by=by, claim=claim, reason=Message(SPLIT_INTO, count=len(parts)), at=at)
        compare_across([part.pk for part in parts], at=at)
    return parts


def merge_claims(
    *, by: User, claims: list[Claim], text: str, at: datetime, seen_versions: Mapping[int, str | None] | None = None
) -> Claim:
    """Put one claim in the place of several of one article, which are dismissed.

    `seen_versions` has by the numbers of claims their `version` as it was on the screen. Raises WordingRefused, also where one of
    them is no longer that one.
    """
    check_is_staff(by)
    if len({claim.pk for claim in claims}) < 2 or len({claim.article_id for claim in claims}) > 1:
        raise WordingRefused(_("Choose at least two claims of the same article to merge."))
    first = min(claims, key=lambda claim: claim.start)
    span = (first.start, max(claim.end for claim in claims))
    with transaction.atomic():
        for claim in sorted(claims, key=lambda claim: claim.pk):  # the order in which a new split takes them too
            _check_version(claim, (seen_versions or {}).get(claim.pk))
        merged = _add(first.article, " ".join(text.split()), spans=[span], by=by, at=at, like=first)
        for claim in claims:
            dismiss_claim(by=by, claim=claim, reason=Message(MERGED_INTO, number=merged.pk), at=at)
        compare_across([merged.pk], at=at)
    return merged


def dismiss_claim(*, by: User, claim: Claim, reason: str, at: datetime) -> None:
    """Take a claim off the desk, with the reason. Raises NothingToDo where somebody did already."""
    check_is_staff(by)
    with transaction.atomic():
        dismissed = Claim.objects.filter(pk=claim.pk, dismissed_at=None).update(
            worked_on_at=at, withdrawn_at=None, dismissed_at=at, dismissed_by=by, dismissed_reason=reason
        )
        if not dismissed:
            raise NothingToDo(_("This claim has already been dismissed."))
        record(by=by, what=claim, did=Message(TAKEN_OFF, reason=reason), at=at)
        cover_marks(claim.article)
        compare_across([claim.pk], at=at)


def put_on_desk(*, by: User, claim: Claim, at: datetime) -> None:
    """Put a claim on the desk, whatever took it off or kept it away. Raises NothingToDo where it is there."""
    put = restore_claim if claim.dismissed_at or claim.withdrawn_at else promote_claim
    put(by=by, claim=claim, at=at)


def restore_claim(*, by: User, claim: Claim, at: datetime) -> None:
    """Put a claim back that was dismissed, or that a newer splitter withdrew. Raises NothingToDo where it is there."""
    check_is_staff(by)
    off = Q(dismissed_at__isnull=False) | Q(withdrawn_at__isnull=False)
    with transaction.atomic():
        restored = Claim.objects.filter(off, pk=claim.pk).update(
            worked_on_at=at, withdrawn_at=None, dismissed_at=None, dismissed_by=None, dismissed_reason=""
        )
        if not restored:
            raise NothingToDo(_("This claim is already on the desk."))
        record(by=by, what=claim, did=gettext_noop("Restored to the desk."), at=at)
        cover_marks(claim.article)
        compare_across([claim.pk], at=at)


def promote_claim(*, by: User, claim: Claim, at: datetime) -> None:
    """Put a claim on the desk that the splitter held to be not worth checking. Raises NothingToDo where it is there."""
    check_is_staff(by)
    with transaction.atomic():
        promoted = Claim.objects.filter(pk=claim.pk, check_worthy=False).update(
            check_worthy=True, worked_on_at=at, withdrawn_at=None
        )
        if not promoted:
            raise NothingToDo(_("This claim is already on the desk."))
        record(by=by, what=claim, did=PUT_ON, at=at)
        cover_marks(claim.article)
        compare_across([claim.pk], at=at)


def dismiss_mark(*, by: User, mark: Mark, reason: str) -> None:
    """Settle an open mark without a claim. Raises NothingToDo where it is settled, WordingRefused without a reason and with one that is too long."""
    check_is_staff(by)
    if not reason.strip():
        raise WordingRefused(_("Give a short reason why this needs no claim."))
    if len(reason.strip()) > LONGEST_REASON:
        raise WordingRefused(_("Use at most %(most)s characters for the reason.") % {"most": LONGEST_REASON})
    article = mark.article
    words = article.snapshot.text[mark.start : mark.end]
    with transaction.atomic():
        if not Mark.objects.open().filter(pk=mark.pk).update(dismissed_reason=reason.strip()):
            raise NothingToDo(_("This mark has already been settled."))
        record(by=by, what=article, did=Message(NO_CLAIM, words=words, reason=reason.strip()))


def cover_marks(article: Article) -> None:
    """Set for every mark of an article which claim on the desk states it: the first one whose span holds it."""
    claims = list(Claim.objects.active().filter(article=article).in_reading_order())
    marks = list(Mark.objects.filter(article=article))
    for mark in marks:
        mark.claim = next((claim for claim in claims if _holds(claim, mark)), None)
    Mark.objects.bulk_update(marks, ["claim"], batch_size=1000)


def _holds(claim: Claim, mark: Mark) -> bool:
    return any(start <= mark.start and mark.end <= end for start, end in claim.places)


def _add(
    article: Article,
    wording: str,
    *,
    spans: list[tuple[int, int]],
    by: User,
    at: datetime,
    like: Claim | None = None,
) -> Claim:
    """Store a claim worded by a person, in the sentence and by the speaker of the claim it comes from, if any."""
    check_is_staff(by)
    _check_wording(article, wording)
    Article.objects.select_for_update(no_key=True).get(pk=article.pk)  # a newer splitter may be at work on it
    start, end = spans[0]
    statement = read_wording(wording, published_on=article.published_on, language=language_of(article))
    claim, is_new = Claim.objects.get_or_create(
        article=article,
        start=start,
        end=end,
        text=statement.text,
        defaults={
            "sentence_start": min(start, like.sentence_start) if like else start,
            "sentence_end": max(end, like.sentence_end) if like else end,
            "places": [list(span) for span in spans],
            "kind": statement.kind,
            "check_worthy": True,
            "score": 1,
            "reasons": [BY_HAND],
            "attributed_to": like.attributed_to if like else "",
            "quantities": statement.quantities,
            "dates": statement.dates,
            "origin": Claim.Origin.HAND,
            "edited_by": by,
            "edited_at": at,
            "worked_on_at": at,
            "created_at": at,
        },
    )
    if not is_new:
        raise NothingToDo(_("The article already has this claim."))
    return claim


def _check_version(claim: Claim, seen_version: str | None) -> Claim:
    """Keep the claim as it is until the transaction ends, and return it. Raise WordingRefused where it was seen otherwise."""
    now = Claim.objects.select_for_update(no_key=True).get(pk=claim.pk)
    if seen_version is not None and now.version != seen_version:
        raise WordingRefused(
            _("Someone else has reworded this claim: “%(text)s”. Your wording was not saved.") % {"text": now.text}
        )
    return now


def _check_wording(article: Article, wording: str) -> None:
    if not wording:
        raise WordingRefused(_("Write the claim."))
    invented = invented_numerals(wording, article=article.snapshot.text)
    if invented:
        raise WordingRefused(
            _("%(numbers)s: not in the article. A claim may only contain numbers that its article contains.")
            % {"numbers": ", ".join(invented)}
        )
