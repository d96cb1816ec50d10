"""A verdict's hash can be recomputed by anybody, from what the API gives alone."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import settings as generating
from hypothesis import strategies as st

from reviews import ledger, proofs, queries, verification
from reviews.checking import RULES_VERSION, RULES_VERSIONS
from reviews.models import LedgerEntry
from tests import factories
from tests.clients import program_of

NODE = shutil.which("node")
CHECK_IN_NODE = Path(__file__).with_name("check_proof.mjs")

needs_node = pytest.mark.skipif(
    NODE is None and "CI" not in os.environ, reason="Node is not installed: install nodejs to check proofs with it."
)


def recipe(tmp_path: Path) -> Path:
    """The program that docs/api.md prints."""
    found = re.search(
        r'```python\n("""Check .+?)```', (settings.BASE_DIR / "docs" / "api.md").read_text("utf-8"), re.DOTALL
    )
    program = tmp_path / "check.py"
    program.write_text(found[1], encoding="utf-8")
    return program


def run(*command: object, given: str = "") -> tuple[int, str]:
    """What a program that knows nothing of ours says."""
    done = subprocess.run([*map(str, command)], input=given, capture_output=True, text=True, encoding="utf-8")
    assert done.stderr == ""
    return done.returncode, done.stdout


def verified(path: Path, *more: object) -> str:
    """What the command says; raises CommandError where the proof does not hold."""
    said = path.with_suffix(".said")
    with said.open("w", encoding="utf-8") as stdout:
        call_command("verify_proof", str(path), *map(str, more), stdout=stdout)
    return said.read_text("utf-8")


def saved(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.django_db
@needs_node
def test_three_programs_recompute_the_same_hash_and_see_the_same_change(consumer, published, tmp_path):
    verdicts = published(3)
    program = program_of(consumer)
    proof = program.get(f"/api/v1/verdicts/{verdicts[1].pk}/proof").json()
    pages = program.get("/api/v1/ledger/", {"page_size": 2}).json()
    rest = program.get(pages["next"]).json()
    assert [row["seq"] for row in (*pages["results"], *rest["results"])] == [1, 2, 3]
    assert proof == {
        "format": "plumbline-proof/1",
        **pages["results"][1],
        "head": {"seq": 3, "hash": rest["results"][0]["hash"]},
    }
    files = [saved(tmp_path / f"{number}.json", each) for number, each in enumerate((proof, pages, rest))]

    assert verified(*files).splitlines()[-1] == "The proof holds."
    assert run(sys.executable, recipe(tmp_path), *files) == (0, "3 entries hold\n")
    found = run(NODE, CHECK_IN_NODE, given=json.dumps([proof, *pages["results"]]))[1].split()
    assert found[::2] == found[1::2] == [proof["hash"], *(row["hash"] for row in pages["results"])]

    proof["payload"]["rationale"] += "!"
    changed = saved(files[0], proof)
    with pytest.raises(CommandError, match="Entry 2: the content was changed"):
        verified(changed)
    assert run(sys.executable, recipe(tmp_path), changed) == (1, "entry 2 does not give its hash\n")
    theirs, ours = run(NODE, CHECK_IN_NODE, given=json.dumps([proof]))[1].split()
    assert (theirs != ours, ours) == (True, proof["hash"])


@needs_node
def test_texts_of_every_kind_hash_alike_in_another_language(tmp_path):
    texts = [
        "“Größe” 🚀",
        "\u2028\u2029\x7f\x1f\x00\t\r\n\b\f",
        'back\\slash "quoted" </script>',
        "ﬁ é e\u0301",
        "中文",
        "",
    ]
    payload = {"ë": texts, "z": {"b": None, "a": True, "A": -1}, "一": 2**53 - 1, "10": 1, "9": [[], {}]}
    made = ledger.link_hash(seq=7, previous_hash=ledger.GENESIS, payload=payload)
    proof = {"seq": 7, "previous_hash": ledger.GENESIS, "payload": payload, "hash": made}
    assert run(NODE, CHECK_IN_NODE, given=json.dumps([proof]))[1].split() == [made, made]
    assert run(sys.executable, recipe(tmp_path), saved(tmp_path / "one.json", proof)) == (0, "1 entries hold\n")


@pytest.mark.django_db
def test_a_page_without_one_entry_or_from_another_ledger_is_seen(consumer, published, tmp_path):
    published(3)
    rows = program_of(consumer).get("/api/v1/ledger/", {"after": 0}).json()["results"]
    heads = tmp_path / "heads.jsonl"
    heads.write_text('{"seq": 3, "hash": "' + "f" * 64 + '"}\n')
    lines = tmp_path / "ledger.ndjson"
    lines.write_text("\n".join(json.dumps(row) for row in (rows[0], rows[2])), encoding="utf-8")
    assert "The proof holds." in verified(lines)  # what is not there cannot be said to follow
    with pytest.raises(CommandError, match="Entry 3: it was recorded as the head with another hash, ffff"):
        verified(lines, "--heads", heads)
    moved = ledger.link_hash(seq=2, previous_hash="0" * 64, payload=rows[1]["payload"])
    rows[1] |= {"previous_hash": "0" * 64, "hash": moved}
    with pytest.raises(
        CommandError, match="Entry 2: it does not follow entry 1.+\n.*Entry 3: it does not follow entry 2"
    ):
        verified(saved(tmp_path / "rows.json", rows))


def entry(**changes: object) -> dict:
    """A well-formed entry of a ledger that nobody keeps."""
    payload = {
        "claim": {"text": "The tank holds 40 litres."},
        "rules_version": RULES_VERSION,
        "citations": [
            {
                "quote": "The tank holds 55 litres.",
                "check": ledger.replay("The tank holds 40 litres.", "The tank holds 55 litres."),
            }
        ],
        **changes,
    }
    made = ledger.link_hash(seq=5, previous_hash="a" * 64, payload=payload)
    return {"seq": 5, "payload": payload, "previous_hash": "a" * 64, "hash": made}


def test_the_checks_are_repeated_where_the_rules_are_the_same(tmp_path):
    assert "repeating its check under the rules" in verified(saved(tmp_path / "now.json", entry()))
    lied = [{"quote": "The tank holds 55 litres.", "check": {"outcome": "supports", "kind": None}}]
    with pytest.raises(CommandError, match="gave a different outcome"):
        verified(saved(tmp_path / "lied.json", entry(citations=lied)))
    older = entry(citations=lied, rules_version=RULES_VERSIONS[0])
    assert "its checks were not repeated" in verified(saved(tmp_path / "older.json", older))
    with pytest.raises(CommandError, match="which this release does not know"):
        verified(saved(tmp_path / "unknown.json", entry(rules_version="2999-01")))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The file is empty."),
        ("{", "This is not JSON"),
        ("[1, 2]", "This is no proof and no page of a ledger."),
        ("{}", "An entry needs a seq, a payload, a previous_hash and a hash."),
        ('{"seq": true, "payload": {}, "previous_hash": "", "hash": ""}', "An entry needs a seq"),
        ('{"format": "other/2", "seq": 1}', "The format of this proof is 'other/2'"),
        ('{"seq": 1, "seq": 2}', "has the same name twice"),
        ('{"seq": 1, "payload": {"a": 1.5}, "previous_hash": "", "hash": ""}', "The file has the number 1.5"),
        ('{"seq": 1, "payload": {"a": "\\ud800"}, "previous_hash": "", "hash": ""}', "half a character"),
        ('{"seq": 1, "withheld": "Because."}', "Entry 1 comes without its content. Because."),
    ],
)
def test_what_is_no_proof_is_refused_in_a_sentence(text, sentence):
    with pytest.raises(proofs.NotAProof, match=re.escape(sentence)):
        proofs.read_entries(text)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "latin.json").write_bytes(b'"\xe9"')
    with pytest.raises(CommandError, match="latin.json is not UTF-8: byte 1 cannot be read"):
        verified(tmp_path / "latin.json")
    with pytest.raises(CommandError, match="nowhere.json cannot be read"):
        verified(tmp_path / "nowhere.json")


@given(
    st.text(max_size=200)
    | st.recursive(
        st.none() | st.integers(),
        lambda inner: st.dictionaries(
            st.sampled_from(["seq", "payload", "hash", "results", "head", "citations", "claim", "text"]), inner
        ),
        max_leaves=8,
    ).map(json.dumps)
)
@generating(max_examples=200)
def test_no_file_makes_the_check_fall_over(text):
    try:
        links, heads = proofs.read_entries(text)
    except proofs.NotAProof:
        return
    proofs.check_entries(links, heads)


@pytest.mark.django_db
def test_a_site_that_gives_roles_names_nobody_and_is_proven_all_the_same(consumer, published, settings, tmp_path):
    named = published(1)[0]
    settings.PLUMBLINE_PEOPLE = "roles"
    claim = factories.claim(
        by=factories.User.objects.get(username="ada"),
        at=named.published_at,
        text=factories.ENGINE_ARTICLE.replace("180", "191"),
    )
    ada, edith = (factories.User.objects.get(username=name) for name in ("ada", "edith"))
    veiled = factories.verdict(analyst=ada, editor=edith, at=named.published_at, claim=claim)
    program = program_of(consumer)
    answers = [
        program.get(path)
        for path in (
            "/api/v1/verdicts/",
            "/api/v1/ledger/",
            "/api/v1/verdicts/changes",
            f"/api/v1/verdicts/{named.pk}/proof",
            f"/api/v1/verdicts/{veiled.pk}/proof",
        )
    ]
    assert [name for answer in answers for name in ("ada", "edith") if f'"{name}' in answer.content.decode()] == []
    rows = answers[0].json()["results"]
    assert [(row["judged_by"], row["signed_off_by"]) for row in rows] == [(["analyst"], "editor")] * 2
    assert answers[3].json()["payload"] is None
    with pytest.raises(CommandError, match="This site gives the roles of people instead of their names"):
        verified(saved(tmp_path / "named.json", answers[3].json()))
    assert "The proof holds." in verified(saved(tmp_path / "veiled.json", answers[4].json()))
    report = verification.verify_ledger()
    assert (report.fault, report.entries) == ("", 2)
    # Whoever is told the salt and a name can repeat the hash of it.
    salt = LedgerEntry.objects.get(verdict=veiled).salt
    payload = answers[4].json()["payload"]
    assert payload["judged_by"] == [ledger.person_in_entry(ada, role="analyst", salt=salt)]
    assert payload["signed_off_by"] != ledger.person_in_entry(ada, role="editor", salt=salt)


@pytest.mark.django_db
def test_a_verdict_says_who_judged_it_under_which_rules_and_how_much_was_settled(consumer, published):
    verdict = published(1)[0]
    row = program_of(consumer).get(f"/api/v1/verdicts/{verdict.pk}/").json()
    settled = queries.coverage(verdict.claim.article)
    assert {name: row[name] for name in ("judged_by", "signed_off_by", "rules_version", "coverage")} == {
        "judged_by": ["ada"],
        "signed_off_by": "edith",
        "rules_version": RULES_VERSION,
        "coverage": {"settled": settled.settled, "total": settled.total},
    }
    assert verdict.ledger_entry.payload["coverage"] == row["coverage"]
