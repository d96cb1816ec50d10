"""A vector for a text: the mean of the vectors of its word pieces, from the package wordllama, read where it lies.

wordllama (MIT) carries 32,000 vectors of 256 numbers, trained so that their mean tells what a sentence is about. Its own
loader is not used: it looks for its vocabulary where the package does not put it, and then downloads one.
"""

import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sources.meaning.passages import passages_of
from sources.meaning.pieces import WordPieces

Vectors = NDArray[np.float32]

DIMENSIONS = 256
#: What the stored vectors were made by; a change of the weights or of how texts are cut raises it, and all are made anew.
VERSION = "wordllama l2_supercat 256, 1"

_VOCABULARY = "tokenizers/l2_supercat_tokenizer_config.json"
_WEIGHTS, _TENSOR = "weights/l2_supercat_256.safetensors", "embedding.weight"
_AT_ONCE = 128
_LARGEST = 127


@dataclass(frozen=True, slots=True)
class PassageCodes:
    """The passages of a text, one after the other: `codes` has a bit for every number of a vector, `vectors` a byte."""

    codes: bytes
    vectors: bytes


def embed(texts: Sequence[str]) -> Vectors:
    """Return one vector of length 1 for each text; of length 0 for one without a word."""
    means = np.zeros((len(texts), DIMENSIONS), np.float32)
    for at in range(0, len(texts), _AT_ONCE):
        means[at : at + _AT_ONCE] = _means(texts[at : at + _AT_ONCE])
    lengths = np.linalg.norm(means, axis=1, keepdims=True)
    np.divide(means, lengths, out=means, where=lengths > 0)
    return means


def encode(text: str) -> PassageCodes:
    """Return what is stored of the passages of text, in the order of `passages_of`."""
    vectors = embed([text[start:end] for start, end in passages_of(text)])
    largest = np.abs(vectors).max(axis=1, keepdims=True, initial=0)
    scaled = np.divide(vectors * _LARGEST, largest, out=np.zeros_like(vectors), where=largest > 0)
    return PassageCodes(np.packbits(vectors > 0, axis=1).tobytes(), np.rint(scaled).astype(np.int8).tobytes())


def code_of(vector: Vectors) -> bytes:
    """Return the signs of a vector, a bit each."""
    return np.packbits(vector > 0).tobytes()


def _means(texts: Sequence[str]) -> Vectors:
    pieces, weights = _model()
    means = np.zeros((len(texts), DIMENSIONS), np.float32)
    for at, text in enumerate(texts):
        if numbers := pieces.of_text(text):
            means[at] = weights[numbers].mean(axis=0, dtype=np.float32)
    return means


@cache
def _model() -> tuple[WordPieces, NDArray[Any]]:
    """Map the weights, so that all processes share one copy of them, and read the vocabulary; once, when first asked for."""
    package = _package()
    path = package / _WEIGHTS
    with path.open("rb") as file:  # safetensors: the length of a JSON header, the header, and the numbers as they are
        [length] = struct.unpack("<Q", file.read(8))
        tensor = json.loads(file.read(length))[_TENSOR]
    weights = np.memmap(path, np.float16, "r", 8 + length + tensor["data_offsets"][0], tuple(tensor["shape"]))
    return WordPieces.from_file(package / _VOCABULARY), weights


def _package() -> Path:
    """Return the folder of wordllama without importing it, which would set up logging for the whole process."""
    spec = find_spec("wordllama")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("The package wordllama is not installed. Install what requirements.txt names.")
    return Path(spec.submodule_search_locations[0])
