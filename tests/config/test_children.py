"""Child processes end with their parent, are started again, and leave nothing behind."""

import os
import signal
import subprocess
import sys

import psutil
import pytest

from config.servers import CannotStart, children, folders
from config.servers.children import Child, Program
from config.servers.leftovers import end_leftover
from config.servers.supervisor import Supervisor
from tests.waiting import LONGEST, has_ended, wait_until

SLEEP = ["-c", "import time; time.sleep(600)"]
#: A program with a child of its own, which doesn't end when its parent is killed.
WITH_CHILD = ["-c", "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(600)'])"]
#: A program that takes no hint.
STUBBORN = [
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(600)",
]


@pytest.fixture(autouse=True)
def no_orphan_is_adopted_afterwards():
    """A supervisor makes the process that runs it the parent of every orphan, which the test run is not to stay."""
    yield
    if children._libc:
        children._libc.prctl(children.PR_SET_CHILD_SUBREAPER, 0)


@pytest.fixture
def program(place):
    def build(arguments, **more):
        return Program(
            **{
                "name": "trial",
                "command": [sys.executable, *arguments],
                "owner": folders.myself(),
                "log": place / "trial.log",
                "farewell": [(signal.SIGTERM, 1)],
                "when_orphaned": signal.SIGTERM,
                **more,
            }
        )

    return build


def test_what_ends_before_it_is_ready_says_why(program):
    child = Child(program(["-c", "raise SystemExit('no such table')"], is_ready=lambda: False))
    with pytest.raises(CannotStart) as refusal:
        child.wait_until_ready(LONGEST)
    log = child.program.log
    assert str(refusal.value) == f"trial did not start. The end of {log} says:\n    no such table"


def test_what_is_not_ready_in_time_says_so(program):
    child = Child(program(SLEEP, is_ready=lambda: False))
    try:
        with pytest.raises(CannotStart, match=r"trial did not respond within 0 seconds\."):
            child.wait_until_ready(0.1)
    finally:
        child.stop()


def test_what_takes_no_hint_is_ended_all_the_same(program):
    child = Child(program(STUBBORN, farewell=[(signal.SIGTERM, 0.2)]))
    wait_until(lambda: "deaf" in child.program.log.read_text())
    child.stop()
    assert child.process.returncode == -signal.SIGKILL


def test_children_of_a_stopped_program_are_ended_with_it(program):
    child = Child(program(WITH_CHILD))
    (grandchild,) = wait_until(psutil.Process(child.process.pid).children)
    child.stop()
    wait_until(lambda: has_ended(grandchild))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent was killed")
def test_a_killed_parent_takes_its_child_along(program, place):
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import signal, sys, time; from pathlib import Path\n"
            "from config.servers import folders; from config.servers.children import Child, Program\n"
            "child = Child(Program('trial', [sys.executable, '-c', 'import time; time.sleep(600)'], folders.myself(),"
            " Path(sys.argv[1]) / 'trial.log', [], signal.SIGTERM))\n"
            "print(child.process.pid, flush=True); time.sleep(600)",
            str(place),
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    with parent:
        child = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
    wait_until(lambda: has_ended(child))


def test_what_dies_is_started_again_and_waits_longer_each_time(program):
    said = []
    supervisor = Supervisor(said.append)
    supervisor.start(program(["-c", "pass"]), LONGEST)
    kept = supervisor.kept[0]
    pauses = []
    for _ in range(7):
        kept.child.process.wait()
        kept.started = 1000.0
        supervisor._look_after(kept, now=1000.0)
        pauses.append(kept.again_at - 1000.0)
        supervisor._look_after(kept, now=kept.again_at)
    supervisor.stop()
    assert pauses == [1, 2, 4, 8, 16, 30, 30]
    assert (
        said[0] == f"trial: exited unexpectedly and will be restarted in 1 s. Its output is in {kept.child.program.log}"
    )


def test_what_ran_for_a_while_is_started_again_without_a_long_wait(program):
    supervisor = Supervisor(lambda line: None)
    supervisor.start(program(["-c", "pass"]), LONGEST)
    kept = supervisor.kept[0]
    kept.failures = 5
    kept.child.process.wait()
    supervisor._look_after(kept, now=kept.started + 61)
    assert kept.again_at == kept.started + 62


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux gives orphans to a supervisor")
def test_what_a_killed_program_left_in_a_session_of_its_own_is_reaped(program):
    supervisor = Supervisor(lambda line: None)
    left_behind = (
        "import subprocess, sys, time; subprocess.Popen(['sleep', '0.2'], start_new_session=True); time.sleep(600)"
    )
    supervisor.start(program(["-c", left_behind]), LONGEST)
    child = psutil.Process(supervisor.kept[0].child.process.pid)
    (orphan,) = wait_until(child.children)
    supervisor.stop()
    wait_until(lambda: orphan.status() == psutil.STATUS_ZOMBIE)
    supervisor._reap_orphans()
    assert not psutil.pid_exists(orphan.pid)


def test_everything_stops_in_the_opposite_order(program):
    said = []
    supervisor = Supervisor(said.append)
    for name in ("first", "second", "third"):
        supervisor.start(program(SLEEP, name=name), LONGEST)
    supervisor.stop()
    assert said == ["Stopping third …", "Stopping second …", "Stopping first …"]


def test_a_long_log_is_put_aside(program, place, monkeypatch):
    monkeypatch.setattr("config.servers.children.LONGEST_LOG", 3)
    (place / "trial.log").write_text("long")
    Child(program(["-c", "print('new')"])).wait_until_done()
    assert ((place / "trial.log").read_text(), (place / "trial.log.1").read_text()) == ("new\n", "long")


def test_a_pid_file_whose_number_was_given_to_another_program_is_removed_and_nobody_ended(place):
    pid_file = place / "postmaster.pid"
    pid_file.write_text(f"{os.getpid()}\n{place}\n")
    end_leftover(pid_file, "postgres", place)
    assert not pid_file.exists()


@pytest.mark.parametrize("content", ["", "nonsense\n", "999999999\n"])
def test_a_pid_file_that_names_no_process_is_removed(place, content):
    pid_file = place / "postmaster.pid"
    pid_file.write_text(content)
    end_leftover(pid_file, "postgres", place)
    assert not pid_file.exists()


def test_a_server_left_behind_on_the_same_folder_is_ended(place):
    # Its name and its folder are what a leftover is known by.
    left = subprocess.Popen(
        ["postgres", "-c", "import time; time.sleep(600)", str(place)],
        executable=sys.executable,
        # Tests that a shell runs in the background are deaf to it, and so would be what they start.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - one thread
    )
    pid_file = place / "postmaster.pid"
    pid_file.write_text(f"{left.pid}\n")
    end_leftover(pid_file, "postgres", place)
    assert left.wait(LONGEST) is not None
    assert not pid_file.exists()
