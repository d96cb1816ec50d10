"""What a text means, as numbers: passages of one meaning lie near each other, whatever their words."""

from sources.meaning.nearness import Nearest, nearest_of_each, unpack
from sources.meaning.passages import Passage, passages_of
from sources.meaning.vectors import DIMENSIONS, VERSION, PassageCodes, Vectors, code_of, embed, encode

__all__ = [
    "DIMENSIONS",
    "VERSION",
    "Nearest",
    "Passage",
    "PassageCodes",
    "Vectors",
    "code_of",
    "embed",
    "encode",
    "nearest_of_each",
    "passages_of",
    "unpack",
]
