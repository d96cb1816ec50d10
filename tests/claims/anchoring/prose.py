"""Our own prose, rich in figures, dates and names, that tests edit in known ways."""

import random
from itertools import pairwise

REPORTS = (
    # A railway
    "The Halden narrow-gauge line opened on 14 September 1908 and closed to passengers in May 1961.",
    "Its 42.7 km of track cost 1.9 million crowns, of which the state paid two thirds.",
    "Up to 1,250 tonnes of timber a day left the yard at Skarnes in the 1930s.",
    "The steepest stretch, between Moen and Tangen, climbs 312 metres in 11 kilometres.",
    "Locomotive No. 7, built by Krauss in Munich, weighed 28.4 t and could pull 160 tons uphill.",
    "Ingrid Bakke was the first woman to drive a train there, in the winter of 1943.",
    "The museum society did not receive any public money until 1987.",
    "On weekdays the railcar leaves Halden at 6:45 a.m. and returns at 3:20 p.m.",
    "Between 1,500 and 2,000 visitors come to the steam days held each August.",
    "Fares rose by 12 percent in 2022, from 85 kr to 95 kr for adults.",
    # A hospital trial
    "The trial enrolled 1,846 patients at 23 hospitals between March 2016 and June 2019.",
    "After 52 weeks, 31.4% of those on the drug had stopped smoking, against 17.9% on placebo.",
    "Six patients withdrew because of nausea, and none died during the treatment.",
    "A dose of 0.5 mg was taken twice a day for the first week and 1 mg after that.",
    "Dr Amara Nwosu, who led the study, said the effect was no longer measurable after three years.",
    "Blood pressure fell by 4 to 6 mmHg, which is less than the 10 mmHg that had been hoped for.",
    "The second arm was halted on 3 February 2018 without an explanation to the patients.",
    "Treating one patient costs about $2,300, and the health service paid €4.6 million in all.",
    "More than half of the participants were women, and a quarter were older than 65.",
    "The authors reported at least 40 protocol deviations, most of them minor.",
    # A spacecraft
    "The Tern probe was launched from Kourou at 11:37 UTC on 21 April 2011, aboard an Ariane 5.",
    "With full tanks it weighed 3,170 kg, including 1,480 kilograms of hydrazine.",
    "Its main engine gives a thrust of 4,150 N in vacuum, nearly three times that of the older KT-9.",
    "The dish measures 2.2 m across and covers an area of 3.8 m².",
    "Surface temperatures range from −170 °C at night to 127 °C at noon.",
    "The probe passed within 320,000 kilometres of Saturn on its way, at 15 km/s.",
    "Two of the six reaction wheels failed in 2016, but the mission was not shortened.",
    "The signal needs 83 minutes to reach Earth and carries 16 kbit per second.",
    "The mission cost €780 million, or $1.1 billion at the rates of that year.",
    "Mission control in Darmstadt switched the camera off for the last time on 9 October 2023.",
    # A city's budget
    "The council approved a budget of $1.2 billion for 2024, up 3.5% from the year before.",
    "Mayor Teresa Quintana had asked for 86 new buses; the council allowed her 54.",
    "The debt stands at 4,318,000,000 pesos, the highest since 1998.",
    "Property tax rises from 20.5 to 21.25 per cent, which brings in some 14 million more.",
    "The opposition never supported the plan, and eleven of its members left the hall.",
    "Population grew from 118,400 in 2010 to 131,950 at the last census.",
    "A dozen schools will be closed before the end of the decade.",
    "The water works lose 18 percent of what they pump, less than the 25 percent of ten years ago.",
    "Unemployment reached 7.8% in the first quarter, 0.4 percentage points more than a year earlier.",
    "Around 300 families were moved to the northern district without compensation.",
    # A football club
    "Vintra beat Lokomotiv Orel 3–1 on Saturday in front of 24,318 spectators.",
    "Striker Dario Penna scored in the 17th and the 63rd minute, his 20th and 21st goals of the season.",
    "The club finished fourth in the 2018–19 season with 61 points from 34 matches.",
    "It has won the cup three times, most recently under Louis Ferrand in 1996.",
    "Their ground, built during World War II, seats 28,500 and was rebuilt for £61 million.",
    "Captain Nils Aaberg is suspended for two matches and cannot play in the final.",
    "The women's team has been unbeaten since 12 August 2023.",
    "The transfer of Joao Reis cost the club at least €6.5m plus bonuses.",
    # A reservoir
    "The Orlava dam is 96 metres high and holds back 1.35 billion cubic metres of water.",
    "Its four turbines produce 720 MW, or 1,900 GWh in an average year.",
    "The valley was flooded in 1974, although the villagers of Brod refused to leave.",
    "Engineers warned in 1969 that the left bank was unstable, and geologist Petr Hora denied it.",
    "The lake covers 55 km² when full and as little as 21 km² at the end of a dry summer.",
    "Seven villages and 2/5 of the forest disappeared under the water.",
    "The ministry expects the sluices to be replaced by 30 November 2027.",
    "Fishing is allowed from 1 May to 31 October, but not below the wall.",
    "The earthquake of 5.9 magnitude on 26 July 1963 killed more than 1,070 people in the region.",
    "Salinity in the lower basin increased to 1.5 g/l, above the limit of 0.9 g/l.",
)
"""Sentences of six reports, in order."""

_TOWNS = [
    "Aske",
    "Borre",
    "Dalby",
    "Elverum",
    "Fosen",
    "Gjerdal",
    "Hamre",
    "Kvam",
    "Leira",
    "Molde",
    "Nesbu",
    "Orre",
    "Rauma",
    "Sande",
    "Tveit",
    "Ulvik",
    "Vang",
]
_PEOPLE = [
    "Anna Berg",
    "Olav Dahl",
    "Karin Moe",
    "Jon Lie",
    "Siri Holm",
    "Per Vik",
    "Eva Strand",
    "Tor Aune",
    "Liv Hauge",
    "Nils Foss",
]
_PATTERNS = (
    "In {year} the municipality of {town} spent {money} million kroner on {n} kilometres of road.",
    "{person} of {town} told the board that {n} of its {m} pumps had been replaced since {year}.",
    "The station at {town} measured {n} millimetres of rain in the week to {day} {month} {year}.",
    "A new school for {m} pupils was opened in {town} on {day} {month}, and {person} cut the ribbon.",
    "The ferry between {town} and {other} carried {m} passengers in {year}, {n} per cent more than the year before.",
    "Nobody in {town} could say why the mill had stopped, and {person} did not want to guess.",
    "According to the register, {m} people lived in {town} in {year}, and {n} of them were older than ninety.",
    "The old road from {other} to {town} is closed to lorries above {n} tonnes until further notice.",
    "{person} has written a history of the parish of {town} that fills {m} pages and took {n} years.",
    "Prices for firewood in {town} rose to {money} kroner a sack, which {person} called a scandal.",
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def county_report(length: int, chance: random.Random) -> list[str]:
    """Write sentences of a report, at least length characters, many of them alike but for their figures."""
    sentences: list[str] = []
    written = 0
    while written < length:
        town, other = chance.sample(_TOWNS, 2)
        sentence = chance.choice(_PATTERNS).format(
            town=town, other=other, person=chance.choice(_PEOPLE), year=chance.randint(1950, 2024),
            month=chance.choice(_MONTHS), day=chance.randint(1, 28), money=f"{chance.uniform(1, 90):.1f}",
            n=chance.randint(3, 60), m=f"{chance.randint(100, 9_000):,}",
        )  # fmt: skip
        sentences.append(sentence)
        written += len(sentence) + 1
    return sentences


def neighbours() -> list[tuple[str, str, str]]:
    """List every sentence of the reports between the sentences before and after it."""
    pairs = list(pairwise(REPORTS))
    return [(before, sentence, after) for (before, sentence), (_, after) in pairwise(pairs)]
