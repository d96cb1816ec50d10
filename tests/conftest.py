"""What every test shares: a database that may be emptied, people, and a clock."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.operations import DatabaseOperations
from django.db.backends.signals import connection_created
from django.utils import timezone
from hypothesis import HealthCheck, settings

from core.accounts.policies import Role
from tests import factories
from tests.waiting import LONGEST

_ROLES = ", ".join(f"('{role}')" for role in Role)
#: What the migrations put into the tables, and every test finds.
ROLES_OF_THE_MIGRATIONS = f"INSERT INTO auth_group (name) VALUES {_ROLES} ON CONFLICT DO NOTHING;"  # noqa: S608 - our own names
NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)


def pytest_configure(config: pytest.Config) -> None:
    """Generate the same cases in every run, unless a seed asks for others; how long a case takes is never a fault."""
    settings.register_profile(
        "plumbline",
        derandomize=config.getoption("--hypothesis-seed") is None,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("plumbline")


@pytest.fixture(scope="session", autouse=True)
def tables_can_be_emptied():
    """After transactional tests every table is truncated, which the triggers of the real database refuse."""
    flush = DatabaseOperations.sql_flush

    def sql_flush(self, *args, **kwargs):
        return [
            "SET session_replication_role = replica",
            *flush(self, *args, **kwargs),
            "SET session_replication_role = DEFAULT",
            ROLES_OF_THE_MIGRATIONS,
        ]

    DatabaseOperations.sql_flush = sql_flush
    yield
    DatabaseOperations.sql_flush = flush


@pytest.fixture
def patient_connections():
    """Let the connections that threads open wait for each other as long as a busy machine takes."""

    def wait_long(connection: BaseDatabaseWrapper, **_sent: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = '{LONGEST}s'; SET statement_timeout = '{LONGEST}s'")

    connection_created.connect(wait_long)
    yield
    connection_created.disconnect(wait_long)


@pytest.fixture
def at() -> datetime:
    return NOON


@pytest.fixture
def clock(monkeypatch, at) -> Callable[..., None]:
    """Let time stand still at noon for everything that asks Django for it, and pass when it is told to."""
    now = [at]
    monkeypatch.setattr(timezone, "now", lambda: now[0])

    def passes(**length: float) -> None:
        now[0] += timedelta(**length)

    return passes


@pytest.fixture
def analyst(db):
    return factories.person("ada", Role.ANALYST)


@pytest.fixture
def second_analyst(db):
    return factories.person("bruno", Role.ANALYST)


@pytest.fixture
def editor(db):
    return factories.person("edith", Role.EDITOR)


@pytest.fixture
def consumer(db):
    return factories.person("carl", Role.CONSUMER)
