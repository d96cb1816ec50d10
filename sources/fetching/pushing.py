"""Posts a message to an address that a user chose, behind the same guard as every fetch, and says what came of it."""
# ruff: noqa: TID251 - this package is the one that may open sockets

import ssl
import time
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from core.translation.messages import gettext_noop as _
from sources.fetching import transport
from sources.fetching.addresses import AddressRefused, Target, target_of
from sources.fetching.fetcher import FAILURES, USER_AGENT, reason_of_failure, retry_after
from sources.fetching.outcomes import OutcomeReason
from sources.fetching.transport import Clock, Deadline, Dial, Limits, Resolve

#: Seconds for the whole exchange. What a response says after its headers is not read: its status is the answer.
PATIENCE = 10.0

NOT_ENCRYPTED = _("Use an address that begins with https://, so that nobody on the way can read or change a message.")


@dataclass(frozen=True)
class PushResult:
    """What posting one message came to: the status of the response, or the reason why there is none.

    `retry_after` is in seconds, as the other side asked for it.
    """

    status: int | None
    reason: OutcomeReason | None
    millis: int
    retry_after: int | None = None

    @property
    def is_accepted(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


class Pusher:
    """Posts messages. The address is checked, resolved once, and dialled at what was checked; no redirect is followed.

    `internal_hosts` are hosts, as `host` or `host:port`, that the operator of this site named: they may be private and
    use any port, and are asked without encryption too. The other parameters are doubles for tests, as those of Fetcher.
    """

    def __init__(
        self,
        *,
        internal_hosts: frozenset[str] = frozenset(),
        resolve: Resolve = transport.resolve_name,
        dial: Dial = transport.dial_address,
        clock: Clock = time.monotonic,
        tls_context: ssl.SSLContext | None = None,
        refused_addresses: frozenset[str] = frozenset(),
    ):
        self._internal_hosts = internal_hosts
        self._resolve = resolve
        self._dial = dial
        self._clock = clock
        self._given_tls_context = tls_context
        self._refused_addresses = refused_addresses

    @cached_property
    def _tls_context(self) -> ssl.SSLContext:
        # Reading every trusted certificate takes as long as a message does, and most sweeps have none.
        return self._given_tls_context or ssl.create_default_context()

    def check(self, url: str) -> None:
        """Refuse an address to which no message is ever posted, without asking the network. Raises AddressRefused."""
        self._target(url)

    def post(self, url: str, body: bytes, headers: dict[str, str]) -> PushResult:
        """Post a message; it raises nothing that the network or the address does."""
        started = self._clock()
        status, reason, wait = None, None, None
        try:
            response = self._response(url, body, headers)
            status, wait = response.status, retry_after(response.headers)
        except FAILURES as error:
            reason = reason_of_failure(error)
        return PushResult(status, reason, max(0, round((self._clock() - started) * 1000)), wait)

    def _response(self, url: str, body: bytes, headers: dict[str, str]) -> transport.RawResponse:
        deadline = Deadline(self._clock, PATIENCE)
        target, is_internal = self._target(url)
        if is_internal:
            addresses = transport.resolved_in_time(target, self._resolve, deadline)[: transport.MOST_ADDRESSES_TRIED]
        else:
            addresses = transport.checked_addresses(target, self._resolve, deadline, self._refused_addresses)
        return transport.request(
            target,
            addresses,
            {
                "User-Agent": USER_AGENT,
                "Content-Type": "application/json",
                "Accept-Encoding": "identity",
                "Connection": "close",
                "Content-Length": str(len(body)),
                **headers,
            },
            dial=self._dial,
            tls_context=self._tls_context,
            deadline=deadline,
            posted=body,
            limits=Limits(read_seconds=PATIENCE, body_bytes=0),
            reads_body=False,
        )

    def _target(self, url: str) -> tuple[Target, bool]:
        """Return where a message to an address goes, and whether its operator named that. Raises AddressRefused."""
        internal = self._internal_target(url)
        if internal is not None:
            return internal, True
        target = target_of(url)
        if not target.is_secure:
            raise AddressRefused(NOT_ENCRYPTED)
        return target, False

    def _internal_target(self, url: str) -> Target | None:
        """Return where a message to a host goes that the operator named, or None for any other address."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            return None
        if "@" in parts.netloc or parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        if not {parts.hostname, f"{parts.hostname}:{port}"} & self._internal_hosts:
            return None
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        if not path.isascii() or not path.isprintable() or " " in path:
            return None
        return Target(parts.scheme, parts.hostname, port or (443 if parts.scheme == "https" else 80), path)
