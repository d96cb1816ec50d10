"""A whole Plumbline as `manage.py up` starts it, and a real Chromium in front of it."""

import os
import shutil
import signal
import subprocess
import sys
import urllib.request  # noqa: TID251 - asks the server under test, on this machine
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from config.servers.folders import create_var, settle
from tests import clusters
from tests.folders import open_folder
from tests.ports import free_port
from tests.waiting import LONGEST, wait_until

PASSWORD = settings.SAMPLE_PASSWORD
#: A worker that has just started loads its language model before it splits its first article; a busy machine is no fault.
expect.set_options(timeout=LONGEST * 1000)
QUIET_CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of an installed Chromium. Where there is none, the test says so; in CI it fails."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found:
        return found
    sentence = (
        "No Chromium is installed, so the pages were not tested in a browser. Install it with your package manager."
    )
    if os.environ.get("CI"):
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture(scope="session")
def plumbline(chromium: str) -> Iterator[str]:
    """The address of a fresh Plumbline with its sample desk, its own servers, worker and beat."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with open_folder() as folder, (folder / "up.log").open("wb") as log:
        var = folder / "var"
        create_var(var)
        clusters.copy_into(settle(var))
        environment = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
        process = subprocess.Popen(
            [sys.executable, "manage.py", "up", "--port", str(port)],
            cwd=settings.BASE_DIR,
            env=environment | {"PLUMBLINE_VAR": str(var), "TMPDIR": str(folder), "PLUMBLINE_PUBLIC": "True"},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_it_answers(process, address, Path(log.name))
            yield address
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=LONGEST)


def wait_until_it_answers(process: subprocess.Popen, address: str, log: Path) -> None:
    def answers() -> bool:
        assert process.poll() is None, what_it_said()
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=LONGEST).close()  # noqa: S310, TID251 - our own address
            return True
        except OSError:
            return False

    def what_it_said() -> str:
        return f"`manage.py up` did not answer. It said:\n{log.read_text()}"

    wait_until(answers, otherwise=what_it_said)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """A Chromium for one module: as long as its driver runs, Django takes every test of the process for an async one."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET_CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture
def sign_in(browser: Browser, plumbline: str):
    """Return a way to open a window of one's own for a person, signed in. Any refused script or style is an error."""
    contexts = []

    def open_for(username: str, **options: object) -> Page:
        context = browser.new_context(base_url=plumbline, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(LONGEST * 1000)
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto("/sign-in/")
        page.get_by_label("Username").fill(username)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/")
        return page

    yield open_for
    for context in contexts:
        context.close()
