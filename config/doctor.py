"""What is to be right on a machine that Plumbline is deployed on, each looked at and told in a sentence."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.core import checks
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from config.dashboard.health import HealthCheck
from config.dashboard.health import checks as running
from config.dashboard.ledger import ledger_check
from config.health import LEAST_FREE_BYTES
from core.accounts.policies import Role, roles_of
from reviews import queries, verification
from reviews.models import LedgerEntry

#: Leases and due times are written by several machines; beyond this they would take each other's work.
MOST_APART = timedelta(seconds=5)
#: Beat writes the head down every ten minutes; one that was missed is forgiven.
HEAD_IS_LATE = timedelta(minutes=25)
_LOW_ON_DISK = 20 * LEAST_FREE_BYTES
_GIGABYTE = 1024**3
#: Who the seed command makes, each with the password that everybody knows.
SAMPLE_NAMES = ("admin", "analyst", "analyst2", "consumer", "editor")
_PACKAGES = ("core", "sources", "claims", "reviews", "config")


def examine(*, at: datetime) -> Iterator[HealthCheck]:
    """Yield every check. Nothing is asked of a database that does not answer, or whose tables are not those of here."""
    yield from _configuration()
    yield _disk()
    yield _static_files()
    tables = _tables()
    yield tables
    if tables.is_well:
        yield _clock()
        yield from running(at=at)
        yield _people()
        yield _heads(at)
        yield ledger_check(at=at)


def _configuration() -> Iterator[HealthCheck]:
    if not settings.PRODUCTION:
        yield HealthCheck(
            "Settings", True, "Local mode: plain HTTP and sample logins. PLUMBLINE_PRODUCTION=True ends it."
        )
        return
    faults = [fault for fault in checks.run_checks(include_deployment_checks=True) if fault.level >= checks.WARNING]
    for fault in faults:
        yield HealthCheck("Settings", False, " ".join(f"{fault.msg} {fault.hint or ''}".split()))
    if not faults:
        yield HealthCheck("Settings", True, "Complete for production.")
    sends = "console" not in settings.EMAIL_BACKEND
    to_the_log = "Emails only go to the log of the worker. Set EMAIL_URL to the address of a mail server."
    yield HealthCheck("Email", sends, "Sent through a mail server." if sends else to_the_log)


def _disk() -> HealthCheck:
    free = shutil.disk_usage(settings.VAR if settings.VAR.exists() else settings.BASE_DIR).free
    left = f"{free / _GIGABYTE:.1f} GB are free in {settings.VAR}."
    is_well = free >= _LOW_ON_DISK
    return HealthCheck("Disk", is_well, left if is_well else f"Only {left} Uploads stop when it is full: make room.")


def _static_files() -> HealthCheck:
    collected = (settings.STATIC_ROOT / "staticfiles.json").exists()
    missing = (
        f"None in {settings.STATIC_ROOT}, so that pages have neither style nor scripts. Run manage.py up --prepare."
    )
    return HealthCheck("Static files", collected, "Collected." if collected else missing)


def _tables() -> HealthCheck:
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        unknown = set(executor.loader.applied_migrations) - set(executor.loader.disk_migrations)
    except DatabaseError as error:
        said = str(error).strip().splitlines() or [type(error).__name__]
        return HealthCheck("Tables", False, f"The database cannot be asked: {said[0]}")
    if waiting:
        first = f"{waiting[0][0].app_label} {waiting[0][0].name}"
        count = f"{len(waiting)} migrations are" if len(waiting) > 1 else "A migration is"
        return HealthCheck("Tables", False, f"{count} not applied, beginning with {first}. Run manage.py migrate.")
    ours = {app.label for app in apps.get_app_configs() if app.name.split(".")[0] in _PACKAGES}
    newer = sorted(f"{app} {name}" for app, name in unknown if app in ours)
    if newer:
        return HealthCheck("Tables", False, f"They are of a newer release, which has {newer[0]}. Install that release.")
    return HealthCheck("Tables", True, "Those of this release.")


def _clock() -> HealthCheck:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        apart = abs(cursor.fetchone()[0] - timezone.now())
    if apart > MOST_APART:
        sentence = f"{apart.total_seconds():.0f} s apart from the clock of the database. Set both by NTP."
        return HealthCheck("Clock", False, sentence)
    return HealthCheck("Clock", True, "The same as that of the database.")


def _people() -> HealthCheck:
    people = list(User.objects.filter(is_active=True).prefetch_related("groups"))
    if not any(Role.EDITOR in roles_of(person) for person in people):
        return HealthCheck("People", False, "Nobody is an editor, so that nothing is signed off. Run createsuperuser.")
    if settings.PRODUCTION:
        named = [person for person in people if person.username in SAMPLE_NAMES]
        sample = [person.username for person in named if person.check_password(settings.SAMPLE_PASSWORD)]
        if sample:
            known = f"The sample password, which everybody knows, opens {', '.join(sample)}. Change it, or delete them."
            return HealthCheck("People", False, known)
    return HealthCheck("People", True, f"{len(people)} may sign in.")


def _heads(at: datetime) -> HealthCheck:
    name, path = "Ledger heads", settings.PLUMBLINE_LEDGER_HEADS
    if queries.ledger_head() is None:
        return HealthCheck(name, True, "The ledger has no entry yet.")
    if not path.exists() and not _is_late(after=0, at=at):
        return HealthCheck(name, True, "The first one is written within ten minutes.")
    try:
        recorded = verification.read_heads(path)
    except verification.HeadsUnreadable as error:
        return HealthCheck(name, False, f"{error} The scheduler writes it every ten minutes: is it running?")
    lost = next(verification.lost_heads(recorded), None)
    if lost is not None:
        sentence = f"Entry {lost.seq} was recorded and is not in the ledger any more. Run manage.py verify_ledger."
        return HealthCheck(name, False, sentence)
    last = max((head.seq for head in recorded), default=0)
    if _is_late(after=last, at=at):
        behind = LedgerEntry.objects.filter(seq__gt=last).count()
        count = f"{behind} entries" if behind > 1 else "1 entry"
        return HealthCheck(name, False, f"{count} behind. The scheduler writes them every ten minutes.")
    return HealthCheck(name, True, f"{len(recorded)} recorded in {path}. Keep a copy elsewhere.")


def _is_late(*, after: int, at: datetime) -> bool:
    """Return whether the first entry after that number has waited too long to be written down."""
    waiting = LedgerEntry.objects.select_related("verdict").filter(seq__gt=after).order_by("seq").first()
    return waiting is not None and at - waiting.verdict.published_at > HEAD_IS_LATE
