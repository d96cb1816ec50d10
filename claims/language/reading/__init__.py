"""Dirty article text to clean sentences that remember where they came from."""

from claims.language.reading.note_marks import without_note_marks
from claims.language.reading.sentences import ParsedArticle, Sentence, read_sentences
from claims.language.reading.turns import InterviewTurn

__all__ = ["InterviewTurn", "ParsedArticle", "Sentence", "read_sentences", "without_note_marks"]
