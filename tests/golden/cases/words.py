"""The vocabularies that templates are filled from: names that nobody has, and the things that are said of them."""

MEN = ("Jonas Petrak", "Emil Sorvino", "Tarik Demir", "Oluwaseun Adeyemi", "Piotr Wolny", "Henrik Dahl", "Rashid Kamali", "Luca Ferrante", "Samuel Okoth", "Viktor Marek")  # fmt: skip
WOMEN = ("Mira Castel", "Ingeborg Falk", "Leila Haddad", "Sofia Brandao", "Ngozi Eze", "Katarina Nemec", "Aiko Tanabe", "Ruth Calloway", "Elif Arslan", "Marta Quill")  # fmt: skip
PEOPLE = tuple(name for pair in zip(MEN, WOMEN, strict=True) for name in pair)
PLACES = ("Tarvik", "Ostrava Bay", "Lindholm", "Port Selma", "Quarra", "Novi Brod", "Hallgate", "Saint Orvin", "Kestrel Point", "Mirova")  # fmt: skip
COUNTRIES = ("Norway", "Brazil", "Kenya", "Japan", "Turkey", "Poland", "Vietnam", "Canada", "Egypt", "Ukraine", "Iran", "Chile", "the Netherlands", "South Korea", "the United States", "China")  # fmt: skip
PEOPLES = ("Norwegian", "Brazilian", "Kenyan", "Japanese", "Turkish", "Polish", "Vietnamese", "Canadian", "Egyptian", "Iranian", "Dutch", "American", "Chinese")  # fmt: skip
FIRMS = ("Nordhavn Steel", "Aquila Aerospace", "the Merrow Group", "Brightwater", "Kestrel Motors", "Solvang AG", "Ostro Energy", "Lumen Pharma", "Tarn Shipyards", "Orbis Rail")  # fmt: skip
AGENCIES = ("the transport ministry", "the central bank", "the Hallgate Institute", "Reuters", "the audit office", "the port authority", "the UN", "the health agency", "NATO", "the statistics office", "the Selma Times", "local officials")  # fmt: skip
SHIPS = ("the frigate Alba", "the ferry Dunlin", "the tanker Ostara", "the research vessel Petrel", "the icebreaker Varg", "the submarine Remora")  # fmt: skip
THINGS = ("the KT-12 engine", "the Merlin tunnel", "the Varg reactor", "the HL-30 helicopter", "the Tarn bridge", "the Petrel satellite", "the X-9 missile", "the Orvin dam", "the LR-5 turbine", "the Alder tank")  # fmt: skip
MEASURES = ("a mass of 5.5 tonnes", "a range of 1,400 km", "a top speed of 92 km/h", "a thrust of 4,150 kN", "a length of 12.4 km", "an output of 320 MW", "a crew of 48", "a height of 186 metres", "a budget of $3.4 billion", "a yield of 7.5 percent")  # fmt: skip
PROPERTIES = (
    "dry weight",
    "maximum thrust",
    "top speed",
    "annual output",
    "range",
    "crew",
    "price",
    "width",
    "peak power",
    "budget",
)
VALUES = (
    "5.5 tons",
    "4150 N",
    "92 km/h",
    "320 GWh",
    "1,400 km",
    "48 people",
    "3 million euros",
    "186 metres",
    "12,000 hp",
    "$3.4 billion",
)
COUNTED = ("12 tractors", "300 buses", "four reactors", "1,846 patients", "two dozen cranes", "some 40 wells", "at least 15 trains", "86 teachers", "three warships", "2,016 homes", "nearly 500 jobs", "a dozen bridges")  # fmt: skip
MONEY = (
    "$1.2 million",
    "€4.6 billion",
    "300 million kronor",
    "about £85,000",
    "2.5 billion yuan",
    "more than $40 a barrel",
    "11,300 pesos",
    "up to 6.5 million euros",
)
PERCENTS = (
    "12 percent",
    "3.5%",
    "more than half",
    "a third",
    "20.5 per cent",
    "0.4 percentage points",
    "nearly 90 percent",
    "two thirds",
)
TIMES = ("in 2019", "on 14 September 2008", "last year", "in May 2021", "since 1998", "between 2010 and 2015", "by 2030", "on Tuesday", "in the 1990s", "in the first quarter of 2022", "after the war", "two years ago")  # fmt: skip
PAST = ("closed the mine", "bought 12 tractors", "signed the treaty", "raised the fare to 95 kr", "opened a second terminal", "cut 300 jobs", "built four reactors", "sold its stake in the port", "lost 3 million customers", "cancelled the order", "left the alliance", "won the tender", "went bankrupt", "fell behind", "set up a fund of $40 million", "spoke to parliament", "took over the yard", "became a supplier of the navy", "flew 14 sorties", "grew by 12 percent", "withdrew 2,000 soldiers", "put off the launch", "had no reserves", "was the only bidder")  # fmt: skip
INFINITIVE = ("close the mine", "buy 12 tractors", "sign the treaty", "raise the fare to 95 kr", "open a second terminal", "cut 300 jobs", "build four reactors", "sell its stake in the port", "lose 3 million customers", "cancel the order", "leave the alliance", "win the tender", "go bankrupt", "fall behind", "set up a fund of $40 million", "speak to parliament", "take over the yard", "become a supplier of the navy", "fly 14 sorties", "grow by 12 percent", "withdraw 2,000 soldiers", "put off the launch", "have no reserves", "be the only bidder")  # fmt: skip
PASSIVE = ("closed in 2019", "built by Tarn Shipyards", "sold for 3 million euros", "moved to Quarra", "damaged by fire", "inspected twice", "financed by the state", "copied 500 times", "named after a poet", "tested in May 2021", "given to the navy", "shot down over the sea", "rebuilt between 2010 and 2015", "praised by critics", "left unfinished")  # fmt: skip
ROLES = (
    "minister",
    "director",
    "engineer",
    "spokeswoman",
    "mayor",
    "union leader",
    "historian",
    "captain",
    "economist",
    "chief inspector",
)
SAY = ("said", "claimed", "announced", "denied", "warned", "admitted", "insisted", "estimates", "reported", "believes", "confirmed", "told reporters", "wrote", "complained", "predicted")  # fmt: skip
HEDGES = (
    "may",
    "might",
    "could",
    "reportedly",
    "allegedly",
    "probably",
    "is expected to",
    "is said to",
    "appears to",
    "is likely to",
    "was about to",
    "is believed to",
)
ADJECTIVES = (
    "cheap",
    "reliable",
    "outdated",
    "controversial",
    "profitable",
    "unsafe",
    "remarkable",
    "popular",
    "slow",
    "beautiful",
    "necessary",
    "obsolete",
)
SUPERLATIVES = ("the largest port in Europe", "the first woman to lead the navy", "the oldest bridge in the country", "the world's second-largest exporter of copper", "the only reactor of its kind", "the fastest ferry on the lake")  # fmt: skip

VOCABULARIES = {
    "man": MEN, "woman": WOMEN, "person": PEOPLE, "place": PLACES, "country": COUNTRIES, "people": PEOPLES, "firm": FIRMS, "agency": AGENCIES, "ship": SHIPS, "thing": THINGS,
    "measure": MEASURES, "property": PROPERTIES, "value": VALUES, "counted": COUNTED, "money": MONEY, "percent": PERCENTS, "time": TIMES, "past": PAST, "do": INFINITIVE,
    "done": PASSIVE, "role": ROLES, "say": SAY, "hedge": HEDGES, "adjective": ADJECTIVES, "superlative": SUPERLATIVES,
}  # fmt: skip
