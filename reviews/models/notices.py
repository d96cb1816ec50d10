"""What people are told, each thing once, and what they want to be told."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from claims.models import Claim
from reviews import notice_texts


class NoticeKind(models.TextChoices):
    ENDANGERED = "endangered", _("A source of a verdict changed")
    ADJUDICATION = "adjudication", _("Two judgements differ")
    RETURNED = "returned", _("A judgement was sent back")
    ASSIGNED = "assigned", _("A claim was assigned to you")
    MENTIONED = "mentioned", _("A comment mentions you")
    WEBHOOK = "webhook", _("A webhook was switched off")


class Notice(models.Model):
    """One thing that one person is told. `key` names the occasion: told twice, it is one notice.

    `text` says it in English, as letters do; from `facts` it is put together in the language of whoever reads it.
    """

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=NoticeKind)
    key = models.CharField(max_length=80)
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="+", null=True, blank=True)
    text = models.TextField()
    facts = models.JSONField(default=dict)  # empty for what was told before there were any
    shown = models.BooleanField(default=True)  # off for who asked for the e-mail only
    mailed_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="reviews_notice_once_per_occasion", fields=["recipient", "kind", "key"]),
        ]
        indexes = [
            models.Index(name="reviews_notice_inbox", fields=["recipient", "-id"]),
            models.Index(name="reviews_notice_unmailed", fields=["recipient"], condition=Q(mailed_at=None)),
            models.Index(name="reviews_notice_unread", fields=["recipient"], condition=Q(read_at=None, shown=True)),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def as_text(self) -> str:
        """What it says, as a plain text in the language that is spoken now."""
        return notice_texts.as_text(self.kind, self.facts) if self.facts else self.text

    @property
    def as_html(self) -> SafeString | str:
        """What it says, with its English parts marked as such."""
        return notice_texts.as_html(self.kind, self.facts) if self.facts else self.text

    @property
    def path(self) -> str:
        """Where on this site the notice leads."""
        if self.kind == NoticeKind.WEBHOOK:
            return reverse("admin:reviews_webhook_changelist")
        return reverse("claim", args=[self.claim_id]) if self.claim_id else reverse("desk")


class NoticeChoice(models.Model):
    """Whether one person wants one kind of notice in the inbox and in the e-mail digest. Without a row: both."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=NoticeKind)
    in_app = models.BooleanField(default=True)
    by_mail = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(name="reviews_noticechoice_once_per_kind", fields=["person", "kind"])]

    def __str__(self) -> str:
        return f"{self.kind} for user #{self.person_id}"
