"""The one spaCy pipeline of the process, loaded when the first sentence needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import numpy

from claims.language.abbreviations import READ_AS, TITLES_READ_AS
from claims.language.reading.cleaning import GAP
from core.article_language import ENGLISH

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.types import Ints2d

#: Measured on news: larger batches gain nothing and hold more sentences in memory.
_BATCH = 64
_NOT_STRUCTURE = ("attribute_ruler", "lemmatizer", "ner")


@cache
def _pipeline() -> Language:
    # Loading takes a second and 100 MB: a process that never splits an article must not pay for it.
    pipeline: Language = import_module(ENGLISH.pipeline).load()
    # One word for the model: as three asterisks it derails the parse of everything around.
    tokenizer: Any = pipeline.tokenizer  # compiled, and known by no type
    tokenizer.add_special_case(GAP, [{"ORTH": GAP, "NORM": "item"}])
    # Taken apart, their full stop would end the sentence for the parser.
    for short, word in READ_AS.items():
        for printed in (f"{short}.", f"{short.title()}."):
            tokenizer.add_special_case(printed, [{"ORTH": printed, "NORM": word}])
    for title, word in TITLES_READ_AS.items():
        tokenizer.add_special_case(f"{title}.", [{"ORTH": f"{title}.", "NORM": word}])
    return pipeline


def load() -> None:
    """Load the pipeline and what the first sentence makes it load, for the processes that are forked from this one."""
    for _ in parse(["The first sentence is parsed here."]):
        pass


def parse(sentences: Iterable[str]) -> Iterator[Doc]:
    """Parse each sentence into one dependency tree, in order, with entities and lemmas."""
    pipeline = _pipeline()
    return pipeline.pipe((_as_one_sentence(pipeline, sentence) for sentence in sentences), batch_size=_BATCH)


def parse_structure(texts: Iterable[str]) -> Iterator[Doc]:
    """Parse texts into tags and dependency trees only, in order; sentences end where the parser sees them end.

    Without entities, lemmas and coarse parts of speech it takes a third of the time.
    """
    return _pipeline().pipe(texts, batch_size=_BATCH, disable=_NOT_STRUCTURE)


def lemma_tables(part_of_speech: str) -> tuple[list[list[str]], dict[str, list[str]], list[str]]:
    """Return the pipeline's rules, exceptions and known base forms of one part of speech ("noun", "verb", "adj", "adv")."""
    lookups = cast(Any, _pipeline().get_pipe("lemmatizer")).lookups
    rules, exceptions, index = (lookups.get_table(f"lemma_{name}") for name in ("rules", "exc", "index"))
    return rules.get(part_of_speech, []), exceptions.get(part_of_speech, {}), index.get(part_of_speech, [])


def _as_one_sentence(pipeline: Language, sentence: str) -> Doc:
    doc = pipeline.make_doc(sentence)
    # By array, in which all bits set is minus one: a loop would make an object of every word.
    starts = numpy.full((len(doc), 1), -1, dtype=numpy.int64)
    starts[:1] = 1
    return doc.from_array(["SENT_START"], cast("Ints2d", starts.astype(numpy.uint64)))
