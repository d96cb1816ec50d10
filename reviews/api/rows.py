"""A verdict as plain values: the one shape that the API, the exports and the command give out."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from reviews import queries
from reviews.models import Verdict, VerdictCitation

#: Verdicts per query of an export: enough that the queries cost little, few enough that memory stays flat.
CHUNK = 1000

_VERDICT = (
    "pk",
    "claim_id",
    "claim__text",
    "claim__article_id",
    "claim__article__title",
    "claim__article__snapshot__document__url",
    "claim__article__published_on",
    "rating",
    "rationale",
    "review__round",
    "supersedes_id",
    "superseded_by",
    "is_endangered",
    "published_at",
    "ledger_entry__seq",
    "ledger_entry__hash",
)
_CITATION = (
    "verdict_id",
    "citation_id",
    "citation__quote",
    "citation__start",
    "citation__end",
    "citation__stance",
    "citation__health",
    "citation__snapshot__document_id",
    "citation__snapshot__document__title",
    "citation__snapshot__document__publisher",
    "citation__snapshot__document__url",
    "citation__snapshot__document__grade",
    "citation__snapshot_id",
    "citation__snapshot__blob_id",
    "citation__snapshot__captured_at",
)


def verdict_rows(verdicts: QuerySet[Verdict]) -> list[dict]:
    """This function will return these verdicts of `queries.published()` as dicts, with two queries in all."""
    found = list(verdicts.prefetch_related(None).values_list(*_VERDICT))
    cited = _citations([values[0] for values in found])
    return [_verdict(values, cited[values[0]]) for values in found]


def chunks(verdicts: QuerySet[Verdict]) -> Iterator[list[dict]]:
    """This function will yield the rows of these verdicts by CHUNK, in the order of publication, each chunk by key.

    No transaction and no cursor stay open in between, so that a slow reader holds up nobody.
    """
    rows = verdict_rows(verdicts.order_by("pk")[:CHUNK])
    while rows:
        yield rows
        more = len(rows) == CHUNK
        rows = verdict_rows(verdicts.order_by("pk").filter(pk__gt=rows[-1]["id"])[:CHUNK]) if more else []


def by_id(ids: list[int]) -> dict[int, dict]:
    """This function will return the rows of the verdicts with these numbers, by number."""
    return {row["id"]: row for row in verdict_rows(queries.published().filter(pk__in=ids))}


def _citations(verdict_ids: list[int]) -> dict[int, list[dict]]:
    """The citations of each verdict, oldest first."""
    cited = defaultdict(list)
    rows = VerdictCitation.objects.filter(verdict__in=verdict_ids).order_by("verdict_id", "citation_id")
    for verdict_id, *values in rows.values_list(*_CITATION):
        cited[verdict_id].append(_citation(*values))
    return cited


def _verdict(values: tuple, citations: list[dict]) -> dict:
    (pk, claim, text, article, title, url, published_on, rating, rationale, round_, *rest) = values
    (supersedes, superseded_by, is_endangered, published_at, seq, hash_) = rest
    return {
        "id": pk,
        "claim": {
            "id": claim,
            "text": text,
            "article": {
                "id": article,
                "title": title,
                "url": url,
                "published_on": published_on and published_on.isoformat(),
            },
        },
        "rating": rating,
        "rationale": rationale,
        "citations": citations,
        "round": round_,
        "supersedes": supersedes,
        "superseded_by": superseded_by,
        "stands": superseded_by is None,
        # A verdict that was replaced is past danger: the round that is open is about the one that stands.
        "endangered": is_endangered and superseded_by is None,
        "published_at": moment(published_at),
        "ledger": {"seq": seq, "hash": hash_},
    }


def _citation(
    pk: int,
    quote: str,
    start: int,
    end: int,
    stance: str,
    health: str,
    source: int,
    title: str,
    publisher: str,
    url: str,
    grade: str,
    snapshot: int,
    sha256: str,
    captured_at: datetime,
) -> dict:
    return {
        "id": pk,
        "quote": quote,
        "start": start,
        "end": end,
        "stance": stance,
        "health": health,
        "source": {"id": source, "title": title, "publisher": publisher, "url": url, "grade": grade},
        "snapshot": {"id": snapshot, "sha256": sha256, "captured_at": moment(captured_at)},
    }


def moment(at: datetime) -> str:
    """This function will return a moment in UTC as ISO 8601 ending in Z, as the rest of the API writes it."""
    return at.isoformat().removesuffix("+00:00") + "Z"
