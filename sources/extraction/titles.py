"""The title of a text that carries none, or one that a program made up."""

import re

_LONGEST = 200
_MADE_UP = re.compile(
    r"^(?:microsoft word\b.*|word document|untitled\b.*|document\d*|.*\.(?:docx?|pdf|indd|rtf|txt|qxd|tex))$",
    re.IGNORECASE,
)


def title_of(text: str, stated: str | None = None) -> str:
    """Return the stated title, unless it is empty or a file name, else the first line of the text,
    cut at a word end to at most 200 characters."""
    stated = " ".join((stated or "").split())
    if stated and not _MADE_UP.match(stated):
        return _shortened(stated)
    first_line = next((line for line in text.lstrip().splitlines() if line.strip()), "")
    return _shortened(" ".join(first_line[: _LONGEST * 4].split()))


def _shortened(line: str) -> str:
    if len(line) <= _LONGEST:
        return line
    return line[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
