"""Pronouns and "the company": replaced where the text settles them, left and flagged where it does not."""

import pytest

from claims.language.kinds import ClaimWarning
from claims.language.splitting import split_article
from tests.claims.language.claims_in import texts, voices, worthy_texts


def test_it_stands_for_the_subject_before():
    assert texts("The Aurelia rocket failed in May. It reached a height of 12 km.") == [
        "The Aurelia rocket failed in May.",
        "The Aurelia rocket reached a height of 12 km.",
    ]


def test_its_becomes_an_owner_with_an_apostrophe():
    article = "The HX-4 engine was shown in Velden. Its mass is 80 kg, its thrust is 40 kN."
    assert texts(article)[1:] == ["The HX-4 engine's mass is 80 kg.", "The HX-4 engine's thrust is 40 kN."]


def test_a_pronoun_explained_in_its_own_claim_stays():
    assert texts("Skyreach sold its plant in Velden.") == ["Skyreach sold its plant in Velden."]


def test_he_is_the_person_named_before():
    assert texts("Arvo Lind moved to Lisbon. He bought a hotel in 2012.") == [
        "Arvo Lind moved to Lisbon.",
        "Arvo Lind bought a hotel in 2012.",
    ]


def test_my_country_is_the_country_the_author_speaks_of():
    article = "China opened a port in 1990. Today my country has 34 large ports."
    assert texts(article)[1] == "Today China has 34 large ports."


def test_the_company_is_the_firm_described_before():
    article = "Skyreach, a launch company, hired 40 people. The company lost $3 million in 2020."
    assert texts(article)[-1] == "Skyreach lost $3 million in 2020."


def test_a_pronoun_without_anybody_before_it_stays_and_is_flagged():
    claim = split_article("He bought a hotel in Lisbon.").claims[0]
    assert (claim.text, claim.lint, claim.check_worthy) == ("He bought a hotel in Lisbon.", ("ambiguous",), True)


def test_it_before_an_adjective_stands_for_nothing():
    assert texts("Kaldor waited. It is difficult to repair the dam.")[-1] == "It is difficult to repair the dam."


def test_in_a_quotation_it_is_not_the_speaker():
    article = 'The Velden Ministry declared: "Our fleet grew. It has reached Lisbon."'
    assert "The Velden Ministry has reached Lisbon." not in texts(article)


def test_no_worthy_claim_opens_with_a_bare_this():
    article = "Kaldor bought 12 jets. This angered Velden. This purchase cost 2 billion euros."
    assert worthy_texts(article) == ["Kaldor bought 12 jets.", "The purchase cost 2 billion euros."]


def test_it_in_what_somebody_says_is_who_says_it():
    article = "Kaldor waited. Rostec, the arms company of Russia, said it had counted 500 copies."
    assert "Rostec had counted 500 copies." in texts(article)


def test_its_belongs_to_the_owner_of_the_ability():
    assert texts("More ships could enhance Kaldor's ability to defend its airspace.") == [
        "More ships could enhance Kaldor's ability to defend its airspace."
    ]


def test_its_before_a_name_looks_back():
    article = "Ukraine is short of money. Its navigation network ORLANET needs 24 satellites."
    assert texts(article)[-1] == "Ukraine's navigation network ORLANET needs 24 satellites."


def test_a_country_is_no_chess_game():
    assert texts("Generals flew to Velden. It is like a chess game.")[-1] == "It is like a chess game."


def test_the_same_verb_has_the_same_subject():
    article = "The study finds that the war goes on in Velden. It also finds that Kaldor lost 12 ships."
    assert voices(article)[-1] == ("Kaldor lost 12 ships.", "the study")


def test_the_company_is_what_was_called_a_company():
    article = "Halvard, the arms company of Velden, grew. CSIS published a study. The company sold 12 ships."
    assert texts(article)[-1] == "Halvard sold 12 ships."


def test_he_who_speaks_before_he_is_named_is_the_only_one_named_after():
    article = "He said that Kaldor is poor. Putin said that Velden is rich."
    assert voices(article) == [("Kaldor is poor.", "Putin"), ("Velden is rich.", "Putin")]


def test_it_is_no_secret_that_says_what_follows():
    article = "Halvard hired 40 welders. It is no secret that Velden wants to sell ships."
    assert texts(article)[-1] == "Velden wants to sell ships."


def lint_of(article: str) -> tuple[str, ...]:
    return split_article(article).claims[-1].lint


def test_the_reading_of_a_pronoun_is_on_record():
    article = "The HX-4 engine was shown in Velden. Its mass is 80 kg."
    assert lint_of(article) == ("“its” read as “the HX-4 engine's”",)


def test_a_speaker_who_is_only_pointed_at_is_named_beside_the_words():
    article = "Skyreach, a launch company, hired 40 people. The company said Kaldor had paid $3 million."
    assert voices(article)[-1] == ("Kaldor had paid $3 million.", "Skyreach (the company)")


def test_both_are_the_two_named_together():
    article = "China and Russia are large powers, and both have 12 bases. The two countries share 40 plans."
    assert texts(article)[1:] == ["China and Russia have 12 bases.", "China and Russia share 40 plans."]


def test_both_stay_open_where_two_pairs_were_named():
    article = "China and Russia buy oil. India and Japan buy gas. The two countries share 40 plans."
    assert texts(article)[-1] == "The two countries share 40 plans."


def test_a_comment_is_about_nobody():
    article = "Generals from Russia met in Lisbon. It's not just about two countries, it's about power."
    assert texts(article)[-2:] == ["It is not just about two countries.", "It is about power."]


def test_seven_years_are_taken_by_nobody():
    article = "Moscow supplied the engine. It took the engineers seven years to reduce the weight."
    assert texts(article)[-1] == "It took the engineers seven years to reduce the weight."


def test_it_in_a_joined_clause_is_the_first_clauses_subject():
    assert texts("The missile weighs 1.5 tons, and it can reach 290 kilometers.")[-1] == (
        "The missile can reach 290 kilometers."
    )


def test_whose_speed_it_is_flies():
    article = "The Apache is made by Boeing. Its top speed is 293 km/h and it flies up to 480 km."
    assert texts(article)[-1] == "The Apache flies up to 480 km."


def test_it_is_what_the_words_before_were_read_as():
    article = "Kaldor showed the HY-9, a heavy drone. The drone landed in May. It can carry 3 tons."
    assert texts(article)[-1] == "The HY-9 can carry 3 tons."


def test_a_project_named_a_sentence_ago_is_meant():
    article = "The project CR9 failed in 2019. They began another project, namely AHL. It is a joint helicopter."
    assert texts(article)[-1] == "AHL is a joint helicopter."


def test_a_pronoun_in_a_quotation_is_not_guessed():
    article = 'Kaldor waited. Velden slept. The Omaria Ministry declared: "The fleet grew. It has reached 12 ports."'
    assert texts(article)[-1].startswith("It has reached")


def test_no_drone_is_the_manufacturer():
    article = "Kaldor showed the HY-9. The weight is 9.5 tons, according to the manufacturer's own brochure."
    assert voices(article)[-1] == ("The weight is 9.5 tons.", "the manufacturer's own brochure")


def test_a_bare_this_or_such_is_flagged():
    assert lint_of("Kaldor waited. Velden must obtain this.") == ("ambiguous",)
    assert lint_of("Kaldor has a long history in these fields.") == ("ambiguous",)
    assert lint_of("Kaldor opened 12 mines this year.") == ()


def test_the_worlds_rank_owns_nothing():
    article = "The prize is Russia's world's best RX-1 rocket engine. It must be sold to Velden."
    assert texts(article)[-1] == "Russia's RX-1 rocket engine must be sold to Velden."


def test_a_contraction_after_a_name_is_spelled_out():
    article = "Kaldor and Velden met. They're buying 12 jets."
    assert texts(article)[-1] == "Kaldor and Velden are buying 12 jets."


def test_a_word_cut_out_leaves_its_gap():
    claim = split_article("Kaldor sold a *** of 38 tons to Velden.").claims[0]
    assert (claim.text, claim.lint) == ("Kaldor sold a *** of 38 tons to Velden.", ("cut_out",))


def test_bold_print_is_no_gap():
    claim = split_article("**Kaldor** sold 38 tanks to Velden.").claims[0]
    assert (claim.text, claim.lint) == ("Kaldor sold 38 tanks to Velden.", ())


def test_they_may_be_whom_the_same_sentence_names():
    article = "China and Russia met in May. Kaldor moved 2,000 soldiers before they were withdrawn."
    assert texts(article)[-1] == "They were withdrawn."


def test_who_withdraws_is_not_what_they_withdraw_from():
    article = "The Orla Treaty banned missiles. The United States withdrew from it in 2019."
    assert texts(article)[1] == "The United States withdrew from the Orla Treaty in 2019."


def test_chinese_words_show_which_country_is_my_country():
    article = "The US carrier left.这意味着什么？ The navy of my country held a drill in Velden."
    assert texts(article)[-1] == "The navy of China held a drill in Velden."


def test_without_such_words_a_city_or_a_ship_is_no_country():
    article = "The destroyer Nanchang sailed. My country's pilots trained in Shanghai."
    assert texts(article)[-1] == "The author's country's pilots trained in Shanghai."


def test_this_thing_is_the_thing_when_it_is_spoken_of_again():
    article = "This missile flies at Mach 6, and its range is 1,000 km."
    assert texts(article)[-1] == "The missile's range is 1,000 km."


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("Kaldor bought Orvane in 2020.", "It employs 300 people."),
        ("Kaldor took over Orvane in 2020.", "Its headquarters are in Oslo."),
        ("Kaldor sold Orvane to Velden in 2020.", "It was founded in 1990."),
        ("Kaldor Group acquired the chip maker Orvane for 2 billion euros.", "It has 40 shops."),
        ("Kaldor announced its purchase of Orvane in 2020.", "It employs 300 people."),
        ("The ferry Aurora sank in 2001. The tug Borea raised it.", "It was sold for scrap in 2003."),
        ("Kaldor builds ships. Orvane, a rival, was taken over in 2005.", "The company has 9 yards."),
    ],
)
def test_what_may_be_told_of_either_stays_as_printed_and_says_so(before: str, told: str):
    claim = split_article(f"{before} {told}").claims[-1]
    assert (claim.text, ClaimWarning.AMBIGUOUS in claim.lint) == (told, True)


@pytest.mark.parametrize(
    ("article", "read"),
    [
        ("Kaldor opened a shop in Oslo in 2020. It employs 300 people.", "Kaldor employs 300 people."),
        ("Kaldor, which bought Orvane in 2020, cut 40 jobs. It employs 300 people.", "Kaldor employs 300 people."),
        ("Mara Holm was born in Turku. Mara Berg was born in Oslo. She won two medals.", "Mara Berg won two medals."),
    ],
)
def test_what_only_one_can_have_done_is_told_of_that_one(article: str, read: str):
    assert texts(article)[-1] == read


def test_who_goes_on_behind_the_report_of_an_agency_may_be_the_agency():
    claim = split_article("Reuters reported that Kaldor had cut 300 jobs. It said the plants would close.").claims[-1]
    assert claim.attributed_to == "It"
    assert [str(note) for note in claim.lint] == ["“it” may mean: Kaldor; Reuters"]
