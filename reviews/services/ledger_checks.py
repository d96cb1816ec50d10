"""The ledger, verified once a day, and its newest head, sent to where whoever owns this machine cannot change it."""

import json
import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from smtplib import SMTPException
from typing import Any

from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.db.models import F

from reviews import queries, verification
from reviews.models import LedgerCheck, LedgerEntry
from reviews.services.sending import Push

#: A verification ends, or is ended, long before this; what began earlier and has no end is begun again.
INTERRUPTED_AFTER = timedelta(minutes=10)
MOST_ATTEMPTS = 3
logger = logging.getLogger(__name__)


def verify_once_a_day(*, heads_file: Path | None, clock: Callable[[], datetime]) -> LedgerCheck | None:
    """Verify the ledger where today's verification is still to be done, and write down what came of it.

    `heads_file` has the recorded heads, or None where none are expected. Return None where it was done, or another
    worker is at it. One that was interrupted is tried again, MOST_ATTEMPTS times in all.
    """
    check = _begin(at=clock())
    if check is None:
        return None
    try:
        known = verification.read_heads(heads_file) if heads_file else []
    except verification.HeadsUnreadable as error:
        _end(check, verification.Report(0, 0, fault=str(error).rstrip(".")), heads=0, at=clock())
    else:
        _end(check, verification.verify_ledger(known), heads=len(known), at=clock())
    return check


def note_verification(
    *, report: verification.Report, head: LedgerEntry | None, heads: int, started_at: datetime, ended_at: datetime
) -> LedgerCheck:
    """Write down a verification that somebody asked for, and the `head` that the ledger had when it began."""
    check = LedgerCheck(started_at=started_at, **_named(head))
    check.save()
    _end(check, report, heads=heads, at=ended_at)
    return check


def send_newest_head(*, mail_to: Iterable[str], webhook: str | None, push: Push, site: str, at: datetime) -> None:
    """Send what the newest verification found, and the head of the ledger, to each place that was not sent it yet.

    `mail_to` has addresses, and "editors" for the people who sign off. What cannot be sent is sent at the next call.
    """
    check = queries.newest_ledger_check()
    if check is None or check.finished_at is None:
        return
    if check.head_seq is None and not check.fault:  # a ledger that has no entry yet; one that lost them all has a fault
        return
    errors = []
    if check.mailed_at is None and (recipients := _recipients(mail_to)):
        refused = _mail(check, recipients, site)
        check.mailed_at = None if refused else at
        errors.append(f"The mail server did not take it for {', '.join(refused)}." if refused else "")
    if check.posted_at is None and webhook:
        result = push(webhook, body_of(check, site), {})
        check.posted_at = at if result.is_accepted else None
        errors.append("" if result.is_accepted else "The webhook for heads did not accept it.")
    if errors:
        check.sending_error = " ".join(filter(None, errors))
        check.save(update_fields=["mailed_at", "posted_at", "sending_error"])


def body_of(check: LedgerCheck, site: str) -> bytes:
    """Return what is posted of a verification, as JSON."""
    said = {
        "site": site,
        "seq": check.head_seq,
        "hash": check.head_hash,
        "verified_at": check.finished_at and check.finished_at.isoformat(),
        "entries": check.entries,
        "heads_compared": check.heads,
        "fault": check.fault,
        "bad_entry": check.bad_entry,
    }
    return json.dumps({"type": "ledger.head", "data": said}, ensure_ascii=False, separators=(",", ":")).encode()


def _begin(*, at: datetime) -> LedgerCheck | None:
    """Take today's verification, unless it was done or somebody is at it."""
    begun = LedgerCheck.objects.filter(day=at.date())
    interrupted = begun.filter(finished_at=None, started_at__lt=at - INTERRUPTED_AFTER, attempts__lt=MOST_ATTEMPTS)
    head = _named(queries.ledger_head())
    if interrupted.update(started_at=at, attempts=F("attempts") + 1, **head):
        return begun.get()
    if begun.exists():
        return None
    check = LedgerCheck(day=at.date(), started_at=at, **head)
    try:
        with transaction.atomic():
            check.save()
    except IntegrityError:  # another worker came first
        return None
    return check


def _named(head: LedgerEntry | None) -> dict[str, Any]:
    """Return the columns that name a head, which must be read before the verification: later ones are not verified."""
    return {"head_seq": head.seq if head else None, "head_hash": head.hash if head else ""}


def _end(check: LedgerCheck, report: verification.Report, *, heads: int, at: datetime) -> None:
    check.finished_at = at
    check.entries, check.replayed, check.heads = report.entries, report.replayed, heads
    check.fault, check.bad_entry = report.fault, report.bad_entry
    check.save()
    if report.fault and report.bad_entry is None:
        logger.critical("The ledger could not be compared with its recorded heads: %s.", report.fault)
    elif report.fault:
        logger.critical("The ledger failed verification: %s. First bad entry: %s.", report.fault, report.bad_entry)


def _recipients(mail_to: Iterable[str]) -> list[str]:
    found: list[str] = []
    for each in mail_to:
        found += queries.editors().exclude(email="").values_list("email", flat=True) if each == "editors" else [each]
    return list(dict.fromkeys(found))


def _mail(check: LedgerCheck, recipients: list[str], site: str) -> list[str]:
    """Send one letter to each who has none yet, so that nobody reads the addresses of the others.

    Return the addresses that could not be reached; `mailed_to` gets the others.
    """
    subject, body = _letter(check, site)
    refused = []
    for address in recipients:
        if address in check.mailed_to:
            continue
        try:
            EmailMessage(subject=subject, body=body, to=[address]).send()
        except (OSError, SMTPException, ValueError) as error:
            logger.warning("The head of the ledger was not mailed and is tried again within the hour: %s", error)
            refused.append(address)
        else:
            check.mailed_to.append(address)
            check.save(update_fields=["mailed_to"])  # at once: the task may be ended before the last letter
    return refused


def _letter(check: LedgerCheck, site: str) -> tuple[str, str]:
    """Return the subject and the text of the letter."""
    paragraphs = [f"{site}\n{check.finished_at:%Y-%m-%d %H:%M} UTC: {_outcome(check)}."]
    if check.fault and check.bad_entry is None:
        paragraphs.append(
            f"{check.fault}. Put the file back from your copy, see that the worker can read it where "
            "PLUMBLINE_LEDGER_HEADS says, and run manage.py verify_ledger --record."
        )
    elif check.fault:
        paragraphs.append(f"{check.fault}. Ask who could write to the database, and compare with a backup.")
    if check.head_seq is None:
        paragraphs.append("The ledger has no entry, so this letter has no head. Keep the earlier letters.")
    else:
        paragraphs += [
            f"Entry {check.head_seq}\n{check.head_hash}",
            "Keep this letter. It proves later that no entry up to this one was changed: put the number and the hash "
            'into a file, as {"seq": …, "hash": "…"}, one to a line, and run manage.py verify_ledger --heads FILE.',
        ]
    subject = f"Plumbline: ledger {'FAILED verification' if check.fault else f'head {check.head_seq}'}"
    return subject, "\n\n".join(paragraphs)


def _outcome(check: LedgerCheck) -> str:
    if check.fault:
        at_entry = "" if check.bad_entry is None else f" at entry {check.bad_entry}"
        return f"FAILED{at_entry}"
    return "1 entry verified" if check.entries == 1 else f"{check.entries} entries verified"
