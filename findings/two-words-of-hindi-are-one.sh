#!/usr/bin/env bash
# Guess: RapidFuzz's default_process, which makes texts ready for every fuzzy search of its manual, takes away case and
#   punctuation and leaves words whole, so that two words which differ in a vowel stay two words.
# Instead: the vowel signs of Hindi, Bengali, Tamil or Thai count as punctuation and become spaces. दिल (heart) and दाल (lentils)
#   score 100, and extractOne gives the first of them for the second, which stands in the list letter by letter. Without the processor it gives
#   the right one.
# Seen with RapidFuzz 3.14.6 on 2026-11-30.
# What we do: words are compared with the marks that belong to their letters, and no processor of a library comes before that.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check rapidfuzz==3.14.6
cat > "$folder/search.py" <<'PYTHON'
import rapidfuzz
from rapidfuzz import fuzz, process, utils

print("RapidFuzz", rapidfuzz.__version__)
words = ["दिल", "दाल"]
for processor in (None, utils.default_process):
    word, score, _ = process.extractOne("दाल", words, scorer=fuzz.ratio, processor=processor)
    print("with default_process" if processor else "as they are", word, score, sep=": ")
print("Thai", fuzz.ratio("กิน", "กัน", processor=utils.default_process), sep=": ")
PYTHON
seen=$("$folder/venv/bin/python" "$folder/search.py")
wanted="RapidFuzz 3.14.6
as they are: दाल: 100.0
with default_process: दिल: 100.0
Thai: 100.0"
echo "guessed: दाल with the processor too, and less than 100 for two words of Thai"
echo "seen:"
echo "$seen"
if [ "$seen" != "$wanted" ]; then
    echo "This has changed: default_process may leave the vowels of these scripts where they are."
    exit 1
fi
