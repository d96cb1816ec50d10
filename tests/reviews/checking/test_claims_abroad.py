"""A claim in a language without a parse is supported only by the same words; its quotes are found and their changes named."""

import pytest

from claims.language.splitting import split_article
from reviews.checking import check_claim, compare_quote
from tests.claims.language.articles_abroad import CHINESE, RUSSIAN


@pytest.mark.parametrize(
    ("claim", "evidence", "outcome"),
    [
        ("该舰全长134米，满载排水量约4200吨。", "据厂方资料，该舰全长134米，满载排水量约4200吨，最高航速27节。", "supports"),
        ("空军接收了首批十二架新型高级教练机。", "空军接收首批12架新型高级教练机。", "supports"),
        ("空军接收了首批十二架新型高级教练机。", "海军接收了首批十二架新型高级教练机。", "not_enough"),
        ("该舰全长134米。", "国防部否认该舰全长134米的说法。", "not_enough"),
        ("双边贸易额同比增长29.3%。", "双边贸易额同比下降29.3%。", "not_enough"),
        ("Длина корабля составляет 104,5 м.", "Длина корабля составляет 104,5 м, скорость — 27 узлов.", "supports"),
        ("Длина корабля составляет 104,5 м.", "Длина корабля составляет 140,5 м, скорость — 27 узлов.", "contradicts"),
        ("Завод передал флоту двенадцать кораблей.", "Завод опроверг, что передал флоту двенадцать кораблей.", "not_enough"),
        ("Завод передал флоту двенадцать кораблей.", "Завод планирует и передал флоту двенадцать кораблей.", "not_enough"),
        ("Экспорт вырос на 12,5 %.", "Экспорт снизился на 12,5 %.", "not_enough"),
    ],
)  # fmt: skip
def test_the_same_figure_under_other_words_is_no_support(claim, evidence, outcome):
    assert check_claim(claim, evidence).outcome == outcome


def comparison(article, claim, new_text):
    quote = article[claim.start : claim.end]
    before, after = article[max(0, claim.start - 32) : claim.start], article[claim.end : claim.end + 32]
    return compare_quote(quote, new_text, prefix=before, suffix=after)


def test_every_sentence_is_found_again_where_it_moved():
    for gold in (CHINESE[0], CHINESE[8], RUSSIAN[0], RUSSIAN[9]):
        for claim in split_article(gold.text).claims:
            moved = comparison(gold.text, claim, f"更新 / обновлено.\n\n{gold.text}")
            assert (moved.change, moved.start) == ("identical", claim.start + 17)


@pytest.mark.parametrize(
    ("gold", "old", "new", "change"),
    [
        (CHINESE[0], "一百六十五人", "一百五十六人", "number_changed"),
        (CHINESE[0], "12.5亿", "12.5万", "number_changed"),
        (CHINESE[3], "三千公斤", "三千吨", "unit_changed"),
        (CHINESE[5], "拒绝透露", "没有拒绝透露", "negation_changed"),
        (CHINESE[9], "成都", "重庆", "uncertain"),
        (RUSSIAN[0], "девяносто девять", "девяносто восемь", "number_changed"),
        (RUSSIAN[1], "1,2 т", "1,2 кг", "unit_changed"),
        (RUSSIAN[2], "14 марта", "15 марта", "number_changed"),
        (RUSSIAN[6], "свыше 2300", "менее 2300", "number_changed"),
        (RUSSIAN[9], "Дамаск", "Алеппо", "entity_changed"),
    ],
)
def test_what_changed_in_a_sentence_is_named(gold, old, new, change):
    claim = next(claim for claim in split_article(gold.text).claims if old in claim.text)
    assert comparison(gold.text, claim, gold.text.replace(old, new)).change == change
