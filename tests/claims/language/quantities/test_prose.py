"""Quantities in prose that is full of them, and in prose that only looks it."""

import pytest

from tests.claims.language.quantities.reading import check

DENSE_PROSE = [
    (
        "Heated at 5 °C min−1 to 80 °C.",
        ("5 °C min−1", "0.075", "0.09166666666666666666666666666666667", "degree_Celsius / minute"),
        ("80 °C", "352.65", "353.65", "degree_Celsius"),
    ),
    ("It held 3.4 ± 0.2 mg kg−1 of lead.", ("3.4 ± 0.2 mg kg−1", "0.0000032", "0.0000036", "milligram / kilogram")),
    (
        "Spun at 12,000 × g for 15 min.",
        ("12,000 × g", "117674.896675", "117684.703325", "standard_gravity"),
        ("15 min", "870", "930", "minute"),
    ),
    ("About 3.5 × 1020 atoms stuck.", ("3.5 × 1020", "341250000000000000000", "358750000000000000000", None, "~")),
    ("It runs on 220/380 V.", ("220", "219.5", "220.5", "volt"), ("380 V", "379.5", "380.5", "volt")),
    ("It flew at Mach 5 once.", ("Mach 5", "4.5", "5.5", "mach")),
    ("A 6-foot-2 guard stood there.", ("6-foot-2", "1.8669", "1.8923", "inch")),
    ("Fees of 1 234 567,89 € fell due.", ("1 234 567,89 €", "1234567.885", "1234567.895", "EUR")),
    ("It has 12 guns (5.5 t each).", ("12", "12", "12", None), ("5.5 t", "5450", "5550", "tonne")),
    (
        "Range 2,000 km (1,240 miles).",
        ("2,000 km", "1999500", "2000500", "kilometer"),
        ("1,240 miles", "1994781.888", "1996391.232", "mile"),
    ),
    (
        "Sales of $5bn in 2015 and 6 S-400 batteries.",
        ("$5bn", "4500000000", "5500000000", "USD"),
        ("6", "6", "6", None),
    ),
    ("Cases in Chaco (5) and Salta (14).", ("5", "5", "5", None), ("14", "14", "14", None)),
    ("It scored 5.3/10.", ("5.3/10", "5.25", "5.35", None)),
    ("It peaked at number 23.", ("23", "23", "23", None)),
    ("It sank by 10x.", ("10x", "10", "10", None)),
    ("Output hit 1,500 € 30 times.", ("1,500 €", "1499.5", "1500.5", "EUR"), ("30", "30", "30", None)),
    ("The year 1998 saw 1998 kN of thrust.", ("1998 kN", "1997500", "1998500", "kilonewton")),
    ("Verdict.500 people left.", ("500", "500", "500", None)),
    ("共15个国家参加。", ("15", "15", "15", None)),
    ("Up ５％ overall.", ("５％", "0.045", "0.055", "percent")),
]

NOTHING = [
    "The RD-180 engine and the Su-35 jet flew.",
    "Drills named Vostok-2022 ended.",
    "The CR929 and the J-11A and the F-16 were shown.",
    "Cases of COVID-19 rose.",
    "Anti-access (A2/AD) weapons work.",
    "The Il-76 78 tanker aircraft flew.",
    "It happened in 2022 and again in 1998.",
    "It flew on 30 May 1962.",
    "The season of 2012–13 was dull.",
    "The date was 2022-09-07 then.",
    "They won 3–1 at home.",
    "They lost 2-5 away.",
    "The train left at 20:30 sharp.",
    "The shop opens at 8 a.m. daily.",
    "Install version 3.2.1 first.",
    "Call 555-1234 for help.",
    "The host is 192.168.0.1 today.",
    "See page 12, Figure 3 and Table 4.",
    "See Figures 1A–1F for it.",
    "As shown before [12], it holds.",
    "The 1990s were loud.",
    "A 5G network and 4K video were shown.",
    "Boeing 737 jets were grounded.",
    "The Falcon 9 flew again.",
    "Flights MH17 and KAL007 were lost.",
    "The ratio is 3:1 here.",
    "Open 24/7 for you.",
    "The attacks of 9/11 changed it.",
    "One of the best known lines.",
    "He lives in the 21st century.",
    "UTF-8 text and H2O ice.",
    "The T-72B3 and the 4x4 truck.",
    "They said so (5) and left.",
    "At 0630 hours agent 007 left.",
    "The 5C phone and the 3D print.",
    "If he scores again, half back Jones rests.",
    "The broken character ï¿½ stays.",
]


@pytest.mark.parametrize("case", DENSE_PROSE, ids=lambda case: case[0])
def test_dense_prose_is_read_number_by_number(case):
    check(*case)


@pytest.mark.parametrize("text", NOTHING)
def test_names_dates_times_and_scores_are_no_quantities(text):
    check(text)
