"""What the style of an element does to its text: hide it, strike it out, raise or lower it."""

import re
from dataclasses import dataclass, field
from enum import Flag, auto
from functools import lru_cache

from lxml import html


class Effect(Flag):
    """What happens to the text of an element."""

    NONE = 0
    HIDDEN = auto()
    STRUCK = auto()
    RAISED = auto()
    LOWERED = auto()


#: What the common frameworks call text for screen readers only, struck-out and raised text, hyphens and case aside.
_CLASSES = {
    "sronly": Effect.HIDDEN,
    "sronlyfocusable": Effect.HIDDEN,
    "visuallyhidden": Effect.HIDDEN,
    "visuallyhiddenfocusable": Effect.HIDDEN,
    "uhiddenvisually": Effect.HIDDEN,
    "hiddenvisually": Effect.HIDDEN,
    "screenreadertext": Effect.HIDDEN,
    "screenreaderonly": Effect.HIDDEN,
    "screenreadersonly": Effect.HIDDEN,
    "elementinvisible": Effect.HIDDEN,
    "elementhidden": Effect.HIDDEN,
    "a11yhidden": Effect.HIDDEN,
    "assistivetext": Effect.HIDDEN,
    "aoffscreen": Effect.HIDDEN,
    "mweimagemathcaption": Effect.HIDDEN,
    "strikethrough": Effect.STRUCK,
    "strikeout": Effect.STRUCK,
    "linethrough": Effect.STRUCK,
    "textdecorationlinethrough": Effect.STRUCK,
    "superscript": Effect.RAISED,
    "subscript": Effect.LOWERED,
    # Fonts that draw a picture in the place of a word.
    "materialicons": Effect.HIDDEN,
    "materialiconsoutlined": Effect.HIDDEN,
    "materialiconsround": Effect.HIDDEN,
    "materialsymbolsoutlined": Effect.HIDDEN,
    "materialsymbolsrounded": Effect.HIDDEN,
    "materialsymbolssharp": Effect.HIDDEN,
}
_ZERO = re.compile(r"^[+-]?0*\.?0*(?:px|em|rem|pt|%|ex|ch|vw|vh|cm|mm|in)?$")
_FAR_AWAY = re.compile(r"^-\d{3,}(?:\.\d*)?(?:px|em|rem|pt|ex|ch|vw|vh)$")
_ONE_PIXEL = re.compile(r"^1px$")
_SHUT = re.compile(r"^rect\((?:\s*[01](?:px)?\s*,?\s*){4}\)$|^inset\((?:50|100)%\s*\)$|^polygon\(\s*0(?:px)?\s+0")
_SIMPLE_SELECTOR = re.compile(r"^([a-zA-Z][\w-]*)?((?:[.#][\w-]+)*)$")
_NAME_IN_SELECTOR = re.compile(r"[.#][\w-]+")
#: Ways to write the colours that pages have for a ground.
_COLOURS = {"#fff": "white", "#ffffff": "white", "rgb(255,255,255)": "white", "rgb(255, 255, 255)": "white"} | {
    "#000": "black", "#000000": "black", "rgb(0,0,0)": "black", "rgb(0, 0, 0)": "black",
}  # fmt: skip
_LONGEST_STYLE_SHEET = 200_000


@dataclass
class StyleSheet:
    """The rules of a page's own style elements that have a single element for their selector."""

    by_name: dict[str, list[tuple[str, frozenset[str], Effect]]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: html.HtmlElement) -> "StyleSheet":
        """Read the style elements of a page; rules for print and other media, and nested ones, are passed over."""
        sheet = cls()
        text = "".join(style.text or "" for style in root.iter("style"))[:_LONGEST_STYLE_SHEET]
        if "none" not in text and "hidden" not in text and "through" not in text and "vertical-align" not in text:
            return sheet
        shown: set[str] = set()
        for selectors, declarations in _rules(_without_comments(text)):
            effect = _effect_of(declarations)
            if not effect and "display" in declarations:
                # What another rule shows again is opened by a click or is not always hidden.
                shown.update(_NAME_IN_SELECTOR.findall(selectors))
            for selector in selectors.split(",") if effect else ():
                found = _SIMPLE_SELECTOR.match(selector.strip())
                if found and found[2]:
                    names = frozenset(_NAME_IN_SELECTOR.findall(found[2]))
                    rule = (found[1] or "").lower(), names, effect
                    sheet.by_name.setdefault(min(names), []).append(rule)
        for name in shown:
            rules = sheet.by_name.get(name, [])
            sheet.by_name[name] = [rule for rule in rules if Effect.HIDDEN not in rule[2]]
        return sheet

    def effect_on(self, element: html.HtmlElement) -> Effect:
        """Return what the attributes of an element and the rules for it do to its text."""
        attributes = element.items()
        if not attributes:
            return Effect.NONE
        effect = Effect.NONE
        names: set[str] = set()
        for name, value in attributes:
            if name == "style":
                effect |= _effect_of(value)
            elif name == "class":
                effect |= effect_of_classes(value)
                names.update(f".{one}" for one in value.split())
            elif name == "id":
                names.add(f"#{value}")
            elif name == "hidden":
                effect |= Effect.HIDDEN
        if self.by_name:
            for name in names:
                for tag, needed, does in self.by_name.get(name, ()):
                    if needed <= names and tag in ("", element.tag):
                        effect |= does
        return effect


def _without_comments(css: str) -> str:
    first, *others = css.split("/*")
    return first + "".join(part.partition("*/")[2] for part in others)


def _rules(css: str) -> list[tuple[str, str]]:
    rules = []
    depth = 0
    for chunk in css.split("}"):
        *opened, last = chunk.split("{")
        depth += len(opened)
        if opened and depth == 1:
            rules.append((opened[-1].rpartition(";")[2].strip(), last))
        depth = max(0, depth - 1)
    return rules


@lru_cache(maxsize=4096)
def effect_of_classes(value: str) -> Effect:
    """Return what the names of common frameworks in a class attribute do to the text."""
    effect = Effect.NONE
    for name in value.split():
        effect |= _CLASSES.get(name.lower().replace("-", "").replace("_", ""), Effect.NONE)
    return effect


@lru_cache(maxsize=4096)
def _effect_of(declarations: str) -> Effect:
    said: dict[str, str] = {}
    for declaration in declarations.lower().split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            said[name.strip()] = value.replace("!important", "").strip()
    effect = Effect.HIDDEN if _hides(said) else Effect.NONE
    if "line-through" in said.get("text-decoration", "") + said.get("text-decoration-line", ""):
        effect |= Effect.STRUCK
    match said.get("vertical-align"):
        case "super" | "text-top":
            effect |= Effect.RAISED
        case "sub" | "text-bottom":
            effect |= Effect.LOWERED
    return effect


def _is_drawn_in_its_ground(said: dict[str, str]) -> bool:
    """Return whether letters have the colour of what they stand on."""
    colour = said.get("color", "")
    ground = said.get("background-color", said.get("background", ""))
    return colour not in ("", "inherit", "initial") and _COLOURS.get(colour, colour) == _COLOURS.get(ground, ground)


def _hides(said: dict[str, str]) -> bool:
    def is_said(pattern: re.Pattern[str], *names: str) -> bool:
        return any(name in said and pattern.match(said[name]) for name in names)

    clipped = said.get("overflow", said.get("overflow-y", "")) in ("hidden", "clip")
    return (
        said.get("display") == "none"
        or said.get("visibility") in ("hidden", "collapse")
        or said.get("mso-hide") == "all"
        or _is_drawn_in_its_ground(said)
        or is_said(_ZERO, "opacity", "font-size", "max-height" if clipped else "font-size")
        or is_said(_FAR_AWAY, "left", "top", "right", "text-indent", "margin-left")
        or is_said(_SHUT, "clip", "clip-path")
        or (clipped and (is_said(_ZERO, "height", "width")))
        or (clipped and is_said(_ONE_PIXEL, "height") and is_said(_ONE_PIXEL, "width"))
    )
