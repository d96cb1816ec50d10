"""Dirty article text to clean sentences that remember where they came from."""

from claims.language.reading.sentences import Reading, Sentence, read_sentences

__all__ = ["Reading", "Sentence", "read_sentences"]
