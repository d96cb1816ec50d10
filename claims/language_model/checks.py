"""What a model's claim must not do: state what its sentence does not print. Each check says which way it failed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from claims.language.closed_classes import HEDGES, NEGATORS
from claims.language.dates import read_dates
from claims.language.dates.names import MONTHS, SEASONS
from claims.language.quantities import Quantity, read_quantities
from claims.language.vocabulary import word_set
from claims.language.wording import invented_numerals
from claims.language_model.answer_schema import Proposal
from claims.language_model.chunking import NumberedSentence
from claims.language_model.proposal_claims import ParsedProposal, sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTRACTIONS = {"can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "n't": " not"}
_CONTRACTION = re.compile(r"\b(?:can't|cannot|won't|shan't)|n't\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’.&/-][^\W_]+)*")
#: "cannot" is spelled out before.
_NEGATIONS = (NEGATORS - {"cannot"}) | word_set("""hardly barely scarcely deny denies denied fail fails failed refuse refuses refused
    false""")
_HEDGES = HEDGES | word_set("would should can possible probable planned plans if unless only solely exclusively always")
#: Words that a standalone wording may bring along.
_CONNECTING = word_set("""a an the of in on at by to for from with and or as is are was were be been being has have had do does
    did will that which who whose its their his her it they he she this these those than into over under about between""")
#: A numeral after one of these is no name: "in 2019" and "March 2019" say when.
_NO_NAMES = (
    MONTHS.keys()
    | SEASONS.keys()
    | word_set("""in on at by of to for from since until till before after around about over
    under than between and or the a an""")
)
#: Of the words that say something, at least so many stand in the claim's own sentence: the rest is who "he" and "it" are.
LEAST_OWN_WORDS = 0.5


class RejectionReason(StrEnum):
    """Why a model's claim is not taken."""

    UNKNOWN_SENTENCE = "names a sentence that it was not asked about"
    QUOTE_NOT_THERE = "quotes words that its sentence does not print"
    SAYS_NOTHING = "is no statement"
    UNPRINTABLE = "holds characters that no article prints"
    INVENTED_NUMBER = "has a number that its sentence does not print"
    OTHER_QUANTITY = "gives a number another unit, bound or meaning"
    OTHER_DATE = "gives a date that its sentence does not print"
    NEGATION_CHANGED = "denies what is said, or says what is denied"
    HEDGE_CHANGED = "is more or less certain than its sentence"
    INVENTED_NAME = "has a name that the article does not print"
    OTHER_WORDS = "is about something else than its sentence"
    UNKNOWN_SPEAKER = "names a speaker whom the article does not print"
    TOO_MANY = "is one of too many for its sentence"
    NUMBER_LOST = "is one of a sentence of which a number is left out"
    SPEAKER_LOST = "leaves out who says it"


@dataclass(frozen=True)
class Grounding:
    """What a claim is held against: the article as the model saw it, and the day that relative dates count from."""

    sentences: tuple[NumberedSentence, ...]
    published_on: date | None

    @cached_property
    def text(self) -> str:
        return "\n".join(sentence.text for sentence in self.sentences)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(_words(self.text))

    @cached_property
    def folded(self) -> frozenset[str]:
        return frozenset(word.casefold() for word in self.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(map(_stem, self.words))


def rejection_of(proposal: Proposal, sentence: NumberedSentence, grounding: Grounding) -> RejectionReason | None:
    """Return the first check that a model's claim fails, or None where it holds."""
    return next((rejection for rejection, fails in _CHECKS if fails(proposal, sentence, grounding)), None)


def borrows_more_than_a_name(parsed: ParsedProposal) -> bool:
    """Return whether words from elsewhere in the article are more than who or what it is about.

    "The RD-180 engine" may come from another sentence to stand for "it"; what happens may not.
    """
    # The parser takes "state-owned" apart.
    own = {_stem(part) for word in _words(parsed.sentence.text) for part in (word, *re.split(r"\W", word))}
    run: list[Token] = []
    for token in parsed.doc:
        if token.is_alpha and token.lower_ not in _CONNECTING and _stem(token.text) not in own:
            run.append(token)
        elif token.text == "-":
            continue
        elif _is_no_name(run):
            return True
        else:
            run = []
    return _is_no_name(run)


def _is_no_name(run: list[Token]) -> bool:
    has_noun = any(token.pos_ in ("NOUN", "PROPN") for token in run)
    return bool(run) and (not has_noun or any(token.pos_ == "VERB" for token in run))


def _says_nothing(proposal: Proposal, _sentence: NumberedSentence, _grounding: Grounding) -> bool:
    return len(_WORD.findall(sentence_of(proposal.text))) < 2


def _is_unprintable(proposal: Proposal, _sentence: NumberedSentence, _grounding: Grounding) -> bool:
    said = proposal.text + (proposal.speaker or "")
    return any(unicodedata.category(character)[0] == "C" and character not in "\n\t" for character in said)


def _misquotes(proposal: Proposal, sentence: NumberedSentence, _grounding: Grounding) -> bool:
    return proposal.quote.strip() not in sentence.text or not _WORD.search(proposal.quote)


def _invents_a_number(proposal: Proposal, sentence: NumberedSentence, grounding: Grounding) -> bool:
    return any(
        not _belongs_to_a_name(numeral, proposal.text, grounding)
        for numeral in invented_numerals(proposal.text, article=sentence.text)
    )


def _belongs_to_a_name(numeral: str, text: str, grounding: Grounding) -> bool:
    """ "RD-180" and "Falcon 9" may come from elsewhere in the article, where they stand for "it"."""
    whole = next((word for word in _WORD.findall(text) if numeral in word and not word.isdigit()), None)
    if whole is not None and any(map(str.isalpha, whole)):
        return whole.removesuffix("'s") in grounding.words
    before = re.search(rf"([A-Z][\w-]*) {re.escape(numeral)}(?!\d)", text)
    return before is not None and before[1].lower() not in _NO_NAMES and before[0] in grounding.text


def _changes_a_quantity(proposal: Proposal, sentence: NumberedSentence, grounding: Grounding) -> bool:
    printed = {_meaning(quantity) for quantity in read_quantities(sentence.text)}
    return any(
        _meaning(quantity) not in printed and not _is_named(quantity.surface, proposal.text, grounding)
        for quantity in read_quantities(proposal.text)
    )


def _meaning(quantity: Quantity) -> tuple[Decimal | None, Decimal | None, str, str]:
    return quantity.low, quantity.high, quantity.dimension, quantity.comparator


def _is_named(surface: str, text: str, grounding: Grounding) -> bool:
    """True for the "4 drone" of "the Kestrel 4 drone", which counts nothing."""
    numerals = invented_numerals(surface, article="")
    return bool(numerals) and all(_belongs_to_a_name(numeral, text, grounding) for numeral in numerals)


def _changes_a_date(proposal: Proposal, sentence: NumberedSentence, grounding: Grounding) -> bool:
    printed = {(span.first, span.last) for span in read_dates(sentence.text, anchor=grounding.published_on)}
    return any(
        (span.first, span.last) not in printed for span in read_dates(proposal.text, anchor=grounding.published_on)
    )


def _turns_a_negation(proposal: Proposal, sentence: NumberedSentence, _grounding: Grounding) -> bool:
    said, quoted, printed = (_those_of(_NEGATIONS, text) for text in (proposal.text, proposal.quote, sentence.text))
    return len(said) != len(quoted) or not set(said) <= set(printed)


def _changes_a_hedge(proposal: Proposal, sentence: NumberedSentence, _grounding: Grounding) -> bool:
    said, quoted, printed = (set(_those_of(_HEDGES, text)) for text in (proposal.text, proposal.quote, sentence.text))
    return not quoted <= said or not said <= printed


def _invents_a_name(proposal: Proposal, _sentence: NumberedSentence, grounding: Grounding) -> bool:
    opening, *others = _WORD.findall(proposal.text)
    if any(_bare(word) not in grounding.words for word in others if word[:1].isupper()):
        return True
    return opening.lower() not in _CONNECTING and not _opens_as_printed(_bare(opening), grounding)


def _opens_as_printed(word: str, grounding: Grounding) -> bool:
    """The first word has a capital in any case; a plain one may come in another form, a compound name may not."""
    if word.casefold() in grounding.folded:
        return True
    return word.isalpha() and word[1:].islower() and _stem(word) in grounding.stems


def _strays(proposal: Proposal, sentence: NumberedSentence, grounding: Grounding) -> bool:
    said = [_stem(word) for word in _WORD.findall(_spelled_out(proposal.text)) if word.lower() not in _CONNECTING]
    own = set(map(_stem, _words(sentence.text)))
    near = sum(word in own for word in said)
    return not said or near / len(said) < LEAST_OWN_WORDS or any(word not in grounding.stems for word in said)


def _invents_a_speaker(proposal: Proposal, _sentence: NumberedSentence, grounding: Grounding) -> bool:
    if proposal.speaker is None:
        return False
    speaker = " ".join(proposal.speaker.split())
    return re.search(rf"(?<!\w){re.escape(speaker)}(?!\w)", grounding.text, re.IGNORECASE) is None or not speaker


_Check = Callable[[Proposal, NumberedSentence, Grounding], bool]
_CHECKS: tuple[tuple[RejectionReason, _Check], ...] = (
    (RejectionReason.SAYS_NOTHING, _says_nothing),
    (RejectionReason.UNPRINTABLE, _is_unprintable),
    (RejectionReason.QUOTE_NOT_THERE, _misquotes),
    (RejectionReason.INVENTED_NUMBER, _invents_a_number),
    (RejectionReason.OTHER_QUANTITY, _changes_a_quantity),
    (RejectionReason.OTHER_DATE, _changes_a_date),
    (RejectionReason.NEGATION_CHANGED, _turns_a_negation),
    (RejectionReason.HEDGE_CHANGED, _changes_a_hedge),
    (RejectionReason.INVENTED_NAME, _invents_a_name),
    (RejectionReason.OTHER_WORDS, _strays),
    (RejectionReason.UNKNOWN_SPEAKER, _invents_a_speaker),
)


def _words(text: str) -> Iterable[str]:
    return map(_bare, _WORD.findall(_spelled_out(text)))


def _spelled_out(text: str) -> str:
    """Return the text with "did not" for "didn't", so that the two count as the same."""
    return _CONTRACTION.sub(lambda found: _CONTRACTIONS[found[0].lower()], text.replace("’", "'"))


def _bare(word: str) -> str:
    return re.sub(r"['’]s$", "", word)


def _stem(word: str) -> str:
    """Enough of a word to know it again in another number or tense; a number only as it is."""
    bare = _bare(word).casefold()
    return bare if any(map(str.isdigit, bare)) else bare[:4]


def _those_of(words: frozenset[str], text: str) -> list[str]:
    """Return the words of a text that a list has, in their order."""
    return [word.lower() for word in _WORD.findall(_spelled_out(text)) if word.lower() in words]
