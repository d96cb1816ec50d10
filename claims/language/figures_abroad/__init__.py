"""Numbers, bounds, shares and dates as Chinese and Russian write them, rewritten as the readers of figures and dates know them.

二百四十枚 becomes 240枚, 超过 “more than ”, 去年 “last year ”; около becomes “about ”, 3,5 млн 3.5 млн, 4 мая “4 May”. Every
character keeps the way back to the text as printed, so that a figure is found where it stands, in the words that stand
there, and one reader weighs ranges, bounds and units for all languages.
"""

import re

from claims.language.figures_abroad.chinese_dates import dates_rewritten as chinese_dates_rewritten
from claims.language.figures_abroad.chinese_numbers import numbers_rewritten as chinese_numbers_rewritten
from claims.language.figures_abroad.russian_dates import dates_rewritten as russian_dates_rewritten
from claims.language.figures_abroad.russian_numbers import numbers_rewritten as russian_numbers_rewritten
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
    form = as_it_came(text)
    if _HAN.search(text):
        form = chinese_dates_rewritten(chinese_numbers_rewritten(form))
    if _CYRILLIC.search(text) and script_code(text) == RUSSIAN_CODE:
        form = russian_dates_rewritten(russian_numbers_rewritten(russian_dates_rewritten(form)))  # пять лет назад
    return form if form.text != text else None
