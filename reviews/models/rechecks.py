"""Re-checks of what verdicts rest on, and what they found."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.models import Citation
from core.jobs.models import Job
from reviews.models.rounds import Review
from sources.models import Snapshot


class Recheck(Job):
    """One due re-check of one citation. The row is the queue; Celery only tells a worker of it."""

    citation = models.ForeignKey(Citation, models.PROTECT, related_name="+")
    slot = models.DateTimeField()
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("requested by"),
    )

    class Meta:
        verbose_name, verbose_name_plural = _("re-check"), _("re-checks")
        constraints = [models.UniqueConstraint(name="reviews_recheck_one_per_slot", fields=["citation", "slot"])]
        indexes = [
            models.Index(name="reviews_recheck_due", fields=["run_after"], condition=~Q(state__in=["DONE", "DEAD"])),
            models.Index(name="reviews_recheck_given_up", fields=["run_after"], condition=Q(state="DEAD")),
        ]

    def __str__(self) -> str:
        name = gettext("#%(number)s of citation #%(citation)s")
        return name % {"number": self.pk, "citation": self.citation_id}


class RecheckResult(models.Model):
    """What one re-check found: a fetch outcome, and only where that allows it, a kind of change."""

    recheck = models.OneToOneField(Recheck, models.PROTECT, related_name="result")
    outcome = models.CharField(max_length=20)
    change = models.CharField(max_length=20, blank=True)
    # Names what stands in place of the quote; empty for the quote.
    fingerprint = models.CharField(max_length=32, blank=True, db_column="said")
    is_flip = models.BooleanField(default=False)  # whether that differs from what the re-check before read
    decides_at = models.DateTimeField(null=True, blank=True)  # only a second re-check, then or later, will tell
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="+", null=True, blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    explanation = models.TextField()
    opened = models.ForeignKey(Review, models.PROTECT, related_name="+", null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name, verbose_name_plural = _("result of a re-check"), _("results of re-checks")

    def __str__(self) -> str:
        return f"{self.change or self.outcome} in re-check #{self.recheck_id}"
