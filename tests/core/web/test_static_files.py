"""Scripts import one another under the hashed names that pages load them by."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile

from core.web.static_files import HashedStaticFiles

SCRIPTS = ("web/shortcuts.js", "claims/select-quote.js", "reviews/article.js")
IMPORTED = re.compile(r'from "\.\./([^"]+)"')


def collected(folder: Path, storage: type[HashedStaticFiles]) -> HashedStaticFiles:
    """The scripts after they got their hashed names."""
    kept = storage(location=folder)
    for name in SCRIPTS:
        kept.save(name, ContentFile(Path(finders.find(name)).read_bytes()))
    assert all(not isinstance(done, Exception) for _, _, done in kept.post_process({n: (kept, n) for n in SCRIPTS}))
    return kept


def imported_by_the_article(kept: HashedStaticFiles) -> list[str]:
    return IMPORTED.findall(Path(kept.path(kept.stored_name("reviews/article.js"))).read_text(encoding="utf-8"))


def test_a_module_is_imported_under_the_name_that_pages_load_it_by(tmp_path):
    kept = collected(tmp_path, HashedStaticFiles)
    names = [kept.stored_name(name) for name in ("claims/select-quote.js", "web/shortcuts.js")]
    assert imported_by_the_article(kept) == names
    assert set(names) & set(SCRIPTS) == set()


def test_without_that_pattern_a_second_copy_of_the_module_would_be_loaded(tmp_path):
    class Unaware(HashedStaticFiles):
        patterns = HashedStaticFiles.patterns[:-1]

    assert imported_by_the_article(collected(tmp_path, Unaware)) == ["claims/select-quote.js", "web/shortcuts.js"]
