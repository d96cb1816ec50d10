"""Texts of one meaning lie near each other; nothing is downloaded for it, and every process shares one copy."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from sources.meaning import DIMENSIONS, code_of, embed, encode, nearest_of_each, passages_of, unpack

ROOT = Path(__file__).resolve().parents[3]
CURE = "The physician cured the child of cancer."
TEXTS = (
    "A doctor healed the girl's tumour.",
    "The orchestra will play three concerts in the old town hall.",
    "A new bakery has opened beside the railway station.",
)

#: From here on no address is looked up and no connection made, by whatever library.
OFFLINE = """
import sys
def refuse(event, _):
    if event in ("socket.connect", "socket.getaddrinfo"): raise OSError("no network here")
sys.addaudithook(refuse)
"""
READ = 'from sources.meaning import embed; print(embed(["The ship sank."]).shape)'
OWN_LOADER = "from wordllama import WordLlama; WordLlama.load()"


def run(code: str, home: Path) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={"HOME": str(home)}, capture_output=True, text=True, check=False
    )


def test_the_vectors_are_read_without_a_network_or_a_home_folder(tmp_path):
    done = run(OFFLINE + READ, tmp_path / "none")
    assert (done.stdout.strip(), done.stderr) == (f"(1, {DIMENSIONS})", "")
    assert not (tmp_path / "none").exists()


def test_control_the_packages_own_loader_asks_the_network(tmp_path):
    assert "no network here" in run(OFFLINE + OWN_LOADER, tmp_path).stderr


def test_nothing_is_read_before_it_is_asked_for_and_no_library_of_the_package_ever(tmp_path):
    told = "import sys; print([name for name in ('wordllama', 'tokenizers', 'huggingface_hub') if name in sys.modules])"
    loaded = "from sources.meaning.vectors import _model; print(_model.cache_info().currsize)"
    assert run(f"{loaded}\n{READ}\n{told}", tmp_path).stdout.split("\n")[:3] == ["0", f"(1, {DIMENSIONS})", "[]"]


def test_what_says_the_same_in_other_words_is_nearer_than_what_does_not():
    cure, *others = embed([CURE, *TEXTS])
    cosines = [float(cure @ other) for other in others]
    assert cosines[0] > 2 * max(cosines[1:])


def test_a_text_without_a_word_has_no_direction_and_the_others_are_of_length_one():
    assert np.linalg.norm(embed(["", " \n", "a", CURE]), axis=1).round(5).tolist() == [0, 0, 1, 1]


def test_what_is_stored_keeps_the_vectors_to_a_hundredth():
    text = "\n".join([*TEXTS, CURE])
    exact = embed([text[start:end] for start, end in passages_of(text)])
    cosines = (unpack(encode(text).vectors) * exact).sum(axis=1)
    assert (len(cosines), bool(cosines.min() > 0.99)) == (4, True)


def test_the_nearest_passage_of_each_text_is_found_by_its_bits():
    code = code_of(embed([CURE])[0])
    stored = [("concert", encode(TEXTS[1]).codes), ("cure", encode("\n".join([TEXTS[2], TEXTS[0], TEXTS[1]])).codes)]
    found = nearest_of_each(code, stored)
    assert (found["cure"].place, found["cure"].distance < found["concert"].distance) == (1, True)


@pytest.mark.parametrize("text", ["", "\n\n", "…"])
def test_a_text_without_passages_stores_nothing(text):
    assert (encode(text).codes, encode(text).vectors, nearest_of_each(code_of(embed([CURE])[0]), [])) == (b"", b"", {})
