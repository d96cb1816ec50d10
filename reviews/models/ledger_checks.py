"""Each time that the whole ledger was verified, and what came of it."""

from django.db import models
from django.db.models import Q


class LedgerCheck(models.Model):
    """One verification of the ledger. `finished_at` is empty where it was interrupted, `fault` where everything held."""

    day = models.DateField(null=True)  # of the one of that day that the scheduler asked for; empty: by hand
    attempts = models.PositiveSmallIntegerField(default=1)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    entries = models.PositiveBigIntegerField(default=0)
    replayed = models.PositiveBigIntegerField(default=0)
    heads = models.PositiveBigIntegerField(default=0)  # recorded ones that were compared
    head_seq = models.PositiveBigIntegerField(null=True)  # where the ledger ended when it began
    head_hash = models.CharField(max_length=64, blank=True)
    bad_entry = models.PositiveBigIntegerField(null=True)
    fault = models.TextField(blank=True)  # in English, as the command says it
    mailed_at = models.DateTimeField(null=True)  # when the last of all who get a letter was reached
    mailed_to = models.JSONField(default=list)  # the addresses that were reached
    posted_at = models.DateTimeField(null=True)
    sending_error = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="reviews_ledgercheck_once_a_day", fields=["day"], condition=Q(day__isnull=False)
            )
        ]
        indexes = [models.Index(name="reviews_ledgercheck_started", fields=["-started_at"])]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"
