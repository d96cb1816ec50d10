"""One number of a text with what stands directly around it: sign, currency before, scale letter, unit behind."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.language.quantities.counting import counted_noun, single_noun
from claims.language.quantities.exclusions import is_label
from claims.language.quantities.numerals import (
    Numeral,
    read_decimal_comma,
    read_numeral,
    read_word_numeral,
    rescaled,
    scale_letter,
)
from claims.language.units import (
    CODES,
    CURRENCIES,
    CURRENCY_SIGNS,
    Suffix,
    code_readings,
    read_currency,
    read_divisor,
    read_suffix,
)

_SIGNS = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))
_CURRENCY_BEFORE = re.compile(
    rf"(?:(?:(?<![A-Za-z])|(?=[^A-Za-z]))({_SIGNS})|(?<![A-Za-z0-9])({'|'.join(sorted(CODES))}))(?<!COP)[ \u00a0\u202f]?(-|−)?$"
)
_CURRENCY_AHEAD = re.compile(rf"({_SIGNS})[ \u00a0]?|({'|'.join(sorted(CODES))})[ \u00a0]?(?=[0-9])")
_MINUS_SIGN = re.compile(r"(?:(?<![0-9A-Za-z)])|(?<=[0-9A-Za-z)] ))(?:−|(?<![0-9] )[-–])$")
_MINUS_WORD = re.compile(r"(?:^|[^A-Za-z])(minus |negative )$", re.I)
_SIGN_AHEAD = re.compile(r"(?:(?P<minus>[−–-]|minus |negative )|\+|plus )(?=[0-9.]|[a-z])")
_PLUS_OR = re.compile(r"\bplus or $", re.I)
_KIND_IN_BRACKETS = re.compile(
    r"[ \u00a0]?\((?:metric|short|long|US|U\.S\.|imperial|UK|nautical|statute|sea|troy)\)(?=[ \u00a0])"
)
#: A unit in brackets before its figure: "Range (km): 300", "Mass [t] = 12".
_UNIT_BEFORE = re.compile(r"[A-Za-z][ \u00a0]?[(\[](?P<unit>[^()\[\]\n]{1,12})[)\]][ \u00a0]?[:=][ \u00a0]?$")
_WORDS_IN_BRACKETS = re.compile(r"[ \u00a0]?\((?=[A-Za-z])")
# A unit in brackets: 380 (kN), 2 [g/day]. A single letter there is more often a mark.
_UNIT_IN_BRACKETS = re.compile(
    r"[ \u00a0]?(?:\((?=[^()\n]{1,16}\))|\[(?=[^\[\]\n]{1,16}\]))(?![A-MO-UX-Za-fh-ln-su-z][)\]])"
)
# A note mark between a number and what it measures or counts: 1.5[2] tonnes, 350² rooms.
_NOTE_MARK = re.compile(
    r"(?:\[(?:[0-9]{1,3}|[a-z]|note [0-9]{1,2})\]){1,4}(?=[ \u00a0])|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?=[ \u00a0])"
)
_OUT_OF = re.compile(r"/(?:5|10|20|100)(?![0-9/]|[.,-][0-9])")
_FACTORS = re.compile(r"(?:(?:[ \u00a0]?[x×][ \u00a0]?|-by-| by |/)[0-9]{1,8}(?:\.[0-9]{1,8})?){1,4}(?![0-9/])")
_SLASH_BEFORE = re.compile(r"(?:^|[^0-9A-Za-z/.,-])[0-9]{1,4}(?:\.[0-9]{1,4})?/$")
_LIST_OF_PRICES = re.compile(rf"(?:, (?:{_SIGNS})[ \u00a0]?[0-9][0-9.]*){{0,8}},? or (?=(?:{_SIGNS})[ \u00a0]?[0-9])")
_MORE_OF_LIST = re.compile(
    r"(?:, [0-9]{1,3}(?:\.[0-9]{1,3})?){0,8},?[ \u00a0](?:and|or|&)[ \u00a0](?=[0-9]{1,3}(?:\.[0-9]{1,3})?[ \u00a0-]?[A-Za-zА-я\u4e00-\u9fff])"
)
_LIST_GOES_ON = frozenset([", ", " a", " o", " &"])
_MORE_OF_WORDS = re.compile(r"[ \u00a0](?:and|or)[ \u00a0](?=[a-z])", re.I)
_CURRENCY_MARKS = ("€", "$", "£", "¥", "₽")
_MACH = re.compile(r"\bmach[ \u00a0]$", re.I)
# Most numbers have a word before them: its last letter spares them the patterns.
_BEFORE_MONEY = frozenset(sign[-1] for sign in CURRENCY_SIGNS) | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_BETWEEN_MONEY = " \u00a0\u202f-−"
_MULTIPLIER = re.compile(r"[x×](?![A-Za-z0-9])")
_OF = re.compile(r" of (?:an? )?| an? |(?<=half)[ -]", re.I)
_PEOPLE = re.compile(
    r"[ \u00a0](?:people|units|tests|shells|shares|cars|vehicles|patients|refugees|migrants|pupils|students|tickets|downloads|deaths|cases|drones|phones|devices|listeners|readers|families|farmers|pilgrims|vaccines|pieces|bottles|lit(?:er|re)s|Americans|Ukrainians|Russians|users|residents|barrels|tonnes|tons|views|votes|jobs|households|children|women|men|copies|subscribers|followers|customers|viewers|hectares|doses|passengers|visitors"
    r"|workers|voters|citizens|homes|euros?|dollars?|pounds?|yuan|rubles?|roubles?|yen|rupees?)\b"
)


@dataclass(frozen=True, slots=True)
class Term:
    """A number in its surface text[start:end]: signed ``value``, what it may be measured in, what it counts.

    The value is one of ``parts`` of what is printed: a hundredth in cents, a thousandth in a price per thousand metres.
    """

    start: int
    end: int
    numeral: Numeral
    negative: bool
    readings: tuple[str, ...] | None
    suffixed: bool
    counted: str | None = None
    parts: int = 1
    prefixed: bool = False

    @property
    def value(self) -> Decimal:
        size = self.numeral.value / self.parts if self.parts != 1 else self.numeral.value
        return -size if self.negative else size

    @property
    def step(self) -> Decimal:
        return self.numeral.step / self.parts if self.parts != 1 else self.numeral.step

    @property
    def bare(self) -> bool:
        return self.readings is None


@dataclass(frozen=True, slots=True)
class _Head:
    start: int
    negative: bool = False
    readings: tuple[str, ...] | None = None


def read_term(text: str, start: int, floor: int = 0) -> Term | None:
    """Read the number at ``start`` with the sign and currency before it and the unit behind it.

    What stands before ``floor`` belongs to another quantity.
    """
    return _term(text, start, _head(text, start, floor))


def read_term_ahead(text: str, start: int, *, in_list: bool = False) -> Term | None:
    """Read a term whose sign or currency, if it has one, begins at ``start``; ``in_list`` where a list led there."""
    sign = _SIGN_AHEAD.match(text, start)
    position = sign.end() if sign else start
    currency = _CURRENCY_AHEAD.match(text, position)
    readings = _currency_readings(currency) if currency else None
    if currency:
        position = currency.end()
    if position >= len(text):
        return None
    return _term(text, position, _Head(start, bool(sign and sign["minus"]), readings), in_list=in_list)


def has_currency_before(text: str, start: int, floor: int = 0) -> bool:
    """Return whether a currency's sign or code stands right before ``start``."""
    return _currency_before(text, start, floor) is not None


def _currency_before(text: str, start: int, floor: int) -> re.Match[str] | None:
    begin = max(floor, start - 6)
    if text[begin:start].rstrip(_BETWEEN_MONEY)[-1:] not in _BEFORE_MONEY:
        return None
    return _CURRENCY_BEFORE.search(text, begin, start)


def shares_a_unit(text: str, start: int) -> bool:
    """Return whether the number behind a slash has a unit, as in 220/380 V."""
    if not _SLASH_BEFORE.search(text, max(0, start - 12), start):
        return False
    term = read_term(text, start)
    return term is not None and not term.bare


def _head(text: str, start: int, floor: int) -> _Head:
    mach = _MACH.search(text, max(floor, start - 6), start) if text[start - 2 : start - 1] in ("h", "H") else None
    if mach:
        return _Head(mach.start(), False, ("mach",))
    currency = _currency_before(text, start, floor)
    begin = currency.start() if currency else start
    readings = _currency_readings(currency) if currency else None
    if currency and currency[3]:
        return _Head(begin, True, readings)
    last = text[max(floor, begin - 2) : begin]
    sign = _MINUS_SIGN.search(text, max(floor, begin - 4), begin) if last[-1:] in ("-", "–", "−") else None
    if sign and text[start].isascii() and text[start].isdigit():
        return _Head(sign.end() - 1, True, readings)
    word = _MINUS_WORD.search(text, max(floor, begin - 11), begin) if last.lower() in ("s ", "e ") else None
    if word and not _PLUS_OR.search(text, max(0, word.start(1) - 9), word.start(1)):
        return _Head(word.start(1), True, readings)
    return _Head(begin, False, readings)


def _currency_readings(found: re.Match[str]) -> tuple[str, ...]:
    return CURRENCY_SIGNS[found[1]] if found[1] else code_readings(found[2])


def _term(text: str, start: int, head: _Head, *, in_list: bool = False) -> Term | None:
    numeral = _numeral(text, start)
    if numeral is None:
        return None
    numeral = _with_scale_letter(text, numeral, money=head.readings is not None)
    suffix = _suffix(text, numeral)
    if suffix is None and head.readings is None and not in_list:
        numeral = _with_scale_of_list(text, numeral)
    if head.readings is not None:
        end = suffix.end if suffix and suffix.readings[0] in head.readings else numeral.end
        term = Term(head.start, end, numeral, head.negative, head.readings, True, prefixed=True)
        return priced(text, term) if in_list else _priced_alike(text, priced(text, term))
    if suffix:
        parts = 100 if suffix.hundredth else 1
        return priced(text, Term(head.start, suffix.end, numeral, head.negative, suffix.readings, True, parts=parts))
    return _unmeasured(text, numeral, head)


def _with_scale_of_list(text: str, numeral: Numeral) -> Numeral:
    """Give a number the scale word that the last one of its list prints: "2 and 5 billion euros" begin with billions.

    The numbers of such a list grow, or have a unit: "300 and 2 million men" are no 300 million.
    """
    if text[numeral.end : numeral.end + 2].replace("\u00a0", " ").lower() not in _LIST_GOES_ON:
        return numeral
    if numeral.scale != 1 or numeral.power != 1 or numeral.part or numeral.value >= 1000:
        return numeral
    more = (_MORE_OF_WORDS if numeral.words else _MORE_OF_LIST).match(text, numeral.end)
    last = read_term_ahead(text, more.end(), in_list=True) if more else None
    if (
        last is None
        or last.numeral.words != numeral.words
        or last.numeral.scale < 1000
        or last.numeral.upper is not None
    ):
        return numeral
    grows = numeral.value < last.numeral.value / last.numeral.scale
    return rescaled(numeral, last.numeral.scale) if grows or not last.bare else numeral


def priced(text: str, term: Term) -> Term:
    """Give an amount of money, printed or taken over from before, what it is paid for: the "4 per gallon" of "$3–4"."""
    divisor = read_divisor(text, term.end) if term.readings and term.readings[0] in CURRENCIES else None
    if term.readings is None or divisor is None:
        return term
    readings = tuple(f"{currency} / {divisor.readings[0]}" for currency in term.readings if currency in CURRENCIES)
    return replace(term, readings=readings, end=divisor.end, parts=term.parts * divisor.count)


def _priced_alike(text: str, term: Term) -> Term:
    """Give an amount of money what the last one of its list is paid for: "$20 or $30 an hour" are two hourly wages."""
    rest = _LIST_OF_PRICES.match(text, term.end) if term.readings and term.readings[0] in CURRENCIES else None
    last = read_term_ahead(text, rest.end(), in_list=True) if rest else None
    if term.readings is None or last is None or last.readings is None:
        return term
    if not last.readings[0].startswith(f"{term.readings[0]} / "):
        return term
    return replace(term, readings=last.readings, parts=term.parts * last.parts)


def _numeral(text: str, start: int) -> Numeral | None:
    comma = read_decimal_comma(text, start)
    if comma and (has_currency_before(text, start) or comma.scale != 1 or read_suffix(text, comma.end)):
        return comma
    return read_numeral(text, start)


def _with_scale_letter(text: str, numeral: Numeral, *, money: bool) -> Numeral:
    found = scale_letter(text, numeral)
    if found is None:
        return numeral
    letter, scaled = found
    glued = scaled.end - numeral.end == len(letter)
    if money or text[scaled.end : scaled.end + 1] in _CURRENCY_MARKS or (glued and read_currency(text, scaled.end)):
        return scaled
    return scaled if _counts_many(text, letter, scaled.end, glued=glued) else numeral


def _counts_many(text: str, letter: str, end: int, *, glued: bool) -> bool:
    """Return whether a letter behind a number that is no money multiplies it, and is no unit."""
    if letter == "k" or (letter == "K" and glued):
        return glued and (letter == "k" or bool(counted_noun(text, end)))
    if letter == "M" and glued:
        return True
    may_be_apart = letter in ("M", "mil", "bil")
    return letter not in ("K", "T", "tr") and (glued or may_be_apart) and bool(_PEOPLE.match(text, end))


def _suffix(text: str, numeral: Numeral) -> Suffix | None:
    end = numeral.end
    if numeral.upper is not None or numeral.part:
        link = _OF.match(text, end)
        return read_suffix(text, link.end() - 1 if link else end)
    factors = _FACTORS.match(text, end)
    if factors:
        shared = read_suffix(text, factors.end())
        return Suffix(end, shared.readings) if shared else None
    mark = _NOTE_MARK.match(text, end)
    return (
        read_suffix(text, mark.end() if mark else end)
        or _suffix_in_brackets(text, numeral)
        or _suffix_behind_words(text, numeral)
        or _suffix_before(text, numeral)
    )


def _suffix_before(text: str, numeral: Numeral) -> Suffix | None:
    """Read the unit that a label gives before its figure, as in "Range (km): 300"."""
    if text[max(0, numeral.start - 2) : numeral.start].strip(" \u00a0") not in (":", "="):
        return None
    label = _UNIT_BEFORE.search(text, max(0, numeral.start - 24), numeral.start)
    suffix = read_suffix(f" {label['unit']}", 0) if label else None
    return Suffix(numeral.end, suffix.readings) if label and suffix and suffix.end == len(label["unit"]) + 1 else None


def _suffix_behind_words(text: str, numeral: Numeral) -> Suffix | None:
    """Read the unit of a number that is spelled out again in brackets: 12 (twelve) metres."""
    if "(" not in text[numeral.end : numeral.end + 2]:
        return None
    kind = _KIND_IN_BRACKETS.match(text, numeral.end)
    if kind:
        return read_suffix(text, kind.end())
    opening = _WORDS_IN_BRACKETS.match(text, numeral.end)
    words = read_word_numeral(text, opening.end()) if opening and not numeral.words else None
    if words is None or words.value != numeral.value or text[words.end : words.end + 1] != ")":
        return None
    return read_suffix(text, words.end + 1)


def _suffix_in_brackets(text: str, numeral: Numeral) -> Suffix | None:
    opening = _UNIT_IN_BRACKETS.match(text, numeral.end)
    if opening is None or is_label(text, numeral.start, numeral.end):
        return None
    suffix = read_suffix(text, opening.end())
    closes = suffix and text[suffix.end : suffix.end + 1] in (")", "]")
    return replace(suffix, end=suffix.end + 1) if suffix and closes else None


def _counted(text: str, numeral: Numeral) -> str | None:
    printed = text[numeral.start : numeral.end].lower()
    if printed in ("twice", "thrice") or printed.endswith("fold"):
        return "time"
    mark = _NOTE_MARK.match(text, numeral.end)
    end = mark.end() if mark else numeral.end
    return single_noun(text, end) if printed in ("one", "1") else counted_noun(text, end)


def _unmeasured(text: str, numeral: Numeral, head: _Head) -> Term:
    marked = _OUT_OF.match(text, numeral.end)
    if marked and not numeral.part:
        return Term(head.start, marked.end(), numeral, head.negative, None, True)
    times = _MULTIPLIER.match(text, numeral.end)
    if times and not numeral.words:
        return Term(head.start, times.end(), numeral, head.negative, None, True, counted="time")
    counted = None if numeral.part else _counted(text, numeral)
    return Term(head.start, numeral.end, numeral, head.negative, None, False, counted)
