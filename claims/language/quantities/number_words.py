"""Numbers in words: "minus" aside, everything from "six" to "tens of billions" and "three and a half million"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from claims.language.closed_classes import CARDINAL_TENS, CARDINAL_UNITS, ORDINALS

_SMALL = CARDINAL_UNITS | CARDINAL_TENS
_POWERS = {
    "thousand": 10**3, "million": 10**6, "milliard": 10**9, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
_DOZEN = 12
# What a plural leaves open: "hundreds" are at least two hundred and fewer than a thousand.
_VAGUE = {"tens": (20, 100), "dozens": (24, 100), "scores": (40, 100), "hundreds": (200, 1_000)} | {
    power + "s": (2 * size, 10 * size) for power, size in _POWERS.items() if size >= 1000
}
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
    "tenth": 10, "tenths": 10, "twelfth": 12, "twelfths": 12,
}  # fmt: skip


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_GAP = r"[ \u00a0\n-]"
_WORD = re.compile(rf"(?:{_GAP}(?:and{_GAP})?)?\b({_any_of([*_SMALL, 'hundred', *_POWERS, 'dozen', 'score'])})\b", re.I)
_PART = re.compile(rf"(one|two|three|four|five|seven|nine|a|an){_GAP}({_any_of(_PARTS)})\b", re.I)
_OF_A_BIG = re.compile(rf"{_GAP}of{_GAP}an?{_GAP}(hundred|{_any_of(_POWERS)})\b", re.I)
# "A quarter million" is a quarter of one; "a third million" is one more after two.
_PART_BIG = re.compile(
    rf"(?:(?:an?|one|(?P<three>three)){_GAP})?(?P<part>half|quarters?(?:{_GAP}of{_GAP}an?)?){_GAP}(?P<big>dozen|{_any_of(_POWERS)})\b",
    re.I,
)
_HALF_OF = re.compile(rf"half{_GAP}(?:an?{_GAP})(hundred|dozen|{_any_of(_POWERS)})\b", re.I)
# "A score of ships" counts twenty, "a score of 9.5" and "a score of music" count nothing.
_A_SCORE = rf"an?{_GAP}score(?=(?:{_GAP}or{_GAP}(?:so|more){_GAP}|{_GAP})of{_GAP}(?!(?:points|goals|runs|less|bars|his|hers|theirs)\b)(?:[a-z]+{_GAP})?(?:[a-z]{{2,}}[a-rt-z]s|men|women|people|children)\b)"
_A_BIG = re.compile(rf"an?{_GAP}(hundred|dozen|{_any_of(_POWERS)})\b|{_A_SCORE}", re.I)
_DOZEN_BEFORE = re.compile(r"\bdozen$", re.I)
_AND_PART = re.compile(
    rf"{_GAP}and{_GAP}(?:(?:a|one){_GAP}(half|third|quarter)|(two|three){_GAP}(thirds|quarters|quarter(?={_GAP}(?:{_any_of(_POWERS)})\b)))\b(?!{_GAP}of\b)",
    re.I,
)
_FEW = rf"(?:several|many|a few|few){_GAP}"
_PLURAL = re.compile(
    rf"(?:{_FEW}(hundred|dozen|{_any_of(_POWERS)})|(?:{_FEW})?(?:({_any_of(_VAGUE.keys() - {'tens', 'scores'})})|(tens|scores)(?={_GAP}of\b)))\b",
    re.I,
)
_ONE_SCALE_MORE = re.compile(rf"{_GAP}({_any_of(_POWERS)})\b", re.I)
_OF_PLURAL = re.compile(rf"{_GAP}of{_GAP}({_any_of(_VAGUE)})\b", re.I)
_FOURSCORE = re.compile(r"fourscore\b", re.I)
_TWICE = re.compile(r"(twice|thrice)\b", re.I)
_TWICE_VALUES = {"twice": Decimal(2), "thrice": Decimal(3)}
_FOLD = re.compile(rf"({_any_of(_SMALL)}|hundred|thousand)fold\b", re.I)
# "The reasons are twofold" counts reasons, not times.
_IS_BEFORE = re.compile(r"\b(?:is|are|was|were|be|been)[ ]$", re.I)
_COUPLE = re.compile(
    rf"a{_GAP}couple(?:(?:{_GAP}of)?{_GAP}(?P<size>hundred|dozen|{_any_of(_POWERS)})(?!s)\b|(?={_GAP}of\b))", re.I
)
# "Two point five million"; "at one point five boats sank" counts boats.
_POINT = re.compile(rf"{_GAP}point((?:{_GAP}(?:{_any_of(CARDINAL_UNITS)})\b){{1,6}})", re.I)
_MOMENT_BEFORE = re.compile(r"\b(?:at|from)[ ]$", re.I)
_MEASURED_BEHIND = re.compile(rf"{_GAP}(?:per{_GAP}?cent|degrees?|{_any_of(_POWERS)})\b", re.I)
_HALF_DOZEN = re.compile(rf"{_GAP}dozen\b", re.I)
_BARE_HALF = re.compile(r"half\b", re.I)
_ORDINAL = re.compile(
    rf"(?:(?:({_any_of(CARDINAL_TENS)})[ -])?({_any_of(ORDINALS)})\b)|([0-9]{{1,3}}(?:,[0-9]{{3}})*|[0-9]{{1,6}})(?:st|nd|rd|th)\b",
    re.I,
)

#: "A year and a half" begins with no number of its own.
WHOLE_AND_PART_START = rf"an?{_GAP}[a-z]+{_GAP}and{_GAP}(?:a|one){_GAP}(?:half|quarter|third)"

NUMBER_WORD_START = (
    rf"\b(?:{_any_of([*_SMALL, *_VAGUE, *ORDINALS])}|half|twice|thrice|fourscore|{_FEW}(?:hundred|dozen|{_any_of(_POWERS)}|{_any_of(_VAGUE)})"
    rf"|an?{_GAP}(?:hundred|dozen|{_any_of(_POWERS)}|{_any_of(_PARTS)}|couple{_GAP}(?:of|hundred|dozen|{_any_of(_POWERS)}))|million"
    rf"|quarter{_GAP}(?:of{_GAP}an?{_GAP})?(?:{_any_of(_POWERS)})|an?{_GAP}half{_GAP}dozen|{_A_SCORE}|(?:{_any_of(_SMALL)}|hundred|thousand)fold|{WHOLE_AND_PART_START})\b"
)

_FIRST_WORDS = [
    *_SMALL,
    *_VAGUE,
    *ORDINALS,
    "half",
    "twice",
    "thrice",
    "several",
    "many",
    "few",
    "a",
    "million",
    "hundred",
]
NUMBER_WORD_LETTERS = "".join(sorted({letter for word in _FIRST_WORDS for letter in word[0] + word[0].upper()}))


@dataclass(frozen=True, slots=True)
class WordNumber:
    """A number in words, up to ``end``; ``step``, ``scale``, ``upper`` and ``part`` as in a Numeral."""

    end: int
    value: Decimal
    step: Decimal
    scale: Decimal = Decimal(1)
    upper: Decimal | None = None
    part: bool = False


def read_words(text: str, start: int) -> WordNumber | None:
    """Read the number whose words begin at ``start``, or nothing."""
    for read in (
        _read_fold,
        _read_twice,
        _read_couple,
        _read_part_of_big,
        _read_part,
        _read_half_of,
        _read_vague,
        _read_cardinal,
    ):
        found = read(text, start)
        if found:
            return found
    return None


def read_ordinal(text: str, start: int) -> tuple[int, int] | None:
    """Read "third", "twenty-first" or "8th" at ``start`` as (rank, end)."""
    found = _ORDINAL.match(text, start)
    if not found:
        return None
    if found[3]:
        return int(found[3].replace(",", "")), found.end()
    return CARDINAL_TENS.get((found[1] or "").lower(), 0) + ORDINALS[found[2].lower()], found.end()


def _read_fold(text: str, start: int) -> WordNumber | None:
    found = _FOLD.match(text, start)
    if not found or _IS_BEFORE.search(text, max(0, start - 5), start):
        return None
    word = found[1].lower()
    return WordNumber(found.end(), Decimal(_SMALL[word] if word in _SMALL else _size(word)), Decimal(1))


def _read_twice(text: str, start: int) -> WordNumber | None:
    found = _TWICE.match(text, start)
    return WordNumber(found.end(), _TWICE_VALUES[found[1].lower()], Decimal(1)) if found else None


def _read_couple(text: str, start: int) -> WordNumber | None:
    found = _COUPLE.match(text, start)
    if not found:
        return None
    size, end = _grown_scale(text, _size(found["size"]), found.end()) if found["size"] else (1, found.end())
    return WordNumber(end, Decimal(2) * size, Decimal(2) * size, upper=Decimal(3) * size)


def _grown_scale(text: str, size: int, end: int) -> tuple[int, int]:
    """Multiply a scale word's size by the larger ones behind it, as in "hundred thousand" or "lakh crore"."""
    word = _ONE_SCALE_MORE.match(text, end)
    while word and size <= 10**15 and _POWERS[word[1].lower()] >= size:
        size, end = size * _POWERS[word[1].lower()], word.end()
        word = _ONE_SCALE_MORE.match(text, end)
    return size, end


def _read_part_of_big(text: str, start: int) -> WordNumber | None:
    found = _PART_BIG.match(text, start)
    if not found or (found["three"] and found["part"].lower() == "half"):
        return None
    if found["big"].lower() == "dozen":
        halves = found["part"].lower() == "half"
        return WordNumber(found.end(), Decimal(_DOZEN) / 2, Decimal(1)) if halves else None
    size, end = _grown_scale(text, _size(found["big"]), found.end())
    if found["part"].lower() == "half":
        return WordNumber(end, Decimal(size) / 2, Decimal(size) / 10, Decimal(size))
    return WordNumber(end, Decimal(size) * (3 if found["three"] else 1) / 4, Decimal(size) / 4, Decimal(size))


def _read_part(text: str, start: int) -> WordNumber | None:
    found = _PART.match(text, start)
    if found:
        above = _SMALL.get(found[1].lower(), 1)
        below = _PARTS[found[2].lower()]
        big = _OF_A_BIG.match(text, found.end())
        if big:
            size = Decimal(_size(big[1]))
            return WordNumber(big.end(), above * size / below, size / below, size)
        return WordNumber(found.end(), Decimal(above) / below, Decimal(1) / below, part=True)
    return None


def _read_half_of(text: str, start: int) -> WordNumber | None:
    found = _HALF_OF.match(text, start)
    if found:
        size = _size(found[1])
        return WordNumber(
            found.end(), Decimal(size) / 2, Decimal(1) if size <= 100 else Decimal(size) / 10, Decimal(size)
        )
    half = _BARE_HALF.match(text, start)
    return WordNumber(half.end(), Decimal("0.5"), Decimal("0.5"), part=True) if half else None


def _size(word: str) -> int:
    return {"hundred": 100, "dozen": _DOZEN, "score": 20}.get(word.lower()) or _POWERS[word.lower()]


def _read_vague(text: str, start: int) -> WordNumber | None:
    found = _PLURAL.match(text, start)
    if not found:
        return None
    low, high = _VAGUE[(found[2] or found[3] or found[1] + "s").lower()]
    end = found.end()
    if found[1]:
        grown, end = _grown_scale(text, low // 2, end)
        low, high = low * grown // (low // 2), high * grown // (low // 2)
    inner = _OF_PLURAL.match(text, end)
    while inner:
        size = _VAGUE[inner[1].lower()][0] // 2
        low, high, end = low * size, high * size, inner.end()
        inner = _OF_PLURAL.match(text, end) if size < 10**15 and high < 10**30 else None
    return WordNumber(end, Decimal(low), Decimal(low), upper=Decimal(high))


def _read_cardinal(text: str, start: int) -> WordNumber | None:
    big = _A_BIG.match(text, start)
    if big:
        return _grown(text, start, big.end(), _begun((big[1] or "score").lower()))
    if _FOURSCORE.match(text, start):
        return WordNumber(start + len("fourscore"), Decimal(80), Decimal(1))
    word = _WORD.match(text, start)
    if not word or word.start(1) != start:
        return None
    return _grown(text, start, word.end(), _begun(word[1].lower()))


class _Cardinal:
    """Number words added from left to right: ``total`` of the closed groups and the ``group`` under way.

    ``is_power`` is true while nothing but one group and its scale words was added.
    """

    def __init__(self) -> None:
        self.total, self.group, self.step, self.scale, self.last = 0, 0, 1, 1, 10**18
        self.is_power = False
        self.in_scores = False

    def add(self, word: str, *, first: bool = False) -> "_Cardinal | None":
        """Take the next word, or give None where it cannot belong to the same number."""
        if word in _SMALL:
            return self._add_small(_SMALL[word], first)
        if word == "hundred":
            return self._multiply(100) if 0 < self.group < 100 or first else None
        if word in ("dozen", "score"):
            self.in_scores = word == "score"
            return self._multiply(_size(word)) if first or 0 < self.group < 100 else None
        size = _POWERS[word]
        if not first and self.group == 0 and self.is_power and size >= self.last:
            return self._multiply_power(size)
        if not first and (self.group == 0 or size >= self.last):
            return None
        self.is_power = self.total == 0
        self.total += (self.group or 1) * size
        self.group, self.step, self.scale, self.last = 0, size, size, size
        return self

    def _add_small(self, value: int, first: bool) -> "_Cardinal | None":
        below = self.group % (20 if self.in_scores else 100)
        fits = first or (below == 0 if value >= 10 else below == 0 or (below >= 20 and below % 10 == 0))
        if not fits or (not first and self.group == 0 and self.total == 0) or (value == 0 and not first):
            return None
        self.group += value
        self.step, self.scale = 1, 1
        return self

    def _multiply_power(self, size: int) -> "_Cardinal | None":
        """Take a scale word behind a smaller one, as in "three thousand million"."""
        if self.total > 10**20:
            return None
        self.total, self.step, self.scale, self.last = self.total * size, self.step * size, self.scale * size, size
        return self

    def _multiply(self, size: int) -> "_Cardinal":
        self.group = (self.group or 1) * size
        self.step, self.scale = 1, 1
        return self


def _begun(word: str) -> _Cardinal:
    number = _Cardinal()
    number.add(word, first=True)
    return number


def _grown(text: str, start: int, end: int, number: _Cardinal) -> WordNumber:
    before_group = _word_number(number, end)
    while True:
        word = _WORD.match(text, end)
        if not word:
            break
        if not number.add(word[1].lower()):
            # "Twenty thousand and three million" are two numbers: the second takes its three along.
            if number.total and number.group and word[1].lower() in _POWERS:
                return before_group
            break
        end = word.end()
        if number.group == 0:
            before_group = _word_number(number, end)
    found = _word_number(number, end)
    return _with_decimals(text, start, found) or _with_part(text, found)


def _word_number(number: _Cardinal, end: int) -> WordNumber:
    return WordNumber(end, Decimal(number.total + number.group), Decimal(number.step), Decimal(number.scale))


def _with_decimals(text: str, start: int, number: WordNumber) -> WordNumber | None:
    """Read on from "two" to the end of "two point five million"."""
    point = _POINT.match(text, number.end) if number.step == 1 else None
    if not point or _is_moment(text, start, point):
        return None
    digits = [CARDINAL_UNITS[word.lower()] for word in re.split(_GAP, point[1]) if word]
    if max(digits) > 9:
        return None
    size, end = _grown_scale(text, 1, point.end())
    step = Decimal(1).scaleb(-len(digits)) * size
    return WordNumber(end, number.value * size + int("".join(map(str, digits))) * step, step, Decimal(size))


def _is_moment(text: str, start: int, point: re.Match[str]) -> bool:
    """Tell the "one point" of "at one point five boats sank" from the one of "at one point five per cent"."""
    one = text[start : point.start()].lower() == "one"
    return (
        one
        and bool(_MOMENT_BEFORE.search(text, max(0, start - 8), start))
        and not _MEASURED_BEHIND.match(text, point.end())
    )


def _with_part(text: str, number: WordNumber) -> WordNumber:
    part = _AND_PART.match(text, number.end)
    if not part:
        return number
    above, below = (_SMALL[part[2].lower()], _PARTS[part[3].lower()]) if part[2] else (1, _PARTS[part[1].lower()])
    if _DOZEN_BEFORE.search(text, max(0, number.end - 8), number.end):
        return WordNumber(part.end(), number.value + Decimal(above) / below * _DOZEN, Decimal(1))
    dozen = _HALF_DOZEN.match(text, part.end())
    if dozen:
        return WordNumber(dozen.end(), (number.value + Decimal(above) / below) * _DOZEN, Decimal(1))
    size, end = _grown_scale(text, 1, part.end())
    value = number.value + Decimal(above) / below * number.scale
    return WordNumber(end, value * size, number.scale / below * size, number.scale * size)
