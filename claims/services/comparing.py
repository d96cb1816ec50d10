"""Values that claims of different articles give to one property of one thing: compared, and proposed where they clash."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import gettext_noop

from claims import queries
from claims.language.findings.cross_article import PropertyValue as Value
from claims.language.findings.cross_article import contradiction, property_values
from claims.language.kinds import FindingKind
from claims.models import Claim, Finding, StatedValue
from claims.services.findings import PairFinding, lapse, record_pair_findings
from core.article_language import ENGLISH, language_of

#: A wrong figure may clash with hundreds of right ones; a few are enough to see it.
MOST_RIVALS = 5
#: Any constant: names the lock under which new values are compared, so that of two at once one sees the other.
COMPARING_LOCK = 0x9B1F
OFF_DESK = gettext_noop("One of the two claims is no longer on the desk.")
BOTH_HOLD = gettext_noop("As now worded, both claims can be true.")


@dataclass(frozen=True)
class _Stating:
    """A claim with the values that it states; one that is not on the desk states none."""

    claim: Claim
    values: list[Value]

    def clash(self, other: "_Stating") -> str | None:
        """Return the arithmetic by which two claims cannot both hold, or None."""
        pairs = ((value, rival) for value in self.values for rival in other.values)
        return next((words for pair in pairs if (words := contradiction(*pair)) is not None), None)


def compare_across(claims: Iterable[int], *, at: datetime) -> None:
    """Note what the claims with these numbers, all of one article, state now, and compare it with other articles.

    Clashes become open findings on both claims, MOST_RIVALS per claim at most; open ones that no longer hold lapse.
    """
    with transaction.atomic():
        own = _stating(claims)
        keys = sorted({_key(value) for each in own.values() for value in each.values})
        if keys or StatedValue.objects.filter(claim__in=own).exists():
            _take_turns()
        _note(own)
        rivals = _stating(queries.newest_stating(keys, outside=_article_of(own))) if keys else {}
        record_pair_findings(_pair_findings(own, rivals), at=at)
        _lapse_settled(own)


def _stating(numbers: Iterable[int]) -> dict[int, _Stating]:
    return {
        claim.pk: _Stating(
            claim, property_values(claim.text, claim.quantities, claim.dates) if _is_comparable(claim) else []
        )
        for claim in queries.comparable(numbers)
    }


def _is_comparable(claim: Claim) -> bool:
    """Return whether what a claim states is compared: it is on the desk, and in the language that properties are read in."""
    return claim.is_on_desk and language_of(claim.article) == ENGLISH


def _key(value: Value) -> str:
    return value.key()[: StatedValue._meta.get_field("key").max_length]


def _article_of(own: dict[int, _Stating]) -> int:
    return next(iter(own.values())).claim.article_id


def _note(own: dict[int, _Stating]) -> None:
    stated = {(pk, _key(value)) for pk, each in own.items() for value in each.values}
    noted = {(row.claim_id, row.key): row.pk for row in StatedValue.objects.filter(claim__in=own)}
    gone = [pk for pair, pk in noted.items() if pair not in stated]
    if gone:
        StatedValue.objects.filter(pk__in=gone).delete()
    StatedValue.objects.bulk_create([StatedValue(claim_id=pk, key=key) for pk, key in sorted(stated - set(noted))])


def _pair_findings(own: dict[int, _Stating], rivals: dict[int, _Stating]) -> list[PairFinding]:
    found = []
    newest_first = sorted(rivals.values(), key=lambda each: -each.claim.pk)
    for each in own.values():
        clashes = [(rival.claim, words) for rival in newest_first if (words := each.clash(rival)) is not None]
        for other, words in clashes[:MOST_RIVALS]:
            found += [_pair_finding(each.claim, other, words), _pair_finding(other, each.claim, words)]
    return found


def _pair_finding(claim: Claim, other: Claim, words: str) -> PairFinding:
    said = f"Another article, “{other.article.title}”, may contradict this: “{other.text}” {words}"
    return PairFinding(claim.pk, other.pk, FindingKind.CROSS_ARTICLE, said)


def _lapse_settled(own: dict[int, _Stating]) -> None:
    """Take back proposals about these claims whose two sides no longer clash as they stand now."""
    about = Q(claim__in=own) | Q(other_claim__in=own)
    proposals = Finding.objects.filter(about, kind=FindingKind.CROSS_ARTICLE, state=Finding.State.OPEN)
    sides = {found.pk: (found.claim_id, found.other_claim_id) for found in proposals if found.other_claim_id}
    others = {number for pair in sides.values() for number in pair} - set(own)
    standing = own | (_stating(others) if others else {})
    reasons = {pk: _settled(standing[one], standing[other]) for pk, (one, other) in sides.items()}
    lapse({pk: reason for pk, reason in reasons.items() if reason})


def _settled(one: _Stating, other: _Stating) -> str | None:
    if not (one.claim.is_on_desk and other.claim.is_on_desk):
        return OFF_DESK
    return None if one.clash(other) else BOTH_HOLD


def _take_turns() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [COMPARING_LOCK])
