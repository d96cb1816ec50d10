"""The address that the web server listens on: taken once, before anything starts, and asked whether it answers."""

import errno
import socket  # noqa: TID251 - listens on our own address; dials nobody
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException  # noqa: TID251 - asks our own web server, and no other

from config.servers import CannotStart

#: What listens everywhere is asked at home.
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}  # noqa: S104 - compared with, not listened on


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket for the web server to take over.

    Held by the supervisor, it keeps callers waiting instead of refusing them while the web server is started again.
    Raises CannotStart where the port is taken or not allowed, or the host isn't this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        raise CannotStart(_reason(error, host, port)) from error


def address_of(host: str, port: int) -> str:
    """Return the address for a browser on this machine."""
    name = EVERYWHERE.get(host, host)
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"


def answers(host: str, port: int) -> bool:
    """Return whether the site says that it is well."""
    connection = HTTPConnection(EVERYWHERE.get(host, host), port, timeout=5)
    try:
        connection.request("GET", "/healthz", headers={"Host": "localhost"})
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _reason(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use by another program. Choose a free one, for example: --port {port + 1}."
    if error.errno == errno.EACCES:
        return f"Port {port} is reserved for the administrator. Choose one above 1023, for example: --port 8000."
    return (
        f"{host!r} is not an address of this machine. Use --host 127.0.0.1 for this machine only, or 0.0.0.0 for all."
    )
