"""Names of makes and types that end in a number: Falcon 9 rocket, Leopard 2 tanks, a Type 45 destroyer."""

import re

from claims.language.countries import is_country
from claims.language.vocabulary import word_set

_MOST_DIGITS = 4
_WINDOW = 70
#: What is built in types and marks, in the singular.
_MADE = word_set("""rocket missile launcher tank jet fighter bomber aircraft plane airplane airliner airliners helicopter drone uav satellite probe
    spacecraft spaceplane capsule lander rover orbiter booster stage engine motor gun howitzer rifle pistol mortar cannon
    torpedo mine bomb warhead shell projectile interceptor submarine destroyer frigate corvette cruiser carrier ship boat
    vessel ferry yacht tanker bus truck lorry car van train tram locomotive tractor excavator motorcycle motorbike scooter
    bicycle phone smartphone handset tablet laptop computer console camera lens chip processor server supercomputer reactor
    turbine telescope radar sonar sensor battery vehicle variant version prototype model airframe glider airship balloon
    simulator robot exoskeleton printer router watch smartwatch headset browser mission flight spaceflight launch""")
# "On the Kestrel 12 flights were cancelled" counts, and so do twelve flight attendants.
_COUNTED_BEHIND = re.compile(
    r"[ \u00a0](?:missions|flights|spaceflights|launches|(?:flight|mission|launch) (?:attendants|members|specialists|controllers|sites|pads))\b"
)
_IRREGULAR = {"aircraft": "aircraft", "spacecraft": "spacecraft", "buses": "bus", "batteries": "battery"}
_WORD_BEHIND = re.compile(r"[ \u00a0]([a-z]+(?:-[a-z]+)*)(?![\w-])")
_MOST_WORDS_BEHIND = 3
_WORDS_BEFORE = re.compile(r"(?:[\w'’-]+[ \u00a0]){1,5}$")
_NAME = re.compile(r"[A-Z][A-Za-zÀ-ɏ-]*")
_MOST_NAMES = 3
_DETERMINERS = word_set("""the a an its his her their our my your these those this each every all both some many several few no more other
    another two three four five six seven eight nine ten eleven twelve dozen dozens hundreds first second third last next new
    old latest""")
_OPENING_DETERMINERS = frozenset(word.title() for word in _DETERMINERS)
_GIVING = word_set("""give gives gave given giving sell sells sold selling send sends sent sending lend lends lent lending loan loaned offer
    offers offered offering hand hands handed promise promises promised grant grants granted pay pays paid cost costs
    costing owe owes owed award awards awarded lease leases leased leasing leave leaves left leaving ship ships shipped
    shipping make makes made making build builds built building buy buys bought buying bring
    brings brought bringing deliver delivers delivered delivering supply supplies supplied supplying save saves saved saving
    find finds found finding deny denies denied denying earn earns earned earning win wins won winning refuse refuses refused refusing provide provides provided providing hire hires hired hiring rent rents rented
    renting assign assigns assigned assigning allot allots allotted guarantee guarantees guaranteed gift gifts gifted
    tell tells told telling assure assures assured assuring inform informs informed informing warn warns warned warning
    remind reminds reminded notify notifies notified persuade persuades persuaded convince convinces convinced""")
# "Over the Black Sea 12 drones fell" names a place.
_PLACE_BEFORE = word_set("""in over aboard on near across off from at above around outside inside under below beyond through along around into
    toward towards""")
# A clause may begin behind these, or what they lead to is a place: "in Odesa 12 drones fell".
_NO_OBJECT_BEHIND = word_set("""in at near over off across outside inside around to from for on into onto towards toward above below through
    that which while when where whereas because but if although though after before since until till said says say told
    and or nor then so is was were are""")
_CAPITALS = word_set("""Kyiv Moscow Washington Beijing London Paris Berlin Rome Madrid Tehran Ankara Warsaw Delhi Tokyo Seoul Pyongyang Brussels
    Jerusalem Damascus Kabul Islamabad Riyadh Taipei Baghdad Cairo Minsk Vilnius Riga Tallinn Prague Budapest Athens
    Stockholm Oslo Helsinki Copenhagen Ottawa Canberra EU UN NATO Nato Congress Parliament""")
# Somebody is shown or flown four tanks; no tank is called after an office or those who hold one.
_OFFICES = word_set("""President Chancellor Minister Premier Secretary Ambassador Commissioner Governor Mayor Senator King Queen Prince
    Princess Pope General Admiral Colonel Major Captain Lieutenant Sergeant Judge Professor Dr Mr Mrs Ms Sir Lady Lord""")
_LEADERS = word_set("""Macron Putin Zelensky Zelenskyy Zelenskiy Biden Trump Obama Merkel Scholz Merz Starmer Sunak Modi Erdogan Erdoğan
    Netanyahu Orban Orbán Meloni Tusk Duda Lula Milei Maduro Assad Rubio Hegseth Stoltenberg Rutte Guterres Lavrov Shoigu
    Medvedev Trudeau Carney Albanese Kishida Ishiba Lukashenko Vucic Vučić Fico Khamenei Pezeshkian Lai Marcos Ramaphosa""")
_LISTED_BEFORE = re.compile(r"[A-Z][\w-]*[ \u00a0][0-9]{1,4}(?:[ \u00a0][a-z-]+){0,3}(?:,| and| or|, and)[ \u00a0]$")


def is_design(text: str, start: int, end: int, not_names: frozenset[str]) -> bool:
    """Return whether the digits at text[start:end] end the name of a make or type, whose class stands behind.

    ``not_names`` are words that open a sentence with a capital, or name months and scales.
    """
    if end - start > _MOST_DIGITS or not text[start:end].isdigit():
        return False
    found = _WORDS_BEFORE.search(text, max(0, start - _WINDOW), start)
    words = found.group().split() if found else []
    first = len(words)
    plain = not_names | _OPENING_DETERMINERS
    while (
        first > max(0, len(words) - _MOST_NAMES) and _NAME.fullmatch(words[first - 1]) and words[first - 1] not in plain
    ):
        first -= 1
    names, lead = words[first:], words[:first]
    if not names or _is_receiver(" ".join(names)):
        return False
    kind = _kind_behind(text, end)
    if kind == "one":
        return bool(lead) or text[start:end] != "1"
    return kind == "many" and _leads_to_name(lead, text[max(0, start - _WINDOW) : start - len(" ".join(names)) - 1])


def _is_receiver(name: str) -> bool:
    words = name.split()
    return is_country(name) or name in _CAPITALS or words[-1] in _LEADERS or words[0] in _OFFICES


def _kind_behind(text: str, end: int) -> str | None:
    """Return "one" or "many" for the class that follows, read up to its last noun, or nothing."""
    kind = None
    if _COUNTED_BEHIND.match(text, end):
        return None
    for _ in range(_MOST_WORDS_BEHIND):
        word = _WORD_BEHIND.match(text, end)
        if word is None:
            break
        last, end = word[1].rpartition("-")[2], word.end()
        if last in _MADE and last not in _IRREGULAR:
            kind = "one"
        elif _singular(last) in _MADE:
            return "many"
        elif kind:
            # "Missile strikes" may be counted, "rocket carries" goes on with a verb: what stands before decides.
            return "many" if last.endswith("s") and len(last) > 3 else kind
    return kind


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return word[:-1] if word.endswith("s") else word


def _leads_to_name(words: list[str], before: str) -> bool:
    """Return whether the words before show a noun phrase of the name: "the Kalina 7 tractors", "fired Arrow 3 missiles"."""
    lead = words[-1] if words else ""
    lead = lead.lower() if len(words) == 1 else lead
    if not lead or lead in _GIVING or (lead == "the" and len(words) > 1 and words[-2] in _GIVING):
        return False
    if lead.lower() == "the" and len(words) > 1 and words[-2].lower() in _PLACE_BEFORE:
        return False
    if lead.lower() in _DETERMINERS or lead.isdigit() or lead.endswith(("'s", "’s", "s'", "s’")):
        return True
    if lead in ("and", "or"):
        return bool(_LISTED_BEFORE.search(before))
    return lead.islower() and lead not in _NO_OBJECT_BEHIND
