"""How every search finds words: texts and what a person types go through one normalising step.

The database's function `plumbline_words` makes of a text what its indexes hold, `text_search` of what somebody typed the
query on them. Both leave out accents, quotes, dashes and the marks between thousands, and take RD-180, RD180 and RD 180 for
one word that 180 and RD find too; Su-35 finds Su-35S, and F-16D finds F-16C/D. WHO and IT are words where they are printed
in capitals. Of Chinese, which has no spaces, every two characters that stand together are a word.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db.models import F, Func, Q

from core.russian_words import forms_of

#: PostgreSQL's configuration that cuts the endings off words in Latin letters as English, off others as Russian.
CONFIG = "russian"
HAN = "\u3400-\u9fff"
#: Words that say nothing unless they are printed in capitals, in which they name somebody or a thing.
CAPITALS = frozenset([
    "WHO", "IT", "AM", "AN", "AS", "AT", "BE", "BY", "DO", "HE", "IF", "IN", "IS", "ME", "MY", "NO", "OF", "ON",
    "OR", "SO", "TO", "UP", "WE", "ALL", "ANY", "ARE", "AND", "BUT", "CAN", "DID", "FOR", "HAS", "HIS", "HOW",
    "ITS", "NOT", "NOW", "OFF", "OUR", "OUT", "OWN", "SHE", "THE", "TOO", "WAS", "WHY", "YOU",
])  # fmt: skip
IN_CAPITALS = "caps9"
"""What is put behind such a word; the function in the database does the same."""
_APART = str.maketrans("øØłŁđĐıħĦŧŦðÐ", "oOlLdDihHtTdD") | {"ß": "ss", "æ": "ae", "œ": "oe", "Æ": "AE", "Œ": "OE"}
_GROUPED = re.compile("(?<=[0-9])[\u00a0\u2009\u202f,'’](?=[0-9]{3}(?![0-9]))")
_RAISED = re.compile("(?<=[0-9])(?=[\u00b2\u00b3\u00b9\u2070-\u2079])")
_ACCENTS = re.compile("(?<=[A-Za-z])[\u0300-\u036f]+")
_POSSESSIVE = re.compile("['’]s$")
_PIECE = re.compile(r'(?P<no>(?<!\S)-(?=["\w]))?(?:"(?P<quoted>[^"]*)"?|(?P<word>[^\s"]+))')
#: Signs of vowels, which stand inside the words of Hebrew, Arabic and the scripts of India without being letters.
_VOWEL_SIGNS = "\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
_NO_LETTERS = re.compile(rf"\.(?![0-9])|(?<![0-9])\.|[^\w.{_VOWEL_SIGNS}]+|_")
_TOKEN = re.compile(f"[{HAN}]+|[0-9]+(?:\\.[0-9]+)*|(?:[^\\W0-9_{HAN}]|[{_VOWEL_SIGNS}])+")
_AROUND = ".,;:!?()[]{}'’‘“”\"«»-"
#: A name with a number in it, whole: letters, a hyphen or none, figures, and the letters of a version.
_DESIGNATION = re.compile("([a-zа-я]{1,10})[^0-9a-zа-я]?([0-9]+)([0-9a-zа-я]{0,5})")
_NAME = re.compile("[a-zа-я]{1,10}")
_FIGURES = re.compile(r"[0-9]+(?:\.[0-9]+)*")
_MOST_TERMS = 40


class SearchedWords(Func):
    """The words of a column, or of an expression, as they are indexed and asked for."""

    function = "plumbline_words"
    output_field = SearchVectorField()


@dataclass(frozen=True)
class TextSearch:
    """What a search looks for: the words of its column, the query on them, and what it asks for in words of a page."""

    vector: Func
    query: SearchQuery
    terms: tuple[str, ...]
    marks: re.Pattern[str] | None

    def condition(self, name: str) -> Q:
        """Return the condition on rows whose words are there under a name."""
        return Q(**{name: self.query})

    def places(self, text: str) -> int:
        """Return how many different words of the text look like what was asked for."""
        return len(set(map(str.lower, self.marks.findall(_same_length(text))))) if self.marks else 0

    def mark(self, text: str, start: str, end: str) -> str:
        """Put start before and end after whatever in the text looks like what was asked for."""
        if self.marks is None:
            return text
        folded = _same_length(text)
        spans = [found.span() for found in self.marks.finditer(folded)]
        for first, last in reversed(spans):
            text = f"{text[:first]}{start}{text[first:last]}{end}{text[last:]}"
        return text


def text_search(search: str, field: Any = "text", *, any_word: bool = False) -> TextSearch:
    """Return how a column is searched for what a person typed, every word of it or, where that is enough, any.

    Words in quotes stand together, what a minus stands before is left out, and OR is between two ways to say it.
    """
    query, terms, marks = _read(search, any_word)
    pattern = re.compile("|".join(f"(?:{each})" for each in marks), re.IGNORECASE) if marks else None
    expression = F(field) if isinstance(field, str) else field
    return TextSearch(SearchedWords(expression), SearchQuery(query, config=CONFIG, search_type="raw"), terms, pattern)


def tsquery(search: str, *, any_word: bool = False) -> str:
    """Return the search as PostgreSQL's to_tsquery takes it; empty where nothing is asked for."""
    return _read(search, any_word)[0]


def is_looked_for(word: str) -> bool:
    """Return whether a word of a text says something: "who" does not, WHO names somebody."""
    return word.upper() not in CAPITALS or word in CAPITALS


def fold(text: str) -> str:
    """Return the text without accents and marks between thousands, compatible signs as their letters; capitals stay."""
    text = _RAISED.sub(" ", _GROUPED.sub("", re.sub("[™®©℠]", " ", text)))
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFKD", text))).translate(_APART)


@lru_cache(maxsize=500)
def _read(search: str, any_word: bool) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    ways: list[tuple[list[str], list[str]]] = [([], [])]
    terms: list[str] = []
    marks: list[str] = []
    pieces = list(_PIECE.finditer(fold(search)))[:_MOST_TERMS]
    only_small = all(piece["word"] and _bare_word(piece["word"]).upper() in CAPITALS for piece in pieces)
    place = 0
    while place < len(pieces):
        piece, place = pieces[place], place + 1
        if piece["word"] == "OR" or (piece["word"] == "or" and 1 < place < len(pieces)):
            ways.append(([], []))
            continue
        follower = pieces[place] if place < len(pieces) else None
        asked, seen, taken = _asked(piece, follower, only_small=only_small)
        place += taken
        if asked:
            ways[-1][bool(piece["no"])].append(asked)
        if asked and not piece["no"]:
            terms.append(" ".join(each.group().strip("-") for each in pieces[place - taken - 1 : place]))
            marks += seen
    told = [_way(wanted, unwanted, any_word=any_word) for wanted, unwanted in ways if wanted or unwanted]
    return " | ".join(f"({each})" for each in told), tuple(terms), tuple(marks)


def _way(wanted: list[str], unwanted: list[str], *, any_word: bool) -> str:
    """Return the query for one way to say it: every word that is wanted, or any, and none that is not."""
    found = (" | " if any_word else " & ").join(f"({each})" for each in wanted)
    return " & ".join(filter(None, [f"({found})" if found else "", *(f"!({each})" for each in unwanted)]))


def _bare_word(word: str) -> str:
    """Return a word without the marks around it and its "'s"."""
    return _POSSESSIVE.sub("", word.strip(_AROUND))


def _asked(piece: re.Match[str], follower: re.Match[str] | None, *, only_small: bool) -> tuple[str, list[str], int]:
    """Return the query for one piece of a search, what marks it in a text, and how many pieces after it were taken."""
    if piece["quoted"] is not None:
        tokens = _tokens(piece["quoted"])
        return _phrase(tokens), [_marking(tokens)] if tokens else [], 0
    word = _bare_word(piece["word"])
    if word in CAPITALS or (only_small and word.upper() in CAPITALS):
        return _quoted(word.lower() + IN_CAPITALS), [rf"\b{word}\b"], 0
    small = word.lower()
    designation = _DESIGNATION.fullmatch(small)
    if designation:
        return _designated(*designation.groups()), [_marking(designation.groups())], 0
    figures = follower["word"] if follower and not follower["no"] else None
    if figures and _FIGURES.fullmatch(figures) and _NAME.fullmatch(small):
        both = f"{_word(small)} & {_quoted(figures)}"
        return f"{_quoted(small + figures)} | ({both})", [_marking((small, figures)), _marking((small,))], 1
    tokens = _tokens(small)
    # The IT of "IT-security" is no "it".
    named = [part for part in re.split(r"[^\w]+", word) if part in CAPITALS]
    asked = [_quoted(part.lower() + IN_CAPITALS) for part in named]
    return " & ".join(filter(None, [*map(_word, tokens), *asked])), [_marking((token,)) for token in tokens], 0


def _designated(letters: str, figures: str, version: str) -> str:
    """Return the query for a name with a number: a version of it, or any of its versions; S-400s are S-400."""
    if version in ("", "s"):
        return _quoted(letters + figures)
    return f"{_quoted(letters + figures + version)}:*"


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(_NO_LETTERS.sub(" ", _small(text)))


def _small(text: str) -> str:
    """Return the text in small letters: "ё" as "е", and one sigma wherever it stands."""
    return text.lower().replace("ё", "е").replace("ς", "σ")


def _phrase(tokens: list[str]) -> str:
    """Return the query for words that stand together; of Chinese, whose words overlap, that they all stand there."""
    if any(re.match(f"[{HAN}]", token) for token in tokens):
        return " & ".join(map(_word, tokens))
    return " <-> ".join(map(_quoted, tokens))


def _word(token: str) -> str:
    if re.match(f"[{HAN}]", token):
        pairs = [token[at : at + 2] for at in range(len(token) - 1)]
        return " & ".join(map(_quoted, pairs)) if pairs else f"{_quoted(token)}:*"
    forms = forms_of(token)
    return f"({' | '.join(map(_quoted, forms))})" if len(forms) > 1 else _quoted(token)


def _quoted(token: str) -> str:
    return f"'{token}'"


def _marking(tokens: Any) -> str:
    return r"[\W_]?".join(_parts_of_marking([token for token in tokens if token]))


def _parts_of_marking(tokens: list[str]) -> Iterator[str]:
    for place, token in enumerate(tokens):
        if re.match(f"[{HAN}]", token):
            yield token
        elif token[0].isdigit():
            edge = "(?<![0-9])" if place == 0 else ""
            yield f"{edge}{',?'.join(token) if token.isdigit() else re.escape(token)}(?![0-9])"
        else:
            begins = token if len(token) < 5 else token[: max(4, len(token) - 3)]
            ends = r"[^\W0-9_]*" if len(tokens) == 1 and len(token) > 2 else ""
            yield (
                (r"\b" if place == 0 else "") + re.escape(begins) + (ends if len(tokens) == 1 or len(token) > 4 else "")
            )


def _same_length(text: str) -> str:
    """Return the text without accents, every character in its place."""
    return "".join(_bare(character) for character in text)


@lru_cache(maxsize=5_000)
def _bare(character: str) -> str:
    bare = _small(fold(character))
    return bare if len(bare) == 1 else character
