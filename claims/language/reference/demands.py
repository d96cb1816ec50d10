"""What the words around a pronoun ask of whatever it stands for: a body that acts, or a thing that was made."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from claims.language.attribution import is_report
from claims.language.countries import is_country
from claims.language.reference.entities import NOUN_SUBJECTS, Entity
from claims.language.reference.noun_classes import BODIES, CLASSES, COMPANY
from claims.language.vocabulary import COUNTRY_NOUNS, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODIES_HAVE = word_set("""director leader chief ceo executive chairman chairwoman chair founder owner spokesman spokeswoman spokesperson headquarters
    shareholder investor employee staff workforce worker member turnover revenue sale profit loss share stake subsidiary
    competitor rival customer supplier debt army navy government parliament president minister population economy
    citizen ally territory border deputy candidate voter coach player fan board management headquarter income earnings
    dividend policy constitution lender creditor branch acquisition""")
_BODIES_DO = word_set("""acquire announce buy sell hire employ fire invest report plan decide refuse agree deny promise pledge order win
    accept reject approve ban vote campaign sign sue own merge found recruit demand warn want hope
    introduce publish borrow lend owe export import launch declare admit apologise apologize donate negotiate""")
_DONE_TO_BODIES = word_set(
    "found acquire fine sue privatise privatize nationalise nationalize elect dissolve bankrupt list float"
)
_THINGS_HAVE = word_set("""wingspan length weight mass range speed displacement engine hull crew gun turret wing fuselage nose tail warhead thrust
    diameter height width draught depth rotor propeller caliber calibre wheel lens battery sensor cockpit payload keel
    deck sister prototype""")
_DONE_TO_THINGS = word_set("""build develop design launch repair install test equip arm assemble manufacture paint scrap sink dismantle mount load
    decommission translate print carve""")
_THINGS_DO = word_set("weigh measure sink sail orbit explode crash rotate")


#: What a thing has as much as a body.
_ANYTHING_HAS = word_set("""price cost value size number share name problem advantage disadvantage benefit drawback difference strength
    weakness""")
_EVENTS = word_set("""launch purchase visit meeting attack sale deal takeover merger election vote trial strike march talk summit war battle
    game match crash accident decision move""")


_DOCUMENTS = word_set("""study report survey poll paper statement letter document analysis article review book audit investigation
    inquiry census ranking""")
#: "It was the only bidder."
_BODIES_ARE = BODIES | word_set("bidder buyer seller shareholder employer founder sponsor creditor lender")


class Demand(Enum):
    """What a pronoun has to stand for."""

    BODY = "body"
    TELLER = "teller"  # a body or what one has written
    THING = "thing"
    MAKER = "maker"  # whoever or whatever has something with a name of its own


def demand_on(token: Token) -> Demand | None:
    """Return what "its shareholders" or "it was built" ask for; None where anything will do."""
    if token.tag_ == "PRP$":
        owned = token.head.lemma_.lower()
        if owned in _THINGS_HAVE and any(part.pos_ == "PROPN" for part in token.doc[token.i + 1 : token.head.i]):
            # "Its KX-9 engine" may be a country's as well as an aircraft's.
            return Demand.MAKER
        return Demand.BODY if owned in _BODIES_HAVE else Demand.THING if owned in _THINGS_HAVE else None
    if token.dep_ not in NOUN_SUBJECTS:
        return None
    verb = token.head
    if verb.dep_ == "xcomp" and verb.head.pos_ == "VERB":
        verb = verb.head
    if token.dep_ == "nsubjpass":
        return (
            Demand.BODY if verb.lemma_ in _DONE_TO_BODIES else Demand.THING if verb.lemma_ in _DONE_TO_THINGS else None
        )
    if verb.lemma_ in _BODIES_DO or any(
        child.dep_ == "attr" and child.lemma_ in _BODIES_ARE for child in verb.children
    ):
        return Demand.BODY
    if is_report(verb):
        return Demand.TELLER
    return Demand.THING if verb.lemma_ in _THINGS_DO else None


def is_event(entity: Entity) -> bool:
    """Return whether an entity is something that happens, without a name."""
    return not entity.named and entity.head in _EVENTS


def is_property(entity: Entity) -> bool:
    """Return whether an entity only tells of something else: after "The price of the car is…", "it" may be the car."""
    return not entity.named and entity.head in _THINGS_HAVE | _BODIES_HAVE | _ANYTHING_HAS


def meets(entity: Entity, demand: Demand | None) -> bool:
    """Return whether an entity can be what the pronoun's clause asks for."""
    if demand is None or entity.members:
        return demand is not Demand.THING
    if is_event(entity):
        return False
    called = entity.described | {entity.head}
    people = not entity.named and entity.kind == "person"
    body = (
        people or bool(called & (BODIES | COUNTRY_NOUNS)) or any(word.lower() in BODIES for word in entity.name.split())
    )
    made = any(
        called & (of.wide | of.narrow) for of in CLASSES if of is not COMPANY and not of.wide & (BODIES | COUNTRY_NOUNS)
    )
    coded = any(character.isdigit() for character in entity.name)
    if demand is Demand.TELLER and called & _DOCUMENTS:
        return True
    if demand is Demand.MAKER:
        return entity.named or made or bool(called & (COMPANY.wide | COMPANY.narrow | COUNTRY_NOUNS))
    if demand is not Demand.THING:
        # A bare name of which the model knows nothing may be anybody's.
        unknown = entity.kind == "thing" and not entity.described
        named = entity.named and (unknown or entity.kind in ("organisation", "place", "person"))
        return body or (named and not made and not coded)
    # "the Skylark" is no town, whatever the model takes it for.
    place = entity.kind == "place" and not entity.name.startswith("the ")
    return not is_country(entity.name) and (made or coded or not (body or place))
