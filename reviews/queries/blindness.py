"""What others cite on a claim, kept from whoever may still judge it blind: the one rule of pages, API, admin and lists.

Where `person` is None, it is for whoever opens a history: any editor may still be one of those who judge.
"""

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet

from claims import queries as claim_queries
from claims.models import Citation, Claim, Finding
from reviews.models import Judgement, Recheck, RecheckResult, Review, VerdictCitation
from reviews.workflow import AWAITING_JUDGEMENT


def blind_rounds(person: User | None) -> QuerySet[Review]:
    """Return the rounds of which this person may know nothing that others did: `policies.is_blind_to`, over all of them."""
    blind = Review.objects.filter(status__in=AWAITING_JUDGEMENT, judgements_required__gt=1)
    own = Judgement.objects.filter(review=OuterRef("pk"), analyst=person, withdrawn_at=None)
    return blind if person is None else blind.filter(~Exists(own))


def citations_for(claim: Claim, person: User) -> QuerySet[Citation]:
    """Return the evidence on a claim that this person may see now, oldest first.

    While they judge blind, that is what they cited themselves, and what a published verdict rests on.
    """
    return visible_citations(claim_queries.citations(claim), person)


def visible_citations(citations: QuerySet[Citation], person: User | None) -> QuerySet[Citation]:
    """Keep of these citations those that this person may see now."""
    return citations.filter(~_is_hidden(person, citation="pk"))


def visible_rechecks(rechecks: QuerySet[Recheck], person: User | None) -> QuerySet[Recheck]:
    """Keep of these re-checks those of citations that this person may see now."""
    return rechecks.filter(~_is_hidden(person, citation="citation"))


def visible_results(results: QuerySet[RecheckResult], person: User | None) -> QuerySet[RecheckResult]:
    """Keep of these results of re-checks those of citations that this person may see now."""
    return results.filter(~_is_hidden(person, citation="recheck__citation"))


def visible_findings(findings: QuerySet[Finding], person: User | None) -> QuerySet[Finding]:
    """Keep of these findings all but those on citations that this person may not see now."""
    return findings.filter(~_is_hidden(person, citation="citation"))


def _is_hidden(person: User | None, *, citation: str) -> Exists:
    """Return whether this person may not see the citation that a row names in this column."""
    published = VerdictCitation.objects.filter(citation=OuterRef("pk"))
    blind = blind_rounds(person).filter(claim=OuterRef("claim"))
    hidden = Citation.objects.filter(Exists(blind), ~Exists(published), pk=OuterRef(citation))
    if person is None:
        return Exists(hidden)
    found_too = Citation.also_cited_by.through.objects.filter(citation=OuterRef("pk"), user=person)
    return Exists(hidden.exclude(created_by=person).filter(~Exists(found_too)))
