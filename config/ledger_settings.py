"""Where heads of the ledger go, beside the file on this machine: what only stays here, its owner can write anew."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

from config import env

#: The word for the people who sign off, each at the address of the account.
EDITORS = "editors"


def mail_to(*, has_server: bool) -> list[str]:
    """Return who is mailed each day's head: addresses, and EDITORS. Raises ImproperlyConfigured."""
    given = env.words("PLUMBLINE_LEDGER_MAIL")
    for each in given:
        try:
            if each != EDITORS:
                validate_email(each)
        except ValidationError as error:
            raise ImproperlyConfigured(
                f"PLUMBLINE_LEDGER_MAIL has {each!r}: use '{EDITORS}' or addresses, such as auditor@example.org. {env.HINT}"
            ) from error
    if given and not has_server:
        raise ImproperlyConfigured(
            f"PLUMBLINE_LEDGER_MAIL would only write to this machine's log: set EMAIL_URL too. {env.HINT}"
        )
    return given


def webhook(*, internal_hosts: frozenset[str]) -> str | None:
    """Return the address that each day's head is posted to. Raises ImproperlyConfigured, without repeating it."""
    given = env.text("PLUMBLINE_LEDGER_WEBHOOK")
    if given is None:
        return None
    try:
        parts = urlsplit(given)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    is_internal = bool({parts.hostname, f"{parts.hostname}:{port}"} & internal_hosts)
    is_plain = given.isascii() and given.isprintable() and " " not in given and "@" not in parts.netloc
    is_known = parts.scheme == "https" or (parts.scheme == "http" and is_internal)
    if not (is_plain and is_known and parts.hostname) or parts.fragment or port == 0:
        raise ImproperlyConfigured(
            "PLUMBLINE_LEDGER_WEBHOOK is not an address to post to: use https://…, or http:// to a host that "
            f"PLUMBLINE_WEBHOOK_HOSTS names. {env.HINT}"
        )
    return given
