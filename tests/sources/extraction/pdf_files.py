"""Builds PDF pages for the extraction tests from drawing operators (ISO 32000-1, annex A)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sources.extraction import ExtractedText, extract

A4 = (0, 0, 595, 842)

CARS = "The ferry carries 60 cars and 400 people, the office said on Monday."


@dataclass
class Drawn:
    """A page in the making; every method adds operators and returns the page."""

    box: tuple[int, int, int, int] = A4
    extra: str = ""
    operators: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, *lines: str, size: float = 11, lead: float = 15, before: str = "") -> "Drawn":
        """Lines of Helvetica from a place downwards; `before` are operators inside the text object."""
        shown = " T* ".join(f"({_escaped(line)}) Tj" for line in lines)
        self.operators.append(f"BT /F1 {size} Tf {lead} TL 1 0 0 1 {x} {y} Tm {before} {shown} ET")
        return self

    def draw(self, operators: str) -> "Drawn":
        """Operators as they are."""
        self.operators.append(operators)
        return self


def pdf_of(*pages: Drawn, labels: str = "", fonts: str = "", objects: Sequence[str] = (), catalog: str = "") -> bytes:
    """A PDF of drawn pages. `labels` is the PageLabels entry, `fonts` more entries of the fonts, `objects` more objects,
    the first of which has the number 3."""
    first = 3 + len(objects)
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(pages)))
    listed = [
        f"<< /Type /Catalog /Pages 2 0 R {labels} {catalog} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        *objects,
    ]
    font = f"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> {fonts} >>"
    for page in pages:
        box = " ".join(map(str, page.box))
        listed.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents {len(listed) + 2} 0 R "
            f"/Resources << {font} {page.extra} >> >>"
        )
        stream = "\n".join(page.operators)
        listed.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    out = b"%PDF-1.5\n"
    places = []
    for number, content in enumerate(listed, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(listed) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("cp1252")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def read(*pages: Drawn, **more: str) -> ExtractedText:
    """What is read from a PDF with these pages."""
    return extract(pdf_of(*pages, **more), filename="a.pdf")


def text_of(*pages: Drawn, **more: str) -> str:
    """The text of a clean file: it gives no warning."""
    found = read(*pages, **more)
    assert found.warnings == ()
    return found.text
