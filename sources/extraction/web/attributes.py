"""What the attributes of an element say that it is: the sign of a note, the hidden mark-up of a formula."""

import re

from lxml import html

_NOTE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:foot|end)?note(?:[\s_-]?(?:ref|link|call|anchor|back)\w*)?(?:$|\s)|\bnoteref\b|\breference\b"
)
#: Where sites keep the MathML of a formula that they show as a picture or typeset by hand.
_FORMULA_HOLDERS = re.compile(r"mwe-math-mathml|katex-mathml|mjx_assistive_mathml|mjx-assistive-mml", re.IGNORECASE)


def is_note(element: html.HtmlElement) -> bool:
    """Return whether an element links to a note, or is marked as the sign of one."""
    attributes = element.attrib
    if element.tag == "a" and "#" in attributes.get("href", ""):
        return True
    if attributes.get("role") == "doc-noteref" or attributes.get("epub:type") == "noteref":
        return True
    return bool(_NOTE_CLASS.search(attributes.get("class", "").lower()))


def holds_a_formula(element: html.HtmlElement) -> bool:
    """Return whether an element holds the MathML of a formula that is shown in another way beside it."""
    return bool(_FORMULA_HOLDERS.search(f"{element.tag} {element.get('class', '')}"))


def doubles_a_formula(element: html.HtmlElement) -> bool:
    """Return whether an element shows what the MathML beside it says."""
    return any(
        beside is not None and isinstance(beside.tag, str) and holds_a_formula(beside)
        for beside in (element.getprevious(), element.getnext())
    )
