"""A library of sources of a few families, alike but for their names and figures, and claims that one of them answers."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.claims.anchoring.prose import county_report


@dataclass(frozen=True)
class Source:
    title: str
    text: str


@dataclass(frozen=True)
class Asked:
    """A claim, the title of the one source that answers it, and what it is found by: a name, a figure, both."""

    kind: str
    claim: str
    title: str
    sentence: str


@dataclass(frozen=True)
class _Trait:
    """How a source states a figure, how a claim does in other words and another unit, and how without the name."""

    stated: str
    claimed: str
    unnamed: str
    drawn: Callable[[random.Random], float]
    printed: Callable[[float], str]
    converted: Callable[[float], str]


def _whole(value: float) -> str:
    return f"{value:,.0f}"


def _one_place(value: float) -> str:
    return f"{value:,.1f}"


def _between(low: int, high: int) -> Callable[[random.Random], float]:
    return lambda chance: chance.randint(low, high)


_FAMILIES: dict[str, tuple[str, tuple[_Trait, ...]]] = {
    "engine": ("KT-41 Vega-2 RB-9 Orlan-7 MD-120 Tyr-5", (
        _Trait("The {name} engine develops {v} kN in vacuum.", "The vacuum thrust of the {name} reaches {v} N.",
               "The engine's thrust in vacuum is {v} N.", _between(310, 4_900), _whole, lambda v: _whole(v * 1_000)),
        _Trait("Dry, the {name} weighs {v} kg.", "The mass of the {name} is {v} tonnes.", "The rocket engine weighs only {v} tonnes.",
               lambda chance: chance.randint(31, 99) * 100, _whole, lambda v: _one_place(v / 1_000)),
        _Trait("Its chamber works at {v} bar.", "The {name} burns its fuel at a pressure of {v} MPa.",
               "The pressure in the combustion chamber is {v} MPa.", _between(71, 290), _whole, lambda v: _one_place(v / 10)),
    )),
    "dam": ("Orlava Kessin Brodno Halmaz Tirsova Mirna", (
        _Trait("The {name} dam rises {v} metres above its foundation.", "The dam at {name} is {v} m tall.", "The wall of the dam stands {v} m high.",
               _between(41, 290), _whole, _whole),
        _Trait("Its reservoir holds {v} million cubic metres.", "The lake behind the {name} dam stores {v} billion cubic metres of water.",
               "The reservoir can store {v} billion cubic metres.", lambda chance: chance.randint(11, 90) * 100, _whole, lambda v: _one_place(v / 1_000)),
        _Trait("The turbines at {name} were rated at {v} MW.", "The {name} power plant has an output of {v} kW.",
               "The hydroelectric plant has an output of {v} kW.", _between(120, 980), _whole, lambda v: _whole(v * 1_000)),
    )),
    "ferry": ("Morgana Astrid Belle Karelia Nordlys Sundbuss", (
        _Trait("The ferry {name} displaces {v} tonnes.", "{name} has a displacement of {v} kg.", "The ship displaces {v} kg.",
               _between(1_200, 9_800), _whole, lambda v: _whole(v * 1_000)),
        _Trait("There is room for {v} passengers on board {name}.", "{name} can carry {v} people.", "The ferry can carry {v} passengers.",
               _between(210, 1_900), _whole, _whole),
        _Trait("The yard handed {name} over for {v} million kroner.", "{name} cost {v} kroner to build.",
               "Building the ferry cost {v} kroner.", _between(110, 880), _whole, lambda v: _whole(v * 1_000_000)),
    )),
    "trial": ("Pelumab Cortiven Dalprex Ozaritide Zemtrol Fenadone", (
        _Trait("In the {name} trial, {v}% of the treated patients recovered.", "{v} per cent of those given {name} got well.",
               "Of the patients who took the drug, {v} per cent recovered.", lambda chance: chance.randint(205, 890) / 10, _one_place, _one_place),
        _Trait("The study of {name} enrolled {v} patients.", "{v} patients took part in the test of {name}.",
               "The study enrolled {v} patients.", _between(310, 4_800), _whole, _whole),
        _Trait("A dose of {name} holds {v} mg.", "Each tablet of {name} contains {v} g.", "A single dose of the drug is {v} g.",
               lambda chance: chance.randint(11, 95) * 10, _whole, lambda v: f"{v / 1_000:.2f}"),
    )),
    "club": ("Vintra Lokomotiv Rapid Estrela Dynamo Halmstad", (
        _Trait("{name} play in a stadium with {v} seats.", "The ground of {name} seats {v}.", "The stadium seats {v} spectators.",
               _between(8_100, 61_000), _whole, _whole),
        _Trait("{name} paid €{v} million for their striker.", "The striker of {name} cost {v} euros.", "The striker cost the club {v} euros.",
               _between(11, 99), _whole, lambda v: _whole(v * 1_000_000)),
        _Trait("{name} were founded in {v}.", "The football club {name} has existed since {v}.", "The football club was founded in {v}.",
               _between(1_880, 1_979), lambda v: f"{v:.0f}", lambda v: f"{v:.0f}"),
    )),
    "bridge": ("Askoy Hellesund Tromso Kvalvik Rovde Lysefjord", (
        _Trait("The {name} bridge is {v} metres long.", "The bridge at {name} has a length of {v} km.", "The bridge has a length of {v} km.",
               lambda chance: chance.randint(31, 290) * 10, _whole, lambda v: f"{v / 1_000:.2f}"),
        _Trait("Each day {v} cars cross it.", "Every day {v} vehicles use the {name} bridge.", "The bridge is used by {v} cars a day.",
               _between(1_100, 48_000), _whole, _whole),
        _Trait("Traffic at {name} has paid a toll since {v}.", "Drivers have paid a toll on the {name} bridge since {v}.",
               "Motorists have had to pay a toll on the bridge since {v}.", _between(1_961, 2_019), lambda v: f"{v:.0f}", lambda v: f"{v:.0f}"),
    )),
    "town": ("Varna Leksand Osthammar Grimstad Pori Elsinore", (
        _Trait("{name} has {v} inhabitants.", "{v} people live in {name}.", "The town has {v} residents.", _between(11_000, 190_000), _whole, _whole),
        _Trait("The council of {name} spends {v} million kronor on its schools.", "Schools in {name} receive {v} kronor.",
               "The council spends {v} kronor on schools.", _between(110, 980), _whole, lambda v: _whole(v * 1_000_000)),
        _Trait("Income tax in {name} is {v} percent.", "{name} levies an income tax of {v}%.", "The local income tax is {v}%.",
               lambda chance: chance.randint(181, 349) / 10, _one_place, _one_place),
    )),
    "mine": ("Svappa Kolari Boliden Tynagh Outokumpu Rammel", (
        _Trait("The {name} mine yields {v} tonnes of ore a year.", "Each year {v} kg of ore leave the mine at {name}.",
               "Every year {v} kg of ore are mined there.", lambda chance: chance.randint(110, 980) * 100, _whole, lambda v: _whole(v * 1_000)),
        _Trait("The deepest shaft at {name} goes down {v} metres.", "At {name} the miners work {v} km below ground.",
               "The deepest shaft of the mine reaches {v} km.", lambda chance: chance.randint(31, 160) * 10, _whole, lambda v: f"{v / 1_000:.2f}"),
        _Trait("{v} miners work at {name}.", "The mine at {name} employs {v} people.", "The mine employs {v} people.", _between(110, 4_400), _whole, _whole),
    )),
}  # fmt: skip


def library(seed: int) -> tuple[list[Source], list[Asked]]:
    """Write 48 sources of about 4 KB and 144 claims, a third of them each: named, unnamed, with a slip."""
    chance = random.Random(seed)
    sources: list[Source] = []
    asked: list[Asked] = []
    for kind, (names, traits) in _FAMILIES.items():
        for name in names.split():
            values = [trait.drawn(chance) for trait in traits]
            stated = [
                trait.stated.format(name=name, v=trait.printed(v)) for trait, v in zip(traits, values, strict=True)
            ]
            title = f"{kind} {name}"
            sources.append(Source(title, " ".join(_with_filler(stated, chance))))
            asked += _claims(title, name, traits, values, stated, chance)
    return sources, asked


def _with_filler(stated: list[str], chance: random.Random) -> list[str]:
    filler = county_report(3_500, chance)
    middle = chance.randint(2, len(filler) - 2)
    return [*filler[:middle], *stated, *filler[middle:]]


def _claims(
    title: str, name: str, traits: tuple[_Trait, ...], values: list[float], stated: list[str], chance: random.Random
) -> list[Asked]:
    kinds = ["named", "unnamed", "slip"]
    chance.shuffle(kinds)
    rows = []
    for kind, trait, value, sentence in zip(kinds, traits, values, stated, strict=True):
        printed = trait.printed(value) if kind == "slip" else trait.converted(value)
        form = trait.unnamed if kind == "unnamed" else trait.claimed
        rows.append(Asked(kind, form.format(name=name, v=printed), title, sentence))
    return rows
