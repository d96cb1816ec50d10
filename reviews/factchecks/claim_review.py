"""The cells of a fact-check out of a ClaimReview, however its publisher nested it.

Source: https://schema.org/ClaimReview, and Google's guide to it. Names are taken with and without `schema:` or the address of
schema.org in front, single things with and without a list around them, people and organisations by name or as a text.
"""

from collections.abc import Iterator
from typing import Any

#: What holds other things: a graph of JSON-LD, a feed, an item of one, a list.
HOLDERS = ("@graph", "dataFeedElement", "item", "itemListElement", "claimReview")
_DEEPEST = 6

Thing = dict[str, Any]


def claim_reviews(thing: object, depth: int = 0) -> Iterator[Thing]:
    """Yield every ClaimReview in a piece of JSON-LD, by the names of schema.org without what stands in front of them."""
    if depth >= _DEEPEST:
        return
    if isinstance(thing, list):
        for each in thing:
            yield from claim_reviews(each, depth + isinstance(each, list))
    elif isinstance(thing, dict):
        named = _by_short_names(thing)
        if "ClaimReview" in {_short(kind) for kind in _texts(named.get("@type"))}:
            yield named
            return
        for holder in HOLDERS:
            yield from claim_reviews(named.get(holder), depth + 1)


def cells_of(review: Thing) -> dict[str, str]:
    """Return the cells of a fact-check; what the review does not say is empty."""
    claim, rating = _thing(review.get("itemReviewed")), _thing(review.get("reviewRating"))
    address = _address(review.get("url")) or _address(review.get("@id")) or _address(review.get("mainEntityOfPage"))
    return {
        "claim": _text(review.get("claimReviewed")) or _text(claim.get("text")) or _text(claim.get("name")),
        "url": address,
        "publisher": _name(review.get("author")) or _name(review.get("publisher")),
        "rating": _text(rating.get("alternateName")) or _text(rating.get("name")),
        "value": _text(rating.get("ratingValue")),
        "worst": _text(rating.get("worstRating")),
        "best": _text(rating.get("bestRating")),
        "claimant": _name(claim.get("author")),
        "claimed_on": _day(claim.get("datePublished")),
        "published_on": _day(review.get("datePublished")),
        "language": _language(review.get("inLanguage")),
    }


def _by_short_names(thing: Thing) -> Thing:
    return {_short(name): value for name, value in thing.items()}


def _short(name: str) -> str:
    """Return the name of a property or kind without `schema:` or https://schema.org/ in front."""
    return name if name.startswith("@") else name.rpartition("/")[2].rpartition(":")[2]


def _first(value: object) -> object:
    while isinstance(value, list):
        value = value[0] if value else None
    return value


def _thing(value: object) -> Thing:
    value = _first(value)
    return _by_short_names(value) if isinstance(value, dict) else {}


def _texts(value: object) -> list[str]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]


def _text(value: object) -> str:
    """Return a text, a number in its spelling, or the text that stands in `@value`."""
    value = _first(value)
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, bool):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value) if isinstance(value, str | int | float) else ""


def _name(value: object) -> str:
    return _text(value) or _text(_thing(value).get("name"))


def _address(value: object) -> str:
    return _text(value) or _text(_thing(value).get("@id")) or _text(_thing(value).get("url"))


def _language(value: object) -> str:
    """Return the code of a language; a name of one (“English”) says none."""
    code = _text(value) or _text(_thing(value).get("alternateName"))
    return code.replace("_", "-") if 2 <= len(code) <= 16 and code[2:3] in ("", "-", "_") else ""


def _day(value: object) -> str:
    """Return the day of a moment as ISO 8601 writes it; nothing where it is written otherwise, so that none is guessed."""
    day = _text(value)[:10]
    return day if len(day) == 10 and day[4] == day[7] == "-" and day.replace("-", "").isdecimal() else ""
