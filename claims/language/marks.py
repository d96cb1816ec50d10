"""Checkable tokens of an article: numbers, dates, names, quotations and superlatives."""

from collections.abc import Iterable
from datetime import date

from spacy.tokens import Doc, Token

from claims.language.dates import read_dates
from claims.language.quantities import read_quantities
from claims.language.reading import Sentence
from claims.language.results import Mark
from claims.language.vocabulary import word_set

_NAME_LABELS = word_set("PERSON ORG GPE LOC FAC NORP PRODUCT EVENT WORK_OF_ART LAW")
_SUPERLATIVES = word_set("first only unprecedented unique record")


def marks_in_text(text: str, quotations: Iterable[tuple[int, int]], published_on: date | None) -> list[Mark]:
    """This function will mark the quantities, dates and quotations of a whole article."""
    marks = [_mark("date", text, span.start, span.end) for span in read_dates(text, anchor=published_on)]
    marks += [_mark("number", text, quantity.start, quantity.end) for quantity in read_quantities(text)]
    return marks + [_mark("quotation", text, start, end) for start, end in quotations]


def marks_in_sentence(text: str, doc: Doc, places: list[Sentence]) -> list[Mark]:
    """This function will mark the names and superlatives of one parsed sentence, at every place that prints it."""
    spans = [("name", entity.start_char, entity.end_char) for entity in doc.ents if entity.label_ in _NAME_LABELS]
    spans += [("superlative", token.idx, token.idx + len(token)) for token in doc if _is_superlative(token)]
    return [_mark(kind, text, *place.clean.span(start, end)) for place in places for kind, start, end in spans]


def in_order(marks: Iterable[Mark]) -> list[Mark]:
    """This function will sort the marks by their place and drop what is marked twice."""
    return sorted(set(marks), key=lambda mark: (mark.start, mark.end, mark.kind))


def _is_superlative(token: Token) -> bool:
    return token.tag_ in ("JJS", "RBS") or token.lower_ in _SUPERLATIVES


def _mark(kind: str, text: str, start: int, end: int) -> Mark:
    return Mark(kind, start, end, text[start:end])
