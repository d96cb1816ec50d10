"""Text as numbers are read in it: compatibility letters spelled out, invisible characters left out, places kept."""

import re
import unicodedata
from array import array
from dataclasses import dataclass

# Soft hyphens, zero-width and bidirectional controls, variation selectors: they print nothing.
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
# Ligatures, full-width and mathematical letters and digits, squared units (㎢), Kelvin and Ångström signs. Superscripts
# and fractions stay: 10⁶ is not 106.
_COMPATIBLE = "\u2126\u212a\u212b\u3371-\u337f\u3380-\u33df\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff"
_CHANGED = re.compile(f"(?P<invisible>[{_INVISIBLE}])|[{_COMPATIBLE}]")


@dataclass(frozen=True, slots=True)
class PlainForm:
    """The text to read; character i of it stands at origins[i] of the printed one."""

    text: str
    origins: "array[int]"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the non-empty span start…end of the plain text was printed."""
        return self.origins[start], self.origins[end - 1] + 1


def plain_form(text: str) -> PlainForm | None:
    """Return the plain form of a text, or nothing where it is plain as printed."""
    if text.isascii() or not _CHANGED.search(text):
        return None
    characters: list[str] = []
    origins = array("q")
    position = 0
    for found in _CHANGED.finditer(text):
        characters.append(text[position : found.start()])
        origins.extend(range(position, found.start()))
        written = "" if found["invisible"] else unicodedata.normalize("NFKC", found.group())
        characters.append(written)
        origins.extend([found.start()] * len(written))
        position = found.end()
    characters.append(text[position:])
    origins.extend(range(position, len(text)))
    return PlainForm("".join(characters), origins)
