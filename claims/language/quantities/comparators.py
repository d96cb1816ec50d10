"""Words and signs around a number that bound it: "more than", "nearly", "or fewer", "~"."""

import re

_WINDOW = 44

_BEFORE = {
    "<=": r"no (?:more|greater|higher|longer|larger|later) than|not (?:more|exceeding|greater|over) than|not exceed(?:ing)?|not above|not over|at (?:the )?(?:most|maximum)"
    r"|up to|as (?:many|much|high|large|long) as|a maximum of|maximum of|capped at|limited to|within|under or equal to|≤|<=|=<|⩽|≦",
    ">=": r"no (?:less|fewer|lower|smaller|shorter) than|not (?:less|fewer|lower) than|not (?:below|under)|at (?:the )?(?:least|minimum)|as (?:few|little|low) as|a minimum of|minimum of"
    r"|upwards? of|≥|>=|=>|⩾|≧",
    ">": r"(?:more|greater|higher|larger|bigger|longer|heavier|taller|older|faster|farther|further|better|deeper|wider) than|(?<!hand )(?<!hands )(?<!handed )(?<!handing )(?<!turned )over|above|in excess of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?"
    r"|topp(?:ed|ing)|tops|north of|beyond|upward from|>|≳|⪆",
    "<": r"(?:less|fewer|lower|smaller|shorter|lighter|younger|slower) than|under|below|south of|<|≲|⪅",
    "nearly": r"nearly|almost|close to|not quite|just (?:short of|shy of|under|below)|slightly (?:less than|under|below)|approaching|approached|a little (?:less than|under)|virtually|fewer than but close to",
    "~": r"about|around|roughly|approximately|approx\.?|appr\.|circa|ca\.?|c\.|some|an? (?:estimated|average of about)|estimated(?: at)?|in the (?:region|order|neighbou?rhood) of"
    r"|of (?:the )?order(?: of)?|on the order of|(?:some)?where around|more or less|or so|~|∼|≈|≃|≅|˜",
}
_NAMES = {"<=": "le", ">=": "ge", ">": "gt", "<": "lt", "nearly": "nearly", "~": "about"}
_BEFORE_PATTERN = re.compile(
    r"(?:^|(?<=[^A-Za-z]))(?:"
    + "|".join(f"(?P<{_NAMES[sign]}>{pattern})" for sign, pattern in _BEFORE.items())
    + r")\s*(?:the |a |an |only |just |its |about |some )?$",
    re.I,
)
_SIGN_OF = {"le": "<=", "ge": ">=", "gt": ">", "lt": "<", "nearly": "nearly", "about": "~"}

_AFTER = re.compile(
    r"\s?(?:(?P<ge>\+(?!\s?[0-9(/−-])|or (?:more|above|over|older|higher|greater|larger|better|longer|later)\b|and (?:above|over|older|up|upwards?|more|higher)\b|plus\b|at (?:the )?least\b|minimum\b)"
    r"|(?P<le>or (?:less|fewer|below|under|younger|lower|smaller|shorter|earlier)\b|and (?:below|under|younger|less)\b|at (?:the )?most\b|maximum\b|max\b|tops\b)"
    r"|(?P<about>or so\b|-odd\b|or thereabouts\b|-ish\b))",
    re.I,
)
_AFTER_BEGINS = frozenset("+-oOaApPmMtT")
_AFTER_NOUN = re.compile(r"(?: [a-z]+){1,2} or (?:(?P<ge>more)|(?P<le>less|fewer))(?= ?(?:[.,;:)]|$|[a-z]))(?! than)")
_SPAN_OF_TIME = re.compile(
    r"(?:\bfor|\bof|\bafter|\bin|\bwell|\bjust|\blast(?:s|ed|ing)?|\btook|\btakes?|\btaking|\baged?|\bby|\bspan(?:s|ned|ning)?|\ba little|\bslightly|\bis|\bwas|\bwere|\bare)\s+over\s*$",
    re.I,
)
_ACROSS = re.compile(
    r"\b(?:averag(?:e|ed|ing)|spread|divided|distributed|summed|pooled|scattered)\s+(?:out\s+)?over\s*$", re.I
)
# "It broke under 600 MPa" names the load, no bound.
_LOADED = re.compile(
    r"\b(?:br(?:oke|eaks?|oken)|fail(?:s|ed)?|crack(?:s|ed)?|yield(?:s|ed)?|deform(?:s|ed)?|bends?|bent|buckl(?:es?|ed)|tested|measured|kept|held|pressed|compressed|sintered|annealed|grown|stored|operat(?:es?|ed|ing))\s+under\s*$",
    re.I,
)
# "Under 5% CO2" names what surrounds a culture.
_ATMOSPHERE = re.compile(
    r"(?: \(?v/v\)?)? (?:CO2|CO₂|O2|O₂|N2|N₂|H2|H₂|RH|relative humidity|humidity|oxygen|nitrogen|hydrogen|argon|helium|strain|isoflurane)\b"
)
# "Under a 12-h cycle" names one condition; "under a hundred" begins with the number itself.
_ONE_CONDITION = re.compile(r"\bunder (?:an?|the) $", re.I)
_LATER = re.compile(r"[\s-]*(?:ago|old|later|earlier|older|younger|long)\b", re.I)


def comparator_before(text: str, start: int) -> str | None:
    """Read the comparator that ends right before ``start``: a sign, "nearly", or nothing.

    "nearly" is the value approached from below; the others are the signs of Quantity.comparator.
    """
    if start == 0:
        return None
    found = _BEFORE_PATTERN.search(text, max(0, start - _WINDOW), start)
    if not found:
        return None
    return _SIGN_OF[found.lastgroup or ""]


def comparator_after(text: str, end: int, *, counted: bool = False) -> str | None:
    """Read the comparator behind ``end``: "or more", "+", "or so".

    Where the number is ``counted`` in a noun, the noun may stand between: "10 ships or more".
    """
    found = (not _AFTER_BEGINS.isdisjoint(text[end : end + 2]) and _AFTER.match(text, end)) or (
        counted and _AFTER_NOUN.match(text, end)
    )
    return _SIGN_OF[found.lastgroup or ""] if found else None


def over_is_during(text: str, start: int, end: int) -> bool:
    """Return whether "over 30 years" means "in the course of", not "more than"."""
    before = text[max(0, start - _WINDOW) : start]
    if not re.search(r"\bover\s*$", before, re.I):
        return False
    return not (_SPAN_OF_TIME.search(before) or _LATER.match(text, end))


def under_is_at(text: str, start: int, end: int) -> bool:
    """Return whether "broke under 600 MPa" or "under a 12-h cycle" names the conditions, not a bound."""
    before = text[max(0, start - _WINDOW) : start]
    atmosphere = before.endswith("under ") and _ATMOSPHERE.match(text, end)
    return bool(atmosphere or _LOADED.search(before) or _ONE_CONDITION.search(before))


def over_is_across(text: str, start: int) -> bool:
    """Return whether "averaged over 12 runs" names what was averaged, not a bound."""
    return bool(_ACROSS.search(text, max(0, start - _WINDOW), start))
