"""The addresses of the exports."""

from typing import Any

from django.http import StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from core.web.requests import user_of
from reviews import queries
from reviews.api import deliveries, download_slots
from reviews.api.export import FORMATS
from reviews.api.rows import chunks
from reviews.api.serializers import VerdictRow


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
        parameters=[OpenApiParameter("kind", str, OpenApiParameter.PATH, enum=list(FORMATS))],
        responses={
            (200, "application/json"): VerdictRow(many=True),
            (200, "application/x-ndjson"): OpenApiResponse(OpenApiTypes.STR, description="One verdict per line."),
            (200, "text/csv"): OpenApiResponse(OpenApiTypes.STR, description="RFC 4180, with a header line."),
            429: OpenApiResponse(description=f"{download_slots.AT_ONCE} downloads by this user are already running."),
        },
    )
    def get(self, request: Request, kind: str) -> StreamingHttpResponse:
        """Download every verdict. `X-Total-Count` gives the number of rows in a complete download."""
        if request.query_params:
            raise ValidationError(
                f"An export contains every verdict and does not accept {', '.join(sorted(request.query_params))}. "
                "Leave it out, or use /api/v1/verdicts/, which can be filtered."
            )
        write, content_type = FORMATS[kind]
        verdicts, count = queries.published_so_far()
        slot = download_slots.take(user_of(request))
        if newest := verdicts.order_by("-pk").values_list("pk", flat=True).first():
            deliveries.hand_out_all(request, 1, newest)
        return StreamingHttpResponse(
            download_slots.Download(write(chunks(verdicts)), slot),
            content_type=content_type,
            headers={
                "Content-Disposition": f'attachment; filename="verdicts.{kind}"',
                "X-Total-Count": str(count),
            },
        )
