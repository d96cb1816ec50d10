"""Which of a surface's readings its sentence settles: tons of mass or of thrust, pounds of weight or of money."""

import re

_BEFORE, _AFTER = 120, 40

_SENTENCE_END = re.compile(r"[.!?。;](?=\s|[A-Z“\"]|$)|\n")
_FORCE = r"thrust|tractive|traction|pulling power|bollard pull|tensile|downforce|force of|braking force|lifting force|impact force"
_MASS = r"weigh(?:s|ed|ing|t)?|mass(?:es)?|payload|load(?:ed|s)?|cargo|displac(?:es?|ed|ing|ement)|heavy|heavier|light|lighter|carry(?:ing)?|carries|carried|fuel|empty"
_PROPERTY = re.compile(rf"\b(?:(?P<force>{_FORCE})|(?P<mass>{_MASS}))\b(?!-to-)", re.I)
_OF_FORCE = re.compile(r"[\s-](?:of |in |class )?(?:\w+ ){0,2}(?:thrust|force|tractive effort|pull)\b", re.I)
_MONEY = re.compile(
    r"\b(?:cost(?:s|ing)?|price[ds]?|pay(?:s|ing|ment)?|paid|worth|fine[ds]?|salary|salaries|wages?|budget|fund(?:s|ed|ing)?|sold|sells?|bought|buys?|earn(?:s|ed|ing)?|spen[dt](?:s|ing)?"
    r"|profit|revenue|loan|debt|invest(?:s|ed|ing|ment)?|fees?|tax(?:es)?|sterling|bill|fares?|rents?|prize|grossed)\b",
    re.I,
)
_BLAST = re.compile(
    r"\b(?:yield(?:s|ed|ing)?|warheads?|bombs?|nuclear|blast|explo(?:sion|sive|ded|ding|des)|detonat(?:ion|ed|ing)|tnt|atomic|thermonuclear)\b",
    re.I,
)
_SPEED = re.compile(
    r"\b(?:speeds?|knots?|winds?|cruis(?:e[sd]?|ing)|vessel|ship|destroyer|frigate|submarine|flew|fl(?:y|ies|ying)|airspeed)\b",
    re.I,
)
_HEAT = re.compile(
    r"\b(?:temperatures?|heat(?:ed|ing)?|warm(?:er|ing|ed)?|cold(?:er)?|hot(?:ter)?|cool(?:er|ed|ing)?|freez(?:e|ing)|weather|climate|thermometers?|fever|boil(?:s|ed|ing)?|melt(?:s|ed|ing)?|celsius|fahrenheit)\b",
    re.I,
)
_CHANGE = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|increas(?:e[sd]?|ing)|warming|warmed|cooling|cooled|drop(?:s|ped|ping)?|f[ae]ll(?:s|en|ing)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|difference|change[ds]?|anomaly)\s+(?:of|by|was|is)\s*(?:about |nearly |over |almost |more than |around |up to )?$",
    re.I,
)
_CHANGE_AFTER = re.compile(
    r"\s*(?:warmer|cooler|colder|hotter|higher|lower|rise|increase|drop|above (?:the )?(?:average|normal|pre)|below (?:the )?(?:average|normal))",
    re.I,
)


_SEQUENCE = re.compile(
    r"\b(?:genes?|genomes?|genomic|dna|rna|mrna|pcr|primers?|amplicons?|fragments?|products?|sequences?|plasmids?|introns?|exons?|promoters?|upstream|downstream|deletions?|insertions?|reads?|contigs?|nucleotides?"
    r"|chromosom(?:e|es|al)|loc(?:us|i)|alleles?|vectors?|bands?|gel|repeats?|ladder)\b",
    re.I,
)


def disambiguate(readings: tuple[str, ...], text: str, start: int, end: int, *, scaled: bool) -> tuple[str, ...]:
    """Put the reading that the sentence around text[start:end] speaks of first.

    ``scaled`` is true behind "million" and the like, which turns pounds into money.
    """
    if len(readings) == 1:
        return readings
    before, after = _around(text, start, end)
    wanted = _wanted(readings, before, after, scaled=scaled, glued=" " not in text[start:end].replace("\u00a0", " "))
    return readings if wanted is None else (wanted, *(other for other in readings if other != wanted))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    before = text[max(0, start - _BEFORE) : start]
    closed = [found.end() for found in _SENTENCE_END.finditer(before)]
    after = text[end : end + _AFTER]
    stop = _SENTENCE_END.search(after)
    return before[closed[-1] :] if closed else before, after[: stop.start()] if stop else after


def _wanted(readings: tuple[str, ...], before: str, after: str, *, scaled: bool, glued: bool) -> str | None:
    first = readings[0]
    may_be_money = "GBP" in readings and first != "GBP"
    if may_be_money and (scaled or (_MONEY.search(before) and not _is_forceful(before, after))):
        return "GBP"
    force = next((name for name in readings if name.endswith("_force")), None)
    if force:
        return force if _is_forceful(before, after) else None
    if first in ("kilotonne", "megatonne") and (_BLAST.search(before) or _BLAST.search(after)):
        return readings[-1]
    if "knot" in readings and (_SPEED.search(before) or _SPEED.search(after)):
        return "knot"
    if first == "degree" and (_HEAT.search(before) or _HEAT.search(after)):
        return "degree_Celsius"
    if first == "parsec" and glued:
        return "percent"
    if first == "basis_point" and "base_pair" in readings:
        return "base_pair" if _SEQUENCE.search(before) or _SEQUENCE.search(after) else None
    if first.startswith("degree_") and (_CHANGE.search(before) or _CHANGE_AFTER.match(after)):
        return next((name for name in readings if name.startswith("delta_")), None)
    return None


def _is_forceful(before: str, after: str) -> bool:
    if _OF_FORCE.match(after):
        return True
    nearest = None
    for found in _PROPERTY.finditer(before):
        nearest = found.lastgroup
    return nearest == "force"
