"""Two values for one property of one thing, explained with the arithmetic."""

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
