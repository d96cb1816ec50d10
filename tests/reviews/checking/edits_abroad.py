"""Edits of quotes in Chinese, Russian, Arabic and mixed scripts, each with what it is: written before the rules for them."""

from dataclasses import dataclass

from tests.claims.anchoring.scripts_of_the_world import DIRECTORY

COSMETIC, MOVED, GONE = "cosmetic", "moved", "gone"
NUMBER, SCALE, UNIT, NEGATION, NAME = "number", "scale", "unit", "negation", "name"
#: Kinds of which it is not enough that they are no quiet change: the verdict is endangered, or a person decides.
GRAVE = (NUMBER, SCALE, UNIT, NEGATION)


@dataclass(frozen=True)
class EditAbroad:
    """A quote between its neighbours, and the page after the edit."""

    kind: str
    quote: str
    prefix: str
    suffix: str
    after: str


#: language: (sentence before, sentence after, {quote: [(kind, words of the quote, words in their place)]})
_TABLE: dict[str, tuple[str, str, dict[str, list[tuple[str, str, str]]]]] = {
    "Chinese": (
        "海军发言人星期五在港口会见记者。",
        "下一次试验定于秋季举行。",
        {
            "新型鱼雷在三月的试验中航行了80公里，没有偏离航线。": [
                (NUMBER, "80", "60"), (NUMBER, "80", "800"), (UNIT, "公里", "米"), (UNIT, "公里", "海里"), (NUMBER, "三月", "五月"),
                (NEGATION, "没有偏离", "偏离"), (COSMETIC, "80公里", "80 公里"), (COSMETIC, "，", ","), (COSMETIC, "80", "８０"),
            ],
            "该厂去年生产了2.5万枚炮弹，销售额达到3亿元。": [
                (SCALE, "2.5万", "2.5亿"), (SCALE, "3亿元", "3万元"), (NUMBER, "2.5", "25"), (NUMBER, "3亿", "5亿"), (UNIT, "枚", "吨"),
                (UNIT, "亿元", "亿美元"), (COSMETIC, "。", "．"), (COSMETIC, "该厂去年", "该厂\n去年"), (SCALE, "2.5万", "2.5"),
            ],
            "部长否认军队在北方损失了四十辆坦克。": [
                (NUMBER, "四十", "十四"), (NUMBER, "四十", "六十"), (NEGATION, "否认", "承认"), (NAME, "北方", "南方"), (SCALE, "四十", "四百"),
                (COSMETIC, "部长否认", "部长 否认"), (NEGATION, "损失了", "没有损失"), (NUMBER, "四十辆", "几辆"),
            ],
            "王伟将军表示，导弹命中了目标，射程超过300千米。": [
                (NAME, "王伟", "李强"), (NEGATION, "命中", "未命中"), (UNIT, "千米", "米"), (NUMBER, "300", "500"), (NUMBER, "超过", "不足"),
                (COSMETIC, "，", "，\u200b"), (COSMETIC, "王伟将军", "王伟将军\u00ad"), (NAME, "王伟将军", "将军"), (UNIT, "千米", "英里"), (NEGATION, "命中了", "并未命中"), (MOVED, "", ""), (GONE, "", ""),
            ],
            "船上共有一千二百名船员，其中三人受伤。": [
                (NUMBER, "一千二百", "一千三百"), (SCALE, "一千二百", "一万二百"), (NUMBER, "三人", "五人"), (NEGATION, "受伤", "没有受伤"),
                (NUMBER, "其中三人", "其中"), (COSMETIC, "，", ", "), (MOVED, "", ""), (GONE, "", ""),
            ],
            "美国国防部说第七舰队的军舰不会离开该海域。": [
                (NUMBER, "第七", "第五"), (NEGATION, "不会", "会"), (NAME, "美国", "英国"), (COSMETIC, "美国国防部说", "美国国防部说：“"), (MOVED, "", ""), (GONE, "", ""),
            ],
        },
    ),
    "Russian": (
        "В пятницу представители флота встретились с журналистами в порту.",
        "Следующее испытание назначено на осень.",
        {
            "Новая торпеда прошла 80 км во время мартовского испытания.": [
                (NUMBER, "80", "60"), (NUMBER, "80", "8"), (UNIT, "км", "м"), (UNIT, "км", "миль"), (NEGATION, "прошла", "не прошла"),
                (COSMETIC, "80 км", "80\u00a0км"), (COSMETIC, " во время", "\n  во время"), (MOVED, "", ""), (GONE, "", ""),
            ],
            "Завод «Звезда» выпустил 2,5 млн снарядов на сумму 3 млрд рублей.": [
                (SCALE, "млн", "тыс."), (SCALE, "млрд", "млн"), (NUMBER, "2,5", "25"), (NUMBER, "3 млрд", "5 млрд"), (UNIT, "рублей", "долларов"),
                (NAME, "Звезда", "Заря"), (COSMETIC, "«Звезда»", "“Звезда”"), (COSMETIC, "2,5 млн", "2,5\u202fмлн"), (SCALE, "2,5 млн", "2,5"), (UNIT, "снарядов", "тонн снарядов"),
            ],
            "Министр Петров не подтвердил, что армия потеряла сорок танков.": [
                (NEGATION, "не подтвердил", "подтвердил"), (NAME, "Петров", "Сидоров"), (NEGATION, "потеряла", "не потеряла"), (COSMETIC, "Министр", "МИНИСТР"),
                (COSMETIC, "подтвердил", "под\u00adтвердил"), (NEGATION, "не подтвердил", "опроверг"), (MOVED, "", ""), (GONE, "", ""),
            ],
            "По данным завода, дальность ракеты составляет более 300 километров.": [
                (NUMBER, "300", "500"), (UNIT, "километров", "метров"), (NUMBER, "более", "менее"), (NEGATION, "составляет", "не составляет"),
                (COSMETIC, "300 километров", "300\u2009километров"), (COSMETIC, "завода, ", "завода,\n"), (NUMBER, "300", "30"),
            ],
            "Генерал Орлов без приказа вывел из порта 12 кораблей в мае 2021 года.": [
                (NEGATION, "без приказа", "по приказу"), (NUMBER, "12", "21"), (NUMBER, "2021", "2012"), (NUMBER, "мае 2021", "июне 2021"), (NAME, "Орлов", "Соколов"),
                (UNIT, "кораблей", "лодок"), (COSMETIC, "Генерал", "Генерал\u200b"), (COSMETIC, ".", " ."), (NEGATION, "вывел", "никогда не выводил"), (GONE, "", ""),
            ],
            "Экипаж увеличился на 15 процентов, и все моряки остались живы.": [
                (NUMBER, "15", "51"), (NEGATION, "увеличился", "сократился"), (UNIT, "процентов", "человек"), (NEGATION, "остались", "не остались"), (COSMETIC, "Экипаж", "ЭКИПАЖ"), (COSMETIC, "все", "всe".replace("e", "е\u00ad")), (NUMBER, "15", "1,5"), (MOVED, "", ""), (GONE, "", ""),
            ],
        },
    ),
    "Arabic": (
        "التقى متحدث باسم البحرية الصحفيين في الميناء يوم الجمعة.",
        "ومن المقرر إجراء التجربة التالية في الخريف.",
        {
            "قطع الطوربيد الجديد ٨٠ كيلومترا خلال تجربة مارس.": [
                (NUMBER, "٨٠", "٦٠"), (NUMBER, "٨٠", "٨٠٠"), (UNIT, "كيلومترا", "مترا"), (NEGATION, "قطع", "لم يقطع"), (COSMETIC, "٨٠", "80"),
                (COSMETIC, "الجديد", "الجـــديد"), (COSMETIC, "قطع ", "قَطَعَ "), (MOVED, "", ""), (GONE, "", ""),
            ],
            "أنتج المصنع 2.5 مليون قذيفة بقيمة 3 مليارات دولار.": [
                (SCALE, "مليون", "ألف"), (SCALE, "مليارات", "ملايين"), (NUMBER, "2.5", "25"), (NUMBER, "3", "5"), (UNIT, "دولار", "دينار"),
                (COSMETIC, "2.5", "٢٫٥"), (COSMETIC, "بقيمة", "\nبقيمة"), (UNIT, "قذيفة", "طن"), (SCALE, "2.5 مليون", "2.5"),
            ],
            "لم يؤكد الوزير أحمد أن الجيش خسر ٤٠ دبابة.": [
                (NEGATION, "لم يؤكد", "أكد"), (NAME, "أحمد", "خالد"), (NUMBER, "٤٠", "٤"), (UNIT, "دبابة", "طائرة"), (NEGATION, "لم يؤكد", "نفى"),
                (COSMETIC, "٤٠", "40"), (COSMETIC, " أن ", "  أن "), (MOVED, "", ""), (GONE, "", ""),
            ],
            "قال اللواء سمير إن مدى الصاروخ يبلغ ١٬٢٠٠ كم ولن يتغير.": [
                (NUMBER, "١٬٢٠٠", "١٬٣٠٠"), (UNIT, "كم", "م"), (NEGATION, "ولن يتغير", "وسيتغير"), (NAME, "سمير", "ماهر"), (COSMETIC, "١٬٢٠٠", "1,200"),
                (COSMETIC, "١٬٢٠٠", "١٢٠٠"), (COSMETIC, "كم", "كم\u200f"), (NUMBER, "١٬٢٠٠", "١٢٠"),
            ],
            "غادرت السفينة الميناء دون طاقمها، وعددهم ٣٥٠ بحارا.": [
                (NEGATION, "دون طاقمها", "مع طاقمها"), (NUMBER, "٣٥٠", "٥٣٠"), (COSMETIC, "،", ","), (NAME, "السفينة", "الطائرة"), (NUMBER, "٣٥٠", "بضعة"), (MOVED, "", ""), (GONE, "", ""),
            ],
            "ليس لدى المدينة سوى ٧ مستشفيات و٢٤٠ طبيبا.": [
                (NUMBER, "٧", "٩"), (NUMBER, "٢٤٠", "٢٠٤"), (NEGATION, "ليس لدى", "لدى"), (UNIT, "مستشفيات", "مدارس"), (COSMETIC, "٧", "7"), (NUMBER, "سوى ٧", "سوى ١٧"), (SCALE, "٢٤٠ ", "٢٤٠ ألف "), (MOVED, "", ""), (GONE, "", ""),
            ],
        },
    ),
    "mixed": (
        "The navy met the press in Harrow on Friday 上午十点.",
        "Следующее испытание is planned for autumn.",
        {
            "The Type 055 (南昌) destroyer is 180 m long and carries 112 missiles, Петров said.": [
                (NUMBER, "112", "121"), (NUMBER, "180", "108"), (UNIT, "180 m", "180 ft"), (NAME, "Петров", "Иванов"), (NAME, "南昌", "拉萨"), (NEGATION, "carries", "does not carry"),
                (NUMBER, "Type 055", "Type 052"), (COSMETIC, "(南昌)", "（南昌）"), (COSMETIC, "180 m", "180\u00a0m"), (COSMETIC, "112", "１１２"), (MOVED, "", ""), (GONE, "", ""),
            ],
            "Дальность ракеты DF-21 (东风-21) достигает 1,500 km, сообщает 新华社.": [
                (NUMBER, "1,500", "1,700"), (UNIT, "km", "m"), (NEGATION, "достигает", "не достигает"), (NAME, "新华社", "人民日报"), (NUMBER, "DF-21", "DF-26"), (NUMBER, "东风-21", "东风-26"),
                (COSMETIC, "1,500", "1500"), (COSMETIC, "достигает", "дости\u00adгает"), (GONE, "", ""),
            ],
            "据BBC报道，英国海军的HMS Vanguard号在2019年没有离开基地。": [
                (NUMBER, "2019", "2018"), (NEGATION, "没有离开", "离开"), (NAME, "Vanguard", "Vengeance"), (NAME, "BBC", "CNN"), (COSMETIC, "据BBC报道", "据 BBC 报道"),
                (COSMETIC, "2019年", "2019 年"), (MOVED, "", ""), (GONE, "", ""),
            ],
            "Компания Siemens поставила ٤٥ турбин за €2.4 млрд без предоплаты.": [
                (NUMBER, "٤٥", "٥٤"), (SCALE, "млрд", "млн"), (NUMBER, "2.4", "4.2"), (UNIT, "€", "$"), (NEGATION, "без предоплаты", "с предоплатой"), (NAME, "Siemens", "Alstom"),
                (COSMETIC, "٤٥", "45"), (COSMETIC, "млрд без", "млрд\nбез"), (UNIT, "турбин", "насосов"), (NEGATION, "поставила", "не поставила"), (GONE, "", ""),
            ],
            "The 7th Fleet (第七舰队) lost no sailors; 3 ships returned to Владивосток.": [
                (NUMBER, "3 ships", "8 ships"), (NEGATION, "lost no sailors", "lost sailors"), (NUMBER, "第七", "第五"), (NAME, "Владивосток", "Мурманск"), (COSMETIC, ";", "；"),
                (COSMETIC, "3 ships", "three ships"), (NUMBER, "7th", "5th"), (MOVED, "", ""), (GONE, "", ""),
            ],
        },
    ),
}  # fmt: skip


def edits_abroad() -> dict[str, list[EditAbroad]]:
    """Return the edits of every language, each on a page of more than 256 different characters."""
    return {
        language: [
            _edit(kind, quote, before, after, quote.replace(old, new) if old else "")
            for quote, edits in quotes.items()
            for kind, old, new in edits
        ]
        for language, (before, after, quotes) in _TABLE.items()
    }


def _edit(kind: str, quote: str, before: str, after: str, new: str) -> EditAbroad:
    text = f"{DIRECTORY}\n{before} {new} {after}\n"
    if kind == MOVED:
        text = f"{DIRECTORY}\n{before} {after}\n{DIRECTORY}\n{quote}"
    return EditAbroad(kind, quote, f"{before} ", f" {after}", text)
