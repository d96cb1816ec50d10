"""What every test shares: a database that may be emptied, people, and a clock."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations
from django.test import override_settings
from django.utils import timezone, translation
from hypothesis import HealthCheck
from hypothesis import settings as generating

from claims.services import splitters
from config.servers import addresses
from core.accounts.policies import Role
from sources.extraction import child, extractor, limits, sandbox
from sources.services import documents, refetching
from tests import clusters, factories
from tests.waiting import LONGEST

_ROLES = ", ".join(f"('{role}')" for role in Role)
#: What the migrations put into the tables, and every test finds.
ROLES_OF_THE_MIGRATIONS = f"INSERT INTO auth_group (name) VALUES {_ROLES} ON CONFLICT DO NOTHING;"  # noqa: S608 - our own names
#: Takes back the limits of the settings: the first ends statements, the last a test that does not ask for some time.
PATIENT = (
    f" -c statement_timeout={LONGEST}s -c lock_timeout={LONGEST}s -c idle_in_transaction_session_timeout={LONGEST}s"
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


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix) -> None:
    """Let statements wait, for locks and for their tests, as long as a busy machine takes; begin with the migrated."""
    connection.settings_dict["OPTIONS"]["options"] += PATIENT
    if clusters.is_there():
        connection.settings_dict["TEST"]["TEMPLATE"] = addresses.DATABASE


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


@pytest.fixture(scope="session", autouse=True)
def services_split_a_text_once():
    """Most tests with a database submit one of a few articles; what tests how a text is split asks for it directly."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(splitters, "split_article", lru_cache(maxsize=64)(splitters.split_article))
        yield


@pytest.fixture(scope="session", autouse=True)
def files_are_read_in_this_process():
    """Parse no file in a child of its own, whose interpreter takes longer to start than most tests take altogether."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            extractor, "extract_in_child", lambda data, kind, charset: child.parse_file(kind, data, charset)
        )
        yield


@pytest.fixture(scope="session", autouse=True)
def services_read_the_same_bytes_once():
    """Most tests with a source store one of a few files, and look at the same page for months."""
    read_once = lru_cache(maxsize=64)(extractor.extract)
    with pytest.MonkeyPatch.context() as patched:
        for module in (documents, refetching):
            patched.setattr(module, "extract", read_once)
        yield


@pytest.fixture(autouse=True)
def but_in_a_child_where_a_test_is_about_it(request, monkeypatch) -> None:
    if request.node.get_closest_marker("child_process"):
        monkeypatch.setattr(extractor, "extract_in_child", sandbox.extract_in_child)


@pytest.fixture(autouse=True)
def empty_cache(request) -> None:
    """A test with a database finds no heartbeat, no try of a password and nobody at a claim that an earlier one left."""
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        cache.clear()


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


@pytest.fixture(autouse=True)
def language_of_the_settings() -> Iterator[None]:
    """End the language that a test chose, which would speak in every later one of the process."""
    yield
    translation.deactivate()
