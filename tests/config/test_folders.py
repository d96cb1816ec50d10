"""The embedded servers' folders: reachable for the user they run as, and nobody else's permissions are touched."""

import os
import pwd
import shutil
import stat
import tempfile
from pathlib import Path

import psycopg
import pytest

from config.servers import CannotStart, addresses, folders, postgres, programs, valkey
from config.servers.children import Child
from config.servers.folders import Owner

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives its servers another user")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def elsewhere(place, monkeypatch):
    """Where root's data goes when the data folder is out of reach, kept inside the trial."""
    system = place / "system"
    monkeypatch.setattr(folders, "SYSTEM_FOLDER", system)
    return system


@pytest.fixture
def closed_var(place):
    """A data folder below one that only its owner enters."""
    closed = place / "closed"
    closed.mkdir(mode=0o700)
    var = closed / "var"
    folders.create_var(var)
    return var


def serve(settled: folders.Folders, available: programs.Programs) -> list[tuple]:
    """Start both servers, ask PostgreSQL something, and stop them."""
    children = []
    try:
        for module in (postgres, valkey):
            children.append(Child(module.prepare(settled, available)))
            children[-1].wait_until_ready(60)
        with psycopg.connect(addresses.database_url_in(settled.sockets, "postgres")) as connection:
            return connection.execute("SELECT upper('é'), current_setting('data_checksums')").fetchall()
    finally:
        for child in reversed(children):
            child.stop()


def test_an_open_data_folder_holds_everything(place):
    var = place / "var"
    folders.create_var(var)
    settled = folders.settle(var)
    assert (settled.home, settled.sockets, mode(settled.sockets)) == (var, var / "run", 0o700)
    assert serve(settled, programs.runnable(settled)) == [("É", "on")]


def test_a_later_start_keeps_the_first_choice(place, monkeypatch):
    var = place / "var"
    folders.create_var(var)
    first = folders.settle(var)
    monkeypatch.setattr(folders, "_chosen", lambda var: pytest.fail("chose again"))
    assert folders.settle(var) == first


def test_a_moved_data_folder_takes_its_data_along(place):
    folders.create_var(place / "var")
    folders.settle(place / "var")
    (place / "var").rename(place / "moved")
    assert folders.settle(place / "moved").sockets == place / "moved" / "run"


@as_root
def test_data_below_a_closed_folder_goes_elsewhere_and_nothing_is_opened(closed_var, elsewhere):
    settled = folders.settle(closed_var)
    assert settled.home.parent == elsewhere
    assert addresses.sockets_folder(closed_var) == settled.sockets == settled.home / "run"
    assert serve(settled, programs.runnable(settled)) == [("É", "on")]
    assert mode(closed_var.parent) == 0o700


@as_root
def test_control_data_left_below_the_closed_folder_cannot_be_served(closed_var, monkeypatch):
    monkeypatch.setattr(folders, "may_pass", lambda folder, owner: True)
    settled = folders.settle(closed_var)
    with pytest.raises(CannotStart, match="could not create its data folder"):
        postgres.prepare(settled, programs.runnable(settled))


@pytest.fixture
def closed_programs(place, monkeypatch):
    """The installed programs below a folder that only root enters, as in root's own home."""
    installed = programs._installed()
    package = installed.postgres.parent.parent
    home = place / "home"
    home.mkdir(mode=0o700)
    shutil.copytree(package / "pginstall18", home / package.name / "pginstall18", symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, home / libraries.name, symlinks=True)
    shutil.copy2(installed.valkey, home)
    moved = programs.Programs(home / package.name / "pginstall18" / "bin", home / installed.valkey.name)
    monkeypatch.setattr(programs, "_installed", lambda: moved)
    return home


@as_root
def test_programs_below_a_closed_folder_are_copied_and_run(place, closed_programs):
    folders.create_var(place / "var")
    settled = folders.settle(place / "var")
    available = programs.runnable(settled)
    assert available.valkey.is_relative_to(place / "var" / "programs")
    assert serve(settled, available) == [("É", "on")]
    assert mode(closed_programs) == 0o700


@as_root
def test_control_programs_below_a_closed_folder_cannot_be_run(place, closed_programs):
    folders.create_var(place / "var")
    with pytest.raises(PermissionError):
        postgres.prepare(folders.settle(place / "var"), programs._installed())


def test_a_path_too_long_for_a_socket_gets_a_short_folder_for_it(place):
    var = place / ("deep" * 12) / ("deeper" * 8)
    folders.create_var(var)
    settled = folders.settle(var)
    try:
        assert settled.sockets.parent == Path(tempfile.gettempdir())
        assert serve(settled, programs.runnable(settled)) == [("É", "on")]
    finally:
        shutil.rmtree(settled.sockets)


@pytest.mark.parametrize("name", ["a,b", 'a"b'])
def test_a_path_that_postgres_would_split_gets_a_plain_folder_for_its_socket(place, name):
    folders.create_var(place / name)
    assert folders._chosen(place / name).sockets.parent == Path(tempfile.gettempdir())


def test_a_socket_folder_that_somebody_else_made_is_refused(place):
    (place / "run").symlink_to(tempfile.gettempdir())
    with pytest.raises(CannotStart, match="belongs to another user"):
        folders.create_private(place / "run", folders.myself())


def test_data_of_another_user_is_refused_with_what_to_do(place, monkeypatch):
    folders.create_var(place / "var")
    folders.settle(place / "var")
    monkeypatch.setattr(os, "geteuid", lambda: 54321)
    with pytest.raises(CannotStart) as refusal:
        folders.settle(place / "var")
    assert str(refusal.value) == (
        f"The data in {place / 'var'} belongs to another user. Start Plumbline as that user (or as root), "
        "or choose another data folder with PLUMBLINE_VAR=/path/to/folder."
    )


@pytest.mark.parametrize(
    ("uid", "lacking"), [(0, "user 'nobody', which runs root's servers"), (54321, "name for user 54321")]
)
def test_a_machine_that_knows_no_user_for_the_servers_says_so(place, monkeypatch, uid, lacking):
    monkeypatch.setattr(os, "geteuid", lambda: uid)
    monkeypatch.setattr(pwd, "getpwnam", {}.__getitem__)
    monkeypatch.setattr(pwd, "getpwuid", {}.__getitem__)
    with pytest.raises(CannotStart) as refusal:
        folders.settle(place)
    assert str(refusal.value) == (
        f"PostgreSQL cannot run here: this machine has no {lacking}. Start Plumbline as an ordinary user "
        "with a name, or set DATABASE_URL and REDIS_URL to servers of your own."
    )


def test_a_data_folder_that_cannot_be_created_is_refused_with_what_to_do(place):
    (place / "file").touch()
    with pytest.raises(CannotStart) as refusal:
        folders.create_var(place / "file" / "var")
    assert str(refusal.value) == (
        f"The data folder {place / 'file' / 'var'} cannot be used (Not a directory). "
        "Choose another one with PLUMBLINE_VAR=/path/to/folder."
    )


@pytest.mark.parametrize(
    ("bits", "owner", "enters"),
    [
        (0o700, Owner(0, 0), True),
        (0o711, Owner(54321, 54321), True),
        (0o710, Owner(54321, 54321), False),
        (0o710, Owner(54321, os.getegid()), True),
        (0o701, Owner(54321, os.getegid()), False),
        (0o611, Owner(54321, 54321), True),
    ],
)
def test_who_may_pass_is_read_as_the_system_reads_it(place, bits, owner, enters):
    place.chmod(bits)
    assert folders.may_pass(place, owner) is enters


def test_data_of_another_postgres_is_refused_with_what_to_do(place):
    folders.create_var(place / "var")
    settled = folders.settle(place / "var")
    data = place / "var" / "postgres"
    data.mkdir()
    (data / "PG_VERSION").write_text("17\n")
    with pytest.raises(CannotStart) as refusal:
        postgres.prepare(settled, programs.runnable(settled))
    assert str(refusal.value) == (
        f"The data in {data} was created by PostgreSQL 17, but this is version 18. "
        "Move the folder away and start again, or run that version yourself and set DATABASE_URL."
    )
