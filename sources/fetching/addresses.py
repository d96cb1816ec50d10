"""Which addresses may be asked: the form of a URL, and the rule for the network addresses behind its name."""
# ruff: noqa: TID251 - this package is the one that may open sockets

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urlsplit

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from core.translation.messages import gettext_noop as _

LONGEST_URL = 2_048
PORTS = frozenset({80, 443, 8080, 8443})

TOO_LONG = _("This address is longer than 2,048 characters. Use a shorter one.")
NOT_AN_ADDRESS = _("This is not the address of a web page. It should look like https://example.org/page.")
NOT_WEB = _("Only addresses that begin with http:// or https:// can be fetched.")
WITH_PASSWORD = _("This address contains a user name or a password. Remove it and try again.")  # noqa: S105 - a sentence
ODD_PORT = _("This address uses a nonstandard port. Only pages on the standard web ports can be fetched.")
NOT_PUBLIC = _("This address is not on the public internet, so it was not fetched.")

_UNPRINTABLE = re.compile(
    r"[\x00-\x20\x7f-\x9f\\\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff\ud800-\udfff]"
)
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_TOP_LABEL = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]{1,59}")
# Names that never stand for a host of the public web (RFC 6761, RFC 6762, RFC 7686, RFC 9476, ICANN 2024 on .internal).
_PRIVATE_TOP_LABELS = frozenset({"localhost", "local", "internal", "onion", "arpa", "alt"})

# What `is_global` lets through or older versions of it did: IANA special-purpose registries, and tunnels that carry
# an IPv4 address inside (NAT64, 6to4, Teredo, IPv4-compatible).
_NEVER = tuple(
    ip_network(block)
    for block in (
        *("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "224.0.0.0/3"),
        *("::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16"),
        *("3fff::/20", "5f00::/16", "fc00::/7", "fe80::/9", "ff00::/8"),
    )
)


class AddressRefused(Exception):
    """An address that is not asked; `sentence` says why, for the person at the screen."""

    def __init__(self, sentence: str):
        self.sentence = sentence
        super().__init__(sentence)


@dataclass(frozen=True)
class Target:
    """Where one request goes: scheme, ASCII host, port, and the path with its query as sent."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def is_secure(self) -> bool:
        return self.scheme == "https"

    @property
    def host_header(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.is_secure else 80) else f"{host}:{self.port}"


def check_address(url: str) -> None:
    """Refuse an address that must never be fetched, without asking the network.

    Raises AddressRefused with a sentence.
    """
    target_of(url)


def target_of(url: str) -> Target:
    """Take an address apart, once, for everything that follows. Raises AddressRefused."""
    if len(url) > LONGEST_URL:
        raise AddressRefused(TOO_LONG)
    # Before any parser sees it: parsers disagree about these, and that is how a checked host becomes another.
    if _UNPRINTABLE.search(url):
        raise AddressRefused(NOT_AN_ADDRESS)
    try:
        parts = urlsplit(url)
        port = parts.port
        other_reading = parse_url(url)
    except (ValueError, LocationParseError):
        raise AddressRefused(NOT_AN_ADDRESS) from None
    if parts.scheme not in ("http", "https"):
        raise AddressRefused(NOT_WEB)
    if "@" in parts.netloc:
        raise AddressRefused(WITH_PASSWORD)
    host = parts.hostname or ""
    if host != (other_reading.host or "").strip("[]").lower() and host.isascii():
        raise AddressRefused(NOT_AN_ADDRESS)
    if port is None:
        port = 443 if parts.scheme == "https" else 80
    if port not in PORTS:
        raise AddressRefused(ODD_PORT)
    path = _sendable(parts.path or "/") + (f"?{_sendable(parts.query)}" if parts.query else "")
    return Target(parts.scheme, _checked_host(host), port, path)


def is_public(address: str) -> bool:
    """Return whether a network address belongs to the public internet; unreadable ones don't."""
    try:
        parsed: IPv4Address | IPv6Address = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    return parsed.is_global and not any(parsed in block for block in _NEVER if block.version == parsed.version)


def _sendable(text: str) -> str:
    return quote(text, safe="!#$%&'()*+,-./:;=?@[]_~|^`{}")


def _checked_host(host: str) -> str:
    if not host or "%" in host:
        raise AddressRefused(NOT_AN_ADDRESS)
    try:
        ascii_host = (host if host.isascii() else host.encode("idna").decode("ascii")).lower().removesuffix(".")
    except UnicodeError:
        raise AddressRefused(NOT_AN_ADDRESS) from None
    try:
        ip_address(ascii_host)
    except ValueError:
        _check_name(ascii_host)
        return ascii_host
    if not is_public(ascii_host):
        raise AddressRefused(NOT_PUBLIC)
    return ascii_host


def _check_name(host: str) -> None:
    labels = host.split(".")
    top = labels[-1]
    if top in _PRIVATE_TOP_LABELS or len(labels) == 1:
        raise AddressRefused(NOT_PUBLIC)
    # A top label without letters is a number in disguise (127.1, 0x7f.1, 0177.0.0.1): getaddrinfo reads those as IPv4.
    if len(host) > 253 or not _TOP_LABEL.fullmatch(top) or not all(map(_LABEL.fullmatch, labels)):
        raise AddressRefused(NOT_AN_ADDRESS)
