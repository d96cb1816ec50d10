"""Which of many stored passages lie near a text."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from sources.meaning.vectors import DIMENSIONS, Vectors

_WORDS = DIMENSIONS // 64
Name = TypeVar("Name", bound=Hashable)


class Nearest(NamedTuple):
    """The passage of a text that lies nearest: which one it is, from 0, and in how many bits its code differs."""

    place: int
    distance: int


def nearest_of_each(code: bytes, stored: Sequence[tuple[Name, bytes]]) -> dict[Name, Nearest]:
    """Return the nearest passage of each text, given as name and the codes of its passages, of which there is one at least."""
    if not stored:
        return {}
    counts = np.array([len(codes) * 8 // DIMENSIONS for _, codes in stored])
    starts = np.cumsum(counts) - counts
    # The place stands in the digits behind the distance, so that the least of both is found at once.
    places = np.arange(counts.sum()) - np.repeat(starts, counts)
    base = int(counts.max())
    least = np.minimum.reduceat(_distances(code, b"".join(codes for _, codes in stored)) * base + places, starts)
    return {name: Nearest(int(each) % base, int(each) // base) for (name, _), each in zip(stored, least, strict=True)}


def unpack(vectors: bytes) -> Vectors:
    """Return the stored vectors of passages, each of length 1 again."""
    read = np.frombuffer(vectors, np.int8).reshape(-1, DIMENSIONS).astype(np.float32)
    lengths = np.linalg.norm(read, axis=1, keepdims=True)
    np.divide(read, lengths, out=read, where=lengths > 0)
    return read


def _distances(code: bytes, codes: bytes) -> NDArray[np.int64]:
    """Hamming distances: how well signs alone keep the order of angles (Charikar 2002) is enough for a short list."""
    wanted, stored = np.frombuffer(code, np.uint64), np.frombuffer(codes, np.uint64).reshape(-1, _WORDS)
    differing: NDArray[np.int64] = np.bitwise_count(stored ^ wanted).sum(axis=1, dtype=np.int64)
    return differing
