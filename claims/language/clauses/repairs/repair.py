"""What a repair is: one error of the parser, its correction, and the sentence that shows both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class After:
    """A repair that must have run before: its name, why, and a sentence whose claims are wrong the other way round."""

    name: str
    why: str
    example: str


@dataclass(frozen=True)
class Repair:
    """One error of the parser and its correction.

    `correct` gets each token that has one of the dependency `labels` (each token at all, where there are none), corrects
    the tree around it if it shows the `error`, and returns whether it did. Without the repair, `example` gives wrong
    claims.
    """

    name: str
    correct: Callable[[Token], bool]
    labels: tuple[str, ...]
    error: str
    example: str
    after: tuple[After, ...] = ()
