"""What differs between two versions of a passage: values, negations, names, hedges, wording."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from claims.language.dates import DateSpan
from claims.language.quantities import Quantity, currency_of
from reviews.checking.changes import Change
from reviews.checking.figures import points
from reviews.checking.other_languages import (
    MONTHS_OF_OTHER_LANGUAGES,
    NEGATIONS_OF_OTHER_LANGUAGES,
    REVERSALS_OF_OTHER_LANGUAGES,
    SCALES_OF_OTHER_LANGUAGES,
    has_no_case,
    is_latin,
    may_be_english,
    negations_without_spaces,
)
from reviews.checking.tokens import ComparableToken, plain_tokens, value_tokens, written_form
from reviews.checking.wordlists import HEDGES, NEGATIONS, REVERSALS, STOP_WORDS, UNDERSTATED
from reviews.checking.words import OPPOSITES, stem

_LONGEST_SHOWN = 160
_EVERY_REVERSAL = (*REVERSALS, *REVERSALS_OF_OTHER_LANGUAGES)

ClassifiedChange = tuple[Change, str]


@dataclass(slots=True)
class _Difference:
    """Tokens that only one version holds, and values that stand for one another at the same place."""

    removed: list[ComparableToken] = field(default_factory=list)
    added: list[ComparableToken] = field(default_factory=list)
    replaced: list[tuple[ComparableToken, ComparableToken]] = field(default_factory=list)
    openings: list[tuple[ComparableToken, ComparableToken]] = field(default_factory=list)
    swapped: tuple[ComparableToken, ComparableToken] | None = None
    moved: list[ComparableToken] = field(default_factory=list)
    may_be_english: bool = True

    @property
    def negations(self) -> frozenset[str]:
        """The words that deny; those of other languages only where they cannot be English words."""
        return NEGATIONS if self.may_be_english else NEGATIONS | NEGATIONS_OF_OTHER_LANGUAGES

    @property
    def is_unreadable(self) -> bool:
        """Words changed of which no rule can tell whether they are names: their script has no capitals."""
        return any(has_no_case(token.surface) for token in (*self.removed, *self.added, *self.moved))


def classify(before: str, after: str) -> ClassifiedChange:
    """Name the gravest kind of change between two versions of a passage, with a sentence about it.

    Order of gravity: number, unit, negation, name, hedge, wording, the same value in other units, typography.
    """
    if before == after:
        return Change.IDENTICAL, "The passage is unchanged."
    if plain_tokens(before) == plain_tokens(after):
        return Change.COSMETIC, "Only typography changed."
    difference = _difference(value_tokens(before), value_tokens(after), english=_are_english(before, after))
    equal = [pair for pair in difference.replaced if says_the_same(*pair)]
    hedged = [pair for pair in difference.replaced if _only_approximation_differs(*pair)]
    unequal = [pair for pair in difference.replaced if not says_the_same(*pair) and pair not in hedged]
    change = (
        _number_change(unequal, difference)
        or _unit_change(difference)
        or _negation_change(difference)
        or _change_without_spaces(before, after)
        or _name_change(difference, before, after)
        or _approximation_change(hedged)
        or _hedge_change(difference)
    )
    if change:
        return change
    if difference.is_unreadable:
        return (
            Change.UNCERTAIN,
            "The wording changed in a script that does not tell names from other words, so a person has to read it. "
            f"The source now says “{shortened(after)}”.",
        )
    if difference.removed or difference.added or difference.moved:
        return Change.WORDING, f"The wording changed; the source now reads “{shortened(after)}”."
    if equal:
        old, new = equal[0]
        return Change.ROUNDING_EQUAL, f"The source now writes {new.surface} for {old.surface}: the same value."
    return Change.COSMETIC, "Only the way it is written changed."


def says_the_same(old: ComparableToken, new: ComparableToken) -> bool:
    """Return whether two values are one value in other units or in another scale word.

    The same unit printed with other digits is a revision, even where one figure rounds to the other.
    """
    if not isinstance(old.value, Quantity) or not isinstance(new.value, Quantity):
        return False
    if old.value.dimension != new.value.dimension or old.value.comparator != new.value.comparator:
        return False
    if _is_range(old.value) != _is_range(new.value) or currency_of(old.value.unit) != currency_of(new.value.unit):
        return False
    if written_form(old.value) == written_form(new.value):
        return False
    return rounds_to(old.value, new.value) or rounds_to(new.value, old.value)


def _is_range(value: Quantity) -> bool:
    return value.value_low != value.value_high


def rounds_to(precise: Quantity, coarse: Quantity) -> bool:
    """Return whether the middle of one interval lies in the other, narrower ones in wider ones only."""
    low, high, wide_low, wide_high = precise.low, precise.high, coarse.low, coarse.high
    if low is None or high is None or wide_low is None or wide_high is None:
        return (low, high, points(precise)) == (wide_low, wide_high, points(coarse))
    middle = (low + high) / 2
    return high - low <= wide_high - wide_low and wide_low <= middle <= wide_high


def shortened(passage: str) -> str:
    """Put a passage on one line and cut it to a length that fits a message."""
    line = " ".join(passage.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1].rstrip() + "…"


def _difference(before: list[ComparableToken], after: list[ComparableToken], *, english: bool) -> _Difference:
    difference = _Difference(may_be_english=english)
    hunks = list(_hunks(before, after))
    for removed, added in hunks:
        _pair_values(removed, added, difference)
    difference.swapped = _swapped_names(hunks)
    _drop_what_only_moved(difference)
    return difference


def _hunks(
    before: list[ComparableToken], after: list[ComparableToken]
) -> Iterable[tuple[list[ComparableToken], list[ComparableToken]]]:
    """The stretches in which two versions differ, as (tokens before, tokens after)."""
    removed: list[ComparableToken] = []
    added: list[ComparableToken] = []
    for step in Levenshtein.opcodes([t.key for t in before], [t.key for t in after]):
        if step.tag == "equal":
            if removed or added:
                yield removed, added
            removed, added = [], []
            continue
        removed += before[step.src_start : step.src_end]
        added += after[step.dest_start : step.dest_end]
    if removed or added:
        yield removed, added


def _pair_values(removed: list[ComparableToken], added: list[ComparableToken], difference: _Difference) -> None:
    old = [token for token in removed if token.value is not None]
    new = [token for token in added if token.value is not None]
    for token in list(old):
        partner = next((other for other in new if says_the_same(token, other)), None)
        if partner is not None:
            difference.replaced.append((token, partner))
            old.remove(token)
            new.remove(partner)
    difference.replaced += list(zip(old, new, strict=False))
    difference.removed += [*(t for t in removed if t.value is None), *old[len(new) :]]
    difference.added += [*(t for t in added if t.value is None), *new[len(old) :]]
    if removed and added and removed[0].opens_sentence and added[0].opens_sentence:
        difference.openings.append((removed[0], added[0]))


def _drop_what_only_moved(difference: _Difference) -> None:
    """A token that went from one place of the passage to another was neither removed nor added, unless it negates."""
    common = Counter(t.key for t in difference.removed) & Counter(t.key for t in difference.added)
    common = Counter({key: count for key, count in common.items() if key[-1] not in difference.negations})
    difference.moved = [t for t in difference.removed if t.key in common and t.key[-1] not in STOP_WORDS]
    difference.removed = _without(difference.removed, common)
    difference.added = _without(difference.added, common)


def _swapped_names(
    hunks: list[tuple[list[ComparableToken], list[ComparableToken]]],
) -> tuple[ComparableToken, ComparableToken] | None:
    """Two names of which each now stands where the other one stood."""
    places = [
        (old, new)
        for removed, added in hunks
        for old in removed
        if _may_be_name(old)
        for new in added
        if _may_be_name(new)
    ]
    keys = {(old.key, new.key) for old, new in places}
    return next(((old, new) for old, new in places if old.key != new.key and (new.key, old.key) in keys), None)


def _may_be_name(token: ComparableToken) -> bool:
    return token.value is None and token.surface[:1].isupper() and token.key[-1] not in STOP_WORDS


def _without(tokens: list[ComparableToken], counts: Counter[tuple[object, ...]]) -> list[ComparableToken]:
    left = Counter(counts)
    kept = []
    for token in tokens:
        if left[token.key] > 0:
            left[token.key] -= 1
        else:
            kept.append(token)
    return kept


def _number_change(
    unequal: list[tuple[ComparableToken, ComparableToken]], difference: _Difference
) -> ClassifiedChange | None:
    for old, new in unequal:
        kind = Change.UNIT_CHANGED if _only_unit_differs(old, new) else Change.NUMBER_CHANGED
        return kind, f"The source now says {_shown(new)}; the quote said {_shown(old)}."
    lost = [token for token in difference.removed if _counts(token, difference)]
    gained = [token for token in difference.added if _counts(token, difference)]
    if lost and gained:
        return Change.NUMBER_CHANGED, f"The source now says {_shown(gained[0])}; the quote said {_shown(lost[0])}."
    if lost:
        return Change.NUMBER_CHANGED, f"The source no longer gives {_shown(lost[0])} here."
    if gained:
        return (
            Change.NUMBER_CHANGED,
            f"The source now also gives {_shown(gained[0])} here, which the quote did not have.",
        )
    return None


def _counts(token: ComparableToken, difference: _Difference) -> bool:
    """Return whether a token is a figure, or the scale word of one or a month in another language than English."""
    if token.is_figure or (token.follows_figure and token.word in SCALES_OF_OTHER_LANGUAGES):
        return True
    return not difference.may_be_english and token.word in MONTHS_OF_OTHER_LANGUAGES


def _unit_change(difference: _Difference) -> ClassifiedChange | None:
    """A word behind a figure that made way for another one may be its unit, where no list of units could read it."""
    lost = [t for t in difference.removed if t.follows_figure and not is_latin(t.surface)]
    gained = [t for t in difference.added if t.follows_figure and not is_latin(t.surface)]
    if not lost and not gained:
        return None
    if not lost or not gained:
        return (
            Change.UNCERTAIN,
            f"“{(lost + gained)[0].surface}” was added or removed right after a figure; a person has to read what is counted now.",
        )
    return (
        Change.UNIT_CHANGED,
        f"After a figure the source now says “{gained[0].surface}”; the quote said “{lost[0].surface}”.",
    )


def _are_english(before: str, after: str) -> bool:
    return may_be_english([*plain_tokens(before), *plain_tokens(after)])


def _change_without_spaces(before: str, after: str) -> ClassifiedChange | None:
    """A denial that came or went in a script that has no spaces, in which no word stands for itself."""
    said, says = negations_without_spaces(before), negations_without_spaces(after)
    gained, lost = list(says - said), list(said - says)
    if gained:
        return Change.NEGATION_CHANGED, f"The source now says “{gained[0]}” here: it may say the opposite of the quote."
    if lost:
        return Change.NEGATION_CHANGED, f"“{lost[0]}” is gone from the passage: it may say the opposite of the quote."
    return None


def _only_approximation_differs(old: ComparableToken, new: ComparableToken) -> bool:
    """Return whether the same figure is printed as exact in one version and as approximate in the other."""
    if not isinstance(old.value, Quantity) or not isinstance(new.value, Quantity):
        return False
    printed = [(v.value_low, v.value_high, v.unit) for v in (old.value, new.value)]
    return printed[0] == printed[1] and {old.value.comparator, new.value.comparator} == {"=", "~"}


def _only_unit_differs(old: ComparableToken, new: ComparableToken) -> bool:
    if not isinstance(old.value, Quantity) or not isinstance(new.value, Quantity):
        return False
    printed = [(v.value_low, v.value_high, v.comparator) for v in (old.value, new.value)]
    return printed[0] == printed[1] and old.value.unit != new.value.unit


def _shown(token: ComparableToken) -> str:
    comparator = getattr(token.value, "comparator", "=")
    words = {"<": "less than ", "<=": "at most ", ">": "more than ", ">=": "at least ", "~": "about "}
    if isinstance(token.value, DateSpan):
        words = {"<": "before ", "<=": "until ", ">": "after ", ">=": "since ", "~": "about "}
    if isinstance(token.value, Quantity) and comparator == "~" and token.value.bound_high == token.value.value_high:
        return f"nearly {token.surface}"
    return words.get(comparator, "") + token.surface


def _negation_change(difference: _Difference) -> ClassifiedChange | None:
    lost = _denials(difference.removed, difference.negations)
    gained = _denials(difference.added, difference.negations)
    if gained:
        return Change.NEGATION_CHANGED, f"The source now says “{gained[0]}” here: it may say the opposite of the quote."
    if lost:
        return Change.NEGATION_CHANGED, f"“{lost[0]}” is gone from the passage: it may say the opposite of the quote."
    for old in difference.removed:
        new = next((token for token in difference.added if _are_opposed(old, token)), None)
        if new:
            return Change.NEGATION_CHANGED, f"The source now says “{new.surface}”; the quote said “{old.surface}”."
    return None


def _denials(tokens: list[ComparableToken], negations: frozenset[str]) -> list[str]:
    """Return the words that deny, but for the "no" of an understatement that came or went as a whole: "no small thing"."""
    denials = []
    for at, token in enumerate(tokens):
        one, two = (" ".join(each.word for each in tokens[at + 1 : at + size]) for size in (2, 3))
        if token.key[-1] in negations and not (token.word == "no" and not UNDERSTATED.isdisjoint((one, two))):
            denials.append(token.surface)
    return denials


def _are_opposed(old: ComparableToken, new: ComparableToken) -> bool:
    """Return whether one word is the other's opposite: rose and fell, popular and unpopular."""
    if old.value is not None or new.value is not None:
        return False
    one, other = old.word, new.word
    if any((one in a and other in b) or (one in b and other in a) for a, b in _EVERY_REVERSAL):
        return True
    if {one, other} & _opposites_with_prefix(one if len(one) < len(other) else other):
        return True
    stems = (stem(one), stem(other))
    return stems in OPPOSITES or stems[::-1] in OPPOSITES


def _opposites_with_prefix(word: str) -> set[str]:
    return {prefix + word for prefix in ("un", "in", "im", "non", "dis", "il", "ir", "ne", "nie", "не")}


def _name_change(difference: _Difference, before: str, after: str) -> ClassifiedChange | None:
    words_after, words_before = plain_tokens(after), plain_tokens(before)
    if difference.swapped:
        one, other = (token.surface for token in difference.swapped)
        return (
            Change.ENTITY_CHANGED,
            f"{one} and {other} changed places: the source may now say of one what it said of the other.",
        )
    lost = [t.surface for t in difference.removed if _is_name_missing_from(t, words_after)]
    gained = [t.surface for t in difference.added if _is_name_missing_from(t, words_before)]
    for old, new in difference.openings:
        if _may_open_with_name(old) and _may_open_with_name(new) and new.surface.casefold() not in words_before:
            lost, gained = [old.surface, *lost], [new.surface, *gained]
    if lost and gained:
        return Change.ENTITY_CHANGED, f"The source now names {gained[0]} where the quote named {lost[0]}."
    if lost:
        return Change.ENTITY_CHANGED, f"The source no longer names {lost[0]} here."
    return None


def _is_name_missing_from(token: ComparableToken, words: list[str]) -> bool:
    parts = plain_tokens(token.surface)
    if token.has_digit:  # both parts of "RD-180" may stand apart in a passage that does not name it
        return all(words[at : at + len(parts)] != parts for at in range(len(words)))
    return token.is_name and not set(parts) <= set(words)


def _may_open_with_name(token: ComparableToken) -> bool:
    return token.surface[:1].isupper() and token.key[-1] not in STOP_WORDS | HEDGES


def _approximation_change(hedged: list[tuple[ComparableToken, ComparableToken]]) -> ClassifiedChange | None:
    for old, new in hedged:
        certain = "more" if getattr(new.value, "comparator", "=") == "=" else "less"
        return (
            Change.HEDGE,
            f"The source is now {certain} certain: it says {_shown(new)}; the quote said {_shown(old)}.",
        )
    return None


def _hedge_change(difference: _Difference) -> ClassifiedChange | None:
    gained = [t.surface for t in difference.added if t.key[-1] in HEDGES]
    if gained:
        return Change.HEDGE, f"The source is now less certain: it says “{gained[0]}” here."
    lost = [t.surface for t in difference.removed if t.key[-1] in HEDGES]
    if lost:
        return Change.HEDGE, f"The source is now more certain: “{lost[0]}” is gone."
    return None
