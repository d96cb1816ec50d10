"""What analysts and editors do before a verdict is published, as programs read it; blind rounds stay blind."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.models import Citation, Claim
from reviews import policies, queries
from reviews.api.serializers import CitationRow
from reviews.checking import CheckOutcome, check_claim
from reviews.models import Assignment, Comment, Judgement, Review
from reviews.ratings import Rating


def comments_for(person: User, claim: Claim) -> list[Comment]:
    """Return what a person may read of what was said about a claim."""
    return list(queries.comments_for(claim, person, blind_in=_blind_round(person, claim)))


def judgements_for(person: User, reviews: Iterable[Review]) -> list[Judgement]:
    """Return the judgements of rounds of `queries.all_rounds` that a person may read now, newest round first."""
    shown: list[Judgement] = []
    for review in reviews:
        is_blind = policies.is_blind_to(review, person)
        shown += [each for each in review.judgements.all() if each.analyst_id == person.pk or not is_blind]
    return shown


def _blind_round(person: User, claim: Claim) -> Review | None:
    current = queries.open_round(claim)
    return current if current is not None and policies.is_blind_to(current, person) else None


class CheckRow(serializers.Serializer):
    """What the rules make of the quote as evidence for or against the claim. It is advice; a person chooses the stance."""

    outcome = serializers.ChoiceField(choices=[outcome.value for outcome in CheckOutcome])
    kind = serializers.CharField(allow_null=True)
    explanation = serializers.CharField()


class EvidenceRow(CitationRow):
    """A citation of a claim, whether a verdict rests on it or not, with what the check makes of it."""

    claim = serializers.IntegerField(source="claim_id")
    check = serializers.SerializerMethodField()
    source: Any = serializers.SerializerMethodField()
    snapshot: Any = serializers.SerializerMethodField()

    @extend_schema_field(CheckRow)
    def get_check(self, citation: Citation) -> dict:
        found = check_claim(citation.claim.text, citation.quote)
        return {"outcome": found.outcome.value, "kind": found.kind or None, "explanation": found.explanation}

    @extend_schema_field(CitationRow._declared_fields["source"])
    def get_source(self, citation: Citation) -> dict:
        document = citation.snapshot.document
        return {
            "id": document.pk,
            "title": document.title,
            "publisher": document.publisher,
            "url": document.url,
            "grade": document.grade,
        }

    @extend_schema_field(CitationRow._declared_fields["snapshot"])
    def get_snapshot(self, citation: Citation) -> dict:
        captured_at = citation.snapshot.captured_at
        return {
            "id": citation.snapshot_id,
            "sha256": citation.snapshot.blob_id,
            "captured_at": captured_at and serializers.DateTimeField().to_representation(captured_at),
        }


class JudgementRow(serializers.ModelSerializer):
    """One person's judgement in one review. Others' are shown once your own is in, where two are given blind."""

    analyst = serializers.CharField(source="analyst.username")
    claim = serializers.IntegerField(source="review.claim_id")
    round = serializers.IntegerField(source="review.round")
    rating = serializers.ChoiceField(choices=Rating.choices)
    citations: Any = serializers.SerializerMethodField(help_text="The IDs of the citations that it rests on.")
    status = serializers.CharField(source="review.status", help_text="Status of the review.")
    disagreement = serializers.CharField(
        help_text="Where the rating, the citations and the check do not agree; published with the verdict."
    )

    class Meta:
        model = Judgement
        fields: tuple[str, ...] = ("id", "claim", "review", "round", "status", "analyst", "rating", "rationale")
        fields += ("citations", "disagreement", "adjudicates", "withdrawn_at", "at")

    @extend_schema_field(serializers.ListField(child=serializers.IntegerField()))
    def get_citations(self, judgement: Judgement) -> list[int]:
        return sorted(citation.pk for citation in judgement.citations.all())


class ReviewRow(serializers.ModelSerializer):
    """One review of one claim, with the judgements given in it that you may see."""

    claim: Any = serializers.IntegerField(source="claim_id")
    judgements = serializers.SerializerMethodField()
    verdict = serializers.SerializerMethodField(help_text="The verdict that it published.")

    class Meta:
        model = Review
        fields: tuple[str, ...] = ("id", "claim", "round", "status", "reason", "note", "judgements_required", "rating")
        fields += ("version", "opened_at", "closed_at", "verdict", "judgements")

    @extend_schema_field(JudgementRow(many=True))
    def get_judgements(self, review: Review) -> Any:
        return JudgementRow(judgements_for(self.context["person"], [review]), many=True).data

    @extend_schema_field(serializers.IntegerField(allow_null=True))
    def get_verdict(self, review: Review) -> int | None:
        verdict = getattr(review, "verdict", None)
        return verdict.pk if verdict else None


class CommentRow(serializers.ModelSerializer):
    """What somebody said about a claim to the others who work on it. Never published."""

    author = serializers.CharField(source="author.username")

    class Meta:
        model = Comment
        fields: tuple[str, ...] = ("id", "claim", "author", "text", "at")


class AssignmentRow(serializers.ModelSerializer):
    """Who is to judge a claim, until when, and how urgent it is."""

    assignee = serializers.CharField(source="assignee.username", allow_null=True, default=None)
    priority = serializers.ChoiceField(choices=Assignment.Priority.choices)

    class Meta:
        model = Assignment
        fields: tuple[str, ...] = ("claim", "assignee", "due_on", "priority", "version")
