"""Pronouns resolved by salience over the sentences of an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from claims.language.attribution import is_report
from claims.language.countries import is_country
from claims.language.reading import Sentence
from claims.language.reference.entities import (
    GROUP_PRONOUNS,
    NOUN_SUBJECTS,
    PERSON_PRONOUNS,
    THING_PRONOUNS,
    Entity,
    agrees,
    entity_of,
    is_described_as,
    is_source,
    may_be,
    may_be_idea,
    may_be_it,
    name_of,
    possessive,
    weight_of,
)
from claims.language.reference.personal_pronouns import DOUBTFUL, PersonReader, Resolution, candidates_of
from claims.language.reference.pronouns import binder, is_comment, is_expletive, is_said_to_be_idea
from claims.language.vocabulary import COUNTRY_NOUNS, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Sentences back after which nobody would still say "it".
_REACH = 4
_REMEMBERED = 60
#: Sentences that are read for people at once, so that those named later are known.
_TOGETHER = 64
#: As many as there are keys for.
_OFFERED = 5
#: What is left of a mention's weight one sentence later.
_FADING = 0.35
#: "The study finds that… It also finds that…": the same verb has the same subject.
_PARALLEL = 3.0
#: "the two sides", "both countries": the two that the text has named together.
_PAIRED = word_set("country nation state side party power capital neighbour neighbor government army military")
#: Within one sentence, pronouns of one chain stand for one name.
_CHAINS = {
    "it": "thing",
    "its": "thing",
    "they": "group",
    "their": "group",
    "them": "group",
}


@dataclass(frozen=True)
class _Mention:
    entity: Entity
    sentence: int
    token: int
    weight: float
    speaks: bool
    verb: str


@dataclass(frozen=True)
class Referent:
    """The words to put for a pronoun, the token it repeats in its own sentence (None from an earlier one)."""

    words: str
    token: int | None
    certain: bool
    named: bool = True
    #: The names between which a person may choose where it is not certain, likeliest first.
    candidates: tuple[str, ...] = ()
    #: Number of the sentence, and the first token and the one after the last, that print the name.
    place: tuple[int, int, int] | None = None
    #: Likelier than not, which is enough to name who speaks; the words of a claim wait for a certain reading.
    likely: bool = False

    def owning(self, owns: bool) -> Referent:
        """Return the same referent as an owner ("Russia's") or plain."""
        return replace(self, words=possessive(self.name) if owns else self.name)

    @property
    def name(self) -> str:
        """The name without the ending of an owner."""
        return self.words.removesuffix("'s").removesuffix("'")


class Discourse:
    """What the article has spoken of so far; one per article, fed sentence by sentence in order."""

    def __init__(self, home: str | None = None) -> None:
        self._mentions: list[_Mention] = []
        self._home = home
        self._home_unknown = False
        self._sentence = 0
        self._quoted = False
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
        own = list(self._own_mentions(doc))
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
            if referent is not None and chain is not None and binder(token) is None:
                spoken_of[chain] = referent
        own = self._understood(own, doc, referents)
        if self._sentence == 1 or any(token.pos_ in ("VERB", "AUX") for token in doc):
            # A heading without a verb speaks of what follows: nothing after it goes back to it.
            self._mentions = [*self._mentions, *own][-_REMEMBERED:]
        return referents

    def _own_mentions(self, doc: Doc) -> Iterator[_Mention]:
        for token in doc:
            entity = entity_of(token)
            if entity is not None and not is_source(token):
                speaks = token.dep_ == "nsubj" and is_report(token.head)
                verb = token.head.lemma_ if token.dep_ in NOUN_SUBJECTS else ""
                yield _Mention(entity, self._sentence, token.i, weight_of(token, entity), speaks, verb)

    def _understood(self, own: list[_Mention], doc: Doc, referents: dict[int, Referent]) -> list[_Mention]:
        """Return the sentence's mentions with "the drone" and "it" as mentions of what they surely stand for."""
        known = {mention.entity.name: mention for mention in [*self._mentions, *own]}
        sure = {at: known[found.name] for at, found in referents.items() if found.certain and found.name in known}
        named = [
            replace(
                mention,
                entity=sure[mention.token].entity,
                weight=weight_of(doc[mention.token], sure[mention.token].entity),
            )
            if mention.token in sure
            else mention
            for mention in own
        ]
        repeated = [
            replace(sure[token.i], sentence=self._sentence, token=token.i, verb=token.head.lemma_)
            for token in doc
            if token.i in sure and token.tag_ == "PRP" and token.dep_ in NOUN_SUBJECTS
        ]
        return named + repeated

    def _referent(self, token: Token, before: list[_Mention]) -> Referent | None:
        word = token.lower_
        if word in PERSON_PRONOUNS and token.tag_ in ("PRP", "PRP$"):
            return self._person(token)
        if _means_two(token):
            return self._pair(before)
        bound = binder(token)
        if bound is not None:
            understood = self._read_here.get(bound.i)
            name = understood.name if understood is not None else _full_name(bound)
            settled = not any(child.lower_ in ("this", "these", "that", "those") for child in bound.children)
            return Referent(name if token.tag_ == "PRP" else possessive(name), bound.i, settled)
        speaking = self._speaking(token, before)
        if speaking is not None:
            return self._refer(speaking, "", speaking.entity.named)
        before = [mention for mention in before if not _acts_on(token.doc[mention.token], token)]
        if word in THING_PRONOUNS and token.tag_ in ("PRP", "PRP$") and not is_expletive(token):
            if is_comment(token):
                return None
            fits = may_be_idea if is_said_to_be_idea(token) else may_be_it
            return self._best(token, before, fits, THING_PRONOUNS[word])
        if word in GROUP_PRONOUNS and token.tag_ in ("PRP", "PRP$"):
            return self._best(token, before, lambda e: e.plural, GROUP_PRONOUNS[word])
        of_this = token.dep_ == "pobj" and token.head.lower_ == "of" and any(c.lower_ == "this" for c in token.lefts)
        if token.pos_ == "NOUN" and (
            of_this
            or _is_told_by(token)
            or token.dep_ in (*NOUN_SUBJECTS, "poss")
            or token.lemma_.lower() in COUNTRY_NOUNS
        ):
            return self._of_noun(token, before)
        return None

    def _person(self, token: Token) -> Referent | None:
        """Return whom "he" or "she" stands for, if anybody is likely enough."""
        reading = self._persons_here.get(token.i)
        if reading is None:
            return None
        name = possessive(reading.person.name) if token.tag_ == "PRP$" else reading.person.name
        mention = reading.mention
        here = mention.head if mention.sentence == self._sentence and not mention.echo else None
        place = (mention.sentence, mention.start, mention.end)
        before = (mention.sentence, mention.start) < (self._sentence, token.i)
        likely = before and reading.probability > DOUBTFUL
        return Referent(name, here, reading.sure, reading.sure, candidates_of(reading), place, likely)

    def _pair(self, before: list[_Mention]) -> Referent | None:
        """Return the two names of "China and Russia" for "both", where the text has joined no other two of late."""
        pairs = [mention for mention in [*self._mentions, *before] if mention.entity.members]
        recent = [mention for mention in pairs if self._sentence - mention.sentence <= 2 * _REACH]
        pairs = recent or pairs
        places = [mention for mention in pairs if mention.entity.kind == "place"]
        pairs = places or pairs
        if len({mention.entity.members for mention in pairs}) != 1:
            return None
        return self._refer(pairs[-1], "", True)

    def _speaking(self, token: Token, before: list[_Mention]) -> _Mention | None:
        """Rostec in "Rostec said it had counted 500 copies": a subject "it" in what is said is who says it."""
        if token.dep_ not in NOUN_SUBJECTS or token.head.dep_ not in ("ccomp", "conj") or is_expletive(token):
            return None
        verb = token.head if token.head.dep_ == "ccomp" else token.head.head
        speech = verb.head
        if verb.dep_ != "ccomp" or verb.i < speech.i or not is_report(speech):
            return None
        spoken = [mention for mention in before if mention.speaks and mention.entity.head == _subject_lemma(speech)]
        return next((mention for mention in spoken if agrees(mention.entity, token.lower_)), None)

    def _best(
        self, token: Token, before: list[_Mention], fits: Callable[[Entity], bool], ending: str
    ) -> Referent | None:
        scores: dict[str, float] = {}
        latest: dict[str, _Mention] = {}
        for mention in [*self._mentions, *before]:
            age = self._sentence - mention.sentence
            if age > _REACH or not fits(mention.entity) or (self._quoted and mention.speaks):
                continue
            name = mention.entity.name
            nearness = 1.4 if age == 0 else _FADING**age
            if age == 1 and token.dep_ in NOUN_SUBJECTS and mention.verb == token.head.lemma_ != "be":
                nearness *= _PARALLEL
            scores[name] = max(1.1 * scores.get(name, 0.0), mention.weight * nearness)
            latest[name] = mention
        if not scores:
            return None
        ranked = sorted(scores, key=scores.__getitem__, reverse=True)
        mention = latest[ranked[0]]
        near = self._sentence - mention.sentence <= 1
        here = mention.sentence == self._sentence and mention.weight >= 1
        parallel = token.dep_ in NOUN_SUBJECTS and mention.verb == token.head.lemma_ != "be"
        owns_far = bool(ending) and mention.entity.kind == "thing" and not mention.entity.members
        known = here or parallel or (mention.entity.named and not (mention.entity.plural and owns_far))
        # "moved 2,000 soldiers… before they left": the sentence itself may explain "they".
        nearer = token.lower_ in GROUP_PRONOUNS and mention.sentence < self._sentence
        nearer = nearer and any(latest[name].sentence == self._sentence for name in ranked)
        certain = near and known and not nearer and (len(ranked) == 1 or scores[ranked[1]] < 0.8 * scores[ranked[0]])
        return replace(self._refer(mention, ending, certain), named=mention.entity.named and not nearer)

    def _of_noun(self, token: Token, before: list[_Mention]) -> Referent | None:
        lemma = token.lemma_.lower()
        lefts = [child for child in token.lefts]
        if token.tag_ != "NN" or len(lefts) != 1 or any(child.dep_ not in ("punct", "case") for child in token.rights):
            return None
        if lefts[0].lower_ in ("my", "our") and lemma in COUNTRY_NOUNS:
            return self._home_country(before)
        if lefts[0].lower_ not in ("the", "this"):
            return None
        known = [
            mention for mention in [*self._mentions, *before] if mention.entity.name.removeprefix("the ") != token.text
        ]
        candidates = [mention for mention in known if may_be(mention.entity, lemma)]
        candidates = [mention for mention in candidates if self._sentence - mention.sentence <= 2 * _REACH]
        # Who was called a company before is meant, rather than any organisation that might be one.
        candidates = [mention for mention in candidates if lemma in mention.entity.described] or candidates
        if not candidates:
            return None
        named = {mention.entity.name.split()[0] for mention in candidates}
        if not any(
            is_described_as(mention.entity, lemma)
            for mention in [*self._mentions, *before]
            if mention.entity.name.split()[0] in named
        ):
            # Whatever organisation came last is no company for that.
            names = dict.fromkeys(mention.entity.name for mention in reversed(candidates))
            spoken = self._last_subject(candidates) if _speaks(token) else None
            open_ = self._refer(spoken or candidates[-1], "", certain=False)
            return replace(open_, named=False, candidates=tuple(names)[:_OFFERED], likely=spoken is not None)
        last = candidates[-1].entity.name
        same = all(last.endswith(mention.entity.name) or mention.entity.name.endswith(last) for mention in candidates)
        # "A project, namely X": named a sentence ago, it is meant rather than an older one.
        older = [mention for mention in candidates if mention.entity.name != last]
        newest = self._sentence - candidates[-1].sentence <= 1 and all(
            self._sentence - mention.sentence > 2 for mention in older
        )
        if same or newest or not _speaks(token):
            return self._refer(candidates[-1], "", same or newest)
        spoken = self._last_subject([mention for mention in candidates if is_described_as(mention.entity, lemma)])
        spoken = spoken or self._last_subject(candidates)
        return replace(self._refer(spoken or candidates[-1], "", certain=False), likely=spoken is not None)

    def _last_subject(self, candidates: list[_Mention]) -> _Mention | None:
        """Return whom the text last told something of; None where it told of two in that sentence."""
        subjects = [mention for mention in candidates if mention.verb and self._sentence - mention.sentence <= _REACH]
        last = [mention for mention in subjects if mention.sentence == subjects[-1].sentence]
        return last[-1] if len({mention.entity.name for mention in last}) == 1 else None

    def _home_country(self, before: list[_Mention]) -> Referent:
        """The country that an author calls "my country": settled where it is first said, from then on it stays."""
        if self._home is None and not self._home_unknown:
            places = [mention for mention in [*self._mentions, *before] if mention.entity.kind == "place"]
            countries = [mention for mention in places if is_country(mention.entity.name)]
            subjects = [mention for mention in countries if mention.weight >= 2] or countries
            names = Counter(mention.entity.name for mention in subjects)
            self._home = names.most_common(1)[0][0] if names else None
            self._home_unknown = not names
        return Referent(self._home or "the author's country", None, self._home is not None)

    def _refer(self, mention: _Mention, ending: str, certain: bool) -> Referent:
        words = possessive(mention.entity.name) if ending else mention.entity.name
        token = mention.token if mention.sentence == self._sentence else None
        place = (mention.sentence, mention.token, mention.token + 1)
        return Referent(words, token, certain, mention.entity.named, place=place)


def _speaks(noun: Token) -> bool:
    """Return whether a noun is who says what the sentence tells."""
    return _is_told_by(noun) or (noun.dep_ == "nsubj" and is_report(noun.head))


def _is_told_by(noun: Token) -> bool:
    """ "according to the firm"."""
    return noun.dep_ == "pobj" and noun.head.head.lower_ == "according"


def _acts_on(subject: Token, pronoun: Token) -> bool:
    """ "Kaldor withdrew from it": whoever withdraws is not what they withdraw from."""
    if pronoun.tag_ != "PRP" or pronoun.dep_ not in ("dobj", "pobj", "dative") or subject.dep_ not in NOUN_SUBJECTS:
        return False
    verb = next((above for above in pronoun.ancestors if above.pos_ in ("VERB", "AUX")), None)
    return verb == subject.head


def _means_two(token: Token) -> bool:
    """True for a bare "both", "both countries" and "the two sides"."""
    if token.lower_ == "both":
        return token.dep_ in NOUN_SUBJECTS and token.n_lefts + token.n_rights == 0
    if token.tag_ != "NNS" or token.lemma_.lower() not in _PAIRED or token.n_rights:
        return False
    return [left.lower_ for left in token.lefts] in (["the", "two"], ["both"], ["both", "the"], ["these", "two"])


def _full_name(noun: Token) -> str:
    entity = entity_of(noun)
    name = entity.name if entity is not None else name_of(noun)
    owners = [child.text for child in noun.lefts if child.tag_ == "PRP$"]
    return name.removeprefix(owners[0]).lstrip() if owners and noun.pos_ == "PROPN" else name


def _subject_lemma(verb: Token) -> str:
    subjects = [child for child in verb.children if child.dep_ in NOUN_SUBJECTS]
    return subjects[-1].lemma_.lower() if subjects else ""
