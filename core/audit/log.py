"""What people did to rows that keep no record of it themselves: messages that a page says in its reader's language."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_noop

from core.audit.versions import column_of
from core.translation.messages import Message
from core.translation.rendering import in_source_words

#: What Django's own table of log entries has room for.
_NAME = LogEntry._meta.get_field("object_repr").max_length
_CHANGED = gettext_noop("%(what)s changed from %(before)s to %(after)s.")
_YES, _NO, _NOTHING = gettext_noop("yes"), gettext_noop("no"), gettext_noop("nothing")


def record(
    *,
    by: User | None,
    what: Model,
    did: str | Iterable[str],
    at: datetime | None = None,
) -> None:
    """Write down what a person did to a row, in the transaction in which it was done.

    `did` is a whole sentence that is marked for translation, with its values apart where it has any (a Message), or
    several. Nothing is written for a machine (`by` is None), whose results are rows of their own, nor where nothing
    was done (`did` is empty).
    """
    record_each(by=by, whats=[what], did=did, at=at)


def record_each(
    *, by: User | None, whats: Iterable[Model], did: str | Iterable[str], at: datetime | None = None
) -> None:
    """Write down one thing that a person did to each of several rows, in one statement."""
    if by is None or not did:
        return
    messages = json.dumps(write_messages(did), ensure_ascii=False)
    LogEntry.objects.bulk_create(
        [
            LogEntry(
                user_id=by.pk,
                content_type=ContentType.objects.get_for_model(what),
                object_id=str(what.pk),
                object_repr=in_source_words(what)[:_NAME],
                action_flag=CHANGE,
                change_message=messages,
                action_time=at or timezone.now(),
            )
            for what in whats
        ]
    )


def describe_changes(of: Model, before: Mapping[str, object]) -> list[Message]:
    """Return a message for each field that no longer has the value that it had before; none where none changed."""
    return [
        describe_change(column_of(of, name).verbose_name, old, getattr(of, name))
        for name, old in before.items()
        if getattr(of, name) != old
    ]


def describe_change(label: str | Promise, before: object, after: object) -> Message:
    """Return the message that says from what to what something was changed."""
    return Message(_CHANGED, what=in_source_words(label), before=_as_message(before), after=_as_message(after))


def write_messages(did: str | Iterable[str]) -> list[Any]:
    """Return messages as JSON stores them: each with its template and its values, in the order in which they are said."""
    said = [did] if isinstance(did, str) else did
    return [_write(each if isinstance(each, Message) else Message(each)) for each in said]


def read_messages(stored: str) -> list[Message] | None:
    """Return the messages that `record` wrote into this log entry's text; None for a text that it did not write."""
    try:
        given = json.loads(stored)
    except ValueError:
        return None
    is_ours = isinstance(given, list) and all(isinstance(each, dict) and "says" in each for each in given)
    return [_read(each) for each in given] if is_ours else None


def _write(value: object) -> object:
    if isinstance(value, Message):
        return {"says": value.template, "with": {name: _write(each) for name, each in value.values.items()}}
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _read(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if "day" in value:
        return date.fromisoformat(value["day"])
    return Message(value["says"], **{name: _read(each) for name, each in value["with"].items()})


def _as_message(value: object) -> str:
    if isinstance(value, bool):
        return Message(_YES if value else _NO)
    if value in (None, ""):
        return Message(_NOTHING)
    if isinstance(value, Promise):
        return Message("“%(words)s”", words=in_source_words(value))
    return f"“{value}”" if isinstance(value, str) else str(value)
