"""How much the commands of a build read in one second of a processor, starting and loading apart."""

import json
import resource
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tests.bench.against.revisions import python_of
from tests.bench.against.turns import Figures
from tests.golden.cases import articles, checks, quantities

#: Enough that a run takes several seconds, and few enough that three turns of two builds take minutes.
_ARTICLES, _SENTENCES, _PAIRS = 700, 1_500, 1_000


def measure(tree: Path) -> Figures:
    """Measure splitting (characters), reading of quantities and checking of claims (lines) per second of CPU."""
    texts = [text for text, _published in list(articles.cases())[:_ARTICLES]]
    sentences = [{"id": "one", "text": text} for (text,) in list(quantities.cases())[:_SENTENCES]]
    pairs = [{"id": "one", "claim": claim, "evidence": found} for claim, found in list(checks.cases())[:_PAIRS]]
    return {
        "splitting, characters per CPU second": _speed(tree, ["split_article", "-"], texts, per=len),
        "quantities, sentences per CPU second": _speed(tree, ["read_quantities"], _lines(sentences)),
        "checks, pairs per CPU second": _speed(tree, ["check_claims"], _lines(pairs)),
    }


def _lines(rows: Iterable[object]) -> list[str]:
    return [json.dumps(row, ensure_ascii=False) for row in rows]


def _speed(tree: Path, command: Sequence[str], texts: Sequence[str], per: Callable[[str], int] = lambda _: 1) -> float:
    """Return how much of what follows the first text is read in a second; what the first one costs is the start."""
    start = _cpu_seconds(tree, command, texts[0] + "\n")
    whole = _cpu_seconds(tree, command, "\n".join(texts))
    return sum(map(per, texts[1:])) / (whole - start)


def _cpu_seconds(tree: Path, command: Sequence[str], text: str) -> float:
    """Return the processor's time of one run of a command, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [python_of(tree), "manage.py", *command],
        cwd=tree,
        input=text,
        text=True,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
