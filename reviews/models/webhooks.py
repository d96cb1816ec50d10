"""Addresses that are told what becomes of verdicts, what each of them was sent, and what it answered."""

from datetime import datetime
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from core.jobs.models import Job, JobQuerySet
from reviews.models.verdicts import VerdictChange


class WebhookQuerySet(JobQuerySet):
    def due(self, at: datetime | None = None) -> JobQuerySet:
        """Webhooks that are on, whose turn it is, and that have something to send."""
        waiting = WebhookMessage.objects.filter(
            webhook=OuterRef("pk"), state=WebhookMessage.State.WAITING, run_after__lte=at or Now()
        )
        newer = VerdictChange.objects.filter(pk__gt=OuterRef("queued_through"))
        return super().due(at).filter(Exists(waiting) | Exists(newer), disabled_at=None)


class Webhook(Job):
    """An address that a program wants to be told at. The row is leased: one worker at a time sends to it, in order."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("registered by")
    )
    url = models.CharField(max_length=2048)
    kinds = models.JSONField(default=list)  # of ChangeKind; empty: all of them
    only_fetched = models.BooleanField(default=False)  # nothing but changes of verdicts that the owner fetched
    # The secret is derived from these and the key of this site, so that no table holds one.
    salt = models.CharField(max_length=32, editable=False)
    secret_number = models.PositiveIntegerField(default=1)
    secret_changed_at = models.DateTimeField(null=True, blank=True)
    queued_through = models.PositiveBigIntegerField(default=0)  # changes up to this one have become messages
    failures = models.PositiveIntegerField(default=0)  # in a row
    failing_since = models.DateTimeField(_("failing since"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("last accepted"), null=True, blank=True)
    disabled_at = models.DateTimeField(null=True, blank=True)
    disabled_reason = models.TextField(blank=True)  # in English, as the API says it
    created_at = models.DateTimeField(_("created at"))

    objects: ClassVar[Any] = WebhookQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("webhook"), _("webhooks")

    def __str__(self) -> str:
        return f"#{self.pk} {self.host}"

    @property
    def host(self) -> str:
        """The host of its address: the rest may hold a password of the other side, and is shown to nobody else."""
        return urlsplit(self.url).netloc

    @property
    def is_on(self) -> bool:
        return self.disabled_at is None


class WebhookMessage(models.Model):
    """One change for one webhook. It waits until it is accepted, so that an outage loses none."""

    class State(models.TextChoices):
        WAITING = "WAITING", _("waiting")
        ACCEPTED = "ACCEPTED", _("accepted")
        GIVEN_UP = "GIVEN_UP", _("given up")

    webhook = models.ForeignKey(Webhook, models.CASCADE, related_name="messages", verbose_name=_("webhook"))
    change = models.ForeignKey(VerdictChange, models.PROTECT, related_name="+", verbose_name=_("change"))
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    run_after = models.DateTimeField(_("scheduled for"))
    failing_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("message"), _("messages")
        constraints = [
            models.UniqueConstraint(name="reviews_webhookmessage_once_per_change", fields=["webhook", "change"])
        ]
        indexes = [
            models.Index(
                name="reviews_webhookmessage_waiting",
                fields=["webhook", "change"],
                condition=models.Q(state="WAITING"),
            )
        ]

    def __str__(self) -> str:
        return f"msg_{self.change_id}"


class WebhookAttempt(models.Model):
    """One request to a webhook and what came of it. Nothing that the other side said is kept but its status."""

    message = models.ForeignKey(WebhookMessage, models.CASCADE, related_name="log", verbose_name=_("message"))
    status = models.PositiveSmallIntegerField(_("status"), null=True, blank=True)
    error = models.TextField(_("error"), blank=True)
    millis = models.PositiveIntegerField(_("milliseconds"))
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name, verbose_name_plural = _("delivery attempt"), _("delivery attempts")
        indexes = [models.Index(name="reviews_webhookattempt_at", fields=["at"])]  # what is forgotten after a while

    def __str__(self) -> str:
        return f"{self.status or self.error}"
