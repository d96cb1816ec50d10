"""Lists that belong together item by item: "A and B carry 16 and 64 missiles respectively"."""

import re

_ITEM = r"(?:[^,.;]{1,60}?)"
_LIST = rf"{_ITEM}(?:, {_ITEM})*,? and {_ITEM}"
_NUMBER = r"(?:[$€£¥]\s?)?\d[\d.,]*\d|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_NUMBERS = rf"(?:{_NUMBER})(?:(?: [^\W\d]+)?, (?:{_NUMBER}))*(?: [^\W\d]+)?,? and (?:{_NUMBER})"
_RESPECTIVELY = re.compile(
    rf"(?P<items>{_LIST})(?P<verb> (?:[a-z]+ ){{1,5}}?)(?P<numbers>{_NUMBERS})(?P<rest>[^.;]{{0,60}}?),? respectively\b"
)
_SEPARATOR = re.compile(r",? and |, ")
_OPENING = re.compile(r"^(?:the|a|an)\s+", re.I)


def distributed(claim: str, evidence: str) -> str:
    """Return evidence whose lists "A and B carry 16 and 64 missiles respectively" say only what they say of the claim's item.

    A list of which the claim names no item, or several, stays as it is.
    """
    if "respectively" not in evidence:
        return evidence
    return _RESPECTIVELY.sub(lambda found: _of_one_item(claim, found), evidence)


def _of_one_item(claim: str, found: re.Match[str]) -> str:
    items, numbers = _SEPARATOR.split(found["items"]), _SEPARATOR.split(found["numbers"])
    named = [at for at, item in enumerate(items) if _OPENING.sub("", item).strip().lower() in claim.lower()]
    if len(items) != len(numbers) or len(named) != 1:
        return found.group()
    return f"{items[named[0]]}{found['verb']}{numbers[named[0]]}{found['rest']}"
