"""The embedded Valkey: its data folder, its command, and whether it answers."""

import signal
from pathlib import Path

import redis

from config.servers import addresses
from config.servers.children import Program
from config.servers.folders import Folders, create_private, logs_in
from config.servers.leftovers import end_leftover
from config.servers.programs import Programs


def prepare(folders: Folders, programs: Programs, *, durable: bool = True) -> Program:
    """Make the data folder, clear what an earlier start left, and return what to run."""
    data = folders.home / "valkey"
    socket_path = folders.sockets / addresses.VALKEY_SOCKET
    pid_file = data / "valkey.pid"
    create_private(data, folders.owner)
    end_leftover(pid_file, "valkey-server", data)
    return Program(
        name="Valkey",
        command=[
            str(programs.valkey),
            *("--port", "0"),
            *("--unixsocket", str(socket_path)),
            *("--unixsocketperm", "700"),
            *("--dir", str(data)),
            *("--pidfile", str(pid_file)),
            *("--appendonly", "yes" if durable else "no"),
            *("--save", ""),
            # Evicting a key of the broker would lose a message; refusing to write is noticed.
            *("--maxmemory-policy", "noeviction"),
        ],
        owner=folders.owner,
        log=logs_in(folders.var) / "valkey.log",
        is_ready=lambda: answers(socket_path),
        farewell=[(signal.SIGTERM, 10)],
        when_orphaned=signal.SIGTERM,
    )


def answers(socket_path: Path) -> bool:
    """Return whether the server takes commands; while it loads its data it does not."""
    client = redis.Redis(unix_socket_path=str(socket_path), socket_timeout=2)
    try:
        return bool(client.ping())
    except redis.RedisError:
        return False
    finally:
        client.close()
