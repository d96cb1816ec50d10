"""Equations of Office (OMML, ECMA-376 part 1, 22.1) as one line of text: 4×10⁶, (a+b)/2, √16, ∑_(i=1)^(n) i."""

import re
from collections.abc import Callable

from lxml import etree

from sources.extraction.raised import Level, compose
from sources.extraction.word.parts import attribute, child, is_on, name_of

_PROPERTIES = re.compile(r"m:\w+Pr$")
_LEFT_OUT = frozenset(["w:del", "w:moveFrom", "w:rPr", "w:bookmarkStart", "w:bookmarkEnd"])
_SIMPLE = re.compile(r"[\w.,]*|\([^()]*\)|\|[^|]*\|")
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}


def linear(element: etree._Element) -> str:
    """Return an equation, or a part of one, as one line of text."""
    line = ""
    for inner in element:
        written = _written(inner)
        if line[-1:].isdigit() and name_of(inner) == "m:f" and re.match(r"\d+/\d", written):
            line += " "
        line += written
    return line


def _written(element: etree._Element) -> str:
    name = name_of(element)
    if name in ("m:t", "w:t"):
        return element.text or ""
    if name in _LEFT_OUT or _PROPERTIES.match(name):
        return ""
    if name in ("w:br", "w:cr", "w:tab"):
        return " "
    build = _BUILDERS.get(name)
    return linear(element) if build is None else build(element)


def _part(element: etree._Element, name: str) -> str:
    found = child(element, name)
    return "" if found is None else linear(found).strip()


def _property(element: etree._Element, properties: str, name: str) -> str | None:
    found = child(child(element, properties), name)
    return None if found is None else (attribute(found, "val") or "")


def _grouped(text: str) -> str:
    return text if _SIMPLE.fullmatch(text) else f"({text})"


def _up(text: str) -> str:
    plain = text.replace(" ", "")
    if re.fullmatch(r"[+\-−–]?\d+|n|\d*[+\-−–]", plain):
        return compose([("10", Level.ON_LINE), (plain, Level.RAISED)])[2:]
    return f"^{_grouped(text)}" if len(text) == 1 else f"^({text})"


def _down(text: str) -> str:
    plain = text.replace(" ", "")
    if re.fullmatch(r"[+\-−–]?\d+", plain):
        return compose([("x", Level.ON_LINE), (plain, Level.LOWERED)])[1:]
    return f"_{text}" if len(text) == 1 else f"_({text})"


def _fraction(element: etree._Element) -> str:
    top, bottom = _part(element, "m:num"), _part(element, "m:den")
    if _property(element, "m:fPr", "m:type") == "noBar":
        return f"({top} over {bottom})"
    if top.isdecimal() and bottom.isdecimal():
        return compose([(top, Level.RAISED), ("/", Level.ON_LINE), (bottom, Level.LOWERED)])
    return f"{_grouped(top)}/{_grouped(bottom)}"


def _scripts(element: etree._Element) -> str:
    base = _part(element, "m:e")
    lowered, raised = child(element, "m:sub"), child(element, "m:sup")
    if name_of(element) == "m:sPre":
        return (
            ("" if raised is None else _up(linear(raised))) + ("" if lowered is None else _down(linear(lowered))) + base
        )
    return (
        _grouped(base)
        + ("" if lowered is None or not linear(lowered) else _down(linear(lowered)))
        + ("" if raised is None or not linear(raised) else _up(linear(raised)))
    )


def _root(element: etree._Element) -> str:
    degree = "" if is_on(child(child(element, "m:radPr"), "m:degHide")) else _part(element, "m:deg")
    inside = _grouped(_part(element, "m:e"))
    return _ROOTS[degree] + inside if degree in _ROOTS else f"√[{degree}]{inside}"


def _nary(element: etree._Element) -> str:
    sign = _property(element, "m:naryPr", "m:chr")
    lowered, raised = _part(element, "m:sub"), _part(element, "m:sup")
    bounds = (f"_({lowered})" if lowered else "") + (f"^({raised})" if raised else "")
    return f"{'∫' if sign is None else sign}{bounds} {_part(element, 'm:e')}"


def _delimited(element: etree._Element) -> str:
    begin, between, end = (_property(element, "m:dPr", name) for name in ("m:begChr", "m:sepChr", "m:endChr"))
    inside = ("|" if between is None else between).join(linear(e) for e in element if name_of(e) == "m:e")
    return f"{'(' if begin is None else begin}{inside}{')' if end is None else end}"


def _function(element: etree._Element) -> str:
    argument = _part(element, "m:e")
    return f"{_part(element, 'm:fName')}{'' if argument.startswith('(') else ' '}{argument}"


def _limit(element: etree._Element) -> str:
    mark = "_" if name_of(element) == "m:limLow" else "^"
    return f"{_part(element, 'm:e')}{mark}({_part(element, 'm:lim')})"


def _matrix(element: etree._Element) -> str:
    rows = [", ".join(linear(e) for e in row if name_of(e) == "m:e") for row in element if name_of(row) == "m:mr"]
    return f"[{'; '.join(rows)}]"


def _lines(element: etree._Element) -> str:
    return "; ".join(linear(e) for e in element if name_of(e) == "m:e")


def _phantom(element: etree._Element) -> str:
    show = child(child(element, "m:phantPr"), "m:show")
    return "" if is_on(show) is False else _part(element, "m:e")


_BUILDERS: dict[str, Callable[[etree._Element], str]] = {
    "m:f": _fraction,
    "m:sSup": _scripts,
    "m:sSub": _scripts,
    "m:sSubSup": _scripts,
    "m:sPre": _scripts,
    "m:rad": _root,
    "m:nary": _nary,
    "m:d": _delimited,
    "m:func": _function,
    "m:limLow": _limit,
    "m:limUpp": _limit,
    "m:m": _matrix,
    "m:eqArr": _lines,
    "m:phant": _phantom,
}
