"""What people say of themselves becomes a claim together with who said it."""

from claims.language.splitting import split_article
from tests.claims.language.claims_in import voices, worthy_texts


def test_a_quotation_in_the_first_person_opens_with_its_speaker():
    article = '"We delivered the last of the 18 howitzers in May," Lind said.'
    assert voices(article) == [('Lind said: "We delivered the last of the 18 howitzers in May".', "Lind")]


def test_a_speaker_named_beside_the_sentence_before_counts():
    article = '"It is a beginning," Lind told reporters. "We are the second-largest owner of Orlas after Velden."'
    assert voices(article)[-1] == (
        'Lind said: "We are the second-largest owner of Orlas after Velden".',
        "Lind",
    )


def test_what_is_said_of_others_stays_as_it_is():
    assert voices('"Velden delivered 18 howitzers in May," Lind said.') == [
        ("Velden delivered 18 howitzers in May.", "Lind")
    ]


def test_a_speaker_whom_nobody_names_is_put_nowhere():
    assert worthy_texts('"We delivered 18 howitzers in May," he said.') == []


def test_vows_of_oneself_are_not_worth_a_check():
    assert worthy_texts('"We will have to answer," the envoy said.') == []


def test_the_figures_are_found_at_their_new_place():
    (claim,) = split_article('"We delivered 18 howitzers," the minister said.').claims
    assert [claim.text[each.start : each.end] for each in claim.quantities] == ["18"]
