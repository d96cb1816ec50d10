#!/usr/bin/env bash
# Guess: a long text in UTF-8 in which one byte is bad (a cut-off character, a byte of another program) is still found to
#   be UTF-8 by charset-normalizer, or nothing is found: hundreds of sequences that only UTF-8 has speak for it.
# Instead: UTF-8 is struck off the list at the first byte that does not fit, and the best of the others wins, such as a
#   code page of DOS or the Macintosh; every euro sign and quotation mark of the text is another character then.
# Seen with charset-normalizer 3.5.2 on 2026-11-30.
# What we do: UTF-8 is believed where nearly all bytes fit it; the bad one is shown and counted
#   (sources/extraction/characters.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check charset-normalizer==3.5.2
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import charset_normalizer

line = "The ferry’s new engine cost €12 million – “far too much”, says the café’s owner.\n"
whole = (line * 200).encode()
cut = whole + line.encode()[:10]  # ends within the ’ of a last line
found = {name: charset_normalizer.from_bytes(data).best() for name, data in (("whole", whole), ("cut off", cut))}
for name, best in found.items():
    print(f"{name}: {best and best.encoding}: {str(best).splitlines()[0] if best else ''}")
is_still_so = found["whole"].encoding == "utf_8" and found["cut off"] is not None and found["cut off"].encoding != "utf_8"
sys.exit(0 if is_still_so else "It behaves in another way now.")
PYTHON
