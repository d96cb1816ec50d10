"""Which folders and which user the embedded servers get, and the note that keeps the choice."""

import hashlib
import json
import os
import pwd
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from config.servers import CannotStart, addresses

#: Longest socket path that every system takes, in bytes (sun_path is 104 on macOS and 108 on Linux, with its end).
LONGEST_SOCKET_PATH = 103
#: Where a root-run instance keeps its data when the servers' user cannot reach `var`.
SYSTEM_FOLDER = Path("/var/lib/plumbline")


@dataclass(frozen=True)
class Owner:
    """The user that the servers run as, which owns their data and their sockets."""

    uid: int
    gid: int

    def as_arguments(self) -> dict:
        """Return what subprocess wants in order to run a program as this user; nothing where that is who runs."""
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


@dataclass(frozen=True)
class Folders:
    """`var` is ours; `home` holds the servers' data and, where needed, their programs; `sockets` their sockets."""

    var: Path
    home: Path
    sockets: Path
    owner: Owner


def create_var(var: Path) -> None:
    """Create the data folder, with its folder for logs. Raises CannotStart where this user may not.

    Only a folder that is created here is opened for the servers' user to pass through.
    """
    try:
        if not var.is_dir():
            var.mkdir(parents=True)
            var.chmod(0o711)
        logs_in(var).mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise CannotStart(
            f"The data folder {var} cannot be used ({error.strerror}). "
            "Choose another one with PLUMBLINE_VAR=/path/to/folder."
        ) from error


def logs_in(var: Path) -> Path:
    """Return the folder where every program's output goes."""
    return var / "log"


def myself() -> Owner:
    """Return the user that runs this process."""
    return Owner(os.geteuid(), os.getegid())


def settle(var: Path) -> Folders:
    """Return the folders of an instance: those it was given before, or a first choice, which is noted.

    Raises CannotStart where the data belongs to somebody else.
    """
    folders = _noted(var) or _chosen(var)
    if os.geteuid() not in (0, folders.owner.uid):
        raise CannotStart(
            f"The data in {folders.home} belongs to another user. Start Plumbline as that user (or as root), "
            "or choose another data folder with PLUMBLINE_VAR=/path/to/folder."
        )
    _create(folders)
    _note(folders)
    return folders


def may_pass(folder: Path, owner: Owner) -> bool:
    """Return whether the user can enter this folder: every folder above it has to let them through."""
    return all(_enters(step.stat(), owner) for step in (folder, *folder.parents))


def _enters(status: os.stat_result, owner: Owner) -> bool:
    if owner.uid == 0:
        return True
    if status.st_uid == owner.uid:
        return bool(status.st_mode & stat.S_IXUSR)
    if status.st_gid == owner.gid:
        return bool(status.st_mode & stat.S_IXGRP)
    return bool(status.st_mode & stat.S_IXOTH)


def _chosen(var: Path) -> Folders:
    owner = _servers_user()
    home = var if may_pass(var, owner) else SYSTEM_FOLDER / _short_name(var)
    sockets = home / "run"
    if not _fits_a_socket(sockets):
        sockets = Path(tempfile.gettempdir()) / f"plumbline-{_short_name(var)}"
    return Folders(var=var, home=home, sockets=sockets, owner=owner)


def _servers_user() -> Owner:
    """Return who runs the servers: whoever starts them, but nobody for root, as whom PostgreSQL refuses to run."""
    as_root = os.geteuid() == 0
    try:
        user = pwd.getpwnam("nobody") if as_root else pwd.getpwuid(os.geteuid())
    except KeyError as error:
        lacking = "user 'nobody', which runs root's servers" if as_root else f"name for user {os.geteuid()}"
        raise CannotStart(
            f"PostgreSQL cannot run here: this machine has no {lacking}. Start Plumbline as an ordinary user "
            "with a name, or set DATABASE_URL and REDIS_URL to servers of your own."
        ) from error
    return Owner(user.pw_uid, user.pw_gid if as_root else os.getegid())


def _short_name(var: Path) -> str:
    return hashlib.sha256(str(var).encode()).hexdigest()[:12]


def _fits_a_socket(folder: Path) -> bool:
    # PostgreSQL takes a list of folders, so a comma or a quotation mark in the name would split it.
    named_simply = not set(str(folder)) & set(',"')
    return named_simply and len(os.fsencode(folder / addresses.POSTGRES_SOCKET)) <= LONGEST_SOCKET_PATH


def _noted(var: Path) -> Folders | None:
    notes = addresses.notes_file(var)
    if not notes.exists():
        return None
    noted = json.loads(notes.read_text())
    return Folders(
        var=var, home=var / noted["home"], sockets=var / noted["sockets"], owner=Owner(noted["uid"], noted["gid"])
    )


def _note(folders: Folders) -> None:
    addresses.notes_file(folders.var).write_text(
        json.dumps(
            {
                "home": _from(folders.var, folders.home),
                "sockets": _from(folders.var, folders.sockets),
                "uid": folders.owner.uid,
                "gid": folders.owner.gid,
            }
        )
    )


def _from(var: Path, folder: Path) -> str:
    """Return the folder as seen from `var`, so that a checkout that is moved takes its data along."""
    return str(folder.relative_to(var) if folder.is_relative_to(var) else folder)


def _create(folders: Folders) -> None:
    for folder in (folders.home.parent, folders.home):
        if not folder.is_dir():
            folder.mkdir(parents=True)
            folder.chmod(0o711)
    create_private(folders.sockets, folders.owner)


def create_private(folder: Path, owner: Owner) -> None:
    """Create a folder that only this user enters. Raises CannotStart where somebody else made it first."""
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid not in (os.geteuid(), owner.uid):
        raise CannotStart(f"{folder} belongs to another user. Remove it and start again.")
    if os.geteuid() == 0:
        os.chown(folder, owner.uid, owner.gid)
    folder.chmod(0o700)
