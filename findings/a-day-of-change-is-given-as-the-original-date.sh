#!/usr/bin/env bash
# Guess: htmldate's option original_date=True looks for the day of first publication. A page that states only when it was
#   changed (article:modified_time) has none, and find_date gives None.
# Instead: it gives the day of the change. Whoever stores the answer as the day of publication dates a page of 2009 to its
#   last correction, and "yesterday" in it with it.
# Seen with htmldate 1.11.0 on 2026-11-30.
# What we do: a day of change is no day of publication; without one the page has none (sources/extraction/web/publication.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check htmldate==1.11.0
cat > "$folder/find.py" <<'PYTHON'
import htmldate

page = (
    '<html lang="en"><head><meta property="article:modified_time" content="2022-09-07T10:00:00Z"></head>'
    "<body><p>The quarry stands above the village.</p></body></html>"
)
print(htmldate.find_date(page, original_date=True, extensive_search=False))
PYTHON
seen=$("$folder/venv/bin/python" "$folder/find.py")
echo "htmldate 1.11.0"
echo "guessed: None"
echo "seen:    $seen"
if [ "$seen" != "2022-09-07" ]; then
    echo "This has changed: the option keeps to days of publication now."
    exit 1
fi
