"""The JSON that a request may bring: small, flat enough, unambiguous, and storable in PostgreSQL."""

import codecs
import json
from collections.abc import Mapping
from typing import IO, Any

from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import BaseParser

MAX_BYTES = 1_000_000
MAX_DEPTH = 64


class TooLarge(APIException):
    """The body of a request is larger than anything a client has reason to send."""

    status_code = 413
    default_detail = "This request contains more than 1 MB of JSON. Send long texts as a file (multipart/form-data)."


class StrictJSONParser(BaseParser):
    """Reads UTF-8 JSON of at most MAX_BYTES bytes and MAX_DEPTH levels."""

    media_type = "application/json"

    def parse(
        self, stream: IO[bytes], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """Return the value that the body spells. Raises TooLarge or ParseError, with a sentence."""
        check_encoding((parser_context or {}).get("encoding", "utf-8"))
        body = stream.read(MAX_BYTES + 1)
        if len(body) > MAX_BYTES:
            raise TooLarge
        value = _decode(body)
        check_storable(value)
        return value


def check_encoding(name: str) -> None:
    """Raise ParseError for a charset other than UTF-8."""
    try:
        is_utf8 = codecs.lookup(name).name == "utf-8"
    except LookupError:
        is_utf8 = False
    if not is_utf8:
        raise ParseError("JSON must be UTF-8. Send it in UTF-8, without another charset in Content-Type.")


def check_storable(value: object) -> None:
    """Raise ParseError where a value is nested too deeply or holds text that cannot be stored."""
    waiting = [(value, 1)]
    while waiting:
        item, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise ParseError(f"This JSON is nested more than {MAX_DEPTH} levels deep.")
        if isinstance(item, str):
            _check_text(item)
        elif isinstance(item, list):
            waiting.extend((child, depth + 1) for child in item)
        elif isinstance(item, dict):
            waiting.extend((child, depth + 1) for pair in item.items() for child in pair)
        elif item in (float("inf"), float("-inf")):
            raise ParseError("This JSON contains a number that is too large.")


def _decode(body: bytes) -> object:
    try:
        return json.loads(body.decode("utf-8"), object_pairs_hook=_object, parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise ParseError(f"This request is not UTF-8: byte {error.start} cannot be read.") from error
    except RecursionError as error:
        raise ParseError(f"This JSON is nested more than {MAX_DEPTH} levels deep.") from error
    except ValueError as error:
        raise ParseError(f"This is not JSON: {error}.") from error


def _object(pairs: list[tuple[str, object]]) -> dict:
    names = dict(pairs)
    if len(names) != len(pairs):
        # Two readers of one text must not disagree about which of two values counts.
        raise ParseError("This JSON repeats a name within one object.")
    return names


def _refuse_constant(name: str) -> None:
    raise ParseError(f"{name} is not a JSON number. Leave the field out, or send null.")


def _check_text(text: str) -> None:
    if "\0" in text:
        raise ParseError("This JSON contains the character U+0000, which cannot be stored.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ParseError("This JSON contains half a character (a lone surrogate), which cannot be stored.") from error
