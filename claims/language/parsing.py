"""The one spaCy pipeline of the process, loaded when the first sentence needs it."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any, cast

import numpy
from spacy.attrs import NORM, ORTH, SENT_START
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from claims.language.reading.cleaning import GAP
from core.article_language import ENGLISH

#: Measured on news: larger batches gain nothing and hold more sentences in memory.
_BATCH = 64


@cache
def _pipeline() -> Language:
    # Loading takes a second and 100 MB: a process that never splits an article must not pay for it.
    pipeline: Language = import_module(ENGLISH.pipeline).load()
    # One word for the model: as three asterisks it derails the parse of everything around.
    tokenizer: Any = pipeline.tokenizer  # compiled, and known by no type
    tokenizer.add_special_case(GAP, [{ORTH: GAP, NORM: "item"}])
    return pipeline


def parse(sentences: Iterable[str]) -> Iterator[Doc]:
    """Parse each sentence into one dependency tree, in order, with entities and lemmas."""
    pipeline = _pipeline()
    return pipeline.pipe((_as_one_sentence(pipeline, sentence) for sentence in sentences), batch_size=_BATCH)


def _as_one_sentence(pipeline: Language, sentence: str) -> Doc:
    doc = pipeline.make_doc(sentence)
    # By array, in which all bits set is minus one: a loop would make an object of every word.
    starts = numpy.full((len(doc), 1), -1, dtype=numpy.int64)
    starts[:1] = 1
    return doc.from_array([SENT_START], cast(Ints2d, starts.astype(numpy.uint64)))
