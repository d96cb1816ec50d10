"""`manage.py up`, started as a person starts it: one command, real servers, a browser's address, Ctrl-C."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, nullcontext, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException  # noqa: TID251 - the browser of these tests
from io import StringIO
from pathlib import Path
from unittest import mock
from urllib.parse import urlsplit

import psutil
import psycopg
import pytest
from celery import Celery
from django.conf import settings
from django.core.management import CommandError, call_command, load_command_class

from config.management.commands import up as command
from config.servers import addresses, welcome
from tests.ports import free_port
from tests.waiting import LONGEST, has_come_about, has_ended, wait_until


class Instance:
    """One `up`, with a data folder and a port of its own; it can be stopped and started again."""

    def __init__(self, var: Path, port: int) -> None:
        self.var, self.port = var, port
        self.output = var.parent / f"output-{port}.txt"
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        with self.output.open("w") as output:
            self.process = subprocess.Popen(up(self.port), env=own_servers(self.var), stdout=output, stderr=output)
        self.supervisor = psutil.Process(self.process.pid)
        self.wait_until(lambda: "Ctrl-C" in self.output.read_text())

    @property
    def runs(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def wait_until(self, condition: Callable[[], object]) -> None:
        def holds() -> object:
            assert self.runs, self.output.read_text()
            return condition()

        wait_until(holds, otherwise=self.output.read_text)

    def get(self, path: str) -> int:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)) as connection:
            connection.request("GET", path)
            return connection.getresponse().status

    def is_well(self) -> bool:
        try:
            return self.get("/readyz") == HTTPStatus.OK
        except (OSError, HTTPException):
            return False

    def database(self) -> psycopg.Connection:
        return psycopg.connect(addresses.database_url(self.var), autocommit=True)

    def children(self) -> dict[str, psutil.Process]:
        """Return what the supervisor runs, by what it is."""
        names = {
            "postgres": "bin/postgres",
            "valkey": "valkey-server",
            "web": "gunicorn",
            "worker": "worker",
            "beat": "beat",
        }
        found = {}
        for child in self.supervisor.children():
            # One that was just killed has no command any more.
            with suppress(psutil.Error):
                command = " ".join(child.cmdline())
                found |= {name: child for name, word in names.items() if re.search(rf"{word}( |$)", command)}
        return found

    def stop(self, number: signal.Signals) -> int:
        """Send a signal; return the exit status once the supervisor has ended."""
        family = self.supervisor.children(recursive=True)
        self.process.send_signal(number)
        status = self.process.wait(LONGEST)
        assert those_alive(family) == []
        return status

    def keep(self, fact: str) -> None:
        """Write into the database what must outlive a stop."""
        with self.database() as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS kept (fact text)")
            connection.execute("INSERT INTO kept VALUES (%s)", [fact])

    def has_kept(self, fact: str) -> bool:
        with self.database() as connection:
            return connection.execute("SELECT fact FROM kept WHERE fact = %s", [fact]).fetchall() == [(fact,)]


def those_alive(family: list[psutil.Process]) -> list[psutil.Process]:
    """Return who of these still runs, after all have had time to end."""
    has_come_about(lambda: all(map(has_ended, family)))
    return [child for child in family if not has_ended(child)]


def up(port: int | str) -> list[str]:
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), "up", f"--port={port}"]


def own_servers(var: Path, **environment: str) -> dict[str, str]:
    """Return this environment without the servers of the test run, and with a place for what is killed to leave files."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
    return {**kept, "PLUMBLINE_VAR": str(var), "TMPDIR": str(var.parent), **environment}


@pytest.fixture
def refusal(monkeypatch, settings) -> Callable[..., str]:
    """Return a way to try a start that is refused, in this process, and to hear what it says."""
    # A start ends with its process, and leaves it what it does on a signal.
    monkeypatch.setattr(command, "until_stopped", nullcontext)

    def refuse(var: Path, port: int, *arguments: str, **environment: str) -> str:
        settings.VAR = var
        own = own_servers(var, **environment)
        with mock.patch.dict(os.environ, own, clear=True), pytest.raises(CommandError) as refused:
            call_command("up", f"--port={port}", *arguments, stdout=StringIO())
        return str(refused.value)

    return refuse


@pytest.fixture(scope="module")
def first_start(shared_place):
    """A first start, kept for this module, in a folder with a space and capitals in its name."""
    started = Instance(shared_place / "Fact check", free_port())
    try:
        started.start()
        yield started
    finally:
        if started.runs:
            started.stop(signal.SIGTERM)


@pytest.fixture
def instance(first_start):
    """The same, running, whatever an earlier test did to it."""
    if not first_start.runs:
        first_start.start()
    return first_start


def test_one_command_gives_a_site_that_works(instance):
    assert instance.get("/healthz") == 200
    assert instance.get("/readyz") == 200
    assert sorted(instance.children()) == ["beat", "postgres", "valkey", "web", "worker"]


def test_the_address_and_the_sample_logins_are_printed(instance):
    block = welcome.block(f"http://127.0.0.1:{instance.port}", instance.var, sample_password=settings.SAMPLE_PASSWORD)
    assert block in instance.output.read_text()


def test_the_samples_are_loaded_on_the_first_start(instance):
    with instance.database() as connection:
        names = [name for (name,) in connection.execute("SELECT username FROM auth_user ORDER BY username")]
    assert set(welcome.SAMPLE_LOGINS) <= set(names)


def test_the_worker_hears_of_it(instance):
    celery = Celery(broker=addresses.broker_url(addresses.redis_url(instance.var)), set_as_current=False)
    celery.conf.broker_transport_options = settings.CELERY_BROKER_TRANSPORT_OPTIONS
    # A worker that is still on its way up isn't there to be asked.
    instance.wait_until(lambda: celery.control.ping(timeout=2, limit=1))


def test_a_second_start_on_the_same_folder_says_who_runs(instance):
    refused = subprocess.run(
        up(instance.port + 1),
        env=own_servers(instance.var),
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert (refused.returncode, refused.stderr.strip()) == (
        1,
        f"CommandError: Plumbline is already running on this data folder, at http://127.0.0.1:{instance.port} "
        f"(process {instance.process.pid}). Use that one, or stop it with `kill {instance.process.pid}`. "
        "To run a second one, give it its own data folder and port: "
        "PLUMBLINE_VAR=/path/to/folder … --port 8001.",
    )


def test_a_busy_port_is_refused_with_what_to_do(instance, place, refusal):
    assert refusal(place / "var", instance.port) == (
        f"Port {instance.port} is in use by another program. Choose a free one, for example: --port "
        f"{instance.port + 1}."
    )


def test_whatever_is_killed_is_started_again_and_the_facts_are_kept(instance):
    instance.keep("four engines")
    before = instance.children()
    for child in before.values():
        child.kill()
    instance.wait_until(lambda: sorted(instance.children()) == sorted(before))
    instance.wait_until(lambda: all(instance.children()[name].pid != before[name].pid for name in before))
    instance.wait_until(instance.is_well)
    assert instance.has_kept("four engines")


def test_a_stop_leaves_no_process_and_a_second_start_keeps_the_data(instance):
    instance.keep("eight bridges")
    assert instance.stop(signal.SIGINT) == 0
    assert instance.output.read_text().splitlines()[-1] == "Stopped."
    # What a machine that lost its power leaves: a pid file whose number now is somebody else's.
    (instance.var / "postgres" / "postmaster.pid").write_text(f"{os.getpid()}\n")
    instance.start()
    done_once = ("Collecting static files", "Loading the sample articles")
    assert [step for step in done_once if step in instance.output.read_text()] == []
    assert instance.has_kept("eight bridges")


def test_a_supervisor_that_is_killed_leaves_no_process(instance):
    family = instance.supervisor.children(recursive=True)
    instance.process.kill()
    instance.process.wait(LONGEST)
    assert those_alive(family) == []


@pytest.fixture
def given_database():
    """The address of a database on the test run's own server, in which one migration at least is not applied."""
    given = os.environ["DATABASE_URL"]
    address = urlsplit(given)._replace(path="/given").geturl().replace(":///", "://@/")
    with psycopg.connect(given, autocommit=True) as connection:
        # The run may have migrated it, which takes longer than all the rest of a start.
        connection.execute(f"CREATE DATABASE given TEMPLATE {addresses.DATABASE}")
        with psycopg.connect(address, autocommit=True) as database:
            if database.execute("SELECT to_regclass('django_migrations')").fetchone() != (None,):
                database.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
                database.execute("DROP TABLE django_session")
        yield address
        connection.execute("DROP DATABASE given WITH (FORCE)")


def test_servers_of_ones_own_are_used_and_none_is_started(place, given_database):
    (place / "var").mkdir()
    (place / "var" / "seeded").touch()
    prepared = subprocess.run(
        [*up(8000), "--prepare"],
        env=own_servers(place / "var", DATABASE_URL=given_database, REDIS_URL=os.environ["REDIS_URL"]),
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert (prepared.stderr, prepared.stdout.splitlines()) == (
        "",
        ["Preparing the database … ok", "Collecting static files … ok", "Prepared."],
    )
    with psycopg.connect(given_database) as connection:
        assert connection.execute("SELECT to_regclass('django_session') IS NOT NULL").fetchall() == [(True,)]


@pytest.mark.parametrize(
    ("name", "address", "says"),
    [
        (
            "DATABASE_URL",
            "postgres://nobody@127.0.0.1:1/nothing",
            "The database in DATABASE_URL refused the connection:",
        ),
        ("REDIS_URL", "redis://127.0.0.1:1", "The Redis in REDIS_URL does not respond:"),
    ],
)
def test_a_server_that_doesnt_answer_is_named(place, refusal, name, address, says):
    given = {"DATABASE_URL": os.environ["DATABASE_URL"], "REDIS_URL": os.environ["REDIS_URL"], name: address}
    assert refusal(place / "var", 8000, "--prepare", **given).startswith(says)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--host", "0.0.0.0"], "With --host 0.0.0.0, other machines can reach this site."),  # noqa: S104 - refused
        (["--host", "192.0.2.1"], "'192.0.2.1' is not an address of this machine."),
    ],
)
def test_a_host_that_cannot_be_meant_is_refused_with_what_to_do(place, refusal, arguments, says):
    assert refusal(place / "var", 8000, *arguments).startswith(says)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http"])
def test_a_port_that_is_none_is_refused(port, capsys):
    with pytest.raises(SystemExit) as refused:
        load_command_class("config", "up").run_from_argv(up(port)[1:])
    sentence = f"{port!r} is not a port: use a number from 1 to 65535"
    assert (refused.value.code, sentence in capsys.readouterr().err) == (2, True)
