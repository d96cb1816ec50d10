"""Proofs of verdicts: a ledger entry as everybody may recompute it, and the check of it without a database.

`docs/api.md` says the same for whoever checks it with another program.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from reviews import ledger
from reviews.checking import RULES_VERSION, RULES_VERSIONS
from reviews.ledger import ChainLink, Payload
from reviews.models import LedgerEntry

#: What a proof calls the way in which it is hashed.
FORMAT = "plumbline-proof/1"
#: Why an entry comes without its content.
WITHHELD = (
    "This site gives the roles of people instead of their names, and this entry, which is from before that, names "
    "them. Its hash cannot be recomputed without the names."
)


class NotAProof(Exception):
    """A file that holds no proof and no entries of a ledger; the message says what is wrong with it."""


@dataclass(frozen=True)
class CheckedEntries:
    """What the check of some entries came to: sentences about what holds, and about what does not."""

    holds: list[str]
    faults: list[str]


def entry_row(entry: LedgerEntry) -> Payload:
    """Return one entry of the ledger with all that its hash covers, or with the reason why that is withheld."""
    is_withheld = settings.PLUMBLINE_PEOPLE == "roles" and not entry.salt
    return {
        "seq": entry.seq,
        "verdict": entry.verdict_id,
        "hash": entry.hash,
        "previous_hash": entry.previous_hash,
        "payload": None if is_withheld else entry.payload,
        "withheld": WITHHELD if is_withheld else "",
    }


def proof_of(entry: LedgerEntry, head: LedgerEntry) -> Payload:
    """Return the proof of one entry: all that recomputes its hash, and the last entry of the ledger now."""
    return {"format": FORMAT, **entry_row(entry), "head": {"seq": head.seq, "hash": head.hash}}


def read_entries(text: str) -> tuple[list[ChainLink], dict[int, str]]:
    """Return the entries in a proof, a page of the ledger, an array or lines of entries, and the heads that it names.

    Raises NotAProof for anything else: a value that two readers could take for different ones is refused too.
    """
    found = _decoded(text)
    rows = [row for value in found for row in _rows_in(value)]
    heads = {row["head"]["seq"]: row["head"]["hash"] for row in rows if _is_head(row.get("head"))}
    return [_link(row) for row in rows], heads


def check_entries(links: Iterable[ChainLink], heads: dict[int, str]) -> CheckedEntries:
    """Check the hash of each entry, its place after the one before where that is given, the heads, and repeat its checks.

    `heads` are hashes of entries by their number, as proofs name them or as they were written down elsewhere.
    """
    by_seq: dict[int, ChainLink] = {}
    holds: list[str] = []
    faults: list[str] = []
    for link in links:
        if by_seq.setdefault(link.seq, link) != link:
            faults.append(f"Entry {link.seq} is given twice with different contents.")
    for seq, link in sorted(by_seq.items()):
        found = ledger.link_hash(seq=seq, previous_hash=link.previous_hash, payload=link.payload)
        if found == link.hash:
            holds.append(f"Entry {seq}: the content gives its hash, {found}.")
        else:
            faults.append(f"Entry {seq}: the content was changed, it gives the hash {found} and not {link.hash}.")
        faults += _faults_of_place(link, by_seq.get(seq - 1))
        if seq in heads and heads[seq] != link.hash:
            faults.append(f"Entry {seq}: it was recorded as the head with another hash, {heads[seq]}.")
        differs = _differs(link.payload)
        (faults if differs else holds).append(f"Entry {seq}: {_replayed(link.payload, differs=differs)}")
    return CheckedEntries(holds, faults)


def _decoded(text: str) -> Sequence[Any]:
    """Return the JSON values of a text: one, or one on each line."""
    lines = [line for line in text.splitlines() if line.strip()]
    try:
        return [_loads(text)]
    except json.JSONDecodeError as error:
        try:
            decoded = [_loads(line) for line in lines]
        except json.JSONDecodeError:
            raise NotAProof(f"This is not JSON: {error}.") from error
    if not decoded:
        raise NotAProof("The file is empty. Save the answer of /api/v1/verdicts/ID/proof.")
    return decoded


def _loads(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_object, parse_float=_refuse, parse_constant=_refuse)


def _object(pairs: list[tuple[str, Any]]) -> Payload:
    names = dict(pairs)
    if len(names) != len(pairs):
        raise NotAProof("An object of this file has the same name twice, so that two readers may disagree about it.")
    return names


def _refuse(number: str) -> None:
    raise NotAProof(f"The file has the number {number}; an entry has whole numbers only.")


def _rows_in(value: Any) -> list[Payload]:
    if isinstance(value, dict) and isinstance(value.get("results"), list):
        value = value["results"]
    rows = value if isinstance(value, list) else [value]
    if not all(isinstance(row, dict) for row in rows):
        raise NotAProof("This is no proof and no page of a ledger. Save the answer of /api/v1/verdicts/ID/proof.")
    return rows


def _link(row: Payload) -> ChainLink:
    format_, seq, payload = row.get("format", FORMAT), row.get("seq"), row.get("payload")
    if format_ != FORMAT:
        raise NotAProof(f"The format of this proof is {format_!r}; this release reads {FORMAT!r}.")
    if row.get("withheld"):
        raise NotAProof(f"Entry {seq} comes without its content. {row['withheld']}")
    hashes = [row.get("previous_hash"), row.get("hash")]
    is_chained = all(isinstance(each, str) for each in hashes)
    if type(seq) is not int or not isinstance(payload, dict) or not is_chained:
        raise NotAProof("An entry needs a seq, a payload, a previous_hash and a hash. Save the whole answer.")
    _check_encodable(payload)
    return ChainLink(seq=seq, payload=payload, previous_hash=row["previous_hash"], hash=row["hash"])


def _check_encodable(payload: Payload) -> None:
    try:
        ledger.canonical(payload)
    except UnicodeEncodeError as error:
        raise NotAProof("The file has half a character (a lone surrogate), which no entry has.") from error


def _is_head(head: object) -> bool:
    return isinstance(head, dict) and type(head.get("seq")) is int and isinstance(head.get("hash"), str)


def _faults_of_place(link: ChainLink, before: ChainLink | None) -> list[str]:
    if link.seq == 1 and link.previous_hash != ledger.GENESIS:
        return ["Entry 1: it is the first one, but it refers to one before it."]
    if before is not None and before.hash != link.previous_hash:
        return [f"Entry {link.seq}: it does not follow entry {before.seq}, which has another hash."]
    return []


def _cited(payload: Payload) -> list[Payload]:
    cited = payload.get("citations")
    return [each for each in cited if isinstance(each, dict)] if isinstance(cited, list) else []


def _differs(payload: Payload) -> bool:
    """Return whether a check under the rules of this release comes to something else than the entry says."""
    if payload.get("rules_version") != RULES_VERSION:
        return payload.get("rules_version") not in RULES_VERSIONS
    claim = payload["claim"]["text"]
    return any(ledger.replay(claim, cited["quote"]) != cited["check"] for cited in _cited(payload))


def _replayed(payload: Payload, *, differs: bool) -> str:
    version = payload.get("rules_version")
    if version not in RULES_VERSIONS:
        return f"it names the rules {version}, which this release does not know."
    if version != RULES_VERSION:
        return f"it was judged under the older rules {version}, so its checks were not repeated."
    count = len(_cited(payload))
    checks = "its check" if count == 1 else f"its {count} checks"
    outcome = "a different outcome" if differs else "the same outcome"
    return f"repeating {checks} under the rules {version} gave {outcome}."
