"""Databases of a test's own beside the one that its connection is on, on the same server."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql


def connected(name: str) -> psycopg.Connection:
    """Return a connection to the database with that name."""
    told = connection.get_connection_params()
    return psycopg.connect(
        host=told["host"],
        port=told.get("port"),
        user=told.get("user"),
        password=told.get("password"),
        dbname=name,
        autocommit=True,
    )


@contextmanager
def empty_database() -> Iterator[str]:
    """Give the name of a new database without tables, which is dropped at the end."""
    name, maintenance = f"of_a_test_{uuid4().hex[:12]}", settings.DATABASES["default"]["NAME"]
    with connected(maintenance) as server:
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
    try:
        yield name
    finally:
        with connected(maintenance) as server:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
