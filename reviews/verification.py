"""The proof that published verdicts are what was published, and that each can be replayed."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviews import ledger
from reviews.checking import RULES_VERSION
from reviews.models import LedgerEntry, Verdict
from sources.models import Snapshot
from sources.services import text_sha256

CHUNK = 500


@dataclass(frozen=True)
class Report:
    """What the proof came to. `fault` is empty where everything holds."""

    entries: int
    replayed: int
    fault: str = ""
    bad_entry: int | None = None


def verify_ledger() -> Report:
    """Check the chain, then every verdict against its row, its quotes and its deterministic check."""
    entries = LedgerEntry.objects.count()
    bad = ledger.first_bad_link(_links())
    if bad:
        return Report(entries, 0, fault=bad[1], bad_entry=bad[0])
    unlisted = Verdict.objects.filter(ledger_entry=None).order_by("pk").first()
    if unlisted:
        return Report(entries, 0, fault=f"verdict {unlisted.pk} is in no entry; the end was cut", bad_entry=entries + 1)
    replayed = 0
    for entry in _entries():
        fault = _fault_of(entry)
        if fault:
            return Report(entries, replayed, fault=fault, bad_entry=entry.seq)
        replayed += entry.payload["rules_version"] == RULES_VERSION
    return Report(entries, replayed)


def _entries() -> Iterator[LedgerEntry]:
    return LedgerEntry.objects.select_related("verdict__claim").order_by("seq").iterator(chunk_size=CHUNK)


def _links() -> Iterator[ledger.Link]:
    rows = LedgerEntry.objects.order_by("seq").values_list("seq", "payload", "previous_hash", "hash")
    return (ledger.Link(*row) for row in rows.iterator(chunk_size=CHUNK))


def _fault_of(entry: LedgerEntry) -> str:
    """Say in what a verdict's row, its quotes or its replayed check differ from the ledger, or return nothing."""
    payload, verdict = entry.payload, entry.verdict
    printed = {"verdict": verdict.pk, "rating": verdict.rating, "rationale": verdict.rationale}
    if any(payload[key] != value for key, value in printed.items()):
        return f"verdict {verdict.pk} differs from entry {entry.seq}"
    for citation in payload["citations"]:
        text = Snapshot.objects.values_list("text", flat=True).get(pk=citation["snapshot"])
        if (
            text_sha256(text) != citation["text_sha256"]
            or text[citation["start"] : citation["end"]] != citation["quote"]
        ):
            return f"snapshot {citation['snapshot']} no longer says what entry {entry.seq} quotes"
        same_rules = payload["rules_version"] == RULES_VERSION
        if same_rules and ledger.replay(payload["claim"]["text"], citation["quote"]) != citation["check"]:
            return f"the check of citation {citation['id']} comes out differently than in entry {entry.seq}"
    return ""
