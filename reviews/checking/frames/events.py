"""The events and states of a text: what happened or is, and who or what plays which part in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reviews.checking.frames.predicates import LIGHT_VERBS, NOMINALISATIONS, valencies
from reviews.checking.frames.tree import Tree, Word

AGENT, PATIENT, RECIPIENT, SUBJECT, ATTRIBUTE = "agent", "patient", "recipient", "subject", "attribute"
_CONTROLLED_BY_OBJECT = (
    "ask",
    "urge",
    "force",
    "order",
    "allow",
    "persuade",
    "tell",
    "want",
    "expect",
    "help",
    "permit",
    "enable",
    "cause",
    "lead",
)
_RELATIVE_PRONOUNS = ("WDT", "WP")
_PARTITIVES = (
    "some", "all", "most", "many", "several", "half", "one", "each", "none", "both", "few", "majority", "minority", "number", "group", "member",
    "dozen", "hundred", "thousand", "part", "rest", "lot", "couple", "handful",
)  # fmt: skip
_COPULAS = ("be", "become", "remain", "stay")


@dataclass(frozen=True, eq=False)
class Event:
    """A predicate with its participants by role; `relation` is what its role names belong to, empty where they are only grammatical."""

    word: Word
    predicate: str
    roles: dict[str, list[Word]] = field(default_factory=dict)
    relation: str = ""
    is_state: bool = False

    def heads(self, role: str) -> list[Word]:
        return self.roles.get(role, [])


def events_of(tree: Tree) -> list[Event]:
    """List the events and states of a text in reading order."""
    return list(_events(tree))


def _events(tree: Tree) -> Iterator[Event]:
    for word in tree.words:
        if word.is_verb and word.lemma in _COPULAS:
            yield from _states(tree, word)
        elif word.is_verb or _is_participle_taken_for_adjective(tree, word):
            light = _light(word)
            if light is not None:
                yield _of_noun(tree, light, word)
            yield _of_verb(tree, word)
        elif word.is_noun and word.lemma in NOMINALISATIONS and not _is_of_light_verb(tree, word):
            yield _of_noun(tree, word, None)
        if word.is_noun:
            yield from _appositions(tree, word)


def _is_participle_taken_for_adjective(tree: Tree, word: Word) -> bool:
    """ "accused of enriching uranium", where the parse has an adjective."""
    if word.tag != "VBG" or word.relation != "amod" or word.index == 0:
        return False
    return tree.words[word.index - 1].tag == "IN"


def _light(verb: Word) -> Word | None:
    """Return the noun that names the event of a verb which names none: "carried out an attack"."""
    if verb.lemma not in LIGHT_VERBS:
        return None
    theme = verb.first("dobj")
    return theme if theme is not None and theme.lemma in NOMINALISATIONS else None


def _is_of_light_verb(tree: Tree, noun: Word) -> bool:
    governor = tree.governor(noun)
    return governor is not None and noun.relation == "dobj" and governor.is_verb and governor.lemma in LIGHT_VERBS


def _with_particle(verb: Word) -> str:
    particle = verb.first("prt")
    return (
        f"{verb.lemma}-{particle.lower}"
        if particle is not None and particle.lower in ("off", "over", "up", "down")
        else verb.lemma
    )


def _of_verb(tree: Tree, verb: Word) -> Event:
    is_passive = _is_passive(tree, verb)
    subjects, objects = _subjects(tree, verb, is_passive), _objects(tree, verb)
    prepositions = _prepositions(verb)
    agents = prepositions.pop("by", []) if is_passive else []
    predicate = _with_particle(verb)
    valency = valencies().get(predicate)
    if valency is not None and _fits(valency.relation, predicate, objects, prepositions, is_passive):
        names = (valency.subject, valency.object)
        places = dict(valency.prepositions)
        recipient = places.get("to", RECIPIENT)
        relation = valency.relation
    else:
        names, places, recipient, relation = (AGENT, PATIENT), {}, RECIPIENT, ""
    roles: dict[str, list[Word]] = {}
    _add(roles, names[1] if is_passive else names[0], subjects)
    _add(roles, names[0], agents)
    if not is_passive or objects:
        _add(roles, names[1], objects)
    _add(roles, recipient, [w for w in verb.having("dative") if w.is_nominal])
    for preposition, words in prepositions.items():
        _add(roles, places.get(preposition, preposition), words)
    return Event(verb, relation or predicate, roles, relation)


def _is_passive(tree: Tree, verb: Word) -> bool:
    """Return whether a verb is passive, also as the second of two: "was launched in 2016 and commissioned in 2018"."""
    if verb.first("auxpass", "nsubjpass"):
        return True
    if verb.tag != "VBN" or verb.first("aux"):
        return False
    governor = tree.governor(verb)
    if verb.relation == "conj" and governor is not None and not verb.having("nsubj", "dobj"):
        return governor.tag == "VBN" and _is_passive(tree, governor)
    return verb.relation in ("acl", "advcl")


def _fits(
    relation: str, predicate: str, objects: list[Word], prepositions: dict[str, list[Word]], is_passive: bool
) -> bool:
    """Return whether a verb of several meanings is used in that of the relation: "lost 40 ships" is no defeat in a contest."""
    if predicate in ("lose", "win"):
        return not is_passive and any(p in prepositions for p in ("to", "against", "over"))
    if predicate == "work":
        return "for" in prepositions
    return predicate != "belong" or "to" in prepositions


def _subjects(tree: Tree, verb: Word, is_passive: bool) -> list[Word]:
    own = verb.having("nsubj", "nsubjpass", "csubj")
    governor = tree.governor(verb)
    if own and own[0].tag not in _RELATIVE_PRONOUNS:
        return _with_conjuncts(own)
    if governor is None:
        return []
    if verb.relation in ("relcl", "acl") and governor.is_nominal:
        if own or (verb.relation == "acl" and verb.tag in ("VBG", "VBN")):
            return _with_conjuncts([governor])
        return []
    if verb.relation == "conj" and governor.is_verb:
        return _subjects(tree, governor, is_passive)
    if verb.relation == "xcomp" and governor.is_verb:
        theme = governor.having("dobj", "dative")
        return (
            _with_conjuncts(theme)
            if theme and governor.lemma in _CONTROLLED_BY_OBJECT
            else _subjects(tree, governor, is_passive)
        )
    if verb.relation == "xcomp" and (above := tree.governor(governor)) is not None and above.is_verb:
        return _subjects(tree, above, is_passive)
    if verb.relation == "advcl" and governor.is_verb and verb.tag in ("VBG", "VBN"):
        return _subjects(tree, governor, is_passive)
    if verb.relation == "pcomp" and (above := tree.governor(governor)) is not None and above.is_verb:
        return _with_conjuncts(above.having("dobj")) or _subjects(tree, above, is_passive)
    return []


def _objects(tree: Tree, verb: Word) -> list[Word]:
    own = verb.having("dobj", "oprd")
    governor = tree.governor(verb)
    subjects = verb.having("nsubj")
    is_relative = (
        own[0].tag in _RELATIVE_PRONOUNS if own else bool(subjects) and subjects[0].tag not in _RELATIVE_PRONOUNS
    )
    if is_relative and verb.relation == "relcl" and governor is not None and governor.is_nominal:
        return [governor]
    return _with_conjuncts(own)


def _prepositions(word: Word) -> dict[str, list[Word]]:
    """Return the objects of the prepositions at a predicate, and of those that the parse hung on its object."""
    found: dict[str, list[Word]] = {}
    holders = [word, *word.having("dobj", "attr"), *(w for p in word.having("prep") for w in p.having("pobj"))]
    for holder in holders:
        for preposition in holder.having("prep", "agent", "dative"):
            if holder is not word and preposition.lower == "of":
                continue
            objects = [w for w in preposition.dependents if w.relation == "pobj"]
            _add(found, preposition.lower, _with_conjuncts(objects))
    return found


def _with_conjuncts(words: list[Word]) -> list[Word]:
    found = [each for word in words for each in (word, *_whole(word))]
    for word in words:
        pending = word.having("conj")
        while pending:
            found += pending
            pending = [c for p in pending for c in p.having("conj")]
    return found


def _whole(word: Word) -> list[Word]:
    """Return what a phrase such as "some of the ships" or "members of the union" speaks of; quantifiers are compared elsewhere."""
    if word.lemma not in _PARTITIVES and word.tag not in ("CD", "DT"):
        return []
    return [w for p in word.having("prep") if p.lower == "of" for w in p.having("pobj")]


def _add(roles: dict[str, list[Word]], role: str, words: list[Word]) -> None:
    if words:
        roles[role] = [*roles.get(role, []), *words]


def _of_noun(tree: Tree, noun: Word, light: Word | None) -> Event:
    """Read "the sale of X by A to B", "A's purchase of X" and "A carried out an attack on X"."""
    predicate = NOMINALISATIONS[noun.lemma]
    valency = valencies().get(predicate)
    names = (valency.subject, valency.object) if valency else (AGENT, PATIENT)
    places = dict(valency.prepositions) if valency else {}
    roles: dict[str, list[Word]] = {}
    prepositions = _prepositions(noun)
    owners = noun.having("poss")
    of, agents = prepositions.pop("of", []), prepositions.pop("by", [])
    if light is not None:
        _add(roles, names[0], _subjects(tree, light, False))
    _add(roles, names[0], agents)
    is_owner_agent = bool(of) or light is not None
    if owners:
        _add(roles, names[0] if is_owner_agent else SUBJECT, owners)
    _add(roles, names[1] if agents or owners or light is not None or valency is not None else SUBJECT, of)
    if light is not None and not of:
        _add(roles, names[1], prepositions.pop("on", []))
    for preposition, words in prepositions.items():
        _add(roles, places.get(preposition, preposition), words)
    return Event(noun, valency.relation if valency else predicate, roles, valency.relation if valency else "")


def _states(tree: Tree, verb: Word) -> Iterator[Event]:
    """Read "X is the capital of Y", "X is large" and "X is in Y"."""
    subjects = _subjects(tree, verb, False)
    for predicate in verb.having("attr", "acomp", "oprd"):
        for each in _with_conjuncts([predicate]):
            yield _state(subjects, each)
    places = _prepositions(verb)
    if places and not verb.having("attr", "acomp"):
        yield Event(verb, "be", {SUBJECT: subjects, **places}, "", True)


def _state(subjects: list[Word], predicate: Word) -> Event:
    roles = {SUBJECT: subjects}
    _add(roles, "of", _owners(predicate))
    for preposition, words in _prepositions(predicate).items():
        if preposition != "of":
            _add(roles, preposition, words)
    return Event(predicate, predicate.lemma, roles, "", True)


def _owners(noun: Word) -> list[Word]:
    return [*(w for p in noun.having("prep") if p.lower == "of" for w in p.having("pobj")), *noun.having("poss")]


def _appositions(tree: Tree, noun: Word) -> Iterator[Event]:
    for other in noun.having("appos"):
        if other.is_noun and not (other.is_name and noun.is_name):
            subject, predicate = (other, noun) if other.is_name else (noun, other)
            yield _state([subject], predicate)
