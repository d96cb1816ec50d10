"""The noun that a count counts: "500 unauthorized copies" counts copies."""

import re

_MOST_WORDS = 4
_WORD = re.compile(
    r"[\s\u00a0-](?:of (?:the |its |their |his |her |our )?)?([A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]*(?:-[A-Za-zÀ-ɏ0-9]+)*)"
)
_HYPHENATED = re.compile(r"-([a-z]{3,})")
_STOPPERS = frozenset(
    [
        "a",
        "about",
        "after",
        "against",
        "all",
        "also",
        "although",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "being",
        "between",
        "both",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "during",
        "each",
        "either",
        "every",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "however",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "less",
        "like",
        "made",
        "may",
        "might",
        "more",
        "most",
        "must",
        "my",
        "near",
        "no",
        "nor",
        "not",
        "now",
        "of",
        "off",
        "on",
        "or",
        "our",
        "out",
        "over",
        "per",
        "said",
        "says",
        "seems",
        "she",
        "should",
        "since",
        "so",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "thus",
        "till",
        "to",
        "today",
        "under",
        "until",
        "up",
        "upon",
        "us",
        "versus",
        "via",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "whose",
        "will",
        "with",
        "within",
        "without",
        "would",
        "yes",
        "yet",
        "you",
        "your",
        "overseas",
        "worldwide",
        "always",
        "perhaps",
        "besides",
        "afterwards",
        "sometimes",
        "towards",
        "later",
        "ago",
        "earlier",
        "across",
        "around",
        "along",
        "among",
        "outside",
        "inside",
        "upon",
        "above",
        "below",
        "beyond",
        "nationwide",
        "statewide",
        "once",
        "twice",
        "thus",
        "indeed",
        "instead",
        "there's",
    ]
)
_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose",
    "aircraft": "aircraft", "spacecraft": "spacecraft", "sheep": "sheep", "fish": "fish", "species": "species", "series": "series", "police": "police",
    "troops": "troop", "personnel": "personnel", "staff": "staff", "cattle": "cattle", "data": "datum", "criteria": "criterion", "phenomena": "phenomenon",
    "bacteria": "bacterium", "lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf", "wolves": "wolf", "halves": "half", "shelves": "shelf",
    "crises": "crisis", "analyses": "analysis", "offspring": "offspring", "policemen": "policeman", "servicemen": "serviceman", "crew": "crew",
    "indices": "index", "axes": "axis", "theses": "thesis", "hypotheses": "hypothesis", "buses": "bus", "viruses": "virus", "statuses": "status",
    "movies": "movie", "cookies": "cookie", "ties": "tie", "lies": "lie", "zombies": "zombie", "calories": "calorie", "rookies": "rookie",
    "shoes": "shoe", "axles": "axle", "caches": "cache", "headaches": "headache", "niches": "niche", "gases": "gas",
}  # fmt: skip
_NO_PLURAL = re.compile(r"(?:ss|us|is|ous|ness|['’]s)$", re.I)
# "3-fold" counts times, "5,000-strong" says nothing of what is strong.
_JOINED = {"fold": "time", "strong": None, "odd": None, "plus": None, "something": None}
_VERBAL = re.compile(r"(?:ed|ing|s|ly)$")
_VERBS = frozenset(
    [
        "was",
        "has",
        "is",
        "does",
        "goes",
        "says",
        "includes",
        "makes",
        "takes",
        "comes",
        "gives",
        "gets",
        "shows",
        "means",
        "seems",
        "becomes",
        "remains",
        "needs",
        "wants",
        "uses",
    ]
)


def counted_noun(text: str, end: int) -> str | None:
    """Find the noun, singular and lower case, that the number ending at ``end`` counts.

    Without a tagger it is the first plural within four words, or the noun that a hyphen joins ("23,660-seat").
    """
    hyphenated = _HYPHENATED.match(text, end)
    if hyphenated:
        return _JOINED.get(hyphenated[1], singular_noun(hyphenated[1])) if hyphenated[1] not in _STOPPERS else None
    last = None
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, end)
        if not word:
            break
        lower = word[1].lower()
        if lower in _STOPPERS or lower in _VERBS:
            break
        if looks_plural(lower):
            last = lower
        elif last:
            break
        end = word.end()
    return singular_noun(last) if last else None


def single_noun(text: str, end: int) -> str | None:
    """Find the noun that "one" counts: the second of two words that can be nouns."""
    noun = None
    for _ in range(2):
        word = _WORD.match(text, end)
        if not word or word[1].lower() in _STOPPERS | _VERBS or (noun and _VERBAL.search(word[1])):
            break
        noun, end = word[1].lower(), word.end()
    return noun and singular_noun(noun)


def looks_plural(word: str) -> bool:
    """Return whether a lower-case word looks like a plural noun."""
    return word in _IRREGULAR or (len(word) > 3 and word.endswith("s") and not _NO_PLURAL.search(word))


def singular_noun(word: str) -> str:
    """Return the singular of an English noun by its ending."""
    head, hyphen, tail = word.rpartition("-")
    if tail in _IRREGULAR:
        return head + hyphen + _IRREGULAR[tail]
    if tail[-1:] == "s" and tail[:-1].isdigit():
        return word[:-1]
    if not looks_plural(tail):
        return word
    if tail.endswith("ies") and len(tail) > 4:
        return head + hyphen + tail[:-3] + "y"
    if tail.endswith(("sses", "shes", "ches", "xes", "zes", "oes")):
        return head + hyphen + tail[:-2]
    return head + hyphen + tail[:-1]
