"""Which property of which thing a figure measures, however a claim puts it: as its statement or in passing."""

import re
from dataclasses import dataclass

from claims.language.findings.things import NOUN_PHRASE, VERB
from claims.language.quantities import Quantity

_NEXT = rf"(?= {VERB}\b)"
#: A noun that takes "of" and a figure: "a range of 1,200 km".
PROPERTY = (
    r"(?P<property>(?:[a-z-]+ ){0,2}?(?:range|reach|weight|mass|height|length|width|depth|breadth|beam|draught|draft|diameter|thickness|wingspan|span|area|"
    r"speed|thrust|power|output|capacity|payload|displacement|crew|staff|workforce|population|price|cost|budget|ceiling|yield|calibre|"
    r"caliber|volume|circumference|altitude|elevation|tonnage|horsepower|endurance|payload capacity|membership|circulation|turnover|"
    r"revenue|profit|debt|headcount|seating capacity))"
)
_EXTENTS = {
    "long": "length",
    "tall": "height",
    "high": "height",
    "wide": "width",
    "deep": "depth",
    "thick": "thickness",
}
_ADJECTIVE = rf"(?P<adjective>{'|'.join(_EXTENTS)})"
#: What "the 95-metre tower" measures: its height.
_USUAL_EXTENT = {
    "height": "tower building skyscraper mast dam statue monument mountain peak volcano hill waterfall chimney pyramid",
    "length": "bridge tunnel ship frigate destroyer submarine boat vessel ferry yacht wall runway road pipeline canal railway river train",
    "depth": "lake well mine shaft",
}
#: The property of "the 1,200-metre bridge" follows from what a bridge is measured by.
_PREMODIFIED = "premodified"
_EXTENT_OF = {kind: extent for extent, kinds in _USUAL_EXTENT.items() for kind in kinds.split()}
_YIELDS = (
    r"(?:yields?|yielded|produces?|produced|develops?|developed|delivers?|delivered|generates?|generated|gives?|gave)"
)
_PEOPLE = r"(?:people|inhabitants|residents|souls|citizens)"
_WORKERS = r"(?:people|workers|employees|staff|men and women)"


@dataclass(frozen=True)
class AttributeMention:
    """A figure with the words for its property and its thing.

    ``rest`` is what else the claim says, ``behind`` what follows the figure before the next one. ``in_passing`` marks an
    attribute that is not the claim's own statement, ``is_implied`` a thing that no word of the claim names.
    """

    thing: str
    property: str
    figure: Quantity
    rest: str
    in_passing: bool
    is_implied: bool
    behind: str


@dataclass(frozen=True)
class _Way:
    """One way to put an attribute: the words before the figure, those behind, and the property where no word names it."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    property: str = ""
    dimension: str = ""
    in_passing: bool = True
    thing: str = ""


def _way(
    before: str, after: str = "", named: str = "", dimension: str = "", *, in_passing: bool = True, thing: str = ""
) -> _Way:
    return _Way(re.compile(before, re.I), re.compile(after, re.I), named, dimension, in_passing, thing)


_THING_BEFORE = r"^(?P<thing>[^,;:()\"“”⟦⟧]{2,60}?)"
#: Each with an example; the first that fits is taken.
_WAYS = (
    # With a range of 1,200 km, the missile …
    _way(rf"^with (?:an? |its )?{PROPERTY} of $", rf"^[^,;]{{0,25}}, {NOUN_PHRASE}{_NEXT}"),
    # At a height of 130 m, the tower …
    _way(r"^at (?:an? )?(?P<property>weight|length|price|cost|height|width|displacement) of $", rf"^, {NOUN_PHRASE}{_NEXT}"),
    # At 95 metres tall, the tower …; At 12 tons, the truck …
    _way(r"^at $", rf"^ {_ADJECTIVE}, {NOUN_PHRASE}{_NEXT}", "", "length"),
    _way(r"^at $", rf"^, {NOUN_PHRASE}{_NEXT}", "weight", "mass"),
    # Able to carry 50 kg, the drone …
    _way(r"^(?:able to (?:carry|lift|hold)|capable of (?:carrying|lifting|holding)) $", rf"^, {NOUN_PHRASE}{_NEXT}", "payload", "mass"),
    _way(r"^(?:able to (?:carry|seat|hold)|capable of (?:carrying|seating)) $", rf"^ (?:people|passengers)[^,;]{{0,20}}, {NOUN_PHRASE}{_NEXT}", "seat", "count"),
    # Weighing 17 kg, the gun …
    _way(r"^weighing $", rf"^, {NOUN_PHRASE}{_NEXT}", "weight", "mass"),
    _way(r"^costing $", rf"^, {NOUN_PHRASE}{_NEXT}", "cost", "money"),
    _way(r"^(?:measuring|standing|stretching) $", rf"^ {_ADJECTIVE}, {NOUN_PHRASE}{_NEXT}", "", "length"),
    # The bridge, 840 metres long, …
    _way(rf"{_THING_BEFORE}, $", rf"^ {_ADJECTIVE}\b", "", "length"),
    _way(rf"{_THING_BEFORE} \($", rf"^ {_ADJECTIVE}\)", "", "length"),
    # Velden, with 60,000 inhabitants, …; The frigate, with a crew of 40, …
    _way(rf"{_THING_BEFORE},? with (?:an? |its )?{PROPERTY} of $", r"^(?:[^,;]{0,25},|[^,;]{0,12}$)"),
    _way(rf"{_THING_BEFORE}, with $", rf"^ {_PEOPLE},", "population", "count"),
    # The town of 45,000 people …
    _way(r"^(?P<thing>the (?:town|city|village|island|region|country|port|state)) of $", rf"^ {_PEOPLE}\b", "population", "count"),
    # The 1,200-metre bridge …
    _way(r"^(?:the |its |a )?$", rf"^(?:[- ]{_ADJECTIVE})? (?P<thing>(?:[\w'’./-]+ ){{0,2}}?[\w'’./-]+){_NEXT}", _PREMODIFIED),
    # The engine's thrust of 700 kN …
    _way(rf"{_THING_BEFORE}['’]s? {PROPERTY}(?: of |, | \($)$", ""),
    _way(rf"^(?P<thing>its|her|his|their) {PROPERTY} of $", ""),
    _way(rf"{_THING_BEFORE}['’]s? {PROPERTY} (?:is|was|reaches|reached|stands at|totals) $", "", in_passing=False),
    _way(rf"^the {PROPERTY} of (?P<thing>[^,;:()]{{2,50}}?) (?:is|was|reaches|reached|stands at) $", "", in_passing=False),
    _way(rf"^(?P<thing>its|her|his|their) {PROPERTY} (?:is|was|reaches|reached|stands at|totals) $", "", in_passing=False),
    # The Tarn missile can hit targets at a distance of 900 km.
    _way(
        rf"{_THING_BEFORE} (?:can|could|is able to) (?:hit|reach|strike|engage|destroy|attack|fire at|detect|spot|see|track|find|pick up)(?: [a-z]+){{0,2}}? (?:at (?:an? )?(?:distances?|ranges?) of (?:up to )?|up to |at )$",
        r"^(?: away| off| distant)?",
        "range",
        "length",
        in_passing=False,
    ),
    _way(rf"{_THING_BEFORE} (?:can|could) (?:dive|descend) to (?:a depth of )?$", "", "diving depth", "length", in_passing=False),
    _way(rf"{_THING_BEFORE} (?:flies|travels|sails|moves|runs|can fly|can sail|can travel) at (?:speeds of )?$", "", "speed", "speed", in_passing=False),
    _way(rf"{_THING_BEFORE}['’]s (?P<property>crew|staff|workforce|population) (?:numbers|numbered|is|was|consists of|totals) $", "", in_passing=False),
    _way(r"^(?P<thing>its|her|his|their) (?P<property>crew|staff|workforce|population) (?:numbers|numbered|is|was|consists of|totals) $", "", in_passing=False),
    _way(rf"{_THING_BEFORE} (?:can|could) fly $", "", "range", "length", in_passing=False),
    # A total of 650 people work at the plant.
    _way(r"^(?:a total of |some |about )?$", rf"^ {_WORKERS} (?:work|worked|are employed|were employed) (?:at|in|for|by) (?P<thing>[^,;:()]{{2,40}}?)\.?$", "employee", "count", in_passing=False),
    _way(rf"{_THING_BEFORE} (?:employs?|employed) $", rf"^ {_WORKERS}\b", "employee", "count", in_passing=False),
    _way(rf"{_THING_BEFORE} (?:has|had) (?:a (?:staff|workforce) of )?$", r"^ (?:workers|employees|staff)\b", "employee", "count", in_passing=False),
    _way(r"^$", rf"^ {_PEOPLE} (?:live|lived) (?:in|on) (?P<thing>[^,;:()]{{2,40}}?)\.?$", "population", "count", in_passing=False),
    # The film was made for $12 million.
    _way(rf"{_THING_BEFORE} (?:was|were) (?:made|built|produced|shot|constructed|bought|completed) (?:for|at a cost of) $", "", "cost", "money", in_passing=False),
    _way(rf"{_THING_BEFORE} cost (?:its \w+ )?$", r"^(?: to (?:make|build|produce|construct|complete))?\.?$", "cost", "money", in_passing=False),
    # The ship displaces 4,000 tons.
    _way(rf"{_THING_BEFORE} displace[sd]? $", "", "displacement", "mass", in_passing=False),
    _way(rf"{_THING_BEFORE} (?:carries|carried|lifts|can carry|can lift) (?:a payload of |loads of |up to )?$", "", "payload", "mass", in_passing=False),
    _way(rf"{_THING_BEFORE} is crewed by $", "", "crew", "count", in_passing=False),
    # The lake reaches a depth of 85 metres.
    _way(rf"{_THING_BEFORE} (?:reaches|reached|has|had|rises to|rose to|attains|runs to) (?:an? )?{PROPERTY} of $", "", in_passing=False),
    _way(rf"{_THING_BEFORE} (?:is|was|are|were|stands|stood|rises|rose|measures|measured|stretches|runs) $", rf"^ {_ADJECTIVE}\b", "", "length", in_passing=False),
    _way(rf"{_THING_BEFORE} weigh(?:s|ed)? $", "", "weight", "mass", in_passing=False),
    _way(rf"{_THING_BEFORE} (?:tips|tipped) the scales? at $", "", "weight", "mass", in_passing=False),
    # The LK-70 yields 1,620 kN at sea level.
    _way(rf"{_THING_BEFORE} {_YIELDS} (?:an? )?(?:(?:maximum |total )?thrust of )?$", "", "thrust", "force", in_passing=False),
    _way(rf"{_THING_BEFORE} {_YIELDS} (?:an? )?(?:(?:maximum |total )?(?:power|output) of )?$", "", "power", "power", in_passing=False),
    _way(rf"{_THING_BEFORE} (?:runs|flows|stretches|extends|meanders|winds) (?:for )?$", r"^(?! (?:from|north|south|east|west|below|above|into|off)\b)", "length", "length", in_passing=False),
    _way(r"\bfrom (?:its|the) source to (?:its|the) mouth,?(?: for| over)? $", "", "length", "length", thing="the river"),
    _way(rf"{_THING_BEFORE} (?:seats|seated|carries|carried|holds|held|accommodates|accommodated|has room for|had room for) $", r"^ (?:passengers|people|guests|spectators|visitors)\b", "seat", "count", in_passing=False),
)  # fmt: skip
_FILLERS = re.compile(
    r"(?:\b(?:only|just|about|around|some|roughly|nearly|almost|approximately|up to|at least|at most|more than|less than|over|under|now|"
    r"exactly|a total of|an estimated|estimated|well|no less than|a|the)\s*|[~≈<>≥≤±]\s*)+$",
    re.IGNORECASE,
)
_THE = re.compile(r"\bthe $", re.IGNORECASE)
_NEXT_FIGURE = re.compile(r"\d|,|;")
_SYNONYMS = {"reach": "range", "mass": "weight", "price": "cost", "budget": "cost", "staff": "employee", "workforce": "employee", "headcount": "employee"}  # fmt: skip


def attribute_mentions(text: str, figures: list[Quantity]) -> list[AttributeMention]:
    """Read what each figure of a claim measures; figures of which that is not certain are left out."""
    found = []
    for figure in figures:
        before, after = text[: figure.start], text[figure.end :]
        mention = _mention(before, after, figure)
        if mention is not None:
            found.append(mention)
    return found


def _mention(before: str, after: str, figure: Quantity) -> AttributeMention | None:
    plain = _FILLERS.sub("", before)
    for way in _WAYS:
        first = way.before.search(plain)
        behind = way.after.search(after) if first else None
        if first is None or behind is None:
            continue
        groups = {**behind.groupdict(), **{name: value for name, value in first.groupdict().items() if value}}
        named = _property_of(way, groups, figure)
        if named is None or not (groups.get("thing") or way.thing):
            continue
        thing = way.thing or groups["thing"]
        if way.property == _PREMODIFIED and _THE.search(before):
            thing = f"the {thing}"
        rest = f"{plain[: first.start()]} {plain[first.end() :]} {after[behind.end() :]}"
        return AttributeMention(
            thing.strip(), named, figure, rest.strip(), way.in_passing, bool(way.thing), _NEXT_FIGURE.split(after)[0]
        )
    return None


def _property_of(way: _Way, groups: dict[str, str], figure: Quantity) -> str | None:
    named = groups.get("property") or _EXTENTS.get((groups.get("adjective") or "").lower()) or way.property
    if named == _PREMODIFIED:
        head = groups["thing"].split()[-1].lower()
        if "-" not in figure.surface or figure.dimension not in ("length", "mass", "money"):
            return None
        named = {"mass": "weight", "money": "cost"}.get(figure.dimension) or _EXTENT_OF.get(head, "")
    elif way.dimension and figure.dimension != way.dimension:
        return None
    *qualifiers, noun = named.lower().split() or [""]
    if figure.dimension == "power" and noun in ("output", "capacity"):
        noun = "power"
    return " ".join([*qualifiers, _SYNONYMS.get(noun, noun)]) or None
