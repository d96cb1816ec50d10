"""Clause extraction: one rule a test, each on a sentence in which the rule decides."""

import pytest

from tests.claims.language.claims_in import texts

CASES = {
    "counted subjects are taken apart": (
        "In all, 605 jets, 274 helicopters and 160 tanks have been destroyed in Velden.",
        [
            "In all, 605 jets have been destroyed in Velden.",
            "In all 274 helicopters have been destroyed in Velden.",
            "In all 160 tanks have been destroyed in Velden.",
        ],
    ),
    "counted subjects that make something up together stay": (
        "12 jets and 3 tankers make up the wing.",
        ["12 jets and 3 tankers make up the wing."],
    ),
    "an article among figures is the figure one": (
        "The army lost 12 tanks, a launcher and two lorries.",
        ["The army lost 12 tanks.", "The army lost a launcher.", "The army lost two lorries."],
    ),
    "each with a measure is a claim about each": (
        "The jet is powered by two Corvid engines, each with 123 kN of thrust.",
        ["The jet is powered by two Corvid engines.", "Two Corvid engines each have 123 kN of thrust."],
    ),
    "what is worth mentioning is said": (
        "It is worth noting that the plant in Velden employs 900 people.",
        ["The plant in Velden employs 900 people."],
    ),
    "a second past tense without an object of the first's helper is finite": (
        "Arvo Lind toured the plant in May and threatened managers with prison.",
        ["Arvo Lind toured the plant in May.", "Arvo Lind threatened managers with prison."],
    ),
    "a plural subject and a bare verb are a present tense": (
        "Kaldor's factories turn out about three million shells a year.",
        ["Kaldor's factories turn out about three million shells a year."],
    ),
    "round after a verb is a preposition": (
        "Velden Steel employs 30,000 people and runs round the clock.",
        ["Velden Steel employs 30,000 people.", "Velden Steel runs round the clock."],
    ),
    "an increase that a sum is belongs to what has the sum": (
        "Kaldor's budget in 2023 is 586 million euros, which is an increase of 13.9% over 2022.",
        [
            "Kaldor's budget in 2023 is 586 million euros.",
            "Kaldor's budget in 2023 is an increase of 13.9% over 2022.",
        ],
    ),
    "a comparison after the source is of the sum": (
        "Kaldor spent $109 billion on ships, according to the Velden Institute, which is 24 per cent more than in 2020.",
        ["Kaldor spent $109 billion on ships.", "$109 billion is 24 per cent more than in 2020."],
    ),
    "what makes it something makes the described thing so": (
        "The Orla ship is equipped with 112 launch cells, which makes it the ship with the strongest firepower in Asia.",
        [
            "The Orla ship is equipped with 112 launch cells.",
            "The Orla ship is the ship with the strongest firepower in Asia.",
        ],
    ),
    "an order has the value, not the last thing ordered": (
        "An order for 34 transports and four tankers, valued at $1.5 billion, was cancelled.",
        [
            "An order for 34 transports was cancelled.",
            "An order for 34 transports and four tankers was valued at $1.5 billion.",
            "An order for four tankers was cancelled.",
        ],
    ),
    "joined verbs share their subject": (
        "The frigate Orla left Brest on Monday and reached Cadiz on Thursday.",
        ["The frigate Orla left Brest on Monday.", "The frigate Orla reached Cadiz on Thursday."],
    ),
    "joined verbs share an auxiliary": (
        "The yard will refit the ship and paint the mast.",
        ["The yard will refit the ship.", "The yard will paint the mast."],
    ),
    "joined passives share theirs": (
        "The treaty was signed in Kaldor by Arvo Lind and ratified by parliament in 2004.",
        ["The treaty was signed in Kaldor by Arvo Lind.", "The treaty was ratified by parliament in 2004."],
    ),
    "a time in front holds for both verbs": (
        "In 2021, Kaldor exported 40 tractors and imported 12 cranes.",
        ["In 2021, Kaldor exported 40 tractors.", "In 2021, Kaldor imported 12 cranes."],
    ),
    "joined infinitives are taken apart": (
        "Lisbon wants to buy 12 helicopters and sell six tankers.",
        ["Lisbon wants to buy 12 helicopters.", "Lisbon wants to sell six tankers."],
    ),
    "joined measures are taken apart": (
        "The engine has a thrust of 4,150 kN and a mass of 5.5 t.",
        ["The engine has a thrust of 4,150 kN.", "The engine has a mass of 5.5 t."],
    ),
    "both ends of a range stay together": (
        "Veikko expects a profit of between 5 and 7 million euros.",
        ["Veikko expects a profit of between 5 and 7 million euros."],
    ),
    "a relative clause after a comma is a claim about its noun": (
        "The plant, which employs 900 people, closed in 2019.",
        ["The plant closed in 2019.", "The plant employs 900 people."],
    ),
    "a restrictive relative clause stays": (
        "The engineers who built the dam left Velden.",
        ["The engineers who built the dam left Velden."],
    ),
    "whose becomes an owner": (
        "Halvard, whose sales fell by 5% last year, will hire 40 welders.",
        ["Halvard will hire 40 welders.", "Halvard's sales fell by 5% last year."],
    ),
    "which after a measure says more of the same property": (
        "The pump's flow rate reaches 40 litres per second, which is 2,400 litres per minute.",
        ["The pump's flow rate reaches 40 litres per second.", "The pump's flow rate is 2,400 litres per minute."],
    ),
    "an apposition is a claim": (
        "Arvo Lind, a retired colonel, runs the museum.",
        ["Arvo Lind is a retired colonel.", "Arvo Lind runs the museum."],
    ),
    "one of several is an apposition too": (
        "Halvard, one of Velden's largest shipyards, hired 40 welders.",
        ["Halvard is one of Velden's largest shipyards.", "Halvard hired 40 welders."],
    ),
    "a name after its description takes its place": (
        "The museum's director, Arvo Lind, opened the archive.",
        ["Arvo Lind is the museum's director.", "Arvo Lind opened the archive."],
    ),
    "a title before a name is a claim": (
        "Finland's state-owned operator Veikko raised prices.",
        ["Veikko is Finland's state-owned operator.", "Finland's state-owned operator Veikko raised prices."],
    ),
    "a bare age is a claim": (
        "Tomas Reyes, 44, won the seat.",
        ["Tomas Reyes is 44 years old.", "Tomas Reyes won the seat."],
    ),
    "a bracketed conversion is a claim": (
        "The bridge cost 3 million euros (3.3 million dollars).",
        ["The bridge cost 3 million euros.", "The bridge cost 3.3 million dollars."],
    ),
    "although opens a claim": (
        "Although Velden signed the treaty, Kaldor did not ratify the text.",
        ["Velden signed the treaty.", "Kaldor did not ratify the text."],
    ),
    "if opens none": (
        "If Velden signs the treaty, Kaldor will withdraw 300 troops.",
        ["If Velden signs the treaty, Kaldor will withdraw 300 troops."],
    ),
    "a habit keeps its condition": (
        "When prices rise, farmers plant more wheat.",
        ["When prices rise, farmers plant more wheat."],
    ),
    "what X did was Y becomes Y was what X did": (
        "What Velden lacked most was uranium.",
        ["Uranium was what Velden lacked most."],
    ),
    "a participle takes the tense of its sentence": (
        "The exercise, involving 15 countries and 9,000 troops, began on Monday.",
        ["The exercise involved 15 countries.", "The exercise began on Monday.", "The exercise involved 9,000 troops."],
    ),
    "the reason why X is that Y states Y": (
        "The reason why the ferry is famous is that its hull has a crack of 3 metres.",
        ["The ferry's hull has a crack of 3 metres."],
    ),
    "whereas opens a claim": (
        "Whereas Kaldor bought 64 tractors, Velden ordered only 52.",
        ["Kaldor bought 64 tractors.", "Velden ordered only 52."],
    ),
    "before opens a claim where both things happened": (
        "The ferry waited for two days before Kaldor closed the port.",
        ["The ferry waited for two days.", "Kaldor closed the port."],
    ),
    "before opens none where the second thing may never happen": (
        "The ferry must leave before Kaldor closes the port.",
        ["The ferry must leave before Kaldor closes the port."],
    ),
    "a dated when becomes a claim without its when": (
        "The Orla sank in July 2017 when a valve broke after 346 seconds.",
        ["The Orla sank in July 2017.", "A valve broke after 346 seconds."],
    ),
    "equal to gives the same value in another unit": (
        "The pump's output drops to 900 kW, equal to 1,200 horsepower.",
        ["The pump's output drops to 900 kW.", "The pump's output drops to 1,200 horsepower."],
    ),
    "the equivalent of does so too": (
        "The frigate cost 90 million euros, the equivalent of 100 million dollars.",
        ["The frigate cost 90 million euros.", "The frigate cost 100 million dollars."],
    ),
    "or with another unit does so too": (
        "The barge carries 380 tons of grain, or about 423 short tons.",
        ["The barge carries 380 tons of grain.", "The barge carries about 423 short tons."],
    ),
    "or between two things stays": (
        "The barge carries 20 cars or 12 trucks.",
        ["The barge carries 20 cars or 12 trucks."],
    ),
    "which brings X down to Y says that X is Y": (
        "The KV-90 engine has a light gearbox, which brings its dry weight down to only 3.2 tons.",
        ["The KV-90 engine has a light gearbox.", "The KV-90 engine's dry weight is only 3.2 tons."],
    ),
    "a verb that looks like a plural noun is found before its measure": (
        "The KV-90 engine is loud, while the engine's peak thrust in vacuum climbs to 2100 N.",
        ["The KV-90 engine is loud.", "The KV-90 engine's peak thrust in vacuum climbs to 2100 N."],
    ),
    "a third infinitive shares the auxiliary": (
        "The radar can see targets at a distance of 600 km, follow 300 of them and guide 72 missiles.",
        [
            "The radar can see targets at a distance of 600 km.",
            "The radar can follow 300 of them.",
            "The radar can guide 72 missiles.",
        ],
    ),
    "participles in front are claims about the subject": (
        "Built in 1987 and modernised in 2011, the cruiser carries 16 missiles.",
        [
            "The cruiser was built in 1987.",
            "The cruiser was modernised in 2011.",
            "The cruiser carries 16 missiles.",
        ],
    ),
    "who built is not who designed": (
        "The bridge was designed by Arvo Lind, built by a Velden firm and opened by the king in 2018.",
        [
            "The bridge was designed by Arvo Lind.",
            "The bridge was built by a Velden firm.",
            "The bridge was opened by the king in 2018.",
        ],
    ),
    "the only verb after an apposition is the main verb": (
        "India, the world's largest importer, bought 30 howitzers.",
        ["India is the world's largest importer.", "India bought 30 howitzers."],
    ),
    "a place in front does not swallow the subject": (
        "In the Kremlin Vladimir Putin received Zhang Youxia.",
        ["In the Kremlin Vladimir Putin received Zhang Youxia."],
    ),
    "a rank after a comma is a claim about the subject": (
        "China signed for the S-400 in 2014, the first foreign customer to do so.",
        ["China signed for the S-400 in 2014.", "China is the first foreign customer to do so."],
    ),
    "most of which agrees with its verb in number": (
        "Velden received 50 drones before the war, most of which were shot down in May.",
        ["Velden received 50 drones before the war.", "Most of 50 drones were shot down in May."],
    ),
    "nor opens a claim of its own": (
        "Velden has no fleet, nor does it have an army.",
        ["Velden has no fleet.", "Velden does not have an army."],
    ),
    "nor at the beginning denies only its own clause": (
        "Nor has the crown recovered: it lost 60% of its value in 2021.",
        ["The crown has not recovered.", "The crown lost 60% of its value in 2021."],
    ),
    "not only did they becomes they did": (
        "Not only did the partners share the costs, they shared 40 patents.",
        ["The partners shared the costs.", "The partners shared 40 patents."],
    ),
    "it was X that did becomes X did": (
        "It was Kaldor that supplied the 14 engines.",
        ["Kaldor supplied the 14 engines."],
    ),
    "an embedded question is no claim of its own": (
        "Kaldor knows what the jets cost, why they wait and how many fly.",
        ["Kaldor knows what the jets cost, why they wait and how many fly."],
    ),
    "whether leaves it open": (
        "It was unclear, the general added, whether the missile had ever been tested.",
        ["It was unclear whether the missile had ever been tested."],
    ),
    "what makes something difficult stays whole": (
        "The gap slows the work, making it difficult to reach 12 knots.",
        ["The gap slows the work, making it difficult to reach 12 knots."],
    ),
    "coupled with links and states nothing": (
        "Coupled with the sanctions on Kaldor, the war has cost Velden 4 million euros.",
        ["Coupled with the sanctions on Kaldor, the war has cost Velden 4 million euros."],
    ),
    "a second have is no auxiliary": (
        "Most of the 14 projects have ended in failure or have no use.",
        ["Most of the 14 projects have ended in failure.", "Most of the 14 projects have no use."],
    ),
    "flew does not follow was": (
        "The engine was built in Kaldor and flew in 2016.",
        ["The engine was built in Kaldor.", "The engine flew in 2016."],
    ),
    "bare verbs go with the infinitive before them": (
        "The pact allows them to pool funds, share plans and buy 12 ships.",
        ["The pact allows them to pool funds, share plans and buy 12 ships."],
    ),
    "the noun before is are is a subject": (
        "The army trusts a world in which alliances are fluid and power is concentrated in Kaldor.",
        ["The army trusts a world in which alliances are fluid and power is concentrated in Kaldor."],
    ),
    "a list of measures is taken apart": (
        "The tank has a mass of 46 tons, a range of 550 km and a speed of 60 km/h.",
        ["The tank has a mass of 46 tons.", "The tank has a range of 550 km.", "The tank has a speed of 60 km/h."],
    ),
    "things with measures of their own are one claim each": (
        "The jet carries A-5 rockets with a range of 200 kilometers and B-7 rockets with a range of 400 kilometers.",
        [
            "The jet carries A-5 rockets with a range of 200 kilometers.",
            "The jet carries B-7 rockets with a range of 400 kilometers.",
        ],
    ),
    "whose after a comma becomes an owner wherever it hangs": (
        "This is a blow for the Kaldor air force, whose fleet is more than 50 years old.",
        ["This is a blow for the Kaldor air force.", "The Kaldor air force's fleet is more than 50 years old."],
    ),
    "of which counts among them": (
        "The firm employs 16,000 people, of which 6,000 are engineers.",
        ["The firm employs 16,000 people.", "Of 16,000 people, 6,000 are engineers."],
    ),
    "which after a place still tells of the amount": (
        "The engine gives a thrust of 1,370 kN in vacuum, which is 140 tons.",
        ["The engine gives a thrust of 1,370 kN in vacuum.", "A thrust of 1,370 kN is 140 tons."],
    ),
    "no amount is a pride": (
        "The thrust reaches 4150 N, which is 380 tons, which is also the Kaldor launcher.",
        ["The thrust reaches 4150 N.", "The thrust is 380 tons.", "This is also the Kaldor launcher."],
    ),
    "a time in front keeps its comma": (
        "After the war, although trade picked up in 2019, the economy is sluggish.",
        ["After the war, the economy is sluggish.", "Trade picked up in 2019."],
    ),
    "what follows a cause is its consequence": (
        "Avio lost a rocket in 2022 when the nozzle eroded, destroying two satellites.",
        ["Avio lost a rocket in 2022.", "The nozzle eroded.", "The nozzle destroyed two satellites."],
    ),
    "a semicolon parts what is said from what is": (
        "Kaldor paid 375 million euros; Velden and Omaria are said to be in talks.",
        ["Kaldor paid 375 million euros.", "Velden and Omaria are said to be in talks."],
    ),
    "what one must know is so": (
        "You must know that the engine was developed in Kaldor in 1990.",
        ["The engine was developed in Kaldor in 1990."],
    ),
    "a list of figures says what each is": (
        "• Length: 12 m\n• Range: 1,400 km",
        ["The length is 12 m.", "The range is 1,400 km."],
    ),
    "a heading without a verb stays whole": (
        "The Road Ahead: What to Watch For",
        ["The Road Ahead: What to Watch For."],
    ),
    "a question keeps its words": ("So, why is that?", ["Why is that?"]),
    "neither is never lost": (
        "Each army has its plans, and neither will wait.",
        ["Each army has its plans.", "Neither will wait."],
    ),
    "negation stays": ("Kaldor has not sold any of the 14 jets.", ["Kaldor has not sold any of the 14 jets."]),
    "a hedge stays": ("The dam may hold about 3 cubic kilometres.", ["The dam may hold about 3 cubic kilometres."]),
}


@pytest.mark.parametrize(("article", "expected"), CASES.values(), ids=CASES.keys())
def test_a_sentence_gives_these_claims(article: str, expected: list[str]):
    assert texts(article) == expected
