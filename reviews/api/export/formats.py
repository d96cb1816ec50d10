"""The formats of the exports, by name."""

from collections.abc import Callable, Generator
from dataclasses import dataclass

from django.db.models.expressions import Combinable

from core.admin.workbooks import MEDIA_TYPE as XLSX
from reviews.api.export.atom import as_atom
from reviews.api.export.linked import as_annotations, as_claim_reviews, as_data_feed
from reviews.api.export.parquet import as_parquet, check_installed
from reviews.api.export.texts import Chunks, as_csv, as_json, as_ndjson
from reviews.api.export.workbooks import as_xlsx
from reviews.api.rows import as_csv_line, citations_in_place
from reviews.api.rows import as_json as as_json_row


@dataclass(frozen=True)
class Format:
    """How to write rows, what to call the result in a header, and which rows it has.

    `only_standing` leaves out verdicts that were superseded; `row` is what is asked of the database for each.
    `check` raises ParquetMissing where the format cannot be written here.
    """

    write: Callable[[Chunks], Generator[bytes]]
    content_type: str
    only_standing: bool = False
    newest_first: bool = False
    row: Combinable | None = None
    check: Callable[[], None] = lambda: None


#: By the name in the address and the option of the command.
FORMATS: dict[str, Format] = {
    "json": Format(as_json, "application/json"),
    "ndjson": Format(as_ndjson, "application/x-ndjson"),
    "csv": Format(as_csv, "text/csv; charset=utf-8; header=present", row=as_csv_line()),
    "xlsx": Format(as_xlsx, XLSX),
    "parquet": Format(as_parquet, "application/vnd.apache.parquet", check=check_installed),
    "claimreview.jsonld": Format(as_claim_reviews, "application/ld+json", only_standing=True),
    "datafeed.jsonld": Format(as_data_feed, "application/ld+json", only_standing=True),
    "annotations.jsonld": Format(
        as_annotations,
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        row=as_json_row(citations=citations_in_place()),
    ),
    "atom": Format(
        as_atom,
        "application/atom+xml; charset=utf-8",
        newest_first=True,
        row=as_json_row(superseded_rating="supersedes__rating"),
    ),
}
