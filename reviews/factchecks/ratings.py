"""Which of our three ratings the words of others mean, where that is known; nothing where it is not."""

import re
import unicodedata
from collections.abc import Mapping

VERIFIED, DISPUTED, WRONG = "verified", "disputed", "wrong"

#: The words that fact-checkers publish as `alternateName`, in full: a word that only begins alike is another one.
_WORDS: Mapping[str, tuple[str, ...]] = {
    VERIFIED: (
        *("true", "correct", "accurate", "verified", "fact", "confirmed", "correct attribution"),
        *("verdadero", "cierto", "verdadeiro", "vrai", "vero", "wahr", "richtig", "waar", "sant", "doğru", "benar"),
        *("правда", "верно", "真", "真实", "正确", "属实", "صحيح", "सही"),
    ),
    DISPUTED: (
        *("mixture", "mixed", "half true", "partly true", "partly false", "partially true", "partially false"),
        *("misleading", "missing context", "needs context", "lacks context", "out of context", "disputed"),
        *("exaggerated", "cherry picking", "spins the facts", "half truth"),
        *("engañoso", "enganoso", "trompeur", "fuorviante", "irreführend", "misleidend", "teilweise falsch"),
        *("полуправда", "вводит в заблуждение", "部分正确", "误导", "半真半假", "مضلل", "भ्रामक"),
    ),
    WRONG: (
        *(
            "false",
            "wrong",
            "incorrect",
            "inaccurate",
            "not true",
            "untrue",
            "fake",
            "pants on fire",
            "hoax",
            "debunked",
        ),
        *("four pinocchios", "fabricated", "misattributed"),
        *("falso", "falsa", "faux", "falsch", "onwaar", "falskt", "falsk", "yanlış", "salah", "fałsz", "hamis"),
        *("ложь", "неверно", "фейк", "假", "虚假", "错误", "谣言", "خطأ", "زائف", "गलत"),
    ),
}
#: Where a publisher names no scale. Source: https://schema.org/worstRating, https://schema.org/bestRating
WORST, BEST = "1", "5"
_NUMBER = r"-?\d{1,9}(?:\.\d{1,9})?"
_IS_NUMBER = re.compile(_NUMBER)
_ON_SCALE = re.compile(rf"({_NUMBER}) (?:/ ({_NUMBER})|\(({_NUMBER}) to ({_NUMBER})\))")
_MEANING = {word: rating for rating, words in _WORDS.items() for word in words}


def known_rating(words: str, *, value: str = "", worst: str = "", best: str = "") -> str:
    """Return the rating that published words mean, or an empty text where nobody can be sure.

    Where there are no words, or only a number as `on_scale` spells it, an end of the publisher's own scale says
    something. Words that are known and an end of the scale that says the opposite mean nothing certain.
    """
    written = _ON_SCALE.fullmatch(words)
    if written and not value:
        value, best_of_two, worst, best = (group or "" for group in written.groups())
        best = best_of_two or best
    by_scale = _by_scale(value, worst or WORST, best or BEST)
    if not words or written:
        return by_scale
    by_words = _MEANING.get(_plain(words), "")
    opposite = {by_words, by_scale} == {VERIFIED, WRONG}
    return "" if opposite else by_words


def on_scale(value: str, worst: str = "", best: str = "") -> str:
    """Return how a rating without words is written: with the end of its scale, or both where the worst one is not 1.

    A value that is no number is words by itself.
    """
    worst, best = worst or WORST, best or BEST
    if not all(_IS_NUMBER.fullmatch(number) for number in (value, worst, best)):
        return value
    return f"{value} / {best}" if float(worst) == float(WORST) else f"{value} ({worst} to {best})"


def _by_scale(value: str, worst: str, best: str) -> str:
    try:
        given, low, high = float(value), float(worst), float(best)
    except ValueError:
        return ""
    if low == high:
        return ""
    return {low: WRONG, high: VERIFIED}.get(given, "")


def _plain(words: str) -> str:
    """Return words without case, hyphens and the signs around them."""
    folded = unicodedata.normalize("NFKC", words).casefold().replace("-", " ").replace("_", " ")
    return " ".join(folded.strip(" .!?:;,\"'«»“”‘’()[]").split())
