"""Which runs of a Word document a reader sees: not those in the colour of what is behind them, or too small to be read."""

import re
import zipfile
from functools import cached_property

from lxml import etree

from sources.extraction.word.parts import attribute_of, child, name_of, properties_of
from sources.extraction.word.styles import AS_IT_COMES, Formatting, Styles, shading

_WHITE = "FFFFFF"
# In half-points: letters of a point and a half are finer than the screen that prints them.
_LEAST_SIZE = 4
# Of 255 steps between white and black.
_LEAST_CONTRAST = 20
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_BEHIND_TEXT = re.compile(
    rb"behindDoc=[\"'](?:1|true)|<v:background|mso-position-[a-z-]+:[^;\"']+;z-index:-|z-index:-\\d"
)
_LOOKED_AT = re.compile(r"word/(?:document|header)\d*\.xml")
_CHUNK, _OVERLAP = 1 << 20, 200
# Shapes have areas and pictures of their own behind their words.
_OWN_GROUND = frozenset(["w:txbxContent"])


class Visibility:
    """What is behind the words of one document."""

    def __init__(self, archive: zipfile.ZipFile, styles: Styles):
        self._archive = archive
        self._styles = styles

    def sees(self, run: etree._Element, formatting: Formatting) -> bool:
        """Whether a reader sees a run. Where the markup does not tell what is behind it, it counts as seen."""
        if formatting.size is not None and formatting.size < _LEAST_SIZE:
            return False
        colour = formatting.colour
        if colour is None or not _HEX.fullmatch(colour):
            return True
        behind = formatting.behind or self._behind(run)
        return not _HEX.fullmatch(behind) or _contrast(colour, behind) >= _LEAST_CONTRAST

    def _behind(self, run: etree._Element) -> str:
        found: str | None = None
        above = run
        for above in run.iterancestors():
            name = name_of(above)
            if name in _OWN_GROUND:
                return AS_IT_COMES
            if name == "w:p":
                found = self._styles.shading_of_paragraph(properties_of(above, "w:pPr"))
            elif name == "w:tc":
                found = shading(properties_of(above, "w:tcPr"))
            elif name == "w:tbl":
                # The style of a table shades its rows by rules of its own.
                properties = child(above, "w:tblPr")
                found = shading(properties) or (AS_IT_COMES if attribute_of(properties, "w:tblStyle") else None)
            if found is not None:
                return found
        return AS_IT_COMES if child(above, "w:background") is not None or self._has_pictures_behind else _WHITE

    @cached_property
    def _has_pictures_behind(self) -> bool:
        return any(self._is_drawn_behind(name) for name in self._archive.namelist() if _LOOKED_AT.fullmatch(name))

    def _is_drawn_behind(self, name: str) -> bool:
        with self._archive.open(name) as part:
            before = b""
            while piece := part.read(_CHUNK):
                if _BEHIND_TEXT.search(before + piece):
                    return True
                before = piece[-_OVERLAP:]
        return False


def _contrast(colour: str, behind: str) -> int:
    """Return the widest difference between two colours in red, green or blue."""
    return max(abs(int(colour[at : at + 2], 16) - int(behind[at : at + 2], 16)) for at in (0, 2, 4))
