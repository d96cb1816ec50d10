"""Documents, and what they said at one moment."""

import hashlib
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Concat, Left
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.jobs.models import Job, JobQuerySet
from core.text_search import SearchedWords
from sources.extraction import ExtractionWarning
from sources.extraction.extraction_warnings import OF_THE_ENCODING
from sources.labels import OUTCOMES

#: How much of a text is searched. PostgreSQL refuses a search vector of more than a megabyte, and a character makes
#: eight bytes of it at most: four of its word, and four of a compound that the word is part of.
SEARCHED_CHARACTERS = 120_000


def searched_words() -> SearchedWords:
    """Return the expression under which the words of snapshots are indexed; another one would read every text."""
    return SearchedWords(Left("text", SEARCHED_CHARACTERS))


#: By what a document is found: its title, and who published it.
NAMES = Concat("title", Value(" "), "publisher")


class DocumentQuerySet(models.QuerySet):
    def library(self) -> "DocumentQuerySet":
        """Return the documents that analysts search and cite."""
        return self.filter(in_library=True)


class CheckInterval(models.IntegerChoices):
    """How many days lie between two fetches of a cited address."""

    AS_OBSERVED = 0, _("automatic")
    DAY = 1, _("every day")
    WEEK = 7, _("every week")
    MONTH = 30, _("every 30 days")


class Document(models.Model):
    """An address or an upload; an article under check and a page cited against it are the same kind of thing."""

    class Kind(models.TextChoices):
        URL = "URL", _("web address")
        UPLOAD = "UPLOAD", _("upload")

    kind = models.CharField(_("kind"), max_length=6, choices=Kind)
    url = models.URLField(_("URL"), max_length=2048, blank=True)
    title = models.CharField(_("title"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    grade = models.CharField(
        _("grade"),
        max_length=2,
        blank=True,
        validators=[
            RegexValidator(r"\A[A-F][1-6]\Z", _("Use a letter from A to F and a number from 1 to 6, such as B2."))
        ],
        help_text=_(
            "Admiralty code: A to F for how reliable the source is, 1 to 6 for how credible the information is."
        ),
    )
    in_library = models.BooleanField(_("in the library"), default=False)
    check_interval = models.PositiveSmallIntegerField(
        _("check interval"),
        db_column="look_every",  # the name that the column had first
        choices=CheckInterval,
        default=CheckInterval.AS_OBSERVED,
        db_default=CheckInterval.AS_OBSERVED,
        help_text=_(
            "Automatic: the longer a source stays unchanged, the less often it is checked. Failed checks are "
            "retried sooner."
        ),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("created by")
    )
    created_at = models.DateTimeField(_("created at"))

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("source"), _("sources")
        constraints = [
            models.UniqueConstraint(name="sources_document_one_per_url", fields=["url"], condition=Q(kind="URL")),
            models.CheckConstraint(
                name="sources_document_url_where_kind_says",
                condition=(Q(kind="URL") & ~Q(url="")) | (Q(kind="UPLOAD") & Q(url="")),
            ),
        ]
        indexes = [
            models.Index(name="sources_document_library", fields=["in_library", "-id"]),  # the source list
            GinIndex(SearchedWords(NAMES), name="sources_document_words"),
        ]

    def __str__(self) -> str:
        return self.title


class Schedule(Document):
    """A source as one that is fetched again and again."""

    class Meta:
        proxy = True
        verbose_name, verbose_name_plural = _("check schedule"), _("check schedules")


class Blob(models.Model):
    """Bytes as they were received, named by their SHA-256. Kept in the database so that one dump has everything."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    data = models.BinaryField()

    def __str__(self) -> str:
        return self.sha256


class SnapshotQuerySet(JobQuerySet):
    def captured(self) -> "SnapshotQuerySet":
        return self.filter(state=Job.State.DONE)

    def newest_first(self) -> "SnapshotQuerySet":
        return self.order_by("-captured_at", "-pk")


class Snapshot(Job):
    """The exact bytes and text of a document at one moment. Once captured, the database refuses any change."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="snapshots", verbose_name=_("document"))
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="+", null=True, blank=True)
    text = models.TextField(blank=True)
    text_sha256 = models.CharField(max_length=64, blank=True, db_index=True)  # finds the same text handed in twice
    title = models.CharField(_("title"), max_length=300, blank=True)
    media_type = models.CharField(_("media type"), max_length=100, blank=True)
    charset = models.CharField(_("charset"), max_length=40, blank=True)
    # What a person chose to read it in; the next version from the same address is read so too.
    chosen_encoding = models.CharField(_("chosen encoding"), max_length=40, blank=True, db_default="", default="")
    extractor = models.CharField(_("extractor"), max_length=60, blank=True)
    # What a person should look at before believing the text: the fields of each ExtractionWarning.
    warnings = models.JSONField(_("warnings"), default=list, db_default=[], blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True, help_text=_("As the file itself says."))
    final_url = models.URLField(_("final URL"), max_length=2048, blank=True)
    etag = models.CharField(max_length=300, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    requested_at = models.DateTimeField()
    captured_at = models.DateTimeField(_("captured at"), null=True, blank=True)

    objects: ClassVar[Any] = SnapshotQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("snapshot"), _("snapshots")
        constraints = [
            models.CheckConstraint(
                name="sources_snapshot_captured_is_whole",
                condition=~Q(state="DONE")
                | (Q(blob__isnull=False) & Q(captured_at__isnull=False) & ~Q(text="") & ~Q(text_sha256="")),
            ),
        ]
        indexes = [
            models.Index(name="sources_snapshot_due", fields=["run_after"], condition=~Q(state__in=["DONE", "DEAD"])),
            models.Index(name="sources_snapshot_given_up", fields=["run_after"], condition=Q(state="DEAD")),
            models.Index(name="sources_snapshot_newest", fields=["document", "-captured_at", "-id"]),
            GinIndex(searched_words(), name="sources_snapshot_words"),  # the search for evidence
        ]

    def __str__(self) -> str:
        return gettext("#%(number)s of document #%(document)s") % {"number": self.pk, "document": self.document_id}

    @property
    def extraction_warnings(self) -> list[ExtractionWarning]:
        """Return what a person should look at before believing the text."""
        return [ExtractionWarning.from_fields(fields) for fields in self.warnings]

    @property
    def has_doubtful_encoding(self) -> bool:
        """Return whether another encoding may give a better text."""
        return bool(self.charset) and any(each.kind in OF_THE_ENCODING for each in self.extraction_warnings)

    @property
    def short_sha256(self) -> str:
        return (self.blob_id or "")[:12]


class AlternateText(models.Model):
    """What else can be read in the bytes of a snapshot: all that its page shows, or what another version of the extractor
    makes of them. A snapshot keeps the text it was captured with; only what differs from it is stored here."""

    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="alternate_texts")
    extractor = models.CharField(max_length=60)
    text = models.TextField(blank=True, help_text="Empty where it is the text of the snapshot.")
    visible_text = models.TextField(blank=True, help_text="Empty where the page shows nothing beside its text.")
    sha256 = models.CharField(max_length=64)

    class Meta:
        db_table = "sources_reading"  # the name that the table had first
        constraints = [
            models.UniqueConstraint(name="sources_reading_one_per_extractor", fields=["snapshot", "extractor"])
        ]

    def __str__(self) -> str:
        return f"snapshot #{self.snapshot_id} by {self.extractor}"

    @staticmethod
    def hash_of(text: str, visible_text: str) -> str:
        """Name the two texts together. No text holds a NUL, so that no other two have the same bytes."""
        return hashlib.sha256(text.encode() + b"\0" + visible_text.encode()).hexdigest()


class PassageVectors(models.Model):
    """What the passages of a snapshot mean, as vectors one after the other: of each number its sign, and the number."""

    snapshot = models.OneToOneField(Snapshot, models.PROTECT, primary_key=True, related_name="+")
    version = models.CharField(max_length=60)
    codes = models.BinaryField()
    vectors = models.BinaryField()

    def __str__(self) -> str:
        return f"snapshot #{self.snapshot_id} by {self.version}"


class HostTurn(models.Model):
    """Who may ask a site now: one request at a time, and a rest after each."""

    host = models.CharField(max_length=253, primary_key=True)
    token = models.UUIDField(editable=False)
    busy_until = models.DateTimeField()
    not_before = models.DateTimeField()
    promised_until = models.DateTimeField()

    def __str__(self) -> str:
        return self.host


class FetchAttempt(models.Model):
    """One try at an address, whatever came of it. A failed try is never a change of the source."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="attempts", verbose_name=_("document"))
    outcome = models.CharField(max_length=20)
    explanation = models.CharField(_("explanation"), max_length=300)
    http_status = models.PositiveSmallIntegerField(_("HTTP status"), null=True, blank=True)
    byte_size = models.PositiveIntegerField(_("size in bytes"), default=0)
    millis = models.PositiveIntegerField(_("milliseconds"), default=0)
    at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name, verbose_name_plural = _("fetch"), _("fetches")
        indexes = [
            models.Index(name="sources_attempt_by_document", fields=["document", "-at"]),  # the source page
            models.Index(name="sources_attempt_lately", fields=["at", "outcome"]),  # what failed within a day
        ]

    def __str__(self) -> str:
        outcome = OUTCOMES.get(self.outcome, self.outcome)
        return gettext("%(outcome)s for document #%(document)s") % {"outcome": outcome, "document": self.document_id}
