"""Texts with quantities: numbers, comparators, ranges, scale words, money, shares, counts, compounds, and what is no quantity."""

from collections.abc import Iterable, Iterator

from tests.golden.cases import swaps
from tests.golden.cases.dealing import Dealer
from tests.golden.records import Case

_FRAMES = (
    "The gauge showed {} at noon.", "At the end {} was left.", "A load of {} is allowed here.",
    "The log gives {} for the first run and nothing for the second.", "It was rated at {}, but nobody checked.",
    "Readings of {} are rare in spring.", "The maker promises {} on the label (page 12).", "The tender asked for {}.",
    "In 2019 the plant reported {} in all.", "Its sister ship had {} instead.", "They need {} by Friday.",
    "The figure – {} – was struck out later.", "“We measured {}”, the keeper wrote.", "Nobody expected {}; the model gave less.",
)  # fmt: skip
_NUMBERS = (
    "4", "7.5", "0.03", "1,250", "12,500.75", "816 000", "816\u2009000", "1'500", "1.500,00", "12,5", "2.500.000", "3½", "2 1/2",
    "six", "twenty-five", "one hundred and five", "two thousand three hundred", "three and a half", "half a dozen", "4.2 × 10^3",
    "4.2 x 10⁶", "5e-3", "10^6", ".75", "−12", "minus 40", "0", "1", "99", "100", "1000", "2000", "250000", "a hundred", "3.0", "a couple of",
)  # fmt: skip
_UNITS = (
    "N", "kN", "kg", "tonnes", "tons", "lb", "pounds", "ounces", "km", "metres", "miles", "nautical miles", "feet", "inches", "ha", "acres",
    "square kilometres", "cubic metres", "m²", "m3", "litres", "gallons", "barrels", "seconds", "min", "hours", "days", "weeks", "years",
    "decades", "km/h", "mph", "knots", "Mach", "bar", "MPa", "psi", "W", "MW", "hp", "kWh", "J", "calories", "degrees", "°C", "°F", "K",
    "%", "percent", "per cent", "percentage points", "basis points", "ppm", "‰", "GB", "Mbit/s", "Hz", "GHz", "V", "mA", "Ω", "mol", "dB",
    "Sv", "Bq", "lux", "light years", "au", "carats", "people", "ships", "votes", "",
)  # fmt: skip
_BEFORE = (
    "more than", "over", "above", "in excess of", "exceeding", "north of", "at least", "no less than", "no fewer than", "a minimum of",
    "upwards of", "≥", ">", "less than", "fewer than", "under", "below", "<", "at most", "no more than", "not more than", "up to", "as many as",
    "as little as", "a maximum of", "within", "≤", "capped at", "nearly", "almost", "close to", "just under", "just over", "not quite",
    "approaching", "about", "around", "roughly", "approximately", "some", "circa", "c.", "~", "≈", "an estimated", "on the order of",
    "in the region of", "exactly", "only", "just", "a record", "well over", "slightly more than", "a little less than", "not",
)  # fmt: skip
_AFTER = ("or more", "or less", "or so", "at least", "at most", "and above", "or fewer", "plus", "tops", "maximum", "or thereabouts")  # fmt: skip
_RANGES = (
    "{a}–{b} {u}", "{a}-{b} {u}", "{a} to {b} {u}", "between {a} and {b} {u}", "from {a} to {b} {u}", "from {a} {u} to {b} {u}",
    "{a} {u}–{b} {u}", "{a} ± {c} {u}", "({a} ± {c}) {u}", "{a} {u} +/- {c} %", "{a} or {b} {u}", "{a}/{b} {u}", "{a} {u} or {b} {u}",
    "about {a}–{b} {u}", "between about {a} and {b} {u}", "{b}–{a} {u}", "{a} through {b} {u}", "{a} and {b} {u}", "{a}, {c} and {b} {u}",
    "{a} x {b} {u}", "{a} {u} by {b} {u}", "{a} {u} × {b} {u} × {c} {u}", "a rise from {a} to {b} {u}", "a fall from {b} {u} to {a} {u}", "a fall from {b} to {a} million {u}", "a rise from {a} to {b} billion {u}",
    "up to {a}–{b} {u}", "{a}…{b} {u}", "{a}—{b} {u}", "−{b} to −{a} {u}", "{a}-to-{b} {u}",
)  # fmt: skip
_SIGNS = (
    "$",
    "US$",
    "€",
    "£",
    "¥",
    "₹",
    "₽",
    "₩",
    "A$",
    "C$",
    "R$",
    "HK$",
    "Rs ",
    "EUR ",
    "USD ",
    "CHF ",
    "CNY ",
    "RMB ",
)
_MONEY_WORDS = (
    "dollars", "US dollars", "euros", "pounds", "pounds sterling", "yen", "yuan", "roubles", "rubles", "rupees", "kronor", "kroner", "zloty",
    "francs", "pesos", "won", "lira", "rand", "hryvnia", "shekels", "reais", "dirhams", "USD", "EUR", "SEK", "€", "zł", "kr", "cents", "pence",
)  # fmt: skip
_AMOUNTS = (
    "5", "5.5", "1,200", "3 million", "3.25 million", "30bn", "4.5m", "40k", "2 trillion", "12 thousand", "5 lakh", "64.14 crore", "half a million",
    "1.5 billion", "a million", "tens of millions", "hundreds of thousands", "a few hundred", "several million", "one and a half billion",
    "two dozen", "0.99", "19.90", "5-7 million", "5 million to 7 million", "12mn", "20 thousand", "billions", "2.50",
)  # fmt: skip
_NOUNS = (
    "copies", "ships", "voters", "patients", "member states", "aircraft", "Su-35s", "men and women", "people", "unauthorised copies", "goals",
    "hospital beds", "sheep", "new cases", "homes", "Kilo-class submarines", "of its crew", "of the 90 seats", "COVID-19 recoveries", "times",
    "children under five", "percent of voters", "tanks and guns", "wins", "firms", "lives", "dead", "injured", "wolves", "analyses", "buses",
)  # fmt: skip
_COMPOUNDS = (
    "m/s", "m/s²", "m/s^2", "m s−1", "km s-1", "metres per second", "miles per hour", "litres per 100 km", "kN·m", "N m", "newton metres",
    "foot-pounds", "kg/m³", "kg m−3", "g/cm3", "mg/l", "µg/m³", "mg kg−1", "mg/kg", "mg dL-1", "mmol/L", "W/m²", "W/(m K)", "W m−2 K−1", "J/(kg·K)",
    "kJ mol−1", "kWh/m²", "barrels per day", "b/d", "bbl/d", "tonnes a year", "tons per hectare", "t ha−1", "kg N ha−1", "people per square kilometre",
    "/km²", "dollars per barrel", "$/kg", "cents per kWh", "euros a month", "GB per second", "Mbit/s", "Mbps", "requests per second", "rpm", "wt%",
    "mol %", "vol.%", "per 100,000", "per thousand", "cases per million", "cubic metres per second", "m³/s", "MWh a day", "passengers an hour",
    "g-force", "x g", "× g", "Pa s", "mPa·s", "V/m", "A/cm²", "cells/mL", "cm−1", "S/m", "N/m²", "lb-ft", "hp", "sq ft", "km2", "°C per minute", "g/mol", "cm−3", "cm−2", "m²/g", "J/K", "kg/m", "mmol/kg", "T·m²", "mol/s", "kg m−2 s−1", "K/min",
)  # fmt: skip
_WHOLE = (
    # Lengths, times and angles of several parts
    "He is 5 ft 10 in tall.", "A height of 6'2\" is usual.", "It took 2 h 30 min.", "It ran for 1 hour, 5 minutes and 3 seconds.", "She weighs 9 stone 4 lb.",
    "The ship lay at 12°30′ N.", "A 5' 11\" keeper was hired.", "The bell weighs 1 lb 4 oz.", "The race took 3:27:05.", "It is 2 years and 6 months old.",
    "A plank of 8 ft by 4 ft.", "A 2x4 was used.", "Use a 3/4 inch bolt.", "A 3-by-5-metre room.", "A 7.62×39mm round was found.", "A 12-gauge gun.",
    # What a price is for
    "Land there costs $5,000 per hectare.", "Storage costs $2 per gigabyte.", "The road cost $4 million per kilometre.", "The reagent costs $3 per mole.",
    # A unit that its sentence settles
    "The motor gives 380 tons of thrust.", "The motor weighs 380 tons.", "It pulls with a force of 40 pounds.", "She paid 40 pounds for it.",
    "It carries 40 pounds of flour.", "A bomb of 15 kilotons exploded.", "The port handled 15 kilotons of ore.", "The angle was 30 degrees.",
    "It was 30 degrees in the shade.", "Seas warmed by 2 °C.", "The water stood at 2 °C.", "It cooled by 5 degrees Fahrenheit.", "An ounce of gold weighs 1 ounce.",
    "Pour 8 ounces of milk.", "The yacht made 12 knots.", "The frigate sailed 300 miles.", "The car drove 300 miles.", "It rotated by 15 minutes of arc.",
    "It lasted 15 minutes.", "A 10-bit counter.", "It bit 10 times.", "A fund lost 40 bps.", "The modem reached 9600 bps.", "A gene of 12 kb.", "A file of 12 kb.",
    "A 5 M solution of salt.", "They raised 5M.", "A share of 5 pc.", "It is 5 pc away.", "It grew 12 in. in May.", "It came 12 in the list.",
    # Shares
    "Half of the fleet is laid up.", "Two thirds of voters stayed home.", "A quarter of the 400 seats were empty.", "Three out of five firms failed.",
    "One in ten children is vaccinated.", "Nine of the 12 jurors agreed.", "The majority, 52%, agreed.", "It rose 3 percentage points to 7.5%.",
    "It rose by 25 basis points.", "It fell 1.3% to 92.5.", "Turnout was between 40 and 45 per cent.", "Salinity was 0.5‰.", "It more than doubled.",
    "It is three times as large.", "It grew tenfold.", "Sales were up by a factor of 4.", "It is twice as fast, and a third lighter.", "It halved.",
    "The rate is 1 in 2,500.", "It is a 50-50 chance.", "A two-thirds majority is needed.", "It is 4/5 full.", "It shrank by nine tenths.",
    # Ranks and numbers of a kind
    "It is the third-largest port.", "It came 8th of 12.", "The twenty-first attempt failed.", "It is the second most visited.", "He finished last.",
    "It is ranked No. 4 in the world.", "It peaked at number 23.", "The 100th visitor got a cake.", "In the 2nd and 3rd rounds it failed.",
    # Lists
    "Forces of 5, 10 and 15 kN were applied.", "It sold 3, 4 and 5 million copies.", "The rooms hold 12, 20, and 36 people.", "5 kg of salt and 3 of pepper.",
    "Of 40 boats, 12 sank, 3 burned and 25 came home.", "It has 2 engines, 4 doors and 120 seats.", "Respectively 4 m, 6 m and 9 m.", "Scores were 4, 7, 9, and 12.",
    # Change
    "Output rose from 5 to 7 percent.", "Prices went up to $5 from $3.", "The crew grew from 12 to 40.", "It was cut by 3 to 4 million.", "It went from 5 kg to 700 g.",
    "It dropped below 40, then to 35.", "It was raised to more than 90 from under 60.", "The number fell by half, to 120.", "It increased 40%.",
    # Time, age and repetition
    "Over 30 years, the dam silted up.", "It has stood for over 30 years.", "In the past 17 years it was copied.", "A 34-year-old pilot jumped.", "Voters 18 and older decide.",
    "Children aged 5 to 11 got one.", "He is 61.", "It is a century old.", "It flew twice.", "It failed once.", "It happens every 3 days.", "Every second house burned.",
    "It came 3 times in 4 weeks.", "It was three days late.", "It is decades old.", "They waited for hours.", "It took a fortnight.", "He was in his 30s.",
)  # fmt: skip
_NONE = (
    "See page 12 and Figure 4.", "Flight 447 was late.", "It is in room 101 on level 3.", "The train left at 8:15 p.m.", "It opens at 9 a.m. and shuts at 17:00.",
    "Vintra won 3–1.", "They lost 2-4 on penalties.", "The vote was 52–48.", "Call 555-0134 or +44 20 7946 0958.", "Version 2.4.1 is out.", "He read Article 5.",
    "Resolution 1701 stands.", "The Boeing 737 and the A320 flew.", "An Su-35 and a MiG-29 took off.", "Falcon 9 lifted off.", "The G20 met the EU27.", "iPhone 12 sales rose.",
    "See [3], [4, 7] and [12–15].", "10.1000/xyz123 is its DOI.", "ISBN 978-3-16-148410-0 is out of print.", "Si(111) was cleaved.", "The 5′-end was cut.", "SN 1987A was seen.",
    "13C NMR was used.", "Patient 12 left on day 7.", "In 1984 and in the 1990s it rained.", "The 2012–13 season ended.", "World War II began.", "Henry VIII died.", "Route 66 is long.",
    "1) Prime the pump. 2) Open the valve.", "1. Introduction", "Chapter 11 filings fell.", "Agent 007 was late.", "The 0630 hours report is lost.", "Catch-22 is a novel.", "The 9/11 attacks.",
    "COVID-19 spread.", "H1N1 and CO2 fell.", "Type 2 diabetes is common.", "Formula 1 returned.", "Grade 5 pupils left.", "An F-16A and a B2 flew.", "Mark 48 torpedoes.", "Psalm 23 was read.",
    "The 27 club.", "Lot 49 was sold.", "Unit 731 is known.", "The S-400 and the RX-9 were sold.", "Phase 3 began.", "Windows 95 was slow.", "Channel 4 showed it.", "Euro 2024 began.", "U-20 sank.",
    "Plan B was used, and plan 9.", "No. 10 said nothing.", "It is the No. 1 choice.", "Mr 3000 retired.", "A 4x4 stopped.", "24/7 support.", "It is 1-800-555-0199.", "Ref. 12-34-56.",
    "first, second and third", "One must wait.", "No one came.", "Wait a second.", "The one that sank.", "One of them left.", "At one point it stopped.", "He won.", "A ton of fun.", "A mile-high stack.",
)  # fmt: skip


def cases() -> Iterable[Case]:
    """Return texts of every construct."""
    texts = [
        *_measured(),
        *_bounded(),
        *_ranges(),
        *_money(),
        *_counted(),
        *_compounds(),
        *_WHOLE,
        *_NONE,
        *_crowded(),
        *swaps.of_quantities(),
    ]
    return [(text,) for text in dict.fromkeys(texts)]


def _measured() -> Iterator[str]:
    dealer = Dealer(11, frame=_FRAMES, number=_NUMBERS, unit=_UNITS)
    for number in _NUMBERS:
        for glue in (" ", " ", "-", ""):
            yield dealer.one("frame").format(f"{number}{glue}{dealer.one('unit')}".rstrip("- "))


def _bounded() -> Iterator[str]:
    dealer = Dealer(12, frame=_FRAMES, number=_NUMBERS, unit=_UNITS)
    for words in _BEFORE:
        for _ in range(2):
            yield dealer.one("frame").format(f"{words} {dealer.one('number')} {dealer.one('unit')}".rstrip())
    for words in _AFTER:
        for _ in range(2):
            yield dealer.one("frame").format(f"{dealer.one('number')} {dealer.one('unit')}".rstrip() + f" {words}")


def _ranges() -> Iterator[str]:
    ends = (("5", "7", "2"), ("1,500", "2,000", "250"), ("0.5", "1.25", "0.75"), ("five", "ten", "seven"), ("3", "4", "6"), ("90", "120", "100"))  # fmt: skip
    dealer = Dealer(13, frame=_FRAMES, unit=_UNITS)
    for form in _RANGES:
        for a, b, c in dealer.dice.sample(ends, 4):
            yield dealer.one("frame").format(form.format(a=a, b=b, c=c, u=dealer.one("unit")).rstrip())


def _money() -> Iterator[str]:
    dealer = Dealer(14, frame=_FRAMES, sign=_SIGNS, word=_MONEY_WORDS, before=_BEFORE)
    for amount in _AMOUNTS:
        for sign in (dealer.one("sign"), dealer.one("sign")):
            yield dealer.one("frame").format(f"{sign}{amount}")
        yield dealer.one("frame").format(f"{amount} {dealer.one('word')}")
        yield dealer.one("frame").format(f"{dealer.one('before')} {dealer.one('sign')}{amount}")
    yield from (dealer.one("frame").format(f"250 {word}") for word in _MONEY_WORDS)


def _counted() -> Iterator[str]:
    dealer = Dealer(15, frame=_FRAMES, number=_NUMBERS, amount=_AMOUNTS)
    for noun in _NOUNS:
        yield dealer.one("frame").format(f"{dealer.one('number')} {noun}")
        yield dealer.one("frame").format(f"{dealer.one('amount')} {noun}")
    for joined in ("seat", "strong", "fold", "odd", "page", "year-old", "foot-tall", "man", "member", "storey"):
        yield f"A {dealer.dice.randint(2, 40_000):,}-{joined} thing was built."


def _compounds() -> Iterator[str]:
    dealer = Dealer(16, frame=_FRAMES, number=("3", "4.5", "1,200", "0.02"))
    for unit in _COMPOUNDS:
        yield dealer.one("frame").format(f"{dealer.one('number')} {unit}")


def _crowded() -> Iterator[str]:
    """Sentences with several quantities, each of which could take something from its neighbour."""
    dealer = Dealer(17, number=_NUMBERS, unit=_UNITS, before=_BEFORE, amount=_AMOUNTS, sign=_SIGNS, noun=_NOUNS)
    for _ in range(60):
        yield dealer.fill(
            "It has {number} {noun} and {before} {number} {unit} for {sign}{amount}, {number} {unit} more than in 2011."
        )
    for _ in range(40):
        yield dealer.fill(
            "Of {amount} {noun}, {number} were {number} {unit} long; {before} {amount} {noun} cost {sign}{amount} each."
        )
