"""Russian dates: day, month and year with their cases, parts of years, and days counted from today."""

import re

from claims.language.figures_abroad.english import MONTH_NAMES, YEAR, ordinal
from claims.language.normal_form import NormalForm, rewritten

_STEMS = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
_ENDINGS = {"ма": "я|й|е|ю|ем", "март": "а|е|у|ом|", "август": "а|е|у|ом|"}
_MONTH = "(?:" + "|".join(f"{stem}(?:{_ENDINGS.get(stem, 'я|е|ь|ю|ём|ем')})" for stem in _STEMS) + ")(?![а-яё])"
_S = "[ \u00a0\u202f]"
_WORD_OF_YEAR = rf"(?:{_S}?(?:гг?\.|год(?:а|у|ом|ы|ов|ам|ах)?(?![а-яё])))"
_EDGE = "(?<![А-Яа-яЁё0-9-])"

_DAY = re.compile(
    rf"(?<![0-9.,-])(?P<day>3[01]|[12][0-9]|0?[1-9])(?:-(?:го|е))?(?:{_S}?(?:[-–—]|{_S}и{_S}|по{_S}){_S}?(?P<last>3[01]|[12][0-9]|0?[1-9]))?{_S}(?P<month>{_MONTH})(?:{_S}(?P<year>{YEAR})(?![0-9]){_WORD_OF_YEAR}?)?",
    re.I,
)
_FROM_DAY = re.compile(rf"{_EDGE}с{_S}(?P<day>[0-9]{{1,2}}){_S}по{_S}(?=[0-9]{{1,2}}{_S}{_MONTH})", re.I)
_MONTH_OF_YEAR = re.compile(
    rf"(?P<lead>(?:{_EDGE}(?:в|с|до|к|после){_S})?)(?P<month>{_MONTH}){_S}(?P<year>{YEAR})(?![0-9]){_WORD_OF_YEAR}?",
    re.I,
)
_MONTH_ALONE = re.compile(rf"{_EDGE}(?P<lead>в|с|до|к){_S}(?P<month>{_MONTH})", re.I)
_FROM_TO = re.compile(
    rf"{_EDGE}с{_S}(?P<first>{YEAR})(?:-го)?(?:{_WORD_OF_YEAR})?{_S}(?:по|до){_S}(?P<last>{YEAR})(?:-й)?(?![0-9]){_WORD_OF_YEAR}?",
    re.I,
)
_PART = re.compile(
    rf"{_EDGE}(?:(?:в|во){_S})?(?:(?P<quarter>I{{1,3}}|IV|[1-4]-?(?:м|й|го)?|перв[а-яё]+|втор[а-яё]+|трет[а-яё]+|четв[её]рт[а-яё]+){_S}квартал[а-яё]*|(?P<half>I{{1,2}}|[12]-?(?:м|е|го)?|перв[а-яё]+|втор[а-яё]+){_S}(?:полугоди[а-яё]+|половин[а-яё]+)"
    rf"|(?P<edge>начал[а-яё]*|серед[а-яё]*|кон[а-яё]*)){_S}(?P<year>{YEAR})(?![0-9]){_WORD_OF_YEAR}?",
    re.I,
)
_YEAR = re.compile(
    rf"(?P<lead>{_EDGE}(?:в|с|до|к|после|ранее|около){_S})?(?<![0-9.,])(?P<year>(?:{YEAR}{_S}?[-–—]{_S}?)?{YEAR})(?![0-9])(?:-(?:й|м|го|му)(?![а-яё]){_WORD_OF_YEAR}?|{_WORD_OF_YEAR})",
    re.I,
)
_CENTURY = re.compile(rf"(?<![A-Za-z])(?P<roman>[XVI]{{1,5}}){_S}(?:век[а-яё]*|в\.|ст\.)")
_SHORT_DECADE = re.compile(rf"(?<![0-9])(?P<decade>[3-9]0)-(?:е|х|м|ми)(?![а-яё])(?:{_S}год[а-яё]+)?", re.I)
_DECADE_YEARS = re.compile(
    rf"(?<![0-9])(?P<decade>(?:1[0-9]|20)[0-9]0)-(?:е|х|м|ми)(?![а-яё])(?:{_S}год[а-яё]+)?", re.I
)
_RELATIVE_YEAR = re.compile(
    rf"{_EDGE}(?:в{_S})?(?P<which>прошл|минувш|нынешн|текущ|эт|следующ|будущ)(?:ого|его|ом|ем|ей|ой|ую|ый|ий|ая){_S}(?P<unit>год|месяц|недел|век)[а-яё]*",
    re.I,
)
_WHICH = {
    "прошл": "last",
    "минувш": "last",
    "нынешн": "this",
    "текущ": "this",
    "эт": "this",
    "следующ": "next",
    "будущ": "next",
}
_UNIT = {"год": "year", "месяц": "month", "недел": "week", "век": "century"}
_NEAR = {
    "позавчера": "the day before yesterday",
    "вчера": "yesterday",
    "сегодня": "today",
    "завтра": "tomorrow",
    "послезавтра": "the day after tomorrow",
}
_NEAR_WORD = re.compile(rf"{_EDGE}(?P<word>{'|'.join(sorted(_NEAR, key=len, reverse=True))})(?![а-яё])", re.I)
_WEEKDAYS = {
    "понедельник": "Monday", "вторник": "Tuesday", "среду": "Wednesday", "четверг": "Thursday", "пятницу": "Friday", "субботу": "Saturday", "воскресенье": "Sunday",
}  # fmt: skip
_WEEKDAY = re.compile(rf"{_EDGE}(?:в|во){_S}(?P<day>{'|'.join(_WEEKDAYS)})(?![а-яё])", re.I)
_AGO = re.compile(rf"(?P<number>[0-9]{{1,3}}){_S}(?P<unit>лет|год[а]?|месяц(?:а|ев)?|дн(?:я|ей)|недел[иья]?){_S}назад")
_AGO_UNITS = {"л": "years", "г": "years", "м": "months", "д": "days", "н": "weeks"}
_EDGES = {"нач": "early", "сер": "mid", "кон": "late"}
_LEADS = {"в": "in", "с": "since", "до": "until", "к": "by", "после": "after", "ранее": "before", "около": "circa"}
_ORDINALS = (("перв", 1), ("втор", 2), ("трет", 3), ("четв", 4))
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12, "XIII": 13, "XIV": 14, "XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21}  # fmt: skip


def dates_rewritten(form: NormalForm) -> NormalForm:
    """Return a text whose Russian dates are written as the reader of dates knows them."""
    for pattern, written in (
        (_FROM_DAY, _from_day), (_DAY, _day), (_MONTH_OF_YEAR, _month_of_year), (_MONTH_ALONE, _month_alone), (_FROM_TO, _from_to), (_PART, _part), (_YEAR, _year), (_CENTURY, _century),
        (_SHORT_DECADE, _short_decade), (_DECADE_YEARS, _decade), (_RELATIVE_YEAR, _relative), (_NEAR_WORD, _near), (_WEEKDAY, _weekday), (_AGO, _ago),
    ):  # fmt: skip
        if pattern.search(form.text):
            form = rewritten(form, pattern, written)
    return form


def _month_name(printed: str) -> str:
    stem = max((stem for stem in _STEMS if printed.lower().startswith(stem)), key=len)
    return MONTH_NAMES[_STEMS.index(stem)]


def _from_day(found: re.Match[str]) -> str:
    return f"{found['day']}–"


def _day(found: re.Match[str]) -> str:
    year = f" {found['year']}" if found["year"] else ""
    day = f"{int(found['day'])}–{int(found['last'])}" if found["last"] else str(int(found["day"]))
    return f"{day} {_month_name(found['month'])}{year}"


def _month_of_year(found: re.Match[str]) -> str:
    lead = _LEADS.get(found["lead"].strip().lower(), "")
    return f"{lead + ' ' if lead else ''}{_month_name(found['month'])} {found['year']}"


def _month_alone(found: re.Match[str]) -> str:
    return f"{_LEADS[found['lead'].lower()]} {_month_name(found['month'])}"


def _from_to(found: re.Match[str]) -> str:
    return f"from {found['first']} to {found['last']}"


def _number_of(printed: str) -> int:
    lower = printed.lower()
    if printed[0].isdigit():
        return int(printed[0])
    return next((number for stem, number in _ORDINALS if lower.startswith(stem)), 0) or _ROMAN[printed.upper()]


def _part(found: re.Match[str]) -> str:
    if found["quarter"]:
        return f"Q{_number_of(found['quarter'])} {found['year']}"
    if found["half"]:
        return f"H{_number_of(found['half'])} {found['year']}"
    edge = found["edge"].lower()[:3]
    return f"{_EDGES[edge]} {found['year']}"


def _year(found: re.Match[str]) -> str:
    lead = _LEADS.get((found["lead"] or "").strip().lower(), "")
    return f"{lead + ' ' if lead else ''}{found['year']}"


def _century(found: re.Match[str]) -> str:
    number = _ROMAN.get(found["roman"])
    if number is None:
        return found.group()
    return f"{ordinal(number)} century"


def _short_decade(found: re.Match[str]) -> str:
    return f"the {found['decade']}s"


def _decade(found: re.Match[str]) -> str:
    return f"{found['decade']}s"


def _relative(found: re.Match[str]) -> str:
    return f"{_WHICH[found['which'].lower()]} {_UNIT[found['unit'].lower()]}"


def _near(found: re.Match[str]) -> str:
    return _NEAR[found["word"].lower()]


def _weekday(found: re.Match[str]) -> str:
    return f"on {_WEEKDAYS[found['day'].lower()]}"


def _ago(found: re.Match[str]) -> str:
    return f"{found['number']} {_AGO_UNITS[found['unit'][0]]} ago"
