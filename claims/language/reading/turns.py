"""Who has the word in an interview: lines that open with a label ("Q:", "Lind:") or a dash, or questions and answers alone."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.language.reading.interviewees import FullNames, Interviewee, Span, interviewee, is_told_of

_ASKING, _ANSWERING = ("q", "question", "interviewer"), ("a", "answer")
_NAME = r"[A-Z][\w'’.-]*(?: (?:(?:de|der|van|von|al|bin) )?[A-Z][\w'’.-]*){0,3}"
_LABEL = re.compile(rf"(?:(?P<role>Q|A|Question|Answer|Interviewer)[:.]|(?P<name>{_NAME}) ?:)\s+(?=[“\"'‘(]?[A-Z0-9])")
_QUESTION = re.compile(r"\?[”’\"')\]]*\s*$")
_FEWEST_TURNS, _FEWEST_QUESTIONS = 3, 2
#: In lines without a label, of which each could be something else.
_FEWEST_PLAIN_QUESTIONS = 3
_DASH = re.compile(r"\s*[–—―-]\s+(?=\S)")
_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
#: "We" and "our" are as well a firm's on its page of questions, or an author's who speaks for a country.
_ONESELF = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b")
_OURSELVES = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|us)\b")
_TELL_US = re.compile(r"(?:And |But |So |Please,? )?(?:[Tt]ell (?:us|me)|[Dd]escribe|[Ee]xplain)\b")
_NEXT_SENTENCE = re.compile(r"[.!?][”’\"')\]]*\s+(?=[“\"'‘(]?[A-Z0-9])")
_LONGEST_QUESTION, _LONGEST_ANSWER = 5, 4


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
    questions = [block for block in blocks if _QUESTION.search(text, *block)]
    names = FullNames(text, questions, [match.span() for _, match in labelled])
    ends = [*(blocks[at - 1][1] for at, _ in labelled[1:]), blocks[-1][1]]
    return [
        InterviewTurn(match.end(), max(end, match.end()), _speaker(match, names))
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
    questions = [block for block in blocks if _QUESTION.search(text, *block)]
    answering = interviewee(text, blocks[: dashed[0][0]], questions)
    ends = [*(blocks[at - 1][1] for at, _ in dashed[1:]), blocks[dashed[-1][0]][1]]
    return [
        InterviewTurn(start, max(end, start), None if asking or answering is None else answering.name)
        for (_, start), end, asking in zip(dashed, ends, asked, strict=True)
    ]


def _plain_turns(text: str, blocks: Sequence[Span]) -> list[InterviewTurn]:
    """Return the turns of an interview without labels: short paragraphs that ask, and those behind them, which say "I"."""
    asks = _asking(text, blocks)
    if len(asks) < _FEWEST_PLAIN_QUESTIONS:
        return []
    questions = [blocks[at] for at in asks]
    answers = [blocks[at + 1 : after] for at, after in zip(asks, [*asks[1:], asks[-1] + 2], strict=True)]
    asked = interviewee(text, blocks[: asks[0]], questions)
    if not all(answers) or not _is_interview(text, questions, answers, asked):
        return []
    turns = []
    for question, answer in zip(questions, answers, strict=True):
        said = answer if asked is not None and asked.announced else answer[:_LONGEST_ANSWER]
        turns.append(InterviewTurn(*question, None))
        turns.append(InterviewTurn(said[0][0], said[-1][1], asked.name if asked else None))
    return turns


def _asking(text: str, blocks: Sequence[Span]) -> list[int]:
    """Return which paragraphs ask; a title that asks nobody is none of them."""
    asks = [at for at, block in enumerate(blocks) if _QUESTION.search(text, *block)]
    if asks and asks[0] == 0 and not _YOU.search(text, *blocks[0]):
        asks = asks[1:]
    if len(asks) < _FEWEST_QUESTIONS:
        return []
    told = [at for at in range(1, len(blocks) - 1) if _TELL_US.match(text, *blocks[at])]
    return sorted({*asks, *told})


def _is_interview(
    text: str, questions: Sequence[Span], answers: Sequence[Sequence[Span]], asked: Interviewee | None
) -> bool:
    """Return whether questions and answers pass between two people, and neither in an author's nor a firm's own text.

    An author asks readers and tells of people by their names; a firm lets its customers ask ("How do I pay?").
    The less an introduction says of an interview, the more of its paragraphs have to speak to "you" and of "me".
    """
    brief = all(len(_NEXT_SENTENCE.findall(text, *question)) < _LONGEST_QUESTION for question in questions)
    said = [*questions, *(block for answer in answers for block in answer)]
    if not brief or (asked is not None and is_told_of(text, asked.name, said)):
        return False
    addressing = sum(_YOU.search(text, *question) is not None for question in questions)
    of_customers = sum(_ONESELF.search(text, *question) is not None for question in questions)
    of_oneself, of_ourselves = (
        sum(any(pattern.search(text, *block) for block in answer) for answer in answers)
        for pattern in (_ONESELF, _OURSELVES)
    )
    if asked is not None and asked.announced:
        return (addressing > 0 or asked.addressed) and of_ourselves > 0 and 2 * of_customers < len(questions)
    quoted = any(text[start] in '“"' for start, _ in questions)
    told_of = asked is not None and asked.told_of and not of_customers
    pairs, fewest = (of_ourselves, len(questions) / 3) if told_of else (of_oneself, len(questions) / 2)
    return not quoted and min(addressing, pairs) >= _FEWEST_QUESTIONS and min(addressing, pairs) > fewest


def _label(match: re.Match[str]) -> str:
    return (match["role"] or match["name"]).lower()


def _speaker(match: re.Match[str], names: FullNames) -> str | None:
    if match["name"]:
        return names.of(match["name"])
    return names.answering if _label(match) in _ANSWERING else None
