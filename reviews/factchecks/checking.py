"""One fact-check of others: which of its cells must be there, how long they may be, and what they are made into."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from core.translation.messages import Message, gettext_noop
from reviews.factchecks.ratings import known_rating, on_scale
from sources.extraction.characters import clean

#: The cells of a row, by the names that a CSV file has in its first line, with the characters that each may have.
CELLS = {
    "claim": 3_000,
    "url": 2_000,
    "publisher": 200,
    "rating": 500,
    "claimant": 300,
    "claimed_on": 10,
    "published_on": 10,
    "language": 16,
}
#: How the scale of a ClaimReview is handed on beside them; no column of a CSV file.
SCALE = ("value", "worst", "best")
_REQUIRED = ("claim", "url", "publisher", "rating")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ENTITY = re.compile(r"&#?\w{1,31};")
_EARLIEST = date(1900, 1, 1)

EMPTY = gettext_noop("“%(name)s” is empty.")
TOO_LONG = gettext_noop("“%(name)s” has %(count)s characters; at most %(most)s can be stored.")
NO_ADDRESS = gettext_noop("“%(url)s” is not a web address. Write it with https:// or http://.")
NO_DAY = gettext_noop("“%(day)s” in “%(name)s” is not a date. Write it as 2026-11-30.")
NO_LANGUAGE = gettext_noop("“%(language)s” is not a language code. Write it as en, pt-BR or zh-Hans.")


class FactCheckRefused(Exception):
    """A row that is no fact-check; the message says what to do."""


@dataclass(frozen=True, slots=True)
class FactCheck:
    """What somebody else found of a claim. `rating` is as they published it, `mapped_rating` ours, or empty."""

    claim: str
    url: str
    publisher: str
    rating: str
    mapped_rating: str = ""
    claimant: str = ""
    claimed_on: date | None = None
    published_on: date | None = None
    language: str = ""


def fact_check(cells: Mapping[str, str]) -> FactCheck:
    """Return the fact-check that these cells describe. Raises FactCheckRefused."""
    given = {name: _cleaned(cells.get(name, ""), is_address=name == "url") for name in (*CELLS, *SCALE)}
    scale = {name: given.pop(name) for name in SCALE}
    given["rating"] = given["rating"] or on_scale(**scale)
    for name in _REQUIRED:
        if not given[name]:
            raise FactCheckRefused(Message(EMPTY, name=name))
    for name, most in CELLS.items():
        if len(given[name]) > most and not name.endswith("_on"):
            raise FactCheckRefused(Message(TOO_LONG, name=name, count=len(given[name]), most=most))
    return FactCheck(
        claim=given["claim"],
        url=_address(given["url"]),
        publisher=given["publisher"],
        rating=given["rating"],
        mapped_rating=known_rating(given["rating"], **scale),
        claimant=given["claimant"],
        claimed_on=_day("claimed_on", given["claimed_on"]),
        published_on=_day("published_on", given["published_on"]),
        language=_language(given["language"]),
    )


def _cleaned(text: str, *, is_address: bool) -> str:
    """Return a text on one line, without what no database stores and with the signs that publishers wrote as entities.

    In an address `&copy` is the beginning of a parameter.
    """
    unescaped = text if is_address else _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return " ".join(clean(unescaped).split())


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_web = False
    if not is_web or " " in url:
        raise FactCheckRefused(Message(NO_ADDRESS, url=url[:200]))
    return url


def _day(name: str, text: str) -> date | None:
    """Return a day; the time of a moment is left out. One before 1900 stands for one that was not known."""
    if not text:
        return None
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        raise FactCheckRefused(Message(NO_DAY, name=name, day=text[:40])) from None
    return day if day >= _EARLIEST else None


def _language(code: str) -> str:
    if code and not _LANGUAGE.fullmatch(code):
        raise FactCheckRefused(Message(NO_LANGUAGE, language=code[:40]))
    return code
