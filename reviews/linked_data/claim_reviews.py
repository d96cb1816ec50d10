"""A verdict as schema.org's ClaimReview.

Source: https://schema.org/ClaimReview, and Google's guide to it, which asks for one address per reviewed claim. Only the
verdict that stands on a claim is given out, so that each claim has one.
"""

from core.article_language import language_of
from reviews.linked_data.publisher import Publisher
from reviews.ratings import Rating

CONTEXT = "https://schema.org"
#: The ends of the scale of `reviewRating`.
WORST, BEST = 1, 5


def claim_review(row: dict, *, publisher: Publisher) -> dict:
    """Return a verdict as JSON-LD without its context; `row` has the shape of the API."""
    rating = Rating(row["rating"])
    address = publisher.verdict(row["id"])
    return {
        "@type": "ClaimReview",
        "@id": address,
        "url": address,
        "inLanguage": language_of(row).code,
        "datePublished": row["published_at"],
        "author": {"@type": "Organization", "name": publisher.name, "url": publisher.site},
        "claimReviewed": row["claim"]["text"],
        "itemReviewed": {
            "@type": "Claim",
            "text": row["claim"]["text"],
            "appearance": _article(row["claim"]["article"]),
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": rating.row.points,
            "worstRating": WORST,
            "bestRating": BEST,
            "alternateName": rating.value.capitalize(),
        },
        "reviewBody": row["rationale"],
        "citation": [_cited(citation) for citation in row["citations"]],
        "identifier": {"@type": "PropertyValue", "propertyID": "ledger hash, SHA-256", "value": row["ledger"]["hash"]},
    }


def _article(article: dict) -> dict:
    return _known(
        {
            "@type": "Article",
            "headline": article["title"],
            "url": article["url"],
            "datePublished": article["published_on"],
        }
    )


def _cited(citation: dict) -> dict:
    source = citation["source"]
    publisher = source["publisher"] and {"@type": "Organization", "name": source["publisher"]}
    return _known(
        {
            "@type": "CreativeWork",
            "name": source["title"],
            "publisher": publisher,
            "url": source["url"],
            "text": citation["quote"],
        }
    )


def _known(described: dict) -> dict:
    """Return a description without what is not known of the thing: an empty address is no address."""
    return {name: value for name, value in described.items() if value}
