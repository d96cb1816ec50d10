"""The proof that nothing captured has changed: every flipped bit is found, and nothing else."""

import io
import random

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from sources import services
from sources.models import Blob, Snapshot
from sources.verification import rows_to_check, verify_snapshots
from tests import factories
from tests.sources.refetching import PAGE, address, captured, web_page
from tests.sources.test_alternate_texts import PAGE_WITH_MORE

pytestmark = pytest.mark.django_db


def tamper(statement: str, *values: object) -> None:
    """What somebody with all rights over the database can do, past every trigger."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(statement, values)
        cursor.execute("SET session_replication_role = DEFAULT")


def faults() -> list[str]:
    return [fault for checked in verify_snapshots() for fault in checked.faults]


@pytest.fixture
def sheets(analyst, at):
    for number in range(210):
        services.add_upload(by=analyst, data=f"Sheet {number}: {number} kg.".encode(), filename="a.txt", at=at)


def test_two_hundred_flipped_bits_are_found_and_nothing_else(sheets):
    chance = random.Random(20)
    chosen = chance.sample(list(Blob.objects.order_by("pk").values_list("pk", flat=True)), 200)
    assert (faults(), rows_to_check()) == ([], 420)
    for pk in chosen:
        bit = chance.randrange(8 * len("Sheet 0: 0 kg."))
        tamper(
            "UPDATE sources_blob SET data = set_bit(data, %s, 1 - get_bit(data, %s)) WHERE sha256 = %s", bit, bit, pk
        )
    assert faults() == [f"The bytes {pk} no longer match what was received." for pk in sorted(chosen)]


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE sources_snapshot SET text = text || ' '", "The text of snapshot"),
        ("UPDATE sources_reading SET visible_text = 'Something else.'", "The text of extraction"),
        ("UPDATE sources_reading SET text = 'Something else.'", "The text of extraction"),
    ],
)
def test_a_changed_text_is_found(analyst, at, statement, what):
    captured(address(analyst, at), factories.Web(**{PAGE: web_page(PAGE_WITH_MORE)}), at)
    assert faults() == []
    tamper(statement)
    found = faults()
    assert (len(found), found[0].startswith(what)) == (1, True)


def test_a_row_that_still_waits_is_not_complained_about(analyst, at):
    services.request_capture(document=address(analyst, at), at=at)
    assert faults() == []


def verified() -> tuple[str, str]:
    """What the command says on its two outputs, and in its refusal."""
    said, complained = io.StringIO(), io.StringIO()
    try:
        call_command("verify_snapshots", stdout=said, stderr=complained)
    except CommandError as refusal:
        return str(refusal), complained.getvalue()
    return said.getvalue(), complained.getvalue()


def test_the_command_says_how_much_is_whole(analyst, at):
    factories.upload(by=analyst, at=at)
    assert verified() == ("2 blobs, texts and extractions verified.\n", "")


def test_the_command_names_what_is_not_whole_and_fails(analyst, at):
    snapshot = factories.upload(by=analyst, at=at)
    tamper("UPDATE sources_snapshot SET text = 'Dry mass 1 kg.'")
    assert verified() == (
        "1 of 2 do not match what was captured; see above. Restore them from a backup.",
        f"The text of snapshot {snapshot.pk} no longer matches what was captured.\n",
    )
    assert Snapshot.objects.get().text == "Dry mass 1 kg."
