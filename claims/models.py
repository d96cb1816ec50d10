"""What an article asserts, where it stands, and what speaks for or against it. A claim has no status: see reviews."""

from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import DateRangeField
from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import MD5
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.language.kinds import ClaimWarning
from core.audit.versions import version_of
from core.jobs.models import Job, JobQuerySet
from core.text_search import SearchedWords
from core.translation.rendering import day_in_words
from sources.models import Snapshot

#: Characters that the reason for a dismissal may have.
LONGEST_REASON = 300


class ArticleQuerySet(JobQuerySet):
    def due(self, at: datetime | None = None) -> JobQuerySet:
        """Articles whose text is captured and waits to be split."""
        return super().due(at).filter(snapshot__state=Snapshot.State.DONE)


class Article(Job):
    """A document handed in for checking. Its row is done when its text is split into claims."""

    snapshot = models.OneToOneField(Snapshot, models.PROTECT, related_name="+", verbose_name=_("snapshot"))
    title = models.CharField(_("title"), max_length=300)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    judgements_required = models.PositiveSmallIntegerField(
        _("judgements per claim"),
        db_column="readers",  # the name that the column had first
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(2)],
        help_text=_("Choose 2 for two independent judgements."),
    )
    # Null until the text is known, and for a duplicate: one article per text, whatever the letter case of its way in.
    text_sha256 = models.CharField(max_length=64, null=True, blank=True, unique=True)  # noqa: DJ001 - null is "not yet", and unique
    duplicate_of = models.ForeignKey(
        "self", models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("duplicate of")
    )
    # BCP 47, as the text was read; empty until then, and for what was read when only English was.
    language = models.CharField(_("language"), max_length=16, blank=True, default="", db_default="")
    translation_of = models.ForeignKey(
        "self", models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("translation of")
    )
    splitter_version = models.CharField(_("splitter version"), max_length=120, blank=True)
    # What the reader must know about how it was split.
    split_notice = models.CharField(_("notice about the split"), max_length=300, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("submitted by")
    )
    submitted_at = models.DateTimeField(_("submitted at"))
    split_at = models.DateTimeField(_("split at"), null=True, blank=True)
    # What the last splitting by newer rules did: how many claims were kept, added…, and what people's work kept out.
    last_resplit = models.JSONField(null=True, blank=True)

    objects: ClassVar[Any] = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("article"), _("articles")
        constraints = [
            models.CheckConstraint(
                name="claims_article_one_or_two_readers", condition=Q(judgements_required__in=[1, 2])
            ),
            models.CheckConstraint(
                name="claims_article_translates_another",
                condition=Q(translation_of=None) | ~Q(translation_of=F("id")),
            ),
        ]
        indexes = [
            GinIndex(SearchedWords("title"), name="claims_article_words"),  # the list of articles
            models.Index(name="claims_article_due", fields=["run_after"], condition=~Q(state__in=["DONE", "DEAD"])),
            models.Index(name="claims_article_given_up", fields=["run_after"], condition=Q(state="DEAD")),
        ]

    def __str__(self) -> str:
        return self.title


class TokenSpending(models.Model):
    """What was spent on language models in one day (UTC), in tokens: asked for first, settled when the answers came.

    In PostgreSQL, because the cap on it must survive an emptied cache and hold for all workers together; in tokens,
    because every server reports those, while prices change and a server of one's own has none.
    """

    day = models.DateField(unique=True)
    tokens = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.day}: {self.tokens} tokens"


#: A claim is to be judged: worth checking, not dismissed, and still what the splitter reads.
ON_DESK = Q(check_worthy=True, dismissed_at=None, withdrawn_at=None)


class ClaimQuerySet(models.QuerySet):
    def active(self) -> "ClaimQuerySet":
        """Claims that are to be judged."""
        return self.filter(ON_DESK)

    def in_reading_order(self) -> "ClaimQuerySet":
        return self.order_by("start", "end", "pk")


class Days(Func):
    """The days that a column of dates speaks of, as ranges; a date that cannot be resolved speaks of none."""

    function, output_field = "plumbline_days", DateRangeField()


class Claim(models.Model):
    """One checkable statement of an article: a standalone text, and the exact span of the article it stands on."""

    class Origin(models.TextChoices):
        SPLITTER = "SPLITTER", _("splitter")
        HAND = "HAND", _("manual")

    article = models.ForeignKey(Article, models.PROTECT, related_name="claims", verbose_name=_("article"))
    text = models.TextField(_("text"))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    sentence_start = models.PositiveIntegerField()
    sentence_end = models.PositiveIntegerField()
    places = models.JSONField(default=list)  # [[start, end], …]: every span that states it, the first is the quote
    kind = models.CharField(_("kind"), max_length=30)
    check_worthy = models.BooleanField(_("worth checking"))
    score = models.DecimalField(_("check-worthiness"), max_digits=4, decimal_places=3)
    reasons = models.JSONField(default=list)
    attributed_to = models.CharField(_("attributed to"), max_length=300, blank=True)
    quantities = models.JSONField(default=list)
    dates = models.JSONField(default=list)
    lint = models.JSONField(default=list)
    origin = models.CharField(_("origin"), max_length=8, choices=Origin, default=Origin.SPLITTER)
    splitter_version = models.CharField(_("splitter version"), max_length=120, blank=True)
    edited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    edited_at = models.DateTimeField(null=True, blank=True)
    dismissed_at = models.DateTimeField(_("dismissed at"), null=True, blank=True)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("dismissed by"),
    )
    dismissed_reason = models.CharField(_("reason for dismissal"), max_length=LONGEST_REASON, blank=True)
    # When a person last worked on the claim, by whatever deed: no later splitter changes or withdraws it.
    worked_on_at = models.DateTimeField(_("last worked on"), null=True, blank=True, db_column="touched_at")
    # When a newer splitter no longer read it.
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    created_at = models.DateTimeField(_("created at"))

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("claim"), _("claims")
        constraints = [
            # By hash: a claim may be longer than an index row can be.
            models.UniqueConstraint("article", "start", "end", MD5("text"), name="claims_claim_once_per_span"),
            models.CheckConstraint(name="claims_claim_span_is_not_empty", condition=Q(start__lt=F("end"))),
            models.CheckConstraint(
                name="claims_claim_span_in_sentence",
                condition=Q(sentence_start__lte=F("start")) & Q(end__lte=F("sentence_end")),
            ),
            models.CheckConstraint(
                name="claims_claim_dismissed_with_reason",
                condition=Q(dismissed_at=None, dismissed_by=None, dismissed_reason="")
                | (Q(dismissed_at__isnull=False, dismissed_by__isnull=False) & ~Q(dismissed_reason="")),
            ),
            models.CheckConstraint(
                name="claims_claim_touched_is_not_withdrawn", condition=Q(worked_on_at=None) | Q(withdrawn_at=None)
            ),
        ]
        indexes = [
            models.Index(name="claims_claim_reading_order", fields=["article", "start", "end", "id"]),
            models.Index(name="claims_claim_desk", fields=["-id"], condition=ON_DESK),
            GinIndex(SearchedWords("text"), name="claims_claim_words"),  # the desk's search
            # What the desk is narrowed to and sorted by.
            models.Index(name="claims_claim_worth", fields=["-score", "-id"], condition=ON_DESK),
            models.Index(name="claims_claim_by_article", fields=["-article", "start", "end", "id"], condition=ON_DESK),
            models.Index(name="claims_claim_added", fields=["-created_at"], condition=ON_DESK),
            models.Index(
                name="claims_claim_ambiguous",
                fields=["-id"],
                condition=ON_DESK & Q(lint__contains=[ClaimWarning.AMBIGUOUS.value]),
            ),
            # What lists are narrowed to by what claims say.
            GinIndex(name="claims_claim_quantities", fields=["quantities"], opclasses=["jsonb_path_ops"]),
            GistIndex(Days("dates"), name="claims_claim_days", condition=~Q(dates=[])),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def version(self) -> str:
        """Name the wording, so that a form can say which one it was filled in over."""
        return version_of(self, ["text"])

    @property
    def is_on_desk(self) -> bool:
        """Whether the claim is to be judged, as `ClaimQuerySet.active` asks it of many."""
        return self.check_worthy and not self.dismissed_at and not self.withdrawn_at


class StatedValue(models.Model):
    """That a claim gives a value to a property of a thing: values under one key are compared across articles."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint("key", F("claim").desc(), name="claims_statedvalue_once_per_claim")]

    def __str__(self) -> str:
        return self.key


class MarkQuerySet(models.QuerySet):
    def open(self) -> "MarkQuerySet":
        """Marks that no claim on the desk covers and nobody dismissed; the services keep `claim` in step with the desk."""
        return self.filter(claim=None, dismissed_reason="")


class Mark(models.Model):
    """A checkable token of an article: covered by a claim, dismissed with a reason, or open."""

    class Kind(models.TextChoices):
        NUMBER = "number", _("number")
        DATE = "date", _("date")
        NAME = "name", _("name")
        QUOTATION = "quotation", _("quotation")
        SUPERLATIVE = "superlative", _("superlative")

    article = models.ForeignKey(Article, models.PROTECT, related_name="marks")
    kind = models.CharField(max_length=11, choices=Kind)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="+", null=True, blank=True)
    dismissed_reason = models.CharField(max_length=LONGEST_REASON, blank=True)

    objects = MarkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="claims_mark_once_per_span", fields=["article", "kind", "start", "end"]),
            models.CheckConstraint(name="claims_mark_span_is_not_empty", condition=Q(start__lt=F("end"))),
        ]

    def __str__(self) -> str:
        return f"{self.kind} at {self.start}"


class Citation(models.Model):
    """An exact quote of a snapshot, with a stance on one claim. The database checks the quote letter by letter."""

    class Stance(models.TextChoices):
        SUPPORTS = "supports", _("supports")
        CONTRADICTS = "contradicts", _("contradicts")
        CONTEXT = "context", _("context")

    class Health(models.TextChoices):
        STANDS = "stands", _("stands")
        CHANGED = "changed", _("changed")
        UNCERTAIN = "uncertain", _("needs attention")
        UNAVAILABLE = "unavailable", _("source unavailable")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="citations", verbose_name=_("claim"))
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="+", verbose_name=_("snapshot"))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField(_("quote"))
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    stance = models.CharField(_("relation to the claim"), max_length=11, choices=Stance)
    health = models.CharField(_("status"), max_length=11, choices=Health, default=Health.STANDS)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("created by")
    )
    #: Who found the same words for the same purpose by themselves, as a second person does who judges blind.
    also_cited_by = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    created_at = models.DateTimeField(_("created at"))
    # Null: nothing will change until an upload does.
    next_check_at = models.DateTimeField(_("next re-check"), null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("citation"), _("citations")
        constraints = [
            models.UniqueConstraint(
                name="claims_citation_once_per_quote", fields=["claim", "snapshot", "start", "end", "stance"]
            ),
            models.CheckConstraint(name="claims_citation_span_is_not_empty", condition=Q(start__lt=F("end"))),
        ]
        indexes = [models.Index(name="claims_citation_next_check", fields=["next_check_at"])]  # scheduling re-checks

    def __str__(self) -> str:
        return f"“{self.quote[:60]}”"

    @property
    def health_in_words(self) -> str:
        """How the citation stands; of a source that is no longer there, what is kept of it."""
        if self.health == self.Health.UNAVAILABLE and self.snapshot.captured_at:
            return gettext("source unavailable; a copy from %(day)s is kept") % {
                "day": day_in_words(self.snapshot.captured_at)
            }
        return self.get_health_display()


class Finding(models.Model):
    """What a machine noticed. It advises; it never changes a verdict."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        DISMISSED = "dismissed", _("dismissed")
        LAPSED = "lapsed", _("no longer holds")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="findings", verbose_name=_("claim"))
    other_claim = models.ForeignKey(Claim, models.PROTECT, related_name="+", null=True, blank=True)
    citation = models.ForeignKey(
        Citation, models.PROTECT, related_name="findings", null=True, blank=True, verbose_name=_("citation")
    )
    kind = models.CharField(max_length=30)
    explanation = models.TextField(_("explanation"))
    key = models.CharField(max_length=80)  # names the occasion, so that noticing the same thing twice is one finding
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.OPEN)
    lapsed_reason = models.CharField(
        _("why it no longer holds"), max_length=300, blank=True
    )  # why the machine took it back
    created_at = models.DateTimeField(_("created at"))

    class Meta:
        verbose_name, verbose_name_plural = _("finding"), _("findings")
        constraints = [
            models.UniqueConstraint(name="claims_finding_once_per_occasion", fields=["claim", "kind", "key"]),
        ]
        indexes = [
            # What was noticed in articles alone, as the desk is narrowed to it.
            models.Index(name="claims_finding_undecided", fields=["-id"], condition=Q(state="open")),  # admin's list
            models.Index(name="claims_finding_open", fields=["-claim"], condition=Q(state="open", citation=None)),
        ]

    def __str__(self) -> str:
        return self.explanation
