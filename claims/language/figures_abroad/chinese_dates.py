"""Chinese dates that are no plain year, month and day: parts of years, spans of days, and days counted from today."""

import re

from claims.language.figures_abroad.english import MONTH_NAMES, YEAR, ordinal
from claims.language.normal_form import NormalForm, rewritten

_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_RELATIVE = {
    "前年": "2 years ago", "去年": "last year", "今年": "this year", "本年": "this year", "明年": "next year", "上个月": "last month", "上月": "last month", "本月": "this month", "这个月": "this month",
    "下个月": "next month", "下月": "next month", "上周": "last week", "本周": "this week", "下周": "next week", "昨日": "yesterday", "昨天": "yesterday", "今日": "today", "今天": "today",
    "明日": "tomorrow", "明天": "tomorrow", "前天": "the day before yesterday",
}  # fmt: skip
_WEEKDAYS = {
    "一": "Monday",
    "二": "Tuesday",
    "三": "Wednesday",
    "四": "Thursday",
    "五": "Friday",
    "六": "Saturday",
    "日": "Sunday",
    "天": "Sunday",
}

_DAYS = re.compile(
    rf"(?:(?P<year>{YEAR})年)?(?<![0-9])(?P<month>1[0-2]|0?[1-9])月(?P<first>[0-9]{{1,2}})[日号]?(?:至|到|[-~～—–])(?P<last>[0-9]{{1,2}})[日号]"
)
_PART = re.compile(
    rf"(?<![0-9])(?P<year>{YEAR})年?(?:第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年|(?P<edge>年底|年末|年初|年中|底|末|初))(?![级中次])"
)
_ERA = re.compile(r"(?:(?P<century>[0-9]{1,2})世[纪紀]|(?P<last>上世[纪紀]))(?:(?P<decade>[0-9])0年代)?")
_DECADE = re.compile(r"(?<![0-9])(?P<decade>(?:1[0-9]|20)[0-9]0)年代")
_EDGE_OF_LAST = re.compile("(?P<which>去年|今年|明年)(?:年)?(?P<edge>底|末|初)")
_COUNTED_FROM_NOW = re.compile(f"(?<![以目])(?P<word>{'|'.join(sorted(_RELATIVE, key=len, reverse=True))})(?![度级])")
_WEEKDAY = re.compile("(?P<which>上|下|本)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])(?![期年岁边])")
_SINCE = re.compile(
    rf"(?:自从?|从)(?P<date>(?:{YEAR})年(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?)(?:以来|起|开始|之后|后)"
)
_BEFORE = re.compile(
    rf"(?P<date>(?<![0-9])(?:{YEAR})年(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?)(?P<side>之前|以前|前|之后|以后|后)(?![期天年线者])"
)
_EDGES = {"底": "late", "末": "late", "初": "early", "中": "mid"}


def dates_rewritten(form: NormalForm) -> NormalForm:
    """Return a text whose Chinese dates are written as the reader of dates knows them; numbers are in digits already."""
    for pattern, written in (
        (_DAYS, _days), (_SINCE, _since), (_BEFORE, _before), (_PART, _part), (_ERA, _era), (_DECADE, _decade), (_EDGE_OF_LAST, _edge), (_COUNTED_FROM_NOW, _from_now), (_WEEKDAY, _weekday),
    ):  # fmt: skip
        if pattern.search(form.text):
            form = rewritten(form, pattern, written)
    return form


def _days(found: re.Match[str]) -> str:
    year = f" {found['year']}" if found["year"] else ""
    return f" {int(found['first'])}–{int(found['last'])} {MONTH_NAMES[int(found['month']) - 1]}{year} "


def _since(found: re.Match[str]) -> str:
    return f" since {found['date']} "


def _before(found: re.Match[str]) -> str:
    return f" {'after' if '后' in found['side'] else 'before'} {found['date']} "


def _part(found: re.Match[str]) -> str:
    year = found["year"]
    if found["quarter"]:
        return f" Q{_QUARTERS.get(found['quarter'], found['quarter'])} {year} "
    if found["half"]:
        return f" H{1 if found['half'] == '上' else 2} {year} "
    return f" {_EDGES[found['edge'][-1]]} {year} "


def _era(found: re.Match[str]) -> str:
    century = int(found["century"]) if found["century"] else 20
    if found["decade"]:
        return f" {century - 1}{found['decade']}0s "
    if found["last"]:
        return found.group()
    return f" {ordinal(century)} century "


def _decade(found: re.Match[str]) -> str:
    return f" {found['decade']}s "


def _edge(found: re.Match[str]) -> str:
    return f" the {'start' if found['edge'] == '初' else 'end'} of {_RELATIVE[found['which']]} "


def _from_now(found: re.Match[str]) -> str:
    return f" {_RELATIVE[found['word']]} "


def _weekday(found: re.Match[str]) -> str:
    which = {"上": "last ", "下": "next ", "本": "this "}.get(found["which"] or "", "")
    return f" {which}{_WEEKDAYS[found['day']]} "
