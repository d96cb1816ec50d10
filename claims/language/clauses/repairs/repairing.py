"""The repairs of the table, made on one sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from claims.language.clauses.repairs.repair import Repair
from claims.language.clauses.repairs.table import REPAIRS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def repair_tree(doc: Doc, repairs: Iterable[Repair] = REPAIRS) -> list[str]:
    """Correct tags, heads and labels in place, each repair on the whole sentence before the next; name those that did."""
    made = []
    by_label = _by_label(doc)
    for repair in repairs:
        # To ask every token everything would cost a tenth of the parse.
        tokens = [token for label in repair.labels for token in by_label[label]] if repair.labels else doc
        if any([repair.correct(token) for token in tokens]):
            made.append(repair.name)
            by_label = _by_label(doc)
    return made


def _by_label(doc: Doc) -> defaultdict[str, list[Token]]:
    by_label = defaultdict(list)
    for token in doc:
        by_label[token.dep_].append(token)
    return by_label
