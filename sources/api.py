"""Sources and their snapshots as programs read them."""

import hashlib

from django import forms
from django.db.models import QuerySet
from django.utils.http import parse_etags
from django_filters import rest_framework as filters
from drf_spectacular.utils import OpenApiParameter, extend_schema_field
from rest_framework import mixins, serializers, viewsets
from rest_framework.exceptions import APIException
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from sources import queries
from sources.models import Document, Snapshot

IF_MATCH = OpenApiParameter(
    "If-Match", str, OpenApiParameter.HEADER, description="The `ETag` with which the row was read.", required=True
)


class ReadItFirst(APIException):
    """A change that does not say which state of the row it is made over."""

    status_code = 428
    default_detail = "Read this row first, then send the ETag of that answer as If-Match: nobody's change is lost then."


class ChangedMeanwhile(APIException):
    """The row is no longer in the state that the change was made over."""

    status_code = 412
    default_detail = "This row has changed since you read it; nothing of yours was applied. Read it again first."


def etag_of(shown: dict) -> str:
    """Return the strong ETag of a representation: the hash of all of it."""
    return f'"{hashlib.sha256(JSONRenderer().render(shown)).hexdigest()}"'


def check_match(request: Request, shown: dict) -> None:
    """Raise ReadItFirst or ChangedMeanwhile unless the request names this representation."""
    given = request.headers.get("If-Match")
    if given is None:
        raise ReadItFirst
    if etag_of(shown) not in parse_etags(given):
        raise ChangedMeanwhile


class IdFilter(filters.NumberFilter):
    """A filter by the number of a row; anything else than a number that a row can have is refused."""

    field_class = forms.IntegerField

    def __init__(self, **options: object) -> None:
        super().__init__(min_value=0, max_value=2**63 - 1, **options)


class SnapshotSerializer(serializers.ModelSerializer):
    """One version of a source; its text is at /api/v1/snapshots/<id>/."""

    sha256 = serializers.CharField(source="blob_id", allow_null=True, help_text="Of the bytes as they were received.")
    final_url = serializers.CharField(help_text="Where redirects led; empty for an upload.")
    error = serializers.CharField(source="last_error", help_text="Why it could not be captured; empty otherwise.")

    class Meta:
        model = Snapshot
        fields = ("id", "sha256", "text_sha256", "state", "error", "title", "media_type", "charset", "extractor")
        fields += ("final_url", "requested_at", "captured_at")


class SnapshotTextSerializer(SnapshotSerializer):
    """One version of a source with its text, in whose characters the offsets of citations count."""

    source = serializers.PrimaryKeyRelatedField(source="document", read_only=True)

    class Meta(SnapshotSerializer.Meta):
        fields = (*SnapshotSerializer.Meta.fields, "source", "text")


class SourceSerializer(serializers.ModelSerializer):
    """A page or a file that claims are checked against."""

    url = serializers.CharField(help_text="Empty for an upload.")
    grade = serializers.CharField(help_text="Admiralty code, such as B2; empty where nobody graded the source.")
    versions = serializers.IntegerField(help_text="How many versions were captured.")
    latest_capture = serializers.DateTimeField(allow_null=True)
    latest_outcome = serializers.CharField(allow_null=True, help_text="What the last look at the address brought.")

    class Meta:
        model = Document
        fields = ("id", "kind", "url", "title", "publisher", "grade", "in_library", "created_at")
        fields += ("versions", "latest_capture", "latest_outcome")


class AvailabilitySerializer(serializers.Serializer):
    """Whether the address still gives its page."""

    last_read = serializers.DateTimeField(allow_null=True)
    failing_since = serializers.DateTimeField(allow_null=True, help_text="Since when every look at it has failed.")
    is_dead = serializers.BooleanField(help_text="Three looks failed, each three days or more after the one before.")


class SourceDetailSerializer(SourceSerializer):
    """A source with every version of it, newest first."""

    availability = serializers.SerializerMethodField()
    snapshots = serializers.SerializerMethodField()

    class Meta(SourceSerializer.Meta):
        fields = (*SourceSerializer.Meta.fields, "availability", "snapshots")

    @extend_schema_field(AvailabilitySerializer)
    def get_availability(self, document: Document) -> dict:
        return AvailabilitySerializer(queries.availability(document)).data

    @extend_schema_field(SnapshotSerializer(many=True))
    def get_snapshots(self, document: Document) -> list[dict]:
        return SnapshotSerializer(queries.versions(document), many=True).data


class SourceFilter(filters.FilterSet):
    search = filters.CharFilter(max_length=200, method="find", help_text="Words of the title or the publisher.")

    class Meta:
        model = Document
        fields = ("kind", "grade")

    def find(self, documents: QuerySet, name: str, value: str) -> QuerySet:
        return documents.filter(queries.is_named(value))


class ReadSources(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    """The source library, newest first, and any one document, whether it is in the library or not."""

    lookup_value_regex = "[0-9]{1,18}"
    filterset_class = SourceFilter

    def get_queryset(self) -> QuerySet[Document]:
        return queries.library() if self.action == "list" else queries.with_versions(Document.objects.all())

    def get_serializer_class(self) -> type[serializers.Serializer]:
        return SourceSerializer if self.action == "list" else SourceDetailSerializer


class ReadSnapshots(mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    """The text of one version, for whoever wants to replay a verdict."""

    lookup_value_regex = "[0-9]{1,18}"
    queryset = Snapshot.objects.all()
    serializer_class = SnapshotTextSerializer
