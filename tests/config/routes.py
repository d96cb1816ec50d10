"""Every route of the URL configuration, as an address to ask it at."""

import re
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

#: What stands in an address for a part that changes; any other part gets the number 1.
SAMPLES = {"key": "plb_00000000000", "kind": "json", "file_type": "csv", "app_label": "auth"}
_NAMED_GROUP = re.compile(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")


def every_address() -> list[str]:
    """Return one address for each route."""
    return sorted(set(_addresses(get_resolver(), "/")))


def _addresses(resolver: URLResolver, before: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        address = before + _sample(entry)
        if isinstance(entry, URLPattern):
            yield address
        else:
            yield from _addresses(entry, address)


def _sample(entry: URLPattern | URLResolver) -> str:
    written = str(entry.pattern)
    if isinstance(entry.pattern, RoutePattern):
        return re.sub(r"<(?:\w+:)?(\w+)>", _value, written)
    plain = re.sub(r"\\([.\-/])", r"\1", _NAMED_GROUP.sub(_value, written))
    return plain.replace("^", "").replace("\\Z", "").replace("$", "").removesuffix("/?")


def _value(found: re.Match) -> str:
    return SAMPLES.get(found.group(1), "1")
