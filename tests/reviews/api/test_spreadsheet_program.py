"""LibreOffice opens the CSV and the workbook, with a formula in every field of text: none is one there."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from core.formula_cells import disarmed
from reviews.api.export import columns
from reviews.api.export.texts import as_csv
from reviews.api.export.workbooks import as_xlsx
from tests.reviews.api.test_export_formats import row, written
from tests.waiting import LONGEST

FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1;1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\ufeff=1+1",
    "＝1+1",
    "'=1+1",
    '=HYPERLINK("https://example.org";"x")',
    '=WEBSERVICE("https://example.org")',
    "=cmd|' /C calc'!A0",
]


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> dict[str, str]:
    """The files as LibreOffice has them when they are open: `control` is a CSV file that protects itself in no way."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        sentence = (
            "LibreOffice is not installed, so the exports were not opened in a spreadsheet program. On Debian and "
            "Ubuntu: apt-get install libreoffice-calc-nogui"
        )
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    folder: Path = tmp_path_factory.mktemp("opened")
    rows = [_saying(number, text) for number, text in enumerate(FORMULAS, 1)]
    files = {
        "verdicts.csv": b"".join(as_csv([lines(rows)])),
        "workbook.xlsx": written(as_xlsx, *rows),
        "control.csv": b"a\n=1+1\n",
    }
    for name, body in files.items():
        (folder / name).write_bytes(body)
    subprocess.run(
        [program, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", "fods"]
        + ["--outdir", str(folder), *(str(folder / name) for name in files)],
        check=True,
        capture_output=True,
        timeout=LONGEST,
    )
    return {Path(name).stem: (folder / name).with_suffix(".fods").read_text() for name in files}


def _saying(number: int, text: str) -> dict:
    """A verdict with this text in every field that somebody can write into."""
    told = row(number, text=text)
    told["claim"]["article"].update(url=text, published_on=None)
    [citation] = told["citations"]
    citation.update(quote=text, prefix=text, suffix=text)
    citation["source"].update(url=text, grade=text)
    return told


def lines(rows: list[dict]) -> list[str]:
    """The lines of the CSV export, as the database spells them; test_export holds that it disarms as Python does."""
    told = io.StringIO(newline="")
    writer = csv.writer(told, quoting=csv.QUOTE_ALL, lineterminator="\n\0")
    for each in rows:
        cells = [*columns.cells(each), json.dumps(each["citations"])]
        writer.writerow([disarmed(cell) if isinstance(cell, str) else cell for cell in cells])
    return told.getvalue().split("\n\0")[:-1]


def formulas(document: str) -> list[str]:
    return re.findall(r'table:formula="([^"]*)"', document)


@pytest.mark.parametrize("name", ["verdicts", "workbook"])
def test_no_cell_is_a_formula(opened, name):
    assert formulas(opened[name]) == []
    assert opened[name].count("WEBSERVICE") >= 4  # it is there, as text


def test_a_file_that_protects_itself_in_no_way_has_one(opened):
    assert formulas(opened["control"]) == ["of:=1+1"]
