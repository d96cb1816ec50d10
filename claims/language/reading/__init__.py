"""Dirty article text to clean sentences that remember where they came from."""

from claims.language.reading.normal_form import NormalForm, normal_form
from claims.language.reading.sentences import ParsedArticle, Sentence, read_sentences

__all__ = ["NormalForm", "ParsedArticle", "Sentence", "normal_form", "read_sentences"]
