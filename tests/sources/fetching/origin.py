"""A web origin on loopback for the fetch tests, and doubles that let public-looking names reach it."""
# ruff: noqa: TID251 - the sockets are on loopback

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sources.fetching import Fetcher, FetchResult
from tests.waiting import LONGEST

PUBLIC = "93.184.215.14"
# Reading the system's certificates takes longer than a whole fetch here.
TRUST = ssl.create_default_context()

SITE = "http://news.example"
ARTICLE = (
    "<title>Tunnel</title><article>" + "<p>The tunnel opened in March 2011 after nine years.</p>" * 60 + "</article>"
)


@dataclass
class Origin:
    """A listener that answers each path with scripted bytes, and keeps what it was asked."""

    port: int
    pages: dict[str, bytes | Callable[[socket.socket], None]] = field(default_factory=dict)
    requests: list[bytes] = field(default_factory=list)

    def dial(self, address: str, port: int, seconds: float) -> socket.socket:
        """Connects to this listener, whatever the address."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=seconds)


@contextmanager
def listening() -> Iterator[Origin]:
    """An origin for the time of a test."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.settimeout(LONGEST)
            asked = b""
            while b"\r\n\r\n" not in asked and (piece := self.request.recv(65536)):
                asked += piece
            origin.requests.append(asked)
            path = asked.split(b" ")[1].decode() if asked.count(b" ") > 1 else ""
            page = origin.pages.get(path, answer(b"", status="404 Not Found"))
            try:
                page(self.request) if callable(page) else self.request.sendall(page)
            except OSError:
                return

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True

    with Server(("127.0.0.1", 0), Handler) as server:
        origin = Origin(server.server_address[1])
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield origin
        server.shutdown()


def answer(body: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    """A whole HTTP response; header names are written with underscores."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *([f"Content-Type: {kind}"] if kind else [])]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


def silence(connection: socket.socket) -> None:
    """Say nothing until whoever asked hangs up."""
    connection.settimeout(LONGEST)
    while connection.recv(65536):  # what is posted may come after the headers
        pass


def redirect(to: str, status: str = "302 Found") -> bytes:
    """A response that leads elsewhere."""
    return answer(b"", status=status, Location=to)


def fetcher_of(origin: Origin, **doubles: object) -> Fetcher:
    """A fetcher for which every name is public and leads to this origin; everything else is the real thing."""
    doubles = {"resolve": lambda host, port: [PUBLIC], "dial": origin.dial, "tls_context": TRUST, **doubles}
    return Fetcher(**doubles)


def fetched(origin: Origin, page: object, path: str = "/story", **how: object) -> FetchResult:
    """What fetching this page from the origin comes to."""
    origin.pages[path] = page
    return fetcher_of(origin).fetch(SITE + path, **how)
