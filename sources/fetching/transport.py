"""One request to one address that was resolved once and checked: bounded in time, bytes and headers."""
# ruff: noqa: TID251 - this package is the one that may open sockets

import contextlib
import http.client
import io
import queue
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING

from sources.fetching.addresses import Target, is_public
from sources.fetching.outcomes import OutcomeReason

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CONNECT_SECONDS = 5.0
READ_SECONDS = 5.0
TOTAL_SECONDS = 20.0
MAX_BODY_BYTES = 10 * 1000 * 1000
MAX_HEADER_BYTES = 64 * 1024
MOST_ADDRESSES_TRIED = 4

_CHUNK = 1 << 16
# Chunk sizes and line ends of the chunked encoding come on top of the body.
_FRAMING_BYTES = 1_000_000

Resolve = Callable[[str, int], Sequence[str]]
Dial = Callable[[str, int, float], socket.socket]
Clock = Callable[[], float]


@dataclass(frozen=True)
class Limits:
    """How long one read of a response may take, in seconds, and how large its body may be, in bytes."""

    read_seconds: float
    body_bytes: int


class FetchFailed(Exception):
    """A request that brought no page; `reason` says why."""

    def __init__(self, reason: OutcomeReason):
        self.reason = reason
        super().__init__(reason.sentence)


@dataclass(frozen=True)
class RawResponse:
    """The status, headers and decompressed body of one response; the body of a redirect is not read."""

    status: int
    headers: Message
    body: bytes


class Deadline:
    """The moment by which everything has to be done."""

    def __init__(self, clock: Clock, seconds: float):
        self._clock = clock
        self._end = clock() + seconds

    def left(self, most: float) -> float:
        """Return the seconds left, at most `most`. Raises FetchFailed when there are none."""
        left = self._end - self._clock()
        if left <= 0:
            raise FetchFailed(OutcomeReason.TIMEOUT)
        return min(left, most)


def resolve_name(host: str, port: int) -> list[str]:
    """Ask the system's resolver for the addresses of a name. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def dial_address(address: str, port: int, seconds: float) -> socket.socket:
    """Connect to a numeric address and check who answered. Raises OSError."""
    connection = socket.create_connection((address, port), timeout=seconds)
    if connection.getpeername()[0] != address:
        connection.close()
        raise OSError("another address answered")
    return connection


def checked_addresses(
    target: Target, resolve: Resolve, deadline: Deadline, refused_addresses: frozenset[str]
) -> list[str]:
    """Resolve a name once and give its addresses; one that is not public spoils all.

    Raises FetchFailed: UNKNOWN_HOST, NOT_PUBLIC, TIMEOUT.
    """
    addresses = resolved_in_time(target, resolve, deadline)
    if not all(is_public(address) and address not in refused_addresses for address in addresses):
        raise FetchFailed(OutcomeReason.NOT_PUBLIC)
    return addresses[:MOST_ADDRESSES_TRIED]


def request(
    target: Target,
    addresses: Sequence[str],
    headers: dict[str, str],
    *,
    dial: Dial,
    tls_context: ssl.SSLContext,
    deadline: Deadline,
    posted: bytes | None = None,
    limits: Limits | None = None,
    reads_body: bool = True,
) -> RawResponse:
    """Send one GET to the first of the addresses that answers, and read the response.

    With `posted` it sends a POST with that body instead. Without `limits` they are those of a page. Where the body is not
    read, the response has none.

    Raises FetchFailed, or OSError and http.client.HTTPException as the connection fails.
    """
    limits = limits or Limits(READ_SECONDS, MAX_BODY_BYTES)
    connection = http.client.HTTPConnection(target.host, target.port)
    with contextlib.closing(_connected(target, addresses, dial, tls_context, deadline)) as plain:
        wire = _Wire(plain, deadline, limits)
        connection.sock = wire
        method = "GET" if posted is None else "POST"
        connection.putrequest(method, target.path, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": target.host_header, **headers}.items():
            connection.putheader(name, value)
        connection.endheaders(posted)
        with contextlib.closing(connection.getresponse()) as response:
            wire.raw.expect_body()
            is_redirect = response.status in REDIRECTS and response.headers.get("Location")
            body = b"" if is_redirect or not reads_body else _body(response, limits.body_bytes)
            return RawResponse(response.status, response.headers, body)


REDIRECTS = frozenset({301, 302, 303, 307, 308})


def resolved_in_time(target: Target, resolve: Resolve, deadline: Deadline) -> list[str]:
    """Return the addresses of a name, public or not. Raises FetchFailed: UNKNOWN_HOST, TIMEOUT."""
    answers: queue.SimpleQueue[Sequence[str] | None] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolve(target.host, target.port))
        except (OSError, UnicodeError):
            answers.put(None)

    # getaddrinfo takes no timeout; a name server that never answers must not hold the fetch.
    threading.Thread(target=ask, daemon=True).start()
    try:
        addresses = list(answers.get(timeout=deadline.left(TOTAL_SECONDS)) or ())
    except queue.Empty:
        raise FetchFailed(OutcomeReason.TIMEOUT) from None
    if not addresses:
        raise FetchFailed(OutcomeReason.UNKNOWN_HOST)
    return addresses


def _connected(
    target: Target, addresses: Sequence[str], dial: Dial, tls_context: ssl.SSLContext, deadline: Deadline
) -> socket.socket:
    failure: OSError | None = None
    for address in addresses:
        try:
            plain = dial(address, target.port, deadline.left(CONNECT_SECONDS))
        except OSError as error:
            failure = error
            continue
        if not target.is_secure:
            return plain
        try:
            plain.settimeout(deadline.left(CONNECT_SECONDS))
            return tls_context.wrap_socket(plain, server_hostname=target.host)
        except BaseException:
            plain.close()
            raise
    raise failure or OSError("no address answered")


class _Wire:
    """What http.client asks of a socket: sending, and reading through a guarded file."""

    def __init__(self, plain: socket.socket, deadline: Deadline, limits: Limits):
        self._plain = plain
        self._deadline = deadline
        self.raw = _GuardedReads(plain, deadline, limits)

    def sendall(self, data: bytes) -> None:
        self._plain.settimeout(self._deadline.left(READ_SECONDS))
        self._plain.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self.raw, _CHUNK)

    def close(self) -> None:
        """Do nothing: http.client closes before the body is read, and `request` closes after it."""


class _GuardedReads(io.RawIOBase):
    """Reads from a socket that each end by the deadline, and together stay within a budget of bytes.

    A timeout of the socket alone starts anew with every byte, so a server that sends one byte every few seconds
    would hold the fetch for hours.
    """

    def __init__(self, plain: socket.socket, deadline: Deadline, limits: Limits):
        super().__init__()
        self._plain = plain
        self._deadline = deadline
        self._limits = limits
        self._budget = MAX_HEADER_BYTES
        self._reason_past_budget = OutcomeReason.INVALID_RESPONSE

    def expect_body(self) -> None:
        """Set the budget of the body, once the headers are through."""
        self._budget = self._limits.body_bytes + _FRAMING_BYTES
        self._reason_past_budget = OutcomeReason.TOO_LARGE

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        if self._budget <= 0:
            raise FetchFailed(self._reason_past_budget)
        self._plain.settimeout(self._deadline.left(self._limits.read_seconds))
        count = self._plain.recv_into(buffer, min(memoryview(buffer).nbytes, self._budget))
        self._budget -= count
        return count


def _body(response: http.client.HTTPResponse, most_bytes: int) -> bytes:
    packing = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip"):
        raise FetchFailed(OutcomeReason.INVALID_RESPONSE)
    expected = response.length
    if expected is not None and expected > most_bytes:
        raise FetchFailed(OutcomeReason.TOO_LARGE)
    wire = _read_all(response, most_bytes)
    if expected is not None and len(wire) < expected:
        raise FetchFailed(OutcomeReason.CONNECTION_LOST)
    return wire if packing == "identity" or not wire else _inflated(wire, most_bytes)


def _read_all(response: http.client.HTTPResponse, most_bytes: int) -> bytes:
    body = bytearray()
    while piece := response.read1(_CHUNK):
        body += piece
        if len(body) > most_bytes:
            raise FetchFailed(OutcomeReason.TOO_LARGE)
    return bytes(body)


def _inflated(wire: bytes, most_bytes: int) -> bytes:
    body = bytearray()
    rest = wire
    # A gzip stream may hold several members (RFC 1952, section 2.2).
    while rest.startswith(b"\x1f\x8b"):
        stream = zlib.decompressobj(wbits=31)
        try:
            body += stream.decompress(rest, most_bytes + 1 - len(body))
        except zlib.error:
            raise FetchFailed(OutcomeReason.INVALID_RESPONSE) from None
        if len(body) > most_bytes:
            raise FetchFailed(OutcomeReason.TOO_LARGE)
        if not stream.eof:
            raise FetchFailed(OutcomeReason.CONNECTION_LOST)
        rest = stream.unused_data
    if not body and rest:
        raise FetchFailed(OutcomeReason.INVALID_RESPONSE)
    return bytes(body)
