"""Who has the word in an interview or a transcript whose lines open with a label: "Q:", "A:", "Lind:"."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_ASKING, _ANSWERING = ("q", "question", "interviewer"), ("a", "answer")
_NAME = r"[A-Z][\w'’.-]*(?: (?:(?:de|der|van|von|al|bin) )?[A-Z][\w'’.-]*){0,3}"
_LABEL = re.compile(rf"(?:(?P<role>Q|A|Question|Answer|Interviewer)[:.]|(?P<name>{_NAME}) ?:)\s+(?=[“\"'‘(]?[A-Z0-9])")
_QUESTION = re.compile(r"\?[”’\"')\]]*\s*$")
#: "Ms Lind, how many": whom a question addresses.
_ADDRESSED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Professor|Minister|General|President|Captain|Coach|Director)\.? (?P<name>[A-Z][\w'’-]+)\s*[,?]"
)
#: What stands before a family name and is no given name.
_NO_GIVEN_NAME = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Professor|Minister|General|President|Captain|Coach|Director|The|A|An|And|But|With|By|For|In|On|To|Then|When)\b\.?"
)
_FEWEST_TURNS, _FEWEST_QUESTIONS = 3, 2

Span = tuple[int, int]


@dataclass(frozen=True)
class InterviewTurn:
    """What one person says at a stretch: its span behind the label, and the person where the text names one."""

    start: int
    end: int
    speaker: str | None


def turns_of(text: str, blocks: Sequence[Span]) -> list[InterviewTurn]:
    """Return the turns of an interview in order; none where the labelled lines are no questions and answers.

    A list of facts has labels too ("Status: active"): only lines that ask, by one label, and lines of another one tell
    that people talk.
    """
    labelled = [(at, match) for at, block in enumerate(blocks) if (match := _LABEL.match(text, *block))]
    asking = Counter(_label(match) for at, match in labelled if _QUESTION.search(text, *blocks[at]))
    others = {_label(match) for _, match in labelled} - set(asking.most_common(1)[0][:1] if asking else ())
    if len(labelled) < _FEWEST_TURNS or asking.total() < _FEWEST_QUESTIONS or not others:
        return []
    names = _Names(text, blocks, [match.span() for _, match in labelled])
    ends = [*(blocks[at - 1][1] for at, _ in labelled[1:]), blocks[-1][1]]
    return [
        InterviewTurn(match.end(), max(end, match.end()), names.of(match))
        for (_, match), end in zip(labelled, ends, strict=True)
    ]


def _label(match: re.Match[str]) -> str:
    return (match["role"] or match["name"]).lower()


class _Names:
    """The full names behind labels, as the text outside the labels prints them."""

    def __init__(self, text: str, blocks: Sequence[Span], labels: Sequence[Span]) -> None:
        self._text, self._labels = text, {start for start, _ in labels}
        self._full: dict[str, str] = {}
        addressed = (_ADDRESSED.search(text, *block) for block in blocks if _QUESTION.search(text, *block))
        asked = Counter(found["name"] for found in addressed if found)
        self._answering = self._in_full(asked.most_common(1)[0][0]) if len(asked) == 1 else None

    def of(self, match: re.Match[str]) -> str | None:
        if match["name"]:
            return self._in_full(match["name"])
        return self._answering if _label(match) in _ANSWERING else None

    def _in_full(self, name: str) -> str:
        if name not in self._full:
            self._full[name] = self._first_in_full(name)
        return self._full[name]

    def _first_in_full(self, name: str) -> str:
        plain = name.title() if name.isupper() else name
        given = re.compile(rf"(?P<given>(?:[A-Z][\w'’.-]+ ){{1,2}}){re.escape(plain)}\b")
        for found in given.finditer(self._text):
            words = _NO_GIVEN_NAME.sub("", found["given"]).split()
            if words and found.start() not in self._labels:
                return " ".join([*words, plain])
        return plain
