"""Articles in: handed in, recognised, split into claims and marks."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models import OuterRef, Subquery

from claims.language.splitting import SPLITTER_VERSION, ExtractedClaim, SplitArticle, split_article
from claims.models import Article, Claim, Mark
from claims.policies import check_is_staff
from claims.services.editing import cover_marks
from claims.services.noticing import record_finding
from sources import services as sources
from sources.extraction import extract
from sources.models import Snapshot

PASTED_FILENAME = "pasted.txt"


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
        Article.objects.filter(pk=known.pk).run_again(at=at)  # handing it in again is asking for another try
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


def lay_down_unreadable() -> int:
    """Close the articles whose page could not be captured, with the reason. Return how many there were."""
    reason = Snapshot.objects.filter(pk=OuterRef("snapshot")).values("last_error")[:1]
    waiting = Article.objects.filter(state=Article.State.PENDING, snapshot__state=Snapshot.State.DEAD)
    return waiting.update(state=Article.State.DEAD, last_error=Subquery(reason))


def _same_text_before(article: Article) -> Article | None:
    fingerprint = _fingerprint(article.snapshot.text)
    return Article.objects.filter(text_sha256=fingerprint).exclude(pk=article.pk).first()


def _store_split(article: Article, result: SplitArticle, *, at: datetime) -> None:
    claims = Claim.objects.bulk_create([_claim(article, extracted, at=at) for extracted in result.claims])
    Mark.objects.bulk_create(
        [Mark(article=article, kind=mark.kind, start=mark.start, end=mark.end) for mark in result.marks]
    )
    cover_marks(article)
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


def _best_title(article: Article, result: SplitArticle) -> str:
    """A title that nobody gave, an address or a first line, gives way to the headline that was read."""
    makeshift = {article.snapshot.document.url[:300], _headline(article.snapshot.text)[:300]}
    if article.title not in makeshift:
        return article.title
    return (article.snapshot.title or result.title or article.title)[:300]


def _headline(text: str) -> str:
    first_line = next(line.strip() for line in text.splitlines() if line.strip())
    return first_line if len(first_line) <= 120 else first_line[:117].rsplit(" ", 1)[0] + "…"


def _fingerprint(text: str) -> str:
    """Name a text so that line ends and spacing make no second article of it."""
    return sources.text_sha256(" ".join(text.split()))
