"""The Atom feed of verdicts, newest first, a page at a time: the same for programs with a key and for everybody."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviews import queries
from reviews.api.export.atom import as_atom
from reviews.api.export.formats import FORMATS
from reviews.api.rows import chunks

#: Verdicts of one page.
FEED = 100
ATOM = FORMATS["atom"]


@dataclass(frozen=True)
class FeedPage:
    """The numbers of a page's verdicts, newest first, and whether older ones follow."""

    numbers: list[int]
    has_older: bool

    def write(self, *, address: str, here: str) -> Iterator[bytes]:
        """Yield the feed. `address` is that of its first page, and `here` that of this one."""
        return as_atom(
            chunks(queries.published().filter(pk__in=self.numbers), newest_first=ATOM.newest_first, row=ATOM.row),
            here=here,
            older=f"{address}?before={self.numbers[-1]}" if self.has_older else "",
        )


def feed_page(*, before: int | None) -> FeedPage:
    """Return the newest page, or that of the verdicts before the one with this number."""
    found = queries.published() if before is None else queries.published().filter(pk__lt=before)
    numbers = list(found.order_by("-pk").values_list("pk", flat=True)[: FEED + 1])
    return FeedPage(numbers[:FEED], has_older=len(numbers) > FEED)
