"""The things that the claims of one article speak of, by name or as "the missile", and which of them are one."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from claims.language.findings.naming import EntityName, read_entity_name, without_plural
from claims.language.vocabulary import COMPANY_NOUNS, COUNTRY_NOUNS, ORGANISATION_NOUNS, word_set

#: A noun phrase up to the word that must be its verb: "the old missile" of "the old missile cannot reach".
VERB = (
    r"(?:is|are|was|were|has|have|had|can|cannot|could|will|would|may|might|must|should|does|did|do|cost|became|began|ran|went|came|took|"
    r"made|lost|won|met|set|put|left|kept|sank|flew|fell|rose|stood|led|drew|won|hit|sold|bought|gave|got|saw|told|felt|said|needs?|"
    r"[a-z]{2,}(?:ed|es|[^s]s))"
)
NOUN_PHRASE = r"(?P<thing>(?:[Tt]he |[Aa]n? |[Ii]ts |[Tt]heir |[Tt]hat |[Tt]his )?[\w'’./&-]+(?: [\w'’./&-]+){0,4}?)"
_DETERMINED = re.compile(r"^(?P<determiner>the|a|an|this|that)\s+(?P<words>[\w'’. -]+)$", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:it|its|she|her|he|his|they|their|the former|the latter)$", re.IGNORECASE)
_NOT_A_THING = re.compile(
    r"\b(?:which|that|who|whose|and|or|of|in|at|on|for|with|by|from|to|than|as|because|but|not|after|before|during|since|until|when|while|where|said|against|despite|among|under|over|through|within|like|unlike|compared|between|without|along|per|via|above|below|near|its|their|his|her|our|my|is|are|was|were|has|had|"
    r"each|every|another|other|some|any|all|both|no|one|first|second|third|last|latter|former|others)\b",
    re.IGNORECASE,
)
_PLACES = word_set(
    "town city village island region province district county state port suburb capital island settlement"
)
#: What "the …" may call something that has a name of its own.
_SORTS = (
    _PLACES
    | COMPANY_NOUNS
    | COUNTRY_NOUNS
    | ORGANISATION_NOUNS
    | word_set("""engine motor rocket missile launcher booster fighter jet aircraft airplane plane bomber interceptor helicopter drone tank howitzer
    gun ship warship frigate destroyer corvette cruiser carrier submarine boat vessel ferry tanker liner yacht satellite spacecraft probe telescope vehicle
    truck lorry car train locomotive torpedo radar rifle reactor turbine bridge tunnel dam tower building skyscraper mast stadium
    airport runway hotel hospital school museum church cathedral castle palace mine plant factory mill lake river mountain peak volcano glacier
    canal road railway pipeline film movie book novel album play opera painting statue monument company trial war battle school festival
    weapon gadget""")
)
_SPLITTING = (
    r"(?:another|other|second|third|both|two|three|four|five|six|each|every|older?|newer?|new|old|previous|earlier|former|sister|next|similar|any|most|some|"
    r"these|those|several|many|rival|bigger|smaller|larger|ordinary|standard|basic|original)"
)


@dataclass(frozen=True)
class Thing:
    """What a claim is about: a named thing, or one that the article only calls "the missile"."""

    named: EntityName | None
    head: str
    modifiers: frozenset[str]

    @property
    def is_new(self) -> bool:
        """Return whether nothing but an article's own introduction could be meant: "a missile"."""
        return "a" in self.modifiers


def read_thing(phrase: str) -> Thing | None:
    """Read the noun phrase that a claim is about, None for a pronoun and for what names nothing certain."""
    plain = re.sub(r"['’]s?$", "", phrase.strip())
    if not plain or _PRONOUN.match(plain) or _NOT_A_THING.search(re.sub(r"^(?:that|this) ", "", plain, flags=re.I)):
        return None
    named = read_entity_name(_without_first_capital(plain))
    if named is not None:
        return Thing(named, named.kind, frozenset())
    determined = _DETERMINED.match(plain)
    if determined is None:
        return None
    *modifiers, head = [word.lower() for word in determined["words"].split()]
    introduced = ["a"] if determined["determiner"].lower() in ("a", "an") else []
    return Thing(None, without_plural(head), frozenset([*modifiers, *introduced]))


def _without_first_capital(phrase: str) -> str:
    """ "The", "An" begin a sentence, and are no names."""
    return re.sub(r"^(The|An?|This|That)\b", lambda found: found[0].lower(), phrase)


@dataclass(frozen=True)
class Cast:
    """All things of an article, from which follows which of them "the missile" may be."""

    text: str
    things: tuple[Thing, ...]
    called: Mapping[str, frozenset[str]]
    _many: dict[str, bool] = field(default_factory=dict)

    def is_one(self, first: Thing, second: Thing) -> bool:
        """Return whether two mentions are certainly of one thing."""
        if first.named and second.named:
            return self._same_name(first.named, second.named)
        if first.named or second.named:
            named, called = (first, second) if first.named else (second, first)
            return self._is_called(named, called)
        same = first.head == second.head and first.modifiers - {"a"} == second.modifiers - {"a"}
        return same and not second.is_new and not self._is_one_of_many(first.head)

    def _same_name(self, first: EntityName, second: EntityName) -> bool:
        if first.may_be(second):
            return True
        short, long = sorted((first.name, second.name), key=len)
        part = long.split()
        if short not in (part[-1], " ".join(part[-2:])) or " " not in long:
            return False
        # "Vance" is "Nora Vance" while no other Vance is there.
        full = {thing.named.name for thing in self.things if thing.named and thing.named.name.split()[-1] == part[-1]}
        return len(full - {short}) == 1

    def _is_called(self, named: Thing, called: Thing) -> bool:
        if called.is_new or called.modifiers or self._is_one_of_many(called.head):
            return False
        sorts = {name for name, nouns in self.called.items() if called.head in nouns}
        if sorts:
            return named.named is not None and sorts == {named.named.name}
        if called.head not in _SORTS:
            return False
        others = {thing.named.name for thing in self.things if thing.named and thing.named != named.named}
        kinds = {thing.named.name for thing in self.things if thing.named and thing.head == called.head}
        if named.head == called.head or (named.named and called.head in named.named.name.split()):
            return kinds <= {named.named.name if named.named else ""}
        return not named.head and not {
            other for other in others if named.named and not _is_part(other, named.named.name)
        }

    def _is_one_of_many(self, head: str) -> bool:
        if head not in self._many:
            self._many[head] = tells_of_many(self.text, head)
        return self._many[head]


def _is_part(one: str, other: str) -> bool:
    return one in other.split() or other in one.split()


def tells_of_many(text: str, head: str) -> bool:
    """Return whether a text speaks of several such things: "the new bridge", "Head 8", or "bridges" again and again."""
    noun = re.escape(head)
    split = rf"\b{_SPLITTING}(?:[ -][\w-]+)? {noun}(?:s|es)?\b|\b\d+ (?:[\w-]+ )?{noun}s\b|\b{noun}s? (?:\d|[A-Z]\b|I{{1,3}}\b)"
    if re.search(split, text, re.IGNORECASE):
        return True
    return len(re.findall(rf"\b{noun}(?:s|es)\b", text, re.IGNORECASE)) > 1


def cast_of(text: str, things: Iterable[Thing], called: Mapping[str, frozenset[str]] | None = None) -> Cast:
    """Return the things of an article together with its text, and the nouns that it says some of them are."""
    return Cast(text, tuple(dict.fromkeys(things)), called or {})
