"""Sends one JSON document to an address that the operator of this site chose, and reads the response."""
# ruff: noqa: TID251 - this package is the one that may open sockets

import http.client
import json
import math
import ssl
import time
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from sources.fetching import transport
from sources.fetching.addresses import Target
from sources.fetching.fetcher import USER_AGENT, reason_of_failure
from sources.fetching.transport import Deadline, FetchFailed, Limits


@dataclass(frozen=True)
class Reply:
    """What came back for a posted document; a redirect comes back as it is, without a body."""

    status: int
    media_type: str
    body: bytes


def deadline_in(seconds: float) -> Deadline:
    """Return the moment by which everything that starts now has to be done."""
    return Deadline(time.monotonic, seconds)


def post_json(
    url: str,
    document: dict[str, Any],
    *,
    deadline: Deadline,
    most_bytes: int,
    secrets: dict[str, str] | None = None,
    tls_context: ssl.SSLContext | None = None,
) -> Reply:
    """Post a document as JSON and give the reply, whatever its status.

    The address may be a private one: it comes from the operator's own settings, never from a page or a user. It is
    asked directly, without a proxy; a redirect is not followed, a certificate is checked, and the whole exchange ends
    by the deadline, however slowly the bytes drip. `secrets` are further headers. Raises FetchFailed.
    """
    target = _target_of(url)
    headers = {
        "User-Agent": USER_AGENT,
        "Content-Type": "application/json",
        "Accept": "application/json",
        "Accept-Encoding": "identity",
        "Connection": "close",
        **(secrets or {}),
    }
    posted = json.dumps(document, ensure_ascii=True).encode()
    headers["Content-Length"] = str(len(posted))
    try:
        addresses = transport.resolved_in_time(target, transport.resolve_name, deadline)
        response = transport.request(
            target,
            addresses[: transport.MOST_ADDRESSES_TRIED],
            headers,
            dial=transport.dial_address,
            tls_context=tls_context or _system_trust(),
            deadline=deadline,
            posted=posted,
            # Thinking is not dripping: only the deadline bounds how long the first byte may take.
            limits=Limits(read_seconds=math.inf, body_bytes=most_bytes),
        )
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise FetchFailed(reason_of_failure(error)) from error
    return Reply(response.status, response.headers.get_content_type(), response.body)


def _target_of(url: str) -> Target:
    """Return the parts of an address from the settings, which were checked when they were read."""
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return Target(parts.scheme, parts.hostname or "", port, parts.path or "/")


@cache
def _system_trust() -> ssl.SSLContext:
    # Reading the system's certificates takes longer than many a request.
    return ssl.create_default_context()
