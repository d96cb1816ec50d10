"""What every test shares: a database that may be emptied, people, and a clock."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations
from django.test import override_settings
from django.utils import timezone
from hypothesis import HealthCheck
from hypothesis import settings as generating

from core.accounts.policies import Role
from sources.extraction import child, extractor, limits
from tests import factories
from tests.waiting import LONGEST

_ROLES = ", ".join(f"('{role}')" for role in Role)
#: What the migrations put into the tables, and every test finds.
ROLES_OF_THE_MIGRATIONS = f"INSERT INTO auth_group (name) VALUES {_ROLES} ON CONFLICT DO NOTHING;"  # noqa: S608 - our own names
#: Takes back the limits of the settings: the first ends statements, the last a test that does not ask for some time.
PATIENT = (
    f" -c statement_timeout={LONGEST}s -c lock_timeout={LONGEST}s -c idle_in_transaction_session_timeout={LONGEST}s"
)
#: The longest first: where two processes share the files, none of these is left over for one of them at the end.
LONG_FILES = (
    "tests/browser/test_axe.py",
    "tests/config/test_up.py",
    "tests/chaos/test_fault_harness.py",
    "tests/reviews/test_thirty_days.py",
    "tests/config/test_access_table.py",
    "tests/golden/test_outcomes.py",
    "tests/sources/test_damaged_files.py",
    "tests/sources/test_hostile_addresses.py",
    "tests/browser/test_without_javascript.py",
    "tests/browser/test_whole_day.py",
    "tests/config/test_upgrade.py",
    "tests/reviews/test_admin.py",
)
NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)


def pytest_configure(config: pytest.Config) -> None:
    """Generate the same cases in every run, unless a seed asks for others; how long a case takes is never a fault."""
    generating.register_profile(
        "plumbline",
        derandomize=config.getoption("--hypothesis-seed") is None,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    generating.load_profile("plumbline")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest."""
    place = {file: number for number, file in enumerate(LONG_FILES)}
    items.sort(key=lambda item: place.get(item.nodeid.partition("::")[0], len(place)))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix) -> None:
    """Let statements wait, for locks and for their tests, as long as a busy machine takes."""
    connection.settings_dict["OPTIONS"]["options"] += PATIENT


@pytest.fixture(scope="session", autouse=True)
def patience_with_a_busy_machine():
    """Give the cache, and the child that parses a file, as long as only a fault would take."""
    caches = {"default": {**settings.CACHES["default"], "OPTIONS": {"socket_timeout": LONGEST}}}
    with override_settings(CACHES=caches), pytest.MonkeyPatch.context() as patched:
        patched.setattr(limits, "CHILD_WALL_SECONDS", LONGEST)
        yield


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
def parsing_in_this_process(monkeypatch):
    """Parse pages in this process: a child for each of some hundred would take longer than all the rest of a test."""
    monkeypatch.setattr(
        extractor, "extract_in_child", lambda data, kind, charset: child.parse_file(kind, data, charset)
    )


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
