"""What a person works on stays as it is: no later splitter changes or withdraws it."""

from django.db.models.functions import Now
from django.utils.translation import gettext as _

from claims.models import Claim
from core.accounts.policies import NotAllowed


def protect_claim(claim: Claim, **fields: object) -> None:
    """Note that a person worked on a claim, and set the fields that they changed.

    Raises NotAllowed where a newer splitter has withdrawn the claim: it is put back first.
    """
    if not Claim.objects.filter(pk=claim.pk, withdrawn_at=None).update(worked_on_at=Now(), **fields):
        raise NotAllowed(_("Newer rules no longer find this claim in the article. Move it to the desk first."))
