"""The kinds of change a cited passage can undergo, and how much each one matters."""

from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """What happened to a quote between the text it was taken from and the text that stands there now."""

    IDENTICAL = "identical"
    MOVED = "moved"
    COSMETIC = "cosmetic"
    ROUNDING_EQUAL = "rounding_equal"
    WORDING = "wording"
    HEDGE = "hedge"
    NUMBER_CHANGED = "number_changed"
    UNIT_CHANGED = "unit_changed"
    NEGATION_CHANGED = "negation_changed"
    ENTITY_CHANGED = "entity_changed"
    GONE = "gone"
    UNCERTAIN = "uncertain"


QUIET = frozenset({Change.IDENTICAL, Change.MOVED, Change.COSMETIC, Change.ROUNDING_EQUAL})
"""Changes that raise nothing on anybody's desk."""

LOW = frozenset({Change.WORDING, Change.HEDGE})
"""Changes worth a look, that leave the verdict standing."""

ENDANGERING = frozenset(
    {Change.NUMBER_CHANGED, Change.UNIT_CHANGED, Change.NEGATION_CHANGED, Change.ENTITY_CHANGED, Change.GONE}
)
"""Changes after which the verdict has to be judged again."""


@dataclass(frozen=True, slots=True)
class QuoteComparison:
    """A kind of change, where the passage stands now (offsets into the new text, None if nowhere), and a sentence for the analyst."""

    change: Change
    start: int | None
    end: int | None
    explanation: str
