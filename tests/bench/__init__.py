"""What the project promises in figures, measured: `python -m tests.bench [name…]`."""

import warnings

# quantulum3 says at its import that its classifier is missing; it is measured without.
warnings.filterwarnings("ignore", module="quantulum3")
