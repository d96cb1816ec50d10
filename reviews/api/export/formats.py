"""The formats of the exports, by name."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field

from django.db.models.expressions import Combinable

from reviews.api.export.atom import as_atom
from reviews.api.export.linked import as_annotations, as_claim_reviews, as_data_feed
from reviews.api.export.parquet import as_parquet, check_installed
from reviews.api.export.texts import Chunks, as_csv, as_json, as_ndjson
from reviews.api.export.workbooks import as_xlsx
from reviews.api.rows import citations_in_place


@dataclass(frozen=True)
class Format:
    """How to write rows, what to call the result in a header, and which rows it has.

    `only_standing` leaves out verdicts that were superseded; `more` is what a row has beside or instead of its fields.
    `check` raises ParquetMissing where the format cannot be written here.
    """

    write: Callable[[Chunks], Generator[bytes]]
    content_type: str
    only_standing: bool = False
    newest_first: bool = False
    more: dict[str, str | Combinable] = field(default_factory=dict)
    check: Callable[[], None] = lambda: None


#: By the name in the address and the option of the command.
FORMATS: dict[str, Format] = {
    "json": Format(as_json, "application/json"),
    "ndjson": Format(as_ndjson, "application/x-ndjson"),
    "csv": Format(as_csv, "text/csv; charset=utf-8; header=present"),
    "xlsx": Format(as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "parquet": Format(as_parquet, "application/vnd.apache.parquet", check=check_installed),
    "claimreview.jsonld": Format(as_claim_reviews, "application/ld+json", only_standing=True),
    "datafeed.jsonld": Format(as_data_feed, "application/ld+json", only_standing=True),
    "annotations.jsonld": Format(
        as_annotations,
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        more={"citations": citations_in_place()},
    ),
    "atom": Format(
        as_atom,
        "application/atom+xml; charset=utf-8",
        newest_first=True,
        more={"superseded_rating": "supersedes__rating"},
    ),
}
