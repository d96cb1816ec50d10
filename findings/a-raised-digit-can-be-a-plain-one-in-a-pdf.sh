#!/usr/bin/env bash
# Guess: a digit that a PDF prints raised is smaller than its neighbours or stands above their line, so that whoever reads
#   sizes and baselines can tell 10⁵ from 105.
# Instead: Typst sets #super[5] and the marks of footnotes with the raised shapes that many fonts bring (OpenType sups). The
#   digit has the size and the line of its neighbours, and the letter map calls it a plain 5: the page shows 10⁵ and every
#   text extractor reads 105. A power in an equation is raised as expected.
# Seen with Typst 0.15.2 and pypdf 7.1.0 on 2026-11-30.
# What we do: the printed file typst-columns-notes-math.pdf holds the case for our reader.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check typst==0.15.2 pypdf==7.1.0
cat > "$folder/page.typ" <<'TYPST'
#set page(width: 14cm, height: 6cm)
The pump moved 10#super[5] litres over 900 km#footnote[At sea.], at $10^6$ watts.
TYPST
cat > "$folder/read.py" <<'PYTHON'
import io
import sys

import pypdf
import typst

found = {}


def visit(text, cm, tm, font, size):
    if text.strip() in ("5", "6") or "moved" in text:
        found[text.strip()[-1]] = (round(size, 1), round(cm[5] + tm[5], 1))


pypdf.PdfReader(io.BytesIO(typst.compile(sys.argv[1]))).pages[0].extract_text(visitor_text=visit)
for digit in ("5", "6"):
    print(f"{digit} in the text's size and line" if found[digit] == found["0"] else f"{digit} smaller and raised", end="; ")
PYTHON
seen=$("$folder/venv/bin/python" "$folder/read.py" "$folder/page.typ")
echo "Typst 0.15.2, read with pypdf 7.1.0"
echo "guessed: 5 smaller and raised; 6 smaller and raised"
echo "seen:    ${seen%; }"
if [ "$seen" != "5 in the text's size and line; 6 smaller and raised; " ]; then
    echo "This has changed: look whether raised shapes can now be told from plain digits."
    exit 1
fi
