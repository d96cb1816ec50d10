"""Articles to split: sentences of every build, paragraphs of them, and the ways in which pages set them."""

from collections.abc import Iterable, Iterator

from tests.golden.cases import swaps
from tests.golden.cases.dealing import Dealer, drawn
from tests.golden.cases.layouts import LAYOUTS
from tests.golden.cases.sentences import SENTENCES
from tests.golden.cases.sums import SUMS
from tests.golden.cases.words import VOCABULARIES
from tests.golden.records import Case

_PARAGRAPHS = 75
_PUBLISHED = "2023-11-10"


def cases() -> Iterable[Case]:
    """Return articles with the day on which each was published, in ISO form, or an empty one."""
    return list(
        dict.fromkeys(
            [*_single(), *_paragraphs(), *_layouts(), *swaps.of_articles(), *((text, _PUBLISHED) for text in SUMS)]
        )
    )


def _single() -> Iterator[Case]:
    """Each build of a sentence by itself."""
    for template in SENTENCES:
        yield _capitalised(Dealer(template, **VOCABULARIES).fill(template)), ""


def _paragraphs() -> Iterator[Case]:
    """Several sentences that follow each other without a plan: pronouns, repeated names and numbers meet."""
    for number in range(_PARAGRAPHS):
        templates = drawn(SENTENCES, 2 + number % 3, seed=f"paragraph {number}")
        dealer = Dealer(f"paragraph {number}", **VOCABULARIES)
        yield " ".join(_capitalised(dealer.fill(template)) for template in templates), ("", _PUBLISHED)[number % 2]


def _layouts() -> Iterator[Case]:
    for template in LAYOUTS:
        yield Dealer(template, **VOCABULARIES).fill(template), ""


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
