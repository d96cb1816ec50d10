"""Articles in: handed in, recognised, split into claims and marks."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Now
from django.utils.translation import gettext_noop

from claims import queries
from claims.language.normal_form import normal_form
from claims.language.splitting import SplitArticle
from claims.models import Article
from claims.services.splitters import read_article
from claims.services.storing import hold_claims, store_split
from core.accounts.policies import check_is_staff
from core.audit.log import record, record_each
from core.jobs.notifying import notify_worker, notify_worker_of_each
from sources import services as source_services
from sources.extraction import extract
from sources.models import Snapshot

PASTED_FILENAME = "pasted.txt"
#: Characters of an article, as many as a thick book has. Splitting takes about a tenth of a second of a core for each
#: thousand, and the workers end a task that goes on for two minutes.
LONGEST_ARTICLE = 400_000
TOO_LONG = gettext_noop(
    "This text has more than 400,000 characters, which is too long to split at once. Submit it in parts, "
    "such as chapters."
)

#: How long the title is at most that an article without headline gets, and how long a clause is at least that can be one.
TITLE_CHARACTERS, _SHORTEST_TITLE = 80, 20
_END_OF_CLAUSE = re.compile(r"[,;:.!?](?=\s)|\s[—–-](?=\s)|[，；：。！？]")

TRIED_AGAIN = gettext_noop("Submitted again for another attempt.")
SPLIT_AGAIN = gettext_noop("Requested a new split with the newest rules.")


#: The task that splits a captured article.
SPLIT_ARTICLE = "claims.tasks.split_article"


class ArticleTooLong(Exception):
    """A text that no worker would get through; nothing was stored."""


@dataclass(frozen=True)
class Submission:
    """An article that was handed in, and whether it is new here."""

    article: Article
    is_new: bool


def submit_article(
    *,
    by: User,
    at: datetime,
    text: str = "",
    upload: source_services.Upload | None = None,
    url: str = "",
    title: str = "",
    published_on: date | None = None,
    judgements_required: int = 1,
) -> Submission:
    """Hand in an article by its text, a file or its address, whichever one is given, and tell a worker of it.

    Raises NotAllowed, ExtractionRefused, ArticleTooLong and AddressRefused; nothing is stored then.
    """
    if sum(map(bool, (text, upload, url))) != 1:
        raise ValueError("An article is a text, a file or an address.")
    details: dict[str, Any] = {
        "by": by,
        "at": at,
        "title": title,
        "published_on": published_on,
        "judgements_required": judgements_required,
    }
    if url:
        return submit_address(url=url, **details)
    if upload:
        return submit_file(data=upload.data, filename=upload.filename, **details)
    return submit_text(text=text, **details)


def submit_text(*, by: User, text: str, at: datetime, title: str = "", **details: Any) -> Submission:
    """Hand in a pasted article. Raises ExtractionRefused where there is nothing to read; nothing is stored then."""
    return submit_file(by=by, data=text.encode(), filename=PASTED_FILENAME, at=at, title=title, **details)


def submit_file(
    *,
    by: User,
    data: bytes,
    filename: str,
    at: datetime,
    title: str = "",
    published_on: date | None = None,
    judgements_required: int = 1,
) -> Submission:
    """Hand in an article as a file; the same text handed in again is the same article.

    Raises ExtractionRefused where the file has no readable text, and ArticleTooLong; nothing is stored then.
    """
    check_is_staff(by)
    extracted = extract(data, filename=filename)
    if len(extracted.text) > LONGEST_ARTICLE:
        raise ArticleTooLong(TOO_LONG)
    fingerprint = _fingerprint(extracted.text)
    known = Article.objects.filter(text_sha256=fingerprint).first()
    if known:
        _try_again(known, by=by, at=at)
        return Submission(known, is_new=False)
    title = title or extracted.title or _headline(extracted.text)
    try:
        with transaction.atomic():
            snapshot = source_services.store_upload(by=by, data=data, extracted=extracted, at=at, title=title)
            article = Article.objects.create(
                snapshot=snapshot,
                title=title[:300],
                published_on=published_on,
                judgements_required=judgements_required,
                text_sha256=fingerprint,
                submitted_by=by,
                submitted_at=at,
            )
            notify_worker(SPLIT_ARTICLE, article_id=article.pk)
    except IntegrityError:  # the same text came in by another door a moment ago
        return Submission(Article.objects.get(text_sha256=fingerprint), is_new=False)
    return Submission(article, is_new=True)


def submit_captured(*, by: User, snapshot: Snapshot, judgements_required: int, at: datetime) -> Submission:
    """Hand in a captured text as an article of its own. Raises ArticleTooLong."""
    if len(snapshot.text) > LONGEST_ARTICLE:
        raise ArticleTooLong(TOO_LONG)
    fingerprint = _fingerprint(snapshot.text)
    known = Article.objects.filter(text_sha256=fingerprint).first()
    if known:
        return Submission(known, is_new=False)
    article = Article.objects.create(
        snapshot=snapshot,
        title=(snapshot.title or _headline(snapshot.text))[:300],
        judgements_required=judgements_required,
        text_sha256=fingerprint,
        submitted_by=by,
        submitted_at=at,
    )
    notify_worker(SPLIT_ARTICLE, article_id=article.pk)
    return Submission(article, is_new=True)


def submit_address(
    *,
    by: User,
    url: str,
    at: datetime,
    title: str = "",
    published_on: date | None = None,
    judgements_required: int = 1,
) -> Submission:
    """Hand in an article by its address; a worker fetches it. Raises AddressRefused where it may not be fetched."""
    check_is_staff(by)
    with transaction.atomic():
        document = source_services.add_address(by=by, url=url, at=at, title=title)
        known = Article.objects.filter(snapshot__document=document).exclude(snapshot__state=Snapshot.State.DEAD).first()
        if known:
            return Submission(known, is_new=False)
        article = Article.objects.create(
            snapshot=source_services.request_capture(document=document, at=at),
            title=(title or url)[:300],
            published_on=published_on,
            judgements_required=judgements_required,
            submitted_by=by,
            submitted_at=at,
        )
    return Submission(article, is_new=True)


def _try_again(article: Article, *, by: User, at: datetime) -> None:
    """Handing an article in again is asking for another try, where it is dead."""
    with transaction.atomic():
        if Article.objects.filter(pk=article.pk).run_again(at=at):
            record(by=by, what=article, did=TRIED_AGAIN, at=at)
            notify_worker(SPLIT_ARTICLE, article_id=article.pk)


def split(*, article_id: int, at: datetime) -> bool:
    """Split the text of a waiting article into claims and marks. Return True if this call did it.

    An article that was split before keeps what people worked on, and notes in `last_resplit` what became of the rest.
    A second call for the same row, or one for a row that another worker holds, does nothing.
    """
    token = Article.objects.lease(article_id)
    if token is None:
        return False
    article = Article.objects.select_related("snapshot").get(pk=article_id)
    text = article.snapshot.text
    original = None if article.split_at else _same_text_before(article)
    if original:
        return Article.objects.complete(article_id, token, duplicate_of=original)
    if len(text) > LONGEST_ARTICLE:
        return Article.objects.complete(article_id, token, state=Article.State.DEAD, last_error=TOO_LONG)
    published_on = article.published_on or article.snapshot.published_on
    splitting = read_article(text, published_on=published_on, at=at)
    result = splitting.article
    with transaction.atomic():
        hold_claims(article)
        finished = Article.objects.complete(
            article_id,
            token,
            splitter_version=splitting.version,
            split_notice=splitting.notice,
            split_at=at,
            language=result.language.code,
            text_sha256=_fingerprint(text),
            published_on=published_on or result.published_on,
            title=_best_title(article, result),
        )
        if finished:
            done = store_split(article, result, version=splitting.version, at=at)
            if article.split_at:
                done |= {"from": article.splitter_version, "to": splitting.version, "at": at.isoformat()}
                Article.objects.filter(pk=article_id).update(last_resplit=done)
    return finished


def request_resplit(articles: QuerySet[Article], *, by: User | None = None) -> list[int]:
    """Make split articles due for the newest rules, those that have them aside. Return the numbers of the due ones.

    Their claims stay on the desk meanwhile. One whose last try failed gets another.
    """
    with transaction.atomic():
        numbers = list(queries.outdated(articles).order_by("pk").values_list("pk", flat=True))
        settled = Article.objects.filter(pk__in=numbers, state__in=[Article.State.DONE, Article.State.DEAD])
        settled.update(state=Article.State.PENDING, attempt=0, run_after=Now(), last_error="")
        record_each(by=by, whats=Article.objects.filter(pk__in=numbers), did=SPLIT_AGAIN)
        notify_worker_of_each(SPLIT_ARTICLE, numbers, name="article_id")
    return numbers


def mark_unreadable_dead() -> int:
    """Close the articles whose page could not be captured, with the reason. Return how many there were."""
    reason = Snapshot.objects.filter(pk=OuterRef("snapshot")).values("last_error")[:1]
    waiting = Article.objects.filter(state=Article.State.PENDING, snapshot__state=Snapshot.State.DEAD)
    return waiting.update(state=Article.State.DEAD, last_error=Subquery(reason))


def _same_text_before(article: Article) -> Article | None:
    fingerprint = _fingerprint(article.snapshot.text)
    return Article.objects.filter(text_sha256=fingerprint).exclude(pk=article.pk).first()


def _best_title(article: Article, result: SplitArticle) -> str:
    """Return the title to keep: an address or a first line, which nobody gave, gives way to the headline that was read."""
    text = article.snapshot.text
    makeshift = {article.snapshot.document.url[:300], _headline(text)[:300], _former_headline(text)[:300]}
    if article.title not in makeshift:
        return article.title
    return (article.snapshot.title or result.title or article.title)[:300]


def _first_line(text: str) -> str:
    return " ".join(next(line for line in text.splitlines() if line.strip()).split())


def _headline(text: str) -> str:
    """Return the first line of a text without headline, or its first clause, or what of it is short enough to be a title."""
    line = _first_line(text)
    if len(line) <= TITLE_CHARACTERS:
        return line
    clauses = [line[: found.start()] for found in _END_OF_CLAUSE.finditer(line, _SHORTEST_TITLE, TITLE_CHARACTERS)]
    if clauses:
        return f"{clauses[0]}…"
    begin = line[: TITLE_CHARACTERS - 1]
    return f"{begin.rsplit(' ', 1)[0]}…"


def _former_headline(text: str) -> str:
    """Return what articles that are stored may still be called, by the rule before `_headline`."""
    line = next(line.strip() for line in text.splitlines() if line.strip())
    return line if len(line) <= 120 else line[:117].rsplit(" ", 1)[0] + "…"


def _fingerprint(text: str) -> str:
    """Name a text so that line ends, spacing and the way its characters are written make no second article of it."""
    normal = normal_form(text)
    return source_services.text_sha256(" ".join((normal.text if normal else text).split()))
