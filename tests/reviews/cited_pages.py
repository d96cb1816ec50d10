"""Published verdicts that rest on a page of the web, and looks at it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.contrib.auth.models import User

from claims.models import Citation
from reviews import queries, services
from reviews.models import RecheckResult, Verdict
from sources import services as source_services
from sources.models import HostTurn
from tests import factories

PAGE = "https://example.com/sheet"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def verdict_on_page(
    web: factories.Web,
    *,
    analyst: User,
    editor: User,
    at: datetime,
    quotes: Sequence[str] = (factories.THRUST_QUOTE,),
) -> Verdict:
    """A verdict that rests on these quotes of the page at PAGE, as it is now."""
    document = source_services.add_address(by=analyst, url=PAGE, at=at, in_library=True)
    row = source_services.request_capture(document=document, at=at)
    source_services.capture(snapshot_id=row.pk, fetch=web, at=at)
    row.refresh_from_db()
    claim = factories.claim(by=analyst, at=at)
    cited = [factories.citation(by=analyst, claim=claim, at=at, snapshot=row, quote=quote) for quote in quotes]
    factories.judge(claim, by=analyst, at=at, cited=cited)
    return services.sign_off(by=editor, review=queries.open_round(claim), at=at)


def look(citation: Citation, web: factories.Web, *, at: datetime) -> RecheckResult | None:
    """One look of its own at a citation."""
    HostTurn.objects.all().delete()  # hours pass here in no time, and a site's pause with them
    row = services.request_rechecks(citations=[citation], at=at)[0]
    return services.run_recheck(recheck_id=row.pk, fetch=web, at=at)
