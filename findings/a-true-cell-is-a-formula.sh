#!/usr/bin/env bash
# Guess: a workbook whose cells hold texts, numbers and the truth values of Python, written by XlsxWriter, has no formula in
#   LibreOffice either; a truth value is a kind of cell of its own in XLSX (t="b").
# Instead: LibreOffice Calc has no truth values: each such cell is the formula =TRUE() or =FALSE() there, in its formula bar and in
#   whatever it saves. A check that an export has no formulas, or a policy that refuses files with some, finds one in every row.
# Seen with XlsxWriter 3.3.1 and LibreOffice 7.4.7 on 2026-11-30. Needs LibreOffice Calc; says so where there is none.
# What we do: a workbook says true and false in words.
set -euo pipefail
office=$(command -v soffice || command -v libreoffice || true)
if [ -z "$office" ]; then
    echo "Install LibreOffice Calc to see this."
    exit 1
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check XlsxWriter==3.3.1
"$folder/venv/bin/python" - "$folder/book.xlsx" <<'PYTHON'
import sys

import xlsxwriter

with xlsxwriter.Workbook(sys.argv[1]) as book:
    sheet = book.add_worksheet()
    for row, value in enumerate((True, False, "true", "=1+1", 1)):
        sheet.write_string(row, 0, value) if isinstance(value, str) else sheet.write(row, 0, value)
PYTHON
"$office" --headless "-env:UserInstallation=file://$folder/profile" --convert-to fods --outdir "$folder" "$folder/book.xlsx" > /dev/null
seen=$(grep -o 'table:formula="[^"]*"' "$folder/book.fods" | tr '\n' ' ' || true)
"$office" --version
echo "guessed: no formula"
echo "seen:    $seen"
if [ "$seen" != 'table:formula="of:=TRUE()" table:formula="of:=FALSE()" ' ]; then
    echo "This has changed: truth values may stand in workbooks as what they are."
    exit 1
fi
