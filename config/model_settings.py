"""The settings of the optional second splitter: a language model behind an OpenAI-compatible address."""

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

from claims.language_model.endpoint import Endpoint
from config import env

#: Together with the rules' own work on the longest article a model is asked about, far below a task's 90 seconds.
MOST_SECONDS = 60
_MODEL = re.compile(r"[\x21-\x7e]{1,100}")
_ADDRESS = re.compile(r"[\x21-\x7e]{1,500}")
_KEY = re.compile(r"[\x21-\x7e]*")
#: Names that only a private network resolves; one without a dot is another container's or this machine's.
_PRIVATE_ENDINGS = (".internal", ".local", ".localhost", ".lan", ".home.arpa")


def language_model() -> Endpoint | None:
    """Return where the model is asked, or None where no address is given. Raises ImproperlyConfigured."""
    address = env.text("PLUMBLINE_LLM_URL")
    if address is None:
        return None
    model = env.required(
        "PLUMBLINE_LLM_MODEL", "PLUMBLINE_LLM_URL is set, and the server needs to know which model to use."
    )
    key = env.text("PLUMBLINE_LLM_KEY", "")
    if not _MODEL.fullmatch(model):
        raise ImproperlyConfigured(
            f"PLUMBLINE_LLM_MODEL={model!r}: use the name as the server knows it, at most 100 characters without a "
            f"space. {env.HINT}"
        )
    if not _KEY.fullmatch(key):
        raise ImproperlyConfigured(
            f"PLUMBLINE_LLM_KEY contains a space or another character that is not allowed in a key. {env.HINT}"
        )
    return Endpoint(
        base=_checked_base(address),
        model=model,
        seconds=env.integer("PLUMBLINE_LLM_TIMEOUT", default=45, least=1, most=MOST_SECONDS),
        tokens_per_day=env.integer("PLUMBLINE_LLM_COST_CAP", default=1_000_000, least=1, most=10**12),
        key=key,
    )


def _checked_base(address: str) -> str:
    form = "use https://host/v1, or http:// within your own network, with no user name and nothing after the path."
    try:
        parts = urlsplit(address)
        is_plain = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_plain = False
    if not is_plain or not _ADDRESS.fullmatch(address) or "@" in address or "?" in address or "#" in address:
        raise ImproperlyConfigured(f"PLUMBLINE_LLM_URL is not a valid address: {form} {env.HINT}")
    if parts.scheme == "http" and not _is_private(parts):
        raise ImproperlyConfigured(
            f"PLUMBLINE_LLM_URL sends the articles and the key unencrypted over the internet: use https://. {env.HINT}"
        )
    return address.rstrip("/").removesuffix("/chat/completions")


def _is_private(parts: SplitResult) -> bool:
    host = (parts.hostname or "").removesuffix(".")
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith(_PRIVATE_ENDINGS)
