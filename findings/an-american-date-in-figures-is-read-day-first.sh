#!/usr/bin/env bash
# Guess: htmldate, whose task is the date of a page, reads 05/08/2014 in the header field publish_date of a page that says
#   lang="en-US" as 8 May, or gives nothing, as the order of day and month is the best known doubt about dates.
# Instead: it reads the day first whatever the language says, and gives 5 August without a sign of doubt. A day above 12
#   (05/28/2014) is put right, so that a look at a few pages shows no fault.
# Seen with htmldate 1.11.0 on 2026-11-30.
# What we do: a day in figures is read only where the language and region, other dates of the page, or its own numbers settle
#   the order; otherwise the page has no day of publication (sources/extraction/web/stated_days.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check htmldate==1.11.0
cat > "$folder/find.py" <<'PYTHON'
import sys

import htmldate

page = f'<html lang="en-US"><head><meta name="publish_date" content="{sys.argv[1]}"></head><body><p>The quarry.</p></body></html>'
print(htmldate.find_date(page, original_date=True))
PYTHON
doubtful=$("$folder/venv/bin/python" "$folder/find.py" 05/08/2014)
clear=$("$folder/venv/bin/python" "$folder/find.py" 05/28/2014)
echo "htmldate 1.11.0"
echo "guessed: 05/08/2014 is 2014-05-08 or None, 05/28/2014 is 2014-05-28"
echo "seen:    05/08/2014 is $doubtful, 05/28/2014 is $clear"
if [ "$doubtful" != "2014-08-05" ] || [ "$clear" != "2014-05-28" ]; then
    echo "This has changed: look whether it asks for the language now."
    exit 1
fi
