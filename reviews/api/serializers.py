"""Articles, claims, verdicts and re-checks as programs read them."""

from typing import Any

from django.utils.text import capfirst
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api import ClaimFieldsSerializer, FindingSerializer
from claims.models import Article, Citation, Claim
from claims.similarity import ClaimRelation
from core.api.bodies import Body, Words
from reviews import queries
from reviews.models import Recheck, RecheckResult, Review
from reviews.queries.annotated import AnnotatedClaim
from reviews.ratings import Rating
from reviews.workflow import OPEN
from sources.api import ExtractionWarningSerializer
from sources.models import Snapshot

HOW_CHOICES = [(how.value, how.value) for how in ClaimRelation]


class ArticleRef(serializers.Serializer):
    id = serializers.IntegerField()
    title = serializers.CharField()
    url = serializers.CharField(help_text="Empty for an article that was pasted or uploaded.")
    published_on = serializers.DateField(allow_null=True)


def article_ref(article: Article) -> dict:
    """Return the fields of an ArticleRef."""
    return {
        "id": article.pk,
        "title": article.title,
        "url": article.snapshot.document.url,
        "published_on": article.published_on and article.published_on.isoformat(),
    }


class ClaimRef(serializers.Serializer):
    id = serializers.IntegerField()
    text = serializers.CharField()
    article = ArticleRef()


class SourceRef(serializers.Serializer):
    id = serializers.IntegerField()
    title = serializers.CharField()
    publisher = serializers.CharField()
    url = serializers.CharField()
    grade = serializers.CharField(help_text="Admiralty code, such as B2; empty if the source has not been graded.")


class SnapshotRef(serializers.Serializer):
    id = serializers.IntegerField()
    sha256 = serializers.CharField(help_text="SHA-256 of the bytes as they were received.")
    captured_at = serializers.DateTimeField()


class CitationRow(serializers.Serializer):
    """An exact quote: the characters from start to end of the text of its snapshot."""

    id = serializers.IntegerField()
    quote = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    stance = serializers.ChoiceField(choices=Citation.Stance.choices)
    health = serializers.ChoiceField(choices=Citation.Health.choices, help_text="The result of the last re-check.")
    source: Any = SourceRef()
    snapshot = SnapshotRef()


class LedgerRef(serializers.Serializer):
    seq = serializers.IntegerField()
    hash = serializers.CharField()


class SettledMarks(serializers.Serializer):
    """How many numbers, dates, names, quotations and superlatives of the article were settled at sign-off."""

    settled = serializers.IntegerField(help_text="Covered by a claim, or dismissed with a reason.")
    total = serializers.IntegerField()


class VerdictRow(serializers.Serializer):
    """A published verdict. It never changes; `stands` and `endangered` give its current state."""

    id = serializers.IntegerField()
    claim = ClaimRef()
    rating = serializers.ChoiceField(choices=Rating.choices)
    rationale = serializers.CharField()
    citations = CitationRow(many=True)
    round = serializers.IntegerField()
    supersedes = serializers.IntegerField(allow_null=True)
    superseded_by = serializers.IntegerField(allow_null=True)
    stands = serializers.BooleanField(
        help_text="False once a later verdict on the claim has superseded it, or an editor has withdrawn it."
    )
    endangered = serializers.BooleanField(
        help_text="True if one of its sources has changed and the claim is being judged again."
    )
    withdrawn_at = serializers.DateTimeField(allow_null=True)
    published_at = serializers.DateTimeField()
    judged_by = serializers.ListField(
        child=serializers.CharField(), help_text="User names, or roles where this site names nobody."
    )
    signed_off_by = serializers.CharField()
    rules_version = serializers.CharField(help_text="The rules under which its citations were checked.")
    coverage: Any = SettledMarks(allow_null=True, help_text="Null for a verdict from before this was kept.")
    ledger: Any = LedgerRef(help_text="Its place in the hash chain; see `/verdicts/{id}/proof`.")


class WithdrawalReason(Body):
    """Why a verdict is taken back, in the words that consumers are told."""

    reason = Words(max_length=1_000)


class ClaimSerializer(ClaimFieldsSerializer):
    """A claim with the status of its review and its latest verdict. `status` is null before the first review."""

    article = serializers.SerializerMethodField()
    status = serializers.CharField(allow_null=True)
    round = serializers.IntegerField(allow_null=True)
    review = serializers.IntegerField(
        source="review_id", allow_null=True, help_text="The newest review, which analysts and editors read and decide."
    )
    review_version = serializers.IntegerField(allow_null=True, help_text="Rises with every move of that review.")
    verdict = serializers.SerializerMethodField()
    endangered = serializers.SerializerMethodField()
    findings = FindingSerializer(source="open_findings", many=True)

    class Meta(ClaimFieldsSerializer.Meta):
        fields: tuple[str, ...] = (
            *ClaimFieldsSerializer.Meta.fields,
            "article",
            "status",
            "round",
            "review",
            "review_version",
            "verdict",
            "endangered",
            "findings",
        )

    @extend_schema_field(ArticleRef)
    def get_article(self, claim: Claim) -> dict:
        return article_ref(claim.article)

    @extend_schema_field(VerdictRow(allow_null=True))
    def get_verdict(self, claim: AnnotatedClaim) -> dict | None:
        return self.context["verdicts"].get(claim.verdict_id)

    def get_endangered(self, claim: AnnotatedClaim) -> bool:
        return claim.reason == Review.Reason.ENDANGERED and claim.status in OPEN


class VerdictOfSimilar(serializers.Serializer):
    """The latest verdict on a similar claim."""

    id = serializers.IntegerField(source="verdict_id")
    rating = serializers.ChoiceField(choices=Rating.choices)
    published_at = serializers.DateTimeField()


class SimilarClaimRow(serializers.Serializer):
    """A claim that says the same or nearly the same. With different numbers (see `how`) it is another claim."""

    claim = serializers.SerializerMethodField()
    score = serializers.FloatField(help_text="How similar the wording is, from 0 to 1.")
    how = serializers.ChoiceField(choices=HOW_CHOICES, source="comparison.how")
    explanation = serializers.CharField(source="comparison.explanation", help_text="How the two differ.")
    verdict = serializers.SerializerMethodField()
    endangered = serializers.SerializerMethodField(help_text="Whether a source of the verdict has changed since.")

    @extend_schema_field(ClaimRef)
    def get_claim(self, similar: queries.SimilarClaim) -> dict:
        claim = similar.claim
        return {"id": claim.pk, "text": claim.text, "article": article_ref(claim.article)}

    @extend_schema_field(VerdictOfSimilar(allow_null=True))
    def get_verdict(self, similar: queries.SimilarClaim) -> dict | None:
        return VerdictOfSimilar(similar.claim).data if similar.claim.verdict_id else None

    def get_endangered(self, similar: queries.SimilarClaim) -> bool:
        return similar.claim.reason == Review.Reason.ENDANGERED and similar.claim.status in OPEN


class ExternalVerdictRow(serializers.Serializer):
    """An imported fact-check of a claim that is similar. Its rating is its publisher's; nothing here checked it."""

    id = serializers.IntegerField(source="verdict.pk")
    claim = serializers.CharField(source="verdict.claim_text")
    publisher = serializers.CharField(source="verdict.publisher")
    url = serializers.CharField(source="verdict.url")
    rating = serializers.CharField(source="verdict.rating", help_text="As it was published.")
    mapped_rating = serializers.SerializerMethodField(help_text="What it means here, where that is known.")
    claimant = serializers.CharField(source="verdict.claimant", help_text="Empty where it is not said.")
    claimed_on = serializers.DateField(source="verdict.claimed_on", allow_null=True)
    published_on = serializers.DateField(source="verdict.published_on", allow_null=True)
    language = serializers.CharField(source="verdict.language", help_text="BCP 47; empty where it is not said.")
    score = serializers.FloatField(help_text="How similar the wording is, from 0 to 1.")
    how = serializers.ChoiceField(choices=HOW_CHOICES, source="comparison.how")
    explanation = serializers.CharField(source="comparison.explanation", help_text="How the two differ.")

    @extend_schema_field(serializers.ChoiceField(choices=Rating.choices, allow_null=True))
    def get_mapped_rating(self, similar: queries.SimilarFactCheck) -> str | None:
        return similar.verdict.mapped_rating or None


class SimilarClaims(serializers.Serializer):
    """The claims most similar to one claim, best first, and the fact-checks by others of claims like it."""

    results = SimilarClaimRow(many=True)
    external = ExternalVerdictRow(many=True)


class ArticleSnapshot(serializers.ModelSerializer):
    """The snapshot of the article from which its claims were extracted."""

    sha256 = serializers.CharField(source="blob_id", allow_null=True)

    class Meta:
        model = Snapshot
        fields: tuple[str, ...] = ("id", "sha256", "captured_at")


_JUDGEMENTS = Article._meta.get_field("judgements_required")


class ArticleSerializer(serializers.ModelSerializer):
    """An article submitted for checking. It is ready when `state` is DONE."""

    url = serializers.CharField(source="snapshot.document.url")
    readers = serializers.IntegerField(
        source="judgements_required",
        required=False,
        min_value=1,
        max_value=2,
        label=capfirst(_JUDGEMENTS.verbose_name),
        help_text=_JUDGEMENTS.help_text,
    )
    state = serializers.SerializerMethodField()
    error = serializers.SerializerMethodField(help_text="Why it could not be processed; empty otherwise.")
    snapshot = ArticleSnapshot()
    warnings = ExtractionWarningSerializer(source="snapshot.extraction_warnings", many=True)
    claim_count = serializers.IntegerField()
    worthy_count = serializers.IntegerField(help_text="Claims that are worth checking and not dismissed.")
    judged_count = serializers.IntegerField(help_text="How many of those have a verdict.")

    class Meta:
        model = Article
        fields: tuple[str, ...] = (
            "id",
            "title",
            "url",
            "published_on",
            "readers",
            "state",
            "error",
            "duplicate_of",
            "language",
            "translation_of",
            "snapshot",
            "warnings",
        )
        fields += (
            "splitter_version",
            "split_notice",
            "submitted_at",
            "split_at",
            "claim_count",
            "worthy_count",
            "judged_count",
        )

    @extend_schema_field(serializers.ChoiceField(choices=Article.State.choices))
    def get_state(self, article: Article) -> str:
        if article.split_at:  # newer rules may be reading it again; its claims are there
            return Article.State.DONE
        is_lost = article.snapshot.state == Snapshot.State.DEAD
        return Article.State.DEAD if is_lost else article.state

    def get_error(self, article: Article) -> str:
        return article.last_error or article.snapshot.last_error


class CoverageSerializer(serializers.Serializer):
    """How many numbers, dates, names, quotations and superlatives in the text are settled."""

    total = serializers.IntegerField()
    settled = serializers.IntegerField(help_text="Covered by a claim, or dismissed with a reason.")
    open = serializers.IntegerField()


class ArticleDetailSerializer(ArticleSerializer):
    """An article with its text. The offsets of its claims count characters of this text."""

    text = serializers.CharField(source="snapshot.text")
    coverage = serializers.SerializerMethodField()

    class Meta(ArticleSerializer.Meta):
        fields: tuple[str, ...] = (*ArticleSerializer.Meta.fields, "coverage", "text")

    @extend_schema_field(CoverageSerializer)
    def get_coverage(self, article: Article) -> dict:
        return CoverageSerializer(queries.coverage(article)).data


class RecheckResultSerializer(serializers.ModelSerializer):
    """The result of one re-check: the outcome of the fetch and, if it succeeded, the kind of change."""

    class Meta:
        model = RecheckResult
        fields: tuple[str, ...] = (
            "outcome",
            "change",
            "explanation",
            "snapshot",
            "start",
            "end",
            "decides_at",
            "opened",
            "at",
        )
        extra_kwargs = {
            "decides_at": {"help_text": "If set, a second check at or after this time will confirm the result."}
        }  # noqa: RUF012


class RecheckSerializer(serializers.ModelSerializer):
    """One re-check of one citation. `result` is null until it has run."""

    claim = serializers.IntegerField(source="citation.claim_id")
    result = serializers.SerializerMethodField()

    class Meta:
        model = Recheck
        fields: tuple[str, ...] = ("id", "claim", "citation", "state", "slot", "attempt", "last_error", "result")

    @extend_schema_field(RecheckResultSerializer(allow_null=True))
    def get_result(self, recheck: Recheck) -> dict | None:
        result = getattr(recheck, "result", None)
        return RecheckResultSerializer(result).data if result else None


class NewRecheck(Body):
    """A request to re-check every citation of one claim."""

    claim = serializers.PrimaryKeyRelatedField(
        queryset=Claim.objects.all(),
        error_messages={
            "does_not_exist": "There is no claim {pk_value}.",
            "incorrect_type": "Enter the ID of a claim.",
        },
    )
