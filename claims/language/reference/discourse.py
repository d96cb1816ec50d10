"""Pronouns resolved by salience over the sentences of an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from claims.language.attribution import is_report
from claims.language.countries import is_country
from claims.language.reading import Sentence
from claims.language.reference.definite_nouns import is_bare_definite, read_definite, speaks
from claims.language.reference.demands import Demand, demand_on, meets
from claims.language.reference.entities import (
    GROUP_PRONOUNS,
    NOUN_SUBJECTS,
    PERSON_PRONOUNS,
    THING_PRONOUNS,
    Entity,
    agrees,
    describes_name,
    entity_of,
    is_introduced,
    is_introducing,
    is_source,
    may_be_idea,
    may_be_it,
    name_of,
    names_same,
    possessive,
    weight_of,
)
from claims.language.reference.focus import (
    REACH,
    Antecedent,
    EntityMention,
    Noun,
    is_aside,
    is_bracketed,
    nouns_of,
    read_focus,
)
from claims.language.reference.noun_classes import is_ship
from claims.language.reference.personal_pronouns import DOUBTFUL, PersonReader, Resolution, candidates_of
from claims.language.reference.pronouns import (
    acts_on,
    binder,
    is_age,
    is_comment,
    is_expletive,
    is_said_to_be_idea,
    means_two,
    subject_lemma,
)
from claims.language.reference.referent import Referent
from claims.language.vocabulary import COUNTRY_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REMEMBERED = 60
#: Sentences that are read for people at once, so that those named later are known.
_TOGETHER = 64
#: As many as there are keys for.
_OFFERED = 5
_WHERE = ("in", "at", "near", "outside", "around")
#: A noun that is no part of another one.
_HEADS = (*NOUN_SUBJECTS, "poss", "dobj", "pobj", "dative")
#: Within one sentence, pronouns of one chain stand for one name.
_CHAINS = {"it": "thing", "its": "thing", "they": "group", "their": "group", "them": "group"}


class Discourse:
    """What the article has spoken of so far; one per article, fed sentence by sentence in order."""

    def __init__(self, home: str | None = None) -> None:
        self._mentions: list[EntityMention] = []
        self._nouns: list[Noun] = []
        self._open_nouns: dict[tuple[int, int], Referent] = {}
        self._home = home
        self._home_unknown = False
        self._sentence = 0
        self._quoted = False
        self._quoted_sentences: set[int] = set()
        #: Who told the sentence with that number, where it is a newspaper or an agency.
        self._publishers: dict[int, str] = {}
        self._read_here: dict[int, Referent] = {}
        self._persons = PersonReader()
        self._persons_here: dict[int, Resolution] = {}

    def reading_ahead(self, sentences: Iterable[tuple[Doc, list[Sentence]]]) -> Iterator[tuple[Doc, list[Sentence]]]:
        """Yield the sentences, some of which are read for people before the first of them is yielded."""
        waiting = iter(sentences)
        while together := list(islice(waiting, _TOGETHER)):
            people = self._persons.read((doc, printed[0].quotation is not None) for doc, printed in together)
            for sentence, self._persons_here in zip(together, people, strict=True):
                yield sentence

    def read(self, doc: Doc, *, quoted: bool = False) -> dict[int, Referent]:
        """Resolve the pronouns of the next sentence, then remember whom it speaks of.

        Nobody calls himself "it": in a quoted sentence the speaker is not among those a pronoun may stand for.
        """
        self._sentence += 1
        self._quoted = quoted
        if quoted:
            self._quoted_sentences.add(self._sentence)
        own = list(self._own_mentions(doc))
        self._nouns = [noun for noun in self._nouns if self._sentence - noun.sentence <= 2 * REACH]
        self._nouns += nouns_of(doc, self._sentence)
        referents = self._read_here = {}
        spoken_of: dict[str, Referent] = {}
        for token in doc:
            chain = _CHAINS.get(token.lower_) if token.pos_ == "PRON" else None
            earlier = spoken_of.get(chain) if chain else None
            if earlier is not None and binder(token) is None and not is_expletive(token):
                referents[token.i] = earlier.owning(token.tag_ == "PRP$")
                continue
            first = token.left_edge.i
            referent = self._referent(token, [mention for mention in own if mention.token < first])
            if referent is not None:
                referents[token.i] = referent
                if token.pos_ == "NOUN" and not referent.certain:
                    self._open_nouns[self._sentence, token.i] = referent
            if referent is not None and chain is not None and (token.tag_ == "PRP" or binder(token) is None):
                spoken_of[chain] = referent
        own = self._understood(own, doc, referents)
        if self._sentence == 1 or any(token.pos_ in ("VERB", "AUX") for token in doc):
            # A heading without a verb speaks of what follows: nothing after it goes back to it.
            self._mentions = [*self._mentions, *own][-_REMEMBERED:]
        return referents

    def _own_mentions(self, doc: Doc) -> Iterator[EntityMention]:
        for token in doc:
            entity = entity_of(token)
            if entity is not None and is_source(token) and token.dep_ == "nsubj":
                self._publishers[self._sentence] = entity.name
            if entity is None or is_source(token) or is_bracketed(token) or describes_name(token):
                continue
            role = token.head if token.dep_ == "appos" else token
            subject = role.dep_ in NOUN_SUBJECTS and (entity.named or not is_introducing(role))
            introduced = role.dep_ == "attr" and entity.named and is_introduced(role)
            yield EntityMention(
                entity,
                self._sentence,
                token.i,
                weight_of(token, entity),
                speaks=token.dep_ == "nsubj" and is_report(token.head),
                verb=_verb_of(role.head) if subject else "",
                main=(subject or introduced) and role.head.dep_ == "ROOT",
                subject=subject or introduced,
                key=self._key(entity),
                aside=is_aside(token),
                located=token.dep_ == "pobj" and token.head.lower_ in _WHERE,
            )

    def _key(self, entity: Entity) -> str:
        """Return the key of the entity's earlier mentions, of which "Kaldor" may be one of "Kaldor Marine".

        What the text has called it then, it is called from now on.
        """
        if not entity.named or entity.members:
            return entity.name
        for mention in reversed(self._mentions):
            if mention.entity.named and not mention.entity.members and names_same(mention.entity.name, entity.name):
                mention.entity.described |= entity.described
                entity.described = mention.entity.described
                if mention.entity.name == f"the {entity.name}":
                    entity.name = mention.entity.name
                return mention.key
        return entity.name

    def _understood(self, own: list[EntityMention], doc: Doc, referents: dict[int, Referent]) -> list[EntityMention]:
        """Return the sentence's mentions with "the drone" and "it" as mentions of what they surely stand for."""
        known = {mention.entity.name: mention for mention in [*self._mentions, *own]}
        sure = {at: known[found.name] for at, found in referents.items() if found.certain and found.name in known}
        named = [
            replace(
                mention,
                entity=sure[mention.token].entity,
                weight=weight_of(doc[mention.token], sure[mention.token].entity),
                key=sure[mention.token].key,
            )
            if mention.token in sure
            else mention
            for mention in own
        ]
        repeated = [
            replace(
                sure[token.i],
                sentence=self._sentence,
                token=token.i,
                verb=_verb_of(token.head) if token.dep_ in NOUN_SUBJECTS else "",
                main=token.dep_ in NOUN_SUBJECTS and token.head.dep_ == "ROOT",
                subject=token.dep_ in NOUN_SUBJECTS,
                aside=is_aside(token),
                located=False,
            )
            for token in doc
            if token.i in sure and token.tag_ == "PRP" and token.dep_ in (*NOUN_SUBJECTS, "dobj")
        ]
        return named + repeated

    def _referent(self, token: Token, before: list[EntityMention]) -> Referent | None:
        word = token.lower_
        if is_age(token):
            return self._aged(token)
        if word in PERSON_PRONOUNS and token.tag_ in ("PRP", "PRP$"):
            return self._person(token, before)
        if means_two(token):
            return self._pair(before)
        bound = binder(token)
        if bound is not None and (self._can_be(bound, token) or self._pronoun(token, before, may_be_it) is None):
            understood = self._read_here.get(bound.i)
            name = understood.name if understood is not None else _full_name(bound)
            settled = not any(child.lower_ in ("this", "these", "that", "those") for child in bound.children)
            return Referent(name if token.tag_ == "PRP" else possessive(name), bound.i, settled)
        speaking = self._speaking(token, before)
        if speaking is not None:
            return self._refer(speaking, "", speaking.entity.named)
        before = [mention for mention in before if not acts_on(token.doc[mention.token], token)]
        if word in THING_PRONOUNS and token.tag_ in ("PRP", "PRP$") and not is_expletive(token):
            if is_comment(token):
                return None
            fits = may_be_idea if is_said_to_be_idea(token) else may_be_it
            return self._pronoun(token, before, fits)
        if word in GROUP_PRONOUNS and token.tag_ in ("PRP", "PRP$"):
            return self._pronoun(token, before, lambda entity: entity.plural)
        return self._of_noun(token, before) if token.pos_ == "NOUN" and token.dep_ in _HEADS else None

    def _can_be(self, bound: Token, pronoun: Token) -> bool:
        """Return whether the noun that grammar names is what the words around ask for: no purchase has shareholders."""
        entity = entity_of(bound)
        return entity is None or bound.i in self._read_here or meets(entity, demand_on(pronoun))

    def _person(self, token: Token, before: list[EntityMention]) -> Referent | None:
        """Return whom "he" or "she" stands for, if anybody is likely enough."""
        reading = self._persons_here.get(token.i)
        ship = self._ship(token, before) if reading is None or not reading.sure else None
        if ship is not None:
            return self._refer(ship, "'s" if token.tag_ == "PRP$" else "", True)
        if reading is None:
            return None
        name = possessive(reading.person.name) if token.tag_ == "PRP$" else reading.person.name
        mention = reading.mention
        here = mention.head if mention.sentence == self._sentence and not mention.echo else None
        place = (mention.sentence, mention.start, mention.end)
        precedes = (mention.sentence, mention.start) < (self._sentence, token.i)
        likely = precedes and reading.probability > DOUBTFUL
        return Referent(name, here, reading.sure, reading.sure, candidates_of(reading), place, likely)

    def _ship(self, token: Token, before: list[EntityMention]) -> EntityMention | None:
        """Return the ship that is "she" where the last sentences name no woman, nor anybody who may be one."""
        if token.lower_ not in ("she", "her"):
            return None
        near = [mention for mention in [*self._mentions, *before] if self._sentence - mention.sentence <= REACH]
        ships = [mention for mention in near if is_ship(mention.entity.described, mention.entity.name)]
        ships = [mention for mention in ships if mention.entity.named and not mention.entity.plural]
        if not ships or self._persons.may_be_woman(ships[-1].sentence, self._sentence):
            return None
        # "She sank the U-9. She was sold in 1950.": whoever acts is spoken of, not what is acted upon.
        spoken_of = [mention for mention in ships if mention.main] or ships
        last = [mention for mention in spoken_of if mention.sentence >= spoken_of[-1].sentence - 1]
        last += [mention for mention in ships if mention.sentence > spoken_of[-1].sentence]
        return spoken_of[-1] if len({mention.key for mention in last}) == 1 else None

    def _aged(self, token: Token) -> Referent | None:
        """Return the only person of the last sentence, its subject, for "the 47-year-old"."""
        person = self._persons.only_subject(self._sentence - 1)
        return None if person is None else Referent(person.name, None, certain=True)

    def _pair(self, before: list[EntityMention]) -> Referent | None:
        """Return the two names of "China and Russia" for "both", where the text has joined no other two of late."""
        pairs = [mention for mention in [*self._mentions, *before] if mention.entity.members]
        recent = [mention for mention in pairs if self._sentence - mention.sentence <= 2 * REACH]
        pairs = recent or pairs
        places = [mention for mention in pairs if mention.entity.kind == "place"]
        pairs = places or pairs
        if len({mention.entity.members for mention in pairs}) != 1:
            return None
        return self._refer(pairs[-1], "", True)

    def _speaking(self, token: Token, before: list[EntityMention]) -> EntityMention | None:
        """Rostec in "Rostec said it had counted 500 copies": a subject "it" in what is said is who says it."""
        if token.dep_ not in NOUN_SUBJECTS or token.head.dep_ not in ("ccomp", "conj") or is_expletive(token):
            return None
        verb = token.head if token.head.dep_ == "ccomp" else token.head.head
        speech = verb.head
        if verb.dep_ != "ccomp" or verb.i < speech.i or not is_report(speech):
            return None
        spoken = [mention for mention in before if mention.speaks and mention.entity.head == subject_lemma(speech)]
        return next((mention for mention in spoken if agrees(mention.entity, token.lower_)), None)

    def _pronoun(self, token: Token, before: list[EntityMention], fits: Callable[[Entity], bool]) -> Referent | None:
        """Return what "it" or "they" stands for, settled where nothing else in reach can be meant."""
        known = [mention for mention in [*self._mentions, *before] if not (self._quoted and mention.speaks)]
        nouns = [
            noun
            for noun in self._nouns
            if noun.sentence < self._sentence
            or (noun.token < token.left_edge.i and not acts_on(token.doc[noun.token], token))
        ]
        reading = read_focus(
            token, known, nouns, self._sentence, lambda entity: fits(entity) and self._is_thing(entity)
        )
        if reading is None:
            return None
        publisher = self._publishers.get(self._sentence - 1)
        if publisher is not None and demand_on(token) in (None, Demand.BODY, Demand.TELLER):
            # "Reuters reported that Kaldor had cut jobs. It said…": who goes on may be either.
            goes_on = demand_on(token) is not Demand.TELLER and reading.certain
            reading = replace(reading, certain=goes_on, names=(*reading.names, publisher))
        if self._quoted and reading.mention.sentence not in self._quoted_sentences:
            # Whoever is quoted need not go on from what the reporter wrote before.
            reading = replace(reading, certain=False)
        open_ = self._open_nouns.get((reading.mention.sentence, reading.mention.token))
        if open_ is not None:
            # "The company… It…": who the company is has stayed open.
            return open_.owning(token.tag_ == "PRP$")
        return self._read_as(reading, owns=token.tag_ == "PRP$")

    def _is_thing(self, entity: Entity) -> bool:
        """Return whether a lone name is none of somebody whom the article knows: "Krain" of "Otto Krain"."""
        return " " in entity.name or bool(entity.described) or not self._persons.knows(entity.name)

    def _read_as(self, reading: Antecedent, *, owns: bool) -> Referent:
        found = self._refer(reading.mention, "'s" if owns else "", reading.certain)
        return (
            found
            if reading.certain
            else replace(found, named=False, candidates=reading.names[:_OFFERED], likely=len(reading.names) == 1)
        )

    def _of_noun(self, token: Token, before: list[EntityMention]) -> Referent | None:
        lefts = [child.lower_ for child in token.lefts]
        if lefts in (["my"], ["our"]) and token.tag_ == "NN" and token.lemma_.lower() in COUNTRY_NOUNS:
            return self._home_country(before)
        if not is_bare_definite(token):
            return None
        known = [
            mention for mention in [*self._mentions, *before] if mention.entity.name.removeprefix("the ") != token.text
        ]
        nouns = [noun for noun in self._nouns if noun.sentence < self._sentence or noun.token < token.left_edge.i]
        reading = read_definite(token, known, nouns, self._sentence)
        if reading is None or reading.certain or not speaks(token):
            return None if reading is None else self._read_as(reading, owns=False)
        spoken = self._last_subject([mention for mention in known if mention.entity.name in reading.names])
        meant = reading if spoken is None else replace(reading, mention=spoken)
        return replace(self._read_as(meant, owns=False), likely=spoken is not None)

    def _last_subject(self, candidates: list[EntityMention]) -> EntityMention | None:
        """Return whom the text last told something of; None where it told of two in that sentence."""
        subjects = [mention for mention in candidates if mention.verb and self._sentence - mention.sentence <= REACH]
        last = [mention for mention in subjects if mention.sentence == subjects[-1].sentence]
        return last[-1] if len({mention.key for mention in last}) == 1 else None

    def _home_country(self, before: list[EntityMention]) -> Referent:
        """The country that an author calls "my country": settled where it is first said, from then on it stays."""
        if self._home is None and not self._home_unknown:
            places = [mention for mention in [*self._mentions, *before] if mention.entity.kind == "place"]
            countries = [mention for mention in places if is_country(mention.entity.name)]
            subjects = [mention for mention in countries if mention.weight >= 2] or countries
            names = Counter(mention.entity.name for mention in subjects)
            self._home = names.most_common(1)[0][0] if names else None
            self._home_unknown = not names
        return Referent(self._home or "the author's country", None, self._home is not None)

    def _refer(self, mention: EntityMention, ending: str, certain: bool) -> Referent:
        words = possessive(mention.entity.name) if ending else mention.entity.name
        token = mention.token if mention.sentence == self._sentence else None
        return Referent(
            words, token, certain, mention.entity.named, place=(mention.sentence, mention.token, mention.token + 1)
        )


def _verb_of(verb: Token) -> str:
    """Return the base form of a verb, "take_over" with its particle."""
    over = verb.lemma_ == "take" and any(child.dep_ == "prt" and child.lower_ == "over" for child in verb.children)
    return "take_over" if over else verb.lemma_


def _full_name(noun: Token) -> str:
    """Return the name of a noun; "the firm Orvane" is Orvane."""
    named = next((child for child in noun.rights if child.dep_ == "appos" and child.pos_ == "PROPN"), None)
    noun = named if named is not None and noun.pos_ == "NOUN" else noun
    entity = entity_of(noun)
    name = entity.name if entity is not None else name_of(noun)
    owners = [child.text for child in noun.lefts if child.tag_ == "PRP$"]
    return name.removeprefix(owners[0]).lstrip() if owners and noun.pos_ == "PROPN" else name
