"""What the lists of claims, verdicts, articles and re-checks may be narrowed to."""

from django.db.models import Exists, OuterRef, QuerySet
from django_filters import rest_framework as filters

from claims.models import Article, Claim
from core.text_search import text_search
from core.web.filters import IdFilter
from reviews.models import Recheck, Review, Verdict
from reviews.ratings import Rating
from reviews.workflow import LABELS, OPEN, Status

STATUSES = [(status.value, LABELS[status]) for status in Status]


class ArticleFilter(filters.FilterSet):
    search = filters.CharFilter(field_name="title", lookup_expr="icontains", max_length=200)

    class Meta:
        model = Article
        fields = ("state",)


class ClaimFilter(filters.FilterSet):
    """Narrows claims. Rounds and verdicts are asked for by their own indexes, not by looking at every claim."""

    article = IdFilter(field_name="article_id")
    check_worthy = filters.BooleanFilter()
    rating = filters.ChoiceFilter(
        choices=Rating.choices, method="rated", help_text="Rating of the verdict that stands."
    )
    status = filters.ChoiceFilter(choices=STATUSES, method="in_status", help_text="Status of the newest review.")
    endangered = filters.BooleanFilter(method="in_danger")
    search = filters.CharFilter(method="saying", max_length=300, help_text='Search words, "phrases", or, -exclusions.')

    class Meta:
        model = Claim
        fields = ()

    def rated(self, claims: QuerySet, name: str, value: str) -> QuerySet:
        # A second EXISTS, where `superseded_by=None` would make PostgreSQL join every verdict before it sorts.
        later = Exists(Verdict.objects.filter(supersedes=OuterRef("pk")))
        return claims.filter(Exists(Verdict.objects.filter(~later, claim=OuterRef("pk"), rating=value)))

    def in_status(self, claims: QuerySet, name: str, value: str) -> QuerySet:
        later = Review.objects.filter(claim=OuterRef("claim"), round__gt=OuterRef("round"))
        newest = Review.objects.filter(claim=OuterRef("pk"), status=value).exclude(Exists(later))
        return claims.filter(Exists(newest))

    def in_danger(self, claims: QuerySet, name: str, value: bool) -> QuerySet:
        open_again = Exists(
            Review.objects.filter(claim=OuterRef("pk"), status__in=OPEN, reason=Review.Reason.ENDANGERED)
        )
        return claims.filter(open_again) if value else claims.exclude(open_again)

    def saying(self, claims: QuerySet, name: str, value: str) -> QuerySet:
        asked = text_search(value)
        return claims.annotate(found=asked.vector).filter(asked.condition("found"))


class VerdictFilter(filters.FilterSet):
    """Narrows verdicts of `queries.published()`."""

    since = IdFilter(field_name="pk", lookup_expr="gt", help_text="Only verdicts published after the one with this ID.")
    claim = IdFilter(field_name="claim_id")
    article = IdFilter(field_name="claim__article_id")
    stands = filters.BooleanFilter(field_name="superseded_by", lookup_expr="isnull")
    endangered = filters.BooleanFilter(method="in_danger")

    class Meta:
        model = Verdict
        fields = ("rating",)

    def in_danger(self, verdicts: QuerySet, name: str, value: bool) -> QuerySet:
        if value:
            return verdicts.filter(is_endangered=True, superseded_by=None)
        return verdicts.exclude(is_endangered=True, superseded_by=None)


class RecheckFilter(filters.FilterSet):
    claim = IdFilter(field_name="citation__claim_id")
    citation = IdFilter(field_name="citation_id")
    change = filters.CharFilter(field_name="result__change", max_length=20)

    class Meta:
        model = Recheck
        fields = ("state",)
