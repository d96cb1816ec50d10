"""Sources and their snapshots as programs read and add them."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django_filters import rest_framework as filters
from drf_spectacular.utils import OpenApiResponse, extend_schema, extend_schema_field
from rest_framework import mixins, parsers, serializers, status, viewsets
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.settings import api_settings

from core.api.bodies import Body
from core.api.idempotency import IDEMPOTENCY_KEY, IdempotentPosts
from core.api.parameters import ROW_NUMBER
from core.web.preconditions import IF_MATCH, check_match, tagged
from core.web.requests import user_of
from sources import queries, services
from sources.extraction import WarningKind
from sources.forms import check_size, upload_of
from sources.models import Document, Snapshot

#: What a view accepts that takes a file or JSON.
PARSERS: tuple[Any, ...] = (*api_settings.DEFAULT_PARSER_CLASSES, parsers.MultiPartParser)


#: Reliability of the source and credibility of what it says, as the Admiralty code has them.
GRADES = [f"{reliability}{credibility}" for reliability in "ABCDEF" for credibility in range(1, 7)]


class UploadField(serializers.FileField):
    """A file of a kind that can be read: TXT, HTML, PDF or DOCX, at most 20 MB."""

    def __init__(self, **options: Any) -> None:
        super().__init__(validators=[check_size], **options)


class TextField(serializers.CharField):
    """Words; a number is not taken for them."""

    def to_internal_value(self, data: object) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class OneWayIn(Body):
    """Exactly one of the fields that `ways_in` names."""

    ways_in: tuple[str, ...] = ()

    file = UploadField(required=False, help_text="TXT, HTML, PDF or DOCX, as multipart/form-data; at most 20 MB.")
    url = serializers.URLField(required=False, max_length=2000)
    title = serializers.CharField(required=False, default="", max_length=300, allow_blank=True)

    def validate(self, attrs: dict) -> dict:
        if sum(bool(attrs.get(name)) for name in self.ways_in) != 1:
            raise serializers.ValidationError(f"Give exactly one of these: {', '.join(self.ways_in)}.")
        return attrs


class ExtractionWarningSerializer(serializers.Serializer):
    """What a person should look at before believing the text of a file."""

    kind = serializers.ChoiceField(choices=[kind.value for kind in WarningKind])
    count = serializers.IntegerField(help_text="How often it was met.")
    sample = serializers.CharField(help_text="The first words that show it, or the name of an encoding.")
    sentence = serializers.CharField(help_text="What was met, and what to do.")


class SnapshotSerializer(serializers.ModelSerializer):
    """One snapshot of a source. Its text is at /api/v1/snapshots/<id>/."""

    sha256 = serializers.CharField(
        source="blob_id", allow_null=True, help_text="SHA-256 of the bytes as they were received."
    )
    final_url = serializers.CharField(help_text="The address after redirects; empty for an upload.")
    error = serializers.CharField(source="last_error", help_text="Why it could not be captured; empty otherwise.")
    warnings = ExtractionWarningSerializer(source="extraction_warnings", many=True)

    class Meta:
        model = Snapshot
        fields: tuple[str, ...] = (
            "id",
            "sha256",
            "text_sha256",
            "state",
            "error",
            "title",
            "media_type",
            "charset",
            "extractor",
        )
        fields += ("warnings", "published_on", "final_url", "requested_at", "captured_at")


class SnapshotTextSerializer(SnapshotSerializer):
    """One snapshot of a source with its text. The offsets of citations count characters of this text."""

    source: Any = serializers.PrimaryKeyRelatedField(source="document", read_only=True)

    class Meta(SnapshotSerializer.Meta):
        fields: tuple[str, ...] = (*SnapshotSerializer.Meta.fields, "source", "text")


class SourceSerializer(serializers.ModelSerializer):
    """A page or file that claims are checked against."""

    url = serializers.CharField(help_text="Empty for an upload.")
    grade = serializers.CharField(help_text="Admiralty code, such as B2; empty if the source has not been graded.")
    versions = serializers.IntegerField(help_text="How many snapshots have been captured.")
    latest_capture = serializers.DateTimeField(allow_null=True)
    latest_outcome = serializers.CharField(allow_null=True, help_text="The outcome of the last fetch.")

    class Meta:
        model = Document
        fields: tuple[str, ...] = ("id", "kind", "url", "title", "publisher", "grade", "in_library", "created_at")
        fields += ("versions", "latest_capture", "latest_outcome")


class AvailabilitySerializer(serializers.Serializer):
    """Whether the address still returns its page."""

    last_read = serializers.DateTimeField(allow_null=True)
    failing_since = serializers.DateTimeField(
        allow_null=True,
        help_text="When fetching began to fail without a success since; null if the last fetch succeeded.",
    )
    is_dead = serializers.BooleanField(
        help_text="Whether three fetches in a row have failed, each at least three days after the one before."
    )


class SourceDetailSerializer(SourceSerializer):
    """A source with all of its snapshots, newest first."""

    availability = serializers.SerializerMethodField()
    snapshots = serializers.SerializerMethodField()

    class Meta(SourceSerializer.Meta):
        fields: tuple[str, ...] = (*SourceSerializer.Meta.fields, "availability", "snapshots")

    @extend_schema_field(AvailabilitySerializer)
    def get_availability(self, document: Document) -> dict:
        return AvailabilitySerializer(queries.availability(document)).data

    @extend_schema_field(SnapshotSerializer(many=True))
    def get_snapshots(self, document: Document) -> Any:
        return SnapshotSerializer(queries.versions(document), many=True).data


class SourceFilter(filters.FilterSet):
    search = filters.CharFilter(max_length=200, method="find", help_text="Search words in the title or publisher.")

    grade = filters.ChoiceFilter(choices=[(grade, grade) for grade in GRADES])

    class Meta:
        model = Document
        fields: tuple[str, ...] = ("kind",)

    def find(self, documents: QuerySet, name: str, value: str) -> QuerySet:
        return documents.filter(queries.is_named(value))


class ReadSources(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    """The source library, newest first, and any one document, whether it is in the library or not."""

    lookup_value_regex = ROW_NUMBER
    filterset_class = SourceFilter

    def get_queryset(self) -> QuerySet[Document]:
        return queries.library() if self.action == "list" else queries.with_versions(Document.objects.all())

    def get_serializer_class(self) -> type[serializers.Serializer]:
        return SourceSerializer if self.action == "list" else SourceDetailSerializer


class ReadSnapshots(mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    """The text of one snapshot, for replaying a verdict."""

    lookup_value_regex = ROW_NUMBER
    queryset = Snapshot.objects.all()
    serializer_class = SnapshotTextSerializer


class NewSource(OneWayIn):
    """A page or file to add to the library."""

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

    def submit(self, *, by: User) -> Document:
        """Add the source. Raises what the service refuses."""
        given = dict(self.validated_data)
        file = given.pop("file", None)
        return services.add_source(by=by, at=timezone.now(), upload=file and upload_of(file), **given)


class NewSourceInJson(NewSource):
    """A page to add to the library, as JSON, which carries no file."""

    file = None  # type: ignore[assignment]  # how the framework takes an inherited field away


class AboutSource(Body, serializers.ModelSerializer):
    """The details of a source that people edit."""

    class Meta:
        model = Document
        fields = services.SAID_ABOUT_IT


class Sources(IdempotentPosts, ReadSources):
    """The source library: pages and files that claims are checked against."""

    parser_classes = PARSERS

    @extend_schema(
        request={"application/json": NewSourceInJson, "multipart/form-data": NewSource},
        parameters=[IDEMPOTENCY_KEY],
        responses={201: SourceDetailSerializer},
    )
    def create(self, request: Request) -> Response:
        """Add a source as a file or an address. An address is fetched within seconds; see its snapshots."""
        given = NewSource(data=request.data)
        given.is_valid(raise_exception=True)
        document = given.submit(by=user_of(request))
        return Response(self._shown(document.pk), status=status.HTTP_201_CREATED)

    @extend_schema(
        parameters=[IF_MATCH],
        request=AboutSource,
        responses={
            200: SourceDetailSerializer,
            412: OpenApiResponse(description="The source has changed since it was last read."),
            428: OpenApiResponse(description="`If-Match` is missing."),
        },
    )
    def partial_update(self, request: Request, pk: str) -> Response:
        """Change the details of a source, in the state that `If-Match` names."""
        given = AboutSource(data=request.data, partial=True)
        given.is_valid(raise_exception=True)
        with transaction.atomic():
            get_object_or_404(Document.objects.select_for_update(), pk=pk)
            document = self.get_queryset().get(pk=pk)
            check_match(request, SourceDetailSerializer(document).data, edited=services.SAID_ABOUT_IT)
            said = {name: getattr(document, name) for name in services.SAID_ABOUT_IT} | given.validated_data
            services.grade_document(by=user_of(request), document=document, **said)
        return self._answer(int(pk))

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self._answer(self.get_object().pk)

    def _answer(self, pk: int) -> Response:
        """A source under the name of its state, which a change has to give back."""
        return tagged(self._shown(pk), edited=services.SAID_ABOUT_IT)

    def _shown(self, pk: int) -> dict:
        return SourceDetailSerializer(self.get_queryset().get(pk=pk)).data
