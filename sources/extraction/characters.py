"""Which characters may stand in a text, and which encoding bytes are written in."""

import codecs
import re
from dataclasses import dataclass, replace

import charset_normalizer

from sources.extraction.extraction_warnings import ExtractionWarning, WarningKind
from sources.extraction.results import ExtractionRefused

_REPLACEMENT = "\ufffd"
_SAMPLE_AROUND = 20
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CONTROL_SHARE_OF_BINARY = 0.01
_REPLACEMENT_SHARE_TOO_MUCH = 0.01
_GUESS_SAMPLE_BYTES = 100_000

# A few accented letters fit many of these equally well; of equals, Windows-1252 is by far the likeliest.
_LATIN = frozenset(
    ["cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "cp437", "cp775", "cp850", "cp852", "cp857", "cp858"]
    + ["iso8859-2", "iso8859-4", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16"]
    + ["mac-roman", "mac-latin2", "mac-iceland", "mac-turkish", "hp-roman8"]
)
_TWO_BYTE_CODECS = [
    "big5",
    "big5hkscs",
    "cp932",
    "cp949",
    "cp950",
    "euc_jis_2004",
    "euc_jisx0213",
    "euc_jp",
    "euc_kr",
    "gb18030",
    "gb2312",
    "gbk",
    "hz",
    "johab",
    "shift_jis",
    "shift_jis_2004",
    "shift_jisx0213",
]
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
_CHAOS_TIE = 0.01
_COHERENCE_TIE = 0.06

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_NOT_FOR_LABELS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf_7"})

# What the web means by a label (WHATWG Encoding Standard, section 4.2), where Python's codec of that name is narrower.
_WEB_MEANING = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-16": "utf-16-le",
}


@dataclass(frozen=True)
class DecodedText:
    """A text, the encoding it was read with, and how many characters had to be replaced."""

    text: str
    charset: str
    replacements: int
    is_guessed: bool = False

    @property
    def warnings(self) -> tuple[ExtractionWarning, ...]:
        """Return what a person should know of it: an encoding that was guessed, characters that are lost."""
        found = []
        if self.is_guessed:
            found.append(ExtractionWarning(WarningKind.GUESSED_ENCODING, sample=self.charset))
        if self.replacements:
            sample = _words_around(self.text, self.text.index(_REPLACEMENT))
            found.append(ExtractionWarning(WarningKind.UNDECODABLE_CHARACTERS, self.replacements, sample))
        return tuple(found)


def clean(text: str) -> str:
    """Put a space for each control character except tab, line feed and carriage return, and U+FFFD
    for each lone surrogate, one for one, so that offsets stay what they were."""
    return _FORBIDDEN.sub(lambda found: "\ufffd" if _SURROGATE.match(found[0]) else " ", text)


def decode(data: bytes, declared: str | None = None) -> DecodedText:
    """Decode bytes by byte order mark, then the declared encoding, then UTF-8, then a guess from
    the bytes, then Windows-1252; line ends and everything else are kept as they are, only the mark is dropped.

    Raises ExtractionRefused: "binary" when more than 1 % of the characters are controls, "unreadable_characters" when
    more than 1 % had to be replaced.
    """
    decoded = _decode(data, declared)
    length = len(decoded.text)
    controls = len(_FORBIDDEN.findall(decoded.text))
    if controls > length * _CONTROL_SHARE_OF_BINARY:
        raise ExtractionRefused("binary")
    if decoded.replacements > length * _REPLACEMENT_SHARE_TOO_MUCH:
        raise ExtractionRefused("unreadable_characters")
    return replace(decoded, text=clean(decoded.text))


def codec_of(label: str | None) -> str | None:
    """Name the Python codec that the web means by an encoding label, None for an unknown label."""
    if not label or not label.isascii():
        return None
    try:
        info = codecs.lookup(label.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    # Codecs such as "base64" or "unicode_escape" do more than look up letters: a label from outside must not reach them.
    if not info._is_text_encoding or info.name.replace("-", "_") in _NOT_FOR_LABELS:
        return None
    return _WEB_MEANING.get(info.name, info.name)


def _decode(data: bytes, declared: str | None) -> DecodedText:
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], codec)
    wide = _wide_without_mark(data)
    for stated in (wide, codec_of(declared), "utf-8"):
        if stated and (text := _strict(data, stated)) is not None:
            return DecodedText(text, stated, 0)
    guess = _guess(data)
    if guess and (text := _strict(data, guess)) is not None:
        return DecodedText(text, guess, 0, is_guessed=True)
    return replace(_replacing(data, "cp1252"), is_guessed=True)


def _words_around(text: str, place: int) -> str:
    """Return the words around a place, on one line."""
    return " ".join(text[max(0, place - _SAMPLE_AROUND) : place + _SAMPLE_AROUND].split())


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, ValueError):
        return None


def _replacing(data: bytes, codec: str) -> DecodedText:
    text = data.decode(codec, errors="replace")
    written = (
        data.count(_REPLACEMENT.encode(codec, errors="ignore") or b"\xff\xfe\xfd") if codec.startswith("utf") else 0
    )
    return DecodedText(text, codec, max(0, text.count(_REPLACEMENT) - written))


def _wide_without_mark(data: bytes) -> str | None:
    """Recognise UTF-16 that lost its mark: every other byte of Latin text is zero."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 4:
        return None
    if sample[1::2].count(0) > half * 0.7 and sample[::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[::2].count(0) > half * 0.7 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return None


def _guess(data: bytes) -> str | None:
    first_high = next((place for place, byte in enumerate(data) if byte > 127), 0)
    start = max(0, first_high - 1_000)
    sample = data[start : start + _GUESS_SAMPLE_BYTES]
    runs = _HIGH_BYTES.findall(sample)
    # Chinese, Japanese and Korean codecs write a letter in two bytes; an accent between Latin letters stands alone.
    stands_alone = sum(len(run) == 1 for run in runs) > len(runs) * 0.5
    guesses = charset_normalizer.from_bytes(sample, cp_exclusion=_TWO_BYTE_CODECS if stands_alone else [])
    best = guesses.best()
    if best is None:
        return None
    codec = codec_of(best.encoding)
    if codec in _LATIN and any(_is_western(guess) and _is_as_good(guess, best) for guess in guesses):
        return "cp1252"
    return codec


def _is_western(guess: charset_normalizer.CharsetMatch) -> bool:
    return "cp1252" in (guess.encoding, *(same.encoding for same in guess.submatch))


def _is_as_good(guess: charset_normalizer.CharsetMatch, best: charset_normalizer.CharsetMatch) -> bool:
    return guess.chaos - best.chaos < _CHAOS_TIE and best.coherence - guess.coherence < _COHERENCE_TIE
