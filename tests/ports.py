"""Ports for servers that a test starts as programs of their own, which cannot be told to take any free one."""

import os
import socket  # noqa: TID251 - asks this machine which port is free

#: Below the ports that systems give to outgoing connections: one of those could be gone before the server takes it.
FIRST, LAST = 10_000, 30_000


def free_port() -> int:
    """Return a port on which nothing listens, nor on the one after it; processes that ask at once get different ones."""
    begin = FIRST + os.getpid() * 10 % (LAST - FIRST)
    return next(
        port for port in [*range(begin, LAST, 2), *range(FIRST, begin, 2)] if _is_free(port) and _is_free(port + 1)
    )


def _is_free(port: int) -> bool:
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True
