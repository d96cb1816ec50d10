"""manage.py split_article: claims as JSON lines from a file or standard input, without database or server."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ARTICLE = "Kaldor bought 12 jets in 2021, while Velden sold “six tanks”.\n"


def run(*arguments: str, data: bytes = b"") -> subprocess.CompletedProcess:
    command = [sys.executable, "manage.py", "split_article", *arguments]
    return subprocess.run(command, cwd=ROOT, input=data, capture_output=True, check=False, timeout=120)


def quotes(result: subprocess.CompletedProcess, text: str) -> list[str]:
    claims = [json.loads(line) for line in result.stdout.decode().splitlines()]
    return [text[claim["quote_start"] : claim["quote_end"]] for claim in claims]


def test_standard_input_is_split():
    result = run("-", data=ARTICLE.encode())
    assert (result.returncode, quotes(result, ARTICLE)) == (
        0,
        ["Kaldor bought 12 jets in 2021", "Velden sold “six tanks"],
    )


def test_offsets_of_a_file_count_without_its_byte_order_mark(tmp_path: Path):
    path = tmp_path / "article.txt"
    path.write_bytes(b"\xef\xbb\xbf" + ARTICLE.encode())
    assert quotes(run(str(path)), ARTICLE) == ["Kaldor bought 12 jets in 2021", "Velden sold “six tanks"]


def test_a_missing_file_is_named_in_a_sentence():
    result = run("nowhere.txt")
    assert (result.returncode, result.stdout) == (1, b"")
    assert b"nowhere.txt could not be read" in result.stderr
