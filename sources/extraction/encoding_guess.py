"""Which encoding a text is in that does not say so: the one under which its bytes are likeliest to be a language.

A few words are often all there is to go by, so letters are held against the alphabets of languages, and every other
character against where it may stand; the sum of logarithms decides.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sources.extraction import letter_tables
from sources.extraction.web_codecs import decode_bytes

_SAMPLE_BYTES = 2_400
_WORDS_WITHIN = 20_000
#: High bytes with what stands beside them, as long as no line ends.
_WINDOW = re.compile(
    rb"[\x00-\x09\x0b-\x7f]{0,12}[\x80-\xff]+(?:[\x00-\x09\x0b-\x7f]{0,12}[\x80-\xff]+)*[\x00-\x09\x0b-\x7f]{0,12}"
)
_ASCII_WORD = re.compile(rb"(?<![\w\x80-\xff])[A-Za-z]{1,8}(?![\w\x80-\xff])")
_OUTSIDE_ASCII = re.compile(r"[^\x00-\x7f]")

# What each kind of oddity costs, in natural logarithms of its chance.
_LOST = -15.0
_CONTROL = -14.0
_ODD_SYMBOL = -9.0
_SYMBOL_IN_ITS_PLACE = -3.0
_FOREIGN_LETTER = -7.0
_WRONG_CASE = -6.0
_CAPITAL_INSIDE = -0.5
_BESIDE_ANOTHER_LATIN = -2.0
_BESIDE_ASCII_LETTER = -4.0
_WORD_OF_THE_LANGUAGE = 0.8
_MOST_WORDS = 6

_OPENING, _CLOSING = frozenset("“„‘‚«‹¿¡"), frozenset("”“’‘»›")
_ANYWHERE = frozenset("…•·\u00a0\u00ad")
_DASHES = frozenset("–—")
_AT_DIGITS = frozenset("€£¥§±≤≥≈−№°²³½¼¾‰µ×")
_ALONE = frozenset("€£¥§±≤≥≈−№×°")
_AFTER_WORDS = frozenset("©®™†‡°²³ºª")
_ENDS_WORD = frozenset("ךםןףץςةى")
_INSIDE_WORD = frozenset("σכמנפצъ")


#: When the bytes are read against what the file states: a score that a language reaches, and the distance between them.
_OF_A_LANGUAGE, _FAR, _FAR_FOR_A_BYTE = -4.5, 40.0, 0.8
_HIGH = bytes(range(0x80, 0x100))


@dataclass(frozen=True)
class _Alphabet:
    """An alphabet and how its languages spread over its letters; `alone` where no ASCII letter stands in a word of it."""

    languages: Mapping[str, Mapping[str, float]]
    pattern: re.Pattern[str]
    alone: bool


def _spread(languages: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """Return for each language the logarithm of the chance of each letter, by its place in the order (Zipf's law)."""
    spread = {}
    for language, letters in languages.items():
        weights = {letter: 1 / (place + 1.5) for place, letter in enumerate(letters)}
        total = sum(weights.values())
        spread[language] = {letter: math.log(weight / total) for letter, weight in weights.items()}
    return spread


_LATIN = _Alphabet(
    _spread(letter_tables.LATIN), re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]"), alone=False
)
_CYRILLIC = _Alphabet(_spread(letter_tables.CYRILLIC), re.compile("[\u0400-\u04ff]"), alone=True)
_GREEK = _Alphabet(_spread(letter_tables.GREEK), re.compile("[\u0370-\u03ff]"), alone=True)
_HEBREW = _Alphabet(_spread(letter_tables.HEBREW), re.compile("[\u0590-\u05ff]"), alone=True)
_ARABIC = _Alphabet(_spread(letter_tables.ARABIC), re.compile("[\u0600-\u06ff]"), alone=True)
_THAI = _Alphabet(_spread(letter_tables.THAI), re.compile("[\u0e00-\u0e7f]"), alone=True)

#: Each codec with its alphabet and how much rarer it is than Windows-1252, as a logarithm.
_SINGLE_BYTE = {
    "cp1252": (_LATIN, 0.0),
    "cp1250": (_LATIN, -2.0),
    "iso8859-2": (_LATIN, -3.0),
    "cp1254": (_LATIN, -3.0),
    "cp1257": (_LATIN, -3.5),
    "iso8859-15": (_LATIN, -3.0),
    "iso8859-13": (_LATIN, -6.0),
    "mac-roman": (_LATIN, -6.0),
    "cp850": (_LATIN, -7.0),
    "cp437": (_LATIN, -8.0),
    "cp852": (_LATIN, -8.0),
    "cp1251": (_CYRILLIC, -1.0),
    "koi8-r": (_CYRILLIC, -3.0),
    "koi8-u": (_CYRILLIC, -3.5),
    "iso8859-5": (_CYRILLIC, -5.0),
    "cp866": (_CYRILLIC, -6.0),
    "mac-cyrillic": (_CYRILLIC, -7.0),
    "cp1253": (_GREEK, -3.0),
    "iso8859-7": (_GREEK, -4.0),
    "cp1255": (_HEBREW, -3.0),
    "cp1256": (_ARABIC, -3.0),
    "cp874": (_THAI, -3.0),
}
#: Each codec with the commonest characters of its language, and its rarity.
_TWO_BYTE = {
    "gb18030": (letter_tables.SIMPLIFIED, -1.0),
    "big5hkscs": (letter_tables.TRADITIONAL, -2.0),
    "cp932": (letter_tables.JAPANESE, -1.5),
    "euc_jp": (letter_tables.JAPANESE, -3.0),
    "cp949": (letter_tables.KOREAN, -2.0),
}


def guess_encoding(data: bytes) -> str:
    """Return the Python codec under which the bytes are likeliest to be a text in a language.

    Bytes outside ASCII decide; what they cannot decide goes to the commonest codec, Windows-1252.
    """
    scores = _scores(data, [*_SINGLE_BYTE, *_TWO_BYTE])
    return max(scores, key=scores.__getitem__)


def is_far_likelier_otherwise(data: bytes, stated: str) -> bool:
    """Return whether the bytes are a text in a language under another codec, and next to certainly none under this one.

    A codec whose languages are not known here is believed.
    """
    if stated not in _SINGLE_BYTE and stated not in _TWO_BYTE:
        return False
    scores = _scores(data, [*_SINGLE_BYTE, *_TWO_BYTE])
    best = max(scores.values())
    bytes_outside_ascii = len(_sample(data)) - len(_sample(data).translate(None, _HIGH))
    is_language = best > _OF_A_LANGUAGE * bytes_outside_ascii
    return is_language and best - scores[stated] > max(_FAR, _FAR_FOR_A_BYTE * bytes_outside_ascii)


def is_single_byte(codec: str) -> bool:
    """Return whether a codec is known to write every character in one byte."""
    return codec in _SINGLE_BYTE or codec.startswith("iso8859")


def _scores(data: bytes, codecs: Iterable[str]) -> dict[str, float]:
    sample = _sample(data)
    words = Counter(word.decode().lower() for word in _ASCII_WORD.findall(data[:_WORDS_WITHIN]))
    scores = {}
    for codec in codecs:
        text = decode_bytes(sample, codec)
        if codec in _SINGLE_BYTE:
            alphabet, rarity = _SINGLE_BYTE[codec]
            scores[codec] = rarity + _alphabet_score(text, alphabet, words)
        else:
            common, rarity = _TWO_BYTE[codec]
            scores[codec] = rarity + _character_score(text, codec, common)
    return scores


def _sample(data: bytes) -> bytes:
    """Return bytes outside ASCII with what stands beside them, a window a line."""
    windows, length = [], 0
    for window in _WINDOW.finditer(data):
        windows.append(window[0])
        length += len(window[0])
        if length > _SAMPLE_BYTES:
            break
    return b"\n".join(windows)


def _alphabet_score(text: str, alphabet: _Alphabet, words: Counter[str]) -> float:
    letters: Counter[str] = Counter()
    total = 0.0
    for found in _OUTSIDE_ASCII.finditer(text):
        place, character = found.start(), found[0]
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if alphabet.pattern.match(character):
            lower = character.lower()
            letters[lower if len(lower) == 1 else character] += 1
            total += _place_of_letter(alphabet, character, before, after)
            earlier = text[max(0, place - 2) : place]
            if character.islower() and len(earlier) == 2 and earlier.isalpha() and earlier.isupper():
                total += _WRONG_CASE
        else:
            total += _symbol_score(character, before, after)
    if not letters:
        return total
    return total + max(
        sum(count * chances.get(letter, _FOREIGN_LETTER) for letter, count in letters.items())
        + _WORD_OF_THE_LANGUAGE
        * min(_MOST_WORDS, sum(words[word] for word in letter_tables.WORDS.get(language, "").split()))
        for language, chances in alphabet.languages.items()
    )


def _place_of_letter(alphabet: _Alphabet, character: str, before: str, after: str) -> float:
    """Return what it costs a letter to stand between these two characters."""
    cost = 0.0
    if character.isupper() and before.islower():
        cost += _WRONG_CASE
    if not alphabet.alone:
        return cost + (_BESIDE_ANOTHER_LATIN if alphabet.pattern.match(before) else 0.0)
    if character.isupper() and before.isalpha():
        cost += _CAPITAL_INSIDE
    for neighbour in (before, after):
        if neighbour.isascii() and neighbour.isalpha():
            cost += _BESIDE_ASCII_LETTER
    is_last = not alphabet.pattern.match(after)
    if (character in _ENDS_WORD and not is_last) or (character in _INSIDE_WORD and is_last):
        cost += _BESIDE_ASCII_LETTER
    return cost


def _symbol_score(character: str, before: str, after: str) -> float:
    """Return the cost of a character that is no letter of the alphabet: little in its place, much elsewhere."""
    if character == "\ufffd":
        return _LOST
    if character < "\u00a0" or "\ue000" <= character <= "\uf8ff":
        return _CONTROL
    starts, ends = not before.strip() or before in "([-–—/“„«\"'", not after.strip() or not after.isalnum()
    in_place = (
        character in _ANYWHERE
        or (character in _DASHES and before.isalnum() == after.isalnum())
        or (character in _OPENING and starts)
        or (character in _CLOSING and ends)
        or (character == "’" and (before.isalnum() or after.isalnum()))
        or (character in _AT_DIGITS and (before.isdigit() or after.isdigit()))
        or (character in _ALONE and not before.strip() and (not after.strip() or after == "C"))
        or (character in _AFTER_WORDS and before.isalnum() and ends)
    )
    return _SYMBOL_IN_ITS_PLACE if in_place else _ODD_SYMBOL


#: Chances of characters in codecs of two bytes, as logarithms.
_COMMON, _LISTED, _RARE, _OUTLANDISH = -5.5, -8.0, -12.0, -16.0
_HIRAGANA, _KATAKANA, _SYLLABLE, _PUNCTUATION, _WIDE = -3.5, -5.0, -8.0, -4.0, -7.0
_SPACE_BETWEEN = -1.5
_SPACED_IDEOGRAPHS = re.compile("[\u4e00-\u9fff] (?=[\u4e00-\u9fff])")
#: The lead bytes under which a standard lists its commoner ideographs (GB 2312 and JIS X 0208 level 1, Big5 level 1).
_LISTED_LEADS = {
    "gb18030": range(0xB0, 0xD8),
    "big5hkscs": range(0xA4, 0xC7),
    "cp932": range(0x88, 0x99),
    "euc_jp": range(0xB0, 0xD0),
    "cp949": range(0),
}


def _character_score(text: str, codec: str, common: frozenset[str]) -> float:
    total = _SPACE_BETWEEN * len(_SPACED_IDEOGRAPHS.findall(text))
    for character, count in Counter(_OUTSIDE_ASCII.findall(text)).items():
        total += count * _chance(character, codec, common)
    return total


def _chance(character: str, codec: str, common: frozenset[str]) -> float:
    is_japanese = common is letter_tables.JAPANESE
    if character == "\ufffd" or "\ue000" <= character <= "\uf8ff":
        return _LOST
    if character in common:
        return _COMMON + 1.0 if common is letter_tables.KOREAN else _COMMON
    if "\u3041" <= character <= "\u309f":
        return _HIRAGANA if is_japanese else _RARE
    if "\u30a0" <= character <= "\u30ff":
        return _KATAKANA if is_japanese else _RARE
    if character in "、。，「」『』（）《》“”‘’：；？！・…—　":
        return _PUNCTUATION
    if "\uff01" <= character <= "\uff5e":
        return _WIDE
    encoded = character.encode(codec, errors="replace")
    if "\uac00" <= character <= "\ud7a3":
        return _SYLLABLE if min(encoded) >= 0xA1 else _OUTLANDISH
    if "\u4e00" <= character <= "\u9fff":
        return (
            _LISTED
            if encoded[0] in _LISTED_LEADS[codec] and (codec != "gb18030" or encoded[1] >= 0xA1)
            else _RARE
            if encoded[-1] >= 0xA1
            else _OUTLANDISH
        )
    return _RARE
