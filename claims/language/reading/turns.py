"""Who has the word in an interview: lines that open with a label ("Q:", "Lind:") or a dash, or questions and answers alone."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.language.vocabulary import PERSON_NOUNS

_ASKING, _ANSWERING = ("q", "question", "interviewer"), ("a", "answer")
_NAME = r"[A-Z][\w'’.-]*(?: (?:(?:de|der|van|von|al|bin) )?[A-Z][\w'’.-]*){0,3}"
_LABEL = re.compile(rf"(?:(?P<role>Q|A|Question|Answer|Interviewer)[:.]|(?P<name>{_NAME}) ?:)\s+(?=[“\"'‘(]?[A-Z0-9])")
_ENDS = re.compile(r"[.!?][”’\"')\]]*\s*$")
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
#: In lines without a label, of which each could be something else.
_FEWEST_PLAIN_QUESTIONS = 3
_DASH = re.compile(r"\s*[–—―-]\s+(?=\S)")
_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
#: "We" and "our" are as well a firm's on its page of questions, or an author's who speaks for a country.
_ONESELF = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b")
_NEXT_SENTENCE = re.compile(r"[.!?][”’\"')\]]*\s+(?=[“\"'‘(]?[A-Z0-9])")
_LONGEST_QUESTION, _LONGEST_ANSWER = 2, 4
_FULL_NAME = r"[A-Z][\w'’.-]+(?: (?:(?:de|der|van|von|al|bin) )?[A-Z][\w'’-]+){1,2}"
#: "We spoke to the engineer Mara Lind": whom an introduction says was asked.
_INTERVIEWED = re.compile(
    rf"\b(?:[Ii]nterview with|[Cc]onversation with|spoke (?:to|with)|talk(?:s|ed)? (?:to|with)|speaks (?:to|with)|sat down with|"
    rf"interviewed)\s+(?:[a-z][\w-]*,? ){{0,6}}(?P<name>{_FULL_NAME})"
)
#: "the engineer Mara Lind has", "Mara Lind, 52,".
_INTRODUCED = re.compile(rf"\b(?:(?P<role>[a-z]+) )?(?P<name>{_FULL_NAME})(?P<age>, \d\d,)?")

Span = tuple[int, int]


@dataclass(frozen=True)
class InterviewTurn:
    """What one person says at a stretch: its span behind the label, and the person where the text names one."""

    start: int
    end: int
    speaker: str | None


def turns_of(text: str, blocks: Sequence[Span]) -> list[InterviewTurn]:
    """Return the turns of an interview in order; none where nobody asks and answers.

    A list of facts has labels and dashes too ("Status: active"): only lines that ask, and lines between them that
    answer, tell that people talk.
    """
    return _labelled_turns(text, blocks) or _dashed_turns(text, blocks) or _plain_turns(text, blocks)


def _labelled_turns(text: str, blocks: Sequence[Span]) -> list[InterviewTurn]:
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


def _dashed_turns(text: str, blocks: Sequence[Span]) -> list[InterviewTurn]:
    """Return the turns of a dialogue of which every line opens with a dash."""
    dashed = [(at, match.end()) for at, block in enumerate(blocks) if (match := _DASH.match(text, *block))]
    asks = [bool(_QUESTION.search(text, *blocks[at])) for at, _ in dashed]
    while asks and not asks[0]:
        dashed, asks = dashed[1:], asks[1:]
    if sum(asks) < _FEWEST_QUESTIONS or asks.count(False) < _FEWEST_QUESTIONS:
        return []
    in_turn = not any(asks[1::2])
    if not in_turn and any(first and second for first, second in pairwise(asks)):
        return []
    asked = asks if not in_turn else [at % 2 == 0 for at in range(len(asks))]
    answering = _Names(text, blocks, []).answering or _introduced(text, blocks[: dashed[0][0]])
    ends = [*(blocks[at - 1][1] for at, _ in dashed[1:]), blocks[dashed[-1][0]][1]]
    return [
        InterviewTurn(start, max(end, start), None if asking else answering)
        for (_, start), end, asking in zip(dashed, ends, asked, strict=True)
    ]


def _plain_turns(text: str, blocks: Sequence[Span]) -> list[InterviewTurn]:
    """Return the turns of an interview without labels: short paragraphs that ask "you", and those behind them, which say "I"."""
    asks = [at for at, block in enumerate(blocks) if _QUESTION.search(text, *block)]
    if len(asks) < _FEWEST_PLAIN_QUESTIONS:
        return []
    answers = [
        range(at + 1, after) for at, after in zip(asks, [*asks[1:], min(len(blocks), asks[-1] + 2)], strict=True)
    ]
    addressed = sum(_YOU.search(text, *blocks[at]) is not None for at in asks)
    brief = all(len(_NEXT_SENTENCE.findall(text, *blocks[at])) < _LONGEST_QUESTION for at in asks)
    of_oneself = sum(any(_ONESELF.search(text, *blocks[at]) for at in answer) for answer in answers)
    quoted = any(text[blocks[at][0]] in '“"' for at in asks)
    if quoted or not brief or not all(answers) or 2 * min(addressed, of_oneself) <= len(asks):
        return []
    answering = _Names(text, blocks, []).answering or _introduced(text, blocks[: asks[0]])
    turns = []
    for at, answer in zip(asks, answers, strict=True):
        turns.append(InterviewTurn(*blocks[at], None))
        said = answer[:_LONGEST_ANSWER]
        turns.append(InterviewTurn(blocks[said[0]][0], blocks[said[-1]][1], answering))
    return turns


def _introduced(text: str, blocks: Sequence[Span]) -> str | None:
    """Return the person whom an introduction says was asked, or the only one that it introduces; None where it is open."""
    told = [block for block in blocks if _ENDS.search(text, *block)]
    asked = {found["name"] for block in blocks for found in _INTERVIEWED.finditer(text, *block)}
    people = {
        found["name"]
        for block in told
        for found in _INTRODUCED.finditer(text, *block)
        if found["age"] or (found["role"] or "") in PERSON_NOUNS
    }
    for names in (asked, people):
        if len(names) == 1:
            return names.pop()
    return None


def _label(match: re.Match[str]) -> str:
    return (match["role"] or match["name"]).lower()


class _Names:
    """The full names behind labels, as the text outside the labels prints them."""

    def __init__(self, text: str, blocks: Sequence[Span], labels: Sequence[Span]) -> None:
        self._text, self._labels = text, {start for start, _ in labels}
        self._full: dict[str, str] = {}
        addressed = (_ADDRESSED.search(text, *block) for block in blocks if _QUESTION.search(text, *block))
        asked = Counter(found["name"] for found in addressed if found)
        self.answering = self._in_full(asked.most_common(1)[0][0]) if len(asked) == 1 else None

    def of(self, match: re.Match[str]) -> str | None:
        if match["name"]:
            return self._in_full(match["name"])
        return self.answering if _label(match) in _ANSWERING else None

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
