#!/usr/bin/env bash
# Guess: a page that is flattened for display has the form fields that a reader sees on the screen: neither one with the flag
#   Hidden nor one with NoView, which ISO 32000-1, table 165, keeps off the screen and leaves to the print.
# Instead: PDFium leaves the hidden one out and draws the one that is not to be viewed, so that what no reader was shown is text
#   of the page.
# Seen with pypdfium2 5.15.2, reportlab 5.1.0 on 2026-11-30.
# What we do: annotations with either flag are taken off the page before it is flattened (sources/extraction/pdf/forms.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pypdfium2==5.15.2 reportlab==5.1.0
cat > "$folder/read.py" <<'PYTHON'
import io

import pypdfium2
from pypdfium2.raw import FLAT_NORMALDISPLAY, FPDFPage_Flatten
from reportlab.pdfgen.canvas import Canvas


def read(flags: str) -> str:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(60, 700, "Guns:")
    canvas.acroForm.textfield(name="guns", value="40 pieces", x=120, y=690, annotationFlags=flags)
    canvas.save()
    document = pypdfium2.PdfDocument(out.getvalue())
    FPDFPage_Flatten(document[0], FLAT_NORMALDISPLAY)
    return " ".join(document[0].get_textpage().get_text_range().split())


print([read("print"), read("hidden"), read("print noview")])
PYTHON
seen=$("$folder/venv/bin/python" "$folder/read.py")
guessed="['Guns: 40 pieces', 'Guns:', 'Guns:']"
echo "pypdfium2 5.15.2, reportlab 5.1.0"
echo "guessed: $guessed"
echo "seen:    $seen"
if [ "$seen" != "['Guns: 40 pieces', 'Guns:', 'Guns: 40 pieces']" ]; then
    echo "This has changed: a field that is not to be viewed may be left out now."
    exit 1
fi
