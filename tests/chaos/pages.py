"""The pages that the harness cites: what each says first, what it says later, and what a look must find."""

import re
from collections.abc import Callable

from sources.fetching import FetchOutcome, FetchResult
from tests.factories import Web

LINES = 25
#: Of three pages one has changed in some of its figures, one in a sentence that nobody cites, and one not at all.
KINDS = ("figures", "elsewhere", "same")
_NUMBER = re.compile(r"//page-([0-9]+)\.")


def address_of(page: int) -> str:
    return f"https://page-{page}.example/log"


def lines_of(page: int, *, later: bool = False) -> list[str]:
    """The sentences of a page that are cited."""
    return [
        f"Run {number} of series {page} reached {4100 + number + 7 * (later and is_changed(page, number))} kN on stand A."
        for number in range(LINES)
    ]


def text_of(page: int, *, later: bool = False) -> str:
    """A page with its cited lines, the later one with what has changed."""
    heading = "The log, in a new edition." if later and KINDS[page % 3] == "elsewhere" else "The log."
    return "\n".join([heading, *lines_of(page, later=later)])


def is_changed(page: int, number: int) -> bool:
    """Whether a look at this line of this page must find another number."""
    return KINDS[page % 3] == "figures" and number % 10 == 0


def fetch_with(*, later: bool, before: Callable[[], None] = lambda: None) -> Callable[..., FetchResult]:
    """A way out that reaches these pages and nothing else; `before` is done first, each time."""

    def fetch(url: str, **_validators: object) -> FetchResult:
        before()
        body = text_of(int(_NUMBER.search(url)[1]), later=later).encode()
        return Web.answer(url, FetchOutcome.OK, "The page was fetched.", body=body, media_type="text/plain")

    return fetch
