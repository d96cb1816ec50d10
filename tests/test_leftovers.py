"""The guard that fails the run which leaves something behind."""

import subprocess
import sys
import threading

from tests.leftovers import Traces


def test_a_process_a_thread_and_a_file_that_are_left_are_named_and_what_ended_is_not(tmp_path):
    traces, end = Traces(tmp_path), threading.Event()
    thread = threading.Thread(target=end.wait, name="a listener")
    thread.start()
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    (tmp_path / "a-copy").touch()
    try:
        of_process, *others = traces.left(patience=0)
    finally:
        end.set()
        process.kill()
        process.wait()
    (tmp_path / "a-copy").unlink()
    assert (of_process.endswith("import time; time.sleep(600)"), others) == (True, ["thread a listener", "file a-copy"])
    assert traces.left() == []
