"""Migrations take the time they need; what follows them in the same process does not."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models.signals import post_migrate, pre_migrate

from config import apps

pytestmark = pytest.mark.django_db


def timeout() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        return cursor.fetchone()[0]


@pytest.fixture
def limit() -> str:
    """What everything else has."""
    assert timeout() != "0"
    return timeout()


@pytest.fixture
def seen_in_between():
    """What holds before the first migration would run."""
    seen = []

    def look(**_sent):
        seen.append(timeout())

    pre_migrate.connect(look)
    yield seen
    pre_migrate.disconnect(look)


def test_migrations_have_no_time_limit_and_everything_else_has(seen_in_between, limit):
    call_command("migrate", verbosity=0)
    assert (set(seen_in_between), timeout()) == ({"0"}, limit)


def test_without_the_receiver_a_migration_would_be_cut_short(seen_in_between, limit):
    pre_migrate.disconnect(apps.lift_statement_timeout)
    try:
        call_command("migrate", verbosity=0)
    finally:
        pre_migrate.connect(apps.lift_statement_timeout)
    assert set(seen_in_between) == {limit}


def test_without_the_second_receiver_the_limit_would_stay_lifted():
    post_migrate.disconnect(apps.restore_statement_timeout)
    try:
        call_command("migrate", verbosity=0)
        assert timeout() == "0"
    finally:
        post_migrate.connect(apps.restore_statement_timeout)
        apps.restore_statement_timeout(using="default")
