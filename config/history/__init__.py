"""The history of a row as editors read it: who did what to it when, from everything that was written down about it.

What people did to rows that keep no record themselves is a line of `core.audit.log.record`. All else is read from the
rows that are only ever added: moves, judgements, verdicts, re-checks, results, deliveries.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Model, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, LPad
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from config.history.event_source import EventSource
from config.history.rows import EVENT_SOURCES, log_entries

PAGE = 50
#: Who did what nobody did.
MACHINE = "Plumbline"
NOTHING = Value("", output_field=TextField())


@dataclass(frozen=True)
class HistoryEvent:
    """One line of a history: when, who, and what was done, in sentences of HTML in the reader's language."""

    at: datetime
    by: str
    did: SafeString


def events_of(row: Model, *, page: int = 1) -> list[HistoryEvent]:
    """Return the events of one page, newest first, and one of the next page where there is one: PAGE + 1 at most.

    One query, however many kinds of rows tell of it. Raises KeyError for a row that editors cannot open.
    """
    sources = [log_entries(row), *EVENT_SOURCES[type(row)](row)]
    first, *others = [_source_query(number, source) for number, source in enumerate(sources)]
    start = (page - 1) * PAGE
    found = first.union(*others, all=True).order_by("-told_at", "-told_in", "-told_by_row")[start : start + PAGE + 1]
    return [HistoryEvent(at, who or MACHINE, _said(sources[number], texts)) for number, at, _row, who, *texts in found]


def _said(source: EventSource, texts: list[str]) -> SafeString:
    return conditional_escape(_(source.says) if isinstance(source.says, str) else source.says(*texts))


def _source_query(number: int, source: EventSource) -> QuerySet:
    named: list[Combinable] = [Coalesce(Cast(F(text), TextField()), NOTHING) for text in source.texts]
    blank: list[Combinable] = [NOTHING] * (3 - len(named))
    texts = dict(zip(("told_first", "told_second", "told_third"), named + blank, strict=True))
    who = Coalesce(Cast(F(f"{source.by}__username"), TextField()), NOTHING) if source.by else NOTHING
    return (
        source.rows.filter(**{f"{source.at}__isnull": False})
        .order_by()
        .annotate(
            told_in=Value(number),
            told_at=F(source.at),
            told_by_row=LPad(Cast(F("pk"), TextField()), 20, Value("0")),
            told_by=who,
            **texts,
        )
        .values_list("told_in", "told_at", "told_by_row", "told_by", *texts)
    )
