"""The sentence of an original is shown beside its translation only where that is sure."""

from decimal import Decimal

from claims.language.originals import PrintedSentence, originals_of
from claims.language.quantities import quantity_as_json
from claims.language.splitting import split_article
from tests.claims.language.articles_abroad import CHINESE, RUSSIAN


def interval(quantity):
    read = quantity_as_json(quantity)
    low, high = (read[side] and Decimal(read[side]) for side in ("low", "high"))
    return read["unit"] if read["dimension"] == "money" else read["dimension"], low, high


def printed(text):
    return [
        PrintedSentence(
            (claim.start, claim.end),
            claim.text,
            tuple(map(interval, claim.quantities)),
            frozenset((str(day.first), str(day.last)) for day in claim.dates if day.first and day.last),
        )
        for claim in split_article(text).claims
    ]


def test_figures_days_and_order_find_the_sentence_of_the_original():
    original, translation = RUSSIAN[6].text, CHINESE[6].text
    pairs = originals_of(printed(translation), printed(original))
    shown = {translation[slice(*one)]: original[slice(*other)] for one, other in pairs.items()}
    assert shown == {
        "国产支线客机的首架原型机于2020年7月完成总装。": "Первый опытный образец собрали в июле 2020 г. в Комсомольске-на-Амуре.",
        "到去年年底，四架试飞飞机累计飞行2300多小时。": "К концу прошлого года четыре самолёта налетали свыше 2300 часов.",
        "飞机可载90至97名乘客，标准航程2225公里，巡航高度一万米。": (
            "Лайнер берёт на борт от 90 до 97 пассажиров и летит на 2225 км на высоте 10 тыс. метров."
        ),
        "公司已获得来自28家客户的815架订单。": "Компания получила заказы на 815 машин от 28 клиентов.",
        "有人问：它能否按时交付？": "Успеют ли они к сроку?",
        "总设计师陈勇认为，取证工作已完成百分之九十五以上。": (
            "Главный конструктор Пётр Чернов говорит, что готово 95 % документов."
        ),
    }


def test_what_two_sentences_of_the_original_may_be_has_none():
    ships = [PrintedSentence((0, 9), "12 ships", (("count", Decimal(12), Decimal(12)),))]
    rivals = [
        PrintedSentence((0, 9), "12 кораблей", (("count", Decimal(12), Decimal(12)),)),
        PrintedSentence((10, 19), "12 лодок", (("count", Decimal(12), Decimal(12)),)),
    ]
    assert originals_of(ships, rivals) == {}
    assert originals_of(ships, rivals[:1]) == {(0, 9): (0, 9)}


def test_an_article_about_something_else_has_no_sentence_in_common():
    pairs = originals_of(printed(CHINESE[0].text), printed(RUSSIAN[4].text))
    assert pairs == {}


def test_types_are_told_in_other_letters():
    one = [PrintedSentence((0, 5), "苏-57和歼-20一同起飞。")]
    others = [PrintedSentence((0, 5), "Су-57 взлетел вместе с J-20."), PrintedSentence((6, 9), "Су-35 остался.")]
    assert originals_of(one, others) == {(0, 5): (0, 5)}
