"""A language that nobody has written a reader for: its sentences stay whole, and no figure in them is read."""

import re
from collections.abc import Iterator

from claims.language.readers.reader import SentenceReader
from claims.language.spans import Span, trimmed

_STOP = re.compile("[。！？।॥۔]+[”’\"'»)」』]*|[.!?…؟]+[”’\"'»)“]*(?=\\s+[^\\s])|\n\n")
#: "z. B.", "Dr.", "3.": too short a word to end a sentence.
_SHORT_WORD = re.compile(r"(?:^|[\s(«„“\"])(?:[^\W\d_]{1,3}|\d{1,3})\.$")
_NEVER = re.compile(r"(?!)")


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    for stop in _STOP.finditer(text):
        following = text[stop.end() :].lstrip()[:1]
        if stop.group() == "." and (
            following.islower() or _SHORT_WORD.search(text[max(start, stop.end() - 8) : stop.end()])
        ):
            continue
        yield from trimmed(text, start, stop.end())
        start = stop.end()
    yield from trimmed(text, start, len(text))


UNREAD_READER = SentenceReader(
    sentences=_sentences,
    names=lambda _: (),
    speaker_of=lambda _: None,
    ends=re.compile("[.!?…:;。！？।॥۔؟][”’\"'»)“」』]*\\s*$"),
    superlatives=_NEVER,
    predictions=_NEVER,
    opinions=_NEVER,
    between_lines=" ",
    longest_heading=110,
    long=280,
    figures=False,
)
