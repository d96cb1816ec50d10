#!/usr/bin/env bash
# Guess: a PDF engine that gives the text of a page keeps a hyphen at the end of a line and starts a new line after it: RD-,
#   then 180; it does so for 12-, then 15 kW.
# Instead: between a letter and a digit or letter PDFium joins the lines and puts U+0002 for the hyphen, which pypdfium2 turns into
#   U+FFFE, a code point that is no character; text filters drop it, and RD-180 becomes RD180. After a digit the hyphen stays.
# Seen with pypdfium2 5.15.2, reportlab 5.1.0 on 2026-11-30.
# What we do: the mark is read as a hyphen again, and whether it belongs to the word is decided with the words on both sides
#   (sources/extraction/pdf/text_page.py and line_ends.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pypdfium2==5.15.2 reportlab==5.1.0
cat > "$folder/read.py" <<'PYTHON'
import io

import pypdfium2
from reportlab.pdfgen.canvas import Canvas


def read(first: str, second: str) -> str:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(60, 700, first)
    canvas.drawString(60, 685, second)
    canvas.save()
    return ascii(pypdfium2.PdfDocument(out.getvalue())[0].get_textpage().get_text_range())


print(read("the RD-", "180 engine"), read("a 12-", "15 kW engine"))
PYTHON
seen=$("$folder/venv/bin/python" "$folder/read.py")
guessed="'the RD-\\r\\n180 engine' 'a 12-\\r\\n15 kW engine'"
echo "pypdfium2 5.15.2, reportlab 5.1.0"
echo "guessed: $guessed"
echo "seen:    $seen"
if [ "$seen" != "'the RD\\ufffe180 engine' 'a 12-\\r\\n15 kW engine'" ]; then
    echo "This has changed: hyphens may be kept now."
    exit 1
fi
