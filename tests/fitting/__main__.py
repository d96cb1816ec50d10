"""Fit whom "he" and "she" stand for on texts in the format of GAP, and say how well it reads texts it has not seen.

    python -m tests.fitting gap_development.tsv              fit, write the table, print the figures
    python -m tests.fitting gap_development.tsv --figures    print the figures alone

GAP: Webster, Recasens, Axelrod and Baldridge (2018), "Mind the GAP: a balanced corpus of gendered ambiguous pronouns",
Apache-2.0. Its texts are never part of this project; what is learnt from them is the table.
"""

import argparse
import csv
import json
import sys
from pathlib import Path

from claims.language.reference import boosted_trees
from tests.fitting.learning import cross_validated, fitted
from tests.fitting.passages import Passage, passages_of


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fitting")
    parser.add_argument("file", type=Path)
    parser.add_argument("--figures", action="store_true", help="write no table")
    chosen = parser.parse_args()
    with chosen.file.open(encoding="utf-8", newline="") as file:
        passages = passages_of(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    figures, calibration = cross_validated(passages)
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    if not chosen.figures:
        write(passages, calibration)


def write(passages: list[Passage], calibration: list[tuple[float, float]]) -> None:
    """Fit on all passages and write the table beside its reader."""
    table = fitted(passages) | {"calibration": calibration}
    Path(boosted_trees.__file__).with_name("person_trees.json").write_text(
        json.dumps(table, separators=(",", ":")) + "\n", encoding="ascii"
    )


if __name__ == "__main__":
    main()
