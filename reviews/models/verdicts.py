"""What rounds published, the ledger of it, and who has fetched it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.models import Citation, Claim
from reviews.models.rounds import Review
from reviews.ratings import LONGEST_RATING, Rating


class Verdict(models.Model):
    """What a round published. Append-only: the database refuses any change."""

    review = models.OneToOneField(Review, models.PROTECT, related_name="verdict", verbose_name=_("review"))
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="+")
    rating = models.CharField(_("rating"), max_length=LONGEST_RATING, choices=Rating)
    rationale = models.TextField(_("rationale"))
    citations = models.ManyToManyField(Citation, related_name="+", through="VerdictCitation")
    supersedes = models.OneToOneField(
        "self",
        models.PROTECT,
        related_name="superseded_by",
        null=True,
        blank=True,
        verbose_name=_("supersedes"),
    )
    signed_off_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("signed off by")
    )
    published_at = models.DateTimeField(_("published at"))
    # Marks of the article at sign-off, and how many of them were settled; null for what was published before they were kept.
    marks_total = models.PositiveIntegerField(null=True, blank=True, editable=False)
    marks_settled = models.PositiveIntegerField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name, verbose_name_plural = _("verdict"), _("verdicts")
        constraints = [
            models.CheckConstraint(name="reviews_verdict_has_rationale", condition=~Q(rationale="")),
        ]
        indexes = [
            models.Index(name="reviews_verdict_newest", fields=["claim", "-id"]),  # the verdict of a claim
            models.Index(name="reviews_verdict_rated", fields=["rating", "-claim"]),  # the desk, narrowed to a rating
        ]

    def __str__(self) -> str:
        # Translators: the name of a verdict: its rating in lower case, and its claim.
        name = gettext("%(rating)s on claim #%(claim)s")
        return name % {"rating": Rating(self.rating).label.lower(), "claim": self.claim_id}


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

    seq = models.PositiveBigIntegerField(_("number"), primary_key=True)
    verdict = models.OneToOneField(Verdict, models.PROTECT, related_name="ledger_entry")
    payload = models.JSONField()
    # Hides the names in the payload behind hashes; empty where the payload says them.
    salt = models.CharField(max_length=32, blank=True, default="", db_default="", editable=False)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name, verbose_name_plural = _("ledger entry"), _("ledger entries")

    def __str__(self) -> str:
        return f"{self.seq}: {self.hash[:12]}"


class Withdrawal(models.Model):
    """That an editor took a verdict back without another one. It stands no longer; the row says why, for good."""

    verdict = models.OneToOneField(Verdict, models.PROTECT, related_name="withdrawal", verbose_name=_("verdict"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("withdrawn by"))
    reason = models.TextField(_("reason"))
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name, verbose_name_plural = _("withdrawal"), _("withdrawals")
        constraints = [models.CheckConstraint(name="reviews_withdrawal_has_reason", condition=~Q(reason=""))]

    def __str__(self) -> str:
        return f"verdict #{self.verdict_id}"


class ChangeKind(models.TextChoices):
    """What became of the verdict on a claim, as whoever holds it has to know it."""

    NEW = "new", _("first verdict")
    ENDANGERED = "endangered", _("in doubt")
    REAFFIRMED = "reaffirmed", _("reaffirmed")
    REVERSED = "reversed", _("reversed")
    WITHDRAWN = "withdrawn", _("withdrawn")

    @classmethod
    def after(cls, before: str | None, now: str) -> "ChangeKind":
        """Return what a verdict with the rating `now` is to whoever holds the one before it; None: there is none."""
        if before is None:
            return cls.NEW
        return cls.REAFFIRMED if before == now else cls.REVERSED


class VerdictChange(models.Model):
    """One change in what is published of a claim. Numbers appear in ascending order, so that a reader misses none."""

    kind = models.CharField(_("kind"), max_length=10, choices=ChangeKind)
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="+", verbose_name=_("claim"))
    # The verdict that stands after it; of one that was withdrawn, that one.
    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="+", verbose_name=_("verdict"))
    previous = models.ForeignKey(Verdict, models.PROTECT, related_name="+", null=True, blank=True)
    reason = models.TextField(blank=True)  # in English, as the API says it
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name, verbose_name_plural = _("change of a verdict"), _("changes of verdicts")

    def __str__(self) -> str:
        return f"#{self.pk} {self.kind}"


class Delivery(models.Model):
    """Verdicts that a program fetched: those of one answer, from the first to the last number of it.

    One row stands for one page of a list, or for a whole export, so that telling who holds a verdict costs no writes
    per verdict.
    """

    consumer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    first_verdict = models.PositiveBigIntegerField()
    last_verdict = models.PositiveBigIntegerField()
    at = models.DateTimeField()

    class Meta:
        verbose_name, verbose_name_plural = _("delivery"), _("deliveries")
        constraints = [
            models.UniqueConstraint(
                name="reviews_delivery_once_per_range", fields=["consumer", "first_verdict", "last_verdict"]
            ),
            models.CheckConstraint(
                name="reviews_delivery_range_is_not_empty", condition=Q(first_verdict__lte=F("last_verdict"))
            ),
        ]
        indexes = [models.Index(name="reviews_delivery_of_verdict", fields=["last_verdict", "first_verdict"])]

    def __str__(self) -> str:
        return f"verdicts {self.first_verdict} to {self.last_verdict} for user #{self.consumer_id}"
