"""How a text stands to one of its statements: the kinds of it, and the sentence that an analyst reads."""

from dataclasses import dataclass
from enum import StrEnum


class Factuality(StrEnum):
    """Whether a text states something as a fact, or in which way it does not."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    ALLEGED = "alleged"
    ALMOST = "almost"
    ASKED = "asked"
    OPEN = "open"
    DENIED = "denied"
    CORRECTED = "corrected"


_RANK = {factuality: rank for rank, factuality in enumerate(Factuality)}
SENTENCES = {
    Factuality.PLANNED: "The evidence speaks of a plan, a wish or an expectation, not of a fact: see “{}”.",
    Factuality.POSSIBLE: "The evidence says only that it may be so: see “{}”.",
    Factuality.CONDITIONAL: "The evidence says what would or ought to be, not what is: see “{}”.",
    Factuality.ALLEGED: "The evidence reports it as somebody's claim, not as a fact: see “{}”.",
    Factuality.ALMOST: "The evidence says that it nearly happened: see “{}”.",
    Factuality.ASKED: "The evidence only asks whether it is so: see “{}”.",
    Factuality.OPEN: "The evidence leaves open whether it is so: see “{}”.",
    Factuality.DENIED: "The evidence reports that somebody denies it: see “{}”.",
    Factuality.CORRECTED: "The evidence mentions it as something that was taken back: see “{}”.",
}


@dataclass(frozen=True, slots=True)
class Stance:
    """Whether a statement is affirmed or denied in the text, how factual it is, and the words that say so."""

    is_affirmed: bool = True
    factuality: Factuality = Factuality.ASSERTED
    words: str = ""
    negation: str = ""

    def with_factuality(self, factuality: Factuality, words: str) -> "Stance":
        """Return the stance under one more operator; the stronger doubt stays."""
        if _RANK[factuality] <= _RANK[self.factuality]:
            return self
        return Stance(self.is_affirmed, factuality, words, self.negation)

    def denied(self, words: str) -> "Stance":
        """Return the stance under one more negation."""
        return Stance(not self.is_affirmed, self.factuality, self.words, words)

    def rejected(self, words: str) -> "Stance":
        """Return the stance where the text itself calls the statement false; that it was alleged matters no more."""
        factuality = Factuality.ASSERTED if self.factuality is Factuality.ALLEGED else self.factuality
        return Stance(not self.is_affirmed, factuality, self.words, words)


_AS_SURE = {
    Factuality.PLANNED: frozenset({Factuality.PLANNED}),
    Factuality.POSSIBLE: frozenset({Factuality.POSSIBLE, Factuality.PLANNED}),
    Factuality.CONDITIONAL: frozenset({Factuality.CONDITIONAL, Factuality.PLANNED}),
    Factuality.ALLEGED: frozenset({Factuality.ALLEGED}),
}


def lets_stand(claimed: Stance, found: Stance) -> bool:
    """Return whether evidence of this stance says it at least as firmly as the claim does."""
    if found.factuality is Factuality.ASSERTED:
        return True
    return found.factuality in _AS_SURE.get(claimed.factuality, {claimed.factuality})
