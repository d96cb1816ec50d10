"""Messages and stored words of the program, said in the language of whoever reads the page."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from core.translation.earlier_wordings import worded_today
from core.translation.messages import Message, match_template

#: What stands between messages that are listed in one.
SEMICOLON = _("; ")


def translated(message: str) -> str:
    """Return a message in the reader's language; one that nobody translated, as it is."""
    if not isinstance(message, Message):
        return gettext(worded_today(message)) if message else ""
    template = translated(message.template)
    return template % {name: _value(value) for name, value in message.values.items()} if message.values else template


def translate_stored(stored: str, templates: Iterable[str]) -> str:
    """Return a message that was stored in English in the reader's language, by the templates it may be made of."""
    return translated(match_template(stored, templates))


def message_of(refused: Exception) -> str:
    """Return what an exception says, in the reader's language."""
    return translated(refused.args[0] if refused.args else str(refused))


def day_in_words(day: date) -> str:
    """Return a day as it is written out in a sentence of the reader's language: 7 September 2022."""
    # Translators: how a day is written out, in the letters of Django's date filter.
    return date_format(day, gettext("j F Y"))


def in_source_words(label: object) -> Message:
    """Return a label, or the name of a row, as it stands in the program, to be stored and said in another language later."""
    with override(None):
        return Message(str(label))


def in_english(text: str) -> SafeString:
    """Return as HTML what is English for every reader: an article's words, or what the rules wrote down."""
    return format_html('<span lang="en">{}</span>', text)


def _value(value: object) -> object:
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, list):
        return gettext(SEMICOLON).join(map(translated, value))
    return translated(value) if isinstance(value, Message) else value
