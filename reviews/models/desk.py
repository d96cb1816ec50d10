"""How people share the work: who judges a claim, what they say about it, and how they look at the desk."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from claims.models import Claim


class Assignment(models.Model):
    """Who is to judge a claim, until when, and how urgent it is. A claim without a row is nobody's, and not urgent.

    A trigger takes all of that back when the round ends: it was said of that round's work.
    """

    class Priority(models.IntegerChoices):
        NORMAL = 0, _("normal")
        HIGH = 1, _("high")
        URGENT = 2, _("urgent")

    claim = models.OneToOneField(Claim, models.PROTECT, primary_key=True, related_name="+")
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    priority = models.PositiveSmallIntegerField(choices=Priority, default=Priority.NORMAL)
    version = models.PositiveIntegerField(default=1)  # rises with every change: what a person saw is what they change
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(name="reviews_assignment_assignee", fields=["assignee", "-claim"]),
            models.Index(
                name="reviews_assignment_due_first", fields=["due_on", "-claim"], condition=Q(due_on__isnull=False)
            ),
            models.Index(
                name="reviews_assignment_priority", fields=["-priority", "-claim"], condition=Q(priority__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"claim #{self.claim_id} for user #{self.assignee_id}"


class Comment(models.Model):
    """What somebody says about a claim to the others who work on it. Comments are not published."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.TextField()
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(name="reviews_comment_says_something", condition=~Q(text=""))]
        indexes = [models.Index(name="reviews_comment_of_claim", fields=["claim", "id"])]

    def __str__(self) -> str:
        return f"comment #{self.pk} on claim #{self.claim_id}"


class SavedView(models.Model):
    """A way to look at the desk that one person keeps, as the query of the desk's address."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=500)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="reviews_savedview_once_per_name", fields=["owner", "name"])]

    def __str__(self) -> str:
        return self.name
