"""What the evidence says of another than the claim's participant: a deputy, a predecessor, a share, another kind of thing."""

import pytest

from reviews.checking.claim_check import check_claims
from reviews.checking.outcomes import CheckOutcome

OF_ANOTHER = [
    ("The minister resigned.", "The deputy minister resigned."),
    ("The minister resigned.", "The ex-minister resigned."),
    ("The chairman was arrested.", "The acting chairman was arrested."),
    ("The chairman was arrested.", "The vice-chairman was arrested."),
    ("The founder sold the mill.", "The co-founder sold the mill."),
    ("The committee approved the plan.", "The sub-committee approved the plan."),
    ("The leader left the hall.", "The opposition leader left the hall."),
    ("The surgeon was fined.", "The so-called surgeon was fined."),
    ("The assassin was caught.", "The would-be assassin was caught."),
    ("The bomb was found in the cellar.", "The dummy bomb was found in the cellar."),
    ("The trial lasted two days.", "The mock trial lasted two days."),
    ("The bridge is 400 m long.", "The proposed bridge is 400 m long."),
    ("Ida Brandt is a minister.", "Ida Brandt is a shadow minister."),
    ("The minister met the envoy in Tarn.", "The minister's brother met the envoy in Tarn."),
    ("The minister met the envoy in Tarn.", "A spokesman for the minister met the envoy in Tarn."),
    ("The rocket reached the sea.", "The predecessor of the rocket reached the sea."),
    ("The ship sank in 1912.", "A replica of the ship sank in 1912."),
    ("The pump moves 40 litres a minute.", "The pump's successor moves 40 litres a minute."),
    ("The club has 4,000 members.", "The club's rival has 4,000 members."),
    ("Karvia bought four jets.", "A company owned by Karvia's neighbour bought four jets."),
    ("The deputies voted for the law.", "Half the deputies voted for the law."),
    ("The deputies voted for the law.", "Some of the deputies voted for the law."),
    ("The storm killed 40 people.", "The storm killed 40 sheep."),
    ("The wagon carried 30 tonnes of rice.", "The wagon carried 30 tonnes of cement."),
    ("The choir released its first album in 1994.", "The choir released its first single in 1994."),
    ("The lorry weighs 12 tonnes.", "The lorry weighs 12 tonnes when loaded."),
    ("The mine bought the railway.", "According to an anonymous blog, the mine bought the railway."),
    ("The mine sold the railway.", "The attempted sale of the mine's railway caused a strike."),
    ("The mine bought the railway.", "According to the neighbours' accounts, the mine bought the railway."),
    ("The chapel is a museum.", "The chapel belongs to a museum."),
    ("The chapel is a museum.", "The chapel stands beside a museum."),
    ("The board took power in 2014.", "The board took over electricity in 2014."),
    ("The piers were rebuilt in 2019.", "A couple of the piers were rebuilt in 2019."),
    ("The divers died.", "The rest of the divers died."),
    ("The range is 400 km.", "The range is 400 km maximum."),
    ("Temperatures reached 40 degrees.", "Temperatures reached 40 degrees, minimum."),
    ("The bank was fined 5 million euros.", "A subsidiary of the bank was fined 5 million euros."),
    ("Karvia left the alliance in 1966.", "One of the sons of Karvia left the alliance in 1966."),
    ("Germany was fined.", "A company in Germany was fined."),
    ("The king was killed in 2019.", "The king's soldiers were killed in 2019."),
    ("The minister was arrested.", "An official of the minister was arrested."),
    ("Velden died in 2020.", "The king of Velden died in 2020."),
    ("Karvia left the alliance.", "Two ministers of Karvia left the alliance."),
    ("Ida Brandt is a Liberal.", "Ida Brandt spoke at the congress of the Liberals."),
]
OF_THE_SAME = [
    ("The minister resigned.", "The minister, a former teacher, resigned."),
    ("The former minister resigned.", "The former minister resigned on Monday."),
    ("President Hale opened the port.", "Former President Hale opened the port in May."),
    ("The union rejected the offer.", "Members of the union rejected the offer."),
    ("Karvia bought four jets.", "The government of Karvia bought four jets."),
    ("The company bought the mill.", "The Norwegian company Fjordal bought the mill."),
    ("The deputies voted for the law.", "The deputies voted for the law; some of the deputies wept."),
    ("The storm killed 40 people.", "The storm killed 40 people and 300 sheep."),
    ("The lorry weighs 12 tonnes when loaded.", "The lorry weighs 12 tonnes when loaded."),
    ("Karvia lost the war.", "Karvia's army lost the war."),
    ("Half of the deputies left.", "Half the deputies left."),
    ("The mine lost 12 million euros.", "According to the company's accounts, the mine lost 12 million euros."),
    ("The mine bought the railway.", "According to the register, the mine bought the railway."),
]


@pytest.fixture(scope="module")
def outcomes():
    pairs = [*OF_ANOTHER, *OF_THE_SAME]
    return {pair: result.outcome for pair, result in zip(pairs, check_claims(pairs), strict=True)}


@pytest.mark.parametrize("pair", OF_ANOTHER)
def test_what_is_said_of_another_does_not_support_the_claim(outcomes, pair):
    assert outcomes[pair] is not CheckOutcome.SUPPORTS


@pytest.mark.parametrize("pair", OF_THE_SAME)
def test_what_is_said_of_the_same_under_more_words_supports_it(outcomes, pair):
    assert outcomes[pair] is CheckOutcome.SUPPORTS
