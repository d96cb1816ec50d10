"""Rounds on claims, their moves, and the judgements given in them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.models import Citation, Claim, Finding
from core.translation.rendering import translated
from reviews.ratings import LONGEST_RATING, Rating
from reviews.workflow import AWAITING_JUDGEMENT, LABELS, OPEN, Status

STATUS_CHOICES = [(status.value, LABELS[status]) for status in Status]


class Review(models.Model):
    """One round on one claim."""

    class Reason(models.TextChoices):
        FIRST = "first", _("first review")
        ENDANGERED = "endangered", _("a source of the verdict changed")
        REQUESTED = "requested", _("a new review was requested")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField()
    status = models.CharField(_("status"), max_length=12, choices=STATUS_CHOICES, default=Status.QUEUED)
    reason = models.CharField(_("reason"), max_length=10, choices=Reason, default=Reason.FIRST)
    note = models.TextField(blank=True)  # what opened the round
    finding = models.ForeignKey(
        Finding, models.PROTECT, related_name="+", null=True, blank=True
    )  # of an endangered one
    judgements_required = models.PositiveSmallIntegerField(
        _("judgements required"), default=1, db_column="readers"
    )  # 2 are given without seeing each other
    version = models.PositiveIntegerField(default=0)  # rises with every move: what a person saw is what they decide on
    rating = models.CharField(
        _("rating"), max_length=LONGEST_RATING, choices=Rating, blank=True
    )  # what the judgements came to
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("review"), _("reviews")
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
                condition=Q(status__in=AWAITING_JUDGEMENT),
            ),
            models.Index(
                name="reviews_review_endangered", fields=["-claim"], condition=Q(status__in=OPEN, reason="endangered")
            ),
        ]

    def __str__(self) -> str:
        name = gettext("#%(number)s, review %(round)s of claim #%(claim)s")
        return name % {"number": self.pk, "round": self.round, "claim": self.claim_id}


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

    @property
    def note_in_words(self) -> str:
        """The note as it was written; one of the program's own, on an event that moves nothing, in the reader's language."""
        is_own = self.from_status == self.to_status
        return translated(self.note) if is_own else self.note


class Judgement(models.Model):
    """One analyst's rating in one round, with what it rests on. Sent back, the analyst gives another one."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="judgements")
    analyst = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    rating = models.CharField(max_length=LONGEST_RATING, choices=Rating)
    rationale = models.TextField()
    # Where it does not agree with its citations or with the check, in English, as the analyst confirmed it.
    disagreement = models.TextField(blank=True, default="", db_default="")
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
