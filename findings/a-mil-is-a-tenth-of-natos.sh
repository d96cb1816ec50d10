#!/usr/bin/env bash
# Guess: a library of units that knows the angular mil has one of the three in use: NATO's (6400 to a turn), Sweden's old one
#   (6300) or the Warsaw Pact's (6000). 6400 of them are a turn, or a little more.
# Instead: pint's mil is π/32000 rad, so that 64,000 of them make a turn and 6400 only a tenth of one. A gun laid at 1600 mil,
#   which is a right angle, stands at nine degrees.
# Seen with pint 0.25.3 on 2026-11-30.
# What we do: our mil is a unit of our own, 360/6400 degrees (claims/language/units/definitions.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pint==0.25.3
cat > "$folder/mil.py" <<'PYTHON'
import sys

import pint

if __name__ == "__main__":
    units = pint.UnitRegistry()
    right_angle = units.Quantity(1600, "mil").to("degree").magnitude
    print("pint", pint.__version__)
    print("guessed: 1600 mil are 90 degrees, or 91 to 96")
    print("seen:   ", f"1600 mil are {right_angle:.1f} degrees")
    sys.exit(0 if abs(right_angle - 9) < 0.001 else 1)
PYTHON
if "$folder/venv/bin/python" "$folder/mil.py"; then
  echo "As described: pint's mil is a tenth of NATO's."
else
  echo "Changed: pint's mil is no longer a tenth of NATO's."
  exit 1
fi
