"""Values dealt from vocabularies: in random order, none again before all were used."""

import random
from collections.abc import Iterator, Sequence


class Dealer:
    """Fills templates. Two dealers of one seed deal the same."""

    def __init__(self, seed: int | str, **vocabularies: Sequence[str]) -> None:
        self.dice = random.Random(seed)
        self._stacks = {name: self._stack(words) for name, words in vocabularies.items()}

    def _stack(self, words: Sequence[str]) -> Iterator[str]:
        while True:
            yield from self.dice.sample(words, len(words))

    def one(self, name: str) -> str:
        """Return the next value of a vocabulary."""
        return next(self._stacks[name])

    def fill(self, template: str) -> str:
        """Put a value into every {name} of a template, the same one for {name1} wherever it stands again."""
        values: dict[str, str] = {}
        return template.format_map(_Slots(self, values))


def drawn(templates: Sequence[str], count: int, *, seed: str) -> list[str]:
    """Draw some of the templates. One more template changes few draws, where a sample would change nearly all."""
    return sorted(templates, key=lambda template: random.Random(f"{seed} {template}").random())[:count]


class _Slots(dict[str, str]):
    """The slots of one template: a name that ends in a digit is filled once, one without anew each time."""

    def __init__(self, dealer: Dealer, values: dict[str, str]) -> None:
        super().__init__(values)
        self._dealer = dealer

    def __missing__(self, slot: str) -> str:
        name = slot.rstrip("0123456789")
        value = self._dealer.one(name)
        if slot != name:
            self[slot] = value
        return value
