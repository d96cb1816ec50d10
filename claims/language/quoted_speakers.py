"""Whose a quotation is that names no speaker itself: the one beside another part of it, or whom the words before lead up to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.language.attribution import source_head
from claims.language.claiming import ScoredClaim
from claims.language.first_names import womanly
from claims.language.reading import Sentence
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Characters between two quotations of one speaker.
_ASIDE = 200
#: Characters between two sentences that follow each other.
ASIDE_SPACES = 3
_BREAK = re.compile(r"[.!?]\s+[A-Z]")
_CLOSING_MARKS = '”"'
#: Whoever did this says nothing any more.
_DYING = word_set("die perish drown")
#: Of two people who did this with each other, either may speak next, and of two in a contest.
_MUTUAL = word_set("meet join marry visit beat defeat succeed replace")
#: What is done to somebody who goes on to speak: he is asked, he has come to where he is, or something moves him.
_BEFORE_SPEAKING = word_set("""ask question invite convince persuade surprise shock stun please delight disappoint worry concern alarm amaze
    appoint elect promote bear raise use""")
#: "The plan was criticised by Lind": who does this to a plan says why.
_JUDGING = word_set(
    "criticise criticize welcome reject praise attack question dispute defend back support condemn confirm oppose"
)
_GESTURES = word_set("smile shrug laugh nod sigh grin frown")
_CLAUSES = ("ROOT", "conj")


class Introductions:
    """The people whom sentences lead up to, by where in the article each sentence ends."""

    def __init__(self) -> None:
        self._by_end: dict[int, str] = {}
        self._surnames: set[str] = set()

    def read(self, doc: Doc, places: Sequence[Sentence]) -> None:
        """Take in the next sentence of the article."""
        self._surnames.update(ent.root.text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1)
        colon = next((word for word in doc[:-1] if word.text == ":" and word.nbor(1).text in ('"', "“")), None)
        words = doc if colon is None else doc[: colon.i]
        person = self._leading_up(list(words), before_colon=colon is not None)
        if person is None:
            return
        name = _name_of(person)
        for place in places:
            if place.quotation is not None:
                continue
            end = place.end if colon is None else place.clean.span(colon.idx, colon.idx + 1)[1]
            self._by_end[end] = name

    def right_before(self, start: int) -> str | None:
        """Return whom the words right before a quotation lead up to."""
        return next((self._by_end[start - gap] for gap in range(ASIDE_SPACES) if start - gap in self._by_end), None)

    def _leading_up(self, words: list[Token], *, before_colon: bool) -> Token | None:
        """Return the person who does something, or says it, in the sentence: "Lind was blunt.", "The mayor, Mara Lind:".

        Whom the police arrested or the mayor thanked is not who speaks next.
        """
        people = [word for word in words if self._is_person(word)]
        acting = {word for word in people if _takes_the_word(word, alone=len(people) == 1, before_colon=before_colon)}
        first = min(acting, key=lambda word: word.i, default=None)
        return first if all(first in (word, word.head) for word in acting) else None

    def _is_person(self, word: Token) -> bool:
        """The model often takes a bare family name for a firm or a place."""
        if word.ent_type_ == "PERSON":
            return not any(child.dep_ == "compound" and child.i > word.i for child in word.children) and (
                word.head.ent_type_ != "PERSON" or word.dep_ not in ("compound", "amod", "nmod")
            )
        if word.pos_ != "PROPN" or word.dep_ == "compound":
            return False
        given = next((child for child in word.lefts if child.dep_ == "compound"), None)
        known = given is not None and given.i == word.i - 1 and womanly(given.text) != 0 and not word.ent_type_
        moves = word.dep_ == "nsubj" and word.head.lemma_ in _GESTURES
        return known or moves or (given is None and word.text in self._surnames)


def with_quoted_speakers(
    found: list[ScoredClaim], text: str, quotations: Sequence[tuple[int, int]], introductions: Introductions
) -> list[ScoredClaim]:
    """Give every claim of a quotation the speaker who is named beside one of its sentences, or right before it."""
    speakers: dict[int, str] = {}
    for each in found:
        if each.claim.attributed_to and each.quotation is not None:
            speakers.setdefault(each.quotation, each.claim.attributed_to)
    for number, (start, end) in enumerate(quotations):
        if number in speakers:
            continue
        goes_on = number and number - 1 in speakers and _goes_on(text, quotations[number - 1], (start, end))
        before = speakers[number - 1] if goes_on else _speaker_right_before(found, start, _is_speech(text, start, end))
        if speaker := before or introductions.right_before(start):
            speakers[number] = speaker
    starts = [start for start, _ in quotations]
    return [_in_quotation(each, quotations, starts, speakers) for each in found]


def _in_quotation(
    each: ScoredClaim, quotations: Sequence[tuple[int, int]], starts: list[int], speakers: dict[int, str]
) -> ScoredClaim:
    number = bisect_right(starts, each.claim.start) - 1
    if each.claim.attributed_to or number not in speakers or not each.lies_in(quotations[number]):
        return each
    return each.spoken_by(speakers[number])


def _speaker_right_before(found: list[ScoredClaim], start: int, is_speech: bool) -> str | None:
    """ "Lind said that it sank. “It was old.”": who speaks in the sentence that ends where a quotation opens.

    "“It sank,” Lind said." is such a sentence too where he speaks on at length; one sentence may be somebody's answer.
    """
    before = [
        each
        for each in found
        if start - each.claim.sentence_end in range(ASIDE_SPACES) and (each.quotation is None or is_speech)
    ]
    return next((each.claim.attributed_to for each in before if each.claim.attributed_to), None)


def _is_speech(text: str, start: int, end: int) -> bool:
    """Return whether a quotation is more than one sentence, or goes on in the paragraph behind it."""
    return text[end - 1] not in _CLOSING_MARKS or _BREAK.search(text, start, end) is not None


def _goes_on(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """ "“We sell,” said Lind, who heads the firm. “We earn.”": the second quotation follows in the same paragraph.

    One that does not close at the end of its paragraph goes on in the next, which opens with a mark again.
    """
    between = text[first[1] : second[0]]
    unclosed = text[first[1] - 1] not in _CLOSING_MARKS and not between.strip()
    return len(between) <= _ASIDE and ("\n" not in between or unclosed)


def _takes_the_word(person: Token, *, alone: bool, before_colon: bool) -> bool:
    noun = person.head if person.dep_ == "appos" else person
    verb = noun.head.head if noun.head.dep_ in ("aux", "auxpass") else noun.head
    if before_colon and noun.dep_ == "ROOT":
        return True
    if noun.dep_ == "nsubj":
        lemma = verb.lemma_
        speaks = lemma not in _DYING and (alone or lemma not in _MUTUAL)
        return speaks and (verb.dep_ in _CLAUSES or (before_colon and verb.dep_ == "ccomp"))
    if noun.dep_ == "nsubjpass":
        return verb.dep_ in _CLAUSES and verb.lemma_ in _BEFORE_SPEAKING
    if noun.dep_ != "pobj":
        return False
    judges = verb.dep_ == "agent" and verb.head.lemma_ in _JUDGING
    return judges or source_head(verb.head) == noun


def _name_of(person: Token) -> str:
    """Return the name without the office before it, as far as the model tells them apart."""
    if person.ent_type_ == "PERSON":
        entity = next(ent for ent in person.doc.ents if ent.start <= person.i < ent.end)
        return entity.text
    start = person.i
    while start > 0 and person.nbor(start - 1 - person.i).dep_ == "compound" and womanly(person.doc[start - 1].text):
        start -= 1
    return person.doc[start : person.i + 1].text
