"""Reads over documents and their snapshots."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from core.text_search import text_search
from core.translation.rendering import day_in_words
from sources.fetching import FetchOutcome
from sources.meaning import VERSION
from sources.models import NAMES, Document, FetchAttempt, PassageVectors, Snapshot

#: A page that is fetched every day has a thousand versions after three years.
VERSIONS_SHOWN = 100

#: What was read is there. Everything but this, and what speaks for an absence, says only that we were not let in.
READ = (FetchOutcome.OK, FetchOutcome.NOT_MODIFIED)
#: The site says that the page is not there.
PAGE_MISSING = (FetchOutcome.SOFT_404,)
#: Nothing of the site can be reached; an answer of any other kind shows that it is alive.
SITE_MISSING = (FetchOutcome.UNREACHABLE, FetchOutcome.SERVER_ERROR, FetchOutcome.BLOCKED_ADDRESS)
#: InternetArchiveBot's rule: so many failures, each at least so long after the one before, prove a death.
FAILURES_THAT_PROVE, APART = 3, timedelta(days=3)


@dataclass(frozen=True)
class Availability:
    """Whether an address still gives its page: when it was last read, and since when every fetch of it has failed."""

    last_read: datetime | None
    failing_since: datetime | None
    is_dead: bool

    @property
    def sentence(self) -> str:
        """What to tell a reader; nothing where nobody has looked yet."""
        read = _("It was last read on %(day)s.") if self.last_read else _("It has never been read.")
        if self.last_read:
            read %= {"day": day_in_words(self.last_read)}
        if not self.failing_since:
            return read if self.last_read else ""
        failed = (
            _("This page is no longer available: every check since %(day)s has failed. %(read)s")
            if self.is_dead
            else _("Checks have failed since %(day)s; the page will be tried again. %(read)s")
        )
        return failed % {"day": day_in_words(self.failing_since), "read": read}


def library(*, search: str = "") -> QuerySet[Document]:
    """Return the source library, newest first, each as `with_versions` has it."""
    documents = Document.objects.library()
    if search:
        documents = documents.filter(is_named(search))
    return with_versions(documents).order_by("-pk")


def without_passages() -> QuerySet[Snapshot]:
    """Return the newest snapshots of the library whose passages are not stored as vectors of the version in use."""
    newest = Snapshot.objects.captured().filter(document__in_library=True).order_by("document", "-pk")
    stored = PassageVectors.objects.filter(snapshot=OuterRef("pk"), version=VERSION)
    return Snapshot.objects.filter(~Exists(stored), pk__in=newest.distinct("document").values("pk")).order_by("pk")


def is_named(search: str) -> Q:
    """Return a condition on documents: the title or the publisher holds these words, or the letters as they were typed."""
    asked = text_search(search, NAMES)
    found = Document.objects.annotate(words=asked.vector).filter(asked.condition("words"))
    return Q(pk__in=found.values("pk")) | Q(title__icontains=search) | Q(publisher__icontains=search)


def with_versions(documents: QuerySet[Document]) -> QuerySet[Document]:
    """Add to each document how many `versions` were captured, its `latest_capture` and its `latest_outcome`."""
    captured = Q(snapshots__state=Snapshot.State.DONE)
    latest_attempt = FetchAttempt.objects.filter(document=OuterRef("pk")).order_by("-at", "-pk")
    return documents.annotate(
        versions=Count("snapshots", filter=captured),
        latest_capture=Max("snapshots__captured_at"),
        latest_outcome=Subquery(latest_attempt.values("outcome")[:1]),
    )


def versions(document: Document, *, older_than: int | None = None) -> QuerySet[Snapshot]:
    """VERSIONS_SHOWN snapshots of one document, newest first and without the long texts: the newest ones, or those
    older than the snapshot with this number.
    """
    found = document.snapshots.defer("text").newest_first()
    newer = document.snapshots.filter(pk=older_than).values_list("captured_at", "pk").first() if older_than else None
    if newer:
        found = found.filter(_is_older(*newer))
    return found[:VERSIONS_SHOWN]


def _is_older(captured_at: datetime | None, pk: int) -> Q:
    """A condition on snapshots: captured before this one. One that is not captured yet is newer than any that is."""
    if captured_at is None:
        return Q(captured_at=None, pk__lt=pk) | Q(captured_at__isnull=False)
    return Q(captured_at__lt=captured_at) | Q(captured_at=captured_at, pk__lt=pk)


def availability(document: Document) -> Availability:
    """Return whether the fetches of an address prove that its page is no more.

    Three fetches that failed, each three days or more after the one before, are a proof. A page that was read in between
    takes all of it back. A site that answered in another way, if only with a refusal, is not missing, and its page is
    not proven to be there either.
    """
    last_read = _latest(document, Q(outcome__in=READ))
    last_answer = _latest(document, ~Q(outcome__in=PAGE_MISSING + SITE_MISSING))
    failed = document.attempts.filter(
        _after(last_read, Q(outcome__in=PAGE_MISSING)) | _after(last_answer, Q(outcome__in=SITE_MISSING))
    )
    proof: list[datetime] = []
    while len(proof) < FAILURES_THAT_PROVE:
        later = failed.filter(at__gte=proof[-1] + APART) if proof else failed
        failure = later.order_by("at").values_list("at", flat=True).first()
        if failure is None:
            break
        proof.append(failure)
    return Availability(last_read, proof[0] if proof else None, is_dead=len(proof) == FAILURES_THAT_PROVE)


def _latest(document: Document, condition: Q) -> datetime | None:
    return document.attempts.filter(condition).order_by("-at").values_list("at", flat=True).first()


def _after(moment: datetime | None, condition: Q) -> Q:
    return condition & Q(at__gt=moment) if moment else condition
