"""Edits of a sentence in known ways: those that leave what it says alone, and those that make it say something else."""

import random
import re
from collections.abc import Callable, Iterator

Edit = Callable[[str, random.Random], str]


def _at_one(pattern: str, new: str | Callable[[re.Match, random.Random], str], flags: int = 0) -> Edit:
    """An edit of one match of the pattern, drawn by chance; none where nothing matches."""

    def edit(text: str, chance: random.Random) -> str:
        matches = list(re.finditer(pattern, text, flags))
        if not matches:
            return text
        match = chance.choice(matches)
        replacement = match.expand(new) if isinstance(new, str) else new(match, chance)
        return text[: match.start()] + replacement + text[match.end() :]

    return edit


def _everywhere(pattern: str, new: str | Callable[[re.Match], str], flags: int = 0) -> Edit:
    return lambda text, chance: re.sub(pattern, new, text, flags=flags)


def _by_word(words: dict[str, str], *, whole: bool = True) -> Edit:
    """An edit that puts one of the given words, drawn by chance, into its counterpart."""
    edge = r"(?<![\w.:,-])(?<!cubic )(?<!per )", r"(?![\w:-])(?!,\d)(?! thirds)"
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    pattern = f"{edge[0]}(?:{listed}){edge[1]}" if whole else f"(?:{listed})"
    return _at_one(pattern, lambda match, chance: words[match.group()])


def _both_ways(words: dict[str, str]) -> dict[str, str]:
    return {**words, **{new: old for old, new in words.items()}}


_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTHS = _MONTH.split("|")
_SMALL = {"two": "2", "three": "3", "six": "6", "seven": "7", "eleven": "11", "Two": "2", "Six": "6", "Seven": "7",
          "four": "4", "ten": "10"}  # fmt: skip
_DATE = rf"\b(\d{{1,2}}) ({_MONTH}) (\d{{4}})\b"


def _iso(match: re.Match) -> str:
    day, month, year = match.groups()
    return f"{year}-{_MONTHS.index(month) + 1:02}-{int(day):02}"


def _with_ordinal_day(match: re.Match) -> str:
    day = int(match[1])
    ending = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day, "th")
    return f"{day}{ending} {match[2]} {match[3]}"


def _afternoon_in_full(match: re.Match) -> str:
    return f"{int(match[1]) + (12 if match[3] == 'p' else 0):02}:{match[2]}"


def _in_millions(match: re.Match) -> str:
    value = match[1].replace(".", "")
    zeros = {"million": 6, "billion": 9}[match[2]] - len(match[1].partition(".")[2])
    return f"{int(value + '0' * zeros):,}"


PRINT: dict[str, Edit] = {
    "typographic quotes": _everywhere("'", "’"),
    "straight dashes": _everywhere("[–−]", "-"),
    "no-break spaces": _everywhere(r" (?=\d)|(?<=\d) ", "\u00a0"),
    "narrow no-break spaces": _everywhere(r"(?<=\d) (?=[^\W\d])", "\u202f"),
    "lines broken anew": _at_one(" ", "\n    "),
    "paragraph of a table": _at_one(" ", "\t"),
    "thousands joined": _everywhere(r"(?<=\d),(?=\d{3}\b)", ""),
    "thousands by a space": _everywhere(r"(?<=\d),(?=\d{3}\b)", " "),
    "thousands by a thin space": _everywhere(r"(?<=\d),(?=\d{3}\b)", "\u2009"),
    "thousands by an apostrophe": _everywhere(r"(?<=\d),(?=\d{3}\b)", "'"),
    "per cent sign": _everywhere(r" per ?cent\b", "%"),
    "per cent sign set off": _everywhere(r" per ?cent\b|%", " %"),
    "per cent in a word": _everywhere(r"%| per cent\b", " percent"),
    "per cent in two words": _everywhere(r"%| percent\b", " per cent"),
    "digits for a number word": _by_word(_SMALL),
    "word for digits": _by_word({"11": "eleven", "34": "thirty-four", "54": "fifty-four", "65": "sixty-five", "52": "fifty-two"}),
    "a dozen in digits": _by_word({"A dozen": "Twelve", "a dozen": "12"}),
    "unit in full": _by_word({"km": "kilometres", "kg": "kilograms", "MW": "megawatts", "mg": "milligrams", "t": "tonnes",
                              "m": "metres", "N": "newtons", "GWh": "gigawatt hours", "km²": "square kilometres",
                              "m²": "square metres"}),
    "unit in short": _by_word({"kilometres": "km", "kilograms": "kg", "metres": "m", "tonnes": "t"}),
    "unit in American": _everywhere("metres\\b", "meters"),
    "unit glued on": _everywhere(r"(?<=\d) (?=(?:km|kg|MW|mg|mmHg|m|°C|kr|GWh)\b)", ""),
    "square in digits": _everywhere("(?<=m)²", "2"),
    "degrees in words": _everywhere(" °C", " degrees Celsius"),
    "other degree sign": _everywhere("°", "º"),
    "minus in a word": _everywhere("−(?=\\d)", "minus "),
    "scale word in digits": _at_one(r"(?<=[$€£ ])(\d+(?:\.\d+)?) (million|billion)\b", lambda m, _: _in_millions(m)),
    "scale word as a letter": _at_one(r"(?<=[$€£])(\d+(?:\.\d+)?) (m|b)illion\b", r"\1\2n"),
    "currency in words": _at_one(r"€(\d+(?:\.\d+)?) million", r"\1 million euros"),
    "currency code": _at_one(r"€(?=\d)", "EUR "),
    "month first": _everywhere(_DATE, r"\2 \1, \3"),
    "month in short": _everywhere(rf"\b(\d{{1,2}}) ({_MONTH}) (?=\d{{4}})", lambda m: f"{m[1]} {m[2][:3]} "),
    "ordinal day": _everywhere(_DATE, _with_ordinal_day),
    "date in digits": _everywhere(_DATE, _iso),
    "weekday clock": _at_one(r"\b(\d{1,2}):(\d\d) ([ap])\.m\.", lambda m, _: _afternoon_in_full(m)),
    "am and pm without points": _everywhere(r"\b([ap])\.m\.(?! *$)", r"\1m"),
    "ordinal in digits": _by_word({"the first": "the 1st", "The second": "The 2nd", "fourth": "4th"}),
    "ordinal in words": _by_word({"17th": "seventeenth", "63rd": "sixty-third", "20th": "twentieth"}),
    "range by a dash": _at_one(r"(?<!from )(?<![\d.,])([\d.,]+) to (?=\d)", r"\1–"),
    "range by a word": _at_one(r"(?<=\d{4})–(?=\d\d\b)", "/"),
    "score by a hyphen": _at_one(r"\b(\d)–(\d)\b", r"\1-\2"),
    "decade with an apostrophe": _everywhere(r"(?<=\d0)s\b", "'s"),
    "fraction in words": _by_word({"2/5": "two fifths"}),
    "fraction with a hyphen": _by_word({"two thirds": "two-thirds"}),
    "digits of another width": _at_one(r"\b\d\d\b", lambda m, _: "".join(chr(ord(c) + 0xFEE0) for c in m.group())),
    "ligatures": _everywhere("fi|fl", lambda m: {"fi": "ﬁ", "fl": "ﬂ"}[m.group()]),
    "soft hyphens": _everywhere(r"\b([a-z]{4})([a-z]{4,})", "\\1\u00ad\\2"),
    "zero-width spaces": _everywhere(r"(?<=[a-z]{5}) ", " \u200b"),
    "word cut at the line's end": _at_one(r"\b([a-z]{4})([a-z]{4,})\b", "\\1-\n\\2"),
    "character references": _everywhere(" (?=[a-z])", "&nbsp;"),
    "named characters": _everywhere("[–−€°²']", lambda m: {"–": "&ndash;", "−": "&minus;", "€": "&euro;", "°": "&deg;",
                                                           "²": "&sup2;", "'": "&rsquo;"}[m.group()]),
    "capitals": lambda text, chance: re.sub(r"\b[a-z]{4,}", lambda m: m.group().upper(), text),
    "accents lost": _everywhere("[öń]", lambda m: {"ö": "o", "ń": "n"}[m.group()]),
    "note mark": _at_one(r"(?<=[a-z])(?=,? )", "[12]"),
    "two note marks": _at_one(r"(?<=\.)$", "[3][14]"),
    "letter mark": _at_one(r"(?<=[a-z])(?=,? )", "[b]"),
    "note in words": _at_one(r"(?<=[a-z])(?=,? )", "[note 2]"),
    "call for a source": _at_one(r"(?<=[a-z])(?=,? )", "[citation needed]"),
    "call with a date": _at_one(r"(?<=[a-z])(?=,? )", "[when?]"),
    "raised note mark": _at_one(r"(?<=\.)$", "¹⁴"),
    "dagger": _at_one(r"(?<=[a-z]{3})(?=[,.])", "†"),
    "full stop set off": _everywhere(r"\.$", " ."),
    "punctuation set off": _everywhere(r"(?<=[a-z])([,;])", r" \1"),
    "comma lost": _at_one(r"(?<=[a-z]),(?= )", ""),
    "comma more": _at_one(r"(?<=[a-z]) (?=and )", ", "),
    "ampersand": _at_one(r"(?<=[a-z]) and (?=[a-z])", " & "),
    "contraction": _everywhere(r"\b(did|was) not\b", r"\1n't"),
    "cannot in two words": _everywhere(r"\bcannot\b", "can not"),
    "bold": _at_one(r"\b[a-z]{5,}\b", lambda m, _: f"**{m.group()}**"),
    "italics": _at_one(r"\b[a-z]{5,}\b", lambda m, _: f"_{m.group()}_"),
    "bullet": lambda text, chance: f"• {text}",
    "numbered heading kept apart": lambda text, chance: f"\n\n{text}\n\n",
    "quotation marks round a word": _at_one(r"\b[a-z]{5,}\b", lambda m, _: f"“{m.group()}”"),
    "abbreviation without points": _everywhere(r"\bNo\. (?=\d)", "No "),
    "title with a point": _everywhere(r"\bDr (?=[A-Z])", "Dr. "),
}  # fmt: skip

_OTHER_NUMBER_WORDS = _both_ways({"six": "seven", "three": "four", "two": "five", "Six": "Sixteen", "Two": "Three",
                                  "Seven": "Eleven", "eleven": "twelve", "ten": "twenty"})  # fmt: skip


def _other_digit(match: re.Match, chance: random.Random) -> str:
    return chance.choice([digit for digit in "123456789" if digit != match.group()])


def _other_month(match: re.Match, chance: random.Random) -> str:
    return chance.choice([month for month in _MONTHS if month != match.group()])


MEANING: dict[str, Edit] = {
    "another digit": _at_one(r"\d", _other_digit),
    "a digit dropped": _at_one(r"(?<=[1-9])\d(?!\d*[,.]\d)", ""),
    "a digit more": _at_one(r"(?<=\d)(?!\d)", lambda m, chance: chance.choice("0123456789")),
    "digits transposed": _at_one(r"([1-9])(?!\1)([1-9])", r"\2\1"),
    "point lost": _at_one(r"(?<=\d)\.(?=\d)", ""),
    "point for a thousands comma": _at_one(r"(?<=\d),(?=\d{3})", "."),
    "point moved": _at_one(r"(\d)\.(\d)(?=\d)", r"\1\2."),
    "thousands dropped": _at_one(r",\d{3}(?!,)", ""),
    "number word": _by_word(_OTHER_NUMBER_WORDS),
    "teen and ty": _by_word({"17th": "70th", "twelve": "twenty"}),
    "dozen": _by_word({"A dozen": "Two dozen", "a dozen": "half a dozen"}),
    "ordinal": _by_word(_both_ways({"first": "second", "fourth": "fifth", "17th": "18th", "last": "next"})),
    "decade": _by_word({"1930s": "1920s"}),
    "scale word": _by_word({"million": "billion", "billion": "million"}),
    "scale word lost": _at_one(r" (?:m|b)illion\b", ""),
    "scale letter": _at_one(r"(?<=\d)m(?= )", "bn"),
    "currency sign": _at_one(r"[$€£](?=\d)", lambda m, _: {"$": "€", "€": "£", "£": "$"}[m.group()]),
    "currency word": _by_word({"pesos": "dollars", "crowns": "marks", "kr": "€"}),
    "fraction": _by_word({"two thirds": "one third", "half": "a third", "quarter": "fifth", "2/5": "3/5"}),
    "points for percent": _at_one(r"(?<=\d)(?:%| per ?cent\b)(?! )?", " percentage points"),
    "percent for points": _at_one(r" percentage points", "%"),
    "percent lost": _at_one(r"(?<=\d)(?:%| per ?cent\b)", ""),
    "per thousand": _at_one(r"(?<=\d)%", "‰"),
    "unit": _by_word(_both_ways({"km": "miles", "kilometres": "miles", "metres": "feet", "kg": "lb", "kilograms": "pounds",
                                 "MW": "MWh", "mg": "ml", "°C": "°F", "tonnes": "kilograms", "minutes": "hours",
                                 "weeks": "months", "years": "days", "m": "cm", "g/l": "mg/l", "km/s": "km/h"})),
    "prefix": _by_word({"GWh": "MWh", "kg": "g", "MW": "kW", "mg": "µg", "N": "kN", "kbit": "Mbit", "km": "m", "km²": "m²"}),
    "power of a unit": _everywhere("²", "³"),
    "square lost": _everywhere("²", ""),
    "sign lost": _everywhere("−(?=\\d)", ""),
    "sign more": _at_one(r"(?<!\S)(?=\d+ °C)", "−"),
    "month": _at_one(rf"\b(?:{_MONTH})\b", _other_month),
    "day gone": _everywhere(rf"\b\d{{1,2}} (?=(?:{_MONTH}) \d)", ""),
    "weekday": _by_word({"Saturday": "Sunday", "weekdays": "Sundays"}),
    "morning and evening": _at_one(r"\b[ap](?=\.m\.)", lambda m, _: {"a": "p", "p": "a"}[m.group()]),
    "season": _by_word({"winter": "summer", "summer": "winter"}),
    "roman numeral": _everywhere(r"\bII\b", "III"),
    "lower end of a range": _at_one(r"\d(?=\d* (?:to|and) \d)", _other_digit),
    "range collapsed": _at_one(r"[\d,.]+ to (?=\d)", ""),
    "bound turned": _by_word(_both_ways({"More than": "Less than", "more than": "less than", "at least": "at most",
                                         "Up to": "Over", "above": "below", "nearly": "over"})),
    "bound added": _at_one(r"(?<= )(?=\d[\d,]* (?:patients|spectators|points|members|families|visitors|tonnes))", "more than "),
    "bound lost": _at_one(r"\b(?:more than|at least|nearly|up to|at most) (?=\d)", "", re.I),
    "by and to": _by_word({"rose by": "rose to", "fell by": "fell to", "increased to": "increased by"}),
    "direction": _by_word(_both_ways({"rose": "fell", "rises": "falls", "grew": "shrank", "increased": "decreased", "up": "down"})),
    "before and after": _by_word({"before": "after", "until": "after", "since": "before", "After": "Before"}),
    "denial gone": _at_one(r"\b(?:did not|was not|not|never|cannot|no longer) ", ""),
    "denial added": _at_one(r"(?<= )(?=(?:approved|expects|produce|weighed|opened|reported|scored|enrolled|covers|won) )", "never "),
    "without and with": _by_word({"without": "with", "none": "two"}),
    "un": _by_word(_both_ways({"stable": "unstable", "beaten": "unbeaten"})),
    "opposite": _by_word(_both_ways({"approved": "rejected", "allowed": "forbidden", "highest": "lowest", "supported": "opposed",
                                     "opened": "closed", "won": "lost", "denied": "confirmed", "less": "more",
                                     "northern": "southern", "older": "younger", "left": "right", "first": "last"})),
    "multiple": _by_word({"twice": "three times", "three times": "five times", "double": "triple"}),
    "per what": _by_word({"a day": "a week", "per second": "per minute", "each August": "each month"}),
    "another first name": _by_word({"Ingrid": "Astrid", "Amara": "Chioma", "Teresa": "Lucia", "Dario": "Marco", "Nils": "Lars"}),
    "another family name": _by_word({"Bakke": "Bakken", "Nwosu": "Nwosi", "Quintana": "Santana", "Penna": "Panna", "Hora": "Hara"}),
    "another place": _by_word({"Halden": "Hamar", "Skarnes": "Kongsvinger", "Kourou": "Baikonur", "Saturn": "Jupiter",
                               "Darmstadt": "Toulouse", "Brod": "Grad", "Munich": "Berlin", "Orlava": "Morava", "Earth": "Mars"}),
    "another designation": _by_word({"KT-9": "KT-8", "Ariane 5": "Ariane 4", "No. 7": "No. 9"}),
    "name lost": _at_one(r"\b(?:Ingrid Bakke|Teresa Quintana|Petr Hora|Joao Reis|Lokomotiv Orel)\b", "He"),
    "a figure less": _at_one(r",? (?:or|of which|against|including|up|from) [^,;.]*\d[^;]*(?=\.$)", ""),
    "a figure more": _everywhere(r"\.$", ", 17 of them abroad."),
}  # fmt: skip


def edited(
    edits: dict[str, Edit], sentences: tuple[str, ...], *, seed: int, rounds: int = 2
) -> Iterator[tuple[str, str, str]]:
    """Return (kind, sentence, edited sentence) for every edit that changes anything, without repeats."""
    for kind, edit in edits.items():
        chance = random.Random(f"{seed} {kind}")
        pairs = [(sentence, edit(sentence, chance)) for sentence in sentences for _ in range(rounds)]
        yield from ((kind, old, new) for old, new in dict.fromkeys(pairs) if old != new)
