"""Words in the pieces that the vectors are of: byte-pair encoding with Llama 2's vocabulary (Touvron et al. 2023).

Written here, in a page, because the library that does the same keeps four times the memory in every process and warns in
each worker that is forked from one that used it.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

_SPACE = "▁"
_LONGEST_WORD = 60
_WORDS_KEPT = 20_000


class WordPieces:
    """Splits words into the pieces of one vocabulary, and keeps the words that it met last."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        """`numbers` has a number for every piece; a pair with a lower one is joined earlier."""
        self._numbers = numbers
        self._bytes = [numbers[f"<0x{byte:02X}>"] for byte in range(256)]
        self.of_word = lru_cache(maxsize=_WORDS_KEPT)(self._of_word)

    @classmethod
    def from_file(cls, path: Path) -> "WordPieces":
        """Read the vocabulary of a file in the format of Hugging Face's tokenizers."""
        return cls(json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"])

    def of_text(self, text: str) -> list[int]:
        """Return the numbers of the pieces of text, in which every run of white space counts as one space."""
        words = (word[at : at + _LONGEST_WORD] for word in text.split() for at in range(0, len(word), _LONGEST_WORD))
        return [number for word in words for number in self.of_word(word)]

    def _of_word(self, word: str) -> tuple[int, ...]:
        pieces = [_SPACE, *word]
        while len(pieces) > 1:
            best, at = min((self._joined(pieces, at), at) for at in range(len(pieces) - 1))
            if best == _NEVER:
                break
            pieces[at : at + 2] = [pieces[at] + pieces[at + 1]]
        return tuple(number for piece in pieces for number in self._numbers_of(piece))

    def _joined(self, pieces: list[str], at: int) -> int:
        return self._numbers.get(pieces[at] + pieces[at + 1], _NEVER)

    def _numbers_of(self, piece: str) -> list[int]:
        number: Any = self._numbers.get(piece)
        return [number] if number is not None else [self._bytes[byte] for byte in piece.encode(errors="replace")]


_NEVER = 1 << 30
