"""Which few of very many claims to read: the search, in PostgreSQL's spelling, that finds about as many as can be read."""

from collections.abc import Mapping

EXPECTED = 500
"""How many claims a search is meant to find at most, by how often its words occur."""

_WORDS = 24
_FEW_WORDS = 12
_FEW_ASKED_FOR = 2
_ENTRIES_READ = 20_000


def search_for(shares: Mapping[str, float], *, claims: int) -> str:
    """Write the tsquery that asks for claims with several of the rarest of these words.

    `shares` says by lexeme which part of all the claims has it. The search asks for as few of the words as it can
    without finding more than EXPECTED claims, were the words spread independently: one where there are few claims or
    the words are rare, up to all of them where each is common. Without a word, it is empty.
    """
    rarest = sorted(shares, key=lambda lexeme: (shares[lexeme], lexeme))[:_WORDS]
    rarest = rarest[: _affordable([shares[each] for each in rarest], claims)]
    needed = _needed([shares[each] for each in rarest], claims)
    if needed > _FEW_ASKED_FOR:  # written out, many words of many are a search longer than any text
        rarest = rarest[:_FEW_WORDS]
        needed = _needed([shares[each] for each in rarest], claims)
    return _at_least(needed, rarest) if rarest else ""


def _affordable(shares: list[float], claims: int) -> int:
    """Return how many of the words to look up: a common word's list of claims is long to read, and it tells little.

    More than that only where all of them together would still find too much.
    """
    count, entries, found = 0, 0.0, float(claims)
    for share in shares:
        entries += claims * share
        if entries > _ENTRIES_READ and found <= EXPECTED:
            break
        count += 1
        found *= share
    return count


def _needed(shares: list[float], claims: int) -> int:
    return next((count for count in range(1, len(shares)) if claims * _having(count, shares) <= EXPECTED), len(shares))


def _having(needed: int, shares: list[float]) -> float:
    """Return the part of the claims that has at least so many of independent words with these shares."""
    exactly = [1.0, *[0.0] * (needed - 1)]
    for share in shares:
        exactly = [
            exactly[count] * (1 - share) + (exactly[count - 1] * share if count else 0) for count in range(needed)
        ]
    return 1 - sum(exactly)


def _at_least(needed: int, lexemes: list[str]) -> str:
    """Halving the words keeps the search short: naming every combination of 2 in 24 takes 552 words, this takes 112."""
    if needed == len(lexemes):
        return _all(lexemes)
    if needed == 1:
        return f"({' | '.join(map(_quoted, lexemes))})"
    middle = len(lexemes) // 2
    first, second = lexemes[:middle], lexemes[middle:]
    ways = []
    for here in range(max(0, needed - len(second)), min(needed, len(first)) + 1):
        parts = [_at_least(count, half) for count, half in ((here, first), (needed - here, second)) if count]
        ways.append(" & ".join(parts))
    return f"({' | '.join(ways)})"


def _all(lexemes: list[str]) -> str:
    return f"({' & '.join(map(_quoted, lexemes))})"


def _quoted(lexeme: str) -> str:
    doubled = lexeme.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"
