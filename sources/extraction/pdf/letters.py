"""Fonts that do not say which letters they show: what comes out is a cipher, and is said to be one."""

import re
import unicodedata
from collections import defaultdict
from itertools import pairwise

from sources.extraction.pdf.engine import font_name
from sources.extraction.pdf.glyph_runs import GlyphRun, gaps_between
from sources.extraction.symbols import UNKNOWN, is_symbol_font, sign_of

_PRIVATE = range(0xE000, 0xF900)
_FEWEST_WORDS = 5
_FEWEST_LETTERS = 80
_MOST_ODD_WORDS = 0.3
_MOST_UNMAPPED = 0.02
_FEWEST_USUAL_PAIRS = 0.2
_FEWEST_IN_WORDS = 0.5
_WORD_GAP = 0.12
_SAMPLE_WORDS = 2_000
# A sign inside a word where no writing has one, or digits and letters that take turns.
_ODD = re.compile(r"(?!(?<=\d):\d)[:;<=>?@\[\\\]^_{|}~][:;<=>?@\[\\\]^_{|}~\w]|(?:[^\W\d_]+\d+){2}|(?:\d+[^\W\d_]+){2}")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]{3,}")
# The fifty most usual pairs of letters in English, with those of German, French, Spanish and Italian that are not among them.
_USUAL_PAIRS = frozenset(
    re.findall(
        "..",
        "thheineranreonatenndtiesorteofedisitalarsttontngsehaasouiolevecomedehirironeearacelichllbemasiomurcaeltalansdifo"
        "hopeecprnoctusacotiltrlyncetutsssorsunlowageiewheiaugescuequaiosdoaddacipozizig",
    )
)


class Letters:
    """The words of one document by their font, until all pages are read."""

    def __init__(self) -> None:
        self._words: dict[int, list[str]] = defaultdict(list)
        self._counts: dict[int, int] = defaultdict(int)
        self._names: dict[int, str] = {}

    def mapped(self, runs: list[GlyphRun]) -> list[GlyphRun]:
        """Return the letters with the signs of symbol fonts in their place."""
        word = ""
        before: GlyphRun | None = None
        for run in runs:
            font = run.text_object.font
            if font not in self._names:
                self._names[font] = font_name(run.text_object.handle).rpartition("+")[2]
            if not run.text.isascii():
                run.text = _with_signs(run.text, self._names[font].partition("-")[0])
            if before is not None and (font != before.text_object.font or _is_apart(before, run)):
                self._add(before.text_object.font, word)
                word = ""
            first, *others = _words(run)
            word += first
            if others:
                self._add(font, word, *others[:-1])
                word = others[-1]
            before = run
        if before is not None:
            self._add(before.text_object.font, word)
        return runs

    def unreadable(self) -> tuple[int, str]:
        """Return how many words stand in fonts whose letters cannot be believed, and the first of them."""
        doubted = [font for font, words in self._words.items() if _is_cipher(words)]
        sample = " ".join(word for font in doubted for word in self._words[font][:8])
        return sum(self._counts[font] for font in doubted), sample

    def _add(self, font: int, *words: str) -> None:
        written = [word for word in words if word and not word.isspace()]
        self._counts[font] += len(written)
        sample = self._words[font]
        sample.extend("".join(word.split()) for word in written[: _SAMPLE_WORDS - len(sample)])


def _with_signs(text: str, font: str) -> str:
    if not is_symbol_font(font):
        return text
    private = {code for code in map(ord, text) if code in _PRIVATE}
    return text.translate({code: sign for code in private if (sign := sign_of(font, code)) != UNKNOWN})


def _is_apart(before: GlyphRun, run: GlyphRun) -> bool:
    """Whether a word ends between two runs, as far as their places tell."""
    size = run.text_object.size
    return abs(run.base - before.base) > size * 0.5 or not -size < run.starts[0] - before.ends[-1] < size * _WORD_GAP


def _words(run: GlyphRun) -> list[str]:
    """Return the words of a run, whose ends spaces and gaps show; nothing between two that end at one place."""
    size = run.text_object.size
    gaps = gaps_between(run.starts, run.ends)
    if not gaps or (-size < min(gaps) and max(gaps) < size * _WORD_GAP):
        return run.text.split(" ")
    ends = [n for n, gap in enumerate(gaps, 1) if not -size < gap < size * _WORD_GAP]
    parts = (run.text[first:end] for first, end in pairwise([0, *ends, len(run.text)]))
    return [word for part in parts for word in part.split(" ")]


def _is_cipher(words: list[str]) -> bool:
    text = "".join(words)
    if sum(map(_is_unmapped, text)) > max(1, len(text) * _MOST_UNMAPPED):
        return True
    latin = [found.lower() for word in words for found in _LATIN_WORD.findall(word)]
    pairs = [word[place : place + 2] for word in latin for place in range(len(word) - 1)]
    reads_as_words = sum(pair in _USUAL_PAIRS for pair in pairs) >= len(pairs) * _FEWEST_USUAL_PAIRS
    letters = sum(map(len, latin))
    long = [word for word in words if len(word) > 2]
    odd = sum(map(bool, map(_ODD.search, long)))
    if len(long) >= _FEWEST_WORDS and odd > len(long) * _MOST_ODD_WORDS:
        # The names and signs of a program's source are odd too, but most of their letters make words.
        return not reads_as_words or sum(map(str.isalpha, text)) < len(text) * _FEWEST_IN_WORDS
    return letters >= _FEWEST_LETTERS and not reads_as_words


def _is_unmapped(letter: str) -> bool:
    return ord(letter) in _PRIVATE or letter == "\ufffd" or unicodedata.category(letter) in ("Cc", "Cn", "Co", "Cs")
