"""Single values, and the numbers that are none: idioms, labels, clock times."""

import re

from claims.language.quantities.building import TermReading, build_quantity, measured_quantity, ordinal_quantity
from claims.language.quantities.comparators import comparator_before
from claims.language.quantities.exclusions import (
    ends_design,
    follows_name,
    glued_after,
    is_clock,
    is_indexed,
    is_indexed_by_word,
    is_label,
    is_lettered_label,
    is_rank,
    run_end,
)  # fmt: skip
from claims.language.quantities.fixed_phrases import in_fixed_phrase, is_some_day, stands_for_noun
from claims.language.quantities.terms import Term

_ONE_IDIOM = re.compile(
    r" (?:of|another|day|morning|evening|afternoon|night|hand|side|thing|party|time|by|that|who|which|or|and|is|was|has|can|would|could|should|may|might|must|to|in|on|at|for|with|as)\b|['’,.;:!?)]|-|$",
    re.I,
)
# "One in five pupils" counts, "one in the north" doesn't.
_ONE_OUT_OF = re.compile(
    r" (?:in|out of)(?: every)? (?:[1-9][0-9]{0,2}(?:,[0-9]{3})*(?![0-9])|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a hundred|a thousand)",
    re.I,
)
_WAR_BEHIND = re.compile(r"['’]? War\b")
_NUMBERS_BEFORE = re.compile(r"\b(?:numbers|numbered|numbering) $", re.I)
_AT_ONE_POINT = re.compile(r"\b(?:at|from) $", re.I)
# "Two-dimensional" and "one-way" name a kind.
_KIND_BEHIND = re.compile(r"-(?:dimensional|tailed|way|sided)\b", re.I)
_ONE_BEFORE = re.compile(
    r"\b(?:no|this|that|the|each|every|any|which|some|another|only|last|first|next|as|number|a|his|her|its|their|my|your|new|old|big|small|good)[ -]$",
    re.I,
)
_HALF_FOLLOWS = re.compile(
    r"[ -](?:of|the|an?|its|their|his|her|our|all|that|as)\b|[ -](?:hour|day|mile|year|century|dozen|million|a)", re.I
)
_HALF_PRECEDES = re.compile(
    r"\b(?:by|in|about|nearly|almost|roughly|over|under|than|only|least|approximately|to)[ -]$", re.I
)
_PART_FOLLOWS = re.compile(r" (?:of|the|an?|less|more|higher|lower|larger|smaller|as|its|their)\b|[,.;:)]|$", re.I)


def read_single(text: str, term: Term) -> TermReading:
    """Read a term that stands alone: one quantity, or none where the number names something."""
    if term.bare and term.numeral.step == 1 and term.counted != "time" and is_rank(text, term.numeral.start):
        return TermReading(
            (ordinal_quantity(text, term.numeral.start, term.numeral.end, int(term.numeral.value)),), term.numeral.end
        )
    if not _stands(text, term):
        return TermReading((), run_end(text, term.start) if text[term.start].isdigit() else term.end)
    if term.numeral.upper is not None:
        values = (term.numeral.value, term.numeral.upper)
        sign = comparator_before(text, term.start) or "="
        quantity = build_quantity(text, term.start, term.end, values, values, term.readings, term, sign)
        return TermReading((quantity,), term.end)
    return TermReading(
        (measured_quantity(text, term.start, term.end, term.value, term.step, term.readings, term),), term.end
    )


def _stands(text: str, term: Term) -> bool:
    numeral = term.numeral
    if in_fixed_phrase(text, numeral.start, numeral.end):
        return False
    if numeral.words:
        return not _is_idiom(text, term)
    if is_clock(text, numeral.end):
        return False
    if not (term.prefixed or _is_scaled_count(text, term)) and is_lettered_label(text, term.start, term.end):
        return False
    if not term.bare:
        return True
    if not term.suffixed and glued_after(text, numeral.end):
        return False
    if numeral.scale != 1 or term.suffixed:
        return True
    if is_label(text, numeral.start, numeral.end) and not _is_numbered(text, term):
        return False
    if ends_design(text, numeral.start, numeral.end):
        return False
    return term.counted is not None or not (follows_name(text, term.start) or is_indexed(text, numeral.start))


def _is_scaled_count(text: str, term: Term) -> bool:
    """Return whether a letter multiplies what is counted, as in "5M views"; 3M is a firm."""
    return term.numeral.scale != 1 and term.counted is not None and text[term.start : term.end] != "3M"


def _is_numbered(text: str, term: Term) -> bool:
    """Return whether a verb counts: "the crew numbers 174 sailors", where "numbers 5 and 6" name two."""
    return term.counted is not None and bool(_NUMBERS_BEFORE.search(text, 0, term.start))


def _is_idiom(text: str, term: Term) -> bool:
    printed = text[term.numeral.start : term.numeral.end].lower()
    if _WAR_BEHIND.match(text, term.end) or _KIND_BEHIND.match(text, term.numeral.end):
        return True
    if printed == "one" and term.bare and _ONE_OUT_OF.match(text, term.end):
        return False
    if printed == "one" and is_some_day(text, term.start, term.end):
        return True
    if printed == "one" and text.startswith(" point", term.end) and _AT_ONE_POINT.search(text, 0, term.start):
        return True
    if printed == "one" and term.bare:
        return bool(
            _ONE_IDIOM.match(text, term.end)
            or _ONE_BEFORE.search(text, max(0, term.start - 10), term.start)
            or stands_for_noun(text, term.start, term.end)
        )
    if printed == "half" and term.bare:
        precedes = _HALF_PRECEDES.search(text, max(0, term.start - 16), term.start)
        return not (precedes or _HALF_FOLLOWS.match(text, term.end))
    if term.numeral.part and term.bare and printed.split()[0] in ("a", "an"):
        return not _PART_FOLLOWS.match(text, term.end)
    if not term.bare:
        return False
    return is_label(text, term.start, term.numeral.end) or (
        term.counted is None and is_indexed_by_word(text, term.start)
    )
