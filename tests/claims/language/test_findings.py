"""Two values for one property of one thing, explained with the arithmetic."""

from datetime import date

import pytest

from claims.language.splitting import split_article
from tests.claims.language.claims_in import worthy_texts

ENGINE = (
    "The reason the KV-90 engine is popular is that it uses a shared gearbox, which keeps its dry mass only 3.2 tons, "
    "while its sea-level thrust reaches 2100 N, which is 200 tons."
)
RD180 = (
    "The reason why the RD180 rocket engine is advanced is that it uses advanced shared turbopump technology, which makes "
    "its bare weight only 5.5 tons, while its maximum vacuum thrust reaches 4150 N, which is 380 tons."
)


def explanations(article: str) -> list[str]:
    return [finding.explanation for finding in split_article(article).findings]


def test_an_engine_gives_four_claims():
    assert worthy_texts(ENGINE) == [
        "The KV-90 engine uses a shared gearbox.",
        "The KV-90 engine's dry mass is only 3.2 tons.",
        "The KV-90 engine's sea-level thrust reaches 2100 N.",
        "The KV-90 engine's sea-level thrust is 200 tons.",
    ]


def test_a_thrust_that_lacks_its_prefix_is_found_and_explained():
    assert explanations(ENGINE) == [
        "2100 N is about 0.21 tonne-force, not 200: the two disagree by a factor of about 930; "
        "with kN they agree within 8 %."
    ]


def test_the_engine_that_this_was_made_for():
    assert worthy_texts(RD180) == [
        "The RD180 rocket engine uses advanced shared turbopump technology.",
        "The RD180 rocket engine's bare weight is only 5.5 tons.",
        "The RD180 rocket engine's maximum vacuum thrust reaches 4150 N.",
        "The RD180 rocket engine's maximum vacuum thrust is 380 tons.",
    ]
    assert explanations(RD180) == [
        "4150 N is about 0.42 tonne-force, not 380: the two disagree by a factor of about 900; "
        "with kN they agree within 12 %."
    ]


def test_the_right_prefix_contradicts_nothing():
    assert explanations(ENGINE.replace("2100 N", "1961 kN")) == []


def test_a_contradiction_points_at_both_claims():
    split = split_article("The Orla tunnel is 12 km long. It was dug by hand. The Orla tunnel is 19 km long.")
    finding = split.findings[0]
    assert (split.claims[finding.first].text, split.claims[finding.second].text, finding.kind) == (
        "The Orla tunnel is 12 km long.",
        "The Orla tunnel is 19 km long.",
        "self_contradiction",
    )


def test_other_dates_are_other_statements():
    assert explanations("In 2019, Velden had 12 submarines. In 2021, Velden had 14 submarines.") == []


def test_other_speakers_are_conflicting_accounts():
    article = "Arvo Lind said Velden had 12 submarines. Nora Vance said Velden had 40 submarines."
    assert [finding.kind for finding in split_article(article).findings] == ["conflicting_accounts"]


def test_a_bound_that_admits_the_other_value_is_no_contradiction():
    assert explanations("Velden has more than 12 submarines. Velden has 40 submarines.") == []


WRONG = {
    "a maximum below a plain value": (
        "The Tarn tank has a maximum weight of 62 tons. The Tarn tank weighs 70 tons.",
        "Tarn tank, maximum weight: 70 tons is more than the maximum of 62 tons.",
    ),
    "mass and weight in other words": (
        "The mass of the Tarn tank is 62 tons. The Tarn tank weighs 50 tons.",
        "Tarn tank, mass: 62 tons is not 50 tons: the two differ by 24 %.",
    ),
    "a fall in points called percent": (
        "The firm's share shrank by 6 percent, from 22 percent to 16 percent.",
        "From 22 percent to 16 percent is 6 percentage points, or about 27 percent, not 6 percent.",
    ),
    "a rise that its ends do not give": (
        "Sales rose by 20 percent from 5 million euros to 8 million euros.",
        "From 5 million euros to 8 million euros is a change of about 60 percent, not 20 percent.",
    ),
    "a share that its counts do not give": (
        "The firm owned 92 of the 735 jets, or 20 percent.",
        "92 of 735 is about 13 percent, not 20 percent.",
    ),
    "shares that leave a gap": (
        "Some 60 percent went to China and the remaining 30 percent to India.",
        "60 percent and the remaining 30 percent make 90 percent, not 100.",
    ),
    "parts that do not add up": (
        "The fleet has 300 tanks: 120 from Italy, 90 from Spain and 50 from Malta.",
        "120 + 90 + 50 is 260, not 300.",
    ),
    "years between two dates": (
        "From 1990 to 2015 the plant worked for 40 years.",
        "From 1990 to 2015 is 25 years, not 40 years.",
    ),
    "years since a date": (
        "Since 1990, Kaldor has paid for 40 years.",
        "From 1990 to 2023 is 33 years, not 40 years.",
    ),
}
RIGHT = [
    "The Tarn tank has a maximum weight of 62 tons. The Tarn tank weighs 50 tons.",
    "The firm's share shrank by 6 percentage points, from 22 percent to 16 percent.",
    "Sales rose by 60 percent from 5 million euros to 8 million euros.",
    "The firm owned 147 of the 735 jets (20 percent).",
    "Some 60 percent went to China and the remaining 40 percent to India.",
    "The fleet has 260 tanks: 120 from Italy, 90 from Spain and 50 from Malta.",
    "The fleet has 300 tanks, including 120 from Italy, 90 from Spain and 50 from Malta.",
    "From 1990 to 2015 the plant worked for 25 years.",
    "Since the beginning of the 90s, Kaldor has paid for 30 years.",
    "The price rises to 40 euros. The price rises to 50 euros.",
    "The 34-year-old pilot served from 1990 to 1995.",
]


@pytest.mark.parametrize(("article", "explanation"), WRONG.values(), ids=WRONG.keys())
def test_arithmetic_that_does_not_come_out_is_said(article: str, explanation: str):
    split = split_article(article, published_on=date(2023, 5, 1))
    assert [finding.explanation for finding in split.findings] == [explanation]


@pytest.mark.parametrize("article", RIGHT)
def test_arithmetic_that_comes_out_is_not_remarked_on(article: str):
    assert split_article(article, published_on=date(2023, 5, 1)).findings == []


def test_without_a_day_of_publication_nothing_is_said_about_since():
    assert split_article("Since 1990, Kaldor has paid for 40 years.").findings == []
