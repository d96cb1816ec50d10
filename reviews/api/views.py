"""The routes over articles, claims, verdicts and re-checks."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import mixins, serializers, status, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from claims import services as claim_services
from claims.api import MarkFilter, MarkSerializer, NewArticle, NewArticleInJson, OriginalOfArticle
from claims.models import Article, Claim, Mark
from claims.services import tie_to_original
from core.accounts.api_keys import Scope
from core.api import sparse
from core.api.bodies import read_body
from core.api.idempotency import IDEMPOTENCY_KEY, IdempotentPosts
from core.api.parameters import CURSOR, PAGE_SIZE, ROW_NUMBER
from core.api.sparse import SparseFields
from core.web.requests import user_of
from reviews import queries, services
from reviews.api import bodies, deliveries, rows
from reviews.api.filters import ArticleFilter, ClaimFilter, RecheckFilter, VerdictFilter
from reviews.api.serializers import (
    ArticleDetailSerializer,
    ArticleSerializer,
    ClaimSerializer,
    NewRecheck,
    RecheckSerializer,
    SimilarClaims,
    VerdictRow,
    WithdrawalReason,
)
from reviews.models import Recheck, Verdict
from reviews.queries.annotated import AnnotatedClaim
from sources.api import PARSERS

#: Parameters of the list of verdicts that say where a page begins and ends.
NARROWS_NOTHING = {"since", CURSOR, PAGE_SIZE, sparse.PARAMETER}


def claim_data(request: Request, ids: list[int], *, hands_out: bool = True) -> Any:
    """Return the claims with these numbers as dicts, in this order, as whoever asks may see them.

    `hands_out` tells whether they are sent, so that it is kept which verdicts a program holds.

    Numbers first and the rest after, because a sort would otherwise cut the quote out of every text it throws away.
    """
    found: dict[int, AnnotatedClaim] = {
        claim.pk: claim for claim in queries.in_full(Claim.objects.filter(pk__in=ids), user_of(request))
    }
    verdicts = rows.by_id([claim.verdict_id for claim in found.values() if claim.verdict_id])
    if hands_out:
        deliveries.hand_out(request, verdicts)
    return ClaimSerializer([found[pk] for pk in ids], many=True, context={"verdicts": verdicts}).data


class Articles(
    SparseFields, IdempotentPosts, mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet
):
    """Articles submitted for checking, newest first. Duplicates of another article are not listed."""

    lookup_value_regex = ROW_NUMBER
    parser_classes = PARSERS
    filterset_class = ArticleFilter
    rows_of = {
        "list": ArticleSerializer,
        "retrieve": ArticleDetailSerializer,
        "claims": ClaimSerializer,
        "marks": MarkSerializer,
    }

    def get_queryset(self) -> QuerySet[Article]:
        if self.action == "list":
            return queries.articles()
        return queries.with_progress(Article.objects.all()).defer(None)

    def get_serializer_class(self) -> type[serializers.Serializer]:
        return ArticleSerializer if self.action == "list" else ArticleDetailSerializer

    @extend_schema(
        request={"application/json": NewArticleInJson, "multipart/form-data": NewArticle},
        parameters=[IDEMPOTENCY_KEY],
        responses={
            201: ArticleDetailSerializer,
            200: OpenApiResponse(ArticleDetailSerializer, description="This text or address is already here."),
        },
    )
    def create(self, request: Request) -> Response:
        """Submit an article as text, a file or an address. It is split within seconds; poll it until `state` is DONE."""
        given = NewArticle(data=request.data)
        given.is_valid(raise_exception=True)
        submission = given.submit(by=user_of(request))
        article = self.get_queryset().get(pk=submission.article.pk)
        code = status.HTTP_201_CREATED if submission.is_new else status.HTTP_200_OK
        return Response(ArticleDetailSerializer(article).data, status=code)

    @extend_schema(request=OriginalOfArticle, responses=ArticleDetailSerializer)
    @action(detail=True, methods=["post"], serializer_class=OriginalOfArticle)
    def original(self, request: Request, pk: str) -> Response:
        """Say of which article this one is a translation, or with null that it is none. Its claims then show the original."""
        article = get_object_or_404(Article, pk=pk)
        given = OriginalOfArticle(data=request.data)
        given.is_valid(raise_exception=True)
        tie_to_original(by=user_of(request), article=article, original=given.validated_data["original"])
        return Response(ArticleDetailSerializer(self.get_queryset().get(pk=article.pk)).data)

    @extend_schema(responses=ClaimSerializer(many=True), operation_id="articles_claims_list")
    @action(detail=True, filterset_class=ClaimFilter, queryset=Claim.objects.all())
    def claims(self, request: Request, pk: str) -> Response:
        """Every claim in an article in reading order, including those not worth checking."""
        article = get_object_or_404(Article, pk=pk)
        self.ordering = ("start", "end", "pk")
        page = self.paginate_queryset(self.filter_queryset(article.claims.all()).values("pk", "start"))
        return self.get_paginated_response(claim_data(request, [row["pk"] for row in page or ()]))

    @extend_schema(
        request=bodies.NewClaim,
        parameters=[IDEMPOTENCY_KEY],
        operation_id="articles_claims_create",
        responses={201: ClaimSerializer},
        filters=False,
    )
    @claims.mapping.post
    def add_claim(self, request: Request, pk: str) -> Response:
        """Add a claim that stands on words of the article."""
        given = read_body(bodies.NewClaim, request)
        article = get_object_or_404(Article.objects.select_related("snapshot"), pk=pk)
        claim = claim_services.add_claim(by=user_of(request), article=article, at=timezone.now(), **given)
        return Response(claim_data(request, [claim.pk])[0], status=status.HTTP_201_CREATED)

    @extend_schema(responses=MarkSerializer(many=True), operation_id="articles_marks_list")
    @action(detail=True, filterset_class=MarkFilter, queryset=Mark.objects.all())
    def marks(self, request: Request, pk: str) -> Response:
        """Every number, date, name, quotation and superlative in an article, in reading order, with its state."""
        article = get_object_or_404(Article.objects.select_related("snapshot"), pk=pk)
        self.ordering = ("start", "end", "pk")
        page = self.paginate_queryset(self.filter_queryset(article.marks.all()))
        return self.get_paginated_response(
            MarkSerializer(page, many=True, context={"text": article.snapshot.text}).data
        )


class Claims(SparseFields, viewsets.GenericViewSet):
    """Claims of all articles, newest first."""

    lookup_value_regex = ROW_NUMBER
    queryset = Claim.objects.all()
    serializer_class = ClaimSerializer
    filterset_class = ClaimFilter
    rows_of = {"list": ClaimSerializer, "retrieve": ClaimSerializer}

    def list(self, request: Request) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()).values("pk"))
        return self.get_paginated_response(claim_data(request, [row["pk"] for row in page or ()]))

    @extend_schema(responses=SimilarClaims, filters=False)
    @action(detail=True)
    def similar(self, request: Request, pk: str) -> Response:
        """Claims in other articles that say the same or nearly the same, with their verdicts, and what others found."""
        claim = get_object_or_404(Claim, pk=pk)
        found = {"results": queries.similar_claims(claim), "external": queries.similar_fact_checks(claim)}
        return Response(SimilarClaims(found).data)


class Verdicts(SparseFields, IdempotentPosts, viewsets.GenericViewSet):
    """Published verdicts, newest first; with `since`, oldest first, so that a client can continue where it left off."""

    lookup_value_regex = ROW_NUMBER
    serializer_class = VerdictRow
    filterset_class = VerdictFilter
    rows_of = {"list": VerdictRow, "retrieve": VerdictRow}
    #: What a key needs to take one back.
    scope: Scope | None = None

    def get_queryset(self) -> QuerySet[Verdict]:
        return queries.published()

    @property
    def ordering(self) -> str:
        return "pk" if "since" in self.request.query_params else "-pk"

    def list(self, request: Request) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()).values("pk"))
        found = rows.by_id([row["pk"] for row in page or ()])
        self._hand_out(request, found)
        return self.get_paginated_response([found[row["pk"]] for row in page or ()])

    @extend_schema(filters=False)
    def retrieve(self, request: Request, pk: str) -> Response:
        get_object_or_404(Verdict, pk=pk)
        deliveries.hand_out(request, [int(pk)])
        return Response(rows.by_id([int(pk)])[int(pk)])

    @extend_schema(request=WithdrawalReason, parameters=[IDEMPOTENCY_KEY], responses=VerdictRow, filters=False)
    @action(detail=True, methods=["post"], scope=Scope.SIGN_OFF)
    def withdraw(self, request: Request, pk: str) -> Response:
        """Take a verdict back without another one, as an editor. Whoever holds it is told why; the claim is judged again."""
        verdict = get_object_or_404(Verdict, pk=pk)
        given = read_body(WithdrawalReason, request)
        services.withdraw_verdict(by=user_of(request), verdict=verdict, at=timezone.now(), **given)
        return Response(rows.by_id([verdict.pk])[verdict.pk])

    def _hand_out(self, request: Request, found: dict[int, dict]) -> None:
        """A page that nothing narrows has every verdict from its first to its last, whatever numbers were never given."""
        if found and set(request.query_params) <= NARROWS_NOTHING:
            deliveries.hand_out_all(request, min(found), max(found))
        else:
            deliveries.hand_out(request, found)


class Rechecks(IdempotentPosts, mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    """Re-checks of the sources of verdicts, newest first, with their results."""

    lookup_value_regex = ROW_NUMBER
    serializer_class = RecheckSerializer
    filterset_class = RecheckFilter

    def get_queryset(self) -> QuerySet[Recheck]:
        return queries.rechecks()

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        return super().filter_queryset(queries.visible_rechecks(queryset, user_of(self.request)))

    @extend_schema(request=NewRecheck, parameters=[IDEMPOTENCY_KEY], responses={201: RecheckSerializer(many=True)})
    def create(self, request: Request) -> Response:
        """Re-check every citation of a claim now."""
        given = NewRecheck(data=request.data)
        given.is_valid(raise_exception=True)
        citations = queries.citations_for(given.validated_data["claim"], user_of(request))
        requested = services.request_rechecks(citations=citations, at=timezone.now(), by=user_of(request))
        if not requested:
            raise serializers.ValidationError(
                {"claim": ["This claim has no citations yet, so there is nothing to re-check."]}
            )
        return Response(RecheckSerializer(requested, many=True).data, status=status.HTTP_201_CREATED)
