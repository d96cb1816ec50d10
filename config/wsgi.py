"""What the web server loads."""

import atexit
import gc
import os
import shutil
import tempfile
from importlib import import_module

from django.core.wsgi import get_wsgi_application

from claims.language import parsing

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")


def share_counts() -> None:
    """Let the processes that are forked from this one add up what they count, in a folder that ends with this one."""
    folder, owner = tempfile.mkdtemp(prefix="plumbline-metrics-"), os.getpid()
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
    atexit.register(lambda: shutil.rmtree(folder, ignore_errors=True) if os.getpid() == owner else None)


# Before anything imports what counts: it looks once.
if os.environ.get("PLUMBLINE_METRICS_TOKEN"):
    share_counts()

application = get_wsgi_application()
import_module("config.urls")  # every view now, and not while the first reader waits
parsing.load()  # a claim is checked while its analyst chooses a stance
# What is loaded stays. A collection that went through all of it would take a fifth of a second out of some request.
gc.collect()
gc.freeze()
