"""Chinese numbers: in characters, as shares, between bounds, and with the time before the way."""

import re
from decimal import Decimal

from claims.language.figures_abroad.english import ordinal
from claims.language.normal_form import NormalForm, rewritten
from claims.language.units.foreign import EAST_ASIAN
from claims.language.vocabulary import word_set

_DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_ONES, _SMALL, _LARGE = "".join(_DIGITS), "".join(_TENS), "".join(_MYRIADS)
_COUNTING = "".join(digit for digit, value in _DIGITS.items() if value)
#: Words behind a number that count, which also are the beginning of few other words.
_COUNTERS = word_set(
    "人次 架次 人 名 位 个 個 架 枚 艘 辆 輛 台 臺 套 件 颗 顆 发 發 门 挺 支 条 條 顶 座 栋 棟 所 家 间 間 户 次 起 宗 项 項 批 届 屆 岁 歲 倍 层 層 本 部 份 张 張 只 隻 头 匹 株 "
    "月 日 号 號 世纪 世紀 年代 季度 级 級 轮 輪 场 場 艇 种 種"
)
#: "三国演义", "三位一体", "九江", "一些": what follows shows that it is a name or an idiom.
_NO_COUNT = "(?!位一体|国演义|级跳|国集团|國集團|家子|人行|条腿)"
_UNITS = "|".join(sorted({*EAST_ASIAN, *_COUNTERS}, key=len, reverse=True))
_MEASURES = "|".join(
    sorted((unit for unit in EAST_ASIAN if unit not in ("天", "年", "周", "元", "节", "度", "克", "安", "升", "年間")), key=len, reverse=True)
)  # fmt: skip
_WORDS = rf"[{_ONES}{_SMALL}{_LARGE}]"
#: No number is longer; a run of thousands of such characters must not be read from each of them to its end.
_NUMBER = rf"(?:{_WORDS}{{1,24}}(?:点[{_ONES}]{{1,12}}[{_SMALL}{_LARGE}]{{0,3}})?|[0-9]{{1,24}}(?:\.[0-9]{{1,12}})?)"
_MORE = "多|余|餘|来"

_YEAR = re.compile(rf"(?<!{_WORDS})[{_ONES}]{{4}}(?=年)|(?<!{_WORDS})[{_ONES}]{{2}}(?=年代)")
_PERCENT = re.compile(
    rf"百分之(?P<first>{_NUMBER})(?:(?P<to>至|到|[~～—–-])(?:百分之)?(?P<last>{_NUMBER}))?(?P<more>{_MORE})?"
)
_TENTHS = re.compile(
    rf"(?<!{_WORDS})(?P<tens>[{_ONES}]|[1-9])成(?P<ones>[{_ONES}]|[0-9])?(?![立为為功员員本长長果就都])"
)
_SHARE = re.compile(rf"(?P<below>{_NUMBER})分之(?P<above>{_NUMBER})")
_RANK = re.compile(rf"第(?P<number>{_NUMBER})(?P<counter>次|个|個|架|艘|枚|颗|顆|批|届|屆|代|名|位|轮|輪|天|年)")
_ROUGHLY = re.compile(
    rf"(?<!{_WORDS})(?P<low>[{_ONES}])(?P<high>[{_ONES}])(?P<power>[{_SMALL}])(?P<scale>[{_LARGE}]?)(?={_UNITS})"
)
_HALVES = re.compile(
    rf"(?<!{_WORDS})(?<![上下前后])(?P<whole>{_NUMBER})?(?:个|個)?半(?:个|個)?(?=小时|小時|月|年|天|世纪|星期)"
)
_COUNTED = re.compile(
    rf"(?<![{_COUNTING}{_SMALL}{_LARGE}第几幾数數上])(?P<number>[{_COUNTING}{_SMALL}]{_WORDS}{{0,24}}(?:点[{_ONES}]{{1,12}}[{_LARGE}]?)?)(?P<more>{_MORE})?(?P<scale>[{_LARGE}]?)(?:个|個)?(?P<unit>{_UNITS}){_NO_COUNT}"
)
_MORE_THAN = re.compile(
    rf"(?<![0-9.])(?P<number>[0-9]+(?:[.,][0-9]+)*[{_SMALL}{_LARGE}]*)(?P<more>{_MORE})(?P<scale>[{_LARGE}]?)(?:个|個)?(?={_UNITS})"
)
_CLOCK = re.compile(
    "(?<![0-9])(?P<hour>[0-9]{1,2})(?:(?:时|時)(?:(?P<minute>[0-9]{1,2})分(?!钟|鐘))?|点(?P<sharp>(?P<minutes>[0-9]{1,2})分(?!钟|鐘)|整|半))(?![间間期])"
)
_NAMED = re.compile("(?<![0-9A-Za-z.月])(?P<number>[0-9]+)(?=号|號|型|式|代机|路|楼|室)")
#: 苏-35, 运-20: a type. 吨-20吨 is a range, and -20度 a temperature.
_TYPE = re.compile("(?<=[\u4e00-\u9fff])(?<![吨米里月日年万亿时度秒%])-(?P<number>[0-9]+)(?![0-9.]*(?:度|摄氏|℃|°|%))")
_RATE = re.compile(
    rf"(?:每(?P<time>秒|小时|小時|分钟|天|年)|(?P<speed>时速|時速|秒速))(?P<bound>高达|达到|超过|可达|不低于|不超过|[约約达达為为])?(?P<number>[0-9]+(?:\.[0-9]+)?[{_LARGE}]?)(?P<unit>公里|千米|米|海里)"
)
_PRICE = re.compile(
    rf"每(?P<unit>吨|噸|公斤|千克|克|升|桶|平方米|立方米|千瓦时|公顷|小时|小時|天|月|年)(?P<between>[^，。；、,;0-9每]{{0,8}}?)(?P<number>[0-9]+(?:\.[0-9]+)?[{_LARGE}]?)(?P<money>元|美元|欧元|人民币|卢布|日元|英镑|港元)"
)
_RANGE = re.compile(rf"(?<=[0-9{_SMALL}{_LARGE}%吨米里])(?:至|到|[~～]|—{{1,2}})(?=[0-9])")
_BELOW_ZERO = re.compile("(?:零下|负)(?=[0-9])")
_BOUNDS = (
    (">=", "不低于|不少于|不少於|不低於|不小于|至少|起码|最少"), ("<=", "不超过|不超過|不高于|不大于|不多于|至多|最多|最高(?=[0-9])|高达"),
    (">", "超过|超過|超出|大于|高于|多于|逾|突破"), ("<", "不足|不到|少于|低于|小于|不满"), ("nearly", "将近|(?<![最附临邻靠亲])近|接近"), ("~", "大约|大約|(?<![节合条北契预制])约为?|約|大概|左右(?=[0-9])|估计为"),
)  # fmt: skip
_SPELLED = {
    ">=": "no less than ",
    "<=": "no more than ",
    ">": "more than ",
    "<": "less than ",
    "nearly": "nearly ",
    "~": "about ",
}
_BOUND_NAMES = dict(zip(("ge", "le", "gt", "lt", "nearly", "about"), (sign for sign, _ in _BOUNDS), strict=True))
#: What may stand between a bound and its number: "约有", "超过了", "约合人民币".
_BOUND = re.compile(
    "(?:"
    + "|".join(f"(?P<{name}>{words})" for name, (_, words) in zip(_BOUND_NAMES, _BOUNDS, strict=True))
    + ")[为達达有了]?(?=-?[0-9])"
)
_BEHIND = re.compile(
    rf"(?P<before>(?<=[0-9%])|(?<=[0-9{_LARGE}][\u4e00-\u9fff])|(?<=[0-9{_LARGE}][\u4e00-\u9fff]{{2}})|(?<=[0-9{_LARGE}][\u4e00-\u9fff]{{3}})|(?<=[0-9{_LARGE}][\u4e00-\u9fff]{{4}}))(?P<sign>以上|以下|以内|左右|上下)"
)
_SPELLED_BEHIND = {"以上": " or more ", "以下": " or less ", "以内": " or less ", "左右": " or so ", "上下": " or so "}


def numbers_rewritten(form: NormalForm) -> NormalForm:
    """Return a text with its Chinese numbers in digits, its shares as percentages or fractions and its bounds in words."""
    for pattern, written in (
        (_YEAR, _year), (_PERCENT, _percent), (_TENTHS, _tenths), (_SHARE, _share), (_RANK, _rank), (_ROUGHLY, _roughly), (_HALVES, _halves), (_COUNTED, _counted),
        (_MORE_THAN, _more_than), (_CLOCK, _clock), (_NAMED, _named), (_TYPE, _named), (_RATE, _rate), (_PRICE, _price), (_RANGE, lambda _: "–"), (_BELOW_ZERO, lambda _: "-"), (_BOUND, _bound), (_BEHIND, _behind),
    ):  # fmt: skip
        if pattern.search(form.text):
            form = rewritten(form, pattern, written)
    return form


def value_of(words: str) -> Decimal | None:
    """Return the value of a number in characters or digits, None where it is none: 三千五百, 一亿二千万, 七点二."""
    if words[:1].isascii():
        return Decimal(words)
    whole, point, part = words.partition("点")
    if point:
        scale = 1
        while part and part[-1] not in _DIGITS:
            scale *= (_TENS | _MYRIADS)[part[-1]]
            part = part[:-1]
        before = _whole(whole)
        if before is None or not part:
            return None
        return (before + Decimal("0." + "".join(str(_DIGITS[digit]) for digit in part))) * scale
    return _whole(whole)


def _whole(words: str) -> Decimal | None:
    if words == "百":  # 百分之百
        return Decimal(100)
    if len(words) > 1 and all(character in _DIGITS for character in words):
        return None  # two digits side by side are a rough number or a name
    total = section = digit = 0
    largest = 10**12
    for character in words:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        elif character in _TENS:
            if not digit and (section or character != "十"):
                return None
            section += (digit or 1) * _TENS[character]
            digit = 0
        else:
            factor = _MYRIADS[character]
            if factor >= largest or not section + digit:
                return None
            total += (section + digit) * factor
            section, digit, largest = 0, 0, factor
    if digit and words[-2:-1] in {**_TENS, **_MYRIADS} and words[-2] != "十":
        digit *= (_TENS | _MYRIADS)[words[-2]] // 10  # 三百五 is 350
    return Decimal(total + section + digit)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _scaled(words: str, scale: str = "") -> str | None:
    """Return a number in digits, its 万 or 亿 left behind it, since it says how exact the number is."""
    value = value_of(words)
    if value is None:
        return None
    last = "" if scale else words[-1:]
    if last in _MYRIADS:
        return _plain(value / _MYRIADS[last]) + last
    return _plain(value) + scale


def _year(found: re.Match[str]) -> str:
    return "".join(str(_DIGITS[digit]) for digit in found.group())


def _percent(found: re.Match[str]) -> str:
    first, last = value_of(found["first"]), value_of(found["last"]) if found["last"] else None
    if first is None:
        return found.group()
    more = "more than " if found["more"] else ""
    return f"{more}{_plain(first)}%" if last is None else f"{_plain(first)}–{_plain(last)}%"


def _tenths(found: re.Match[str]) -> str:
    tens, ones = value_of(found["tens"]), value_of(found["ones"]) if found["ones"] else Decimal(0)
    return found.group() if tens is None or ones is None else f"{_plain(tens * 10 + ones)}%"


_TENTHS_IN_WORDS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


def _share(found: re.Match[str]) -> str:
    below, above = value_of(found["below"]), value_of(found["above"])
    if below is None or above is None or not 0 < above < below:
        return found.group()
    if below == 10 and above in _TENTHS_IN_WORDS:
        return f" {_TENTHS_IN_WORDS[int(above)]} tenth{'s' if above > 1 else ''} "
    return f"{_plain(above)}/{_plain(below)}"


def _rank(found: re.Match[str]) -> str:
    number = value_of(found["number"])
    if number is None or number != int(number):
        return found.group()
    return f"{ordinal(int(number))} {found['counter']}"


def _roughly(found: re.Match[str]) -> str:
    """Read 三四百 as 300 to 400."""
    low, high = _DIGITS[found["low"]], _DIGITS[found["high"]]
    if high != low + 1:
        return found.group()
    power = _TENS[found["power"]]
    return f"{low * power}–{high * power}{found['scale']}"


def _halves(found: re.Match[str]) -> str:
    whole = value_of(found["whole"]) if found["whole"] else Decimal(0)
    return found.group() if whole is None else _plain(whole + Decimal("0.5"))


def _counted(found: re.Match[str]) -> str:
    words = found["number"]
    if words == "一" and not re.fullmatch(_MEASURES, found["unit"]) and found["unit"] not in ("月", "日"):
        return found.group()  # 一架 is "an aircraft"
    number = _scaled(words + ("" if found["more"] else found["scale"]), found["scale"] if found["more"] else "")
    if number is None:
        return found.group()
    between = found.group()[len(words + (found["more"] or "") + found["scale"]) :]
    return f"{'more than ' if found['more'] else ''}{number}{_without_counter(between)}"


def _more_than(found: re.Match[str]) -> str:
    return f"more than {found['number']}{found['scale']}"


def _without_counter(unit: str) -> str:
    """Return a unit without the 个 that counts it: 个小时 is 小时; 个月 is a unit of its own."""
    return unit[1:] if unit[:1] in "个個" and unit[1:] and unit[1:] not in ("月", "百分点") else unit


def _clock(found: re.Match[str]) -> str:
    minute = found["minute"] or found["minutes"] or ("30" if found["sharp"] == "半" else "00")
    return f"{found['hour']}:{minute} "


def _named(found: re.Match[str]) -> str:
    return f"No{found['number']}"


_SPEED_TIMES = {"时速": "小时", "時速": "小时", "秒速": "秒"}


def _rate(found: re.Match[str]) -> str:
    time = found["time"] or _SPEED_TIMES[found["speed"]]
    return f"{found['bound'] or ''}{found['number']}{found['unit']}/{time}"


def _price(found: re.Match[str]) -> str:
    return f"{found['between']}{found['number']}{found['money']}/{found['unit']}"


def _bound(found: re.Match[str]) -> str:
    return _SPELLED[_BOUND_NAMES[found.lastgroup or ""]]


def _behind(found: re.Match[str]) -> str:
    return _SPELLED_BEHIND[found["sign"]]
