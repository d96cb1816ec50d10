"""One migrated PostgreSQL cluster for every server of a run: whoever starts one begins with a copy.

The migrations of an empty database take eight seconds of a processor, and a run starts half a dozen servers.
"""

import os
import subprocess
import sys
from pathlib import Path

from config.servers import addresses, folders, postgres, programs
from config.servers.children import Child

#: The environment's name for the data folder of the cluster, in a run that made one.
MIGRATED = "PLUMBLINE_TESTS_CLUSTER"
PROJECT = Path(__file__).resolve().parents[1]
PATIENCE = 120


def make_migrated(place: folders.Folders) -> None:
    """Initialise and migrate a cluster, end its server, and name its data folder in the environment."""
    server = Child(postgres.prepare(place, programs.runnable(place), durable=False))
    try:
        server.wait_until_ready(PATIENCE)
        postgres.create_database(place.sockets)
        environment = {
            **os.environ,
            "DATABASE_URL": addresses.database_url_in(place.sockets),
            "PLUMBLINE_VAR": str(place.var),
        }
        command = [sys.executable, str(PROJECT / "manage.py"), "migrate", "--verbosity", "0"]
        subprocess.run(command, env=environment, check=True)
    finally:
        server.stop()
    os.environ[MIGRATED] = str(place.home / "postgres")


def is_there() -> bool:
    """Return whether this run made a cluster to copy."""
    return MIGRATED in os.environ


def copy_into(place: folders.Folders) -> None:
    """Give an instance that has no data yet the migrated cluster, where this run made one."""
    if is_there():
        subprocess.run(["cp", "-a", os.environ[MIGRATED], str(Path(place.home, "postgres"))], check=True)
