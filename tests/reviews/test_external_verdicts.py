"""Fact-checks of others: how they come in, that nothing is doubled or half stored, and where they are offered."""

import io
import re

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.urls import reverse

from core.translation.messages import Message
from reviews import services
from reviews.admin.external_verdicts import FactCheckRows
from reviews.factchecks import FileRow, read_fact_checks
from reviews.models import ExternalVerdict
from reviews.services import external_verdicts
from tests import factories
from tests.clients import program_of

pytestmark = pytest.mark.django_db

HEAD = "claim,url,publisher,rating,claimant,published_on\n"
THRUST = "The RD-180 rocket engine has a maximum vacuum thrust of 4150 kN.,https://checkers.example/1,Checkers,{},A Minister,2024-05-06\n"
MASS = "The dam weighs 40 tons.,https://checkers.example/2,Checkers,Half true,,\n"


@pytest.fixture
def take_in(editor, at):
    """Import a CSV file."""

    def take(text: str) -> services.ImportResult:
        rows = read_fact_checks(io.BytesIO(text.encode()))
        return services.import_fact_checks(by=editor, rows=rows, at=at)

    return take


def counted(result: services.ImportResult) -> tuple[int, int, int, int]:
    return result.new, result.changed, result.same, result.refused


def stored() -> list[tuple]:
    return list(ExternalVerdict.objects.order_by("pk").values_list("publisher", "rating", "mapped_rating"))


def test_a_file_again_changes_nothing_and_a_changed_one_what_it_says_otherwise(take_in):
    first = take_in(HEAD + THRUST.format("True") + MASS + THRUST.format("True"))
    again = take_in(HEAD + THRUST.format("True") + MASS)
    changed = take_in(HEAD + THRUST.format("Pants on Fire") + MASS)
    assert [counted(each) for each in (first, again, changed)] == [(2, 0, 1, 0), (0, 0, 2, 0), (0, 1, 1, 0)]
    assert stored() == [("Checkers", "Pants on Fire", "wrong"), ("Checkers", "Half true", "disputed")]


def test_a_bad_row_is_named_with_its_line_and_the_others_are_stored(take_in):
    result = take_in(HEAD + MASS + "x,ftp://checkers.example/3,Checkers,False,,\n" + ",,,,,\n" + THRUST.format("True"))
    assert (counted(result), [(str(where), fault[:35]) for where, fault in result.refusals]) == (
        (2, 0, 0, 1),
        [("Line 3", "“ftp://checkers.example/3” is not a")],
    )


def test_what_the_database_refuses_is_refused_alone_and_its_batch_is_stored(editor, at, monkeypatch):
    """The check lets through what it never should: the savepoint of each row holds."""
    bad = factories.fact_check(claim="One\0two", url="https://example.org/2")
    given = iter([factories.fact_check(), bad, factories.fact_check(url="https://example.org/3")])
    monkeypatch.setattr(external_verdicts, "fact_check", lambda _cells: next(given))
    rows = [FileRow(Message("Line %(number)s", number=number), {}) for number in (1, 2, 3)]
    result = services.import_fact_checks(by=editor, rows=rows, at=at)
    assert (counted(result), [str(where) for where, _ in result.refusals], len(stored())) == (
        (2, 0, 0, 1),
        ["Line 2"],
        2,
    )


def test_only_editors_import(analyst, at):
    with pytest.raises(services.NotAllowed, match="Only editors"):
        services.import_fact_checks(by=analyst, rows=[], at=at)


def test_many_rows_take_few_statements(editor, at, django_assert_max_num_queries):
    rows = [
        FileRow(Message("-"), {"claim": f"{n}", "url": "https://e.org", "publisher": "p", "rating": "False"})
        for n in range(400)
    ]
    with django_assert_max_num_queries(12):
        services.import_fact_checks(by=editor, rows=rows, at=at)
    assert ExternalVerdict.objects.count() == 400


def test_the_command_says_what_it_did_and_which_rows_it_refused(editor, tmp_path, capsys):
    file = tmp_path / "checks.csv"
    file.write_text(HEAD + MASS + "x,,Checkers,False,,\n")
    with pytest.raises(CommandError, match="Some rows were refused"):
        call_command("import_factchecks", file, username="edith")
    told = capsys.readouterr()
    assert (told.out, told.err) == ("1 new, 0 changed, 0 here already, 1 refused.\n", "Line 3: “url” is empty.\n")


@pytest.mark.parametrize(
    ("name", "username", "sentence"),
    [
        ("none.csv", "edith", "cannot be read: No such file"),
        ("broken.json", "edith", "This file is not valid JSON after entry 0. Nothing was imported. Correct"),
        ("checks.csv", "nobody", "There is no user “nobody”"),
        ("checks.csv", "ada", "Only editors can import"),
    ],
)
def test_the_command_refuses_in_a_sentence(editor, analyst, tmp_path, name, username, sentence):
    (tmp_path / "checks.csv").write_text(HEAD + MASS)
    (tmp_path / "broken.json").write_text("[{")
    with pytest.raises(CommandError, match=sentence):
        call_command("import_factchecks", tmp_path / name, username=username)
    assert stored() == []


@pytest.fixture
def claim(analyst, at):
    return factories.claim(by=analyst, at=at)


def test_the_claim_page_offers_it_with_publisher_rating_and_link(client, analyst, claim, take_in):
    take_in(HEAD + THRUST.format("True") + MASS)
    client.force_login(analyst)
    page = client.get(reverse("claim", args=[claim.pk])).content.decode()
    part = page.partition("Fact-checks by others")[2].partition("Your judgement")[0]
    assert re.findall(r'<a href="([^"]+)" rel="([^"]+)"', part) == [
        ("https://checkers.example/1", "noopener noreferrer external")
    ]
    assert " ".join(re.sub(r"<[^>]+>", " ", part).split()) == (
        "The RD-180 rocket engine has a maximum vacuum thrust of 4150 kN. True ✓ Verified Checkers, 6 May 2024 "
        "Same except for the numbers: 4150 N here, 4150 kN there. Claimed by A Minister."
    )


def test_without_one_the_page_has_no_such_part(client, analyst, claim, take_in):
    take_in(HEAD + MASS)
    client.force_login(analyst)
    assert "Fact-checks by others" not in client.get(reverse("claim", args=[claim.pk])).content.decode()


def test_a_program_gets_it_beside_the_similar_claims(consumer, claim, take_in):
    take_in(HEAD + THRUST.format("Mostly true"))
    answer = program_of(consumer).get(f"/api/v1/claims/{claim.pk}/similar/").json()
    [found] = answer["external"]
    assert (answer["results"], found.pop("score") > 0.45, found.pop("id") > 0) == ([], True, True)
    assert found == {
        "claim": "The RD-180 rocket engine has a maximum vacuum thrust of 4150 kN.",
        "publisher": "Checkers",
        "url": "https://checkers.example/1",
        "rating": "Mostly true",
        "mapped_rating": None,
        "claimant": "A Minister",
        "claimed_on": None,
        "published_on": "2024-05-06",
        "language": "",
        "how": "other_numbers",
        "explanation": "Same except for the numbers: 4150 N here, 4150 kN there.",
    }


def upload(client, text: str):
    """Choose a file on the editors' page, and confirm its preview where it has one."""
    at = "admin:reviews_externalverdict"
    file = SimpleUploadedFile("checks.csv", text.encode())
    preview = client.post(reverse(f"{at}_import"), {"import_file": file, "format": "0", "resource": "0"})
    confirm = preview.context.get("confirm_form")
    if not confirm:
        return preview
    return client.post(reverse(f"{at}_process_import"), confirm.initial, follow=True)


def test_an_editor_uploads_a_file_after_a_preview(client, editor):
    client.force_login(editor)
    texts = [
        upload(client, HEAD + THRUST.format(rating) + MASS).content.decode() for rating in ("True", "True", "False")
    ]
    for text, sentence in zip(
        texts,
        (
            "Imported: 2. Updated: 0. Already here: 0.",
            "Imported: 0. Updated: 0. Already here: 2.",
            "Imported: 0. Updated: 1. Already here: 1.",
        ),
        strict=True,
    ):
        assert sentence in text
    assert stored() == [("Checkers", "False", "wrong"), ("Checkers", "Half true", "disputed")]


def test_an_upload_with_a_bad_row_stores_nothing_and_names_it(client, editor):
    client.force_login(editor)
    page = upload(client, HEAD + MASS + "x,ftp://checkers.example/3,Checkers,False,,\n").content.decode()
    assert ("Line 3" in page, "is not a web address" in page, stored()) == (True, True, [])


def test_what_is_exported_can_be_imported_again(client, editor, take_in):
    take_in(
        HEAD + THRUST.format("True") + MASS + '"=1+1 is -2, he said.",https://checkers.example/3,@checkers,1 / 5,,\n'
    )
    client.force_login(editor)
    for kind in ("0", "1"):
        answer = client.post(reverse("admin:reviews_externalverdict_export"), {"format": kind, "resource": ""})
        assert counted(take_in(b"".join(answer.streaming_content).decode())) == (0, 0, 3, 0)


def test_a_file_that_breaks_off_leaves_every_row_before_it(editor, tmp_path):
    file = tmp_path / "checks.csv"
    file.write_text(HEAD + MASS + THRUST.format("True") + 'x,"open')
    with pytest.raises(CommandError) as refused:
        call_command("import_factchecks", file, username="edith")
    assert str(refused.value).removeprefix(f"{file}: ") == (
        "Line 4 cannot be read as CSV. Check for an unclosed quotation mark. The rows before that are stored, as counted "
        "above. Correct the file and import the whole of it again."
    )
    assert len(stored()) == 2


def test_a_database_that_is_away_is_no_fault_of_the_rows(editor, at, monkeypatch):
    def away(*_given: object, **_named: object) -> None:
        raise OperationalError("The connection was closed.")

    monkeypatch.setattr(external_verdicts, "_store", away)
    rows = [FileRow(Message("-"), {"claim": "c", "url": "https://e.org", "publisher": "p", "rating": "False"})]
    with pytest.raises(OperationalError):
        services.import_fact_checks(by=editor, rows=rows, at=at)


def test_an_upload_of_too_many_rows_is_refused_with_its_first_row_too_many(client, editor, monkeypatch):
    monkeypatch.setattr(FactCheckRows, "max_rows", 2)
    client.force_login(editor)
    broken_after_it = HEAD + MASS + THRUST.format("True") * 2 + 'x,"open'
    page = upload(client, broken_after_it).content.decode()
    assert "This file has more than 2 rows, the most that can be imported at a time. Split it." in page
    assert 'accept=".csv,.json,.jsonl,.ndjson,.jsonld,.html,.htm"' in page


def test_an_editor_deletes_what_was_imported_by_mistake_and_the_history_says_so(client, editor, take_in):
    take_in(HEAD + THRUST.format("True") + MASS)
    client.force_login(editor)
    first, second = ExternalVerdict.objects.order_by("pk")
    client.post(reverse("admin:reviews_externalverdict_delete", args=[first.pk]), {"post": "yes"})
    ticked = {"action": "delete_selected", "_selected_action": [second.pk], "post": "yes"}
    client.post(reverse("admin:reviews_externalverdict_changelist"), ticked)
    told = LogEntry.objects.filter(change_message__contains="Deleted the fact-check.").order_by("pk")
    assert (stored(), [entry.object_id for entry in told]) == ([], [str(first.pk), str(second.pk)])


def test_only_editors_delete_them(analyst, take_in, at):
    take_in(HEAD + MASS)
    with pytest.raises(services.NotAllowed, match="Only editors can delete"):
        services.delete_fact_checks(by=analyst, verdicts=ExternalVerdict.objects.all(), at=at)
    assert len(stored()) == 1
