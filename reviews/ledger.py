"""The hash chain: what a link says, its canonical form and hash, and the search for the first bad link."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Prefetch

from claims.models import Citation, Claim
from core.accounts.policies import Role
from reviews.checking import RULES_VERSION, check_claim
from reviews.models import Judgement, Review, Verdict

GENESIS = "0" * 64

#: What an entry says, or a part of it, as JSON writes it.
Payload = dict[str, Any]


@dataclass(frozen=True)
class ChainLink:
    """One link as it was read back: position, content, the hash it claims to follow, and its own."""

    seq: int
    payload: Payload
    previous_hash: str
    hash: str


def canonical(payload: Payload) -> bytes:
    """Return the one byte form of a payload: sorted keys, no spaces, UTF-8. Payloads hold no floats."""
    return json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def link_hash(*, seq: int, previous_hash: str, payload: Payload) -> str:
    """Return sha256(previous hash, position and canonical payload) in hexadecimal."""
    return hashlib.sha256(previous_hash.encode() + canonical({"seq": seq, "payload": payload})).hexdigest()


def first_bad_link(links: Iterable[ChainLink]) -> tuple[int, str] | None:
    """Return the position and the fault of the first link that does not fit, or None for a whole chain."""
    expected_seq, previous_hash = 1, GENESIS
    for link in links:
        if link.seq != expected_seq:
            return expected_seq, f"entry {expected_seq} is missing; the next one there is {link.seq}"
        if link.previous_hash != previous_hash:
            return link.seq, f"entry {link.seq} does not follow the entry before it"
        if link.hash != link_hash(seq=link.seq, previous_hash=previous_hash, payload=link.payload):
            return link.seq, f"the content of entry {link.seq} was changed after it was written"
        expected_seq, previous_hash = link.seq + 1, link.hash
    return None


def deciding_judgements(review: Review) -> list[Judgement]:
    """Return what a verdict follows: the editor's decision where there was one, else the judgements that agree."""
    citations = Citation.objects.select_related("snapshot").defer("snapshot__text").order_by("pk")
    standing = (
        review.judgements.filter(withdrawn_at=None)
        .select_related("analyst")
        .prefetch_related(Prefetch("citations", queryset=citations))
        .order_by("pk")
    )
    return list(standing.filter(adjudicates=True)) or list(standing.filter(rating=review.rating))


def published_rationale(deciding: list[Judgement]) -> str:
    """Return the reasons that are published, each once."""
    return "\n\n".join(dict.fromkeys(judgement.rationale for judgement in deciding))


def checked_citations(claim: Claim, deciding: list[Judgement]) -> list[Payload]:
    """Return every citation that the judgements rest on, with the outcome of its deterministic check."""
    return [
        {**citation_facts(citation), "check": replay(claim.text, citation.quote)}
        for citation in citations_behind(deciding)
    ]


def citations_behind(deciding: list[Judgement]) -> list[Citation]:
    """Return every citation that the judgements rest on, each once, in the order in which they were made."""
    citations = {citation.pk: citation for judgement in deciding for citation in judgement.citations.all()}
    return [citations[pk] for pk in sorted(citations)]


def person_in_entry(person: User, *, role: Role, salt: str) -> str:
    """Return how an entry names a person: the user name, or with a salt the role and a hash that only who knows both repeats."""
    name = person.get_username()
    return f"{role} {hashlib.sha256(f'{salt} {name}'.encode()).hexdigest()}" if salt else name


def verdict_payload(
    verdict: Verdict, deciding: list[Judgement], citations: list[Payload], *, salt: str = ""
) -> Payload:
    """Return all that is needed to replay a verdict: what was said, on what words, by whom, under which rules.

    With a salt, people are named by their role and a hash.
    """
    claim = verdict.claim
    # Entries from before this was kept, and those of judgements that agree, have no such name: they hash as they did.
    disagreements = list(dict.fromkeys(each.disagreement for each in deciding if each.disagreement))
    return {
        "verdict": verdict.pk,
        "claim": {
            "id": claim.pk,
            "text": claim.text,
            "article": claim.article_id,
            "start": claim.start,
            "end": claim.end,
        },
        "round": verdict.review.round,
        "rating": verdict.rating,
        "rationale": verdict.rationale,
        "supersedes": verdict.supersedes_id,
        "judged_by": [
            person_in_entry(each.analyst, role=Role.EDITOR if each.adjudicates else Role.ANALYST, salt=salt)
            for each in deciding
        ],
        "signed_off_by": person_in_entry(verdict.signed_off_by, role=Role.EDITOR, salt=salt),
        "published_at": verdict.published_at.isoformat(),
        "rules_version": RULES_VERSION,
        "citations": citations,
        **({"disagreements": disagreements} if disagreements else {}),
        **({"coverage": coverage_of(verdict)} if verdict.marks_total is not None else {}),
    }


def coverage_of(verdict: Verdict) -> Payload:
    """Return how many marks of the article were settled when the verdict was signed off, and how many there were."""
    return {"settled": verdict.marks_settled, "total": verdict.marks_total}


def citation_facts(citation: Citation) -> Payload:
    """Return what is known of a citation without any rule: its words, its place and its snapshot."""
    return {
        "id": citation.pk,
        "stance": citation.stance,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "snapshot": citation.snapshot_id,
        "snapshot_sha256": citation.snapshot.blob_id,
        "text_sha256": citation.snapshot.text_sha256,
    }


def replay(claim_text: str, quote: str) -> Payload:
    """Return the outcome of the deterministic check of a claim against a quote, as the ledger keeps it."""
    check = check_claim(claim_text, quote)
    return {"outcome": str(check.outcome), "kind": check.kind and str(check.kind)}
