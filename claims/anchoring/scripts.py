"""How scripts divide a text into words: with spaces, or with none."""

import re
import unicodedata

#: Thai, Lao, Myanmar, Khmer, kana, bopomofo and Han: a word's end is nowhere marked.
UNSPACED = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0eb9\u0ebb-\u0ec6\u1000-\u1039\u103b-\u103f\u1050-\u108f\u1780-\u17d3\u3005-\u3007\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
#: Vowel signs and other marks that are part of a word, in scripts that write no vowel without them.
WORD_MARKS = "\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u09d7\u0a01-\u0a03\u0a3c-\u0a4d\u0a70\u0a71\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0d57\u0d82\u0d83\u0dca-\u0ddf\u0df2\u0df3\u0f71-\u0f84\u0f8d-\u0fbc\u0654\u0655"
#: Characters of numbers that are written in words: 三百万, 四十, 2億.
HAN_NUMERALS = "〇零一二三四五六七八九十百千万億亿兆两兩"

_ARABIC_SEPARATORS = {"٫": ".", "٬": ","}
_UNSPACED = re.compile(f"[{UNSPACED}]")
_UNIT = re.compile(f"[{UNSPACED}]|[^\\s{UNSPACED}]+")


def is_unspaced(character: str) -> bool:
    """Return whether a character belongs to a script that puts no spaces between words."""
    return character > "\u0dff" and bool(_UNSPACED.match(character))


def word_matches(text: str) -> list[re.Match[str]]:
    """List the words of text, each character for itself where no space tells one word from the next."""
    return list(_UNIT.finditer(text))


def is_of_word(character: str) -> bool:
    """Return whether a character is part of a word or a number: a letter, a digit, or a mark upon one."""
    return character.isalnum() or unicodedata.category(character).startswith("M")


def runs_on(edge: str, following: str) -> bool:
    """Return whether the characters that follow continue the word or number that ends in `edge`."""
    if not following or not is_of_word(edge):
        return False
    if _is_of_number(edge) and _is_of_number(following[0]):
        return True
    if is_of_word(following[0]):
        return not (is_unspaced(edge) or is_unspaced(following[0]))
    return following[0] in ".,^" and edge.isdigit() and following[1:2].isdigit()


def _is_of_number(character: str) -> bool:
    return character.isdigit() or character in HAN_NUMERALS


def with_western_digits(text: str) -> str:
    """Write the decimal digits of every script as 0 to 9, one for one, with the separators that Arabic has of its own."""
    return text if text.isascii() else "".join(map(_western, text))


def _western(character: str) -> str:
    if character in _ARABIC_SEPARATORS:
        return _ARABIC_SEPARATORS[character]
    return str(unicodedata.decimal(character)) if character.isdecimal() else character
