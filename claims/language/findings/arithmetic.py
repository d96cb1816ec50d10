"""Arithmetic inside one sentence that does not come out: changes, parts and wholes, ratios, orders and ages."""

from collections.abc import Callable, Iterator

from claims.language.findings.changes import change_errors
from claims.language.findings.delexicalising import DelexicalisedSentence, Mistake, delexicalise
from claims.language.findings.durations import age_errors, length_errors
from claims.language.findings.part_whole import part_whole_errors
from claims.language.findings.ratios import ratio_errors
from claims.language.kinds import NON_ASSERTIVE, FindingKind
from claims.language.quantities import Quantity
from claims.language.results import Contradiction, ExtractedClaim

_CHECKS: tuple[Callable[[DelexicalisedSentence], Iterator[Mistake]], ...] = (
    change_errors,
    part_whole_errors,
    ratio_errors,
    age_errors,
    length_errors,
)


def arithmetic_errors(claims: list[ExtractedClaim], text: str) -> list[Contradiction]:
    """Check the arithmetic that each sentence with several figures shows."""
    by_sentence: dict[tuple[int, int], list[int]] = {}
    for index, claim in enumerate(claims):
        if claim.kind not in NON_ASSERTIVE:
            by_sentence.setdefault((claim.sentence_start, claim.sentence_end), []).append(index)
    found = []
    for (start, end), indexes in by_sentence.items():
        sentence = text[start:end]
        if sum(character.isdigit() for character in sentence) > 1:
            found += [
                Contradiction(
                    FindingKind.SELF_CONTRADICTION,
                    _stating(one, indexes, claims),
                    _stating(other, indexes, claims),
                    words,
                )
                for one, other, words in mistakes_in(sentence)
            ]
    return found


def mistakes_in(sentence: str) -> Iterator[Mistake]:
    """Check the figures of one sentence against each other."""
    delexicalised = delexicalise(sentence)
    if len(delexicalised.figures) + len(delexicalised.dates) > 1:
        for check in _CHECKS:
            yield from check(delexicalised)


def _stating(quantity: Quantity, indexes: list[int], claims: list[ExtractedClaim]) -> int:
    """Return the claim of the sentence that prints the quantity; its first claim where none does."""
    return next((index for index in indexes if quantity.surface in claims[index].text), indexes[0])
