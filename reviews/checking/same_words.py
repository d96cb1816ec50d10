"""Claims that no parse reads: evidence counts only where one sentence of it says the claim in the same words.

Of a language without a parse nobody can tell who did what to whom, so that the same figure under other words is no
support: 海军接收十二架 says nothing of 空军接收十二架, and опроверг turns a sentence round.
"""

import re
from collections import Counter

from claims.language.quantities import read_quantities
from core.language_detection import script_code
from reviews.checking.other_languages import NEGATIONS_OF_OTHER_LANGUAGES, negations_without_spaces

_SENTENCE = re.compile(r"[^。！？!?\n]+?(?:[。！？!?\n]|\.(?=\s|$)|$)")
_WORD = re.compile(r"[\u3400-\u9fff\u3041-\u30ff]|[^\W_]+")
#: Particles that a sentence may have or not.
_PARTICLES = frozenset("的了着过地得约")
#: So many letters tell one Russian word from another in whichever case.
_STEM = 5
_DENIALS = re.compile(
    "否认|否認|并非|並非|不是|辟谣|谣言|不实|虚假|误称|驳斥|据传|传言|网传|计划|将要|拟|якобы|слух|планиру|намерен|может|могут|вряд ли",
    re.I,
)


def is_without_parse(claim: str) -> bool:
    """Return whether a claim is in a language other than English, as far as its letters tell."""
    return script_code(claim) is not None


def says_in_the_same_words(claim: str, evidence: str) -> bool:
    """Return whether one sentence of the evidence has all words of the claim in its order, and denies no more than it."""
    wanted, denied = _words(claim), _denials(claim)
    return any(
        _is_in_order(wanted, _words(sentence)) and _denials(sentence) == denied
        for sentence in _SENTENCE.findall(evidence)
    )


def _words(text: str) -> list[str]:
    """Return the words of a text without its figures, which are compared by their values."""
    for quantity in reversed(read_quantities(text)):
        text = f"{text[: quantity.start]} {text[quantity.end :]}"
    return [word.lower()[:_STEM] for word in _WORD.findall(text) if word not in _PARTICLES and not word.isdigit()]


def _denials(text: str) -> Counter[str]:
    words = (word.lower() for word in re.findall(r"[^\W\d_]+", text))
    told = Counter(word for word in words if word in NEGATIONS_OF_OTHER_LANGUAGES)
    return told + negations_without_spaces(text) + Counter(_DENIALS.findall(text))


def _is_in_order(wanted: list[str], given: list[str]) -> bool:
    rest = iter(given)
    return all(word in rest for word in wanted)
