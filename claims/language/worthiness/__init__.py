"""Which claims are worth a check: the reasons a claim shows, and the score that they add up to."""

from claims.language.worthiness.reasons import VAGUE_OPENING
from claims.language.worthiness.scoring import THRESHOLD, WEIGHTS, Worth, is_command, score_of, worth_of
from claims.language.worthiness.subject import Subject

__all__ = ["THRESHOLD", "VAGUE_OPENING", "WEIGHTS", "Subject", "Worth", "is_command", "score_of", "worth_of"]
