"""Letters of symbol fonts as Unicode: a code of one of these fonts means its own sign, whatever letter it is elsewhere."""

# The encoding of the Symbol font (PDF reference, ISO 32000-1, annex D.5), by code from 0x20 and from 0xA0.
_SYMBOL_LOW = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\0〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
_SYMBOL = {0x20 + place: sign for place, sign in enumerate(_SYMBOL_LOW)} | {
    0xA0 + place: sign for place, sign in enumerate(_SYMBOL_HIGH) if sign != "\0"
}
# Of the pictures fonts, the signs that stand in running text: lists, arrows, check marks, figures in circles.
_WINGDINGS = (
    {0x20: " ", 0x28: "☎", 0x36: "⌛", 0x45: "☜", 0x46: "☞", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6D: "❍"}
    | {0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥"}
    | {0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xD8: "➢", 0xDC: "➲"}
    | {0x80: "⓪", 0x8B: "⓿", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE3: "↖", 0xE4: "↗", 0xE5: "↙", 0xE6: "↘"}
    | {0xE7: "←", 0xE8: "→", 0xE9: "↑", 0xEA: "↓", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xF3: "⬄", 0xF4: "⇳"}
    | {0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"}
    | {0x81 + place: sign for place, sign in enumerate("①②③④⑤⑥⑦⑧⑨⑩")}
    | {0x8C + place: sign for place, sign in enumerate("❶❷❸❹❺❻❼❽❾❿")}
)
_WINGDINGS_2 = {0x20: " ", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "□"} | {
    0x69 + place: sign for place, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")
}
_WINGDINGS_3 = {0x20: " ", 0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x70: "▲", 0x71: "▼", 0x74: "◀", 0x75: "▶"}
_WEBDINGS = {0x20: " ", 0x33: "◀", 0x34: "▶", 0x35: "▲", 0x36: "▼", 0x3D: "●", 0x61: "✓", 0x67: "■", 0x72: "✗"}

_FONTS = {
    "symbol": _SYMBOL,
    "symbolmt": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings2": _WINGDINGS_2,
    "wingdings3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}
_OTHER_SYMBOL_FONTS = ("dingbat", "symbol", "bookshelf", "mt extra", "marlett", "monotype sorts", "icons")
_PRIVATE = range(0xF000, 0xF100)
UNKNOWN = "\ufffd"


def is_symbol_font(font: str | None) -> bool:
    """Whether the letters of a font are signs of its own that are known here."""
    return _key(font) in _FONTS


def sign_of(font: str | None, code: int) -> str:
    """Return the sign that a font has at a code, UNKNOWN where it cannot be told."""
    known = _FONTS.get(_key(font))
    if known is not None:
        return known.get(code - 0xF000 if code in _PRIVATE else code) or (
            UNKNOWN if code < 0x100 or code in _PRIVATE else chr(code)
        )
    if any(name in (font or "").lower() for name in _OTHER_SYMBOL_FONTS):
        return UNKNOWN
    if code in _PRIVATE:
        return bytes([code - 0xF000]).decode("cp1252", "replace")
    return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code <= 0x10FFFF else UNKNOWN


def _key(font: str | None) -> str:
    return (font or "").lower().replace(" ", "")
