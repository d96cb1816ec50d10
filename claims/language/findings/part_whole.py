"""Parts and wholes that do not come out: shares of a count, lists and their totals, the rest of a whole."""

import re
from collections.abc import Iterator
from decimal import Decimal

from claims.language.findings.delexicalising import WORDS, DelexicalisedSentence, Mistake, PatternMatch, figure_slot
from claims.language.findings.intervals import Interval, interval_of, two_digits
from claims.language.findings.printing import in_print, same_unit
from claims.language.quantities import Quantity

_PART, _WHOLE, _SHARE = figure_slot("part"), figure_slot("whole"), figure_slot("share")
_OWNER = r"(?:[\w'’-]+ ){0,3}?"
_OF = rf"{_PART}(?: {WORDS}{{0,20}}?)? (?:out )?of {_OWNER}{_WHOLE}"
_NOT_OF_IT = r"(?! (?:of|more|less|fewer|higher|lower|above|below|from|percentage)\b)"
_SHARES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_OF}{WORDS}{{0,40}}?(?:, or |, that is,? |, i\.e\.,? | ?\(|, (?:equal to |making up )?){_SHARE}{_NOT_OF_IT}",
        rf"\bof {_OWNER}{_WHOLE}{WORDS}{{0,30}}, {_PART}{WORDS}{{0,40}}?(?:, or | ?\(){_SHARE}{_NOT_OF_IT}",
        rf"{_SHARE}{WORDS}{{0,40}}?(?:, or | ?\(|, that is,? ){_PART} (?:out )?of {_OWNER}{_WHOLE}",
    )
)
#: "half of the 90 seats, 30 in all": the part said again as a number.
_FRACTION = re.compile(
    rf"{_SHARE} of {_OWNER}{_WHOLE} [\w' -]{{1,30}}?(?:, or |, that is,? |, | ?\(|, i\.e\.,? ){_PART}"
    r"(?= (?:in all|in total|altogether|people|persons)\b| of (?:them|these)[,.)]|[,.)]| [a-z]+s, )",
    re.IGNORECASE,
)
#: A fraction in words, "a third", is said of anything this close to it.
_LOOSELY = Decimal("0.12")
_REMAINDER = re.compile(
    rf"{figure_slot('one')}(?! (?:of|more|less|fewer|higher|lower)\b {WORDS}*\bthan).*?\b(?:remaining|other|rest,|remainder,) {figure_slot('rest')}",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    rf"\bof {_OWNER}{_WHOLE} [a-z]+{WORDS}{{0,30}}, {figure_slot('one')}{WORDS}{{0,50}}?(?:,? and|;) the (?:other|remaining) {figure_slot('rest')}",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rf"(?P<group>\b(?:crew|team|group|fleet|staff|family|class|force|convoy|panel|jury|council|cabinet|squad|delegation|party) of )?"
    rf"{figure_slot('total')}[\w' -]{{0,50}}(?: ⦃\d+⦄)?(?::|,? consist(?:ing|s|ed) of|,? (?:is |was |were |are )?made up of|,? compris(?:ing|es|ed)|,? namely)"
    rf"[\w' -]{{0,20}}?"
    rf"(?P<parts>⟦\d+⟧(?:[\w' -]{{0,40}}, ⟦\d+⟧)*[\w' -]{{0,40}},? and (?:[\w]+ )?⟦\d+⟧)(?P<after>[\w' -]*)",
    re.IGNORECASE,
)
_TOTALLED = re.compile(
    rf"(?P<parts>⟦\d+⟧(?:[\w' -]{{0,40}}, (?:\w+ ){{0,3}}?⟦\d+⟧)*[\w' -]{{0,40}},? and (?:\w+ ){{0,3}}?⟦\d+⟧)[\w' -]{{0,40}}"
    rf"(?:(?:,| -| –|:)(?: for| making| or| which is)?(?: a)? (?:total of|altogether|in total|in all|together) {figure_slot('total')}"
    rf"|(?: (?:make|makes|made|add up to|adds up to|added up to|come to|came to)(?: a)?(?: total of)? {figure_slot('total3')})"
    rf"|(?:,| -| –)(?: or| for)? {figure_slot('total2')}[\w' -]{{0,20}} (?:in total|altogether|in all|together|overall)\b)",
    re.IGNORECASE,
)
_OPEN_LIST = re.compile(
    r"\b(?:including|among them|such as|for example|of which|of them|at least|more than|over|respectively|per|each|up to|"
    r"the rest|the others|the remainder|others|mostly|mainly)\b",
    re.IGNORECASE,
)
_ALL = Interval(Decimal(1), Decimal(1))


def part_whole_errors(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """Check every share and list that a sentence gives together with its whole."""
    yield from _shares(sentence)
    yield from _fractions(sentence)
    yield from _remainders(sentence)
    yield from _others(sentence)
    yield from _totals(sentence)


def _shares(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """ "92 of the 735 jets, or 20 percent"."""
    seen: set[str] = set()
    for pattern in _SHARES:
        for found in sentence.matches(pattern):
            part, whole, share = (found.quantity(name) for name in ("part", "whole", "share"))
            fits = share.dimension == "fraction" and part.dimension == whole.dimension and part.dimension != "fraction"
            if not fits or part.dimension == "time" or not same_unit(part, whole) or found.match["share"] in seen:
                continue
            seen.add(found.match["share"])
            some, every, said = (found.interval(name) for name in ("part", "whole", "share"))
            real = some.ratio(every) if some and every else None
            if real is not None and said is not None and real.low <= 1 and not real.meets(said):
                percent = two_digits(real.middle * 100)
                yield part, share, f"{part.surface} of {whole.surface} is about {percent} percent, not {share.surface}."


def _fractions(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """ "half of the 90 seats, 30 in all"."""
    for found in sentence.matches(_FRACTION):
        share, whole, part = (found.quantity(name) for name in ("share", "whole", "part"))
        some, every, said = found.interval("part"), found.interval("whole"), found.interval("share")
        counted = (part.dimension, whole.dimension, share.dimension) == ("count", "count", "fraction")
        if not counted or some is None or every is None or said is None or _otherwise_counted(part, whole):
            continue
        real = some.ratio(every)
        loosely = Interval(said.low * (1 - _LOOSELY), said.high * (1 + _LOOSELY))
        if real is not None and not real.meets(loosely):
            right = two_digits(said.middle * every.middle)
            yield share, part, f"{share.surface} of {whole.surface} is about {right}, not {part.surface}."


def _otherwise_counted(part: Quantity, whole: Quantity) -> bool:
    return part.counted not in (None, whole.counted, "person")


def _remainders(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """ "60 percent went to China and the remaining 30 percent to India"."""
    shares = [quantity for quantity in sentence.figures if quantity.dimension == "fraction"]
    for found in sentence.matches(_REMAINDER):
        first, rest = found.quantity("one"), found.quantity("rest")
        one, other = found.interval("one"), found.interval("rest")
        if shares != [first, rest] or one is None or other is None or one.plus(other).meets(_ALL):
            continue
        total = two_digits(one.plus(other).middle * 100)
        yield first, rest, f"{first.surface} and the remaining {rest.surface} make {total} percent, not 100."


def _others(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """ "of the 80 houses, 50 burned down and the other 20 were damaged"."""
    for found in sentence.matches(_OTHERS):
        whole, one, rest = (found.quantity(name) for name in ("whole", "one", "rest"))
        words = _wrong_total(whole, [one, rest])
        if words and len(sentence.figures) == 3:
            yield whole, rest, words


def _totals(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """ "300 tanks: 120 from Italy, 90 from Spain and 50 from Malta"."""
    if _OPEN_LIST.search(sentence.text):
        return
    for pattern in (_LISTED, _TOTALLED):
        for found in sentence.matches(pattern):
            name = next(name for name in ("total", "total2", "total3") if found.match.groupdict().get(name))
            total = found.quantity(name)
            named = pattern is not _LISTED or total.counted is not None or found.match["group"]
            if not named or (pattern is _LISTED and total.dimension != "count"):
                continue
            parts = _parts(found)
            words = _wrong_total(total, parts)
            if words:
                yield total, parts[0], words


def _parts(found: PatternMatch) -> list[Quantity]:
    return [found.sentence.figures[int(at)] for at in re.findall(r"⟦(\d+)⟧", found.match["parts"])]


def _wrong_total(total: Quantity, parts: list[Quantity]) -> str | None:
    kinds = {part.counted for part in parts} - {None, total.counted}
    foreign = kinds and total.dimension == "count" and total.counted is not None and len(kinds) != len(parts)
    together, whole = _sum(parts), interval_of(total)
    if foreign or whole is None or together is None or not all(same_unit(part, total) for part in parts):
        return None
    if together.meets(whole) or total.dimension in ("fraction", "time"):
        return None
    return _sum_in_words(total, parts, together)


def _sum(parts: list[Quantity]) -> Interval | None:
    values = [value for part in parts if (value := interval_of(part)) is not None]
    if not values or len(values) < len(parts):
        return None
    together = values[0]
    for value in values[1:]:
        together = together.plus(value)
    return together


def _sum_in_words(total: Quantity, parts: list[Quantity], together: Interval) -> str:
    printed = " + ".join(part.surface for part in parts)
    return f"{printed} is {in_print(together.middle, total)}, not {total.surface}."
