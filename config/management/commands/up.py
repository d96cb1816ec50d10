"""`manage.py up`: everything that Plumbline needs, started, kept running and stopped as one."""

import os
import secrets
import signal
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import redis
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.servers import CannotStart, commands, folders, front_door, postgres, programs, valkey, welcome
from config.servers.children import Program
from config.servers.lock import only_one
from config.servers.supervisor import Supervisor, until_stopped
from core.web import static_files

LOOPBACK = ("127.0.0.1", "localhost", "::1")
#: Seconds that a server may take to answer on a slow or busy machine.
PATIENCE = 120


class Command(BaseCommand):
    help = "Start PostgreSQL, Valkey, the web server, the worker and the scheduler. Ctrl-C stops them all."
    # The checks run in the children, once the database is there.
    requires_system_checks = []  # noqa: RUF012 - Django's own spelling

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
        parser.add_argument("--port", type=_port, default=8000, help="port to listen on (default: 8000)")
        parser.add_argument(
            "--prepare",
            action="store_true",
            help="only prepare the database, the static files and the sample data, then exit",
        )

    def handle(self, *, host: str, port: int, prepare: bool, **options: Any) -> None:
        try:
            with until_stopped():
                if prepare:
                    self._prepare()
                else:
                    self._run(host, port)
            self._say("Stopped." if not prepare else "Prepared.")
        except CannotStart as error:
            raise CommandError(str(error)) from error

    def _prepare(self) -> None:
        folders.create_var(settings.VAR)
        with only_one(settings.VAR, "no address"), self._prepared():
            pass

    def _run(self, host: str, port: int) -> None:
        _allow(host)
        folders.create_var(settings.VAR)
        address = front_door.address_of(host, port)
        with (
            only_one(settings.VAR, address),
            front_door.listen(host, port) as listener,
            self._prepared() as supervisor,
        ):
            self._start_site(supervisor, host, port, listener.fileno())
            password = None if settings.PRODUCTION else settings.SAMPLE_PASSWORD
            self._say(welcome.block(address, settings.VAR, sample_password=password))
            supervisor.watch()

    @contextmanager
    def _prepared(self) -> Iterator[Supervisor]:
        """Give a supervisor whose servers run and whose database is ready; stop everything at the end."""
        supervisor = Supervisor(self._say)
        try:
            self._start_servers(supervisor)
            self._set_up(supervisor)
            yield supervisor
        finally:
            supervisor.stop()

    def _start_servers(self, supervisor: Supervisor) -> None:
        given = {name for name in ("DATABASE_URL", "REDIS_URL") if os.environ.get(name)}
        if "DATABASE_URL" in given:
            _ask_database(os.environ["DATABASE_URL"])
        if "REDIS_URL" in given:
            _ask_redis(os.environ["REDIS_URL"])
        if len(given) == 2:  # noqa: PLR2004 - both of them
            return
        place = folders.settle(settings.VAR)
        available = programs.runnable(place)
        if place.home != place.var:
            self._say(f"The servers run as a user who cannot access {place.var}; their data is in {place.home}.")
        if "DATABASE_URL" not in given:
            self._start(supervisor, postgres.prepare(place, available))
            postgres.create_database(place.sockets)
        if "REDIS_URL" not in given:
            self._start(supervisor, valkey.prepare(place, available))

    def _set_up(self, supervisor: Supervisor) -> None:
        if not settings.PRODUCTION:
            _create_secret_key(settings.VAR / "secret_key")
        self._step(supervisor, "Preparing the database", "migrate", "--noinput")
        if not static_files.are_collected():
            self._step(supervisor, "Collecting static files", "collectstatic", "--noinput", "--clear")
            static_files.remember_collected()
        seeded = settings.VAR / "seeded"
        if not settings.PRODUCTION and not seeded.exists():
            self._step(supervisor, "Loading the sample articles and sources", "seed")
            seeded.touch()

    def _start_site(self, supervisor: Supervisor, host: str, port: int, listener: int) -> None:
        self._start(
            supervisor,
            _program(
                "web server",
                "web",
                [*commands.WEB, "--bind", f"fd://{listener}"],
                farewell=[(signal.SIGTERM, 20), (signal.SIGQUIT, 5)],
                is_ready=lambda: front_door.answers(host, port),
                keep_open=(listener,),
            ),
        )
        # Warm first: a task that is almost done gets to finish. Then what it holds is given back.
        farewell = [(signal.SIGTERM, 10), (signal.SIGQUIT, 25)]
        self._start(supervisor, _program("worker", "worker", commands.WORKER, farewell=farewell))
        beat = [*commands.BEAT, "--schedule", str(settings.VAR / "beat"), "--pidfile", ""]
        self._start(supervisor, _program("beat", "beat", beat, farewell=[(signal.SIGTERM, 10)]))

    def _start(self, supervisor: Supervisor, program: Program) -> None:
        with self._announced(f"Starting {program.name}"):
            supervisor.start(program, PATIENCE)

    def _step(self, supervisor: Supervisor, title: str, *command: str) -> None:
        manage = [str(settings.BASE_DIR / "manage.py"), *command]
        with self._announced(title):
            supervisor.run(_program(title, "setup", manage, farewell=[(signal.SIGTERM, 10)], module=False))

    @contextmanager
    def _announced(self, title: str) -> Iterator[None]:
        """Say what is being done, and on the same line that it went well."""
        self._say(f"{title} … ", ending="")
        try:
            yield
        except BaseException:
            self._say("")
            raise
        self._say("ok")

    def _say(self, line: str, ending: str = "\n") -> None:
        self.stdout.write(line, ending=ending)
        self.stdout.flush()


def _program(name: str, log: str, command: list[str], *, module: bool = True, **more: Any) -> Program:
    """Return a program of ours, run by this very Python, so that a moved environment still finds it."""
    return Program(
        name=name,
        command=[sys.executable, *(["-m"] if module else []), *command],
        owner=folders.myself(),
        log=folders.logs_in(settings.VAR) / f"{log}.log",
        # With the supervisor gone the broker goes too, and an orderly end would wait for it; rows give back their lease.
        when_orphaned=signal.SIGKILL,
        folder=settings.BASE_DIR,
        environment={**os.environ, "PLUMBLINE_VAR": str(settings.VAR)},
        **more,
    )


def _port(text: str) -> int:
    """Return a port. Raises ArgumentTypeError on what is none."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:  # noqa: PLR2004 - 16 bits
        raise ArgumentTypeError(f"{text!r} is not a port: use a number from 1 to 65535")
    return int(text)


def _allow(host: str) -> None:
    """Let the site answer under the address it is told to listen on. Raises CannotStart where none can be told."""
    if host in LOOPBACK or os.environ.get("ALLOWED_HOSTS"):
        return
    if host in front_door.EVERYWHERE:
        raise CannotStart(
            f"With --host {host}, other machines can reach this site. Set the names they may use, for example: "
            "ALLOWED_HOSTS=plumbline.example.org,192.0.2.7"
        )
    os.environ["ALLOWED_HOSTS"] = ",".join([*settings.ALLOWED_HOSTS, f"[{host}]" if ":" in host else host])


def _create_secret_key(path: Path) -> None:
    """Make the key that signs sessions, once, readable by this user alone."""
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))


def _ask_database(url: str) -> None:
    try:
        psycopg.connect(url, connect_timeout=10).close()
    except psycopg.Error as error:
        raise CannotStart(
            f"The database in DATABASE_URL refused the connection: {error}. "
            "Start it or correct the address. Without DATABASE_URL, an embedded one is started."
        ) from error


def _ask_redis(url: str) -> None:
    try:
        redis.Redis.from_url(url, socket_timeout=10).ping()
    except redis.RedisError as error:
        raise CannotStart(
            f"The Redis in REDIS_URL does not respond: {error}. "
            "Start it or correct the address. Without REDIS_URL, an embedded one is started."
        ) from error
