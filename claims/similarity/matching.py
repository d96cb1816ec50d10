"""How far the words of one text are found in another, inflected or run together."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from claims.similarity.words import stem_term

_FEWEST_LETTERS = 4
_ALIKE = 0.5
_PART = 0.7


class TermMatcher:
    """The words of one text, against which those of many others are held; each word is looked at once."""

    def __init__(self, words: Iterable[str]) -> None:
        self.keys = list(dict.fromkeys(map(stem_term, words)))
        self._matches = {key: (key, 1.0) for key in self.keys}
        self._sizes: dict[str, int] = {}
        self._having: defaultdict[str, list[str]] = defaultdict(list)
        for key in filter(_may_vary, self.keys):
            grams = _grams(key)
            self._sizes[key] = len(grams)
            for gram in grams:
                self._having[gram].append(key)

    def match(self, key: str) -> tuple[str, float]:
        """Return the word that comes closest to this one, and how close, from 0 to 1."""
        if key not in self._matches:
            self._matches[key] = self._closest(key)
        return self._matches[key]

    def _closest(self, key: str) -> tuple[str, float]:
        if not _may_vary(key):
            return "", 0.0
        grams = _grams(key)
        shared = Counter(other for gram in grams for other in self._having.get(gram, ()))
        closeness = {
            other: _closeness(key, other, 2 * count / (len(grams) + self._sizes[other]))
            for other, count in shared.items()
        }
        best = max(closeness, key=closeness.__getitem__, default="")
        return (best, closeness[best]) if best and closeness[best] else ("", 0.0)


def _closeness(one: str, other: str, dice: float) -> float:
    """Squared, so that a chance likeness counts for little; a word inside another one is a part of a compound."""
    if one in other or other in one:
        return max(dice * dice, _PART)
    return dice * dice if dice >= _ALIKE else 0.0


def _may_vary(key: str) -> bool:
    """Figures, names with figures in them and short words are the same or not."""
    return len(key) >= _FEWEST_LETTERS and key.isalpha()


def _grams(key: str) -> set[str]:
    """Its two and three letters in a row, with the edges of the word."""
    word = f"^{key}$"
    return {word[at : at + length] for length in (2, 3) for at in range(len(word) - length + 1)}
