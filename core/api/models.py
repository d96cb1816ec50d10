"""Answers that are kept for a while, so that a request that is sent again is done once."""

from django.conf import settings
from django.db import models


class KeptAnswer(models.Model):
    """What a POST with an `Idempotency-Key` was answered. It is written in the transaction of what the POST did."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64)  # of the request: the same key for another one is a mistake
    status = models.PositiveSmallIntegerField(null=True)  # null while it is being done, which nobody else sees
    body = models.TextField(blank=True)
    headers = models.JSONField(default=dict)
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(name="api_keptanswer_once_per_key", fields=["person", "key"])]

    def __str__(self) -> str:
        return f"{self.key} of user #{self.person_id}"
