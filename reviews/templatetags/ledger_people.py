"""Who is behind an entry of the ledger, for those who work here: an entry may hide names from everybody else."""

from django import template

from reviews.ledger import deciding_judgements
from reviews.models import LedgerEntry

register = template.Library()


@register.filter
def judges(entry: LedgerEntry) -> list[str]:
    """Return the user names of those who judged."""
    if not entry.salt:
        return entry.payload["judged_by"]
    return [judgement.analyst.get_username() for judgement in deciding_judgements(entry.verdict.review)]


@register.filter
def signer(entry: LedgerEntry) -> str:
    """Return the user name of whoever signed off."""
    return entry.verdict.signed_off_by.get_username() if entry.salt else entry.payload["signed_off_by"]
