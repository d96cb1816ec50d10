"""What a whole running build takes: to start, to read a hundred articles, to answer, and in memory."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

import psutil
import psycopg

from config.servers import addresses
from tests.bench.against.revisions import python_of
from tests.bench.against.turns import Figures
from tests.bench.against.visiting import Visitor
from tests.bench.prose import articles
from tests.ports import free_port

_ARTICLES = 100
_LOOKS = 60
_PAGES = ("/", "/articles/")
#: Seconds that a slow machine gets for the first start, and for all articles.
_PATIENCE = 900


def measure(tree: Path) -> Figures:
    """Measure a second start, the reading of _ARTICLES articles, pages, and the memory of all processes afterwards."""
    with TemporaryDirectory(prefix="against-") as folder:
        var = Path(folder) / "var"
        with _running(tree, var):
            pass  # the first start makes the database and reads the samples
        with _running(tree, var) as (supervisor, visitor, started):
            characters, seconds = _read(tree, var, Path(folder) / "articles")
            visitor.sign_in("analyst", "plumbline-demo")
            return {
                "second start, seconds": started,
                "intake, characters per second": characters / seconds,
                **{f"{page}, p95 in ms": _slow(lambda page=page: visitor.get(page)) for page in _PAGES},
                "memory of all processes, MB": _memory(supervisor),
            }


@contextmanager
def _running(tree: Path, var: Path) -> Iterator[tuple[psutil.Process, Visitor, float]]:
    """Run `up` in a checkout; give its process, somebody who visits it, and the seconds to its first page."""
    visitor = Visitor(free_port())
    begun = time.monotonic()
    with (var.parent / "output.txt").open("w") as output:
        process = subprocess.Popen(
            [python_of(tree), "manage.py", "up", "--port", str(visitor.port)],
            cwd=tree,
            env={**_environment(), "PLUMBLINE_VAR": str(var)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait(visitor.is_let_in, whose=process)
        yield psutil.Process(process.pid), visitor, time.monotonic() - begun
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def _environment() -> dict[str, str]:
    """Return this environment without what names servers of one's own."""
    return {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}


def _read(tree: Path, var: Path, folder: Path) -> tuple[int, float]:
    """Hand in the articles and wait until each is split; return their length and the seconds that it took."""
    folder.mkdir()
    texts = [f"Report {number} of the series.\n\n{_text(number)}" for number in range(_ARTICLES)]
    for number, text in enumerate(texts):
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    begun = time.monotonic()
    subprocess.run(
        [python_of(tree), "manage.py", "submit_article", *map(str, sorted(folder.iterdir()))],
        cwd=tree,
        env={**_environment(), "PLUMBLINE_VAR": str(var)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    with psycopg.connect(addresses.database_url(var), autocommit=True) as database:
        _wait(lambda: _are_split(database))
    return sum(map(len, texts)), time.monotonic() - begun


def _text(number: int) -> str:
    return articles()[number % len(articles())]


def _are_split(database: psycopg.Connection) -> bool:
    waiting = database.execute("SELECT count(*) FROM claims_article WHERE split_at IS NULL").fetchone()
    return waiting == (0,)


def _slow(look: Callable[[], object]) -> float:
    """Return the milliseconds that 95 of a hundred looks stay below."""
    look()  # the first one fills caches
    return 1000 * quantiles((_seconds(look) for _ in range(_LOOKS)), n=20)[-1]


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _memory(supervisor: psutil.Process) -> float:
    """Return the megabytes of all processes; what several share counts once (the proportional set size of Linux)."""
    everybody = [supervisor, *supervisor.children(recursive=True)]
    return sum(process.memory_full_info().pss for process in everybody) / 1e6


def _wait(condition: Callable[[], bool], *, whose: subprocess.Popen[bytes] | None = None) -> None:
    """Wait until something holds. Raises TimeoutError after _PATIENCE seconds, ChildProcessError where the build ended."""
    until = time.monotonic() + _PATIENCE
    while not condition():
        if whose is not None and whose.poll() is not None:
            raise ChildProcessError(f"The build stopped by itself with exit code {whose.returncode}.")
        if time.monotonic() > until:
            raise TimeoutError(f"Nothing came of it within {_PATIENCE} seconds.")
        time.sleep(0.1)
