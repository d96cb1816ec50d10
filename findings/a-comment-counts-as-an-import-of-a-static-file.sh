#!/usr/bin/env bash
# Guess: with `support_js_module_import_aggregation` on, Django's manifest storage rewrites the imports of ES modules, and
#   text in a comment, such as a JSDoc type, is left alone. So the switch is safe for a site that also serves a library's
#   scripts.
# Instead: the pattern for import("…") does not look whether it stands in a comment. A JSDoc type of an extension that
#   django-htmx ships, which names a file without its ending, is taken for an import of a file that does not exist, and
#   collectstatic stops.
# Seen with Django 5.2.19 and django-htmx 1.29.0 on 2026-11-30.
# What we do: a storage of our own with a pattern for `import { … } from "./….js";` only (core/web/static_files.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check Django==5.2.19 django-htmx==1.29.0
cat > "$folder/collect.py" <<'PYTHON'
import sys
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.management import call_command


class Modules(ManifestStaticFilesStorage):
    support_js_module_import_aggregation = True


if __name__ == "__main__":
    backend = {"aware": "__main__.Modules", "plain": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    settings.configure(
        INSTALLED_APPS=["django.contrib.staticfiles", "django_htmx"],
        STATIC_URL="/static/",
        STATIC_ROOT=str(Path(sys.argv[2])),
        STORAGES={"staticfiles": {"BACKEND": backend[sys.argv[1]]}},
    )
    django.setup()
    call_command("collectstatic", interactive=False, verbosity=0)
PYTHON
seen() {
    if "$folder/venv/bin/python" "$folder/collect.py" "$1" "$folder/$1" > "$folder/$1.log" 2>&1; then
        echo "collected"
    else
        grep -o "The file '[^']*' could not be found" "$folder/$1.log" | head -1
    fi
}
plain=$(seen plain)
aware=$(seen aware)
echo "Django 5.2.19, django-htmx 1.29.0"
echo "guessed: collected with the switch off, collected with it on"
echo "seen:    $plain with the switch off, ${aware:-another failure} with it on"
if [ "$plain" != "collected" ] || [ "$aware" != "The file 'django_htmx/htmx' could not be found" ]; then
    echo "This has changed: look whether our own storage is still needed."
    exit 1
fi
