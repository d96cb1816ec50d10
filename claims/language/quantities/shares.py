"""Shares told as a few of many: one in five, nine out of ten, 1 in 1,000."""

import re
from dataclasses import replace

from claims.language.quantities.building import TermReading, measured_quantity
from claims.language.quantities.counting import counted_noun
from claims.language.quantities.exclusions import follows_name, is_label, is_rank
from claims.language.quantities.terms import Term, read_term_ahead

_LINK = re.compile(
    r"[ \u00a0\n-](?:in(?:[ \u00a0]every)?|(?P<out>out[ \u00a0]of(?:[ \u00a0]every)?))[ \u00a0\n-](?=[0-9a-z])"
)
_NOUN = re.compile(r"[ \u00a0][a-z]+")
_MANY = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})*|[a-z]+)\b")
_GAPS = (" ", "\u00a0", "\n", "-")
#: What a share that is no single one is told of: nobody says "seven in twenty-three".
_ROUND = frozenset([2, 3, 4, 5, 6, 8, 10, 20, 25, 50, 100, 1_000, 10_000, 100_000, 1_000_000])
_MOST = 10**9
# "Groups of two in three rooms", "won two in three days": what stands in so many places or days is no share.
_GROUP_BEFORE = re.compile(
    r"\b(?:(?:groups?|teams?|pairs?|sets?|rows?|crews?|lots?|batches) of|won|win|wins|lost|lose|loses|scored|scores?|took|played|drew) $",
    re.I,
)
_PLACE_BEHIND = re.compile(
    r" (?:stars?|points?|marks?|rooms?|countr(?:y|ies)|cit(?:y|ies)|towns?|places?|matches|games|halls?|provinces?|districts?|regions?|steps?|parts?|sets?|rows?|innings|languages?|volumes?|a row)\b",
    re.I,
)


def read_share(text: str, first: Term) -> TermReading | None:
    """Read "one in five" as a fifth, or nothing where the two numbers are no share."""
    numeral = first.numeral
    if not first.bare or first.negative or numeral.step != 1 or numeral.value < 1 or numeral.part:
        return None
    if first.counted == "time" or text[numeral.end : numeral.end + 1] not in _GAPS:
        return None
    link = _LINK.match(text, numeral.end) or _link_behind_noun(text, first)
    second = read_term_ahead(text, link.end()) if link else None
    if link is None or second is None or not second.bare or second.negative or second.numeral.part:
        return None
    if not _is_share(text, first, second, out_of=bool(link["out"])):
        return None
    value, end = numeral.value / second.numeral.value, second.numeral.end
    share = replace(first, end=end, numeral=replace(numeral, value=value, end=end, part=True), counted=None)
    return TermReading((measured_quantity(text, first.start, end, value, value, None, share),), end)


def _link_behind_noun(text: str, first: Term) -> re.Match[str] | None:
    """Read the link of "one ship in five is laid up", which counts nothing behind the five."""
    noun = _NOUN.match(text, first.end) if text[first.start : first.end].lower() == "one" else None
    link = _LINK.match(text, noun.end()) if noun else None
    many = _MANY.match(text, link.end()) if link else None
    return link if many and counted_noun(text, many.end()) is None else None


def _is_share(text: str, first: Term, second: Term, *, out_of: bool) -> bool:
    few, many = first.numeral.value, second.numeral.value
    if not few < many <= _MOST or many != int(many) or second.numeral.upper is not None:
        return False
    if _is_year(text, second):
        return False
    if few == 1 and not out_of:
        return not (_is_named(text, first) or _PLACE_BEHIND.match(text, second.numeral.end))
    if few not in range(1, 100) or int(many) not in _ROUND or _is_named(text, first):
        return False
    if out_of:
        if _PLACE_BEHIND.match(text, second.numeral.end):
            return False
        return counted_noun(text, second.numeral.end) is not None or text.startswith(" of ", second.numeral.end)
    before = _GROUP_BEFORE.search(text, max(0, first.start - 16), first.start)
    return not (before or _PLACE_BEHIND.match(text, second.numeral.end))


def _is_year(text: str, second: Term) -> bool:
    return text[second.start : second.end].isdigit() and 1500 <= second.numeral.value <= 2199


def _is_named(text: str, first: Term) -> bool:
    if is_rank(text, first.start) or text[max(0, first.start - 2) : first.start].startswith("#"):
        return True
    if first.numeral.words:
        return text[max(0, first.start - 7) : first.start].lower() == "number "
    return is_label(text, first.start, first.end) or follows_name(text, first.start)
