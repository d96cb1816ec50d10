"""Whom each sentence of an article is about: its subject, or for a pronoun the subject of the sentence before."""

import re
from collections.abc import Iterable

from claims.language.findings.things import Thing, read_thing
from claims.language.vocabulary import word_set

_FINITE = (
    r"(?:is|are|was|were|has|have|had|can|cannot|could|will|would|may|might|must|did|does|became|began|ran|went|came|took|made|lost|won|met|"
    r"set|put|left|kept|sank|flew|fell|rose|stood|led|drew|hit|sold|bought|gave|got|saw|told|felt|said|cost|slid|broke|wrote|taught|spent|"
    r"[a-z]{2,}(?:ed|es|[^s]s))"
)
_LED_IN = (
    r"^(?:[\"“]?(?:In|On|At|After|Before|During|By|For|From|With|Since|Under|Over|Until|Late|Early)\b[^,.;]{0,50}?,? )?"
)
_SUBJECT = re.compile(
    rf"{_LED_IN}(?P<thing>(?:(?:[Tt]he|[Aa]n?) )?[\w'’./&-]+(?: [\w'’./&-]+){{0,4}}?)(?:,[^,]{{0,60}},| \([^()]*\))? (?=(?:[a-z]+ly |also |now |then )?{_FINITE}\b)"
)
_CARRIED = re.compile(rf"{_LED_IN}(?P<pronoun>(?i:he|she|it|they|his|her|its|their))\b")
#: "The Tamerlane was a light cruiser of the navy": what it is called from then on.
_IS_A = re.compile(
    r"(?:is|was|are|were) (?:an? |one of the |the )(?P<words>(?:[\w'’-]+ ){0,4}?[\w'’-]+?)(?=[,.;:]| (?:of|that|which|who|in|on|from|at|for|with|built|and|between|used|made|designed|run|owned|led|to|by|near|whose|when|where|as)\b)"
)
PRONOUNS = word_set("he she it they his her its their")


def sentence_subjects(text: str, starts: Iterable[tuple[int, int]]) -> dict[int, Thing | None]:
    """Return for the start of each sentence whom it is about, None where that is not certain."""
    subjects: dict[int, Thing | None] = {}
    latest: Thing | None = None
    for start, end in sorted(set(starts)):
        sentence = text[start:end]
        if not _CARRIED.match(sentence):
            found = _SUBJECT.match(sentence)
            latest = read_thing(re.sub(r"['’]s .*$", "", found["thing"])) if found else None
        subjects[start] = latest
    return subjects


def called(text: str, starts: Iterable[tuple[int, int]]) -> dict[str, frozenset[str]]:
    """Return the nouns that an article says each named thing is: "Meteo-2 was a research satellite" gives satellite."""
    nouns: dict[str, set[str]] = {}
    for start, end in starts:
        sentence = text[start:end]
        found = _SUBJECT.match(sentence)
        thing = read_thing(found["thing"]) if found else None
        said = _IS_A.match(sentence, found.end()) if found else None
        if thing and thing.named and said:
            nouns.setdefault(thing.named.name, set()).update(
                [said["words"].split()[-1].lower(), *thing.named.name.split()[-1:]]
            )
    return {name: frozenset(words) for name, words in nouns.items()}
