"""Where in a text something stands at the smallest edit distance, exact for texts of any script and length."""

from collections.abc import Iterable, Iterator

import edlib

Span = tuple[int, int]

_MOST_SYMBOLS = 256
"""How many different characters edlib takes, of both texts together."""

_PLACEHOLDERS = 2
"""One for every character that only the text has, one for every character that only what is sought has."""


def closest_spans(sought: str, text: str, *, within: int) -> list[Span]:
    """Return the spans of text at the smallest edit distance from sought, the first and the last of them.

    None where that distance is greater than `within`. sought and text must not be empty.
    """
    symbols = _few_symbols(sought, text)
    if symbols is None:
        return _closest_of_many_symbols(sought, text, within)
    result = edlib.align(*symbols, mode="HW", task="locations", k=within)
    if result["editDistance"] < 0:
        return []
    places = [(first or 0, last + 1) for first, last in result["locations"]]
    return list(dict.fromkeys((places[0], places[-1])))


def closest_distance(sought: str, text: str) -> int:
    """Return the edit distance between sought and the part of text that is nearest to it."""
    symbols = _few_symbols(sought, text)
    if symbols is None:
        return min(_distances(sought, text, from_start=False), default=len(sought))
    distance: int = edlib.align(*symbols, mode="HW")["editDistance"]
    return distance


def _few_symbols(sought: str, text: str) -> tuple[str, str] | None:
    """Write both with no more different characters than edlib takes; None where they share too many.

    Which characters differ from each other is all that an edit distance depends on, so those that can match nothing on
    the other side may be written alike.
    """
    of_sought, of_text = set(sought), set(text)
    if len(of_sought | of_text) <= _MOST_SYMBOLS:
        return sought, text
    shared = of_sought & of_text
    if len(shared) > _MOST_SYMBOLS - _PLACEHOLDERS:
        return None
    table = {ord(character): number for number, character in enumerate(sorted(shared), start=_PLACEHOLDERS)}
    return (
        sought.translate(table | dict.fromkeys(map(ord, of_sought - shared), 0)),
        text.translate(table | dict.fromkeys(map(ord, of_text - shared), 1)),
    )


def _closest_of_many_symbols(sought: str, text: str, within: int) -> list[Span]:
    distances = list(_distances(sought, text, from_start=False))
    smallest = min(distances)
    if smallest > within:
        return []
    first = distances.index(smallest)
    last = len(distances) - 1 - distances[::-1].index(smallest)
    return list(dict.fromkeys((_start(sought, text, end + 1, smallest), end + 1) for end in (first, last)))


def _start(sought: str, text: str, end: int, distance: int) -> int:
    """Return the first start of a span that ends there and has this distance."""
    reach = text[max(0, end - len(sought) - distance) : end]
    backwards = [len(sought), *_distances(sought[::-1], reversed(reach), from_start=True)]
    return end - max(length for length, found in enumerate(backwards) if found == distance)


def _distances(sought: str, text: Iterable[str], *, from_start: bool) -> Iterator[int]:
    """Yield, for every end in text, the smallest distance of sought from a part that ends there (the part from the start on).

    Myers, "A fast bit-vector algorithm for approximate string matching" (1999), in the form of Hyyrö (2003), on
    integers as long as what is sought.
    """
    all_bits, last_bit = (1 << len(sought)) - 1, 1 << len(sought) - 1
    places: dict[str, int] = {}
    for at, character in enumerate(sought):
        places[character] = places.get(character, 0) | 1 << at
    higher, lower, distance = all_bits, 0, len(sought)
    for character in text:
        same = places.get(character, 0)
        diagonal = (((same & higher) + higher) ^ higher) | same | lower
        right_higher = lower | ~(diagonal | higher) & all_bits
        right_lower = higher & diagonal
        distance += bool(right_higher & last_bit) - bool(right_lower & last_bit)
        right_higher = (right_higher << 1 | from_start) & all_bits
        right_lower = right_lower << 1 & all_bits
        higher = right_lower | ~(diagonal | right_higher) & all_bits
        lower = right_higher & diagonal
        yield distance
