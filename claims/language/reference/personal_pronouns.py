"""Whom "he", "she" and their forms stand for: every person around is weighed, the heaviest is meant, or nobody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy
from numpy.typing import NDArray

from claims.language.reference.boosted_trees import ReferenceModel, person_model
from claims.language.reference.naming import Mention, mentions_in, quoted_tokens
from claims.language.reference.people import Nearby, People, Person
from claims.language.reference.weighing import Pronoun, evidence_for, pronoun_of
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

PERSONAL = word_set("he him his she her hers")
#: Sentences before and after a pronoun whose people may be meant; the trees were fitted on passages of this length.
_BACK, _AHEAD = 6, 4
#: From this probability on a reading is sure: on unseen passages 0.94 of those from 0.88 on were right. Below the other, nobody is named.
SURE, OPEN = 0.87, 0.3
#: How often the only person around was meant, of those whom the text leaves no other for.
ALONE = 0.95
#: Where somebody unnamed is likelier than whoever has a name.
DOUBTFUL = 0.5

#: As many as there are keys for.
_OFFERED = 5

Rows = NDArray[numpy.float64]


@dataclass(frozen=True)
class Resolution:
    """Whom a pronoun stands for, by which mention, how probable that is, and who else it may be, likeliest first."""

    person: Person
    mention: Mention
    probability: float
    others: tuple[Person, ...]

    @property
    def sure(self) -> bool:
        return self.probability >= SURE and self.person.named


@dataclass(frozen=True, eq=False)
class Anaphor:
    """A pronoun with the people around, the evidence for each as a row of numbers, and a first guess at each."""

    pronoun: Pronoun
    persons: list[Nearby]
    rows: Rows
    guesses: dict[int, float]  # by id of the person
    around: int  # how many people are near, with those who cannot be meant


class PersonReader:
    """The people of an article, fed with its sentences in order, of which those read together see each other."""

    def __init__(self, model: ReferenceModel | None = None) -> None:
        self._model = model
        self._people = People()
        self._sentences = 0
        self._tokens = 0
        self._anaphors: list[Anaphor] = []

    def read(self, docs: Iterable[tuple[Doc, bool]]) -> list[dict[int, Resolution]]:
        """Return what the pronouns of each of the next sentences stand for, by index of token.

        Each sentence comes with whether it begins inside a quotation.
        """
        model = self._model or person_model()
        first = self._sentences
        fresh = self.anaphors_in(docs, model)
        found: list[dict[int, Resolution]] = [{} for _ in range(self._sentences - first)]
        for anaphor in fresh:
            reading = self._reading(self._with_echoes(anaphor, model), model)
            if reading is not None:
                found[anaphor.pronoun.sentence - first - 1][anaphor.pronoun.token.i] = reading
        self._anaphors = [each for each in self._anaphors if each.pronoun.sentence > self._sentences - _BACK]
        return found

    def knows(self, word: str) -> bool:
        """Return whether a word is the first name or the surname of somebody whom the article surely has named."""
        return self._people.knows(word)

    def may_be_woman(self, first: int, last: int) -> bool:
        """Return whether the sentences first…last speak of a woman, or of somebody who may be one."""
        return any(
            near.person.womanly >= 0 and (not near.named or _may_be_somebody(near))
            for near in self._people.near(first, last)
        )

    def only_subject(self, sentence: int) -> Person | None:
        """Return the only person whom a sentence names, where they are its subject."""
        named = [near for near in self._people.near(sentence, sentence) if near.named]
        if len(named) != 1 or not named[0].person.surely_person:
            return None
        return named[0].person if any(mention.first_role == "subject" for mention in named[0].mentions) else None

    def anaphors_in(self, docs: Iterable[tuple[Doc, bool]], model: ReferenceModel | None) -> list[Anaphor]:
        """Return the evidence on every pronoun of the next sentences; without a model without guesses."""
        pronouns: list[Pronoun] = []
        for doc, opened in docs:
            self._sentences += 1
            quoted = quoted_tokens(doc, opened=opened)
            self._people.add(mentions_in(doc, self._sentences, self._tokens, quoted))
            pronouns += [
                pronoun_of(token, self._sentences, self._tokens, quoted)
                for token in doc
                if token.lower_ in PERSONAL and token.tag_ in ("PRP", "PRP$")
            ]
            self._tokens += len(doc)
        earlier = [each.pronoun for each in self._anaphors]
        fresh = [self._anaphor(pronoun, [*earlier, *pronouns], model) for pronoun in pronouns]
        self._anaphors += fresh
        return fresh

    def _near(self, pronoun: Pronoun) -> list[Nearby]:
        return self._people.near(pronoun.sentence - _BACK, pronoun.sentence + _AHEAD)

    def _with_echoes(self, anaphor: Anaphor, model: ReferenceModel) -> Anaphor:
        """Return the evidence anew where pronouns read since then bring somebody near whose name is not."""
        if len(self._near(anaphor.pronoun)) == anaphor.around:
            return anaphor
        at = self._anaphors.index(anaphor)
        self._anaphors[at] = self._anaphor(anaphor.pronoun, [each.pronoun for each in self._anaphors], model)
        return self._anaphors[at]

    def _anaphor(self, pronoun: Pronoun, pronouns: list[Pronoun], model: ReferenceModel | None) -> Anaphor:
        around = self._near(pronoun)
        chain = [
            other
            for other in pronouns
            if other.woman == pronoun.woman and other is not pronoun and _is_near(other.sentence, pronoun.sentence)
        ]
        sex = 1.0 if pronoun.woman else -1.0
        persons = [each for each in around if not (each.person.sexed and each.person.womanly * sex < 0)]
        rows = numpy.array([list(evidence_for(pronoun, each, around, chain).values()) for each in persons], dtype=float)
        guesses = shares_of(model.first.scores(rows)) if model is not None and persons else ()
        by_person = {id(each.person): float(guess) for each, guess in zip(persons, guesses, strict=False)}
        return Anaphor(pronoun, persons, rows, by_person, len(around))

    def second_rows(self, anaphor: Anaphor) -> Rows:
        """Return the evidence with what the first guesses at the pronouns around add to it."""
        chain = [
            each
            for each in self._anaphors
            if each is not anaphor and _is_near(each.pronoun.sentence, anaphor.pronoun.sentence)
        ]
        same = [each.guesses for each in chain if each.pronoun.woman == anaphor.pronoun.woman]
        opposite = [each.guesses for each in chain if each.pronoun.woman != anaphor.pronoun.woman]
        added = [
            [
                summary
                for guesses in (opposite, same)
                for shares in [[guess.get(id(near.person), 0.0) for guess in guesses]]
                for summary in (max(shares, default=-0.1), sum(shares))
            ]
            for near in anaphor.persons
        ]
        return numpy.hstack([anaphor.rows, numpy.array(added)])

    def _reading(self, anaphor: Anaphor, model: ReferenceModel) -> Resolution | None:
        if not anaphor.persons:
            return None
        shares = shares_of(model.second.scores(self.second_rows(anaphor)))
        ranked = sorted(zip(shares, anaphor.persons, strict=True), key=lambda pair: -pair[0])
        share, best = ranked[0]
        if share < OPEN:
            return None
        mention = mention_of(anaphor.pronoun, best)
        others = tuple(near.person for _, near in ranked[1:] if near.named)
        reading = Resolution(best.person, mention, _chance(anaphor, best, model.probability(float(share))), others)
        if reading.sure:
            pronoun = anaphor.pronoun
            best.person.womanly = best.person.womanly or (1.0 if pronoun.woman else -1.0)
            echo = replace(mention, sentence=pronoun.sentence, at=pronoun.at, start=pronoun.token.i, echo=True)
            self._people.echo(best.person, echo)
        return reading


def _chance(anaphor: Anaphor, best: Nearby, chance: float) -> float:
    """Return how often such a reading is right, with what the trees cannot have learnt from texts that name two people."""
    if any(_speaks_unnamed(anaphor.pronoun, near) for near in anaphor.persons if near is not best):
        return min(chance, DOUBTFUL)
    last = mention_of(anaphor.pronoun, best)
    settled = _is_alone(anaphor.pronoun, last, best, anaphor.persons) or _says_of_self(anaphor.pronoun, last, best)
    return max(chance, ALONE) if settled else chance


def _says_of_self(pronoun: Pronoun, mention: Mention, best: Nearby) -> bool:
    """ "Coach Ella Marsh said she had drawn up the play": whoever speaks, and is known to be a woman, speaks of herself."""
    sex = 1.0 if pronoun.woman else -1.0
    if not mention.speaks or mention.echo or mention.sentence != pronoun.sentence or best.person.womanly * sex <= 0:
        return False
    verb = pronoun.verb
    return pronoun.role == "subject" and verb.dep_ == "ccomp" and verb.head == pronoun.token.doc[mention.head].head


def _speaks_unnamed(pronoun: Pronoun, near: Nearby) -> bool:
    """ "The driver said he had paid": whoever speaks is likelier meant than somebody named before."""
    last = mention_of(pronoun, near)
    if near.named or last.sentence != pronoun.sentence or last.first_role != "subject":
        return False
    return pronoun.token.doc[last.head].head in pronoun.token.ancestors


def _is_alone(pronoun: Pronoun, mention: Mention, best: Nearby, persons: list[Nearby]) -> bool:
    """Return whether nobody else was spoken of before a pronoun who may be meant.

    The passages that the trees have learnt from all name two of one sex, so that they have seen no such case.
    """
    sex = 1.0 if pronoun.woman else -1.0
    if mention.at > pronoun.at or not best.person.surely_person or best.person.womanly * sex < 0:
        return False
    if pronoun.quoted and not mention.quoted:
        return False
    rivals = [
        near
        for near in persons
        if near is not best and near.person.womanly * sex >= 0 and near.mentions[0].at < pronoun.at
    ]
    if best.person.is_topic:
        # Whom the whole article is about comes back in every sentence; others come and go.
        rivals = [near for near in rivals if pronoun.sentence - mention_of(pronoun, near).sentence <= 1]
    return not any(_may_be_somebody(near) if near.named else not _is_said_of(near) for near in rivals)


def _may_be_somebody(near: Nearby) -> bool:
    """Return whether a rival is a person: a lone word that no list knows as a first name may as well be a place."""
    person = near.person
    return person.surely_person and (person.sexed or len(person.words) > 1 or bool(person.womanly))


def _is_said_of(near: Nearby) -> bool:
    """ "Clara Moss is a judge": the judge is nobody else."""
    return all(mention.role in ("attribute", "apposition") for mention in near.mentions)


def mention_of(pronoun: Pronoun, near: Nearby) -> Mention:
    """Return the last mention before a pronoun, the first after it where there is none."""
    return next((each for each in reversed(near.mentions) if each.at < pronoun.at), near.mentions[0])


def _is_near(sentence: int, other: int) -> bool:
    return -_BACK <= sentence - other <= _AHEAD


def shares_of(scores: Rows) -> Rows:
    """Return the probability of each by its score, beside nobody at all, whose score is 0."""
    weights = numpy.exp(scores - max(0.0, scores.max()))
    shares: Rows = weights / (weights.sum() + numpy.exp(-max(0.0, scores.max())))
    return shares


def candidates_of(reading: Resolution) -> tuple[str, ...]:
    """Return the names between which a person may choose, likeliest first."""
    persons = [person for person in (reading.person, *reading.others) if person.named and person.surely_person]
    return tuple(dict.fromkeys(person.name for person in persons))[:_OFFERED]
