"""Static files under hashed names, which scripts that import one another know too."""

from hashlib import file_digest, sha256
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Rewrites the names in `import { … } from "….js";`, so that a page and its scripts load one copy of a module.

    Django's own `support_js_module_import_aggregation` also takes `import("…")` in the comments of libraries for an
    import, and stops where it names no file.
    """

    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        (
            "*.js",
            (
                (
                    r"""(?P<matched>import(?P<names>\s*\{[^}]*\})\s*from\s*["'](?P<url>\.\.?/[^"']+\.js)["']\s*;)""",
                    """import%(names)s from "%(url)s";""",
                ),
            ),
        ),
    )


def are_collected() -> bool:
    """Return whether what `remember_collected` last saw is what would be collected now."""
    return _note().exists() and _note().read_text() == _fingerprint()


def remember_collected() -> None:
    """Note that the files as they are now have been collected, whole."""
    _note().write_text(_fingerprint())


def _note() -> Path:
    # In the folder itself: whoever empties it has it filled again. What it says is no secret.
    return settings.STATIC_ROOT / ".collected"


def _fingerprint() -> str:
    """Return a hash of every file that the finders know, and of the packages that compress and name them."""
    everything = sha256(f"Django {version('django')}, WhiteNoise {version('whitenoise')}".encode())
    found = {name: storage.path(name) for finder in get_finders() for name, storage in finder.list([])}
    for name, path in sorted(found.items()):
        with open(path, "rb") as file:
            everything.update(f"\n{name} {file_digest(file, 'sha256').hexdigest()}".encode())
    return everything.hexdigest()
