"""Raised numbers without a sign: powers, cents, or marks that send a reader to a note. One rule for web pages, Word
documents and PDFs.

A sure mark is left out. One in doubt, which may be a power, stands in square brackets, so that it becomes a digit of no
figure and a letter of no word, and people are told of it.
"""

import re
import unicodedata
from enum import Enum, auto


class Reading(Enum):
    """What a raised number was taken for."""

    SURE_POWER = auto()
    POWER = auto()
    CENTS = auto()
    MARK = auto()
    SURE_MARK = auto()
    MARK_AT_START = auto()
    DOUBTFUL = auto()


#: More digits than any power, mark or cents has.
LONGEST_NUMBER = 4
#: What stands before a raised number, as far as it tells what the number is.
LONGEST_BEFORE = 80

#: On these a raised 2, 3 or 4 is a power, whatever stands before them.
_UNITS = frozenset(
    [
        "m",
        "dm",
        "cm",
        "mm",
        "nm",
        "km",
        "µm",
        "μm",
        "um",
        "dam",
        "Mm",
        "Gm",
        "ms",
        "kN",
        "eV",
        "GeV",
        "MeV",
        "TeV",
        "Pa",
    ]
    + ["kg", "kpc", "Mpc", "Å", "Å", "м", "см", "мм", "км", "дм", "Ω", "kW", "MW", "kV", "arcsec", "arcmin"]
)
#: Units that are words or names of other things too: only behind a figure, a stroke or another unit.
_UNITS_BEHIND_FIGURES = frozenset(
    ["pm", "fm", "hm", "s", "sec", "min", "h", "hr", "ft", "in", "yd", "mi", "rd", "ly", "pc", "au", "AU", "deg"]
    + ["A", "K", "T", "W", "N", "J", "V", "g", "c", "r", "с", "degree", "degrees"]
)
#: Spelt-out lengths behind a figure. Behind square and cubic the power is said already.
_LENGTHS = frozenset(
    ["metres", "meters", "metre", "meter", "kilometres", "kilometers", "kilometre", "kilometer", "centimetres"]
    + ["centimeters", "centimetre", "centimeter", "millimetres", "millimeters", "millimetre", "millimeter"]
    + ["feet", "foot", "miles", "mile", "inches", "inch", "yards", "yard", "angstroms", "ångströms"]
)
_TIMES = frozenset(["sec", "second", "seconds", "hour", "minute"])
_MOST_OF_A_POWER = 4
_MOST_OF_A_LETTER = 9
_LONGEST_SYMBOL = 3
#: From here on a raised number after a 2 is no note of a short text: 2³² addresses.
_LEAST_OF_TWO = 8

_NUMBER = re.compile(r"(?<![\d.,·])\d[\d.,·]*$")
_DECIMAL = re.compile(r"\d+[.·]\d+|\d+,\d{1,2}|\d+,\d{4,}|\d{1,3}(?:,\d{3})+\.\d+")
#: A point in the middle of the line, as old British print has it.
_RAISED_POINT = re.compile(r"\d+·\d")
_WORD = re.compile(r"[^\W\d_]+$")
#: A short number may have a power: 12³ may be one, 1991² is none. Round numbers may, too.
_MOST_DIGITS_OF_A_BASE = 2
_ROUND = frozenset(["100", "1000", "1,000"])
_STRONG_OPERATOR = r"[×·⋅*=≈+−^]\s?"
_OPERATOR_AND_SMALL_NUMBER = re.compile(rf"(?:{_STRONG_OPERATOR}|[<>]\s?)\d{{1,2}}$")
_OPERATOR_AND_LETTER = re.compile(rf"(?:{_STRONG_OPERATOR}|[<>]\s?)[^\W\d_]$")
_OPERATOR_AND_SYMBOL = re.compile(rf"{_STRONG_OPERATOR}[^\W\d_]{{2,3}}$")
_OPERATOR_AFTER = re.compile(r"\s?[=≈×·⋅+−^]\s?(?:[\w(√]|$)")
_BEHIND_A_FIGURE = re.compile(r"(?:\d\s?|[/·⋅*(]|\bper |\b(?:m|kg|cm|km|mm)\s)$")
_POWER_IS_SAID = re.compile(r"\b(?:square|squared|cubic|cubed|sq\.?|cu\.?)\s$", re.IGNORECASE)
_PER = re.compile(r"(?:/|\bper\s|\ba\s)$")
_MONEY_SIGN = r"(?:[$€£¥₹₽₴₩₪₺]|\b(?:USD|EUR|GBP|CHF|Rs\.?|kr\.?)\s?)"
_MONEY_BEFORE = re.compile(rf"{_MONEY_SIGN}\s?(\d[\d,]*?)([.,]?)$")
_AMOUNT = re.compile(r"(?<![\d.,])(\d[\d,]*?)([.,]?)$")
_MONEY_AFTER = re.compile(r"\s?(?:[$€£¥₹₽₴]|(?:EUR|USD|GBP|CHF|PLN|zł|kr|Kč|Ft|lei|руб)\b)")
_MONEY_SIGN_BETWEEN = re.compile(r"\d\s?[$€£]$")
#: A capital that is no letter of a variable here: Charles I, vitamin A.
_WORDS_OF_ONE_LETTER = frozenset("aAI")
_ISOTOPE_AFTER = re.compile(r"(?:[A-Z][a-z]?)(?![a-z])")
_NAME_AND_HYPHEN = re.compile(r"[^\W\d_]-$")
#: In brackets, with an operator in it or between two letters; (post-war) and (2019-20) are none.
_FORMULA = re.compile(
    r"[(\[{|](?=[^()\[\]{}|]*(?:[+−×*·]|\s-\s|(?<![^\W\d_])[^\W\d_][/-]|[/-][^\W\d_](?![^\W\d_])))[\w+−×/*·. -]{1,30}[)\]}|]$"
)
_WORD_IN_BRACKETS = re.compile(r"[^\W\d_]{4,}")
_NUMBER_IN_PARENTHESES = re.compile(r"\(\s?\d+(?:[.,]\d+)?\s?\)$")
_OPERATOR_AND_PARENTHESES = re.compile(rf"(?:{_STRONG_OPERATOR}|\d\s?)\([^()]*\)$")
_SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉"


def reading_of(before: str, mark: str, after: str) -> Reading:
    """Return what a raised number of at most four digits is, between what stands before it on its line and what follows."""
    value, base = int(mark), before.rstrip()
    is_isotope = bool(_ISOTOPE_AFTER.match(after)) and value > 1
    if not base:
        return Reading.POWER if is_isotope else Reading.MARK_AT_START
    if base != before or base[-1] in "([–—-":
        if is_isotope or _NAME_AND_HYPHEN.search(before):
            return Reading.SURE_POWER
        # A space that slipped in between a figure and its power.
        loose = _after_number(base, value, after) if base[-1].isdigit() else Reading.SURE_MARK
        return loose if loose in (Reading.POWER, Reading.DOUBTFUL) else Reading.SURE_MARK
    if (cents := _as_cents(base, mark, after)) is not None:
        return cents
    if _NUMBER.search(base):
        return _after_number(base, value, after)
    if word := _WORD.search(base):
        return _after_word(base[: word.start()], word[0], value, after)
    if base[-1] in _SUBSCRIPTS or (unicodedata.category(base[-1]) == "Sm" and value <= _MOST_OF_A_LETTER):
        return Reading.POWER
    return _after_bracket(base, value, after) if base[-1] in ")]}|" else Reading.SURE_MARK


def is_loose_power(before: str, mark: str, after: str) -> bool:
    """Return whether a raised number is the power of the figure before it though a space stands between them."""
    return before[-1:].isspace() and mark.isdecimal() and reading_of(before, mark, after) is Reading.POWER


def mark_in_doubt(mark: str) -> str:
    """Return a mark that may be a power, as it stands in the text."""
    return f"[{mark.strip('[]')}]"


def printed_cents(before: str, mark: str) -> str:
    """Return cents as they follow the amount before them on one line."""
    return mark if before.rstrip()[-1:] in (".", ",") else f".{mark}"


def _as_cents(before: str, mark: str, after: str) -> Reading | None:
    """Return CENTS or, where a note may be meant, DOUBTFUL for two raised digits after an amount of money; None where there
    is no such amount."""
    if len(mark) != 2:
        return None
    if _MONEY_SIGN_BETWEEN.search(before):
        return Reading.DOUBTFUL
    amount = _MONEY_BEFORE.search(before) or (_MONEY_AFTER.match(after) and _AMOUNT.search(before))
    if not amount:
        return None
    digits, point = amount[1], amount[2]
    if point and after[:1].isspace() and after.lstrip()[:1].isupper():
        return Reading.DOUBTFUL
    # Prices end so; the notes of most texts end before forty.
    is_usual = mark[0] == "0" or int(mark) >= 40 or (len(digits) <= 3 and mark[1] in "059")
    return Reading.CENTS if is_usual else Reading.DOUBTFUL


def _after_number(before: str, value: int, after: str) -> Reading:
    found = _NUMBER.search(before)
    number = found[0] if found else ""
    if number[-1:] in (".", ","):
        return Reading.SURE_MARK
    follows_operator = _OPERATOR_AND_SMALL_NUMBER.search(before) and not _RAISED_POINT.fullmatch(number)
    in_formula = value > 1 and bool(follows_operator or _OPERATOR_AFTER.match(after))
    if in_formula or (number == "10" and value > 1) or (number == "2" and value >= _LEAST_OF_TWO):
        return Reading.POWER
    if number == "10":
        return Reading.DOUBTFUL
    if value == 1 or re.search(rf"{_MONEY_SIGN}\s?$", before[: -len(number)]):
        return Reading.MARK
    may_be_base = len(number) <= _MOST_DIGITS_OF_A_BASE or number in _ROUND or _DECIMAL.fullmatch(number)
    return Reading.DOUBTFUL if may_be_base else Reading.MARK


def _after_word(before: str, word: str, value: int, after: str) -> Reading:
    if value < 2:
        return Reading.SURE_MARK
    if value <= _MOST_OF_A_POWER and (power := _after_unit(before, word, value)) is not None:
        return power
    follows_operator = _OPERATOR_AND_LETTER if len(word) == 1 else _OPERATOR_AND_SYMBOL
    in_formula = bool(_OPERATOR_AFTER.match(after) or follows_operator.search(before + word))
    if len(word) == 1:
        most = _MOST_OF_A_LETTER if word.islower() else _MOST_OF_A_POWER
        is_variable = in_formula or (word not in _WORDS_OF_ONE_LETTER and value <= most)
        return Reading.POWER if is_variable else Reading.DOUBTFUL
    if not in_formula or len(word) > _LONGEST_SYMBOL:
        return Reading.SURE_MARK
    return Reading.POWER if value <= _MOST_OF_A_POWER else Reading.DOUBTFUL


def _after_unit(before: str, word: str, value: int) -> Reading | None:
    if word in _UNITS:
        return Reading.SURE_POWER
    if word in _UNITS_BEHIND_FIGURES and _BEHIND_A_FIGURE.search(before):
        return Reading.SURE_POWER
    spelt = word.casefold()
    if value > 3 or _POWER_IS_SAID.search(before):
        return None
    if spelt in _TIMES and _PER.search(before):
        return Reading.SURE_POWER
    return (
        Reading.SURE_POWER if spelt in _LENGTHS and (_BEHIND_A_FIGURE.search(before) or _PER.search(before)) else None
    )


def _after_bracket(before: str, value: int, after: str) -> Reading:
    if value < 2:
        return Reading.SURE_MARK
    formula = _FORMULA.search(before)
    if formula and not _WORD_IN_BRACKETS.search(formula[0]):
        return Reading.POWER
    if before[-1] == "|":
        return Reading.DOUBTFUL
    if _NUMBER_IN_PARENTHESES.search(before):
        in_formula = _OPERATOR_AND_PARENTHESES.search(before) or _OPERATOR_AFTER.match(after)
        return Reading.POWER if in_formula else Reading.DOUBTFUL
    return Reading.SURE_MARK
