"""Addresses reach the server they name, in every client's spelling."""

import json
import os
from pathlib import Path

import psycopg
import pytest
import redis
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from kombu import Connection

from config.servers import addresses
from tests.conftest import PATIENT
from tests.waiting import LONGEST

VAR = Path("/srv/Fact Check/var")


def test_the_embedded_servers_are_found_before_anything_is_noted():
    assert addresses.database_url(VAR) == "postgres://plumbline@/plumbline?host=/srv/Fact%20Check/var/run"
    assert addresses.redis_url(VAR) == "unix:///srv/Fact%20Check/var/run/valkey.sock"


@pytest.mark.parametrize(("noted", "found"), [("run", "{var}/run"), ("/tmp/plumbline-1", "/tmp/plumbline-1")])  # noqa: S108 - a name
def test_the_embedded_servers_are_found_where_the_start_noted_them(tmp_path, noted, found):
    addresses.notes_file(tmp_path).write_text(json.dumps({"sockets": noted}))
    assert str(addresses.sockets_folder(tmp_path)) == found.format(var=tmp_path)


@pytest.mark.parametrize(
    ("given", "cache_address", "broker_address"),
    [
        ("redis://redis:6379", "redis://redis:6379/1", "redis://redis:6379/0"),
        ("rediss://:secret@redis:6380/4", "rediss://:secret@redis:6380/5", "rediss://:secret@redis:6380/4"),
        ("unix:///run/v.sock", "unix:///run/v.sock?db=1", "redis+socket:///run/v.sock?virtual_host=0"),
        ("unix:///run/v.sock?db=3", "unix:///run/v.sock?db=4", "redis+socket:///run/v.sock?virtual_host=3"),
    ],
)
def test_cache_and_broker_get_two_databases_of_one_server(given, cache_address, broker_address):
    assert (addresses.redis_database(given, 1), addresses.broker_url(given)) == (cache_address, broker_address)


def test_a_statement_that_runs_away_is_ended():
    # The tests' own connections are more patient.
    options = settings.DATABASES["default"]["OPTIONS"]["options"].removesuffix(PATIENT)
    with psycopg.connect(os.environ["DATABASE_URL"], options=options) as database:
        found = database.execute(
            "SELECT current_setting('statement_timeout'), current_setting('lock_timeout'),"
            " current_setting('idle_in_transaction_session_timeout')"
        )
        assert found.fetchone() == ("15s", "3s", "30s")


@pytest.mark.django_db
def test_no_statement_waits_for_a_second_process_to_be_started():
    with connection.cursor() as cursor:
        cursor.execute("SHOW max_parallel_workers_per_gather")
        assert cursor.fetchone() == ("0",)


def test_the_cache_reaches_its_server():
    cache.set("answer", 42)
    assert cache.get("answer") == 42
    assert redis.Redis.from_url(addresses.redis_database(settings.REDIS_URL, 1)).exists("plumbline:1:answer") == 1


def test_the_broker_reaches_its_server():
    with Connection(settings.CELERY_BROKER_URL, transport_options=settings.CELERY_BROKER_TRANSPORT_OPTIONS) as broker:
        queue = broker.SimpleQueue("trial")
        queue.put({"row": 7})
        message = queue.get(timeout=LONGEST)
        message.ack()
        queue.close()
    assert message.payload == {"row": 7}
