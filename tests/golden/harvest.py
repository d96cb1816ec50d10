"""Sentences that the project's other tests are about. They are recorded like cases of our own, and stay where those tests change."""

import ast
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from claims.language.clauses.repairs.table import REPAIRS
from tests.golden.records import Case

_TESTS = Path(__file__).parents[1]
_LANGUAGE = _TESTS / "claims" / "language"
_DATA = _LANGUAGE / "data"
_CHECKING = _TESTS / "reviews" / "checking"
_SENTENCE = re.compile(r"\S+ \S.*[.?!”\"…]\s*$", re.DOTALL)
_SHORTEST = 15


def of_quantities() -> Iterable[Case]:
    """Return the labelled texts and the sentences of the quantity reader's tests."""
    labelled = [json.loads(line)["text"] for line in _lines(_DATA / "quantities.jsonl")]
    return [(text,) for text in [*labelled, *_sentences_in(sorted((_LANGUAGE / "quantities").glob("test_*.py")))]]


def of_dates() -> Iterable[Case]:
    """Return the sentences of the tests of dates, without a day of writing and with one."""
    texts = _sentences_in(sorted(_LANGUAGE.glob("test_*dates.py")))
    return [(text, written) for text in texts for written in ("", "2023-11-10")]


def of_articles() -> Iterable[Case]:
    """Return the sentences of the splitter's tests, one for each repair of a parse, a third of the labelled ones, and the articles that have gold claims."""
    others = ("dates", "reference", "repairs")
    tests = [path for path in sorted(_LANGUAGE.glob("test_*.py")) if not path.stem.endswith(others)]
    labelled = [json.loads(line)["text"] for line in _lines(_DATA / "worthiness.jsonl")[::3]]
    articles = [path.read_text(encoding="utf-8") for path in sorted(_DATA.glob("*.txt"))]
    texts = [*_sentences_in(tests), *(repair.example for repair in REPAIRS), *labelled, *articles]
    return [(text, "") for text in texts]


def of_references() -> Iterable[Case]:
    """Return the texts of the tests of references."""
    return [(text,) for text in _sentences_in(sorted(_LANGUAGE.glob("test_*reference.py")))]


def of_checks() -> Iterable[Case]:
    """Return the pairs of a claim and its evidence in the tests of checks."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(_CHECKING.glob("test_*.py"))]
    tuples = [
        [item.value for item in node.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Tuple)
    ]
    pairs = [tuple(text for text in texts if _is_sentence(text)) for texts in tuples]
    return [pair[:2] for pair in pairs if len(pair) >= 2]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _sentences_in(paths: Iterable[Path]) -> list[str]:
    """Return what looks like a sentence in the code of tests, each once, without what they expect of it."""
    found = [text for path in paths for text in _texts_in(ast.parse(path.read_text(encoding="utf-8")))]
    return [text for text in dict.fromkeys(found) if _is_sentence(text)]


def _is_sentence(text: str) -> bool:
    return len(text) >= _SHORTEST and bool(_SENTENCE.search(text))


def _texts_in(node: ast.AST) -> Iterator[str]:
    """Walk through code past docstrings, filled templates, the right side of comparisons and the expected part of a case."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr() | ast.Expr(value=ast.Constant()):
            return
        case ast.Compare():
            yield from _texts_in(node.left)
        case ast.Tuple(elts=[ast.Constant() as first, *_]):
            yield from _texts_in(first)
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _texts_in(child)
