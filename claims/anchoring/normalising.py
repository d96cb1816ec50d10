"""Text with its typography removed, and the way back to the offsets of the original."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from html import unescape

_NOTHING, _SEVERAL_CHARACTERS = "\ufffe", "\uffff"
_SINGLE_QUOTES = "‘’‚‛′‵`´ʹʼ＇"
_DOUBLE_QUOTES = "“”„‟«»″‶＂"
_DASHES = "‐‑‒–—―−﹘﹣－"
_SIGNS = {
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_DASHES, "-"),
    "٫": ".",
    "٬": ",",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "。": ".",
    "、": ",",
    "ی": "ي",
    "ک": "ك",
}
#: й is no и: "cases" and "case" differ by it in Russian.
_BREVE = "\u0306"
#: Marks that tell how a word is read and that most prints leave out: of Hebrew and Arabic, and the stretched line of Arabic.
_READING_AIDS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0652\u0670]")
_REFERENCE = r"&(?:amp;)*(?:amp|quot|apos|lt|gt|[lr][sd]quo|[nm]dash|minus|deg|euro|pound|sup[123]|shy|#\d{2,5}|#x[0-9a-f]{2,4});"
_ONE_SPACE_REFERENCE = r"&(?:amp;)*(?:nbsp|ensp|emsp|thinsp|#(?:9|10|13|32|160|8194|8195|8201|8239|x20|xa0));"
_SPACE_REFERENCE = rf"[ \n{_NOTHING}]*{_ONE_SPACE_REFERENCE}(?:[ \n{_NOTHING}]|{_ONE_SPACE_REFERENCE})*"
_CHANGED_LENGTH = re.compile(
    r"(?<=[^\W\d_])-[ ]*\n\s*(?=[^\W\d_])"
    rf"|{_SPACE_REFERENCE}|{_REFERENCE}| [ \n{_NOTHING}]+|\n[ \n{_NOTHING}]*|{_NOTHING}[ \n{_NOTHING}]*|{_SEVERAL_CHARACTERS}"
)
_LINE_END_HYPHEN = re.compile(r"-[ ]*\n\s*")
_SPACE = re.compile(_SPACE_REFERENCE)


@dataclass(frozen=True, slots=True)
class Normalised:
    """A normalised text whose every position knows where it came from.

    `segments` holds, in order, (first normalised position, first original position, last original position + 1,
    length kept): between two of them the characters correspond one to one where the length was kept.
    """

    text: str
    original: str
    segments: tuple[tuple[int, int, int, bool], ...]
    firsts: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that the non-empty normalised span [start, end) stands for."""
        return self._edges(start)[0], self._edges(end - 1)[1]

    def _edges(self, position: int) -> tuple[int, int]:
        first, origin, origin_end, kept = self.segments[bisect_right(self.firsts, position) - 1]
        if not kept:
            return origin, origin_end
        return origin + position - first, origin + position - first + 1

    def position_of(self, offset: int) -> int:
        """Return the normalised position that the original offset falls on, or the text's length."""
        low, high = 0, len(self.segments)
        while low < high:
            middle = (low + high) // 2
            if self.segments[middle][2] <= offset:
                low = middle + 1
            else:
                high = middle
        if low == len(self.segments):
            return len(self.text)
        first, origin, _, kept = self.segments[low]
        return first + max(0, offset - origin) if kept else first


def _folded(character: str) -> str:
    """The character without accent, case and typographic variety; possibly empty, possibly several characters."""
    if character == "\n":
        return "\n"
    if character.isspace():
        return " "
    if character in _SIGNS:
        return _SIGNS[character]
    if unicodedata.category(character) in ("Cf", "Cc", "Cs") or _READING_AIDS.match(character):
        return ""
    decomposition = unicodedata.decomposition(character)
    if not decomposition and (digit := unicodedata.decimal(character, None)) is not None:
        return str(digit)
    parts = (c for c in unicodedata.normalize("NFKD", character) if c == _BREVE or not "\u0300" <= c <= "\u036f")
    plain = "".join(_SIGNS.get(c, c) for c in parts).casefold()
    # 10⁶ must not become 106, nor 2½ become 21/2.
    if decomposition.startswith("<super>"):
        return "^" + plain
    if decomposition.startswith("<fraction>"):
        return " " + plain.replace("\u2044", "/")
    return plain


class _FoldTable(dict[int, str]):
    """Each character's one-character fold, worked out when first met."""

    def __missing__(self, code: int) -> str:
        folded = _folded(chr(code))
        self[code] = folded if len(folded) == 1 else _SEVERAL_CHARACTERS if folded else _NOTHING
        return self[code]


_FOLDS = _FoldTable()


def normalise(text: str) -> Normalised:
    """Fold case, accents, quotes, dashes and white space, join words cut at a line's end, and keep the map.

    Runs of white space become one space; invisible characters vanish. The text is not trimmed.
    """
    same_length = text.translate(_FOLDS)
    pieces: list[str] = []
    segments: list[tuple[int, int, int, bool]] = []
    length = done = 0
    for change in _CHANGED_LENGTH.finditer(same_length):
        start, end = change.span()
        if start > done:
            segments.append((length, done, start, True))
            pieces.append(same_length[done:start])
            length += start - done
        replacement = _replacement(change.group(), text[start], follows_space=not pieces or pieces[-1].endswith(" "))
        if replacement:
            segments.append((length, start, end, False))
            pieces.append(replacement)
            length += len(replacement)
        done = end
    if done < len(text):
        segments.append((length, done, len(text), True))
        pieces.append(same_length[done:])
    return Normalised("".join(pieces), text, tuple(segments), tuple(s[0] for s in segments))


def _replacement(changed: str, original_first: str, *, follows_space: bool) -> str:
    if changed == _SEVERAL_CHARACTERS:
        folded = _folded(original_first)
        return folded.lstrip(" ") if follows_space else folded
    if _LINE_END_HYPHEN.fullmatch(changed):
        return ""
    if _SPACE.fullmatch(changed):
        return " "
    if changed[0] == "&":
        return _referenced(changed)
    return " " if " " in changed or "\n" in changed else ""


def _referenced(reference: str) -> str:
    """What a character reference that was left in the text stands for; one that was escaped twice is one, too."""
    character = unescape("&" + reference[1:].replace("amp;", ""))
    return " " if character.isspace() else "".join(map(_folded, character))
