"""Numbers as printed, digits or words: their value, and the size of the last step they print."""

import re
from dataclasses import dataclass, replace
from decimal import Context, Decimal

from claims.language.quantities.meaning import last_place
from claims.language.quantities.number_words import NUMBER_WORD_LETTERS, NUMBER_WORD_START, read_words
from claims.language.quantities.scales import Scale, read_scale, read_scale_letter

# Longer runs are identifiers; larger powers than any science prints.
_MOST_DIGITS = 40
_MOST_EXPONENT = 300
_EXACT = Context(prec=400, Emax=10_000, Emin=-10_000)

_SPACES = " \u00a0\u2009\u202f\u2007"
_DIGITS = re.compile(
    rf"""
      (?P<lakh>[0-9]{{1,2}}(?:,[0-9]{{2}})+,[0-9]{{3}}(?:\.[0-9]+)?)(?![0-9]|,[0-9])
    | (?P<european>[0-9]{{1,3}}(?:\.[0-9]{{3}})+,[0-9]+|[0-9]{{1,3}}(?:\.[0-9]{{3}}){{2,}})(?![0-9]|[.,][0-9])
    | (?P<grouped>[0-9]{{1,3}}(?P<mark>[,'’{_SPACES}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*(?:\.[0-9]+|(?<![,][0-9]{{3}}),[0-9]{{1,2}})?)(?![0-9]|[,'’][0-9]|(?P=mark)[0-9])
    | (?P<raised>(?<![0-9][·∙])[0-9]{{1,4}}[·∙][0-9]{{1,4}})(?![0-9⁻⁰¹²³⁴⁵⁶⁷⁸⁹^]|[·∙.][0-9]|\ ?=)
    | (?P<plain>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)
    """,
    re.VERBOSE,
)
# Most numbers have no group mark and no point, nor what may become one.
_PLAIN_DIGITS = re.compile(rf"[0-9]+(?![0-9.,'’·∙]|[{_SPACES}][0-9])")
_DECIMAL_COMMA = re.compile(r"[0-9]+,(?:[0-9]{1,2}|(?<=\b0,)[0-9]+)(?![0-9,])")
_VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
_FRACTION = re.compile(r"([0-9]{1,2})[/⁄]([0-9]{1,2})(?![0-9/⁄]|[.,][0-9])")
_MIXED = re.compile(r"[ \u00a0-]([0-9]{1,2})[/⁄](2|3|4|5|8|16|32|64)(?![0-9/⁄])")
# Tenths are missing: "8/10" is a mark out of ten.
_FRACTION_PARTS = {2, 3, 4, 5, 6, 8, 16, 32, 64}
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
_POWER_OF_TEN = re.compile(
    r"\s{0,2}[x×⋅·*]\s{0,2}10\s?(?:\^\s?\(?([+−-]?[0-9]{1,3})\)?|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|([−–-][0-9]{1,3})(?![0-9])|(?<=10)((?!00)[0-9]{2})(?![0-9.,]))"
)
_LOST_SUPERSCRIPT = 4
_BARE_POWER = re.compile(r"10(?:\^\s?\(?([+−-]?[0-9]{1,3})\)?|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(−[1-9])(?![0-9.,]))")
# Behind another number than ten, raised figures are its power only in a formula or with a sign; else they are a note mark.
_RAISED_BEHIND = re.compile(r"[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_FORMULA_BEHIND = re.compile(r"\s?[=≈×⋅·+−]\s?[0-9(]")
_FORMULA_BEFORE = re.compile(r"[=≈×⋅·+−]\s?$")
_MOST_OF_A_POWER = 64
_LEAST_POWER_OF_TWO = 8
_SMALLER_PART = re.compile(r"[ \u00a0]?[0-9]{1,4}(?:\.[0-9]{1,2})?(?![0-9.])")
_E_POWER = re.compile(r"[eE]([+−-]?[0-9]{1,3})(?![0-9A-Za-z])")

_DIGIT = f"0-9{''.join(_VULGAR)}"
# The set of first characters lets the engine skip where no number can begin, which halves the time of the search;
# the look-behinds then judge that character, the last one stepping back over it to read a word from it.
CANDIDATE = re.compile(
    rf"[{_DIGIT}.{NUMBER_WORD_LETTERS}]"
    rf"(?:(?<=[{_DIGIT}])|(?<=(?<![0-9A-Za-z.])\.)(?=[0-9])|(?<!\w.)(?<=(?=(?i:{NUMBER_WORD_START}))[\s\S]))"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A printed number: ``value`` (scale included), ``step`` of its last printed digit, ``upper`` for "tens of".

    ``scale`` is the scale word's factor and ``power`` the printed power of ten (1 without one); ``part`` is true for a
    bare fraction ("two thirds"), which measures a share.
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    scale: Decimal = Decimal(1)
    upper: Decimal | None = None
    part: bool = False
    words: bool = False
    power: Decimal = Decimal(1)

    @property
    def exact(self) -> bool:
        return self.step == 1 or self.part


def read_numeral(text: str, start: int) -> Numeral | None:
    """Read the number that begins at ``start``, its scale word or power of ten included."""
    if text[start] in _VULGAR:
        # The replacement character, decoded wrongly, ends in "½".
        return None if text.startswith("ï¿", max(0, start - 2)) else _vulgar(text, start, start, Decimal(0))
    if not ("0" <= text[start] <= "9" or text[start] == "."):
        return read_word_numeral(text, start)
    fraction = _FRACTION.match(text, start)
    return (fraction and _slashed(fraction)) or _read_digits(text, start)


def read_word_numeral(text: str, start: int) -> Numeral | None:
    """Read a number in words ("twenty-five", "half a million", "tens of billions") at ``start``."""
    found = read_words(text, start)
    if found is None:
        return None
    return Numeral(start, found.end, found.value, found.step, found.scale, found.upper, found.part, words=True)


def _read_digits(text: str, start: int) -> Numeral | None:
    power = _BARE_POWER.match(text, start)
    if power:
        return _times_ten(Numeral(start, start + 2, Decimal(1), Decimal(1)), power)
    found = _PLAIN_DIGITS.match(text, start)
    if found:
        printed, end = found.group(), found.end()
    else:
        grouped = _DIGITS.match(text, start)
        if grouped is None:
            return None
        printed, end = _number_and_end(grouped)
    if len(printed) > _MOST_DIGITS:
        return None
    value = Decimal(printed)
    base = Numeral(start, end, value, last_place(value))
    if raised := _RAISED_BEHIND.match(text, end):
        return _raised_to(text, base, raised)
    if text[end : end + 1] in _VULGAR and end < len(text):
        return _vulgar(text, start, end, value)
    mixed = _MIXED.match(text, end)
    if mixed and base.step == 1:
        return _mixed(base, mixed)
    return _scaled(text, base)


def _number_and_end(found: re.Match[str]) -> tuple[str, int]:
    kind, printed = found.lastgroup, found.group()
    if found["european"]:
        return printed.replace(".", "").replace(",", "."), found.end()
    if found["lakh"]:
        return printed.replace(",", ""), found.end()
    if found["raised"]:
        return re.sub("[·∙]", ".", printed), found.end()
    if found["grouped"] and kind:
        whole = printed.replace(found["mark"], "").replace(",", ".")
        if printed.startswith("0,"):
            return "0." + whole[1:], found.end()
        return whole, found.end()
    return printed, found.end()


def read_decimal_comma(text: str, start: int) -> Numeral | None:
    """Read "3,5" as 3.5; only a caller that sees a unit behind it knows that it is no list."""
    found = _DECIMAL_COMMA.match(text, start)
    if not found or len(found.group()) > _MOST_DIGITS:
        return None
    value = Decimal(found.group().replace(",", "."))
    return _scaled(text, Numeral(start, found.end(), value, last_place(value)))


def _scaled(text: str, base: Numeral) -> Numeral | None:
    for pattern in (_POWER_OF_TEN, _E_POWER):
        power = pattern.match(text, base.end)
        # "3.5 × 1020" lost its superscript, "4 × 1020" may be a product.
        if power and (power.lastindex != _LOST_SUPERSCRIPT or base.step < 1):
            return _times_ten(base, power)
    smallest = 0
    while (scale := read_scale(text, base.end)) and base.scale <= 10**9 and scale.power >= smallest:
        base = _with_scale(base, scale)
        smallest = scale.power
        base = _with_smaller_part(text, base, scale)
    return base


def _with_smaller_part(text: str, base: Numeral, scale: Scale) -> Numeral:
    """Add what a number prints behind its first scale word: 1亿2千万 is 120 million, 2 lakh 50 thousand 250,000."""
    rest = _SMALLER_PART.match(text, base.end)
    smaller = rest and read_scale(text, rest.end())
    if not rest or not smaller or smaller.east_asian != scale.east_asian or smaller.power >= scale.power:
        return base
    added = Decimal(rest.group().strip()).scaleb(smaller.power)
    return replace(base, end=smaller.end, value=base.value + added, step=Decimal(1).scaleb(smaller.power))


def scale_letter(text: str, base: Numeral) -> tuple[str, Numeral] | None:
    """Read a k, m, b or T behind a number as a scale, as (letter, number); only the caller knows that it is no unit."""
    found = read_scale_letter(text, base.end) if base.scale == 1 else None
    return found and (found[0], _with_scale(base, found[1]))


def _with_scale(base: Numeral, scale: Scale) -> Numeral:
    """Multiply a number, and its step, by what a scale word stands for."""
    factor = Decimal(1).scaleb(scale.power)
    upper = None if base.upper is None else base.upper * factor
    return Numeral(
        base.start, scale.end, base.value * factor, base.step * factor, base.scale * factor, upper, False, base.words
    )


def rescaled(base: Numeral, scale: Decimal) -> Numeral:
    """Give a range's first number the scale word that its second one prints ("5 to 7 million")."""
    return Numeral(base.start, base.end, base.value * scale, base.step * scale, scale, None, False, base.words)


def _times_ten(base: Numeral, power: re.Match[str]) -> Numeral | None:
    exponent = int(next(group for group in power.groups() if group).translate(_SUPERSCRIPT))
    if abs(exponent) > _MOST_EXPONENT:
        return None
    value, step = (number.scaleb(exponent, _EXACT) for number in (base.value, base.step))
    # A power of ten says how many digits are known, so "1 × 10^3" is no exact thousand.
    return Numeral(base.start, power.end(), value, step, Decimal(1), power=Decimal(1).scaleb(exponent, _EXACT))


def _raised_to(text: str, base: Numeral, raised: re.Match[str]) -> Numeral | None:
    """Raise a number to the power behind it, where it is one: 100² = 10,000, 2³² addresses, 2⁻⁵, but 350² rooms. None where
    the power is beyond all that is counted."""
    exponent = int(raised[0].translate(_SUPERSCRIPT))
    is_power = (
        not raised[0][0].isdigit()
        or (base.value == 2 and exponent >= _LEAST_POWER_OF_TWO)
        or _FORMULA_BEHIND.match(text, raised.end())
        or _FORMULA_BEFORE.search(text, max(0, base.start - 2), base.start)
    )
    if not is_power or base.value <= 0:
        return base
    if abs(exponent) > _MOST_OF_A_POWER:
        return None
    value = _EXACT.power(base.value, exponent)
    # The value moves by so much where the base moves by its last printed step.
    step = base.step if base.step == 1 else abs(exponent * value * base.step / base.value)
    return Numeral(base.start, raised.end(), value, step)


def power_behind(text: str, end: int) -> tuple[Decimal, int]:
    """Read the power of ten behind a bracket, as in (3.2 ± 0.4) × 10−12: its value (or 1) and its end."""
    found = _POWER_OF_TEN.match(text, end)
    scaled = found and _times_ten(Numeral(end, end, Decimal(1), Decimal(1)), found)
    return (scaled.power, scaled.end) if scaled else (Decimal(1), end)


def _vulgar(text: str, start: int, at: int, whole: Decimal) -> Numeral | None:
    above, below = _VULGAR[text[at]]
    bare = at == start
    numeral = Numeral(start, at + 1, whole + Decimal(above) / below, Decimal(1) / below, part=bare)
    return _scaled(text, numeral)


def _slashed(fraction: re.Match[str]) -> Numeral | None:
    above, below = int(fraction[1]), int(fraction[2])
    if not 0 < above < below or below not in _FRACTION_PARTS:
        return None
    return Numeral(fraction.start(), fraction.end(), Decimal(above) / below, Decimal(1) / below, part=True)


def _mixed(base: Numeral, mixed: re.Match[str]) -> Numeral:
    above, below = int(mixed[1]), int(mixed[2])
    if not 0 < above < below:
        return base
    return Numeral(base.start, mixed.end(), base.value + Decimal(above) / below, Decimal(1) / below)
