"""A formula of MathML in one line, as it would be typed."""

from lxml import etree

from sources.extraction.web.raised import lowered, raised

_DEEPEST = 40
_INVISIBLE = {"\u2061": "", "\u2062": " ", "\u2063": " ", "\u2064": " "}
_SPACED = frozenset("=+×·≈≤≥<>≠±∓÷→∼≃≅∝")
_NOT_READ = frozenset(["annotation", "annotation-xml", "mphantom", "maligngroup"])


def in_one_line(math: etree._Element) -> str:
    """Return a formula as text: exponents raised, fractions with a slash, brackets where they keep terms together."""
    return " ".join(_printed(math, 0).split())


def _printed(element: etree._Element, depth: int) -> str:
    tag = _tag(element)
    if tag in _NOT_READ:
        return ""
    if depth > _DEEPEST:
        return " ".join("".join(map(str, element.itertext())).split())
    if tag in ("mn", "mi", "mtext", "ms", "mo"):
        return _token(tag, "".join(map(str, element.itertext())))
    if tag == "mspace":
        return " "
    parts = [_printed(child, depth + 1) for child in element if isinstance(child.tag, str)]
    if tag == "semantics":
        return parts[0] if parts else ""
    if tag == "mtable":
        return "; ".join(part.strip() for part in parts)
    if tag in ("mtr", "mlabeledtr"):
        return ", ".join(part.strip() for part in parts)
    if tag == "mfrac" and element.get("linethickness", "").rstrip("px") in ("0", "0.0"):
        # Two numbers above each other without a bar are no fraction.
        return f"({' over '.join(part.strip() for part in parts)})"
    if tag in _SHAPES and len(parts) >= _SHAPES[tag]:
        return _shaped(tag, parts)
    if tag == "mfenced":
        return f"{element.get('open', '(')}{', '.join(parts)}{element.get('close', ')')}"
    return _row(element, parts)


_SHAPES = {
    "mfrac": 2,
    "msup": 2,
    "mover": 2,
    "msub": 2,
    "munder": 2,
    "msubsup": 3,
    "munderover": 3,
    "msqrt": 1,
    "mroot": 2,
}


def _shaped(tag: str, parts: list[str]) -> str:
    match tag:
        case "mfrac":
            return f"{_together(parts[0])}/{_together(parts[1])}"
        case "msup":
            return _base(parts[0]) + raised(parts[1])
        case "msub" | "munder":
            return _base(parts[0]) + lowered(parts[1])
        case "msubsup" | "munderover":
            return _base(parts[0]) + lowered(parts[1]) + raised(parts[2])
        case "mroot":
            return f"{raised(parts[1])}√{_together(parts[0])}"
        case "msqrt":
            return f"√{_together(' '.join(parts) if len(parts) > 1 else parts[0])}"
        case _:
            return parts[0]


def _row(element: etree._Element, parts: list[str]) -> str:
    line = (element.text or "").strip() if not parts else ""
    before = ""
    for child, part in zip((c for c in element if isinstance(c.tag, str)), parts, strict=True):
        tag = _tag(child)
        # A number and a letter after it are a value and its unit or factor; a number and a fraction are one mixed number.
        parted = before == "mn" and tag in ("mi", "mtext", "mfrac")
        line += f" {part}" if parted and part and not part.startswith(" ") else part
        before = tag
    return line


def _token(tag: str, text: str) -> str:
    for invisible, instead in _INVISIBLE.items():
        text = text.replace(invisible, instead)
    word = text.strip()
    if tag == "mo" and word in _SPACED:
        return f" {word} "
    if tag == "mo" and word == "/":
        return " / "
    return text if tag in ("mtext", "mo") else word


def _together(part: str) -> str:
    part = part.strip()
    return f"({part})" if any(sign in part for sign in " +−-/") and not part.startswith("(") else part


def _base(part: str) -> str:
    part = part.strip()
    return f"({part})" if " " in part and not part.startswith("(") else part


def _tag(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]
