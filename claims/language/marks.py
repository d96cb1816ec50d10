"""Checkable tokens of an article: numbers, dates, names, quotations and superlatives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from claims.language.dates import read_dates
from claims.language.kinds import MarkKind
from claims.language.quantities import read_quantities
from claims.language.reading import Sentence
from claims.language.results import ExtractedMark
from claims.language.spans import merged
from claims.language.vocabulary import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NAME_LABELS = word_set("PERSON ORG GPE LOC FAC NORP PRODUCT EVENT WORK_OF_ART LAW")
_UNRIVALLED = word_set("""unprecedented unique unrivalled unrivaled unparalleled unmatched unsurpassed sole foremost record-breaking
    biggest-ever first-ever""")
#: "the first", "Russia's only": without a word that points they are an adverb or the head of a list.
_POINTED_AT = word_set("first only")
#: "the latest report" is only new, "at least" only bounds a number.
_NO_SUPERLATIVES = word_set("latest")
#: "Su-30MKK", "J-11A", "RD180", "S-400": letters and digits in one word.
_DESIGNATION = re.compile(r"(?=\S*\d)[A-Z][A-Za-z]{0,5}-?\d[\w]*(?:-[\w]+)*")
_EDGES = re.compile(r"^(?:(?:the|a|an)\s+|[\"'“”‘’(\[]+)+|(?:['’]s|[\"'“”‘’)\],;:]+)+$", re.IGNORECASE)
#: From this share of capitals on, a line is set like a title, and capitals name nothing.
_TITLE_CASE = 0.6


def marks_in_text(text: str, quotations: Iterable[tuple[int, int]], published_on: date | None) -> list[ExtractedMark]:
    """Mark the quantities, dates and quotations of a whole article."""
    dates = read_dates(text, anchor=published_on)
    marks = [_mark(MarkKind.DATE, text, span.start, span.end) for span in dates]
    quantities = read_quantities(text, dates=dates)
    marks += [_mark(MarkKind.NUMBER, text, quantity.start, quantity.end) for quantity in quantities]
    return marks + [_mark(MarkKind.QUOTATION, text, start, end) for start, end in quotations]


def marks_in_sentence(text: str, doc: Doc, places: list[Sentence]) -> list[ExtractedMark]:
    """Mark the names and superlatives of one parsed sentence, at every place that prints it."""
    spans = [(MarkKind.NAME, start, end) for start, end in _names(doc, places[0].text)]
    spans += [(MarkKind.SUPERLATIVE, *_with_its_adjective(token)) for token in doc if _is_superlative(token)]
    return [_mark(kind, text, *place.clean.span(start, end)) for place in places for kind, start, end in spans]


def sorted_marks(marks: Iterable[ExtractedMark]) -> list[ExtractedMark]:
    """Sort the marks by their place and drop what is marked twice."""
    return sorted(set(marks), key=lambda mark: (mark.start, mark.end, mark.kind))


def _names(doc: Doc, text: str) -> list[tuple[int, int]]:
    """Entities, designations and words with a capital inside a sentence; what overlaps or touches is one name."""
    found = [_trimmed(entity) for entity in doc.ents if entity.label_ in _NAME_LABELS and _has_capital(entity.text)]
    found += [match.span() for match in _DESIGNATION.finditer(text)]
    if not _is_title_case(doc):
        found += _capitalised_runs(doc, text)
    return list(merged(span for span in found if span[1] > span[0]))


def _capitalised_runs(doc: Doc, text: str) -> list[tuple[int, int]]:
    """ "Orange Revolution" is one name."""
    runs: list[tuple[int, int]] = []
    for token in filter(_is_capitalised_inside, doc):
        if runs and text[runs[-1][1] : token.idx] == " ":
            runs[-1] = (runs[-1][0], token.idx + len(token))
        else:
            runs.append((token.idx, token.idx + len(token)))
    return runs


def _trimmed(entity: Span) -> tuple[int, int]:
    """Return the entity without "the", its genitive and stray quotes."""
    start, end = entity.start_char, entity.end_char
    for match in _EDGES.finditer(entity.text):
        if match.start() == 0:
            start = entity.start_char + match.end()
        else:
            end = entity.start_char + match.start()
    return start, max(start, end)


def _has_capital(text: str) -> bool:
    return any(character.isupper() or character.isdigit() for character in text)


def _is_capitalised_inside(token: Token) -> bool:
    """ "Western" in mid-sentence, but not the first word of what is said or listed."""
    if token.i == 0 or not token.is_alpha or token.ent_type:
        return False
    if not token.text[0].isupper() or token.text == "I":
        return False
    before = token.nbor(-1)
    return (before.is_alpha or before.text in (",", "-", "'s", "’s")) and token.pos_ in ("PROPN", "ADJ", "NOUN")


def _is_title_case(doc: Doc) -> bool:
    words = [token for token in doc if token.is_alpha and len(token) > 3]
    return bool(words) and sum(word.text[0].isupper() for word in words) >= _TITLE_CASE * len(words)


def _is_superlative(token: Token) -> bool:
    word = token.lower_
    if word in _UNRIVALLED:
        return True
    if token.tag_ not in ("JJS", "RBS") and word not in _POINTED_AT and word != "record":
        return False
    before = token.nbor(-1) if token.i else None
    if word in _POINTED_AT:
        return before is not None and (before.dep_ == "poss" or before.tag_ in ("DT", "POS", "PRP$", "JJS"))
    if word == "record":
        return token.dep_ in ("amod", "compound", "nmod") or (token.tag_ == "NN" and _next_is_number(token))
    if word in _NO_SUPERLATIVES or (before is not None and before.lower_ == "at"):
        return False
    return word != "most" or token.tag_ == "RBS" or _is_graded(token, before)


def _next_is_number(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().like_num


def _is_graded(token: Token, before: Token | None) -> bool:
    """ "most powerful" and "the most tanks" rank; "most of them", "most observers" count a majority."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is None or following.lower_ == "of":
        return False
    return following.pos_ in ("ADJ", "ADV", "VERB") or (before is not None and before.lower_ == "the")


def _with_its_adjective(token: Token) -> tuple[int, int]:
    """ "most powerful" is one superlative."""
    end = token
    if token.lower_ in ("most", "least") and token.i + 1 < len(token.doc) and token.nbor().pos_ in ("ADJ", "ADV"):
        end = token.nbor()
    return token.idx, end.idx + len(end)


def _mark(kind: MarkKind, text: str, start: int, end: int) -> ExtractedMark:
    return ExtractedMark(kind, start, end, text[start:end])
