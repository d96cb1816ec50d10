"""Builds files for the extraction tests: PDF by hand, DOCX by the zip format, whole or damaged on purpose."""

import io
import zipfile
from collections.abc import Sequence

import pypdf

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def pdf(*pages: Sequence[str], title: str = "") -> bytes:
    """One page for each list of lines; a page without lines carries a picture only."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        stream = _drawing(lines)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        resources = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R /Resources {resources} >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({title}) >>")
    return _assembled(objects)


def protected_pdf(data: bytes, *, reader_password: str) -> bytes:
    """The same PDF, encrypted so that it opens with this password only."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(reader_password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx(body: str, *, strict: bool = False, main: str = "word/document.xml", **parts: bytes | str) -> bytes:
    """A DOCX whose body is this WordprocessingML; further parts by name; `strict` in the namespaces of ISO 29500-1."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    whole = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document} | parts
    if strict:
        whole = {name: _in_strict_form(part) for name, part in whole.items()}
    if main != "word/document.xml":
        whole = {
            name.replace("word/document.xml", main): part.replace("word/document.xml", main)
            for name, part in whole.items()
            if isinstance(part, str)
        }
    return archive(whole)


def linked(kind: str, part: str) -> dict[str, bytes | str]:
    """A further part of a DOCX (styles, footnotes, endnotes) and the relationship that names it."""
    relation = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    return {
        f"word/{kind}.xml": part,
        "word/_rels/document.xml.rels": (
            '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Target="{kind}.xml" Type="{relation}"/></Relationships>'
        ),
    }


def _in_strict_form(part: bytes | str) -> bytes | str:
    if isinstance(part, bytes):
        return part
    return part.replace(_W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    )


def paragraph(text: str) -> str:
    """One paragraph of WordprocessingML."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def archive(parts: dict[str, bytes | str]) -> bytes:
    """A zip file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def _drawing(lines: Sequence[str]) -> str:
    if not lines:
        return "q 200 0 0 200 100 400 cm 0.5 g 0 0 1 1 re f Q"
    shown = (line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for line in lines)
    return "BT /F1 11 Tf 14 TL 60 740 Td " + " ".join(f"({line}) Tj T*" for line in shown) + " ET"


def _assembled(objects: list[str]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")
