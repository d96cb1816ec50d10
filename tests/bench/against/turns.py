"""Figures of two builds taken in turn, A B A B, and the ratio of each pair."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median

#: What a build was measured to do, by the name of the figure.
Figures = Mapping[str, float]


@dataclass(frozen=True)
class Compared:
    """One figure of two builds over several turns, and how many times as large it is in the first."""

    name: str
    here: tuple[float, ...]
    there: tuple[float, ...]

    @property
    def ratios(self) -> list[float]:
        """How many times as large the figure is here, in each turn."""
        return [ours / theirs for ours, theirs in zip(self.here, self.there, strict=True)]

    def __str__(self) -> str:
        ratio = " / ".join(f"{figure:.2f}" for figure in _spread(self.ratios))
        return f"{self.name:44}  {_in_words(self.here):34}  {_in_words(self.there):34}  {ratio} ×"


def compare(here: Callable[[], Figures], there: Callable[[], Figures], *, turns: int) -> list[Compared]:
    """Measure both in turn, `turns` times each, and set every figure that both have beside its counterpart."""
    taken = [(here(), there()) for _ in range(turns)]
    names = [name for name in taken[0][0] if all(name in ours and name in theirs for ours, theirs in taken)]
    return [
        Compared(name, tuple(ours[name] for ours, _ in taken), tuple(theirs[name] for _, theirs in taken))
        for name in names
    ]


def table(compared: Iterable[Compared]) -> Iterator[str]:
    """Yield the head of the table and a line for each figure: minimum, median and maximum of both builds, and of the ratio."""
    yield f"{'minimum / median / maximum':44}  {'this build':34}  {'the other':34}  ratio"
    yield from map(str, compared)


def _spread(figures: Iterable[float]) -> tuple[float, float, float]:
    ordered = sorted(figures)
    return ordered[0], median(ordered), ordered[-1]


def _in_words(figures: Iterable[float]) -> str:
    return " / ".join(f"{figure:,.3g}" if figure < 100 else f"{figure:,.0f}" for figure in _spread(figures))  # noqa: PLR2004
