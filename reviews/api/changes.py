"""What became of verdicts: everything since a number, and whether given ones still stand."""

from enum import StrEnum
from typing import Any

from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.accounts.api_keys import Scope
from core.api.bodies import Body, Number, read_body
from core.api.parameters import BadParameters, check_known
from reviews import queries
from reviews.api import deliveries
from reviews.api.serializers import LedgerRef
from reviews.models import ChangeKind
from reviews.queries.annotated import AnnotatedVerdict
from reviews.ratings import Rating

#: Changes in one answer, and verdicts in one question.
PAGE, MOST = 100, 1_000
LARGEST = 2**63 - 1


class HeldStatus(StrEnum):
    """How a verdict that somebody holds stands now."""

    STANDS = "stands"
    ENDANGERED = "endangered"
    REAFFIRMED = "reaffirmed"
    REVERSED = "reversed"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


class ChangedClaim(serializers.Serializer):
    id = serializers.IntegerField()
    text = serializers.CharField()


class ChangedVerdict(serializers.Serializer):
    id = serializers.IntegerField()
    rating = serializers.ChoiceField(choices=Rating.choices)
    published_at = serializers.DateTimeField()
    ledger = LedgerRef()


class PreviousVerdict(serializers.Serializer):
    id = serializers.IntegerField()
    rating = serializers.ChoiceField(choices=Rating.choices)


class ChangeRow(serializers.Serializer):
    """One change in what is published of a claim, as it was at that moment: a row never changes."""

    id = serializers.IntegerField(help_text="Ascending. Ask for everything after the last one you have.")
    kind = serializers.ChoiceField(
        choices=ChangeKind.choices,
        help_text=(
            "`new`: the first verdict on a claim. `endangered`: a source of `verdict` changed and it is being judged again. "
            "`reaffirmed`: it stands, or a later verdict has the same rating. `reversed`: a later verdict has another "
            "rating. `withdrawn`: it was taken back without another one."
        ),
    )
    at = serializers.DateTimeField()
    claim = ChangedClaim()
    verdict: Any = ChangedVerdict(help_text="The verdict that stands after it; of a withdrawn one, that one.")
    previous: Any = PreviousVerdict(allow_null=True, help_text="The verdict that it superseded.")
    reason = serializers.CharField(
        help_text="What changed in the source, or why the verdict was withdrawn; often empty."
    )


class ChangePage(serializers.Serializer):
    """The changes after a number, oldest first."""

    results = ChangeRow(many=True)
    after = serializers.IntegerField(help_text="Ask with this number next time.")
    next = serializers.URLField(allow_null=True, help_text="Where there are more already.")


class HeldVerdicts(Body):
    """The numbers of verdicts that somebody holds."""

    verdicts = serializers.ListField(child=Number(max_value=LARGEST), min_length=1, max_length=MOST)


class StandingRow(serializers.Serializer):
    """How one verdict stands now."""

    id = serializers.IntegerField()
    status = serializers.ChoiceField(
        choices=[(standing.value, standing.value) for standing in HeldStatus],
        help_text=(
            "`stands`, or `endangered` while a changed source is weighed; `reaffirmed` or `reversed` once a later verdict "
            "has superseded it, by the rating of the newest one; `withdrawn` where the newest one was taken back; "
            "`unknown` where there is no such verdict."
        ),
    )
    stands = serializers.BooleanField()
    endangered = serializers.BooleanField(help_text="Whether the claim is being judged again since a source changed.")
    current = serializers.IntegerField(allow_null=True, help_text="The newest verdict on the claim.")
    rating = serializers.ChoiceField(choices=Rating.choices, allow_null=True, help_text="The rating of `current`.")


class StandingAnswer(serializers.Serializer):
    """One row for each number that was asked, in the same order."""

    results = StandingRow(many=True)
    after = serializers.IntegerField(
        help_text="The newest change that this answer knows of; follow the changes from it."
    )


class VerdictChanges(APIView):
    """What became of verdicts, oldest first, so that a program can continue where it left off."""

    @extend_schema(
        operation_id="verdicts_changes",
        parameters=[
            OpenApiParameter(
                "after", OpenApiTypes.INT64, description="Only changes after the one with this number. Default: 0."
            ),
            OpenApiParameter("page_size", OpenApiTypes.INT, description=f"From 1 to {MOST}. Default: {PAGE}."),
        ],
        responses=ChangePage,
    )
    def get(self, request: Request) -> Response:
        """New, endangered, reaffirmed, reversed and withdrawn verdicts after a number."""
        after, size = _asked(request)
        found = list(queries.changes(after=after)[: size + 1])
        page = found[:size]
        deliveries.hand_out(request, {change.verdict_id for change in page})
        last = page[-1].pk if page else after
        more = f"{request.build_absolute_uri(reverse('api-verdict-changes'))}?after={last}&page_size={size}"
        return Response(
            {
                "results": [queries.change_row(change) for change in page],
                "after": last,
                "next": more if len(found) > size else None,
            }
        )


class VerdictStatus(APIView):
    """Whether verdicts that somebody holds still stand. It writes nothing, and so every role may ask."""

    scope = Scope.READ

    @extend_schema(operation_id="verdicts_status", request=HeldVerdicts, responses=StandingAnswer)
    def post(self, request: Request) -> Response:
        """Ask whether up to 1,000 verdicts still stand."""
        ids = read_body(HeldVerdicts, request)["verdicts"]
        # Asked before the verdicts: a change in between comes again, and none is missed.
        after = queries.newest_change()
        known = {verdict.pk: verdict for verdict in queries.standing_of(ids)}
        return Response({"results": [_standing_row(pk, known.get(pk)) for pk in ids], "after": after})


def _standing_row(pk: int, verdict: AnnotatedVerdict | None) -> dict:
    if verdict is None:
        unknown = {"stands": False, "endangered": False, "current": None, "rating": None}
        return {"id": pk, "status": HeldStatus.UNKNOWN, **unknown}
    stands = verdict.current_id == pk and not verdict.is_withdrawn
    return {
        "id": pk,
        "status": _standing(verdict, stands=stands),
        "stands": stands,
        "endangered": verdict.is_endangered and not verdict.is_withdrawn,
        "current": verdict.current_id,
        "rating": verdict.current_rating,
    }


def _standing(verdict: AnnotatedVerdict, *, stands: bool) -> HeldStatus:
    if verdict.is_withdrawn:
        return HeldStatus.WITHDRAWN
    if stands:
        return HeldStatus.ENDANGERED if verdict.is_endangered else HeldStatus.STANDS
    return HeldStatus(ChangeKind.after(verdict.rating, verdict.current_rating))


class _Asked(serializers.Serializer):
    after = serializers.IntegerField(min_value=0, max_value=LARGEST, default=0)
    page_size = serializers.IntegerField(min_value=1, max_value=MOST, default=PAGE)


def _asked(request: Request) -> tuple[int, int]:
    """Return after which number how many changes are asked for. Raises BadParameters for anything else."""
    check_known(request, set(_Asked().fields))
    asked = _Asked(data=request.query_params.dict())
    if not asked.is_valid():
        raise BadParameters(asked.errors)
    return asked.validated_data["after"], asked.validated_data["page_size"]
