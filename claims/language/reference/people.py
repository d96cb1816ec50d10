"""The people of an article: mentions that name the same one, linked by their words."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from claims.language.first_names import womanly
from claims.language.reference.naming import Mention

#: Of an article's sentences, with its headline.
_BEGINNING = 3
_OFTEN = 5


@dataclass(eq=False)
class Person:
    """Somebody whom an article names or calls by a noun; the mentions stand in reading order."""

    words: tuple[str, ...]  # of the fullest name; none of somebody unnamed
    name: str
    womanly: float = 0.0  # 1 for a woman, -1 for a man, 0 where nothing tells
    sexed: bool = False
    aliases: set[tuple[str, ...]] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    echoes: list[Mention] = field(default_factory=list)  # pronouns that surely stand for the person

    @property
    def named(self) -> bool:
        return bool(self.words)

    @property
    def surely_person(self) -> bool:
        """Whether anything but a capital letter says that a person is named: a title, a first name, the model."""
        known = self.sexed or bool(self.words and womanly(self.words[0]))
        return known or any(mention.label == "PERSON" for mention in self.mentions)

    @property
    def is_topic(self) -> bool:
        """Whether the article is about the person: named in its beginning, and come back to again and again."""
        times = len(self.mentions) + len(self.echoes)
        return self.named and self.mentions[0].sentence <= _BEGINNING and times >= _OFTEN

    def take(self, mention: Mention) -> None:
        """Add a mention, and what it tells of name and sex; a title or a noun tells more than a first name."""
        self.mentions.append(mention)
        if len(mention.words) > len(self.words) and not (self.words and mention.verb == "bear"):
            self.words, self.name = mention.words, mention.printed
        if mention.alias:
            self.aliases |= {mention.words, mention.words[-1:]}
        if mention.womanly and (mention.sexed or not self.sexed):
            self.womanly, self.sexed = mention.womanly, mention.sexed or self.sexed


@dataclass(frozen=True)
class Nearby:
    """A person with those mentions that stand near a pronoun."""

    person: Person
    mentions: list[Mention]

    @property
    def named(self) -> bool:
        return self.person.named


class People:
    """Whom an article has named so far."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        self._by_sentence: dict[int, list[Person]] = defaultdict(list)

    def add(self, mentions: Iterable[Mention]) -> None:
        """Take in the mentions of the next sentence."""
        for mention in mentions:
            known = self._known(mention)
            if known is None:
                known = Person(mention.words, mention.printed)
                self.persons.append(known)
            known.take(mention)
            self._by_sentence[mention.sentence].append(known)
            for word in {*mention.words[:1], *mention.words[-1:]} or {mention.noun}:
                if known not in self._by_word[word]:
                    self._by_word[word].append(known)

    def echo(self, person: Person, mention: Mention) -> None:
        """Take in a pronoun that surely stands for a person, as a mention for sentences too far from the name itself."""
        person.echoes.append(mention)
        self._by_sentence[mention.sentence].append(person)

    def near(self, first: int, last: int) -> list[Nearby]:
        """Return the people of those sentences, in the order in which the sentences name them."""
        around = {id(person): person for at in range(first, last + 1) for person in self._by_sentence.get(at, ())}
        nearby = [
            Nearby(person, _within(person.mentions, first, last) or _within(person.echoes, first, last))
            for person in around.values()
        ]
        return sorted(nearby, key=lambda near: near.mentions[0].at)

    def knows(self, word: str) -> bool:
        """Return whether a word is the first name or the surname of somebody who surely is a person."""
        return any(
            person.surely_person and len(person.words) > 1 and word in (person.words[0], person.words[-1])
            for person in self._by_word.get(word, ())
        )

    def _known(self, mention: Mention) -> Person | None:
        keys = {*mention.words[:1], *mention.words[-1:]} or {mention.noun}
        same = [person for key in keys for person in self._by_word[key] if _names_same(person, mention)]
        if not same and self._is_born_first(mention):
            return self.persons[0]
        if not same and mention.alias:
            same = [person for person in self.persons[-8:] if _has_alias(person, mention)]
        return max(same, key=lambda person: person.mentions[-1].at, default=None)

    def _is_born_first(self, mention: Mention) -> bool:
        """ "Mara Lind (1930–2004) was a pilot. Mara Eva Holm was born in…": the name before her marriage."""
        first = self.persons[0] if self.persons else None
        if first is None or not mention.named or mention.verb != "bear" or not first.named:
            return False
        if mention.role != "subject" or not mention.bare or any(each.verb == "bear" for each in first.mentions):
            return False
        return len(mention.words) > 1 and mention.words[0] == first.words[0] and womanly(mention.words[0]) > 0


def _names_same(person: Person, mention: Mention) -> bool:
    if person.named != mention.named:
        return False
    if not mention.named:
        return mention.sentence == person.mentions[-1].sentence
    if mention.sexed and person.womanly * mention.womanly < 0:
        return False
    shorter, longer = sorted((person.words, mention.words), key=len)
    return _same_words(shorter, longer) or mention.words in person.aliases


def _same_words(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Return whether a name is another one's surname, first name, beginning, end, or the same without what is between."""
    if shorter == longer:
        return True
    if len(shorter) == 1:
        return shorter[0] in (longer[0], longer[-1])
    ends = shorter == longer[: len(shorter)] or shorter == longer[-len(shorter) :]
    return ends or (shorter[0] == longer[0] and shorter[-1] == longer[-1])


def _has_alias(person: Person, mention: Mention) -> bool:
    """Return whether a "known as" before the mention speaks of the person, the subject of the same sentence."""
    last = person.mentions[-1]
    subject = person.named and last.sentence == mention.sentence and last.first_role == "subject"
    return subject or (person.named and mention.bracketed and mention.at - last.at < 12)


def _within(mentions: list[Mention], first: int, last: int) -> list[Mention]:
    start = bisect_left(mentions, first, key=attrgetter("sentence"))
    return mentions[start : bisect_right(mentions, last, key=attrgetter("sentence"))]
