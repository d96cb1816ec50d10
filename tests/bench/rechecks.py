"""How many re-checks one process settles per second of its time, of pages that stand and of pages that changed."""

from datetime import timedelta

from tests.bench.measuring import Outcome, cpu_seconds
from tests.chaos.stack import running_servers

_CITATIONS = 400
_LEAST_UNCHANGED = 500


def measure() -> list[Outcome]:
    """Report the speed of run_recheck on a PostgreSQL of its own; the server's work is not counted."""
    with running_servers():
        return _measured()


def _measured() -> list[Outcome]:
    import django  # noqa: PLC0415 - the settings read the address of the database that has just been started

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - as above
    from django.db import connections  # noqa: PLC0415 - as above
    from django.utils import timezone  # noqa: PLC0415 - as above

    from claims.models import Citation  # noqa: PLC0415 - as above
    from reviews import services  # noqa: PLC0415 - as above
    from tests.chaos import accounts, pages  # noqa: PLC0415 - as above

    call_command("migrate", verbosity=0)
    now = timezone.now()
    first = list(accounts.queue(_CITATIONS, at=now))

    def look_at_all(rows: list[int], *, later: bool) -> None:
        fetch = pages.fetch_with(later=later)
        for pk in rows:
            services.run_recheck(recheck_id=pk, fetch=fetch, at=now + timedelta(days=1 + later))

    with accounts.read_in_this_process():
        unchanged = _CITATIONS / cpu_seconds(lambda: look_at_all(first, later=False))
        asked = services.request_rechecks(citations=Citation.objects.order_by("pk"), at=now + timedelta(days=1.5))
        changed = _CITATIONS / cpu_seconds(lambda: look_at_all([row.pk for row in asked], later=True))
    connections.close_all()
    return [
        Outcome(
            "re-checks: unchanged", f"{unchanged:,.0f} a second", f"≥ {_LEAST_UNCHANGED}", unchanged >= _LEAST_UNCHANGED
        ),
        Outcome("re-checks: two pages in three changed", f"{changed:,.0f} a second"),
    ]
