"""Hundreds of damaged files: each is read or refused with a sentence, in time, and the reader stays as it was."""

import gc
import os
import random
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sources.extraction import ExtractionRefused, extract
from sources.extraction.characters import clean
from tests.clients import program_of
from tests.growth import computing_seconds
from tests.sources.extraction import files

pytestmark = pytest.mark.child_process

#: PLUMBLINE_DAMAGED_FILES asks for more.
FILES = int(os.environ.get("PLUMBLINE_DAMAGED_FILES", "34"))
#: What reading one may compute here; what a child may is limited where it is started.
MOST_SECONDS, MOST_GROWTH_MEGABYTES = 5, 50

STORY = [
    f"In test {number} the engine ran for {number * 7} seconds at {number}.5 % of its thrust." for number in range(40)
]
WHOLE = {
    "story.txt": "\n".join(STORY).encode(),
    "latin.txt": "Été 1999: la poussée était de 4,15 MN.\n".encode("cp1252") * 30,
    "story.html": (
        "<!doctype html><html><head><meta charset=utf-8><title>Tests</title></head><body><article>"
        + "".join(f"<p class=a>{line}</p>" for line in STORY)
        + "<table><tr><td>1</td><td>2</td></tr></table></article></body></html>"
    ).encode(),
    "story.pdf": files.pdf(STORY[:20], STORY[20:], title="Tests"),
    "story.docx": files.docx("".join(files.paragraph(line) for line in STORY)),
}
#: A text is read in this process at no cost; every other file in a child of its own.
SHARES = ["story.txt", "latin.txt"] * 4 + ["story.html", "story.pdf", "story.docx"] * 3
MARKS = [
    b"\x00",
    b"\xff\xfe",
    b"<" * 50,
    b"%PDF-",
    b"PK\x03\x04",
    b"]]>",
    b"&#x0;",
    b"\xed\xa0\x80",
    b"-1 0 R",
    b"99999999999",
]


def damaged(number: int) -> tuple[str, bytes]:
    """The file of this number: always the same one."""
    chance = random.Random(number)
    name = SHARES[number % len(SHARES)]
    data = bytearray(WHOLE[name])
    for _ in range(chance.choice([1, 3, 30])):
        place = chance.randrange(len(data))
        length = chance.randint(1, 60)
        match chance.randrange(6):
            case 0:
                data[place] ^= 1 << chance.randrange(8)
            case 1:
                data[place : place + length] = chance.randbytes(length)
            case 2:
                del data[place : place + length]
            case 3:
                data[place:place] = data[place : place + length] * chance.randint(1, 40)
            case 4:
                data[place:place] = chance.choice(MARKS)
            case 5:
                data[place : place + length] = data[:length]
    if chance.random() < 0.2:
        del data[chance.randrange(1, len(data)) :]
    # Now and then a file has the name of another kind.
    return (chance.choice(list(WHOLE)) if chance.random() < 0.1 else name), bytes(data)


def read(number: int) -> str:
    """Return what reading a damaged file comes to."""
    name, data = damaged(number)
    try:
        return extract(data, filename=name).text
    except ExtractionRefused as refused:
        return refused.sentence


def memory_megabytes() -> int:
    """What this process holds now."""
    pages = Path("/proc/self/status")
    return int(pages.read_text().split("VmRSS:")[1].split()[0]) // 1024 if pages.exists() else 0


def test_every_damaged_file_is_read_or_refused_in_time_and_leaves_nothing_behind():
    read(0)
    before, found, slow = memory_megabytes(), {}, []
    for number in range(FILES):
        if computing_seconds(lambda number=number: found.update({number: read(number)})) > MOST_SECONDS:
            slow.append(number)
    unclean = [number for number, text in found.items() if not text or text != clean(text)]
    assert (unclean, slow) == ([], [])
    gc.collect()
    assert memory_megabytes() - before < MOST_GROWTH_MEGABYTES


def test_the_same_number_is_the_same_file_and_most_of_them_differ_from_the_whole():
    assert damaged(7) == damaged(7)
    assert sum(damaged(number)[1] in WHOLE.values() for number in range(200)) < 10


@pytest.mark.django_db
@pytest.mark.parametrize("door", ["/api/v1/sources/", "/api/v1/articles/"])
def test_a_damaged_file_never_breaks_the_site(analyst, door):
    program = program_of(analyst)
    answers = set()
    for number in range(len(SHARES)):
        name, data = damaged(number)
        answer = program.post(door, {"file": SimpleUploadedFile(name, data)})
        answers.add(answer.status_code)
        assert answer.status_code in (200, 201, 202) or answer.json()["detail"]
    assert answers <= {200, 201, 202, 400, 413, 415, 422}
    assert len(answers) > 1
