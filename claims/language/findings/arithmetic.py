"""Arithmetic inside one sentence that does not come out: changes, parts and wholes, ratios, orders and ages."""

import re
from collections.abc import Callable, Iterator

from claims.language.findings.changes import change_errors, doubling_errors, later_change_errors
from claims.language.findings.conversions import conversion_errors
from claims.language.findings.delexicalising import DelexicalisedSentence, Mistake, delexicalise
from claims.language.findings.durations import (
    age_errors,
    anniversary_errors,
    day_length_errors,
    later_errors,
    length_errors,
)
from claims.language.findings.exclusive_parts import division_errors, exclusive_part_errors
from claims.language.findings.part_whole import part_whole_errors
from claims.language.findings.products import product_errors
from claims.language.findings.ratios import ratio_errors, size_errors
from claims.language.findings.sharing_out import overfull
from claims.language.kinds import NON_ASSERTIVE, FindingKind
from claims.language.quantities import Quantity
from claims.language.results import Contradiction, ExtractedClaim

_CHECKS: tuple[Callable[[DelexicalisedSentence], Iterator[Mistake]], ...] = (
    change_errors,
    conversion_errors,
    part_whole_errors,
    exclusive_part_errors,
    overfull,
    product_errors,
    ratio_errors,
    age_errors,
    length_errors,
    day_length_errors,
    anniversary_errors,
    later_errors,
)
#: What two sentences one after the other say together.
_PASSAGE_CHECKS: tuple[Callable[[DelexicalisedSentence], Iterator[Mistake]], ...] = (
    later_change_errors,
    doubling_errors,
    overfull,
    division_errors,
    product_errors,
    size_errors,
    later_errors,
)
#: Without one of these words no check of two sentences has anything to say.
_TOGETHER = re.compile(
    r"\b(?:more|less|fewer|higher|lower|doubled|tripled|trebled|quadrupled|halved|hold|holds|held|have|has|had|won|took|voted|"
    r"cast|built|made|produced|ordered|delivered|sold|printed|issued|each|apiece|per|half|twice|double|times|third|later|afterwards|earlier|before that|after that)\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|half|third|[a-z]+teen|[a-z]+ty)\b)"
_TWO_FIGURES = re.compile(rf"{_NUMBER}.*{_NUMBER}", re.DOTALL | re.IGNORECASE)
#: Two sentences longer than this are no passage about one thing.
_LONGEST = 600


def arithmetic_errors(claims: list[ExtractedClaim], text: str) -> list[Contradiction]:
    """Check the arithmetic that each sentence with several figures shows, and each with the next one."""
    by_sentence: dict[tuple[int, int], list[int]] = {}
    for index, claim in enumerate(claims):
        if claim.kind not in NON_ASSERTIVE:
            by_sentence.setdefault((claim.sentence_start, claim.sentence_end), []).append(index)
    found = []
    spans = sorted(by_sentence)
    for at, (start, end) in enumerate(spans):
        indexes = by_sentence[start, end]
        found += [_stated(mistake, indexes, indexes, claims) for mistake in mistakes_in(text[start:end])]
        if at + 1 < len(spans) and _is_passage(text, (start, end), spans[at + 1]):
            second = by_sentence[spans[at + 1]]
            found += [
                _stated(mistake, indexes + second, second + indexes, claims)
                for mistake in mistakes_across(text[start : spans[at + 1][1]])
            ]
    return found


def mistakes_in(sentence: str) -> Iterator[Mistake]:
    """Check the figures of one sentence against each other."""
    if not _has_figures(sentence):
        return
    delexicalised = delexicalise(sentence)
    if len(delexicalised.figures) + len(delexicalised.dates) > 1:
        for check in _CHECKS:
            yield from check(delexicalised)


def mistakes_across(passage: str) -> Iterator[Mistake]:
    """Check the figures of two sentences against each other."""
    if not _has_figures(passage) or not _TOGETHER.search(passage):
        return
    delexicalised = delexicalise(passage)
    if len(delexicalised.figures) + len(delexicalised.dates) > 1:
        for check in _PASSAGE_CHECKS:
            yield from check(delexicalised)


def _has_figures(sentence: str) -> bool:
    return _TWO_FIGURES.search(sentence) is not None


def _is_passage(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    gap = text[first[1] : second[0]]
    return gap.isspace() and "\n" not in gap and second[1] - first[0] <= _LONGEST


def _stated(mistake: Mistake, firsts: list[int], seconds: list[int], claims: list[ExtractedClaim]) -> Contradiction:
    one, other, words = mistake
    return Contradiction(
        FindingKind.SELF_CONTRADICTION, _stating(one, firsts, claims), _stating(other, seconds, claims), words
    )


def _stating(quantity: Quantity, indexes: list[int], claims: list[ExtractedClaim]) -> int:
    """Return the claim that prints the quantity; the first claim of the sentence where none does."""
    return next((index for index in indexes if quantity.surface in claims[index].text), indexes[0])
