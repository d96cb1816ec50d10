"""Where one sentence of a block ends and the next begins, also where the space between them is missing."""

import re

from claims.language.abbreviations import (
    ALWAYS_INSIDE,
    BEFORE_NUMBERS,
    BEHIND_A_CLOCK,
    MAY_END,
    MAY_END_IF_CAPITALISED,
)
from claims.language.reading.cleaning import CJK
from claims.language.reading.note_marks import NOTHING
from claims.language.vocabulary import word_set

#: Longer sentences are cut at a comma or a space: no parser reads them and none may stall the article.
LONGEST = 1000

_STARTERS = word_set(
    "the it he she they we in but however this that these those on at for a an and as after before while although his her "
    "its their there when if since according meanwhile moreover also now one some many"
)
_END = re.compile(
    "(?P<foreign>[.!?]*[。！？]+[”’\"')）\\]]*)"
    f"|(?P<stop>[.!?…]+)(?P<closing>[”’\"'»)\\]{NOTHING}]*)(?P<gap>\\s*)(?=(?P<opening>[“‘\"'«(\\[]*)(?P<next>\\S))"
)
_FOREIGN = re.compile(f"[{CJK}]")
#: "…the CSTO.The two": capitals without stops of their own, unlike "U.S.Navy".
_ABBREVIATED_NAME = re.compile(r"(?<![\w.])[A-Z]{2,}$")
_LAST_WORD = re.compile(r"[^\s“”\"'(\[]+$")
#: "U.S.S.R. Army", "J.R.R. Tolkien".
_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]")
#: "20 ft. The": behind a number it may be the last word.
_UNITS = word_set("ft")
#: "94 hrs. 20 min", "6 ft. 2 in.": one measure.
_MEASURED_ON = word_set("h hr hrs min mins ft lb lbs deg")
_SMALLER_UNIT = re.compile(r"\d+(?:\.\d+)? ?(?:m|mins?|minutes|s|secs?|seconds|in|ins|inch(?:es)?|oz)\b")
#: " – Class: Harrow – Crew: 40": fields of a list in one line.
_FIELD = re.compile(r"\s+[–—|•·-]\s+(?=[A-Z][a-z]+(?: [a-z]+){0,2}: )")
#: Names that are printed with an exclamation mark.
_EXCLAIMING = word_set("Yahoo Yum Jeopardy E")
#: "…has two parts: 1. Norden sells…": the number belongs to what follows.
_NEXT_NUMBER = re.compile(r"(?<=[:;])\s*\(?\d{1,2}[.)]$")
_LETTERS = re.compile(r"\w+")
_OF_TIME = re.compile(r"(?:[A-Z][a-z]+ ){1,2}(?:[Tt]ime|[Ss]ummer [Tt]ime)\b|\d|(?:[Oo]n|[Tt]o|[Ll]ocal)\b")


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences in text[start:end], in order, none empty or only spaces."""
    field = _FIELD.search(text, start, end)
    if field:
        return sentence_spans(text, start, field.start()) + sentence_spans(text, field.end(), end)
    spans = []
    position = start
    for match in _END.finditer(text, start, end):
        cut = _cut(text, position, match)
        if cut is None:
            continue
        spans += _bounded(text, position, cut)
        position = cut
    return spans + _bounded(text, position, end)


def _cut(text: str, position: int, match: re.Match[str]) -> int | None:
    if match["foreign"]:
        return match.end("foreign")
    follower = match["next"]
    after_stop = match.end("closing")
    if match["gap"]:
        if follower.islower() and not _plain_word_stops(text, position, match):
            return None
        if match["stop"] == "." and not match["closing"] and _abbreviated(text, position, match):
            return None
        if match["stop"] == "!" and _last_word(text, max(position, match.start() - 40), match.start()) in _EXCLAIMING:
            return None
        return after_stop
    return after_stop if _glued(text, position, match) else None


def _glued(text: str, position: int, match: re.Match[str]) -> bool:
    """True where the next sentence starts without a space: "…security.”Putin said", "…the G20.When he"."""
    before = text[match.start() - 1 : match.start()] if match.start() > position else ""
    starts = match.end("opening")
    follower = text[starts : starts + 2]
    if _FOREIGN.match(follower):
        return True
    if not follower[:1].isupper() or not (len(follower) == 1 or follower[1:].islower() or follower[1:].isspace()):
        return False
    if _looks_like_address(text, position, match.start()):
        return False
    if match["closing"] or match["opening"] or before.islower() or before.isdigit() or before in ")%":
        return True
    return _ABBREVIATED_NAME.search(text, max(position, match.start() - 12), match.start()) is not None


def _looks_like_address(text: str, position: int, stop: int) -> bool:
    word = _last_word(text, max(position, stop - 60), stop)
    return "/" in word or "@" in word or word.lower().startswith("www")


def _plain_word_stops(text: str, position: int, match: re.Match[str]) -> bool:
    """True for "…closer. military relations": an everyday word with a full stop ends a sentence in any case."""
    if match["stop"] != "." or match["closing"]:
        return False
    word = _last_word(text, max(position, match.start() - 40), match.start())
    return len(word) > 3 and word.isalpha() and word.islower() and word not in ALWAYS_INSIDE | MAY_END | BEFORE_NUMBERS


def _abbreviated(text: str, position: int, match: re.Match[str]) -> bool:
    word = _last_word(text, max(position, match.start() - 40), match.start())
    lowered = word.lower().rsplit("-", 1)[-1]
    following = _word_at(text, match.end("opening"))
    counted = _after_number(text, position, match.start() - len(word))
    if lowered in BEFORE_NUMBERS and not counted and following[:1].isdigit():
        return True
    if counted and lowered in _MEASURED_ON and _SMALLER_UNIT.match(text, match.end("opening")):
        return True
    if lowered in ALWAYS_INSIDE and not (counted and lowered in _UNITS):
        return True
    if lowered in ("a.m", "p.m"):
        return following in BEHIND_A_CLOCK or _tells_whose_time(text, match.end("opening"))
    if lowered in MAY_END or word in MAY_END_IF_CAPITALISED or _DOTTED.fullmatch(word):
        return following not in _STARTERS
    is_initial = len(word) == 1 and word.isupper()
    if match["gap"] and (match["opening"] or following in _STARTERS):
        # "…no plan B. The rocket": no initial of "The".
        return False
    return is_initial and not counted


def _tells_whose_time(text: str, start: int) -> bool:
    """ "5 p.m. Moscow time"."""
    return _OF_TIME.match(text, start, start + 40) is not None


def _after_number(text: str, position: int, letter: int) -> bool:
    """True for the N of "4150 N." which is a unit, not the initial of a name."""
    before = text[max(position, letter - 12) : letter].rstrip()
    return before[-1:].isdigit()


def _last_word(text: str, start: int, end: int) -> str:
    found = _LAST_WORD.search(text, start, end)
    return found.group() if found else ""


def _word_at(text: str, start: int) -> str:
    found = _LETTERS.match(text, start, start + 20)
    return found.group().lower() if found else ""


def _bounded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    while end - start > LONGEST:
        cut = _last_break(text, start, start + LONGEST)
        spans.append((start, cut))
        start = cut
    spans.append((start, end))
    return [span for span in (_trimmed(text, *span) for span in spans) if span[0] < span[1]]


def _last_break(text: str, start: int, limit: int) -> int:
    for mark in (";", ",", " "):
        found = text.rfind(mark, start + LONGEST // 2, limit)
        if found > 0:
            return found + 1
    return limit


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    number = _NEXT_NUMBER.search(text, max(start, end - 8), end)
    piece = text[start : number.start() if number else end]
    end = start + len(piece)
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
