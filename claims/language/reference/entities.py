"""The people, countries, organisations and things that a sentence speaks of, and which pronouns may stand for them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.language.attribution import is_report
from claims.language.clauses.grammar import TITLE
from claims.language.reference.noun_classes import class_of
from claims.language.vocabulary import COMPANY_NOUNS, ORGANISATION_NOUNS, PERSON_NOUNS, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: The pronouns of a kind, each with the ending that its name takes in its place.
THING_PRONOUNS = {"it": "", "its": "'s"}
PERSON_PRONOUNS = {"he": "", "she": "", "him": "", "his": "'s", "her": "'s"}
GROUP_PRONOUNS = {"they": "", "them": "", "their": "'s"}
NOUN_SUBJECTS = ("nsubj", "nsubjpass")
_PUBLIC_BODY = re.compile(
    r"\b(?:Ministry|Party|University|Institute|Center|Centre|Council|Commission|Army|Navy|Force|Committee|Union|UN|NATO|EU|"
    r"Congress|Parliament|Court)\b"
)
_FIRM = re.compile(
    r"\b(?:Inc|Corp|Corporation|Ltd|LLC|PLC|plc|AG|SE|GmbH|SA|Co|Company|Group|Holdings?|Airlines?|Airways|Motors?|Industries|"
    r"Systems|Technologies|Bank|Shipyards?|Aerospace|Energy|Electronics|Pharmaceuticals?)\b"
)
_PUBLISHERS = word_set("""reuters bloomberg afp tass xinhua interfax bbc cnn nbc cbs abc sky-news politico axios forbes guardian times post
    journal telegraph spiegel economist nikkei dpa upi ria""")
#: Whose noun is "the missile" when it is spoken of again.
_ARTICLES = word_set("the a an this that")
_QUANTIFYING = word_set("each every any no such another")
_NEVER = word_set("""time reason way result fact one case example number part lot addition side end place matter context world war situation
    other others""")


#: An unnamed thing is worth remembering where a sentence is about it.
_TOLD_OF = (*NOUN_SUBJECTS, "dobj", "attr")


#: Entities of the model that name nothing: dates and figures.
MEASURED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})
#: What stands with a name and says what bears it.
_TELLING = ("appos", "compound", "amod", TITLE)


@dataclass
class Entity:
    """Somebody or something that a text speaks of; described holds the nouns that it is called by."""

    name: str
    kind: str  # person, place, organisation, thing
    plural: bool
    named: bool
    head: str
    described: set[str] = field(default_factory=set)
    members: frozenset[str] = frozenset()
    collective: bool = False


def entity_of(token: Token) -> Entity | None:
    """Return what the noun names, None for a number, a date, an idle noun or a part of a name."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    if token.dep_ in ("compound", "npadvmod", "nmod") and not _owns_past_bracket(token):
        return None
    if token.ent_type_ in MEASURED:
        return None
    unit = len(token.text) < 3 and token.i > 0 and token.nbor(-1).like_num
    if unit or _is_inside_name(token) or any(child.lower_ in _QUANTIFYING for child in token.lefts):
        return None
    if token.pos_ == "NOUN" and any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in token.children):
        return None
    told_of, proper = token.dep_ in _TOLD_OF, _has_proper_noun(token)
    if token.lemma_.lower() in _NEVER or not (told_of or proper):
        return None
    conjuncts = [child for child in token.children if child.dep_ == "conj" and child.pos_ == token.pos_]
    name = _joint_name(token, conjuncts) if conjuncts else name_of(token)
    named = proper and any(word[0].isupper() for word in name.split() if word[0].isalpha())
    if not (told_of or named):
        return None
    singular_verb = token.dep_ == "nsubj" and token.head.tag_ == "VBZ"
    plural = bool(conjuncts) or (token.tag_ in ("NNS", "NNPS") and not singular_verb)
    collective = token.tag_ == "NNPS" and not conjuncts and token.ent_type_ in ("ORG", "GPE")
    members = frozenset(name_of(noun) for noun in (token, *conjuncts)) if _is_pair(conjuncts) else frozenset()
    return Entity(name, _kind(token), plural, named, token.lemma_.lower(), _descriptions(token), members, collective)


def _owns_past_bracket(token: Token) -> bool:
    """ "USS Harrow (DD-80)'s bell": the model takes for the owner what stands in the bracket."""
    if token.pos_ != "PROPN" or token.i + 4 >= len(token.doc):
        return False
    return token.nbor(1).text == "(" and token.nbor(3).text == ")" and token.nbor(4).tag_ == "POS"


def _is_inside_name(token: Token) -> bool:
    """Return the "Russian" of "Russian Ministry", which the model may cut off from it."""
    if token.pos_ != "PROPN" or token.i + 1 == len(token.doc):
        return False
    following = token.nbor(1)
    if token.dep_ == "amod":
        return True
    return following.ent_iob_ == "I" and following.pos_ == "PROPN" and following != token.head


def _is_pair(conjuncts: list[Token]) -> bool:
    """True for the one name that another one is joined to: "China and Russia", and nobody else."""
    more = [child for noun in conjuncts for child in noun.children if child.dep_ == "conj"]
    return len(conjuncts) == 1 and not more and conjuncts[0].pos_ == "PROPN"


def name_of(token: Token) -> str:
    """Return the noun with its article, owner and compounds, without passing adjectives or what follows."""
    text = _printed(_name_parts(token))
    first, _, rest = text.partition(" ")
    if first.lower() in _ARTICLES and rest:
        return f"the {rest}"
    return text


def _printed(parts: list[Token]) -> str:
    """The words of a name as the article spaces them, with the hyphen of "Indo-Pacific" and without what stands between."""
    words = [parts[-1].text]
    for part, following in reversed(list(pairwise(parts))):
        between = "" if following.i == part.i + 1 else part.doc[part.i + 1 : following.i].text
        hyphenated = between == "-" and not part.whitespace_
        words.append(part.text + ("-" if hyphenated else " " if between else part.whitespace_))
    return "".join(reversed(words))


def _name_parts(token: Token) -> list[Token]:
    parts = []
    titles = [child.i for child in token.children if child.dep_ == TITLE]
    for left in token.lefts:
        if titles and left.i <= max(titles):
            continue
        if _is_code(left) or (left.dep_ == "nummod" and left.i and left.nbor(-1).pos_ == "PROPN"):
            parts.append(left)
        elif (
            left.dep_ in ("compound", "poss", "nmod")
            or left.pos_ == "PROPN"
            or (left.dep_ == "amod" and left.ent_type_)
        ):
            parts += list(left.subtree)
        elif left.dep_ == "det" and left.lower_ in _ARTICLES and not _is_article_of_firm(token):
            parts.append(left)
    named = sorted([*parts, token, *_name_tail(token)], key=lambda part: part.i)
    return _without_world(_after_inner_article(named, token))


def _is_article_of_firm(name: Token) -> bool:
    """ "The rival firm Orvane" is Orvane."""
    return any(child.dep_ == "amod" and child.lemma_.lower() in COMPANY_NOUNS for child in name.lefts)


def _after_inner_article(parts: list[Token], noun: Token) -> list[Token]:
    """ "makes Moscow an attractive partner": the model took for one name what an article parts."""
    articles = [at for at, part in enumerate(parts) if part.dep_ == "det" and part.head == noun and part.i < noun.i]
    return parts[articles[-1] :] if articles else parts


def _without_world(parts: list[Token]) -> list[Token]:
    """ "Russia's world's most powerful engine": Russia owns it, the world only ranks it."""
    owners = [part for part in parts if part.dep_ == "poss"]
    ranks = {
        word.i
        for part in owners
        if part.lower_ == "world" and len(owners) > 1
        for word in (part, *part.children)
        if word not in owners or word == part
    }
    return [part for part in parts if part.i not in ranks]


def _name_tail(token: Token) -> list[Token]:
    """Return the rest of a name that goes on after its noun: "Ministry of Defense"."""
    if token.pos_ == "NOUN" and token.i + 1 < len(token.doc) and _is_code(token.nbor(1)):
        return [token.nbor(1)]
    if token.pos_ != "PROPN":
        return []
    if token.i + 1 < len(token.doc) and token.nbor(1).text.isdigit() and token.nbor(1).head == token:
        return [token.nbor(1)]
    tail = []
    for prep in token.rights:
        if (
            prep.dep_ == "prep"
            and prep.lower_ in ("of", "for")
            and any(inner.pos_ == "PROPN" for inner in prep.children)
        ):
            tail += [inner for inner in prep.subtree]
    return tail if len(tail) <= 8 else []


def _is_code(token: Token) -> bool:
    """Return a designation such as CR929 right after the noun it names."""
    return token.text[:1].isupper() and any(c.isdigit() for c in token.text)


def _joint_name(token: Token, conjuncts: list[Token]) -> str:
    second = conjuncts[0]
    if any(child.dep_ == "conj" for child in second.children):
        return name_of(token)
    return f"{name_of(token)} and {name_of(second)}"


def _kind(token: Token) -> str:
    label = token.ent_type_
    if is_person(token) or token.lemma_.lower() in PERSON_NOUNS:
        return "person"
    if label in ("GPE", "LOC"):
        return "place"
    return "organisation" if label in ("ORG", "PERSON") else "thing"


def is_person(token: Token) -> bool:
    """Return whether the model takes a name for one of a person, and nothing before it says of what: "the firm Ella"."""
    if token.ent_type_ != "PERSON":
        return False
    called = {child.lemma_.lower() for child in token.children if child.dep_ in _TELLING and _is_common(child)}
    if token.dep_ == "appos":
        called.add(token.head.lemma_.lower())
    return bool(called & PERSON_NOUNS) or not any(class_of(noun) for noun in called)


def _descriptions(token: Token) -> set[str]:
    """Nouns that say what the entity is: its own compound parts, a title before it, an apposition after it."""
    described = {token.lemma_.lower()} if token.pos_ == "NOUN" else set()
    # A "rocket engine technology" is no engine, "project CR929" is a project.
    telling = _TELLING if token.pos_ == "PROPN" or _is_code(token) else ("appos", TITLE)
    described |= {child.lemma_.lower() for child in token.children if child.dep_ in telling and _is_common(child)}
    if token.dep_ == "appos":
        described.add(token.head.lemma_.lower())
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        # "Orvane is a carmaker", unlike "Ms Lind, how large is the yard?"
        described |= {
            child.lemma_.lower()
            for child in token.head.children
            if child.dep_ == "attr" and child.tag_ == "NN" and _is_one_of_several(child)
        }
    if token.left_edge.i and token.left_edge.nbor(-1).tag_ == "NN":
        described.add(token.left_edge.nbor(-1).lemma_.lower())
    return described


def may_be_it(entity: Entity) -> bool:
    """Return whether "it" may be meant. A lone first name may be a country or a firm that the model takes for one."""
    single = not entity.plural or entity.collective
    return single and not (entity.kind == "person" and (" " in entity.name or not entity.named))


def may_be_idea(entity: Entity) -> bool:
    """Return whether "it" in "it is a testament" may be meant: no country, nobody."""
    designed = any(character.isdigit() for character in entity.name) or bool(entity.described - COMPANY_NOUNS)
    return may_be_it(entity) and (entity.kind == "thing" or (designed and entity.kind == "organisation"))


def _is_one_of_several(noun: Token) -> bool:
    return any(
        child.lower_ in ("a", "an") or child.tag_ in ("JJS", "RBS") for child in noun.subtree if child.i < noun.i
    )


def _is_common(noun: Token) -> bool:
    """Return whether a noun is no name, whatever the model makes of "the frigate Astra"."""
    if noun.tag_ == "JJ":
        return class_of(noun.text) is not None
    return noun.tag_ == "NN" or (noun.tag_ == "NNP" and noun.text.islower())


def is_public_body(entity: Entity) -> bool:
    """Return whether the name is one of an office, a party or a school, and of no firm."""
    return bool(_PUBLIC_BODY.search(entity.name) or entity.described & (ORGANISATION_NOUNS - COMPANY_NOUNS))


def has_firm_name(entity: Entity) -> bool:
    """Return whether the text or the name says that an entity is a firm."""
    return bool(entity.described & COMPANY_NOUNS or _FIRM.search(entity.name))


def is_introducing(subject: Token) -> bool:
    """Return whether a subject describes whoever is named after it.

    "The winner is the RX-1. It…": what is named is spoken of, not what it is.
    """
    attributes = [entity_of(child) for child in subject.head.children if child.dep_ == "attr"]
    return any(attribute is not None and attribute.named for attribute in attributes)


def is_introduced(attribute: Token) -> bool:
    """Return whether an attribute names what its subject only describes."""
    subjects = [child for child in attribute.head.children if child.dep_ in NOUN_SUBJECTS]
    return bool(subjects) and all(subject.pos_ == "NOUN" for subject in subjects)


def names_same(name: str, other: str) -> bool:
    """Return whether one of two names is the beginning of the other one."""
    shorter, longer = sorted((name.removeprefix("the ").split(), other.removeprefix("the ").split()), key=len)
    return shorter == longer[: len(shorter)]


def describes_name(token: Token) -> bool:
    """Return whether a noun only says what a name is.

    "Velden, the Soviet cruiser, sailed": one ship, and its name is the first.
    """
    return token.dep_ == "appos" and token.pos_ == "NOUN" and token.head.pos_ == "PROPN"


def is_source(token: Token) -> bool:
    """Return whether a noun only says where a report was printed: "told Reuters", "Bloomberg reported"."""
    if token.lower_ not in _PUBLISHERS:
        return False
    return token.dep_ not in NOUN_SUBJECTS or is_report(token.head)


def agrees(entity: Entity, pronoun: str) -> bool:
    """Return whether a pronoun agrees with an entity in number and in being a person."""
    if pronoun in THING_PRONOUNS:
        return may_be_it(entity)
    if pronoun in PERSON_PRONOUNS:
        return entity.kind == "person" and not entity.plural
    return pronoun in GROUP_PRONOUNS and entity.plural


def weight_of(token: Token, entity: Entity) -> float:
    """Return how much a mention stands out in its sentence: subjects and names most, from 0.1 to 5."""
    if token.dep_ == "appos" and entity.named:
        # "a project, namely X": whoever is introduced by name is what comes next.
        new = any(child.lower_ in ("a", "an") for child in token.head.children)
        return max(3.0 if new else 0.0, weight_of(token.head, entity))
    weight = 2.0 if token.dep_ in NOUN_SUBJECTS else 1.0
    if token.dep_ in ("pobj", "poss"):
        weight = 0.5
    if token.dep_ == "conj":
        weight = 0.4
    if token.head.dep_ in ("ROOT", "ccomp") and token.dep_ in NOUN_SUBJECTS:
        weight += 0.5
    owned = any(child.dep_ == "poss" for child in token.children)
    return weight * (2.0 if entity.named else 0.3 if owned else 0.6)


def _has_proper_noun(token: Token) -> bool:
    if token.pos_ == "PROPN":
        return True
    owners = {inner.i for left in token.lefts if left.dep_ == "poss" for inner in left.subtree}
    parts = [part for part in _name_parts(token) if part.i not in owners]
    return any(part.pos_ == "PROPN" or part.ent_type_ == "NORP" or _is_code(part) for part in parts)


def possessive(name: str) -> str:
    """Return "Russia's" for "Russia"."""
    return name + ("'" if name.endswith("s") else "'s")
