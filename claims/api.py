"""Handing in articles and sources by program, and claims, citations and findings as programs read them."""

from django.db import transaction
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django_filters import rest_framework as filters
from drf_spectacular.utils import OpenApiResponse, extend_schema, extend_schema_field
from rest_framework import mixins, parsers, serializers, status, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.settings import api_settings

from claims import services, tasks
from claims.forms import check_size
from claims.language.results import KINDS
from claims.models import Claim, Finding, Mark
from sources import services as sources
from sources.api import (
    IF_MATCH,
    IdFilter,
    ReadSources,
    SnapshotSerializer,
    SourceDetailSerializer,
    check_match,
    etag_of,
)
from sources.models import Document
from sources.tasks import capture_snapshot, ring

#: What a view accepts that takes a file or JSON.
PARSERS = (*api_settings.DEFAULT_PARSER_CLASSES, parsers.MultiPartParser)

KIND_CHOICES = [(kind, kind) for kind in KINDS]


class UploadField(serializers.FileField):
    """A file of a kind that can be read: TXT, HTML, PDF or DOCX, at most 20 MB."""

    def __init__(self, **options: object) -> None:
        super().__init__(validators=[check_size], **options)


class TextField(serializers.CharField):
    """Words; a number is not taken for them."""

    def to_internal_value(self, data: object) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class OneWayIn(serializers.Serializer):
    """Exactly one of the fields that `ways_in` names."""

    ways_in: tuple[str, ...] = ()

    file = UploadField(required=False, help_text="TXT, HTML, PDF or DOCX, as multipart/form-data; at most 20 MB.")
    url = serializers.URLField(required=False, max_length=2000)
    title = serializers.CharField(required=False, default="", max_length=300, allow_blank=True)

    def validate(self, attrs: dict) -> dict:
        if sum(bool(attrs.get(name)) for name in self.ways_in) != 1:
            raise serializers.ValidationError(f"Give exactly one of these: {', '.join(self.ways_in)}.")
        return attrs


class NewArticle(OneWayIn):
    """An article to be checked: its text, a file, or its address."""

    ways_in = ("text", "file", "url")

    text = TextField(required=False, trim_whitespace=False)
    published_on = serializers.DateField(required=False, allow_null=True, default=None)
    readers = serializers.IntegerField(
        required=False, default=1, min_value=1, max_value=2, help_text="Judgements per claim; 2 are given blind."
    )

    def submit(self, *, by: object) -> services.Submission:
        """Hand the article in and ring for it. Raises what the services refuse."""
        given = dict(self.validated_data)
        text, file, url = given.pop("text", None), given.pop("file", None), given.pop("url", None)
        shared = {"by": by, "at": timezone.now(), **given}
        if url:
            submission = services.submit_address(url=url, **shared)
        elif file:
            submission = services.submit_file(data=file.read(), filename=file.name, **shared)
        else:
            submission = services.submit_text(text=text, **shared)
        if submission.is_new:
            tasks.ring_for(submission.article)
        return submission


class NewSource(OneWayIn):
    """A page or a file for the library."""

    ways_in = ("file", "url")

    publisher = serializers.CharField(required=False, default="", max_length=200, allow_blank=True)
    grade = serializers.CharField(
        required=False,
        default="",
        max_length=2,
        allow_blank=True,
        validators=Document._meta.get_field("grade").validators[:1],
        help_text=Document._meta.get_field("grade").help_text,
    )

    def submit(self, *, by: object) -> Document:
        """Add the source and ring for its capture. Raises what the services refuse."""
        given = dict(self.validated_data)
        file, url = given.pop("file", None), given.pop("url", None)
        shared = {"by": by, "at": timezone.now(), "in_library": True, **given}
        if file:
            return sources.add_upload(data=file.read(), filename=file.name, **shared).document
        document = sources.add_address(url=url, **shared)
        snapshot = sources.request_capture(document=document, at=shared["at"])
        ring(capture_snapshot, snapshot_id=snapshot.pk)
        return document


class NewVersion(serializers.Serializer):
    """The changed file of an uploaded source."""

    file = UploadField()


class AboutSource(serializers.ModelSerializer):
    """What people say about a source."""

    class Meta:
        model = Document
        fields = sources.SAID_ABOUT_IT


class Sources(ReadSources):
    """The source library: pages and files that claims are checked against."""

    parser_classes = PARSERS

    @extend_schema(request=NewSource, responses={201: SourceDetailSerializer})
    def create(self, request: Request) -> Response:
        """Add a source by file or by address. An address is fetched within seconds; look at its snapshots."""
        given = NewSource(data=request.data)
        given.is_valid(raise_exception=True)
        document = given.submit(by=request.user)
        return Response(self._shown(document.pk), status=status.HTTP_201_CREATED)

    @extend_schema(
        request=NewVersion,
        responses={201: SnapshotSerializer, 409: OpenApiResponse(description="These are the bytes of the newest one.")},
    )
    @action(detail=True, methods=["post"], serializer_class=NewVersion)
    def versions(self, request: Request, pk: str) -> Response:
        """Store a changed file as the newest version of an uploaded source."""
        document = self.get_object()
        given = NewVersion(data=request.data)
        given.is_valid(raise_exception=True)
        file = given.validated_data["file"]
        if document.kind == Document.Kind.URL:
            raise serializers.ValidationError("The versions of a web address are fetched. Request a re-check instead.")
        snapshot = services.add_version(
            by=request.user, document=document, data=file.read(), filename=file.name, at=timezone.now()
        )
        return Response(SnapshotSerializer(snapshot).data, status=status.HTTP_201_CREATED)

    @extend_schema(
        parameters=[IF_MATCH],
        request=AboutSource,
        responses={
            200: SourceDetailSerializer,
            412: OpenApiResponse(description="The source has changed since it was read."),
            428: OpenApiResponse(description="`If-Match` is missing."),
        },
    )
    def partial_update(self, request: Request, pk: str) -> Response:
        """Change what people say about a source, over the state of it that `If-Match` names."""
        given = AboutSource(data=request.data, partial=True)
        given.is_valid(raise_exception=True)
        with transaction.atomic():
            get_object_or_404(Document.objects.select_for_update(), pk=pk)
            document = self.get_queryset().get(pk=pk)
            check_match(request, SourceDetailSerializer(document).data)
            said = {name: getattr(document, name) for name in sources.SAID_ABOUT_IT} | given.validated_data
            sources.grade_document(by=request.user, document=document, **said)
        return self._answer(pk)

    def retrieve(self, request: Request, *args: object, **kwargs: object) -> Response:
        return self._answer(self.get_object().pk)

    def _answer(self, pk: int) -> Response:
        """A source under the name of its state, which a change has to give back."""
        shown = self._shown(pk)
        return Response(shown, headers={"ETag": etag_of(shown)})

    def _shown(self, pk: int) -> dict:
        return SourceDetailSerializer(self.get_queryset().get(pk=pk)).data


class Quantity(serializers.Serializer):
    """A number of a claim. `low` and `high` are exact decimals in SI base units, or null where that side is open."""

    surface = serializers.CharField()
    start = serializers.IntegerField(help_text="In the characters of the claim's own text.")
    end = serializers.IntegerField()
    low = serializers.CharField(allow_null=True)
    high = serializers.CharField(allow_null=True)
    unit = serializers.CharField(allow_null=True, help_text="newton, tonne, percent, EUR; null for a plain count.")
    dimension = serializers.CharField(allow_null=True)
    comparator = serializers.CharField(allow_null=True)


class DateOfClaim(serializers.Serializer):
    """A date or span of time of a claim, as far as it is settled."""

    surface = serializers.CharField()
    start = serializers.IntegerField(help_text="In the characters of the claim's own text.")
    end = serializers.IntegerField()
    first = serializers.DateField(allow_null=True)
    last = serializers.DateField(allow_null=True)
    precision = serializers.CharField()
    relative = serializers.BooleanField()


@extend_schema_field(Quantity(many=True))
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
    """What a machine noticed about a claim. It advises; it never changes a verdict."""

    class Meta:
        model = Finding
        fields = (
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

    quote = serializers.CharField(help_text="The words of the article that the claim stands on.")
    quote_start = serializers.IntegerField(source="start")
    quote_end = serializers.IntegerField(source="end")
    kind = serializers.ChoiceField(choices=KIND_CHOICES)
    score = serializers.FloatField(help_text="How much a check is worth, from 0 to 1.")
    attributed_to = serializers.SerializerMethodField(help_text="Whose statement it is, where the article says so.")
    quantities = QuantitiesField()
    dates = DatesField()
    lint = WordsField()
    places = PlacesField()

    class Meta:
        model = Claim
        fields = ("id", "text", "quote", "quote_start", "quote_end", "sentence_start", "sentence_end", "kind")
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
    """A number, date, name, quotation or superlative of an article. Offsets count characters of the article."""

    surface = serializers.SerializerMethodField(help_text="The words as they are printed.")
    state = serializers.SerializerMethodField()
    reason = serializers.CharField(source="dismissed_reason", help_text="Why it needs no claim; empty otherwise.")
    claim = serializers.IntegerField(
        source="claim_id", allow_null=True, help_text="The first claim on the desk that states it."
    )

    class Meta:
        model = Mark
        fields = ("id", "kind", "start", "end", "surface", "state", "reason", "claim")

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
        fields = ("kind",)

    def standing(self, marks: QuerySet[Mark], name: str, value: str) -> QuerySet[Mark]:
        return marks.filter(MARK_STATES[value])


class FindingFilter(filters.FilterSet):
    claim = IdFilter(field_name="claim_id")
    article = IdFilter(field_name="claim__article_id")

    class Meta:
        model = Finding
        fields = ("state", "kind")


class Findings(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    """What machines noticed, newest first: changed sources, self-contradictions, doubtful numbers."""

    lookup_value_regex = "[0-9]{1,18}"
    queryset = Finding.objects.all()
    serializer_class = FindingSerializer
    filterset_class = FindingFilter
