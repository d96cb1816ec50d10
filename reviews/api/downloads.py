"""The addresses of the exports."""

from typing import Any

from django.http import StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from core.api.parameters import BadParameters
from core.web.requests import user_of
from reviews import queries
from reviews.api import deliveries, download_slots
from reviews.api.export.formats import FORMATS
from reviews.api.export.parquet import ParquetMissing
from reviews.api.export.rows_counted import counted
from reviews.api.feed import ATOM, feed_page
from reviews.api.rows import chunks
from reviews.api.serializers import VerdictRow

#: Parameters of an export: the part of it that a reader asks for.
RANGE = ("after", "until")


class AsAddressed(BaseContentNegotiation):
    """The address names the format already, so that no `Accept` is refused; what is refused is said in JSON."""

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        return renderers[0], renderers[0].media_type


class ExportVerdicts(APIView):
    """Every verdict in the order of publication, as one stream that is complete or breaks off visibly."""

    content_negotiation_class = AsAddressed

    @extend_schema(
        operation_id="export_verdicts",
        parameters=[
            OpenApiParameter("kind", str, OpenApiParameter.PATH, enum=[kind for kind in FORMATS if kind != "atom"]),
            OpenApiParameter(
                "after", int, description="Only verdicts after the one with this ID: where a broken download goes on."
            ),
            OpenApiParameter(
                "until", int, description="Only verdicts up to this ID: `X-Last-Verdict` of the broken download."
            ),
        ],
        responses={
            (200, "application/json"): VerdictRow(many=True),
            (200, "application/x-ndjson"): OpenApiResponse(OpenApiTypes.STR, description="One verdict per line."),
            (200, "text/csv"): OpenApiResponse(OpenApiTypes.STR, description="RFC 4180, with a header line."),
            (200, "application/ld+json"): OpenApiResponse(
                OpenApiTypes.OBJECT, description="ClaimReview, a DataFeed of ClaimReviews, or Web Annotations."
            ),
            (200, "application/octet-stream"): OpenApiResponse(
                OpenApiTypes.BINARY, description="A workbook (XLSX), or Parquet."
            ),
            429: OpenApiResponse(description=f"{download_slots.AT_ONCE} downloads by this user are already running."),
        },
    )
    def get(self, request: Request, kind: str) -> StreamingHttpResponse:
        """Download every verdict. `X-Total-Count` gives the number of verdicts in a complete download."""
        _refuse_others(request, known=RANGE)
        after, until = _number(request, "after"), _number(request, "until")
        wanted = FORMATS[kind]
        try:
            wanted.check()
        except ParquetMissing as refused:
            raise NotFound(str(refused)) from refused
        found = queries.exported(after=after or 0, until=until, only_standing=wanted.only_standing)
        slot = download_slots.take(user_of(request))
        if found.count:
            deliveries.hand_out_all(request, (after or 0) + 1, found.last)
        return StreamingHttpResponse(
            download_slots.Download(wanted.write(counted(chunks(found.verdicts, row=wanted.row), form=kind)), slot),
            content_type=wanted.content_type,
            headers={
                "Content-Disposition": f'attachment; filename="verdicts.{kind}"',
                "X-Total-Count": str(found.count),
                "X-Last-Verdict": str(found.last),
            },
        )


class VerdictFeed(APIView):
    """New and reversed verdicts, newest first, a page at a time."""

    content_negotiation_class = AsAddressed

    @extend_schema(
        operation_id="verdict_feed",
        parameters=[
            OpenApiParameter("before", int, description="Only verdicts before the one with this ID; see `next`.")
        ],
        responses={(200, "application/atom+xml"): OpenApiResponse(OpenApiTypes.STR, description="RFC 4287, RFC 5005.")},
    )
    def get(self, request: Request) -> StreamingHttpResponse:
        """Read the feed. Its entries are `new`, `reaffirmed` or `reversed`, as their category says."""
        _refuse_others(request, known=("before",))
        page = feed_page(before=_number(request, "before"))
        deliveries.hand_out(request, page.numbers)
        stream = page.write(address=request.build_absolute_uri(request.path), here=request.build_absolute_uri())
        return StreamingHttpResponse(stream, content_type=ATOM.content_type)


def _refuse_others(request: Request, *, known: tuple[str, ...]) -> None:
    if unknown := sorted(set(request.query_params) - set(known)):
        told = (
            "An export contains every verdict and does not accept this. Leave it out, or use /api/v1/verdicts/, which "
            f"can be filtered. An export accepts {' and '.join(known)}, the ID of a verdict."
        )
        raise BadParameters({name: [told] for name in unknown})


def _number(request: Request, name: str) -> int | None:
    """Return the ID of a verdict that a parameter gives, or None where it is not there. Raises BadParameters."""
    given = request.query_params.getlist(name)
    if not given:
        return None
    if len(given) > 1 or not given[0].isascii() or not given[0].isdigit() or len(given[0]) > 18:
        raise BadParameters({name: ["Give the ID of one verdict, a whole number."]})
    return int(given[0])
