"""Which rules judged: every version that there was, and the present one."""

from typing import Final

RULES_VERSIONS: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17")
"""Every version of the checking rules, oldest first. New rules are a new last one; none is ever taken out, or the ledger's
entries that were judged under it could not be told from forged ones. `tests/golden` says what a version covers."""

RULES_VERSION: Final = RULES_VERSIONS[-1]
"""Changes with every rule, weight or word list, so that a stored outcome can be told from one that today's rules give."""
