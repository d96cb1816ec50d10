"""Handing in articles and sources by program, and claims, citations and findings as programs read them."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django_filters import rest_framework as filters
from drf_spectacular.utils import OpenApiResponse, extend_schema, extend_schema_field
from rest_framework import mixins, serializers, status, viewsets
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from claims import services
from claims.language.kinds import ClaimKind, FindingKind
from claims.models import LONGEST_REASON, Article, Claim, Finding, Mark
from core.api.bodies import Body, Words, read_body
from core.api.idempotency import IDEMPOTENCY_KEY, IdempotentPosts
from core.api.parameters import ROW_NUMBER
from core.web.filters import IdFilter
from core.web.preconditions import IF_MATCH, check_match, tagged
from core.web.requests import user_of
from sources.api import OneWayIn, SnapshotSerializer, Sources, TextField, UploadField
from sources.forms import upload_of
from sources.models import Document

KIND_CHOICES = [(kind.value, kind.value) for kind in ClaimKind]


class NewArticle(OneWayIn):
    """An article to check, given as text, a file or an address."""

    ways_in = ("text", "file", "url")

    text = TextField(required=False, trim_whitespace=False)
    published_on = serializers.DateField(required=False, allow_null=True, default=None)
    readers = serializers.IntegerField(
        source="judgements_required",
        required=False,
        default=1,
        min_value=1,
        max_value=2,
        help_text="Judgements per claim. Two judgements are given independently.",
    )

    def submit(self, *, by: User) -> services.Submission:
        """Hand the article in. Raises what the service refuses."""
        given = dict(self.validated_data)
        file = given.pop("file", None)
        return services.submit_article(by=by, at=timezone.now(), upload=file and upload_of(file), **given)


class NewArticleInJson(NewArticle):
    """An article to check, given as text or an address, as JSON, which carries no file."""

    file = None  # type: ignore[assignment]  # how the framework takes an inherited field away


class OriginalOfArticle(Body):
    """The article that another one is a translation of; null where it is none."""

    original = serializers.PrimaryKeyRelatedField(queryset=Article.objects.all(), allow_null=True)


class NewVersion(Body):
    """A new version of an uploaded source."""

    file = UploadField()


class CitedSources(Sources):
    """The source library, in which a new version of a file makes every citation of it due."""

    @extend_schema(
        request={"multipart/form-data": NewVersion},
        parameters=[IDEMPOTENCY_KEY],
        responses={
            201: SnapshotSerializer,
            409: OpenApiResponse(description="The file is identical to the newest version."),
        },
    )
    @action(detail=True, methods=["post"], serializer_class=NewVersion, parser_classes=[MultiPartParser])
    def versions(self, request: Request, pk: str) -> Response:
        """Store a changed file as the newest version of an uploaded source."""
        document = self.get_object()
        given = NewVersion(data=request.data)
        given.is_valid(raise_exception=True)
        file = given.validated_data["file"]
        if document.kind == Document.Kind.URL:
            raise serializers.ValidationError(
                "New versions of a web address are fetched automatically. Request a re-check instead."
            )
        snapshot = services.add_version(
            by=user_of(request), document=document, data=file.read(), filename=file.name, at=timezone.now()
        )
        return Response(SnapshotSerializer(snapshot).data, status=status.HTTP_201_CREATED)


class QuantitySerializer(serializers.Serializer):
    """A quantity in a claim. `low` and `high` are exact decimals in SI base units, or null where that side is open."""

    surface = serializers.CharField()
    start = serializers.IntegerField(help_text="Counted in characters of the claim's own text.")
    end = serializers.IntegerField()
    low = serializers.CharField(allow_null=True)
    high = serializers.CharField(allow_null=True)
    unit = serializers.CharField(allow_null=True, help_text="newton, tonne, percent, EUR; null for a plain count.")
    dimension = serializers.CharField(allow_null=True)
    comparator = serializers.CharField(allow_null=True)


class DateOfClaim(serializers.Serializer):
    """A date or time span in a claim, as far as it can be resolved."""

    surface = serializers.CharField()
    start = serializers.IntegerField(help_text="Counted in characters of the claim's own text.")
    end = serializers.IntegerField()
    first = serializers.DateField(allow_null=True)
    last = serializers.DateField(allow_null=True)
    precision = serializers.CharField()
    relative = serializers.BooleanField()


@extend_schema_field(QuantitySerializer(many=True))
class QuantitiesField(serializers.JSONField):
    """Quantities as the splitter stored them."""


@extend_schema_field(DateOfClaim(many=True))
class DatesField(serializers.JSONField):
    """Dates as the splitter stored them."""


@extend_schema_field(serializers.ListField(child=serializers.CharField()))
class WordsField(serializers.JSONField):
    """A list of short codes."""


@extend_schema_field(
    serializers.ListField(child=serializers.ListField(child=serializers.IntegerField(), min_length=2, max_length=2))
)
class PlacesField(serializers.JSONField):
    """Every span of the article that states the claim; the first is its quote."""


class FindingSerializer(serializers.ModelSerializer):
    """A possible problem with a claim that was detected automatically. It is advice and never changes a verdict."""

    class Meta:
        model = Finding
        fields: tuple[str, ...] = (
            "id",
            "claim",
            "citation",
            "other_claim",
            "kind",
            "explanation",
            "state",
            "lapsed_reason",
            "created_at",
        )


class ClaimFieldsSerializer(serializers.ModelSerializer):
    """A claim under the names that `manage.py split_article` prints. Offsets count characters of the article."""

    quote = serializers.CharField(help_text="The words in the article that make the claim.")
    quote_start = serializers.IntegerField(source="start")
    quote_end = serializers.IntegerField(source="end")
    kind = serializers.ChoiceField(choices=KIND_CHOICES)
    score = serializers.FloatField(help_text="How worthwhile a check is, from 0 to 1.")
    attributed_to = serializers.SerializerMethodField(help_text="Whose statement it is, if the article says so.")
    quantities = QuantitiesField()
    dates = DatesField()
    lint = WordsField()
    places = PlacesField()

    class Meta:
        model = Claim
        fields: tuple[str, ...] = (
            "id",
            "text",
            "quote",
            "quote_start",
            "quote_end",
            "sentence_start",
            "sentence_end",
            "kind",
        )
        fields += ("check_worthy", "score", "attributed_to", "quantities", "dates", "lint", "places")
        fields += ("origin", "splitter_version", "dismissed_reason", "withdrawn_at", "created_at")

    def get_attributed_to(self, claim: Claim) -> str | None:
        return claim.attributed_to or None


#: How a mark stands, by the word that programs read.
MARK_STATES = {
    "covered": Q(claim__isnull=False),
    "dismissed": Q(claim=None) & ~Q(dismissed_reason=""),
    "open": Q(claim=None, dismissed_reason=""),
}


class MarkSerializer(serializers.ModelSerializer):
    """A number, date, name, quotation or superlative in an article. Offsets count characters of the article."""

    surface = serializers.SerializerMethodField(help_text="The words as printed.")
    state = serializers.SerializerMethodField()
    reason = serializers.CharField(source="dismissed_reason", help_text="Why it needs no claim; empty otherwise.")
    claim = serializers.IntegerField(
        source="claim_id", allow_null=True, help_text="The first claim on the desk that states it."
    )

    class Meta:
        model = Mark
        fields: tuple[str, ...] = ("id", "kind", "start", "end", "surface", "state", "reason", "claim")

    def get_surface(self, mark: Mark) -> str:
        return self.context["text"][mark.start : mark.end]

    @extend_schema_field(serializers.ChoiceField(choices=list(MARK_STATES)))
    def get_state(self, mark: Mark) -> str:
        if mark.claim_id:
            return "covered"
        return "dismissed" if mark.dismissed_reason else "open"


class MarkFilter(filters.FilterSet):
    state = filters.ChoiceFilter(choices=[(state, state) for state in MARK_STATES], method="standing")

    class Meta:
        model = Mark
        fields: tuple[str, ...] = ("kind",)

    def standing(self, marks: QuerySet[Mark], name: str, value: str) -> QuerySet[Mark]:
        return marks.filter(MARK_STATES[value])


#: What is noted today, and what an earlier version noted of a claim's wording.
FINDING_KINDS = [*(kind.value for kind in FindingKind), "lint"]


class FindingFilter(filters.FilterSet):
    claim = IdFilter(field_name="claim_id")
    article = IdFilter(field_name="claim__article_id")

    kind = filters.ChoiceFilter(choices=[(kind, kind) for kind in FINDING_KINDS])

    class Meta:
        model = Finding
        fields: tuple[str, ...] = ("state",)


class Decision(Body):
    decision: Any = serializers.ChoiceField(choices=[("accept", "accept"), ("dismiss", "dismiss")])


class Dismissal(Body):
    reason = Words(max_length=LONGEST_REASON)


class Findings(IdempotentPosts, mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    """Findings, newest first: changed sources, self-contradictions, doubtful numbers."""

    lookup_value_regex = ROW_NUMBER
    queryset = Finding.objects.all()
    serializer_class = FindingSerializer
    filterset_class = FindingFilter

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self._answer(self.get_object())

    @extend_schema(
        request=Decision, parameters=[IF_MATCH, IDEMPOTENCY_KEY], responses={200: FindingSerializer}, filters=False
    )
    @action(detail=True, methods=["post"])
    def decide(self, request: Request, pk: str) -> Response:
        """Accept or dismiss an open finding, on both claims of its pair."""
        given = read_body(Decision, request)
        with transaction.atomic():
            finding = get_object_or_404(
                self.filter_queryset(self.get_queryset().select_for_update(of=("self",))), pk=pk
            )
            check_match(request, FindingSerializer(finding).data)
            services.decide_finding(by=user_of(request), finding=finding, accept=given["decision"] == "accept")
        return self._answer(self.get_object())

    def _answer(self, finding: Finding) -> Response:
        return tagged(FindingSerializer(finding).data)


class Marks(IdempotentPosts, viewsets.GenericViewSet):
    """Single marks of articles; an article lists its own."""

    lookup_value_regex = ROW_NUMBER
    queryset = Mark.objects.select_related("article__snapshot")
    serializer_class = MarkSerializer

    @extend_schema(request=Dismissal, parameters=[IDEMPOTENCY_KEY], responses={200: MarkSerializer}, filters=False)
    @action(detail=True, methods=["post"])
    def dismiss(self, request: Request, pk: str) -> Response:
        """Settle an open mark without a claim, with the reason."""
        given = read_body(Dismissal, request)
        mark = get_object_or_404(self.get_queryset(), pk=pk)
        services.dismiss_mark(by=user_of(request), mark=mark, **given)
        mark.refresh_from_db(fields=["dismissed_reason"])
        return Response(MarkSerializer(mark, context={"text": mark.article.snapshot.text}).data)
