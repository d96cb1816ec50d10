"""One form of a text for reading, whichever way its characters are written, and the way back to the text as it came.

Letters are composed (NFC), compatibility forms of letters and digits (ﬁ, ＲＤ, ㎏) are written out, and characters that
nobody sees are left out. Powers and note marks (²), fractions (½) and punctuation mean something and stay.
"""

import re
import unicodedata
from array import array
from collections.abc import Callable
from dataclasses import dataclass

_KINDS = frozenset(
    ["<compat>", "<font>", "<square>", "<wide>", "<small>", "<initial>", "<medial>", "<final>", "<isolated>"]
)
#: Signs that readers of numbers know as they are printed, list numbers, and letters of Chinese, Japanese and Korean.
_KEPT = re.compile("[№₨µ⑴-⒵\u1100-\u11ff\u2e80-\u32ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff]")
# The full-width ￥ is missing: unlike ¥ it is the yuan rather than the yen.
_SIGNS = {"％": "%", "＋": "+", "－": "-", "＄": "$", "￡": "£", "\u2010": "-", "\u2011": "-"}
_RANGES = (range(0xA0, 0x3400), range(0xFB00, 0xFFF0), range(0x1D400, 0x1D800))


def _written_out(character: str) -> str:
    """Return the letters and digits that a compatibility form stands for, or the character itself."""
    kind, *codes = unicodedata.decomposition(character).split() or [""]
    if kind not in _KINDS or _KEPT.match(character):
        return character
    written = "".join(_written_out(chr(int(code, 16))) for code in codes)
    return written if not _KEPT.search(written) and written.replace("/", "").isalnum() else character


_FORMS = {
    character: written
    for codes in _RANGES
    for character in map(chr, codes)
    if (written := _written_out(character)) != character
} | _SIGNS
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f"
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_CHANGING = (
    frozenset(_FORMS)
    | {"，", "．"}
    | {c for c in map(chr, (*range(0xAD, 0x10000), *range(0xE0000, 0xE0080))) if _UNSEEN.match(c)}
)
#: Marks that stand on the letter before them, and the letters that Korean syllables are composed of.
_COMBINING = "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06ed\u093c\u0e38-\u0e3a\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
_CHANGED = re.compile(
    # A soft hyphen is seen at the end of a line alone, where its word goes on in the next.
    f"(?P<invisible>(?<=[^\\W\\d_])\u00ad[ \\t]*\r?\n[ \\t]*(?=[^\\W\\d_])|[{_INVISIBLE}]+)|(?P<form>[{re.escape(''.join(_FORMS))}])|(?<=[0-9０-９])(?P<point>[，．])(?=[0-9０-９])"
)
_COMPOSED = re.compile(
    f"[\u1100-\u11ff]+|[^{_COMBINING}][{_COMBINING}]+|[\u0340-\u0374\u037e\u0387\u2000\u2001\u2126\u212a\u212b\uf900-\ufaff]"
)


@dataclass(frozen=True)
class NormalForm:
    """A text in normal form; character i of it stands at starts[i]…ends[i] of the text as it came."""

    text: str
    starts: "array[int]"
    ends: "array[int]"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span, in the text as it came, of the non-empty span start…end of the normal form."""
        return self.starts[start], self.ends[end - 1]


def normal_form(text: str) -> NormalForm | None:
    """Return the normal form of a text, or nothing where the text is in it."""
    # The set of its characters says it of nearly every text, many times faster than a search.
    is_plain = _CHANGING.isdisjoint(text) or not _CHANGED.search(text)
    if is_plain and unicodedata.is_normalized("NFC", text):
        return None
    visible = rewritten(as_it_came(text), _CHANGED, _written)
    return rewritten(visible, _COMPOSED, _written)


def as_it_came(text: str) -> NormalForm:
    """Return a text as a form of itself, from which `rewritten` starts."""
    return NormalForm(text, array("q", range(len(text))), array("q", range(1, len(text) + 1)))


def rewritten(form: NormalForm, pattern: re.Pattern[str], written: Callable[[re.Match[str]], str]) -> NormalForm:
    """Return a form with what each match is written as in its place; a match that is written as itself stays as it is."""
    characters: list[str] = []
    starts, ends = array("q"), array("q")
    position = 0
    for found in pattern.finditer(form.text):
        start, end = found.span()
        new = written(found)
        if start == end or new == found.group():
            continue
        characters += form.text[position:start], new
        starts += form.starts[position:start] + array("q", [form.starts[start]] * len(new))
        ends += form.ends[position:start] + array("q", [form.ends[end - 1]] * len(new))
        position = end
    characters.append(form.text[position:])
    return NormalForm("".join(characters), starts + form.starts[position:], ends + form.ends[position:])


def _written(found: re.Match[str]) -> str:
    if found.lastgroup == "invisible":
        return ""
    if found.lastgroup == "point":
        return "," if found.group() == "，" else "."
    return _FORMS[found.group()] if found.lastgroup == "form" else unicodedata.normalize("NFC", found.group())
