"""Reading quantities against quantulum3; run by itself, the constructs of the labelled sentences one by one."""

import logging
import sys

from quantulum3 import parser

from claims.language.quantities import read_quantities
from tests.bench.measuring import Outcome, at_least, cpu_seconds, speed_ratio
from tests.bench.prose import articles
from tests.claims.language.quantities.labelled import labelled_sentences, table


def measure() -> list[Outcome]:
    """Report sentences read per second, and how that compares on labelled sentences and on prose."""
    logging.disable(logging.WARNING)  # quantulum3 tells of every unit it doesn't know
    sentences = [sentence.text for sentence in labelled_sentences()]
    speed = len(sentences) / cpu_seconds(lambda: _read_all(sentences))
    right = sum(sentence.is_read_right for sentence in labelled_sentences())
    return [
        Outcome("quantities: read right", f"{right} of {len(sentences)} sentences", "all", right == len(sentences)),
        Outcome("quantities: speed", f"{speed:,.0f} sentences/s"),
        at_least("quantities / quantulum3", _against_quantulum(sentences), 10),
        at_least("quantities / same, on prose", _against_quantulum(articles()), 10),
    ]


def _against_quantulum(texts: list[str] | tuple[str, ...]) -> float:
    return speed_ratio(lambda: _read_all(texts), lambda: [_quantulum(text) for text in texts])


def _read_all(texts: list[str] | tuple[str, ...]) -> None:
    for text in texts:
        read_quantities(text)


def _quantulum(text: str) -> list:
    try:
        return parser.parse(text)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, ZeroDivisionError):
        # Some sentences make it raise; the time until then is what it took.
        return []


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
