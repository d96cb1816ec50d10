"""Who is asked in an interview: whom its introduction or its questions name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.language.first_names import womanly
from claims.language.vocabulary import PERSON_NOUNS

Span = tuple[int, int]

_TITLE = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Professor|Minister|General|Admiral|Colonel|President|Chancellor|Governor|Mayor|Senator|Judge|Ambassador|"
    r"Commissioner|Secretary|Captain|Coach|Director|Sir|Lord|Lady|Bishop)"
)
_FULL_NAME = (
    r"(?!(?:The|An?|In|On|Our|We) )[A-Z][\w'’.-]+(?: (?:(?:de|der|van|von|al|bin) )?[A-Z][\w'’-]+){1,2}(?<!['’]s)"
)
_APPOSITION = r"(?:, [^,.\n]{1,80},)?"
#: "Ms Lind, how many": whom a question addresses.
_ADDRESSED = re.compile(rf"\b{_TITLE}\.? (?P<name>[A-Z][\w'’-]+)\s*[,?]")
#: What stands before a family name and is no given name.
_NO_GIVEN_NAME = re.compile(rf"(?:{_TITLE}|The|A|An|And|But|With|By|For|In|On|To|Then|When)\b\.?")
#: "We met the engineer Mara Lind": whom an introduction says was asked. Whom the mayor met was asked by nobody.
_INTERVIEWED = re.compile(
    rf"\b(?:[Ii]nterview(?: with|:)|[Cc]onversation with|spoke (?:to|with)|talk(?:s|ed)? (?:to|with)|speaks (?:to|with)|"
    rf"sat down with|interviewed|(?:[Ww]e|I) (?:have )?(?:met|asked|visited|reached|questioned))\s+"
    rf"(?:[a-z][\w'’-]*,? |[A-Z][\w-]*['’]s ){{0,7}}(?P<name>{_FULL_NAME})"
)
#: "Mara Lind, who built the bridge, talks about wind".
_ANSWERING = re.compile(
    rf"(?P<name>{_FULL_NAME}){_APPOSITION} (?:talks?|spoke|speaks|talked|tells us|told us|answers|answered|replies) (?:to us|about|our|of)?\b"
)
#: "the engineer Mara Lind has", "Mara Lind, 52,".
_INTRODUCED = re.compile(rf"\b(?:(?P<role>[a-z]+) )?(?P<name>{_FULL_NAME})(?P<age>, \d\d,)?")
#: "The hydrologist Mara Lind has measured it": of whom a sentence tells.
_TOLD_OF = re.compile(
    rf"(?:^|(?<=[.!?] ))(?:(?:The|A|An) (?:(?!the |an? )[a-z-]+ ){{0,3}}(?P<role>[a-z-]+) )?(?P<name>{_FULL_NAME}){_APPOSITION} [a-z]+\b",
    re.MULTILINE,
)
_ROLE_ENDINGS = ("ist", "ian", "man", "woman")
_ENDS = re.compile(r"[.!?][”’\"')\]]*\s*$")


@dataclass(frozen=True)
class Interviewee:
    """Who is asked, and how an introduction puts it: that they were asked, or something that they are or did."""

    name: str
    announced: bool
    told_of: bool
    #: Whether a question calls them by their name.
    addressed: bool = False


def interviewee(text: str, introduction: Sequence[Span], questions: Sequence[Span]) -> Interviewee | None:
    """Return the one person whom the questions address, or who is asked, or of whom alone an introduction tells."""
    addressed = FullNames(text, questions, []).answering
    if addressed:
        return Interviewee(addressed, announced=True, told_of=True, addressed=True)
    told = [block for block in introduction if _ENDS.search(text, *block)]
    asked = {found["name"] for pattern in (_INTERVIEWED, _ANSWERING) for found in _found(pattern, text, introduction)}
    subjects = {found["name"] for found in _found(_TOLD_OF, text, told) if _is_somebody(found)}
    introduced = {
        found["name"]
        for found in _found(_INTRODUCED, text, told)
        if found["age"] or (found["role"] or "") in PERSON_NOUNS
    }
    for names in (asked, introduced | subjects):
        if len(names) == 1:
            name = names.pop()
            return Interviewee(_untitled(name), announced=names is asked, told_of=name in subjects)
    return None


def is_told_of(text: str, name: str, blocks: Sequence[Span]) -> bool:
    """Return whether the blocks speak of a person, whom an interview only ever addresses: "Ms Lind, how large is it?"."""
    surname = re.compile(rf"\b{re.escape(name.split()[-1])}\b(?!\s*[,?])")
    return any(surname.search(text, *block) for block in blocks)


class FullNames:
    """The full names behind labels, as the text outside the labels prints them."""

    def __init__(self, text: str, questions: Sequence[Span], labels: Sequence[Span]) -> None:
        self._text, self._labels = text, {start for start, _ in labels}
        self._full: dict[str, str] = {}
        asked = Counter(found["name"] for question in questions if (found := _ADDRESSED.search(text, *question)))
        self.answering = self.of(asked.most_common(1)[0][0]) if len(asked) == 1 else None

    def of(self, name: str) -> str:
        """Return the full name of somebody whom a label or a question calls by a part of it."""
        if name not in self._full:
            self._full[name] = self._first_in_full(name)
        return self._full[name]

    def _first_in_full(self, name: str) -> str:
        plain = _untitled(name.title() if name.isupper() else name)
        given = re.compile(rf"(?P<given>(?:[A-Z][\w'’.-]+ ){{1,2}}){re.escape(plain)}\b")
        for found in given.finditer(self._text):
            words = _NO_GIVEN_NAME.sub("", found["given"]).split()
            if words and found.start() not in self._labels:
                return " ".join([*words, plain])
        return plain


def _found(pattern: re.Pattern[str], text: str, blocks: Sequence[Span]) -> Iterator[re.Match[str]]:
    return (found for block in blocks for found in pattern.finditer(text, *block))


def _untitled(name: str) -> str:
    """ "Dr Mara Lind": the name without what she is called for her office."""
    return " ".join(_NO_GIVEN_NAME.sub("", name).split()) or name


def _is_somebody(found: re.Match[str]) -> bool:
    """A firm and a river print capitals too: a person has a given name, or a noun of people before it."""
    role = found["role"] or ""
    return role in PERSON_NOUNS or role.endswith(_ROLE_ENDINGS) or womanly(found["name"].split()[0]) != 0
