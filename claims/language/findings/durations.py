"""Years that do not fit their dates: "since 1990 … for 40 years" in an article of 2023, ages against births and deaths."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from claims.language.dates import DateSpan
from claims.language.findings.delexicalising import WORDS, DelexicalisedSentence, Mistake, date_slot, figure_slot
from claims.language.kinds import NON_ASSERTIVE, FindingKind
from claims.language.quantities import Quantity, read_quantities
from claims.language.results import Contradiction, ExtractedClaim

_LASTING = re.compile(
    r"\b(?:for|lasted|lasting|spanned|spanning|took|spent|over|in|during)\s+(?:(?:the|past|last|more|than|about|around|some|"
    r"nearly|almost|over|roughly|at|least|a|total|of)\s+)*$",
    re.IGNORECASE,
)
#: What lasted so long fills its span; what one did "for two years" need not.
_WHOLE_TIME = re.compile(r"\b(?:lasted|lasting|spanned|spanning|took)\b[^.]{0,25}$", re.IGNORECASE)
_POINT_IN_TIME = re.compile(r"^[\s-]*(?:old|ago|later|earlier|after|before|from now|of age)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:the\s+|about\s+)?$", re.IGNORECASE)
#: How many years the printed date leaves open.
_OPEN_YEARS = {"day": 0, "month": 0, "quarter": 0, "season": 0, "half": 0, "year": 1, "decade": 9}


_BORN, _DIED, _AGE = date_slot("born"), date_slot("died"), figure_slot("age")
_AGED = rf"(?:aged|at the age of|at age|at) {_AGE}"
_LIVES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bborn (?:in |on )?{_BORN}{WORDS}{{0,60}}?\bdied (?:in |on )?{_DIED},? {_AGED}(?! (?:{WORDS}{{0,20}})?(?:later|after))",
        rf"\bborn (?:in |on )?{_BORN}{WORDS}{{0,60}}?\bdied {_AGED},? (?:in |on ){_DIED}",
        rf"\bborn (?:in |on )?{_BORN}{WORDS}{{0,60}}? was {_AGE}(?: years old)? when (?:he|she) died (?:in |on ){_DIED}",
    )
)
#: "Arvo Lind (1920-1985) painted until his death at the age of 80".
_LIFE_IN_BRACKETS = re.compile(
    rf"^(?:[A-Z][\w'’.-]* ){{1,4}}\({date_slot('life')}\){WORDS}{{0,60}}?\b(?:died|death) (?:aged|at the age of|at age) {_AGE}(?=[.,;]|$)"
)
_LENGTH_BEHIND = re.compile(
    rf"{date_slot('span')}(?:,| \(|,? or|,? that is,?|,? i\.e\.,?)(?: a (?:period|reign|term|rule|career|span) of| for| some| or| over)* "
    rf"{figure_slot('years')}(?=[,.;)]|$| the\b)",
    re.IGNORECASE,
)
#: "The war, which lasted from 1912 to 1918, went on for eleven years".
_LENGTH_SAID_OF_SPAN = re.compile(
    rf"\b(?:lasted|ran|raged|continued|went on|dragged on|reigned|ruled|stretched)(?: from)? {date_slot('span')}, (?:and )?(?:it )?"
    rf"(?:went on for|lasted|lasted for|dragged on for|took|continued for) {figure_slot('years')}(?=[,.;)]|$)",
    re.IGNORECASE,
)
#: "began in 2001 and ended in 2009, so that the tunnel took four years to build".
_FROM_START_TO_END = re.compile(
    rf"\b(?:began|begun|started|commenced|was founded|broke out) (?:in |on )?{date_slot('first')}{WORDS}{{0,40}}?\b(?:ended|finished|was completed|"
    rf"were completed|was finished|concluded|closed) (?:in |on )?{date_slot('last')}, (?:so that |so |and so |having |in all )(?:{WORDS}{{0,30}}? )??"
    rf"(?:took|taken|lasted|went on for) {figure_slot('years')}",
    re.IGNORECASE,
)
#: "lasted ten days, from 3 May to 23 May 2009".
_LENGTH_BEFORE = re.compile(
    rf"\b(?:lasted|ran|went on|continued|took|spent)(?: for)? {figure_slot('length')}(?: there)?,? (?:from|between) {date_slot('span')}",
    re.IGNORECASE,
)
_DAYS_IN = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("30.44")}
#: "founded in 1950, celebrated its 50th anniversary in 2010".
_ANNIVERSARY = re.compile(
    rf"\b(?:founded|established|opened|born|created|built|set up|married|formed)(?: in| on) {date_slot('first')}{WORDS}{{0,60}}?\b(?:its|their|his|her|the) "
    rf"(?P<number>\d+)(?:st|nd|rd|th) (?P<what>anniversary|birthday) (?:in|on) {date_slot('last')}",
    re.IGNORECASE,
)
#: "signed in 1990 and expired ten years later, in 2005".
_LATER = re.compile(
    rf"{date_slot('first')}{WORDS}{{1,80}}?(?:\. )?{figure_slot('years')} (?P<way>later|afterwards|after that|earlier|before that),? (?:in |on ){date_slot('last')}",
    re.IGNORECASE,
)
#: Somebody else who dies or marries in between.
_ANOTHER = re.compile(
    r"\b(?:his (?!death)|her (?!death)|their|whose|and the|while|brother|sister|son|daughter|wife|husband)\b",
    re.IGNORECASE,
)


def age_errors(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """Check an age against the years of birth and death that the sentence gives with it."""
    for pattern in _LIVES:
        for found in sentence.matches(pattern):
            born, died, age = found.date("born"), found.date("died"), found.quantity("age")
            if (
                born.year is None
                or died.year is None
                or _ANOTHER.search(found.match[0])
                or age.dimension not in ("count", "time")
            ):
                continue
            lived = died.year - born.year
            if age.comparator == "=" and lived > 0 and not lived - 1 <= age.value_low <= lived:
                yield age, age, f"From {born.year} to {died.year} is {lived - 1} or {lived} years, not {age.surface}."
    for found in sentence.matches(_LIFE_IN_BRACKETS):
        life, age = found.date("life"), found.quantity("age")
        if life.precision != "range" or life.first is None or life.last is None or _ANOTHER.search(found.match[0]):
            continue
        lived = life.last.year - life.first.year
        if age.comparator == "=" and lived > 0 and not lived - 1 <= age.value_low <= lived:
            ends = f"From {life.first.year} to {life.last.year}"
            yield age, age, f"{ends} is {lived - 1} or {lived} years, not {age.surface}."


def length_errors(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """Check a number of years against the years from which to which it counts."""
    for pattern in (_LENGTH_BEHIND, _LENGTH_SAID_OF_SPAN):
        for found in sentence.matches(pattern):
            span = found.date("span")
            if span.precision == "range" and span.first and span.last:
                yield from _wrong_length(found.quantity("years"), span.first.year, span.last.year)
    for found in sentence.matches(_FROM_START_TO_END):
        first, last = found.date("first"), found.date("last")
        if first.year is not None and last.year is not None:
            yield from _wrong_length(found.quantity("years"), first.year, last.year)


#: An anniversary has an owner before it: "its", "his".
_ANOTHER_MAN = re.compile(r"\b(?:whose|and the|while|brother|sister|son|daughter|wife|husband)\b", re.IGNORECASE)


def day_length_errors(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """Check a number of days, weeks or months against the days from which to which it counts."""
    for found in sentence.matches(_LENGTH_BEFORE):
        span, length = found.date("span"), found.quantity("length")
        days = _DAYS_IN.get(length.unit or "")
        if days is None or length.comparator != "=" or not span.first or not span.last or span.precision != "range":
            continue
        real = ((span.last - span.first).days + Decimal("0.5")) / days
        if abs(real - length.value_low) > max(Decimal("1.5"), real / 8):
            told = (
                f"From {span.surface.split(' to ')[0]} to {span.last.isoformat()} is about {round(real)} {length.unit}s"
            )
            yield length, length, f"{told}, not {length.surface}."


def anniversary_errors(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """Check the number of an anniversary or a birthday against the years of both dates."""
    for found in sentence.matches(_ANNIVERSARY):
        first, last, number = found.date("first"), found.date("last"), int(found.match["number"])
        if first.year is None or last.year is None or _ANOTHER_MAN.search(found.match[0]):
            continue
        years = last.year - first.year
        if years > 0 and abs(years - number) > 1:
            printed = [one for one in read_quantities(sentence.text) if one.surface.startswith(str(number))]
            for at in printed[:1]:
                yield at, at, f"From {first.year} to {last.year} is {years} years, not {number}."


def _wrong_length(years: Quantity, first: int, last: int) -> Iterator[Mistake]:
    length = last - first
    if years.unit != "year" or years.comparator != "=" or length <= 0:
        return
    if not length - 1 <= years.value_low <= length + 1:
        yield years, years, f"From {first} to {last} is {length} years, not {years.surface}."


def later_errors(passage: DelexicalisedSentence) -> Iterator[Mistake]:
    """Check "ten years later, in 2005" against the years that a sentence or two give before it.

    Later than which of them is not certain: one that fits is enough.
    """
    for found in passage.matches(_LATER):
        last, years = found.date("last"), found.quantity("years")
        before = [
            span
            for span in passage.dates
            if span.start < years.start and not span.relative and span.first is not None and span.last is not None
        ]
        if last.year is None or years.unit != "year" or years.comparator != "=" or not before:
            continue
        later = found.word("way") not in ("earlier", "before that")
        named = {year for span in before for year in (span.first.year, span.last.year)}  # type: ignore[union-attr]
        lengths = {(last.year - year if later else year - last.year): year for year in named}
        slack = 1 + years.value_low / 20
        if all(abs(length - years.value_low) > slack for length in lengths):
            first = found.date("first")
            if first.year is not None and first.year in named and (last.year > first.year) == later:
                length = abs(last.year - first.year)
                yield years, years, f"From {first.year} to {last.year} is {length} years, not {years.surface}."


def duration_errors(claims: list[ExtractedClaim], published_on: date | None) -> list[Contradiction]:
    """Compare each claim's number of years with the one date or range of years that it gives."""
    found = []
    for index, claim in enumerate(claims):
        explanation = _false_span(claim, published_on)
        if explanation:
            found.append(Contradiction(FindingKind.SELF_CONTRADICTION, index, index, explanation))
    return found


def _false_span(claim: ExtractedClaim, published_on: date | None) -> str | None:
    lengths = [quantity for quantity in claim.quantities if _is_length(quantity, claim.text)]
    named = [span for span in claim.dates if not span.relative]
    if len(lengths) != 1 or len(named) != 1 or claim.kind in NON_ASSERTIVE:
        return None
    between = claim.text[min(named[0].end, lengths[0].end) : max(named[0].start, lengths[0].start)]
    if _ANOTHER.search(between):
        return None
    years = _years_of(named[0], claim.text, published_on)
    if years is None:
        return None
    shortest, longest, words = years
    said = lengths[0].value_low
    slack = _rounding(said) if lengths[0].comparator in ("=", "~") else Decimal("Infinity")
    whole = _WHOLE_TIME.search(claim.text[: lengths[0].start]) is not None
    if said <= longest + slack and (said >= shortest - slack or not whole):
        return None
    return f"{words} is {longest} years, not {lengths[0].surface}."


def _years_of(span: DateSpan, text: str, published_on: date | None) -> tuple[int, int, str] | None:
    """Return the least and the most years that the date allows, and words for it."""
    if span.precision == "range" and span.comparator == "=" and span.first and span.last:
        length = span.last.year - span.first.year
        return (length - 1, length, f"From {span.first.year} to {span.last.year}") if length else None
    if span.first is None or published_on is None or not _SINCE.search(text[: span.start]):
        return None
    length = published_on.year - span.first.year
    if length <= 0 or span.precision not in _OPEN_YEARS:
        return None
    return length - 1 - _OPEN_YEARS[span.precision], length, f"From {span.first.year} to {published_on.year}"


def _is_length(quantity: Quantity, text: str) -> bool:
    if quantity.unit != "year" or _POINT_IN_TIME.match(text[quantity.end :]):
        return False
    return _LASTING.search(text[: quantity.start]) is not None


def _rounding(years: Decimal) -> Decimal:
    """ "30 years" may be 28 or 33; "17 years" is counted both ways: with the first year and without."""
    return max(Decimal(1), years / 10) if years % 10 == 0 else Decimal(1)
