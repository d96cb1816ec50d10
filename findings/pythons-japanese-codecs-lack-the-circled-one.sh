#!/usr/bin/env bash
# Guess: Python's euc_jp and iso2022_jp read a page or a mail with ①, ㈱ or ㎏ as browsers and mail programs do, or one of
#   the extended ones (iso2022_jp_1, _2, _3, _ext, _2004) does; cp932 reads the same characters without ado.
# Instead: row 13, which NEC added and which every Japanese program writes, is only in cp932. Every other codec of the
#   family refuses it but euc_jis_2004, so that a numbered list loses its numbers and a weight its unit.
# Seen with CPython 3.11 to 3.13 on 2026-11-30.
# What we do: what euc_jp and iso2022_jp refuse is looked up in cp932 (sources/extraction/web_codecs.py).
set -euo pipefail
python3 - <<'PYTHON'
import sys

shifted, euc, windows = b"\x1b$B-!\x1b(B", b"\xad\xa1", b"\x87\x40"
mail = ["iso2022_jp", "iso2022_jp_1", "iso2022_jp_2", "iso2022_jp_3", "iso2022_jp_ext", "iso2022_jp_2004"]
tried = [("cp932", windows), ("euc_jp", euc), *[(name, shifted) for name in mail]]
read = {}
for name, data in tried:
    try:
        read[name] = data.decode(name)
    except UnicodeDecodeError:
        read[name] = None
    print(name, read[name] or "refuses")
expected = {"cp932": "①", "euc_jp": None, **dict.fromkeys(mail)}
sys.exit(0 if read == expected else "It behaves in another way now.")
PYTHON
