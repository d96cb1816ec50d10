"""Scale words and letters behind digits, in the scripts that an article may quote: million, bn, тыс., 万亿, 억."""

import re
from dataclasses import dataclass

from claims.language.units.foreign import EAST_ASIAN_UNIT

_ENGLISH = {
    "hundred": 2, "thousand": 3, "grand": 3, "million": 6, "milliard": 9, "billion": 9, "trillion": 12, "quadrillion": 15,
    "millionen": 6, "milliarde": 9, "milliarden": 9, "mill": 6, "tsd": 3, "mlrd": 9, "milione": 6, "milioni": 6, "miliardo": 9, "miliardi": 9,
    "millones": 6, "milhões": 6, "miljoen": 6, "miljard": 9, "milionów": 6, "miliardów": 9, "mn": 6, "mln": 6, "mio": 6, "mrd": 9, "mld": 9, "bn": 9, "bln": 9, "tn": 12, "trn": 12, "trln": 12, "lakh": 5, "lac": 5, "crore": 7,
}  # fmt: skip
_LETTERS = {
    "k": 3,
    "m": 6,
    "b": 9,
    "mm": 6,
    "mil": 6,
    "bil": 9,
    "t": 12,
    "tr": 12,
    "md": 9,
    "mrd": 9,
    "mio": 6,
    "bn": 9,
}
# Russian and Ukrainian; the abbreviations keep their full stop.
_CYRILLIC = {"тыс": 3, "тис": 3, "тысяч": 3, "тисяч": 3, "млн": 6, "миллион": 6, "мільйон": 6, "млрд": 9, "миллиард": 9, "мільярд": 9, "трлн": 12, "триллион": 12, "трильйон": 12}  # fmt: skip
_EAST_ASIAN = {
    "十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12, "백": 2, "천": 3, "만": 4, "억": 8, "조": 12,
}  # fmt: skip
#: 兆瓦 is a megawatt, 千克 a kilogram, 百帕 a hectopascal: there the character is a prefix of the unit.
_UNIT_PREFIX = r"(?:(?<=兆)[瓦赫帕焦伏欧牛]|(?<=兆)(?:字节|比特|电子)|(?<=千)[克米瓦帕牛赫伏卡焦吨]|(?<=百)帕)"
_EAST_ASIAN_WORD = rf"[{''.join(_EAST_ASIAN)}]{{1,3}}"

# "MN", "mN" and "TN" are newtons: the abbreviations count only in the forms that are no unit.
_WORD = re.compile(
    r"[\s\u00a0-]?(?:(?P<spelled>(?i:thousand|million|milliard|billion|trillion|quadrillion|hundred|lakh|lac|crore))(?i:s)?"
    r"|(?P<abroad>[mM]illionen|[mM]illiarden?|[mM]ilion[ei]|[mM]iliard[oi]|[mM]illones|[mM]ilhões|[mM]iljoen|[mM]iljard|milionów|miliardów)"
    r"|(?P<short>[bB]n|BN|[bB]ln|BLN|[mM]n|[mM]ln|MLN|[mM]io|MIO|[mM]rd|MRD|[mM]ld|[mM]lrd|[tT]sd|[mM]ill(?=\. )|[tT]n|[tT]rn|TRN|[tT]rln)(?:\.(?= (?:[€$£]|[A-Z]{3}\b|[eE]uros?\b)))?)(?![A-Za-z0-9])"
)
# Looking at a character or two spares most numbers the pattern.
_WORD_BEGINS = frozenset("tmbqhlcTMBQHLC")
_CYRILLIC_WORD = re.compile(
    rf"[\s\u00a0-]?(?P<word>{'|'.join(sorted(_CYRILLIC, key=len, reverse=True))})(?:[аиіы]|ов|ів)?(?:\.(?=\s?[a-zа-яёіїєґ€$₽(]))?(?![А-Яа-яЁёІіЇїЄєҐґ])",
    re.I,
)
_EAST_ASIAN_SCALE = re.compile(rf"[ \u00a0]?(?P<word>{_EAST_ASIAN_WORD})(?!{_UNIT_PREFIX})")
_NO_SCALE_BEHIND = ("", ".", ",", ";", ":", ")")
_NON_LATIN = re.compile(r"[\s\u00a0-]?[\u0400-\u04ff\u3000-\u9fff\uac00-\ud7af]")
_NUMBER_BEFORE = re.compile(rf"[0-9](?:{_EAST_ASIAN_WORD})?[ \u00a0]?$")
_LETTER = re.compile(
    r"\s?(?:([kK])|([mM])|([bB])|(MM)|(mil|bil)|(T|tr))(?![A-Za-z0-9²³/^·])(?!-(?!an?\b|per\b)[A-Za-z])"
    r"|[ \u00a0]?(k|K|m|M|Md|Mrd|Mio|bn)(?=[€$£¥₽])"
)


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale word that was read: the power of ten that it stands for, and its end."""

    power: int
    end: int
    east_asian: bool = False


def read_scale(text: str, start: int) -> Scale | None:
    """Read the scale word that begins at ``start``, a space before it included."""
    if text[start : start + 1] in _NO_SCALE_BEHIND:
        return None
    near = text[start : start + 2]
    word = _WORD.match(text, start) if not _WORD_BEGINS.isdisjoint(near) else None
    if word:
        return Scale(_ENGLISH[(word["spelled"] or word["abroad"] or word["short"]).lower()], word.end())
    if near.isascii() or not _NON_LATIN.match(text, start):
        return None
    cyrillic = _CYRILLIC_WORD.match(text, start)
    if cyrillic:
        return Scale(_CYRILLIC[cyrillic["word"].lower()], cyrillic.end())
    east_asian = _EAST_ASIAN_SCALE.match(text, start)
    if east_asian is None:
        return None
    # 百万 is a hundred times ten thousand, 万亿 ten thousand times a hundred million.
    return Scale(sum(_EAST_ASIAN[character] for character in east_asian["word"]), east_asian.end(), east_asian=True)


def number_goes_on_to(text: str, start: int) -> int:
    """Return where the East Asian scale word and unit end that go on a number at ``start``; ``start`` where none does."""
    if not _NUMBER_BEFORE.search(text, max(0, start - 6), start):
        return start
    scale = read_scale(text, start)
    end = scale.end if scale else start
    unit = EAST_ASIAN_UNIT.match(text, end)
    return unit.end() if unit else end


def read_scale_letter(text: str, start: int) -> tuple[str, Scale] | None:
    """Read a letter behind a number as a scale ("$5T", "10k"), as (letter, scale); it may be a unit as well."""
    found = _LETTER.match(text, start)
    if found is None:
        return None
    letter = found.group().strip()
    return letter, Scale(_LETTERS[letter.lower()], found.end())
