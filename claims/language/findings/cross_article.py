"""Values that claims of several articles state for one property of one thing, and whether two of them can both hold."""

import re
from dataclasses import dataclass
from decimal import Decimal

from claims.language.closed_classes import APPROXIMATORS
from claims.language.findings.attributes import attribute_mentions
from claims.language.findings.disagreement import conflict, disagreement, relative_difference
from claims.language.findings.naming import EntityName, read_entity_name, read_property, read_qualifiers
from claims.language.findings.restatements import conditions_of
from claims.language.quantities import Quantity, QuantityJson, currency_of, read_quantities
from claims.language.results import DateJson

_FILLERS = re.compile(
    rf"(?:\b(?:only|just|{'|'.join(APPROXIMATORS)}|up to|at least|at most|more than|less than|"
    r"over|under|as much as|as many as|now|currently|also|still|already|exactly|a total of|an estimated|estimated|"
    r"well|today|no less than|a|the)\s*|[~≈<>≥≤±]\s*)+$",
    re.IGNORECASE,
)
_IS = r"(?:is|are|was|were|reach(?:es|ed)?|totals?|totall?ed|amounts? to|amounted to|stands? at|stood at|equals?|comes? to|came to)"
_THING = r"(?P<thing>[^,;:()\"“”]+?)"
_PROPERTY = r"(?P<property>[\w' -]+?)"
_HAS = (
    r"(?:has|have|had|offers?|boasts?|features?|possess(?:es)?|reach(?:es)?|can reach|achieves?|can achieve|"
    r"develops?|provides?)"
)
#: How a claim says which property of which thing the value behind it belongs to.
_BEFORE = (
    re.compile(rf"^{_THING} ?['’]s? {_PROPERTY} {_IS} (?:at )?$", re.IGNORECASE),
    re.compile(rf"^(?:the )?{_PROPERTY} of {_THING} {_IS} (?:at )?$", re.IGNORECASE),
    re.compile(rf"^{_THING} {_HAS} (?:an? |the )?{_PROPERTY} of $", re.IGNORECASE),
)
_VERBS = {"weigh": "weight", "cost": "cost"}
_WEIGHS = re.compile(rf"^{_THING} (?P<verb>weigh|cost)(?:s|ed)? $", re.IGNORECASE)
_DIMENSIONS = {
    "long": "length",
    "tall": "height",
    "high": "height",
    "wide": "width",
    "deep": "depth",
    "thick": "thickness",
}
_MEASURES = re.compile(rf"^{_THING} (?:is|are|was|were|measures?|stands) $", re.IGNORECASE)
_EXTENT = re.compile(
    r"^ (?:(?P<adjective>long|tall|high|wide|deep|thick)|in (?P<noun>length|height|width|depth|diameter|area))\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_YIELDS = re.compile(
    rf"^{_THING} (?:produces?|generates?|develops?|delivers?|provides?|can (?:produce|generate)) $", re.IGNORECASE
)
_OF_WHAT = re.compile(r"^ of (?P<property>[\w-]+)(?P<rest>.*)$")
_OWNS = re.compile(rf"^{_THING} (?:has|have|had|operates?|owns?|fields?|possess(?:es)?|maintains?) $", re.IGNORECASE)
_HOLDS = re.compile(rf"^{_THING} can (?:carry|hold|seat) $", re.IGNORECASE)
#: What may, will or does not hold states no value; who weighs alternatives states none either.
_UNSTATED = re.compile(
    r"\b(?:not|never|no|nor|if|unless|would|could|might|should|(?-i:may)|will|shall|must|planned|plans?|expect(?:s|ed)?|aims?|"
    r"hopes?|wants?|intends?|target|goal|forecast|reportedly|allegedly|or|either|another|other|additional|extra|each|"
    r"first|last|remaining)\b|n['’]t\b",
    re.IGNORECASE,
)
_NO_THING = re.compile(
    r"^(?:with|without|against|in|at|under|on|for|from|during|despite|unlike|like|through|over)\b|\b(?:and|which|that|who|said|says|any|all|every|most|many|some|one|both|than|because|although|while|after|"
    r"before|since|according|according to|by|when|as|there|it|they|he|she|we|is|are|was|were|has|had|have)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r" (?:in|at|under) (?:a |the )?(?:vacuum|sea level|take-?off|full load|cruise)$", re.IGNORECASE)
_EACH = re.compile(
    r"\b(?:each|apiece|(?:per|a|an) (?:unit|piece|item|aircraft|plane|jet|missile|copy|tank|ship|vehicle))\b", re.I
)
_PAST = re.compile(r"\b(?:was|were|had|totall?ed|amounted|stood|reached|came|operated|owned)\b", re.IGNORECASE)
#: What conditions of an attribute said in passing are called in the names of properties.
_NAMED_CONDITIONS = frozenset({"vacuum", "sea level", "takeoff", "empty", "loaded", "top", "maximum"})
_CONVERSION = re.compile(r"^\s*\(.*\)")
#: These change from month to month: two undated values may both have been right in their day.
_CHANGING = ("count", "money", "fraction", "percentage_point")


@dataclass(frozen=True)
class PropertyValue:
    """One value that a claim gives to one property of one thing.

    ``entity`` and ``property`` are in one spelling, ``qualifiers`` sorted ("maximum", "vacuum"). ``period`` is "",
    "past" or "first..last" in ISO days. ``low`` and ``high`` are in SI base units (None is unbounded); ``dimension``
    names the currency for money. ``words`` say for the screen whose value it is: "RD-180 engine, vacuum thrust".
    ``quantity`` is the printed figure with everything else that it may mean.
    """

    entity: str
    property: str
    qualifiers: tuple[str, ...]
    period: str
    dimension: str
    low: Decimal | None
    high: Decimal | None
    surface: str
    words: str
    quantity: Quantity
    named: EntityName

    def key(self) -> str:
        """Return the words under which values that may contradict this one are found."""
        return f"{self.entity}|{self.property}|{self.dimension}"


def property_values(text: str, quantities: list[QuantityJson], dates: list[DateJson]) -> list[PropertyValue]:
    """Read which property of which named thing a standalone claim gives a value for.

    `quantities` and `dates` are a claim's, as stored. Empty where the claim hedges, denies, or compares, and where
    thing or property is not certain: a value missed costs less than two unlike values compared.
    """
    if not quantities or _UNSTATED.search(text):
        return []
    printed = {(figure.start, figure.end): figure for figure in read_quantities(text)}
    measured = [printed[place] for one in quantities if (place := (one["start"], one["end"])) in printed]
    measured = [figure for figure in measured if figure.dimension != "ordinal"]
    if not measured:
        return []
    figure = measured[0]
    before = _undated(text, 0, figure.start, dates)
    after = _CONVERSION.sub("", _undated(text, figure.end, len(text), dates)).rstrip(" .")
    if any(other.surface in after for other in measured[1:]):
        return []
    found = _property_mention(before, after, figure)
    if found:
        return [_stated(found, figure, _period(dates) or _undated_period(before, figure))]
    found = _said_in_passing(text, figure)
    # The date of such a claim is that of its own statement: "The Orla tunnel, 12 km long, opened in May".
    period = _period(dates) or _undated_period(before, figure) if figure.dimension in _CHANGING else ""
    return [_stated(found, figure, period)] if found else []


def contradiction(first: PropertyValue, second: PropertyValue) -> str | None:
    """Say with the arithmetic why two values cannot both hold.

    None where they can, and where they speak of another thing, property, period or condition.
    """
    if first.key() != second.key() or first.period != second.period or not first.named.may_be(second.named):
        return None
    bounds = [_bound(value) for value in (first, second)]
    words = conflict(first.quantity, second.quantity)
    if words and bounds[0] != bounds[1]:
        words = _beyond(first, second)
    if words is None or _conditions(first) != _conditions(second):
        return None
    changes = first.quantity.dimension in _CHANGING and not _is_one_day(first.period)
    return f"{first.words}{', if both speak of the same time' if changes else ''}: {words}"


@dataclass(frozen=True)
class _PropertyMention:
    named: EntityName
    property: str
    qualifiers: tuple[str, ...]
    words: str


def _property_mention(before: str, after: str, figure: Quantity) -> _PropertyMention | None:
    plain = _FILLERS.sub("", before)
    for pattern in _BEFORE:
        match = pattern.match(plain)
        if match:
            return _built(match["thing"], match["property"], after)
    match = _WEIGHS.match(plain)
    if match:
        return _built(match["thing"], _VERBS[match["verb"].lower()], after)
    extent = _EXTENT.match(after)
    match = _MEASURES.match(plain)
    if match and extent:
        name = extent["noun"] or _DIMENSIONS[extent["adjective"].lower()]
        return _built(match["thing"], name, extent["rest"])
    yielded = _OF_WHAT.match(after)
    match = _YIELDS.match(plain)
    if match and yielded and figure.dimension in ("force", "power"):
        return _built(match["thing"], yielded["property"], yielded["rest"])
    return _counted(plain, after, figure)


def _said_in_passing(text: str, figure: Quantity) -> _PropertyMention | None:
    """ "With a range of 1,200 km, the R-4 …"; None where a condition goes with it that has no name."""
    for mention in attribute_mentions(text, [figure]):
        conditions = conditions_of(mention)
        if mention.is_implied or not conditions <= _NAMED_CONDITIONS:
            return None
        return _built(mention.thing, " ".join([*sorted(conditions), mention.property]), "")
    return None


def _counted(plain: str, after: str, figure: Quantity) -> _PropertyMention | None:
    """ "Velden has 12 submarines"."""
    match = _HOLDS.match(plain)
    if match and figure.dimension in ("mass", "volume"):
        return _built(match["thing"], "payload", after)
    match = _OWNS.match(plain)
    if not match or figure.dimension != "count" or figure.counted is None:
        return None
    return _built(match["thing"], after.strip() or figure.counted, "")


def _built(thing: str, words: str, after: str) -> _PropertyMention | None:
    there = _CONDITION.search(thing)
    plain = thing[: there.start()] if there else thing
    named = None if _NO_THING.search(plain) or "," in after else read_entity_name(plain)
    found = read_property(words)
    if named is None or found is None:
        return None
    name, qualifiers = found
    behind = read_qualifiers(_EACH.sub("", after) if name == "cost" else after)
    said = f"{re.sub(r'^(?:the|a|an) ', '', plain.strip(), flags=re.IGNORECASE)}, {words.strip()}"
    conditions = {*qualifiers, *read_qualifiers(there.group() if there else ""), *behind} - {name}
    return _PropertyMention(named, name, tuple(sorted(conditions)), said)


def _stated(found: _PropertyMention, figure: Quantity, period: str) -> PropertyValue:
    currency = currency_of(figure.unit)
    dimension = f"{figure.dimension} {currency}" if currency else figure.dimension
    return PropertyValue(
        entity=found.named.name,
        property=found.property,
        qualifiers=found.qualifiers,
        period=period,
        dimension=dimension,
        low=figure.low,
        high=figure.high,
        surface=figure.surface,
        words=found.words,
        quantity=figure,
        named=found.named,
    )


def _undated(text: str, start: int, end: int, dates: list[DateJson]) -> str:
    """Return the part of a text without the dates in it and the little words that lead to them."""
    part = text[start:end]
    for span in sorted(dates, key=lambda span: -span["start"]):
        if start <= span["start"] and span["end"] <= end:
            part = f"{part[: span['start'] - start]}\0{part[span['end'] - start :]}"
    return re.sub(
        r"\s*\b(?:(?:as of|in|on|at the end of|by|since|during|early|late|for|after|before|until|from|the)\s+)*\0\s*,?",
        "",
        part,
        flags=re.I,
    ).replace("\0", "")


def _period(dates: list[DateJson]) -> str:
    return " ".join(
        f"{span['first'] or ''}..{span['last'] or ''}" if span["first"] or span["last"] else span["surface"].casefold()
        for span in dates
    )


def _undated_period(before: str, figure: Quantity) -> str:
    """ "had 12" without a date is not "has 12"."""
    return "past" if figure.dimension in _CHANGING and _PAST.search(before) else ""


def _is_one_day(period: str) -> bool:
    first, _, last = period.partition("..")
    return bool(first) and first == last


def _bound(value: PropertyValue) -> str:
    return next((bound for bound in ("maximum", "minimum") if bound in value.qualifiers), "")


def _conditions(value: PropertyValue) -> tuple[str, ...]:
    return tuple(word for word in value.qualifiers if word not in ("maximum", "minimum"))


def _beyond(first: PropertyValue, second: PropertyValue) -> str | None:
    """The sentence for a plain value above what is called the maximum, or below the minimum; None for any other pair."""
    bounded, plain = (first, second) if _bound(first) else (second, first)
    limit, value = bounded.quantity, plain.quantity
    if _bound(plain):
        return None
    above = limit.high is not None and value.low is not None and value.low > limit.high
    below = limit.low is not None and value.high is not None and value.high < limit.low
    if not (above if _bound(bounded) == "maximum" else below):
        return None
    if relative_difference(value, limit) >= 1:
        return disagreement(limit, value)
    return f"{value.surface} is {'more' if above else 'less'} than the {_bound(bounded)} of {limit.surface}."
