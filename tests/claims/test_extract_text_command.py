"""What is read in a file, asked for in the shell."""

import io
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

PAGE = "<html><head><meta charset='utf-8'><title>Ships</title></head><body><p>The navy has 40 ships.</p></body></html>"


def extracted(file):
    out = StringIO()
    call_command("extract_text", str(file), stdout=out)
    return json.loads(out.getvalue())


def test_a_text_file_is_one_object_with_the_day_of_its_dateline(tmp_path):
    file = tmp_path / "article.txt"
    file.write_text("Published 10 March 2021\n\nThe yard launched the frigate yesterday.\n")
    text = "Published 10 March 2021\n\nThe yard launched the frigate yesterday.\n"
    assert extracted(file) == {
        "kind": "text",
        "title": "Published 10 March 2021",
        "published_on": "2021-03-10",
        "language": "en",
        "text": text,
        "visible_text": text,
        "warnings": [],
    }


def test_a_page_says_its_kind_and_its_title(tmp_path):
    file = tmp_path / "page.html"
    file.write_text(PAGE)
    answer = extracted(file)
    assert (answer["kind"], answer["title"], answer["text"]) == ("html", "Ships", "The navy has 40 ships.")


def test_a_warning_has_its_kind_and_its_sentence(tmp_path):
    file = tmp_path / "article.txt"
    file.write_bytes("Паром перевозит 60 машин и 400 человек, сообщила служба порта.\n".encode("cp1251"))
    assert extracted(file)["warnings"] == [
        {
            "kind": "guessed_encoding",
            "count": 1,
            "sample": "windows-1251",
            "sentence": "The file does not say how its characters are encoded; it was read as windows-1251. If letters look "
            "wrong, choose another encoding.",
        }
    ]


def test_standard_input_is_read_as_text(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"<p>The navy has 40 ships.</p>")))
    answer = extracted("-")
    assert (answer["kind"], answer["text"]) == ("text", "<p>The navy has 40 ships.</p>")


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("empty.txt", b"", "The file contains no text. Check that it is the right file."),
        ("picture.png", b"\x89PNG", "This kind of file can't be read. Upload a TXT, HTML, PDF or DOCX file."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_sentence(tmp_path, name, data, sentence):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(CommandError, match=sentence):
        extracted(tmp_path / name)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"missing\.txt could not be read: No such file or directory\."):
        extracted(tmp_path / "missing.txt")
