"""What stands behind a number: a unit, a compound of units, or a currency."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from claims.language.units.conversion import is_unit
from claims.language.units.currencies import CODES, CURRENCIES, SIGNS, SPELLED, code_readings
from claims.language.units.definitions import UnitPowers, compound_name, unit_named
from claims.language.units.foreign import CYRILLIC_CURRENCIES, EAST_ASIAN, EAST_ASIAN_UNIT, PRICE_LINK_ABROAD
from claims.language.units.vocabulary import SYMBOLS, WORDS

_MOST_ATOMS = 4
_JOIN = re.compile(r"[-‑–]|\n|[ \u00a0\u2009\u202f]{0,2}")
_SYMBOL = re.compile(r"(?:(?:sq|cu|fl)\.? |mm (?=Hg))?(?:[°º]?[A-Za-zµμΩÅ]+[☉⊙⊕]?|[А-Яа-яё]{1,4}|[%％‰℃℉°º′″])")
_LETTERS = re.compile(
    r"[A-Za-zåÅöäéłó]+(?:\.[sS]\.)?(?:[ \u00a0\n-][A-Za-zåÅöäé]+){0,3}|[А-Яа-яё]+\.?(?:[ \u00a0\n][А-Яа-яё]+){0,2}"
)
_WORD = re.compile(r"[A-Za-zåÅöäéłóА-Яа-яё]+")
_CURRENCY_WORDS = SPELLED | CYRILLIC_CURRENCIES
_FIRST_WORDS = frozenset(
    word.group() for table in (_CURRENCY_WORDS, WORDS) for unit in table if (word := _WORD.match(unit)) is not None
)
_TOKEN_END = re.compile(r"[ \u00a0\n.-]|$")
# 24 F-22s are aircraft, "20 C-30 C" is a range.
_DESIGNATION = re.compile(
    r"(?P<letters>[A-Z]{1,3})[-‑](?![0-9.,]+ ?(?P=letters)\b)(?:[0-9]{2}|[0-9][A-Za-z]|[1-9](?= [a-z])|[A-Z]{2})"
)
# Letters that are a unit only where the text before or behind speaks of what it measures.
_ONLY_WITH = {
    "G": re.compile(r"\b(?:pull|endur|withst|capsule|aircraft|airframe|fighter|astronaut|cosmonaut|g-force|accelerat|decelerat|over-?load|shock|manoeuv|maneuv|pilot|centrifug|re-?entry|black(?:s|ed)? out|turns?\b|g-)", re.I),
    "MOA": re.compile(r"\b(?:rifle|group|scope|reticle|accura|sights?\b|click|barrel|shoot|shots?\b|bullet|turret|sniper|dispersion|precision|adjust|targets?\b)", re.I),
    "kT": re.compile(r"\b(?:yield|warhead|bomb|nuke|nuclear|blast|explo|detonat|tnt\b|atomic|device|weapon)", re.I),
}  # fmt: skip
_SENTENCE = 80
_YEAR_BEFORE = re.compile(r"(?<![0-9])(?:1[0-9]|20)[0-9]{2}[ \u00a0]?$")
_POWER_WORD = re.compile(r"(square|cubic|sq\.?|cu\.?)[ -]", re.I)
_POWER_AFTER = re.compile(r" (squared|cubed)\b", re.I)
_POWER_SIGN = re.compile(r"\^\(([−-]?[1-9])\)|\^?([−⁻-]?[1-9¹²³⁴])(?![0-9A-Za-z])|([²³])")
_DIVIDE = re.compile(r" ?/ ?| per | p\.(?=h\b)|[ -]an? (?=(?:second|minute|hour|day|week|month|year)\b)|-per-", re.I)
_MULTIPLY = re.compile(r"[·⋅∙•*.-]| (?=[A-Za-zµμ])|[ -](?=(?:hours?|met(?:er|re)s?|pounds?|days?)\b)")
_PER = re.compile(
    r" ?/ ?(?=[A-Za-z])| per (?=[a-z])|-(?:per|a|an)-(?=[a-z])| (?:an?|each|every) (?=(?:barrel|ton|tonne|kilo|kilogram|kilogramme|gram|litre|liter|gallon|pint|pound|ounce|bushel|acre|hectare|square|cubic|mile|kilomet|hour|minute|day|week|month|year|quarter-century|decade|kilowatt|megawatt)s?\b)"
    r"| a (?=second(?:[.,;:)]|$))"
    rf"|{PRICE_LINK_ABROAD}"
)
_MANY = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_PER_MANY = re.compile(
    rf"(?: ?/ ?| (?:per|an?|each|every) )(?:(?<=per )(?:a |one ))?({'|'.join(_MANY)}|(?:(?<=/)|(?<=/ )|(?<=per )|(?<=every ))1(?:0{{1,6}}|0{{0,2}}(?:,000){{1,2}}))[ \u00a0-](?=[A-Za-z])",
    re.I,
)
_LATER = re.compile(r"[ -](?:later|ago|earlier|before|after|old|apart|into)\b")
#: What a price may be per.
PRICED = frozenset(["mass", "volume", "time", "energy", "area", "length", "information", "substance"])
_PREFIX = re.compile(r"^(?:kilo|mega|giga|milli|micro)")
_SPACED_PRODUCTS = {("newton", "meter"), ("watt", "hour"), ("ampere", "hour"), ("foot", "pound"), ("pascal", "second")}
_DIGIT_POWERS = str.maketrans("⁻−¹²³⁴", "--1234")
_NOT_WITH_HYPHEN = frozenset(["A", "B", "C", "F", "H", "J", "K", "M", "N", "T", "V", "W"])
_INCH_FOLLOWERS = re.compile(
    r"\s*(?:$|[.,;:()×x]|(?:wide|long|tall|high|thick|deep|in diameter|by|of rain|of snow|calib))", re.I
)
_FEET_BEFORE = re.compile(r"(?:ft\.?|foot|feet) ?[0-9]{1,2}(?:\.[0-9]{1,2})? ?$")
_DECIMALS_BEFORE = re.compile(r"[0-9]\.[0-9]{1,6} $")
_CURRENCY_SIGN = re.compile(r"\s?(US\$|[$€£¥￥₽₹₩₴₺₪₫₦₱฿₸]|zł\b)")
# "3 millones de euros", "2 milliards d'euros", "5 milioni di euro".
_OF_CURRENCY = re.compile(r" (?:de |d['’]|di )(?=[a-zA-Z])")
_CODE = re.compile(r"[ \u00a0-]?([A-Z]{3})(?![A-Za-z0-9])")
_LARGE_AMOUNT = re.compile(r"(?:thousand|million|billion|trillion|bn|[0-9],[0-9]{3})$", re.I)
# "A 590 lb-ft torque" and "70 ft-lb": the pound is one of force.
_POUND = r"(?:lbs?f?|pounds?)"
_OF_FORCE = re.compile(
    rf"[ -]?(?=[lpfik])(?:(?P<foot>{_POUND}[-·⋅∙.‑ ](?:ft|foot|feet)|(?:ft|foot)[-·⋅∙.‑ ]{_POUND})|(?P<inch>{_POUND}[-·⋅∙‑](?:in|inch)|(?:in|inch)[-·⋅∙‑]{_POUND})"
    r"|(?P<metre>kg[-·⋅∙‑]?m)|(?P<thrust>lb\.? ?(?:st\b|s\.t\.)))(?![A-Za-z0-9²³^/])"
)
_FORCES = {
    "foot": "foot * pound_force",
    "inch": "inch * pound_force",
    "metre": "kilogram_force * meter",
    "thrust": "pound_force",
}
_TIMES_GRAVITY = re.compile(r" ?[x×] ?g\b")
_PER_DAY = re.compile(r" ?(?:b|bbls?)/d(?:ay)?\b")
# What a percentage is a share of: 45 wt%, 5 vol.%, 2 mol %.
_SHARE_OF = re.compile(
    r"[ \u00a0\u2009]?(?:wt|vol|mol|at|mass|weight|atomic|volume)\.?[ \u00a0\u2009]?[-–]?(?:%|percent\b|per cent\b)"
)
_HORSEPOWER = re.compile(r"[ \u00a0]?л\. ?с\.")
# What a mass is a mass of, between it and what it is divided by: 90 kg N ha−1.
_OF_WHAT = re.compile(r" (?:N|C|P|K|S|CO2|CO₂|DW|DM|FW|d\.w\.|dw|dry weight|dry matter)(?=(?: ?/ ?| )[A-Za-zµμ])")
_IN_BRACKETS = re.compile(r" ?/ ?\(([^()\s][^()\n]{0,24})\)")
# Four Kilo-class submarines weigh no four kilos.
_WHOLE = (
    (_TIMES_GRAVITY, "standard_gravity"),
    (_PER_DAY, "oil_barrel / day"),
    (_SHARE_OF, "percent"),
)
# Looking at a character or two spares most numbers the patterns.
_WHOLE_BEGINS = frozenset("x×bwvma")
_OF_FORCE_BEGINS = frozenset("lpfik")
_NO_UNIT_BEHIND = ("", ".", ",", ";", ":", ")", "?", "!", '"')
_EAST_ASIAN_BEHIND = re.compile(r"[ \u00a0]?[\u3000-\u9fff\uac00-\ud7af]")
# What presses on so small an area is a force: kg/cm² is a pressure, kg/m² may be snow on a roof.
_SMALL_AREAS = frozenset(
    area for length in ("millimeter", "centimeter", "inch") for area in ((length, -2), (f"{length} ** 2", -1))
)
_CLASS_NAME = re.compile(r"-(?:class|type|series)\b")
_MINOR = re.compile(
    r"[ \u00a0-](cents?|pence|pennies|kopecks?|kopeks?|eurocents?)\b|(?<![0-9.,][0-9]{2})(p)(?![A-Za-z0-9/.]|[-–])",
    re.I,
)
_MINOR_READINGS = {"c": ("USD", "EUR"), "p": ("GBP",), "k": ("RUB",), "e": ("EUR",)}


@dataclass(frozen=True, slots=True)
class Suffix:
    """The readings of what stands behind a number, up to ``end``; ``hundredth`` is true for cents and pence.

    ``count`` is how many of the unit a price pays for: a thousand in "per thousand cubic metres".
    """

    end: int
    readings: tuple[str, ...]
    hundredth: bool = False
    symbol: bool = False
    count: int = 1


@dataclass(frozen=True, slots=True)
class _Atom:
    end: int
    readings: tuple[str, ...]
    power: int = 1
    symbol: bool = False


def read_suffix(text: str, end: int) -> Suffix | None:
    """Read the unit or currency that stands behind a number which ends at ``end``."""
    near = text[end : end + 2]
    if near[:1] in _NO_UNIT_BEHIND:
        return None
    for pattern, unit in _WHOLE if not _WHOLE_BEGINS.isdisjoint(near) else ():
        found = pattern.match(text, end)
        if found:
            return Suffix(found.end(), (unit,), symbol=True)
    force = _OF_FORCE.match(text, end) if not _OF_FORCE_BEGINS.isdisjoint(near) else None
    if force:
        return Suffix(force.end(), (_FORCES[force.lastgroup or ""],), symbol=True)
    if not near.isascii():
        horsepower = _HORSEPOWER.match(text, end)
        if horsepower:
            return Suffix(horsepower.end(), ("metric_horsepower",), symbol=True)
        if _EAST_ASIAN_BEHIND.match(text, end):
            found = EAST_ASIAN_UNIT.match(text, end)
            return Suffix(found.end(), EAST_ASIAN[found[1]], symbol=True) if found else None
    return read_currency(text, end) or _read_unit(text, end)


def read_divisor(text: str, end: int) -> Suffix | None:
    """Read what an amount of money is paid for: the "per barrel" of "$80 per barrel", or nothing.

    Its reading is one of the units that goods and time are sold by; "per person" and "a month later" are none.
    """
    many = _PER_MANY.match(text, end)
    link = many or _PER.match(text, end)
    unit = _read_priced_unit(text, link.end()) if link else None
    if unit is None or _LATER.match(text, unit.end):
        return None
    name = unit.readings[0]
    if name in CURRENCIES or " / " in name or unit_named(name).dimension not in PRICED:
        return None
    return Suffix(unit.end, (name,), count=_many(many[1]) if many else 1)


def _read_priced_unit(text: str, start: int) -> Suffix | None:
    east_asian = EAST_ASIAN_UNIT.match(text, start)
    if east_asian:
        return Suffix(east_asian.end(), EAST_ASIAN[east_asian[1]], symbol=True)
    return _read_unit(text, start)


def _many(printed: str) -> int:
    return _MANY.get(printed.lower()) or int(printed.replace(",", ""))


def read_currency(text: str, end: int) -> Suffix | None:
    """Read a currency sign, code or word behind a number."""
    sign = _CURRENCY_SIGN.match(text, end)
    if sign and not text[sign.end() : sign.end() + 1].isdigit():
        return Suffix(sign.end(), SIGNS[sign[1]])
    code = _CODE.match(text, end)
    if code and code[1] in CODES:
        return Suffix(code.end(), code_readings(code[1]))
    minor = _MINOR.match(text, end)
    if minor:
        return Suffix(minor.end(), _MINOR_READINGS[(minor[1] or minor[2])[0].lower()], hundredth=True)
    if text[end : end + 1] in ("", " ", "-", "\u00a0", "\n"):
        of = _OF_CURRENCY.match(text, end)
        found = _longest(text, of.end() if of else end + 1, _CURRENCY_WORDS)
        return Suffix(*found) if found and _is_no_verb(text, end, found[0]) else None
    return None


def _is_no_verb(text: str, end: int, stop: int) -> bool:
    """Refuse the "won" of "the 500 won": only an amount that money has is one in Korean won."""
    return text[end + 1 : stop].lower() != "won" or bool(_LARGE_AMOUNT.search(text, max(0, end - 12), end))


def _longest(text: str, start: int, table: dict[str, tuple[str, ...]]) -> tuple[int, tuple[str, ...]] | None:
    word = _WORD.match(text, start)
    if not word or word.group().lower() not in _FIRST_WORDS:
        return None
    letters = _LETTERS.match(text, start) or word
    ends = [found.start() for found in _TOKEN_END.finditer(text, start, letters.end())]
    for end in reversed(ends):
        readings = table.get(text[start:end].lower().replace("\n", " ").replace("\u00a0", " "))
        if readings:
            return end, readings
    return None


def _read_unit(text: str, end: int) -> Suffix | None:
    joint = _JOIN.match(text, end)
    begin = joint.end() if joint else end
    if _DESIGNATION.match(text, begin):
        return None
    first = _read_atom(text, begin, text[end:begin])
    if first is None:
        return None
    atoms, stop = [first], first.end
    while len(atoms) < _MOST_ATOMS:
        following = _bracketed(text, stop) or _next_atoms(text, stop, atoms)
        if not following:
            break
        atoms.extend(following)
        stop = following[-1].end
    return _suffix_of(atoms)


def _bracketed(text: str, end: int) -> list[_Atom]:
    """Read a divisor in brackets: the (m K) of W/(m K)."""
    found = _IN_BRACKETS.match(text, end)
    atoms: list[_Atom] = []
    at = found.start(1) if found else end
    while found and at < found.end(1):
        atom = _read_atom(text, at, "/")
        if atom is None or atom.end > found.end(1):
            return []
        atoms.append(replace(atom, end=found.end(), power=-atom.power))
        joint = _MULTIPLY.match(text, atom.end)
        at = joint.end() if joint else atom.end
    return atoms


def _next_atoms(text: str, end: int, atoms: list[_Atom]) -> list[_Atom]:
    atom = _next_atom(text, end, atoms)
    of_what = None if atom else _OF_WHAT.match(text, end)
    if of_what and _dimension(atoms[0]) in ("mass", "substance"):
        atom = _next_atom(text, of_what.end(), atoms)
        atom = atom if atom and atom.power < 0 else None
    return [atom] if atom else []


def _suffix_of(atoms: list[_Atom]) -> Suffix:
    for size in range(len(atoms), 0, -1):
        used = atoms[:size]
        readings = _readings(tuple((atom.readings, atom.power) for atom in used))
        if readings:
            return Suffix(used[-1].end, readings, symbol=used[0].symbol)
    return Suffix(atoms[0].end, atoms[0].readings)


@lru_cache(maxsize=4096)
def _readings(atoms: tuple[tuple[tuple[str, ...], int], ...]) -> tuple[str, ...]:
    first, *others = atoms
    if not others and first[1] == 1:
        return first[0]
    rest: UnitPowers = tuple((readings[0], power) for readings, power in others)
    names = (compound_name(_flat(((reading, first[1]), *rest))) for reading in first[0])
    known = [name for name in names if is_unit(name)]
    if rest and rest[0] in _SMALL_AREAS:
        known = [name for name in known if "_force" in name] or known
    return tuple(name for name in known if unit_named(name).dimension == unit_named(known[0]).dimension)


def _flat(powers: UnitPowers) -> UnitPowers:
    flat: list[tuple[tuple[str, int], int]] = []
    for name, power in powers:
        above, *below = name.split(" / ")
        flat.extend((part, power) for part in _with_power(above))
        flat.extend((part, -power) for group in below for part in _with_power(group))
    return tuple((name, power * outer) for (name, power), outer in flat)


def _with_power(group: str) -> list[tuple[str, int]]:
    name, _, power = group.partition(" ** ")
    return [(name, int(power or 1))]


def _next_atom(text: str, end: int, atoms: list[_Atom]) -> _Atom | None:
    divide = _DIVIDE.match(text, end)
    if divide:
        atom = _read_atom(text, divide.end(), "/")
        if atom and divide.group()[1:2] == "a" and _LATER.match(text, atom.end):
            # "down from 61% a year earlier": then, and not in a year.
            return None
        if atom and _dimension(atom) == _dimension(atoms[0]) and not (atom.symbol and atoms[0].symbol):
            return None
        return atom and _Atom(atom.end, atom.readings, -abs(atom.power), atom.symbol)
    multiply = _MULTIPLY.match(text, end)
    if not multiply:
        return None
    atom = _read_atom(text, multiply.end(), multiply.group())
    if atom is None or not _may_multiply(multiply.group(), atoms[-1], atom):
        return None
    return atom


def _dimension(atom: _Atom) -> str:
    return unit_named(atom.readings[0]).dimension


def _may_multiply(sign: str, last: _Atom, atom: _Atom) -> bool:
    if sign in "·⋅∙•*":
        return True
    pair = (_PREFIX.sub("", last.readings[0]), atom.readings[0])
    return pair in _SPACED_PRODUCTS or (atom.power < 0 and sign == " " and last.symbol)


def _read_atom(text: str, start: int, joint: str) -> _Atom | None:
    power_word = _POWER_WORD.match(text, start)
    if power_word:
        found = _longest(text, power_word.end(), WORDS)
        if found:
            return _Atom(found[0], found[1][:1], 2 if power_word[1][0] in "sS" else 3)
    return _read_symbol(text, start, joint) or _read_word(text, start)


def _read_word(text: str, start: int) -> _Atom | None:
    found = _longest(text, start, WORDS)
    if not found or (text[start].isupper() and _CLASS_NAME.match(text, found[0])):
        return None
    power = _POWER_AFTER.match(text, found[0])
    if power:
        return _Atom(power.end(), found[1][:1], 2 if power[1].lower() == "squared" else 3)
    return _Atom(*found)


def _read_symbol(text: str, start: int, joint: str) -> _Atom | None:
    found = _SYMBOL.match(text, start)
    if not found:
        return None
    readings = SYMBOLS.get(found.group().replace(".", ""))
    if not readings or not _symbol_fits(text, found, joint):
        return None
    power = _POWER_SIGN.match(text, found.end())
    if power and _power_fits(found.group(), power):
        written = (power[1] or power[2] or power[3]).translate(_DIGIT_POWERS)
        return _Atom(power.end(), readings[:1], int(written), symbol=True)
    if text[found.end() : found.end() + 1].isdigit():
        return None
    return _Atom(found.end(), readings, symbol=True)


def _power_fits(symbol: str, power: re.Match[str]) -> bool:
    return symbol[0] not in "%°" and (
        not power.group()[0].isdigit() or symbol.endswith("m") or power.group() in ("²", "³") or symbol == "s"
    )


def _symbol_fits(text: str, found: re.Match[str], joint: str) -> bool:
    symbol, after = found.group(), text[found.end() : found.end() + 24]
    if symbol in _ONLY_WITH:
        around = text[max(0, found.start() - _SENTENCE) : found.end() + _SENTENCE]
        return bool(joint and _ONLY_WITH[symbol].search(around))
    if symbol == "г" and _YEAR_BEFORE.search(text, max(0, found.start() - 6), found.start()):
        return False
    if symbol == "in":
        return joint == "-" or bool(
            _INCH_FOLLOWERS.match(after) or _FEET_BEFORE.search(text, max(0, found.start() - 18), found.start())
        )
    if symbol == "g" and after.startswith("-force"):
        return False
    newton_metre = symbol == "N" and re.match(r"[-‑]m\b", after)
    if (
        symbol in _NOT_WITH_HYPHEN
        and not newton_metre
        and (re.match(r"[-–'’][A-Za-z]", after) or re.match(r"\.[A-Z]", after))
    ):
        return False
    if symbol == "A" and joint == " ":
        return bool(_DECIMALS_BEFORE.search(text, max(0, found.start() - 12), found.start())) or not re.match(
            r" [a-z]", after
        )
    if joint in ("-", "‑", "–") and len(symbol) == 1 and symbol.isupper():
        return re.match(r"[A-Za-z]", after) is None
    return True
