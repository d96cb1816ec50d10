#!/usr/bin/env bash
# Guess: Python's gbk, cp936 or gb18030 reads a text file that Windows in China saved in its own code page (936), the
#   euro sign included: cp936 is the name of that page, and gb18030 is a later and larger standard.
# Instead: Windows and every browser write and read the euro sign of code page 936 as the byte 0x80 (WHATWG Encoding
#   Standard, section 10.2.1). cp936 is only another name of gbk in Python, and all three refuse that byte; reading on with
#   U+FFFD loses the sign of the currency, and under gb18030 the figure 40 after it as well.
# Seen with CPython 3.11 to 3.13 on 2026-11-30.
# What we do: 0x80 is read as the euro sign there (sources/extraction/web_codecs.py).
set -euo pipefail
python3 - <<'PYTHON'
import codecs
import sys

written = "价格是".encode("gbk") + b"\x80" + b"40"
refused = []
for name in ("gbk", "cp936", "gb18030"):
    try:
        print(name, written.decode(name))
    except UnicodeDecodeError as error:
        refused.append(name)
        print(name, "refuses:", error.reason, "| replaced:", written.decode(name, errors="replace"))
same = codecs.lookup("cp936").name == codecs.lookup("gbk").name
print("cp936 is gbk:", same)
loses_the_figure = "40" not in written.decode("gb18030", errors="replace")
sys.exit(0 if same and loses_the_figure and refused == ["gbk", "cp936", "gb18030"] else "It behaves in another way now.")
PYTHON
