"""A citation of a verdict as an annotation of its source.

Source: W3C, Web Annotation Data Model, 2017: 4.2.4 Text Quote Selector, 4.2.5 Text Position Selector, whose offsets count
Unicode code points, and 4.3.1 Time State.
"""

from reviews.linked_data.publisher import Publisher

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotation(row: dict, citation: dict, *, publisher: Publisher) -> dict:
    """Return a citation as JSON-LD without its context; it has its `prefix` and `suffix` beside the API's fields.

    Both selectors name the same words of the text that was read of the source at `sourceDate`: by the words with what
    stands around them, and by their place in that text, which is kept at `cached`.
    """
    kept = publisher.snapshot(citation["snapshot"]["id"])
    return {
        "id": f"{publisher.verdict(row['id'])}#citation-{citation['id']}",
        "type": "Annotation",
        "motivation": "assessing",
        "created": row["published_at"],
        "creator": {"type": "Organization", "name": publisher.name, "homepage": publisher.site},
        "body": [
            _text(row["claim"]["text"], purpose="describing"),
            _text(citation["stance"], purpose="classifying"),
            _text(row["rating"], purpose="tagging"),
            _text(row["rationale"], purpose="commenting"),
        ],
        "target": {
            "type": "SpecificResource",
            "source": citation["source"]["url"] or kept,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": citation["quote"],
                    "prefix": citation["prefix"],
                    "suffix": citation["suffix"],
                },
                {"type": "TextPositionSelector", "start": citation["start"], "end": citation["end"]},
            ],
            "state": {"type": "TimeState", "sourceDate": citation["snapshot"]["captured_at"], "cached": kept},
        },
    }


def _text(value: str, *, purpose: str) -> dict:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
