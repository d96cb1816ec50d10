"""Links with which somebody without an account reads one article or one claim, until they end."""

import hashlib
from typing import Any, ClassVar, cast

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from claims.models import Article, Claim

#: What a link says of its purpose, in characters.
LONGEST_PURPOSE = 120


class SharedLinkQuerySet(models.QuerySet):
    def living(self, at: Any) -> "SharedLinkQuerySet":
        """Links that can still be opened."""
        return self.filter(revoked_at=None, expires_at__gt=at)


class SharedLink(models.Model):
    """Opens one article or one claim for reading. Only the hash of its token is kept, so that no copy of the table opens anything."""

    article = models.ForeignKey(Article, models.CASCADE, null=True, blank=True, related_name="+")
    claim = models.ForeignKey(Claim, models.CASCADE, null=True, blank=True, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    purpose = models.CharField(_("for whom"), max_length=LONGEST_PURPOSE)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("created at"))
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)  # for the last time, to the minute

    objects: ClassVar[Any] = SharedLinkQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("read-only link"), _("read-only links")
        constraints = [
            models.CheckConstraint(
                name="reviews_sharedlink_opens_one_thing",
                condition=Q(article__isnull=False, claim__isnull=True) | Q(article__isnull=True, claim__isnull=False),
            ),
            models.CheckConstraint(
                name="reviews_sharedlink_ends_later", condition=Q(expires_at__gt=models.F("created_at"))
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk} {self.purpose}"

    @staticmethod
    def hash_of(token: str) -> str:
        """Return what is kept of a token. It is random and long, so that a plain hash of it tells nothing."""
        return hashlib.sha256(token.encode()).hexdigest()

    @property
    def opens(self) -> Article | Claim:
        # One of them is there: the database refuses a link to nothing.
        return self.article or cast("Claim", self.claim)
