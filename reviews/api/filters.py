"""What the lists of claims, verdicts, articles and re-checks may be narrowed to."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django_filters import rest_framework as filters

from claims import queries
from claims.language.quantities.naming import unit_named_by
from claims.language.units import convert
from claims.models import Article, Claim
from core.text_search import text_search
from core.web.filters import IdFilter, TruthFilter, WordsFilter
from reviews.checking import Change
from reviews.models import Recheck, Review, Verdict, VerdictCitation
from reviews.queries.rounds import STANDS, is_endangered
from reviews.ratings import Rating
from reviews.workflow import LABELS, Status

STATUSES = [(status.value, LABELS[status]) for status in Status]


class ArticleFilter(filters.FilterSet):
    search = filters.CharFilter(field_name="title", lookup_expr="icontains", max_length=200)
    published_from = filters.DateFilter(field_name="published_on", lookup_expr="gte")
    published_to = filters.DateFilter(field_name="published_on", lookup_expr="lte")

    class Meta:
        model = Article
        fields = ("state",)


class ContentForm(forms.Form):
    """Holds a range of quantities together: its unit, and its ends the right way round."""

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        low, high, unit = (given.get(f"quantity_{name}") for name in ("min", "max", "unit"))
        if unit and unit_named_by(unit) is None:
            self.add_error("quantity_unit", "There is no such unit. Write it as articles do: MN, km/h, tonnes, %, EUR.")
        if (low is not None or high is not None) and not unit:
            self.add_error("quantity_unit", "Say in which unit the range is.")
        if low is not None and high is not None and low > high:
            self.add_error("quantity_max", "The range ends before it begins.")
        if (given.get("date_from") or date.min) > (given.get("date_to") or date.max):
            self.add_error("date_to", "The range ends before it begins.")
        return given


class ByContent(filters.FilterSet):
    """Narrows by what claims say; `way_to_claim` leads from a row to its claim."""

    way_to_claim = ""

    name = WordsFilter(max_length=200, method="naming", help_text="A name that the claim mentions, as it is printed.")
    date_from = filters.DateFilter(method="dated", help_text="Claims that speak of this day or a later one.")
    date_to = filters.DateFilter(method="dated", help_text="Claims that speak of this day or an earlier one.")
    quantity_min = filters.NumberFilter(method="measured", help_text="At least this much, in `quantity_unit`.")
    quantity_max = filters.NumberFilter(
        method="measured",
        help_text="At most this much, in `quantity_unit`. What a claim prints counts with its rounding: “4.15 MN” is "
        "4.145 to 4.155 MN.",
    )
    quantity_unit = WordsFilter(
        max_length=40,
        method="measured",
        help_text="A unit as articles print it: MN, km/h, tonnes, %, EUR. Alone: claims that state such a quantity.",
    )

    class Meta:
        form = ContentForm

    def naming(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return rows.filter(queries.mentions(value, claim=self.way_to_claim))

    def dated(self, rows: QuerySet, name: str, value: date) -> QuerySet:
        given = self.form.cleaned_data
        if name == "date_to" and given["date_from"]:
            return rows  # both ends were asked together
        return rows.filter(queries.speaks_of_days(given["date_from"], given["date_to"], claim=self.way_to_claim))

    def measured(self, rows: QuerySet, name: str, value: object) -> QuerySet:
        given = self.form.cleaned_data
        named = unit_named_by(given["quantity_unit"])
        if name != "quantity_unit" or named is None:
            return rows  # the unit is always there, and all three are asked with it
        unit, dimension = named
        low, high = (given[end] if given[end] is None else convert(given[end], unit) for end in _ENDS)
        return rows.filter(queries.states_quantity(dimension, low, high, claim=self.way_to_claim))


_ENDS = ("quantity_min", "quantity_max")


class ClaimFilter(ByContent):
    """Narrows claims. Rounds and verdicts are asked for by their own indexes, not by looking at every claim."""

    article = IdFilter(field_name="article_id")
    source = IdFilter(method="resting_on", help_text="Claims with a verdict that rests on this source.")
    check_worthy = TruthFilter()
    rating = filters.ChoiceFilter(
        choices=Rating.choices, method="rated", help_text="Rating of the verdict that stands."
    )
    status = filters.ChoiceFilter(choices=STATUSES, method="in_status", help_text="Status of the newest review.")
    endangered = TruthFilter(method="in_danger")
    search = filters.CharFilter(method="saying", max_length=300, help_text='Search words, "phrases", or, -exclusions.')

    class Meta(ByContent.Meta):
        model = Claim
        fields = ()

    def rated(self, claims: QuerySet, name: str, value: str) -> QuerySet:
        # A second EXISTS, where `superseded_by=None` would make PostgreSQL join every verdict before it sorts.
        later = Exists(Verdict.objects.filter(supersedes=OuterRef("pk")))
        return claims.filter(Exists(Verdict.objects.filter(~later, claim=OuterRef("pk"), rating=value)))

    def resting_on(self, claims: QuerySet, name: str, value: int) -> QuerySet:
        # Published citations only: what is cited in an open review may still be hidden from who asks.
        rests = VerdictCitation.objects.filter(citation__snapshot__document=value, verdict__claim=OuterRef("pk"))
        return claims.filter(Exists(rests))

    def in_status(self, claims: QuerySet, name: str, value: str) -> QuerySet:
        later = Review.objects.filter(claim=OuterRef("claim"), round__gt=OuterRef("round"))
        newest = Review.objects.filter(claim=OuterRef("pk"), status=value).exclude(Exists(later))
        return claims.filter(Exists(newest))

    def in_danger(self, claims: QuerySet, name: str, value: bool) -> QuerySet:
        open_again = is_endangered("pk")
        return claims.filter(open_again) if value else claims.exclude(open_again)

    def saying(self, claims: QuerySet, name: str, value: str) -> QuerySet:
        asked = text_search(value)
        return claims.annotate(found=asked.vector).filter(asked.condition("found"))


class VerdictFilter(ByContent):
    """Narrows verdicts of `queries.published()`."""

    way_to_claim = "claim__"

    since = IdFilter(field_name="pk", lookup_expr="gt", help_text="Only verdicts published after the one with this ID.")
    claim = IdFilter(field_name="claim_id")
    article = IdFilter(field_name="claim__article_id")
    source = IdFilter(method="resting_on", help_text="Verdicts that rest on this source.")
    stands = TruthFilter(method="standing")
    endangered = TruthFilter(method="in_danger")
    published_from = filters.DateFilter(field_name="published_at", lookup_expr="date__gte", help_text="In UTC.")
    published_to = filters.DateFilter(field_name="published_at", lookup_expr="date__lte", help_text="In UTC.")

    class Meta(ByContent.Meta):
        model = Verdict
        fields = ("rating",)

    def resting_on(self, verdicts: QuerySet, name: str, value: int) -> QuerySet:
        rests = VerdictCitation.objects.filter(citation__snapshot__document=value, verdict=OuterRef("pk"))
        return verdicts.filter(Exists(rests))

    def standing(self, verdicts: QuerySet, name: str, value: bool) -> QuerySet:
        return verdicts.filter(STANDS) if value else verdicts.exclude(STANDS)

    def in_danger(self, verdicts: QuerySet, name: str, value: bool) -> QuerySet:
        if value:
            return verdicts.filter(STANDS, is_endangered=True)
        return verdicts.exclude(STANDS, is_endangered=True)


class RecheckFilter(filters.FilterSet):
    claim = IdFilter(field_name="citation__claim_id")
    citation = IdFilter(field_name="citation_id")
    change = filters.ChoiceFilter(
        field_name="result__change", choices=[(change.value, change.value) for change in Change]
    )

    class Meta:
        model = Recheck
        fields = ("state",)
