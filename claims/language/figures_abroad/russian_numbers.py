"""Russian numbers: decimal commas, number words in their cases, shares, bounds, and endings behind a hyphen."""

import re
from decimal import Decimal

from claims.language.figures_abroad.english import ordinal
from claims.language.normal_form import NormalForm, rewritten


def _forms(*rows: tuple[int | str, str]) -> dict[str, Decimal]:
    return {form: Decimal(value) for value, words in rows for form in words.split()}


_ONES = _forms(
    (1, "один одна одно одного одной одному одним одну"), (2, "два две двух двум двумя"), (3, "три трёх трех трём трем тремя"), (4, "четыре четырёх четырех четырём четырем четырьмя"),
    (5, "пять пяти пятью"), (6, "шесть шести шестью"), (7, "семь семи семью"), (8, "восемь восьми восемью восьмью"), (9, "девять девяти девятью"), ("1.5", "полтора полторы полутора"),
)  # fmt: skip
_TEENS = _forms(
    (10, "десять десяти десятью"), (11, "одиннадцать одиннадцати одиннадцатью"), (12, "двенадцать двенадцати двенадцатью"), (13, "тринадцать тринадцати тринадцатью"),
    (14, "четырнадцать четырнадцати четырнадцатью"), (15, "пятнадцать пятнадцати пятнадцатью"), (16, "шестнадцать шестнадцати шестнадцатью"), (17, "семнадцать семнадцати семнадцатью"),
    (18, "восемнадцать восемнадцати восемнадцатью"), (19, "девятнадцать девятнадцати девятнадцатью"),
)  # fmt: skip
_TENS = _forms(
    (20, "двадцать двадцати двадцатью"), (30, "тридцать тридцати тридцатью"), (40, "сорок сорока"), (50, "пятьдесят пятидесяти пятьюдесятью"), (60, "шестьдесят шестидесяти шестьюдесятью"),
    (70, "семьдесят семидесяти семьюдесятью"), (80, "восемьдесят восьмидесяти восемьюдесятью"), (90, "девяносто девяноста"),
)  # fmt: skip
_HUNDREDS = _forms(
    (100, "сто ста"), (200, "двести двухсот двумстам двумястами двухстах"), (300, "триста трёхсот трехсот трёмстам тремстам тремястами"), (400, "четыреста четырёхсот четырехсот четырёмстам четырьмястами"),
    (500, "пятьсот пятисот пятистам"), (600, "шестьсот шестисот шестистам"), (700, "семьсот семисот семистам"), (800, "восемьсот восьмисот восьмистам"), (900, "девятьсот девятисот девятистам"),
)  # fmt: skip
_THOUSANDS = _forms(
    (10**3, "тысяча тысячи тысяч тысячу тысяче тысячей тысячью тысячам тысячами"), (10**6, "миллион миллиона миллионов миллиону миллионом миллионам миллионами"),
    (10**9, "миллиард миллиарда миллиардов миллиарду миллиардом миллиардам миллиардами"), (10**12, "триллион триллиона триллионов"),
)  # fmt: skip
_SMALL = _ONES | _TEENS | _TENS | _HUNDREDS
_ALL = _SMALL | _THOUSANDS
_LONE_ONE = Decimal(1)


def _any(words: dict[str, Decimal] | list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_EDGE, _END = r"(?<![А-Яа-яЁё0-9-])", r"(?![А-Яа-яЁё])"
_WORDS = re.compile(
    rf"{_EDGE}(?P<first>{_any(_ALL)}){_END}(?P<rest>(?:[ \u00a0](?:{_any(_ALL)}){_END})*)(?P<half>[ \u00a0]с[ \u00a0]половиной{_END}(?:[ \u00a0](?P<scale>{_any(_THOUSANDS)}){_END})?)?",
    re.I,
)
_TWO_OR_THREE = re.compile(rf"{_EDGE}(?P<low>{_any(_SMALL)})-(?P<high>{_any(_SMALL)}){_END}", re.I)
_HALF = re.compile(r"(?P<number>[0-9]+)[ \u00a0]с[ \u00a0]половиной(?![А-Яа-яЁё])")
_WITH_MORE = re.compile(
    r"(?P<number>[0-9]+(?:[.,][0-9]+)?)(?P<scale>[ \u00a0](?:тыс\.|млн|млрд|тысяч|миллионов))?[ \u00a0]с[ \u00a0](?:лишним|небольшим)(?![А-Яа-яЁё])"
)
_DECIMAL = re.compile(r"(?<![0-9.,])(?P<whole>[0-9]+(?:[ \u00a0\u202f][0-9]{3})*),(?P<part>[0-9]+)(?![0-9]|,[0-9])")
_SHARES = re.compile(
    rf"{_EDGE}(?:(?P<two>две|двух|двум)[ \u00a0](?P<thirds>трети|третей|третям)|(?P<three>три|трёх|трех)[ \u00a0](?P<quarters>четверти|четвертей)|(?P<third>треть|трети)|(?P<quarter>четверть|четверти)|(?P<half>половина|половины|половину|половине))(?=[ \u00a0](?!века|часа|финал|место|мест|раз)[а-яёА-ЯЁ])",
    re.I,
)
_FRACTIONS = {"two": "2/3", "three": "3/4", "third": "1/3", "quarter": "1/4", "half": "1/2"}
_QUARTER_OF_YEAR = re.compile(r"[ \u00a0](?:20[0-9]{2}|года?|месяц)")
_RANK = re.compile(r"(?<![0-9.,-])(?P<number>[0-9]{1,4})-(?:й|я|е|го|му|м|ю|ой|ый|ая|ое|ом|ым)(?![А-Яа-яЁё])")
_CASE = re.compile(r"(?P<number>[0-9])-(?:ти|и|х|ми|мя|ю|ти|рёх|ёх|ух|а)(?![А-Яа-яЁё])")
_ADJECTIVES = {
    "миллиметр": "мм", "сантиметр": "см", "километр": "км", "метр": "м", "килограмм": "кг", "тонн": "т", "процент": "%", "лет": "лет", "час": "часов", "минут": "минут", "дневн": "дней",
    "мегаватт": "МВт", "киловатт": "кВт", "гигаватт": "ГВт", "мегатонн": "Мт", "килотонн": "кт", "узлов": "узлов", "литров": "литров",
}  # fmt: skip
_ADJECTIVE = re.compile(rf"(?P<number>[0-9])-(?:ти|и)?(?P<unit>{_any(list(_ADJECTIVES))})[а-яё]+")
_SYMBOL = re.compile(r"(?P<number>[0-9])-(?P<unit>мм|см|км|кг|т|кВт|МВт)(?![А-Яа-яЁё])")
#: "5 с грузом": the preposition, not the second; "12 в год", "3 г. Москва".
_PREPOSITION = re.compile(r"(?P<number>[0-9])(?P<gap>[ \u00a0])[сС](?=[ \u00a0][а-яёА-ЯЁ«])")
_POINTS = re.compile(r"(?<=[0-9])(?P<gap>[ \u00a0])(?:процентн[а-яё]+[ \u00a0]пункт[а-яё]*|п\.[ \u00a0]?п\.)")
_NUMBERED = re.compile(r"№(?P<gap>[ \u00a0]?)(?P<number>[0-9])")
_RANGE = re.compile(
    r"(?<![А-Яа-яЁё])(?:от|с)[ \u00a0](?P<low>[0-9]+(?:[ \u00a0][0-9]{3})*(?:\.[0-9]+)?)(?P<scale>[ \u00a0](?:тыс\.?|тысяч[аи]?|млн|млрд|миллион(?:а|ов)|миллиард(?:а|ов)))?[ \u00a0](?:до|по)[ \u00a0](?=[0-9])"
)
_GROWS = re.compile(
    r"(?:дешев|дорож|опуст|опуска|разогна|разгон|ускор|взлет|взлёт|рухн|увелич|выро|вырас|раст[иё]|рост|сократ|сокращ|сниз|сниж|упа[лв]|пада|подн|повыс|повыш|довес|довед|довод|расшир|уменьш|измен|достиг|дошл|дошё|доход|вплоть|продл|перен|отлож)(?:[^.!?;]|(?<=[0-9])\.(?=[0-9])){0,80}$",
    re.I,
)
_BOUNDS = (
    (">=", r"не[ \u00a0](?:менее|меньше|ниже|реже|короче)(?:[ \u00a0]чем)?|по[ \u00a0](?:меньшей|крайней)[ \u00a0]мере|как[ \u00a0]минимум|минимум|от(?=[ \u00a0][0-9.]+[ \u00a0][а-яё]+[ \u00a0]и[ \u00a0]выше)"),
    ("<=", r"не[ \u00a0](?:более|больше|выше|дольше|свыше)(?:[ \u00a0]чем)?|не[ \u00a0]превы[шс][а-яё]+|максимум|до"),
    (">", r"более|больше|свыше|выше|превы[шс][а-яё]+|перевали[а-яё]+[ \u00a0]за"), ("<", r"менее|меньше|ниже"),
    ("nearly", r"почти|едва[ \u00a0]ли[ \u00a0]не|чуть[ \u00a0](?:менее|меньше)"), ("~", r"около|примерно|приблизительно|порядка|ориентировочно|приблизительно|где-то"),
)  # fmt: skip
_SPELLED = {
    ">=": "no less than",
    "<=": "no more than",
    ">": "more than",
    "<": "less than",
    "nearly": "nearly",
    "~": "about",
}
_BOUND_NAMES = dict(zip(("ge", "le", "gt", "lt", "nearly", "about"), (sign for sign, _ in _BOUNDS), strict=True))
_BOUND = re.compile(
    _EDGE
    + "(?:"
    + "|".join(f"(?P<{name}>{words})" for name, (_, words) in zip(_BOUND_NAMES, _BOUNDS, strict=True))
    + r")(?:[ \u00a0]чем)?(?:[ \u00a0]на)?(?=[ \u00a0](?:[0-9$€]|[~≈]))",
    re.I,
)
_LONE_THOUSAND = re.compile(
    r"(?<![А-Яа-яЁё])(?P<bound>около|более|больше|свыше|менее|меньше|почти|примерно|до|порядка)(?P<gap>[ \u00a0])(?P<scale>тысячи|миллиона|миллиарда|тысячу|миллион|миллиард)(?![А-Яа-яЁё])",
    re.I,
)


def numbers_rewritten(form: NormalForm) -> NormalForm:
    """Return a Russian text with its numbers in digits with a decimal point, and its bounds in words."""
    for pattern, written in (
        (_DECIMAL, _decimal), (_LONE_THOUSAND, _lone_thousand), (_SHARES, _share), (_TWO_OR_THREE, _two_or_three), (_WORDS, _in_words), (_HALF, _half), (_WITH_MORE, _with_more), (_RANK, _rank), (_CASE, _case),
        (_ADJECTIVE, _adjective), (_SYMBOL, _symbol), (_PREPOSITION, _preposition), (_POINTS, lambda _: " percentage points"), (_NUMBERED, _numbered), (_RANGE, _range), (_BOUND, _bound),
    ):  # fmt: skip
        if pattern.search(form.text):
            form = rewritten(form, pattern, written)
    return form


def value_of(words: list[str]) -> tuple[Decimal, Decimal] | None:
    """Return the value of number words and the scale word that they end in (1 without one); None where they are no number.

    Hundreds go before tens, tens before ones, and thousands between: "сто двадцать пять тысяч триста".
    """
    total = section = Decimal(0)
    lowest, largest, last_scale = Decimal(1000), Decimal(10) ** 15, Decimal(1)
    for word in words:
        if word in _THOUSANDS:
            factor = _THOUSANDS[word]
            if factor >= largest or (not section and total):
                return None
            total, section = total + (section or 1) * factor, Decimal(0)
            lowest, largest, last_scale = Decimal(1000), factor, factor
            continue
        value = _SMALL[word]
        rank = Decimal(100) if word in _HUNDREDS else Decimal(10) if word in _TENS else Decimal(1)
        if rank >= lowest:
            return None
        section, lowest, last_scale = section + value, Decimal(1) if word in _TEENS else rank, Decimal(1)
        if word in _TEENS and rank == 1 and section - value and (section - value) % 100:
            return None
    return total + section, last_scale


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _in_words(found: re.Match[str]) -> str:
    words = [found["first"].lower(), *found["rest"].lower().split()]
    if words[0] in _THOUSANDS and len(words) == 1 and words[0] not in ("тысяча", "тысячу", "миллион", "миллиард"):
        return found.group()  # тысячи людей: nobody counted them
    read = value_of(words)
    if read is None or (read[0] == _LONE_ONE and len(words) == 1):
        return found.group()
    value, scale = read
    if found["half"]:
        factor = _THOUSANDS[found["scale"].lower()] if found["scale"] else Decimal(1)
        return _plain((value + Decimal("0.5")) * factor)
    if scale > 1:
        return f"{_plain(value / scale)} {words[-1]}"
    return _plain(value)


def _two_or_three(found: re.Match[str]) -> str:
    low, high = _SMALL[found["low"].lower()], _SMALL[found["high"].lower()]
    return f"{_plain(low)}–{_plain(high)}" if low < high else found.group()


def _lone_thousand(found: re.Match[str]) -> str:
    return f"{found['bound']}{found['gap']}1 {found['scale']}"


def _half(found: re.Match[str]) -> str:
    return f"{found['number']}.5"


def _with_more(found: re.Match[str]) -> str:
    return f"more than {found['number']}{found['scale'] or ''}"


def _decimal(found: re.Match[str]) -> str:
    return f"{found['whole']}.{found['part']}"


def _share(found: re.Match[str]) -> str:
    if found["quarter"] and _QUARTER_OF_YEAR.match(found.string, found.end()):
        return found.group()
    return next(fraction for name, fraction in _FRACTIONS.items() if found[name])


def _rank(found: re.Match[str]) -> str:
    return ordinal(int(found["number"]))


def _case(found: re.Match[str]) -> str:
    return found["number"]


def _adjective(found: re.Match[str]) -> str:
    return f"{found['number']} {_ADJECTIVES[found['unit']]}"


def _symbol(found: re.Match[str]) -> str:
    return f"{found['number']} {found['unit']}"


def _preposition(found: re.Match[str]) -> str:
    return f"{found['number']}{found['gap']}with"


def _numbered(found: re.Match[str]) -> str:
    return f"No{found['number']}"


def _range(found: re.Match[str]) -> str:
    """Read "от 5 до 7 млн" as a range; "вырос с 5 до 7 млн" is a change between two figures."""
    if _GROWS.search(found.string, max(0, found.start() - 90), found.start()):
        return found.group()
    return f"{found['low']}{found['scale'] or ''}–"


def _bound(found: re.Match[str]) -> str:
    name = found.lastgroup or ""
    if name in ("gt", "lt") and found.group().lower().endswith("на") and "чем" not in found.group().lower():
        return found.group()  # ниже на 8 %: the difference, no bound
    if found.group().lower() == "до" and _GROWS.search(found.string, max(0, found.start() - 90), found.start()):
        return found.group()
    return _SPELLED[_BOUND_NAMES[name]]
