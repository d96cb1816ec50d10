"""What others found of claims: fact-checks that were imported, to be shown beside claims that are like theirs."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.text_search import SearchedWords
from reviews.ratings import LONGEST_RATING, Rating


class ExternalVerdict(models.Model):
    """One fact-check of somebody else's on one claim. Nothing here rests on it, and nothing checks it."""

    # Of the address and the claim together, which are too long for an index.
    key = models.CharField(max_length=64, unique=True, editable=False)
    claim_text = models.TextField(_("claim"))
    url = models.CharField(_("web address"), max_length=2_000)
    publisher = models.CharField(_("publisher"), max_length=200)
    rating = models.CharField(_("rating as published"), max_length=500)
    mapped_rating = models.CharField(_("our rating"), max_length=LONGEST_RATING, choices=Rating, blank=True, default="")
    claimant = models.CharField(_("claimed by"), max_length=300, blank=True)
    claimed_on = models.DateField(_("claimed on"), null=True, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=16, blank=True)  # BCP 47; empty: nobody said
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("imported by")
    )
    imported_at = models.DateTimeField(_("imported at"))
    changed_at = models.DateTimeField(_("last changed"))

    class Meta:
        verbose_name, verbose_name_plural = _("external verdict"), _("external verdicts")
        indexes = [GinIndex(SearchedWords("claim_text"), name="reviews_external_words")]

    def __str__(self) -> str:
        return self.claim_text
