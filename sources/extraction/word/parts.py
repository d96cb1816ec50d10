"""The parts of a DOCX package (ECMA-376, part 2): found by their relationships, read as XML without entities."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from lxml import etree

from sources.extraction import limits
from sources.extraction.results import ExtractionRefused

# The transitional namespaces of ECMA-376, and the strict ones of ISO/IEC 29500-1 that Word writes on demand.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_BLOCKS = [
    f"{{{namespace}}}{name}"
    for namespace, prefix in _PREFIXES.items()
    if prefix == "w"
    for name in ("p", "tr", "altChunk")
]
_MAIN = "/officeDocument"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CORE_PROPERTIES = "/core-properties"


@dataclass(frozen=True)
class Relations:
    """Where the parts are that a part names: (identifier, last word of the relationship's type, path)."""

    entries: tuple[tuple[str, str, str], ...]

    def path_of(self, kind: str) -> str | None:
        """Return the path of the first part of a kind (as "/styles"), None where there is none."""
        return next((path for _, type_, path in self.entries if type_.endswith(kind)), None)

    def path_named(self, identifier: str) -> str | None:
        """Return the path of the part with this identifier, None where there is none in the package."""
        return next((path for known, _, path in self.entries if known == identifier), None)


@cache
def short_name(tag: str) -> str:
    """Return "w:p" for the element p of either WordprocessingML namespace, "m:…" and "mc:…" alike, else the bare name."""
    namespace, _, name = tag.rpartition("}")
    prefix = _PREFIXES.get(namespace[1:])
    return f"{prefix}:{name}" if prefix else name


def name_of(element: etree._Element) -> str:
    """Return the short name of an element, "" of a comment or a processing instruction."""
    return short_name(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """Return an attribute of WordprocessingML or of an equation by its local name."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child of this short name."""
    if element is None:
        return None
    for inner in element:
        if name_of(inner) == name:
            return inner
    return None


def attribute_of(properties: etree._Element | None, name: str) -> str | None:
    """Return the value of the property of this short name, None where it is not stated."""
    found = child(properties, name)
    return None if found is None else attribute(found, "val")


def properties_of(element: etree._Element, name: str) -> etree._Element | None:
    """Return the properties of a paragraph, run, row or cell: they stand first, a row's after its exceptions."""
    for inner in islice(element, 2):
        if name_of(inner) == name:
            return inner
    return None


def is_on(element: etree._Element | None) -> bool | None:
    """Return what a toggle property (ECMA-376, part 1, 17.17.4) says, None where it stands nowhere."""
    if element is None:
        return None
    return attribute(element, "val") not in ("0", "false", "off")


def main_part(archive: zipfile.ZipFile) -> str:
    """Return the path of the document's main part. Raises ExtractionRefused "mismatch" where the package has none."""
    path = relations_of(archive, "").path_of(_MAIN)
    if path is None or not path.endswith(".xml") or not path.startswith("word/"):
        raise ExtractionRefused("mismatch")
    return path


def relations_of(archive: zipfile.ZipFile, path: str) -> Relations:
    """Return the relations of a part, of the package itself for ""."""
    folder, name = posixpath.split(path)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed not in archive.namelist():
        return Relations(())
    root = parsed(archive, listed)
    entries = [
        (
            relation.get("Id", ""),
            relation.get("Type", ""),
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))[1:],
        )
        for relation in root
        if isinstance(relation.tag, str) and relation.get("TargetMode") != "External"
    ]
    return Relations(tuple(entries))


def parsed(archive: zipfile.ZipFile, path: str) -> etree._Element:
    """Return the root of a part. Raises KeyError where there is no such part, etree.LxmlError where it is no XML."""
    return etree.fromstring(archive.read(path), etree.XMLParser(resolve_entities=False, no_network=True))


def blocks_of(archive: zipfile.ZipFile, path: str) -> Iterator[etree._Element]:
    """Yield the outermost paragraphs, table rows and inserted parts of a part, and free each when the next is asked for: a table of
    hundreds of thousands of rows never stands whole in the memory. Raises ExtractionRefused "too_complex" where they have
    more elements than are read in time."""
    depth = elements = 0
    with archive.open(path) as part:
        marks = etree.iterparse(part, events=("start", "end"), tag=_BLOCKS, resolve_entities=False, no_network=True)
        for event, element in marks:
            if event == "start":
                depth += 1
                continue
            depth -= 1
            if depth == 0:
                elements += sum(1 for _ in element.iter())
                if elements > limits.DOCX_ELEMENTS:
                    raise ExtractionRefused("too_complex")
                yield element
                _freed(element)


def stated_title(archive: zipfile.ZipFile) -> str:
    """Return the title in the core properties, "" where there is none."""
    path = relations_of(archive, "").path_of(_CORE_PROPERTIES)
    if path is None or path not in archive.namelist():
        return ""
    return parsed(archive, path).findtext(_TITLE) or ""


def _freed(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and (before := element.getprevious()) is not None and before.tag == element.tag:
        parent.remove(before)


def media_type_of(archive: zipfile.ZipFile, path: str) -> str:
    """Return the media type that the package states for a part, "" where it states none."""
    ending = path.rpartition(".")[2].lower()
    by_ending = ""
    for stated in parsed(archive, "[Content_Types].xml"):
        media_type = (stated.get("ContentType") or "").partition(";")[0].strip().lower()
        if (stated.get("PartName") or "").lower() == f"/{path}".lower():
            return media_type
        if (stated.get("Extension") or "").lower() == ending:
            by_ending = media_type
    return by_ending
