"""What the web server loads."""

import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

from claims.language import parsing

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()
import_module("config.urls")  # every view now, and not while the first reader waits
parsing.load()  # a claim is checked while its analyst chooses a stance
# What is loaded stays. A collection that went through all of it would take a fifth of a second out of some request.
gc.collect()
gc.freeze()
