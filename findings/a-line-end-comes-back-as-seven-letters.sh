#!/usr/bin/env bash
# Guess: openpyxl reads out of a cell the text that XlsxWriter wrote into it, whatever printable text and line ends it has.
# Instead: a carriage return comes back as the seven letters _x000D_. XlsxWriter escapes it as the format asks (ECMA-376,
#   ST_Xstring), and openpyxl does not undo it. A quote of a file with Windows line ends, sent as a workbook and read back, is no
#   longer found in its source.
# Seen with XlsxWriter 3.3.1 and openpyxl 3.1.5 on 2026-11-30.
# What we do: the lossless format is JSON; a workbook is for people.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check XlsxWriter==3.3.1 openpyxl==3.1.5
cat > "$folder/both_ways.py" <<'PYTHON'
import io

import openpyxl
import xlsxwriter

texts = ["one\ntwo", "one\r\ntwo"]
file = io.BytesIO()
with xlsxwriter.Workbook(file) as book:
    sheet = book.add_worksheet()
    for row, text in enumerate(texts):
        sheet.write_string(row, 0, text)
print("XlsxWriter", xlsxwriter.__version__, "openpyxl", openpyxl.__version__)
for text, cell in zip(texts, openpyxl.load_workbook(file).active["A"], strict=True):
    print(ascii(text), "->", ascii(cell.value))
PYTHON
seen=$("$folder/venv/bin/python" "$folder/both_ways.py")
wanted="XlsxWriter 3.3.1 openpyxl 3.1.5
'one\\ntwo' -> 'one\\ntwo'
'one\\r\\ntwo' -> 'one_x000D_\\ntwo'"
echo "guessed: each text as it was"
echo "seen:"
echo "$seen"
if [ "$seen" != "$wanted" ]; then
    echo "This has changed: openpyxl may undo the escapes of the format."
    exit 1
fi
