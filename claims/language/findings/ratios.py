"""Ratios and orders that printed values do not bear out: "twice as long", "the largest, ahead of …", "longer than"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from claims.language.findings.changes import ratio_interval
from claims.language.findings.delexicalising import WORDS, DelexicalisedSentence, Mistake, PatternMatch, figure_slot
from claims.language.findings.intervals import Interval, two_digits
from claims.language.quantities import Quantity, convert

#: Values are rounded before they are compared.
_PRECISION = Decimal("0.025")
_A, _B = figure_slot("one"), figure_slot("other")
_TIMES = {"twice": Decimal(2), "double": Decimal(2), "triple": Decimal(3), "half": Decimal("0.5")}
_MEASURING = r"(?:weigh(?:s|ed)|measure[sd]|costs?|is|was|runs?|ran|carrie[sd]|seats?|seated|holds?|held|covers?|covered|reache[sd]|flies|flew)"
_RATIO = re.compile(
    rf"{_A}(?P<between>{WORDS}{{0,40}}?,? ?)(?P<bound>more than |over |nearly |almost )?"
    rf"(?:\b(?P<word>twice|double|triple|half)\b|{figure_slot('times')}(?:[ -]?times?)?)"
    r"(?: (?P<more>\w+er|more \w+) than| as [\w ]{1,20}? as| that of| those of| (?:the )?\w+ of| of)?"
    rf"(?P<behind>(?:(?!\bthan\b)[\w'’ -]){{0,30}}?)(?:, (?:which|who|that) (?:ha[sd]|{_MEASURING})| with|, with| at|, at)? ?\(?{_B}",
    re.IGNORECASE,
)
#: "Velden has 90,000 inhabitants. Kaldor, with 60,000 inhabitants, is half the size of Velden."
_SIZE_OF = re.compile(
    rf"\b(?P<owner>[A-Z][\w'’-]+) (?:has|had|is|covers|measures|weighs|costs|with) {_B}[^⟦⟧⦃⦄.;:()]{{0,25}}[.;,] (?:and |while )?(?:[A-Z][\w'’-]+ ?){{1,3}}, "
    rf"(?:with|at|which has|which is) {_A}(?: [a-z]+)?, (?:is|was) (?P<bound>more than |over |nearly |almost |about )?(?:{figure_slot('times')}(?: times)?|(?P<word>double)) "
    r"(?:the (?:size|population|length|weight|price|area|height) of|as (?:big|large|long|heavy|expensive|high|tall|populous) as) (?P=owner)(?=[.,;])"
)
#: "12,000 inhabitants, twice as many as in 1990, when it had 9,000".
_RATIO_THEN = re.compile(
    rf"{_A}(?P<between>{WORDS}{{0,40}}?,? ?)(?P<bound>more than |over |nearly |almost )?(?:\b(?P<word>twice|double|triple|half)\b|{figure_slot('times')}(?:[ -]?times?)?)"
    rf"(?P<more>(?!))?(?: as (?:many|much|large|big|high|long|heavy|expensive) as| the (?:number|figure|level|total) of| that of)(?: in| at)? ⦃\d+⦄,? (?:when|at which time) "
    rf"(?:it|they|there|he|she|the [a-z]+)? ?(?:had|was|were|stood at|numbered|weighed|cost|made|sold) {_B}",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"^(?:.*(?:\b(?:is|are|was|were|or|which is|making it|nearly|almost|more than|over|weighs|costs|measures|carries)|,))?\s*$",
    re.IGNORECASE,
)
_GROWS = {
    "longer": "length",
    "taller": "length",
    "higher": "",
    "wider": "length",
    "deeper": "length",
    "heavier": "mass",
    "faster": "speed",
    "dearer": "money",
    "larger": "",
    "bigger": "",
    "greater": "",
    "more expensive": "money",
    "costlier": "money",
    "more powerful": "power force",
}
_SHRINKS = {
    "shorter": "length",
    "lower": "",
    "narrower": "length",
    "lighter": "mass",
    "slower": "speed",
    "cheaper": "money",
    "smaller": "",
}
_THAN = re.compile(
    rf"(?<!out of ){_A}{WORDS}{{0,40}}?\b(?:is|are|was|were) (?P<how>{'|'.join([*_GROWS, *_SHRINKS])}) than {WORDS}{{0,30}}?\(?{_B}",
    re.IGNORECASE,
)
_BIGGEST = (
    r"(?:largest|biggest|longest|tallest|highest|heaviest|widest|deepest|fastest|richest|most expensive|most powerful)"
)
_SMALLEST = r"(?:smallest|shortest|lowest|lightest|cheapest|narrowest|slowest)"
_AHEAD = re.compile(
    rf"\b(?:(?P<big>{_BIGGEST})|{_SMALLEST}){WORDS}{{0,50}}?[ (]{_A}\)?{WORDS}{{0,20}}?,? (?:ahead of|followed by|before) {WORDS}{{0,40}}?"
    rf"[ (]{_B}",
    re.IGNORECASE,
)


def ratio_errors(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """Check every ratio, comparison and rank that a sentence gives together with both values."""
    yield from _ratios(sentence)
    yield from _comparisons(sentence)
    yield from _ranks(sentence)


def _ratios(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    for found in (*sentence.matches(_RATIO), *sentence.matches(_RATIO_THEN)):
        times = _times(found)
        if times is None or not _comparable(found) or not _LEADS.match(found.match["between"]):
            continue
        one, other = _as_printed(found.quantity("one")), _as_printed(found.quantity("other"))
        real = one.ratio(other)
        fits = [ratio_interval(times, found.word("bound").strip())]
        if found.match["more"]:  # "three times longer" is said of three and of four times as long
            fits.append(ratio_interval(times + 1, found.word("bound").strip()))
        if real is not None and not any(real.meets(fit) for fit in fits):
            yield (
                found.quantity("one"),
                found.quantity("other"),
                f"{found.quantity('one').surface} is about {two_digits(real.middle)} times {found.quantity('other').surface}, "
                f"not {times.normalize():f} times.",
            )


def size_errors(passage: DelexicalisedSentence) -> Iterator[Mistake]:
    """Check "half the size of Velden" against what two sentences give for both."""
    for found in passage.matches(_SIZE_OF):
        one, other = _as_printed(found.quantity("one")), _as_printed(found.quantity("other"))
        times = Decimal(2) if found.match["word"] else found.quantity("times").value_low
        if found.match["times"] and found.quantity("times").dimension == "fraction":
            times = (found.interval("times") or one).middle
        real = one.ratio(other)
        if (
            _comparable(found)
            and real is not None
            and not real.meets(ratio_interval(times, found.word("bound").strip()))
        ):
            first, second = found.quantity("one").surface, found.quantity("other").surface
            yield (
                found.quantity("other"),
                found.quantity("one"),
                f"{first} is about {two_digits(real.middle)} times {second}, not {two_digits(times)} times.",
            )


def _times(found: PatternMatch) -> Decimal | None:
    if found.match["word"]:
        return _TIMES[found.word("word")]
    quantity = found.quantity("times")
    if quantity.surface.lower() in _TIMES:
        return _TIMES[quantity.surface.lower()]
    return quantity.value_low if quantity.counted == "time" and quantity.value_low == quantity.value_high else None


def _comparisons(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """ "At 12 m, the Tarn is longer than the 15 m Orla"."""
    for found in sentence.matches(_THAN):
        how = found.word("how")
        measured = _GROWS.get(how, _SHRINKS.get(how, ""))
        if _comparable(found) and (not measured or found.quantity("one").dimension in measured.split()):
            yield from _in_order(found, bigger=how in _GROWS, said=f"{how} than")


def _ranks(sentence: DelexicalisedSentence) -> Iterator[Mistake]:
    """ "the longest is the Tarn at 12 m, ahead of the Orla at 15 m"."""
    for found in sentence.matches(_AHEAD):
        if _comparable(found):
            yield from _in_order(found, bigger=bool(found.match["big"]), said="ahead of")


def _in_order(found: PatternMatch, *, bigger: bool, said: str) -> Iterator[Mistake]:
    one, other = _as_printed(found.quantity("one")), _as_printed(found.quantity("other"))
    if one.meets(other) or (one.middle > other.middle) == bigger:
        return
    first, second = found.quantity("one"), found.quantity("other")
    really = "less" if bigger else "more"
    yield first, second, f"{first.surface} is {really} than {second.surface}, yet the text puts it as {said} it."


def _as_printed(quantity: Quantity) -> Interval:
    """Return the number itself: behind "than" and "as … as" a figure is no bound, though it looks like one."""
    low, high = convert(quantity.value_low, quantity.unit), convert(quantity.value_high, quantity.unit)
    return Interval(low * (1 - _PRECISION), high * (1 + _PRECISION))


def _comparable(found: PatternMatch) -> bool:
    one, other = found.quantity("one"), found.quantity("other")
    counted = one.dimension != "count" or None in (one.counted, other.counted) or one.counted == other.counted
    plain = one.comparator in ("=", "~")
    return plain and one.dimension == other.dimension and one.dimension != "time" and one.unit == other.unit and counted
