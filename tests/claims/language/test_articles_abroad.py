"""Chinese and Russian articles are read sentence by sentence with their figures; of other languages no figure is read."""

from datetime import date
from decimal import Decimal
from functools import cache
from time import process_time

import pytest

from claims.language.dates import read_dates
from claims.language.kinds import ClaimKind, ClaimWarning, MarkKind
from claims.language.quantities import read_quantities
from claims.language.results import SplitArticle
from claims.language.splitting import split_article
from claims.language.wording import read_wording
from core.article_language import detect_language
from tests.claims.language.articles_abroad import CHINESE, RUSSIAN, GoldArticle


@cache
def split(gold: GoldArticle) -> SplitArticle:
    return split_article(gold.text)


def wrong_figures(gold: GoldArticle) -> list[tuple]:
    """The figures of an article that no claim has, or that one reads otherwise."""
    found = [quantity for claim in split(gold).claims for quantity in claim.quantities]
    return [
        (surface, value, unit, sign)
        for surface, value, unit, sign in gold.figures
        if not any(
            (quantity.surface in surface or surface in quantity.surface)
            and (quantity.unit, quantity.comparator) == (unit, sign)
            and (quantity.low is None or quantity.low <= Decimal(value))
            and (quantity.high is None or Decimal(value) <= quantity.high)
            for quantity in found
        )
    ]


@pytest.mark.parametrize("articles", [CHINESE, RUSSIAN], ids=["zh", "ru"])
def test_the_figures_of_ten_articles_are_read_as_a_person_read_them(articles):
    wrong = [miss for gold in articles for miss in wrong_figures(gold)]
    assert (len(articles), wrong) == (10, [])


@pytest.mark.parametrize("articles", [CHINESE, RUSSIAN], ids=["zh", "ru"])
def test_the_days_of_ten_articles_are_read_as_a_person_read_them(articles):
    for gold in articles:
        spans = [span for claim in split(gold).claims for span in claim.dates]
        for surface, first, last in gold.dates:
            days = [
                (span.first and span.first.isoformat(), span.last and span.last.isoformat())
                for span in spans
                if surface in span.surface or span.surface in surface
            ]
            assert (first, last) in days, (surface, days)


@pytest.mark.parametrize("articles", [CHINESE, RUSSIAN], ids=["zh", "ru"])
def test_every_claim_is_one_whole_sentence_and_stands_where_it_is_printed(articles):
    for gold in articles:
        claims = split(gold).claims
        headings = [claim for claim in claims if ClaimWarning.FRAGMENT in claim.lint]
        assert [claim.text for claim in headings] == [gold.text.split("\n")[0]]
        assert not headings[0].check_worthy
        sentences = [claim for claim in claims if claim not in headings]
        assert len(sentences) == gold.sentences
        assert all(claim.text == gold.text[claim.start : claim.end] for claim in sentences)
        assert all(claim.text[-1] in "。？.?" for claim in sentences)
        assert [claim.kind for claim in sentences if not claim.check_worthy] == [ClaimKind.QUESTION] * gold.text.count(
            "？"
        ) + [ClaimKind.QUESTION] * gold.text.count("?")


@pytest.mark.parametrize("articles", [CHINESE, RUSSIAN], ids=["zh", "ru"])
def test_claims_cover_the_marks_and_names_are_marked(articles):
    for gold in articles:
        article = split(gold)
        names = [mark.surface for mark in article.marks if mark.kind == MarkKind.NAME]
        assert [name for name in gold.names if not any(name in found for found in names)] == []
        assert all(mark.surface == gold.text[mark.start : mark.end] for mark in article.marks)
        spans = [claim.places[0] for claim in article.claims if claim.check_worthy]
        in_title = gold.text.index("\n")
        open_marks = [
            mark.surface
            for mark in article.marks
            if mark.start > in_title and not any(start <= mark.start and mark.end <= end for start, end in spans)
        ]
        assert open_marks == []


def test_who_said_it_is_kept_apart():
    spoken = {claim.text: claim.attributed_to for gold in CHINESE + RUSSIAN for claim in split(gold).claims}
    assert sorted(filter(None, spoken.values())) == sorted(
        [
            *("造船厂厂长李国强", "研制团队", "旅长王海", "国防部", "《防务周刊》", "总设计师陈勇", "外交部发言人"),
            *("директора завода Игоря Орлова", "полковник Андрей Белов", "МЧС", "института"),
            *("Главный конструктор Пётр Чернов", "представитель МИД РФ Олег Сомов"),
        ]
    )


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("三峡大坝、五角大楼、二十国集团、一带一路和九三阅兵都是名称，千万不要弄错，万一错了也十分可惜。", []),
        ("苏-35、歼-20、轰-6K、长征五号B和第七舰队没有数字。凌晨3点20分，17时30分。", []),
        ("一亿二千万人口中，三成五是农民，十分之一是工人。", ["一亿二千万人", "三成五", "十分之一"]),
        ("俄军损失了一万五千多名士兵和近五百架飞机，每年三四百辆坦克。", ["一万五千多名", "五百架", "三四百"]),
        ("气温降至零下40摄氏度，时速达120公里，数百人受伤。", ["零下40摄氏度", "时速达120公里"]),
        ("在部队服役了二十三年零四个月，历时半小时。", ["二十三年", "四个月", "半小时"]),
        ("Ракета 9М729, комплекс С-400, Ту-160М, БМП-3, энергоблок № 3 и указ № 1234 — названия. Встреча в 10:30.", []),
        ("Тысячи людей вышли на улицы, десятки тысяч бежали, первый секретарь и второй пилот остались.", []),
        ("Выпуск вырос с 5 до 7 млн тонн, в 2021 году было 1 250,50 руб.", ["5", "7 млн тонн", "1 250,50 руб."]),
        ("По две-три машины, полтора миллиона рублей, две трети бюджета, четверть века.", ["две-три", "полтора миллиона рублей", "две трети"]),
        ("В 2024-м 25-миллиметровая пушка весила 5 с половиной тонн.", ["25-миллиметровая", "5 с половиной тонн"]),
    ],
)  # fmt: skip
def test_numbers_in_words_are_read_and_names_with_numbers_are_not(text, figures):
    assert [quantity.surface for quantity in read_quantities(text)] == figures


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("自2014年以来交付", ("自2014年以来", date(2014, 1, 1), None)),
        ("20世纪90年代建成", ("20世纪90年代", date(1990, 1, 1), date(1999, 12, 31))),
        ("2023年第一季度盈利", ("2023年第一季度", date(2023, 1, 1), date(2023, 3, 31))),
        ("公司去年亏损", ("去年", date(2023, 1, 1), date(2023, 12, 31))),
        ("2023年3月3日至5日举行", ("2023年3月3日至5日", date(2023, 3, 3), date(2023, 3, 5))),
        ("до 2030 года построят", ("до 2030 года", None, date(2030, 12, 31))),
        ("в I квартале 2023 г. выпуск упал", ("в I квартале 2023 г.", date(2023, 1, 1), date(2023, 3, 31))),
        ("28–30 мая 2022 года прошли", ("28–30 мая 2022 года", date(2022, 5, 28), date(2022, 5, 30))),
        ("пять лет назад начали", ("пять лет назад", date(2019, 1, 1), date(2019, 12, 31))),
        ("в XX веке летали", ("XX веке", date(1901, 1, 1), date(2000, 12, 31))),
        ("встреча во вторник, 12 марта", ("во вторник, 12 марта", date(2024, 3, 12), date(2024, 3, 12))),
    ],
)
def test_dates_are_read_with_their_bounds(text, days):
    spans = [(span.surface, span.first, span.last) for span in read_dates(text, anchor=date(2024, 3, 15))]
    assert spans[-1] == days


GERMAN = (
    "Neue Rakete vorgestellt\n\nDie Rakete wiegt 1.250 kg und fliegt z. B. über 800 km weit. Sie wurde am 3. Mai in der Stadt gezeigt. "
    "Der Minister sagte: „Wir haben dafür rund 2,5 Milliarden ausgegeben.“"
)


def test_a_language_without_a_reader_gives_whole_sentences_flagged_and_no_figure():
    article = split_article(GERMAN)
    assert article.language.code == "de"
    assert [(claim.text, claim.check_worthy) for claim in article.claims] == [
        ("Neue Rakete vorgestellt", False),
        ("Die Rakete wiegt 1.250 kg und fliegt z. B. über 800 km weit.", True),
        ("Sie wurde am 3. Mai in der Stadt gezeigt.", True),
        ("Der Minister sagte: „Wir haben dafür rund 2,5 Milliarden ausgegeben.“", True),
    ]
    assert all(ClaimWarning.UNREAD in claim.lint for claim in article.claims)
    assert all(claim.quantities == () == claim.dates for claim in article.claims)
    numbers = [mark.surface for mark in article.marks if mark.kind == MarkKind.NUMBER]
    assert numbers == ["1.250", "800", "3", "2,5"]
    by_hand = read_wording("Die Rakete wiegt 1.250 kg.", published_on=None, language=article.language)
    assert (by_hand.quantities, by_hand.dates) == ([], [])


def test_a_broken_line_goes_on_and_a_dateline_is_no_claim():
    text = (
        "发布时间：2023-05-04 10:20\n\n该型导弹的最大射程为二百九十公里，战斗部重量为一百六十五\n公斤，飞行速度为每秒三百米。\n"
        "它于去年首次试射。"
    )
    article = split_article(text)
    assert article.published_on == date(2023, 5, 4)
    assert [claim.text for claim in article.claims] == [
        "该型导弹的最大射程为二百九十公里，战斗部重量为一百六十五公斤，飞行速度为每秒三百米。",
        "它于去年首次试射。",
    ]
    assert [quantity.surface for quantity in article.claims[0].quantities] == [
        *("二百九十公里", "一百六十五公斤", "每秒三百米")
    ]
    assert [(span.first, span.last) for span in article.claims[1].dates] == [(date(2022, 1, 1), date(2022, 12, 31))]


def test_an_english_article_with_a_chinese_phrase_is_parsed_as_english():
    text = "The ministry (国防部) said on 4 May 2023 that the ship had left the port. It carries 12 missiles."
    article = split_article(text)
    assert detect_language(text).code == article.language.code == "en"
    assert "12 missiles" in article.claims[-1].text


def test_long_runs_of_numerals_take_time_in_proportion():
    def seconds(text):
        begun = process_time()
        read_quantities(text)
        return process_time() - begun

    seconds("一百人" * 10)
    assert seconds("一" * 40_000) < 20 * max(seconds("一" * 10_000), 0.02)


def test_a_bracket_that_never_closes_does_not_swallow_the_article():
    text = "该舰（长134米。" + "它已经交付海军。" * 60
    claims = split_article(text).claims
    assert claims[-1].text == "它已经交付海军。"


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Спутник летает на высоте 36 000 км не менее пятнадцати лет.", ["=", ">="]),
        ("射程500公里至少20吨。", ["=", ">="]),
        ("Расход ниже на 8,3 процента, цена более чем на 5 % выше, спрос почти на 7 % больше.", ["=", ">", "~"]),
        ("Нефть подешевела до 65 долларов. Ветер порывами до 25 м/с.", ["=", "<="]),
    ],
)
def test_a_bound_belongs_to_the_figure_behind_it_and_a_change_is_none(text, signs):
    assert [quantity.comparator for quantity in read_quantities(text)] == signs
