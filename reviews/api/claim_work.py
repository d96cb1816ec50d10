"""What analysts and editors do to a claim: word it, cite, judge, comment, assign. Each is what the page does too."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from claims import services as claim_services
from claims.api import Dismissal
from claims.models import Citation, Claim
from core.api.bodies import read_body
from core.api.idempotency import IDEMPOTENCY_KEY, IdempotentPosts
from core.api.permissions import ForStaff
from core.web.preconditions import IF_MATCH, MAY_MATCH, check_match, check_match_if_given, etag_of, tagged
from core.web.requests import user_of
from reviews import queries, services
from reviews.api import bodies, work_rows
from reviews.api.serializers import ClaimSerializer
from reviews.api.views import Claims, claim_data
from reviews.models import Assignment, Review
from sources.models import Snapshot


class WorkOnClaims(IdempotentPosts, Claims):
    """Claims of all articles, newest first, and the work on each."""

    @extend_schema(filters=False)
    def retrieve(self, request: Request, pk: str) -> Response:
        return self._answer(request, self._claim(pk))

    @extend_schema(request=bodies.NewWording, parameters=[IF_MATCH], responses=ClaimSerializer, filters=False)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Reword a claim that nobody has judged, in the state that `If-Match` names. Its place in the article stays."""
        given = read_body(bodies.NewWording, request, partial=True)
        return self._change(request, pk, services.edit_claim if given else _leave, **given)

    @extend_schema(
        request=bodies.SplitParts, parameters=[IF_MATCH, IDEMPOTENCY_KEY], responses={201: ClaimSerializer(many=True)}
    )
    @action(detail=True, methods=["post"], permission_classes=[ForStaff], pagination_class=None, filter_backends=[])
    def split(self, request: Request, pk: str) -> Response:
        """Put several claims in the place of one, which is dismissed."""
        given = read_body(bodies.SplitParts, request)
        with transaction.atomic():
            claim = self._seen(request, pk)
            parts = services.split_claim(by=user_of(request), claim=claim, at=timezone.now(), **given)
        return Response(claim_data(request, [part.pk for part in parts]), status=status.HTTP_201_CREATED)

    @extend_schema(request=bodies.Merged, parameters=[IF_MATCH, IDEMPOTENCY_KEY], responses={201: ClaimSerializer})
    @action(detail=True, methods=["post"], permission_classes=[ForStaff])
    def merge(self, request: Request, pk: str) -> Response:
        """Put one claim in the place of this one and others of its article, which are dismissed."""
        given = read_body(bodies.Merged, request)
        others = self._others(given["claims"])
        with transaction.atomic():
            claim = self._seen(request, pk)
            merged = services.merge_claims(
                by=user_of(request), merged=[claim, *others], text=given["text"], at=timezone.now()
            )
        return self._answer(request, merged, code=status.HTTP_201_CREATED)

    @extend_schema(request=Dismissal, parameters=[IF_MATCH, IDEMPOTENCY_KEY], responses={200: ClaimSerializer})
    @action(detail=True, methods=["post"], permission_classes=[ForStaff])
    def dismiss(self, request: Request, pk: str) -> Response:
        """Take a claim off the desk, with the reason."""
        return self._change(request, pk, services.dismiss_claim, **read_body(Dismissal, request))

    @extend_schema(request=bodies.Nothing, parameters=[IF_MATCH, IDEMPOTENCY_KEY], responses={200: ClaimSerializer})
    @action(detail=True, methods=["post"], permission_classes=[ForStaff])
    def restore(self, request: Request, pk: str) -> Response:
        """Put a claim on the desk that was dismissed, withdrawn, or rated not worth checking."""
        read_body(bodies.Nothing, request)
        return self._change(request, pk, claim_services.put_on_desk)

    @extend_schema(
        request=bodies.ResolvedReference, parameters=[IF_MATCH, IDEMPOTENCY_KEY], responses={200: ClaimSerializer}
    )
    @action(detail=True, methods=["post"], permission_classes=[ForStaff], url_path="resolve-reference")
    def resolve_reference(self, request: Request, pk: str) -> Response:
        """Put the name in the place of words that stand for it, such as “it” or “the company”."""
        given = read_body(bodies.ResolvedReference, request)
        return self._change(request, pk, services.resolve_reference, **given)

    @extend_schema(responses=work_rows.EvidenceRow(many=True), operation_id="claims_citations_list", filters=False)
    @action(detail=True, permission_classes=[ForStaff], pagination_class=None, filter_backends=[])
    def citations(self, request: Request, pk: str) -> Response:
        """Every citation of a claim, oldest first; while you judge blind, your own."""
        found = queries.citations_for(self._claim(pk), user_of(request))
        return Response(work_rows.EvidenceRow(found, many=True).data)

    @extend_schema(
        request=bodies.NewCitation,
        parameters=[IDEMPOTENCY_KEY],
        operation_id="claims_citations_create",
        responses={
            201: work_rows.EvidenceRow,
            200: OpenApiResponse(work_rows.EvidenceRow, description="These words are cited so already."),
        },
    )
    @citations.mapping.post
    def cite(self, request: Request, pk: str) -> Response:
        """Cite exact words of a source for or against a claim."""
        given = read_body(bodies.NewCitation, request)
        claim, snapshot = self._claim(pk), _snapshot(given)
        # Of what this person may see: that somebody else cited the same in a blind review is not for them to know.
        before = {citation.pk for citation in queries.citations_for(claim, user_of(request))}
        cited = claim_services.cite(
            by=user_of(request),
            claim=claim,
            snapshot=snapshot,
            quote=given["quote"],
            stance=given["stance"],
            start=given["start"],
            at=timezone.now(),
        )
        code = status.HTTP_200_OK if cited.pk in before else status.HTTP_201_CREATED
        return Response(work_rows.EvidenceRow(cited).data, status=code)

    @extend_schema(responses=work_rows.JudgementRow(many=True), operation_id="claims_judgements_list", filters=False)
    @action(detail=True, permission_classes=[ForStaff], pagination_class=None, filter_backends=[])
    def judgements(self, request: Request, pk: str) -> Response:
        """Every judgement of a claim, newest review first; in a blind one others' once yours is in."""
        found = work_rows.judgements_for(user_of(request), queries.all_rounds().filter(claim=self._claim(pk)))
        return Response(work_rows.JudgementRow(found, many=True).data)

    @extend_schema(
        request=bodies.NewJudgement,
        parameters=[MAY_MATCH, IDEMPOTENCY_KEY],
        operation_id="claims_judgements_create",
        responses={201: work_rows.JudgementRow},
    )
    @judgements.mapping.post
    def judge(self, request: Request, pk: str) -> Response:
        """Judge a claim in its open review. `Location` and `ETag` are those of the review, which an editor then decides."""
        given = read_body(bodies.NewJudgement, request)
        person, claim = user_of(request), self._claim(pk)
        check_match_if_given(request, lambda: claim_data(request, [claim.pk], hands_out=False)[0])
        judgement = services.submit_judgement(
            by=person,
            claim=claim,
            rating=given["rating"],
            rationale=given["rationale"],
            citations=_chosen(given["citations"], queries.citations_for(claim, person)),
            at=timezone.now(),
            seen_version=given["round"],
            confirmed=given["confirmed"],
        )
        review = queries.all_rounds().get(pk=judgement.review_id)
        headers = {"Location": f"/api/v1/reviews/{review.pk}/", "ETag": etag_of(shown_review(request, review))}
        shown = next(each for each in review.judgements.all() if each.pk == judgement.pk)
        return Response(work_rows.JudgementRow(shown).data, status=status.HTTP_201_CREATED, headers=headers)

    @extend_schema(responses=work_rows.CommentRow(many=True), operation_id="claims_comments_list", filters=False)
    @action(detail=True, permission_classes=[ForStaff], pagination_class=None, filter_backends=[])
    def comments(self, request: Request, pk: str) -> Response:
        """What was said about a claim, oldest first; while you judge blind, not what others say."""
        found = work_rows.comments_for(user_of(request), self._claim(pk))
        return Response(work_rows.CommentRow(found, many=True).data)

    @extend_schema(
        request=bodies.NewComment,
        parameters=[IDEMPOTENCY_KEY],
        operation_id="claims_comments_create",
        responses={201: work_rows.CommentRow},
    )
    @comments.mapping.post
    def say(self, request: Request, pk: str) -> Response:
        """Say something about a claim to those who work on it."""
        given = read_body(bodies.NewComment, request)
        said = services.comment(by=user_of(request), claim=self._claim(pk), at=timezone.now(), **given)
        return Response(work_rows.CommentRow(said).data, status=status.HTTP_201_CREATED)

    @extend_schema(responses=work_rows.AssignmentRow, operation_id="claims_assignment_retrieve", filters=False)
    @action(detail=True, permission_classes=[ForStaff])
    def assignment(self, request: Request, pk: str) -> Response:
        """Who is to judge a claim, until when, and how urgent it is."""
        return _assignment(self._claim(pk))

    @extend_schema(
        request=bodies.NewAssignment,
        parameters=[IF_MATCH],
        operation_id="claims_assignment_partial_update",
        responses=work_rows.AssignmentRow,
    )
    @assignment.mapping.patch
    def assign(self, request: Request, pk: str) -> Response:
        """Change some of it, in the state that `If-Match` names. A new assignee is told."""
        given = read_body(bodies.NewAssignment, request, partial=True)
        if given.get("assignee"):
            given["assignee"] = _judge_named(given["assignee"])
        with transaction.atomic():
            claim = get_object_or_404(Claim.objects.select_for_update(), pk=pk)
            check_match(request, work_rows.AssignmentRow(_assignment_of(claim)).data)
            if given:
                change = services.AssignmentChange(**given)
                services.assign(by=user_of(request), claim=claim, change=change, at=timezone.now())
        return _assignment(claim)

    @extend_schema(
        request=bodies.Note,
        parameters=[IDEMPOTENCY_KEY],
        operation_id="claims_reviews_create",
        responses={201: work_rows.ReviewRow},
    )
    @action(detail=True, methods=["post"], permission_classes=[ForStaff])
    def reviews(self, request: Request, pk: str) -> Response:
        """Open another review of a claim whose last one has ended, with the reason."""
        given = read_body(bodies.Note, request)
        claim = self._claim(pk)
        opened = services.request_round(by=user_of(request), claim=claim, at=timezone.now(), **given)
        shown = shown_review(request, queries.all_rounds().get(pk=opened.pk))
        return tagged(shown, status=status.HTTP_201_CREATED)

    def _claim(self, pk: str) -> Claim:
        return get_object_or_404(Claim.objects.select_related("article__snapshot"), pk=pk)

    def _others(self, numbers: list[int]) -> list[Claim]:
        found = Claim.objects.select_related("article__snapshot").in_bulk(numbers)
        if missing := [number for number in numbers if number not in found]:
            raise serializers.ValidationError({"claims": [f"There is no claim {missing[0]}."]})
        return list(found.values())

    def _seen(self, request: Request, pk: str) -> Claim:
        """Hold a claim until the transaction ends. Raises what `check_match` raises where it is not as it was read."""
        get_object_or_404(Claim.objects.select_for_update(no_key=True), pk=pk)
        check_match(request, claim_data(request, [int(pk)], hands_out=False)[0])
        return self._claim(pk)

    def _change(self, request: Request, pk: str, act: Callable[..., object], **given: Any) -> Response:
        """Run one service over the claim in the state that the request names, and answer with what became of it."""
        with transaction.atomic():
            claim = self._seen(request, pk)
            act(by=user_of(request), claim=claim, at=timezone.now(), **given)
        return self._answer(request, claim)

    def _answer(self, request: Request, claim: Claim, *, code: int = status.HTTP_200_OK) -> Response:
        return tagged(claim_data(request, [claim.pk])[0], status=code)


def shown_review(request: Request, review: Review) -> dict:
    """Return a round of `queries.all_rounds` as this person may see it."""
    return work_rows.ReviewRow(review, context={"person": user_of(request)}).data


def _leave(**_untouched: object) -> None:
    """A change without any field changes nothing."""


def _snapshot(given: dict) -> Snapshot:
    """Return the version that is to be cited. Raises ValidationError where there is none that was captured."""
    name = "snapshot" if "snapshot" in given else "source"
    wanted = Q(pk=given[name]) if name == "snapshot" else Q(document_id=given[name])
    found = Snapshot.objects.captured().filter(wanted).select_related("document").order_by("-pk").first()
    if found is None:
        raise serializers.ValidationError({name: [f"There is no captured version of {name} {given[name]}."]})
    return found


def _chosen(numbers: list[int], visible: Iterable[Citation]) -> list[Citation]:
    by_number = {citation.pk: citation for citation in visible}
    if unknown := [number for number in numbers if number not in by_number]:
        told = f"This claim has no citation {unknown[0]} that you can see. Take the IDs from its `citations/`."
        raise serializers.ValidationError({"citations": [told]})
    return [by_number[number] for number in dict.fromkeys(numbers)]


def _judge_named(username: str) -> Any:
    person = queries.judges().filter(username=username).first()
    if person is None:
        raise serializers.ValidationError({"assignee": [f"There is no analyst or editor named “{username}”."]})
    return person


def _assignment_of(claim: Claim) -> Assignment:
    return queries.assignment(claim) or Assignment(claim=claim, version=0)


def _assignment(claim: Claim) -> Response:
    return tagged(work_rows.AssignmentRow(_assignment_of(claim)).data)
