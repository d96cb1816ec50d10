"""Which characters may stand in a text, and which encoding bytes are written in."""

import codecs
import re
from dataclasses import dataclass, replace

from sources.extraction.encoding_guess import guess_encoding, is_far_likelier_otherwise, is_single_byte
from sources.extraction.extraction_warnings import ExtractionWarning, WarningKind
from sources.extraction.letter_tables import COMMON_IDEOGRAPHS
from sources.extraction.results import ExtractionRefused
from sources.extraction.web_codecs import REPLACEMENT, codec_of, decode_bytes, is_iso_2022_jp, label_of

_SAMPLE_AROUND = 20
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CONTROL_SHARE_OF_BINARY = 0.01
_REPLACEMENT_SHARE_TOO_MUCH = 0.01
_FEW_REPLACEMENTS = 3

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: So much of what stands outside ASCII may be lost before a stated encoding is taken for a mistake.
_LOST_OF_STATED = 0.25
#: A text in an encoding of two bytes that is UTF-8 as well has fewer characters than this.
_FEW_CHARACTERS = 4
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_WIDE_SAMPLE_BYTES = 4096
_UNUSUAL_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_USUAL_IN_TEXT = re.compile(
    "[\t\n\r -~\u00a0-\u024f\u0370-\u06ff\u0900-\u0e7f\u10a0-\u10ff\u1e00-\u1fff\u2010-\u2044\u20ac\u2116\u3000-\u30ff"
    "\uac00-\ud7a3\uff01-\uff65]"
)
_EVERYDAY = re.compile("[\n\r -~、。，]")
_EVERYDAY_SHARE = 0.05
_IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
_USUAL_SHARE_OF_WIDE = 0.7


@dataclass(frozen=True)
class DecodedText:
    """A text, the encoding it was read with, and how many characters had to be replaced."""

    text: str
    charset: str
    replacements: int
    is_guessed: bool = False
    is_contradicted: bool = False

    @property
    def warnings(self) -> tuple[ExtractionWarning, ...]:
        """Return what a person should know of it: an encoding that was guessed, characters that are lost."""
        found = []
        if self.is_contradicted:
            found.append(ExtractionWarning(WarningKind.CONTRADICTED_ENCODING, sample=label_of(self.charset)))
        elif self.is_guessed:
            found.append(ExtractionWarning(WarningKind.GUESSED_ENCODING, sample=label_of(self.charset)))
        if self.replacements:
            sample = _words_around(self.text, self.text.index(REPLACEMENT))
            found.append(ExtractionWarning(WarningKind.UNDECODABLE_CHARACTERS, self.replacements, sample))
        return tuple(found)


def clean(text: str) -> str:
    """Put a space for each control character except tab, line feed and carriage return, and U+FFFD
    for each lone surrogate, one for one, so that offsets stay what they were."""
    return _FORBIDDEN.sub(lambda found: "\ufffd" if _SURROGATE.match(found[0]) else " ", text)


def decode(data: bytes, declared: str | None = None, chosen: str | None = None) -> DecodedText:
    """Decode bytes; line ends and everything else are kept as they are, only a byte order mark is dropped.

    The encoding is the one that a person chose, else what the bytes themselves show (a byte order mark, UTF-16 without
    one, ISO-2022-JP, UTF-8), else the declared one where nearly all bytes fit it, else the likeliest one.

    Raises ExtractionRefused: "binary" when more than 1 % of the characters are controls, "unreadable_characters" when
    more than 1 %, and more than three, had to be replaced.
    """
    decoded = _decode(data, declared, chosen)
    length = len(decoded.text)
    controls = len(_FORBIDDEN.findall(decoded.text))
    if controls > length * _CONTROL_SHARE_OF_BINARY:
        raise ExtractionRefused("binary")
    if decoded.replacements > max(_FEW_REPLACEMENTS, length * _REPLACEMENT_SHARE_TOO_MUCH):
        raise ExtractionRefused("unreadable_characters")
    return replace(decoded, text=clean(decoded.text))


def _decode(data: bytes, declared: str | None, chosen: str | None) -> DecodedText:
    if chosen:
        return _read_as(data, codec_of(chosen) or "utf-8")
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _read_as(data[len(mark) :], codec)
    wide = _wide_without_mark(data)
    if wide:
        return _read_as(data, wide)
    stated = codec_of(declared)
    if is_iso_2022_jp(data):
        return _read_as(data, "iso2022_jp", is_guessed=stated != "iso2022_jp")
    if data.isascii():
        return _read_as(data, stated if stated and stated not in _WIDE else "utf-8")
    return _stated(data, stated) or _read_as(data, guess_encoding(data), is_guessed=True, is_contradicted=bool(stated))


def _stated(data: bytes, stated: str | None) -> DecodedText | None:
    """Read bytes, some outside ASCII, as they are said to be, or as the UTF-8 that they are, if nearly all of them fit."""
    as_utf8 = _read_as(data, "utf-8")
    if stated in (None, "utf-8", *_WIDE):
        return as_utf8 if _fits(as_utf8) else None
    as_stated = _read_as(data, stated)
    if _fits(as_utf8) and (
        as_stated.replacements or is_single_byte(stated) or _outside_ascii(as_utf8.text) >= _FEW_CHARACTERS
    ):
        return replace(as_utf8, is_contradicted=True)
    return as_stated if _fits(as_stated) and not is_far_likelier_otherwise(data, stated) else None


def _fits(decoded: DecodedText) -> bool:
    return decoded.replacements <= _LOST_OF_STATED * _outside_ascii(decoded.text)


def _outside_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", errors="ignore"))


def _read_as(data: bytes, codec: str, *, is_guessed: bool = False, is_contradicted: bool = False) -> DecodedText:
    text = decode_bytes(data, codec)
    written = data.count(REPLACEMENT.encode(codec)) if codec.startswith("utf") else 0
    lost = max(0, text.count(REPLACEMENT) - written)
    return DecodedText(text, codec, lost, is_guessed=is_guessed, is_contradicted=is_contradicted)


def _words_around(text: str, place: int) -> str:
    """Return the words around a place, on one line."""
    return " ".join(text[max(0, place - _SAMPLE_AROUND) : place + _SAMPLE_AROUND].split())


def _wide_without_mark(data: bytes) -> str | None:
    """Recognise UTF-16 and UTF-32 that lost their mark, in any language.

    Their bytes hold controls that no other text has, and most pairs or fours of them are usual characters in one order
    only.
    """
    sample = data[: min(_WIDE_SAMPLE_BYTES, len(data) // 4 * 4)] or data[:2]
    if len(sample) < 2 or not _UNUSUAL_CONTROL.search(sample):
        return None
    shares = {codec: _usual_share(sample.decode(codec, errors="replace")) for codec in _WIDE}
    likeliest = max(_WIDE, key=lambda codec: shares[codec])
    return likeliest if shares[likeliest] >= _USUAL_SHARE_OF_WIDE else None


def _usual_share(text: str) -> float:
    """Return the share of usual characters; an ideograph counts for one if it is common, else for half of one.

    It is 0 where next to no spaces, ASCII letters or common ideographs are among them: no text goes without.
    """
    ideographs = _IDEOGRAPH.findall(text)
    common = sum(character in COMMON_IDEOGRAPHS for character in ideographs)
    if len(_EVERYDAY.findall(text)) + common < _EVERYDAY_SHARE * len(text):
        return 0.0
    return (len(_USUAL_IN_TEXT.findall(text)) + common + (len(ideographs) - common) / 2) / len(text)
