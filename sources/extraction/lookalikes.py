"""Characters that make a reader see another text than a program: letters of two alphabets in a word, turned directions."""

import re

from sources.extraction.extraction_warnings import ExtractionWarning, WarningKind

#: Letters of other alphabets that look like a Latin one, and Latin ones that look Cyrillic (Unicode Technical Standard 39).
_LIKE_LATIN = frozenset("АВЕЅІЈКМНОРСТУХаеорсухіјѕһԁԛԝҮүΑΒΕΖΗΙΚΜΝΟΡΤΥΧοΥϒν")
_LIKE_CYRILLIC = frozenset("ABCEHKMOPTXYaceopxy")
_OTHER = "\u0370-\u03ff\u0400-\u04ff"
#: Where letters of two alphabets meet inside a word or a designation.
_SEAM = re.compile(f"[A-Za-z][0-9-]*[{_OTHER}]|[{_OTHER}][0-9-]*[A-Za-z]")
_AROUND = re.compile(r"[\w-]*\Z"), re.compile(r"[\w-]*")
_WORD_PART = re.compile(r"[^\W_]+")
_OTHER_LETTER, _LATIN_LETTER = re.compile(f"[{_OTHER}]"), re.compile("[A-Za-z]")
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
_LONGEST_WORD = 40
#: A text in Latin letters has so many of them for each letter of another alphabet.
_LATIN_FOR_EACH_OTHER = 20
_OVERRIDE = re.compile("[\u202d\u202e]")


def warn_of_lookalikes(text: str) -> tuple[ExtractionWarning, ...]:
    """Return what a person should look at: words that mix lookalike letters, and text that is shown in another order."""
    found = []
    words = list(dict.fromkeys(_mixed_words(text))) or _strays(text)
    if words:
        found.append(ExtractionWarning(WarningKind.LOOKALIKE_LETTERS, len(words), words[0]))
    overrides = list(_OVERRIDE.finditer(text))
    if overrides:
        start = overrides[0].end()
        sample = text[start : start + _LONGEST_WORD].split("\u202c")[0].split("\n")[0]
        found.append(ExtractionWarning(WarningKind.TURNED_DIRECTION, len(overrides), sample))
    return tuple(found)


def _mixed_words(text: str) -> list[str]:
    return [word for seam in _SEAM.finditer(text) if _is_disguised(word := _word_at(text, seam.start()))]


def _word_at(text: str, place: int) -> str:
    before, after = text[max(0, place - _LONGEST_WORD) : place], text[place : place + _LONGEST_WORD]
    starts, ends = _AROUND[0].search(before), _AROUND[1].match(after)
    return (starts[0] if starts else "") + (ends[0] if ends else "")


def _is_disguised(word: str) -> bool:
    """Return whether all letters of one alphabet in a word look like those of the other.

    Of Latin letters only parts of a word are asked that mix them with Cyrillic ones: beside Greek ones they are formulas.
    """
    others = set(_OTHER_LETTER.findall(word))
    if others <= _LIKE_LATIN:
        return True
    return any(
        set(latin) <= _LIKE_CYRILLIC
        for part in _WORD_PART.findall(word)
        if (latin := _LATIN_LETTER.findall(part)) and _CYRILLIC_LETTER.search(part)
    )


def _strays(text: str) -> list[str]:
    """Return the words of a text in Latin letters that are all in lookalikes of another alphabet."""
    others = _OTHER_LETTER.findall(text)
    if not others or not set(others) <= _LIKE_LATIN:
        return []
    if len(_LATIN_LETTER.findall(text)) < _LATIN_FOR_EACH_OTHER * len(others):
        return []
    places = [found.start() for found in _OTHER_LETTER.finditer(text)]
    return list(dict.fromkeys(_word_at(text, place) for place in places))
