"""Encodings as the web means them: labels, and the characters that Python's codecs of those names do not know.

The source is the WHATWG Encoding Standard; only what files in use hold is made good here.
"""

import codecs
import re

REPLACEMENT = "\ufffd"

_NOT_FOR_LABELS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf_7"})

# What the web means by a label (section 4.2), where Python's codec of that name is narrower.
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
    "cp950": "big5hkscs",
    "utf-16": "utf-16-le",
}
#: Labels of the web that Python knows no codec by.
_UNKNOWN_TO_PYTHON = {
    "windows-874": "cp874",
    "dos-874": "cp874",
    **{f"x-cp125{number}": f"cp125{number}" for number in range(9)},
    "x-mac-roman": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-ukrainian": "mac-cyrillic",
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "x-x-big5": "big5hkscs",
    "x-euc-jp": "euc_jp",
    "windows-949": "cp949",
    "iso-8859-8-i": "iso8859-8",
}
_LABELS = {
    "cp866": "ibm866",
    "cp932": "shift_jis",
    "cp949": "euc-kr",
    "big5hkscs": "big5",
    "euc_jp": "euc-jp",
    "iso2022_jp": "iso-2022-jp",
    "mac-roman": "macintosh",
    "mac-cyrillic": "x-mac-cyrillic",
}
_ISO_2022_JP_SHIFT = re.compile(rb"\x1b(\([BJI]|\$[@B])")
#: Controls that no text holds: an old page that names an ISO encoding has the punctuation of Windows there.
_C1 = {
    place: bytes([place]).decode("cp1252") for place in range(0x80, 0xA0) if place not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}

#: What Python makes of bytes that stand for nothing in Shift JIS (0xA0, 0xFD to 0xFF): private characters.
_NO_SHIFT_JIS = dict.fromkeys(range(0xF8F0, 0xF8F4), REPLACEMENT)


def codec_of(label: str | None) -> str | None:
    """Name the Python codec that the web means by an encoding label, None for an unknown label."""
    if not label or not label.isascii():
        return None
    name = label.strip().strip("\"'").lower()
    try:
        info = codecs.lookup(_UNKNOWN_TO_PYTHON.get(name, name))
    except (LookupError, ValueError):
        return None
    # Codecs such as "base64" or "unicode_escape" do more than look up letters: a label from outside must not reach them.
    if not info._is_text_encoding or info.name.replace("-", "_") in _NOT_FOR_LABELS:
        return None
    return _WEB_MEANING.get(info.name, info.name)


def label_of(codec: str) -> str:
    """Return the label that the web knows a Python codec by."""
    return _LABELS.get(codec) or re.sub(r"\Acp(?=125|874)", "windows-", codec).replace("iso8859", "iso-8859")


def is_iso_2022_jp(data: bytes) -> bool:
    """Return whether bytes shift between ASCII and Japanese as only ISO-2022-JP does."""
    return data.isascii() and _ISO_2022_JP_SHIFT.search(data) is not None


def decode_bytes(data: bytes, codec: str) -> str:
    """Decode bytes as a browser does; what stands for no character becomes U+FFFD."""
    if codec == "iso2022_jp":
        return _decode_iso_2022_jp(data)
    text = data.decode(codec, errors="plumbline-web")
    if codec == "cp932":
        return text.translate(_NO_SHIFT_JIS)
    return text.translate(_C1) if codec.startswith("iso8859") else text


def _decode_iso_2022_jp(data: bytes) -> str:
    # Python's codec knows neither the half-width kana nor row 13 (①, ㈱, ㎏), which Windows and mail programs write.
    first, *rest = _ISO_2022_JP_SHIFT.split(data)
    pieces = [decode_bytes(first, "cp932")]
    for shift, piece in zip(rest[::2], rest[1::2], strict=True):
        high = bytes(byte | 0x80 if byte > 0x20 else byte for byte in piece)
        pieces.append(
            decode_bytes(high, "euc_jp")
            if shift[:1] == b"$"
            else decode_bytes(high if shift == b"(I" else piece, "cp932")
        )
    return "".join(pieces)


def _as_the_web_does(error: UnicodeError) -> tuple[str, int]:
    """Give the character that the web knows where Python's codec stops, and where decoding goes on."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    codec, pair = codecs.lookup(error.encoding).name, error.object[error.start : error.start + 2]
    if codec == "gb18030" and pair[:1] == b"\x80":  # the euro sign of Windows in China
        return "€", error.start + 1
    if codec == "euc_jp" and len(pair) == 2 and min(pair) >= 0xA1:
        return _in_shift_jis(pair), error.start + 2
    if codec == "big5hkscs" and len(pair) == 2 and pair[0] >= 0xA1:
        return pair.decode("cp950", errors="replace")[:1], error.start + 2
    return REPLACEMENT, error.end


def _in_shift_jis(pair: bytes) -> str:
    """Return the character of a row and a cell of EUC-JP as the Shift JIS of Windows has it."""
    row, cell = pair[0] - 0xA1, pair[1] - 0xA1
    lead = 0x81 + row // 2 if row < 62 else 0xC1 + row // 2
    trail = cell + 0x9F if row % 2 else cell + (0x40 if cell < 63 else 0x41)
    return bytes([lead, trail]).decode("cp932", errors="replace")[:1]


codecs.register_error("plumbline-web", _as_the_web_does)
