"""Verdicts as an Atom feed, newest first: what is new, and what was reversed.

Source: RFC 4287 (Atom), RFC 5005 (a feed in pages).
"""

import json
import re
from collections.abc import Generator
from datetime import UTC, datetime

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from reviews.api.export.texts import Chunks
from reviews.linked_data import Publisher
from reviews.models import ChangeKind
from reviews.ratings import Rating

#: What XML 1.0 cannot hold, however it is spelt.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_atom(chunks: Chunks, *, here: str = "", older: str = "") -> Generator[bytes]:
    """Yield a feed. `here` is the address of this page of it, and `older` that of the next one, where there is one."""
    publisher = Publisher.of_this_site()
    closing = b"</feed>\n"
    begun = False
    for rows in chunks:
        entries = [json.loads(row) for row in rows]
        if not begun:
            yield _head(publisher, updated=max(map(_updated, entries)), here=here, older=older)
            begun = True
        yield b"".join(_entry(row, publisher) for row in entries)
    if not begun:
        yield _head(publisher, updated=datetime.now(UTC), here=here, older=older)
    yield closing


def _head(publisher: Publisher, *, updated: datetime, here: str, older: str) -> bytes:
    feed = FeedGenerator()
    feed.id(f"{publisher.site}/v/")
    feed.title(f"Verdicts of {publisher.name}")
    feed.author(name=publisher.name, uri=publisher.site)
    feed.updated(updated)
    feed.link(href=f"{publisher.site}/", rel="alternate")
    for rel, address in (("self", here), ("next", older)):
        if address:
            feed.link(href=address, rel=rel)
    return feed.atom_str(pretty=False).removesuffix(b"</feed>") + b"\n"


def _entry(row: dict, publisher: Publisher) -> bytes:
    rating, kind = row["rating"].capitalize(), ChangeKind.after(row["superseded_rating"], row["rating"])
    title = _TITLES[kind].format(now=rating, before=(row["superseded_rating"] or "").capitalize())
    withdrawn = "Withdrawn: " if row["withdrawn_at"] else ""
    entry = FeedEntry()
    entry.id(publisher.verdict(row["id"]))
    entry.title(_clean(f"{withdrawn}{title}: {row['claim']['text']}"))
    entry.updated(_updated(row))
    entry.published(_moment(row))
    entry.link(href=publisher.verdict(row["id"]), rel="alternate")
    if row["supersedes"]:
        entry.link(href=publisher.verdict(row["supersedes"]), rel="related")
    entry.category(term=kind.value)
    entry.category(term=rating.lower(), label=str(Rating(row["rating"]).label))
    entry.summary(_clean(row["rationale"]))
    return etree.tostring(entry.atom_entry(), encoding="utf-8") + b"\n"


_TITLES = {
    ChangeKind.NEW: "{now}",
    ChangeKind.REAFFIRMED: "Still {now}",
    ChangeKind.REVERSED: "{now}, no longer {before}",
}


def _moment(row: dict) -> datetime:
    return datetime.fromisoformat(row["published_at"])


def _updated(row: dict) -> datetime:
    """Return when an entry last said something else: readers of a feed look again only at what moved."""
    return datetime.fromisoformat(row["withdrawn_at"] or row["published_at"])


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
