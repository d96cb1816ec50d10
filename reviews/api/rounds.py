"""Reviews, and what editors decide of them: sign off, send back, close without a verdict."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema
from rest_framework import mixins, status, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.accounts.api_keys import Scope
from core.api.bodies import read_body
from core.api.idempotency import IDEMPOTENCY_KEY, IdempotentPosts
from core.api.parameters import ROW_NUMBER
from core.api.permissions import ForStaff
from core.web.filters import IdFilter
from core.web.preconditions import IF_MATCH, PreconditionFailed, check_match, tagged
from core.web.requests import user_of
from reviews import queries, services
from reviews.api import bodies, rows
from reviews.api.claim_work import shown_review
from reviews.api.serializers import VerdictRow
from reviews.api.work_rows import ReviewRow
from reviews.models import Review


class ReviewFilter(filters.FilterSet):
    claim = IdFilter(field_name="claim_id")
    article = IdFilter(field_name="claim__article_id")

    class Meta:
        model = Review
        fields = ("status", "reason")


class Reviews(IdempotentPosts, mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    """Reviews of claims, newest first. What others judge in a blind one is shown once your own judgement is in."""

    lookup_value_regex = ROW_NUMBER
    permission_classes = (ForStaff,)
    serializer_class = ReviewRow
    filterset_class = ReviewFilter
    #: What a key needs for the decisions.
    scope: Scope | None = None

    def get_queryset(self) -> QuerySet[Review]:
        return queries.all_rounds()

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "person": user_of(self.request)}

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self._answer(request, self.get_object())

    @extend_schema(request=bodies.Nothing, parameters=[IF_MATCH, IDEMPOTENCY_KEY], responses={201: VerdictRow})
    @action(detail=True, methods=["post"], url_path="sign-off", scope=Scope.SIGN_OFF)
    def sign_off(self, request: Request, pk: str) -> Response:
        """Publish what the judgements came to, in the state that `If-Match` names: the ETag of the review."""
        read_body(bodies.Nothing, request)
        verdict = self._decide(request, pk, services.sign_off)
        headers = {"Location": f"/api/v1/verdicts/{verdict.pk}/"}
        return Response(rows.by_id([verdict.pk])[verdict.pk], status=status.HTTP_201_CREATED, headers=headers)

    @extend_schema(request=bodies.Note, parameters=[IF_MATCH, IDEMPOTENCY_KEY], responses={200: ReviewRow})
    @action(detail=True, methods=["post"], url_path="return", scope=Scope.SIGN_OFF)
    def send_back(self, request: Request, pk: str) -> Response:
        """Send a review back to its analysts, with what they should change."""
        self._decide(request, pk, services.return_review, **read_body(bodies.Note, request))
        return self._answer(request, self.get_object())

    @extend_schema(request=bodies.Note, parameters=[IF_MATCH, IDEMPOTENCY_KEY], responses={200: ReviewRow})
    @action(detail=True, methods=["post"], scope=Scope.SIGN_OFF)
    def abandon(self, request: Request, pk: str) -> Response:
        """Close a review without a verdict, with the reason."""
        self._decide(request, pk, services.abandon_review, **read_body(bodies.Note, request))
        return self._answer(request, self.get_object())

    def _decide(self, request: Request, pk: str, act: Callable[..., Any], **given: Any) -> Any:
        """Run one service over the review in the state that was read. Raises PreconditionFailed where it moved since."""
        review = get_object_or_404(self.get_queryset(), pk=pk)
        check_match(request, shown_review(request, review))
        try:
            return act(by=user_of(request), review=review, at=timezone.now(), **given)
        except services.SomeoneElseWasFirst as moved:
            raise PreconditionFailed(str(moved)) from moved

    def _answer(self, request: Request, review: Review) -> Response:
        return tagged(shown_review(request, review))
