"""Classes of nouns: "the warship" may be a frigate, "the firm" a carmaker, and neither the other one."""

from __future__ import annotations

from dataclasses import dataclass

from claims.language.vocabulary import COMPANY_NOUNS, COUNTRY_NOUNS, ORGANISATION_NOUNS, word_set


@dataclass(frozen=True)
class NounClass:
    """Nouns that may be said of one thing: wide of every member, narrow of some; marks are parts of names of members."""

    wide: frozenset[str]
    narrow: frozenset[str]
    marks: frozenset[str] = frozenset()


SHIP = NounClass(
    word_set("ship vessel warship boat"),
    word_set("""destroyer frigate corvette submarine cruiser battleship carrier tanker freighter ferry yacht gunboat minelayer
    minesweeper minehunter trawler tugboat icebreaker liner schooner dreadnought barge catamaran hydrofoil tender"""),
    word_set("HMS USS HMAS HMCS HMNZS ORP INS ROKS USNS RMS MV USCGC KRI BAP ARA"),
)
COMPANY = NounClass(
    word_set("company firm corporation business enterprise group conglomerate giant"),
    COMPANY_NOUNS - word_set("company firm corporation conglomerate giant bureau"),
    word_set("""Inc Inc. Corp Corp. Corporation Ltd Ltd. LLC PLC plc AG SE GmbH SA AB Oy ASA Co Co. Company Holdings Holding Airlines
    Airways Motors Industries Shipyard Shipyards Aerospace Pharmaceuticals Electronics"""),
)
CLASSES = (
    SHIP,
    COMPANY,
    NounClass(
        word_set("aircraft plane airplane aeroplane"),
        word_set("jet fighter bomber airliner helicopter drone tiltrotor glider interceptor seaplane turboprop"),
    ),
    NounClass(word_set("spacecraft"), word_set("probe satellite lander orbiter rover capsule spaceship telescope")),
    NounClass(word_set("vehicle"), word_set("car truck lorry tank bus van pickup sedan tractor")),
    NounClass(word_set("weapon"), word_set("missile rocket gun howitzer cannon rifle torpedo mortar launcher")),
    NounClass(COUNTRY_NOUNS, frozenset()),
    NounClass(word_set("town city municipality"), word_set("village capital port metropolis")),
    NounClass(word_set("team side squad"), word_set("club franchise")),
    NounClass(word_set("newspaper paper daily"), word_set("tabloid magazine weekly")),
    NounClass(word_set("school"), word_set("university college academy")),
)
_CLASS_OF = {noun: of for of in CLASSES for noun in of.wide | of.narrow}
#: Bodies that "it" decides, says and owns shares like: no machine does.
BODIES = (
    ORGANISATION_NOUNS
    | COMPANY.wide
    | word_set(
        """team side squad club government army navy parliament court board court police administration cabinet senate congress
    fund charity hospital museum college school academy league federation authority office brewery bakery studio label
    publisher magazine paper channel station network platform"""
    )
)


def class_of(noun: str) -> NounClass | None:
    """Return the class of a noun in its base form."""
    return _CLASS_OF.get(noun)


def is_called(noun: str, described: set[str], name: str) -> bool:
    """Return whether the text or the name says that what bears the name is what the noun says.

    Described are the nouns that the text has called it by. "The vessel" may be a frigate; "the destroyer" may not.
    """
    words = name.split()
    if noun in described or noun in {word.lower() for word in words[-1:]}:
        return True
    of = class_of(noun)
    if of is None:
        # "the commission" of the "Central Electoral Commission", "the ministry" of the "Ministry of Defence"
        return noun in ORGANISATION_NOUNS and noun in {word.lower() for word in words}
    told = described & (of.wide | of.narrow)
    marked = any(word in of.marks for word in words)
    if noun in of.wide:
        return marked or bool(told)
    return not told & of.narrow and marked


def is_ship(described: set[str], name: str) -> bool:
    """Return whether it is a ship, which English calls "she" at times."""
    return any(word in SHIP.marks for word in name.split()) or bool(described & (SHIP.wide | SHIP.narrow))
