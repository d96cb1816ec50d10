"""Files built to do harm are refused, and harm only the child that reads them."""

# ruff: noqa: TID251 - the sockets are on loopback

import random
import resource
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.extraction import (
    REFUSALS,
    ExtractedText,
    ExtractionRefused,
    ExtractionWarning,
    WarningKind,
    extract,
    sandbox,
)
from sources.extraction.characters import clean
from sources.extraction.kinds import FileKind
from sources.extraction.sandbox import extract_in_child
from tests.sources.extraction import files

pytestmark = pytest.mark.child_process

PROJECT = str(Path(__file__).resolve().parents[3])
STORY = files.paragraph("The tunnel opened in March 2011.")
LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>&b;</w:body></w:document>'
)


def refusal(data: bytes, **how: str) -> str:
    with pytest.raises(ExtractionRefused) as refused:
        extract(data, **how)
    return refused.value.code


def python(code: str, *arguments: str, data: bytes = b"", seconds: float = 60) -> str:
    """What this code prints in an interpreter of its own."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        input=data,
        capture_output=True,
        timeout=seconds,
        cwd=PROJECT,
        check=True,
    )
    return done.stdout.decode().strip()


def with_flag(data: bytes, flag: int) -> bytes:
    """The archive with a general purpose flag set in every header."""
    return data.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00" + bytes([flag])).replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00" + bytes([flag])
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (files.docx(STORY, **{"word/media/a.bin": bytes(40_000_000)}), "too_complex"),
        (files.docx(STORY, **{f"word/{n}.xml": b"" for n in range(2_001)}), "too_complex"),
        (files.docx(STORY, **{"../../evil.xml": b"x"}), "unsafe_archive"),
        (files.docx(STORY, **{"/etc/evil": b"x"}), "unsafe_archive"),
        (files.docx(STORY, **{"word/DOCUMENT.xml": b"x"}), "unsafe_archive"),
        (files.docx(STORY, **{"word/document.xml": LAUGHS}), "unsafe_archive"),
        (with_flag(files.docx(STORY), 1), "encrypted"),
        (files.docx("<w:p><w:r><w:t>cut"), "corrupt"),
    ],
    ids=["bomb", "members", "climbing", "absolute", "same name", "entities", "encrypted", "broken xml"],
)
def test_an_archive_that_word_would_not_write_is_refused(data, code):
    assert refusal(data, filename="a.docx") == code


def many_attributes(value: str) -> bytes:
    return b"<p>x<div " + " ".join(f"a{n}={value}" for n in range(300_000)).encode() + b">"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<div>" * 200_000 + b"The end", "too_complex"),
        (many_attributes("1"), "too_complex"),
        (b"<a<b<c" * 500_000, "no_text_on_page"),
        (b"<table>" + b"<tr><td>1<td>2" * 400_000, "too_complex"),
        (bytes(1000) + b"<p>x", "binary"),
    ],
    ids=["nested", "attributes", "open tags", "rows", "zeros"],
)
def test_a_page_built_to_exhaust_the_parser_is_refused(data, code):
    assert refusal(data, filename="a.html") == code


def test_a_page_of_tens_of_thousands_of_rows_is_read():
    data = b"<table>" + b"<tr><td>row</td></tr>" * 30_000 + b"</table>"
    assert extract(data, filename="a.html").text == "\n".join(["row"] * 30_000)


def seconds_of_children() -> float:
    """Return for how long the children of this process that have ended computed."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_a_parser_that_takes_too_long_is_ended():
    before = seconds_of_children()
    with pytest.raises(ExtractionRefused) as refused:
        extract_in_child(many_attributes('"<"'), FileKind.HTML, None, wall_seconds=1.5)
    assert (refused.value.code, seconds_of_children() - before < 3) == ("timeout", True)


def test_without_the_time_limit_the_same_page_holds_its_reader():
    code = "import sys; from lxml import html; html.document_fromstring(sys.stdin.buffer.read())"
    with pytest.raises(subprocess.TimeoutExpired):
        python(code, data=many_attributes('"<"'), seconds=4)


def big_docx() -> bytes:
    """A small file within the limits of the directory, one paragraph of which takes more than 100 MB as a tree."""
    chance = random.Random(7)
    noise = [f"<w:r w:x='{chance.getrandbits(32)}'/>" + "<w:r/>" * 12 for _ in range(2_000)]
    return files.docx(STORY + "<w:p>" + "".join(chance.choice(noise) for _ in range(60_000)) + "</w:p>")


# The peak that getrusage names is handed down from the process that started this one; the kernel's own page is not.
GROWTH = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from sources.extraction import ExtractionRefused, extract
from sources.extraction.child import FileKind, parse_file
import sources.extraction.word
data = sys.stdin.buffer.read()
peak = lambda: int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) // 1024
before = peak()
try:
    came = (extract(data, filename="a.docx") if sys.argv[2] == "child" else parse_file(FileKind.DOCX, data, None)).text
except ExtractionRefused as refused:
    came = refused.code
print(peak() - before, came)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of one process alone is read from /proc")
@pytest.mark.parametrize(("where", "stays_flat"), [("child", True), ("here", False)])
def test_a_file_that_wants_much_memory_takes_it_from_the_child_and_without_one_from_its_reader(where, stays_flat):
    megabytes, came = python(GROWTH, PROJECT, where, data=big_docx()).split(maxsplit=1)
    assert (int(megabytes) < 50, came) == (stays_flat, "The tunnel opened in March 2011.")


ALLOCATE = """
import sys
sys.path.insert(0, sys.argv[1])
if sys.argv[2] == "confined":
    from sources.extraction.child import confine
    confine()
try:
    print(len(bytearray(1_200_000_000)))
except MemoryError:
    print("no memory")
"""


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS refuses a limit on the address space")
def test_the_child_gets_no_more_than_its_memory_and_an_unconfined_process_does():
    assert [python(ALLOCATE, PROJECT, how) for how in ("confined", "free")] == ["no memory", "1200000000"]


CONNECT = """
import socket, sys
sys.path.insert(0, sys.argv[1])
if sys.argv[3] == "confined":
    from sources.extraction.child import confine
    confine()
try:
    socket.create_connection(("127.0.0.1", int(sys.argv[2])), timeout=60).close()
    print("connected")
except OSError:
    print("no network")
"""
WRITE = """
import sys
sys.path.insert(0, sys.argv[1])
if sys.argv[3] == "confined":
    from sources.extraction.child import confine
    confine()
try:
    with open(sys.argv[2], "w") as file:
        file.write("x")
    print("written")
except OSError:
    print("not written")
"""


def test_the_child_reaches_no_network_and_an_unconfined_process_does():
    if (
        python("import ctypes; print(ctypes.CDLL(None).unshare(0x50000000) and ctypes.CDLL(None).unshare(0x40000000))")
        != "0"
    ):
        pytest.skip("this system does not let a process leave the network")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        assert [python(CONNECT, PROJECT, port, how) for how in ("confined", "free")] == ["no network", "connected"]


def test_the_child_writes_no_file_and_an_unconfined_process_does(tmp_path):
    place = str(tmp_path / "out")
    assert [python(WRITE, PROJECT, place, how) for how in ("confined", "free")] == ["not written", "written"]


@pytest.mark.parametrize(
    ("answer", "returncode", "code"),
    [
        (b"", 1, "extractor_unavailable"),
        (b"", -11, "corrupt"),
        (b"", -9, "timeout"),
        (b"", -6, "too_complex"),
        (b"{", 0, "corrupt"),
        (b"[]", 0, "corrupt"),
        (b"7", 0, "corrupt"),
        (b'{"refused": "encrypted"}', 0, "encrypted"),
        (b'{"refused": "made up"}', 0, "corrupt"),
        (b'{"refused": []}', 0, "corrupt"),
        (b'{"extracted": {"text": "x"}}', 0, "corrupt"),
        (b"[" * 100_000, 0, "corrupt"),
    ],
)
def test_the_childs_answer_is_not_trusted(answer, returncode, code):
    with pytest.raises(ExtractionRefused) as refused:
        sandbox._read(answer, returncode)
    assert refused.value.code == code


def test_what_a_database_refuses_is_taken_out_of_the_childs_answer():
    answer = (
        b'{"extracted": {"text": "a\\u0000b\\ud800c", "visible_text": null, "title": "t", "media_type": "m",'
        b' "charset": null, "extractor": "e", "extractor_version": "1", "replacements": 0,'
        b' "published_on": "2022-09-07", "language": "en", "warnings": [{"kind": "guessed_encoding", "count": 1, "sample": "koi8-r"}]}}'
    )
    assert sandbox._read(answer, 0) == ExtractedText(
        "a b\ufffdc",
        "a b\ufffdc",
        "t",
        "m",
        None,
        "e",
        "1",
        0,
        date(2022, 9, 7),
        "en",
        warnings=(ExtractionWarning(WarningKind.GUESSED_ENCODING, 1, "koi8-r"),),
    )


WHOLE = {
    "a.pdf": files.pdf(["The tunnel opened in March 2011.", "It is 12 km long."], ["It has two tubes."]),
    "a.docx": files.docx(STORY * 5),
    "a.html": b"<html><head><title>T</title></head><body><article>" + b"<p>The tunnel opened.</p>" * 20,
}


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("name", WHOLE)
def test_a_damaged_file_is_read_or_refused_and_never_breaks_the_reader(name, seed):
    chance = random.Random(f"{name} {seed}")
    data = bytearray(WHOLE[name])
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    if seed % 3 == 0:
        del data[chance.randrange(len(data)) :]
    try:
        text = extract(bytes(data), filename=name).text
    except ExtractionRefused as refused:
        text = refused.sentence
    assert text == clean(text) != ""


@given(st.binary(max_size=400), st.sampled_from(["utf-8", "utf-16", "cp1251", "shift_jis", "nonsense", ""]))
@settings(max_examples=200)
def test_any_bytes_named_text_are_refused_or_give_a_text_that_can_be_stored(data, charset):
    try:
        text = extract(data, filename="a.txt", declared_type=f"text/plain; charset={charset}").text
    except ExtractionRefused as refused:
        text = REFUSALS[refused.code]
    text.encode("utf-8")
    assert "\x00" not in text


@given(st.text())
def test_cleaning_keeps_the_length_and_changes_a_clean_text_no_more(text):
    once = clean(text)
    assert (len(once), clean(once)) == (len(text), once)


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff")).filter(str.strip))
def test_a_utf_8_text_comes_back_as_it_is(text):
    assert extract(text.encode(), filename="a.txt").text == text
