"""Articles to split: sentences of every build, paragraphs of them, and the ways in which pages set them."""

from collections.abc import Iterable, Iterator

from tests.golden.cases import swaps
from tests.golden.cases.dealing import Dealer
from tests.golden.cases.layouts import LAYOUTS
from tests.golden.cases.sentences import SENTENCES
from tests.golden.cases.sums import SUMS
from tests.golden.cases.words import VOCABULARIES
from tests.golden.records import Case

_TIMES_EACH = 2
_PARAGRAPHS = 60
_PUBLISHED = "2023-11-10"


def cases() -> Iterable[Case]:
    """Return articles with the day on which each was published, in ISO form, or an empty one."""
    return list(
        dict.fromkeys(
            [*_single(), *_paragraphs(), *_layouts(), *swaps.of_articles(), *((text, _PUBLISHED) for text in SUMS)]
        )
    )


def _single() -> Iterator[Case]:
    """Each build of a sentence, with other words each time."""
    dealer = Dealer(31, **VOCABULARIES)
    for template in SENTENCES:
        for _ in range(_TIMES_EACH):
            yield _capitalised(dealer.fill(template)), ""


def _paragraphs() -> Iterator[Case]:
    """Several sentences that follow each other without a plan: pronouns, repeated names and numbers meet."""
    dealer = Dealer(32, **VOCABULARIES, sentence=SENTENCES)
    for _ in range(_PARAGRAPHS):
        templates = [dealer.one("sentence") for _ in range(dealer.dice.randint(2, 4))]
        text = " ".join(_capitalised(dealer.fill(template)) for template in templates)
        yield text, dealer.dice.choice(("", _PUBLISHED))


def _layouts() -> Iterator[Case]:
    dealer = Dealer(33, **VOCABULARIES)
    for template in LAYOUTS:
        yield dealer.fill(template), ""


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
