"""What is shared out in parts: the parts that a list names cannot hold more than the whole, whole list or not."""

import re
from collections.abc import Iterator
from decimal import Decimal

from claims.language.findings.delexicalising import DelexicalisedSentence, Mistake, figure_slot
from claims.language.findings.intervals import Interval, interval_of
from claims.language.findings.printing import in_print, same_unit
from claims.language.quantities import Quantity

_TOTAL = figure_slot("total")
#: A bare number behind a name ("the Liberals 20") is read as none elsewhere, for it could be a model's.
_PART = r"(?:⟦\d+⟧|\d{1,3}(?:,\d{3})+|\d+)"
_BETWEEN = r"[^⟦⟧⦃⦄.;:()\d]{0,60}?"
_PARTS = rf"(?P<parts>{_PART}(?:{_BETWEEN},(?: and)?(?: {_BETWEEN})??\s?{_PART}|{_BETWEEN} and(?: {_BETWEEN})?\s?{_PART}){{1,7}})(?!\d)"
_GIVES = r"(?:gives?|gave|allots?|allotted|assigns?|assigned|sets? aside|allocates?|allocated|earmarks?|earmarked|devotes?|devoted)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # The budget of 90 million gives 40 million to roads, 30 million to schools and 30 million to hospitals.
        rf"{_TOTAL}(?: [\w' -]{{0,20}}?)? {_GIVES} {_PARTS} (?:to|for)\b",
        # Of the 14,200 votes Risova received 7,650, Panev 5,480 and Dema 2,170.
        rf"\bof (?:the |its )?(?:total of )?{_TOTAL}(?: [\w-]+){{0,3}}?,?(?: [\w'’-]+){{0,4}} (?:received|won|got|took|polled|held|has|had|went to) {_PARTS}",
        # Of the 480 million, 210 million will go to roads, 160 million to water and 120 million to schools.
        rf"\bof (?:the |its )?(?:total of )?{_TOTAL}(?: [\w-]+){{0,3}}?, {_PARTS}(?= to\b)",
        # The council has 61 seats. The Greens hold 30, the Liberals 20 and the Workers' Party 15.
        rf"\b(?:has|have|of) {_TOTAL} (?:seats|members|places|votes|deputies|councillors)[.;:,] [\w'’ -]{{1,30}} (?:hold|holds|held|has|have|had|won|took) {_PARTS}",
        # Fourteen were built in all. Eight went to the carrier, five to an airline and four to the air force.
        rf"{_TOTAL}(?: [a-z]+){{0,2}} (?:were|have been|had been) (?:built|made|produced|ordered|delivered|sold|completed|printed|issued)"
        rf"(?: in all| altogether| in total)?[.;] {_PARTS} to\b",
    )
)
#: Parts that have a verb each may overlap: "50 burned down and 40 were flooded".
_VERB = re.compile(r"\b(?:is|are|was|were|has|had|will|[a-z]{2,}ed|went|came|left|lost|won)\b", re.IGNORECASE)
_SPLIT = re.compile(r"⟦(\d+)⟧|(\d+(?:,\d{3})*)")


def overfull(passage: DelexicalisedSentence) -> Iterator[Mistake]:
    """Find lists that hold more than the whole they share out, in one sentence or two."""
    for pattern in _PATTERNS:
        for found in passage.matches(pattern):
            total, whole = found.quantity("total"), found.interval("total")
            parts = _parts(found.match["parts"], passage, total)
            if whole is None or parts is None or len(parts) < 3:
                continue
            together = parts[0][1]
            for _, value in parts[1:]:
                together = together.plus(value)
            if together.low > whole.high and not together.meets(whole):
                printed = " + ".join(surface for surface, _ in parts)
                yield (
                    total,
                    _first_part(found.match["parts"], passage) or total,
                    f"{printed} is {in_print(together.middle, total)}, not {total.surface}.",
                )


def _parts(words: str, passage: DelexicalisedSentence, total: Quantity) -> list[tuple[str, Interval]] | None:
    """Return what is printed for each part with its values; None where a part measures something else."""
    found = list(_SPLIT.finditer(words))
    for before, after in zip(found[1:], found[2:], strict=False):
        if _VERB.search(words[before.end() : after.start()]):
            return None
    parts: list[tuple[str, Interval]] = []
    for each in found:
        if each[2]:
            value = Decimal(each[2].replace(",", ""))
            parts.append((each[2], Interval(value, value)))
            continue
        figure = passage.figures[int(each[1])]
        values = interval_of(figure)
        if values is None or not _is_part(figure, total):
            return None
        parts.append((figure.surface, values))
    return parts


def _is_part(part: Quantity, total: Quantity) -> bool:
    if total.dimension in ("fraction", "time"):
        return False
    bare = part.dimension == "count" and part.counted is None
    return bare or (same_unit(part, total) and part.counted in (None, total.counted))


def _first_part(words: str, passage: DelexicalisedSentence) -> Quantity | None:
    first = re.search(r"⟦(\d+)⟧", words)
    return passage.figures[int(first[1])] if first else None
