"""A slice of an article made fit for the parser, with the origin of every character kept."""

import re
from array import array
from dataclasses import dataclass

from claims.language.quantities.scales import number_goes_on_to
from sources.extraction.line_ends import LineEnds, last_word

CJK = "\u2e80-\u2fdf\u3000-\u30ff\u3130-\u318f\u31f0-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff65"

_LONGEST_WORD = 60
#: Stands where a word was cut out of the article.
GAP = "***"
#: What is rewritten, and what it becomes. Two asterisks are markup for bold print.
_CHANGES = {
    "apostrophe": ("[\u2018\u2019\u201b\u02bc\u00b4`]", "'"),
    "quote": ("[\u201c\u201d\u201e\u201f\u00ab\u00bb]", '"'),
    "line_end": ("(?<=[^\\W_])[-\u2010\u2011\u2013][ \t]*\r?\n\\s*(?=[^\\W_])", ""),
    # A control character stands for something lost: without it two numbers would be one that nobody printed. What has no
    # width prints nothing between two digits of one number.
    "parting": (
        "(?<=\\d)[\u00ad\u200b-\u200f\u2060\ufeff]*[\x00-\x08\x0e-\x1f\x7f]"
        "[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]*(?=\\d)",
        " ",
    ),
    "invisible": ("[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]", ""),
    "cut_out": (r"\*{3,}", f" {GAP} "),
    "markup": (r"\*{2}", " "),
    "ticker": (
        r" ?[(\[<](?:(?:NYSE|NASDAQ|Nasdaq|NYSE American|AMEX|LSE|LON|TSX|ASX|HKEX|HKG|SSE|SZSE|TYO|TSE|FRA|ETR|EPA|BIT|SIX|"
        r"OTC(?:MKTS|QX|QB)?|MOEX|MCX|NSE|BSE|KRX|SGX|JSE|STO|Euronext)\s?:\s?[A-Z0-9][A-Z0-9.\-]{0,7}"
        r"|[A-Z0-9]{1,6}\.(?:[A-Z]|OQ|PK|DE|PA|MM|ME|SS|SZ|HK|AX|TO|SW|MI|MC|AS|ST|OL|HE|CO|KS|KQ|TW|NS|BO|SI|JK|SA|MX))[)\]>]",
        "",
    ),
    # As "No.", which the parser takes for no denial.
    "number": (r"\bno\.(?= ?\d)", "No."),
    "stray_space": (r" +,(?=[^\W\d_])", ", "),
    # Sports pages close with "Gulls: Visit Dover on Monday".
    "fixture": (
        r"(?<=[a-z])(?<!\bSchedule): [A-Z](?=(?:isits?|osts?|aces?|lays?|eets?|ravels?|pens?|egins?|ontinues?|eturns?) (?:at |to |the |a |on |in |home)?(?:[A-Z]|at |to |on |in ))",
        " ",
    ),
    # "(Table 3)", "(see Fig. 4, p. 12)": they send elsewhere and state nothing.
    "pointer": (
        r" \((?:see |cf\. |compare )?(?:also )?(?:[Ff]igs?|[Ff]igures?|[Tt]ables?|[Cc]hapters?|[Cc]hap|[Ss]ections?|[Ss]ecs?|[Ee]q|"
        r"[Aa]ppendix|[Aa]nnex|[Rr]efs?|pp?|pages?|[Nn]otes?|[Bb]ox|[Mm]ap|[Pp]hoto|[Pp]icture)\.? ?[\dIVXA-Z][^()\n]{0,30}\)",
        "",
    ),
    # Machine translation leaves Chinese marks between English words.
    "wide_comma": (r"(?<=[\w)\]\"”%]) ?[，、](?=\s?[A-Za-z0-9\"“])", ", "),
    "foreign": (f"[{CJK}]+", " "),
    "space": (r"\s+", " "),
}
_CHANGE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in _CHANGES.items()))
#: "saying thatThe two", "the country,engineers", "2023,ESA": a small word or a comma with the next word glued to it.
_GLUED = re.compile(
    r"\b(?:that|and|the|of|in|by|with|which|said|but|for|from|because|while|when)(?=[A-Z][a-z])|(?<=[a-z]{2}),(?=[A-Za-z])|(?<=\d),(?=[A-Z])"
)


_OPENING_TIME = re.compile(
    r"(?:(?:In|By|Since|Until|During) (?:(?:early|late|mid-?) ?)?(?:1[89]|20)\d\d(?= (?:[a-z]{3,}s|[A-Z][a-z]+) (?!(?:and|or|of|in)\b))"
    r"|(?:The (?:following|next|previous|same) (?:year|month|week|day|night|morning|evening|summer|winter|spring|autumn|season)"
    r"|(?:Later )?[Tt]hat (?:year|month|week|day|night|morning|evening|summer|winter|spring|autumn)"
    r"|(?:A|One|Two|Three|Four|Five|Six|Ten) (?:year|month|week|day|hour|minute|decade)s? (?:later|earlier|before|ago))"
    r"(?= (?:the|a|an|his|her|its|their|he|she|it|they|some|many|several|all|most|police|officials|[A-Z][a-z]+|\d+) ))"
)


@dataclass(frozen=True)
class CleanText:
    """Text for the parser; character i of it stands at origins[i] of the article."""

    text: str
    origins: "array[int]"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the article's span for the non-empty span start…end of the clean text."""
        return self.origins[start], self.origins[end - 1] + 1


def clean_for_parser(article: str, start: int, end: int, *, line_ends: LineEnds | None = None) -> CleanText:
    """Rewrite article[start:end] for the parser: plain quotes, single spaces, nothing unreadable.

    `line_ends` knows the words of the article, which say best what a hyphen at the end of a line means.
    """
    characters: list[str] = []
    origins = array("q")
    position = start
    for change in _CHANGE.finditer(article, start, end):
        kept = change.start()
        if change.lastgroup == "foreign":
            kept = min(number_goes_on_to(article, kept), change.end())
        _copy(article, position, kept, characters, origins)
        if change.lastgroup == "line_end":
            joint = _joint(article[max(start, kept - _LONGEST_WORD) : kept + 1], article[change.end() : end], line_ends)
            _put(joint, kept, characters, origins)
        elif change.lastgroup == "fixture":
            _put(change.group()[1:].lower(), kept, characters, origins)
        elif kept < change.end():
            _put(_CHANGES[change.lastgroup or ""][1], kept, characters, origins)
        position = change.end()
    _copy(article, position, end, characters, origins)
    _part_opening_time(characters, origins)
    while characters and characters[-1] == " ":
        characters.pop()
        origins.pop()
    return CleanText("".join(characters), origins)


def _part_opening_time(characters: list[str], origins: "array[int]") -> None:
    """Put a comma behind the time that opens a sentence: the parser reads "In 1932 rebels" as so many rebels."""
    opening = _OPENING_TIME.match("".join(characters[:40]))
    if opening:
        characters.insert(opening.end(), ",")
        origins.insert(opening.end(), origins[opening.end() - 1])


def _joint(before: str, after: str, line_ends: LineEnds | None) -> str:
    """Return what stands between two lines of which the first ends in a hyphen: the hyphen, nothing, or both."""
    first, second = last_word(before), after[:_LONGEST_WORD].split(None, 1)[0]
    joined = (line_ends or LineEnds(())).joined(first, second)
    return joined[len(first) - 1 : len(joined) - len(second)]


def _copy(article: str, start: int, end: int, characters: list[str], origins: "array[int]") -> None:
    if start >= end:
        return
    piece = article[start:end]
    copied = 0
    for glued in _GLUED.finditer(piece):
        characters.extend(piece[copied : glued.end()])
        origins.extend(range(start + copied, start + glued.end()))
        _put(" ", start + glued.end() - 1, characters, origins)
        copied = glued.end()
    characters.extend(piece[copied:])
    origins.extend(range(start + copied, end))


def _put(text: str, origin: int, characters: list[str], origins: "array[int]") -> None:
    for character in text:
        if character != " " or (characters and characters[-1] != " "):
            characters.append(character)
            origins.append(origin)
