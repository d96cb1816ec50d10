"""Sentences and stored words of the program, said in the language of whoever reads the page."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from core.translation.messages import Sentence, recognised

#: What stands between sentences that are listed in one.
SEMICOLON = _("; ")


def translated(sentence: str) -> str:
    """Return a sentence in the reader's language; one that nobody translated, as it is."""
    if not isinstance(sentence, Sentence):
        return gettext(sentence) if sentence else ""
    words = translated(sentence.template)
    return words % {name: _value(value) for name, value in sentence.values.items()} if sentence.values else words


def translated_again(stored: str, templates: Iterable[str]) -> str:
    """Return a sentence that was stored in English in the reader's language, by the templates it may be made of."""
    return translated(recognised(stored, templates))


def reason_of(refused: Exception) -> str:
    """Return what an exception says, in the reader's language."""
    return translated(refused.args[0] if refused.args else str(refused))


def day_in_words(day: date) -> str:
    """Return a day as it is written out in a sentence of the reader's language: 7 September 2022."""
    # Translators: how a day is written out, in the letters of Django's date filter.
    return date_format(day, gettext("j F Y"))


def in_source_words(label: object) -> Sentence:
    """Return a label, or the name of a row, as it stands in the program, to be stored and said in another language later."""
    with override(None):
        return Sentence(str(label))


def in_english(text: str) -> SafeString:
    """Return as HTML what is English for every reader: an article's words, or what the rules wrote down."""
    return format_html('<span lang="en">{}</span>', text)


def _value(value: object) -> object:
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, list):
        return gettext(SEMICOLON).join(map(translated, value))
    return translated(value) if isinstance(value, Sentence) else value
