"""Which packages the requirements draw in, and at which versions they are pinned.

`python -m tests.pins` writes the constraints anew, from a fresh environment with the newest versions that the requirements
allow.
"""

import os
import subprocess
import tempfile
import venv
from collections.abc import Iterable, Mapping
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
CONSTRAINTS = ROOT / "config" / "constraints.txt"
HEAD = """\
# What the requirements draw in, each at the version that the tests ran with. `make constraints` writes this file.
"""
#: Where else the requirements are installed; some ask for more there.
ELSEWHERE = [
    {"python_version": ".".join(python.split(".")[:2]), "python_full_version": python, "sys_platform": platform}
    for python in ("3.11.0", "3.12.0", "3.13.0", "3.14.0")
    for platform in ("linux", "darwin")
]

Versions = dict[str, str]


def required() -> list[Requirement]:
    """Return what the requirements name themselves."""
    lines = [line for name in REQUIREMENTS for line in (ROOT / name).read_text(encoding="utf-8").splitlines()]
    return [Requirement(line) for line in lines if line.strip() and not line.startswith(("#", "-"))]


def pins(lines: Iterable[Requirement]) -> Versions:
    """Return the exact version by package of those lines that name one."""
    exact = {line.name: next(iter(line.specifier)) for line in lines if len(line.specifier) == 1}
    return {canonicalize_name(name): pin.version for name, pin in exact.items() if pin.operator == "=="}


def constrained() -> Versions:
    """Return the version by package that the constraints pin."""
    lines = CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    return pins(Requirement(line) for line in lines if line and not line.startswith("#"))


def installed(site_packages: Path | None = None) -> dict[str, Distribution]:
    """Return what is installed, by name: in this environment, or in the folder of another one."""
    found = distributions(path=[str(site_packages)]) if site_packages else distributions()
    return {canonicalize_name(each.name): each for each in found}


def drawn_in(roots: Iterable[Requirement], among: Mapping[str, Distribution], **place: str) -> dict[str, Requirement]:
    """Return every package that these requirements ask for, directly or not, with a line that asks for it.

    What is not installed is among them too, and what that would ask for is not. `place` replaces values of the
    environment that markers ask about.
    """
    environment = {**default_environment(), **place}
    asked: dict[str, Requirement] = {}
    done: set[tuple[str, frozenset[str]]] = set()
    waiting = list(roots)
    while waiting:
        line = waiting.pop()
        name, extras = canonicalize_name(line.name), frozenset(line.extras)
        asked.setdefault(name, line)
        if (name, extras) in done or name not in among:
            continue
        done.add((name, extras))
        further = map(Requirement, among[name].requires or ())
        waiting += [each for each in further if _applies(each, environment, extras)]
    return asked


def _applies(line: Requirement, environment: Mapping[str, str], extras: Iterable[str]) -> bool:
    return not line.marker or any(line.marker.evaluate({**environment, "extra": each}) for each in ("", *extras))


def _site_packages(environment: Path) -> Path:
    return next((environment / "lib").glob("python*/site-packages"))


def _fresh(folder: Path) -> dict[str, Distribution]:
    """Install the newest that the requirements allow, and what they ask for on other systems; return all of it."""
    environment = folder / "environment"
    venv.create(environment, with_pip=True)
    for name in REQUIREMENTS:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines(keepends=True)
        (folder / name).write_text("".join(line for line in lines if not line.startswith("-c ")))
    pip = [str(environment / "bin" / "python"), "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    # Eager: an environment may come with some of them, of its Python's age.
    subprocess.run([*pip, "--upgrade", "--upgrade-strategy", "eager", "-r", str(folder / REQUIREMENTS[-1])], check=True)
    here = installed(_site_packages(environment))
    missing = {
        name: f"{line.name}{line.specifier}"
        for place in ELSEWHERE
        for name, line in drawn_in(required(), here, **place).items()
        if name not in here
    }
    if missing:
        subprocess.run([*pip, *missing.values()], check=True)
    return installed(_site_packages(environment))


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="plumbline-constraints-") as folder:
        found = _fresh(Path(folder))
        asked = {name for place in ({}, *ELSEWHERE) for name in drawn_in(required(), found, **place)}
        versions = {name: found[name].version for name in sorted(asked - set(pins(required())))}
    written = CONSTRAINTS.with_name(f"{CONSTRAINTS.name}.new")
    written.write_text(HEAD + "".join(f"{name}=={version}\n" for name, version in versions.items()), encoding="utf-8")
    os.replace(written, CONSTRAINTS)


if __name__ == "__main__":
    main()
