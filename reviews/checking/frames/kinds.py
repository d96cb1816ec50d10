"""What is a kind of what, in the fields that the articles are about, and which kinds exclude each other."""

from functools import cache

from claims.language.vocabulary import word_set

#: Each line: a kind and what falls under it. A kind may stand under several others.
_KINDS = """
aircraft: plane aeroplane airplane jet fighter bomber airliner helicopter drone glider airship interceptor trainer seaplane gunship
plane: jet fighter bomber airliner seaplane
jet: fighter airliner
helicopter: gunship
drone: uav quadcopter
vehicle: car truck lorry bus tank van motorcycle tractor ambulance train tram locomotive jeep limousine bicycle
car: taxi limousine sedan saloon
weapon: missile rocket gun rifle pistol bomb torpedo mine howitzer mortar grenade sword knife cannon warhead
missile: interceptor
gun: rifle pistol howitzer cannon machine-gun revolver
bomb: warhead
ship: frigate destroyer cruiser corvette carrier tanker ferry freighter warship battleship submarine trawler yacht liner icebreaker minesweeper
warship: frigate destroyer cruiser corvette carrier battleship submarine minesweeper
vessel: ship boat frigate destroyer cruiser corvette carrier tanker ferry freighter warship battleship submarine trawler yacht liner icebreaker
boat: ferry trawler yacht canoe dinghy
animal: dog cat horse cow sheep goat pig bird fish elephant lion bear wolf whale cattle chicken duck goose deer camel donkey monkey
    rabbit rat mouse snake bee poultry livestock reindeer seal shark dolphin tiger
bird: eagle hawk sparrow owl penguin crow
building: house school church mosque hospital hotel factory tower palace library museum theatre temple castle skyscraper cathedral
person: man woman child boy girl worker soldier officer politician doctor teacher student pilot minister people civilian villager
    inhabitant resident citizen passenger patient prisoner refugee migrant tourist protester protestor demonstrator miner sailor
    crew fan spectator guest victim survivor employee staff member voter player journalist nurse farmer fisherman fighter-pilot
    militant rebel insurgent policeman official scientist artist writer athlete relative parent sibling spouse adult teenager
    infant baby hostage casualty tenant user subscriber customer pupil servant priest monk nun nobleman settler
child: boy girl
relative: mother father brother sister son daughter wife husband uncle aunt cousin
parent: mother father
sibling: brother sister
spouse: wife husband
politician: minister president senator mayor governor chancellor
official: minister president mayor governor ambassador
soldier: officer sergeant private
scientist: physicist chemist biologist astronomer mathematician geologist
artist: painter sculptor singer musician composer
musician: singer pianist guitarist violinist drummer
writer: novelist poet playwright
athlete: swimmer runner footballer cyclist boxer skier
company: bank airline carmaker manufacturer retailer shipyard
organisation: company party union university agency ministry bank charity
metal: steel iron copper gold silver aluminium aluminum lead zinc tin titanium
fuel: petrol gasoline diesel kerosene coal gas
fruit: apple orange banana grape pear
crop: wheat maize rice barley corn
crime: murder theft fraud robbery arson bribery
disaster: earthquake flood hurricane tsunami typhoon
satellite: sputnik
engine: turbojet turbofan diesel
instrument: piano guitar violin
sport: football tennis basketball cricket hockey rugby
book: novel textbook
"""

#: Each line: kinds of which one thing has only one at a time.
_EXCLUSIVE = """
red blue green yellow black white brown orange purple pink grey gray
north south east west northern southern eastern western
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
spring summer autumn winter
male female
man woman
boy girl
brother sister
mother father
son daughter
wife husband
king queen
left right
upper lower
empty loaded
minimum maximum
former current
civilian military
public private
first second third fourth fifth last
highest lowest
largest smallest
longest shortest
oldest youngest newest
best worst
alive dead
open closed
guilty innocent
true false
single married
catholic protestant
frigate destroyer cruiser corvette submarine
car truck bus train tram
wood steel stone concrete
diesel petrol electric
annual monthly weekly daily
domestic foreign
inner outer
military civil
gold silver bronze
minister president mayor governor
finance defence defense foreign interior health justice education agriculture transport
positive negative
hot cold
heavy light
"""

_DISJOINT = ["person", "animal", "aircraft", "vessel", "vehicle", "building", "crop", "fruit", "metal", "fuel"]

KINDS_OF_THINGS = word_set("""aircraft plane airplane jet fighter bomber airliner helicopter drone glider interceptor trainer gunship vehicle car truck
    lorry bus tank van motorcycle tractor locomotive train tram weapon missile rocket gun rifle pistol bomb torpedo mine howitzer
    mortar cannon warhead launcher ship frigate destroyer cruiser corvette carrier tanker ferry submarine yacht satellite
    spacecraft probe engine motor turbine pump reactor radar system platform model type class series phone smartphone laptop
    computer processor chip camera console telescope""")
"""Nouns that, behind a designation, only say what kind of thing it names."""


@cache
def _under() -> dict[str, frozenset[str]]:
    kinds = {}
    for line in filter(None, _KINDS.replace("\n    ", " ").splitlines()):
        kind, _, words = line.partition(":")
        kinds[kind] = word_set(words)
    found: dict[str, frozenset[str]] = {}
    for kind in kinds:
        reached, pending = set(), [kind]
        while pending:
            for word in kinds.get(pending.pop(), ()):
                if word not in reached:
                    reached.add(word)
                    pending.append(word)
        found[kind] = frozenset(reached)
    return found


@cache
def _classes() -> dict[str, list[frozenset[str]]]:
    found: dict[str, list[frozenset[str]]] = {}
    for line in filter(None, _EXCLUSIVE.splitlines()):
        group = word_set(line)
        for word in group:
            found.setdefault(word, []).append(group)
    return found


def is_kind_of(narrow: str, wide: str) -> bool:
    """Return whether everything that the first noun names is also named by the second: a frigate is a ship."""
    return narrow in _under().get(wide, ())


def are_exclusive(one: str, other: str) -> bool:
    """Return whether two words are members of one class of which a thing has only one."""
    return one != other and any(other in group for group in _classes().get(one, ()))


def are_disjoint(one: str, other: str) -> bool:
    """Return whether nothing can be both, by the widest kinds that the two nouns fall under: people and sheep."""
    first, second = _widest(one), _widest(other)
    return bool(first and second) and not first & second


def _widest(noun: str) -> frozenset[str]:
    return frozenset(kind for kind in _DISJOINT if noun == kind or is_kind_of(noun, kind))
