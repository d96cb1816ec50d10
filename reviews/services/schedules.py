"""How often an editor wants a cited source to be re-checked."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from claims import services as claim_services
from core.accounts.policies import NotAllowed, Role, roles_of
from reviews import queries
from reviews.services import timing
from sources import queries as source_queries
from sources import services as source_services
from sources.models import Document


def choose_interval(
    *, by: User, document: Document, check_interval: int, at: datetime, seen_version: str | None = None
) -> None:
    """Choose how often a source is re-checked, and move its next re-checks accordingly.

    A re-check that is under way, one that decides about words that were not found, and those after one that failed stay
    as they are; the choice counts from the next re-check that reads the page. `seen_version` is as `sources.services.choose_interval` has
    it, and what that raises is raised here; NotAllowed for anybody but editors. Nothing is changed then.
    """
    if Role.EDITOR not in roles_of(by):
        raise NotAllowed(_("Only editors can set how often a source is checked."))
    with transaction.atomic():
        source_services.choose_interval(
            by=by, document=document, check_interval=check_interval, at=at, seen_version=seen_version
        )
        newest = source_services.newest_snapshot(document)
        last_fetch = document.attempts.order_by("-at", "-pk").first()
        if newest is None or (last_fetch and last_fetch.outcome not in source_queries.READ):
            return
        next_recheck = timing.after_reading(newest, at=last_fetch.at if last_fetch else newest.captured_at or at)
        if next_recheck is not None:
            moved = list(queries.citations_in_turn(document).values_list("pk", flat=True))
            claim_services.postpone_check(citation_ids=moved, next_check_at=max(next_recheck, at))
