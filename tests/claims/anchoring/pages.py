"""Whole pages of our own prose, full of passages that look alike, edited where the right place of the quote is known."""

import random
import re
from collections.abc import Callable

from tests.claims.anchoring.generated import ADVERT, Case
from tests.claims.anchoring.prose import REPORTS, county_report

_CONTEXT = 64
_SCANNED = {"e": "c", "l": "I", "rn": "m", "m": "rn", "h": "b", "c": "e", "i": "l", "u": "ii"}
_ABROAD = {", ": "，", ". ": "。 ", "; ": "； ", "(": "（", ")": "）"}
_BOILERPLATE = (
    "All figures are given as reported by the municipality and were not checked by the editors of this report."
)

Page = list[str]
Edited = tuple[str, str | None]
PageEdit = Callable[[Page, int, random.Random], Edited]


def page_cases(per_kind: int, seed: int, *, length: int = 20_000) -> list[Case]:
    """Make per_kind cases of every kind on pages of about length characters, the same for one seed."""
    chance = random.Random(seed)
    return [_case(kind, edit, chance, length) for kind, edit in PAGE_EDITS.items() for _ in range(per_kind)]


def _case(kind: str, edit: PageEdit, chance: random.Random, length: int) -> Case:
    page = _page(length, chance)
    at = {"first on the page": 0, "last on the page": len(page) - 1}.get(kind)
    if at is None:
        at = chance.choice([i for i in range(3, len(page) - 3) if re.search(r"\d", page[i])])
    if kind.startswith("row"):
        page = [*page[:4], *_table(chance), *page[4:]]
        at = chance.randint(6, 20)
    if kind.startswith("boilerplate"):
        page = _with_boilerplate(page)
        at = chance.choice([i for i, sentence in enumerate(page) if sentence == _BOILERPLATE])
    if kind.startswith("short"):
        page[at] = _short(page[at])
    text, start = _joined(page, at)
    end = start + len(page[at])
    after, passage = edit(page, at, chance)
    return Case(kind, page[at], text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT], after, passage)


def _page(length: int, chance: random.Random) -> Page:
    """A report in which whole paragraphs are alike but for their figures, with other prose between."""
    page = county_report(length, chance)
    for sentence in chance.sample(REPORTS, 20):
        page.insert(chance.randrange(len(page)), sentence)
    return page


def _table(chance: random.Random) -> Page:
    towns = [sentence.split()[-1].strip(".") for sentence in chance.sample(REPORTS, 24)]
    return [f"{t} | {chance.randint(1, 9)},{chance.randint(100, 999)} | {chance.randint(10, 99)}.{chance.randint(0, 9)} % | "
            f"{chance.randint(1950, 2020)} | {chance.choice(('open', 'closed', 'unknown'))}\n" for t in towns]  # fmt: skip


def _with_boilerplate(page: Page) -> Page:
    third = len(page) // 3
    return [*page[:third], _BOILERPLATE, *page[third : 2 * third], _BOILERPLATE, *page[2 * third :], _BOILERPLATE]


def _short(sentence: str) -> str:
    """The first words of a sentence that hold its first figure, 25 characters at least."""
    figure = re.search(r"\d[\d,.]*\w*", sentence)
    end = max(figure.end(), sentence.find(" ", 25) if " " in sentence[25:] else len(sentence))
    return sentence[:end]


def _joined(page: Page, at: int) -> tuple[str, int]:
    before = " ".join(page[:at])
    return " ".join(page), len(before) + (1 if before else 0)


def _with(page: Page, at: int, *new: str) -> str:
    return " ".join([*page[:at], *new, *page[at + 1 :]])


def _rewritten(change: Callable[[str, random.Random], str]) -> PageEdit:
    def edit(page: Page, at: int, chance: random.Random) -> Edited:
        new = change(page[at], chance)
        return _with(page, at, new), new

    return edit


def _other_figure(sentence: str, chance: random.Random) -> str:
    figure = chance.choice(list(re.finditer(r"\d", sentence)) or [None])
    if figure is None:
        return sentence.replace(" ", " 12 ", 1)
    other = chance.choice([digit for digit in "123456789" if digit != figure.group()])
    return sentence[: figure.start()] + other + sentence[figure.end() :]


def _scanned(sentence: str, chance: random.Random) -> str:
    return "".join(_SCANNED[c] if c in _SCANNED and chance.random() < 0.06 else c for c in sentence)


def _abroad(sentence: str, chance: random.Random) -> str:
    for ours, theirs in _ABROAD.items():
        sentence = sentence.replace(ours, theirs)
    return sentence


def _in_two(sentence: str, chance: random.Random) -> str:
    middle = sentence.index(" ", len(sentence) // 2)
    return f"{sentence[:middle]}. This includes{sentence[middle:]}"


def _clauses_turned(sentence: str, chance: random.Random) -> str:
    first, comma, second = sentence.rstrip(".").partition(", ")
    return f"{second[:1].upper()}{second[1:]}, {first[:1].lower()}{first[1:]}." if comma else sentence


def _advert_inside(sentence: str, chance: random.Random) -> str:
    middle = sentence.index(" ", len(sentence) // 3)
    return f"{sentence[:middle]}\n\n{ADVERT} {ADVERT}\n\n{sentence[middle + 1 :]}"


def _deleted(page: Page, at: int, chance: random.Random) -> Edited:
    return _with(page, at), None


def _deleted_with_neighbours(page: Page, at: int, chance: random.Random) -> Edited:
    return " ".join([*page[: at - 1], *page[at + 2 :]]), None


def _paragraph_moved(page: Page, at: int, chance: random.Random) -> Edited:
    paragraph, rest = page[at - 2 : at + 3], [*page[: at - 2], *page[at + 3 :]]
    place = 0 if at > len(page) // 2 else len(rest)
    return " ".join([*rest[:place], *paragraph, *rest[place:]]), page[at]


def _other_figures_everywhere(page: Page, at: int, chance: random.Random) -> Edited:
    """A yearly report: every figure around the quote was brought up to date, and the quote's own."""
    fresh = [_other_figure(sentence, chance) for sentence in page]
    return " ".join(fresh), fresh[at]


def _figure_beside_copy(page: Page, at: int, chance: random.Random) -> Edited:
    """The quote's own figure changed, while an untouched copy of it now stands in an archive at the end."""
    new = _other_figure(page[at], chance)
    return f"{_with(page, at, new)} Earlier version: {page[at]} It was withdrawn.", new


def _one_of_copies(page: Page, at: int, chance: random.Random) -> Edited:
    new = page[at].replace("not checked", "checked twice")
    return _with(page, at, new), new


PAGE_EDITS: dict[str, PageEdit] = {
    "figure": _rewritten(_other_figure),
    "figures everywhere": _other_figures_everywhere,
    "figure beside an old copy": _figure_beside_copy,
    "row of a table": _rewritten(_other_figure),
    "row of a table deleted": _deleted,
    "boilerplate edited": _one_of_copies,
    "scanned": _rewritten(_scanned),
    "punctuation of another script": _rewritten(_abroad),
    "in two sentences": _rewritten(_in_two),
    "clauses turned round": _rewritten(_clauses_turned),
    "adverts inside": _rewritten(_advert_inside),
    "short quote, other figure": _rewritten(_other_figure),
    "first on the page": _rewritten(_other_figure),
    "last on the page": _rewritten(_other_figure),
    "paragraph moved": _paragraph_moved,
    "deleted among siblings": _deleted,
    "deleted with its neighbours": _deleted_with_neighbours,
}
