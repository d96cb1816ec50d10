"""The rows of a split: claims, marks and findings, whether the article is split for the first time or by newer rules."""

from collections import Counter
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext_noop

from claims.language.claim_matching import ClaimMatching, EarlierClaim, match_claims
from claims.language.kinds import FindingKind
from claims.language.results import ExtractedClaim, SplitArticle
from claims.models import Article, Claim, Finding, Mark
from claims.services.comparing import compare_across
from claims.services.editing import cover_marks
from claims.services.findings import PairFinding, lapse, record_pair_findings

#: What the splitter says of a claim, in the claim's own columns.
READ = (
    *("text", "start", "end", "sentence_start", "sentence_end", "places", "kind", "check_worthy", "score", "reasons"),
    *("attributed_to", "quantities", "dates", "lint"),
)
#: How many of the claims that people's work kept out are recorded in words; all are counted.
KEPT_OUT_SHOWN = 50
UNREAD = gettext_noop("Newer rules no longer find one of the two claims.")
BOTH_HOLD = gettext_noop("As newer rules read them, both claims can be true.")


def hold_claims(article: Article) -> None:
    """Keep people from changing the claims of an article until this transaction ends."""
    list(Claim.objects.filter(article=article).order_by("pk").select_for_update(no_key=True).values("pk"))


def store_split(article: Article, result: SplitArticle, *, version: str, at: datetime) -> dict:
    """Bring the rows of an article in line with a split; what a person worked on stays letter by letter.

    A claim that comes out again keeps its number; one that does not is withdrawn, never deleted, and comes back with
    the split that reads it again. Doing the same twice changes nothing. Return how many claims were kept, refreshed,
    returned, added, withdrawn and left to people, and the new claims that were kept out by what people did.
    """
    earlier = {claim.pk: claim for claim in Claim.objects.filter(article=article).order_by("pk")}
    matching = match_claims([_earlier(claim) for claim in earlier.values()], result.claims)
    counts = Counter(left_to_people=sum(claim.worked_on_at is not None for claim in earlier.values()))
    rows = _refresh(earlier, matching, result.claims, counts, version=version)
    rows |= _add(article, matching.added, result.claims, version=version, at=at)
    Claim.objects.filter(pk__in=matching.gone).update(withdrawn_at=at)
    _store_marks(article, result)
    _store_findings(article, result, _reading(rows, earlier, matching, result.claims), at=at)
    compare_across([*earlier, *(row.pk for row in rows.values() if row.pk not in earlier)], at=at)
    return {
        **{name: counts[name] for name in ("kept", "refreshed", "returned", "left_to_people")},
        "added": len(matching.added),
        "withdrawn": len(matching.gone),
        "kept_out": _kept_out(earlier, matching, result.claims),
    }


def _earlier(claim: Claim) -> EarlierClaim:
    return EarlierClaim(
        pk=claim.pk,
        text=claim.text,
        start=claim.start,
        end=claim.end,
        places=tuple((start, end) for start, end in claim.places),
        protected=claim.worked_on_at is not None,
        by_hand=claim.origin == Claim.Origin.HAND,
        withdrawn=claim.withdrawn_at is not None,
    )


def _refresh(
    earlier: dict[int, Claim],
    matching: ClaimMatching,
    new: list[ExtractedClaim],
    counts: Counter[str],
    *,
    version: str,
) -> dict[int, Claim]:
    """Read the claims that came out again anew, and count them. Return each by its index in the new split."""
    rows = {index: earlier[pk] for index, pk in matching.same.items()}
    not_worked_on = {row.pk: (row, new[index]) for index, row in rows.items() if row.worked_on_at is None}
    changed, only_newer = [], []
    for row, extracted in not_worked_on.values():
        fields = _fields(extracted)
        differs = any(getattr(row, name) != value for name, value in fields.items())
        counts["returned" if row.withdrawn_at else "refreshed" if differs else "kept"] += 1
        for name, value in fields.items():
            setattr(row, name, value)
        if differs or row.withdrawn_at:
            row.splitter_version, row.withdrawn_at = version, None
            changed.append(row)
        elif row.splitter_version != version:
            only_newer.append(row.pk)
    Claim.objects.bulk_update(changed, [*READ, "splitter_version", "withdrawn_at"], batch_size=200)
    Claim.objects.filter(pk__in=only_newer).update(splitter_version=version)
    return rows


def _add(
    article: Article, indexes: list[int], new: list[ExtractedClaim], *, version: str, at: datetime
) -> dict[int, Claim]:
    rows = [Claim(article=article, splitter_version=version, created_at=at, **_fields(new[index])) for index in indexes]
    return dict(zip(indexes, Claim.objects.bulk_create(rows), strict=True))


def _fields(extracted: ExtractedClaim) -> dict[str, object]:
    read = extracted.as_json()
    return {
        **{name: getattr(extracted, name) for name in READ},
        **{name: read[name] for name in ("places", "quantities", "dates", "lint")},
        "score": Decimal(f"{extracted.score:.3f}"),
        "reasons": list(extracted.reasons),
        "attributed_to": (extracted.attributed_to or "")[:300],
    }


def _reading(
    rows: dict[int, Claim], earlier: dict[int, Claim], matching: ClaimMatching, new: list[ExtractedClaim]
) -> dict[int, int]:
    """Return the number of the claim that says what each claim of the new split says, where there is one."""
    by_words = {(new[index].start, new[index].end, new[index].text): row.pk for index, row in rows.items()}
    reading = {}
    for index, claim in enumerate(new):
        pk = by_words.get((claim.start, claim.end, claim.text))
        stands = earlier.get(matching.kept_out.get(index, 0))
        reading[index] = stands.pk if pk is None and stands and stands.text == claim.text else pk
    return {index: pk for index, pk in reading.items() if pk is not None}


def _store_marks(article: Article, result: SplitArticle) -> None:
    """Marks that somebody dismissed stay with the reason; of the others, those that are read now."""
    read = {(mark.kind, mark.start, mark.end) for mark in result.marks}
    there = {(mark.kind, mark.start, mark.end): mark.pk for mark in Mark.objects.filter(article=article)}
    gone = [pk for place, pk in there.items() if place not in read]
    Mark.objects.filter(pk__in=gone, dismissed_reason="").delete()
    Mark.objects.bulk_create(
        Mark(article=article, kind=kind, start=start, end=end) for kind, start, end in sorted(read - set(there))
    )
    cover_marks(article)


def _store_findings(article: Article, result: SplitArticle, reading: dict[int, int], *, at: datetime) -> None:
    """Note the contradictions inside the article, and take back the open ones that do not hold between these wordings."""
    pairs = []
    for finding in result.findings:
        first, second = reading.get(finding.first), reading.get(finding.second)
        if first is None or second is None:
            continue
        if first == second:  # one claim that holds both figures
            pairs.append(PairFinding(first, None, finding.kind, finding.explanation))
            continue
        pairs.append(PairFinding(first, second, finding.kind, finding.explanation))
        pairs.append(PairFinding(second, first, finding.kind, finding.explanation))
    record_pair_findings(pairs, at=at)
    holding = {pair.occasion for pair in pairs}
    read = set(reading.values())
    reasons = {}
    inside = Finding.objects.filter(claim__article=article, citation=None, state=Finding.State.OPEN)
    for stored in inside.exclude(kind=FindingKind.CROSS_ARTICLE).select_related("claim", "other_claim"):
        if (stored.claim_id, stored.kind, stored.key) in holding:
            continue
        if any(side is not None and side.withdrawn_at for side in (stored.claim, stored.other_claim)):
            reasons[stored.pk] = UNREAD
        elif {stored.claim_id, stored.other_claim_id or stored.claim_id} <= read:
            reasons[stored.pk] = BOTH_HOLD
    lapse(reasons)


def _kept_out(earlier: dict[int, Claim], matching: ClaimMatching, new: list[ExtractedClaim]) -> list[dict]:
    """Return the new claims that say something else than the person's claim that stands in their place."""
    return [
        {"text": new[index].text, "start": new[index].start, "end": new[index].end, "claim": pk}
        for index, pk in sorted(matching.kept_out.items())
        if earlier[pk].text != new[index].text
    ][:KEPT_OUT_SHOWN]
