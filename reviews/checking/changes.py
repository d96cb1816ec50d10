"""The kinds of change a cited passage can undergo, and how much each one matters."""

from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """What happened to a quote between the text it was taken from and the text that stands there now."""

    identical = "identical"
    moved = "moved"
    cosmetic = "cosmetic"
    rounding_equal = "rounding_equal"
    wording = "wording"
    hedge = "hedge"
    number_changed = "number_changed"
    unit_changed = "unit_changed"
    negation_changed = "negation_changed"
    entity_changed = "entity_changed"
    gone = "gone"
    uncertain = "uncertain"


QUIET = frozenset({Change.identical, Change.moved, Change.cosmetic, Change.rounding_equal})
"""Changes that raise nothing on anybody's desk."""

LOW = frozenset({Change.wording, Change.hedge})
"""Changes worth a look, that leave the verdict standing."""

ENDANGERING = frozenset(
    {Change.number_changed, Change.unit_changed, Change.negation_changed, Change.entity_changed, Change.gone}
)
"""Changes after which the verdict has to be judged again."""


@dataclass(frozen=True, slots=True)
class QuoteComparison:
    """A kind of change, where the passage stands now (offsets into the new text, None if nowhere), and a sentence for the analyst."""

    change: Change
    start: int | None
    end: int | None
    explanation: str
