"""A verdict as JSON: the one shape that the API, the exports and the command give out.

PostgreSQL spells it, since the same rows built here from their columns took three times as long.
"""

import json
from collections.abc import Iterator
from itertools import islice

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    Case,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    Func,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    When,
)
from django.db.models import Value as Name
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from core.accounts.policies import Role
from core.admin.spreadsheets import CsvLine, Disarmed
from core.web.one_moment import one_moment
from reviews import queries
from reviews.models import Judgement, Verdict, VerdictCitation
from reviews.queries.rounds import STANDS

#: Verdicts per fetch of an export: enough that a fetch costs little, few enough that memory stays flat.
CHUNK = 2000


class JsonObject(Func):
    """A JSON object with these names and values, in this order; Django's own gives jsonb, which keeps no order."""

    function = "json_build_object"
    output_field = TextField()

    def __init__(self, **fields: str | Combinable) -> None:
        super().__init__(*(part for name, value in fields.items() for part in (Name(name), value)))


class Moment(Func):
    """A moment in UTC as ISO 8601 that ends in Z."""

    template = """to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
    output_field = DateTimeField()


def chunks(
    verdicts: QuerySet[Verdict], *, newest_first: bool = False, row: Combinable | None = None
) -> Iterator[list[str]]:
    """Yield these verdicts of `queries.published()` as JSON texts, by CHUNK, oldest first unless asked otherwise.

    `row` is another text for each of them than that of the API. One cursor on the server reads them all as they were at
    one moment; a reader may pause as `one_moment` has it.
    """
    with one_moment():
        texts = _texts(verdicts.order_by("-pk" if newest_first else "pk"), row or as_json()).iterator(chunk_size=CHUNK)
        while chunk := list(islice(texts, CHUNK)):
            yield chunk


def by_id(ids: list[int]) -> dict[int, dict]:
    """Return the verdicts with these numbers as dicts, by number."""
    return {row["id"]: row for row in map(json.loads, _texts(queries.published().filter(pk__in=ids), as_json()))}


def citations_in_place() -> Func:
    """The citations of a verdict as JSON, each with what stands around its quote."""
    return _list_of(_citations(prefix="citation__prefix", suffix="citation__suffix"))


def _texts(verdicts: QuerySet[Verdict], row: Combinable) -> QuerySet:
    return verdicts.prefetch_related(None).values_list(Cast(row, TextField()), flat=True)


def as_json(**more: str | Combinable) -> JsonObject:
    """A verdict in the shape of the API; `more` are fields beside its own, or instead of some."""
    fields: dict[str, str | Combinable] = dict(
        id="pk",
        claim=JsonObject(
            id="claim_id",
            text="claim__text",
            article=JsonObject(
                id="claim__article_id",
                title="claim__article__title",
                url="claim__article__snapshot__document__url",
                published_on="claim__article__published_on",
            ),
        ),
        rating="rating",
        rationale="rationale",
        citations=_list_of(_citations()),
        round="review__round",
        supersedes="supersedes_id",
        superseded_by="superseded_by__pk",
        stands=stands(),
        endangered=endangered(),
        withdrawn_at=Moment("withdrawal__at"),
        published_at=Moment("published_at"),
        **_people(),
        rules_version="ledger_entry__payload__rules_version",
        coverage=Case(
            When(marks_total=None, then=None),
            default=JsonObject(settled="marks_settled", total="marks_total"),
            output_field=TextField(),
        ),
        ledger=JsonObject(seq="ledger_entry__seq", hash="ledger_entry__hash"),
    )
    return JsonObject(**{**fields, **more})


def as_csv_line() -> CsvLine:
    """A verdict as a line under `columns.COLUMNS` and `citations`, which is JSON."""
    people = _people()
    if settings.PLUMBLINE_PEOPLE != "roles":
        people = {**people, "signed_off_by": _Text("ledger_entry__payload__signed_off_by")}
    return CsvLine(
        "pk",
        "claim_id",
        Disarmed("claim__text"),
        "claim__article_id",
        Disarmed("claim__article__title"),
        Disarmed("claim__article__snapshot__document__url"),
        "claim__article__published_on",
        "rating",
        Disarmed("rationale"),
        "review__round",
        "supersedes_id",
        "superseded_by__pk",
        stands(),
        endangered(),
        Moment("published_at"),
        "ledger_entry__seq",
        "ledger_entry__hash",
        Disarmed(_Joined(people["judged_by"])),
        Disarmed(people["signed_off_by"]),
        _Text("ledger_entry__payload__rules_version"),
        "marks_settled",
        "marks_total",
        Moment("withdrawal__at"),
        _list_of(_citations()),
    )


def stands() -> ExpressionWrapper:
    """Whether no later verdict has replaced it, and no editor withdrawn it."""
    return _condition(STANDS)


def endangered() -> ExpressionWrapper:
    """Whether a source has changed. What was replaced is past danger: the open round is about the verdict that stands."""
    return _condition(STANDS & Q(is_endangered=True))


class _Text(Func):
    """The text of a JSON string. Django's own KT asks the number of the entry, and not its payload, for the words."""

    template = "((%(expressions)s) #>> '{}')"
    output_field = TextField()


class _Joined(Func):
    """The texts of a JSON array as one text."""

    template = "array_to_string(ARRAY(SELECT json_array_elements_text((%(expressions)s)::json)), ', ')"
    output_field = TextField()


def _people() -> dict[str, str | Combinable]:
    """Who judged and who signed off, as far as this site says it."""
    return _roles() if settings.PLUMBLINE_PEOPLE == "roles" else _names()


def _names() -> dict[str, str | Combinable]:
    """Who judged and who signed off, as the ledger entry names them."""
    return {
        "judged_by": "ledger_entry__payload__judged_by",
        "signed_off_by": "ledger_entry__payload__signed_off_by",
    }


def _roles() -> dict[str, str | Combinable]:
    """In what role each of those acted: analysts judge, an editor decides between two of them and signs off."""
    decided = Judgement.objects.filter(review=OuterRef("review"), adjudicates=True, withdrawn_at=None)
    role = Case(When(Exists(decided), then=Name(str(Role.EDITOR))), default=Name(str(Role.ANALYST)))
    return {
        "judged_by": Func(
            role,
            "ledger_entry__payload__judged_by",
            template="to_json(array_fill(%(expressions)s)]))",
            arg_joiner="::text, ARRAY[jsonb_array_length(",
            output_field=TextField(),
        ),
        "signed_off_by": Name(str(Role.EDITOR)),
    }


def _list_of(rows: QuerySet) -> Func:
    return Func(ArraySubquery(rows), function="array_to_json", output_field=TextField())


def _citations(**more: str) -> QuerySet[VerdictCitation]:
    return (
        VerdictCitation.objects.filter(verdict=OuterRef("pk"))
        .order_by("citation_id")
        .values_list(
            JsonObject(
                id="citation_id",
                quote="citation__quote",
                start="citation__start",
                end="citation__end",
                stance="citation__stance",
                health="citation__health",
                source=JsonObject(
                    id="citation__snapshot__document_id",
                    title="citation__snapshot__document__title",
                    publisher="citation__snapshot__document__publisher",
                    url="citation__snapshot__document__url",
                    grade="citation__snapshot__document__grade",
                ),
                snapshot=JsonObject(
                    id="citation__snapshot_id",
                    sha256="citation__snapshot__blob_id",
                    captured_at=Moment("citation__snapshot__captured_at"),
                ),
                **more,
            )
        )
    )


def _condition(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, output_field=BooleanField())
