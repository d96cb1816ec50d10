"""Names of types, models and numbered things: RD-180, Su-35S, Arrow 3, Unit 4, and the nouns that say what kind they are."""

import re
from dataclasses import replace
from functools import lru_cache

from claims.language.vocabulary import word_set
from reviews.checking.frames.kinds import KINDS_OF_THINGS
from reviews.checking.words import ContentWord, stem

_NUMBERED = re.compile(
    r"(?<![\w.-])(?P<name>[A-Z][a-z]+|[A-Z]{2,})[ -](?P<number>\d{1,3}[A-Za-z]{0,2}|(?:19|20)\d\d|[IVX]{1,5}|[A-HJ-Z])"
    r"(?![\w%.,:/–-]*\d|[\w%'’])(?!\s+(?:per|percent|million|billion|thousand|hundred|or|to|of\s+(?:the\s+)?\d)\b)"
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_PLURAL_FOLLOWS = re.compile(r"\s+(?:[a-z-]+\s+)?[a-z-]+s\b")
_OPENS_PHRASE = re.compile(r"(?:^|[.!?;:]\s+|\b(?:the|an?|of|by|than)\s+)$", re.I)
_LEAD_WINDOW = 8
_NOT_NAMES = word_set("""in on at by of to for from with since until till before after during between about around over under nearly almost some only
    the a an and or but as than then that this these those it he she they we i january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday
    friday saturday sunday all both at least up no page pages chapter verse figure table approximately more less another other
    when while where if just exactly roughly within aged age around""")
_KINDS = frozenset(map(stem, KINDS_OF_THINGS))


def numbered_names(text: str) -> frozenset[str]:
    """Return the names of text that end in a number, a Roman numeral or a letter: "Arrow 3" and "Arrow-3" are "arrow3"."""
    return frozenset(_numbered(text).values())


def with_numbers(text: str, words: list[ContentWord]) -> list[ContentWord]:
    """Return the words with the number that belongs to a name as part of it: "Arrow" of "Arrow 3" is "arrow3"."""
    found = _numbered(text)
    return [replace(word, stem=found[word.start]) if word.start in found else word for word in words]


@lru_cache(maxsize=1_000)
def _numbered(text: str) -> dict[int, str]:
    """Return the plain form of every numbered name, by where it starts."""
    found = {}
    for match in _NUMBERED.finditer(normalised_hyphens(text)):
        name, number = match["name"].lower(), match["number"]
        opens = _OPENS_PHRASE.search(text[max(0, match.start() - _LEAD_WINDOW) : match.start()])
        counts = number.isdigit() and not opens and _PLURAL_FOLLOWS.match(text, match.end())
        if name not in _NOT_NAMES and not counts and not (len(number) == 1 and number in "AI"):
            found[match.start()] = name + number.lower()
    return found


def normalised_hyphens(text: str) -> str:
    """Return text with every hyphen as the plain one, each character in its place."""
    return re.sub("[\u2010-\u2012]", "-", text)


def have_siblings(some: frozenset[str], others: frozenset[str]) -> bool:
    """Return whether a designation of one set and one of the other name two things of one family.

    Families are RD-180 and RD-191, Arrow 2 and Arrow 3, Su-35 and Su-35S. The sets have none in common.
    """
    return not {key for name in some for key in _family_keys(name)}.isdisjoint(
        key for name in others for key in _family_keys(name)
    )


def _family_keys(name: str) -> set[tuple[str, str]]:
    """Return what a designation shares with its siblings: its letters, its name without a numeral, its number without a variant."""
    keys = {("letters", letters_of(name))}
    if family := _family(name):
        keys.add(("numbered", family))
    base = name.rstrip("abcdefghijklmnopqrstuvwxyz")
    if base[-1:].isdigit():
        keys.add(("variants", base))
    return keys


def _family(name: str) -> str:
    """Return the name that a Roman numeral or a letter follows: "julius" of "juliusii"."""
    found = re.fullmatch(r"([a-z]{3,}?)(?:[ivx]{1,5}|[a-z])", name)
    return found[1] if found and not any(c.isdigit() for c in name) else ""


def is_designation(stem: str) -> bool:
    """Return whether a stem has letters and digits, as "rd180" has, and is no ordinal such as "3rd"."""
    return letters_of(stem) not in ("", stem) and not _ORDINAL.fullmatch(stem)


def letters_of(stem: str) -> str:
    """Return a stem without its digits and signs."""
    return "".join(character for character in stem if character.isalpha())


def without_kinds(words: list[ContentWord], names: frozenset[str], known: frozenset[str]) -> list[ContentWord]:
    """Leave out the nouns right behind one of these names that only say what kind of thing it names, and that are not known.

    "The RD180 rocket engine" is the RD-180.
    """
    kept: list[ContentWord] = []
    openings = {name[:length] for name in names for length in range(1, len(name))}
    behind = False
    for word in words:
        is_kind = behind and word.stem in _KINDS and not word.is_capital
        behind = word.stem in names or is_kind or word.stem in openings
        if not is_kind or word.stem in known:
            kept.append(word)
    return kept
