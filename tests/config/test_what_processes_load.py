"""Each process loads what it needs once, and shares it with those that are forked from it."""

import subprocess
import sys

STARTED = """
import gc
import sys
from importlib import import_module
from celery.signals import worker_init
app = import_module(sys.argv[1]).app
app.loader.init_worker()
app.finalize()
worker_init.send(sender=app)
parser = import_module("claims.language.parsing")._pipeline.cache_info().currsize
print(*sorted({"claims.models", "reviews.tasks", "spacy"} & set(sys.modules)), f"{parser} parser", gc.get_freeze_count() > 0)
print(*sorted(entry["task"] for entry in app.conf.beat_schedule.values()))
"""


def started(application: str) -> list[str]:
    """What a process of this Celery application has loaded before it forks or sends, and which tasks it would send."""
    done = subprocess.run([sys.executable, "-c", STARTED, application], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_beat_loads_neither_models_nor_tasks_and_a_worker_all_of_it_before_it_forks():
    (loaded_by_beat, sent_by_beat), (loaded_by_worker, known_to_worker) = (
        started("config.beat"),
        started("config.celery"),
    )
    assert (loaded_by_beat, loaded_by_worker) == ("0 parser False", "claims.models reviews.tasks spacy 1 parser True")
    assert sent_by_beat == known_to_worker != ""
