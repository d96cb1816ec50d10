"""The passage of a source that speaks of what a claim speaks of: its words, its names, its quantities and dates."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from math import log

from claims.language.dates import DateSpan, read_dates
from claims.language.quantities import Quantity, overlap, read_quantities
from claims.language.reading.boundaries import sentence_spans
from claims.similarity.words import index_terms, stem_term
from core.translation.messages import Message, gettext_noop

_TOKEN = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")
_NAME = re.compile(r"[^\W\d_]*\d+[^\W_]*(?:-\w+)*|[^\W\d_]+-\d\w*|[A-Z][^\W_]*(?:[-'’][^\W_]+)*")
_DIGIT = re.compile(r"\d")
_LINE = re.compile(r"[^\n]+")

_REACH = 300
"""Characters within which words that stand together count as one place of a text."""
_PLACES = 3
_AROUND = 400
_SENTENCES_READ = 3
_TEXTS_READ = 12
_LONGEST_READ = 600
_SLACK = 200
_HITS_OF_WORD = 80
_SHORTEST_BEGINNING = 4
_TELLING_DIGITS = 2
_SMALLEST, _LARGEST = Decimal("0.001"), Decimal(10**12)

_NEARBY = 0.4
"""What a word counts that stands in the sentence before or after, not in the sentence itself."""
_OF_NAMES, _OF_VALUES = 0.6, 0.9
_SAME, _SAME_COUNT, _SAME_DIGITS, _CLOSE, _SAME_KIND = 1.0, 0.5, 0.8, 0.5, 0.2
_CLOSE_FACTOR = 2
_SHOWN_WORDS = 5

NAMES, WORDS = gettext_noop("names %(names)s"), gettext_noop("words: %(words)s")
SAME_QUANTITY, SAME_DATE = gettext_noop("same quantity: %(found)s"), gettext_noop("same date: %(found)s")
OTHER_SIZE = gettext_noop("same digits, different magnitude: %(found)s")
SIMILAR_QUANTITY, SAME_KIND = (
    gettext_noop("similar quantity: %(found)s"),
    gettext_noop("same kind of quantity: %(found)s"),
)


@dataclass(frozen=True, slots=True)
class EvidencePassage:
    """A sentence of a source: text[start:end], how well it fits (0 and up), and why it was found, as Sentences.

    `value` is how well its figures and dates answer the claim's, from 0 to 1; `shared` are the words of the claim that it
    has, by their keys.
    """

    start: int
    end: int
    score: float
    reasons: tuple[str, ...]
    value: float = 0.0
    shared: frozenset[str] = frozenset()


class EvidenceQuery:
    """What a claim, or a person's search, asks of a passage."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.quantities = read_quantities(text)
        self.figures = [form for quantity in self.quantities for form in _forms(quantity)]
        self.words = {
            stem_term(word): word for word in [*index_terms(text), *(f.replace(",", "") for f in self.figures)]
        }
        self.dates = [span for span in read_dates(text) if span.first is not None]
        spans: list[Quantity | DateSpan] = [*self.quantities, *read_dates(text)]
        values = [(span.start, span.end) for span in spans]
        names = [m for m in _NAME.finditer(text) if not any(s < m.end() and m.start() < e for s, e in values)]
        self.names = {key: m.group() for m in names for key in [_key(m.group())] if key in self.words}

    @cached_property
    def beginnings(self) -> dict[str, str]:
        """By key, how a word begins whatever its ending; a name with a number in it as it is printed."""
        numbered = [token for token in _TOKEN.findall(self.text) if _DIGIT.search(token)]
        printed = {_key(token): token.lower() for token in [*numbered, *self.figures]}
        # Of 363,000 only the 363 is looked for: another text may part the thousands by spaces.
        beginnings = {key: word[: max(_SHORTEST_BEGINNING, len(key))] for key, word in self.words.items()}
        return beginnings | {key: word.split(",")[0] for key, word in printed.items() if key in self.words}


def best_passages(query: EvidenceQuery, texts: Sequence[str]) -> list[EvidencePassage | None]:
    """Find in each text the sentence that fits best; None for a text that has none of the words.

    Scores of texts that are searched together can be compared: a word counts the more, the fewer of them have it.
    """
    lowered = [_lower(text) for text in texts]
    holders = {key: sum(begin in text for text in lowered) for key, begin in query.beginnings.items()}
    weights = {key: log(1 + (len(texts) + 1) / count) if count else 0.0 for key, count in holders.items()}
    readings = [_SourceSentences(query, weights, text, low) for text, low in zip(texts, lowered, strict=True)]
    read = sorted(readings, key=lambda reading: -reading.best_by_words)[:_TEXTS_READ]
    return [reading.best(values=reading in read) for reading in readings]


def highlight(query: EvidenceQuery, text: str, start: str, end: str) -> str:
    """Put start before and end after each word of text that the claim or the search has, too."""
    return _TOKEN.sub(lambda m: f"{start}{m.group()}{end}" if _key(m.group()) in query.words else m.group(), text)


class _SourceSentences:
    """The sentences of one text that stand where most of what is asked for stands together, weighed by their words."""

    def __init__(self, query: EvidenceQuery, weights: Mapping[str, float], text: str, lowered: str) -> None:
        self.query, self.text = query, text
        spans = {span for place in _places(query, weights, lowered) for span in _sentences(text, *place)}
        self.sentences = sorted(spans)
        self.found = [_keys(text[start:end]) & query.words.keys() for start, end in self.sentences]
        self.everywhere = {key for keys in self.found for key in keys}
        self.by_words = [self._by_words(at, weights) for at in range(len(self.sentences))]
        self.best_by_words = max(self.by_words, default=0.0)

    def best(self, *, values: bool) -> EvidencePassage | None:
        """Return the best sentence; without values, its quantities and dates are left unread."""
        promising = sorted(range(len(self.sentences)), key=lambda at: -self.by_words[at])
        readable = [at for at in promising if _DIGIT.search(self.text, *self.sentences[at])][:_SENTENCES_READ]
        weighed = [self._passage(at, values=values) for at in dict.fromkeys([*promising[:1], *readable])]
        return max(weighed, key=lambda passage: (passage.score, -passage.start), default=None)

    def _by_words(self, at: int, weights: Mapping[str, float]) -> float:
        near: set[str] = set()
        for other in (at - 1, at + 1):
            if (
                0 <= other < len(self.sentences)
                and abs(self.sentences[other][0] - self.sentences[at][0]) <= _LONGEST_READ
            ):
                near |= self.found[other]
        total = sum(weights.values()) or 1.0
        own = sum(weights[key] for key in self.found[at])
        return (own + _NEARBY * sum(weights[key] for key in near - self.found[at])) / total

    def _passage(self, at: int, *, values: bool) -> EvidencePassage:
        query, found, (start, end) = self.query, self.found[at], self.sentences[at]
        value, reasons = _shared_values(query, self.text[start:end]) if values else (0.0, [])
        names = [name for key, name in query.names.items() if key in found]
        known = len(names) + _NEARBY * sum(key in self.everywhere - found for key in query.names)
        by_names = known / len(query.names) if query.names else 0.0
        if names:
            reasons.append(Message(NAMES, names=", ".join(names)))
        words = [w for key, w in query.words.items() if key in found and key not in query.names and not w[0].isdigit()]
        if words:
            reasons.append(Message(WORDS, words=", ".join(words[:_SHOWN_WORDS])))
        score = self.by_words[at] + _OF_NAMES * by_names + _OF_VALUES * value
        return EvidencePassage(start, end, score, tuple(reasons), value, frozenset(found))


def _places(query: EvidenceQuery, weights: Mapping[str, float], lowered: str) -> list[tuple[int, int]]:
    """Return the stretches of a text where most of what is asked for stands together, best first."""
    hits = sorted((at, key) for key, begin in query.beginnings.items() for at in _occurrences(begin, lowered))
    positions = [at for at, _ in hits]
    scored = []
    for index, (at, _) in enumerate(hits):
        last = bisect_right(positions, at + _REACH)
        scored.append((sum(weights[key] for key in {key for _, key in hits[index:last]}), -at))
    places: list[tuple[int, int]] = []
    for _, negative in sorted(scored, reverse=True):
        start, end = max(0, -negative - _AROUND // 2), -negative + _REACH + _AROUND // 2
        if all(end <= first or start >= last for first, last in places):
            places.append((start, min(end, len(lowered))))
        if len(places) == _PLACES:
            break
    return places


def _occurrences(beginning: str, text: str) -> list[int]:
    found: list[int] = []
    at = text.find(beginning)
    while at >= 0 and len(found) < _HITS_OF_WORD:
        if not at or not text[at - 1].isalnum():
            found.append(at)
        at = text.find(beginning, at + 1)
    return found


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences that overlap text[start:end], whole where they are not endless."""
    first = max(text.rfind("\n", 0, start) + 1, start - _SLACK)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + _SLACK)
    spans = [span for line in _LINE.finditer(text, first, last) for span in sentence_spans(text, *line.span())]
    return [(a, min(b, a + _LONGEST_READ)) for a, b in spans if a < end and b > start and b > a]


def _shared_values(query: EvidenceQuery, sentence: str) -> tuple[float, list[str]]:
    """Return how well the values of a sentence answer the claim's, from 0 to 1, and what to say about it."""
    asked = len(query.quantities) + len(query.dates)
    if not asked or not _DIGIT.search(sentence):
        return 0.0, []
    quantities = read_quantities(sentence) if query.quantities else []
    dates = read_dates(sentence) if query.dates else []
    answers = [max((_answer(claimed, q) for q in quantities), default=(0.0, "")) for claimed in query.quantities]
    answers += [max((_answer_of_date(claimed, d) for d in dates), default=(0.0, "")) for claimed in query.dates]
    told = [reason for score, reason in sorted(answers, key=lambda answer: -answer[0]) if reason]
    return sum(score for score, _ in answers) / asked, list(dict.fromkeys(told))


def _answer(claimed: Quantity, found: Quantity) -> tuple[float, str]:
    if overlap(claimed, found):
        same = (
            _SAME if claimed.dimension not in ("count", "ordinal") or claimed.counted == found.counted else _SAME_COUNT
        )
        return same, Message(SAME_QUANTITY, found=found.surface)
    if claimed.dimension != found.dimension or claimed.dimension in ("count", "ordinal"):
        return 0.0, ""
    if _digits(claimed) == _digits(found):
        return _SAME_DIGITS, Message(OTHER_SIZE, found=found.surface)
    if _are_close(claimed, found):
        return _CLOSE, Message(SIMILAR_QUANTITY, found=found.surface)
    return _SAME_KIND, Message(SAME_KIND, found=found.surface)


def _answer_of_date(claimed: DateSpan, found: DateSpan) -> tuple[float, str]:
    if found.first is None or found.last is None or claimed.first is None or claimed.last is None:
        return 0.0, ""
    if found.first <= claimed.last and claimed.first <= found.last:
        return _SAME, Message(SAME_DATE, found=found.surface)
    return 0.0, ""


def _are_close(one: Quantity, other: Quantity) -> bool:
    if one.low is None or other.low is None or one.low <= 0 or other.low <= 0:
        return False
    return max(one.low, other.low) <= _CLOSE_FACTOR * min(one.low, other.low)


def _forms(quantity: Quantity) -> list[str]:
    """How the number may be printed under another prefix or scale word: 4.15, 4,150 and 4,150,000; none for a few digits.

    The digits are looked for because no index knows values; whether the quantity is the same is decided where it stands.
    """
    value = quantity.value_low
    if len(_digits(quantity)) < _TELLING_DIGITS or not value.is_finite():
        return []
    scaled = [value.scaleb(power).normalize() for power in (0, 3, -3, 6, -6)]
    return [f"{number:,f}" for number in scaled if _SMALLEST <= abs(number) < _LARGEST]


def _digits(quantity: Quantity) -> str:
    return "".join(map(str, quantity.value_low.normalize().as_tuple().digits))


def _keys(text: str) -> set[str]:
    return {_key(token) for token in _TOKEN.findall(text)}


@lru_cache(maxsize=20_000)
def _key(token: str) -> str:
    """Return the key of a word as it stands in a text; empty for one that says nothing about what the text is about."""
    words = index_terms(token)
    return stem_term(words[0]) if len(words) == 1 else ""


def _lower(text: str) -> str:
    """Return the text in lower case, every character in its place."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
