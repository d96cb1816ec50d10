"""Where one sentence of a block ends and the next begins, also where the space between them is missing."""

import re

from claims.language.dates.names import MONTH_ABBREVIATIONS
from claims.language.reading.cleaning import CJK
from claims.language.vocabulary import word_set

#: Longer sentences are cut at a comma or a space: no parser reads them and none may stall the article.
LONGEST = 1000

_ALWAYS_INSIDE = word_set(
    "mr mrs ms dr prof gen col lt maj sgt capt cmdr adm sen rep gov pres st no nos vs approx est fig vol pp e.g i.e cf al "
    "ave dept ca messrs hon rev mt ft sq cu"
)
_MAY_END = word_set("inc ltd co corp jr sr u.s u.k u.n e.u a.m p.m etc d.c").union(MONTH_ABBREVIATIONS)
_STARTERS = word_set(
    "the it he she they we in but however this that these those on at for a an and as after before while although his her "
    "its their there when if since according meanwhile moreover also now one some many"
)
_END = re.compile(
    "(?P<foreign>[.!?]*[。！？]+[”’\"')）\\]]*)"
    "|(?P<stop>[.!?…]+)(?P<closing>[”’\"'»)\\]]*)(?P<gap>\\s*)(?=(?P<opening>[“‘\"'«(\\[]*)(?P<next>\\S))"
)
_FOREIGN = re.compile(f"[{CJK}]")
#: "…the CSTO.The two": capitals without stops of their own, unlike "U.S.Navy".
_ABBREVIATED_NAME = re.compile(r"(?<![\w.])[A-Z]{2,}$")
_LAST_WORD = re.compile(r"[^\s“”\"'(\[]+$")
_LETTERS = re.compile(r"\w+")


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences in text[start:end], in order, none empty or only spaces."""
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
    return len(word) > 3 and word.isalpha() and word.islower() and word not in _ALWAYS_INSIDE | _MAY_END


def _abbreviated(text: str, position: int, match: re.Match[str]) -> bool:
    word = _last_word(text, max(position, match.start() - 40), match.start())
    lowered = word.lower()
    if lowered in _ALWAYS_INSIDE:
        return True
    if lowered in _MAY_END:
        return _word_at(text, match.end("opening")) not in _STARTERS
    is_initial = len(word) == 1 and word.isupper()
    if match["gap"] and (match["opening"] or _word_at(text, match.end("opening")) in _STARTERS):
        # "…no plan B. The rocket": no initial of "The".
        return False
    return is_initial and not _after_number(text, position, match.start() - 1)


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
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
