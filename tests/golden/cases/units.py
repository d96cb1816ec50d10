"""Every way in which the tables of the rules print a unit or a currency."""

from collections.abc import Iterable

from claims.language.units.currencies import CODES, SIGNS, SPELLED
from claims.language.units.vocabulary import SYMBOLS, WORDS
from tests.golden.records import Case


def cases() -> Iterable[Case]:
    """Return one printed form for each row of the tables."""
    return [(form,) for form in sorted({*SYMBOLS, *WORDS, *SPELLED, *SIGNS, *CODES})]
