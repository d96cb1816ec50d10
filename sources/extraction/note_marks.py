"""Raised numbers that send a reader to a note: one rule for web pages, Word documents and PDFs.

A sure mark is left out. One in doubt, which may be a power, stands in square brackets, so that it becomes a digit of no
figure and a letter of no word.
"""

import re

_FIGURE_BEFORE = re.compile(r"(?P<money>[$€£¥₹]\s?)?(?<![\d.,])\d[\d.,]*$")
#: A power stands behind a short number: 12³ may be one, 1991² is none.
_MOST_DIGITS_OF_A_BASE = 2
#: Behind a symbol, an index or a formula in parentheses.
_BASE_BEFORE = re.compile(
    r"(?<![^\W\d_])[B-HJ-Zb-zα-ωΑ-Ω]$|[₀-₉]$|\((?=[^()]*[+−×/*-])[\w+−×/*. -]{1,30}\)$|[×·*=+−^/]\s?[A-Za-z]{2,3}$"
)


def is_sure_mark(before: str) -> bool:
    """Return whether a raised number behind ``before``, which makes no known power there, can only be a mark."""
    figure = _FIGURE_BEFORE.search(before)
    if figure is None:
        return _BASE_BEFORE.search(before) is None
    return bool(figure["money"]) or figure[0][-1] in ".," or len(figure[0]) > _MOST_DIGITS_OF_A_BASE


def mark_in_doubt(mark: str) -> str:
    """Return a mark that may be a power, as it stands in the text."""
    return f"[{mark.strip('[]')}]"
