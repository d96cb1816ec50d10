"""Another revision of this project, checked out beside it with the packages that it asks for."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


@contextmanager
def checked_out(revision: str, folder: Path) -> Iterator[Path]:
    """Give the root of a revision, with its own environment; the checkout is taken away at the end.

    Raises RuntimeError with what was said where there is no such revision, or its packages can't be installed.
    """
    tree = folder / "other"
    _run("git", "worktree", "add", "--quiet", "--detach", str(tree), revision, at=ROOT)
    try:
        # Its own Makefile knows how its environment is made.
        _run("make", "--silent", "venv", f"PYTHON={sys.executable}", at=tree)
        yield tree
    finally:
        _run("git", "worktree", "remove", "--force", str(tree), at=ROOT)


def python_of(tree: Path) -> str:
    """Return the interpreter of a checkout's own environment."""
    return str(tree / ".venv" / "bin" / "python")


def _run(*command: str, at: Path) -> None:
    done = subprocess.run(command, cwd=at, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr}")
