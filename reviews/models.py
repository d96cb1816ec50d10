"""Rounds, judgements, verdicts, the ledger, and the re-checks of what verdicts rest on."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models import Citation, Claim, Finding
from reviews.workflow import LABELS, OPEN, Status
from sources.models import Snapshot
from sources.work import Work

STATUS_CHOICES = [(status.value, LABELS[status]) for status in Status]


class Rating(models.TextChoices):
    VERIFIED = "verified", "Verified"
    DISPUTED = "disputed", "Disputed"
    WRONG = "wrong", "Wrong"


class Review(models.Model):
    """One round on one claim."""

    class Reason(models.TextChoices):
        FIRST = "first", "first round"
        ENDANGERED = "endangered", "a source of the verdict changed"
        REQUESTED = "requested", "another round was asked for"

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=12, choices=STATUS_CHOICES, default=Status.QUEUED)
    reason = models.CharField(max_length=10, choices=Reason, default=Reason.FIRST)
    note = models.TextField(blank=True)  # what opened the round
    finding = models.ForeignKey(
        Finding, models.PROTECT, related_name="+", null=True, blank=True
    )  # of an endangered one
    version = models.PositiveIntegerField(default=0)  # rises with every move: what a person saw is what they decide on
    rating = models.CharField(max_length=8, choices=Rating, blank=True)  # what the judgements came to
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "round", "rounds"
        constraints = [
            models.UniqueConstraint(name="reviews_review_one_per_round", fields=["claim", "round"]),
            models.UniqueConstraint(
                name="reviews_review_one_open_per_claim", fields=["claim"], condition=Q(status__in=OPEN)
            ),
            models.CheckConstraint(
                name="reviews_review_rated_before_approval",
                condition=~Q(status__in=[Status.IN_APPROVAL, Status.PUBLISHED]) | ~Q(rating=""),
            ),
        ]
        indexes = [
            models.Index(name="reviews_review_by_status", fields=["status", "-id"]),  # the admin's filter
            # The desk's views, each read from its newest claim on.
            models.Index(name="reviews_review_desk", fields=["status", "-claim"]),
            models.Index(
                name="reviews_review_unjudged",
                fields=["-claim"],
                condition=Q(status__in=[Status.QUEUED, Status.IN_REVIEW]),
            ),
            models.Index(
                name="reviews_review_endangered", fields=["-claim"], condition=Q(status__in=OPEN, reason="endangered")
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk} round {self.round} of claim #{self.claim_id}"


class MissingRound(models.Model):
    """A claim that came to the desk and had no round then. Triggers keep these rows, so no sweep reads every claim."""

    claim = models.OneToOneField(Claim, models.CASCADE, primary_key=True, related_name="+")

    def __str__(self) -> str:
        return f"claim #{self.claim_id}"


class ReviewEvent(models.Model):
    """One move of a round: who, when, from where to where."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="events")
    from_status = models.CharField(max_length=12, choices=STATUS_CHOICES, blank=True)
    to_status = models.CharField(max_length=12, choices=STATUS_CHOICES)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    note = models.TextField(blank=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.from_status} to {self.to_status}"


class Judgement(models.Model):
    """One analyst's rating in one round, with what it rests on. Sent back, the analyst gives another one."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="judgements")
    analyst = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    rating = models.CharField(max_length=8, choices=Rating)
    rationale = models.TextField()
    citations = models.ManyToManyField(Citation, related_name="+")
    adjudicates = models.BooleanField(default=False)  # an editor's decision between two that differ
    withdrawn_at = models.DateTimeField(null=True, blank=True)  # set when an editor sends the round back
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="reviews_judgement_one_per_analyst",
                fields=["review", "analyst"],
                condition=Q(withdrawn_at=None, adjudicates=False),
            ),
            models.CheckConstraint(name="reviews_judgement_has_rationale", condition=~Q(rationale="")),
        ]

    def __str__(self) -> str:
        return f"{self.rating} in review #{self.review_id}"


class Verdict(models.Model):
    """What a round published. Append-only: the database refuses any change."""

    review = models.OneToOneField(Review, models.PROTECT, related_name="verdict")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="+")
    rating = models.CharField(max_length=8, choices=Rating)
    rationale = models.TextField()
    citations = models.ManyToManyField(Citation, related_name="+", through="VerdictCitation")
    supersedes = models.OneToOneField("self", models.PROTECT, related_name="superseded_by", null=True, blank=True)
    signed_off_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="reviews_verdict_has_rationale", condition=~Q(rationale="")),
        ]
        indexes = [models.Index(name="reviews_verdict_newest", fields=["claim", "-id"])]  # the verdict of a claim

    def __str__(self) -> str:
        return f"{self.rating} on claim #{self.claim_id}"


class VerdictCitation(models.Model):
    """One citation that a verdict rests on."""

    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="rests_on")
    citation = models.ForeignKey(Citation, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(name="reviews_verdict_cites_once", fields=["verdict", "citation"])]

    def __str__(self) -> str:
        return f"citation #{self.citation_id} of verdict #{self.verdict_id}"


class LedgerEntry(models.Model):
    """One link of the hash chain: its hash covers its payload and the hash before it."""

    seq = models.PositiveBigIntegerField(primary_key=True)
    verdict = models.OneToOneField(Verdict, models.PROTECT, related_name="ledger_entry")
    payload = models.JSONField()
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name, verbose_name_plural = "ledger entry", "ledger entries"

    def __str__(self) -> str:
        return f"{self.seq}: {self.hash[:12]}"


class Recheck(Work):
    """One due look at one citation. The row is the queue; Celery only rings the bell."""

    citation = models.ForeignKey(Citation, models.PROTECT, related_name="+")
    slot = models.DateTimeField()
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "re-check", "re-checks"
        constraints = [models.UniqueConstraint(name="reviews_recheck_one_per_slot", fields=["citation", "slot"])]
        indexes = [
            models.Index(name="reviews_recheck_due", fields=["run_after"], condition=~Q(state__in=["DONE", "DEAD"])),
        ]

    def __str__(self) -> str:
        return f"#{self.pk} of citation #{self.citation_id}"


class RecheckResult(models.Model):
    """What one re-check found: a fetch outcome, and only where that allows it, a kind of change."""

    recheck = models.OneToOneField(Recheck, models.PROTECT, related_name="result")
    outcome = models.CharField(max_length=20)
    change = models.CharField(max_length=20, blank=True)
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="+", null=True, blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    explanation = models.TextField()
    opened = models.ForeignKey(Review, models.PROTECT, related_name="+", null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name, verbose_name_plural = "result of a re-check", "results of re-checks"

    def __str__(self) -> str:
        return f"{self.change or self.outcome} in re-check #{self.recheck_id}"
