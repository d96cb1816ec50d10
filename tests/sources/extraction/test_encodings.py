"""Texts come out as they were written, whatever bytes they came in, and nobody is warned of a clean file."""

import pytest

from sources.extraction import ExtractionRefused, extract
from sources.extraction.web import extract_web_page
from tests.sources.extraction.encoded_texts import DECLARED, ENGLISH_PAGE, LATE, SENTENCES, SHORT, UNDECLARED


def kinds(found):
    return [warning.kind for warning in found.warnings]


def page(text: str, charset: str) -> bytes:
    head = f'<html><head><meta charset="{charset}"><title>Page</title></head>'
    return f"{head}<body><article><p>{text}</p></article></body></html>".encode(charset)


def read(data: bytes):
    return extract(data, filename="text.txt")


@pytest.mark.parametrize(("language", "codec"), UNDECLARED)
def test_a_text_that_does_not_say_its_encoding_is_read(language, codec):
    text = SENTENCES[language]
    assert read(text.encode(codec)).text == text


@pytest.mark.parametrize(("text", "codec"), SHORT)
def test_a_few_words_are_enough(text, codec):
    assert read(text.encode(codec)).text == text


@pytest.mark.parametrize(("language", "codec"), LATE)
def test_a_foreign_sentence_late_in_an_english_text_is_read(language, codec):
    text = ENGLISH_PAGE + SENTENCES[language] + "\n" + ENGLISH_PAGE
    assert read(text.encode(codec)).text == text


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_nobody_is_warned_of_unicode(language, codec):
    found = read(SENTENCES[language].encode(codec))
    assert (found.text, found.warnings) == (SENTENCES[language], ())


@pytest.mark.parametrize(("language", "charset"), DECLARED)
def test_nobody_is_warned_of_a_page_that_says_its_encoding(language, charset):
    found = extract_web_page(page(SENTENCES[language], charset), None)
    assert (found.text, found.warnings) == (SENTENCES[language], ())


GUESSED, CONTRADICTED, UNDECODABLE = "guessed_encoding", "contradicted_encoding", "undecodable_characters"


@pytest.mark.parametrize(("language", "codec"), [each for each in UNDECLARED if not each[1].startswith("utf")])
def test_a_guess_is_named(language, codec):
    assert kinds(read(SENTENCES[language].encode(codec))) == [GUESSED]


@pytest.mark.parametrize(("language", "declared"), [("ru", None), ("fr", None), ("ja", "utf-8")])
@pytest.mark.parametrize("bad", [b"\xff", b"\xe2\x82", b"\xc3"])
def test_one_bad_byte_costs_one_character(language, declared, bad):
    text = SENTENCES[language]
    data = text.encode() + b"\n" + bad + b"\n" + text.encode()
    found = extract(data, filename="text.txt", declared_type=declared and f"text/plain; charset={declared}")
    assert found.text == f"{text}\n\ufffd\n{text}"
    (warning,) = found.warnings
    assert (warning.kind, warning.count, "\ufffd" in warning.sample) == (UNDECODABLE, 1, True)


@pytest.mark.parametrize(
    ("text", "charset", "byte"),
    [
        (SENTENCES["ru"], "windows-1251", b"\x98"),
        (SENTENCES["ja"], "shift_jis", b"\xff"),
        (SENTENCES["zh-Hans"], "gbk", b"\xff"),
    ],
)
def test_a_stated_encoding_of_old_is_believed_though_one_byte_is_bad(text, charset, byte):
    data = text.encode(charset) + b"\n" + byte + b"\n" + text.encode(charset)
    found = extract(data, filename="text.txt", declared_type=f"text/plain; charset={charset}")
    assert (found.text, kinds(found)) == (f"{text}\n\ufffd\n{text}", [UNDECODABLE])


@pytest.mark.parametrize(
    ("language", "stated", "codec"),
    [
        ("ru", "windows-1251", "utf-8"),
        ("fr", "iso-8859-1", "utf-8"),
        ("zh-Hans", "gb2312", "utf-8"),
        ("ja", "shift_jis", "utf-8"),
        ("ru", "iso-8859-1", "cp1251"),
        ("ru", "windows-1251", "koi8-r"),
        ("el", "iso-8859-1", "cp1253"),
        ("pl", "utf-8", "cp1250"),
        ("en", "utf-8", "cp1252"),
        ("ja", "shift_jis", "euc_jp"),
        ("ja", "iso-8859-1", "cp932"),
    ],
)
def test_bytes_that_are_in_another_encoding_than_stated_are_read_as_they_are_and_it_is_said(language, stated, codec):
    text = SENTENCES[language]
    found = extract(text.encode(codec), filename="text.txt", declared_type=f"text/plain; charset={stated}")
    assert (found.text, kinds(found)) == (text, [CONTRADICTED])


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("价格是".encode("gbk") + b"\x8040", "gbk", "价格是€40"),
        (b"\xad\xa1 " + "家".encode("euc_jp"), "euc-jp", "① 家"),
        (b"\x1b$B-!\x1b(B \x1b$B2H\x1b(B", "iso-2022-jp", "① 家"),
        (b"\x1b(I6L\x1b(B \x1b$B2H\x1b(B", "iso-2022-jp", "ｶﾌ 家"),
        ("價格是".encode("big5") + b"\xa3\xe140", "big5", "價格是€40"),
        ("粧".encode("cp950"), "big5", "粧"),
        (b"Cena \x93pet\x94", "iso-8859-2", "Cena “pet”"),
        (b"caf\xe9 \x80", "iso-8859-1", "café €"),
        (b"40 \xa4", "iso-8859-15", "40 €"),
        (b"\x87\x40", "shift_jis", "①"),
    ],
)
def test_a_stated_encoding_means_what_browsers_mean_by_it(data, charset, text):
    found = extract(data, filename="text.txt", declared_type=f"text/plain; charset={charset}")
    assert (found.text, found.warnings) == (text, ())


@pytest.mark.parametrize("data", [b"\x00\x01\x02\xff" * 50, bytes(range(256)) * 20, bytes(range(1, 32)) * 20])
def test_bytes_that_are_no_text_are_taken_for_none(data):
    with pytest.raises(ExtractionRefused) as refused:
        read(data)
    assert refused.value.code == "binary"
