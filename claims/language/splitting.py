"""An article's text to its claims, marks and contradictions: the whole of what a machine reads in it."""

from collections import defaultdict
from datetime import date

from claims.language.claiming import Draft, claim_from, drafts_of
from claims.language.findings import contradictions
from claims.language.marks import in_order, marks_in_sentence, marks_in_text
from claims.language.parsing import parse
from claims.language.reading import Reading, Sentence, read_sentences
from claims.language.reference import Discourse
from claims.language.results import Contradiction, ExtractedClaim, Mark, SplitArticle

__all__ = ["SPLITTER_VERSION", "Contradiction", "ExtractedClaim", "Mark", "SplitArticle", "split_article"]

#: Changes whenever the same text may give other claims.
SPLITTER_VERSION = "rules-2"
#: Claims after a "He said" in which the name of the speaker may still come.
_LATER = 3
_SPEAKING_PRONOUNS = ("he", "she")


def split_article(text: str, *, published_on: date | None = None) -> SplitArticle:
    """This function will split an article into claims with their places, in reading order.

    Offsets count code points of `text` as given. `published_on` anchors relative dates; without it a dateline does.
    No text makes it raise, and it takes time in proportion to the length.
    """
    reading = read_sentences(text)
    published_on = published_on or reading.published_on
    drafts, sentence_marks = _read_all(text, reading)
    claims = _merged([claim for draft in drafts if (claim := claim_from(draft, published_on)) is not None])
    marks = in_order([*marks_in_text(text, reading.quotations, published_on), *sentence_marks])
    return SplitArticle(reading.title, published_on, claims, marks, contradictions(claims, text, published_on))


def _read_all(text: str, reading: Reading) -> tuple[list[Draft], list[Mark]]:
    """Drafts and marks of every distinct sentence, each parsed once wherever it is printed."""
    places: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in reading.sentences:
        places[sentence.text].append(sentence)
    discourse = Discourse()
    drafts: list[Draft] = []
    marks: list[Mark] = []
    for doc, printed in zip(parse(places), places.values(), strict=True):
        drafts += drafts_of(doc, printed, discourse)
        marks += marks_in_sentence(text, doc, printed)
    return _with_later_speakers(_with_quoted_speakers(drafts, reading.quotations)), marks


def _with_quoted_speakers(drafts: list[Draft], quotations: list[tuple[int, int]]) -> list[Draft]:
    """A quotation of several sentences has one speaker, named beside one of them."""
    speakers: dict[int, str] = {}
    for draft in drafts:
        if draft.speaker and draft.quotation is not None:
            speakers.setdefault(draft.quotation, draft.speaker)
    return [
        draft.spoken_by(speakers[draft.quotation])
        if not draft.speaker and draft.quotation in speakers and draft.lies_in(quotations[draft.quotation])
        else draft
        for draft in drafts
    ]


def _with_later_speakers(drafts: list[Draft]) -> list[Draft]:
    """A text cut from a longer one may open with "He said": the only one who is named as a speaker right after."""
    named: list[Draft] = []
    for at, draft in enumerate(drafts):
        following = {later.speaker for later in drafts[at + 1 : at + 1 + _LATER] if later.speaker}
        names = {speaker for speaker in following if speaker.lower() not in _SPEAKING_PRONOUNS}
        unnamed = (draft.speaker or "").lower() in _SPEAKING_PRONOUNS
        named.append(draft.spoken_by(names.pop()) if unnamed and len(names) == 1 else draft)
    return named


def _merged(claims: list[ExtractedClaim]) -> list[ExtractedClaim]:
    """Claims in reading order; the same words stated again are one claim with one more place."""
    by_words: dict[tuple[str, str | None], ExtractedClaim] = {}
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.end)):
        words = (claim.text.casefold(), claim.attributed_to)
        first = by_words.get(words)
        by_words[words] = claim if first is None else first.also_at(claim.places)
    return list(by_words.values())
