"""Sums inside one sentence that do not come out: parts and total, count and percentage, change and its ends."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

from claims.language.findings.intervals import Interval, interval_of, two_digits
from claims.language.quantities import Quantity, read_quantities
from claims.language.results import Contradiction, ExtractedClaim

#: A wrong sum: the two figures that it sets against each other, and the sentence that says so.
_Error = tuple[Quantity, Quantity, str]
_ABOUT = r"(?:about|around|some|roughly|nearly|almost|approximately|just|only|exactly|a|an|another)"
_BY = re.compile(rf"\bby (?:{_ABOUT} )*$", re.IGNORECASE)
_FROM = re.compile(rf"^[^.;:]{{0,30}}\bfrom (?:{_ABOUT} )*$", re.IGNORECASE)
_TO = re.compile(rf"^ to (?:{_ABOUT} )*$", re.IGNORECASE)
_OF = re.compile(r"^ (?:out )?of (?:the |its |their |all |these |those )*$", re.IGNORECASE)
_THAT_IS = re.compile(rf"^[\w' -]{{0,40}}(?:, or |, that is |, i\.e\. | ?\(|, ){{1}}(?:{_ABOUT} )*$", re.IGNORECASE)
_REMAINDER = re.compile(r"\b(?:the|a) (?:remaining|other|rest,|remainder,)\s*$", re.IGNORECASE)
_LISTED = re.compile(r"^[\w' -]{0,50}(?::|,? consisting of|,? made up of|,? namely)[\w' -]{0,20}$", re.IGNORECASE)
_NEXT_PART = re.compile(r"^[\w' -]{0,40}(?:, and |, | and )$", re.IGNORECASE)
_OPEN_LIST = re.compile(r"\b(?:including|among them|such as|for example|of which|at least|more than)\b", re.IGNORECASE)
_WHOLE = Decimal(1)


def false_sums(claims: list[ExtractedClaim], text: str) -> list[Contradiction]:
    """This function will check the sums that each sentence with several figures makes."""
    by_sentence: dict[tuple[int, int], list[int]] = {}
    for index, claim in enumerate(claims):
        if claim.kind not in ("question", "advice"):
            by_sentence.setdefault((claim.sentence_start, claim.sentence_end), []).append(index)
    found = []
    for (start, end), indexes in by_sentence.items():
        sentence = re.sub(r"\s", " ", text[start:end])
        if sum(character.isdigit() for character in sentence) > 2:
            found += [
                Contradiction(
                    "self_contradiction", _stating(one, indexes, claims), _stating(other, indexes, claims), words
                )
                for one, other, words in _errors(sentence)
            ]
    return found


def _stating(quantity: Quantity, indexes: list[int], claims: list[ExtractedClaim]) -> int:
    """The claim of the sentence that prints the quantity; its first claim where none does."""
    return next((index for index in indexes if quantity.surface in claims[index].text), indexes[0])


def _errors(sentence: str) -> Iterator[_Error]:
    quantities = [q for q in read_quantities(sentence) if q.dimension not in ("ordinal", "time")]
    checks: tuple[Callable[[str, list[Quantity]], Iterator[_Error]], ...] = (_changes, _shares, _remainders, _totals)
    for check in checks:
        yield from check(sentence, quantities)


def _changes(sentence: str, quantities: list[Quantity]) -> Iterator[_Error]:
    """ "shrank by 6 percent, from 22 percent to 16"."""
    for at in range(len(quantities) - 2):
        change, before, after = quantities[at : at + 3]
        stated = _BY.search(sentence[: change.start]) and _FROM.match(sentence[change.end : before.start])
        if not stated or not _TO.match(sentence[before.end : after.start]) or before.dimension != after.dimension:
            continue
        said, first, last = interval_of(change), interval_of(before), interval_of(after)
        if said is None or first is None or last is None:
            continue
        explanation = _wrong_change((change, before, after), said, first, last)
        if explanation:
            yield change, before, explanation


def _wrong_change(
    printed: tuple[Quantity, Quantity, Quantity], said: Interval, first: Interval, last: Interval
) -> str | None:
    change, before, after = printed
    ends = f"From {before.surface} to {after.surface}"
    moved = first.distance(last)
    share = moved.ratio(first)
    if change.dimension == "fraction" and share is not None:
        in_points = before.dimension == "fraction"
        if said.meets(share) or (in_points and "point" in change.surface and said.meets(moved)):
            return None
        distance = abs(last.middle - first.middle)
        percent = f"about {two_digits(distance / first.middle * 100)} percent"
        points = f"{two_digits(distance * 100)} percentage points, or " if in_points else "a change of "
        return f"{ends} is {points}{percent}, not {change.surface}."
    if change.dimension != before.dimension or said.meets(moved):
        return None
    return f"{ends} is not a change of {change.surface}."


def _shares(sentence: str, quantities: list[Quantity]) -> Iterator[_Error]:
    """ "92 of the 735 jets, or 20 percent"."""
    for at in range(len(quantities) - 2):
        part, whole, share = quantities[at : at + 3]
        stated = _OF.match(sentence[part.end : whole.start]) and _THAT_IS.match(sentence[whole.end : share.start])
        if not stated or share.dimension != "fraction" or not part.dimension == whole.dimension == "count":
            continue
        some, every, said = interval_of(part), interval_of(whole), interval_of(share)
        real = some.ratio(every) if some and every else None
        if real is not None and said is not None and not real.meets(said):
            percent = two_digits(real.middle * 100)
            yield part, share, f"{part.surface} of {whole.surface} is about {percent} percent, not {share.surface}."


def _remainders(sentence: str, quantities: list[Quantity]) -> Iterator[_Error]:
    """ "60 percent went to China and the remaining 30 percent to India"."""
    shares = [quantity for quantity in quantities if quantity.dimension == "fraction"]
    if len(shares) != 2 or not _REMAINDER.search(sentence[: shares[1].start]):
        return
    one, other = interval_of(shares[0]), interval_of(shares[1])
    if one and other and not one.plus(other).meets(Interval(_WHOLE, _WHOLE)):
        total = two_digits(one.plus(other).middle * 100)
        yield (*shares, f"{shares[0].surface} and the remaining {shares[1].surface} make {total} percent, not 100.")


def _totals(sentence: str, quantities: list[Quantity]) -> Iterator[_Error]:
    """ "300 tanks: 120 from Italy, 90 from Spain and 50 from Malta"."""
    for at, total in enumerate(quantities[:-2]):
        parts = quantities[at + 1 :]
        listed = _LISTED.match(sentence[total.end : parts[0].start]) and total.counted is not None
        if not listed or _OPEN_LIST.search(sentence) or total.dimension != "count":
            continue
        gaps = [sentence[one.end : other.start] for one, other in pairwise(parts)]
        whole = interval_of(total)
        values = [interval_of(part) for part in parts]
        same = all(part.dimension == "count" and part.counted in (None, total.counted) for part in parts)
        if (
            not same
            or whole is None
            or None in values
            or not all(map(_NEXT_PART.match, gaps))
            or " and " not in gaps[-1]
        ):
            continue
        together = values[0]
        for value in values[1:]:
            together = together.plus(value)
        if not together.meets(whole):
            printed = " + ".join(part.surface for part in parts)
            yield total, parts[0], f"{printed} is {together.middle.normalize():,f}, not {total.surface}."
