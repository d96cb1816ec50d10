"""Each format read as it should be."""

import pytest

from sources.extraction import ExtractionRefused, extract
from tests.sources.extraction import files

pytestmark = pytest.mark.child_process

STORY = (
    "The harbour tunnel opened in March 2011 after nine years of work.",
    "It carries 48,000 vehicles a day, the port authority says.",
    "Repairs cost 3.2 million euros in 2019 and were paid by the city.",
)

ORDINALS = ["zeroth", "first", "second", "third", "fourth"]


def refusal(data: bytes, **how: str) -> str:
    with pytest.raises(ExtractionRefused) as refused:
        extract(data, **how)
    assert refused.value.sentence.endswith(".")
    return refused.value.code


def page(article: str, *, head: str = "", around: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{around}<article>{article}</article></body></html>".encode()


def test_a_text_file_keeps_every_character_and_line_end():
    text = "First  line\r\n\r\n\tSecond “line” \n"
    found = extract(text.encode(), filename="a.txt")
    assert (found.text, found.visible_text, found.title, found.media_type, found.charset, found.replacements) == (
        text,
        text,
        "First line",
        "text/plain",
        "utf-8",
        0,
    )


def test_a_byte_order_mark_is_dropped_and_nothing_else():
    assert extract(b"\xef\xbb\xbf\n Tunnel", filename="a.txt").text == "\n Tunnel"


def test_stray_control_characters_become_spaces_so_that_offsets_stay():
    text = "A tunnel of 12 km.\n" * 20 + "\x0cIt opened.\x1a"
    assert extract(text.encode(), filename="a.txt").text == text.replace("\x0c", " ").replace("\x1a", " ")


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Der Tunnel kostete über 5 Millionen Franken, sagte Frau Jäger.", "cp1252"),
        ("It’s a “test”: the toll rose to £3.", "cp1252"),
        ("Тоннель обошёлся городу в пять миллионов рублей, сообщили в среду.", "cp1251"),
        ("Тоннель обошёлся городу в пять миллионов рублей, сообщили в среду.", "koi8-r"),
        ("这条隧道耗资五百万元，港务局发言人周三表示。", "gb18030"),
        ("この隧道の費用は五百万円だったと港湾局が水曜日に述べた。", "shift_jis"),
        ("Tunel kosztował pięć milionów złotych, powiedział rzecznik. Otwarcie odbędzie się później.", "cp1250"),
        ("Tünel beş milyon liraya mal oldu, sözcü çarşamba günü söyledi. Açılış ağustosta.", "cp1254"),
        ("The tunnel is 12 km long – no more.", "utf-16"),
        ("The tunnel is 12 km long – no more.", "utf-16-le"),
        ("The tunnel is 12 km long – no more.", "utf-16-be"),
        ("The tunnel is 12 km long – no more.", "utf-32"),
    ],
)
def test_text_without_a_declared_encoding_is_read(text, codec):
    found = extract(text.encode(codec), filename="a.txt")
    assert (found.text, found.replacements) == (text, 0)


def test_a_declared_encoding_goes_before_a_guess():
    data = "Cena 5 zł, ław".encode("iso-8859-2")
    found = extract(data, declared_type="text/plain; charset=ISO-8859-2")
    assert (found.text, found.charset) == ("Cena 5 zł, ław", "iso8859-2")


@pytest.mark.parametrize("label", ["base64", "rot13", "zlib", "unicode_escape", "idna", "no-such-code", "ütf"])
def test_a_declared_name_that_is_no_text_encoding_is_passed_over(label):
    assert extract(b"Tunnel \\x41 48", declared_type=f"text/plain; charset={label}").text == "Tunnel \\x41 48"


def test_a_web_page_gives_its_article_and_keeps_the_rest_as_visible_text():
    article = "<h1>Tunnel</h1>" + "".join(f"<p>{sentence * 3}</p>" for sentence in STORY)
    data = page(article, head="<title>Tunnel</title>", around="<nav><a href=/>Front page</a></nav>")
    found = extract(data, filename="a.html")
    sentences = "\n".join(sentence * 3 for sentence in STORY)
    assert (found.text, found.visible_text) == (f"Tunnel\n{sentences}", f"Front page\nTunnel\n{sentences}")
    assert (found.title, found.media_type, found.extractor) == ("Tunnel", "text/html", "main-text")


def test_the_line_breaks_of_the_page_source_do_not_break_its_sentences():
    article = "".join(f"<p>{sentence.replace(' ', chr(10)) * 3}</p>" for sentence in STORY)
    assert extract(page(article), filename="a.html").text == "\n".join(sentence * 3 for sentence in STORY)


def test_a_page_without_a_main_text_gives_all_that_is_visible():
    cells = "".join(f"<div><span>Year {year}</span><span hidden>secret</span></div>" for year in range(1990, 2020))
    found = extract(f"<body><script>x()</script>{cells}".encode(), filename="a.html")
    assert found.visible_text == "\n".join(f"Year {year}" for year in range(1990, 2020))


def test_a_page_in_another_encoding_is_read_by_its_own_declaration():
    data = '<meta charset="windows-1251"><p>Тоннель стоил 5 млн рублей</p>'.encode("cp1251")
    assert extract(data, filename="a.html").visible_text == "Тоннель стоил 5 млн рублей"


def test_a_page_deeper_than_the_limit_is_read_without_looking_for_its_main_text():
    data = b"<p>Start" + b"<div>" * 400 + b"Middle" + b"</div>" * 400 + b"<p>End"
    found = extract(data, filename="a.html")
    assert (found.text, found.extractor) == ("Start\nMiddle\nEnd", "visible-text")


def test_a_page_without_text_is_refused():
    assert refusal(b"<html><body><script>build()</script><div id=root></div>", filename="a.html") == "no_text_on_page"


def test_a_pdf_joins_its_printed_lines_to_paragraphs():
    lines = [
        "The harbour tunnel opened in March 2011 after nine years of con-",
        "struction. It carries 48,000 vehicles a day, as the port authority",
        "says.",
        "Repairs cost 3.2 million euros in 2019 and were paid for by city.",
    ]
    found = extract(files.pdf(lines, title="Harbour tunnel"), filename="a.pdf")
    assert found.text == (
        "The harbour tunnel opened in March 2011 after nine years of construction. It carries 48,000 vehicles a day, as "
        "the port authority says.\nRepairs cost 3.2 million euros in 2019 and were paid for by city."
    )
    assert (found.title, found.media_type, found.extractor) == ("Harbour tunnel", "application/pdf", "pdfium")


def test_page_numbers_and_running_headers_stay_out_of_a_pdfs_sentences():
    said = [
        f"The {what} of the tunnel and of the harbour were counted again"
        for what in ("cars", "ships", "cranes", "gates")
    ]
    pages = [[f"Port report, page {n}", line, f"for the {ORDINALS[n]} time.", str(n)] for n, line in enumerate(said, 1)]
    found = extract(files.pdf(*pages), filename="a.pdf")
    assert found.text == "\n".join(f"{line} for the {ORDINALS[n]} time." for n, line in enumerate(said, 1))
    assert "Port report, page 3" in found.visible_text


def test_a_sentence_goes_on_over_the_end_of_a_page():
    pages = [
        ["The tunnel carries 48,000 vehicles a day and", "was paid for by the city of the harbour, and"],
        ["by the state."],
    ]
    assert extract(files.pdf(*pages), filename="a.pdf").text == (
        "The tunnel carries 48,000 vehicles a day and was paid for by the city of the harbour, and by the state."
    )


def test_a_title_that_is_a_file_name_gives_way_to_the_first_line():
    found = extract(
        files.pdf(
            ["Tunnel opens", "It did so in the spring of the year in which the", "bridge closed."],
            title="Microsoft Word - draft3.doc",
        ),
        filename="a.pdf",
    )
    assert found.title == "Tunnel opens"


def test_a_pdf_that_only_forbids_printing_is_read():
    data = files.protected_pdf(files.pdf(["The tunnel is 12 km long."]), reader_password="")
    assert extract(data, filename="a.pdf").text == "The tunnel is 12 km long."


def test_a_pdf_with_a_password_is_refused():
    data = files.protected_pdf(files.pdf(["The tunnel is 12 km long."]), reader_password="sesame")
    assert refusal(data, filename="a.pdf") == "encrypted"


def test_a_scanned_pdf_is_refused_as_pictures():
    assert refusal(files.pdf([], []), filename="a.pdf") == "no_text_layer"


def test_a_pdf_cut_short_is_refused_instead_of_read_in_part():
    data = files.pdf(["The tunnel is 12 km long."], ["It has two tubes."])
    assert refusal(data[: len(data) * 2 // 3], filename="a.pdf") == "truncated"


def test_a_docx_gives_paragraphs_and_table_rows_in_order():
    row = "<w:tr>" + "".join(f"<w:tc>{files.paragraph(cell)}</w:tc>" for cell in ("Length", "12 km")) + "</w:tr>"
    body = files.paragraph("Tunnel") + f"<w:tbl>{row}</w:tbl>" + files.paragraph("It opened in 2011.")
    found = extract(files.docx(body), filename="a.docx")
    assert (found.text, found.title, found.extractor) == (
        "Tunnel\nLength\t12 km\nIt opened in 2011.",
        "Tunnel",
        "wordprocessingml",
    )


def test_tracked_changes_are_read_as_word_shows_them():
    body = (
        "<w:p><w:r><w:t>It carries </w:t></w:r><w:del><w:r><w:delText>30,000</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>48,000</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        "<w:r><w:t> vehicles.</w:t></w:r></w:p>"
    )
    assert extract(files.docx(body), filename="a.docx").text == "It carries 48,000 vehicles."


@pytest.mark.parametrize(
    ("data", "how", "code"),
    [
        (b"", {}, "empty"),
        (b" \n\t ", {"filename": "a.txt"}, "empty"),
        (files.docx(files.paragraph("")), {"filename": "a.docx"}, "empty"),
        (b"x" * 20_000_001, {"filename": "a.txt"}, "too_big"),
        (b"x" * 5_000_001, {"filename": "a.txt"}, "too_long"),
        (bytes(range(256)) * 40, {"filename": "a.txt"}, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), {"filename": "a.txt"}, "mismatch"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), {"filename": "a.png"}, "unsupported"),
        (b"%PDF-1.4 and so on", {"filename": "a.txt"}, "mismatch"),
        (b"The tunnel is long.", {"filename": "a.pdf"}, "mismatch"),
        (b"The tunnel is long.", {"filename": "a.docx"}, "mismatch"),
        (b"<html>Sorry</html>", {"declared_type": "application/pdf"}, "mismatch"),
        (files.archive({"notes.txt": "hello"}), {"filename": "a.docx"}, "mismatch"),
        (files.archive({"notes.txt": "hello"}), {"filename": "a.zip"}, "unsupported"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), {"filename": "a.doc"}, "old_word"),
        (b"{\\rtf1 tunnel}", {"filename": "a.rtf"}, "unsupported"),
        (b"%PDF-1.7\n%%EOF\n", {"filename": "a.pdf"}, "corrupt"),
        (files.docx(files.paragraph("Tunnel"))[:-30], {"filename": "a.docx"}, "corrupt"),
    ],
)
def test_what_gives_no_text_is_refused_by_its_own_reason(data, how, code):
    assert refusal(data, **how) == code


def test_a_text_about_the_pdf_format_is_a_text():
    assert extract(b"The mark %PDF- begins each file.", filename="a.txt").text == "The mark %PDF- begins each file."


def test_a_pdf_without_a_name_is_known_by_its_first_bytes():
    assert extract(files.pdf(["The tunnel is long."]), declared_type="text/html").media_type == "application/pdf"
