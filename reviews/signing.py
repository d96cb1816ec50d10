"""How a message to a webhook is signed: by the scheme of Standard Webhooks, https://www.standardwebhooks.com."""

import base64
import hashlib
import hmac
from collections.abc import Sequence


def secret_in_words(secret: bytes) -> str:
    """Return a secret as libraries of the scheme take it."""
    return "whsec_" + base64.b64encode(secret).decode()


def signed_headers(*, message_id: str, timestamp: int, body: bytes, secrets: Sequence[bytes]) -> dict[str, str]:
    """Return the headers that sign a message with each of these secrets; `timestamp` is in seconds since 1970."""
    content = f"{message_id}.{timestamp}.".encode() + body
    signatures = [base64.b64encode(hmac.new(secret, content, hashlib.sha256).digest()).decode() for secret in secrets]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(f"v1,{signature}" for signature in signatures),
    }
