#!/usr/bin/env bash
# Guess: Word stores the words of a drawn text box twice, once for itself and once as a picture for old programs; a library
#   that reads the text of Word files takes one of the two, as the format asks (mc:AlternateContent, ECMA-376 part 3).
# Instead: docx2txt reads both, so that every drawn text box stands twice in the text, and its figures count twice.
# Seen with docx2txt 0.9 on 2026-11-30.
# What we do: the first choice is read, the copy only where the choice has no text (sources/extraction/word/paragraphs.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check docx2txt==0.9
cat > "$folder/read.py" <<'PYTHON'
import zipfile
from pathlib import Path

import docx2txt

PLACE = Path(__file__).with_name("ship.docx")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
BOX = "<w:txbxContent><w:p><w:r><w:t>Built in 1991.</w:t></w:r></w:p></w:txbxContent>"
BODY = (
    "<w:r><w:t>It carries 60 cars.</w:t></w:r><w:r><mc:AlternateContent "
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
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
print(" / ".join(docx2txt.process(str(PLACE)).split("\n\n")))
PYTHON
seen=$("$folder/venv/bin/python" "$folder/read.py")
guessed="It carries 60 cars. / Built in 1991."
echo "docx2txt 0.9"
echo "guessed: $guessed"
echo "seen:    $seen"
if [ "$seen" != "It carries 60 cars. / Built in 1991. / Built in 1991." ]; then
    echo "This has changed: text boxes may be read once now."
    exit 1
fi
