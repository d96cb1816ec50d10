"""Two values for one property of one thing that cannot both hold, under every reading of their units."""

import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from itertools import combinations

from claims.language.findings.intervals import two_digits
from claims.language.quantities import Quantity, convert, overlap, reread
from claims.language.results import Contradiction, ExtractedClaim

#: Rounding in a conversion explains a smaller difference: "380 tf (3,730 kN)".
_ROUNDING = Decimal("0.02")
#: With the right prefix two honest figures for one thing lie this close together.
_AGREEMENT = Decimal("0.15")
#: More values than this for one property are a table, not a contradiction.
_MOST_VALUES = 8
_PREFIXES = (("k", 3), ("M", 6), ("G", 9), ("m", -3))
_MEASURING = re.compile(
    r"\b(?:is|are|was|were|reach(?:es|ed)?|total(?:s|led)?|amount(?:s|ed) to|stands? at|stood at|equals?|measures?|has been|"
    r"have been|comes to|came to|hits?)\s*(?:(?:now|only|just|about|around|some|roughly|nearly|almost|approximately|also|at|up to|"
    r"more than|less than|over|at least|at most)\s+)*$",
    re.IGNORECASE,
)
#: What a value moves to holds only for a while: such values are compared within their own sentence.
_MOVING = re.compile(
    r"\b(?:climb|rise|fall|drop|grow|increase|decrease|shrink|come|go)(?:s|es)?\b.{0,10} to\s+(?:(?:only|just|about|around|some|"
    r"nearly|almost|up)\s+)*$",
    re.IGNORECASE,
)
#: "weighs 62 tons", "has a weight of 62 tons" and "the weight of the tank is 62 tons" give one property.
_PHRASINGS = (
    (re.compile(r"^(?P<thing>.+?) (?:weighs|weighed) (?:only |just |about |some )*$"), "weight"),
    (re.compile(r"^(?P<thing>.+?) (?:costs|cost) (?:only |just |about |some )*$"), "cost"),
    (re.compile(r"^(?P<thing>.+?) (?:has|had) an? (?P<property>[\w -]+?) of (?:only |just |about |some )*$"), None),
    (re.compile(r"^the (?P<property>[\w -]+?) of (?:the )?(?P<thing>.+?) = $"), None),
    (re.compile(r"^(?P<thing>.+?)(?:'s|') (?P<property>[\w -]+?) = $"), None),
)
_BOUNDS = {"maximum": "most", "max": "most", "top": "most", "peak": "most", "minimum": "least", "min": "least"}
_SYNONYMS = {"mass": "weight", "price": "cost", "velocity": "speed"}
_NEGATED = re.compile(r"\b(?:not|never|no)\b|n't\b", re.IGNORECASE)
_UNIT_NAMES = {
    "metric_ton_force": "tonne-force",
    "short_ton_force": "short ton-force",
    "long_ton_force": "long ton-force",
}


@dataclass(frozen=True)
class _Value:
    """The one quantity of a claim, the claim's place in the list, and whether it is called a most or a least."""

    index: int
    quantity: Quantity
    bound: str


def rival_values(claims: list[ExtractedClaim]) -> list[Contradiction]:
    """This function will find pairs of claims that give one property of one thing values that exclude each other."""
    properties: dict[tuple, list[_Value]] = defaultdict(list)
    for index, claim in enumerate(claims):
        found = _property_of(claim)
        if found is not None:
            name, bound, quantity = found
            properties[name].append(_Value(index, quantity, bound))
    pairs = (pair for values in properties.values() for pair in combinations(values[:_MOST_VALUES], 2))
    found = (_contradiction(first, second, claims) for first, second in pairs)
    return [contradiction for contradiction in found if contradiction is not None]


def _property_of(claim: ExtractedClaim) -> tuple[tuple, str, Quantity] | None:
    """What the claim gives a value for: its words without the value, its dates, the thing counted; and its bound."""
    quantities = [quantity for quantity in claim.quantities if quantity.dimension not in ("ordinal", "time")]
    if len(quantities) != 1 or _NEGATED.search(claim.text) or claim.kind in ("question", "advice"):
        return None
    quantity = quantities[0]
    before = claim.text[: quantity.start]
    moving = _MOVING.search(before) is not None
    words, bound = _property_words(_MEASURING.sub("= ", before).casefold())
    words = re.sub(r"\W+", " ", f"{words} # {claim.text[quantity.end :].casefold()}").strip()
    if len(words) < 8:
        return None
    dates = tuple((span.first, span.last) for span in claim.dates)
    sentence = claim.sentence_start if moving else None
    return (words.removeprefix("the "), dates, quantity.counted, sentence), bound, quantity


def _property_words(before: str) -> tuple[str, str]:
    """ "the weight of the tank = " and "the tank has a maximum weight of " to thing and property, and "" or "most"."""
    for pattern, fixed in _PHRASINGS:
        match = pattern.match(before)
        if match is None:
            continue
        parts = (fixed or match["property"]).split()
        bounds = [_BOUNDS[word] for word in parts if word in _BOUNDS]
        plain = [_SYNONYMS.get(word, word) for word in parts if word not in _BOUNDS]
        if plain:
            return f"{match['thing'].removeprefix('the ')} {' '.join(plain)}", "".join(bounds[:1])
    return before, ""


def _contradiction(first: _Value, second: _Value, claims: list[ExtractedClaim]) -> Contradiction | None:
    pairs = [
        (one, other)
        for one in _readings(first.quantity)
        for other in _readings(second.quantity)
        if one.dimension == other.dimension
        and (one.unit == other.unit or set(one.readings) != set(other.readings))
        and (one.dimension != "money" or one.unit == other.unit)
    ]
    if not pairs or any(overlap(one, other) or _gap(one, other) <= _ROUNDING for one, other in pairs):
        return None
    one, other = pairs[0]
    explanation = _explanation(one, other) if first.bound == second.bound else _beyond_bound(first, second)
    if explanation is None:
        return None
    same_voice = claims[first.index].attributed_to == claims[second.index].attributed_to
    kind = "self_contradiction" if same_voice else "conflicting_accounts"
    return Contradiction(kind, first.index, second.index, explanation)


def _beyond_bound(first: _Value, second: _Value) -> str | None:
    """The sentence for a plain value above what is called the maximum, or below the minimum; None for any other pair."""
    bounded, plain = (first, second) if first.bound else (second, first)
    limit, value = bounded.quantity, plain.quantity
    if plain.bound:
        return None
    if bounded.bound == "most" and limit.high is not None and value.low is not None and value.low > limit.high:
        return f"{value.surface} is more than the maximum of {limit.surface}."
    if bounded.bound == "least" and limit.low is not None and value.high is not None and value.high < limit.low:
        return f"{value.surface} is less than the minimum of {limit.surface}."
    return None


def _readings(quantity: Quantity) -> list[Quantity]:
    if len(quantity.readings) < 2:
        return [quantity]
    return [reread(quantity, unit) for unit in quantity.readings]


def _gap(one: Quantity, other: Quantity) -> Decimal:
    """How far apart the middles are, relative to the smaller one."""
    smaller, larger = sorted((_middle(one), _middle(other)))
    return (larger - smaller) / smaller if smaller > 0 else Decimal("Infinity")


def _middle(quantity: Quantity) -> Decimal:
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return abs(sum(ends)) / len(ends) if ends else Decimal(0)


def _explanation(one: Quantity, other: Quantity) -> str:
    factor = convert(Decimal(1), other.unit) if other.unit else Decimal(1)
    offset_free = factor > 0 and one.dimension != "temperature"
    gap = _gap(one, other)
    if not offset_free or not gap.is_finite():
        return f"{one.surface} and {other.surface} cannot both hold."
    start = f"{one.surface} is about {two_digits(_middle(one) / factor)} {_unit_words(other)}, not {_printed(other)}"
    if one.unit == other.unit:
        start = f"{one.surface} is not {other.surface}"
    if gap < 1:
        return f"{start}: the two differ by {_percent(gap)} %."
    return f"{start}: the two disagree by a factor of about {two_digits(gap + 1)}{_repair(one, other)}."


def _repair(one: Quantity, other: Quantity) -> str:
    """The SI prefix under which the two would agree, said of whichever value it mends."""
    for quantity, fixed in ((one, other), (other, one)):
        symbol = re.sub(r"^[^A-Za-zΩµ°]*", "", quantity.surface)
        if quantity.dimension in ("count", "money", "fraction") or not 1 <= len(symbol) <= 2 or symbol.startswith("k"):
            continue
        for prefix, exponent in _PREFIXES:
            gap = _relative(_middle(quantity).scaleb(exponent), _middle(fixed))
            if gap <= _AGREEMENT:
                return f"; with {prefix}{symbol} they agree within {_percent(gap)} %"
    if one.dimension in ("count", "money"):
        ratio = _gap(one, other) + 1
        if any(_relative(ratio, Decimal(10) ** power) <= _AGREEMENT for power in (3, 6, 9)):
            return "; one of them may have the wrong scale word, such as million for billion"
    return ""


def _relative(one: Decimal, other: Decimal) -> Decimal:
    smaller, larger = sorted((one, other))
    return (larger - smaller) / smaller if smaller > 0 else Decimal("Infinity")


def _percent(gap: Decimal) -> str:
    return f"{(gap * 100).to_integral_value(ROUND_CEILING):f}"


def _unit_words(quantity: Quantity) -> str:
    if quantity.unit is None:
        return quantity.counted or ""
    return _UNIT_NAMES.get(quantity.unit, quantity.unit.replace("_", " "))


def _printed(quantity: Quantity) -> str:
    return f"{quantity.value_low.normalize():,f}"
