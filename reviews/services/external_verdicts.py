"""Fact-checks of others, taken in from a file: the same one never twice, and a changed one in place of what it was."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from django.contrib.auth.models import User
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core.accounts.policies import NotAllowed, Role, roles_of
from core.audit.log import record_each
from core.translation.messages import Message
from reviews.factchecks import FactCheck, FactCheckFileRefused, FactCheckRefused, FileRow, fact_check
from reviews.models import ExternalVerdict

#: Rows that are stored in one transaction.
BATCH = 500
#: How many refused rows are named; all are counted.
NAMED = 1_000
DELETED = gettext_noop("Deleted the fact-check.")
IMPORTED, UPDATED = gettext_noop("Imported from a file."), gettext_noop("Updated from a file.")
NOT_STORABLE = gettext_noop("This row cannot be stored. Remove any characters that are not text.")
#: What the database says of a row that it cannot hold. Of a database that is away nothing is said about rows.
_OF_THE_ROW = (DataError, IntegrityError, ValueError)
#: What a publisher may say anew about the claim at an address.
_SAID = ("publisher", "rating", "mapped_rating", "claimant", "claimed_on", "published_on", "language")


@dataclass
class ImportResult:
    """How many rows of a file were new, changed, here already or refused, and why the first refused ones were.

    `broken_off` says why the rest of a file could not be read.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    refused: int = 0
    refusals: list[tuple[Message, Message]] = field(default_factory=list)
    broken_off: Message | None = None

    def refuse(self, where: Message, fault: Message) -> None:
        self.refused += 1
        if len(self.refusals) < NAMED:
            self.refusals.append((where, fault))


@dataclass(frozen=True)
class ImportedVerdict:
    """A fact-check as it is stored now, and whether it is new or was stored with other values before."""

    verdict: ExternalVerdict
    is_new: bool
    is_changed: bool


def import_fact_checks(*, by: User, rows: Iterable[FileRow], at: datetime) -> ImportResult:
    """Take in the rows of a file, BATCH at a time, each batch whole; a row that cannot be stored is left out and named.

    Every row before the place where a file breaks off is stored. The same file again changes nothing. Raises NotAllowed
    for anybody but editors.
    """
    _check_is_editor(by)
    result = ImportResult()
    readable = _until_broken(rows, result)
    while batch := list(islice(readable, BATCH)):
        _store_batch(list(_checked(batch, result)), by=by, at=at, result=result)
    return result


def _until_broken(rows: Iterable[FileRow], result: ImportResult) -> Iterator[FileRow]:
    try:
        yield from rows
    except FactCheckFileRefused as refused:
        result.broken_off = refused.args[0]


def import_fact_check(*, by: User, found: FactCheck, at: datetime) -> ImportedVerdict:
    """Take in one fact-check. Raises NotAllowed for anybody but editors."""
    _check_is_editor(by)
    with transaction.atomic():
        [imported] = _store([found], by=by, at=at)
    return imported


def delete_fact_checks(*, by: User, verdicts: Iterable[ExternalVerdict], at: datetime) -> int:
    """Forget fact-checks by others, all of them or none. Return how many. Raises NotAllowed for anybody but editors."""
    if Role.EDITOR not in roles_of(by):
        raise NotAllowed(_("Only editors can delete fact-checks."))
    gone = list(verdicts)
    with transaction.atomic():
        record_each(by=by, whats=gone, did=DELETED, at=at)
        ExternalVerdict.objects.filter(pk__in=[each.pk for each in gone]).delete()
    return len(gone)


def _check_is_editor(by: User) -> None:
    if Role.EDITOR not in roles_of(by):
        raise NotAllowed(_("Only editors can import fact-checks."))


def _checked(batch: Iterable[FileRow], result: ImportResult) -> Iterator[tuple[Message, FactCheck]]:
    for row in batch:
        if row.cells is None:
            result.refuse(row.where, row.fault or Message(NOT_STORABLE))
            continue
        try:
            yield row.where, fact_check(row.cells)
        except FactCheckRefused as refused:
            result.refuse(row.where, refused.args[0])


def _store_batch(checked: list[tuple[Message, FactCheck]], *, by: User, at: datetime, result: ImportResult) -> None:
    """Store a batch at once; where the database refuses it, row by row, so that it refuses that row alone."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                _count(_store([found for _where, found in checked], by=by, at=at), result)
                return
        except _OF_THE_ROW:
            pass
        for where, found in checked:
            try:
                with transaction.atomic():
                    _count(_store([found], by=by, at=at), result)
            except _OF_THE_ROW:
                result.refuse(where, Message(NOT_STORABLE))


def _count(imported: Iterable[ImportedVerdict], result: ImportResult) -> None:
    for each in imported:
        result.new += each.is_new
        result.changed += each.is_changed
        result.same += not each.is_new and not each.is_changed


def _store(found: list[FactCheck], *, by: User, at: datetime) -> list[ImportedVerdict]:
    """Insert what is new and update what is said otherwise now; of what a batch has twice the last one holds."""
    keys = [_key(each) for each in found]
    known = {each.key: each for each in ExternalVerdict.objects.select_for_update().filter(key__in=keys).order_by("pk")}
    imported: list[ImportedVerdict] = []
    new: dict[str, ExternalVerdict] = {}
    changed: dict[str, ExternalVerdict] = {}
    for key, each in zip(keys, found, strict=True):
        before = known.get(key)
        said = {name: getattr(each, name) for name in _SAID}
        is_changed = before is not None and any(getattr(before, name) != value for name, value in said.items())
        verdict = before or ExternalVerdict(
            key=key, claim_text=each.claim, url=each.url, imported_by=by, imported_at=at
        )
        if before is None or is_changed:
            for name, value in said.items():
                setattr(verdict, name, value)
            verdict.changed_at = at
            (changed if verdict.pk else new)[key] = verdict
        known[key] = verdict
        imported.append(ImportedVerdict(verdict, is_new=before is None, is_changed=is_changed))
    told = [*_SAID, "changed_at"]
    # Somebody else may import the same file at this moment.
    ExternalVerdict.objects.bulk_create(new.values(), update_conflicts=True, unique_fields=["key"], update_fields=told)
    ExternalVerdict.objects.bulk_update(changed.values(), told)
    _record(imported, by=by, at=at)
    return imported


def _record(imported: list[ImportedVerdict], *, by: User, at: datetime) -> None:
    """Write down for each row that it came with a file, or what it is said to be by now."""
    new = [each.verdict for each in imported if each.is_new]
    changed = [each.verdict for each in imported if each.is_changed]
    record_each(by=by, whats=new, did=IMPORTED, at=at)
    record_each(by=by, whats=changed, did=UPDATED, at=at)


def _key(found: FactCheck) -> str:
    return hashlib.sha256(f"{found.url}\n{found.claim}".encode()).hexdigest()
