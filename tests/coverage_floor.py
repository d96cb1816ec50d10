"""Whether the tests reach as many lines and branches as they have to: `python -m tests.coverage_floor FILE`.

FILE is what SlipCover wrote; the floor stands in pyproject.toml.
"""

import json
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: How many of the files with the most unreached lines are named.
NAMED = 10


def floor() -> float:
    """Return the percentage that has to be reached."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return project["tool"]["plumbline"]["coverage_floor"]


def report(measured: dict, least: float) -> tuple[bool, list[str]]:
    """Return whether `least` percent of lines and branches are reached, and lines that say what is and what is not."""
    reached = measured["summary"]["percent_covered"]
    unreached = {
        name: file["summary"]["missing_lines"] + file["summary"]["missing_branches"]
        for name, file in measured["files"].items()
    }
    worst = sorted((name for name, count in unreached.items() if count), key=lambda name: (-unreached[name], name))
    holds = reached >= least
    return holds, [
        f"{reached:.2f} % of lines and branches are reached; {least:g} % have to be.",
        *(f"{unreached[name]:6} not reached in {name}" for name in worst[:NAMED]),
        *([] if holds else ["Test what is new, or say why the floor has to be lower where it stands: pyproject.toml."]),
    ]


def main(path: str) -> None:
    holds, lines = report(json.loads(Path(path).read_text(encoding="utf-8")), floor())
    sys.stdout.write("\n".join(lines) + "\n")
    if not holds:
        raise SystemExit(1)


if __name__ == "__main__":
    main(sys.argv[1])
