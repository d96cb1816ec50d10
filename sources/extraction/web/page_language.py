"""The language that a page says it is written in."""

import re
from collections.abc import Iterator

from lxml import html

_TAG = re.compile(r"^([A-Za-z]{2,3})((?:-[A-Za-z0-9]{2,8}){0,3})$")
_NO_LANGUAGE = frozenset(["und", "zxx", "mul", "mis", "art"])
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def language_of(root: html.HtmlElement) -> str | None:
    """Return the language of a page as a BCP 47 tag, None where it states none that can be one.

    The language of the document's element goes before that of its header fields, and that before those of networks.
    """
    return next((tag for stated in _stated(root) if (tag := _as_tag(stated))), None)


def _stated(root: html.HtmlElement) -> Iterator[str]:
    for element in (root, root.find("body")):
        if element is not None:
            yield element.get("lang") or element.get(_XML_LANG) or element.get("xml:lang") or ""
    by_name = {
        (meta.get("http-equiv") or meta.get("name") or meta.get("property") or "").lower(): meta.get("content", "")
        for meta in root.iter("meta")
    }
    for name in ("content-language", "language", "dc.language", "dcterms.language", "og:locale"):
        yield by_name.get(name, "")


def _as_tag(stated: str) -> str | None:
    # A header field may name several: then the page is not in one language.
    found = _TAG.match(stated.strip().replace("_", "-"))
    if not found or found[1].lower() in _NO_LANGUAGE:
        return None
    parts = [part for part in found[2].split("-") if part]
    cased = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part.lower() for part in parts]
    return "-".join([found[1].lower(), *cased])
