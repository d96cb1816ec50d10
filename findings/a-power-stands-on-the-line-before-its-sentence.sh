#!/usr/bin/env bash
# Guess: pdfplumber, which clusters letters to lines by their height with a tolerance, reads a raised figure on the line that
#   it belongs to: as a digit of the base, 105, in the worst case.
# Instead: the raised figure is higher than the tolerance of 3 points and makes a line of its own, before the sentence, which
#   then reads 3.2 × 10 units: a figure with no trace of its power beside it.
# Seen with pdfplumber 0.11.10, reportlab 5.1.0 on 2026-11-30.
# What we do: a small span that touches a larger one is raised or lowered text of that line (sources/extraction/pdf/rows.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pdfplumber==0.11.10 reportlab==5.1.0
cat > "$folder/read.py" <<'PYTHON'
import io

import pdfplumber
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

out = io.BytesIO()
style = getSampleStyleSheet()["Normal"]
SimpleDocTemplate(out).build([Paragraph("It gives 3.2 × 10<super>5</super> units in all.", style)])
with pdfplumber.open(out) as pdf:
    print(" / ".join(pdf.pages[0].extract_text().splitlines()))
PYTHON
seen=$("$folder/venv/bin/python" "$folder/read.py")
guessed="It gives 3.2 × 105 units in all."
echo "pdfplumber 0.11.10, reportlab 5.1.0"
echo "guessed: $guessed"
echo "seen:    $seen"
if [ "$seen" != "5 / It gives 3.2 × 10 units in all." ]; then
    echo "This has changed: raised figures may stay on their line now."
    exit 1
fi
