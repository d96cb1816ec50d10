#!/usr/bin/env bash
# Guess: Paragraph.text of python-docx is the text of the paragraph as Word shows it, inserted words of tracked changes
#   included, or else the old text without them.
# Instead: it walks the runs that are children of the paragraph and of its hyperlinks. An insertion wraps its runs, so both the
#   deleted and the inserted figure are gone, and the sentence has none. Content controls and smart tags lose theirs alike.
# Seen with python-docx 1.2.0 on 2026-11-30.
# What we do: every element that wraps runs is walked, deletions aside (sources/extraction/word/paragraphs.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check python-docx==1.2.0
cat > "$folder/read.py" <<'PYTHON'
import zipfile
from pathlib import Path

import docx

PLACE = Path(__file__).with_name("ship.docx")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
BODY = (
    '<w:r><w:t xml:space="preserve">The crew numbers </w:t></w:r>'
    "<w:del><w:r><w:delText>174</w:delText></w:r></w:del><w:ins><w:r><w:t>180</w:t></w:r></w:ins>"
    '<w:r><w:t xml:space="preserve"> sailors.</w:t></w:r>'
)
with zipfile.ZipFile(PLACE, "w") as file:
    file.writestr(
        "[Content_Types].xml",
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
    )
    file.writestr(
        "_rels/.rels",
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Target="word/document.xml" '
        f'Type="{OFFICE}"/></Relationships>',
    )
    file.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body><w:p>{BODY}</w:p></w:body></w:document>')
print(docx.Document(str(PLACE)).paragraphs[0].text)
PYTHON
seen=$("$folder/venv/bin/python" "$folder/read.py")
guessed="The crew numbers 180 sailors."
echo "python-docx 1.2.0"
echo "guessed: $guessed"
echo "seen:    $seen"
if [ "$seen" != "The crew numbers  sailors." ]; then
    echo "This has changed: python-docx may read insertions now."
    exit 1
fi
