"""Units and currencies in Russian, Chinese, Japanese and Korean, as they stand behind a number in an English text."""

import re
from collections.abc import Mapping

Readings = tuple[str, ...]

#: Symbols, which join into compounds as the Latin ones do: кг/см², кВт·ч.
CYRILLIC_SYMBOLS: dict[str, Readings] = {
    "м": ("meter",), "км": ("kilometer",), "см": ("centimeter",), "мм": ("millimeter",), "мкм": ("micrometer",), "нм": ("nanometer",),
    "га": ("hectare",), "л": ("liter",), "мл": ("milliliter",), "г": ("gram",), "кг": ("kilogram", "kilogram_force"), "мг": ("milligram",),
    "т": ("tonne", "metric_ton_force"), "тс": ("metric_ton_force",), "кгс": ("kilogram_force",), "Н": ("newton",), "кН": ("kilonewton",), "МН": ("meganewton",),
    "Па": ("pascal",), "кПа": ("kilopascal",), "МПа": ("megapascal",), "ГПа": ("gigapascal",), "атм": ("standard_atmosphere",), "бар": ("bar",),
    "Вт": ("watt",), "кВт": ("kilowatt",), "МВт": ("megawatt",), "ГВт": ("gigawatt",), "В": ("volt",), "кВ": ("kilovolt",), "А": ("ampere",),
    "Дж": ("joule",), "кДж": ("kilojoule",), "МДж": ("megajoule",), "Гц": ("hertz",), "кГц": ("kilohertz",), "МГц": ("megahertz",), "ГГц": ("gigahertz",),
    "ч": ("hour",), "мин": ("minute",), "с": ("second",), "сек": ("second",), "сут": ("day",), "мес": ("month",),
    "кт": ("kiloton_TNT",), "Мт": ("megaton_TNT", "megatonne"), "уз": ("knot",),
}  # fmt: skip


def _forms(stem: str, endings: str) -> list[str]:
    return [stem + ending.removeprefix("-") for ending in endings.split()]


def _declined(table: Mapping[tuple[str, str], Readings]) -> dict[str, Readings]:
    return {form: readings for (stem, endings), readings in table.items() for form in _forms(stem, endings)}


_LENGTHS = "- а у ом е ов ам ами ах"
CYRILLIC_WORDS: dict[str, Readings] = _declined(
    {
        ("метр", _LENGTHS): ("meter",), ("километр", _LENGTHS): ("kilometer",), ("сантиметр", _LENGTHS): ("centimeter",),
        ("миллиметр", _LENGTHS): ("millimeter",), ("гектар", _LENGTHS): ("hectare",), ("литр", _LENGTHS): ("liter",), ("грамм", _LENGTHS): ("gram",),
        ("килограмм", _LENGTHS): ("kilogram", "kilogram_force"), ("тонн", "- а ы у е ам ами ах"): ("tonne", "metric_ton_force"), ("мил", "я и ь ю ям ями ях"): ("mile", "nautical_mile"),
        ("ватт", _LENGTHS): ("watt",), ("киловатт", _LENGTHS): ("kilowatt",), ("мегаватт", _LENGTHS): ("megawatt",), ("баррел", "ь я ей ям ями ях"): ("oil_barrel",),
        ("час", _LENGTHS): ("hour",), ("минут", "- а ы у е ам ами ах"): ("minute",), ("секунд", "- а ы у е ам ами ах"): ("second",), ("дн", "я ей ям ями ях"): ("day",), ("сут", "ки ок кам ками"): ("day",),
        ("недел", "я и ь ю ям ями"): ("week",), ("месяц", "- а ев у ам ами ах"): ("month",), ("лет", "-"): ("year",), ("уз", "ел ла лов лам лами лах"): ("knot",), ("процент", _LENGTHS): ("percent",),
        ("градусов цельсия", "-"): ("degree_Celsius",), ("кв. км", "-"): ("kilometer ** 2",), ("кв. м", "-"): ("meter ** 2",), ("куб. м", "-"): ("meter ** 3",),
    }
)  # fmt: skip

CYRILLIC_CURRENCIES: dict[str, Readings] = _declined(
    {
        ("руб", "- ."): ("RUB",), ("рубл", "ь я ей ю ям ях ями"): ("RUB",), ("долл", "- ."): ("USD",), ("доллар", _LENGTHS): ("USD",),
        ("евро", "-"): ("EUR",), ("юан", "ь я ей ям ями ях"): ("CNY",), ("гривен", "- ь"): ("UAH",), ("гривн", "а ы и я"): ("UAH",), ("грн", "- ."): ("UAH",), ("тенге", "-"): ("KZT",),
        ("иен", "- а ы"): ("JPY",), ("фунт", "ов стерлингов"): ("GBP",),
    }
) | dict.fromkeys(["долл. сша", "долларов сша", "доллара сша", "доллар сша"], ("USD",))  # fmt: skip

_EAST_ASIAN: dict[str, Readings] = {
    "米": ("meter",), "公尺": ("meter",), "公里": ("kilometer",), "千米": ("kilometer",), "厘米": ("centimeter",), "公分": ("centimeter",), "毫米": ("millimeter",), "纳米": ("nanometer",),
    "海里": ("nautical_mile",), "英里": ("mile",), "英尺": ("foot",), "平方公里": ("kilometer ** 2",), "平方千米": ("kilometer ** 2",), "平方米": ("meter ** 2",), "公顷": ("hectare",),
    "立方米": ("meter ** 3",), "升": ("liter",), "毫升": ("milliliter",), "克": ("gram",), "千克": ("kilogram", "kilogram_force"), "公斤": ("kilogram", "kilogram_force"), "吨": ("tonne", "metric_ton_force"), "噸": ("tonne", "metric_ton_force"), "吨力": ("metric_ton_force",), "千克力": ("kilogram_force",), "公斤力": ("kilogram_force",),
    "磅": ("pound",), "桶": ("oil_barrel",), "瓦": ("watt",), "千瓦": ("kilowatt",), "兆瓦": ("megawatt",), "吉瓦": ("gigawatt",), "千瓦时": ("kilowatt_hour",), "马力": ("metric_horsepower", "horsepower"),
    "牛": ("newton",), "千牛": ("kilonewton",), "帕": ("pascal",), "百帕": ("hectopascal",), "千帕": ("kilopascal",), "兆帕": ("megapascal",), "伏": ("volt",), "千伏": ("kilovolt",), "安": ("ampere",),
    "赫": ("hertz",), "赫兹": ("hertz",), "千赫": ("kilohertz",), "兆赫": ("megahertz",), "吉赫": ("gigahertz",), "焦": ("joule",), "兆焦": ("megajoule",),
    "公里/小时": ("kilometer / hour",), "公里每小时": ("kilometer / hour",), "千米/小时": ("kilometer / hour",), "千米每小时": ("kilometer / hour",), "公里/时": ("kilometer / hour",), "千米/时": ("kilometer / hour",),
    "米/秒": ("meter / second",), "米每秒": ("meter / second",), "公里/秒": ("kilometer / second",), "千米/秒": ("kilometer / second",), "千米每秒": ("kilometer / second",), "马赫": ("mach",), "节": ("knot",), "摄氏度": ("degree_Celsius", "delta_degree_Celsius"), "攝氏度": ("degree_Celsius", "delta_degree_Celsius"),
    "小时": ("hour",), "小時": ("hour",), "時間": ("hour",), "分钟": ("minute",), "分鐘": ("minute",), "秒": ("second",), "天": ("day",), "日間": ("day",), "周": ("week",), "个月": ("month",), "個月": ("month",), "年": ("year",), "年間": ("year",),
    "百分点": ("percentage_point",), "个百分点": ("percentage_point",),
    "メートル": ("meter",), "キロメートル": ("kilometer",), "キログラム": ("kilogram",), "トン": ("tonne",), "ヘクタール": ("hectare",), "リットル": ("liter",), "ノット": ("knot",), "キロワット": ("kilowatt",), "度": ("degree_Celsius", "degree"),
    "미터": ("meter",), "킬로미터": ("kilometer",), "톤": ("tonne",), "킬로그램": ("kilogram",), "헥타르": ("hectare",), "시간": ("hour",), "개월": ("month",), "년": ("year",), "퍼센트": ("percent",), "노트": ("knot",), "해리": ("nautical_mile",),
}  # fmt: skip
_EAST_ASIAN_CURRENCIES: dict[str, Readings] = {
    "元": ("CNY", "TWD"), "圆": ("CNY",), "元人民币": ("CNY",), "人民币": ("CNY",), "人民元": ("CNY",), "美元": ("USD",), "美金": ("USD",), "欧元": ("EUR",), "歐元": ("EUR",), "日元": ("JPY",), "円": ("JPY",), "圓": ("TWD",),
    "港元": ("HKD",), "港币": ("HKD",), "新台币": ("TWD",), "新台幣": ("TWD",), "英镑": ("GBP",), "英鎊": ("GBP",), "卢布": ("RUB",), "盧布": ("RUB",), "韩元": ("KRW",), "澳元": ("AUD",), "加元": ("CAD",), "卢比": ("INR",), "瑞士法郎": ("CHF",),
    "ドル": ("USD",), "米ドル": ("USD",), "ユーロ": ("EUR",), "ポンド": ("GBP",), "ウォン": ("KRW",), "ルーブル": ("RUB",), "원": ("KRW",), "달러": ("USD",), "유로": ("EUR",), "엔": ("JPY",), "위안": ("CNY",), "루블": ("RUB",), "파운드": ("GBP",),
}  # fmt: skip
EAST_ASIAN: dict[str, Readings] = _EAST_ASIAN | _EAST_ASIAN_CURRENCIES
_ANY = "|".join(sorted(EAST_ASIAN, key=len, reverse=True))
# A year of four digits is a date; 人, 辆 and the like only count.
EAST_ASIAN_UNIT = re.compile(rf"[ \u00a0]?(?![年년](?<=[0-9]{{4}}.))({_ANY})")
#: What leads from money to what it pays for. In Russian goods have their price за, time в: "за месяц" is what was paid in all.
PRICE_LINK_ABROAD = (
    r" ?/ ?(?=[а-яё\u4e00-\u9fff])|每(?=[\u4e00-\u9fff])| в (?=(?:час|день|сутки|неделю|месяц|год|минуту|секунду)\b)"
    r"| за (?=кг|[лтмг]\b|кВт|килограмм|литр|тонн|баррел|кубометр|квадратн|кубическ|гектар|метр|километр|грамм|киловатт|час\b|куб|кв)"
)
