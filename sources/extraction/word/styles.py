"""What a run's formatting means for its text: raised, lowered, struck, hidden, in a symbol font, how large, in which colour."""

import zipfile
from dataclasses import dataclass, replace

from lxml import etree

from sources.extraction.raised import Level
from sources.extraction.word.parts import attribute, attribute_of, child, is_on, name_of, parsed

_LEVELS = {"superscript": Level.RAISED, "subscript": Level.LOWERED, "baseline": Level.ON_LINE}
# A run moved up or down by hand, in half-points, by about a third of a letter's height.
_RAISED_BY_HAND = 4
_MOST_STYLES_DEEP = 20
#: A colour that cannot be told from the markup alone.
AS_IT_COMES = "?"
_DRAWN = ("w:outline", "w:shadow", "w:emboss", "w:imprint")
_DRAWN_BY_WORD_2010 = frozenset(["textOutline", "textFill", "glow", "shadow", "props3d"])


@dataclass(frozen=True)
class Formatting:
    """The formatting of a run that bears on its text; None where nothing is said."""

    level: Level | None = None
    struck: bool | None = None
    hidden: bool | None = None
    font: str | None = None
    #: In half-points.
    size: int | None = None
    #: Six hexadecimal digits, "auto", or AS_IT_COMES where it cannot be told.
    colour: str | None = None
    behind: str | None = None

    def over(self, other: "Formatting") -> "Formatting":
        """Return this formatting with what it leaves open taken from another."""
        return Formatting(
            other.level if self.level is None else self.level,
            other.struck if self.struck is None else self.struck,
            other.hidden if self.hidden is None else self.hidden,
            other.font if self.font is None else self.font,
            other.size if self.size is None else self.size,
            other.colour if self.colour is None else self.colour,
            other.behind if self.behind is None else self.behind,
        )


class Styles:
    """The styles of a document by their identifiers."""

    def __init__(self, archive: zipfile.ZipFile, path: str | None):
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Formatting] = {}
        self._default_paragraph: str | None = None
        if path is None or path not in archive.namelist():
            return
        for style in parsed(archive, path):
            if name_of(style) != "w:style":
                continue
            identifier = attribute(style, "styleId") or ""
            self._elements[identifier] = style
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on"):
                self._default_paragraph = identifier

    def of_run(self, properties: etree._Element | None, paragraph: Formatting) -> Formatting:
        """Return the formatting of a run: its own, else its style's; a style and the paragraph's style that both
        switch a property on switch it off again (ECMA-376, part 1, 17.7.3)."""
        if properties is None:
            return paragraph
        styled = self._of_reference(child(properties, "w:rStyle"))
        inherited = replace(
            styled.over(paragraph),
            struck=bool(styled.struck) != bool(paragraph.struck),
            hidden=bool(styled.hidden) != bool(paragraph.hidden),
        )
        return direct(properties).over(inherited)

    def of_paragraph(self, properties: etree._Element | None) -> Formatting:
        """Return the formatting that a paragraph's style gives its runs."""
        reference = child(properties, "w:pStyle")
        if reference is None:
            return self._of(self._default_paragraph) if self._default_paragraph else Formatting()
        return self._of_reference(reference)

    def shading_of_paragraph(self, properties: etree._Element | None) -> str | None:
        """Return the colour of the area behind a paragraph: its own, else its style's, None where it has none."""
        own = shading(properties)
        reference = child(properties, "w:pStyle")
        identifier = self._default_paragraph if reference is None else attribute(reference, "val")
        deep = 0
        while own is None and identifier in self._elements and deep < _MOST_STYLES_DEEP:
            style = self._elements[identifier]
            own = shading(child(style, "w:pPr"))
            identifier = attribute_of(style, "w:basedOn")
            deep += 1
        return own

    def _of_reference(self, reference: etree._Element | None) -> Formatting:
        return Formatting() if reference is None else self._of(attribute(reference, "val") or "")

    def _of(self, identifier: str, deep: int = 0) -> Formatting:
        if identifier in self._known:
            return self._known[identifier]
        style = self._elements.get(identifier)
        if style is None or deep > _MOST_STYLES_DEEP:
            return Formatting()
        base = child(style, "w:basedOn")
        below = Formatting() if base is None else self._of(attribute(base, "val") or "", deep + 1)
        properties = child(style, "w:rPr")
        found = below if properties is None else direct(properties).over(below)
        self._known[identifier] = found
        return found


def direct(properties: etree._Element) -> Formatting:
    """Return what run properties themselves say."""
    align = child(properties, "w:vertAlign")
    struck = [is_on(child(properties, name)) for name in ("w:strike", "w:dstrike")]
    fonts, size = child(properties, "w:rFonts"), attribute_of(properties, "w:sz")
    highlight = attribute_of(properties, "w:highlight")
    return Formatting(
        level=_level_by_hand(properties) if align is None else _LEVELS.get(attribute(align, "val") or ""),
        struck=True if True in struck else (False if False in struck else None),
        hidden=is_on(child(properties, "w:vanish")),
        font=None if fonts is None else attribute(fonts, "ascii"),
        size=int(size) if size and size.isdecimal() else None,
        colour=AS_IT_COMES if _is_drawn(properties) else attribute_of(properties, "w:color"),
        behind=AS_IT_COMES if highlight not in (None, "none") else shading(properties),
    )


def shading(properties: etree._Element | None) -> str | None:
    """Return the colour of the area behind what has these properties, None where they shade nothing."""
    shade = child(properties, "w:shd")
    if shade is None:
        return None
    if attribute(shade, "val") not in ("clear", "nil"):
        return AS_IT_COMES
    fill = attribute(shade, "fill")
    return None if fill in (None, "auto") else fill


def _is_drawn(properties: etree._Element) -> bool:
    """Whether letters have an outline, a shadow or a shine, which shows them whatever their colour is."""
    return any(is_on(child(properties, name)) for name in _DRAWN) or any(
        name_of(inner) in _DRAWN_BY_WORD_2010 for inner in properties
    )


def _level_by_hand(properties: etree._Element) -> Level | None:
    position = child(properties, "w:position")
    try:
        moved = 0 if position is None else int(attribute(position, "val") or 0)
    except ValueError:
        moved = 0
    if abs(moved) < _RAISED_BY_HAND:
        return None
    return Level.RAISED if moved > 0 else Level.LOWERED
