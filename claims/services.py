"""Every write to an article, a claim, a citation or a finding."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction

from claims.anchoring import context_around, find_quote
from claims.language.splitting import SPLITTER_VERSION, ExtractedClaim, SplitArticle, split_article
from claims.models import Article, Citation, Claim, Finding, Mark
from claims.policies import check_is_staff
from sources import services as sources
from sources.extraction import extract
from sources.models import Document, Snapshot

#: A shorter quote is found in too many places to be found again.
MIN_QUOTE_CHARACTERS = 25
MIN_QUOTE_WORDS = 4
#: How long after citing the first re-check comes due; later ones follow how often the source changes.
FIRST_CHECK_AFTER = timedelta(days=1)
PASTED_FILENAME = "pasted.txt"


class QuoteRefused(Exception):
    """The words cannot be cited; the message says why and what to do."""


class NothingToDo(Exception):
    """The claim is already the way it was asked to be."""


@dataclass(frozen=True)
class Noted:
    """A finding, and whether this call made it."""

    finding: Finding
    is_new: bool


@dataclass(frozen=True)
class Submission:
    """An article that was handed in, and whether it is new here."""

    article: Article
    is_new: bool


def submit_text(*, by: AbstractBaseUser, text: str, at: datetime, title: str = "", **details: object) -> Submission:
    """Hand in a pasted article. Raises ExtractionRefused where there is nothing to read; nothing is stored then."""
    return submit_file(by=by, data=text.encode(), filename=PASTED_FILENAME, at=at, title=title, **details)


def submit_file(
    *,
    by: AbstractBaseUser,
    data: bytes,
    filename: str,
    at: datetime,
    title: str = "",
    published_on: date | None = None,
    readers: int = 1,
) -> Submission:
    """Hand in an article as a file; the same text handed in again is the same article.

    Raises ExtractionRefused where the file has no readable text; nothing is stored then.
    """
    check_is_staff(by)
    extracted = extract(data, filename=filename)
    fingerprint = _fingerprint(extracted.text)
    known = Article.objects.filter(text_sha256=fingerprint).first()
    if known:
        return Submission(known, is_new=False)
    title = title or extracted.title or _headline(extracted.text)
    try:
        with transaction.atomic():
            snapshot = sources.store_upload(by=by, data=data, extracted=extracted, at=at, title=title)
            article = Article.objects.create(
                snapshot=snapshot,
                title=title[:300],
                published_on=published_on,
                readers=readers,
                text_sha256=fingerprint,
                submitted_by=by,
                submitted_at=at,
            )
    except IntegrityError:  # the same text came in by another door a moment ago
        return Submission(Article.objects.get(text_sha256=fingerprint), is_new=False)
    return Submission(article, is_new=True)


def submit_address(
    *,
    by: AbstractBaseUser,
    url: str,
    at: datetime,
    title: str = "",
    published_on: date | None = None,
    readers: int = 1,
) -> Submission:
    """Hand in an article by its address; a worker fetches it. Raises AddressRefused where it may not be fetched."""
    check_is_staff(by)
    with transaction.atomic():
        document = sources.add_address(by=by, url=url, at=at, title=title)
        known = Article.objects.filter(snapshot__document=document).exclude(snapshot__state=Snapshot.State.DEAD).first()
        if known:
            return Submission(known, is_new=False)
        article = Article.objects.create(
            snapshot=sources.request_capture(document=document, at=at),
            title=(title or url)[:300],
            published_on=published_on,
            readers=readers,
            submitted_by=by,
            submitted_at=at,
        )
    return Submission(article, is_new=True)


def split(*, article_id: int, at: datetime) -> bool:
    """Split the text of a waiting article into claims and marks. Return True if this call did it.

    A second call for the same row, or one for a row that another worker holds, does nothing.
    """
    token = Article.objects.take(article_id)
    if token is None:
        return False
    article = Article.objects.select_related("snapshot").get(pk=article_id)
    text = article.snapshot.text
    original = _same_text_before(article)
    if original:
        return Article.objects.finish(article_id, token, duplicate_of=original)
    result = split_article(text, published_on=article.published_on)
    with transaction.atomic():
        finished = Article.objects.finish(
            article_id,
            token,
            splitter_version=SPLITTER_VERSION,
            split_at=at,
            text_sha256=_fingerprint(text),
            published_on=article.published_on or result.published_on,
            title=_best_title(article, result),
        )
        if finished:
            _store_split(article, result, at=at)
    return finished


def cite(
    *,
    by: AbstractBaseUser,
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
    start, end = locate_quote(snapshot.text, quote, start=start)
    prefix, suffix = context_around(snapshot.text, start, end)
    citation, _ = Citation.objects.get_or_create(
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
    return citation


def locate_quote(text: str, quote: str, *, start: int | None = None) -> tuple[int, int]:
    """Return the span of the quote in the text. Raises QuoteRefused, with what to do, where there is no such span."""
    quote = quote.strip()
    if len(quote) < MIN_QUOTE_CHARACTERS or len(quote.split()) < MIN_QUOTE_WORDS:
        raise QuoteRefused(
            f"These words are too few to be found again when the source changes. Select at least {MIN_QUOTE_WORDS} "
            f"words and {MIN_QUOTE_CHARACTERS} characters."
        )
    if start is not None and text[start : start + len(quote)] == quote:
        return start, start + len(quote)
    places = _occurrences(text, quote)
    if len(places) > 1:
        raise QuoteRefused(
            f"These words stand in {len(places)} places of the source. Select a few more words around them."
        )
    if places:
        return places[0], places[0] + len(quote)
    found = find_quote(quote, text)
    if found.outcome == "found" and _same_words(text[found.start : found.end], quote):
        return found.start, found.end
    raise QuoteRefused(
        "These words do not stand in this version of the source. Copy them exactly as they are printed there."
    )


def dismiss_claim(*, by: AbstractBaseUser, claim: Claim, reason: str, at: datetime) -> None:
    """Take a claim off the desk, with the reason. Raises NothingToDo where somebody did already."""
    check_is_staff(by)
    dismissed = Claim.objects.filter(pk=claim.pk, dismissed_at=None).update(
        dismissed_at=at, dismissed_by=by, dismissed_reason=reason
    )
    if not dismissed:
        raise NothingToDo("This claim has been dismissed already.")


def restore_claim(*, by: AbstractBaseUser, claim: Claim) -> None:
    """Put a dismissed claim back on the desk. Raises NothingToDo where it is there."""
    check_is_staff(by)
    restored = Claim.objects.filter(pk=claim.pk, dismissed_at__isnull=False).update(
        dismissed_at=None, dismissed_by=None, dismissed_reason=""
    )
    if not restored:
        raise NothingToDo("This claim is on the desk already.")


def promote_claim(*, by: AbstractBaseUser, claim: Claim) -> None:
    """Put a claim on the desk that the splitter held to be not worth checking. Raises NothingToDo where it is there."""
    check_is_staff(by)
    if not Claim.objects.filter(pk=claim.pk, check_worthy=False).update(check_worthy=True):
        raise NothingToDo("This claim is on the desk already.")


def record_finding(
    *, claim: Claim, kind: str, explanation: str, key: str, at: datetime, citation: Citation | None = None
) -> Noted:
    """Note what a machine noticed; the same occasion noticed twice is one finding."""
    finding, is_new = Finding.objects.get_or_create(
        claim=claim,
        kind=kind,
        key=key,
        defaults={"citation": citation, "explanation": explanation, "created_at": at},
    )
    return Noted(finding, is_new)


def decide_finding(*, by: AbstractBaseUser, finding: Finding, accept: bool) -> None:
    """Accept or dismiss an open finding. Raises NothingToDo where somebody decided already."""
    check_is_staff(by)
    decision = Finding.State.ACCEPTED if accept else Finding.State.DISMISSED
    if not Finding.objects.filter(pk=finding.pk, state=Finding.State.OPEN).update(state=decision):
        raise NothingToDo("Somebody has decided this finding already.")


def note_recheck(*, citation_id: int, health: str, next_check_at: datetime) -> None:
    """Write down how a citation stands after a re-check, and when the next one comes due."""
    Citation.objects.filter(pk=citation_id).update(health=health, next_check_at=next_check_at)


def postpone_check(*, citation_ids: Iterable[int], next_check_at: datetime) -> None:
    """Move the next re-check of these citations, whose present one has been put in the queue."""
    Citation.objects.filter(pk__in=citation_ids).update(next_check_at=next_check_at)


def _same_text_before(article: Article) -> Article | None:
    fingerprint = _fingerprint(article.snapshot.text)
    return Article.objects.filter(text_sha256=fingerprint).exclude(pk=article.pk).first()


def _store_split(article: Article, result: SplitArticle, *, at: datetime) -> None:
    claims = Claim.objects.bulk_create([_claim(article, extracted, at=at) for extracted in result.claims])
    Mark.objects.bulk_create(
        [
            Mark(article=article, kind=mark.kind, start=mark.start, end=mark.end, claim=_covering(mark, claims))
            for mark in result.marks
        ]
    )
    for finding in result.findings:
        pair = (claims[finding.first], claims[finding.second])
        for claim, other in (pair, pair[::-1]):
            record_finding(
                claim=claim, kind=finding.kind, explanation=finding.explanation, key=f"claim {other.pk}", at=at
            )


def _claim(article: Article, extracted: ExtractedClaim, *, at: datetime) -> Claim:
    fields = extracted.as_json()
    return Claim(
        article=article,
        text=extracted.text,
        start=extracted.start,
        end=extracted.end,
        sentence_start=extracted.sentence_start,
        sentence_end=extracted.sentence_end,
        places=fields["places"],
        kind=extracted.kind,
        check_worthy=extracted.check_worthy,
        score=round(extracted.score, 3),
        reasons=list(extracted.reasons),
        attributed_to=(extracted.attributed_to or "")[:300],
        quantities=fields["quantities"],
        dates=fields["dates"],
        lint=fields["lint"],
        splitter_version=SPLITTER_VERSION,
        created_at=at,
    )


def _covering(mark: object, claims: list[Claim]) -> Claim | None:
    """Return the first claim on the desk that states the mark somewhere."""
    for claim in claims:
        if claim.check_worthy and any(start <= mark.start and mark.end <= end for start, end in claim.places):
            return claim
    return None


def _best_title(article: Article, result: SplitArticle) -> str:
    """An address is no headline: once the text is known, its own headline replaces it."""
    document: Document = article.snapshot.document
    if article.title == document.url[:300]:
        return (article.snapshot.title or result.title or article.title)[:300]
    return article.title


def _headline(text: str) -> str:
    first_line = next(line.strip() for line in text.splitlines() if line.strip())
    return first_line if len(first_line) <= 120 else first_line[:117].rsplit(" ", 1)[0] + "…"


def _fingerprint(text: str) -> str:
    """Name a text so that line ends and spacing make no second article of it."""
    return sources.text_sha256(" ".join(text.split()))


def _occurrences(text: str, quote: str) -> list[int]:
    places, place = [], text.find(quote)
    while place >= 0:
        places.append(place)
        place = text.find(quote, place + 1)
    return places


def _same_words(one: str, other: str) -> bool:
    return one.split() == other.split()
