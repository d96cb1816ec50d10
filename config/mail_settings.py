"""Where e-mail goes out, and the address of this site that letters lead to."""

from dataclasses import dataclass, field
from email.utils import parseaddr
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

from config import env

#: The usual port of each way in.
_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
_FORM = "use smtps://user:password@host, smtp+tls://user:password@host:587, or smtp://host within your own network."
#: Seconds for each step of a letter: far below what the database allows an open transaction.
PATIENCE = 8


@dataclass(frozen=True)
class Outgoing:
    """The server that takes letters, or, where none is named, the log of the worker."""

    backend: str = "django.core.mail.backends.console.EmailBackend"
    host: str = "localhost"
    port: int = 25
    user: str = ""
    password: str = field(default="", repr=False)
    uses_ssl: bool = False
    uses_tls: bool = False


def outgoing() -> Outgoing:
    """Return where e-mail goes out. Raises ImproperlyConfigured."""
    address = env.text("EMAIL_URL")
    if address is None:
        return Outgoing()
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    is_server = host and parts.scheme in _PORTS and port != 0 and address.isprintable() and " " not in address
    if not is_server or parts.path.strip("/") or parts.query or parts.fragment:
        raise ImproperlyConfigured(f"EMAIL_URL is not a valid mail server address: {_FORM} {env.HINT}")
    if parts.scheme == "smtp" and parts.password:
        raise ImproperlyConfigured(
            f"EMAIL_URL would send its password unencrypted: use smtps:// or smtp+tls://. {env.HINT}"
        )
    return Outgoing(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=host or "",
        port=port or _PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        uses_ssl=parts.scheme == "smtps",
        uses_tls=parts.scheme == "smtp+tls",
    )


def sender() -> str:
    """Return who letters are from. Raises ImproperlyConfigured where that is no address."""
    given = env.text("EMAIL_FROM", "Plumbline <plumbline@localhost>")
    _, address = parseaddr(given)
    try:
        if not given.isprintable():
            raise ValidationError("a line break")
        validate_email(address)
    except ValidationError as error:
        raise ImproperlyConfigured(
            f"EMAIL_FROM={given!r} is not an address: use Plumbline <desk@example.org>. {env.HINT}"
        ) from error
    return given


def site(*, otherwise: list[str]) -> str:
    """Return the address under which people reach this site, without a slash at its end.

    Left out, it is the first of `otherwise`, the origins that forms are accepted from, and on one's own machine the
    address of `make run`. Raises ImproperlyConfigured.
    """
    known = [origin for origin in otherwise if "*" not in origin]
    given = env.text("PLUMBLINE_SITE", known[0] if known else "http://127.0.0.1:8000")
    try:
        parts = urlsplit(given)
        is_plain = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_plain = False
    if (
        not is_plain
        or parts.path.strip("/")
        or parts.query
        or parts.fragment
        or "@" in given
        or not given.isprintable()
    ):
        raise ImproperlyConfigured(
            f"PLUMBLINE_SITE={given!r}: use the address that people type, such as https://plumbline.example.org. "
            f"{env.HINT}"
        )
    return given.rstrip("/")
