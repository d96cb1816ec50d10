"""An article whose file was read in the wrong encoding, read again."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from claims.models import Article
from claims.services.intake import Submission, submit_captured
from core.accounts.policies import check_is_staff
from sources import services as source_services
from sources.models import Snapshot


def read_as(*, by: User, snapshot: Snapshot, encoding: str, at: datetime) -> Submission | Snapshot:
    """Read a text in another encoding: the text of an article becomes an article of its own, any other the next version.

    The article that there was keeps its claims and their places. Raises NotAllowed and what
    `sources.services.read_as` raises; nothing is stored then.
    """
    check_is_staff(by)
    article = Article.objects.filter(snapshot=snapshot).first()
    with transaction.atomic():
        read = source_services.read_as(by=by, snapshot=snapshot, encoding=encoding, at=at)
        return (
            submit_captured(by=by, snapshot=read, judgements_required=article.judgements_required, at=at)
            if article
            else read
        )
