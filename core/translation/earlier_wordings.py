"""Sentences that were stored before they were reworded, and how each is worded today.

What is stored is never changed; a row of long ago is shown in today's words, which are those that are translated.
"""

import json
from collections.abc import Iterator
from pathlib import Path

#: The wording of today by an earlier one, with the same values in it.
TODAY: dict[str, str] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))


def worded_today(template: str) -> str:
    """Return the wording of today of a template that was stored; one that was never reworded, as it is."""
    return TODAY.get(template, template)


def wordings_of(template: str) -> Iterator[str]:
    """Yield the template as it is worded today, and every earlier wording of it."""
    yield template
    yield from (earlier for earlier, today in TODAY.items() if today == template)
