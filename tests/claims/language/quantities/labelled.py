"""The labelled sentences: what each one holds, by construct, and whether the reader finds exactly that."""

import json
from collections import Counter
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache
from pathlib import Path

from claims.language.quantities import quantity_as_json, read_quantities

_FILE = Path(__file__).resolve().parents[1] / "data" / "quantities.jsonl"
# Measured constants (a parsec, a dalton) differ behind the ninth digit from edition to edition.
_DIGITS = Context(prec=9)


@dataclass(frozen=True)
class Labelled:
    """One sentence of a construct, with every quantity it prints as `manage.py read_quantities` gives it."""

    construct: str
    text: str
    quantities: list[dict]

    @property
    def is_read_right(self) -> bool:
        return self.read() == self.expected()

    def read(self) -> list[dict]:
        """Return what the reader finds, its figures rounded to the digits that are compared."""
        return [_rounded(quantity_as_json(quantity)) for quantity in read_quantities(self.text)]

    def expected(self) -> list[dict]:
        """Return the labels, rounded alike."""
        return [_rounded(quantity) for quantity in self.quantities]


@cache
def labelled_sentences() -> tuple[Labelled, ...]:
    """Return the labelled sentences in the order of the file."""
    return tuple(Labelled(**json.loads(line)) for line in _FILE.read_text(encoding="utf-8").splitlines())


def table() -> str:
    """Return one line per construct: how many of its sentences are read exactly right."""
    all_of = Counter(sentence.construct for sentence in labelled_sentences())
    right = Counter(sentence.construct for sentence in labelled_sentences() if sentence.is_read_right)
    width = max(map(len, all_of))
    lines = [f"{construct:{width}}  {right[construct]:3} of {count:3}" for construct, count in all_of.items()]
    return "\n".join([*lines, f"{'all':{width}}  {right.total():3} of {all_of.total():3}"])


def _rounded(quantity: dict) -> dict:
    ends = {end: quantity[end] and _DIGITS.plus(Decimal(quantity[end])).normalize() for end in ("low", "high")}
    return quantity | ends
