#!/usr/bin/env bash
# Guess: words in white on a page without a background stay white, and so unseen, when Chromium prints the page to PDF.
# Instead: while backgrounds are not printed, the default of its DevTools protocol and so of Playwright, Chromium darkens light text for paper (print-color-adjust:
#   economy): the words nobody sees on the screen stand in grey on the printed page. The page that was cited and its printed
#   copy then say different things.
# Seen with Chromium 156, Playwright 1.65.2 and pypdf 7.1.0 on 2026-11-30. Needs an installed Chromium; says so where there is none.
# What we do: a page is read from its own markup, never from a print of it.
set -euo pipefail
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$browser" ]; then
    echo "Install Chromium to see this."
    exit 1
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pypdf==7.1.0 playwright==1.65.2
cat > "$folder/read.py" <<'PYTHON'
import io
import re
import sys

import pypdf
from playwright.sync_api import sync_playwright

with sync_playwright() as play:
    browser = play.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
    page = browser.new_page()
    page.set_content('<p>Seen.</p><p style="color:#fff">Unseen.</p>')
    for backgrounds in (False, True):
        content = pypdf.PdfReader(io.BytesIO(page.pdf(print_background=backgrounds))).pages[0].get_contents().get_data()
        colours = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) rg(?:(?! rg).)*?\bT[jJ]", content, re.DOTALL)
        print(*["white" if set(c) == {b"1"} else "black" if set(c) == {b"0"} else "grey" for c in colours], end="; ")
    browser.close()
PYTHON
seen=$("$folder/venv/bin/python" "$folder/read.py" "$browser")
"$browser" --version 2> /dev/null
echo "guessed: black white without backgrounds; black white with them"
echo "seen:    $seen"
if [ "$seen" != "black grey; black white; " ]; then
    echo "This has changed: look whether prints of pages can be believed."
    exit 1
fi
