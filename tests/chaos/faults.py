"""What is done to the running programs: each fault is a function of the stack and a source of chance."""

import contextlib
import os
import shutil
import signal
from collections.abc import Callable
from random import Random

import psutil
import redis

from config.servers import addresses
from tests.chaos.stack import WORKERS, Stack

Fault = Callable[[Stack, Random], None]


def kill_worker(stack: Stack, chance: Random) -> None:
    """A worker with all its processes, as when its machine is gone."""
    _kill_group(stack.child(chance.choice(WORKERS)).process.pid)


def kill_pool_child(stack: Stack, chance: Random) -> None:
    """One process of a worker's pool, as the kernel does where memory runs out."""
    _kill_one(psutil.Process(stack.child(chance.choice(WORKERS)).process.pid).children(), chance)


def kill_beat(stack: Stack, chance: Random) -> None:
    stack.child("beat").process.kill()


def kill_valkey(stack: Stack, chance: Random) -> None:
    stack.child("Valkey").process.kill()


def kill_valkey_and_its_memory(stack: Stack, chance: Random) -> None:
    """Valkey, which comes back with nothing, as one does that writes nothing down."""
    kill_valkey(stack, chance)
    stack.child("Valkey").process.wait()
    shutil.rmtree(stack.place.home / "valkey" / "appendonlydir", ignore_errors=True)


def empty_valkey(stack: Stack, chance: Random) -> None:
    """FLUSHALL under a running system."""
    with (
        contextlib.suppress(redis.RedisError),
        redis.Redis.from_url(addresses.redis_url_in(stack.place.sockets)) as broker,
    ):
        broker.flushall()


def kill_postgres_session(stack: Stack, chance: Random) -> None:
    """One session of PostgreSQL, upon which it ends all others and recovers."""
    sessions = [
        process
        for process in psutil.Process(stack.child("PostgreSQL").process.pid).children()
        if "[local]" in " ".join(process.cmdline())
    ]
    _kill_one(sessions, chance)


def kill_postgres(stack: Stack, chance: Random) -> None:
    stack.child("PostgreSQL").process.kill()


#: By name, as the report has them.
FAULTS: dict[str, Fault] = {
    "worker": kill_worker,
    "pool child": kill_pool_child,
    "valkey": kill_valkey,
    "valkey and its memory": kill_valkey_and_its_memory,
    "flushall": empty_valkey,
    "postgres session": kill_postgres_session,
    "postgres": kill_postgres,
    "beat": kill_beat,
}


def freeze(stack: Stack, chance: Random) -> list[psutil.Process]:
    """Stop a worker in the midst of its work, as a machine that swaps does. Return the processes to wake up again."""
    worker = psutil.Process(stack.child(chance.choice(WORKERS)).process.pid)
    frozen = [worker, *worker.children(recursive=True)]
    for process in frozen:
        with contextlib.suppress(psutil.Error):
            process.send_signal(signal.SIGSTOP)
    return frozen


def thaw(frozen: list[psutil.Process]) -> None:
    """Let the processes go on: they believe that no time has passed."""
    for process in frozen:
        with contextlib.suppress(psutil.Error):
            process.send_signal(signal.SIGCONT)


def _kill_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def _kill_one(processes: list[psutil.Process], chance: Random) -> None:
    if processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            chance.choice(processes).kill()
