"""Verdicts as JSON-LD: ClaimReview, the feed of them that Data Commons takes, and Web Annotation."""

import json
from collections.abc import Callable, Generator, Iterable
from itertools import chain

from reviews.api.export.texts import Chunks
from reviews.linked_data import Publisher, annotation, claim_review
from reviews.linked_data.annotations import CONTEXT as ANNOTATIONS
from reviews.linked_data.claim_reviews import CONTEXT as SCHEMA_ORG


def as_claim_reviews(chunks: Chunks) -> Generator[bytes]:
    """Yield one document with a ClaimReview for each verdict that stands."""
    publisher = Publisher.of_this_site()
    return _document({"@context": SCHEMA_ORG}, "@graph", chunks, lambda row: [claim_review(row, publisher=publisher)])


def as_data_feed(chunks: Chunks) -> Generator[bytes]:
    """Yield one schema.org DataFeed, as Data Commons takes ClaimReviews of a whole site.

    Source: https://datacommons.org/factcheck/faq.
    """
    publisher = Publisher.of_this_site()
    head = {
        "@context": SCHEMA_ORG,
        "@type": "DataFeed",
        "name": f"Verdicts of {publisher.name}",
        "url": publisher.site,
    }
    return _document(head, "dataFeedElement", chunks, lambda row: [_feed_item(row, publisher)])


def as_annotations(chunks: Chunks) -> Generator[bytes]:
    """Yield one page of annotations: each citation of each verdict, at its place in its source."""
    publisher = Publisher.of_this_site()
    head = {
        "@context": ANNOTATIONS,
        "id": f"{publisher.site}/api/v1/export/verdicts.annotations.jsonld",
        "type": "AnnotationPage",
        "partOf": {
            "id": f"{publisher.site}/api/v1/export/verdicts.annotations.jsonld#all",
            "type": "AnnotationCollection",
            "label": f"Citations of the verdicts of {publisher.name}; offsets count Unicode code points of the cached text",
        },
        "startIndex": 0,
    }
    return _document(
        head,
        "items",
        chunks,
        lambda row: [annotation(row, citation, publisher=publisher) for citation in row["citations"]],
    )


def _feed_item(row: dict, publisher: Publisher) -> dict:
    return {
        "@type": "DataFeedItem",
        "dateCreated": row["published_at"],
        "item": claim_review(row, publisher=publisher),
    }


def _document(head: dict, name: str, chunks: Chunks, described: Callable[[dict], Iterable[dict]]) -> Generator[bytes]:
    """Yield an object that lists what its rows are described as; it is closed only after the last row."""
    yield (_spelt(head)[:-1] + f',"{name}":[').encode()
    separator = "\n"
    for rows in chunks:
        items = list(chain.from_iterable(described(json.loads(row)) for row in rows))
        if items:
            yield (separator + ",\n".join(map(_spelt, items))).encode()
            separator = ",\n"
    yield b"\n]}\n"


_spelt = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
