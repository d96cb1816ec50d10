"""Addresses of PostgreSQL and of Redis, in the spelling that each client wants."""

import json
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

from django.core.exceptions import ImproperlyConfigured

DATABASE = "plumbline"
#: PostgreSQL names its socket after a port even where it listens on none.
POSTGRES_SOCKET = ".s.PGSQL.5432"
VALKEY_SOCKET = "valkey.sock"


def notes_file(var: Path) -> Path:
    """Return where `up` notes the places it chose, so that every other command agrees with it."""
    return var / "servers.json"


def sockets_folder(var: Path) -> Path:
    """Return the folder of the embedded servers' sockets, as `up` noted it, or where it would be put."""
    notes = notes_file(var)
    return var / (json.loads(notes.read_text())["sockets"] if notes.exists() else "run")


def database_url(var: Path) -> str:
    """Return the address of the embedded PostgreSQL whose data belongs to this folder."""
    return database_url_in(sockets_folder(var))


def database_url_in(sockets: Path, name: str = DATABASE) -> str:
    """Return the address of the database behind the socket in a folder."""
    return f"postgres://{DATABASE}@/{name}?host={quote(str(sockets), safe='/')}"


def redis_url(var: Path) -> str:
    """Return the address of the embedded Valkey whose data belongs to this folder."""
    return redis_url_in(sockets_folder(var))


def redis_url_in(sockets: Path) -> str:
    """Return the address of the Valkey behind the socket in a folder."""
    return f"unix://{quote(str(sockets / VALKEY_SOCKET), safe='/')}"


def checked_redis_url(url: str) -> str:
    """Return the address. Raises ImproperlyConfigured where no client could use it."""
    parts = urlsplit(url)
    if parts.scheme in ("redis", "rediss") and parts.hostname:
        return url
    if parts.scheme == "unix" and parts.path.startswith("/"):
        return url
    raise ImproperlyConfigured(
        f"REDIS_URL={url!r}: use redis://host:6379, rediss://host:6379 or unix:///path/to/socket."
    )


def redis_database(url: str, offset: int) -> str:
    """Return the address of the numbered database that lies `offset` after the one that the address names."""
    parts = urlsplit(url)
    if parts.scheme == "unix":
        return f"unix://{parts.netloc}{parts.path}?db={int(parse_qs(parts.query).get('db', ['0'])[0]) + offset}"
    return parts._replace(path=f"/{int(parts.path.strip('/') or 0) + offset}").geturl()


def broker_url(url: str) -> str:
    """Return the same address in Celery's spelling, which has its own scheme for a socket."""
    parts = urlsplit(url)
    if parts.scheme != "unix":
        return redis_database(url, 0)
    return f"redis+socket://{parts.netloc}{parts.path}?virtual_host={parse_qs(parts.query).get('db', ['0'])[0]}"
