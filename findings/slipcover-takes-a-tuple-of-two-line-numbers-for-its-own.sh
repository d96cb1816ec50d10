#!/usr/bin/env bash
# Guess: a tool that measures which branches are reached changes nothing of what a program computes; a constant of the
#   program is none of its business.
# Instead: SlipCover marks each branch with a constant of its own, the tuple (line, next line), and CPython keeps equal
#   constants of a function once. A tuple of the program with the same two numbers is then the very constant that is
#   replaced by a probe: `status in (2, 3)` on line 2 raises TypeError, and `day == (2, 3)` there is quietly never true.
#   One more line above it, or no --branch, and the program is well again.
# Seen with slipcover 1.1.0 on Python 3.11 on 2026-11-30.
# What we do: a test finds such a pair before SlipCover does (tests/test_coverage_floor.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3.11 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check slipcover==1.1.0
cd "$folder"  # SlipCover reads the pyproject.toml of where it is started
cat > "$folder/loud.py" <<'PYTHON'
def body_of(status):
    if status in (2, 3):
        return "empty"
    return "body"
print(body_of(2))
PYTHON
cat > "$folder/quiet.py" <<'PYTHON'
def name_of(day):
    if day == (2, 3):
        return "2 March"
    return "another day"
print(name_of((2, 3)))
PYTHON
{ echo "# one more line"; cat "$folder/quiet.py"; } > "$folder/lower.py"
# What a program prints under SlipCover, or the name of the error that ends it.
said() {
    { "$folder/venv/bin/python" -m slipcover --out /dev/null "$@" 2>&1 || true; } | sed 's/^\([A-Za-z]*Error\):.*/\1/' | tail -1
}
loud=$(said --branch "$folder/loud.py")
quiet=$(said --branch "$folder/quiet.py")
lower=$(said --branch "$folder/lower.py")
unbranched=$(said "$folder/quiet.py")
echo "slipcover 1.1.0, $(python3.11 --version)"
echo "guessed: empty; 2 March; one line lower 2 March; without --branch 2 March"
echo "seen:    $loud; $quiet; one line lower $lower; without --branch $unbranched"
if [ "$loud; $quiet; $lower; $unbranched" != "TypeError; another day; 2 March; 2 March" ]; then
    echo "This has changed: look whether our test for such pairs is still needed."
    exit 1
fi
