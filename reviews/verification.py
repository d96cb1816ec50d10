"""The proof that published verdicts are what was published, and that each can be replayed."""

import hashlib
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
    """Check the chain, then build every entry anew from the rows and look at the snapshots that it quotes."""
    entries = LedgerEntry.objects.count()
    bad = ledger.first_bad_link(_links())
    if bad:
        return Report(entries, 0, fault=bad[1], bad_entry=bad[0])
    unlisted = Verdict.objects.filter(ledger_entry=None).order_by("pk").first()
    if unlisted:
        return Report(entries, 0, fault=f"verdict {unlisted.pk} is in no entry; the end was cut", bad_entry=entries + 1)
    replayed = 0
    whole_snapshots: dict[int, bool] = {}
    for entry in _entries():
        fault = _fault_of(entry, whole_snapshots)
        if fault:
            return Report(entries, replayed, fault=fault, bad_entry=entry.seq)
        replayed += entry.payload["rules_version"] == RULES_VERSION
    return Report(entries, replayed)


def _entries() -> Iterator[LedgerEntry]:
    related = ("verdict__claim", "verdict__review", "verdict__signed_off_by")
    return LedgerEntry.objects.select_related(*related).order_by("seq").iterator(chunk_size=CHUNK)


def _links() -> Iterator[ledger.Link]:
    rows = LedgerEntry.objects.order_by("seq").values_list("seq", "payload", "previous_hash", "hash")
    return (ledger.Link(*row) for row in rows.iterator(chunk_size=CHUNK))


def _fault_of(entry: LedgerEntry, whole_snapshots: dict[int, bool]) -> str:
    """Say in what the rows of today differ from the entry, or return nothing."""
    differing = _differences(entry.payload, _rebuilt(entry.verdict))
    if differing:
        return f"verdict {entry.verdict_id} differs from entry {entry.seq} in {', '.join(differing)}"
    for citation in entry.payload["citations"]:
        snapshot = citation["snapshot"]
        if snapshot not in whole_snapshots:
            whole_snapshots[snapshot] = _is_whole(snapshot)
        if not whole_snapshots[snapshot]:
            return f"snapshot {snapshot} no longer has the bytes and the text that entry {entry.seq} quotes"
    return ""


def _rebuilt(verdict: Verdict) -> dict:
    deciding = ledger.deciding_judgements(verdict.review)
    evidence = ledger.evidence(verdict.claim, deciding)
    listed = set(verdict.rests_on.values_list("citation", flat=True))
    return ledger.payload(verdict, deciding, [cited for cited in evidence if cited["id"] in listed])


def _differences(written: dict, rebuilt: dict) -> list[str]:
    """Name the parts that differ. What other rules would check differently is no difference of fact."""
    if written["rules_version"] != rebuilt["rules_version"]:
        written, rebuilt = _without_checks(written), _without_checks(rebuilt)
    return [name for name in written if written[name] != rebuilt.get(name)]


def _without_checks(payload: dict) -> dict:
    facts = [{name: value for name, value in cited.items() if name != "check"} for cited in payload["citations"]]
    return {**payload, "rules_version": "", "citations": facts}


def _is_whole(snapshot_id: int) -> bool:
    """Whether a snapshot's text and bytes still have the names that they were given when it was captured."""
    snapshot = Snapshot.objects.select_related("blob").get(pk=snapshot_id)
    data = bytes(snapshot.blob.data)
    return text_sha256(snapshot.text) == snapshot.text_sha256 and hashlib.sha256(data).hexdigest() == snapshot.blob_id
