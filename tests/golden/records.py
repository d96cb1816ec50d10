"""Outcomes in files that people read: the versions they hold for, then each case with what the rules made of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

OUTCOMES = Path(__file__).with_name("outcomes")

#: The values of a case's fields, in the order of its domain.
Case = tuple[str, ...]
#: What the rules made of a case, a line for each thing that they found.
Outcome = tuple[str, ...]

_VERSION, _FOUND = "version ", "="
_ESCAPE = re.compile(r"\\(?:\\|u\{([0-9a-f]+)\})")


@dataclass(frozen=True)
class Record:
    """Every outcome of one domain, and the versions of the rules that gave them, by the name of the constant."""

    versions: Mapping[str, str]
    outcomes: Mapping[Case, Outcome]


def path_of(domain: str, folder: Path = OUTCOMES) -> Path:
    """Return the file that holds the outcomes of a domain."""
    return folder / f"{domain}.txt"


def write(path: Path, fields: tuple[str, ...], record: Record) -> None:
    """Write a record, so that a changed outcome is a changed line right below its case."""
    head = [f"{_VERSION}{constant} {version}" for constant, version in record.versions.items()]
    blocks = ["\n".join(head), *("\n".join(_block(fields, *each)) for each in record.outcomes.items())]
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def _block(fields: tuple[str, ...], case: Case, outcome: Outcome) -> Iterator[str]:
    yield from (_line(f"{name}:", value) for name, value in zip(fields, case, strict=True))
    yield from (_line(_FOUND, found) for found in outcome)


def _line(start: str, value: str) -> str:
    return f"{start} {escaped(value)}" if value else start


def read(path: Path, fields: tuple[str, ...]) -> Record:
    """Read a record back. Raises ValueError for a file that is none, with the place."""
    head, *blocks = path.read_text(encoding="utf-8").removesuffix("\n").split("\n\n")
    versions = dict(_parts(line, _VERSION, path).split(" ", 1) for line in head.split("\n"))
    outcomes: dict[Case, Outcome] = {}
    for block in blocks:
        lines = block.split("\n")
        case = tuple(_value(line, f"{name}:", path) for name, line in zip(fields, lines, strict=False))
        outcomes[case] = tuple(_value(line, _FOUND, path) for line in lines[len(fields) :])
    return Record(versions, outcomes)


def _parts(line: str, start: str, path: Path) -> str:
    if not line.startswith(start):
        raise ValueError(f"{path.name} has a line that does not begin with “{start}”: {line}")
    return line.removeprefix(start)


def _value(line: str, start: str, path: Path) -> str:
    return _unescaped(_parts(line, start, path).removeprefix(" "))


def escaped(value: str) -> str:
    """Return a value on one line, in which every character that cannot be seen is spelled out, a space at the end too."""
    shown = "".join(
        "\\\\" if character == "\\" else character if character.isprintable() else f"\\u{{{ord(character):x}}}"
        for character in value
    )
    return f"{shown[:-1]}\\u{{20}}" if shown.endswith(" ") else shown


def _unescaped(value: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else "\\", value)
