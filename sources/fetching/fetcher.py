"""Fetches one page that a person asked for."""
# ruff: noqa: TID251 - this package is the one that may open sockets

import http.client
import re
import socket
import ssl
import time
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from urllib.parse import urldefrag, urljoin

from sources.fetching import transport
from sources.fetching.addresses import NOT_PUBLIC, AddressRefused, Target, target_of
from sources.fetching.classification import classify_response
from sources.fetching.outcomes import FetchOutcome, FetchResult, OutcomeReason
from sources.fetching.transport import Clock, Deadline, Dial, FetchFailed, RawResponse, Resolve

USER_AGENT = "Plumbline/1 (+fact-checking)"
MOST_REDIRECTS = 5
LONGEST_WAIT_SECONDS = 7 * 24 * 3600
#: What the address, the network and the other side's HTTP raise.
FAILURES = (FetchFailed, AddressRefused, OSError, http.client.HTTPException, ValueError)

_ACCEPT = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5"
_VALIDATOR = re.compile(r"[\x20-\x7e]{1,1000}")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)


class Fetcher:
    """Fetches pages; the only thing in the project that opens connections to addresses from outside.

    Every hop is checked, resolved once, and dialled at the address that was checked. Proxies named in the environment
    are not used: a proxy would resolve the name again. Cookies are not kept, credentials never sent. robots.txt is
    not read, because a person asked for this one page: nothing is crawled, the program says who it is, and a site's
    Retry-After is handed to the caller.

    `resolve(host, port)` gives addresses, `dial(address, port, seconds)` a connected socket, `clock()` seconds:
    for tests, which hand in their own per test. `refused_addresses` are further addresses that are never dialled,
    such as the public ones of this site itself.
    """

    def __init__(
        self,
        *,
        resolve: Resolve = transport.resolve_name,
        dial: Dial = transport.dial_address,
        clock: Clock = time.monotonic,
        tls_context: ssl.SSLContext | None = None,
        refused_addresses: frozenset[str] = frozenset(),
    ):
        self._resolve = resolve
        self._dial = dial
        self._clock = clock
        self._tls_context = tls_context or ssl.create_default_context()
        self._refused_addresses = refused_addresses

    def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        expected_type: str | None = None,
    ) -> FetchResult:
        """Fetch a page and say what came of it; it raises nothing that the network or the address
        does. `etag` and `last_modified` are those of the last fetch, `expected_type` its media type."""
        started = self._clock()
        headers = _request_headers(etag, last_modified)
        hops: list[str] = []
        response = None
        try:
            response = self._response_after_redirects(url, headers, hops)
            reason = _reason(url, hops[-1], response, headers, expected_type)
        except FAILURES as error:
            reason = reason_of_failure(error)
        millis = max(0, round((self._clock() - started) * 1000))
        return _result(reason, url, hops, response, millis)

    def _response_after_redirects(self, url: str, headers: dict[str, str], hops: list[str]) -> RawResponse:
        deadline = Deadline(self._clock, transport.TOTAL_SECONDS)
        place, before = url, None
        for _ in range(MOST_REDIRECTS + 1):
            target = target_of(place)
            if before and before.is_secure and not target.is_secure:
                raise FetchFailed(OutcomeReason.INSECURE_REDIRECT)
            hops.append(place)
            response = self._response(target, headers, deadline)
            location = response.headers.get("Location")
            if response.status not in transport.REDIRECTS or not location:
                return response
            place, before = _redirected(place, location), target
        raise FetchFailed(OutcomeReason.REDIRECT_LOOP)

    def _response(self, target: Target, headers: dict[str, str], deadline: Deadline) -> RawResponse:
        addresses = transport.checked_addresses(target, self._resolve, deadline, self._refused_addresses)
        return transport.request(
            target, addresses, headers, dial=self._dial, tls_context=self._tls_context, deadline=deadline
        )


def _request_headers(etag: str | None, last_modified: str | None) -> dict[str, str]:
    headers = {
        "User-Agent": USER_AGENT,
        "Accept": _ACCEPT,
        "Accept-Language": "en,*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    if etag and _VALIDATOR.fullmatch(etag):
        headers["If-None-Match"] = etag
    if last_modified and _VALIDATOR.fullmatch(last_modified):
        headers["If-Modified-Since"] = last_modified
    return headers


def _redirected(place: str, location: str) -> str:
    try:
        return urldefrag(urljoin(place, _as_sent(location))).url
    except ValueError:
        raise FetchFailed(OutcomeReason.BAD_ADDRESS) from None


def _as_sent(location: str) -> str:
    # http.client reads headers as Latin-1; addresses with other letters are sent as UTF-8 in practice.
    try:
        return location.strip().encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location.strip()


def _reason(
    url: str, final_url: str, response: RawResponse, headers: dict[str, str], expected_type: str | None
) -> OutcomeReason:
    if response.status == 304:
        asked = "If-None-Match" in headers or "If-Modified-Since" in headers
        return OutcomeReason.UNCHANGED if asked else OutcomeReason.INVALID_RESPONSE
    return classify_response(url, final_url, response, expected_type)


def reason_of_failure(error: Exception) -> OutcomeReason:
    """Say why a request brought no answer: one of FAILURES."""
    if isinstance(error, FetchFailed):
        return error.reason
    if isinstance(error, AddressRefused):
        return OutcomeReason.NOT_PUBLIC if error.sentence == NOT_PUBLIC else OutcomeReason.BAD_ADDRESS
    if isinstance(error, TimeoutError):
        return OutcomeReason.TIMEOUT
    if isinstance(error, ssl.SSLCertVerificationError):
        return OutcomeReason.BAD_CERTIFICATE
    if isinstance(error, http.client.IncompleteRead | http.client.RemoteDisconnected | ConnectionResetError):
        return OutcomeReason.CONNECTION_LOST
    if isinstance(error, socket.gaierror):
        return OutcomeReason.UNKNOWN_HOST
    if isinstance(error, OSError):
        return OutcomeReason.CONNECTION_FAILED
    return OutcomeReason.INVALID_RESPONSE


def _result(reason: OutcomeReason, url: str, hops: list[str], response: RawResponse | None, millis: int) -> FetchResult:
    headers = response.headers if response else Message()
    content_type = headers.get("Content-Type", "")
    charset = _CHARSET.search(content_type)
    return FetchResult(
        outcome=reason.outcome,
        sentence=reason.sentence,
        url=url,
        final_url=hops[-1] if hops else url,
        hops=tuple(hops),
        status=response.status if response else None,
        body=response.body if response and reason.outcome is FetchOutcome.OK else None,
        media_type=content_type.split(";")[0].strip().lower() or None,
        charset=charset[1].lower() if charset else None,
        etag=_kept(headers.get("ETag")),
        last_modified=_kept(headers.get("Last-Modified")),
        millis=millis,
        retry_after=retry_after(headers),
    )


def _kept(value: str | None) -> str | None:
    return value if value and _VALIDATOR.fullmatch(value) else None


def retry_after(headers: Message) -> int | None:
    stated = (headers.get("Retry-After") or "").strip()
    if re.fullmatch(r"[0-9]{1,12}", stated):
        return min(int(stated), LONGEST_WAIT_SECONDS)
    moment = _moment(stated)
    if moment is None:
        return None
    now = _moment(headers.get("Date") or "") or datetime.now(UTC)
    return int(min(max((moment - now).total_seconds(), 0), LONGEST_WAIT_SECONDS))


def _moment(stated: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(stated)
    except (ValueError, TypeError, IndexError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
