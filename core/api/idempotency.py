"""A POST with an `Idempotency-Key` is done once, however often it is sent (draft-ietf-httpapi-idempotency-key-header)."""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import OperationalError, connection, transaction
from django.http import QueryDict
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import APIException, ParseError
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.models import KeptAnswer
from core.web.lock_timeouts import is_lock_timeout
from core.web.requests import user_of

HEADER, REPLAYED = "Idempotency-Key", "Idempotency-Replayed"
#: How long an answer is kept for a retry.
KEPT_FOR = timedelta(hours=24)
#: What of an answer's headers belongs to it, beside the body.
_KEPT_HEADERS = ("ETag", "Location")
#: Reading an uploaded file may take a minute, in which the transaction that keeps the answer waits.
_PATIENCE = "90s"

IDEMPOTENCY_KEY = OpenApiParameter(
    HEADER,
    {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
    OpenApiParameter.HEADER,
    description="A word of your own for this request, such as a UUID. Sent again within 24 hours by the same user, "
    "the request is not carried out again and gets the first answer. A request that was refused is not kept.",
)


class KeyReused(APIException):
    """The key was used for another request."""

    status_code = 422
    default_detail = (
        "This Idempotency-Key was used for another request. Use a new key for each request, and the same key only to "
        "send the same request again."
    )


class StillRunning(APIException):
    """The first request with this key has not been answered yet."""

    status_code = 409
    default_detail = (
        "The first request with this Idempotency-Key is still being carried out. Send it again in a moment."
    )


class IdempotentPosts:
    """A view whose POSTs may be sent again: a key that was seen is answered with what it was answered then."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)  # type: ignore[misc] # of the view that this is mixed into
        key = request.headers.get(HEADER)
        if request.method != "POST" or key is None:
            return
        if not (0 < len(key) <= 255 and key.isascii() and key.isprintable() and " " not in key):
            raise ParseError(f"{HEADER} must be 1 to 255 printable ASCII characters without spaces.")
        handler = self.post  # type: ignore[has-type] # DRF puts the handler of an action under this name

        def once(request: Request, *args: Any, **kwargs: Any) -> Response:
            return do_once(
                request,
                key,
                lambda: handler(request, *args, **kwargs),
                at=timezone.now(),
                keep=self.to_keep,
                restore=self.from_kept,
            )

        self.post = once

    def to_keep(self, data: Any) -> Any:
        """Return what of an answer is written down for a retry; a view with secrets in its answers leaves them out."""
        return data

    def from_kept(self, data: Any) -> Any:
        """Return the answer to a retry from what was kept of the first one."""
        return data


def do_once(
    request: Request,
    key: str,
    act: Callable[[], Response],
    *,
    at: datetime,
    keep: Callable[[Any], Any],
    restore: Callable[[Any], Any],
) -> Response:
    """Carry a request out and keep its answer, or return the answer that is kept. Raises KeyReused, StillRunning.

    `keep` says what of the data of an answer is written down, and `restore` makes the answer of it again. What is refused is taken back with its key, so that the request may be mended and sent again under it.
    """
    fingerprint = _fingerprint(request)
    with transaction.atomic():
        _be_patient()
        kept = _take(request, key, fingerprint, at=at)
        if kept.status is not None:
            if kept.fingerprint != fingerprint:
                raise KeyReused
            return _again(kept, restore)
        answer = act()
        if answer.status_code >= 400:
            transaction.set_rollback(True)
            return answer
        body = "" if answer.data is None else JSONRenderer().render(keep(answer.data)).decode()
        headers = {name: answer.headers[name] for name in _KEPT_HEADERS if name in answer.headers}
        KeptAnswer.objects.filter(pk=kept.pk).update(status=answer.status_code, body=body, headers=headers)
    return answer


def forget_answers(*, at: datetime) -> int:
    """Remove what was kept longer ago than KEPT_FOR. Return how many answers that were."""
    return KeptAnswer.objects.filter(at__lt=at - KEPT_FOR).delete()[0]


def _take(request: Request, key: str, fingerprint: str, *, at: datetime) -> KeptAnswer:
    """Return the row of a key, new or kept. Whoever sends the same key at the same time waits here for the first."""
    person = user_of(request)
    KeptAnswer.objects.filter(person_id=person.pk, key=key, at__lt=at - KEPT_FOR).delete()
    try:
        with transaction.atomic():
            kept, _is_new = KeptAnswer.objects.get_or_create(
                person_id=person.pk, key=key, defaults={"fingerprint": fingerprint, "at": at}
            )
    except OperationalError as error:
        if is_lock_timeout(error):
            raise StillRunning from error
        raise
    return kept


def _again(kept: KeptAnswer, restore: Callable[[Any], Any]) -> Response:
    data = restore(json.loads(kept.body)) if kept.body else None
    return Response(data, status=kept.status, headers={**kept.headers, REPLAYED: "true"})


def _be_patient() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('idle_in_transaction_session_timeout', %s, true)", [_PATIENCE])


def _fingerprint(request: Request) -> str:
    """Return a hash of all that a request asks for."""
    asked = [request.method, request.get_full_path(), request.headers.get("If-Match"), _plain(request.data)]
    return hashlib.sha256(json.dumps(asked, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _plain(data: Any) -> Any:
    """Return a body as JSON has it; a file stands for its name and the hash of its bytes."""
    if isinstance(data, QueryDict):
        return {name: [_plain(value) for value in values] for name, values in data.lists()}
    if isinstance(data, UploadedFile):
        hashed = hashlib.sha256()
        for chunk in data.chunks():
            hashed.update(chunk)
        data.seek(0)
        return [data.name, hashed.hexdigest()]
    return data
