"""A pytest plugin: a throw-away PostgreSQL and Valkey for the whole run, unless the environment names some.

Where the tests are shared out to several processes, each has its own, with a copy of one migrated cluster.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from config.servers import addresses, folders, postgres, programs, valkey
from config.servers.children import Child
from tests import clusters

EMBEDDED = {"DATABASE_URL": addresses.database_url_in, "REDIS_URL": addresses.redis_url_in}


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Start what the environment doesn't name, before anything reads the settings."""
    missing = [name for name in EMBEDDED if not os.environ.get(name)]
    if _only_shares_out(early_config):
        if "DATABASE_URL" in missing:
            clusters.make_migrated(folders.settle(_throw_away_folder()))
        return
    place = folders.settle(_throw_away_folder())
    os.environ["PLUMBLINE_VAR"] = str(place.var)
    if missing:
        available = programs.runnable(place)
        if "DATABASE_URL" in missing:
            clusters.copy_into(place)
            _start(postgres.prepare(place, available, durable=False))
            postgres.create_database(place.sockets)
        if "REDIS_URL" in missing:
            _start(valkey.prepare(place, available, durable=False))
    for name in missing:
        os.environ[name] = EMBEDDED[name](place.sockets)


def _only_shares_out(config: pytest.Config) -> bool:
    """Whether this process runs no test itself, since it hands them to others."""
    return bool(getattr(config.known_args_namespace, "numprocesses", None)) and "PYTEST_XDIST_WORKER" not in os.environ


def _throw_away_folder() -> Path:
    parent = Path(tempfile.mkdtemp(prefix="plumbline-tests-"))
    atexit.register(shutil.rmtree, parent, ignore_errors=True)
    # Where root runs the tests, the servers' user has to pass through.
    parent.chmod(0o711)
    var = parent / "var"
    folders.create_var(var)
    (var / "static").mkdir()  # where `up` collects them; the web server looks there at its start
    return var


def _start(program) -> None:
    child = Child(program)
    atexit.register(child.stop)
    child.wait_until_ready(60)


@pytest.fixture(scope="session", autouse=True)
def settings_for_tests():
    """Plain names for static files, since nothing collects them here, a hash that costs no time, and no pauses."""
    override_settings = pytest.importorskip("django.test").override_settings
    with override_settings(
        STORAGES={
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        PLUMBLINE_HOST_PAUSE=0,
    ):
        yield
