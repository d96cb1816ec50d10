"""Reads over documents and their snapshots."""

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery

from sources.models import Document, FetchAttempt, Snapshot

#: A page that is looked at every day has a thousand versions after three years.
VERSIONS_SHOWN = 100


def library(*, search: str = "") -> QuerySet[Document]:
    """The source library, newest first, each as `with_versions` has it."""
    documents = Document.objects.library()
    if search:
        documents = documents.filter(is_named(search))
    return with_versions(documents).order_by("-pk")


def is_named(search: str) -> Q:
    """A condition on documents: the title or the publisher holds these words."""
    return Q(title__icontains=search) | Q(publisher__icontains=search)


def with_versions(documents: QuerySet[Document]) -> QuerySet[Document]:
    """Add to each document how many `versions` were captured, its `latest_capture` and its `latest_outcome`."""
    captured = Q(snapshots__state=Snapshot.State.DONE)
    latest_attempt = FetchAttempt.objects.filter(document=OuterRef("pk")).order_by("-at", "-pk")
    return documents.annotate(
        versions=Count("snapshots", filter=captured),
        latest_capture=Max("snapshots__captured_at"),
        latest_outcome=Subquery(latest_attempt.values("outcome")[:1]),
    )


def versions(document: Document) -> QuerySet[Snapshot]:
    """The newest VERSIONS_SHOWN snapshots of one document, newest first, without the long texts."""
    return document.snapshots.defer("text").newest_first()[:VERSIONS_SHOWN]
