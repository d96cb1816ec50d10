"""What checks are tried on: facts in two wordings each, figures that agree or do not, stances, and statements without figures."""

#: By the kind of its figure: a statement, and the same in other words.
FACTS = {
    "power": (
        ("The pump draws {} at full load.", "At full load the pump draws {}."),
        ("The turbine develops {} in winter.", "In winter, the turbine develops {}, the maker says."),
        ("The KT-12 has an output of {}.", "An output of {} is given for the KT-12."),
        ("The lamp uses {}.", "According to the label, the lamp uses {} when new."),
    ),
    "length": (
        ("The Merlin tunnel is {} long.", "With a length of {}, the Merlin tunnel crosses the lake."),
        ("The tower is {} tall.", "The tower, painted red, is {} tall."),
        ("The ferry has a range of {}.", "The range of the ferry is {}."),
    ),
    "mass": (
        ("The Alder tank weighs {}.", "The weight of the Alder tank is {}."),
        ("The satellite has a mass of {}.", "At launch the satellite had a mass of {}."),
        ("The yard melted {} of scrap.", "In all, {} of scrap were melted by the yard."),
    ),
    "money": (
        ("The bridge cost {}.", "In all the bridge cost {}, the ministry said."),
        ("The film earned {} worldwide.", "Worldwide, the film grossed {}."),
        ("The council approved a budget of {}.", "A budget of {} was approved by the council."),
    ),
    "count": (
        ("The yard employs {} people.", "At the yard {} people are employed."),
        ("The raid left {} dead.", "In the raid {} people were killed."),
        ("The town has {} residents.", "The town counted {} residents at the last census."),
        ("Kenya bought {} tractors.", "Kenya has bought {} tractors from Norway."),
    ),
    "share": (
        ("Unemployment rose by {}.", "Unemployment in the county rose by {}."),
        ("Turnout was {}.", "The turnout was {}, the office said."),
        ("The firm holds {} of the shares.", "Of the shares, {} are held by the firm."),
    ),
    "time": (
        ("The crossing takes {}.", "It takes {} to make the crossing."),
        ("The trial lasted {}.", "The trial, which lasted {}, ended in May."),
        ("The mine worked for {}.", "For {} the mine worked without a break."),
    ),
    "year": (
        ("The bridge opened in {}.", "The bridge was opened in {}."),
        ("Mira Castel was born in {}.", "Castel was born in Tarvik in {}."),
        ("The treaty was signed in {}.", "Both sides signed the treaty in {}."),
    ),
    "day": (
        ("The minister resigned on {}.", "On {} the minister resigned."),
        ("The probe was launched on {}.", "The launch of the probe took place on {}."),
        ("The court ruled on {}.", "The ruling of the court came on {}."),
    ),
    "bound": (
        ("The dam was closed {}.", "They closed the dam {}."),
        ("The mine produced coal {}.", "Coal was produced by the mine {}."),
    ),
    "rank": (
        ("The port is the {} largest in Europe.", "Among the ports of Europe it is the {} largest."),
        ("Dahl finished {}.", "In the final Dahl finished {}."),
        ("It was her {} goal.", "She scored her {} goal."),
    ),
    "score": (
        ("Vintra beat Tarvik {}.", "On Saturday Vintra beat Tarvik {} at home."),
        ("The motion passed by {}.", "The council passed the motion by {}."),
    ),
    "heat": (
        ("The water reached {}.", "A temperature of {} was measured in the water."),
        ("It was {} in Tarvik.", "In Tarvik it was {} at noon."),
    ),
    "speed": (
        ("The HL-30 flies at {}.", "The top speed of the HL-30 is {}."),
        ("The train runs at {}.", "At {} the train runs across the plain."),
    ),
}  # fmt: skip

_SLIPS = {
    "power": ("7300 W", "7,300 W", "7.3 kW", "7300 kW", "7,300 MW", "7.3 W", "3700 W", "7030 W", "730 W", "73,000 W", "7300 hp", "7300 V", "7250 W", "7.34 kW", "5000 to 7300 W", "7300 to 9000 W",
              "7000 to 9000 W", "8000 to 9000 W", "9100 W", "10 hp", "about 7300 W", "more than 7300 W", "up to 7300 W", "less than 7300 W", "7300 W in summer and 9100 W in winter"),
    "length": ("57 km", "57 miles", "57,000 m", "57 m", "75 km", "570 km", "5.7 km", "35 miles", "57.2 km", "56 to 58 km", "50 km", "nearly 57 km", "187,000 ft", "57 000 metres", "fifty-seven kilometres", "57 nautical miles"),
    "mass": ("5.5 tonnes", "5.5 tons", "5,480 kg", "5.5 kg", "5,500 tonnes", "12,125 lb", "5.5 short tons", "55 tonnes", "5.05 tonnes", "5 to 6 tonnes", "6.2 tonnes", "5.5 t", "550 kg", "5.5 tonnes dry and 7 tonnes laden", "half a ton"),
    "money": ("$2.4 million", "$2.4 billion", "$2.4bn", "€2.4 million", "$2,400,000", "$2.4 thousand", "$4.2 million", "$24 million", "$2.38 million", "about $2.4 million", "$2 million", "2.4 million dollars", "2.4 million euros", "$2.4",
              "more than $2.4 million", "$2.4 million to $3 million", "¥2.4 million", "24 lakh dollars", "£1.9 million ($2.4 million)", "$3.1 million"),
    "count": ("1,500", "1.500", "1500", "1,050", "150", "15,000", "1,500,000", "5,100", "fifteen hundred", "1,499", "1,501", "about 1,500", "more than 1,500", "fewer than 1,500", "at least 1,500", "up to 1,500", "1,400 to 1,600", "1,500 or so",
              "1.5 million", "1.5 thousand", "hundreds of", "a thousand", "2,900", "no", "1,500, up from 1,200,", "1,200, down from 1,500,"),
    "share": ("3 percent", "3%", "3 percentage points", "0.3 percent", "30 percent", "3 per cent", "3.2 percent", "13 percent", "three percent", "3 basis points", "a third", "3 to 5 percent", "nearly 3 percent", "3 per mille", "2 percent", "half", "33%", "one in three"),
    "time": ("5 days", "five days", "120 hours", "5 hours", "5 weeks", "5 to 7 days", "3 to 5 days", "6 days", "more than 5 days", "a week", "5 years", "50 days", "about 5 days", "half a day", "15 days"),
    "year": ("1998", "1999", "1997", "1989", "1898", "2008", "early 1998", "the 1990s", "1998 or 1999", "May 1998", "the summer of 1998", "1990 and reopened in 1998", "1998–99", "98", "2018", "the 20th century"),
    "day": ("4 May 2020", "May 4, 2020", "2020-05-04", "5 May 2020", "14 May 2020", "4 June 2020", "4 May 2019", "4 May", "Monday, 4 May 2020", "04.05.2020", "4/5/2020", "4 or 5 May 2020", "3–5 May 2020", "14 June 2021", "the 4th of May, 2020"),
    "bound": ("in 1998", "before 1998", "after 1998", "since 1998", "until 1998", "by 1998", "from 1998 to 2004", "between 1990 and 1998", "around 1998", "in 2004", "no later than 1998", "in the late 1990s", "on 3 June 1998", "before 2004", "after 1990"),
    "rank": ("third", "3rd", "second", "fourth", "23rd", "13th", "last", "first", "third or fourth", "thirtieth"),
    "score": ("3–1", "3-1", "1–3", "3–2", "4–1", "3 to 1", "31–0", "2–1", "three to one"),
    "heat": ("12 °C", "12 degrees Celsius", "12 °F", "−12 °C", "minus 12 °C", "21 °C", "53.6 °F", "285 K", "12 degrees", "10 to 15 °C", "12.4 °C", "1.2 °C", "18 °C", "more than 12 °C"),
    "speed": ("292 km/h", "292 mph", "181 mph", "81 m/s", "229 km/h", "2,920 km/h", "158 knots", "up to 292 km/h", "292 kph", "290 km/h", "250 to 300 km/h", "Mach 2", "310 km/h", "292 km per hour"),
}  # fmt: skip
_BOUNDED = {
    "count": (("more than 1,500", "1,500"), ("at least 1,500", "1,500"), ("fewer than 1,500", "1,500"), ("up to 1,500", "1,500"), ("up to 1,500", "1,700"), ("more than 1,500", "1,700"), ("about 1,500", "1,480"), ("about 1,500", "1,900"),
              ("nearly 1,500", "1,470"), ("nearly 1,500", "1,530"), ("1,400 to 1,600", "1,500"), ("1,400 to 1,600", "1,900"), ("exactly 1,500", "1,500"), ("more than 1,500", "more than 2,000"), ("more than 1,500", "fewer than 1,500"), ("hundreds of", "740")),
    "money": (("more than $250.3 million", "$250.4 million"), ("more than $250.4 million", "$250.4 million"), ("less than $250.5 million", "$250.4 million"), ("between $1 million and $3 million", "$2.4 million"), ("nearly $1 billion", "$983 million")),
    "year": (("the 1990s", "1998"), ("1998", "2 March 1998"), ("May 1998", "1998"), ("2 March 1998", "March 1998"), ("the early 20th century", "1908")),
    "day": (("May 2020", "4 May 2020"), ("4 May 2020", "May 2020"), ("2020", "4 May 2020"), ("4 May", "4 May 2020"), ("the morning of 4 May 2020", "4 May 2020")),
    "bound": (("before 1998", "in 1998"), ("before 1998", "in 1990"), ("after 1998", "in 2004"), ("after 1998", "on 3 June 1998"), ("since 1998", "since 1997"), ("until 1998", "until 1999"), ("from 1998 to 2004", "from 1998 to 2005"), ("by 1998", "in 1997")),
    "share": (("more than 40 percent", "46%"), ("more than 40 percent", "38%"), ("half", "52%"), ("half", "50 percent"), ("two thirds", "67 percent"), ("a majority", "52%"), ("3 percentage points", "3 percent"), ("a quarter", "25%"), ("a quarter", "one in five")),
    "rank": (("above the 10th", "9th"), ("second", "third"), ("fourth-", "fourth "), ("last", "12th of 12")),
    "time": (("more than 9 days", "5 to 7 days"), ("a week", "seven days"), ("two years", "24 months"), ("half an hour", "30 minutes"), ("decades", "40 years")),
    "mass": (("nearly 70 tonnes", "71.2 tonnes"), ("nearly 70 tonnes", "69.1 tonnes"), ("over 5 tonnes", "5,480 kg"), ("380 tons", "380 long tons")),
}  # fmt: skip

#: By kind: what the claim says and what the evidence says.
FIGURES = {
    kind: [(figures[0], found) for figures in [slips] for found in slips] + list(_BOUNDED.get(kind, ()))
    for kind, slips in _SLIPS.items()
}

#: What evidence may do with a statement: {0} is it as a sentence, {1} as a clause.
STANCES = (
    "It is not true that {1}.", "{0}, which nobody denies.", "The ministry denied that {1}.", "It was claimed that {1}, but this was false.", "{0}, the army said, a figure that the UN rejects.", "If all goes well, {1}.",
    "It is expected that {1}.", "By 2030, {1}, according to the plan.", "Did anyone say that {1}?", "Nobody knows whether {1}.", "{0}, it was reported; the report was later retracted.", "Allegedly, {1}.", "{0}, perhaps.",
    "It had been planned that {1}.", "Critics doubt that {1}.", "{0} no longer.", "Before the war, {1}.", "{0} in the novel.", "The court found that {1}.", "{0} only on paper.", "Unlike its sister, of which {1}.", "Correction: {0}.",
    "Hardly anybody believes that {1}.", "{0}, not counting the annex.", "Mira Castel wrote that {1}, and the audit confirmed it.", "{0} every year.", "It might be that {1}.", "Almost: {1}.", "{0}. This is wrong.", "Some say that {1}, others deny it.",
)  # fmt: skip

#: A claim without figures, and evidence for, against or beside it.
WORDS = (
    ("The council approved the dredging permit.", "The council did not approve the dredging permit.", "The council rejected the dredging permit.", "The dredging permit was approved by the council.", "The council has approved a permit for dredging.", "The council never approved the dredging permit.", "The court approved the dredging permit."),
    ("Brightwater closed the mine in Tarvik.", "The mine in Tarvik was closed by Brightwater.", "Brightwater opened the mine in Tarvik.", "Brightwater will close the mine in Tarvik.", "Ostro Energy closed the mine in Tarvik.", "Brightwater closed the mine in Quarra.", "Brightwater refused to close the mine in Tarvik."),
    ("The minister resigned.", "The minister did not resign.", "The minister stepped down.", "The minister was sacked.", "The minister might resign.", "The minister's brother resigned.", "The minister denied that she had resigned."),
    ("The vaccine is safe.", "The vaccine is not safe.", "The vaccine is unsafe.", "The vaccine is dangerous.", "The vaccine is said to be safe.", "The vaccine is safe and cheap.", "Without tests, the vaccine is safe for nobody."),
    ("Exports rose in May.", "Exports fell in May.", "Exports increased in May.", "Imports rose in May.", "Exports rose in June.", "In May exports grew.", "Exports did not rise in May."),
    ("Norway beat Brazil in the final.", "Brazil beat Norway in the final.", "Norway lost to Brazil in the final.", "Norway won the final against Brazil.", "Norway beat Brazil in the semi-final.", "Norway and Brazil met in the final."),
    ("The ferry is faster than the barge.", "The barge is faster than the ferry.", "The ferry is slower than the barge.", "The ferry is not faster than the barge.", "The ferry is the fastest boat on the lake."),
    ("All members voted for the plan.", "No members voted for the plan.", "Some members voted for the plan.", "All members voted against the plan.", "Nobody voted for the plan.", "The members opposed the plan."),
    ("Dahl was convicted of fraud.", "Dahl was acquitted of fraud.", "Dahl was accused of fraud.", "Dahl was found guilty of fraud.", "Falk was convicted of fraud.", "Dahl was convicted of arson."),
    ("The plant is in northern Kenya.", "The plant is in southern Kenya.", "The plant lies in the north of Kenya.", "The plant is in northern Chile.", "The plant is not in northern Kenya."),
    ("Tests with the drug succeeded.", "Tests with the drug failed.", "Tests with the drug were a success.", "Tests without the drug succeeded.", "The drug was tested successfully."),
    ("The river is wide and shallow.", "The river is wide.", "The river is narrow and deep.", "The river is wide but not shallow.", "The lake is wide and shallow."),
    ("Mira Castel founded Lumen Pharma.", "Lumen Pharma was founded by Mira Castel.", "Mira Castel joined Lumen Pharma.", "Jonas Petrak founded Lumen Pharma.", "Mira Castel founded Lumen Pharma with Jonas Petrak.", "Mira Castel did not found Lumen Pharma; Jonas Petrak did."),
    ("The airport is open at night.", "The airport is closed at night.", "The airport is open during the day.", "The airport opens at night.", "Only at night is the airport open."),
    ("It is legal to fish here.", "It is illegal to fish here.", "Fishing is allowed here.", "Fishing is forbidden here.", "It is not illegal to fish here."),
    ("The court upheld the ban.", "The court lifted the ban.", "The court overturned the ban.", "The ban was upheld by the court.", "The ban was lifted before the court met."),
    ("Few patients recovered.", "Most patients recovered.", "Few patients died.", "Nearly all patients recovered.", "The patients recovered."),
    ("The left won the vote.", "The right won the vote.", "The left lost the vote.", "The vote was won by the left.", "The left called the vote."),
    ("Profits were higher than losses.", "Losses were higher than profits.", "Profits were lower than losses.", "Profits exceeded losses."),
    ("Henrik Dahl is alive.", "Henrik Dahl is dead.", "Henrik Dahl died.", "Henrik Dahl lives in Tarvik.", "Henrik Dahl is not alive."),
)  # fmt: skip

#: Claims and evidence of several figures, where the right ones have to find each other.
PAIRS = (
    ("The turbine develops 3,830 kW in summer.", "The turbine develops 4,150 kW in summer and 3,830 kW in winter."), ("The turbine develops 3,830 kW in winter.", "The turbine develops 4,150 kW in summer and 3,830 kW in winter."),
    ("The raid left 5 dead and 7 wounded.", "The raid left 7 dead and 5 wounded."), ("The raid left 5 dead and 7 wounded.", "The raid left 5 dead and 9 wounded."), ("The raid left 5 dead.", "The raid left 12 people dead or wounded."),
    ("Sales rose from 5 to 8 million.", "Sales rose to 8 million from 5 million."), ("Sales rose to 8 million.", "Sales rose by 8 million."), ("Sales fell to 8 million.", "Sales rose to 8 million."), ("Sales doubled.", "Sales rose from 5 to 10 million."),
    ("The film earned 91 million.", "The film earned 68 million at home and 23 million abroad, for a total of 91 million."), ("The film earned 68 million abroad.", "The film earned 68 million at home and 23 million abroad."),
    ("Norway has 12 submarines and Chile 4.", "Chile has 12 submarines and Norway 4."), ("Norway has more submarines than Chile.", "Norway has 12 submarines, Chile 4."), ("The fare rose 12 percent to 95 kr.", "The fare rose from 85 kr to 95 kr, or 12 percent."),
    ("As of 7 April 2020, fewer than 700 cases were confirmed.", "As of 7 April 2020, 696 cases were confirmed."), ("As of 7 April 2020, fewer than 700 cases were confirmed.", "As of 7 April 2020, 706 cases were confirmed."),
    ("As of 7 April 2020, 696 cases were confirmed.", "As of 8 April 2020, 730 cases were confirmed."), ("The HL-30 weighs 5.5 tons and flies 292 km/h.", "The HL-30 weighs 5,480 kg. Its top speed is 292 km/h."),
    ("In 2019 it sold 40 jets.", "It sold 36 jets in 2018, 40 in 2019 and 44 in 2020."), ("In 2019 it sold 44 jets.", "It sold 36 jets in 2018, 40 in 2019 and 44 in 2020."), ("It sold 120 jets in three years.", "It sold 36 jets in 2018, 40 in 2019 and 44 in 2020."),
    ("At least 40 of the 90 buses burned.", "Of the 90 buses, 46 burned."), ("At least 40 of the 90 buses burned.", "Of the 46 buses, 90 percent burned."), ("None of the 90 buses burned.", "46 of the 90 buses burned."), ("No buses burned.", "46 of the 90 buses burned."),
    ("The trial had 1,846 patients at 23 hospitals.", "At 23 hospitals, 1,846 patients took part in the trial between March 2016 and June 2019."), ("The trial had 1,846 patients at 32 hospitals.", "At 23 hospitals, 1,846 patients took part in the trial."),
    ("Falk is 44 years old.", "Falk, 44, is a lawyer."), ("Falk is 44 years old.", "Falk was born in 1979."), ("Falk was 44 when she won.", "At 45, Falk won."), ("It is 10 x 20 m.", "It is 10 m wide and 20 m long."), ("Two in five agree.", "40% agree."),
    ("The RD9 engine gives 4150 N.", "The RD9 engine gives 4,150 kN in vacuum and 3,830 kN at sea level."), ("The RD9 engine gives 4150 kN.", "The RD8 engine gives 4,150 kN."), ("It grew 5 percent a year.", "It grew 5 percent in a month."), ("It makes 40 cars a day.", "It makes 40 cars a week."),
    ("", "Anything."), ("Anything at all.", ""), ("12", "12"), ("12 and 13", "13 and 12"), ("The rows hold 20 jars, 21 jars, 22 jars, 23 jars, 24 jars, 25 jars, 26 jars, 27 jars, 28 jars, 29 jars, 30 jars, 31 jars and 32 jars.", "The rows hold 20 jars."),
)  # fmt: skip
