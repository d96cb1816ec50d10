#!/usr/bin/env bash
# Guess: a package whose wheel carries weights and vocabulary works offline; `WordLlama.load(disable_download=True)` finds both.
# Instead: it finds the weights, looks for the vocabulary in a folder that the wheel does not have, and raises; without
#   the switch it downloads a file that lies beside it, and on a machine without a network it cannot be used.
# Seen with wordllama 0.4.0.post1 on 2026-11-30.
# What we do: the two files are read where they lie, and the loader is never called.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check wordllama==0.4.0.post1
cat > "$folder/load.py" <<'PYTHON'
from importlib.metadata import files, version

from wordllama import WordLlama

carried = [str(each) for each in files("wordllama") if str(each).endswith("l2_supercat_tokenizer_config.json")]
try:
    WordLlama.load(disable_download=True)
    seen = "loaded"
except FileNotFoundError as error:
    seen = str(error)
print(f"wordllama {version('wordllama')} carries {carried}")
print(f"guessed: loaded; seen: {seen}")
raise SystemExit(0 if carried and seen != "loaded" else 1)
PYTHON
if HOME="$folder" "$folder/venv/bin/python" "$folder/load.py"; then
    echo "As described."
else
    echo "This has changed: the package finds its own vocabulary, or carries none."
    exit 1
fi
