"""Reads over claims, their evidence and the sources that may hold more of it."""

import re

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVector
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.db.models.functions import Left

from claims.models import Article, Citation, Claim
from sources.models import Snapshot

#: PostgreSQL refuses a search vector of more than a megabyte.
SEARCHED_CHARACTERS = 200_000
#: Marks in a headline that no text contains; the page turns them into elements, so that no markup is stored or trusted.
HIT_START, HIT_END = "\ue000", "\ue001"


def evidence(claim: Claim, *, search: str = "") -> QuerySet[Snapshot]:
    """The newest snapshots of the library that share most words with the claim, or with what a person looks for.

    Each has `rank` and `passage`, a few words around the hits, which stand between HIT_START and HIT_END.
    """
    query = SearchQuery(search or _any_word_of(claim.text), config="english", search_type="websearch")
    later = Snapshot.objects.captured().filter(document=OuterRef("document"), pk__gt=OuterRef("pk"))
    searched = Left("text", SEARCHED_CHARACTERS)
    return (
        Snapshot.objects.captured()
        .filter(~Exists(later), document__in_library=True)
        .annotate(
            found=SearchVector(searched, config="english"),
            rank=SearchRank(SearchVector(searched, config="english"), query),
        )
        .filter(found=query)
        .annotate(
            passage=SearchHeadline(
                searched, query, config="english", start_sel=HIT_START, stop_sel=HIT_END, max_words=40, min_words=15
            )
        )
        .select_related("document")
        .defer("text")
        .order_by("-rank", "-pk")
    )


def citations(claim: Claim) -> QuerySet[Citation]:
    """The citations of one claim with their sources, oldest first."""
    return claim.citations.select_related("snapshot__document", "created_by").defer("snapshot__text").order_by("pk")


def citing_claims(document_id: int) -> QuerySet[Claim]:
    """The claims that cite any snapshot of a document, with the citations that do."""
    of_document = Citation.objects.filter(snapshot__document=document_id).defer("snapshot__text").order_by("pk")
    return (
        Claim.objects.filter(Exists(of_document.filter(claim=OuterRef("pk"))))
        .select_related("article")
        .prefetch_related(Prefetch("citations", queryset=of_document, to_attr="of_document"))
        .order_by("-pk")
    )


def waiting_articles() -> QuerySet[Article]:
    """Articles that are being fetched or split."""
    return Article.objects.exclude(state__in=[Article.State.DONE, Article.State.DEAD]).order_by("pk")


def _any_word_of(text: str) -> str:
    return " or ".join(re.findall(r"\w[\w.,'’-]*\w|\w", text)[:40])
