"""Marks that send a reader to a note: [3], [note 2], a raised ³, or a bare digit behind a stop, as copying leaves it."""

import re
from collections.abc import Iterator

from claims.language.dates.names import MONTH_ABBREVIATIONS
from claims.language.vocabulary import word_set

#: Stands for every character of a mark: of no width, so that what is read has the places of what was printed.
NOTHING = "\u2060"
_BRACKETED = re.compile(
    r"(?:(?<=[\w.,;:!?…%”\"’'»)\]])|(?<=[.!?]\s)(?=\[(?:\d|[a-z]+ )))"
    r"(?:\[(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|[a-z]|[ivx]{1,4}|[A-Z]|(?:note|nb|n|fn)\.? ?\d{1,2}"
    r"|(?:[a-z]+ ){1,3}needed|(?:by |according to )?(?:whom|who|when|where|which|why)\?|dubious[^\]\n]{0,20}|edit)\]"
    r"(?::\d{1,4}(?:[–-]\d{1,4})?)?)+(?![a-z])"
)
_RAISED = re.compile(
    r"(?<=[^\s\d(])(?:[⁰¹²³⁴-⁹]+(?:[,–⁻][⁰¹²³⁴-⁹]+)*|[†‡]+)(?![\w⁺⁻])|(?<=\bin [12]\d\d\d)[¹²³⁴-⁹]+(?!\w)"
)
_BARE = re.compile(
    r"(?<=[\w%)”\"])(?P<stop>[.!?][”\"’')]*)(?P<mark>\d{1,3}(?:[,–-]\d{1,3})*)(?=\s+[“\"(]?(?P<next>[A-Z]\w*)|[^\S\n]*(?:\n|$))"
)
#: A length with a raised 2 or 3 is an area or a volume.
_LENGTHS = word_set("metre metres meter meters foot feet inch inches mile miles yard yards")
_SHORT = word_set(
    "no nos fig figs vol vols pp sec secs art para paras ch pt vs approx max min est version ver nr rev op"
)
#: Before a year, and hardly before a decimal number.
_DATING = word_set(
    "in since until till before after during early late mid around circa and year winter spring summer autumn fall"
).union(
    MONTH_ABBREVIATIONS,
    word_set("january february march april may june july august september october november december"),
)
#: A number with decimals runs into no sentence that begins with one of these.
_OPENERS = word_set(
    "the it he she they we in on at this that these those its his her their but and when while after before however"
)
_LONGEST_WORD = 40
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_NUMBER = re.compile(r"[$€£]?\d[\d,]*")
_LAST_WORD = re.compile(r"([^\W\d_]+)\W*$")


def without_note_marks(text: str) -> str:
    """Return the text, as long as it came, with nothing to read where marks of notes stood."""
    if not _MAY_STAND.search(text):
        return text
    for pattern in (_BRACKETED, _RAISED, _BARE):
        pieces, position = [], 0
        for start, end in _marks(pattern, text):
            pieces += [text[position:start], NOTHING * (end - start)]
            position = end
        text = "".join([*pieces, text[position:]])
    return text


_MAY_STAND = re.compile(r"\[[\da-zA-Z][^\]\n]{0,40}\]|[⁰¹²³⁴-⁹†‡]|[.!?][”\"’')]*\d")


def _marks(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for found in pattern.finditer(text):
        if pattern is _BARE:
            if _is_bare_mark(text, found):
                yield found.span("mark")
        elif pattern is _BRACKETED or not _is_power(text, found.start()):
            yield found.span()


def _is_power(text: str, start: int) -> bool:
    """Return whether a raised number belongs to a unit, a symbol or a formula: km², metres³, Fe³."""
    if not text[start - 1].isalpha():
        return not (text[start - 1] in ".,;:!?…”\"’'" or text[start] in "†‡" or text[start - 1].isdigit())
    word = _LAST_WORD.search(text, max(0, start - 30), start)
    letters = word.group(1) if word else ""
    return text[start] not in "†‡" and (len(letters) < 4 or letters.lower() in _LENGTHS)


def _is_bare_mark(text: str, found: re.Match[str]) -> bool:
    """Return whether digits behind a stop are a mark rather than decimals, a clock time or a number of a version."""
    start = found.start()
    before = text[max(0, start - _LONGEST_WORD) : start].rsplit(None, 1)[-1].lstrip('“(["')
    if found["stop"][0] != "." or len(found["stop"]) > 1:
        return before[-1:].isalpha() or before[-1:] in "%)" or before[-1:].isdigit()
    if _NUMBER.fullmatch(before):
        earlier = _LAST_WORD.search(text, max(0, start - len(before) - 20), start - len(before))
        word = earlier.group(1) if earlier else ""
        if word.islower() and (found["next"] or "").lower() in _OPENERS:
            return True
        return _YEAR.fullmatch(before) is not None and word.lower() in _DATING
    if before[-1:] in '%)”"':
        return True
    letters = _LAST_WORD.search(before)
    word = letters.group(1) if letters and letters.end() == len(before) else ""
    if "/" in before or "@" in before or "." in before or word.lower() in _SHORT:
        return False
    if len(word) < 3:
        unit = text[max(0, start - len(before) - 2) : start - len(before)]
        return bool(word) and len(unit) == 2 and unit[0].isdigit() and unit[1].isspace()
    return word.islower() or word.istitle() or word.isupper()
