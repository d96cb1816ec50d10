"""One fact a claim: lists, pairs, comparisons and descriptions taken apart, each with its own time and place."""

import pytest

from tests.claims.language.claims_in import texts

CASES = {
    "what there is somewhere is there": ("There are 14 reactors in Velden.", ["14 reactors are in Velden."]),
    "what there is nowhere named exists": (
        "There is a gap between rich and poor in Kaldor.",
        ["A gap exists between rich and poor in Kaldor."],
    ),
    "what is told of those that there were is told of them": (
        "There were about 40 miners trapped at Orla in 2014.",
        ["About 40 miners were trapped at Orla in 2014."],
    ),
    "what is told in a headline of capitals too": (
        "There Are Many Boats Missing In The Harbour Of Orla.",
        ["Many Boats Are Missing In The Harbour Of Orla."],
    ),
    "what those do that there are they do": (
        "There are 300 people who work at the mine.",
        ["300 people work at the mine."],
    ),
    "what is left is left": ("There remain 90 guards in the fort.", ["90 guards remain in the fort."]),
    "each of a list is where there were several": (
        "In the harbour there were 12 tugs and a ferry.",
        ["12 tugs were in the harbour.", "A ferry was in the harbour."],
    ),
    "two counts of what there were stay together": (
        "There were 30 boats sunk and 40 captured in the raid.",
        ["30 boats were sunk and 40 captured in the raid."],
    ),
    "a second passive shares the helper, the thing counted and the place": (
        "12 miners were killed and 40 injured in the blast at Orla.",
        ["12 miners were killed in the blast at Orla.", "40 miners were injured in the blast at Orla."],
    ),
    "a second passive has a helper in its own number": (
        "A man was killed and three women injured.",
        ["A man was killed.", "Three women were injured."],
    ),
    "the province of a town is not what the town is": (
        "The engine was tested in Dornau, Zhejiang province.",
        ["The engine was tested in Dornau, Zhejiang province."],
    ),
    "what makes up less than a figure is not compared with it": (
        "Trade came to $68.7 billion, of which Indian exports made up less than five.",
        ["Trade came to $68.7 billion.", "Of $68.7 billion, Indian exports made up less than five."],
    ),
    "nothing drops to three times lower": (
        "The cost will drop to 20,000 euros per kilogram, three times lower than in 2020.",
        ["The cost will drop to 20,000 euros per kilogram, three times lower than in 2020."],
    ),
    "the article of two ranks is of both": (
        "The fourth and fifth regiments are promised for 2026.",
        ["The fourth and fifth regiments are promised for 2026."],
    ),
    "so it is without a noun": (
        "The fourth and fifth are promised for 2026.",
        ["The fourth is promised for 2026.", "The fifth is promised for 2026."],
    ),
    "a first value shares the scale of the second": (
        "Exports grew from 3 to 12 million tonnes.",
        ["Exports grew to 12 million tonnes.", "Exports grew from 3 million tonnes."],
    ),
    "so does one that was more, of what fell": (
        "Trade fell from 44.6 to 31 billion dollars.",
        ["Trade fell to 31 billion dollars.", "Trade fell from 44.6 billion dollars."],
    ),
    "one that would not have risen then does not": (
        "Output rose from 900 to 1 million tonnes.",
        ["Output rose to 1 million tonnes.", "Output rose from 900 tonnes."],
    ),
    "a second subject shares scale and unit": (
        "Norden won 12 million euros and Velland nine.",
        ["Norden won 12 million euros.", "Velland won nine million euros."],
    ),
    "so does the value of a year before": (
        "The yard earned 40 million euros, compared with 45 in 2010.",
        ["The yard earned 40 million euros.", "The yard earned 45 million euros in 2010."],
    ),
    "a second subject has a count behind its name": (
        "Germany will send 18 Leopards, Poland 14 and Norway eight.",
        ["Germany will send 18 Leopards.", "Poland will send 14 Leopards.", "Norway will send eight Leopards."],
    ),
    "who gave nine, or was given them, is left open": (
        "Norden gave Velland 12 jets and Kaldor nine.",
        ["Norden gave Velland 12 jets and Kaldor nine."],
    ),
    "what one of two does is his": (
        "Lind, who heads the yard, and Berg, his deputy, resigned on Friday.",
        ["Lind and Berg resigned on Friday.", "Lind heads the yard.", "Berg is his deputy."],
    ),
    "two places that were shelled are no subjects": (
        "Russia shelled the city in 2022 and Izyum in 2023.",
        ["Russia shelled the city in 2022 and Izyum in 2023."],
    ),
    "what befell a birthplace is not told of who was born there": (
        "Lind was born in Kaldor, annexed in 1940.",
        ["Lind was born in Kaldor.", "Kaldor was annexed in 1940."],
    ),
    "a range that something fell by is no level": ("Prices fell 2 to 10 percent.", ["Prices fell 2 to 10 percent."]),
    "so it is of money": (
        "The price was cut by $3 to $5 a barrel.",
        ["The price was cut by $3 to $5 a barrel."],
    ),
    "a second subject shares verb and object, in its own year": (
        "Azerbaijan joined the pact in 2003 and Pakistan in 2004.",
        ["Azerbaijan joined the pact in 2003.", "Pakistan joined the pact in 2004."],
    ),
    "so does a third": (
        "Norway signed the treaty in March, Sweden in April and Denmark in May.",
        [
            "Norway signed the treaty in March.",
            "Sweden signed the treaty in April.",
            "Denmark signed the treaty in May.",
        ],
    ),
    "places that one person saw are no subjects": (
        "Lind visited Paris in May and Rome in June.",
        ["Lind visited Paris in May.", "Lind visited Rome in June."],
    ),
    "who recognised whom is left open where it may be either": (
        "Germany recognised Croatia in 1991 and France in 1992.",
        ["Germany recognised Croatia in 1991 and France in 1992."],
    ),
    "what each of several things gives is one claim": (
        "The jet has two AL-31 engines, each giving 123 kN of thrust.",
        ["The jet has two AL-31 engines.", "Two AL-31 engines each give 123 kN of thrust."],
    ),
    "a share of them is told of it": (
        "The village had 300 houses, none of them with running water.",
        ["The village had 300 houses.", "None of the 300 houses had running water."],
    ),
    "a share of it too": (
        "The port handled 40 million tonnes, much of it grain.",
        ["The port handled 40 million tonnes.", "Much of the 40 million tonnes was grain."],
    ),
    "a level and the change to it are two": (
        "Output rose to 40,000 tonnes in 2024, or by 12 percent.",
        ["Output rose to 40,000 tonnes in 2024.", "Output rose by 12 percent in 2024."],
    ),
    "a named change too": (
        "Exports fell to $3 billion, a drop of 12 percent.",
        ["Exports fell to $3 billion.", "Exports fell by 12 percent."],
    ),
    "a change between two years is of neither": (
        "Trade grew from 31 billion dollars in 2022 to 44 billion in 2024, or by 42 percent.",
        [
            "Trade grew to 44 billion dollars in 2024.",
            "Trade grew from 31 billion dollars in 2022.",
            "Trade grew by 42 percent.",
        ],
    ),
    "the same weight in other words is told without them": (
        "The maximum weight is 34,750 kg, i.e. 76,600 pounds.",
        ["The maximum weight is 34,750 kg.", "The maximum weight is 76,600 pounds."],
    ),
    "a distance behind a day is not of the day": (
        "The drone struck a tanker on Tuesday, 28 nautical miles south-west of Orla.",
        ["The drone struck a tanker on Tuesday, 28 nautical miles south-west of Orla."],
    ),
    "both objects are one claim each": (
        "The treaty bans both the Orla mine and the Velden shell.",
        ["The treaty bans the Orla mine.", "The treaty bans the Velden shell."],
    ),
    "both subjects are one claim each, and their verb agrees": (
        "Both the Orla and the Pelagic carry 16 boats.",
        ["The Orla carries 16 boats.", "The Pelagic carries 16 boats."],
    ),
    "both objects keep the time that each has": (
        "The yard launched both the Orla in 1991 and the Pelagic in 1994.",
        ["The yard launched the Orla in 1991.", "The yard launched the Pelagic in 1994."],
    ),
    "both before two verbs says nothing of either": (
        "Lind both drew the bridge in 1990 and crossed it in 1994.",
        ["Lind drew the bridge in 1990.", "Lind crossed it in 1994."],
    ),
    "both that only rank something stay together": (
        "The mill is both the oldest and the largest in Velden.",
        ["The mill is both the oldest and the largest in Velden."],
    ),
    "both sides are no list": (
        "The war will deprive both sides of a market and the world of a voice.",
        ["The war will deprive both sides of a market and the world of a voice."],
    ),
    "a list of dated objects is one claim each": (
        "The firm opened a mill in Orla in 2001, a mine in Velden in 2004 and a shop in Kaldor in 2010.",
        [
            "The firm opened a mill in Orla in 2001.",
            "The firm opened a mine in Velden in 2004.",
            "The firm opened a shop in Kaldor in 2010.",
        ],
    ),
    "a bare figure in a dated list counts what the first one does": (
        "The navy lost 40 light boats in May and 30 in June.",
        ["The navy lost 40 light boats in May.", "The navy lost 30 light boats in June."],
    ),
    "respectively pairs subjects with figures": (
        "The Orla and the Pelagic carry 16 and 64 boats respectively.",
        ["The Orla carries 16 boats.", "The Pelagic carries 64 boats."],
    ),
    "respectively shares a multiplier and its unit": (
        "Kaldor and Velden spent 2 and 5 billion euros on roads, respectively.",
        ["Kaldor spent 2 billion euros on roads.", "Velden spent 5 billion euros on roads."],
    ),
    "respectively shares an owner and what it is of": (
        "The length and width of the dock were 120 m and 14 m, respectively.",
        ["The length of the dock was 120 m.", "The width of the dock was 14 m."],
    ),
    "respectively pairs figures with years": (
        "The population of Orla was 3,400 and 5,600 in 1990 and 2000, respectively.",
        ["The population of Orla was 3,400 in 1990.", "The population of Orla was 5,600 in 2000."],
    ),
    "respectively pairs three, and holds for the verb before": (
        "The A-1, the A-2 and the A-3 were built in 1991, 1992 and 1994 and sank in 2001, 2002 and 2004, respectively.",
        [
            "The A-1 was built in 1991.",
            "The A-2 was built in 1992.",
            "The A-3 was built in 1994.",
            "The A-1 sank in 2001.",
            "The A-2 sank in 2002.",
            "The A-3 sank in 2004.",
        ],
    ),
    "respectively pairs ranks, of one thing each": (
        "The first and second engines produce 90 and 120 kN, respectively.",
        ["The first engine produces 90 kN.", "The second engine produces 120 kN."],
    ),
    "from one value to another is both": (
        "Exports grew from 3.2 million tons in 2010 to 4.5 million tons in 2020.",
        ["Exports grew to 4.5 million tons in 2020.", "Exports grew from 3.2 million tons in 2010."],
    ),
    "from one value to another shares the unit and the time": (
        "In May the mill raised its daily output from 300 to 450 sacks.",
        [
            "In May the mill raised its daily output to 450 sacks.",
            "In May the mill raised its daily output from 300 sacks.",
        ],
    ),
    "a change and where it ends are both": (
        "The toll rose by 12 percent to 4.5 euros in 2020.",
        ["The toll rose by 12 percent in 2020.", "The toll rose to 4.5 euros in 2020."],
    ),
    "from one place to another is one": (
        "The railway runs from Orla to Velden.",
        ["The railway runs from Orla to Velden."],
    ),
    "a range is one": ("The gusts range from 30 to 50 knots.", ["The gusts range from 30 to 50 knots."]),
    "compared with another time is both, each at its own": (
        "The army now has 97,000 soldiers, compared with 43,000 five years ago.",
        ["The army now has 97,000 soldiers.", "The army had 43,000 soldiers five years ago."],
    ),
    "up from another value is both": (
        "Turnout was 71.2 percent, up from 64.5 percent in 2018.",
        ["Turnout was 71.2 percent.", "Turnout was 64.5 percent in 2018."],
    ),
    "compared with another thing is of that": (
        "The barge weighs 46 tons, compared with 62 tons for the Orla.",
        ["The barge weighs 46 tons.", "The Orla weighs 62 tons."],
    ),
    "compared with something else than the clause's figure stays": (
        "The line carried 40,000 people in 2019, up from 31,000 in 2010, and 52,000 in 2023.",
        ["The line carried 40,000 people in 2019, up from 31,000 in 2010, and 52,000 in 2023."],
    ),
    "how many more is a claim beside how many": (
        "The vote gives the Greens 52 of the 150 seats, four fewer than in 2021.",
        ["The vote gives the Greens 52 of the 150 seats.", "The vote gives the Greens four fewer seats than in 2021."],
    ),
    "what a figure ranks as is a claim of the figure": (
        "Kaldor raised its spending to 4.1 percent last year, the highest share in the region.",
        [
            "Kaldor raised its spending to 4.1 percent last year.",
            "4.1 percent last year was the highest share in the region.",
        ],
    ),
    "one of so many children is a person": (
        "Anna Berg was born in Velden in 1933, the second of five children.",
        ["Anna Berg was born in Velden in 1933.", "Anna Berg was the second of five children."],
    ),
    "a second subject has the verb that it leaves out": (
        "Kaldor won 12 medals and Velden nine.",
        ["Kaldor won 12 medals.", "Velden won nine medals."],
    ),
    "a second subject with its preposition too": (
        "Exports rose by 4 percent and imports by 6 percent.",
        ["Exports rose by 4 percent.", "Imports rose by 6 percent."],
    ),
    "an adjective before a second figure is no subject": (
        "Berg had 22 points and a season-high nine assists.",
        ["Berg had 22 points.", "Berg had a season-high nine assists."],
    ),
    "a name in commas names the thing from there on": (
        "The town's first ferry, the Zhdanov, was scrapped in 1991.",
        ["The Zhdanov is the town's first ferry.", "The Zhdanov was scrapped in 1991."],
    ),
    "a label in brackets is a claim": (
        "The radar altimeter (type RA-9) failed twice over water.",
        ["The radar altimeter is type RA-9.", "The radar altimeter failed twice over water."],
    ),
    "whose things an apposition tells of are those of its noun": (
        "Anna Berg, a Kaldor geologist whose maps settled three disputes, died on Sunday.",
        ["Anna Berg is a Kaldor geologist.", "Anna Berg died on Sunday.", "Anna Berg's maps settled three disputes."],
    ),
    "a title before a full name is a claim": (
        "Opposition lawmaker Anna Berg criticised the price.",
        ["Anna Berg is an opposition lawmaker.", "Opposition lawmaker Anna Berg criticised the price."],
    ),
    "what it is and who designed it are two claims": (
        "The HX-7 Kestrel is a twin-engine tiltrotor designed by Aerovant.",
        ["The HX-7 Kestrel is a twin-engine tiltrotor.", "The HX-7 Kestrel is designed by Aerovant."],
    ),
    "nobody is served": (
        "Arvo Lind was elected mayor in 1990 and served until 1998.",
        ["Arvo Lind was elected mayor in 1990.", "Arvo Lind served until 1998."],
    ),
    "what a thing has is a claim each": (
        "The ferry, with a length of 120 metres and a weight of 400 tons, was built in 1990.",
        [
            "The ferry was built in 1990.",
            "The ferry had a length of 120 metres.",
            "The ferry had a weight of 400 tons.",
        ],
    ),
    "with what something is, which is meant, stays": (
        "The treaty bans ships with a displacement of more than 4,000 tons.",
        ["The treaty bans ships with a displacement of more than 4,000 tons."],
    ),
    "what a deal is worth is not what it buys": (
        "Kaldor will buy 48 boats in a deal worth $1.9 billion.",
        ["Kaldor will buy 48 boats in a deal.", "The deal is worth $1.9 billion."],
    ),
    "each of which goes back over a date": (
        "Kaldor plans to build 20 boats before 2032, each of which will cost about 2.6 million euros.",
        [
            "Kaldor plans to build 20 boats before 2032.",
            "Each of 20 boats will cost about 2.6 million euros.",
        ],
    ),
    "what was the matter with a cause is told of it": (
        "The cause was a rotor damper which had been fitted upside down.",
        ["The cause was a rotor damper.", "The rotor damper had been fitted upside down."],
    ),
    "a comparison is of the last of two figures": (
        "The group has 900 workers and sales of 7.4 billion euros, compared with 5.2 billion in 2019.",
        [
            "The group has 900 workers.",
            "The group had sales of 5.2 billion euros in 2019.",
            "The group has sales of 7.4 billion euros.",
        ],
    ),
    "how long after something it was is no measure of it": (
        "The port burned, hours after Berg warned of a fire.",
        ["The port burned.", "Berg warned of a fire."],
    ),
    "respectively with one list only stays": (
        "The towers are 120 m and 140 m tall, respectively.",
        ["The towers are 120 m and 140 m tall, respectively."],
    ),
}


@pytest.mark.parametrize(("article", "expected"), CASES.values(), ids=CASES.keys())
def test_a_sentence_gives_these_claims(article: str, expected: list[str]):
    assert texts(article) == expected


def test_a_share_of_one_of_two_counted_things_is_told_of_neither():
    found = texts("The navy lost 3 ships and 40 sailors, two of them frigates.")
    assert [text for text in found if "of the 3" in text or "of the 40" in text] == []
