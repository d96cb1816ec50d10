"""The measure of the printed files finds what a reader would miss, and lets pass what a reader would not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .printed_text import FOLDER, Gold, load, measure, words

GOLD = Gold(
    file="boat.html",
    writer="hand",
    printed=(
        "The boat weighs 1,250 tonnes and burns 3½ tonnes a day. Her pump moves 10⁵ litres of H₂O.",
        "Year | Boats",
        "2024 | 12",
        "She was built in the mid-2020s at −20 °C by a long-range yard.",
    ),
    apart=("Boat news", "[1]", "1 Without fuel.", "14", "In brief: two boats sail."),
    hidden=("Secret boats number 77.",),
    clean=False,
)
READ = "\n\n".join(GOLD.printed)


def faults(text: str, gold: Gold = GOLD) -> dict[str, list[object]]:
    found = measure(gold, text)
    names = ("lost", "invented", "figures", "hidden", "broken")
    return {name: getattr(found, name) for name in names if getattr(found, name)}


@pytest.mark.parametrize(
    "text",
    [
        READ,
        READ.replace("10⁵", "10^5").replace("3½", "3 1/2").replace("H₂O", "H2O"),
        READ.replace(" | ", "\t"),
        READ.replace("1,250", "1,250[1]").replace("pump", "pump¹"),
        READ.replace("tonnes", "ton\u00adnes").replace("long-range", "long\u2011range"),
        f"Boat news\n\n{READ}\n\n1 Without fuel.\n\n14",
        "\n\n".join((GOLD.printed[3], *GOLD.printed[:3])),
    ],
    ids=[
        "as printed",
        "other spellings",
        "tabs",
        "note marks apart",
        "unseen characters",
        "beside the text",
        "moved whole",
    ],
)
def test_a_reading_that_loses_nothing_has_no_faults(text):
    assert faults(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (READ.replace("burns ", ""), {"lost": ["burns"]}),
        (READ.replace("burns", "never burns"), {"invented": ["never"]}),
        (READ.replace("1,250", "1,350"), {"lost": ["1,250"], "invented": ["1,350"], "figures": [("1,250", "1,350")]}),
        (
            READ.replace("1,250", "1,2501"),
            {"lost": ["1,250"], "invented": ["1,2501"], "figures": [("1,250", "1,2501")]},
        ),
        (
            READ.replace("1,250", "1,250¹"),
            {"lost": ["1,250"], "invented": ["1,250^1"], "figures": [("1,250", "1,250^1")]},
        ),
        (READ.replace("10⁵", "105"), {"lost": ["10^5"], "invented": ["105"], "figures": [("10^5", "105")]}),
        (READ.replace("3½", "31/2"), {"lost": ["3+1/2"], "invented": ["31/2"], "figures": [("3+1/2", "31/2")]}),
        (READ.replace("−20", "20"), {"lost": ["-20"], "invented": ["20"], "figures": [("-20", "20")]}),
        (
            READ.replace("2024 | 12", "202412"),
            {"lost": ["2024", "12"], "invented": ["202412"]},
        ),
        (READ.replace("long-range", "long- range"), {"lost": ["long-range"], "invented": ["long", "range"]}),
        (READ.replace("burns", "Secret 77 burns"), {"hidden": ["secret", "77"], "figures": [("", "77")]}),
        (READ.replace("burns", "14 burns"), {"broken": ["14"]}),
        (READ.replace("burns", "In brief: two boats sail. burns"), {"broken": ["in", "brief", "two", "boats", "sail"]}),
    ],
    ids=[
        "dropped word",
        "invented word",
        "changed digit",
        "glued note mark",
        "note mark as exponent",
        "flattened exponent",
        "flattened fraction",
        "lost minus",
        "glued cells",
        "torn compound",
        "hidden words",
        "page number in a sentence",
        "box in a sentence",
    ],
)
def test_each_kind_of_fault_is_found_and_named(text, expected):
    assert faults(text) == expected


def test_lines_of_two_columns_read_across_are_a_fault():
    columns = (
        "The mill grinds rye for six farms in the valley of Orne since the war",
        "A ferry takes cars over to the isle on each day but Sunday at noon",
    )
    gold = Gold("columns.pdf", "hand", columns, (), (), clean=False)
    left, right = (column.split() for column in columns)
    across = [" ".join(left[i : i + 5] + right[i : i + 5]) for i in range(0, 15, 5)]
    assert faults("\n".join(across), gold).keys() >= {"lost", "invented"}


@pytest.mark.parametrize("warnings", [[], ["look here"]])
def test_a_fault_is_silent_only_without_a_warning(warnings):
    found = measure(GOLD, READ.replace("10⁵", "105"), warnings)
    assert (found.faults, found.silent) == (3, 0 if warnings else 3)


@given(st.data())
def test_no_dropped_word_and_no_changed_digit_of_any_file_escapes(data):
    gold = data.draw(st.sampled_from(load()))
    text = "\n\n".join(gold.printed)
    digits = [at for at, character in enumerate(text) if character in "0123456789"]
    at = data.draw(st.sampled_from(digits))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != text[at]]))
    assert measure(gold, text[:at] + other + text[at + 1 :]).figures
    split = text.split()
    gone = data.draw(st.sampled_from([n for n, word in enumerate(split) if words(word)]))
    assert measure(gold, " ".join(split[:gone] + split[gone + 1 :])).lost


def test_every_file_has_its_gold_and_the_gold_is_a_faultless_reading_of_itself():
    gold = load()
    assert sorted(g.file for g in gold) == sorted(
        p.name for p in FOLDER.iterdir() if p.suffix in {".html", ".docx", ".pdf"}
    )
    assert {g.file: faults("\n\n".join(g.printed), g) for g in gold if faults("\n\n".join(g.printed), g)} == {}


def test_the_set_is_broad_enough_to_mean_something():
    gold = load()
    for kind in ("html", "docx", "pdf"):
        files = [g for g in gold if g.file.endswith(kind)]
        assert len(files) >= 24
        assert len({g.writer for g in files}) >= 3
        assert sum(g.clean for g in files) >= 8
