"""English messages that keep their template and values apart, so that a page can say them in another language."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from core.translation.earlier_wordings import wordings_of

_PLACE = re.compile(r"%\((\w+)\)s")


class Message(str):
    """An English message made of a template and values by name; whoever only reads text finds a text.

    A value may be a Message itself, or a list of them, which is joined by semicolons.
    """

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, **values: object) -> "Message":
        shown = {name: "; ".join(value) if isinstance(value, list) else value for name, value in values.items()}
        message = super().__new__(cls, template % shown if values else template)
        message.template, message.values = template, values
        return message


def gettext_noop(template: str) -> str:
    """Return the template as it is. Whoever collects what is to be translated knows it by the name."""
    return template


def match_template(text: str, templates: Iterable[str]) -> Message:
    """Find the template that a stored English text was made of, and the values in it.

    A text that none of them makes is its own template, without values.
    """
    for template in templates:
        for wording in wordings_of(template):
            found = _pattern(wording).fullmatch(text)
            if found:
                return Message(template, **found.groupdict())
    return Message(text)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Return what texts of a template look like; each value is as short as it can be."""
    pieces = _PLACE.split(template)
    return re.compile(
        "".join(f"(?P<{piece}>.+?)" if at % 2 else re.escape(piece) for at, piece in enumerate(pieces)), re.DOTALL
    )
