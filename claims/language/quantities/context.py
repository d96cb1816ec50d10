"""Which of a surface's readings its sentence settles: tons of mass or of thrust, pounds of weight or of money."""

import re

from claims.language.quantities.context_words import (
    AIM,
    BLAST,
    HEAT,
    LOAD,
    MINUTE,
    MONEY,
    SEQUENCE,
    SHEET,
    SPEED,
    TORQUE,
    WEIGHT,
)

_BEFORE, _AFTER = 120, 40

_SENTENCE_END = re.compile(r"[.!?。;](?=\s|[A-Z“\"]|$)|\n")
_FORCE = r"thrust|tractive|traction|pulling power|bollard pull|tensile|downforce|force of|braking force|lifting force|impact force"
_MASS = r"weigh(?:s|ed|ing|t)?|mass(?:es)?|payload|load(?:ed|s)?|cargo|displac(?:es?|ed|ing|ement)|heavy|heavier|light|lighter|carry(?:ing)?|carries|carried|fuel|empty"
_PROPERTY = re.compile(rf"\b(?:(?P<force>{_FORCE})|(?P<mass>{_MASS}))\b(?!-to-)", re.I)
_OF_FORCE = re.compile(r"[\s-](?:of |in |class )?(?:\w+ ){0,2}(?:thrust|force|tractive effort|pull)\b", re.I)
_CHANGE = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|increas(?:e[sd]?|ing)|warming|warmed|cooling|cooled|drop(?:s|ped|ping)?|f[ae]ll(?:s|en|ing)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|difference|change[ds]?|anomaly)\s+(?:of|by|was|is)\s*(?:about |nearly |over |almost |more than |around |up to )?$",
    re.I,
)
_CHANGE_AFTER = re.compile(
    r"\s*(?:warmer|cooler|colder|hotter|higher|lower|rise|increase|drop|above (?:the )?(?:average|normal|pre)|below (?:the )?(?:average|normal))",
    re.I,
)
_LOAD_AFTER = re.compile(
    r"[ -](?:\w+ ){0,2}(?:turns?|loads?|manoeuv\w+|maneuv\w+|pulls?|over-?loads?|accelerations?|shocks?|limits?|forces?|dive|break|kick|rated|capable)\b",
    re.I,
)
_OF_STUFF = re.compile(r" of (?!tnt\b|explosives?\b|blast\b|destructive\b)[a-z]", re.I)
_VOYAGE = re.compile(
    r"(?:(?<!in the )(?<!in a )(?<!in )(?<!wavelength )(?<!spectral )\branges?\b(?! from)|\b(?:combat |action |patrol )?radi(?:us|i)\b|\b(?:coast(?:s|al|line)?|off|offshore|shores?|ships?|vessels?|boats?|frigates?|destroyers?|tankers?|ferr(?:y|ies)|yachts?|sail(?:s|ed|ing)?|steam(?:s|ed|ing)|"
    r"flew|fl(?:y|ies|ying)|flights?|aircraft|airports?|airfields?|airbases?|runway|planes?|jets?|missiles?|torpedo(?:es)?|radars?|zones?|islands?|ports?|harbou?rs?|north|south|east|west|northeast|northwest|southeast|southwest|cruis(?:e[sd]?|ing)|patrols?|voyages?|"
    r"convoys?|nav(?:y|al|ies)|submarines?|drones?|helicopters?|sea|ocean|straits?|distances?|endurance|knots|waters|territorial|inbound|outbound|offing)\b)",
    re.I,
)
#: A choice among readings that leaves nothing of the others, where the sentence speaks of the one.
_ALONE = frozenset(["gram", "standard_gravity", "nautical_mile", "nanometer", "thou", "mil", "newton * meter"])


def disambiguate(readings: tuple[str, ...], text: str, start: int, end: int, *, scaled: bool) -> tuple[str, ...]:
    """Put the reading that the sentence around text[start:end] speaks of first.

    ``scaled`` is true behind "million" and the like, which turns pounds into money.
    """
    if len(readings) == 1:
        return readings
    before, after = _around(text, start, end)
    wanted = _wanted(readings, before, after, scaled=scaled, glued=" " not in text[start:end].replace("\u00a0", " "))
    if wanted is None:
        return readings
    return (wanted,) if wanted in _ALONE else (wanted, *(other for other in readings if other != wanted))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    before = text[max(0, start - _BEFORE) : start]
    closed = [found.end() for found in _SENTENCE_END.finditer(before)]
    after = text[end : end + _AFTER]
    stop = _SENTENCE_END.search(after)
    return before[closed[-1] :] if closed else before, after[: stop.start()] if stop else after


def _wanted(readings: tuple[str, ...], before: str, after: str, *, scaled: bool, glued: bool) -> str | None:
    first = readings[0]
    may_be_money = "GBP" in readings and first != "GBP"
    if may_be_money and (scaled or (MONEY.search(before) and not _is_forceful(before, after))):
        return "GBP"
    force = next((name for name in readings if name.endswith("_force")), None)
    if force:
        return force if _is_forceful(before, after) else None
    if "standard_gravity" in readings:
        return _gram_or_gravity(before, after)
    if "nautical_mile" in readings and first != "mile":
        return _nautical_or(first, before, after)
    if first == "thou":
        return _thou_or_mil(before, after)
    blast = next((name for name in readings if name.endswith("_TNT")), None)
    if blast and not _OF_STUFF.match(after) and (BLAST.search(before) or BLAST.search(after)):
        return blast
    if "knot" in readings and (SPEED.search(before) or SPEED.search(after)):
        return "knot"
    if first == "degree" and (HEAT.search(before) or HEAT.search(after)):
        return "degree_Celsius"
    if first == "parsec" and glued:
        return "percent"
    if first == "basis_point" and "base_pair" in readings:
        return "base_pair" if SEQUENCE.search(before) or SEQUENCE.search(after) else None
    if first.startswith("degree_") and (_CHANGE.search(before) or _CHANGE_AFTER.match(after)):
        return next((name for name in readings if name.startswith("delta_")), None)
    return None


def _gram_or_gravity(before: str, after: str) -> str:
    if _OF_STUFF.match(after) or _nearest(WEIGHT, before) > _nearest(LOAD, before):
        return "gram"
    under_load = _LOAD_AFTER.match(after) or LOAD.search(before) or LOAD.search(after)
    return "standard_gravity" if under_load else "gram"


def _nearest(pattern: re.Pattern[str], before: str) -> int:
    return max((found.start() for found in pattern.finditer(before)), default=-1)


def _nautical_or(first: str, before: str, after: str) -> str | None:
    """Return nautical miles of coasts, ranges and radii, else the torque or the length of what is small."""
    if first == "newton * meter":
        at_sea = _VOYAGE.search(after) and not TORQUE.search(before)
        return "nautical_mile" if at_sea else first
    if MINUTE.search(before) or MINUTE.search(after):
        return "nanometer"
    return "nautical_mile" if _VOYAGE.search(before) or _VOYAGE.search(after) else None


def _thou_or_mil(before: str, after: str) -> str:
    if SHEET.search(before) or SHEET.search(after):
        return "thou"
    return "mil" if AIM.search(before) or AIM.search(after) else "thou"


def _is_forceful(before: str, after: str) -> bool:
    if _OF_FORCE.match(after):
        return True
    nearest = None
    for found in _PROPERTY.finditer(before):
        nearest = found.lastgroup
    return nearest == "force"
