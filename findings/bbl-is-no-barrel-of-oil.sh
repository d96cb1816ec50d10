#!/usr/bin/env bash
# Guess: "bbl" is printed for barrels of crude oil, of 42 US gallons, and for hardly anything else; a library of units that
#   reads it gives 0.159 m³.
# Instead: pint gives 0.119 m³, the US barrel of 31.5 gallons that beer and water are sold by. The oil trade's barrel is
#   "oil_barrel" or "oil_bbl", so a production of 100 bbl a day comes out a quarter too small, without a word. "Rs", printed
#   for rupees, is read as well: as ronnaseconds, 10^27 s.
# Seen with pint 0.25.3 on 2026-11-30.
# What we do: we read no symbol with pint; ours are listed, bbl as oil_barrel and Rs as rupees (claims/language/units).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pint==0.25.3
cat > "$folder/bbl.py" <<'PYTHON'
import sys

import pint

if __name__ == "__main__":
    units = pint.UnitRegistry()
    barrel = units.Quantity("1 bbl").to("gallon").magnitude
    rupees = units.Quantity("1 Rs").to("second").magnitude
    print("pint", pint.__version__)
    print("guessed: 1 bbl is 42 gallons, Rs is unknown")
    print("seen:   ", f"1 bbl is {barrel:g} gallons, 1 Rs is {rupees:g} s")
    sys.exit(0 if abs(barrel - 31.5) < 0.001 and rupees == 1e27 else 1)
PYTHON
if "$folder/venv/bin/python" "$folder/bbl.py"; then
  echo "As described: bbl is no barrel of oil."
else
  echo "Changed: pint reads bbl or Rs in another way."
  exit 1
fi
