"""Articles from an export of a library."""

from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from claims.models import Article
from claims.services.intake import Submission, submit_captured
from sources import services as source_services


def restore_article(
    *,
    by: User,
    version: source_services.StoredVersion,
    at: datetime,
    url: str = "",
    title: str = "",
    published_on: date | None = None,
    judgements_required: int = 1,
) -> Submission:
    """Hand in an article whose file is at hand, and tell a worker of it; one whose text is here already is left as it is.

    Raises NotAllowed, AddressRefused, ExtractionRefused, ArticleTooLong, and ValidationError for a title that is too long;
    nothing is stored then.
    """
    with transaction.atomic():
        source = source_services.restore_source(
            by=by, versions=[version], at=at, url=url, title=title, in_library=False
        )
        known = Article.objects.filter(snapshot__document=source.document).first()
        if known:
            return Submission(known, is_new=False)
        submission = submit_captured(by=by, snapshot=source.newest, judgements_required=judgements_required, at=at)
        if not submission.is_new:
            transaction.set_rollback(source.is_new)  # the same text came by another file: that one's is not needed
            return submission
        Article.objects.filter(pk=submission.article.pk).update(
            title=title or submission.article.title, published_on=published_on
        )
    submission.article.refresh_from_db()
    return submission
