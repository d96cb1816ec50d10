"""The proof that published verdicts are what was published, and that each can be replayed.

A chain shows what was changed inside it, but not that its end was cut together with all that hung on it, nor that all of it
was written anew. That shows the file of heads, which is written beside the database and should be copied to where its owner
cannot reach.

Only what was judged under the present rules is judged again: older rules are gone, and what they found stands by the chain.
"""

import fcntl
import hashlib
import json
import logging
import os
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.db.models import F
from django.db.models.functions import Substr
from django.utils.translation import gettext as _

from claims.models import Citation
from reviews import ledger, queries
from reviews.checking import RULES_VERSION, RULES_VERSIONS
from reviews.labels import PARTS, label_of
from reviews.models import LedgerEntry, Verdict
from sources.models import Snapshot
from sources.services import text_sha256

CHUNK = 500
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Report:
    """What the proof came to. `fault` is empty where everything holds.

    `not_recomputed` counts the entries by the older rules that they were judged under. `went_back` is the first entry
    under older rules than one before it: no fault, since an older release may have been put back, but worth a question.
    """

    entries: int
    replayed: int
    fault: str = ""
    bad_entry: int | None = None
    not_recomputed: dict[str, int] = field(default_factory=dict)
    went_back: int | None = None


@dataclass(frozen=True)
class Head:
    """The last entry of the ledger at some moment."""

    seq: int
    hash: str


class HeadsUnreadable(Exception):
    """The file of heads is missing or damaged; the message says where."""


def note_head(path: Path, *, at: datetime) -> Head | None:
    """Write the head of the ledger to the end of the file, and on the disk, where it moved since the last line.

    Return what was written, or None. No head is written that is behind the last line or on another chain than it: the
    log says that the end is gone, or that the entries were written anew.
    """
    entry = queries.ledger_head()
    if entry is None:
        return None
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # two schedulers write one line
        file.seek(0)
        last = max(_heads(file), key=lambda head: head.seq, default=Head(0, ledger.GENESIS))
        if entry.seq < last.seq:
            logger.critical(
                "The ledger ends at entry %s, but entry %s was recorded as its head before.", entry.seq, last.seq
            )
        elif last.seq and any(lost_heads([last])):
            logger.critical("Entry %s of the ledger is no longer the one recorded as its head before.", last.seq)
            return None
        if entry.seq <= last.seq:
            return None
        file.write(json.dumps({"seq": entry.seq, "hash": entry.hash, "at": at.isoformat()}) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return Head(entry.seq, entry.hash)


def read_heads(path: Path) -> list[Head]:
    """Return every head that was written down. Raises HeadsUnreadable."""
    try:
        with path.open(encoding="utf-8") as file:
            return list(_heads(file))
    except OSError as error:
        raise HeadsUnreadable(f"The file of heads {path} cannot be read: {error.strerror}.") from error


def lost_heads(heads: Iterable[Head]) -> Iterator[Head]:
    """Yield, the earliest first, the heads that the chain does not have any more, or has with another hash."""
    ordered = sorted(heads, key=lambda head: head.seq)
    for first in range(0, len(ordered), CHUNK):
        asked = ordered[first : first + CHUNK]
        found = LedgerEntry.objects.filter(seq__in=[head.seq for head in asked]).values_list("seq", "hash")
        there = {Head(*entry) for entry in found}
        yield from (head for head in asked if head not in there)


def verify_ledger(heads: Iterable[Head] = ()) -> Report:
    """Check the chain, then build every entry anew from the rows and look at the snapshots that it quotes.

    `heads` are ends of the chain that were written down earlier: each must be in it, as it was.
    """
    entries = LedgerEntry.objects.count()
    with closing(_links()) as links:
        bad = ledger.first_bad_link(links) or _first_lost_head(heads)
    if bad:
        return Report(entries, 0, fault=bad[1], bad_entry=bad[0])
    unlisted = Verdict.objects.filter(ledger_entry=None).order_by("pk").first()
    if unlisted:
        return Report(
            entries,
            0,
            fault=f"verdict {unlisted.pk} is not in any entry; the end of the chain was removed",
            bad_entry=entries + 1,
        )
    judged_under: list[str] = []
    whole_snapshots: dict[int, bool] = {}
    expected = 1
    with closing(_entries()) as listed:
        for entry in listed:
            # An entry whose verdict is gone is not among them.
            fault = _fault_of(entry, whole_snapshots) if entry.seq == expected else _gone(expected)
            if fault:
                return Report(entries, judged_under.count(RULES_VERSION), fault=fault, bad_entry=expected)
            judged_under.append(entry.payload["rules_version"])
            expected += 1
    replayed = judged_under.count(RULES_VERSION)
    if expected <= entries:
        return Report(entries, replayed, fault=_gone(expected), bad_entry=expected)
    older = Counter(version for version in judged_under if version != RULES_VERSION)
    return Report(entries, replayed, not_recomputed=dict(older), went_back=_first_step_back(judged_under))


def _first_step_back(versions: list[str]) -> int | None:
    """Return the position, from 1, of the first entry under older rules than one before it."""
    newest = 0
    for seq, version in enumerate(versions, start=1):
        age = RULES_VERSIONS.index(version)
        if age < newest:
            return seq
        newest = age
    return None


def _gone(seq: int) -> str:
    return f"the verdict of entry {seq}, or its review, claim or editor, is missing"


@dataclass(frozen=True)
class Step:
    """One step of a proof: whether it holds, and what was found, in a sentence."""

    holds: bool
    sentence: str


def check_entry(entry: LedgerEntry) -> list[Step]:
    """Check one entry the way `verify_ledger` checks all: its hash, its place, its rows, its snapshots, its replay."""
    return [
        _step_of_hash(entry),
        _step_of_place(entry),
        _step_of_rules(entry),
        _step_of_rows(entry),
        *(_step_of_snapshot(number) for number in sorted({cited["snapshot"] for cited in entry.payload["citations"]})),
        _step_of_quotes(entry),
        *(_step_of_replay(entry.payload, cited) for cited in entry.payload["citations"]),
    ]


def _step_of_hash(entry: LedgerEntry) -> Step:
    found = ledger.link_hash(seq=entry.seq, previous_hash=entry.previous_hash, payload=entry.payload)
    if found != entry.hash:
        changed = _("The content was changed after it was written: its hash is now %(hash)s….")
        return Step(False, changed % {"hash": found[:12]})
    return Step(True, _("The content matches its recorded hash."))


def _step_of_place(entry: LedgerEntry) -> Step:
    if entry.seq == 1:
        fits = entry.previous_hash == ledger.GENESIS
        first = _("It is the first entry.") if fits else _("It is the first entry, but it refers to one before it.")
        return Step(fits, first)
    follows = {"entry": entry.seq - 1}
    before = LedgerEntry.objects.filter(seq=entry.seq - 1).values_list("hash", flat=True).first()
    if before is None:
        return Step(False, _("The previous entry, %(entry)s, is missing.") % follows)
    if before != entry.previous_hash:
        return Step(False, _("It does not match the previous entry, %(entry)s, which has a different hash.") % follows)
    return Step(True, _("It contains the hash of the previous entry, %(entry)s.") % follows)


def _step_of_rules(entry: LedgerEntry) -> Step:
    version = {"version": entry.payload.get("rules_version")}
    if version["version"] == RULES_VERSION:
        return Step(True, _("It was judged under rules %(version)s, which are current.") % version)
    if version["version"] in RULES_VERSIONS:
        return Step(True, _("It was judged under rules %(version)s, which are older than the current ones.") % version)
    return Step(False, _("It refers to rules %(version)s, which this release does not know.") % version)


def _step_of_rows(entry: LedgerEntry) -> Step:
    differing = _differences(entry)
    if differing:
        differs = _("The verdict in the database differs from this entry: %(parts)s.")
        return Step(False, differs % {"parts": ", ".join(str(PARTS.get(name, name)) for name in differing)})
    return Step(True, _("The claim, the verdict and the judgements in the database match this entry."))


def _step_of_snapshot(number: int) -> Step:
    if not _is_whole(number):
        broken = _("The bytes or the text of snapshot %(snapshot)s no longer match their recorded hashes.")
        return Step(False, broken % {"snapshot": number})
    return Step(
        True, _("The bytes and the text of snapshot %(snapshot)s match their recorded hashes.") % {"snapshot": number}
    )


def _step_of_quotes(entry: LedgerEntry) -> Step:
    displaced = _displaced(entry.payload)
    if displaced is not None:
        elsewhere = _("The quote of citation %(citation)s is not in its snapshot at the recorded position.")
        return Step(False, elsewhere % {"citation": displaced})
    return Step(True, _("Every quote is in its snapshot, word for word, at the recorded position."))


def _step_of_replay(payload: dict, cited: dict) -> Step:
    """Repeat the deterministic check of one quote. What newer rules find otherwise is told, and is no fault."""
    found = ledger.replay(payload["claim"]["text"], cited["quote"])
    is_same, were = found == cited["check"], payload["rules_version"]
    if were == RULES_VERSION:
        told = (
            _(
                "Repeating the check of citation %(citation)s under the same rules (%(were)s) gave the same "
                "result: “%(found)s”."
            )
            if is_same
            else _(
                "Repeating the check of citation %(citation)s under the same rules (%(were)s) gave a different "
                "result: “%(found)s”."
            )
        )
    elif is_same:
        told = _(
            "The check of citation %(citation)s under rules %(were)s gives the same result under the current "
            "rules: “%(found)s”."
        )
    else:
        told = _(
            "The check of citation %(citation)s gave “%(found_then)s” under rules %(were)s and gives "
            "“%(found)s” under the current rules (%(today)s)."
        )
    values = {
        "citation": cited["id"],
        "were": were,
        "today": RULES_VERSION,
        "found": _check_label(found),
        "found_then": _check_label(cited["check"]),
    }
    return Step(is_same or were != RULES_VERSION, told % values)


def _check_label(check: dict) -> str:
    said = {"outcome": label_of(check["outcome"]), "kind": label_of(check["kind"] or "")}
    return _("%(outcome)s, %(kind)s") % said if check["kind"] else said["outcome"]


def _heads(lines: Iterable[str]) -> Iterator[Head]:
    for number, line in enumerate(lines, start=1):
        try:
            written = json.loads(line)
            yield Head(int(written["seq"]), str(written["hash"]))
        except (ValueError, KeyError, TypeError) as error:
            raise HeadsUnreadable(
                f"Line {number} of the file of recorded heads is damaged. Compare it with your copy."
            ) from error


def _first_lost_head(heads: Iterable[Head]) -> tuple[int, str] | None:
    """Find the first entry that is missing or differs, by the first head that is lost."""
    head = next(lost_heads(heads), None)
    if head is None:
        return None
    if LedgerEntry.objects.filter(seq=head.seq).exists():
        return head.seq, f"entry {head.seq} differs from the recorded head; the chain was rebuilt"
    first_missing = LedgerEntry.objects.count() + 1
    return first_missing, f"entry {head.seq} was recorded as the head and is missing; the end of the chain was removed"


def _entries() -> Generator[LedgerEntry]:
    related = ("verdict__claim", "verdict__review", "verdict__signed_off_by")
    yield from LedgerEntry.objects.select_related(*related).order_by("seq").iterator(chunk_size=CHUNK)


def _links() -> Generator[ledger.ChainLink]:
    rows = LedgerEntry.objects.order_by("seq").values_list("seq", "payload", "previous_hash", "hash")
    for row in rows.iterator(chunk_size=CHUNK):
        yield ledger.ChainLink(*row)


def _fault_of(entry: LedgerEntry, whole_snapshots: dict[int, bool]) -> str:
    """Say in what the rows of today differ from the entry, or return nothing."""
    version = entry.payload.get("rules_version")
    if version not in RULES_VERSIONS:
        return f"entry {entry.seq} names rules {version}, which this release does not know"
    differing = _differences(entry)
    if differing:
        return f"verdict {entry.verdict_id} differs from entry {entry.seq} in {', '.join(differing)}"
    for citation in entry.payload["citations"]:
        snapshot = citation["snapshot"]
        if snapshot not in whole_snapshots:
            whole_snapshots[snapshot] = _is_whole(snapshot)
        if not whole_snapshots[snapshot]:
            return f"snapshot {snapshot} no longer matches the bytes and text that entry {entry.seq} cites"
    displaced = _displaced(entry.payload)
    if displaced is not None:
        return f"the quote of citation {displaced} is not in its snapshot at the position recorded in entry {entry.seq}"
    return ""


def _differences(entry: LedgerEntry) -> list[str]:
    """Name the parts of an entry that differ from what the rows of today give.

    The checks are made again only where the rules are the same: what others find otherwise is no difference of fact.
    """
    written, verdict = entry.payload, entry.verdict
    deciding = ledger.deciding_judgements(verdict.review)
    listed = set(verdict.rests_on.values_list("citation", flat=True))
    if written.get("rules_version") == RULES_VERSION:
        citations = [cited for cited in ledger.checked_citations(verdict.claim, deciding) if cited["id"] in listed]
        rebuilt = ledger.verdict_payload(verdict, deciding, citations, salt=entry.salt)
    else:
        citations = [
            ledger.citation_facts(citation) for citation in ledger.citations_behind(deciding) if citation.pk in listed
        ]
        rebuilt = _without_checks(ledger.verdict_payload(verdict, deciding, citations, salt=entry.salt))
        written = _without_checks(written)
    return [name for name in {**written, **rebuilt} if written.get(name) != rebuilt.get(name)]


def _without_checks(payload: dict) -> dict:
    facts = [
        {name: value for name, value in cited.items() if name != "check"} for cited in payload.get("citations", [])
    ]
    return {**payload, "rules_version": "", "citations": facts}


def _displaced(payload: dict) -> int | None:
    """Return the number of a citation whose quote is not what its snapshot holds there, None where all are."""
    found = Substr("snapshot__text", F("start") + 1, F("end") - F("start"))
    citations = Citation.objects.filter(pk__in=[cited["id"] for cited in payload["citations"]])
    return citations.exclude(quote=found).order_by("pk").values_list("pk", flat=True).first()


def _is_whole(snapshot_id: int) -> bool:
    """Return whether a snapshot's text and bytes still have the names that they were given when it was captured."""
    snapshot = Snapshot.objects.select_related("blob").filter(pk=snapshot_id).first()
    if snapshot is None or snapshot.blob is None:
        return False
    data = bytes(snapshot.blob.data)
    return text_sha256(snapshot.text) == snapshot.text_sha256 and hashlib.sha256(data).hexdigest() == snapshot.blob_id
