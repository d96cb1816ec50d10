"""Whether a text asserts what a span of it says, or denies, corrects, rumours or leaves it open, by the words around the span."""

import re
from dataclasses import dataclass
from enum import StrEnum

from reviews.checking import framing_abroad as abroad


class Standing(StrEnum):
    """How a text stands to a statement in it."""

    ASSERTED = "asserted"
    DENIED = "denied"
    CORRECTED = "corrected"
    RUMOURED = "rumoured"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Frame:
    """How a text stands to a span of it, and the words that say so, with their offsets; no words where it is asserted."""

    standing: Standing
    words: str = ""
    start: int = 0
    end: int = 0


_REACH = 300
_THAT = r"(?:\s+that)?[\s,:\"'“‘„«(]*$"
_REPORTS = (
    r"(?:claims?|reports?|rumou?rs?|statements?|stor(?:y|ies)|suggestions?|allegations?|accusations?|assertions?|ideas?"
    r"|notions?|beliefs?|news|information|figures?|numbers?|accounts?|myth|theor(?:y|ies)|arguments?|contentions?|charges?"
    r"|assumptions?|views?|explanations?|conclusions?)"
)
_MIDDLE = (
    rf"(?:\s+as\s+\w+)?(?:\s+(?:the|a|an|any|all|these|those|its|his|her|their|our|own|of|as|false|outright|again|earlier|recent|media"
    rf"|press|widespread|{_REPORTS}))*"
)
_FALSELY = r"(?:falsely|wrongly|mistakenly|erroneously|incorrectly|inaccurately|untruthfully)"
_SAID = r"(?:said|says|saying|stated|states|reported|reports|claimed|claims|wrote|written|gave|read|believed|thought|alleged|announced)"
_FALSE = (
    r"(?:(?:not|n't|never)\s+(?:\w+\s+)?(?:true|correct|accurate|right|the case|so|happen(?:ed)?|confirmed|proven|proved)"
    r"|false|untrue|incorrect|inaccurate|wrong|mistaken|erroneous|unfounded|groundless|baseless|bogus|fabricated|invented"
    r"|fake|nonsense|a\s+lie|lies|a\s+hoax|a\s+myth|a\s+fabrication|disprove[dn]|debunked|denied|rejected|refuted|rebutted"
    r"|discredited|retracted|withdrawn|corrected|dismissed|contradicted|disputed|thrown\s+out|struck\s+down|overturned"
    r"|without\s+(?:any\s+)?(?:foundation|basis|merit|substance)|no\s+(?:basis|merit|substance)|absurd|a\s+mistake)"
)
_BE = (
    r"(?:is|are|was|were|be|been|being|has|have|had|proved|proven|turned\s+out|to|since|later|now|then|also|all|both|long"
    r"|soon|found|shown|declared|called|\w+ly)"
)
_DENYING = (
    r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|rebut(?:s|ted)?|disput(?:es?|ed|ing)"
    r"|disprov(?:es?|ed|en)|debunk(?:s|ed)?|dismiss(?:es|ed)?|repudiat(?:es?|ed)|disavow(?:s|ed)?|contradict(?:s|ed)?"
    r"|doubt(?:s|ed)?|rul(?:es|ed)\s+out)"
)
_TAKING_BACK = r"(?:retract(?:s|ed)?|withdr(?:ew|aws|awn)|t(?:ook|akes)\s+(?:back|down)|delete[sd]?|recant(?:s|ed)?|apologi[sz]e[sd]?\s+for|corrected)"
_IT = rf"(?:this|that|it|(?:the|this|that|these|those|both|all)\s+(?:\w+\s+)?{_REPORTS})"
_IT_ITSELF = rf"(?:this|(?:that|it)(?=\W*(?:$|[.,;!?]))|(?:the|this|that|these|those|both|all)\s+(?:\w+\s+)?{_REPORTS})"
_BUT = r"^\W*(?:(?:but|however|yet|in\s+fact|in\s+truth),?\s+)?"
_PAGE = r"(?:this|the|our|an?)\s+(?:\w+\s+){0,2}(?:page|article|story|report|text|post|entry|version|edition|caption|headline)"

_NOT_DENIED = re.compile(
    r"(?:\b(?:not|never|nobody|no\s+one|none|cannot|without|hardly|stopped\s+short\s+of)|n't)\s+(?:\w+\s+)?"
    r"(?:deny|denie[sd]|denying|reject|disput|refut|contest|doubt|disprov|contradict|debunk|dismiss|rul|wrong|false|untrue"
    r"|incorrect|a\s+lie|a\s+myth)\w*"
    r"|\b(?:no|little|without|beyond|any)\s+(?:\w+\s+)?(?:doubt|question)\b"
)
_LEADS: tuple[tuple[Standing, re.Pattern[str]], ...] = tuple(
    (standing, re.compile(pattern))
    for standing, pattern in (
        (Standing.CORRECTED, rf"\b(?:earlier|previous|prior|original|older)\s+(?:version|edition|draft)\b[^.;,]{{0,60}}\b{_SAID}{_THAT}"),
        (Standing.CORRECTED, rf"\b(?:{_PAGE}\b[^.;]{{0,40}}|we\s+(?:had\s+)?)\b(?:previously|originally|earlier|initially|{_FALSELY})\s+{_SAID}{_THAT}"),
        (Standing.CORRECTED, rf"\b{_TAKING_BACK}{_MIDDLE}{_THAT}"),
        (Standing.DENIED, rf"\b(?:not|never|hardly|far\s+from|unlikely\s+to\s+be)\s+(?:it\s+being\s+|\w+\s+)?(?:true|correct|right|accurate|the\s+case|a\s+fact){_THAT}"),
        (Standing.DENIED, rf"n't\s+(?:\w+\s+)?(?:true|correct|right|accurate|the\s+case|a\s+fact){_THAT}"),
        (Standing.DENIED, rf"\b(?:false|fake|untrue|incorrect|inaccurate|wrong|bogus|debunked|discredited|unfounded|baseless|fabricated|lie|lies|myth|hoax|nonsense|fabrication|falsehood|misconception|misunderstanding|fallacy|mistake)(?:\s+to\s+(?:say|claim|think|believe|assume|conclude|suggest|state))?{_MIDDLE}{_THAT}"),
        (Standing.DENIED, rf"\b(?:no|little|scant|without)\s+(?:\w+\s+)?(?:evidence|proof|truth|sign|signs|indication|confirmation|basis|record)\b(?:\s+(?:in|for|to|of|the|any|yet|whatsoever|at|all|has|been|found|exists|{_REPORTS}))*{_THAT}"),
        (Standing.DENIED, rf"\b{_DENYING}{_MIDDLE}{_THAT}"),
        (Standing.DENIED, rf"(?:\b(?:never|not|nobody|no\s+one|none|neither|refused\s+to|declined\s+to|no\s+longer|unable\s+to|failed\s+to|stopped\s+short\s+of)|n't)\s+(?!only\b)(?:\w+\s+){{0,2}}?(?:say|says|said|saying|stat\w+|claim\w*|confirm\w*|report\w*|assert\w*|prove[dn]?|show[ns]?|verif\w+|find|found|establish\w*|suggest\w*|announce\w*|believe\w*|think\w*|maintain\w*)(?:\s+any\s+(?:longer|more))?{_MIDDLE}{_THAT}"),
        (Standing.DENIED, r"\bcontrary\s+to\b[^.;,]{0,60}\bthat\W*$"),
        (Standing.DENIED, rf"\b{_FALSELY}\s+{_SAID}{_THAT}"),
        (Standing.OPEN, r"\b(?:whether|if|unless|supposing|suppose\s+that)\W*$"),
        (Standing.OPEN, r"\b(?:unclear|unknown|uncertain|not\s+known|not\s+clear)\b[^.;]{0,30}$"),
        (Standing.RUMOURED, r"\b(?:rumou?rs?|rumou?red|gossip|speculation|speculated|hearsay|unconfirmed|unverified|allegedly|alleged|supposedly|purportedly|reportedly)\b[^.;]{0,60}$"),
    )
)  # fmt: skip
_NOT_VERIFIED = re.compile(
    rf"\b{_IT}\s+(?:could|can|has|have|was|were|is|are)(?:\s+not|n't)\s+(?:yet\s+)?(?:been\s+|be\s+)?"
    r"(?:independently\s+)?(?:verified|confirmed|proven|proved|checked)\b"
)
_TAILS: tuple[tuple[Standing, re.Pattern[str]], ...] = (
    (
        Standing.DENIED,
        re.compile(
            rf"^\s*[,;–—(-]+\s*(?:which|(?:but|yet)\s+(?:this|that|it)|a\s+(?:\w+\s+)?{_REPORTS}|something)\b"
            rf"[^.;]{{0,60}}?(?:\b{_DENYING}\b|(?:\b|(?=n't)){_FALSE}\b)"
        ),
    ),
    (Standing.DENIED, re.compile(rf"^\s*[,;–—(-]+\s*{_IT}\s+(?:{_BE}\s+)+(?:an?\s+)?{_FALSE}\b")),
    (Standing.DENIED, re.compile(rf"^\s*,\s*(?:al)?though\b[^.;]{{0,40}}?\b{_DENYING}\b")),
    (
        Standing.CORRECTED,
        re.compile(rf"^\s*,\s*according\s+to\b[^.;]{{0,60}}?\b(?:that|which)\s+(?:{_BE}\s+)+{_FALSE}\b"),
    ),
    (Standing.DENIED, re.compile(rf"^\s*,[^.;]{{0,40}}?\b{_FALSELY}\s+{_SAID}\b")),
    (Standing.RUMOURED, _NOT_VERIFIED),
)
_AFTER_REPORTS = re.compile(rf"^\W*(?:{_BE}\s+)+(?:an?\s+)?{_FALSE}\b")
_OF_REPORTS = re.compile(rf"\b{_REPORTS}\b[^.;]{{0,40}}\b(?:that|of)\W*$")
_CALLED = re.compile(r"\b(?:call|label|describ|brand|denounc|dismiss|condemn)(?:s|ed|es|ing|led)\b[^.;]*$")
_WHAT_IT_IS_CALLED = re.compile(rf"^\W*(?:as\s+)?(?:an?\s+)?(?:\w+\s+)?{_FALSE}\b")
_NEXT: tuple[tuple[Standing, re.Pattern[str]], ...] = (
    (Standing.DENIED, re.compile(rf"\b{_IT}\s+(?:did\s+not|never|didn't)\s+(?:in\s+fact\s+)?(?:happen|occur|take\s+place|took\s+place)")),
    (Standing.DENIED, re.compile(rf"^\W*(?:[\w'.-]+\s+){{1,4}}?(?:call|label|describ|brand)(?:s|ed|ing|led)\s+{_IT}\s+(?:as\s+)?(?:an?\s+)?{_FALSE}\b")),
    (Standing.CORRECTED, re.compile(r"^\W*(?:correction|clarification|retraction)\b")),
    (Standing.DENIED, re.compile(rf"^\W*it\s+(?:(?:later|soon|has|since|then)\s+)*(?:emerged|turned\s+out|transpired)\s+that\s+{_IT}\s+(?:{_BE}\s+)+(?:an?\s+)?{_FALSE}\b")),
    (Standing.RUMOURED, _NOT_VERIFIED),
    (Standing.DENIED, re.compile(rf"{_BUT}{_IT}(?:n't|\s+(?:{_BE}(?:n't)?\s+)*)(?:an?\s+)?{_FALSE}\b")),
    (Standing.DENIED, re.compile(rf"{_BUT}(?:this|that|it)\s+(?:is|was)n't\s+(?:true|correct|right|so|the\s+case)\b")),
    (Standing.DENIED, re.compile(rf"{_BUT}(?:none|nothing|not\s+a\s+word)\s+of\s+(?:this|that|it|the\s+sort)\b.{{0,20}}\b(?:true|happen\w*|correct|confirmed)\b")),
    (Standing.DENIED, re.compile(r"^\W*(?:not\s+true|untrue|false|wrong|a\s+lie|a\s+hoax)\s*[.!]")),
    (Standing.DENIED, re.compile(rf"^\W*(?:[\w'.-]+\s+){{1,5}}?(?:(?:has|have|had|later|since|then|also|always|flatly)\s+){{0,2}}{_DENYING}\s+{_IT_ITSELF}")),
    (Standing.CORRECTED, re.compile(rf"^\W*(?:[\w'.-]+\s+){{1,5}}?(?:(?:has|have|had|later|since|then|also)\s+){{0,2}}{_TAKING_BACK}\s+{_IT_ITSELF}")),
)  # fmt: skip
_ANY_TAILS, _ANY_NEXT, _ANY_LEADS = (*_TAILS, *abroad.TAILS), (*_NEXT, *abroad.NEXT), (*_LEADS, *abroad.LEADS)
_BOUNDARY = re.compile(r"[.!?][\"'”’)»]*\s+|[。！？؟।]|\n")
_ENDS_SENTENCE = re.compile(r"[.!?。！？؟।][\"'”’)»」]*\s*$")


def frame_of(text: str, start: int, end: int) -> Frame:
    """Return how text stands to what text[start:end] says, by the rest of its sentence and by the sentence after it.

    It reads closed lists of English words, and shorter ones of some other languages. What they don't know is asserted.
    """
    lead_start = max(
        (m.end() for m in _BOUNDARY.finditer(text, max(0, start - _REACH), start)), default=max(0, start - _REACH)
    )
    closed = bool(_ENDS_SENTENCE.search(text[max(start, end - 4) : end]))
    boundary = None if closed else _BOUNDARY.search(text, end, end + _REACH)
    tail_end = end if closed else boundary.start() if boundary else min(len(text), end + _REACH)
    next_start = end if closed else boundary.end() if boundary else tail_end
    following = _BOUNDARY.search(text, next_start + 1, next_start + _REACH)
    next_end = following.end() if following else min(len(text), next_start + _REACH)
    lead, tail, after = (
        _plain(text[slice(*span)]) for span in ((lead_start, start), (end, tail_end), (next_start, next_end))
    )
    found = _OF_REPORTS.search(lead) and (
        _AFTER_REPORTS.search(tail) or (_CALLED.search(lead) and _WHAT_IT_IS_CALLED.search(tail))
    )
    if found:
        return _frame(text, Standing.DENIED, end, found)
    for words, offset, patterns in (
        (tail, end, _ANY_TAILS),
        (after, next_start, _ANY_NEXT),
        (lead, lead_start, _ANY_LEADS),
    ):
        for name, pattern in patterns if words else ():
            found = pattern.search(words)
            if found and not (name == Standing.DENIED and _is_not_denied(words, found)):
                return _frame(text, Standing(name), offset, found)
    return Frame(Standing.ASSERTED)


def _is_not_denied(words: str, denial: re.Match[str]) -> bool:
    """Return whether the denial is denied itself: "nobody denies that"."""
    return any(
        found.start() < denial.end() and found.end() > denial.start()
        for pattern in (_NOT_DENIED, abroad.NOT_DENIED)
        for found in pattern.finditer(words)
    )


def _plain(text: str) -> str:
    """The text in small letters and with one apostrophe, each character in its place."""
    lower = text.lower().replace("’", "'")
    return lower if len(lower) == len(text) else text


def _frame(text: str, standing: Standing, offset: int, found: re.Match[str]) -> Frame:
    start, end = offset + found.start(), offset + found.end()
    return Frame(standing, text[start:end].strip(), start, end)
