"""Static files under hashed names, which scripts that import one another know too."""

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
