"""Lines of Hebrew and Arabic, whose letters stand on the page from right to left, in the order in which they are read."""

import re
import unicodedata

_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LETTER = re.compile(r"[^\W\d_]")
# What is read from left to right inside such a line: words in other letters, figures with their signs.
_FROM_LEFT = re.compile(
    "[^\\W\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff](?:[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]*"
    "[^\\W\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff%])?"
)
_WORDS_FROM_RIGHT = re.compile(f"{_FROM_RIGHT.pattern}(?:[^\\w]*{_FROM_RIGHT.pattern})*")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def is_from_right(text: str) -> bool:
    """Whether a text has letters that are written from right to left."""
    return _FROM_RIGHT.search(text) is not None


def logical(text: str) -> str:
    """Return a line that was read from left to right in the order in which a reader of its letters reads it (a plain
    form of Unicode Standard Annex 9 for lines that are mostly written from the right)."""
    from_right = len(_FROM_RIGHT.findall(text))
    if not from_right:
        return text
    if from_right * 2 < len(_LETTER.findall(text)):
        return _WORDS_FROM_RIGHT.sub(lambda found: "".join(_with_marks(found[0])), text)
    turned = "".join(_with_marks(text)).translate(_MIRRORED)
    return _FROM_LEFT.sub(lambda found: found[0].translate(_MIRRORED)[::-1], turned)


def _with_marks(text: str) -> list[str]:
    """Return the letters from the last to the first, each followed by the marks that stand on it."""
    groups: list[str] = []
    for letter in text:
        if groups and unicodedata.combining(letter):
            groups[-1] += letter
        else:
            groups.append(letter)
    return groups[::-1]
