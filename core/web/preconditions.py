"""Changes over HTTP name the state that they are made over: strong ETags and If-Match (RFC 9110, 8.8.3 and 13.1.1)."""

import hashlib
from collections.abc import Callable, Collection

from django.utils.http import parse_etags
from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import APIException
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

IF_MATCH = OpenApiParameter(
    "If-Match",
    str,
    OpenApiParameter.HEADER,
    description="The `ETag` received when the resource was last read.",
    required=True,
)
MAY_MATCH = OpenApiParameter(
    "If-Match",
    str,
    OpenApiParameter.HEADER,
    description="The `ETag` received when the resource was last read: where it has changed since, nothing is done.",
)


class PreconditionRequired(APIException):
    """A change that does not say which state of the row it is made over."""

    status_code = 428
    default_detail = "Read the resource first and send the ETag of the response as If-Match, so that no one's changes are overwritten."


class PreconditionFailed(APIException):
    """The row is no longer in the state that the change was made over."""

    status_code = 412
    default_detail = (
        "The resource has changed since you read it, so your change was not applied. Read it again and retry."
    )


def etag_of(shown: dict, *, edited: Collection[str] = ()) -> str:
    """Return the strong ETag of a representation: the hash of all of it, behind that of the fields that people edit.

    `edited` names these where the program changes others by itself: a change over HTTP is then made over them alone.
    """
    whole = _hash(shown)
    return f'"{_hash({name: shown[name] for name in edited})}.{whole}"' if edited else f'"{whole}"'


def tagged(shown: dict, *, edited: Collection[str] = (), status: int = 200) -> Response:
    """Return an answer with a representation and its ETag, which a change of it has to give back."""
    return Response(shown, status=status, headers={"ETag": etag_of(shown, edited=edited)})


def check_match(request: Request, shown: dict, *, edited: Collection[str] = ()) -> None:
    """Raise PreconditionRequired or PreconditionFailed unless the request names this state of what is edited."""
    given = request.headers.get("If-Match")
    if given is None:
        raise PreconditionRequired
    if _as_edited(etag_of(shown, edited=edited)) not in map(_as_edited, parse_etags(given)):
        raise PreconditionFailed


def check_match_if_given(request: Request, shown: Callable[[], dict], *, edited: Collection[str] = ()) -> None:
    """Raise PreconditionFailed where the request names another state than that which `shown` returns."""
    if "If-Match" in request.headers:
        check_match(request, shown(), edited=edited)


def _hash(shown: dict) -> str:
    return hashlib.sha256(JSONRenderer().render(shown)).hexdigest()


def _as_edited(tag: str) -> str:
    """Return the part of an ETag that changes with what people edit."""
    return tag.strip('"').partition(".")[0] if not tag.startswith("W/") else tag
