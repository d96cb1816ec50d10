"""An article's text to its claims, marks and contradictions: the whole of what a machine reads in it."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from datetime import date
from operator import attrgetter

from claims.language.claiming import ClaimDraft, ScoredClaim, attribution_of, drafts_of, score_draft
from claims.language.findings import contradictions
from claims.language.first_names import womanly
from claims.language.marks import marks_in_sentence, marks_in_text, sorted_marks
from claims.language.normal_form import NormalForm, normal_form
from claims.language.parsing import parse
from claims.language.quoted_speakers import ASIDE_SPACES, Introductions, with_quoted_speakers
from claims.language.quoting import quote_first_person
from claims.language.readers import SentenceReader, reader_of, split_into_sentences
from claims.language.reading import InterviewTurn, ParsedArticle, Sentence, read_sentences, without_note_marks
from claims.language.reference import Discourse, home_country
from claims.language.results import Contradiction, ExtractedClaim, ExtractedMark, SplitArticle
from claims.language.topics import with_topics
from claims.language.vocabulary import PERSON_NOUNS
from core.article_language import ArticleLanguage, detect_language

__all__ = ["SPLITTER_VERSION", "Contradiction", "ExtractedClaim", "ExtractedMark", "SplitArticle", "split_article"]

#: Changes whenever the same text may give other claims; `tests/golden` notices where that was forgotten.
SPLITTER_VERSION = "rules-34"
#: Claims after a "He said" in which the name of the speaker may still come.
_LATER = 3
_SPEAKING_PRONOUNS = ("he", "she")


def split_article(text: str, *, published_on: date | None = None) -> SplitArticle:
    """Split an article into claims with their places, in reading order.

    English is parsed into atomic claims; every other language gives one claim a sentence (see claims.language.readers).
    Offsets count code points of `text` as given. `published_on` anchors relative dates; without it a dateline does.
    The same claims come from every way to write the characters of a text (see NormalForm), each with its own offsets.
    No text makes it raise, and it takes time in proportion to the length.
    """
    normal = normal_form(text)
    return _split(text, published_on) if normal is None else _placed(_split(normal.text, published_on), normal, text)


def _split(text: str, published_on: date | None) -> SplitArticle:
    language = detect_language(text)
    reader = reader_of(language)
    return _split_parsed(text, published_on) if reader is None else _split_whole(text, reader, language, published_on)


def _split_whole(
    text: str, reader: SentenceReader, language: ArticleLanguage, published_on: date | None
) -> SplitArticle:
    read = split_into_sentences(text, reader, published_on)
    return SplitArticle(
        read.title, published_on or read.published_on, in_reading_order(read.claims), read.marks, [], language
    )


def _placed(article: SplitArticle, normal: NormalForm, text: str) -> SplitArticle:
    """Return what was read in the normal form of a text with its places in that text."""
    claims = []
    for claim in article.claims:
        (start, end), sentence = (
            normal.span(claim.start, claim.end),
            normal.span(claim.sentence_start, claim.sentence_end),
        )
        places = tuple(normal.span(*place) for place in claim.places)
        claims.append(
            replace(claim, start=start, end=end, sentence_start=sentence[0], sentence_end=sentence[1], places=places)
        )
    spans = [normal.span(mark.start, mark.end) for mark in article.marks]
    marks = [
        replace(mark, start=start, end=end, surface=text[start:end])
        for mark, (start, end) in zip(article.marks, spans, strict=True)
    ]
    return replace(article, claims=claims, marks=marks)


def _split_parsed(printed: str, published_on: date | None) -> SplitArticle:
    text = without_note_marks(printed)
    article = read_sentences(text)
    published_on = published_on or article.published_on
    introductions = Introductions()
    found, sentence_marks = _read_all(text, article, published_on, introductions)
    quoted = with_quoted_speakers(found, text, article.quotations, introductions)
    claims = in_reading_order(
        [
            quote_first_person(each.claim, published_on)
            for each in _with_later_speakers(_of_turns(quoted, article.turns))
        ]
    )
    found_marks = [*marks_in_text(text, article.quotations, published_on), *sentence_marks]
    marks = sorted_marks(replace(mark, surface=printed[mark.start : mark.end]) for mark in found_marks)
    return SplitArticle(article.title, published_on, claims, marks, contradictions(claims, text, published_on))


def _read_all(
    text: str, article: ParsedArticle, published_on: date | None, introductions: Introductions
) -> tuple[list[ScoredClaim], list[ExtractedMark]]:
    """Claims and marks of every distinct sentence, each parsed once wherever it is printed; few parses are kept."""
    places: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in with_topics(article.sentences):
        places[sentence.text].append(sentence)
    discourse = Discourse(home=home_country(text))
    found: list[ScoredClaim] = []
    marks: list[ExtractedMark] = []
    for doc, printed in discourse.reading_ahead(zip(parse(places), places.values(), strict=True)):
        introductions.read(doc, printed)
        for draft in drafts_of(doc, printed, discourse):
            found += _with_who_said_it(draft, published_on)
        marks += marks_in_sentence(text, doc, printed)
    return found, marks


def _with_who_said_it(draft: ClaimDraft, published_on: date | None) -> list[ScoredClaim]:
    """Return the claim, and beside one that is worth a check, the claim that the person named for it said so."""
    content = score_draft(draft, published_on)
    attribution = attribution_of(draft) if content.claim.check_worthy else None
    return [content] if attribution is None else [content, score_draft(attribution, published_on)]


def _of_turns(found: list[ScoredClaim], turns: list[InterviewTurn]) -> list[ScoredClaim]:
    """Give what somebody says in an interview to whoever has the word, unless the sentence names another speaker."""
    return [_of_turn(each, turns) for each in found] if turns else found


def _of_turn(each: ScoredClaim, turns: list[InterviewTurn]) -> ScoredClaim:
    begun = bisect_right(turns, each.claim.start, key=attrgetter("start"))
    turn = turns[begun - 1] if begun else None
    if turn is None or not turn.speaker or each.claim.attributed_to or not each.lies_in((turn.start, turn.end)):
        return each
    return each.spoken_by(turn.speaker)


def _with_later_speakers(found: list[ScoredClaim]) -> list[ScoredClaim]:
    """A text cut from a longer one may open with "He said": the only one who is named as a speaker right after."""
    named: list[ScoredClaim] = []
    for at, each in enumerate(found):
        following = {
            later.claim.attributed_to for later in found[at + 1 : at + 1 + _LATER] if later.claim.attributed_to
        }
        names = {speaker for speaker in following if speaker.lower() not in _SPEAKING_PRONOUNS}
        unnamed = (each.claim.attributed_to or "").lower() in _SPEAKING_PRONOUNS
        before = _person_before(named, each) if unnamed or each.guessed else None
        names = {before} if before else names
        settled = unnamed or (each.guessed and before is not None)
        named.append(each.spoken_by(names.pop()) if settled and len(names) == 1 else each)
    return named


def _person_before(found: list[ScoredClaim], each: ScoredClaim) -> str | None:
    """ "An expert surnamed Luo said…. He also said…": the one person who spoke in the sentence right before."""
    directly = [
        other
        for other in found[-_LATER:]
        if each.claim.sentence_start - other.claim.sentence_end in range(ASIDE_SPACES)
    ]
    speakers = {other.claim.attributed_to for other in directly if other.claim.attributed_to}
    speaker = speakers.pop() if len(speakers) == 1 else ""
    words = speaker.split()
    if PERSON_NOUNS.intersection(speaker.lower().split()) or (words and womanly(words[0])):
        return speaker
    return None


def in_reading_order(claims: list[ExtractedClaim]) -> list[ExtractedClaim]:
    """Sort claims by their place; the same words stated again are one claim with one more place."""
    same: dict[tuple[str, str | None], list[ExtractedClaim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.end)):
        same[claim.text.casefold(), claim.attributed_to].append(claim)
    return [
        first.also_at(tuple(place for other in others for place in other.places)) for first, *others in same.values()
    ]
