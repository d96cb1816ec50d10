"""A data folder of an earlier build starts under this one: rows, ledger and sessions stay what they were.

`builds/` holds what an earlier build kept after its first start and one sign-in: `pg_dump --inserts --no-owner`, named by
the day of the build.
"""

import gzip
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from tests import databases

pytestmark = pytest.mark.django_db

BUILDS = sorted((Path(__file__).parent / "builds").glob("*.sql.gz"))
#: What signed the session in it; it opens nothing but this sample desk.
KEY = "known-to-everybody-since-it-signs-only-the-sample-desk-of-a-test"
SESSION = "f8tztscvfhq9x4xnk0lo6dious8chy8u"

ASK_FOR_THE_DESK = f"""
import django
django.setup()
from django.conf import settings
from django.test import Client
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
browser = Client()
browser.cookies["sessionid"] = "{SESSION}"
answer = browser.get("/", headers={{"host": "localhost"}})
print(answer.status_code, answer.wsgi_request.user.get_username())
"""


@pytest.fixture(params=BUILDS, ids=lambda path: path.name.split(".")[0])
def old_database(request) -> Iterator[str]:
    """The address of a database as an earlier build left it."""
    with databases.empty_database() as name:
        with databases.connected(name) as database:
            database.execute(gzip.decompress(request.param.read_bytes()))
        yield urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def run(*command: str, database: str) -> subprocess.CompletedProcess:
    environment = {
        **os.environ,
        "DATABASE_URL": database,
        "SECRET_KEY": KEY,
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    return subprocess.run(
        [sys.executable, *command],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_earlier_build_is_here():
    assert BUILDS != []


def test_the_data_of_an_earlier_build_is_taken_over_and_everybody_stays_signed_in(old_database):
    migrated = run("manage.py", "migrate", "--verbosity", "0", database=old_database)
    assert (migrated.returncode, migrated.stderr) == (0, "")
    asked = run("-c", ASK_FOR_THE_DESK, database=old_database)
    assert (asked.stdout, asked.returncode) == ("200 analyst\n", 0), asked.stderr
    verified = run("manage.py", "verify_ledger", database=old_database)
    assert verified.returncode == 0, verified.stdout + verified.stderr
