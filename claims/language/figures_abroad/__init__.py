"""Numbers, bounds, shares and dates as Chinese and Russian write them, rewritten as the readers of figures and dates know them.

二百四十枚 becomes 240枚, 超过 “more than ”, 去年 “last year ”; около becomes “about ”, 3,5 млн 3.5 млн, 4 мая “4 May”. Every
character keeps the way back to the text as printed, so that a figure is found where it stands, in the words that stand
there, and one reader weighs ranges, bounds and units for all languages.
"""

import re
from collections.abc import Callable
from functools import cache

from claims.language.normal_form import NormalForm, as_it_came
from core.language_detection import RUSSIAN_CODE, script_code

__all__ = ["figures_rewritten"]

_HAN = re.compile("[\u4e00-\u9fff]")
_CYRILLIC = re.compile("[А-Яа-яЁё]")


def figures_rewritten(text: str) -> NormalForm | None:
    """Return a text with the figures and dates of other languages rewritten, or nothing where it has none of them.

    Chinese is told by the characters around a number. Russian wants most of the text in its letters: a decimal comma is
    none in an English sentence that quotes a Russian word.
    """
    if text.isascii():
        return None
    chinese = bool(_HAN.search(text))
    russian = bool(_CYRILLIC.search(text)) and script_code(text) == RUSSIAN_CODE
    if not chinese and not russian:
        return None
    form = as_it_came(text)
    if chinese:
        form = _chinese()(form)
    if russian:
        form = _russian()(form)
    return form if form.text != text else None


# The patterns take two megabytes, which a process that reads English only must not pay for.
@cache
def _chinese() -> Callable[[NormalForm], NormalForm]:
    from claims.language.figures_abroad.chinese_dates import dates_rewritten  # noqa: PLC0415
    from claims.language.figures_abroad.chinese_numbers import numbers_rewritten  # noqa: PLC0415

    return lambda form: dates_rewritten(numbers_rewritten(form))


@cache
def _russian() -> Callable[[NormalForm], NormalForm]:
    from claims.language.figures_abroad.russian_dates import dates_rewritten  # noqa: PLC0415
    from claims.language.figures_abroad.russian_numbers import numbers_rewritten  # noqa: PLC0415

    return lambda form: dates_rewritten(numbers_rewritten(dates_rewritten(form)))  # пять лет назад
